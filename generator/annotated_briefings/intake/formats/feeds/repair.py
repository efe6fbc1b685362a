"""Feeds that are not well formed: slips of writing that are repaired without a change of any word."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_SLIPS = regex(
    rb"(?P<kept><!\[CDATA\[.*?\]\]>|<!--.*?-->)"
    rb"|(?P<sign>&)(?!#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)"
    rb"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf])",
    re.DOTALL,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class Repaired(Value):
    """A feed with its slips repaired."""

    data: bytes
    """Its bytes."""
    line: int
    """Line of the first slip, from 1."""
    column: int
    """Column of the first slip in bytes, from 1."""
    signs: int
    """How many `&` were no references."""
    controls: int
    """How many control characters were taken out."""


def repaired(data: bytes) -> Repaired | None:
    """A feed whose bare `&` are written as XML asks, without control characters; none where it has no such slip."""
    if data.startswith(_WIDE):
        return None
    found = [match for match in _SLIPS.finditer(data) if match["kept"] is None]
    if not found:
        return None
    first = found[0].start()
    signs = sum(match["sign"] is not None for match in found)
    return Repaired(
        _SLIPS.sub(lambda match: match["kept"] or (b"&amp;" if match["sign"] else b""), data),
        data.count(b"\n", 0, first) + 1,
        first - data.rfind(b"\n", 0, first),
        signs,
        len(found) - signs,
    )
