"""Lists from A to Z, by letter."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from annotated_briefings.site.views.parts import EntryView, LetterView


def letter_of(name: str) -> str:
    """The letter under which a name is listed; ``#`` for all that begins with none."""
    first = unicodedata.normalize("NFKD", name)[:1].upper()
    return first if first.isalpha() else "#"


def letter_id(letter: str) -> str:
    """The anchor of a letter on its page."""
    return "other" if letter == "#" else f"letter-{letter.lower()}"


def in_order(name: str) -> tuple[tuple[int, str], ...]:
    """What names are sorted by: without case and accents apart from their letters, and numbers by their size."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    parts = re.findall(r"[0-9]+|[^0-9]+", plain)
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)


def by_letter(entries: Iterable[EntryView]) -> tuple[LetterView, ...]:
    """Entries in order, under their letters."""
    groups = groupby(entries, lambda entry: letter_of(entry.name))
    return tuple(LetterView(letter, letter_id(letter), tuple(members)) for letter, members in groups)
