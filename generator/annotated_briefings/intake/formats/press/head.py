"""Lines above the text of a document that have no label: its headline, outlet, day and writer among others."""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.datelines import day_line
from annotated_briefings.intake.cleaning.days import date_span, find_day
from annotated_briefings.intake.cleaning.languages import language_code
from annotated_briefings.intake.formats.press.marks import is_database, is_page, is_rights
from annotated_briefings.intake.ner.lexicon import first_names
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.segmentation.credits import Credit, read_credit
from annotated_briefings.intake.stated.outlets import is_section

DAY, COUNT, MOMENT, RIGHTS, LANGUAGE, CODE, EDITION, PAGE, WRITER, SERVICE, NAME = (
    "day", "count", "time", "rights", "language", "code", "edition", "page", "writer", "service", "name",
)  # fmt: skip
_WORDS = (
    r"(?:words?|wörter|worte?|mots?|palabras?|parole|palavras?|woorden|słów|słowa|слов|слова|ord|kelime|characters"
    r"|zeichen|字|词|単語)"
)
_COUNT = regex(rf"\(?\d[\d.,  ]*\s?{_WORDS}\)?", re.IGNORECASE)
_COUNT_BEHIND = regex(rf"[,;|·-]?\s*\(?\d[\d.,]*\s?{_WORDS}\)?\s*$", re.IGNORECASE)
_COUNT_INSIDE = regex(rf"[,;|·]\s*\d[\d.,]*\s?{_WORDS}(?=[,;|·]|$)", re.IGNORECASE)
_MOMENT = regex(r"\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:uhr|[a-z]{2,5}))?", re.IGNORECASE)
_CODE = regex(r"[A-Z][A-Z0-9]{2,9}|[A-Z]?\d{1,4}[A-Z]?")
_EDITION = regex(
    r".{0,40}\b(?:edition|ausgabe|édition|edición|edizione|edição|editie|wydanie|выпуск|auflage)\b.{0,20}",
    re.IGNORECASE,
)
_PERSON = regex(r"[A-ZÀ-Þ][\w.'’-]*(?:(?: (?:[a-z]{1,3} )?| ?(?:,|and|und|et|y|&) )[A-ZÀ-Þ][\w.'’-]+){1,5}")
_ARTICLES = frozenset("the der die das le la les l el los il lo de het".split())
_NO_PERSON = regex(r"\d|['’]s\b")
_LONG_NAME = 6
"""Words from which on a line is a headline rather than the name of an outlet."""


class Head(Value):
    """What the unlabelled lines above a text say."""

    title: str = ""
    """The headline."""
    outlet: str = ""
    """Who published it."""
    day: str = ""
    """When, as it is written."""
    author: str = ""
    """Who wrote it."""
    language: str = ""
    """The name of its language."""
    used: frozenset[int] = frozenset()
    """Places of the lines that say it."""


class UnlabelledLine(Value):
    """One of these lines."""

    place: int
    """Its place."""
    text: str
    """Its words."""
    kind: str
    """What it is: ``day``, ``count``, ``time``, ``rights``, ``language``, ``code``, ``edition``, ``page``, ``writer``,
    ``service`` or ``name``."""


def kind_of(line: str) -> str:
    """What an unlabelled line is."""
    tests: Sequence[tuple[str, bool]] = (
        (COUNT, bool(_COUNT.fullmatch(line))),
        (PAGE, is_page(line)),
        (SERVICE, is_database(line)),
        (MOMENT, bool(_MOMENT.fullmatch(line))),
        (RIGHTS, is_rights(line)),
        (DAY, bool(_day_of(line)[0])),
        (LANGUAGE, len(line) > 3 and len(line.split()) == 1 and len(language_code(line)) == 2),
        (CODE, bool(_CODE.fullmatch(line))),
        (EDITION, bool(_EDITION.fullmatch(line)) and len(line.split()) <= 5),
        (WRITER, bool(byline_names(line))),
    )
    return next((kind for kind, is_it in tests if is_it), NAME)


def _day_of(line: str) -> tuple[str, Credit | None]:
    """The day that a line names, with the outlet beside it; nothing for a line that says more."""
    if len(line) > 120 or not find_day(line):
        return "", None
    bare = _COUNT_INSIDE.sub("", _COUNT_BEHIND.sub("", line)).strip(" ,;|")
    if day := day_line(bare):
        return day, Credit(day, "")
    credit = read_credit(bare)
    return (credit.day, credit) if credit else ("", None)


