"""Diagnostics for programs: JSON, commands of GitHub Actions, and SARIF 2.1.0 (OASIS)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from annotated_briefings.base.diagnostics.code import Code
from annotated_briefings.base.diagnostics.model import Diagnostic
from annotated_briefings.base.diagnostics.severity import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def diagnostic_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as documented for ``check --format json``."""
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": diagnostic.message,
        "help": diagnostic.help,
    }


def as_json(found: Sequence[Diagnostic]) -> str:
    """A list of diagnostics."""
    return json.dumps([diagnostic_data(d) for d in found], ensure_ascii=False, indent=1)


def as_github(found: Sequence[Diagnostic], folder: str) -> str:
    """One workflow command a diagnostic, shown beside the lines of a pull request.

    ``folder`` leads from the repository to the site; empty where they are the same.
    """
    return "\n".join(_command(diagnostic, folder) for diagnostic in found)


def _command(diagnostic: Diagnostic, folder: str) -> str:
    place = diagnostic.place
    named = {"file": "/".join(part for part in (folder, place.path) if part), "title": diagnostic.code}
    if place.line:
        named |= {"line": str(place.line), "col": str(place.column)}
    text = diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
    fields = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in named.items())
    return f"::{_COMMANDS[diagnostic.severity]} {fields}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_sarif(found: Sequence[Diagnostic], folder: str, version: str, known: Mapping[str, Code]) -> str:
    """A log with one run; rules are the codes that occur in it. ``known`` holds what is known of every code."""
    codes = sorted({diagnostic.code for diagnostic in found})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": known[code].text},
            "fullDescription": {"text": known[code].meaning},
            "defaultConfiguration": {"level": _LEVELS[known[code].severity]},
        }
        for code in codes
    ]
    driver = {"name": "briefings", "version": version, "rules": rules}
    results = [_result(diagnostic, codes.index(diagnostic.code), folder) for diagnostic in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps(
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]},
        ensure_ascii=False,
        indent=1,
    )


def _result(diagnostic: Diagnostic, rule: int, folder: str) -> dict[str, Any]:
    place = diagnostic.place
    uri = "/".join(part for part in (folder, place.path) if part)
    location: dict[str, Any] = {"artifactLocation": {"uri": uri.replace(" ", "%20")}}
    if place.line:
        location["region"] = {
            "startLine": place.line,
            "startColumn": max(1, place.column),
            "endColumn": max(1, place.column) + place.length,
        }
    text = diagnostic.message + (f" (help: {diagnostic.help})" if diagnostic.help else "")
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
