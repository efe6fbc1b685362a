"""What is to be settled in one brief, as far as it and its sources tell: one list for every place that shows it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Ignored
from annotated_briefings.base.meaning.stated import Statement
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.values import Value
from annotated_briefings.content.annotations import ANCHORED, INSIDE
from annotated_briefings.content.model import Brief
from annotated_briefings.project.derive import Derived
from annotated_briefings.project.reprints import reprints
from annotated_briefings.site.model.receipts import ReceiptKind, Receipts
from annotated_briefings.site.model.relations import name_of_source


class Task(Value):
    """A pending task, with the command that completes it."""

    kind: str
    """What it is about, one of the kinds of ``reports.status``."""
    path: str
    """The file."""
    message: str
    """What is pending."""
    command: str
    """The command, or the edit, that completes it."""
    code: str = ""
    """The code of a diagnostic that says the same; empty where none does."""
    line: int = 0
    """The line of the file where it is; 0 where it is about the whole file, or where the message names the line."""


def tasks_of_brief(
    root: Path, derived: Derived, brief: Brief, found: Iterable[Diagnostic], *, reprint: bool = True
) -> Iterator[Task]:
    """What is to be settled in a brief, also one that is not saved yet; ``found`` is what is wrong with it.

    ``reprint`` looks whether it is the whole text of a source, which is no fault of a draft that nobody publishes.
    """
    ignored = derived.context.config.check
    yield from _notes(brief, ignored)
    yield from _quotes(dict.fromkeys(ignored.shown(found)))
    yield from _unchecked(brief, derived.context.verdicts(brief))
    yield from _points(brief, ignored)
    if reprint:
        yield from _reprints(ignored.shown(reprints(root, [brief], derived.provenances)))


def _notes(brief: Brief, ignored: Ignored) -> Iterator[Task]:
    for note in brief.annotations:
        state = note.anchor
        if not note.public:
            yield Task(
                "note",
                brief.path,
                f"note {note.id}: a draft: {shortened(note.text)}",
                f"edit {brief.path}:{note.place.line}: take out `status: draft`, or the note",
                line=note.place.line,
            )
        if not note.quote:
            continue
        code = "changed-annotation" if state.state == ANCHORED else f"{state.state}-annotation"
        if (state.state != ANCHORED or state.why) and not ignored.covers(code, brief.path):
            what = (
                "its words have been reworded"
                if state.state == ANCHORED
                else f"its words are at {state.places} places"
                if state.places
                else f"its words are only inside `{shortened(state.found)}`"
                if state.why == INSIDE
                else "its words are not in the text"
            )
            yield Task(
                "note",
                brief.path,
                f"note {note.id}: {what}: {shortened(note.quote)}",
                f"briefings annotations reanchor {note.id}",
                code,
                note.place.line,
            )


def _quotes(diagnostics: Iterable[Diagnostic]) -> Iterator[Task]:
    for found in diagnostics:
        if found.code in ("unsupported-quote", "unsupported-figure"):
            command = f"edit {found.place.path}:{found.place.line}"
            yield Task("quote", found.place.path, found.message, command, found.code, found.place.line)


def _unchecked(brief: Brief, verdicts: Receipts) -> Iterator[Task]:
    """One task a source whose words nobody has checked."""
    claims = [(p.quote, p.source) for p in brief.key_points] + [
        # Where a number cannot be read, a text that is attached changes nothing.
        ("" if f.statement is Statement.UNREAD else f.quote, f.source)
        for f in brief.figures
    ]
    judged = zip(claims, (*verdicts.points, *verdicts.figures), strict=True)
    counts = Counter(number for (quote, number), kind in judged if quote and kind is ReceiptKind.UNCHECKED)
    for number, count in sorted(counts.items()):
        source = brief.sources[number - 1]
        name = name_of_source(brief, source) or f"source {number}"
        yield Task(
            "unchecked",
            brief.path,
            f"{count} quotes of {shortened(name)} are not checked: its text was never collected"
            if count > 1
            else f"1 quote of {shortened(name)} is not checked: its text was never collected",
            f"briefings attach {brief.path} FILE --source {number}",
            line=source.place.line,
        )


def _points(brief: Brief, ignored: Ignored) -> Iterator[Task]:
    for point in brief.key_points:
        if not point.quote and not ignored.covers("unsourced-point", brief.path):
            yield Task(
                "point",
                brief.path,
                f"no quote supports: {shortened(point.text)}",
                f"add `quote:` at {brief.path}:{point.place.line}",
                "unsourced-point",
                point.place.line,
            )


def _reprints(diagnostics: Iterable[Diagnostic]) -> Iterator[Task]:
    for found in diagnostics:
        yield Task(
            "reprint",
            found.place.path,
            found.message,
            f"edit {found.place.path}:{found.place.line}, or add `licence:`",
            found.code,
            found.place.line,
        )
