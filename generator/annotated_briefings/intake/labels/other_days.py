"""Days in a line on which nothing was published (``other_days.txt``): of a birth, of a death, of an event."""

import re
from functools import cache

from annotated_briefings.base.package_files import words_by_language
from annotated_briefings.base.regex import regex

_SIGNS = regex(r"[*†‡✝✞✟☆★⚰⚱](?:\ufe0f)?\s*\(?$|[⁎∗]\s*$")
"""Signs right before the day of a birth or a death."""
_BETWEEN = (
    r"[\s.:：,(–—-]*(?:(?:on|the|at|in|am|den|der|dem|d|le|el|il|o|a|em|op|de|a la|dne|dnia|i|u|på|ngày|tanggal"
    r"|مورخ)\s+)?"
)
"""What may be between such a word and a day."""


def is_other_day(text: str, start: int, end: int) -> bool:
    """Whether the words and signs around the day at some place of a line say that it is no day of publication."""
    before, after = text[:start], text[end:]
    if _SIGNS.search(before.rstrip()) or _SIGNS.search(before):
        return True
    return bool(_before().search(before.casefold()) or _behind().match(after.casefold()))


@cache
def _words(*roles: str) -> str:
    found = {
        word
        for own in words_by_language("intake.labels", "other_days.txt").values()
        for role in roles
        for word in map(str.casefold, own.get(role, ()))
    }
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('life', 'event')}){_BETWEEN}$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s\])）]|-?[^\W\d_]{{1,3}}\s)*(?:{_words('behind')})(?!\w)")
