"""Finding the numbers of a text, in digits, in words or in both."""

import re
from collections.abc import Sequence
from fractions import Fraction

from annotated_briefings.base.numbers.growing_number import GrowingNumber, Values
from annotated_briefings.base.numbers.number_tables import AND, POINTS
from annotated_briefings.base.numbers.number_words import (
    CJK_SIGNS,
    NumberWord,
    WordKind,
    cjk_number,
    number_word,
)
from annotated_briefings.base.numbers.numerals import DIGITS, MOST_DIGITS, values_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_TOKEN = regex(
    rf"""
    (?P<share>百分之|千分之|%(?=\d))
    |(?P<cjk>(?=[\d,.]*[{CJK_SIGNS}])(?:\d[\d,]*(?:\.\d+)?|(?!千[米克瓦])[{CJK_SIGNS}]|[点點](?=[{CJK_SIGNS}\d]))+)
    |(?P<digits>{DIGITS})
    |(?P<word>[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+)
    |(?P<other>\S)
    """,
    re.VERBOSE,
)
_CODE_BEFORE = regex(r"(?<![^\W\d_])(?:[a-z]{3}|rs|[arcs])\Z")
"""What is written to a number before it and is no part of a name: a code such as `eur`."""
_NEAR = 16
"""Characters before a number that may tell its sign or its currency."""
_YEAR = regex(r"(?:19|20)\d\d")
_SIGN = regex(
    r"(?<![\w)%])([+±\u2013-])(?:[a-z]{0,3}[$€£¥₹₽₩][ \u00a0]?)?\Z"
    r"|(?<!\w)(minus|moins|menos|meno|min|plus|负|負|零下|سالب|ناقص) ?\Z"
)
_BELOW = regex(
    r"\s*(?:°|degrees?|grad|degrés?|grados?)?[ °cf]*\s*(?:below zero|unter null|sous zéro|bajo cero|تحت الصفر)"
)
_ONE_BEHIND_AND = dict.fromkeys("un une una uno".split(), (10,)) | dict.fromkeys("um uma".split(), (10, 100, 1000))
"""Words for one behind an `and`, and the room of the numbers that they are added to: `vingt et un`, `cento e um`."""
_IS_METRE = regex(
    r"[ -](?:tall|high|long|wide|deep|away|thick|hoch|lang|breit|tief"
    r"|de (?:haut|long|large|profond\w*|alto|largo|ancho))\b"
)
"""What follows an `m` that is a metre and no million."""
_SCORE_OF = regex(
    r" (?:of )?(?!(?:of|points?|goals?)\b)(?:[a-z]+ )?(?:[a-z]{2,}s|people|men|women|children|fish|sheep)(?![^\W_])"
)
"""What a score counts where it is a number, `a score of eels`; that of a match is one of points."""
_SCORE_BEFORE = regex(r"(?<![^\W_])(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half a|\d) \Z")
_SCORE = NumberWord(WordKind.TIMES, frozenset({Fraction(20)}))
_CJK_SCALES = frozenset("千百万亿兆萬億만천조억")
_CJK_OVER = regex(rf"分之([{CJK_SIGNS}\d]{{1,{MOST_DIGITS}}})")


class Amount(Value):
    """A number of a text."""

    values: Values
    """What it may be, without its sign; a share of a hundred as it is written, so that 8% is 8."""
    units: frozenset[str]
    """The share or the currencies that it may be in; empty where none is stated."""
    sign: int
    """-1 or 1 as a sign or a word such as `minus` states it; 0 where nothing does."""
    part: bool
    """Whether it is a part of something, such as `a third` or `two in five`."""
    alone: bool
    """Whether it is a number that nobody adds up: an article, an ordinal number, a part."""
    year: bool
    """Whether it is written like a year."""
    scale: Fraction
    """What a word such as `million` has multiplied it by; 1 without one."""
    start: int
    """Its first character in the plain text."""
    end: int
    """The one after its last."""


def read_numbers(plain: str, languages: tuple[str, ...], marks: str, units: Sequence[tuple[int, int]]) -> list[Amount]:
    """The numbers of a text that is as ``plain_number_text`` gives it, in order and without their units.

    ``languages`` are those of its words, ``marks`` can be before decimals; ``units`` are passages that are no
    numbers, whatever words they hold.
    """
    return _NumberReader(plain, languages, marks, units).read()


