"""Ogg (RFC 3533) with Vorbis, Opus, Theora or FLAC: the packet of comments is emptied where it is, and the checksums of
its pages are made anew."""

from functools import lru_cache

from annotated_briefings.output.unclear import Unclear

OGG = b"OggS\0"
_COMMENTS = (b"\x03vorbis", b"OpusTags", b"\x81theora", b"OVP80\x02 ", b"Speex   ")
_SECOND = 2
"""The packet of a stream that holds its comments, counted from 1."""


def clean_ogg(data: bytes) -> bytes:
    """A sound or a film of the same length without comments. Raises Unclear."""
    out = bytearray(data)
    packets: dict[int, int] = {}
    parts: dict[int, list[tuple[int, int]]] = {}
    touched: dict[int, set[tuple[int, int]]] = {}
    pages: set[tuple[int, int]] = set()
    at = 0
    while at < len(data):
        if data[at : at + 5] != OGG or at + 27 > len(data):
            raise Unclear
        stream = int.from_bytes(data[at + 14 : at + 18], "little")
        if data[at + 5] & 2:
            packets[stream], parts[stream], touched[stream] = 1, [], set()
        laces = data[at + 27 : at + 27 + data[at + 26]]
        start = at + 27 + len(laces)
        page = (at, start + sum(laces))
        if page[1] > len(data):
            raise Unclear
        for lace in laces:
            if packets.get(stream, 3) == _SECOND:
                parts[stream].append((start, start + lace))
                touched[stream].add(page)
            start += lace
            if lace < 255:
                if packets.get(stream) == _SECOND:
                    pages |= touched[stream]
                    _empty(out, parts[stream])
                packets[stream] = packets.get(stream, 3) + 1
        at = page[1]
    for start, end in pages:
        out[start + 22 : start + 26] = bytes(4)
        out[start + 22 : start + 26] = _checksum(out[start:end]).to_bytes(4, "little")
    return bytes(out)


def _empty(out: bytearray, parts: list[tuple[int, int]]) -> None:
    """Empty a packet of comments: the name of its program becomes blanks, so that its length stays."""
    packet = b"".join(bytes(out[start:end]) for start, end in parts)
    mark = next((mark for mark in _COMMENTS if packet.startswith(mark)), b"")
    if packet.startswith(b"\x84") or packet[:1] == b"\x04":
        mark = packet[:4]  # FLAC: the head of a block
    elif not mark:
        # Speex has no mark, and other streams have no comments.
        raise Unclear
    blanks = len(packet) - len(mark) - 9
    if blanks < 0:
        return
    made = mark + blanks.to_bytes(4, "little") + b" " * blanks + bytes(4) + b"\x01"
    at = 0
    for start, end in parts:
        out[start:end] = made[at : at + end - start]
        at += end - start


@lru_cache(maxsize=1)
def _table() -> tuple[int, ...]:
    """The checksums of single bytes (RFC 3533, section 6)."""
    out = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ 0x04C11DB7 if value & 0x80000000 else value << 1) & 0xFFFFFFFF
        out.append(value)
    return tuple(out)


def _checksum(page: bytearray) -> int:
    value, table = 0, _table()
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ table[value >> 24 ^ byte]
    return value
