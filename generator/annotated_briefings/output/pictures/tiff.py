"""TIFF (revision 6.0): published where nothing but its pixels is in it, for nothing can be taken out of it safely."""

import struct
from collections.abc import Iterator

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""Bytes of a value of each type."""
_PIXELS = frozenset(
    (
        *(*range(254, 260), *range(262, 267), *range(273, 275), *range(277, 285), 290, 291, 292, 293, 296, 297, 301),
        *(*range(317, 326), *range(338, 342), 347, *range(529, 533)),
    )
)
"""Tags that say how the pixels are to be read."""
_PLACES = {273: 279, 324: 325}
"""Tags of the places of pixels, each with that of their lengths."""


def has_metadata_in_tiff(tiff: bytes) -> bool:
    """Whether a TIFF file holds anything but pixels and how to read them: other tags, or bytes that no tag accounts
    for."""
    try:
        used = sorted(_used(tiff))
    except (struct.error, _MetadataFound):
        return True
    at = 0
    for start, end in used:
        if tiff[at:start].strip(b"\0"):
            return True
        at = max(at, end)
    return bool(tiff[at:].strip(b"\0"))


class _MetadataFound(Exception):
    """A file holds something that tells."""


def _used(tiff: bytes) -> Iterator[tuple[int, int]]:
    """The stretches of a file that are structure or pixels."""
    order = "<" if tiff[:2] == b"II" else ">"
    (start,) = struct.unpack_from(order + "I", tiff, 4)
    yield 0, 8
    seen: set[int] = set()
    while start and start not in seen:
        seen.add(start)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        found: dict[int, tuple[int, ...]] = {}
        for number in range(count):
            tag, kind, many, value = struct.unpack_from(order + "HHII", tiff, start + 2 + 12 * number)
            size = _SIZES.get(kind, 0) * many
            if tag not in _PIXELS or not size:
                raise _MetadataFound
            if size > 4:
                yield value, value + size
            if tag in (*_PLACES, *_PLACES.values()):
                form = order + str(many) + {3: "H", 4: "I"}.get(kind, "I")
                found[tag] = struct.unpack_from(form, tiff, value if size > 4 else start + 2 + 12 * number + 8)
        for places, lengths in _PLACES.items():
            yield from ((at, at + n) for at, n in zip(found.get(places, ()), found.get(lengths, ()), strict=False))
        yield start, start + 2 + 12 * count + 4
        (start,) = struct.unpack_from(order + "I", tiff, start + 2 + 12 * count)
