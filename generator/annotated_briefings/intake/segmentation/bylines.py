"""Bylines in a dump: where there are several, each belongs to the article that it opens or closes, and to no other."""

import re
from collections.abc import Callable, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.eastern_datelines import eastern_writers
from annotated_briefings.intake.labels import LabelRole, is_name, labelled_line
from annotated_briefings.intake.ner.person_names import are_people, is_office
from annotated_briefings.intake.segmentation.paragraphs import HEADLINE, is_day, is_heading
from annotated_briefings.intake.stated.head_labels import labelled_writer

_PARTICLE = r"(?:[a-z]{1,3} |(?:van|von|de|in) (?:der|den|de|het|la|las|los) |(?:della|dalla|degli|bint) )"
_NAME = rf"[A-ZÀ-Þ][\w.'’-]+(?: {_PARTICLE}?[A-ZÀ-Þ][\w.'’-]+){{1,3}}"
_TURNED = rf"{_PARTICLE}?[A-ZÀ-Þ][\w'’-]+(?: {_PARTICLE}?[A-ZÀ-Þ][\w'’-]+){{0,3}}, [A-ZÀ-Þ].{{0,60}}"
"""A name with the surname first, as only labels have it."""
AGENCIES = (
    "(?:and|with|und|mit|et|avec|y|con|en|met|e) (?:(?:the|den|les|las|los|le) )?"
    "(?:agencies|agenturen|agences|agencias|agenzie|staff)"
)
"""What papers write behind a writer whose text is not all their own."""
_BYLINE = regex(
    rf"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]oor|DOOR|[Dd]i|DI|[Aa]v|AV|[Aa]f|AF):? (?P<names>{_NAME}"
    rf"(?:(?:, | and | AND | & | und | UND | et | ET | y | Y | e | en ){_NAME}){{0,4}})(?: {AGENCIES})?"
    r"(?P<more>(?:,| for| in|,? at| \||,? [-–—]) ?[\w .,&'’-]{2,60})?\.?"
    rf"|[A-ZÀ-Þ][\w ]{{2,40}}, (?:by|von|par|por|door|di|av|af) "
    rf"(?P<led>{_NAME}(?:(?:, | and | und | et | y | en | och | og ){_NAME}){{0,4}})\.?"
)
_STATED = regex(rf"{_NAME}.{{0,60}}|{_TURNED}")
"""What a label such as `Author` may state."""
_OFFICE = regex(r"(?:by|von|par|por|door|di|da|della|av|af)[: ]\s*([^\d.:;!?]{3,60})\.?", re.IGNORECASE)
_BY_OF = {"sw": "Na", "ga": "Le", "sq": "Nga", "cy": "Gan", "id": "Oleh", "ms": "Oleh", "tl": "Ni", "ca": "Per"}
"""How languages say `by` with a word that others have for something else."""
_SHORT_WORDS = regex(
    rf"(?P<by>{'|'.join(sorted(set(_BY_OF.values())))}) (?P<names>{_NAME}(?:(?:, | & ){_NAME}){{0,4}})\.?"
)
_BY_WORDS = {"ro": ("De", "de"), "el": ("Του", "Της", "Των", "Tου", "Tης"), "gl": ("De",), "lb": ("Vum", "Vun")}
"""Words right before a writer that mean something else in other languages, and in any other line of their own."""
_WRITERS_WORK = {
    "hu": regex(r"(?P<names>\S.*) (?:interjúja|írása|riportja|tudósítása|cikke|jegyzete|beszámolója)\.?"),
    "tr": regex(r"(?P<names>\S.*?)(?: yazdı|['’]\w{2,3} (?:haberi|yazısı|röportajı))\.?"),
    "fi": regex(r"(?P<names>\S.*) kirjoittaa\.?"),
    "ja": regex(r"(?P<names>\S{2,8})(?:が書いた|が取材した)。?"),
}
"""What languages write behind a writer, on a line of its own."""
_SIGNED = regex(r"(?P<names>[^()\d:.!?]{4,60}) \((?P<agency>[^\W\d_a-z]{2,6}|[a-z]{2,5}(?:/[a-z]{2,5})?)\)")
_NO_CAPITALS = regex(r"(?:โดย|מאת|بقلم)\s?[:：]?\s?(?P<names>[^\d:：.!?,]{3,60})")
_NEAR, _MOST, _LONGEST = 2, 5, 80
"""Short lines between the top of an article and its byline, words of a name, and signs of a byline, at most."""


class Bylines(Value):
    """What the bylines of a dump say of its articles."""

    starts: frozenset[int]
    """Places of paragraphs that open an article."""
    inside: frozenset[int]
    """Places of paragraphs that open none."""