def _is_lone(scale: str) -> bool:
    """Whether a word such as `thousand` is a number without another one before it."""
    return len(scale) > 3 or not scale.isascii() or scale == "mil"


class _NumberReader:
    """Reads the numbers of one text."""

    def __init__(self, plain: str, languages: tuple[str, ...], marks: str, units: Sequence[tuple[int, int]]) -> None:
        self._plain, self._languages, self._marks = plain, languages, marks
        self._in_units = {at for start, end in units for at in range(start, end)}
        self._ands = {AND[language] for language in languages if language in AND}
        self._tokens = list(_TOKEN.finditer(plain))
        self._out: list[Amount] = []

    def read(self) -> list[Amount]:
        """All numbers, in order."""
        at = 0
        while at < len(self._tokens):
            at = self._number(at)
        return self._out

    def _number(self, at: int) -> int:
        """Read the number that begins at a token, if one does; the token after it."""
        token = self._tokens[at]
        number: GrowingNumber | None = None
        if token.lastgroup == "cjk":
            self._cjk(token)
        elif token.lastgroup == "digits":
            number = self._digits(token)
        elif (word := self._word(at)) and (word.kind is not WordKind.TIMES or _is_lone(token[0])):
            number = GrowingNumber(token.start(), token.end())
            number.begin(word)
        if number is None:
            return at + 1
        at = self._go_on(number, at + 1)
        self._add(number)
        return at

    def _word(self, at: int) -> NumberWord | None:
        """What the token at a place does in a number; None where it is none of its words."""
        token = self._tokens[at] if at < len(self._tokens) else None
        if token is None or token.lastgroup != "word":
            return None
        if token.start() in self._in_units:
            return None
        return _SCORE if self._is_score(token) else number_word(token[0], self._languages)

    def _is_score(self, token: re.Match[str]) -> bool:
        """Whether a word is the English number of twenty things, and no result of a match."""
        if token[0] != "score" or "en" not in self._languages:
            return False
        before = self._plain[max(0, token.start() - _NEAR) : token.start()]
        return bool(_SCORE_BEFORE.search(before) and _SCORE_OF.match(self._plain, token.end()))

    def _digits(self, token: re.Match[str]) -> GrowingNumber | None:
        before = self._plain[max(0, token.start() - _NEAR) : token.start()]
        if before[-1:].isalpha() and before[-1:] < "\u0590" and not _CODE_BEFORE.search(before):
            return None
        values = values_of(token[0], self._marks)
        if not values:
            # No number as a whole, such as a date: its parts are.
            for piece in re.finditer(rf"(?<!\d)\d{{1,{MOST_DIGITS}}}(?!\d)", token[0]):
                begun = token.start() + piece.start()
                self._add(GrowingNumber(begun, begun + len(piece[0]), frozenset({Fraction(int(piece[0]))})))
            return None
        number = GrowingNumber(token.start(), token.end(), values, part="/" in token[0])
        if re.search(r"\d (?=\d)", token[0]) and "/" not in token[0] and self._languages[:1] == ("en",):
            # English seldom parts groups by a plain space: `on May 12 500 people`.
            number.others = [frozenset({Fraction(int(piece))}) for piece in re.findall(r"\d+", token[0])]
        number.year = bool(_YEAR.fullmatch(token[0]))
        return number

    def _go_on(self, number: GrowingNumber, at: int) -> int:
        """Take the words that belong to a number; the token after them."""
        while at < len(self._tokens):
            token = self._tokens[at]
            gap = self._plain[number.end : token.start()]
            then = self._take_next(number, at, gap) if gap in ("", " ", "\u00a0") else at
            if then == at:
                break
            at = then
        return at

    def _take_next(self, number: GrowingNumber, at: int, gap: str) -> int:
        """Take the words at a place into a number; the token after them, or the same where they are none of it."""
        token = self._tokens[at]
        if token[0] == "-" and not gap:
            joined = at + 1 < len(self._tokens) and self._tokens[at + 1].start() == token.end()
            return at + 2 if joined and self._take(number, at + 1) else at
        if token.lastgroup != "word":
            return at
        if token[0] in POINTS and (then := self._decimals(number, at + 1)):
            return then
        if token[0] in self._ands:
            return self._take_and(number, at)
        if token[0] in ("of", "de", "d", "di", "van") and number.part:
            return self._take_scale_of_part(number, at)
        return at + 1 if self._take(number, at) else at

    def _take(self, number: GrowingNumber, at: int) -> bool:
        word, token = self._word(at), self._tokens[at]
        if word is None and token[0][:1] == "و":
            word = number_word(token[0][1:], self._languages)
        if word is None or (token[0] == "m" and _IS_METRE.match(self._plain, token.end())):
            return False
        if word.kind is WordKind.TIMES and len(token[0]) == 1 and number.current is None:
            return False
        return number.take(word, token.end())

    def _take_and(self, number: GrowingNumber, at: int) -> int:
        """Take an `and` and what follows it: `two hundred and four`, `two and a half`."""
        word, after = self._word(at + 1), self._word(at + 2)
        if word is None or number.weak:
            return at
        if word.kind is WordKind.WEAK and after and after.kind is WordKind.PART:
            number.take_part(after, self._tokens[at + 2].end())
            return at + 3
        end = self._tokens[at + 1].end()
        if word.kind is WordKind.PART and max(word.values) < 1:
            number.take_part(word, end)
            return at + 2
        if number.room in _ONE_BEHIND_AND.get(self._tokens[at + 1][0], ()):
            word = NumberWord(WordKind.ADDS, word.values)
        return at + 2 if word.kind is WordKind.ADDS and number.room and number.take(word, end) else at

    def _take_scale_of_part(self, number: GrowingNumber, at: int) -> int:
        """Take `of a million` behind a part."""
        for then in (at + 1, at + 2):
            word = self._word(then)
            if word and word.kind is WordKind.TIMES and len(self._tokens[then][0]) > 3:
                number.take(word, self._tokens[then].end())
                return then + 1
            if word is None or word.kind is not WordKind.WEAK:
                break
        return at

    def _decimals(self, number: GrowingNumber, at: int) -> int:
        """Take the digits behind a word such as `point`; the token after them, or 0 where there are none."""
        digits, end = "", number.end
        while at < len(self._tokens):
            token, word = self._tokens[at], self._word(at)
            if token.lastgroup == "digits" and token[0].isdecimal():
                digits += token[0]
            elif word and word.kind in (WordKind.ADDS, WordKind.WEAK) and max(word.values) < 10:
                digits += str(int(max(word.values)))
            else:
                break
            end = token.end()
            at += 1
        if not digits or number.current is None:
            return 0
        number.take_decimals(digits, end)
        return at

    def _cjk(self, token: re.Match[str]) -> None:
        """Read a number in the signs of Chinese, Japanese or Korean, and what is written to it."""
        if len(token[0]) > MOST_DIGITS:
            return
        run = f"1{token[0]}" if token[0] in _CJK_SCALES else token[0]
        number = GrowingNumber(token.start(), token.end(), frozenset({cjk_number(run)}))
        value, after = cjk_number(run), self._plain[token.end() : token.end() + 1]
        if value and (over := _CJK_OVER.match(self._plain, token.end())):
            number.current, number.end, number.part = frozenset({cjk_number(over[1]) / value}), over.end(), True
        elif after in ("成", "割"):
            number.current, number.end, number.part = frozenset({value / 10}), token.end() + 1, True
        elif after == "半":
            number.others, number.part = [frozenset({Fraction(1, 2)})], run == "一"
        elif after == "倍":
            # `grows by two times` may be three times as much, and three times as much is two times more.
            number.others = [frozenset({value - 1, value + 1})]
        number.year = bool(_YEAR.fullmatch(run))
        self._add(number)

    def _add(self, number: GrowingNumber) -> None:
        before = self._plain[max(0, number.start - _NEAR) : number.start]
        sign = _SIGN.search(before)
        stated = 0
        if sign and not (sign[1] and before[: sign.start(1)].rstrip()[-1:].isdigit()):
            stated = 0 if "±" in sign[0] else 1 if sign[0].strip().startswith(("+", "plus")) else -1
        if _BELOW.match(self._plain, number.end):
            stated = -1
        facts = (stated, number.part, number.weak or number.part, number.year, number.scale)
        self._out.append(Amount(number.values(), frozenset(), *facts, number.start, number.end))
