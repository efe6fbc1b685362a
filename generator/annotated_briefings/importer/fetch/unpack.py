"""The text of an answer, unpacked piece by piece, so that no small answer becomes a large one unseen."""

import zlib
from collections.abc import Iterable

from annotated_briefings.importer.fetch.faults import broken_answer, too_large

_GZIP, _ZLIB, _RAW = 31, 15, -15
"""Window sizes by which zlib tells its formats apart."""
_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")
ACCEPTED = "gzip"
"""What servers are asked to pack answers with; what comes packed otherwise has not been asked for."""


def unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The bytes of an answer, of at most ``limit``, whose ``Content-Encoding`` is given. Raises NotFetched."""
    kinds = [kind for kind in (word.strip().lower() for word in encoding.split(",")) if kind not in _PLAIN]
    if len(kinds) > 1 or any(kind not in _PACKED for kind in kinds):
        raise broken_answer(f"it comes packed in a way that was not asked for (`{', '.join(kinds)}`)")
    return _inflated(chunks, kinds[0], limit) if kinds else _joined(chunks, limit)


def _joined(chunks: Iterable[bytes], limit: int) -> bytes:
    out = bytearray()
    for chunk in chunks:
        out += chunk
        if len(out) > limit:
            raise too_large(limit)
    return bytes(out)


def _inflated(chunks: Iterable[bytes], kind: str, limit: int) -> bytes:
    out = bytearray()
    window = 0
    inflater = None
    try:
        for chunk in chunks:
            if not chunk:
                continue
            if inflater is None:
                # Half of the servers mean the bare format by `deflate`, half that of zlib.
                window = _GZIP if kind != "deflate" else _ZLIB if chunk[0] & 15 == 8 else _RAW
                inflater = zlib.decompressobj(window)
            while chunk:
                if inflater.eof:
                    # A second member of a gzip file, or padding, which is no text.
                    if window != _GZIP or not chunk.startswith(b"\x1f"):
                        break
                    inflater = zlib.decompressobj(window)
                out += inflater.decompress(chunk, limit + 1 - len(out))
                if len(out) > limit:
                    raise too_large(limit)
                chunk = inflater.unconsumed_tail or inflater.unused_data
    except zlib.error:
        raise broken_answer("what it sends cannot be unpacked") from None
    if inflater is not None and not inflater.eof:
        raise broken_answer("it broke off before its end")
    return bytes(out)
