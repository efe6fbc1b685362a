"""What an editor has rejected: which drafts go, and which articles stay away with them."""

from collections.abc import Sequence

from annotated_briefings.base.values import replace
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.ledger import REJECTED, Entry


def newly_rejected(known: Known) -> tuple[Entry, ...]:
    """The new lines of articles whose brief is an untouched draft that an editor has rejected; its own comes first.

    What was folded into them, and their earlier versions, stay away with them. A brief that was edited, or that may be
    public, stays.
    """
    gone = {
        entry.id: entry
        for entry in known.ledger
        if entry.verdict == "brief"
        and entry.id in known.decisions.rejected
        and entry.id in known.unedited
        and entry.brief not in known.public
    }
    out = [_rejected(entry) for entry in gone.values()]
    waiting = set(gone)
    while waiting:
        members = [e for e in known.ledger if e.into in waiting and e.id not in gone]
        out += map(_rejected, members)
        gone |= {entry.id: entry for entry in members}
        waiting = {entry.id for entry in members}
    return tuple(out)


def _rejected(entry: Entry) -> Entry:
    return replace(entry, verdict=REJECTED, brief="", made="")


def rejected_ids(known: Known, now: Sequence[Entry] = ()) -> frozenset[str]:
    """The ids of articles that stay away: those that decisions name, and those that went with them.

    ``now`` are the lines of those that go with this import.
    """
    named = known.decisions.rejected
    into = {e.id: e.into for e in (*known.ledger, *now) if e.verdict == REJECTED}
    return named | {identity for identity in into if _leads_to(identity, into, named)}


def _leads_to(identity: str, into: dict[str, str], named: frozenset[str]) -> bool:
    passed: set[str] = set()
    while identity and identity not in passed:
        if identity in named:
            return True
        passed.add(identity)
        identity = into.get(identity, "")
    return False
