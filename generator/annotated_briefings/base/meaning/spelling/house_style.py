"""What each paper sets in its own way: `1.250` and `1250`, `Dr.` and `Dr`, `U.S.` and `US`, `safe,” said`.

Only marks that can mean nothing else are left out: the mark of a number where, in the language of its text, it
separates groups of figures, and a stop behind an abbreviation where a name or a number follows.
"""

import re
from collections.abc import Collection, Iterator

from annotated_briefings.base.meaning.lexicon import languages_of
from annotated_briefings.base.meaning.read_languages import latin_words
from annotated_briefings.base.meaning.spelling.placed import replaced
from annotated_briefings.base.numbers.numerals import BOTH_MARKS, decimal_marks, values_of
from annotated_briefings.base.regex import regex

_BLANKS = frozenset("fr sv no da fi pl cs sk ru uk bg hu pt es it de".split())
"""Languages that separate groups of figures by blanks."""
_NUMBER = (
    r"(?P<number>(?<![\d.,'/:])[1-9]\d{0,2}(?P<mark>[.,' \u00a0])\d{3}(?:(?P=mark)\d{3})*(?:[.,]\d{1,2})?"
    r"(?![.,]?\d|[/:]\d))"
)
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
    r"|(?P<comma>,(?=\")|(?<=\"),)"
)
_CONCERNED = regex(
    rf"\d[.,' \u00a0]\d{{3}}|(?:{_BEFORE_NAMES}|{_BEFORE_NUMBERS})\.[ \u00a0\d]|[^\W\d_]\.[ \u00a0]?[^\W\d_]\.|,\"|\","
)
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
    languages = languages_of(latin_words(around or text))
    return replaced(text, _SET, lambda found: _kept(found, languages))


def _kept(found: re.Match[str], languages: Collection[str]) -> Iterator[tuple[int, str]]:
    chars = list(enumerate(found[0], found.start()))
    if found["number"]:
        mark = found["mark"]
        yield from (
            (place, char) for place, char in chars if char != mark or not _is_grouped(found[0], mark, languages)
        )
    elif found["letters"]:
        yield from ((place, char) for place, char in chars if char.isalpha())
    elif not found["comma"]:
        yield from chars[:-1]


def _is_grouped(digits: str, mark: str, languages: Collection[str]) -> bool:
    """Whether a mark in a number separates groups of figures and can mean nothing else."""
    if mark in " \u00a0":
        return digits.count(mark) > 1 or not _BLANKS.isdisjoint(languages)
    spanish = BOTH_MARKS & set(languages) and _GROUPED.fullmatch(digits)
    values = values_of(digits, "," if spanish else decimal_marks(languages))
    bare = digits.replace(mark, "").replace(",", ".")
    return len(values) == 1 and float(next(iter(values))) == float(bare)
