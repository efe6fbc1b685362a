"""The same figure in several briefs: how it moved, and where sources disagree about it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from fractions import Fraction
from hashlib import blake2b

from annotated_briefings.base.dates import When
from annotated_briefings.base.i18n import Words, main_part
from annotated_briefings.base.numbers.figure_text import FigureText, figure_text, read_number
from annotated_briefings.base.paths import slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.model import Brief, Figure
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.relations import Connections, publisher_of

_NUMBER = regex(r"\d[\d.,'’ \u00a0\u202f\u2009]*\d|\d")
_CURRENCY = regex(r"[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}(?= ?[\d+-])")
"""A currency that a value begins with."""
_TIMES = {
    "thousand": 3,
    "k": 3,
    "tsd": 3,
    "tausend": 3,
    "ألف": 3,
    "万": 4,
    "million": 6,
    "millions": 6,
    "millionen": 6,
    "mio": 6,
    "m": 6,
    "mn": 6,
    "مليون": 6,
    "亿": 8,
    "billion": 9,
    "billions": 9,
    "bn": 9,
    "milliarden": 9,
    "milliarde": 9,
    "mrd": 9,
    "مليار": 9,
    "trillion": 12,
    "tn": 12,
    "billionen": 12,
}
"""Words that multiply a number, as powers of ten; German counts a billion as a thousand English ones."""
_NEGATIVE = regex(r"(?:[-−–]|\b(?:minus|moins|menos) ?)[^\w]*$", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]+")


class Reading(Value):
    """A figure where it is."""

    slug: str
    """The brief."""
    place: int
    """Its place among the figures of the brief, from 0."""
    figure: Figure
    """The figure."""
    when: When | None
    """The time it is true for; the date of the brief where none is given."""
    publisher: str
    """Who says so; empty where no source is named, or nothing proves that it says so."""
    amount: Fraction | None
    """Its number; None when it holds none, or nothing proves it."""


class Quantity(Value):
    """What several figures measure."""

    id: str
    """Last part of the address of its history."""
    what: str
    """What it is, in the words of its newest figure."""
    entity: str
    """The entity that it is of, where those words do not name it; else empty."""
    readings: tuple[Reading, ...]
    """Its figures, the newest first."""
    disagreements: tuple[tuple[Reading, ...], ...]
    """Readings for the same time that differ and come from different sources."""


def _disagreements(all_readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], ...]:
    if len(all_readings) < 2:
        return ()
    same: dict[str, list[Reading]] = defaultdict(list)
    for reading in all_readings:
        if reading.when and reading.amount is not None:
            same[reading.when.iso].append(reading)
    out: list[tuple[Reading, ...]] = []
    for readings in same.values():
        known: dict[tuple[str, Fraction | None], Reading] = {}
        for reading in readings:
            known.setdefault((reading.publisher, reading.amount), reading)
        if len({r.amount for r in known.values()}) > 1 and len({r.publisher for r in known.values()}) > 1:
            out.append(tuple(known.values()))
    return tuple(out)


def figure_value(figure: Figure) -> str:
    """A figure with its unit, as its editor has typed it."""
    joint = "" if figure.unit in ("%", "‰", "°C") else " "
    return f"{figure.value}{joint}{figure.unit}".strip()


def figure_shown(figure: Figure, brief: Brief, words: Words) -> FigureText:
    """A figure as people of the language of its brief write it; ``words`` are those around the brief."""
    return figure_text(figure.value, figure.unit, _typed_in(brief, words))


def figure_listed(figure: Figure, brief: Brief, words: Words) -> FigureText:
    """A figure as the readers of a list write it, whose words are ``words``: one number has one spelling there."""
    return figure_text(figure.value, figure.unit, _typed_in(brief, words), words.language)


def _typed_in(brief: Brief, words: Words) -> str:
    same = main_part(brief.language) in ("", main_part(words.language))
    # A brief in `en` on a site in `en-GB` has the figures of the site.
    return words.language if same else brief.language


def amount_of(value: str, unit: str, language: str) -> Fraction | None:
    """The number of a figure; a comma is a decimal comma in languages that write one."""
    match = _NUMBER.search(value)
    if match is None or _NUMBER.search(value, match.end()):
        # None, or a range: it is no point of a line.
        return None
    read = read_number(match[0], language)
    if read is None:
        return None
    number = Fraction(read)
    rest = value[match.end() :] + " " + unit
    power: int = next((_TIMES[word] for word in map(str.lower, _WORD.findall(rest)) if word in _TIMES), 0)
    power = next((_TIMES[sign] for sign in ("万", "亿") if sign in rest), power)
    negative = _NEGATIVE.search(value[: match.start()]) is not None
    return number * Fraction(10) ** power * (-1 if negative else 1)


def find_quantities(
    catalog: Catalog, web: Connections, language: str, unproved: Set[tuple[str, int]]
) -> Mapping[tuple[str, int], Quantity]:
    """Brief and place of a figure to its quantity, for figures that measure the same for the same entity.

    ``language`` is that of the site, ``unproved`` are figures whose receipt was looked for in vain. A figure that
    nobody else has is a quantity with one reading.
    """
    groups: dict[tuple[str, str, str], list[Reading]] = defaultdict(list)
    names = {
        entity.id: [plain_quote(n).casefold() for n in (entity.name, *entity.aliases)] for entity in catalog.entities
    }
    for brief in catalog.briefs:
        for at, figure in enumerate(brief.figures):
            if figure.what:
                reading = _reading(brief, at, language, (brief.slug, at) not in unproved)
                groups[_key(brief, figure, web, names)].append(reading)
    out: dict[tuple[str, int], Quantity] = {}
    addresses = _addresses(groups)
    for key in sorted(groups):
        found = sorted(groups[key], key=lambda reading: reading.when.instant if reading.when else "", reverse=True)
        readings = tuple(found)
        quantity = Quantity(addresses[key], readings[0].figure.what, key[1], readings, _disagreements(readings))
        for reading in found:
            out[reading.slug, reading.place] = quantity
    return out


def _addresses(groups: Mapping[tuple[str, str, str], list[Reading]]) -> dict[tuple[str, str, str], str]:
    """The address of each quantity. Of those that would have one, the oldest has it: a new one moves no other."""
    taken: set[str] = set()

    def since(key: tuple[str, str, str]) -> tuple[str, tuple[str, str, str]]:
        return min(reading.when.instant if reading.when else "9999" for reading in groups[key]), key

    return {key: _free(key, taken) for key in sorted(groups, key=since)}


def _key(brief: Brief, figure: Figure, web: Connections, names: Mapping[str, Iterable[str]]) -> tuple[str, str, str]:
    """What a figure measures, of whom, and in which unit."""
    what = plain_quote(figure.what).casefold()
    about = web.about[brief.slug]
    # Words that name an entity themselves say of whom they speak, whichever entity the brief puts first.
    named = any(name in what for entity in about for name in names.get(entity, ()))
    stated = figure.unit or "".join(_CURRENCY.findall(figure.value))
    unit = " ".join(word for word in stated.casefold().split() if word.strip(".") not in _TIMES)
    return what, "" if named or not about else about[0], unit


def _reading(brief: Brief, place: int, language: str, proved: bool) -> Reading:
    figure = brief.figures[place]
    publisher = publisher_of(brief.sources[figure.source - 1]) if figure.source and proved else ""
    return Reading(
        brief.slug,
        place,
        figure,
        figure.as_of or brief.date,
        publisher,
        amount_of(figure.value, figure.unit, brief.language or language) if proved else None,
    )


def _free(key: tuple[str, str, str], taken: set[str]) -> str:
    what, entity, _ = key
    name = slugify(" ".join(part for part in (entity, what) if part))[:80].strip("-")
    if not name or name in taken or name == "page":
        name = f"{name}-{blake2b(repr(key).encode(), digest_size=3).hexdigest()}".strip("-")
    taken.add(name)
    return name
