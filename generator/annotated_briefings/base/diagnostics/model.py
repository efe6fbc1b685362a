"""Errors, warnings and hints as values, and how they are shown to people."""

from collections.abc import Iterable

from annotated_briefings.base.diagnostics.code import Code
from annotated_briefings.base.diagnostics.codes import DECLARED
from annotated_briefings.base.diagnostics.severity import Severity
from annotated_briefings.base.source import Place, Source, line_of
from annotated_briefings.base.values import Value

_LONGEST = 400
"""Characters of a line that an excerpt shows."""


class Absent(Value):
    """Names that no file has: what a diagnostic rests on that would be wrong if one of them were there."""

    names: tuple[str, ...]
    """The names, as they would be written."""
    where: tuple[str, ...]
    """Ends of the paths of the files that could have them."""


class Diagnostic(Value):
    """One fact about one place that somebody should know."""

    code: str
    """Its code, which ``briefings explain`` knows."""
    severity: Severity
    """The severity of the code."""
    message: str
    """The fact, in lower case, with the writer's words in backticks."""
    place: Place
    """Where it is."""
    help: str = ""
    """What to do about it; may be empty."""
    excerpt: str = ""
    """The line of the file, for the caret."""
    absent: Absent | None = None
    """What is in no file that could be read; None where it rests on nothing of the kind."""
    meant: str = ""
    """The key or the path that is meant where another one is written; empty for what is no such slip."""
    unread: str = ""
    """The text of the file that it is about, where nothing else reads it: what is missing elsewhere may be in it."""


def report(
    code: str,
    message: str,
    place: Place,
    *,
    help: str = "",  # noqa: A002 - the word users see
    source: Source | None = None,
    meant: str = "",
    unread: str = "",
) -> Diagnostic:
    """A diagnostic of a declared code, with the excerpt of its line when the source is given."""
    return diagnostic_of(DECLARED[code], message, place, help, source, meant=meant, unread=unread)


def diagnostic_of(
    code: Code,
    message: str,
    place: Place,
    help: str,  # noqa: A002 - the word users see
    source: Source | None,
    *,
    absent: Absent | None = None,
    meant: str = "",
    unread: str = "",
) -> Diagnostic:
    """A diagnostic of a code, with the excerpt of its line when the source is given."""
    excerpt = line_of(source, place.line) if source and place.line else ""
    return Diagnostic(code.code, code.severity, message, place, help, excerpt[:_LONGEST], absent, meant, unread)


def show(diagnostic: Diagnostic) -> str:
    """The diagnostic as a terminal shows it: place, message, line, caret, help."""
    place = diagnostic.place
    where = _one_line(place.path)
    if place.line:
        where += f":{place.line}:{place.column}"
    lines = [f"{where}: {diagnostic.severity}[{diagnostic.code}]: {_one_line(diagnostic.message)}"]
    if diagnostic.excerpt and place.column <= len(diagnostic.excerpt) + 1:
        number = f"{place.line:>5}"
        pad = "".join("\t" if c == "\t" else " " for c in diagnostic.excerpt[: place.column - 1])
        length = max(1, min(place.length, len(diagnostic.excerpt) - place.column + 1))
        lines.append(f"{number} | {diagnostic.excerpt}")
        lines.append(f"{' ' * len(number)} | {pad}{'^' * length}")
    if diagnostic.help:
        lines.append(f"  help: {_one_line(diagnostic.help)}")
    return "\n".join(lines)


def _one_line(text: str) -> str:
    """A text whose line ends cannot be taken for the start of another diagnostic."""
    return " ".join(text.split("\n"))


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Order of diagnostics in every listing: by place, then by code and message."""
    place = diagnostic.place
    return (place.path, place.line, place.column, diagnostic.code, diagnostic.message)


def by_file(found: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    """Diagnostics by the path of their file, in their order."""
    out: dict[str, list[Diagnostic]] = {}
    for one in found:
        out.setdefault(one.place.path, []).append(one)
    return {path: tuple(own) for path, own in out.items()}
