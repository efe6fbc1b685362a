"""The lines of an element of HTML, as breaks and blocks part them."""

from collections.abc import Iterator

from bs4.element import PageElement, PreformattedString, Tag

BLOCKS = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody td tfoot th "
    "thead tr ul"
).split()
"""Elements that begin on a line of their own."""
BESIDE = ("nav", "form", "dialog", "aside", "footer", "header", "template", "head", "noscript", "script", "style")
"""Elements whose words are no running text of a page."""


def lines_of(root: Tag, without: frozenset[int] = frozenset()) -> Iterator[str]:
    """The lines of an element, without those of some elements in it and of what is beside an article."""
    held: list[str] = []
    waiting: list[PageElement | None] = [root]
    while waiting:
        node = waiting.pop()
        if node is None:
            if line := " ".join("".join(held).split()):
                yield line
            held = []
        elif isinstance(node, Tag):
            if node is not root and (id(node) in without or node.name in BESIDE):
                continue
            breaks = node.name in BLOCKS or node.name == "br"
            waiting += [None] * breaks + [*reversed(node.contents)] + [None] * breaks
        elif not isinstance(node, PreformattedString):
            held.append(str(node))
    if line := " ".join("".join(held).split()):
        yield line
