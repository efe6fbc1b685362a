"""What becomes of the briefs of articles that belong together: the leader, its copies and their earlier versions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.copies import Copies, earliest
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.library import BriefStates, Library
from annotated_briefings.intake.dedup.versions import Superseded
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.model import Folded


class Family(Value):
    """Articles that one brief stands for."""

    leader: str
    """Article whose text is the brief's."""
    folded: tuple[Folded, ...]
    """Its copies, in the order of their publication."""
    older: tuple[str, ...]
    """Earlier versions of it and of its copies."""
    first: str
    """Article that was published first: it gives the brief its address."""
    brief: Entry | None
    """Line of the article that the brief was made of so far; None where there is no brief yet."""
    gone: Entry | None
    """Line of the article whose brief an editor has deleted, where no other brief is there."""
    retired: tuple[Entry, ...]
    """Articles whose briefs are no more needed."""
    others: tuple[Origin, ...]
    """Where the copies came from, each place once."""
    original: bool
    """Whether none of the copies was published before the leader."""


def families(
    copies: Copies, versions: Sequence[Superseded], library: Library, states: BriefStates
) -> tuple[Family, ...]:
    """The families of all articles that an import touches."""
    into = {found.article: found for found in copies.folded}
    members: dict[str, list[Folded]] = defaultdict(list)
    for found in copies.folded:
        members[found.into].append(found)
    older: dict[str, list[str]] = defaultdict(list)
    for pair in versions:
        main = into[pair.new].into if pair.new in into else pair.new
        older[main].append(pair.old)
    return tuple(
        _family(leader, members[leader], older[leader], _first_days(versions, library), library, states)
        for leader in sorted(copies.touched - into.keys())
    )


def _first_days(versions: Sequence[Superseded], library: Library) -> Mapping[str, str]:
    """For each newest version the article of its line that came first."""
    out: dict[str, str] = {}
    for pair in versions:
        out[pair.new] = min((out.get(pair.new, pair.new), pair.old), key=lambda i: earliest(library.stated(i), i))
    return out


def _family(
    leader: str,
    folded: Sequence[Folded],
    older: Sequence[str],
    first_of: Mapping[str, str],
    library: Library,
    states: BriefStates,
) -> Family:
    def when(identity: str) -> tuple[str, ...]:
        earlier = first_of.get(identity, identity)
        return earliest(library.stated(earlier), earlier)

    copies = tuple(sorted(folded, key=lambda found: earliest(library.stated(found.article), found.article)))
    current = [leader, *(found.article for found in copies)]
    first = first_of.get(start := min(current, key=when), start)
    every = [e for i in (*current, *older) if (e := library.entries.get(i)) and e.verdict == "brief"]
    briefs = [entry for entry in every if entry.id in states.present]
    briefs.sort(key=lambda e: (states.movable(e), e.brief in states.public, e.id != first, e.id != leader, e.brief))
    return Family(
        leader=leader,
        folded=copies,
        older=tuple(sorted(older)),
        first=first,
        brief=briefs[0] if briefs else None,
        gone=None if briefs else min(every, key=lambda e: (e.id != leader, e.id), default=None),
        retired=tuple(briefs[1:]),
        others=_others(library.stated(leader), [library.stated(found.article) for found in copies]),
        original=start == leader,
    )


def _others(own: Origin, copies: Sequence[Origin]) -> tuple[Origin, ...]:
    """Where copies came from, as far as they say something, each place once."""
    seen = {_facts(own)}
    out: list[Origin] = []
    for stated in copies:
        facts = _facts(stated)
        if (stated.outlet or stated.url or stated.title) and facts not in seen:
            seen.add(facts)
            out.append(stated)
    return tuple(out)


def _facts(stated: Origin) -> tuple[str, ...]:
    return (stated.url,) if stated.url else (stated.outlet, stated.title, stated.published)
