"""Imports listed, and taken back: untouched drafts, their lines of the ledger and what was collected for them."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.site_files import COLLECTED, LEDGER
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.importer.operations.article_lines import (
    ArticleLine,
    ExactLine,
    article_lines,
    by_run,
    exact_lines,
    rejected_by_run,
)
from annotated_briefings.importer.operations.redo import keep_undone
from annotated_briefings.importer.recorded import before_file, exact_text, files_before, history_of, plain, text_of
from annotated_briefings.intake.history.lines import ImportRun, Undo, history_line
from annotated_briefings.intake.ledger import REJECTED, UNDONE
from annotated_briefings.storage.files import place_of
from annotated_briefings.storage.ledger import Ledger, append_to_ledger, open_ledger
from annotated_briefings.storage.transaction import Swap, swap_files


class Import(Value):
    """An import as the ledger knows it."""

    run: ImportRun
    """What it said of itself."""
    written: tuple[str, ...]
    """Briefs that it wrote."""
    updated: tuple[str, ...]
    """Briefs that were there before, and that it changed or took away."""
    copies: int
    """Articles that it folded into others."""
    rejected: tuple[str, ...]
    """Drafts that it took away because an editor had rejected them."""
    undone: bool
    """Whether it was taken back."""
    kept: tuple[str, ...]
    """Briefs that stayed when it was taken back."""


class Kept(Value):
    """A brief that cannot be taken back."""

    path: str
    """Its file."""
    why: str
    """The reason."""


class TakenBack(Value):
    """What taking an import back did, or would do."""

    run: str
    """Id of the import; empty where there is none."""
    files: tuple[str, ...] = ()
    """Names of the files that it had read."""
    deleted: tuple[str, ...] = ()
    """Drafts that were deleted."""
    restored: tuple[str, ...] = ()
    """Briefs that have the text again that they had before."""
    kept: tuple[Kept, ...] = ()
    """Briefs that stay as they are."""
    articles: int = 0
    """Articles that count as taken back."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why nothing was taken back."""


def list_imports(root: Path) -> tuple[Import, ...]:
    """The imports of a site in their order, those that left a record of themselves."""
    undone = {undo.run: undo for undo in history_of(root).undone}
    article_states = article_lines(open_ledger(root))
    lines, rejected = by_run(article_states), rejected_by_run(article_states)
    out: list[Import] = []
    for run in _runs(root, lines).values():
        before = {path for path, _, _ in run.changed}
        own = {line.id: line for line in lines.get(run.id, ())}
        briefs = dict.fromkeys(one.brief for one in own.values() if one.verdict == "brief")
        out.append(
            Import(
                run,
                tuple(path for path in briefs if path not in before),
                tuple(sorted(before - {*rejected.get(run.id, ())})),
                sum(bool(one.into) and one.verdict not in ("superseded", REJECTED) for one in own.values()),
                tuple(rejected.get(run.id, ())),
                run.id in undone,
                undone[run.id].kept if run.id in undone else (),
            )
        )
    return tuple(out)


def undo_import(root: Path, identity: str = "", *, at: str = "", dry_run: bool = False) -> TakenBack:
    """Take an import back, the last one that is not yet taken back when no id is given.

    Drafts that are as import wrote them are deleted, briefs that it changed get their earlier text, and its articles
    count as taken back, so that they do not come again by themselves. What was edited since stays and is named. Stopped
    half-way, it is completed by doing it again.
    """
    ledger = open_ledger(root)
    article_states = article_lines(ledger)
    gone = {undo.run for undo in history_of(root).undone}
    lines = by_run(article_states)
    runs = _runs(root, lines)
    if identity and identity not in runs:
        return TakenBack("", diagnostics=(_unknown(identity, runs),))
    run = runs.get(identity) or next((one for one in reversed(runs.values()) if one.id not in gone), None)
    if run is None:
        return TakenBack("", diagnostics=(_nothing(),))
    if later := [one for one in _resting_on(run, runs, lines) if one not in gone]:
        return TakenBack("", diagnostics=(_rested_on(run.id, later),))
    plan = _Plan(root, run, ledger, article_states)
    done = TakenBack(run.id, run.files, tuple(plan.deleted), tuple(plan.restored), tuple(plan.kept), plan.away)
    if dry_run:
        return done
    undo = Undo(run.id, at, (*done.deleted, *done.restored), tuple(one.path for one in done.kept))
    added = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in plan.back) + history_line(undo)
    with suppress(OSError):
        # Without it the import cannot be made again, and is taken back all the same.
        keep_undone(root, run.id, plan.swaps, [json.dumps(line, ensure_ascii=False) for line in plan.taken])
    found = swap_files(root, plan.swaps, lambda: append_to_ledger(root, added))
    if found:
        return TakenBack(run.id, run.files, diagnostics=found)
    for folder in sorted(plan.folders, key=len, reverse=True):
        if f"{folder}/" not in plan.found:
            with suppress(OSError):
                # Fails for a folder that still holds something.
                (root / folder).rmdir()
    return done


