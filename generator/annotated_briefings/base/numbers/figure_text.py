"""Figures as people of a language write them: `$145 million`, `145 Mio. $`, `1.45亿美元`, `8 %`.

Only the spelling changes, and only where every part that changes is understood; anything else stays as it was typed.
Grouping, places of signs, and words for millions are those of the Unicode CLDR.
"""

import re
from decimal import Decimal
from functools import lru_cache

from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

from annotated_briefings.base.meant.locales import Locale, UnknownLocaleError
from annotated_briefings.base.numbers.scale_words import scale_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace

NO_BREAK = "\u00a0"
_NUMBER = regex(r"\d[\d.,'’ \u00a0\u202f\u2009]*\d|\d", re.ASCII)
_GROUPS = regex(r"\d{1,3}(?:([., '’\u00a0\u202f\u2009])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})*,\d{3}", re.ASCII)
_SYMBOL = r"[A-Z]{0,3}[$€£¥₹₽₩₺₴₪₫₦₱฿]|[A-Z]{3}(?![^\W\d_])"
_SIGN = regex(r"[A-Z]{0,3}[$€£¥₹₽₩₺₴₪₫₦₱฿]")
_LEAD = regex(rf"(?:(?P<sign>[-−–+±])[ \u00a0]?)?(?:(?<![^\W_])(?P<money>{_SYMBOL})[ \u00a0]?)?(?P<inner>[-−–+±]?)\Z")
_RANGE = regex(
    r"[ \u00a0]?(?P<dash>[-–—])[ \u00a0]?|[ \u00a0](?P<word>to|bis|à|a|do|tot|till|إلى|至|到)[ \u00a0]|(?P<cjk>[至到])"
)
_TOKEN = regex(
    rf"[ \u00a0\u202f]*(?P<token>{_SYMBOL}|[%‰]|[万萬亿億만억]|[^\W\d_]+\.?)(?=$|[ \u00a0.,;%‰$€£¥\u3040-\uffff])"
)
_ENGLISH = {"thousand": 3, "million": 6, "millions": 6, "mn": 6, "bn": 9}
"""Words that people write in fields in whatever language."""
_SHORT_SCALE = frozenset("en zh ja ko ar he fa ru uk tr hi id th vi".split())
"""Languages in which a billion is a thousand millions."""
_ENGLISH_LARGE = {"billion": 9, "billions": 9, "trillion": 12, "trillions": 12, "tn": 12}
_WITH_MONEY = {"k": 3, "m": 6, "b": 9}
"""Letters that are a scale beside a currency; elsewhere they are metres or names."""
_CJK_SCALES = {"万": 4, "萬": 4, "만": 4, "亿": 8, "億": 8, "억": 8}
_CODES = frozenset(list_currencies())
_SAME_SYMBOL = {"€": "EUR", "US$": "USD", "EUROS": "EUR", "EURO": "EUR"}
_OWN_DOLLARS = frozenset("AU CA NZ SG HK JM BZ TT".split())
_NAMES = {("ar", "USD"): "دولار", ("zh", "CNY"): "元", ("ja", "USD"): "ドル", ("ja", "JPY"): "円"}
"""Names that are shorter than those of CLDR, as newspapers write them."""
_BY_NAME = frozenset(("zh", "ja", "ko", "ar"))
"""Languages that write the name of a currency behind the number."""
_JOINED = frozenset(("zh", "ja", "ko"))
"""Languages that have no space in a figure."""
_LONG = frozenset(("en", "zh", "ja", "ko", "ar", "he", "nl", "pt"))
"""Languages that write the word for a million out beside a currency."""
_FROM_FIVE = frozenset(("es", "it", "pl", "pt_PT"))
"""Languages that write four digits without a separator."""
_EAST = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_MARKS = str.maketrans("", "", "\u200e\u200f\u061c")


class FigureText(Value):
    """A figure in the spelling of a language."""

    shown: str
    """What readers see."""
    typed: str
    """What was typed, where that is something else; else empty."""


class _Parts(Value):
    """A figure taken apart."""

    before: str
    """Words before it, such as `over`."""
    sign: str
    """Its sign as it was typed."""
    numbers: tuple[str, ...]
    """One number, or the two ends of a range."""
    joint: str
    """What is between those."""
    money: str
    """Code or sign of a currency."""
    power: int = 0
    """The power of ten of a word such as `million`."""
    share: str = ""
    """A percent or a permille sign."""
    rest: str = ""
    """All other words of its unit."""


