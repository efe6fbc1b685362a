"""Footnotes of plain text: numbers in brackets, and lines below the text that begin with them, as Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence

from annotated_briefings.intake.model import Paragraph

_NOTE = re.compile(r"\[(\d{1,2})\]:? (?=\S)")
_REFERENCE = re.compile(r"(?<=\S) ?\[(\d{1,2})\](?![(:\w])")
_ESCAPED_NOTE = re.compile(r"\\\[(\d{1,2})\\\]:? ")
_ESCAPED_REFERENCE = re.compile(r"(?<=\S) ?\\\[(\d{1,2})\\\](?![(:\w])")


def footnotes(paragraphs: Sequence[Paragraph]) -> Mapping[int, str]:
    """The numbers of the paragraphs that are footnotes, by their places: each number once, below a text that refers to
    it. All or none: numbers in brackets that nothing explains are text."""
    plain = {n: paragraph.text for n, paragraph in enumerate(paragraphs) if not paragraph.markdown}
    notes = {n: match[1] for n, text in plain.items() if n and (match := _NOTE.match(text))}
    numbers = frozenset(notes.values())
    above = {n: text for n, text in plain.items() if n not in notes and n < min(notes, default=0)}
    referred = {number for text in above.values() for number in _REFERENCE.findall(text)}
    return notes if len(numbers) == len(notes) and referred == numbers else {}


def with_footnotes(text: str, place: int, notes: Mapping[int, str], escape: Callable[[str], str]) -> str:
    """A paragraph of plain text as Markdown, with references to footnotes, or as one of them."""
    out = escape(text)
    if place in notes:
        return _ESCAPED_NOTE.sub(lambda found: f"[^{found[1]}]: ", out, count=1)
    known = frozenset(notes.values())
    return _ESCAPED_REFERENCE.sub(lambda found: f"[^{found[1]}]" if found[1] in known else found[0], out)
