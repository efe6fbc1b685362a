"""Words that are left out of a tree of HTML, noted in the tree by their first words until its blocks are read."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.intake.model import Paragraph

NOTE = "left-out"
"""The name of the elements that hold such words, which no page has, and no text."""
_MOST, _FIRST = 50, 25
"""Words that are named whole, and the first words of what has more; a word of a script without blanks has many."""
_LONGEST = 300


def note_words(soup: BeautifulSoup | Tag, words: str, why: str) -> None:
    """Note at the end of a tree that some words are left out."""
    note = Tag(name=NOTE, attrs={"words": words[:_LONGEST], "why": why})
    (getattr(soup, "body", None) or soup).append(note)


def note_left_out(soup: BeautifulSoup | Tag, tag: Tag, why: str) -> None:
    """Note at the end of a tree that the words of an element are left out, if it has any."""
    words = tag.get_text(" ").split()
    if not any(map(str.isalnum, "".join(words))):
        return
    note_words(soup, " ".join(words if len(words) <= _MOST else (*words[:_FIRST], "…")), why)


def left_out(root: Tag) -> Iterator[Paragraph]:
    """What was noted in a tree, in order, each text once."""
    found = {(str(tag.get("words") or ""), str(tag.get("why") or "")): None for tag in root.find_all(NOTE)}
    for words, why in found:
        yield Paragraph(words, 0, 0, aside=why)
