"""What an editor has rejected: which drafts go, and which articles stay away with them."""

from collections.abc import Iterable, Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.dedup.aligned import aligned
from annotated_briefings.intake.dedup.library import BriefStates, Incoming, Library, article_of, stated_in
from annotated_briefings.intake.dedup.repeated_text import repetition_of
from annotated_briefings.intake.dedup.returning import returning
from annotated_briefings.intake.dedup.same_text import compared
from annotated_briefings.intake.dedup.shingles import closest, covered_by, sketch
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.ledger import REJECTED, UNDONE, Entry, sketch_of
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.planning.groups import Grouping, members_of

REJECTED_IT = "an editor rejected"
"""How the reason begins for which a rejected article is left out."""
_LIKE = 0.35
"""Share of a part from which it is worth a look."""
_MOST = 20
"""Rejected articles with which a new one is compared."""
_LEAST = 12
"""Words of a part that nobody writes by chance."""
_SURE = 0.9
"""Share of its words that must be those of the rejected article."""
_SENTENCE = 5
"""Words of a sentence that has a place of its own in a text."""
_CUT = regex(r"(?:…|\.\.\.|[^\W_])[\s\"'”’)\]]*$")
"""How a sentence ends that is cut off."""
_HEAD = 30
"""Words of a rejected article within which its parts begin that stay away."""


def newly_rejected(known: Known, because: Mapping[str, str]) -> tuple[Entry, ...]:
    """The new lines of articles that an editor has rejected and whose brief nobody has edited; its own comes first.

    What was folded into them, and their earlier versions, stay away with them, unless editors keep these. A brief that
    was edited stays; one that an import has published goes, as it would not have come if the decision had been there
    first. ``because`` are those that go with another one, and its id: they take nothing with them.
    """
    gone = {
        entry.id: entry
        for entry in known.ledger
        if entry.verdict == "brief" and entry.id in known.decisions.rejected and entry.id in known.unedited
    }
    out = [replace(_rejected(entry), into=because.get(entry.id, "")) for entry in gone.values()]
    waiting = set(gone) - because.keys()
    while waiting:
        members = [e for e in known.ledger if e.into in waiting and e.id not in gone.keys() | known.decisions.kept]
        out += map(_rejected, members)
        gone |= {entry.id: entry for entry in members}
        waiting = {entry.id for entry in members}
    return tuple(out)


def _rejected(entry: Entry) -> Entry:
    return replace(entry, verdict=REJECTED, brief="", made="")


def rejected_ids(known: Known, now: Sequence[Entry] = ()) -> Mapping[str, str]:
    """The ids of articles that stay away, each with the id that a decision names: those themselves, and those that went
    with them and that no editor keeps.

    ``now`` are the lines of those that go with this import.
    """
    named = known.decisions.rejected
    into = {e.id: e.into for e in (*known.ledger, *now) if e.verdict == REJECTED}
    led = {identity: _leads_to(identity, into, named) for identity in into}
    away = {identity: to for identity, to in led.items() if to and identity not in known.decisions.kept}
    return away | {identity: identity for identity in named}


def kept_away(
    ledger: Iterable[Entry], ids: Mapping[str, str], library: Library, states: BriefStates, known: Known
) -> Mapping[str, tuple[Entry, str]]:
    """The new articles that stay away with a rejected one, by id, each with the line of that one and the reason: copies
    and other versions of it, and parts of it that came from elsewhere.

    What went with a rejected article keeps nothing away: else it would matter which of them came first. A decision
    also holds for an article whose import was taken back since, and never for one that editors keep.
    """
    gone = [entry for entry in ledger if entry.verdict in (REJECTED, UNDONE) and ids.get(entry.id) == entry.id]
    if not (gone and library.incoming):
        return {}
    parts = {i: (entry, "the article of which it is the beginning") for i, entry in _parts(gone, library).items()}
    return {
        identity: (entry, why_rejected(library.incoming[identity].meta.headline.value, ids[entry.id], what))
        for identity, (entry, what) in (_same(gone, library, states, known) | parts).items()
        if identity not in known.decisions.kept
    }


