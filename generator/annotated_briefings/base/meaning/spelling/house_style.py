"""What each paper sets in its own way: `1.250` and `1250`, `Dr.` and `Dr`, `U.S.` and `US`, `‘safe’` and `“safe”`.

Only marks that can mean nothing else are left out: the mark of a number where, in the language of its text, it
separates groups of figures, and a stop behind an abbreviation where a name or a number follows. Single quotation marks
are double ones.
"""

import re
from collections.abc import Collection, Iterator

from annotated_briefings.base.meaning.lexicon import languages_of
from annotated_briefings.base.meaning.read_languages import latin_words
from annotated_briefings.base.meaning.spelling.placed import replaced
from annotated_briefings.base.meaning.verdicts.words import languages_near
from annotated_briefings.base.numbers.numerals import BOTH_MARKS, decimal_marks, values_of
from annotated_briefings.base.regex import regex

_BLANKS = frozenset("fr sv no da fi pl cs sk ru uk bg hu pt es it de et lv lt sl hr sr ro ca el nl".split())
"""Languages that separate groups of figures by blanks."""
_NUMBER = (
    r"(?P<number>(?<![\d.,'/:])(?:[1-9]\d{0,2}(?P<mark>[.,' \u00a0])\d{3}(?:(?P=mark)\d{3})*(?:[.,]\d{1,2})?"
    r"|(?P<lakh>[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d{1,2})?))(?![.,']?\d|[/:]\d))"
)
_CERTAIN = regex(r"[ \u00a0]0")
"""A blank before a group that is no number of its own: `10 000`."""
_ONE_NUMBER = regex(
    r"(?<!\w)(?:some|about|around|nearly|almost|roughly|over|than|only|just|approximately|exactly|another|further|additional"
    r"|estimated|least|most)[ \u00a0]\Z",
    re.IGNORECASE,
)
"""English words before a number, which the figures behind them cannot be two of."""
_BEFORE_NAMES = (
    "Dr|Mr|Mrs|Ms|Prof|St|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon|Mt|Mme|Mlle|Sra|Dott|Sig|Ing|dr|mr|prof|dott|sig|ing|mgr"
    "|hab|inż|ks|św"
)
_BEFORE_NUMBERS = "Núm|núm|Art|art|Abs|Kap|pp|vol|Vol"
_SET = regex(
    rf"{_NUMBER}"
    rf"|(?<!\w)(?P<short>{_BEFORE_NAMES})\.(?=[ \u00a0][A-ZÀ-ÞŁŚŻŹĆČŠŽİ])"
    rf"|(?<!\w)(?P<counted>{_BEFORE_NUMBERS})\.(?=[ \u00a0]?\d)"
    r"|(?<![\w.])(?P<letters>(?:[^\W\d_]\.[ \u00a0]?){1,4}[^\W\d_]\.)(?!\w)"
)
_CONCERNED = regex(
    rf"\d[.,' \u00a0]\d{{3}}|(?:{_BEFORE_NAMES}|{_BEFORE_NUMBERS})\.[ \u00a0\d]|[^\W\d_]\.[ \u00a0]?[^\W\d_]\."
    r"|\d,\d\d,\d|(?<!\w)['‹›](?=\w)"
)
_SINGLE = regex(r"(?<!\w)['‹›](?=\w)(?:[^\"\n]|\"[^\"\n]*\"){0,400}?(?<=[\w.,!?…。，、\"])['‹›](?!\w)")
"""Words between single quotation marks."""
_MOST_LANGUAGES = 8
"""Languages that the words of a text may be of; where there are more they tell nothing."""
_AHEAD = 20
"""Characters before a number that tell whether it is one."""
_LAST_MARK = regex(r"[.,](?=\"\Z)")
_GROUPED = regex(r".*\.\d\d0(?:,\d+)?")


def has_house_style(text: str) -> bool:
    """Whether a text has marks that another paper sets otherwise."""
    return _CONCERNED.search(text) is not None


def without_last_mark(quote: str) -> str:
    """A quote without the comma or the stop before the quotation mark that ends it."""
    return _LAST_MARK.sub("", quote)


def in_one_style(text: str, around: str = "") -> tuple[str, tuple[int, ...]]:
    """A text without these marks, and where each of its characters comes from, with one more place for the end.

    ``around``: a longer text in the same language, by which the marks of numbers are read.
    """
    if not has_house_style(text):
        return text, tuple(range(len(text) + 1))
    whole = around or text
    languages = languages_of(latin_words(whole)) or languages_near(whole.lower(), "")
    languages = languages if len(languages) <= _MOST_LANGUAGES else ()
    return replaced(with_double_marks(text), _SET, lambda found: _kept(found, languages))


def with_double_marks(text: str) -> str:
    """A text of the same length with double quotation marks for its single ones."""
    return _SINGLE.sub(lambda found: f'"{found[0][1:-1]}"', text)


def _kept(found: re.Match[str], languages: Collection[str]) -> Iterator[tuple[int, str]]:
    chars = list(enumerate(found[0], found.start()))
    if found["lakh"]:
        yield from ((place, char) for place, char in chars if char != ",")
    elif found["number"]:
        mark = found["mark"]
        ahead = found.string[max(0, found.start() - _AHEAD) : found.start()]
        yield from (
            (place, char) for place, char in chars if char != mark or not _is_grouped(found[0], mark, languages, ahead)
        )
    elif found["letters"]:
        yield from ((place, char) for place, char in chars if char.isalpha())
    else:
        yield from chars[:-1]


def _is_grouped(digits: str, mark: str, languages: Collection[str], ahead: str) -> bool:
    """Whether a mark in a number separates groups of figures and can mean nothing else; ``ahead`` is before it."""
    if mark in " \u00a0":
        sure = digits.count(mark) > 1 or _CERTAIN.search(digits) or _ONE_NUMBER.search(ahead)
        return bool(sure) or (bool(languages) and _BLANKS.issuperset(languages))
    spanish = BOTH_MARKS & set(languages) and _GROUPED.fullmatch(digits)
    values = values_of(digits, "," if spanish else decimal_marks(languages))
    bare = digits.replace(mark, "").replace(",", ".")
    return len(values) == 1 and float(next(iter(values))) == float(bare)
