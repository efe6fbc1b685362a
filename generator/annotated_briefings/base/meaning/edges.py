"""Whether a passage of a plain text begins and ends at whole words and whole numbers."""

import re

from annotated_briefings.base.meaning.number_parts.places import is_within_number_words
from annotated_briefings.base.regex import regex

_RANGE = "-\u2012\u2013\u2014\u2015"
"""Marks of ranges: hyphens and dashes."""
_BETWEEN = ".,:/'_\u00b7\u2027\u2219\u22c5\u2044\u2215\u00d7\u066b\u066c\uff0e\uff0c\uff1a\uff0f" + _RANGE
"""Marks within a number: decimals, groups, times, fractions, powers of ten and ranges, of any script."""
_SIGNS = "+\u00b1\u2012\u2013-"
_CURRENCY = "$\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9"
_DIGIT = r"[\d\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]"
_VULGAR = r"[\u00bc-\u00be\u2150-\u215f\u2189]"
_CJK_MORE, _CJK_POINT = "\u4e24\u5169\u5eff\u5345", "\u70b9\u9ede"
"""Characters of Chinese numbers that Unicode does not count as such, and those of decimals."""
_UNITS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|null|eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zéro|un|deux|trois|quatre"
    "|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho"
    "|nueve|diez|once|doce"
)
_TENS = (
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|vingt|trente|quarante|cinquante|soixante|veinte|treinta"
    "|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"
)
_SCALES = (
    "hundred|thousand|million|billion|trillion|bn|hundert|tausend|million(?:en)?|milliarden?|cents?|mille|millions"
    "|milliards?|cien(?:to)?|mil|mill[oó]n(?:es)?"
)
_PLAIN = rf"(?:(?:{_TENS})(?:[ -](?:{_UNITS}))?|(?:{_UNITS}))"
_FIRST = rf"(?:{_PLAIN}|half(?:[ -]an?)?|(?:\d|{_VULGAR})[\d.,]*{_VULGAR}?)"
_PHRASE = regex(
    rf"(?<![^\W_])(?:(?:{_FIRST}[ -])?(?:{_SCALES})(?:[ -](?:{_SCALES}))*"
    rf"(?:(?:(?: and| et| y)?[ -]){_PLAIN}(?![^\W_])(?![ -](?:{_SCALES})\b))?|{_PLAIN})"
    rf"(?: (?:point|comma|komma|virgule|coma)(?: (?:{_UNITS}))+)?(?![^\W_])",
    re.IGNORECASE,
)
"""A number in words, in English and, as far as it is written apart, German, French and Spanish."""
_MAY_GO_ON = regex(
    rf"[ -]?(?:{_UNITS}|{_TENS}|{_SCALES}|half|an?|and|et|y|point|comma|komma|virgule|coma)(?![^\W_])|[\d.,]|{_VULGAR}",
    re.IGNORECASE,
)
"""What is behind a place within a number in words, so that few places are looked at closely."""
_REACH = 60
"""Characters around a place within which a number in words is looked for."""
_SIGNED = regex(rf"(?:(?:^|[^\w)])[{_SIGNS}]|\b(?:minus|moins|menos|meno) )\Z", re.IGNORECASE)
_PART_BEFORE = regex(rf"(?:{_DIGIT}|{_VULGAR})(?:[^\W\d_]{{1,3}}|[%‰°])?[{_RANGE}/][{_CURRENCY}]?\Z")
_PART_AFTER = regex(rf"[{_RANGE}/][{_CURRENCY}]?{_DIGIT}")
_SUFFIXED = regex(rf"(?:{_DIGIT}|{_VULGAR})(?:[^\W\d_]{{1,3}}|[%‰°])?\Z")
_POWER_BEFORE = regex(rf"{_DIGIT} ?[×·x] ?\Z")
_POWER_AFTER = regex(r" ?[×·x] ?10(?!\d)")
_MIXED_BEFORE = regex(r"(?<![\d.,])\d{1,3} \Z")
_FRACTION = regex(rf"{_VULGAR}|\d{{1,2}}[/⁄∕]\d")
_ELISION = regex(
    r"(?<![^\W_])(?:l|d|c|j|m|t|s|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|dall|nell|sull|all|quell)'\Z", re.IGNORECASE
)
"""What French, Italian and Catalan write to the next word, which is a word all the same; never the negation."""
_POSSESSIVE = regex(r"'s(?![^\W_])", re.IGNORECASE)


