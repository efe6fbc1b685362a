"""What was changed at the desk, step by step, so that it can be undone and redone: kept until the cache is deleted.

Everybody who signs at a desk of the site has steps of their own, so that nobody undoes what another person did.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.names import address_part
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.storage.files import place_of, write_text_atomic
from annotated_briefings.storage.transaction import Swap, swap_files

_MOST = 100
"""Steps that are kept."""


class Step(Value):
    """One change that was made at the desk."""

    what: str
    """What it was, in words."""
    swaps: tuple[Swap, ...]
    """Its files before and after."""
    runs: tuple[str, ...] = ()
    """Imports that it made: an undo takes them back first, and a redo makes them again."""


@dataclass(slots=True)
class Recording:
    """A step while it is made."""

    what: str
    """What it is, in words."""
    changed: list[str] = field(default_factory=list)
    """The files that it has changed, once it is over."""
    runs: list[str] = field(default_factory=list)
    """Imports that it has made."""


class Journal(Value):
    """The steps of a desk, and how many of them are in effect."""

    steps: tuple[Step, ...] = ()
    """The steps, oldest first."""
    done: int = 0
    """How many are in effect; those after them were undone."""

    @property
    def undo(self) -> Step | None:
        """The step that would be undone next."""
        return self.steps[self.done - 1] if self.done else None

    @property
    def redo(self) -> Step | None:
        """The step that would be redone next."""
        return self.steps[self.done] if self.done < len(self.steps) else None

    @property
    def mark(self) -> str:
        """What tells this state of the journal from others: a page sends it back with the step that it shows."""
        steps = tuple((step.what, tuple((s.path, s.before, s.after) for s in step.swaps)) for step in self.steps[-2:])
        return digest(self.done, len(self.steps), steps)


def read_journal(root: Path, person: str) -> Journal:
    """The journal of a site for somebody who signs so, or for all who do not sign; an empty one where there is none
    that can be read."""
    try:
        data = json.loads((root / _file(person)).read_text(encoding="utf-8"))
        steps = tuple(
            Step(
                str(one["what"]),
                tuple(Swap(str(f["path"]), f["before"], f["after"]) for f in one["swaps"]),
                tuple(map(str, one.get("runs", ()))),
            )
            for one in data["steps"]
        )
        done = int(data["done"])
        swaps = [swap for step in steps for swap in step.swaps]
        here = all((root / swap.path).resolve().is_relative_to(root.resolve()) for swap in swaps)
        texts = all(isinstance(text, str | None) for swap in swaps for text in (swap.before, swap.after))
        if here and texts and 0 <= done <= len(steps):
            return Journal(steps, done)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return Journal()


@contextmanager
def recorded(root: Path, person: str, what: str, paths: Sequence[str]) -> Iterator[Recording]:
    """Record what the block changes of some files as one step; where it raises, nothing is recorded. What it gives
    names the changed files afterwards; the block may give the step other words, and name its imports."""
    before = {path: _text(root, path) for path in dict.fromkeys(paths)}
    step = Recording(what)
    yield step
    swaps = tuple(Swap(path, old, new) for path, old in before.items() if (new := _text(root, path)) != old)
    step.changed += [swap.path for swap in swaps]
    if swaps or step.runs:
        journal = read_journal(root, person)
        steps = (*journal.steps[: journal.done], Step(step.what, swaps, tuple(step.runs)))[-_MOST:]
        _write(root, person, Journal(steps, len(steps)))


def step_back(root: Path, person: str) -> tuple[Step | None, tuple[Diagnostic, ...]]:
    """Undo the last step: which it was, and what prevented it; then nothing is changed."""
    journal = read_journal(root, person)
    step = journal.undo
    if step is None:
        return None, (_nothing("undo", person),)
    back = [Swap(swap.path, swap.after, swap.before) for swap in reversed(step.swaps)]
    return step, _moved(root, person, back, Journal(journal.steps, journal.done - 1))


def step_forward(root: Path, person: str) -> tuple[Step | None, tuple[Diagnostic, ...]]:
    """Redo the step that was undone last: which it was, and what prevented it."""
    journal = read_journal(root, person)
    step = journal.redo
    if step is None:
        return None, (_nothing("redo", person),)
    return step, _moved(root, person, step.swaps, Journal(journal.steps, journal.done + 1))


def edited_since(root: Path, step: Step) -> tuple[Diagnostic, ...]:
    """The files of a step that have another text now than before and after it: it can be neither undone nor redone."""
    return tuple(
        report(
            "patch",
            f"`{swap.path}` has been edited since",
            Place(swap.path),
            help="take the change back by hand, or with version control; nothing was changed",
        )
        for swap in step.swaps
        if _text(root, swap.path) not in (swap.before, swap.after)
    )


def _moved(root: Path, person: str, swaps: Sequence[Swap], journal: Journal) -> tuple[Diagnostic, ...]:
    if edited := edited_since(root, Step("", tuple(swaps))):
        return edited
    return swap_files(root, swaps, lambda: _write(root, person, journal))


def _nothing(what: str, person: str) -> Diagnostic:
    return report(
        "nothing-to-undo",
        f"there is nothing to {what}",
        Place(_file(person)),
        help="older changes are in version control",
    )


def _file(person: str) -> str:
    return f".cache/desk-steps{'-' if person else ''}{address_part(person)}.json"


def _text(root: Path, path: str) -> str | None:
    try:
        return place_of(root, path).read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None


def _write(root: Path, person: str, journal: Journal) -> None:
    rows = [
        {
            "what": step.what,
            "swaps": [{"path": s.path, "before": s.before, "after": s.after} for s in step.swaps],
            **({"runs": step.runs} if step.runs else {}),
        }
        for step in journal.steps
    ]
    write_text_atomic(root / _file(person), json.dumps({"done": journal.done, "steps": rows}, ensure_ascii=False))
