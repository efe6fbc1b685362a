"""Words that are left out of a tree of HTML, noted in the tree by their first words until its blocks are read."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.intake.formats.unseen.words import LONGEST, first_words
from annotated_briefings.intake.model import Paragraph

NOTE = "left-out"
"""The name of the elements that hold such words, which no page has, and no text."""


def note_words(soup: BeautifulSoup | Tag, words: str, why: str) -> None:
    """Note at the end of a tree that some words are left out."""
    note = Tag(name=NOTE, attrs={"words": words[:LONGEST], "why": why})
    (getattr(soup, "body", None) or soup).append(note)


def note_left_out(soup: BeautifulSoup | Tag, tag: Tag, why: str) -> None:
    """Note at the end of a tree that the words of an element are left out, if it has any."""
    if words := first_words(tag.get_text(" ").split()):
        note_words(soup, words, why)


def left_out(root: Tag) -> Iterator[Paragraph]:
    """What was noted in a tree, in order, each text once."""
    found = {(str(tag.get("words") or ""), str(tag.get("why") or "")): None for tag in root.find_all(NOTE)}
    for words, why in found:
        yield Paragraph(words, 0, 0, aside=why)
