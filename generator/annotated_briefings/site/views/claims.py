"""Small views of what briefs claim and ask: notes in lists, corrections, questions and figures."""

from annotated_briefings.base.values import Value
from annotated_briefings.site.views.parts import DateView, NoteView


class OriginView(Value):
    """A brief in a list, named by its headline alone."""

    title: str
    """Headline."""
    url: str
    """The place on its page."""
    language: str
    """BCP 47 language tag."""
    date: DateView | None
    """Date of the news."""


class NoteItemView(Value):
    """A note in the list of all notes."""

    note: NoteView
    """The note; links in its HTML are right for the list."""
    origin: OriginView
    """The brief it is in."""


class CorrectionItemView(Value):
    """A correction in the list of all corrections."""

    date: DateView | None
    """When."""
    was: str
    """The wrong wording."""
    now: str
    """The right one."""
    why: str
    """How it came about."""
    origin: OriginView
    """The brief it is in."""


class AnswerView(Value):
    """What a brief says to a question, or that it answers it."""

    html: str
    """The answer, or empty where the brief as a whole is the answer."""
    origin: OriginView
    """The brief that answers."""


class QuestionView(Value):
    """A question that a brief left open."""

    id: str
    """Id of its element on the page of the brief."""
    html: str
    """The question."""
    answers: tuple[AnswerView, ...]
    """Answers of other briefs, the first one first."""


class AnsweredView(Value):
    """A question of other briefs that this one answers."""

    question: str
    """The question as plain text."""
    html: str
    """The answer, or empty where the brief as a whole is the answer."""
    origins: tuple[OriginView, ...]
    """The briefs that asked it."""


class QuestionItemView(Value):
    """A question in the list of all questions."""

    html: str
    """The question; links are right for the list."""
    origin: OriginView
    """The brief that asks it."""
    age: str
    """How long it was open until it was answered, such as ``3 months``; empty for open ones and without a date."""
    answers: tuple[AnswerView, ...]
    """Answers of other briefs, the first one first."""


class FigureItemView(Value):
    """A figure in a list."""

    value: str
    """Number with its unit, as people of the language of its brief write it."""
    typed: str
    """The same as its editor has typed it; empty where that is no other text."""
    what: str
    """What it measures."""
    as_of: DateView | None
    """The time it is true for."""
    source: str
    """Who says so, or empty."""
    history: str
    """Page of the same figure in other briefs, or empty."""
    origin: OriginView
    """The brief it is in."""


class ReadingView(Value):
    """One of several figures for the same thing."""

    value: str
    """Number with its unit, as people of the language of its brief write it."""
    typed: str
    """The same as its editor has typed it; empty where that is no other text."""
    source: str
    """Who says so, or empty."""
    date: DateView | None
    """The time it is true for, or the date of its brief where none is given."""
    origin: OriginView
    """The brief it is in."""


class DisagreementView(Value):
    """Figures for the same thing and time that differ."""

    what: str
    """What they measure."""
    date: DateView | None
    """The time they are true for."""
    history: str
    """Page of all figures for it."""
    readings: tuple[ReadingView, ...]
    """What each source says."""


class SeriesView(Value):
    """What one source says over time, in a drawing."""

    source: str
    """Who says so, or that no source is named."""
    points: tuple[tuple[int, int], ...]
    """Places of its figures from the left and from the top, in a box 300 wide and 80 high."""
    joined: bool
    """Whether a line may lead through them: no two are of one time."""


class LineView(Value):
    """A small drawing of a figure over time."""

    series: tuple[SeriesView, ...]
    """The figures of each source; a line joins no figures of different ones."""
    first: ReadingView
    """The oldest figure."""
    last: ReadingView
    """The newest one."""
    low: ReadingView
    """The lowest figure, at the foot of the drawing."""
    high: ReadingView
    """The highest one, at its top."""
