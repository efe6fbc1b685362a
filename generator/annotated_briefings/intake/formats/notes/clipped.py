"""What clippers and note programs write into Markdown: properties in lines, links as names, marks, headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.records import FIELDS, LANGUAGES, MODIFIED
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.marks.held import is_state_key

PROPERTIES, OWN, PICTURE, EXCERPT, LINK = (
    "properties of a note", "a line of the program that saved it", "a picture without words", "an excerpt of the page",
    "a link to more",
)  # fmt: skip
ADDRESSES = ("source", "source_url", "clipped_from", "clip_url", "original", "origin", "web_url", "page", "href", "uri")
"""What clippers call the address of a page, besides the names that records have for it."""
SAVED = frozenset(
    map(bare_key, ("created", "created_at", "date created", "created_time", "clipped", "saved", "date saved", "added"))
)
"""Names of the day on which a page was saved."""
_WIKILINK = regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_NAMED_LINK = regex(r"\[([^\[\]]+)\]\([^()\s]*\)")
_PROPERTY = regex(
    r"[ \t]*(?:[-*+][ \t]+)?\*{0,2}(?P<key>[^\W\d][\w /-]{0,30}?)\*{0,2}::?\*{0,2}(?:[ \t]+(?P<value>.*))?"
)
_MORE_KEYS = (
    "tags topics category type full_title document_tags document_note summary id parent_id type_ is_todo created_time "
    "updated_time latitude longitude altitude is_conflict todo_due source_application markup_language notebook status "
    "rating read progress date_added last_edited highlights item_type citekey zotero"
).split()
_KNOWN = frozenset(
    bare_key(name)
    for names in (*FIELDS.values(), LANGUAGES, MODIFIED, ADDRESSES, _MORE_KEYS)
    for name in names
) | SAVED  # fmt: skip
_SAVING = frozenset(map(bare_key, (*ADDRESSES[1:], "citekey", "parent_id", "document_tags", "clipped"))) | SAVED
_MARKED = regex(r"==(?=\S)([^=\n]+?)(?<=\S)==")
_OWN_HEADINGS = frozenset(
    "metadata|highlights|highlight|annotations|extracted annotations|notes|document notes|new highlights added"
    "|full document|clippings|article|note|properties".split("|")
)
_OWN_LINES = regex(
    r"\(\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?\)|updated on .{4,40}"
    r"|(?:clipped|saved|created) (?:from|with|by|on)\b.{0,80}"
    r"|rw-book-cover|new highlights added .{0,40}",
    re.IGNORECASE,
)
_VIEW = regex(
    r"[ \t]*\(?\[(?:View Highlight|Open in \w+|Location \d+|Updated on [^\]]*|go to annotation)\]\([^()\s]*\)\)?", re.I
)
_EXCERPT = regex(r">[ \t]*#+[ \t]*(?:excerpt|summary)\b", re.IGNORECASE)
_BARE_PICTURE = regex(r"!\[\]\(([^()\s]+)[^()]*\)|!\[\[([^\[\]]+)\]\]")
_TOP = 4
"""Blocks at the top of a note among which its properties are."""
_FEWEST = 2


def names_in(value: str) -> str:
    """A value with names in place of the links to their pages."""
    return _NAMED_LINK.sub(r"\1", _WIKILINK.sub(r"\1", value)) if "[" in value else value


def without_marks(block: str) -> str:
    """A block without the signs of highlighted words."""
    return _MARKED.sub(r"\1", block) if "==" in block else block


def properties(paragraphs: Sequence[tuple[Paragraph, str]]) -> tuple[list[tuple[str, Any]], frozenset[int]]:
    """The properties that a note states in lines at its top or its end, and the places of these blocks; each block
    comes with its source."""
    places = [*range(min(_TOP, len(paragraphs))), *([len(paragraphs) - 1] if len(paragraphs) > 1 else [])]
    pairs: list[tuple[str, Any]] = []
    used: set[int] = set()
    for n in dict.fromkeys(places):
        own = [_PROPERTY.fullmatch(line) for line in paragraphs[n][1].split("\n") if line.strip()]
        found = [one for one in own if one is not None]
        known = [one for one in found if bare_key(one["key"]) in _KNOWN or is_state_key(one["key"])]
        fewest = 1 if all("::" in line for line in paragraphs[n][1].split("\n")) else _FEWEST
        if len(found) == len(own) and len(known) >= fewest and 2 * len(known) > len(found):
            pairs += [(one["key"], (one["value"] or "").strip()) for one in found]
            used.add(n)
    return pairs, frozenset(used)


def is_saved(keys: Iterable[str]) -> bool:
    """Whether the fields of a file are those of a page or a note that a program has saved."""
    return not _SAVING.isdisjoint(map(bare_key, keys))


def named(paragraphs: Iterable[tuple[Paragraph, str]], used: frozenset[int], *, saved: bool) -> Iterator[Paragraph]:
    """The blocks of a file; what is not shown or no text is marked so, and in one that a program has ``saved`` the
    lines of that program too."""
    for n, (paragraph, source) in enumerate(paragraphs):
        if n in used:
            yield replace(paragraph, aside=PROPERTIES)
        elif saved and _EXCERPT.match(source):
            yield replace(paragraph, aside=EXCERPT)
        elif saved and (_OWN_LINES.fullmatch(paragraph.text) or _is_own_heading(paragraph)):
            yield replace(paragraph, aside=OWN)
        else:
            yield paragraph


def _is_own_heading(paragraph: Paragraph) -> bool:
    return paragraph.heading and " ".join(paragraph.text.casefold().split()) in _OWN_HEADINGS


def parted(paragraph: Paragraph, source: str) -> Iterator[tuple[Paragraph, str]]:
    """A block, and what of it is shown nowhere else: pictures without words, links of the program to its own pages."""
    pictures = [one[0] or one[1] for one in _BARE_PICTURE.findall(source)]
    views = _VIEW.findall(source)
    if views:
        clean = _VIEW.sub("", source)
        text = re.sub(r"\s*\(?(?:View Highlight|Open in \w+|Location \d+|go to annotation)\)?", "", paragraph.text)
        yield replace(paragraph, text=text, markdown=clean if paragraph.markdown else ""), clean
        for view in views:
            yield (
                Paragraph(
                    re.sub(r"\(?\[([^\]]*)\].*", r"\1", view.strip()), paragraph.line, paragraph.last_line, aside=LINK
                ),
                "",
            )
    elif paragraph.text:
        yield paragraph, source
    for picture in pictures:
        yield Paragraph(picture, paragraph.line, paragraph.last_line, aside=PICTURE), ""
