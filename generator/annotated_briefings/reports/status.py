"""Pending tasks of an editor: drafts, lost notes, suspected duplicates, points without a quote, embargoes, names."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from shlex import quote

from annotated_briefings.base.diagnostics import Diagnostic, Ignored, Severity
from annotated_briefings.base.digest import digest
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import INCOMING
from annotated_briefings.base.values import Value
from annotated_briefings.build.publishing.moved import moved_in, taken_in
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.confirm import guesses_of
from annotated_briefings.editing.entities.suggestions import suggest
from annotated_briefings.intake.dedup.copies import similar_pairs
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.same_text import ComparedText, Standing, compared_text, likeness
from annotated_briefings.intake.dedup.shingles import sketch
from annotated_briefings.project.derive import Checks, Derived, DeriveOptions, derive_site
from annotated_briefings.project.receipts import keep_proofs
from annotated_briefings.reports.brief_tasks import Task, tasks_of_brief
from annotated_briefings.reports.missing_corrections import MissingCorrection, missing_corrections
from annotated_briefings.reports.pending import asked_of
from annotated_briefings.site.model.catalog import is_public
from annotated_briefings.site.schedule import Turn, turns
from annotated_briefings.storage.files import read_tree

HEADINGS = {
    "draft": "drafts",
    "guess": "what import concluded in briefs that are no drafts",
    "incoming": "new versions to compare",
    "decision": "pending decisions",
    "version": "sources that have changed",
    "correction": "numbers that an import has changed in public briefs",
    "place": "places where an article may or may not start",
    "copy": "copies to confirm",
    "refused": "what imports did not take",
    "unreadable": "briefs and pages that cannot be read",
    "note": "notes whose passage has changed or is missing",
    "quote": "quotations without support",
    "unchecked": "quotes that nobody has checked",
    "point": "key points without a receipt",
    "story": "suggested stories",
    "duplicate": "suspected duplicates",
    "reprint": "briefs that are the whole text of their source",
    "address": "published addresses that another brief would take",
    "moved": "published addresses that are gone",
    "time": "changes within a week",
    "name": "names that the registry lacks",
}
"""Heading of each kind of task."""
GONE = " is no address any more"
"""End of the message about an address that is gone; the address comes before it."""
_OTHER_SLUG = "give this brief another `slug:`; nothing is published until then"
KINDS = tuple(HEADINGS)
"""Kinds of tasks, in the order in which they are listed."""
_DRAFT = regex(r"^draft[ \t]*:", re.MULTILINE)
_MIN_BRIEFS = 2
"""Briefs that must name something before an entry in the registry is suggested."""
_COPY = 0.6
"""Share of a brief that is in another one from which it may be a copy."""
_SOON = timedelta(days=7)
"""How far ahead changes of what is public are listed."""


class SiteStatus(Value):
    """The briefs of a site and the pending tasks."""

    briefs: int
    """Briefs in all."""
    public: int
    """Those that are public."""
    tasks: tuple[Task, ...]
    """The pending tasks, by kind and file."""
    diagnostics: tuple[Diagnostic, ...]
    """Files that could not be read or written."""


def site_status(root: Path, now: datetime, *, names: bool = True) -> SiteStatus:
    """The status of a site at a moment; ``names`` includes names that the registry lacks, which takes longest.

    Proofs of quotes that the ledger lacks are added to it.
    """
    derived = derive_site(root, DeriveOptions(root, now, drafts=True, checks=Checks.NONE))
    tasks = tasks_of(root, derived, now, names=names)
    shown = [brief for brief in derived.briefs.values() if is_public(brief, now)]
    kept = keep_proofs(root, derived.proofs)
    loaded = derived.context.config.check.shown(derived.loaded.diagnostics)
    return SiteStatus(len(derived.briefs), len(shown), tasks, (*loaded, *kept))


def tasks_of(root: Path, derived: Derived, now: datetime, *, names: bool = True) -> tuple[Task, ...]:
    """The pending tasks of a site that is in memory, drafts too, by kind and file."""
    broken = [path for path, one in derived.parsed.items() if one.brief is None]
    briefs = [brief for path, brief in derived.briefs.items() if path not in broken]
    ignored = derived.context.config.check
    shown = [brief for brief in briefs if is_public(brief, now)]
    asked = asked_of(root, briefs)
    found = (
        *(_draft(brief, derived.parsed[brief.path].source.text) for brief in briefs if brief.draft),
        *(_draft(page.text, "") for page in derived.own_pages.pages if page.text.draft),
        *(task for brief in briefs if not brief.draft for task in _guesses(root, derived, brief)),
        *_incoming(root, ignored),
        *(Task(one.kind, one.path, one.message, one.command) for one in asked.pending()),
        *map(_missing_corrections, missing_corrections(root, derived.loaded.config, asked, now)),
        *_unreadable(derived, sorted((*broken, *derived.loaded.unreadable)), "brief"),
        *_unreadable(derived, _faulty_pages(derived), "page"),
        *_in_briefs(root, derived, briefs, {brief.path for brief in shown}),
        *_stories(briefs),
        *_duplicates(briefs, asked.decisions.seen),
        *(
            Task("address", one.place.path, f"{one.address} was published for {one.owner}", _OTHER_SLUG)
            for one in taken_in(root, derived.context.catalog)
        ),
        *(Task("moved", one.path, f"{one.address}{GONE}", "briefings redirects add") for one in moved_in(root, shown)),
        *_scheduled(turns((*briefs, *(page.text for page in derived.own_pages.pages)), now), now),
        *(_names(root) if names else ()),
    )
    return tuple(sorted(found, key=lambda task: KINDS.index(task.kind)))


def _in_briefs(root: Path, derived: Derived, briefs: Iterable[Brief], public: Collection[str]) -> Iterator[Task]:
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in derived.diagnostics:
        found[one.place.path].append(one)
    for brief in briefs:
        yield from tasks_of_brief(root, derived, brief, found[brief.path], reprint=brief.path in public)


def _missing_corrections(one: MissingCorrection) -> Task:
    """Figures of a public brief that an import has changed."""
    message = f"readers have seen another number: {one.shown_values}"
    return Task("correction", one.path, message, f"add it to `corrections`, or: briefings imports settle {one.id}")


def _draft(brief: Brief, text: str) -> Task:
    """A draft, with the fields that import concluded itself; ``text`` is its file."""
    guessed = f"; concluded by import: {', '.join(brief.derived).replace('_', ' ')}" if brief.derived else ""
    confirm = f", `briefings confirm {quote(brief.path)}`" if brief.derived else ""
    key = _DRAFT.search(text)
    line = text.count("\n", 0, key.start()) + 1 if key else 0
    todo = f"read it, look at `briefings check {quote(brief.path)}`{confirm}, then set `draft: false`"
    return Task("draft", brief.path, f"draft: {brief.title}{guessed}", todo, line=line)


def _guesses(root: Path, derived: Derived, brief: Brief) -> Iterator[Task]:
    """What import concluded of a brief that is no draft, and nobody has confirmed."""
    text = derived.parsed[brief.path].source.text if brief.derived else ""
    written = [guess for guess in guesses_of(root, text, derived.provenances.facts) if not guess.suggested]
    if written:
        shown = "; ".join(f"{guess.field.replace('_', ' ')}: {guess.shown}" for guess in written)
        command = f"briefings confirm {quote(brief.path)}"
        yield Task("guess", brief.path, f"concluded by import: {shown}", command)


def _incoming(root: Path, ignored: Ignored) -> Iterator[Task]:
    files, _ = read_tree(root, (f"briefings/**/*{INCOMING}",))
    for source in files:
        if ignored.covers("incoming", source.path):
            continue
        brief = source.path.removesuffix(INCOMING) + ".md"
        yield Task(
            "incoming",
            brief,
            "an import wrote a new version of its article beside it",
            f"compare it with {source.path}, take over what you want, and delete that file",
        )


def _unreadable(derived: Derived, paths: Iterable[str], kind: str) -> Iterator[Task]:
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in (*derived.diagnostics, *derived.loaded.diagnostics):
        if one not in by_path[one.place.path]:
            by_path[one.place.path].append(one)
    for path in paths:
        errors = [one for one in by_path[path] if one.severity is Severity.ERROR]
        found = sorted(errors or by_path[path], key=lambda one: one.place.line)
        # How many, only `check` knows: it looks at more.
        more = ", and more errors" if len(errors) > 1 else ""
        why = f"{found[0].message}{more}" if found else "it cannot be read"
        line = found[0].place.line if found else 0
        yield Task("unreadable", path, f"the {kind} is left out: {why}", f"briefings check {quote(path)}", line=line)


def _faulty_pages(derived: Derived) -> tuple[str, ...]:
    """The files of pages of the site's own that an error leaves out."""
    found = (d.place.path for d in derived.own_pages.diagnostics if d.severity is Severity.ERROR)
    return tuple(dict.fromkeys(found))


