"""Annotations of all briefs: their state, and anchoring them again."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Change, Set
from annotated_briefings.content.annotations import AMBIGUOUS, ANCHORED, anchor
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.markdown.plaintext import plain_quote, plain_whole
from annotated_briefings.content.markdown.text import Passage
from annotated_briefings.content.model import Annotation, Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.spelled import find_all
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.storage.edit_file import Refused, patch_file

_AROUND = 30
"""Characters of context that are written beside a quote."""
_HEAD = 200
"""Characters of the beginning of its sentence that are, at most."""


class NoteState(Value):
    """A note and what became of its quote."""

    brief: Brief
    """Where it is."""
    note: Annotation
    """The note."""

    @property
    def changed(self) -> bool:
        """Whether its words were reworded and it follows them."""
        return self.note.anchor.state == ANCHORED and bool(self.note.anchor.why)

    @property
    def is_exact(self) -> bool:
        """Whether the text has its quote word for word."""
        return self.note.anchor.state == ANCHORED and not self.note.anchor.why


class Notes(Value):
    """All notes of a site."""

    states: tuple[NoteState, ...]
    """By file, in the order of the file."""
    diagnostics: tuple[Diagnostic, ...]
    """Files that could not be read."""


class Proposal(Value):
    """What a note's quote would become."""

    state: NoteState
    """The note."""
    quote: str
    """The new quote; empty where nothing can be proposed."""
    changes: tuple[Change, ...]
    """The changes of the front matter that bring it there."""
    why: str
    """Why it needs a decision, or why there is no proposal; empty for one that the build follows by itself."""
    places: tuple[str, ...]
    """For an ambiguous quote its places, each with the words around it."""


class Reanchored(Value):
    """What was proposed and done."""

    proposals: tuple[Proposal, ...]
    """Every note that is not where it was, of those that were asked for."""
    written: tuple[tuple[str, str], ...]
    """Notes whose quote was written anew: the file of the brief, and the id, which is that of one brief only."""
    diagnostics: tuple[Diagnostic, ...]
    """What prevented it."""


def all_notes(root: Path) -> Notes:
    """Every note of every brief, drafts too."""
    loaded = load_site(root)
    parsed = parse_all(root, loaded)
    states = tuple(NoteState(brief, note) for _, brief in briefs_of(parsed) for note in brief.annotations)
    return Notes(states, loaded.diagnostics)


def reanchor(
    root: Path,
    names: Sequence[str],
    *,
    write: bool = False,
    quote: str = "",
    place: int = 0,
    pin: bool = False,
    brief: str = "",
) -> Reanchored:
    """Propose new quotes for notes whose words have changed, and write them when told to.

    ``names`` are ids of notes, or briefs by slug or file; without any, all briefs are looked at, and only notes that
    the build follows are written. A note named by its id is written even where the build refuses to follow: the
    editor has decided. ``quote`` gives its new words, ``place`` chooses among several (from 1). ``pin`` writes the
    words around anchored notes that have none stored, so that they can follow when they are reworded. Ids are those of
    one brief: ``brief`` is the file of the one that is meant, where notes of others may have the same.
    """
    notes = all_notes(root)
    states = [state for state in notes.states if brief in ("", state.brief.path)]
    chosen, found = _chosen(states, names)
    named = {state.note.id for state in chosen if state.note.id in names}
    proposals = [
        proposal_of(state, quote if state.note.id in named else "", place if state.note.id in named else 0)
        for state in chosen
        if not state.is_exact or (state.note.id in named and (quote or place))
    ]
    if pin:
        proposals += [
            Proposal(state, state.note.quote, _pins(state.brief, state.note, state.note.passage), "", ())
            for state in chosen
            if state.is_exact
            and state.note.passage
            and (state.note.former or not (state.note.prefix or state.note.suffix))
        ]
    written: list[tuple[str, str]] = []
    if write:
        for path in dict.fromkeys(p.state.brief.path for p in proposals):
            own = [
                p
                for p in proposals
                if p.state.brief.path == path and p.changes and (not p.why or p.state.note.id in named)
            ]
            if not own:
                continue
            try:
                patch_file(root, path, partial(_patched, path=path, proposals=own))
                written += [(path, p.state.note.id) for p in own]
            except Refused as refused:
                found.append(refused.args[0])
    return Reanchored(tuple(proposals), tuple(written), (*notes.diagnostics, *found))


def _chosen(states: Sequence[NoteState], names: Sequence[str]) -> tuple[list[NoteState], list[Diagnostic]]:
    if not names:
        return list(states), []
    found: list[Diagnostic] = []
    out: dict[int, NoteState] = {}
    for name in names:
        hits = [n for n, s in enumerate(states) if name in (s.note.id, s.brief.path, s.brief.slug)]
        if not hits:
            known = [n for s in states for n in (s.note.id, s.brief.slug)]
            hint = did_you_mean(name, known) or "`briefings annotations list` shows all notes with their ids"
            found.append(
                report("no-note", f"no note and no brief with notes is called `{name}`", Place("briefings"), help=hint)
            )
        out.update((n, states[n]) for n in hits)
    return [out[n] for n in sorted(out)], found


