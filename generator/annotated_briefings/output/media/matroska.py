"""Matroska and WebM (RFC 9559): elements that tell of programs, times and persons are overwritten by empty ones."""

from annotated_briefings.output.unclear import Unclear

MATROSKA = b"\x1aE\xdf\xa3"
_SEGMENT, _INFO = 0x18538067, 0x1549A966
_GONE = frozenset((0x1254C367, 0x1941A469))
"""Tags, and attached files."""
_GONE_OF_INFO = frozenset((0x7BA9, 0x4D80, 0x5741, 0x4461, 0x7384, 0x3C83AB, 0x3E83BB))
"""Title, programs, time, and names of files."""
_VOID = 0xEC


def clean_matroska(data: bytes) -> bytes:
    """A film or a sound of the same length without metadata. Raises Unclear."""
    out = bytearray(data)
    _clean_level(data, out, 0, len(data), frozenset())
    return bytes(out)


def _clean_level(data: bytes, out: bytearray, at: int, stop: int, gone: frozenset[int]) -> None:
    while at < stop:
        begun = at
        ident, at, _ = _number(data, at, keep=True)
        size, at, unknown = _number(data, at, keep=False)
        end = stop if unknown else at + size
        if end > stop:
            # The last part of a film that was cut off.
            end = stop
        if ident in gone or ident == _VOID:
            _empty(out, begun, end)
        elif ident == _SEGMENT:
            _clean_level(data, out, at, end, _GONE)
        elif ident == _INFO:
            _clean_level(data, out, at, end, _GONE_OF_INFO)
        at = end


def _number(data: bytes, at: int, keep: bool) -> tuple[int, int, bool]:
    """An id or a size of variable length, the place behind it, and whether all its bits are set."""
    first = data[at] if at < len(data) else 0
    length = 9 - first.bit_length() if first else 9
    if length > 8 or at + length > len(data):
        raise Unclear
    value = int.from_bytes(data[at : at + length])
    bare = value & ((1 << (7 * length)) - 1)
    return (value if keep else bare), at + length, bare == (1 << (7 * length)) - 1


def _empty(out: bytearray, start: int, end: int) -> None:
    """Put an element without meaning in the place of another one."""
    whole = end - start
    out[start:end] = bytes(whole)
    out[start] = _VOID
    if whole >= 9:
        out[start + 1 : start + 9] = (whole - 9 | 1 << 56).to_bytes(8)
    elif whole >= 2:
        out[start + 1] = whole - 2 | 0x80
    else:
        raise Unclear
