"""Lines of a page that name outlet and writer: with labels, as `来源：… 作者：…`, or beside a day."""

import re
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from annotated_briefings.intake.segmentation.credits import read_head_credit

_HEADINGS = ("h1", "h2")
_BELOW = 6
"""Elements below a headline that are looked at for a line with a writer and a day."""
_CREDITS = re.compile(r"meta|byline|credit|author|autor|writer", re.IGNORECASE)
"""What pages call the element in which they name a writer."""
_LABELS = {
    "outlet": "来源|來源|稿源|消息来源|出典|掲載元|출처|Источник|Джерело|Kaynak|Źródło|Zdroj|Fonte|Fuente|Quelle|Bron"
    "|Källa|Kilde|Lähde|Πηγή|المصدر|מקור",
    "author": "作者|记者|記者|撰文|執筆|筆者|기자|글|Автор|Текст|Yazar|Muhabir|Autor|Autore|Autora|Auteur"
    "|Författare|Forfatter|Kirjoittaja|Συντάκτης|الكاتب|מאת",
}
_ALL = "|".join(_LABELS.values())
_BEHIND = rf"(?<!\w)(?:{_ALL}|编辑|編輯|责任编辑|时间|日期|发布时间)\s*[:：]|\d{{4}}[-年./]|[|｜·•]|$"
"""What ends a name: the next label, a day, a bar."""
_LABELLED = re.compile(rf"(?<!\w)(?P<label>{_ALL})\s*[:：]\s*(?P<name>.{{2,40}}?)(?=\s*(?:{_BEHIND}))")
_LONGEST = 120
_PLACES = frozenset(("div", "p", "span", "li", "td", "h2", "h3", "h4"))
_LABEL = re.compile(_ALL)
_MOST, _UP = 60, 4
"""Texts with a label that are looked at, and how many elements around each: a page may be nested without end."""


def labelled_names(soup: BeautifulSoup) -> dict[str, str]:
    """The outlet and the writer that the first short line of a page with such labels names."""
    for string in islice((one for one in soup.find_all(string=_LABEL) if one.parent), _MOST):
        text = _line_of(string)
        if len(text) <= 3:
            continue
        found = {_field(one["label"]): one["name"].strip(" ,;，；") for one in reversed(list(_LABELLED.finditer(text)))}
        if found and (len(found) > 1 or _opens(text)):
            return found
    return {}


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


def _line_of(string: PageElement) -> str:
    """The text of the outermost element around a text that is no longer than a line; empty where there is none."""
    line = ""
    for tag in islice(string.parents, _UP):
        text = _short_text(tag)
        if not text:
            break
        line = text if tag.name in _PLACES else line
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


def _field(label: str) -> str:
    return next(field for field, names in _LABELS.items() if label in names.split("|"))


def _opens(text: str) -> bool:
    """Whether a line begins with its label, or with a day before it."""
    found = _LABELLED.search(text)
    return found is not None and not re.search(r"[^\W\d_]{3,}", text[: found.start()])