def byline_names(text: str, *, sure: bool = False) -> str:
    """The names of a paragraph that is nothing but a byline, as it gives them; empty for any other. ``sure`` where it
    may be a headline instead."""
    label = labelled_line(text)
    if label and label.role == LabelRole.AUTHOR and not label.dashed and _STATED.fullmatch(label.value):
        return label.value
    found = _BYLINE.fullmatch(text.strip())
    if found is None:
        return labelled_writer(text) or eastern_writers(text)
    names = found["names"] or found["led"]
    return names if is_office(names) or are_people(names, sure=sure) else ""


def byline_of_language(line: str, language: Callable[[], str]) -> str:
    """The names of a line that is a byline in the ``language`` of its text, or in a script without capitals."""
    bare = _NO_CAPITALS.fullmatch(line.strip())
    if bare is not None:
        return bare["names"] if 2 <= len(bare["names"].split()) <= _MOST else ""
    found = _SHORT_WORDS.fullmatch(line.strip())
    if found is not None:
        return found["names"] if _BY_OF.get(language()) == found["by"] else ""
    return _name_by_form(line.strip(), language) if len(line) <= _LONGEST else ""


def _name_by_form(line: str, language: Callable[[], str]) -> str:
    """The names beside the words that the language of a text has for who wrote it."""
    first, _, rest = line.partition(" ")
    before = any(first in words for words in _BY_WORDS.values()) and is_name(rest)
    behind = any(form.fullmatch(line) for form in _WRITERS_WORK.values())
    if not (before or behind):
        return ""
    own = language()
    found = _WRITERS_WORK[own].fullmatch(line) if own in _WRITERS_WORK else None
    if found is not None:
        return found["names"] if is_name(found["names"]) else ""
    return rest if before and first in _BY_WORDS.get(own, ()) else ""


def is_signature(text: str) -> bool:
    """Whether a line is a name with an agency in brackets, as the last line of a message: `Ewa Lisowska (KAP)`."""
    found = _SIGNED.fullmatch(text.strip())
    return found is not None and is_name(found["names"])


def is_office_line(text: str) -> bool:
    """Whether a line names an office instead of a writer: `By Our Correspondent`, `Von unserer Redaktion`."""
    found = _OFFICE.fullmatch(text.strip())
    return found is not None and is_office(found[1])


def signed(texts: Sequence[str]) -> dict[int, str]:
    """The names of bylines below the head of an article, by their places: under a headline, or at the very end.

    A sub-heading such as `By Popular Demand` is elsewhere.
    """
    places = (n for n in range(1, len(texts)) if n == len(texts) - 1 or is_heading(texts[n - 1].strip(), HEADLINE))
    found = {n: names for n in places if (names := byline_names(texts[n]))}
    last = len(texts) - 1
    if last > 0 and last not in found and is_signature(texts[last]):
        found[last] = texts[last].rpartition(" (")[0].strip()
    return found


def read_bylines(texts: Sequence[str]) -> Bylines:
    """Where articles start in a dump by the bylines of several writers; nothing where these tell no order.

    Bylines are at the head of all articles of a dump, or at the foot of all; under headlines all, or none.
    """
    names = {n: found for n, text in enumerate(texts) if (found := byline_names(text))}
    alone = frozenset({len(texts) - 1} & names.keys() - {0})
    if len({name.casefold() for name in names.values()}) < 2:
        return Bylines(frozenset(), alone)
    first, last = min(names), max(names)
    at_head, at_foot = _is_top(texts[:first]), last == len(texts) - 1
    if at_head == at_foot:
        return Bylines(frozenset(), alone)
    if at_foot:
        return Bylines(frozenset(n + 1 for n in names if n != last), frozenset(names))
    starts = {top for n in names if n != first and ((top := _top(texts, n, first)) < n) == (first > 0)}
    return Bylines(frozenset(starts), frozenset(n for n in names if n not in starts and n - 1 in starts))


def _is_top(above: Sequence[str]) -> bool:
    """Whether the paragraphs above a byline are a headline and a day at most."""
    return len(above) <= _NEAR and all(is_heading(text.strip(), HEADLINE) for text in above)


def _top(texts: Sequence[str], byline: int, height: int) -> int:
    """Where the article begins that has a byline: at its headline, where it has one. ``height`` is the number of short
    lines above the first byline of the dump."""
    if height == _NEAR and all(is_heading(text.strip(), HEADLINE) for text in texts[byline - height : byline]):
        return byline - height
    start = byline
    if start > 1 and is_day(texts[start - 1]) and is_heading(texts[start - 1].strip()):
        start -= 1
    return start - 1 if start > 1 and is_heading(texts[start - 1].strip(), HEADLINE) else start
