"""The boxes of ISO base media files (ISO/IEC 14496-12): pictures, films and sounds are made of them."""

from collections.abc import Iterator
from typing import NamedTuple

from annotated_briefings.output.unclear import Unclear


class Box(NamedTuple):
    """A box of a file."""

    kind: bytes
    """Its four letters."""
    at: int
    """Its first byte."""
    start: int
    """The first byte of its content."""
    end: int
    """The one after its last."""


def boxes(data: bytes, at: int, stop: int) -> Iterator[Box]:
    """The boxes between two places of a file. Raises Unclear for one that reaches beyond."""
    while at + 8 <= stop:
        size, kind, start = int.from_bytes(data[at : at + 4]), bytes(data[at + 4 : at + 8]), at + 8
        if size == 1:
            size, start = int.from_bytes(data[at + 8 : at + 16]), at + 16
        end = at + size if size else stop
        if end < start or end > stop:
            raise Unclear
        yield Box(kind, at, start, end)
        at = end
