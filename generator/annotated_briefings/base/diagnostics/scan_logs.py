"""Diagnostics as SARIF 2.1.0 (OASIS), with what the code scanning of GitHub asks for.

https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from annotated_briefings.base.diagnostics.code import Code
from annotated_briefings.base.diagnostics.fingerprints import fingerprints
from annotated_briefings.base.diagnostics.formats import path_from
from annotated_briefings.base.diagnostics.model import Diagnostic
from annotated_briefings.base.diagnostics.severity import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "recommendation"}
_LONGEST = 1_000
"""Characters of a description; more than 1,024 are refused."""


def as_sarif(found: Sequence[Diagnostic], folder: str, version: str, known: Mapping[str, Code]) -> str:
    """A log with one run; rules are the codes that occur in it. ``known`` holds what is known of every code, ``folder``
    leads from the repository to the site."""
    codes = sorted({diagnostic.code for diagnostic in found})
    driver = {
        "name": "briefings",
        "organization": "annotated-briefings",
        "semanticVersion": version,
        "version": version,
        "rules": [_rule(known[code]) for code in codes],
    }
    results = [
        _result(diagnostic, codes.index(diagnostic.code), folder, name)
        for diagnostic, name in zip(found, fingerprints(found), strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"briefings/{folder}".rstrip("/") + "/"},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps(
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]},
        ensure_ascii=False,
        indent=1,
    )


def _rule(code: Code) -> dict[str, Any]:
    example = f"\n\n```\n{code.example}\n```" if code.example else ""
    return {
        "id": code.code,
        "shortDescription": {"text": _sentence(code.text)},
        "fullDescription": {"text": _first_sentences(_sentence(code.meaning))},
        "help": {"text": f"{_sentence(code.meaning)}{example}", "markdown": f"{_sentence(code.meaning)}{example}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"problem.severity": _PROBLEMS[code.severity], "tags": ["briefings"]},
    }


def _result(diagnostic: Diagnostic, rule: int, folder: str, name: str) -> dict[str, Any]:
    place = diagnostic.place
    # Without a region a diagnostic is not shown; one about a whole file is shown at its top.
    region = {"startLine": max(1, place.line)}
    if place.line:
        region |= {"startColumn": max(1, place.column), "endColumn": max(1, place.column) + place.length}
    address = quote(path_from(folder, place.path).lstrip("/") or ".")
    text = _sentence(diagnostic.message) + (f" Help: {_sentence(diagnostic.help)}" if diagnostic.help else "")
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": address, "uriBaseId": "%SRCROOT%"}, "region": region}}
        ],
        "partialFingerprints": {"primaryLocationLineHash": name},
    }


def _first_sentences(text: str) -> str:
    """As many whole sentences as fit."""
    return text if len(text) <= _LONGEST else text[: text.rfind(". ", 0, _LONGEST) + 1]


def _sentence(text: str) -> str:
    whole = " ".join(text.split())
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."
