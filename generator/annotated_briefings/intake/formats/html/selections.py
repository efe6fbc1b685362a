"""What was selected on a page or in a text program, and then pasted or saved: all of it was meant."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex

_WHOLE = regex(r"<(?:!doctype|html|head|title|body)\b", re.IGNORECASE)
_MARK = regex(r"<!--\s*StartFragment", re.IGNORECASE)
"""What programs put before the selection in what they give to the clipboard."""
_HEAD = 200_000
"""Letters among which that is; styles of text programs come before it."""
_LISTED = regex(r"\bmso-list\s*:(?!\s*(?:ignore|none))", re.IGNORECASE)
_BULLET = regex(r"\bmso-list\s*:\s*ignore", re.IGNORECASE)
_LEVEL = regex(r"\bmso-list\s*:[^;]*\blevel([1-9])", re.IGNORECASE)
_NUMBER = regex(r"\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)


def is_selection(html: str) -> bool:
    """Whether an HTML text is what somebody has selected, and no whole page."""
    return not _WHOLE.search(html) or _MARK.search(html[:_HEAD]) is not None


def as_page(html: str) -> str:
    """An HTML text as a whole page: where its body does not begin by itself, the parser takes newer elements for a part
    of its head."""
    return html if _WHOLE.search(html) else f"<html><body>{html}</body></html>"


def read_word_lists(soup: BeautifulSoup) -> None:
    """Make lists, in place, of the paragraphs that Word shows as the points of a list, each point on its level."""
    lists: list[Tag] = []
    for paragraph in soup.find_all("p", style=_LISTED):
        bullet = paragraph.find("span", style=_BULLET)
        name = "ol" if isinstance(bullet, Tag) and _NUMBER.match(bullet.get_text()) else "ul"
        if isinstance(bullet, Tag):
            bullet.decompose()
        if not lists or paragraph.find_previous_sibling(True) is not lists[0]:
            lists = []
        level = _LEVEL.search(str(paragraph["style"]))
        depth = min(int(level[1]), len(lists) + 1) if level else 1
        del lists[depth:]
        if lists and len(lists) == depth and lists[-1].name != name:
            lists.pop()
        if len(lists) < depth:
            made = soup.new_tag(name)
            if lists:
                lists[-1].find_all("li", recursive=False)[-1].append(made)
            else:
                paragraph.insert_before(made)
            lists.append(made)
        paragraph.name = "li"
        lists[-1].append(paragraph.extract())
