"""Names beside a day in a line below a headline: which is that of an outlet, of a writer, and of a place."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.datelines import day_line, is_beside_day
from annotated_briefings.intake.cleaning.days import date_span, find_day
from annotated_briefings.intake.cleaning.months import WEEKDAYS
from annotated_briefings.intake.ner.lexicon import common_words, first_names, places
from annotated_briefings.intake.ner.person_names import are_people
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.segmentation.credits import PAGE
from annotated_briefings.intake.stated.outlets import PAPER

_LONGEST, _MOST_WORDS, _MOST_NAMES = 120, 8, 4
_APART = regex(r"\s*(?:[|·•;()\[\]，、；（）｜【】،]|,(?=\s|$)|(?<=\s)[-–—/](?=\s))\s*")
_QUOTED = regex(r"[\"«„“”'‚‘’「『《](?P<name>[^\"«»„“”「」『』《》]+)[\"»“”'‘’」』》]")
_WRITER_WORDS = 4
_SIGNS = " .,:–—-\u200e\u200f"
_WORD = regex(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_STEM, _ENDING = 3, 2
"""Letters of the beginning of a word that is compared, and those of its ending that may differ."""
_OPENING = frozenset("the der die das le la les l' el los las il lo gli o a os as de het den det".split())
_LINKING = frozenset("on from of vom von am года року г р r d m".split())
_NO_END = frozenset("!?:…。")


class NamesBesideDay(Value):
    """What a line says that holds a day and names, and nothing else."""

    day: str
    """The day (EDTF)."""
    outlet: str
    """Who published the text."""
    author: str
    """Who wrote it."""
    rest: str
    """Its other words, such as those of a place or a page."""
    sure: bool
    """Whether nothing else can be meant by the outlet."""


def names_beside_day(line: str, texts: Sequence[str]) -> NamesBesideDay | None:
    """The names beside a day in a line below a headline; None for any other line.

    A name in quotation marks, and one that ends as names of papers do, is that of an outlet. A name of a place is one
    that is known as such, whose words come again in ``texts``, or that is all of a line that ends as a sentence does.
    Of two others that may be names of people the first is the writer.
    """
    line = line.strip().strip("*_ ")
    day = find_day(line) if len(line) <= _LONGEST else ""
    if not day:
        return None
    start, end = date_span(line)
    found = [*_fields(line[:start]), *_fields(line[end:])]
    other = [field for field in found if PAGE.fullmatch(field)]
    names = [field for field in found if field not in other]
    if not names or len(names) > _MOST_NAMES or not all(map(_is_name, names)):
        return None
    author = next(filter(None, map(byline_names, names)), "")
    names = [name for name in names if not byline_names(name)]
    outlets = [name for name in names if _QUOTED.fullmatch(name)] or [name for name in names if PAPER.fullmatch(name)]
    outlet = outlets[0] if outlets else ""
    left = [name for name in names if name != outlet]
    towns = [name for name in left if is_place(name, texts)]
    if not outlet and len(left) == 1 and not author and _ends(line) and len(left[0].split()) < _STEM:
        towns = left
    left = [name for name in left if name not in towns]
    if len(left) == 1 and not outlet and not author and _is_known(left[0]):
        author, left = left[0], []
    elif left and not author and (outlet or len(left) > 1):
        writers = [name for name in left if _is_known(name)] or [name for name in left if _may_write(name)]
        author = writers[0] if writers else ""
        left = [name for name in left if name != author]
    sure = bool(outlets) or bool(author)
    if left and not outlet:
        outlet, left = left[0], left[1:]
    quoted = _QUOTED.fullmatch(outlet)
    return NamesBesideDay(
        day, quoted["name"].strip() if quoted else outlet, author, ", ".join([*towns, *left, *other]), sure
    )


def _fields(text: str) -> Iterator[str]:
    """The fields between signs, without words that only belong to a day."""
    for field in _APART.split(text):
        words = field.strip(_SIGNS).split()
        if all(is_beside_day(word.strip(_SIGNS).casefold()) for word in words):
            continue
        while words and _is_link(words[-1]):
            words.pop()
        while words and _is_link(words[0]) and not byline_names(" ".join(words)) and len(words) > 1:
            if words[0].lower() in _OPENING:
                break
            words.pop(0)
        if words:
            yield " ".join(words).strip(_SIGNS)


def _is_link(word: str) -> bool:
    bare = word.strip(_SIGNS)
    if bare[:1].isupper() and bare.casefold() not in WEEKDAYS:
        return False
    return not bare or is_beside_day(bare.casefold()) or bare in _LINKING


def _is_name(text: str) -> bool:
    words = text.split()
    named = sum(1 for word in words if not word[:1].islower())
    return len(words) <= _MOST_WORDS and 2 * named >= len(words) and text[-1] not in _NO_END


def _ends(line: str) -> bool:
    """Whether a line ends as a sentence, and not as the number of a day or a year does in some languages."""
    return line.endswith(".") and not re.search(r"(?:^|\s)\d{1,2}\.$", line)


def is_place(name: str, texts: Sequence[str]) -> bool:
    """Whether a name is that of a place: a known one, or one whose words come again in a text, with any ending."""
    if PAPER.fullmatch(name):
        return False
    if name.casefold() in _known_places():
        return True
    words = _WORD.findall(name)
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in words]
    own = [word for text in texts for word in _WORD.findall(text)]
    return bool(stems) and all(any(word.startswith(stem) for word in own) for stem in stems)


def _known_places() -> frozenset[str]:
    return frozenset(name.casefold() for name in places())


def _is_known(name: str) -> bool:
    """Whether a name begins with a given name and ends with no common word."""
    words = name.casefold().split()
    return _may_write(name) and words[0] in first_names() and words[-1] not in common_words()


def _may_write(name: str) -> bool:
    """Whether a name may be that of a person: two words or a few, each with a capital where there are any."""
    words = name.split()
    cased = all(not word[:1].islower() for word in (words[0], words[-1]))
    plain = words[0].casefold() not in _OPENING and not PAPER.fullmatch(name)
    return 1 < len(words) <= _WRITER_WORDS and cased and plain and (are_people(name, sure=True) or not name.isascii())


def is_head_line(line: str, texts: Sequence[str]) -> bool:
    """Whether a line says who wrote a text, or who published it, where and when: above it may be a second headline."""
    return bool(byline_names(line, sure=True) or day_line(line)) or names_beside_day(line, texts) is not None
