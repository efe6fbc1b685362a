"""What the review pages of the preview show, and what their buttons write: the same files, by the same small edits, as
the commands.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import COLLECTED, DECISIONS, ENTITIES, STORIES, TAGS
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Append, patch_yaml
from annotated_briefings.content.model import Brief, Entity
from annotated_briefings.content.registry import parse_entities
from annotated_briefings.editing.entity_suggestions import Suggestion, accept, suggest
from annotated_briefings.editing.reanchor import NoteState, Proposal, reanchor
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.importer.deciding.reject import reject
from annotated_briefings.importer.unsure import known_gaps, settle_gap
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.model import UnsureGap
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.reports.pending import OpenQuestions, Pending, asked_of
from annotated_briefings.site.model.changed_sources import ChangedSource
from annotated_briefings.storage.edit_file import Refused, patch_file
from annotated_briefings.storage.journal import recorded, step_back
from annotated_briefings.storage.locks import SOURCES, LockBusy, hold_lock

_GROUPS = 100


class CopyPair(Value):
    """An article that import folded into another."""

    entry: Entry
    """The folded one."""
    brief: str
    """File of the brief that stands for both."""
    folded: str
    """Its text."""
    kept: str
    """The text that stands for it."""


class Desk(Value):
    """Everything that is to be reviewed."""

    drafts: tuple[Brief, ...]
    """Drafts."""
    notes: tuple[tuple[NoteState, Proposal], ...]
    """Notes that are not where they were, with what they could be fixed to."""
    asked: tuple[Pending, ...]
    """What imports asked and nobody has settled, but places and copies."""
    versions: tuple[tuple[Brief, ChangedSource], ...]
    """Sources that have changed, with the briefs that rest on them."""
    gaps: tuple[tuple[str, UnsureGap], ...]
    """Places where an article may or may not start, each with its id."""
    copies: tuple[CopyPair, ...]
    """Folded copies whose texts differ and that nobody has confirmed, the newest import first."""
    names: tuple[Suggestion, ...]
    """Names that the registry lacks."""
    entities: tuple[Entity, ...]
    """The registry, to merge names into."""


def gather_desk(root: Path, section: str) -> Desk:
    """What one section of the desk shows; the others stay empty, since some take long to find."""
    loaded = load_site(root)
    briefs = [brief for _, brief in briefs_of(parse_all(root, loaded))] if section in ("drafts", "imports") else []
    proposals = reanchor(root, ()).proposals if section == "notes" else ()
    asked = asked_of(root, briefs) if section == "imports" else None
    return Desk(
        drafts=tuple(brief for brief in briefs if brief.draft) if section == "drafts" else (),
        notes=tuple((proposal.state, proposal) for proposal in proposals),
        asked=tuple(one for one in asked.pending() if one.kind in ("decision", "refused")) if asked else (),
        versions=asked.versions if asked else (),
        gaps=tuple(_whole_gaps(root, asked)) if asked else (),
        copies=tuple(_copies(root, asked)) if asked else (),
        names=suggest(root).found if section == "names" else (),
        entities=parse_entities(loaded.entities)[0] if section == "names" else (),
    )


def _whole_gaps(root: Path, asked: OpenQuestions) -> Iterator[tuple[str, UnsureGap]]:
    """Unsure places with the whole paragraphs around them, where this machine knows them."""
    whole = {(gap.document, gap.line): gap for gap in known_gaps(root)}
    for identity, gap in asked.places.items():
        yield identity, whole.get((gap.document, gap.line), gap)


def _copies(root: Path, asked: OpenQuestions) -> Iterator[CopyPair]:
    for entry in reversed(list(asked.copies.values())[-_GROUPS:]):
        yield CopyPair(entry, entry.brief, _text(root, entry.id), _text(root, entry.into))


def _text(root: Path, identity: str) -> str:
    try:
        return (root / COLLECTED / f"{identity}.txt").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


# What the buttons do: each gives diagnostics when it could not.

FormFields = Mapping[str, str]
Outcome = tuple[Diagnostic, ...]


def act(root: Path, fields: FormFields, path: str = "") -> tuple[Outcome, tuple[str, ...]]:
    """Do what a button says, as a step that can be undone: what prevented it, and the files that were changed. ``path``
    is the brief that it is about."""
    do = fields.get("do", "")
    if do == "undo":
        with hold_lock(root, SOURCES):
            step, found = step_back(root)
        return found, tuple(swap.path for swap in step.swaps) if step and not found else ()
    action = _ACTIONS.get(do)
    if action is None:
        return (
            report(
                "refused-change",
                "the review page asked for something unknown",
                Place("_desk"),
                help="load the page again",
            ),
        ), ()
    files = (*([path] if path else []), ENTITIES, TAGS, STORIES, DECISIONS)
    try:
        with hold_lock(root, SOURCES), recorded(root, f"{do} {path}".strip(), files) as changed:
            found = action(root, fields)
        return found, tuple(changed)
    except (LockBusy, Refused) as refused:
        return (refused.args[0],), ()


def _take_words(root: Path, fields: FormFields) -> Outcome:
    done = reanchor(
        root,
        [fields.get("note", "")],
        write=True,
        quote=fields.get("quote", ""),
        place=int(fields["place"]) if fields.get("place", "").isdigit() else 0,
    )
    failed = not done.written and not done.diagnostics
    return (
        done.diagnostics
        if not failed
        else (
            report(
                "refused-change",
                "the note was not moved: its words are not in the text",
                Place("_desk"),
                help="load the page again, or give the words as they stand in the brief",
            ),
        )
    )


def _cut(kind: str) -> Callable[[Path, FormFields], Outcome]:
    def cut(root: Path, fields: FormFields) -> Outcome:
        document = fields.get("document", "")
        words = " ".join(fields.get("text", "").removesuffix(" …").split()[:8])
        done = decide(root, [{kind: document, "text": words}])
        line = int(fields["line"]) if fields.get("line", "").isdigit() else 0
        settle_gap(root, document, line)
        return done

    return cut


def _keep(root: Path, fields: FormFields) -> Outcome:
    return decide(root, [{"keep": fields.get("article", "")}])


def _reject(root: Path, fields: FormFields) -> Outcome:
    return reject(root, [fields.get("article", "")], at=fields.get("at", "")).diagnostics


def _seen(root: Path, fields: FormFields) -> Outcome:
    return decide(root, [{"seen": fields.get("id", "")}])


def _accept_name(root: Path, fields: FormFields) -> Outcome:
    return accept(root, [fields.get("name", "")], type_=fields.get("type", "")).diagnostics


def _merge_name(root: Path, fields: FormFields) -> Outcome:
    """A name becomes another name of an entity that the registry has."""
    entity, name = fields.get("entity", ""), fields.get("name", "")
    known = {e.id: e for e in parse_entities(load_site(root).entities)[0]}
    if entity not in known or not name:
        return (
            report(
                "refused-change", f"no entity has the id `{entity}`", Place(ENTITIES), help="choose one from the list"
            ),
        )
    if name in known[entity].aliases:
        return ()
    patch_file(root, ENTITIES, lambda text: patch_yaml(text, [Append((entity, "aliases"), (name,))]))
    return ()


def _no_name(root: Path, fields: FormFields) -> Outcome:
    return decide(root, [{"no_entity": fields.get("name", "")}])


_ACTIONS: Mapping[str, Callable[[Path, FormFields], Outcome]] = {
    "take-words": _take_words,
    "split": _cut("split"),
    "join": _cut("join"),
    "keep": _keep,
    "reject": _reject,
    "accept-name": _accept_name,
    "merge-name": _merge_name,
    "no-name": _no_name,
    "seen": _seen,
}
