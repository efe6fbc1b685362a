"""Pages of text recognition as HTML (hOCR 1.2): the lines of each paragraph, as the plain text that they are."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex

_PAGE = regex(r"\bclass\s*=\s*[\"']?(?:ocr_page|ocr_carea|ocrx_block)\b", re.IGNORECASE)
_LINES = ("ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat")
_BLOCKS = ("ocr_par", "ocr_carea", "ocrx_block", "ocr_page")


def is_scanned(html: str) -> bool:
    """Whether a page was made by a program for text recognition."""
    return bool(_PAGE.search(html))


def scanned_text(html: str) -> str:
    """The text of such a page: a line a line, with blank lines between paragraphs."""
    soup = BeautifulSoup(html, "lxml")
    body = soup.body or soup
    return "\n\n".join(filter(None, ("\n".join(filter(None, part)) for part in _parts(body)))) + "\n"


def _parts(around: Tag) -> Iterator[list[str]]:
    """The lines of each paragraph; words that are in no line are a paragraph of their own."""
    lines: list[str] = []
    for child in around.children:
        kinds = child.get_attribute_list("class") if isinstance(child, Tag) else []
        inside = isinstance(child, Tag) and child.find(class_=[*_LINES, *_BLOCKS]) is not None
        if isinstance(child, Tag) and (inside or any(kind in _BLOCKS for kind in kinds)):
            yield lines
            lines = []
            yield from _parts(child)
        elif any(kind in _LINES for kind in kinds) or not lines or not isinstance(child, Tag):
            lines.append(" ".join(child.get_text(" ").split()))
        else:
            lines[-1] += " " + " ".join(child.get_text(" ").split())
    yield lines
