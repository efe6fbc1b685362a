"""Digests of frozen values: equal values have equal digests in every process."""

from hashlib import blake2b
from types import MappingProxyType

from msgspec import to_builtins
from msgspec.msgpack import Encoder


def _plain(value: object) -> object:
    """A read-only mapping as one that is encoded."""
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise TypeError(f"there is no digest of {type(value).__name__}")


_ENCODER = Encoder(order="deterministic", enc_hook=_plain)


def digest(*values: object) -> str:
    """Hex digest (32 characters) of values, texts, bytes, numbers, dates, members of enumerations, and of tuples, sets
    and mappings of these; raises TypeError for anything else.

    A date is encoded as its text and a member of an enumeration as its value, so a field must not hold a text in one
    value and one of these in another.
    """
    try:
        data = _ENCODER.encode(values)
    except (UnicodeEncodeError, OverflowError):
        # MessagePack has no place for names of files that are not UTF-8 and integers of more than 64 bits.
        data = ascii(to_builtins(values, order="deterministic", enc_hook=_plain)).encode("ascii")
    return blake2b(data, digest_size=16).hexdigest()


def entry_digest(entry: object) -> str:
    """Six hex digits for an entry of a list in front matter: a text, or texts by their keys, whatever their order."""
    texts = sorted((key, str(value)) for key, value in entry.items()) if isinstance(entry, dict) else str(entry)
    return blake2b(repr(texts).encode("utf-8", "replace"), digest_size=3).hexdigest()