def is_cut(text: str, start: int, end: int) -> bool:
    """Whether a passage begins or ends within a word or a number: `8%` is not in `3.8%`, `500` not in `12,500` or
    `-500`, `toxic` not in `non-toxic`. Only hyphens join words: dashes of the text must still be dashes."""
    return (start > 0 and _begins_inside(text, start)) or (end < len(text) and _ends_inside(text, end))


def is_of_words(char: str) -> bool:
    """Whether a character is a letter or digit of a script that parts its words by spaces, and writes nothing to them:
    Latin, Greek, Cyrillic, Armenian, Georgian."""
    return char.isalnum() and (char < "\u0590" or "\u10a0" <= char < "\u1100" or "\u1e00" <= char < "\u2000")


def _counts(char: str) -> bool:
    """Whether a character is a digit, a fraction or a numeral of any script."""
    return char.isnumeric() or char in _CJK_MORE


def _within(text: str, at: int) -> bool:
    """Whether a place that has characters on both sides is inside a word or number, whichever side the passage is."""
    left, right = text[at - 1], text[at]
    if (is_of_words(left) and is_of_words(right)) or (_counts(left) and _counts(right)):
        return True
    if is_within_number_words(text, at):
        return True
    if not _MAY_GO_ON.match(text, at):
        return False
    low = max(0, at - _REACH)
    near = text[low : at + _REACH]
    return any(low + m.start() < at < low + m.end() for m in _PHRASE.finditer(near))


def _begins_inside(text: str, at: int) -> bool:
    before, after = text[max(0, at - 12) : at], text[at : at + 12]
    far, near, first = before[-2:-1], before[-1], after[0]
    if _within(text, at):
        return True
    if near in "-'" and is_of_words(first) and is_of_words(far) and not (far.isnumeric() and first.isnumeric()):
        return not (near == "'" and _ELISION.search(before))
    if first in _CURRENCY:
        return bool(after[1:2].isnumeric() and (_PART_BEFORE.search(before) or _SIGNED.search(before)))
    if not _counts(first):
        return near.isnumeric() and (first in "%‰°" or (first in ".," and after[1:2].isnumeric()))
    joined = bool(far) and _counts(far) and (near in _BETWEEN or (near in _CJK_POINT and not first.isdecimal()))
    whole = _SIGNED.search(before) or _PART_BEFORE.search(before) or _POWER_BEFORE.search(before)
    mixed = _MIXED_BEFORE.search(before) and _FRACTION.match(after)
    return joined or bool(whole or mixed or near in _CURRENCY) or _grouped(before, after)


def _ends_inside(text: str, at: int) -> bool:
    before, after = text[max(0, at - 12) : at], text[at : at + 12]
    last, near, far = before[-1], after[0], after[1:2]
    if _within(text, at):
        return True
    if near in "-'" and is_of_words(last) and far and is_of_words(far) and not (last.isnumeric() and far.isnumeric()):
        return not (near == "'" and (_POSSESSIVE.match(after) or _ELISION.search(before + near)))
    if _PART_AFTER.match(after) and _SUFFIXED.search(before):
        return True
    if not _counts(last):
        return near.isnumeric() and (last in _CURRENCY or (last in ".," and before[-2:-1].isnumeric()))
    joined = bool(far) and _counts(far) and (near in _BETWEEN or (near in _CJK_POINT and not last.isdecimal()))
    mixed = re.search(r"(?<![\d.,])\d{1,3}\Z", before) and _FRACTION.match(after.removeprefix(" "))
    return joined or near in "%‰°" or bool(_POWER_AFTER.match(after) or mixed) or _grouped(before, after)


def _grouped(before: str, after: str) -> bool:
    """Whether a space between digits parts groups of a number: `12 500`, and not `2026 500`."""
    left, right = (before[:-1], after) if before.endswith(" ") else (before, after[1:])
    spaced = before.endswith(" ") or after.startswith(" ")
    return spaced and bool(re.search(r"(?<!\d)\d{1,3}\Z", left) and re.match(r"\d{3}(?!\d)", right))
