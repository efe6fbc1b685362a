"""Numbers written in digits: what they may be, whatever script, grouping and decimal mark they are written with."""

import re
import unicodedata
from collections.abc import Collection
from fractions import Fraction
from functools import lru_cache

from annotated_briefings.base.regex import regex

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u2008"), "\u00a0")
_SPACES |= dict.fromkeys(map(ord, "\u3000\n\t\r"), " ")
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = dict.fromkeys(map(ord, "\u2212\u207b\ufe63\u2010\u2011"), "-") | dict.fromkeys(
    map(ord, "\u2012\u2014\u2015"), "\u2013"
)
_QUOTES = dict.fromkeys(map(ord, "\u2019\u02bc\u2018"), "'")
_UNSEEN = dict.fromkeys(
    (
        *map(ord, "*`"),
        0xAD,
        0x640,
        0x61C,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        *range(0x64B, 0x653),
    )
)
_SAME = {0x66A: "%", 0x2044: "/", 0x2215: "/", 0x2030: "\u2030", 0x0623: "\u0627", 0x0625: "\u0627", 0x0622: "\u0627"}
_SAME |= {0x0649: "\u064a", 0x0629: "\u0647"}
_PLAIN = _SPACES | _WIDE | _SIGNS | _QUOTES | _UNSEEN | _SAME
_OTHER_DIGIT = regex(r"(?![0-9])\d")
POINT_LANGUAGES = frozenset("en zh ja ko he th hi".split())
"""Languages that write a point before decimals and commas between groups."""
BOTH_MARKS = frozenset("ar es".split())
"""Languages that write them so in some countries, and the other way round in others."""
MOST_DIGITS = 40
"""Digits of the longest number that is read."""
_FRACTIONS = "\u00bc-\u00be\u2150-\u215e\u2189"
DIGITS = (
    r"(?:\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:[.,\u066b]\d+)?|(?<![\d/])\d+/\d+(?![\d/])"
    r"|(?:\d+(?:[.,'\u00b7\u066b\u066c]\d+)*|(?<!\d)[.,]\d+)"
    rf"(?:[ \u00a0]?[{_FRACTIONS}]|[ \u00a0]\d/\d{{1,2}}(?![\d/]))?"
    rf"|[{_FRACTIONS}])"
)
"""A number in digits, as part of a regular expression over ``plain_number_text``."""
_MIXED = regex(rf"(.*?)[ \u00a0]?(?:([{_FRACTIONS}])|(?<!\d)(\d+)/(\d+))")
_INDIAN = regex(r"\d{1,2}(?:,\d{2})+,\d{3}")


@lru_cache(maxsize=256)
def plain_number_text(text: str) -> str:
    """A text in small letters with digits, marks, spaces and signs of any script in their plain form."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN).lower().replace("\u0307", "")
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), plain)


def decimal_marks(languages: Collection[str]) -> str:
    """The marks that are before decimals in some languages, given by their codes; both where none is known."""
    marks = {
        mark
        for language in languages
        for mark in (".," if language in BOTH_MARKS else "." if language in POINT_LANGUAGES else ",")
    }
    return "".join(sorted(marks or {".", ","}))


def values_of(digits: str, marks: str) -> frozenset[Fraction]:
    """What a number in digits may be; none where it is no number, such as `1.2.3`.

    One of more digits than anybody reads is none either. ``digits`` matches ``DIGITS``, ``marks`` are the decimal marks
    of its language; they decide where one mark is before three digits, as in `1.500`.
    """
    if len(digits) > MOST_DIGITS:
        return frozenset()
    mixed = _MIXED.fullmatch(digits)
    if mixed:
        vulgar, over, under = mixed[2], mixed[3], mixed[4]
        if under is not None and not int(under):
            return frozenset()
        part = (
            Fraction(unicodedata.numeric(vulgar)).limit_denominator(10) if vulgar else Fraction(int(over), int(under))
        )
        return frozenset(whole + part for whole in values_of(mixed[1], marks)) if mixed[1] else frozenset({part})
    bare = re.sub(r"[ \u00a0'\u066c]", "", digits).replace("\u00b7", ".").replace("\u066b", ".")
    settled = bare != digits
    found = re.findall(r"[.,]", bare)
    if not found:
        return frozenset({Fraction(int(bare))})
    last = found[-1]
    whole, _, decimals = bare.rpartition(last)
    if len(found) == 1:
        grouped = re.fullmatch(r"[1-9]\d{0,2}", whole) and len(decimals) == 3 and not settled
        out = set()
        if not grouped or last in marks:
            out.add(Fraction(f"{whole or '0'}.{decimals}"))
        if grouped and (last not in marks or len(marks) > 1):
            out.add(Fraction(int(whole + decimals)))
        return frozenset(out)
    groups = bare.split(last)
    if len(set(found)) == 1 and (_INDIAN.fullmatch(bare) or all(len(group) == 3 for group in groups[1:])):
        return frozenset({Fraction(int(bare.replace(last, "")))})
    if (
        found.count(last) == 1
        and len(set(found)) == 2
        and all(len(group) in (2, 3) for group in re.split("[.,]", whole)[1:])
    ):
        return frozenset({Fraction(f"{re.sub('[.,]', '', whole)}.{decimals}")})
    return frozenset()
