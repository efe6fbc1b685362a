"""Diagnostics for the pages of merge requests: JUnit's XML, and the JSON of Code Climate.

Most services read the first; the second is what GitLab shows as code quality
(https://docs.gitlab.com/ci/testing/code_quality/).
"""

import json
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from annotated_briefings.base.diagnostics.fingerprints import fingerprints
from annotated_briefings.base.diagnostics.formats import path_from
from annotated_briefings.base.diagnostics.model import Diagnostic, by_file, show
from annotated_briefings.base.diagnostics.severity import Severity
from annotated_briefings.base.regex import regex

_RATINGS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}
_FORBIDDEN = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot have."""


def as_code_climate(found: Sequence[Diagnostic], folder: str) -> str:
    """A list of issues; ``folder`` leads from the repository to the site."""
    issues = [
        {
            "type": "issue",
            "check_name": one.code,
            "description": one.message + (f" (help: {one.help})" if one.help else ""),
            "categories": ["Style" if one.severity is Severity.HINT else "Bug Risk"],
            "severity": _RATINGS[one.severity],
            "fingerprint": name,
            "location": {"path": path_from(folder, one.place.path), "lines": {"begin": max(1, one.place.line)}},
        }
        for one, name in zip(found, fingerprints(found), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1)


def as_junit(found: Sequence[Diagnostic], folder: str, *, strict: bool) -> str:
    """A suite a file, and a case a diagnostic. What makes the command fail is a failure, all else is skipped with its
    message; a site with nothing wrong is one case that passes."""
    suites = [_suite(path_from(folder, path) or "site", own, strict) for path, own in by_file(found).items()]
    whole = '<testsuite name="site" tests="1" failures="0" errors="0" skipped="0" time="0">\n'
    whole += '<testcase classname="briefings" name="check" time="0"/>\n</testsuite>'
    failures = sum(_fails(one, strict) for one in found)
    head = f'<testsuites name="briefings check" tests="{max(1, len(found))}" failures="{failures}" errors="0" time="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *(suites or [whole]), "</testsuites>"])


def _suite(path: str, found: Sequence[Diagnostic], strict: bool) -> str:
    failures = sum(_fails(one, strict) for one in found)
    counts = f'tests="{len(found)}" failures="{failures}" errors="0" skipped="{len(found) - failures}" time="0"'
    names = fingerprints(found)
    cases = [_case(path, one, name, strict) for one, name in zip(found, names, strict=True)]
    return "\n".join([f"<testsuite name={_quoted(path)} {counts}>", *cases, "</testsuite>"])


def _case(path: str, one: Diagnostic, name: str, strict: bool) -> str:
    # The name stays when lines move, so that services see which cases are new.
    where = f"<testcase classname={_quoted(path)} name={_quoted(f'{one.code} {name[:8]}{name[32:]}')}"
    where += f' file={_quoted(path)} line="{max(1, one.place.line)}" time="0">'
    message = _quoted(one.message)
    if _fails(one, strict):
        element = f'<failure message={message} type="{one.code}">{escape(_legal(show(one)))}</failure>'
    else:
        element = f"<skipped message={message}/>\n<system-out>{escape(_legal(show(one)))}</system-out>"
    return f"{where}\n{element}\n</testcase>"


def _fails(one: Diagnostic, strict: bool) -> bool:
    return one.severity is Severity.ERROR or (strict and one.severity is Severity.WARNING)


def _quoted(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