def _stories(briefs: Sequence[Brief]) -> Iterator[Task]:
    """Stories that imports suggest for briefs that are in none."""
    groups: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs:
        if brief.suggested_story and not brief.story:
            groups[brief.suggested_story].append(brief)
    for story, members in groups.items():
        for brief in members:
            others = ", ".join(other.path for other in members if other is not brief)
            yield Task(
                "story",
                brief.path,
                f"may tell of the same event as {others}" if others else f"may belong to the story `{story}`",
                f"briefings confirm {quote(brief.path)} --field story; if it does not: the same with --refuse",
            )


def _duplicates(briefs: Sequence[Brief], seen: Collection[str]) -> Iterator[Task]:
    by_path = {brief.path: brief for brief in briefs}
    # Without headlines, since an editor has often written another one.
    sketches = [sketch(brief.path, brief.body.text) for brief in briefs if brief.body.text]
    for copy, kept, share in similar_pairs(sketches):
        one, older = (by_path[sketches[n].id] for n in (copy, kept))
        if share < _COPY:
            continue
        found = likeness(_compared(one), _compared(older))
        if found.kind is not Standing.OTHER:
            message, remedy = "may be a copy of", f"if it is: add its source to {older.path}, and delete it"
            why = f"{share:.0%} of its passages are there"
        else:
            message, remedy = "is much like", "read both: one may be a later version or a correction of the other"
            why = "; ".join(found.differs) or f"{share:.0%} of its passages are there"
        identity = duplicate_id(one.path, older.path)
        if identity not in seen:
            remedy = f"{remedy}; if neither: briefings imports settle {identity}"
            yield Task("duplicate", one.path, f"{message} {older.path}: {why}", remedy)


def duplicate_id(one: str, other: str) -> str:
    """What settles it, under ``seen:`` of the decisions, that two briefs are no copies: by their paths."""
    return digest("duplicate", *sorted((one, other)))[:12]


def _compared(brief: Brief) -> ComparedText:
    # Without headlines, since an editor has often written another one.
    return compared_text(brief.body.text.split("\n"), Origin(published=brief.date.iso if brief.date else ""))


def _scheduled(coming: Sequence[Turn], now: datetime) -> Iterator[Task]:
    for turn in coming:
        if turn.moment - now <= _SOON:
            what = "is published" if turn.appears else "is taken down"
            yield Task("time", turn.path, f"{what} at {turn.moment:%Y-%m-%d %H:%M} UTC", "briefings next-change")


def _names(root: Path) -> Iterator[Task]:
    often = [s for s in suggest(root).found if len(s.briefs) >= _MIN_BRIEFS]
    if often:
        shown = ", ".join(s.name for s in often[:5]) + (" …" if len(often) > 5 else "")
        count = "1 name" if len(often) == 1 else f"{len(often)} names"
        yield Task(
            "name",
            "briefings/entities.yaml",
            f"{count} in several briefs that the registry lacks: {shown}",
            "briefings entities suggest --least 2",
        )
