"""Diagnostics for programs: JSON and commands of GitHub Actions; for others see ``scan_logs`` and ``merge_reports``."""

import json
from collections.abc import Sequence
from typing import Any

from annotated_briefings.base.diagnostics.model import Diagnostic
from annotated_briefings.base.diagnostics.severity import Severity

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
    named = {"file": path_from(folder, place.path), "title": diagnostic.code}
    if place.line:
        named |= {"line": str(place.line), "col": str(place.column)}
    text = diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
    fields = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in named.items())
    return f"::{_COMMANDS[diagnostic.severity]} {fields}::{_escaped(text)}"


def path_from(folder: str, path: str) -> str:
    """The path of a file from the folder in which the command was given."""
    return "/".join(part for part in (folder, path) if part)


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