def proposal_of(state: NoteState, quote: str = "", place: int = 0) -> Proposal:
    """What the quote of a note would become; ``quote`` and ``place`` as in ``reanchor``."""
    note, text = state.note, state.brief.body.text
    anchored = note.anchor
    if quote:
        places = _places(text, quote)
        if not places:
            return Proposal(state, "", (), f"`{quote}` is not in the text", ())
        return _at(state, places, place)
    if anchored.state == AMBIGUOUS or place:
        return _at(state, _places(text, note.quote), place)
    if anchored.state == ANCHORED and anchored.passage:
        return Proposal(state, anchored.found, _changes(state, anchored.passage), "", ())
    if not anchored.found:
        return Proposal(state, "", (), anchored.why, ())
    own = _places(text, note.quote)
    if len(own) == 1:
        return Proposal(state, plain_quote(note.quote), _changes(state, own[0]), anchored.why, ())
    near = _places(text, anchored.found)
    return Proposal(state, anchored.found, _changes(state, near[0]) if len(near) == 1 else (), anchored.why, ())


def _at(state: NoteState, places: Sequence[Passage], place: int) -> Proposal:
    """The place of that number, or the only one; else all of them to choose from."""
    text = state.brief.body.text
    if place and not 1 <= place <= len(places):
        return Proposal(state, "", (), f"there is no place {place}", tuple(_shown(text, p) for p in places))
    if place or len(places) == 1:
        found = places[place - 1 if place else 0]
        return Proposal(state, text[found.start : found.end], _changes(state, found), "", ())
    return Proposal(state, "", (), "its words are at several places", tuple(_shown(text, p) for p in places))


def _places(text: str, quote: str) -> tuple[Passage, ...]:
    whole, wanted = plain_whole(text), plain_quote(quote)
    return tuple(Passage(*whole.span(at, at + len(wanted))) for at in find_all(whole.text, wanted, whole.dashed))


def _shown(text: str, place: Passage) -> str:
    before, after = text[max(0, place.start - _AROUND) : place.start], text[place.end : place.end + _AROUND]
    return " ".join(f"…{before}[{text[place.start : place.end]}]{after}…".split())


def context_of(text: str, place: Passage) -> tuple[str, str]:
    """The words before and after a passage, cut between words where there are spaces; those before it go back to the
    beginning of its sentence."""
    far = text[max(0, place.start - _HEAD) : place.start]
    head = len(far) - sentence_starts(f"{far}X")[-1]
    reach = max(_AROUND, head if head < _HEAD else 0)
    before, after = text[max(0, place.start - reach) : place.start], text[place.end : place.end + _AROUND]
    if reach > head and place.start > reach and " " in before.strip():
        before = before.partition(" ")[2]
    if place.end + _AROUND < len(text) and " " in after.strip():
        after = after.rpartition(" ")[0]
    return " ".join(before.split()), " ".join(after.split())


def _changes(state: NoteState, place: Passage) -> tuple[Change, ...]:
    """The quote as the text now has it, and what finds it again; the note keeps its id and so its address."""
    note, text = state.note, state.brief.body.text
    way = ("annotations", note.entry)
    quote = " ".join(text[place.start : place.end].split())
    changes: list[Change] = [Set((*way, "quote"), quote)]
    before, after = context_of(text, place)
    alone = len(_places(text, quote)) == 1
    for key, stored, new in (("prefix", note.prefix, before), ("suffix", note.suffix, after)):
        if new and (stored or not alone):
            changes.append(Set((*way, key), new))
    changes.append(Set((*way, "id"), note.id))
    return tuple(changes)


def _pins(brief: Brief, note: Annotation, place: Passage) -> tuple[Change, ...]:
    """The words around an anchored passage where none are stored, and the id of a note that has none in its file."""
    way = ("annotations", note.entry)
    around = zip(("prefix", "suffix"), context_of(brief.body.text, place), strict=True)
    stored = bool(note.prefix or note.suffix)
    words = tuple(Set((*way, key), words) for key, words in around if words and not stored)
    return (*words, Set((*way, "id"), note.id)) if note.former else words


def _patched(text: str, path: str, proposals: Iterable[Proposal]) -> str | None:
    """The file with new quotes; None unless each of them is then found word for word."""
    chosen = list(proposals)
    after = patch_front_matter(text, (change for p in chosen for change in p.changes))
    brief, _ = parse_brief(Source(path, after)) if after is not None else (None, ())
    if brief is None:
        return None
    found = [brief.annotations[p.state.note.entry] for p in chosen]
    return after if all(anchor_is_firm(brief, note) for note in found) else None


def anchor_is_firm(brief: Brief, note: Annotation) -> bool:
    """Whether a note's quote is in the text as it is."""
    again = anchor(brief.body.text, note.quote, note.prefix, note.suffix, brief.body.marked, brief.body.struck)
    return again.state == ANCHORED and not again.why


def word_difference(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The words of two texts in order, each run marked ``=``, ``-`` or ``+``."""
    a, b = old.split(), new.split()
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "=", " ".join(a[a1:a2])
        else:
            yield from ((mark, " ".join(words)) for mark, words in (("-", a[a1:a2]), ("+", b[b1:b2])) if words)
