"""Words that are left out of a tree of HTML, noted in the tree by their first words until its blocks are read."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.unseen.apart import COMMENT
from annotated_briefings.intake.model import Paragraph

NOTE = "left-out"
"""The name of the elements that hold such words, which no page has, and no text."""
_MOST, _FIRST = 50, 25
"""Words that are named whole, and the first words of what has more; a word of a script without blanks has many."""
_LONGEST = 300
_INSTRUCTION = regex(
    r"\s*(?:/?wp:\S.*|(?:markdownlint|prettier|eslint|remark|textlint|vale|cspell|toc|omit|start|end|begin)[-:\s]\S+.*"
    r"|/?\s*(?:more|nextpage|noteaser|toc|truncate|excerpt|break|read-?more|endif|\[if\b[^\]]*\].*|!\[endif\]))?\s*",
    re.DOTALL | re.IGNORECASE,
)


def unseen_words(left: Iterable[tuple[str, str]]) -> tuple[Paragraph, ...]:
    """Words of a text that nobody sees, each with its reason; those of a comment if it is no instruction to a
    program."""
    told = [(text, why) for text, why in left if why != COMMENT or not _INSTRUCTION.fullmatch(text)]
    found = {(_named(text.split()), why): None for text, why in told}
    return tuple(Paragraph(words[:_LONGEST], 0, 0, aside=why) for words, why in found if words)


def note_words(soup: BeautifulSoup | Tag, words: str, why: str) -> None:
    """Note at the end of a tree that some words are left out."""
    note = Tag(name=NOTE, attrs={"words": words[:_LONGEST], "why": why})
    (getattr(soup, "body", None) or soup).append(note)


def note_left_out(soup: BeautifulSoup | Tag, tag: Tag, why: str) -> None:
    """Note at the end of a tree that the words of an element are left out, if it has any."""
    if words := _named(tag.get_text(" ").split()):
        note_words(soup, words, why)


def _named(words: Sequence[str]) -> str:
    """Words as they are named; empty where they hold no letter and no digit."""
    if not any(map(str.isalnum, "".join(words))):
        return ""
    return " ".join(words if len(words) <= _MOST else (*words[:_FIRST], "…"))


def left_out(root: Tag) -> Iterator[Paragraph]:
    """What was noted in a tree, in order, each text once."""
    found = {(str(tag.get("words") or ""), str(tag.get("why") or "")): None for tag in root.find_all(NOTE)}
    for words, why in found:
        yield Paragraph(words, 0, 0, aside=why)
