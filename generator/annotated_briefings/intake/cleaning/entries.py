"""Entries of running reports: the time before each, as a clock shows it or counted from now, and which comes first."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.datelines import is_moment_line
from annotated_briefings.intake.model import Article

PASSED = "a time that counts from when the page was saved"
"""Why words such as `2 minutes ago` are no text."""
_UNITS = {
    1 / 60: r"s|secs?|seconds?|sek(?:unden?)?|secondes?|segundos?|secondi|seconden|секунд\w*|сек\.?|秒|초",
    1: r"m|mins?\.?|minut\w*|minuut|минут\w*|мин\.?|dk|dakika|分钟|分鐘|分|분|دقيقة|دقائق",
    60: r"h|hrs?|hours?|std\.?|stunden?|heures?|horas?|or[ae]|uur|uren|tim(?:m[ea]r?)?|time[rn]?|godz\w*\.?|час\w*|ч\.?"
    r"|saat|小时|小時|時間|시간|ساعة|ساعات",
    1440: r"d|days?|tag(?:en?)?|jours?|días?|dias?|giorn[io]|dag(?:en|ar|er?)?|dni|dzień|дн\w*|день|gün"
    r"|天|日|일|يوم|أيام",
}
_AGO = regex(
    r"(?:vor|il y a|hace|há|för|for|منذ|قبل)?\s*(?P<number>\d{1,3}|an?|einer?|une?|una?)\s?"
    rf"(?:{'|'.join(f'(?P<u{n}>{words})' for n, words in enumerate(_UNITS.values()))})"
    r"\s*(?:ago|fa|geleden|sedan|siden|temu|назад|önce|以?前|전|atrás)?\W*",
    re.IGNORECASE,
)
_MARK = regex(r"ago|vor|il y a|hace|há|för|for|fa|geleden|sedan|siden|temu|назад|önce|前|전|atrás|منذ|قبل", re.I)
_CLOCK = regex(
    r"\W{0,2}(?<!\d)(?P<hour>2[0-4]|[01]?\d)(?:\s?[:.h]\s?(?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap]\.?\s?m\b\.?))?"
    r"(?:\s?(?:uhr|h)\b)?",
    re.IGNORECASE,
)
_BEHIND = regex(r"\W{0,3}(?:\s+\S|$)")
_FEWEST = 3
"""Entries of a running report."""
_HALF_DAY = 720


def is_age(text: str) -> bool:
    """Whether a line says how long ago something was, and nothing else: `10 min ago`, `vor 2 Stunden`."""
    return _age(text) is not None


def _ages(texts: Sequence[str]) -> frozenset[int]:
    """Places of the lines that say how long ago an entry was written; none where these are no running report."""
    found = frozenset(n for n, text in enumerate(texts) if is_age(text))
    return found if len(found) >= _FEWEST else frozenset()


def newest_first(article: Article) -> Diagnostic | None:
    """The diagnostic for a running report that begins with its last entry."""
    if not is_newest_first(p.text for p in article.paragraphs if p.aside in ("", PASSED)):
        return None
    return report(
        "newest-first",
        "the entries come newest first: the first ones may take back those below",
        Place(article.document, article.paragraphs[0].line or 1, 1),
        help="read the draft from its last entry up; turn the entries round if readers are to read them in order",
    )


def without_ages(article: Article) -> Article:
    """A running report without lines such as `10 min ago`, which are true of no other moment."""
    places = _ages([p.text for p in article.paragraphs])
    if not places:
        return article
    kept = tuple(replace(p, aside=p.aside or PASSED) if n in places else p for n, p in enumerate(article.paragraphs))
    return replace(article, paragraphs=kept, subheadings=tuple(n for n in article.subheadings if n not in places))


def is_newest_first(texts: Iterable[str]) -> bool:
    """Whether some paragraphs are those of a running report whose newest entry comes first."""
    known = [(_age(text), _minute(text)) for text in texts]
    aged = [age for age, _ in known if age is not None]
    if len(aged) >= _FEWEST:
        return aged == sorted(aged) and aged[0] < aged[-1]
    times = [minute for _, minute in known if minute is not None]
    steps = [b - a for a, b in pairwise(times)]
    # Behind midnight the clock begins anew.
    return len(times) >= _FEWEST and all(step <= 0 or step > _HALF_DAY for step in steps) and any(steps)


def _age(text: str) -> float | None:
    """How many minutes ago something was."""
    found = _AGO.fullmatch(text.strip()) if len(text) < 40 and _MARK.search(text) else None
    if found is None:
        return None
    unit = next(size for n, size in enumerate(_UNITS) if found[f"u{n}"])
    return unit * (int(found["number"]) if found["number"].isdecimal() else 1)


def _minute(text: str) -> int | None:
    """The minute of the day at which an entry begins: its line is a time, or a time is before its words."""
    alone = is_moment_line(text)
    # Before its words a time is at the very beginning.
    clocks = _CLOCK.finditer(text) if alone else filter(None, (_CLOCK.match(text),))
    found = next((one for one in clocks if one["minute"] or one["half"]), None)
    if found is None or not (alone or _BEHIND.match(text[found.end() :])):
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    return (hour % 12 + 12 * half.startswith("p") if half else hour) * 60 + int(found["minute"] or 0)
