"""Fields of records, front matter and reports whose words are in no article: named, so that nothing is lost unseen."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.plain import plain_words
from annotated_briefings.intake.labels import LabelRole, role_of
from annotated_briefings.intake.model import Paragraph

UNUSED = "a field that was not used"
"""Why the words of a field are in no brief."""
UNKNOWN = "a column whose name is not known"
"""Why a cell of a table is in no brief."""
_OF_WORDS = frozenset(
    "keyword keywords newskeywords tag tags category categories subject subjects topic topics section sectionname "
    "caption captions credit credits label labels term terms title kicker overline eyebrow strapline subtitle "
    "subheadline subhead subheading dek deck standfirst teaser".split()
)
"""Fields in which one word says something of an article: what it is about, what is above its headline, and what is
below its pictures."""
_OF_PROGRAMS = regex(
    r"id$|uid|guid|slug|url|uri|link|href|src|path|hash|token|cursor|type|kind|format|class|lang|locale|status|state|version"
    r"|charset|encoding|mime|currency|country|region|code|key|index|score|rank|time|zone|date|engine|method|mode|platform"
    r"|generator|template|layout|theme|source|domain|host|site|desk|device|user|visib|access|draft|sort|order|image|icon|color"
    r"|align|file|folder|uuid|ref$|rel$|flag|enabled|event|tone|sentiment|author|byline|name$|creator|publisher|agency"
)
"""Parts of the names of fields in which one word is for programs, or is the name of somebody."""
_READ = regex(r"[^\W\d_]{4,}(?:[-’'][^\W\d_]+)*(?: [^\W\d_]{2,}){0,2}[.!?]?")
"""A word, or two or three of them, that are no code."""
_ADDRESS = regex(r"\w+:\S+|www\.\S+|\S+@\S+", re.IGNORECASE)
_REPEATED = regex(r" \(\d+\)$")
"""How the name of a field ends that its object has more than once."""
_LAST = regex(r"[.:]")
_LETTERS = regex(r"[\W_]+")
_TAG = regex(r"<[^<>]*>")
_WORDS, _SIGNS, _COMPARED, _DEEPEST = 3, 7, 6, 12
"""Words of a text at least, or its signs where no blanks part words; words by which two texts are compared; objects in
each other."""


def unused_fields(pairs: Iterable[tuple[str, Any]], used: Sequence[str]) -> tuple[Paragraph, ...]:
    """The fields with a text of which the ``used`` texts hold nothing, each with its name."""
    texts = [(name, found) for name, value in pairs if _is_reported(name, found := list(_texts(value, _DEEPEST)))]
    if not texts:
        return ()
    known = _bare(" ".join(used))
    left = ((name, [one for one in found if _begin(one) not in known]) for name, found in texts)
    return tuple(
        Paragraph(f"{name}: {' '.join(found)}", 0, 0, aside=UNUSED) for name, found in left if _is_reported(name, found)
    )


def _texts(value: Any, depth: int) -> Iterator[str]:
    """The words in a value, without those that are addresses."""
    if isinstance(value, str):
        words = plain_words(_TAG.sub(" ", value)) if "<" in value or "&" in value else " ".join(value.split())
        if any(map(str.isalpha, words)) and not _ADDRESS.fullmatch(words):
            yield words
    elif depth:
        inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
        for one in inner:
            yield from _texts(one, depth - 1)


def _is_reported(name: str, found: Sequence[str]) -> bool:
    """Whether the words of a field tell something: more than a code, or any word where its name says so."""
    if not found:
        return False
    return _is_text(found) or is_of_words(name) or _REPEATED.search(name) is not None or _holds_read_word(name, found)


def _holds_read_word(name: str, found: Sequence[str]) -> bool:
    """Whether a field holds a word that people read, and is none that programs use among themselves."""
    bare = bare_key(_LAST.split(name)[-1])
    return _OF_PROGRAMS.search(bare) is None and any(_READ.fullmatch(one) for one in found)


def is_of_words(name: str) -> bool:
    """Whether a field of this name, as ``article:tag``, tells something by one word."""
    last = _LAST.split(name)[-1]
    return bare_key(last) in _OF_WORDS or role_of(last) == LabelRole.SECTION


def _is_text(found: Sequence[str]) -> bool:
    """Whether some words are more than a name or codes."""
    if any(not one.isascii() and " " not in one and len(one) > _SIGNS for one in found):
        return True
    return sum(one.count(" ") + 1 for one in found) >= _WORDS and any(" " in one for one in found)


def _begin(text: str) -> str:
    return _bare(" ".join(text.split()[:_COMPARED]))


def _bare(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
