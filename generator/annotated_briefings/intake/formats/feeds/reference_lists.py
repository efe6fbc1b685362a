"""Lists of reference managers as XML: EndNote and MODS, each entry an article where it holds a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected
from annotated_briefings.intake.formats.office.package import parse
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.formats.press.references import ENTRY, NO_TEXT, reference_mark, turned
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.marks.held import joined, marked

_ROOT = regex(
    rb"\A\W*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:xml>\s*<records\b|records>\s*<record\b"
    rb"|(?:\w+:)?mods(?:Collection)?[\s>])",
    re.DOTALL,
)
_HEAD = 2000
"""Bytes of a file by which it is known."""
_ENTRIES = ("record", "mods")
_PATHS: Mapping[str, tuple[str, ...]] = {
    "title": ("titles/title", "titleInfo/title"),
    "author": ("contributors/authors/author", "name/namePart"),
    "outlet": (
        "titles/secondary-title",
        "periodical/full-title",
        "titles/alt-title",
        "relatedItem/titleInfo/title",
        "publisher",
    ),
    "published": ("dates/pub-dates/date", "originInfo/dateIssued", "relatedItem/part/date", "part/date", "dates/year"),
    "url": ("urls/related-urls/url", "urls/web-urls/url", "location/url"),
    "language": ("language", "language/languageTerm"),
    "text": ("abstract", "notes", "note"),
}
"""Where the entries of such lists have their facts, likeliest first."""
_YEAR = "dates/year"
_NOTES = frozenset("note notes keyword research-notes label accessCondition topic".split())
"""Elements that may hold an entry back."""
_OF_THE_LIST = frozenset(
    "database source-app rec-number foreign-keys ref-type recordInfo typeOfResource identifier typeofresource".split()
)
"""Elements that tell of the list, and of no article."""


def is_reference_list(data: bytes) -> bool:
    """Whether a file is such a list."""
    return _ROOT.match(data[:_HEAD]) is not None


def read_reference_list(file: CollectedFile) -> Detected:
    """The entries of such a list; what they state beside their texts is left out by name."""
    try:
        root = parse(file.data, "list")
    except (BrokenFile, RecursionError):
        message = "the list of references cannot be read: it is no whole XML"
        return (), (report("broken-file", message, Place(file.name), help="export it again"),)
    entries = [one for one in root.iter() if one.tag in _ENTRIES]
    return tuple(_document(f"{file.name}#{n}", entry) for n, entry in enumerate(entries, 1)), ()


def _document(name: str, entry: Element) -> RawDocument:
    found = {role: _first(entry, paths) for role, paths in _PATHS.items()}
    words = {role: [text for one in some if (text := _words(one))] for role, some in found.items()}
    day = " ".join(words["published"][:1])
    year = next(iter(_texts(entry, _YEAR)), "")
    given = Given(
        title=" ".join(words["title"][:1]),
        author="; ".join(map(turned, _people(entry) or words["author"])),
        outlet=" ".join(words["outlet"][:1]),
        published=day if not year or year in day else f"{day} {year}",
        url=" ".join(words["url"][:1]),
        language=" ".join(words["language"][:1]),
    )
    kinds = [str(one.get("name", "")) or _words(one) for one in _at(entry, ["ref-type"]) + _at(entry, ["genre"])]
    fields = [(one.tag, _words(one)) for one in entry.iter() if one.tag in _NOTES]
    given = marked(given, joined(reference_mark(kind, fields) for kind in kinds or [""]))
    paragraphs = tuple(
        Paragraph(" ".join(part.split()), 0, 0)
        for one in found["text"][:1]
        for part in re.split(r"\n\s*\n|\r+", "".join(one.itertext()))
        if part.strip()
    )
    used = {id(one) for role, some in found.items() for one in (some if role == "author" else some[:1])}
    used |= {id(one) for one in _at(entry, _YEAR.split("/"))}
    around = tuple(Paragraph(f"{key}: {text}", 0, 0, aside=ENTRY) for key, text in _left(entry, used))
    return RawDocument(name, paragraphs, "xml", True, given, "" if paragraphs else NO_TEXT, around=around)


def _people(entry: Element) -> list[str]:
    """The writers whose names are in parts, as MODS has them."""
    parted = [{part.get("type", ""): _words(part) for part in _at(one, ["namePart"])} for one in _at(entry, ["name"])]
    return [f"{parts['given']} {parts['family']}" for parts in parted if parts.keys() >= {"given", "family"}]


def _left(entry: Element, used: set[int]) -> Iterator[tuple[str, str]]:
    """The elements with words of their own that no fact was made of, each by its name."""
    for one in entry:
        if id(one) in used or one.tag in _OF_THE_LIST:
            continue
        inner = [deeper for deeper in one if deeper.tag != "style"]
        if inner:
            yield from _left(one, used)
        elif text := _words(one):
            yield one.tag, text


def _first(entry: Element, paths: Sequence[str]) -> list[Element]:
    """The elements at the first path that has some with words."""
    return next((some for path in paths if (some := [one for one in _at(entry, path.split("/")) if _words(one)])), [])


def _texts(entry: Element, path: str) -> list[str]:
    return [_words(one) for one in _at(entry, path.split("/"))]


def _at(entry: Element, names: Sequence[str]) -> list[Element]:
    """The elements at a path of local names."""
    found = [entry]
    for name in names:
        found = [inner for one in found for inner in one if inner.tag == name]
    return found


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
