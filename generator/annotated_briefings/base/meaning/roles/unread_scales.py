"""Scales behind numbers in languages whose words for numbers are not known: `5 करोड़` is not 5."""

import re
from collections.abc import Sequence
from fractions import Fraction

from annotated_briefings.base.numbers.number_reader import Amount
from annotated_briefings.base.regex import regex

_UNREAD_SCALE = regex(
    r"(?P<number>\d[\d.,]*)\s?(?P<scale>करोड़|लाख|हज़ार|हजार|अरब|억|만|조|천|میلیون|میلیارد|هزار|ล้าน|แสน|หมื่น|พัน|triệu"
    r"|tỷ|nghìn|ribu|juta"
    r"|miliar|milyon|milyar|bin(?= \w)|ezer|millió|milliárd|χιλιάδες|εκατομμ\w+|δισ\w*|milioane|miliarde|mii)"
)
"""Scales behind numbers in languages whose words for numbers are not known."""


def is_unscaled(value: str, unit: str, quote: str, figure: Sequence[Amount]) -> bool:
    """Whether a quote has the number of a figure only with a scale behind it that the figure is without."""
    if not value.strip().isdecimal() or not any(Fraction(int(value)) in one.values for one in figure):
        return False
    scaled = [one for one in _UNREAD_SCALE.finditer(quote) if one["number"] == value.strip()]
    bare = re.findall(rf"(?<![\d.,]){re.escape(value.strip())}(?![\d.,]*\d)", quote)
    return bool(scaled) and len(scaled) == len(bare) and not any(one["scale"] in f"{value} {unit}" for one in scaled)
