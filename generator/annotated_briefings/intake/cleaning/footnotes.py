"""Footnotes of texts: numbers in brackets or raised, and lines below the text that begin with them, as Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.model import Paragraph

_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_AS_NUMBER = str.maketrans(_FIGURES, "0123456789")
_RAISED = rf"[{_FIGURES}]{{1,3}}"


class _Marks(Value):
    """How a text writes the numbers of its footnotes; ``note`` is a number before one, ``reference`` one that refers to
    one."""

    note: re.Pattern[str]
    reference: re.Pattern[str]


_RAISED_MARKS = _Marks(
    regex(rf"({_RAISED})[).]?\s*(?=[^\s{_FIGURES}])"),
    # Square metres and powers of ten are no notes.
    regex(rf"(?<=[^\s{_FIGURES}])(?<!\b[cdkm]m)(?<!\bm)(?<!\b10)({_RAISED})"),
)
_IN_TEXT = (
    _Marks(regex(r"\[(\d{1,3})\]:? (?=\S)"), regex(r"(?<=\S) ?\[(\d{1,3})\](?![(:\w])")),
    _RAISED_MARKS,
)
_IN_MARKDOWN = (
    _Marks(regex(r"\\\[(\d{1,3})\\\]:? "), regex(r"(?<=\S) ?\\\[(\d{1,3})\\\](?![(:\w])")),
    _RAISED_MARKS,
)
"""In brackets, and raised."""


_WRITTEN_NOTE, _WRITTEN_REFERENCE = regex(r"\[\^[^\]\s]{1,60}\]:"), regex(r" ?\[\^[^\]\s]{1,60}\](?!\()")
"""A footnote, and a reference to one, as Markdown has them."""


class Footnotes(Value):
    """The footnotes of a text."""

    places: Mapping[int, str] = {}
    """Their numbers, by the places of their paragraphs."""
    raised: bool = False
    """Whether their numbers are raised, and not in brackets."""

    def is_note(self, paragraph: Paragraph, place: int) -> bool:
        """Whether a paragraph is a footnote."""
        return place in self.places or _WRITTEN_NOTE.match(paragraph.markdown) is not None

    def without_references(self, paragraph: Paragraph) -> str:
        """The words of a paragraph without what refers to footnotes."""
        reference = _IN_TEXT[self.raised].reference
        text = reference.sub(lambda found: "" if self._known(found) else found[0], paragraph.text)
        return _WRITTEN_REFERENCE.sub("", text) if "[^" in paragraph.markdown else text

    def as_markdown(self, paragraph: Paragraph, place: int, escape: Callable[[str], str]) -> str:
        """A paragraph as Markdown, with references to footnotes, or as one of them."""
        out = paragraph.markdown or escape(paragraph.text)
        if not self.places:
            return out
        marks = _IN_MARKDOWN[self.raised]
        if place in self.places:
            out = marks.note.sub("", out, count=1)
        out = marks.reference.sub(lambda found: f"[^{_plain(found)}]" if self._known(found) else found[0], out)
        return f"[^{self.places[place]}]: {out}" if place in self.places else out

    def _known(self, found: re.Match[str]) -> bool:
        return _plain(found) in self.places.values()


def footnotes(paragraphs: Sequence[Paragraph]) -> Footnotes:
    """The footnotes among some paragraphs: each number once, below a text that refers to it. All or none: numbers that
    nothing explains are text."""
    found = (_found(paragraphs, raised) for raised in (False, True))
    return next((Footnotes(notes, raised) for raised, notes in zip((False, True), found, strict=True) if notes), _NONE)


_NONE = Footnotes()


def _found(paragraphs: Sequence[Paragraph], raised: bool) -> Mapping[int, str]:
    texts = [(_IN_MARKDOWN, p.markdown) if p.markdown else (_IN_TEXT, p.text) for p in paragraphs]
    notes = {n: _plain(match) for n, (ways, text) in enumerate(texts) if n and (match := ways[raised].note.match(text))}
    if not notes:
        return {}
    numbers = frozenset(notes.values())
    above = (one for n, one in enumerate(texts) if n not in notes and n < min(notes))
    referred = {_plain(match) for ways, text in above for match in ways[raised].reference.finditer(text)}
    return notes if len(numbers) == len(notes) and referred == numbers else {}


def _plain(match: re.Match[str]) -> str:
    return match[1].translate(_AS_NUMBER)
