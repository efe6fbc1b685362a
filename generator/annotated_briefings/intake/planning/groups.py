"""Articles put together: which are one, which are versions of which, and where the brief of each group is."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.dedup.copies import Copies, find_copies
from annotated_briefings.intake.dedup.families import Family, families
from annotated_briefings.intake.dedup.library import BriefStates, Library, has_brief
from annotated_briefings.intake.dedup.relations import Candidate
from annotated_briefings.intake.dedup.returning import returning
from annotated_briefings.intake.dedup.versions import (
    Superseded,
    file_versions,
    find_versions,
    with_known,
)
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.planning.addresses import Address, addresses, rivals
from annotated_briefings.intake.reading import WHOLE


class Groups(Value):
    """Articles put together."""

    copies: Copies
    """Which are copies of which."""
    versions: tuple[Superseded, ...]
    """Which are earlier versions of which, those of earlier imports too."""
    families: tuple[Family, ...]
    """The groups that an import touches, in the order of their articles."""
    at: dict[str, Address]
    """Where the brief of each is, by its leader."""
    back: Mapping[str, str] = MappingProxyType({})
    """New articles that an editor has deleted in another form, each with the brief that was deleted."""

    @property
    def living(self) -> tuple[Family, ...]:
        """The groups that have a brief or get one."""
        return tuple(family for family in self.families if not family.gone)

    def lost(self, fresh: Collection[str]) -> dict[str, str]:
        """New articles whose brief was deleted before they came, and what is reported of each.

        What an editor deleted does not come back by way of another outlet, or as a new version. The ledger knows them
        as if they had come before, so that the moment of the deletion makes no difference.
        """
        lost = {identity: gone_copy(brief) for identity, brief in self.back.items()}
        linked = {identity for pair in self.versions for identity in (pair.old, pair.new)}
        return lost | {
            identity: gone_version(family.gone.brief) if identity in linked else gone_copy(family.gone.brief)
            for family in self.families
            if family.gone
            for identity in members_of(family)
            if identity in fresh
        }


@dataclass(frozen=True)
class Grouping:
    """Puts the articles of an import and of a site together."""

    library: Library
    """All articles."""
    states: BriefStates
    """What is known of the files of briefs."""
    known: Known
    """What the site already has."""
    alone: Collection[str]
    """New articles that belong to no other: their source holds them back."""
    refused: Collection[str]
    """New articles that become no brief."""
    merged: frozenset[str]
    """Known articles with a brief that another branch of a git history has brought. Their place is decided anew: nobody
    has compared them with all others yet."""
    away: Sequence[str]
    """Briefs that go, whose addresses are free again."""

    def groups(self) -> Groups:
        """All groups that the import touches, with those whose briefs get another address because of it.

        New articles that belong to no brief are compared with those whose briefs were deleted, and stay away with them.
        """
        there = self.known.present | self.library.incoming.keys() - self.refused
        found = self._settled(there)
        unborn = {i for family in found.families if not family.brief for i in members_of(family)} - {*self.alone}
        gone = {e.id for e in self.library.entries.values() if has_brief(e) and e.id not in self.known.present}
        if not (gone and unborn):
            return found
        beside = self.beside(gone | unborn)
        dead = tuple(family for family in beside.families if family.gone)
        lost = {identity for family in dead for identity in members_of(family)}
        fresh = unborn & self.library.incoming.keys() - lost
        again = returning([self.library.entries[identity] for identity in sorted(gone)], fresh, self.library)
        if not (dead or again):
            return found
        found = self._settled(there - lost - again.keys())
        return Groups(
            found.copies,
            with_known(
                (*found.versions, *(v for v in beside.versions if v.new in lost)),
                self.library,
                self.library.reopened(self.known.decisions.kept),
            ),
            (*found.families, *dead),
            found.at | {family.leader: beside.at[family.leader] for family in dead},
            {identity: entry.brief for identity, entry in again.items()},
        )

    def beside(self, some: Set[str]) -> Groups:
        """The groups of some articles, as if there were no others."""
        return self._put_together(some, frozenset())

    def _settled(self, there: Set[str]) -> Groups:
        """The groups of some articles. Where two want one address, their place is decided anew, so that it does not
        matter which came first."""
        opened = self.merged & there
        while True:
            found = self._put_together(there, opened)
            more = rivals(found.families, self.library, self.states, self.known, self.away) - opened
            if not more:
                return found
            opened |= more

    def _put_together(self, there: Collection[str], opened: frozenset[str]) -> Groups:
        library, states, known = self.library, self.states, self.known
        decisions = known.decisions
        every = library.candidates(states, decisions.kept, decisions.rejected)
        alone = {*self.alone}
        held = {i for i in opened if library.entries[i].brief in known.held}
        candidates = [
            replace(c, new=True) if c.id in opened - held else c for c in every if c.id in there and c.id not in alone
        ]
        found = find_versions(candidates, library.text)
        in_files = file_versions(library, frozenset(there), WHOLE, decisions.kept)
        reopened = library.reopened(decisions.kept)
        versions = (*found, *(pair for pair in in_files if pair.new in there))
        current = _current(candidates, versions, reopened)
        versions = with_known(versions, library, reopened)
        free = [c for c in current if c.new or library.entries[c.id].brief not in known.held]
        copies = find_copies(free, library.text, known.fold_from)
        copies = replace(copies, touched=copies.touched | {i for i in alone if i in there} | held)
        # A known article that stands for itself again and whose text is not here stays where it is.
        some = self._with_own_briefs(families(copies, versions, library, states))
        order = {identity: n for n, identity in enumerate((*library.incoming, *library.entries))}
        in_order = sorted(
            (f for f in some if f.brief or f.gone or library.article(f.leader)), key=lambda f: order[f.leader]
        )
        return Groups(copies, versions, tuple(in_order), addresses(in_order, library, states, known, self.away))

    def _with_own_briefs(self, some: Sequence[Family]) -> Sequence[Family]:
        """Groups where a public brief goes back to the article whose permanent id it has, and not with the article of
        which it had the text until both were parted. An import must be free to write it anew."""
        lost = {family.leader: family for family in some if not (family.brief or family.gone)}
        moved: dict[str, Entry | None] = {}
        for family in some:
            brief = family.brief
            owner = lost.get(self.known.ids.get(brief.brief, "")) if brief else None
            if brief and owner and family.leader == brief.id and self.states.is_open(brief):
                moved |= {owner.leader: brief, family.leader: None}
        return [replace(f, brief=moved[f.leader]) if f.leader in moved else f for f in some]


def copies_of_deleted(library: Library, states: BriefStates, known: Known, some: Collection[str]) -> dict[str, str]:
    """Those of some new articles that belong with a brief that an editor has deleted: their ids, and the briefs."""
    gone = {e.id for e in library.entries.values() if has_brief(e) and e.id not in known.present}
    if not (gone and some):
        return {}
    found = Grouping(library, states, known, (), (), frozenset(), ()).beside(gone | {*some})
    return {i: family.gone.brief for family in found.families if family.gone for i in members_of(family) if i in some}


def members_of(family: Family) -> Iterator[str]:
    """The articles of a group."""
    yield family.leader
    yield from family.older
    for copy in family.folded:
        yield copy.article


def _current(
    candidates: Sequence[Candidate], versions: Sequence[Superseded], reopened: Container[str]
) -> list[Candidate]:
    """The articles of which there is no newer version; a new version of an edited brief stands for itself as well. Of
    those ``reopened`` it does not count what the ledger says."""
    fixed = {c.id for c in candidates if c.fixed}
    newest = {pair.new for pair in versions}
    held = {pair.new for pair in versions if pair.old in fixed}
    old = {pair.old for pair in versions} | {
        c.id for c in candidates if c.verdict == "superseded" and c.id not in reopened
    }
    return [
        replace(c, new=c.new or c.id in newest, fixed=c.fixed or c.id in held)
        for c in candidates
        if c.id not in old or c.id in newest
    ]


def gone_version(brief: str) -> str:
    """Why a version of an article whose brief was deleted is left out."""
    return (
        f"the brief of its earlier version, {brief}, was deleted; `briefings import --again` with this file brings it"
    )


def gone_copy(brief: str) -> str:
    """Why a copy of an article whose brief was deleted is left out."""
    return f"the brief of its copy, {brief}, was deleted; `briefings import --again` with this file brings it"
