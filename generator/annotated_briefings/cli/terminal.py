"""Text to the terminal: the only place that prints, and the one that escapes control characters."""

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TextIO

from annotated_briefings.base.diagnostics import Diagnostic, Severity, show
from annotated_briefings.base.regex import regex

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.HINT: "\x1b[1;36m"}
_MARKS = regex(r" *\|\s*\^+")
"""The line under an excerpt."""

_CONTROL = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and line end, line separators, marks that reorder text, and bytes that are no text.

They can move the cursor, hide text or change the title of a terminal."""


def printable(text: str) -> str:
    r"""The text with each control character as ``\u001b``, which is valid in JSON and means the same there."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(text: str) -> str:
    """The same for a text that must not start a line of its own."""
    return printable(text).replace("\n", "\\u000a")


def write(text: str, stream: TextIO | None = None) -> None:
    """Print a text, whatever the encoding of the terminal, to standard output or to another stream."""
    _send(printable(text), stream or sys.stdout)


def _send(text: str, stream: TextIO | None) -> None:
    # None where the caller has closed it.
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def write_lines(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print lines; a line end inside one of them is escaped, since it comes from a text of somebody else."""
    text = "".join(f"{one_line(line)}\n" for line in lines)
    if text:
        write(text, stream)


def write_diagnostics(found: Iterable[Diagnostic], stream: TextIO | None = None) -> None:
    """Print diagnostics, on standard error or on another stream, in colours where that is a terminal that shows
    them."""
    stream = stream or sys.stderr
    coloured = stream is not None and has_colours(stream, os.environ)
    text = "".join(f"{_coloured(diagnostic) if coloured else printable(show(diagnostic))}\n" for diagnostic in found)
    if text:
        _send(text, stream)


def has_colours(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether a stream shows colours: a terminal does, unless the variables of `no-color.org` or ``TERM`` say no."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    # Older terminals of Windows print the codes.
    known = os.name != "nt" or "WT_SESSION" in environment or "TERM" in environment
    return bool(environment.get("FORCE_COLOR")) or (stream.isatty() and known)


def _coloured(diagnostic: Diagnostic) -> str:
    """A diagnostic with its severity, the marks under its excerpt and its remedy in colours."""
    lines = printable(show(diagnostic)).split("\n")
    colour = _COLOURS[diagnostic.severity]
    severity = f"{diagnostic.severity}[{diagnostic.code}]:"
    lines[0] = lines[0].replace(severity, f"{colour}{severity}{_PLAIN}", 1)
    for number, line in enumerate(lines[1:], 1):
        if _MARKS.fullmatch(line):
            lines[number] = f"{line.rstrip('^')}{colour}{line[len(line.rstrip('^')) :]}{_PLAIN}"
        elif line.startswith("  help: "):
            lines[number] = f"  {_BOLD}help:{_PLAIN} {line.removeprefix('  help: ')}"
    return "\n".join(lines)
