"""HTML texts: what a reader of a page, letter, feed entry or document sees, as paragraphs that keep their form."""

from annotated_briefings.intake.formats.html.blocks import blocks
from annotated_briefings.intake.formats.html.tree import read_tree
from annotated_briefings.intake.formats.unseen.left import left_out
from annotated_briefings.intake.model import Paragraph

__all__ = ["html_paragraphs"]


def html_paragraphs(html: str, base: str = "") -> tuple[Paragraph, ...]:
    """The blocks that a reader of an HTML text sees, in reading order and each once.

    Headings, lists, quotations, tables, links and pictures keep their form. Navigation, forms and captions are marked
    as no text (``aside``), and so are the hidden words that are named at the end.

    ``base`` is the address that relative links start from; what has none is plain words.
    """
    tree = read_tree(html, base)
    return (*(paragraph for paragraph, _ in blocks(tree)), *left_out(tree))
