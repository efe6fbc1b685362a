"""What waits for an editor: drafts, lost notes, suspected duplicates, points without proof, embargoes, names."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Ignored
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.site_files import INCOMING
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.annotations import ANCHORED
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.entity_suggestions import suggest
from annotated_briefings.intake.dedup.copies import find_copies
from annotated_briefings.intake.dedup.shingles import sketch
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.receipts import prove
from annotated_briefings.site.model.catalog import is_public
from annotated_briefings.site.schedule import Turn, turns
from annotated_briefings.storage.files import read_tree

KINDS = ("draft", "incoming", "unreadable", "note", "quote", "point", "duplicate", "time", "name")
"""Kinds of what waits, in the order in which they are told."""
_NAMED = 2
"""Briefs that must name something before it is worth an entry of the registry."""
_SOON = timedelta(days=7)


class Waiting(Value):
    """One thing that waits for an editor."""

    kind: str
    """One of ``KINDS``."""
    path: str
    """The file."""
    message: str
    """What it is."""
    command: str
    """The command, or the edit, that settles it."""


class Standing(Value):
    """How a site stands."""

    briefs: int
    """Briefs in all."""
    public: int
    """Those that are public."""
    waiting: tuple[Waiting, ...]
    """What waits, by kind and file."""
    diagnostics: tuple[Diagnostic, ...]
    """Files that could not be read."""


def standing(root: Path, now: datetime, *, names: bool = True) -> Standing:
    """What waits for an editor at a moment; ``names`` includes what the registry lacks, which takes longest."""
    loaded = load_site(root)
    parsed = parse_all(root, loaded)
    pairs = list(briefs_of(parsed))
    briefs = [brief for _, brief in pairs]
    ignored = loaded.config.check
    found = [
        *(_draft(brief) for brief in briefs if brief.draft),
        *_incoming(root, ignored),
        *_unreadable(one.source for one in parsed if one.brief is None),
        *(waiting for brief in briefs for waiting in _notes(brief, ignored)),
        *_quotes(root, loaded, pairs),
        *(waiting for brief in briefs for waiting in _points(brief, ignored)),
        *_duplicates(briefs),
        *_times(turns(briefs, now), now),
        *(_names(root) if names else ()),
    ]
    public = sum(is_public(brief, now) for brief in briefs)
    return Standing(len(pairs), public, tuple(found), ignored.shown(loaded.diagnostics))


def _draft(brief: Brief) -> Waiting:
    return Waiting("draft", brief.path, f"draft: {brief.title}", "read it, then set `draft: false`")


def _incoming(root: Path, ignored: Ignored) -> Iterator[Waiting]:
    files, _ = read_tree(root, (f"briefings/**/*{INCOMING}",))
    for source in files:
        if ignored.covers("incoming", source.path):
            continue
        brief = source.path.removesuffix(INCOMING) + ".md"
        yield Waiting(
            "incoming",
            brief,
            "an import laid a new version of its article beside it",
            f"compare it with {source.path}, take over what you want, and delete that file",
        )


def _unreadable(sources: Iterator[Source]) -> Iterator[Waiting]:
    for source in sources:
        yield Waiting("unreadable", source.path, "the brief is left out, because it cannot be read", "briefings check")


def _notes(brief: Brief, ignored: Ignored) -> Iterator[Waiting]:
    for note in brief.annotations:
        state = note.anchor
        code = "changed-annotation" if state.state == ANCHORED else f"{state.state}-annotation"
        if (state.state != ANCHORED or state.why) and not ignored.covers(code, brief.path):
            what = (
                "its words have been reworded"
                if state.state == ANCHORED
                else f"its words stand at {state.places} places"
                if state.places
                else "its words are not in the text"
            )
            yield Waiting(
                "note",
                brief.path,
                f"note {note.id}: {what}: {shortened(note.quote)}",
                f"briefings annotations reanchor {note.id}",
            )


def _quotes(root: Path, loaded: Loaded, pairs: Sequence[tuple[Source, Brief]]) -> Iterator[Waiting]:
    sources = {source.path: source for source, _ in pairs}
    for found in prove(root, [brief for _, brief in pairs], sources, loaded.config.language).diagnostics:
        if found.code == "unsupported-quote":
            yield Waiting("quote", found.place.path, found.message, f"edit {found.place.path}:{found.place.line}")


def _points(brief: Brief, ignored: Ignored) -> Iterator[Waiting]:
    for point in brief.key_points:
        if not point.quote and not ignored.covers("unsourced-point", brief.path):
            yield Waiting(
                "point",
                brief.path,
                f"nothing proves: {shortened(point.text)}",
                f"add `quote:` at {brief.path}:{point.place.line}",
            )


def _duplicates(briefs: Sequence[Brief]) -> Iterator[Waiting]:
    by_path = {brief.path: brief for brief in briefs}
    # Headlines are left aside: an editor has often written another one.
    sketches = [sketch(brief.path, brief.body.text) for brief in briefs if brief.body.text]
    for copy in find_copies(sketches).folded:
        older = by_path[copy.into]
        yield Waiting(
            "duplicate",
            copy.article,
            f"may be a copy of {older.path}: {copy.why}",
            f"if it is: add its source to {older.path}, and delete it",
        )


def _times(coming: Sequence[Turn], now: datetime) -> Iterator[Waiting]:
    for turn in coming:
        if turn.moment - now <= _SOON:
            what = "is published" if turn.appears else "is taken down"
            yield Waiting("time", turn.path, f"{what} at {turn.moment:%Y-%m-%d %H:%M} UTC", "briefings next-change")


def _names(root: Path) -> Iterator[Waiting]:
    often = [s for s in suggest(root).found if len(s.briefs) >= _NAMED]
    if often:
        shown = ", ".join(s.name for s in often[:5]) + (" …" if len(often) > 5 else "")
        count = "1 name" if len(often) == 1 else f"{len(often)} names"
        yield Waiting(
            "name",
            "briefings/entities.yaml",
            f"{count} in several briefs that the registry lacks: {shown}",
            "briefings entities suggest --least 2",
        )
