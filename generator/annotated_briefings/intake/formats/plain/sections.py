"""Sections of a newspaper page as text: their labels, and the tables of weather, television and games under some."""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.plain.lines import is_ended
from annotated_briefings.intake.model import Paragraph

SECTION = "a section label"
"""Why the label of a section is no text."""
_LABELS = frozenset(
    "opinion comment editorial editorials leader letters interview sport sports business world local culture arts "
    "travel obituary obituaries news politics economy recipe recipes kitchen analysis feature features column "
    "meinung kommentar leitartikel leserbriefe sport wirtschaft kultur lokales politik rezept nachrufe kurzmeldungen "
    "débats éditorial tribune courrier sports culture économie politique recette brèves "
    "opinión editorial cartas deportes cultura economía política receta breves sociedad "
    "opinione commenti editoriale lettere cultura economia politica ricetta cronaca brevi "
    "opinie brieven cultuur economie politiek recept ledare insändare kultur ekonomi politik notiser "
    "opinia listy kultura gospodarka polityka przepis opinião cartas economia receita".split()
)
_LONG_LABELS = regex(
    r"(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?|letters to the editor|in brief"
    r"|news in brief|briefly"
    r"|in kürze|kurz (?:und bündig|notiert|gemeldet)|en bref|en breve|in breve|kort nieuws|korrekturen"
    r"|berichtigung(?:en)?"
    r"|rectificatifs?|fe de erratas|errata(?: corrige)?|correcties|rättelser?|erramos"
    r"|(?:the )?[\w'’]+(?: [\w'’]+)? (?:kitchen|recipe|view|interview)|recipe of the week|rezept der woche)",
    re.IGNORECASE,
)
_TABLES = {
    "the weather": regex(
        r"(?:the |today['’]s )?weather(?: forecast)?|forecast|(?:das )?wetter|(?:la )?météo|el tiempo"
        r"|(?:il )?meteo|(?:het )?weer"
        r"|vädret|været|vejret|pogoda|o tempo|meteorologia|počasí|hava durumu",
        re.IGNORECASE,
    ),
    "a table of television": regex(
        r"(?:on )?(?:tv|television)(?: (?:tonight|today|guide|listings))?|what['’]s on tv|fernsehen"
        r"|(?:das )?tv-programm|fernsehprogramm"
        r"|télévision|à la télé|programa(?:ción)? de tv|televisión|stasera in tv|programmi tv|televisie"
        r"|tv-gids|tv-tablå|program tv|televisão",
        re.IGNORECASE,
    ),
    "games and services": regex(
        r"crossword|sudoku|puzzles?|horoscopes?|your stars|lottery(?: results)?|tides|kreuzworträtsel|rätsel"
        r"|horoskop|lottozahlen"
        r"|mots croisés|horoscope|crucigrama|horóscopo|cruciverba|oroscopo|kruiswoord|horoscoop|korsord"
        r"|krzyżówka|palavras cruzadas",
        re.IGNORECASE,
    ),
}
_LONGEST, _LEAST = 40, 2
_TABLE_WORDS, _TABLE_LINE = 60, 16
"""Most words of a table, and of one of its lines: a report of the weather has more."""


class Sections(Value):
    """The sections of a page, by the places of lines."""

    labels: frozenset[int]
    """Lines that are labels of sections."""
    tables: dict[int, str]
    """Lines of tables, each with what the table is."""


def is_label(line: str) -> bool:
    """Whether a line is nothing but the label of a section."""
    return line.casefold() in _LABELS or bool(_LONG_LABELS.fullmatch(line))


def find_sections(lines: Sequence[str]) -> Sections:
    """The sections of a newspaper page; none where it has fewer than two labels that are alone."""
    alone = [at for at, line in enumerate(lines) if line and len(line) <= _LONGEST and _is_alone(lines, at)]
    named = {at: _kind(lines[at]) for at in alone}
    labels = {at: kind for at, kind in named.items() if kind is not None}
    if len({lines[at].casefold() for at in labels}) < _LEAST or not any(lines[at].isupper() for at in labels):
        return Sections(frozenset(), {})
    kept = {at: kind for at, kind in labels.items() if lines[at].isupper()}
    if len(kept) < _LEAST:
        kept = labels
    tables: dict[int, str] = {}
    for at, kind in kept.items():
        if kind:
            tables |= _table(lines, at, kind)
    return Sections(frozenset(kept), tables)


def _is_alone(lines: Sequence[str], at: int) -> bool:
    return not any(lines[n] for n in (at - 1, at + 1) if 0 <= n < len(lines))


def _kind(line: str) -> str | None:
    """What a label is: empty for that of articles, the name of a table, or None for any other line."""
    if is_ended(line):
        return None
    for kind, pattern in _TABLES.items():
        if pattern.fullmatch(line):
            return kind
    return "" if line.casefold() in _LABELS or _LONG_LABELS.fullmatch(line) else None


def _table(lines: Sequence[str], at: int, kind: str) -> dict[int, str]:
    """The lines of a table below its label, up to a line in capitals, where they are few and short."""
    found, words = [at], 0
    for n in range(at + 1, len(lines)):
        line = lines[n]
        if not line:
            continue
        if line.isupper() or line.startswith("©"):
            break
        count = len(line.split())
        if count > _TABLE_LINE or words + count > _TABLE_WORDS:
            return {}
        words += count
        found.append(n)
    return dict.fromkeys(found, kind) if len(found) > 1 else {}


def as_asides(lines: Sequence[str], sections: Sections) -> dict[int, Paragraph]:
    """The lines that are no text, as paragraphs with what they are."""
    reasons = dict.fromkeys(sections.labels, SECTION) | sections.tables
    return {at: Paragraph(lines[at], at + 1, at + 1, aside=reason) for at, reason in reasons.items()}