@dataclass
class _Plan:
    """What is to be done to take an import back."""

    root: Path
    run: ImportRun
    ledger: Ledger
    states: Sequence[ArticleLine]
    """Its lines about articles."""
    swaps: list[Swap] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    back: list[ExactLine] = field(default_factory=list)
    """Lines to add to the ledger: what it said of an article before, or that it was taken back."""
    taken: list[ExactLine] = field(default_factory=list)
    """The lines of the import in whose place they are."""
    folders: set[str] = field(default_factory=set)
    """Folders that may be empty afterwards."""
    found: Mapping[str, str | None] = field(default_factory=dict)
    """What the import found in the places of the files that it wrote."""

    def __post_init__(self) -> None:
        self.found = files_before(self.root, self.run.id) or {}
        before: dict[str, ArticleLine] = {}
        own: dict[str, ArticleLine] = {}
        last: dict[str, ArticleLine] = {}
        owner: dict[str, str] = {}
        for line in self.states:
            if line.run == self.run.id or not (line.id in last and last[line.id].content == line.content):
                # Who has only written a draft anew does not own it.
                owner[line.id] = line.run
            if owner[line.id] == self.run.id:
                own[line.id] = line
            elif line.id not in own:
                before[line.id] = line
            last[line.id] = line
        # A later import may have written about the same article: its word is the newer one.
        own = {identity: line for identity, line in own.items() if owner[identity] == self.run.id}
        changed = {path for path, _, _ in self.run.changed}
        self._restore()
        stay = {one.path for one in self.kept}
        for line in own.values():
            path = line.brief
            # What was found there and is none of the changes is an edited brief that could not take a new version in.
            own_draft = line.verdict == "brief" and path not in changed and self.found.get(path) is None
            if own_draft and path not in stay and not self._delete(line):
                stay.add(path)
        for path, made in self.run.beside:
            if digest(text_of(self.root, path) or "") == made:
                self._swap(path, self.found.get(path))
        going = [line for line in own.values() if line.brief not in stay]
        earlier = {line.id: before[line.id] for line in going if line.id in before}
        exact = exact_lines(self.ledger, [*going, *earlier.values()])
        for line in going:
            self.folders.add(PurePosixPath(line.brief).parent.as_posix())
            self._sweep(f"{COLLECTED}/{line.id}.txt")
            self._sweep(f"{COLLECTED}/{line.id}.md")
            as_written = exact[line.id, line.number]
            known = earlier.get(line.id)
            self.back.append(exact[known.id, known.number] if known else _undone(as_written))
            self.taken.append(as_written)
        if not self.kept:
            self.folders.add(COLLECTED)
            self._sweep(before_file(self.root, self.run.id).relative_to(self.root).as_posix())

    @property
    def away(self) -> int:
        """Articles that no import had brought before."""
        return sum(line["verdict"] == UNDONE for line in self.back)

    def _restore(self) -> None:
        for path, earlier, after in self.run.changed:
            now = text_of(self.root, path)
            if now is not None and digest(now) == earlier:
                # An undo that was stopped has come so far already.
                self.restored.append(path)
            elif (now is None) != (not after) or (now is not None and digest(now) != after):
                self.kept.append(Kept(path, "deleted since" if now is None else "edited since"))
            elif (text := self.found.get(path)) is None or digest(plain(text)) != earlier:
                self.kept.append(Kept(path, "the text that it had before is not in collected/ here"))
            else:
                self._swap(path, text)
                self.restored.append(path)

    def _delete(self, line: ArticleLine) -> bool:
        """Whether the draft of an article can go, or is gone."""
        path = line.brief
        now = text_of(self.root, path)
        if now is None and not place_of(self.root, path).exists():
            return True
        if now is None or digest(now) != line.made:
            self.kept.append(Kept(path, "edited since"))
            return False
        self._swap(path, None)
        self.deleted.append(path)
        return True

    def _sweep(self, path: str) -> None:
        """Take back what was kept for an article: a file that the import made goes, another has its text again."""
        self.folders.add(PurePosixPath(path).parent.as_posix())
        there, text = path in self.found, self.found.get(path)
        now = exact_text(self.root, path)
        if now is not None and not there:
            self._swap(path, None)
        elif text is not None and now != text:
            self._swap(path, text)

    def _swap(self, path: str, after: str | None) -> None:
        self.swaps.append(Swap(path, exact_text(self.root, path), after))


def _undone(line: ExactLine) -> ExactLine:
    """A line of the ledger for an article that was taken back: what is known of it, without what finds its copies."""
    return {**{key: value for key, value in line.items() if key != "made"}, "verdict": UNDONE, "sketch": ""}


def _runs(root: Path, lines: Mapping[str, Sequence[ArticleLine]]) -> dict[str, ImportRun]:
    """The imports by id, given the lines of each; one that was stopped has lines of articles and none of its own."""
    known = {run.id: run for run in history_of(root).runs}
    for identity, own in lines.items():
        if identity not in known:
            known[identity] = ImportRun(identity, files=tuple(dict.fromkeys(line.file for line in own)))
    return known


def _resting_on(run: ImportRun, runs: Mapping[str, ImportRun], lines: Mapping[str, Sequence[ArticleLine]]) -> list[str]:
    """Later imports that added something to the briefs which an import has made."""
    made = {line.brief for line in lines.get(run.id, ()) if line.verdict == "brief"}
    made -= {path for path, _, _ in run.changed}
    after = [*runs][[*runs].index(run.id) + 1 :]
    return [one for one in after if made & {line.brief for line in lines.get(one, ())}]


def _rested_on(identity: str, later: Sequence[str]) -> Diagnostic:
    named = " and ".join(f"`{one}`" for one in later)
    return report(
        "nothing-to-undo",
        f"the import `{identity}` cannot be taken back, because {named} added to its briefs",
        Place(LEDGER),
        help=f"take the later ones back first: `briefings imports undo {later[-1]}`; nothing was changed",
    )


def _unknown(identity: str, runs: Mapping[str, ImportRun]) -> Diagnostic:
    return report(
        "nothing-to-undo",
        f"no import has the id `{identity}`",
        Place(LEDGER),
        help=did_you_mean(identity, list(runs)) or "`briefings imports list` shows the imports with their ids",
    )


def _nothing() -> Diagnostic:
    return report(
        "nothing-to-undo",
        "there is no import to take back",
        Place(LEDGER),
        help="drafts of imports that the ledger has no record of can be deleted by hand; they stay deleted",
    )
