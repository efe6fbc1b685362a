"""Words that a feed states beside the texts of its entries: of pictures, podcasts, rights and other vocabularies.

feedparser keeps the last element of a name, and nothing of one with attributes; so the elements are read again.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.package import whole_tree
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile

_ENTRIES = ("item", "entry")
_CORE = ("", "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://purl.org/rss/1.0/modules/content/")
"""Vocabularies of feeds themselves, whose texts and facts are read."""
_READ = frozenset(
    "title link guid id pubDate published updated description summary content encoded author source language "
    "generator docs lastBuildDate".split()
)
_TEXTS = frozenset(("description", "summary", "content", "encoded"))
_NOT_SHOWN = ("wordpress.org/export", "purl.org/atom/app", "schemas.google.com")
"""How the vocabularies of exports are named: what they state is how a program keeps a text."""
_NAMES = frozenset(("creator", "author", "name", "email", "uri", "publisher"))
"""_Elements with names of people, which are read wherever they are."""
_WORDY = ("title", "label", "term", "info")
"""Attributes that may hold words."""

_Elements = tuple[tuple[str, list[str]], ...]


class BesideEntries(Value):
    """_Elements with words, each by its name."""

    channel: _Elements
    """Those of the feed itself."""
    entries: tuple[_Elements, ...]
    """Those of each entry, in order."""


def beside_entries(data: bytes) -> BesideEntries | None:
    """The elements of a feed that its reader does not take; None where the feed is no whole XML."""
    try:
        root = whole_tree(data, "feed")
    except (BrokenFile, RecursionError):
        return None
    entries = [one for one in root.iter() if _local(one) in _ENTRIES]
    inside = {id(one) for entry in entries for one in entry.iter()}
    above = next((one for one in root if _local(one) == "channel"), root)
    channel = tuple(pair for one in above if id(one) not in inside for pair in _pairs(one, _READ - _TEXTS))
    return BesideEntries(channel, tuple(map(_of_entry, entries)))


def _of_entry(entry: Element) -> _Elements:
    """The elements of an entry; its description too where it has its text elsewhere."""
    whole = any(_local(one) in ("content", "encoded") for one in entry)
    read = _READ - {"description", "summary"} if whole else _READ
    return tuple(pair for one in entry for pair in _pairs(one, read))


def _pairs(element: Element, read: frozenset[str] = frozenset()) -> Iterator[tuple[str, list[str]]]:
    space, name = str(element.tag).lstrip("{").rpartition("}")[0], _local(element)
    if name in _NAMES or any(one in space for one in _NOT_SHOWN):
        return
    known = space in _CORE and name in read
    texts = [] if known else [" ".join((element.text or "").split())]
    texts += [] if known and name != "link" else [value for key, value in element.attrib.items() if key in _WORDY]
    if any(texts):
        yield name, texts
    if not known:
        for inner in element:
            yield from _pairs(inner)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
