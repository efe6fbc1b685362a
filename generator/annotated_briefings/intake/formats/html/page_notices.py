"""Notices of a page that are no part of its article and speak of it: a bar above it, a box or a small table beside its
headline, its tags."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.html.blocks import blocks
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.marks.held import Mark, is_phrase, joined
from annotated_briefings.intake.stated.marks.laid_out import block_mark

_LONGEST = 240
"""Letters of a notice, and of the box that it is in."""
_BELOW = 3
"""Blocks below the article that may be about it."""
_MOST_LINKS, _UP, _LONGEST_TAG = 400, 3, 60
"""Links that are looked at, how many elements around each, and letters of a tag."""
_MENUS = ("nav", "footer", "form", "menu")
_OTHERS = ("article", "section", "li")
"""Elements in which pages put teasers of other articles."""
_TAGS = regex(r"(?:post-|entry-|article-)?(?:tags?|keywords|labels?)(?:-list|-links)?", re.IGNORECASE)
"""Classes of the lists of the tags of an article."""


def notices_mark(soup: BeautifulSoup, article: Sequence[Paragraph]) -> Mark:
    """What the notices of a page, and the tags of its article, say of who may read that."""
    marks = [block_mark(text, near_top=False) for text in _notices(soup, article)]
    return joined((*marks, *(block_mark(tag, near_top=False) for tag in _tags(soup))))


def _notices(soup: BeautifulSoup, article: Sequence[Paragraph]) -> Iterator[str]:
    texts = {paragraph.text for paragraph in article}
    found = [(block, tag) for block, tag in blocks(soup.body or soup) if block.text]
    own = [n for n, (block, _) in enumerate(found) if block.text in texts]
    holders = {id(parent) for n in own for parent in found[n][1].parents}
    for block, tag in found[: max(own, default=-1) + 1 + _BELOW]:
        if not block.aside and block.text not in texts and len(block.text) <= _LONGEST and _is_of_page(tag, holders):
            yield block.markdown or block.text


def _is_of_page(tag: Tag, holders: set[int]) -> bool:
    """Whether an element is no menu, no link and no teaser; ``holders`` are the elements around the article."""
    if tag.name == "a" or tag.find("a", href=True) is not None:
        return False
    for parent in (tag, *tag.parents):
        if id(parent) in holders:
            return True
        if parent.name == "a" or parent.name in _MENUS:
            return False
        if parent.name == "aside" and len(parent.get_text(" ", strip=True)) > _LONGEST:
            return False
        if parent is not tag and parent.name in _OTHERS and parent.find(["a", "h2", "h3", "h4"]) is not None:
            return False
    return True


def _tags(soup: BeautifulSoup) -> Iterator[str]:
    """The tags of the article of a page that are phrases: one word is a subject."""
    for link in soup.find_all("a", limit=_MOST_LINKS):
        around = (link, *islice(link.parents, _UP))
        names = (str(name) for one in around for name in one.get_attribute_list("class"))
        text = " ".join(link.get_text(" ").split())
        named = "tag" in link.get_attribute_list("rel") or any(map(_TAGS.fullmatch, names))
        if named and len(text) <= _LONGEST_TAG and is_phrase(text):
            yield text
