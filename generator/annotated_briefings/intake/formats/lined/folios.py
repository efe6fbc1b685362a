"""Folio lines of printed pages: the name of the paper and the day that are above or below the text of each page."""

import re
from collections.abc import Iterable

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.days import date_span, find_day
from annotated_briefings.intake.cleaning.months import WEEKDAYS
from annotated_briefings.intake.formats.plain import RUNNING_HEAD
from annotated_briefings.intake.formats.plain.sections import is_label
from annotated_briefings.intake.model import Article, Given, Paragraph
from annotated_briefings.intake.stated.outlets import is_section

_EDGES = (RUNNING_HEAD, "the head of its pages", "the foot of its pages")
"""Why lines are no text that are at the edge of pages."""
_OTHER = regex(
    r"(?<![^\W\d_])(?:page|pages|pg|seite|página|pagina|pág|pag|strana|str|strona|sida|side|sivu|oldal|sayfa|стр|страница"
    r"|σελ|σελίδα|p|s)\.?\s?[A-Z]?\d{1,3}(?!\w)|第\s?\d+\s?[页頁面版]|\d{1,2}\s?面"
    r"|(?:https?://)?(?:www\.)[^\s|,]+|https?://\S+|\S+@\S+|(?:no|nr|n[º°]|num|issue|ausgabe|vol|jahrgang)\.?\s?\d+"
    r"|(?<=[\s|])[гr]\.(?=[\s|]|$)|[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?[€$£]|(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일",
    re.IGNORECASE,
)
"""Pages, addresses, numbers of issues, prices, and days of the week in scripts without blanks."""
_APART = regex(r"\s*(?:[|·•;:()\[\]、，（）｜]|,(?=\s|$)|(?<=\s)[-–—/](?=\s|$)|^[-–—](?=\s))\s*")
_LONGEST, _MOST = 100, 6


class Folio(Value):
    """What a folio line states."""

    outlet: str = ""
    """The name of the paper; empty where it names none, or may name several."""
    day: str = ""
    """The day."""


def read_folio(text: str) -> Folio:
    """What a line at the edge of a page states: nothing where it names no day, or says more than paper, day and page.

    A section (`Sport`) is no paper; where two names are left, neither is taken.
    """
    start, end = date_span(text)
    day = find_day(text) if end and len(text) <= _LONGEST else ""
    if len(day) != len("2026-05-04"):
        return Folio()
    rest = _OTHER.sub("|", f"{text[:start]}|{text[end:]}")
    names = list(dict.fromkeys(filter(None, map(_name, _APART.split(rest)))))
    known = len(names) == 1 and len(names[0].split()) <= _MOST and not names[0][0].islower()
    return Folio(names[0] if known else "", day if len(names) <= 2 else "")


def _name(piece: str) -> str:
    """A piece of a folio line as the name of a paper; empty for a number, a day of the week and a section."""
    words = re.sub(r"^\W*\d{1,3}\s+|\s+\d{1,3}\W*$|^\W+|[^\w.!)]+$", "", piece).split()
    while words and words[-1].strip(".,").casefold() in WEEKDAYS:
        words.pop()
    while words and words[0].strip(".,").casefold() in WEEKDAYS:
        words.pop(0)
    name = " ".join(words)
    return "" if not any(map(str.isalpha, name)) or is_section(name) or is_label(name) else name


def folio_of(paragraphs: Iterable[Paragraph]) -> Folio:
    """What the folio lines among some paragraphs agree about."""
    found = [read_folio(one.text) for one in paragraphs if one.aside in _EDGES]
    outlets = {one.outlet.casefold(): one.outlet for one in found if one.outlet}
    days = {one.day for one in found if one.day}
    return Folio(next(iter(outlets.values())) if len(outlets) == 1 else "", days.pop() if len(days) == 1 else "")


def with_folio(article: Article, whole: Iterable[Paragraph]) -> Given:
    """What an article states, with paper and day of the printed pages that it is on: those of its own folio lines, or
    those of the ``whole`` file."""
    own, shared = folio_of(article.paragraphs), folio_of(whole)
    paper, day = own.outlet or shared.outlet, own.day or shared.day
    return replace(article.given, paper=paper, paper_day=day) if paper or day else article.given
