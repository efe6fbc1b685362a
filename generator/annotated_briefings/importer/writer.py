"""Writing drafts batch by batch: whatever ends an import early, nothing is lost or done twice."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.site_files import COLLECTED, INCOMING
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.importer.amend import rewritten, with_sources, with_suggestion
from annotated_briefings.importer.kept_id import id_line, named_by, same_ids, with_id
from annotated_briefings.importer.merging import joined, merge_briefs
from annotated_briefings.importer.site_state import generated_digest
from annotated_briefings.intake.ledger import Entry, entry_line
from annotated_briefings.intake.model import BriefDraft
from annotated_briefings.intake.pipeline import Amended, ImportPlan
from annotated_briefings.storage.edit_file import Refused, patch_file
from annotated_briefings.storage.files import place_of, reason, write_text_atomic
from annotated_briefings.storage.ledger import append_to_ledger

_DRAFT = "\ndraft: true"
"""The line of a draft that is not public."""


class _Move(Value):
    """A known draft that is written again, perhaps at another address."""

    entry: Entry
    path: str
    to: str
    work: Callable[[], None]


@dataclass(slots=True)
class Writer:
    """Writes the drafts of a plan: for each batch originals first, then briefs, then its lines of the ledger."""

    root: Path
    plan: ImportPlan
    removed: Mapping[str, str]
    """Untouched drafts whose text is now split in another way, each with the digest of what import wrote."""
    found: list[Diagnostic]
    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    amended: list[str] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    _entries: dict[str, list[Entry]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _now_made: dict[str, str] = field(default_factory=dict)
    _rewritten: dict[str, BriefDraft] = field(default_factory=dict)
    _taken_up: dict[str, str] = field(default_factory=dict)
    _failed: bool = False

    def __post_init__(self) -> None:
        grouped: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.plan.entries:
            # A copy of a copy has its line with the article that stands for all of them.
            grouped[entry.into or entry.id if entry.verdict != "superseded" else ""].append(entry)
        self._entries = grouped
        self._texts = {article.id: article.collected for article in self.plan.articles}

    def write(self, drafts: Sequence[BriefDraft]) -> None:
        """Write some new briefs."""
        self.guarded(lambda: self._write(drafts))

    def rewrite(self, updates: Sequence[BriefDraft]) -> None:
        """Write new versions, and name new copies in known briefs; what moves leaves its address to new briefs."""
        self.guarded(lambda: self._rewrite(updates))

    def finish(self) -> None:
        """Record everything that belongs to no new brief, and delete what was split anew or is no more needed."""
        self.guarded(self._finish)

    def guarded(self, work: Callable[[], None]) -> None:
        """Do a part of the work; nothing more is done once a file could not be written, and that is reported."""
        if self._failed:
            return
        try:
            work()
        except OSError as error:
            self._failed = True
            at = error.filename or self.root
            self.found.append(
                report(
                    "output",
                    f"`{at}` cannot be written: {reason(error)}",
                    Place(str(at)),
                    help="correct that and import again; what has been written is kept and not done again",
                )
            )

    def _write(self, drafts: Sequence[BriefDraft]) -> None:
        lines: list[Entry] = []
        for draft in drafts:
            own = self._entries.pop(draft.article, [])
            for entry in own:
                self._keep(entry.id)
            at = place_of(self.root, draft.path)
            if at.exists() and not self._is_ours(draft.path):
                raise FileExistsError(17, "there is already such a file", str(at))
            write_text_atomic(self.root / COLLECTED / f"{draft.article}.md", draft.text)
            write_text_atomic(at, draft.text)
            self.created.append(draft.path)
            lines += _made(own, draft)
        self._record(lines)

    def _rewrite(self, updates: Sequence[BriefDraft]) -> None:
        by_id = {draft.article: draft for draft in updates}
        waiting: list[_Move] = []
        for old, task in self.plan.updates:
            self._keep(task.article.id)
            draft = by_id[task.article.id]
            public = self._was_public(old)
            if public:
                draft = by_id[draft.article] = replace(
                    draft, text=with_id(draft.text, id_line(public) or named_by(public))
                )
            if public and not task.article.given.held:
                draft = by_id[draft.article] = replace(draft, text=draft.text.replace(_DRAFT, "", 1))
            to = draft.path if draft.path != old.brief else ""
            waiting.append(_Move(old, old.brief, to, partial(self._update, old, draft)))
        for change in self.plan.amended:
            to = change.entry.brief if change.entry.brief != change.path else ""
            old = replace(change.entry, brief=change.path)
            waiting.append(_Move(old, change.path, to, partial(self._amend, change)))
        self._rewritten = by_id
        # A draft that moves to an address that another is about to leave is written after it.
        for _ in range(2 * len(waiting)):
            ready = [one for one in waiting if self._is_free(one.to)]
            waiting = [one for one in waiting if one not in ready]
            for one in ready:
                one.work()
            if not (ready or self._take_up(waiting)):
                break
        for one in waiting:
            one.work()
        for path, text in self._taken_up.items():
            write_text_atomic(place_of(self.root, path), text)

    def _is_free(self, to: str) -> bool:
        return not to or not place_of(self.root, to).exists() or self._is_ours(to)

    def _take_up(self, waiting: Sequence[_Move]) -> bool:
        """Take an untouched draft from its address, where drafts exchange addresses and each waits for another one; its
        text is in ``collected/`` too."""
        wanted = {one.to for one in waiting}
        for one in waiting:
            at = place_of(self.root, one.path)
            if one.path in wanted and at.is_file():
                text = at.read_text(encoding="utf-8-sig")
                if digest(text) == generated_digest(self.root, one.entry):
                    self._taken_up[one.path] = text
                    at.unlink()
                    return True
        return False

    def _text_at(self, path: str) -> str:
        taken_up = self._taken_up.get(path)
        return taken_up if taken_up is not None else place_of(self.root, path).read_text(encoding="utf-8-sig")

    def _finish(self) -> None:
        made = {*self.created, *(new for _, new in self.moved)}
        for path in self.removed:
            if path in made:
                continue
            if self._is_ours(path):
                place_of(self.root, path).unlink()
            elif place_of(self.root, path).exists():
                self.conflicts.append(path)
        rewritten_lines = {**self._suggest(), **{change.entry.id: change.entry for change in self.plan.amended}}
        by_id = self._rewritten
        lines: list[Entry] = []
        for main, entries in self._entries.items():
            for entry in entries:
                self._keep(entry.id)
            lines += _made(entries, by_id[main]) if main in by_id else entries
        written = {entry.id for entry in lines}
        run = next((entry.run for entry in self.plan.entries), "")
        lines = [replace(e, made=self._now_made.get(e.id, e.made)) for e in lines]
        lines += [
            replace(entry, made=self._now_made[entry.id], run=run)
            for entry in rewritten_lines.values()
            if entry.id in self._now_made and entry.id not in written
        ]
        self._record(lines)

    def _suggest(self) -> Mapping[str, Entry]:
        """Write which stories untouched drafts seem to belong to, where that has changed; the lines of their articles.

        An import that brings nothing new changes nothing.
        """
        out: dict[str, Entry] = {}
        for one in self.plan.resuggested if self.plan.entries else ():
            identity, path = one.entry.id, place_of(self.root, one.path)
            try:
                text = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue
            made = self._now_made.get(identity) or generated_digest(self.root, one.entry)
            after = with_suggestion(text, one.story, write_brief)
            if digest(text) == made and after != text:
                write_text_atomic(path, after)
                write_text_atomic(self.root / COLLECTED / f"{identity}.md", after)
                self._now_made[identity] = digest(after)
                out[identity] = replace(one.entry, brief=one.path)
        return out

    def _was_public(self, old: Entry) -> str:
        """The brief that import wrote, if it was a public one: a new text does not take it off the site, and it keeps
        its id."""
        for path in (self.root / COLLECTED / f"{old.id}.md", place_of(self.root, old.brief)):
            try:
                text = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue
            made = digest(text) == generated_digest(self.root, old)
            return text if made and _DRAFT not in text.partition("\n---\n")[0] + "\n" else ""
        return ""

    def _is_ours(self, path: str) -> bool:
        """Whether a draft that is to go is still what import wrote: an editor may have saved it since then."""
        try:
            return digest(place_of(self.root, path).read_text(encoding="utf-8-sig")) == self.removed.get(path)
        except (OSError, UnicodeDecodeError):
            return False

    def _keep(self, identity: str) -> None:
        """Keep an article as it was received."""
        at = self.root / COLLECTED / f"{identity}.txt"
        if identity in self._texts and not at.exists():
            write_text_atomic(at, self._texts[identity] + "\n")

    def _record(self, entries: Sequence[Entry]) -> None:
        append_to_ledger(self.root, "".join(map(entry_line, entries)))

    def _update(self, old: Entry, draft: BriefDraft) -> None:
        """Bring a new text into a brief; a brief that an editor deleted stays deleted."""
        path, base = place_of(self.root, old.brief), self.root / COLLECTED / f"{old.id}.md"
        kept = self.root / COLLECTED / f"{draft.article}.md"
        if not path.is_file() and old.brief not in self._taken_up:
            write_text_atomic(kept, draft.text)
            return
        if draft.path != old.brief and self._moves(old, draft.path, draft.text):
            write_text_atomic(kept, draft.text)
            self.updated.append(draft.path)
            return
        before = base.read_text(encoding="utf-8") if base.is_file() else None
        write_text_atomic(kept, draft.text)

        def merged(text: str) -> str | None:
            if old.made and digest(text) == old.made:
                return draft.text
            if before is None:
                return None
            was, now = same_ids(before, text, draft.text)
            return joined(merge_briefs(was, text, now))

        try:
            edited, after = patch_file(self.root, old.brief, merged)
        except Refused:
            # The same lines were changed in different ways, or an editor has saved the brief at this very moment.
            there = path.read_text(encoding="utf-8-sig", errors="replace")
            beside = with_id(draft.text, id_line(there) or named_by(there))
            write_text_atomic(path.with_name(path.stem + INCOMING), beside)
            self.conflicts.append(old.brief)
            return
        if after != edited:
            self.updated.append(old.brief)

    def _amend(self, change: Amended) -> None:
        """Name other copies in a brief whose text stays."""
        entry, path = change.entry, place_of(self.root, change.path)
        base = self.root / COLLECTED / f"{entry.id}.md"
        try:
            text = self._text_at(change.path)
        except (OSError, UnicodeDecodeError):
            return
        if digest(text) == generated_digest(self.root, entry):
            after = rewritten(text, change, write_brief)
            if after != text or entry.brief != change.path:
                if entry.brief == change.path:
                    write_text_atomic(path, after)
                elif not self._moves(replace(entry, brief=change.path), entry.brief, after):
                    return
                write_text_atomic(base, after)
                self._now_made[entry.id] = digest(after)
                self.amended.append(entry.brief)
            return
        try:
            before, after = patch_file(self.root, change.path, lambda text: with_sources(text, change))
        except Refused:
            self.conflicts.append(change.path)
            return
        if after != before:
            self.amended.append(change.path)
            if base.is_file():
                made = rewritten(base.read_text(encoding="utf-8"), change, write_brief)
                write_text_atomic(base, made)
                self._now_made[entry.id] = digest(made)

    def _moves(self, old: Entry, path: str, text: str) -> bool:
        """Write an untouched draft under another address; not where an editor has saved it meanwhile."""
        at, new = place_of(self.root, old.brief), self.root / path
        if digest(self._text_at(old.brief)) != generated_digest(self.root, old):
            return False
        if not self._is_free(path):
            return False
        write_text_atomic(new, text)
        if self._taken_up.pop(old.brief, None) is None:
            at.unlink()
        self.moved.append((old.brief, path))
        return True


def _made(entries: Sequence[Entry], draft: BriefDraft) -> list[Entry]:
    made = {"made": digest(draft.text), "wrote": draft.wrote}
    return [replace(e, **made) if e.id == draft.article else e for e in entries]