def _same(gone: Sequence[Entry], library: Library, states: BriefStates, known: Known) -> dict[str, tuple[Entry, str]]:
    """The new articles that belong together with a rejected one, as if its brief had been deleted, and with no brief
    that is there; each with the line of that one and what that one is to it."""
    drafts = {entry.id: replace(entry, verdict="brief", into="") for entry in gone}
    beside = Library(
        {**library.entries, **drafts}, library.incoming, library.collected, library.restated, library.going
    )
    there = states.present - drafts.keys()
    grouping = Grouping(beside, replace(states, present=there), known, (), (), frozenset(), ())

    found: dict[str, tuple[Entry, str]] = {
        identity: (drafts[entry.id], "its copy")
        for identity, entry in returning(gone, library.incoming, beside).items()
    }
    groups = grouping.beside(drafts.keys() | library.incoming.keys())
    versions = {identity for pair in groups.versions for identity in (pair.old, pair.new)}
    found |= {
        identity: (family.gone, "its earlier version" if identity in versions else "its copy")
        for family in groups.families
        if family.gone
        for identity in members_of(family)
        if identity in library.incoming
    }
    if not found:
        return {}
    joined = grouping.beside(drafts.keys() | found.keys() | there).families
    living = {identity for family in joined if family.brief for identity in members_of(family)}
    # A later version of a rejected article does not take the brief of another one.
    living -= {family.leader for family in joined} & versions
    return {identity: why for identity, why in found.items() if identity not in living}


def _parts(gone: Sequence[Entry], library: Library) -> dict[str, Entry]:
    """The new articles that are the first part of a rejected one, with its line."""
    read = [entry for entry in gone if entry.sketch]
    fresh = [new for identity, new in library.incoming.items() if identity not in {entry.id for entry in read}]
    near = closest([new.sketch for new in fresh], [*map(sketch_of, read)], _LIKE, _MOST)
    out: dict[str, Entry] = {}
    for new, places in zip(fresh, near, strict=True):
        whole = (read[at] for at in places if read[at].words >= new.sketch.words)
        if entry := next((one for one in whole if _is_beginning(new, one, library)), None):
            out[new.article.id] = entry
    return out


def _is_beginning(new: Incoming, entry: Entry, library: Library) -> bool:
    """Whether an article says what a rejected one says first, and nothing else. Where the text of that one is not
    here, the samples of both tell."""
    read = library.text(new.article.id)
    own = [words_of(sentence) for sentence in read.sentences] if read else []
    count = sum(map(len, own))
    if count < _LEAST:
        return False
    collected = library.collected(entry.id)
    if not collected.strip() and entry.sentence_digests and read:
        cut = len(own[-1]) if _CUT.search(read.sentences[-1]) else 0
        found = repetition_of(read.text, entry.sentence_digests, sketch_of(entry))
        strange = found.added_words - (cut if found.last_added else 0)
        otherwise = found.differs and not (cut and found.last_differs)
        return not otherwise and found.kept_words >= _LEAST and found.first < _HEAD and strange <= (1 - _SURE) * count
    if not collected.strip():
        bare = sketch(entry.id, " ".join(word for words in own for word in words))
        return covered_by(bare, [sketch_of(entry)]) >= _SURE
    gone = article_of(entry, collected)
    known = compared(gone, read_metadata(gone), stated_in(entry)).sentences
    whole = [word for one in known for word in words_of(one)]
    text = f" {' '.join(whole)} "
    # The last word of an excerpt may be cut.
    parts = [words if n + 1 < len(own) else words[:-1] for n, words in enumerate(own)]
    inside = [(text.find(f" {' '.join(words)} "), len(words)) for words in parts if words]
    held = sum(length for at, length in inside if at >= 0)
    missing = [" ".join(words) for words, (at, _) in zip(filter(None, parts), inside, strict=True) if at < 0]
    if missing and aligned(missing, [" ".join(words_of(one)) for one in known])[2]:
        # One sentence is there with other words.
        return False
    first = min((at for at, length in inside if at >= 0 and length >= _SENTENCE), default=-1)
    return held >= _SURE * (count - 1) and 0 <= first < len(" ".join(whole[:_HEAD]))


def why_rejected(title: str, decision: str, what: str = "it") -> str:
    """Why a rejected article is left out, and how it comes back: by the id that a decision names."""
    return (
        f"{REJECTED_IT} {what}: `{title}`; to have it, take `reject: {decision}` out of briefings/decisions.yaml and "
        "import it again"
    )


def _leads_to(identity: str, into: dict[str, str], named: frozenset[str]) -> str:
    passed: set[str] = set()
    while identity and identity not in passed:
        if identity in named:
            return identity
        passed.add(identity)
        identity = into.get(identity, "")
    return ""
