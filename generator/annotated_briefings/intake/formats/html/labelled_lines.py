"""Lines of a page that name outlet, writer and day: with labels, as `来源：… 作者：…`, in lists, or beside a day."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.labels import LabelRole, role_of, table
from annotated_briefings.intake.segmentation.credits import read_head_credit

_HEADINGS = ("h1", "h2")
_BELOW, _NEAR = 6, 12
"""Elements below a headline that are looked at for a writer beside a day, and for one English label."""
_CREDITS = regex(r"meta|byline|credit|author|autor|writer", re.IGNORECASE)
"""What pages call the element in which they name a writer."""
_FIELDS = {
    LabelRole.AUTHOR: "author",
    LabelRole.BY: "author",
    LabelRole.OUTLET: "outlet",
    LabelRole.PUBLISHED: "published",
    LabelRole.UPDATED: "updated",
}
"""What is taken from labels, by what they name."""
_NAMES = frozenset(("outlet", "author"))
_COLON = regex(r"\s*[:：]\s*")
_NAME_END = regex(r"\d{4}[-年./]|[|｜·•]")
"""What ends a name: a day, a bar."""
_SIGNS = regex("[\u2e80-\u9fff\uac00-\ud7ff]")
_MOST_WORDS, _MOST_SIGNS = 5, 6
"""Words, and signs, of a label before a colon."""
_ACCOUNT = "#js_name, .profile_nickname, .rich_media_meta_nickname, .account_nickname_inner"
"""Where pages of WeChat name the account that published them."""
_PLATFORMS = frozenset(
    ("微信公众平台", "微信公众号", "Weixin Official Accounts Platform", "百家号", "今日头条", "搜狐号")
)
_LEAST_NAME, _MOST_NAME = 2, 40
_LONGEST = 120
_PLACES = frozenset(("div", "p", "span", "li", "td", "h2", "h3", "h4"))
_MOST, _UP = 60, 4
"""Texts with a label that are looked at, and how many elements around each: a page may be nested without end."""
_FIELDS_OF_ONE = 12
"""Rows of a list of the fields of one article."""
_LISTS, _ROWS, _FEWEST = 20, 40, 2
"""Lists and tables that are looked at, rows of each, and facts that one states at least."""


def labelled_names(soup: BeautifulSoup) -> dict[str, str]:
    """What the first short line of a page with the label of an outlet or a writer states: ``outlet``, ``author``,
    ``published`` and ``updated``; else what a list of facts does.

    One English label alone counts below the headline only: elsewhere it may be that of a chart or a picture.
    """
    heading = soup.find(_HEADINGS)
    near = {id(tag) for tag in islice(heading.find_all_next(_PLACES), _NEAR)} if heading else set()
    for string in islice(_with_labels(soup), _MOST):
        line, text = _line_of(string)
        found = facts_in_line(text) if len(text) > _LEAST_NAME + 1 else {}
        if found.keys() & _NAMES and (len(found) > 1 or _opens(text, english=id(line) in near)):
            return found
    return next(filter(None, map(_facts_of_rows, islice(soup.find_all(("dl", "table")), _LISTS))), {})


def facts_in_line(text: str) -> dict[str, str]:
    """What the labels of a line state, the first of each field."""
    out: dict[str, str] = {}
    labels = list(_labels(text))
    for n, (_, end, role) in enumerate(labels):
        value = text[end : labels[n + 1][0]] if n + 1 < len(labels) else text[end:]
        field = _FIELDS.get(role, "")
        if field in _NAMES:
            value = _NAME_END.split(value, maxsplit=1)[0]
        value = value.strip(" ,;，；|｜·•")
        if field and _LEAST_NAME <= len(value) <= _MOST_NAME:
            out.setdefault(field, value)
    return out


def _labels(text: str) -> Iterator[tuple[int, int, str]]:
    """The labels of a line: where each begins, where its value does, and what it names."""
    last = 0
    for colon in _COLON.finditer(text):
        for start in _starts(text, last, colon.start()):
            if role := role_of(text[start : colon.start()]):
                yield start, colon.end(), role
                last = colon.end()
                break


def _starts(text: str, first: int, end: int) -> Iterator[int]:
    """Where a label may begin that ends at a colon, the longest first."""
    signs = 0
    while end - signs > first and signs < _MOST_SIGNS and _SIGNS.match(text[end - signs - 1]):
        signs += 1
    yield from range(end - signs, end)
    if not signs:
        yield from (first + one.start() for one in list(re.finditer(r"(?<!\S)\S", text[first:end]))[-_MOST_WORDS:])


def _with_labels(soup: BeautifulSoup) -> Iterator[PageElement]:
    """The texts of a page that are the label of an outlet or a writer, or hold one before a colon."""
    for string in soup.find_all(string=True):
        text = str(string).strip()
        if not text or len(text) > _LONGEST or not string.parent:
            continue
        roles = [role for _, _, role in _labels(text)] or [role_of(text.rstrip(" :："))]
        if any(_FIELDS.get(role) in _NAMES for role in roles):
            yield string


def _facts_of_rows(rows: Tag) -> dict[str, str]:
    """What a definition list, or a table of two columns, states of an article; nothing where it has one fact alone."""
    out: dict[str, str] = {}
    for label, value in islice(_rows(rows), _ROWS):
        field = _FIELDS.get(role_of(label.rstrip(" :：")), "")
        if field and _LEAST_NAME <= len(value) <= _LONGEST:
            out.setdefault(field, value)
    return out if len(out) >= _FEWEST and out.keys() & _NAMES else {}


def stated_rows(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The terms of the definition lists of a page, and the rows of its tables of two columns, each with its value: of
    those that are short enough to be the fields of an article."""
    for rows in soup.find_all(("dl", "table"), limit=_LISTS):
        found = list(islice(_rows(rows), _FIELDS_OF_ONE + 1))
        if len(found) <= _FIELDS_OF_ONE:
            yield from found


