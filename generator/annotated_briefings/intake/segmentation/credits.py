"""Lines that name an outlet and a day, such as `The Courier, 28 November 2026, p. 4`."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.datelines import is_label_of_day
from annotated_briefings.intake.cleaning.days import date_span, is_day_of_other_event, stated_day
from annotated_briefings.intake.labels import LabelRole, labels_of
from annotated_briefings.intake.ner.lexicon import common_words, first_names
from annotated_briefings.intake.ner.person_names import are_people
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.stated.outlets import PAPER
from annotated_briefings.intake.stated.page_data import is_page, without_page

_LONGEST, _MOST_WORDS, _MOST_WRITER = 120, 8, 4
"""Characters of such a line, words of the name of an outlet, and of that of a writer."""
_APART = regex(r"\s*(?:[|·•;()\[\]，、；（）｜【】]|,(?=\s|$)|(?<=\s)[-–—/](?=\s))\s*")
_BAR = "|"
_LABELS = ("from", *labels_of(LabelRole.OUTLET, LabelRole.PUBLISHER, LabelRole.PUBLISHED))
_LABEL = regex(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_LABELS, key=len, reverse=True)))})\s*[:：]\s*", re.IGNORECASE
)
_BEFORE_DAY = regex(r"\s*[^\s\d:：|,·•]+(?: (?!\w*[A-ZÀ-Þ])[^\s\d:：|,·•]+){0,3}\s?[:：]\s*(?=\d)")
"""A label right before a day, in any language; the name of an outlet has more than one capital."""
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag "
    "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi "
    "jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì "
    "giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag "
    "dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag "
    "tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela понедельник вторник среда "
    "четверг пятница суббота воскресенье".split()
)
_LINKING = frozenset("on of the from in at vom von am den der de du le la del el dal il van op em på den".split())
_YEAR_WORDS = frozenset("г года год р року թ թ․ թվական წ წელი წლის m v god godine".split())
"""Words for a year behind its number."""
PAGE = regex(
    r"(?:pp?|s|pg|pages?|seiten?|pags?|págs?|páginas?|pagin[ae]|sid|side|str|стр)\.?\s*[A-Z]?\d+(?:\s*[-–]\s*\d+)?"
    r"|\d{1,2}[:.]\d\d(?:\s*(?:uhr|h|[ap]\.?m\.?))?|[A-Z]?\d{1,3}|online|print",
    re.IGNORECASE,
)
_YEAR = regex(r"(?:19|20|25)\d\d|\d\d?[./]\d\d?[./]\d\d(?!\d)|年")


class Credit(Value):
    """Where and when a text was published."""

    day: str
    """The day (EDTF)."""
    outlet: str
    """Who published it; empty where the line names a day alone."""
    author: str = ""
    """Who wrote it; empty where it does not say."""


def read_credit(text: str, order: str = "") -> Credit | None:
    """What a line says that names a day, and nothing else but an outlet, a writer and a page; None for any other.

    ``order`` is that of day and month in `28/11/2026`, see ``order_of``.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or not _YEAR.search(text) or is_day_of_other_event(text):
        return None
    tokens = [
        token
        for n, piece in enumerate(_APART.split(_without_label(_LABEL.sub("", text))))
        for token in ([_BAR] if n else []) + piece.split()
    ]
    found = _window(tokens, order)
    if found is None:
        return None
    first, last, day = found
    names: list[str] = []
    author = ""
    for field in (*_fields(tokens[:first]), *_fields(tokens[last:])):
        if PAGE.fullmatch(field) or is_page(field):
            continue
        field = without_page(field)
        if writer := byline_names(field):
            author = author or writer
        else:
            names.append(field)
    if len(names) > 2 or any(not _is_name(name) for name in names):
        return None
    if not author and len(names) == 2 and len(writers := [name for name in names if _is_writer(name)]) == 1:
        author = writers[0]
        names.remove(author)
    return Credit(day, names[0] if names else "", author)


def _without_label(text: str) -> str:
    """A line without the words and the colon right before the day that it begins with."""
    found = _BEFORE_DAY.match(text)
    start, end = date_span(text[found.end() :]) if found else (0, 0)
    return text[found.end() :] if found and end and not start else text


def read_head_credit(text: str, *, marked: bool = False) -> Credit | None:
    """The same of a line right below a headline, where a name beside a day is that of a writer if it begins with a
    known given name, or if the line is marked as the place of writers and it may be one."""
    credit = read_credit(text)
    if credit and not credit.author and _is_writer(credit.outlet) and (marked or _is_known(credit.outlet)):
        return Credit(credit.day, "", credit.outlet)
    return credit


def _is_writer(name: str) -> bool:
    """Whether a name without a label may be that of a person, and is not of the form of the name of a paper."""
    return 1 < len(name.split()) <= _MOST_WRITER and not PAPER.fullmatch(name) and are_people(name, sure=True)


def _is_known(name: str) -> bool:
    """Whether a name begins with a given name and ends with no common word."""
    words = name.casefold().split()
    return words[0] in first_names() and words[-1] not in common_words()


def _window(tokens: Sequence[str], order: str) -> tuple[int, int, str] | None:
    """The fewest tokens that name a day: the first, the one after the last, and the day."""
    for size in range(1, 7):
        for first in range(len(tokens) - size + 1):
            some = tokens[first : first + size]
            words = " ".join(token for token in some if token != _BAR)
            if _BAR in (some[0], some[-1]) or not _YEAR.search(words):
                continue
            day = stated_day(words.rstrip(".,"), order)[:10]
            if len(day) == len("2026-03-14"):
                return first, first + size, day
    return None


def _fields(tokens: Sequence[str]) -> Iterator[str]:
    """The fields between signs, without days of the week and words that only link them to a day."""
    field: list[str] = []
    for token in (*tokens, _BAR):
        if token != _BAR:
            field.append(token)
            continue
        while field and _is_link(field[-1]):
            field.pop()
        # In Italian, `di` comes before a writer; in German it is a Tuesday.
        if field and field[0].strip(".,").lower() in _YEAR_WORDS:
            field.pop(0)
        if field and field[0].strip(".,").lower() in _WEEKDAYS and not byline_names(" ".join(field)):
            field.pop(0)
        if any(c.isalnum() for c in "".join(field)) and not is_label_of_day(" ".join(field)):
            yield " ".join(field).strip(" .,:-–—")
        field = []


def _is_link(word: str) -> bool:
    bare = word.strip(".,").lower()
    return bare in _WEEKDAYS or bare in _LINKING or not any(map(str.isalnum, bare))


def _is_name(text: str) -> bool:
    """Whether words may name an outlet: few, at least half of them with a capital or a figure, and no sentence."""
    words = text.split()
    named = sum(1 for word in words if not word[:1].islower())
    return len(words) <= _MOST_WORDS and 2 * named >= len(words) and text[-1] not in "!?"
