"""What imports asked and nobody has settled: pending decisions, new versions, unsure places, copies, refused texts.

All of it is known from the ledger, the decisions and the briefs, so that every machine gives the same answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from shlex import quote

from annotated_briefings.base.digest import digest
from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.intake.decisions import Cut, Decisions, NamedDecision, read_decisions
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.history.branches import kept_apart
from annotated_briefings.intake.history.lines import HISTORY_STARTS, History, ImportRun, read_history
from annotated_briefings.intake.ledger import Entry, read_ledger
from annotated_briefings.intake.model import UnsureGap
from annotated_briefings.intake.planning.rejecting import REJECTED_IT
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.site.model.changed_sources import ChangedSource, changed_sources, shown_new_version
from annotated_briefings.storage.files import read_tree
from annotated_briefings.storage.ledger import Ledger, open_ledger

KINDS = ("decision", "version", "place", "copy", "refused")
"""Kinds of pending questions, in the order in which they are listed."""
_FOLDED_AS = {
    "near": "it says the same in nearly the same words",
    "contained": "all that it says is there",
    "round-up": "it is part of a round-up",
}
_FOLDED = tuple(_FOLDED_AS)


class Pending(Value):
    """Something that is pending for an editor."""

    kind: str
    """One of ``KINDS``."""
    id: str
    """What settles it as it is, under ``seen:`` of the decisions; empty for a decision."""
    path: str
    """The file that it is about."""
    message: str
    """What is to be settled."""
    command: str
    """The command or the edit that settles it."""


@dataclass
class OpenQuestions:
    """Everything that imports of a site have asked, and what of it is pending."""

    ledger: Ledger
    """The import ledger."""
    decisions: Decisions
    """The decisions of editors."""
    briefs: Sequence[Brief]
    """The briefs."""

    @cached_property
    def history(self) -> History:
        """What the ledger says of imports."""
        return read_history(self.ledger.texts(*HISTORY_STARTS))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """What the ledger says of articles, by id."""
        return {entry.id: entry for entry in read_ledger(self.ledger.lines())[0]}

    @cached_property
    def runs(self) -> list[ImportRun]:
        """The imports that were not taken back, in their order."""
        undone = {undo.run for undo in self.history.undone}
        return [run for run in self.history.runs if run.id not in undone]

    @cached_property
    def _brief_of(self) -> Mapping[str, Brief]:
        """Briefs by what decisions may call them: path, file name, slug, and ids of their articles."""
        out: dict[str, Brief] = {}
        for brief in self.briefs:
            stem = brief.path.rpartition("/")[2].rpartition(".")[0]
            out |= dict.fromkeys((brief.path, stem, brief.slug, *brief.articles), brief)
        return out

    @cached_property
    def every_place(self) -> Mapping[str, UnsureGap]:
        """The places that imports were unsure of, by id; the last import of a file counts."""
        found: list[tuple[frozenset[str], UnsureGap]] = []
        for run in self.runs:
            files = frozenset(run.files)
            found = [(names, gap) for names, gap in found if not names & files or not _is_in(gap.document, files)]
            found += [(files, gap) for gap in run.unsure]
        return {digest("place", gap.document, gap.line, gap.after)[:12]: gap for _, gap in found}

    @property
    def places(self) -> Mapping[str, UnsureGap]:
        """Those that nobody has decided about."""
        seen = self.decisions.seen
        cuts = self.decisions.cuts
        return {
            one: gap
            for one, gap in self.every_place.items()
            if one not in seen and not any(_is_about(cut, gap) for cut in cuts)
        }

    @cached_property
    def every_copy(self) -> Mapping[str, Entry]:
        """The articles that were folded into others without being the same to the letter, by id."""
        return {entry.id: entry for entry in self.entries.values() if entry.run and entry.verdict in _FOLDED}

    @property
    def copies(self) -> Mapping[str, Entry]:
        """Those that nobody has confirmed or parted, and whose brief is there."""
        done = self.decisions.seen | self.decisions.kept | self.decisions.rejected
        there = self._brief_of
        return {
            one: entry
            for one, entry in self.every_copy.items()
            if one not in done and (entry.brief in there or entry.into in there)
        }

    @cached_property
    def every_refused(self) -> Mapping[str, tuple[str, str]]:
        """Files and articles that were not taken, and why, by id; the last import of a file counts."""
        found: list[tuple[frozenset[str], tuple[str, str]]] = []
        for run in self.runs:
            files = frozenset(run.files)
            found = [(names, one) for names, one in found if not names <= files]
            found += [(files, one) for one in run.refused if not one[1].startswith(REJECTED_IT)]
        return {digest("refused", *one)[:12]: one for _, one in found}

    @property
    def refused(self) -> Mapping[str, tuple[str, str]]:
        """Those that nobody has looked at."""
        return {one: what for one, what in self.every_refused.items() if one not in self.decisions.seen}

    @cached_property
    def versions(self) -> tuple[tuple[Brief, ChangedSource], ...]:
        """New versions of sources on which something of a brief still rests."""
        versions, seen = self.history.versions, self.decisions.seen
        return tuple((brief, one) for brief in self.briefs for one in changed_sources(brief, versions, seen))

    def pending(self) -> Iterator[Pending]:
        """All that is pending, by kind."""
        yield from self._decisions()
        for brief, one in self.versions:
            yield Pending(
                "version",
                one.version.article,
                brief.path,
                shown_new_version(one),
                f"{'correct that' if one.differs else 'set `draft: true`'}, or: {_settle(one.version.article)}",
            )
        for identity, gap in self.places.items():
            other = "join" if gap.chosen else "split"
            taken = "is taken as the start of an article" if gap.chosen else "is not taken as the start of an article"
            yield Pending(
                "place",
                identity,
                gap.document,
                f"line {gap.line} {taken} ({_sure(gap):.0%} sure): {gap.after}",
                f"{_settle(identity)}, or decide `{other}: {gap.document}, line: {gap.line}`",
            )
        for identity, entry in self.copies.items():
            yield Pending(
                "copy",
                identity,
                entry.brief,
                f"{entry.file}, {entry.segment} was folded into it: {_FOLDED_AS[entry.verdict]}",
                f"{_settle(identity)}, or decide `keep: {identity}`",
            )
        for identity, (what, why) in self.refused.items():
            yield Pending("refused", identity, what, f"was not taken: {why}", _settle(identity))

    def _decisions(self) -> Iterator[Pending]:
        followed = {name for run in self.runs for name in run.cuts}
        for cut in self.decisions.cuts:
            if cut.name not in followed:
                yield from self._cut(cut)
        for identity in sorted(kept_apart(self.history) - self.decisions.kept):
            yield from self._taken_back(identity)
        for decision in self.decisions.named:
            yield from {
                "reject": self._reject,
                "keep": self._keep,
                "seen": self._seen,
                "not_story": self._not_story,
            }[decision.kind](decision)

    def _cut(self, cut: Cut) -> Iterator[Pending]:
        """A decision about a boundary that no import has followed."""
        of_file = [entry for entry in self.entries.values() if entry.file == cut.document]
        runs = [run for run in self.runs if _is_in(cut.document, frozenset(run.files))]
        if any(cut.name in run.missed for run in runs) or cut.line > _last_line(of_file) > 0:
            what = f"no paragraph starts with `{cut.text}`" if cut.text else f"there is no line {cut.line}"
            yield _pending(cut.place.line, f"{cut.name}: {what} in the file", _edit(cut.place.line))
        elif not of_file and not runs:
            if not cut.text:
                yield _pending(
                    cut.place.line, f"{cut.name}: no import has read a file of this name", _edit(cut.place.line)
                )
        elif runs or (cut.line and not cut.text and _starts(of_file, cut.line) != cut.split):
            command = f"briefings import {quote(cut.document)}"
            yield _pending(cut.place.line, f"{cut.name}: it takes effect when the file is imported again", command)

    def _reject(self, decision: NamedDecision) -> Iterator[Pending]:
        entry = self.entries.get(decision.names[0])
        if entry is None:
            yield from self._unknown(decision)
        elif entry.verdict == "brief" and entry.id in self._brief_of:
            path = self._brief_of[entry.id].path
            yield _pending(
                decision.place.line,
                f"reject {entry.id}: its brief is still there",
                f"briefings imports reject {quote(path)}; delete it if it was edited, or take line "
                f"{decision.place.line} out of {DECISIONS}",
            )

    def _keep(self, decision: NamedDecision) -> Iterator[Pending]:
        entry = self.entries.get(decision.names[0])
        if entry is None:
            yield from self._unknown(decision)
        elif entry.into and entry.verdict in ("exact", *_FOLDED):
            yield _pending(
                decision.place.line,
                f"keep {entry.id}: it is still folded into {entry.brief}",
                f"briefings import {quote(_file(entry))}",
            )

    def _taken_back(self, identity: str) -> Iterator[Pending]:
        """A decision to keep an article apart that is no more there, and that no import has followed yet."""
        entry = self.entries.get(identity)
        if entry and entry.verdict == "brief" and identity in self._brief_of:
            message = f"keep {identity} was taken out: {self._brief_of[identity].path} is still apart"
            yield Pending("decision", "", DECISIONS, message, f"briefings import {quote(_file(entry))}")

    def _seen(self, decision: NamedDecision) -> Iterator[Pending]:
        identity = decision.names[0]
        versions = {version.article for version in self.history.versions}
        every = (self.every_place, self.every_copy, self.every_refused, self.entries, versions)
        # A question may have gone with a later import: only what cannot be an id is a mistake.
        if not _looks_given(identity) and not any(identity in known for known in every):
            yield from self._unknown(decision)

    def _not_story(self, decision: NamedDecision) -> Iterator[Pending]:
        found: dict[str, list[Brief]] = {}
        for name in decision.names:
            brief = self._brief_of.get(name)
            if brief is None:
                if name not in self.entries:
                    yield _pending(
                        decision.place.line, f"not_story: no brief is called `{name}`", _edit(decision.place.line)
                    )
            elif brief.story and brief not in found.setdefault(brief.story, []):
                found[brief.story].append(brief)
        for story, briefs in found.items():
            if len(briefs) > 1:
                names = " and ".join(brief.path for brief in briefs[:2])
                yield _pending(
                    decision.place.line,
                    f"not_story: {names} have the story `{story}`",
                    f"take `story: {story}` out of one of them",
                )

    def _unknown(self, decision: NamedDecision) -> Iterator[Pending]:
        yield _pending(
            decision.place.line,
            f"{decision.kind} {decision.names[0]}: no import has given this id",
            _edit(decision.place.line),
        )


def asked_of(root: Path, briefs: Sequence[Brief]) -> OpenQuestions:
    """What imports of a site have asked; ``briefs`` are its briefs, drafts too."""
    decisions, _ = read_tree(root, (DECISIONS,))
    return OpenQuestions(open_ledger(root), read_decisions(decisions[0])[0] if decisions else Decisions(), briefs)


def all_asked(root: Path) -> OpenQuestions:
    """The same with the briefs of a site as they are on the disk."""
    return asked_of(root, [brief for _, brief in briefs_of(parse_all(root, load_site(root)))])


def _sure(gap: UnsureGap) -> float:
    return gap.probability if gap.chosen else 1 - gap.probability


def _pending(line: int, message: str, command: str) -> Pending:
    return Pending("decision", "", DECISIONS, f"line {line}: {message}", command)


def _edit(line: int) -> str:
    return f"correct line {line} of {DECISIONS}, or take it out"


def _settle(identity: str) -> str:
    return f"briefings imports settle {identity}"


def _file(entry: Entry) -> str:
    """The file that an article came from, without its place in it."""
    return entry.file.partition("#")[0]


def _is_in(document: str, files: Iterable[str]) -> bool:
    """Whether a document is one of some files, or a part of one."""
    return any(document == name or document.startswith((f"{name}#", f"{name}/")) for name in files)


def _is_about(cut: Cut, gap: UnsureGap) -> bool:
    """Whether a decision is about an unsure place."""
    words = words_of(cut.text)
    if words:
        return words_of(gap.after)[: len(words)] == words[: len(words_of(gap.after))]
    return (cut.document, cut.line) == (gap.document, gap.line)


def _starts(entries: Iterable[Entry], line: int) -> bool:
    """Whether an article of a file starts at a line."""
    starts = (entry.segment.split()[-1].partition("-")[0] for entry in entries if entry.verdict != "superseded")
    return str(line) in starts


def _last_line(entries: Iterable[Entry]) -> int:
    """The last line of a file that an article of it reaches; 0 where that is not known."""
    ends = (entry.segment.split()[-1].rpartition("-")[2] for entry in entries if entry.segment.startswith("line"))
    return max((int(end) for end in ends if end.isdigit()), default=0)


def _looks_given(identity: str) -> bool:
    return len(identity) == 12 and all(c in "0123456789abcdef" for c in identity)