def read_number(digits: str, language: str) -> Decimal | None:
    """The value of a number in digits; a single separator that could be either is what it is in the language."""
    kinds = {sign for sign in digits if not sign.isdigit()}
    if not digits.isascii() and kinds - set("\u00a0\u202f\u2009’"):
        return None
    _group, point = _separators(language)
    if _GROUPS.fullmatch(digits) and not (kinds == {point} and digits.count(point) == 1) and not digits.startswith("0"):
        return Decimal(re.sub(r"\D", "", digits))
    marks = [sign for sign in digits if sign in ".,"]
    decimal = next((sign for sign in reversed(marks) if marks.count(sign) == 1), "")
    whole, _, part = digits.rpartition(decimal) if decimal else (digits, "", "")
    if (marks and not decimal) or (not part.isdigit() and decimal):
        return None
    if not whole.isdigit() and not _GROUPS.fullmatch(whole):
        return None
    return Decimal(re.sub(r"\D", "", whole) + ("." + part if decimal else ""))


@lru_cache(maxsize=8192)
def figure_text(value: str, unit: str, language: str, reader: str = "") -> FigureText:
    """A figure that was typed in a language, as readers of another write it; of the same, if ``reader`` is empty."""
    unit = unit.strip()
    joint = "" if unit in ("%", "‰", "°C") or not value else " "
    typed = f"{value}{joint}{unit}".strip()
    parts = _parts(value.strip(), unit, language)
    shown = _written(parts, language, _locale(reader or language)) if parts else ""
    if not shown:
        gap = joint if not value[-1:].isdigit() else "" if _EAST.match(unit) else joint.replace(" ", NO_BREAK)
        shown = f"{value}{gap}{unit}".strip()
    return FigureText(shown, typed if typed != shown.replace(NO_BREAK, " ") else "")


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


def _separators(language: str) -> tuple[str, str]:
    symbols = _locale(language).number_symbols["latn"]
    return str(symbols["group"]), str(symbols["decimal"])


def _parts(value: str, unit: str, language: str) -> _Parts | None:
    """A figure taken apart; None for what has no number, several, or one that is part of something else."""
    found = list(_NUMBER.finditer(value))
    if not 1 <= len(found) <= 2:
        return None
    first, last = found[0], found[-1]
    joint = ""
    if len(found) == 2:
        between = _RANGE.fullmatch(value, first.end(), last.start())
        if between is None:
            return None
        joint = "–" if between["dash"] else between[0]
    lead = _LEAD.search(value, 0, first.start())
    assert lead
    before, after = value[: lead.start()], value[last.end() :]
    sign, money = lead["sign"] or lead["inner"], lead["money"] or ""
    if (before and not before[-1].isspace()) or (lead["sign"] and lead["inner"]) or (sign and joint):
        return None
    if sign and before.strip() and not before.strip()[-1:].isalpha():
        return None
    parts = _Parts(before.strip(), sign, tuple(match[0] for match in found), joint, money)
    return _with_units(parts, after, unit, language)


def _with_units(parts: _Parts, after: str, unit: str, language: str) -> _Parts | None:
    """The same with the currency, the scale and the share that follow; what is behind them is kept."""
    text = f"{after} {unit}" if unit else after
    main = language.split("-")[0].lower()
    money, power, share, own, at = parts.money, 0, "", False, 0
    while match := _TOKEN.match(text, at):
        token = match["token"]
        code = _SAME_SYMBOL.get(token.upper(), token)
        if (code in _CODES or _SIGN.fullmatch(token)) and not money:
            money = code
        elif token in "%‰" and not (money or power or share):
            share = token
        elif not power and (found := _power(token, main, bool(money) or _is_money(text, match.end()))):
            power, own = found, bool(scale_of(token.lower().rstrip("."), main)) or token in _CJK_SCALES
        elif token.lower() in _ENGLISH_LARGE and main not in _SHORT_SCALE:
            return None
        else:
            break
        at = match.end()
    rest = text[at:]
    if rest[:1].strip() and not _EAST.match(rest):
        return None
    if power and not money and (own or rest):
        # The word is one of the language already, or belongs to words of another one: it stays as it is.
        power, rest = 0, text
    return replace(parts, money=_SAME_SYMBOL.get(money.upper(), money), power=power, share=share, rest=rest.strip())


def _is_money(text: str, at: int) -> bool:
    """Whether a currency follows."""
    match = _TOKEN.match(text, at)
    return match is not None and (match["token"] in _CODES or _SIGN.fullmatch(match["token"]) is not None)


def _power(token: str, main: str, beside_money: bool) -> int:
    """The power of ten that a word stands for; 0 for other words, and for those that mean two."""
    word = token.lower().rstrip(".")
    if token in _CJK_SCALES:
        return _CJK_SCALES[token]
    if len(word) == 1:
        return _WITH_MONEY.get(word, 0) if beside_money else 0
    if word in _ENGLISH_LARGE:
        # In German and most others a billion is a million millions: such a word may be English or not.
        return _ENGLISH_LARGE[word] if main in _SHORT_SCALE else 0
    return scale_of(word, main) or _ENGLISH.get(word, 0)