def _rows(rows: Tag) -> Iterator[tuple[str, str]]:
    if rows.name == "dl":
        for term in rows.find_all("dt", limit=_ROWS):
            value = term.find_next_sibling()
            yield _short_text(term), _short_text(value) if value is not None and value.name == "dd" else ""
        return
    for row in rows.find_all("tr", limit=_ROWS):
        cells = row.find_all(("th", "td"))
        if len(cells) == 2:
            yield _short_text(cells[0]), _short_text(cells[1])


def site_name(soup: BeautifulSoup) -> str:
    """The name of the site that published a page, as it states it: on platforms that of the account, where one is
    named, since the platform publishes nothing itself."""
    account = soup.select_one(_ACCOUNT)
    if account is not None and (name := _short_text(account)):
        return name
    tag = soup.select_one('meta[property="og:site_name"], meta[name="og:site_name"]')
    name = " ".join(str(tag.get("content") or "").split()) if tag else ""
    return "" if name in _PLATFORMS else name


def named_below(soup: BeautifulSoup) -> dict[str, str]:
    """The writer, and the outlet, of a line below the headline that names a day too: `By Jane Doe | 3 May 2026`."""
    heading = soup.find(_HEADINGS)
    for tag in islice(heading.find_all_next(_PLACES), _BELOW) if heading else ():
        text = _short_text(tag)
        named = " ".join(map(str, tag.get_attribute_list("class")))
        credit = read_head_credit(text, marked=bool(_CREDITS.search(named))) if text else None
        if credit and credit.author:
            return {"author": credit.author} | ({"outlet": credit.outlet} if credit.outlet else {})
    return {}


def _line_of(string: PageElement) -> tuple[Tag | None, str]:
    """The outermost element around a text that is no longer than a line, and its text; nothing where there is none."""
    line: tuple[Tag | None, str] = (None, "")
    for tag in islice(string.parents, _UP):
        text = _short_text(tag)
        if not text:
            break
        line = (tag, text) if tag.name in _PLACES else line
    return line


def _short_text(tag: Tag) -> str:
    parts: list[str] = []
    length = 0
    for part in tag.stripped_strings:
        parts += part.split()
        length += len(part) + 1
        if length > _LONGEST + 1:
            return ""
    return " ".join(parts)


def _opens(text: str, *, english: bool) -> bool:
    """Whether a line begins with the label of an outlet or a writer, or with a day before it; ``english`` where it may
    be an English one."""
    for start, end, role in _labels(text):
        if _FIELDS.get(role) in _NAMES and not re.search(r"[^\W\d_]{3,}", text[:start]):
            return english or _COLON.sub("", text[start:end]).casefold() not in _english()
    return False


@cache
def _english() -> frozenset[str]:
    return frozenset(label for labels in table()["en"].values() for label in labels)
