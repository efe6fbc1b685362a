"""Numbers that are written in one word, as in German, Dutch and Italian: `zweitausendfünfhundert`, `vijfentwintig`."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache

from annotated_briefings.base.numbers.number_tables import ONES, table
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_DE = table("ein zwei drei vier fünf sechs sieben acht neun", 1) | {"zwo": 2}
_DE_TENS = table("zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)


_DE_PARTS = {
    "viertel": Fraction(1, 4),
    "dreiviertel": Fraction(3, 4),
    "halb": Fraction(1, 2),
    "drittel": Fraction(1, 3),
    "zweidrittel": Fraction(2, 3),
}
_DE_WHOLES = {"tausend": 10**3, "million": 10**6, "milliarde": 10**9, "billion": 10**12}


def _german_part(word: str) -> Fraction | None:
    """A German part of a large number in one word, such as `viertelmillion`, or of one: `dreiviertel`."""
    for name, part in _DE_PARTS.items():
        if word.startswith(name) and (whole := _DE_WHOLES.get(word.removeprefix(name))):
            return part * whole
    return _DE_PARTS[word] if word in ("dreiviertel", "zweidrittel") else None


@lru_cache(maxsize=4096)
def german_number(word: str) -> Fraction | None:
    """A German number in one word, such as `zweitausendfünfhundert` or `dreieinhalb`; None for another word."""
    if word in ("anderthalb", "eineinhalb"):
        return Fraction(3, 2)
    if part := _german_part(word):
        return part
    if word.endswith("einhalb"):
        whole = german_number(word.removesuffix("einhalb"))
        return None if whole is None else whole + Fraction(1, 2)
    for name, times in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(name)
        if found:
            first = german_number(before) if before else Fraction(1)
            rest = german_number(after.removeprefix("und")) if after else Fraction(0)
            return None if first is None or rest is None or first >= times else first * times + rest
    for small, value in _DE.items():
        tens = word.removeprefix(f"{small}und")
        if tens != word and tens in _DE_TENS:
            return Fraction(value + _DE_TENS[tens])
    known = (ONES["de"] | _DE | _DE_TENS).get(word)
    return None if known is None else Fraction(known)


_NL = table("een|één twee drie vier vijf zes zeven acht negen", 1)
_NL_TEENS = table("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", 10)
_NL_TENS = table("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 20, 10)


@lru_cache(maxsize=4096)
def dutch_number(word: str) -> Fraction | None:
    """A Dutch number in one word, such as `vijfentwintig` or `tweeënhalf`; None for another word."""
    if word in ("anderhalf", "driekwart"):
        return Fraction(3, 2) if word == "anderhalf" else Fraction(3, 4)
    plain = word.replace("ë", "e")
    if plain.endswith("enhalf"):
        whole = dutch_number(plain.removesuffix("enhalf"))
        return None if whole is None else whole + Fraction(1, 2)
    for name, times in (("duizend", 1000), ("honderd", 100)):
        before, found, after = plain.partition(name)
        if found:
            first = dutch_number(before) if before else Fraction(1)
            rest = dutch_number(after.removeprefix("en")) if after else Fraction(0)
            return None if first is None or rest is None or first >= times else first * times + rest
    for small, value in _NL.items():
        tens = plain.removeprefix(f"{small}en")
        if tens != plain and tens in _NL_TENS:
            return Fraction(value + _NL_TENS[tens])
    known = (_NL | _NL_TEENS | _NL_TENS).get(plain)
    return None if known is None else Fraction(known)


_IT = table("uno|un due tre|tré quattro cinque sei sette otto nove", 1)
_IT_TEENS = table("dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove", 10)
_IT_TENS = table("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10)


@lru_cache(maxsize=1)
def _italian_hundreds() -> Mapping[str, int]:
    """The numbers below a thousand in words; a vowel goes before another one, as in `ventuno` and `centottanta`."""
    small = _IT | _IT_TEENS | _IT_TENS
    for tens, value in _IT_TENS.items():
        small |= {_joined(tens, ones): value + one for ones, one in _IT.items()}
    out = dict(small)
    for times in range(1, 10):
        fronts = [""] if times == 1 else [front for front, one in _IT.items() if one == times]
        for front in fronts:
            hundred = f"{front}cento"
            out[hundred] = times * 100
            for rest, value in small.items():
                out[hundred + rest] = out[_joined(hundred, rest)] = times * 100 + value
    return out


def _joined(front: str, back: str) -> str:
    return (front[:-1] if back[0] in "uo" else front) + back


@lru_cache(maxsize=4096)
def italian_number(word: str) -> Fraction | None:
    """An Italian number in one word, such as `ventuno` or `duemilacinquecento`; None for another word."""
    known = _italian_hundreds()
    for name in ("mila", "mille"):
        before, found, after = word.partition(name)
        if found:
            first = known.get(before) if before else 1
            rest = known.get(after) if after else 0
            return (
                None if first is None or rest is None or (name == "mille" and before) else Fraction(first * 1000 + rest)
            )
    return Fraction(known[word]) if word in known else None


class Compounds(Value):
    """How a language writes numbers in one word."""

    number: Callable[[str], Fraction | None]
    """The number that a word is; None for another word."""
    times: re.Pattern[str]
    """Endings such as `mal`, which leave the number."""
    ordinal: re.Pattern[str]
    """Endings that make a number an ordinal number."""


COMPOUNDS: Mapping[str, Compounds] = {
    "de": Compounds(german_number, regex(r"(?:mal|fache?[nrs]?)$"), regex(r"s?te[nrsm]?$")),
    "nl": Compounds(dutch_number, regex(r"(?:maal|keer|voudige?)$"), regex(r"(?:ste|de)$")),
    "it": Compounds(italian_number, regex(r"$^"), regex(r"$^")),
}
"""The languages that write numbers in one word."""
