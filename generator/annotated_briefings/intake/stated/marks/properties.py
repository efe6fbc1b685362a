"""What the properties of a document, and the remarks in it, say of who may read it."""

import re
from collections.abc import Iterable, Iterator

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.meant.states import is_closing_label
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.closed.banners import closes, is_mark_word
from annotated_briefings.intake.stated.marks.held import Mark, joined, read_marks
from annotated_briefings.intake.stated.marks.state_lines import read_state_line
from annotated_briefings.intake.stated.marks.use_notes import read_note

_LISTS = frozenset("keywords keyword category tags".split())
"""Properties that list subjects."""
_TEXTS = frozenset("subject description comments doccomm title".split())
"""Properties in which people write sentences."""
_LABEL = regex(r"MSIP_Label_.*_Name", re.IGNORECASE)
"""The label that a document has in the protection of office programs."""
_PARTS = regex(r"[,;\n]")


def properties_mark(stated: Iterable[tuple[str, str]], remarks: Iterable[str] = ()) -> Mark:
    """What properties, by name, and remarks say together."""
    return joined((*(_mark(name, value) for name, value in stated), *(_noted("remark", one) for one in remarks)))


def _mark(name: str, value: str) -> Mark:
    bare = bare_key(name)
    if _LABEL.fullmatch(name):
        return read_marks((("classification", value),))
    if bare in _LISTS:
        return Mark(next((f"{name.lower()}: {one}" for one in _listed(value) if _closes(one)), ""))
    if bare == "title" and (closes(value, near_top=False) or is_mark_word(value)):
        return Mark(f"{name.lower()}: {value}")
    if bare in _TEXTS:
        return _noted(name.lower(), value)
    # Their names are written in all languages, as header lines are.
    return joined((read_marks(((name, value),)), read_state_line(f"{name}: {value}", in_head=True) or Mark()))


def _noted(name: str, value: str) -> Mark:
    note = read_note(value)
    return Mark(f"{name}: {note.held}" if note.held else "", note.embargo)


def _listed(value: str) -> Iterator[str]:
    return filter(None, (one.strip() for one in _PARTS.split(value)))


def _closes(subject: str) -> bool:
    return closes(subject, near_top=False) or is_closing_label("tags", subject)
