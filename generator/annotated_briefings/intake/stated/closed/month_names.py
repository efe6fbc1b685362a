"""Months by their names in many languages, in the forms that grammar gives them: `března`, `březnem`, `märtsil`.

A name of ``month_names.txt`` counts with up to three more letters, and without its last vowel or its `is`, `as`, `us`
with up to three others. Of two months with one name the later one counts, which holds back for certain.
"""

import re
from functools import cache

from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.regex import regex

_LEAST_STEM = 3
_LAST_VOWEL = regex(r"(?:[iauyė]s|[aeiouyěėāīаеиоуяіьαηοу]+|[οη]σ|ος|ος)$")
_ENDING = r"[^\W\d_]{0,3}"


@cache
def month_names() -> str:
    """A pattern for the name of a month in any form, with one group of no name; for text without regard to case."""
    whole = sorted(_names(), key=len, reverse=True)
    stems = sorted(_stems(), key=len, reverse=True)
    return f"(?:{'|'.join(map(_pattern, whole))})(?![^\\W\\d_])|(?:{'|'.join(map(_pattern, stems))}){_ENDING}"


def month_number(name: str) -> int:
    """The number of a month by its name in any form; 0 for a name of none."""
    plain = _plain(name)
    if plain in _names():
        return _names()[plain]
    return next((_stems()[plain[:end]] for end in range(len(plain), 0, -1) if plain[:end] in _stems()), 0)


def _plain(name: str) -> str:
    return " ".join(name.replace("İ", "i").casefold().replace("ı", "i").replace("i\u0307", "i").split())


def _pattern(name: str) -> str:
    return re.escape(name).replace(r"\ ", r"\s").replace("i", "[iıİ]")


@cache
def _names() -> dict[str, int]:
    found: dict[str, int] = {}
    month = 0
    for line in package_text("intake.stated.closed", "month_names.txt").splitlines():
        number, colon, names = line.partition(": ")
        if not line.startswith("#"):
            month = int(number) if colon else month
            for name in (names if colon else line).split():
                plain = _plain(name.replace("_", " "))
                found[plain] = max(month, found.get(plain, 0))
    return found


@cache
def _stems() -> dict[str, int]:
    """The beginnings of names to which grammar adds its endings."""
    found: dict[str, int] = {}
    for name, month in _names().items():
        for stem in (name, _LAST_VOWEL.sub("", name)):
            if len(stem) >= _LEAST_STEM and (len(name) > _LEAST_STEM or stem == name):
                found[stem] = max(month, found.get(stem, 0))
    return found
