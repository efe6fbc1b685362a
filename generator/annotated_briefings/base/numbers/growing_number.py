"""A number while its words are read: what may be added to it, and what multiplies it."""

from dataclasses import dataclass, field
from fractions import Fraction

from annotated_briefings.base.numbers.number_words import NumberWord, WordKind

Values = frozenset[Fraction]
"""What a number may be."""
_HALF = frozenset({Fraction(1, 2)})
_LARGEST = Fraction(10**30)
"""No word makes a number larger than this."""


def sums(one: Values, other: Values) -> Values:
    """The sums of what two numbers may be."""
    return frozenset(a + b for a in one for b in other)


def products(one: Values, other: Values) -> Values:
    """The products of what two numbers may be."""
    return frozenset(a * b for a in one for b in other)


def below_one(values: Values) -> Values:
    """Those values that are parts of one: `third` is 1/3 or 3."""
    return frozenset(value for value in values if value < 1)


@dataclass(slots=True)
class GrowingNumber:
    """A number that words are added to, from left to right."""

    start: int
    """Its first character in the text."""
    end: int
    """The one after its last."""
    current: Values | None = None
    """What no scale has multiplied yet."""
    room: int = 0
    """Numbers below this one may be added."""
    total: Values = frozenset({Fraction(0)})
    """What scales have multiplied."""
    scale: Fraction = Fraction(1)
    """The last scale, such as a million."""
    weak: bool = False
    """Whether it is an article alone."""
    part: bool = False
    """Whether it is a part of something."""
    year: bool = False
    """Whether it is written like a year."""
    others: list[Values] = field(default_factory=list)
    """What else it may be."""

    def values(self) -> Values:
        """What it may be."""
        whole = self.total if self.current is None else sums(self.total, self.current)
        return whole.union(*self.others)

    def begin(self, word: NumberWord) -> None:
        """Take the first word."""
        self.room = word.room
        if word.kind is WordKind.TIMES:
            self.total, self.scale = word.values, max(word.values)
        else:
            self.current = word.values
            self.weak, self.part = word.kind is WordKind.WEAK, word.kind is WordKind.PART

    def take(self, word: NumberWord, end: int) -> bool:
        """Take another word, which ends at a character; whether it belongs to the number."""
        if word.kind is WordKind.TIMES:
            taken = self._multiply(word)
        elif word.kind is WordKind.PART and self.current is not None and not self.part:
            taken = self._divide(word)
        elif word.kind is WordKind.ADDS:
            taken = self._add(word)
        else:
            # `half a million`
            taken = word.kind is WordKind.WEAK and self.part
        if taken:
            self.end = end
        return taken

    def take_part(self, word: NumberWord | None, end: int) -> None:
        """Take `and a half`: of one, or of the last scale."""
        part = below_one(word.values) if word else _HALF
        if self.current is None:
            self.total = sums(self.total, products(part, frozenset({self.scale})))
        else:
            self.current = sums(self.current, part)
        self.end = end

    def take_decimals(self, digits: str, end: int) -> None:
        """Take the digits behind a word such as `point`."""
        decimals = frozenset({Fraction(int(digits), 10 ** len(digits))})
        self.current, self.end, self.room = sums(self.current or frozenset({Fraction(0)}), decimals), end, 0

    def _add(self, word: NumberWord) -> bool:
        values = word.values
        if self.current is None:
            if max(values) >= self.scale or not self.room:
                return False
            self.current, self.room, self.weak = values, word.room, False
            return True
        if self.current == {4} and values == {20}:
            # `quatre-vingt`
            self.current, self.room = frozenset({Fraction(80)}), 20
            return True
        if max(values) < self.room:
            self.current = sums(self.current, values)
            self.room = min(word.room, self.room) if self.room <= 100 else word.room
            self.weak = False
            return True
        if self.total == {0} and 10 < max(self.current) < 21 and 9 < max(values) < 100:
            # `nineteen ninety-nine`
            self.current = sums(products(self.current, frozenset({Fraction(100)})), values)
            self.room, self.year = word.room, True
            return True
        return False

    def _divide(self, word: NumberWord) -> bool:
        if self.current is None or self.total != {0} or max(self.current) > 20:
            # `twenty-fifth`
            return self._add(word)
        self.current = word.values if self.weak else products(self.current, below_one(word.values))
        self.part, self.weak = True, False
        return True

    def _multiply(self, word: NumberWord) -> bool:
        times = max(word.values)
        if max(self.values()) * times > _LARGEST:
            return False
        if self.current is None:
            # `thousand million`
            self.total, self.scale = products(self.total, word.values), self.scale * times
        elif times < 1000:
            if times == 100 and not self.part and min(self.current) >= times:
                return False
            self.current = products(self.current, word.values)
        elif times > self.scale > 1:
            # `mil quinientos millones`
            self.total = products(sums(self.total, self.current), word.values)
            self.current, self.scale = None, times * self.scale
        else:
            self.total = sums(self.total, products(self.current, word.values))
            self.current, self.scale = None, times
        self.room, self.weak, self.part, self.year = word.room, False, False, False
        return True
