"""What is on every page of a file around its text: heads, feet and numbers of pages."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.flow import InlineText, Line
from annotated_briefings.intake.formats.office.pdf.rows import Stretch

_ENDS = 2
"""Rows at each end of a page that may be its head or its foot."""
_NUMBER = regex(
    r"(?:[-–—|\[]?\s*)(?:p(?:age|\.)?|seite|s\.|página|pág\.|pagina|sida|side|strona|стр\.|第)?\s*\d{1,4}"
    r"(?:\s*(?:of|/|von|de|di|van|av|z|из|\|)\s*\d{1,4})?\s*(?:页|頁|ページ)?(?:\s*[-–—|\]]?)",
    re.IGNORECASE,
)
_SITE = regex(r"(?:https?://|www\.)\S+\.\S+", re.IGNORECASE)
"""The address of the paper at the edge of a page."""
_ROOM, _OTHER = 1.8, 0.08
"""Room between such a row and the text, and how much its letters differ in size, against those of the text."""
HEAD, FOOT, NUMBER = "the head of its pages", "the foot of its pages", "the number of a page"


class _PrintedRow(Value):
    number: int
    text: str
    base: float
    size: float


def without_page_lines(pages: Sequence[Sequence[Stretch]], size: float) -> tuple[list[list[Stretch]], list[Line]]:
    """The stretches of pages without what is around their text, and that, each line once with its reason. ``size``
    is that of the letters of the text."""
    rows = [_rows(page) for page in pages]
    usual: Counter[tuple[bool, str]] = Counter()
    for page in rows:
        usual.update({(True, _shape(row.text)) for row in page[:_ENDS]})
        usual.update({(False, _shape(row.text)) for row in page[-_ENDS:]})
    least = max(2, (len(pages) + 2) // 3)
    kept: list[list[Stretch]] = []
    around: dict[str, Line] = {}
    for page, stretches in zip(rows, pages, strict=True):
        gone: set[int] = set()
        for top in (True, False):
            order = page if top else page[::-1]
            for row, inner in pairwise([*order[:_ENDS], order[min(_ENDS, len(order) - 1)]] if order else ()):
                number = _NUMBER.fullmatch(row.text.strip()) is not None
                site = _SITE.fullmatch(row.text.strip()) is not None and _is_apart(row, inner, size)
                if not (number or site or (usual[top, _shape(row.text)] >= least and _is_apart(row, inner, size))):
                    break
                gone.add(row.number)
                why = NUMBER if number else HEAD if top else FOOT
                around.setdefault(_shape(row.text), Line((InlineText(row.text),), aside=why))
        kept.append([one for one in stretches if one.row not in gone])
    return kept, list(around.values())


def _is_apart(row: _PrintedRow, inner: _PrintedRow, size: float) -> bool:
    """Whether a row stands apart from the text inside of it, by room or by the size of its letters."""
    return abs(row.base - inner.base) > _ROOM * max(row.size, size) or abs(row.size - size) > _OTHER * size


def _rows(page: Sequence[Stretch]) -> list[_PrintedRow]:
    rows: dict[int, _PrintedRow] = {}
    for one in page:
        text = f"{rows[one.row].text} {one.text}" if one.row in rows else one.text
        rows[one.row] = _PrintedRow(one.row, text, one.base, one.size)
    return list(rows.values())


def _shape(text: str) -> str:
    """A line without what differs from page to page."""
    return re.sub(r"\d+", "#", " ".join(text.split()).lower())