def _written(parts: _Parts, language: str, locale: Locale) -> str:
    """A figure put together again; empty where a number in it cannot be read in the language it was typed in."""
    main = str(locale.language)
    numbers = [read_number(digits, language) for digits in parts.numbers]
    bare = not (parts.money or parts.power or parts.share or parts.rest)
    if any(number is None for number in numbers) or any(re.match(r"0\d", digits) for digits in parts.numbers):
        return ""
    values = [number for number in numbers if number is not None]
    power, scale = _scale(values[-1], parts, locale) if parts.power else (0, "")
    values = [_moved(value, parts.power - power) for value in values]
    written = [
        # Four digits alone are mostly a year.
        digits if bare and len(digits) == 4 and digits.isdigit() else _number(value, locale, bool(scale))
        for value, digits in zip(values, parts.numbers, strict=True)
    ]
    number = parts.joint.join(written)
    if scale:
        number += ("" if main in _JOINED else NO_BREAK) + scale
    sign = "−" if parts.sign in ("-", "–") else parts.sign
    if parts.share:
        shown = _share(number, parts.share, locale, sign)
    elif parts.money:
        shown = _money(number, parts.money, values[-1], bool(scale), locale, sign)
    else:
        shown = sign + number
    known = parts.share or parts.money or parts.power
    gap = "" if _EAST.match(parts.rest) else " " if known else NO_BREAK
    return (parts.before + " " if parts.before else "") + shown + (gap + parts.rest if parts.rest else "")


def _moved(value: Decimal, places: int) -> Decimal:
    """A number with its point moved, without digits that were not given."""
    if not places:
        return value
    moved = value.scaleb(places)
    return moved.quantize(Decimal(1)) if moved == moved.to_integral_value() else moved.normalize()


def _number(value: Decimal, locale: Locale, scaled: bool) -> str:
    name = "pt_PT" if str(locale) == "pt_PT" else str(locale.language)
    # Chinese has a word for ten thousand, and writes the digits before it without a separator.
    grouped = abs(value) >= 10_000 or name not in (_JOINED if scaled else _FROM_FIVE)
    whole, _, part = f"{value:f}".partition(".")
    written = str(locale.decimal_formats[None].apply(int(whole), locale, group_separator=grouped))
    return written + (_separators(str(locale).replace("_", "-"))[1] + part if part else "")


def _scale(value: Decimal, parts: _Parts, locale: Locale) -> tuple[int, str]:
    """The power of ten that is written as a word, and the word; nothing where the language has no word for it."""
    styles = ("long", "short") if str(locale.language) in _LONG or not parts.money else ("short", "long")
    words = next((found for found in (_scale_words(locale, style) for style in styles) if found), {})
    size = value.adjusted() + parts.power if value else 0
    power = parts.power if parts.power in words else max((known for known in words if known <= size), default=0)
    if not power:
        return 0, ""
    forms = words[power]
    return power, forms.get(locale.plural_form(_moved(value, parts.power - power))) or forms["other"]


@lru_cache(maxsize=128)
def _scale_words(locale: Locale, style: str) -> dict[int, dict[str, str]]:
    """The words of a language for powers of ten, each in its plural forms."""
    out: dict[int, dict[str, str]] = {}
    for category, patterns in locale.compact_decimal_formats.get(style, {}).items():
        for number, pattern in patterns.items():
            text = str(pattern.pattern).replace("'", "").translate(_MARKS)
            word = text.replace("0", "").strip(" \u00a0")
            # Turkish writes a thousand as B, others a billion: what one letter stands for is written in digits.
            if text.startswith("0") and (len(word) > 1 or word == "M" or _EAST.match(word) or word == "억"):
                out.setdefault(len(number) - text.count("0"), {})[category] = word
    return out


def _share(number: str, share: str, locale: Locale, sign: str) -> str:
    pattern = str(locale.percent_formats[None].pattern).translate(_MARKS)
    before, after = pattern.partition("#")[0], pattern.rpartition("0")[2]
    return sign + before.replace("%", share) + number + after.replace("%", share)


def _money(number: str, money: str, value: Decimal, scaled: bool, locale: Locale, sign: str) -> str:
    main = str(locale.language)
    if main in _BY_NAME and money in _CODES:
        name = _NAMES.get((main, money)) or str(
            get_currency_name(money, count=None if scaled else value, locale=locale)
        )
        return sign + number + ("" if main in _JOINED else NO_BREAK) + name
    symbol = _symbol(money, locale)
    pattern = str(locale.currency_formats["standard"].pattern).translate(_MARKS).partition(";")[0]
    if pattern.startswith("¤"):
        wide = NO_BREAK if symbol[-1:].isalpha() or pattern[1:2].isspace() else ""
        return sign + symbol + wide + number
    return sign + number + NO_BREAK + symbol


def _symbol(money: str, locale: Locale) -> str:
    if money not in _CODES:
        return money
    if money == "USD" and str(locale.language) == "en" and locale.territory not in _OWN_DOLLARS:
        return "$"
    return str(get_currency_symbol(money, locale)).translate(_MARKS)
