"""Text to the terminal: the only place that prints, and the one that escapes control characters."""

import re
import sys
from collections.abc import Iterable
from typing import TextIO

from annotated_briefings.base.diagnostics import Diagnostic, show

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
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
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(printable(text).encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def write_lines(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print lines; a line end inside one of them is escaped, since it comes from a text of somebody else."""
    text = "".join(f"{one_line(line)}\n" for line in lines)
    if text:
        write(text, stream)


def write_diagnostics(found: Iterable[Diagnostic]) -> None:
    """Print diagnostics on standard error."""
    text = "".join(f"{show(diagnostic)}\n" for diagnostic in found)
    if text:
        write(text, sys.stderr)
