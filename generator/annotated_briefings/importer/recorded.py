"""What an import records of itself: a line of the ledger, and the texts that briefs had before it."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from annotated_briefings.base.digest import digest
from annotated_briefings.base.site_files import COLLECTED, DECISIONS, INCOMING
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.kinds import ONLY_POSTS
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.formats.unread import NO_ARTICLE
from annotated_briefings.intake.history.branches import kept_apart, last_imports
from annotated_briefings.intake.history.lines import (
    HISTORY_STARTS,
    History,
    ImportRun,
    history_line,
    read_history,
    shortened_gap,
)
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.intake.reading import FileRead
from annotated_briefings.storage.files import place_of, write_text_atomic
from annotated_briefings.storage.ledger import append_to_ledger, open_ledger


def history_of(root: Path) -> History:
    """What the ledger of a site says of imports."""
    return read_history(open_ledger(root).texts(*HISTORY_STARTS))


def begin_run(plan: ImportPlan, reads: Sequence[FileRead], known: Known, history: History, at: str) -> ImportRun:
    """An import that is about to write. Its id is the same for one that goes on after it was stopped."""
    # Without files, what editors have decided is followed.
    files = tuple(dict.fromkeys(read.name for read in reads)) or (DECISIONS,)
    documents = {*files, *(article.document for article in plan.articles)}
    used = {number for read in reads for number in read.used}
    cuts = known.decisions.cuts
    return ImportRun(
        digest("run", len(history.runs), files, [article.id for article in plan.articles])[:12],
        at,
        files,
        cuts=tuple(sorted({cut.name for number, cut in enumerate(cuts) if number in used})),
        missed=tuple(
            sorted({cut.name for number, cut in enumerate(cuts) if number not in used and cut.document in documents})
        ),
        after=last_imports(history, every=not plan.unread),
        apart=plan.apart,
    )


def stamped(plan: ImportPlan, run: str) -> ImportPlan:
    """The plan with the id of the import in all lines that it adds to the ledger."""
    return replace(plan, entries=tuple(replace(entry, run=run) for entry in plan.entries))


def before_file(root: Path, run: str) -> Path:
    """The file that keeps the texts of briefs before an import changed them."""
    return root / COLLECTED / "before" / f"{run}.json"


Before = dict[str, str | None]
"""What an import found: exact texts of the files that it changed, by path; None for a file that it left as it was in a
place where it makes files, and for an empty folder (its path ends in ``/``). All else in such places it has made."""


def files_before(root: Path, run: str) -> Before | None:
    """What an import found; None where that was not kept: it found nothing, or this is another machine."""
    try:
        raw: Mapping[str, object] = json.loads(before_file(root, run).read_text(encoding="utf-8"))
        return {str(path): None if text is None else str(text) for path, text in raw.items()}
    except (OSError, ValueError, AttributeError):
        return None


def keep_before(root: Path, run: str, changed: Iterable[str], made: Iterable[str]) -> Before:
    """Keep what an import finds that is about to change some files and to make others. Raises OSError.

    What a stopped import has kept already stays: its texts are the earlier ones.
    """
    known = files_before(root, run)
    texts = {path: text for path in changed if (text := exact_text(root, path)) is not None}
    found: Before = {**texts, **(_there(root, made) if known is None else known)}
    if found != known:
        write_text_atomic(before_file(root, run), json.dumps(found, ensure_ascii=False, indent=0))
    return found


def _there(root: Path, paths: Iterable[str]) -> Before:
    """What is in places where an import makes files: generated drafts with their texts, which it may write anew."""
    wanted = {*paths}
    # A stopped import may have left the folder of these records empty.
    folders = {PurePosixPath(path).parent.as_posix() for path in wanted} | {COLLECTED}
    inside = {folder: _names(root / folder) for folder in folders}
    out: Before = {f"{folder}/": None for folder, names in inside.items() if names is not None and not names}
    for path in wanted:
        folder, _, name = path.rpartition("/")
        if name in (inside[folder] or ()):
            out[path] = exact_text(root, path) if name.endswith(".md") else None
    return out


def _names(folder: Path) -> frozenset[str] | None:
    """The names in a folder; None where there is no such folder."""
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return None


def exact_text(root: Path, path: str) -> str | None:
    """The text of a file with its own line ends and byte order mark; None where it cannot be read."""
    try:
        return place_of(root, path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def plain(exact: str) -> str:
    """An exact text as it is compared: line ends as ``\\n``, no byte order mark."""
    return exact.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def text_of(root: Path, path: str) -> str | None:
    """The text of a file as it is compared; None where it cannot be read."""
    exact = exact_text(root, path)
    return None if exact is None else plain(exact)


@dataclass(slots=True)
class Recorder:
    """Keeps what an import changes, and writes its line of the ledger when all else is written."""

    root: Path
    run: ImportRun
    history: History
    before: Before = field(default_factory=dict)
    _briefs: frozenset[str] = frozenset()

    def begin(self, plan: ImportPlan, briefs: Iterable[str]) -> None:
        """Keep the texts of the ``briefs`` that the import may change, and what is where it makes files.

        Raises OSError.
        """
        self._briefs = frozenset(briefs)
        made = [*_made_files(plan)]
        if made or self._briefs:
            self.before = keep_before(self.root, self.run.id, sorted(self._briefs), made)

    def end(self, plan: ImportPlan, conflicts: Iterable[str], refused: Iterable[tuple[str, str]]) -> None:
        """Add the line of the import to the ledger, if it says anything that is not there yet. Raises OSError."""
        run = replace(
            self.run,
            changed=tuple(self._changed()),
            beside=tuple(self._beside(conflicts)),
            refused=tuple(dict.fromkeys(one for one in refused if one[1] not in (NO_ARTICLE, ONLY_POSTS))),
            unsure=tuple(map(shortened_gap, plan.unsure)),
        )
        merges = len(run.after or ()) > 1
        if plan.entries or run.changed or run.beside or merges or _is_news(run, self.history):
            append_to_ledger(self.root, history_line(run))
        if not (self.before and (plan.entries or run.changed or run.beside)):
            self._forget()

    def _forget(self) -> None:
        """Delete the record of what was found where nothing was, or nothing has changed."""
        at = before_file(self.root, self.run.id)
        at.unlink(missing_ok=True)
        with suppress(OSError):
            # Fails while it holds what other imports have found.
            at.parent.rmdir()

    def _changed(self) -> Iterator[tuple[str, str, str]]:
        for path in sorted(self._briefs):
            text, now = self.before.get(path), text_of(self.root, path)
            if text is not None and now != plain(text):
                yield path, digest(plain(text)), "" if now is None else digest(now)

    def _beside(self, conflicts: Iterable[str]) -> Iterator[tuple[str, str]]:
        for path in sorted(set(conflicts)):
            name = beside(path)
            written = text_of(self.root, name)
            if written is not None:
                yield name, digest(written)


def _made_files(plan: ImportPlan) -> Iterator[str]:
    """The files that an import may make, or write anew: collected texts, generated drafts, briefs, and new versions
    beside edited ones."""
    tasks = (*plan.tasks, *(task for _, task in plan.updates))
    ids = {*(entry.id for entry in plan.entries), *(task.article.id for task in tasks)}
    ids |= {change.entry.id for change in plan.amended} | {change.entry.id for change in plan.resuggested}
    for identity in ids:
        yield f"{COLLECTED}/{identity}.txt"
        yield f"{COLLECTED}/{identity}.md"
    yield from (task.path for task in tasks)
    yield from (change.entry.brief for change in plan.amended)
    yield from (beside(path) for path in (*(old.brief for old, _ in plan.updates), *(c.path for c in plan.amended)))


def beside(brief: str) -> str:
    """The file beside a brief in which an import writes a new version that it could not merge."""
    return brief.removesuffix(".md") + INCOMING


def _is_news(run: ImportRun, history: History) -> bool:
    """Whether an import that wrote nothing has still something to tell of its files."""
    if set(run.apart) != kept_apart(history):
        return True
    last = {name: one for one in history.runs for name in one.files}
    recorded = [last[name] for name in run.files if name in last]

    def every(field: str) -> set[object]:
        return {item for one in recorded for item in getattr(one, field)}

    if any(set(getattr(run, field)) - every(field) for field in ("refused", "unsure", "cuts", "missed")):
        return True
    # What is no longer so is news too.
    names = set(run.files)
    return any(
        {item for one in recorded if set(one.files) <= names for item in getattr(one, field)} - set(getattr(run, field))
        for field in ("refused", "unsure", "missed")
    )
