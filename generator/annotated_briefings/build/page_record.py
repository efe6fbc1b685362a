"""What is cached of each rendered page between builds: the key it was rendered for, its links, and what is wrong."""

from collections.abc import Iterable
from pickle import HIGHEST_PROTOCOL, dumps, loads
from struct import Struct
from typing import NamedTuple
from zlib import compress, decompress

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.output.audit import PageFacts

PAGES = "pages 4"
"""Stage of the records in the cache. Change the number when the form of a record changes: their keys do not contain the
fingerprint of the code."""
_LENGTH = Struct("<I")


class PageRecord(NamedTuple):
    """What is cached of a page besides its file."""

    key: str
    """Digests of everything that it was rendered from."""
    digest: str
    """Digest of its bytes; empty when its template failed."""
    links: bytes
    """The targets of its links, and its ids and links as written, compressed together: for 10,000 pages they take a
    third of their 90 MB. Empty for what is not HTML."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with its template."""
    faults: tuple[Diagnostic, ...] | None
    """What is wrong with its markup; None when that was not checked."""
    watch: str
    """Identifies the list of unpublished sentences that were looked for in it."""
    hits: tuple[int, ...]
    """The places in that list of those that it contains."""


def pack(record: PageRecord) -> bytes:
    """A record as it is stored in the cache."""
    return dumps(record, HIGHEST_PROTOCOL)


def unpack(packed: bytes | None) -> PageRecord | None:
    """A record from the cache; None where there is none or it cannot be read, since the page can be rendered again."""
    try:
        record: PageRecord | None = loads(packed) if packed else None
    except Exception:
        return None
    return record


def pack_links(targets: Iterable[str], facts: PageFacts) -> bytes:
    """The targets of the links of a page and its ids, compressed; what is read most often comes first.

    They are compressed together since starting to compress takes long: 20 us for 3 kB.
    """
    lines = "\n".join(targets).encode()
    return compress(_LENGTH.pack(len(lines)) + lines + dumps(facts, HIGHEST_PROTOCOL), 1)


def link_targets(record: PageRecord) -> list[str]:
    """The targets of the links of a page: output files, with a fragment where the link has one."""
    return _unpack_links(record)[0].decode().split("\n") if record.links else []


def page_facts(record: PageRecord | None) -> PageFacts | None:
    """The ids and links of a page; None for what is not HTML, or where there is no record."""
    facts: PageFacts | None = loads(_unpack_links(record)[1]) if record and record.links else None
    return facts


def _unpack_links(record: PageRecord) -> tuple[bytes, bytes]:
    data = decompress(record.links)
    end = _LENGTH.size + _LENGTH.unpack_from(data)[0]
    return data[_LENGTH.size : end], data[end:]