def read_head(lines: Sequence[UnlabelledLine], known: Mapping[str, str], below: bool) -> Head:
    """What unlabelled lines say. ``known`` are values that labels state; ``below`` is whether other documents of the
    file name their outlet below the day."""
    of = {kind: [one for one in lines if one.kind == kind] for kind in (DAY, WRITER, LANGUAGE, RIGHTS)}
    names = [one for one in lines if one.kind == NAME]
    used: set[int] = set()
    day, outlet, author = "", "", ""
    for one in of[DAY][:1]:
        start, end = date_span(one.text)
        day, credit = one.text[start:end] if not _MOMENT.search(one.text[end:]) else one.text, _day_of(one.text)[1]
        outlet = credit.outlet if credit and not is_section(credit.outlet) else ""
        author = credit.author if credit else ""
        used.add(one.place)
    for one in of[WRITER][:1]:
        author, used = byline_names(one.text), used | {one.place}
    publisher = None if known.get("outlet") else _publisher(names, of[RIGHTS], of[DAY], below)
    if publisher is not None:
        outlet, used = publisher.text, used | {publisher.place}
        names = [one for one in names if one.place != publisher.place]
    title, places = ("", set()) if known.get("title") else _title(names)
    used |= places
    rest = [one for one in names if one.place not in places]
    if not author and not known.get("author"):
        writer = next((one for one in rest if one.place > max(places, default=0) and _is_person(one.text)), None)
        if writer is not None:
            author, used = writer.text, used | {writer.place}
    language = next((one for one in of[LANGUAGE]), None)
    return Head(
        title=title,
        outlet=outlet,
        day=day,
        author=author,
        language=language.text if language else "",
        used=frozenset(used | ({language.place} if language else set())),
    )


def names_below(lines: Sequence[UnlabelledLine]) -> int:
    """Whether the outlet of a document is below its day (1) or above it (-1), as its notice of rights proves; else
    0."""
    days = [one.place for one in lines if one.kind == DAY]
    named = _by_rights([one for one in lines if one.kind == NAME], [one for one in lines if one.kind == RIGHTS])
    if not days or named is None:
        return 0
    return 1 if named.place > days[0] else -1


def _publisher(
    names: Sequence[UnlabelledLine],
    rights: Sequence[UnlabelledLine],
    days: Sequence[UnlabelledLine],
    below: bool,
) -> UnlabelledLine | None:
    """The line that names the outlet: the one that the notice of rights names too, else the one beside the day."""
    named = _by_rights(names, rights)
    if named is not None or not days or len(names) < 2:
        return named
    above = [one for one in names if one.place < days[0].place][-1:]
    under = [one for one in names if one.place > days[0].place][:1]
    order = (*under, *above) if below else (*above, *under)
    return next((one for one in order if len(one.text.split()) <= _LONG_NAME), None)


def _by_rights(names: Sequence[UnlabelledLine], rights: Sequence[UnlabelledLine]) -> UnlabelledLine | None:
    held = " ".join(_bare(one.text) for one in rights)
    found = [one for one in names if len(one.text.split()) <= _LONG_NAME and _bare(one.text) in held]
    return max(found, key=lambda one: len(one.text), default=None)


def _bare(text: str) -> str:
    """The letters of a name, without its article and the place in brackets behind it."""
    words = re.findall(r"\w+", re.sub(r"\s*[(\[].*?[)\]]", "", text).casefold())
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return "".join(words)


def _title(names: Sequence[UnlabelledLine]) -> tuple[str, set[int]]:
    """The headline among some lines, and the places of its lines: the longest, and what goes on from it."""
    if not names:
        return "", set()
    phrases = [one for one in names if not _is_person(one.text) and len(one.text.split()) > 2]
    best = max(phrases or names, key=lambda one: len(one.text))
    text, places = best.text, {best.place}
    for one in names:
        if one.place == max(places) + 1 and len(text) >= 50 and one.text[:1].islower():
            text, places = f"{text} {one.text}", places | {one.place}
    return text, places


def _is_person(text: str) -> bool:
    """Whether a line may be the name of a writer."""
    words = text.split()
    if not _PERSON.fullmatch(text) or _NO_PERSON.search(text) or words[0].casefold() in _ARTICLES:
        return False
    return len(words) <= 4 or words[0].casefold() in first_names()
