"""HTML texts: what a reader of a page, letter, feed entry or document sees, as paragraphs that keep their form."""

import re
from collections.abc import Sequence
from html import unescape

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.html.blocks import blocks
from annotated_briefings.intake.formats.html.tree import read_tree
from annotated_briefings.intake.formats.unseen.apart import AROUND
from annotated_briefings.intake.formats.unseen.left import left_out
from annotated_briefings.intake.model import Paragraph

__all__ = ["html_paragraphs", "lines_shown"]
_TITLE = regex(r"<title\b[^<>]*>([^<]*)<", re.IGNORECASE)
_TOP = 20_000
"""Characters of a page in which its one text begins."""


def lines_shown(html: str) -> tuple[Sequence[str], tuple[Paragraph, ...]]:
    """The lines of a page that shows one text as it is (``pre``), and what is around it; else no lines."""
    if "<pre" not in html[:_TOP].lower():
        return (), ()
    tree = read_tree(html)
    titled = _TITLE.search(html)
    title = " ".join(unescape(titled[1]).split()) if titled else ""
    shown = tree.find_all("pre")
    if len(shown) != 1 or 2 * len(shown[0].get_text().split()) < len(tree.get_text().split()):
        return (), ()
    for tag in shown[0].find_all("br"):
        tag.replace_with("\n")
    lines = shown[0].extract().get_text().split("\n")
    beside = (*([Paragraph(title, 0, 0)] if title else ()), *(one for one, _ in blocks(tree)), *left_out(tree))
    return lines, tuple(one if one.aside else replace(one, aside=AROUND) for one in beside)


def html_paragraphs(html: str, base: str = "") -> tuple[Paragraph, ...]:
    """The blocks that a reader of an HTML text sees, in reading order and each once.

    Headings, lists, quotations, tables, links and pictures keep their form. Navigation, forms and captions are marked
    as no text (``aside``), and so are the hidden words that are named at the end.

    ``base`` is the address that relative links start from; what has none is plain words.
    """
    tree = read_tree(html, base)
    return (*(paragraph for paragraph, _ in blocks(tree)), *left_out(tree))
