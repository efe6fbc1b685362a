"""Which file and address the brief of each family of articles has.

What a brief would like to be called follows from the article alone: its headline, then with the day of the article,
then with letters of its id. Of several that want the same, the one that was published first has it, and the others
take the next name on their lists. So the same articles get the same addresses in whatever order and portions they come.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotated_briefings.base.digest import digest
from annotated_briefings.base.names import same_file
from annotated_briefings.base.paths import slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.compose import brief_path
from annotated_briefings.intake.dedup.copies import earliest
from annotated_briefings.intake.dedup.families import Family
from annotated_briefings.intake.dedup.library import BriefStates, Library
from annotated_briefings.intake.drafting import Known, stem
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import ArticleMeta

_LETTERS = 6
"""Letters of an id that tell articles of one headline and day apart; sixteen million of them differ."""
_ENDING = regex(r"(?:-\d{4}(?:-\d\d){0,2})?(?:-[0-9a-f]{6}|-[0-9a-f]{12}|-\d+)?$")
"""What follows the headline in an address: a day, letters of an id, or the number that earlier versions gave."""


class Address(Value):
    """Where a brief is."""

    slug: str
    """Last part of its address."""
    path: str
    """Its file."""


class Wish(Value):
    """What the brief of a family would like to be called."""

    family: Family
    """The family."""
    meta: ArticleMeta
    """What is known of the article that was published first."""
    names: tuple[str, ...]
    """Slugs, the best first."""
    folder: str = ""
    """Where its file is to stay; empty where its day decides."""

    def path(self, slug: str) -> str:
        """Its file under a slug."""
        return f"{self.folder}/{slug}.md" if self.folder else brief_path(self.meta, slug)


def addresses(
    found: Sequence[Family], library: Library, states: BriefStates, known: Known, away: Sequence[str]
) -> dict[str, Address]:
    """The address of each family, by its leader: that of the article that was published first.

    A brief that may be on the site, that an editor has touched, or to which another brief links keeps the address it
    has, and no draft has an address that an editor has given to another brief. Addresses in ``away`` are free again.
    """
    out: dict[str, Address] = {}
    wishes: list[Wish] = []
    free = {stem(path) for path in away}
    for family in found:
        wish = _wish(family, library, states, known)
        if family.gone:
            out[family.leader] = _there(family.gone.brief, known)
        elif wish:
            wishes.append(wish)
            free |= {stem(family.brief.brief)} if family.brief else set()
        elif family.brief:
            out[family.leader] = _there(family.brief.brief, known)
        free |= {stem(entry.brief) for entry in family.retired if states.movable(entry)}
    typed = {slug for path, slug in known.typed.items() if path not in away}
    taken = {same_file(slug) for slug in known.slugs - free | typed}
    waiting = sorted(wishes, key=lambda w: earliest(library.stated(w.family.first), w.family.first))
    place = 0
    while waiting:
        refused: list[Wish] = []
        for wish in waiting:
            slug = wish.names[place] if place < len(wish.names) else f"{wish.names[-1]}-{place}"
            if same_file(slug) in taken:
                refused.append(wish)
                continue
            taken.add(same_file(slug))
            out[wish.family.leader] = Address(slug, wish.path(slug))
        waiting = refused
        place += 1
    return out


def _there(path: str, known: Known) -> Address:
    """The address that a brief has: it is the one that is written in the brief also where its file has been renamed."""
    return Address(known.typed.get(path) or stem(path), path)


def permanent_id(family: Family, known: Known, away: Sequence[str]) -> str:
    """The id by which feeds know the brief of a family: that of its article, unless a brief that was public or edited
    has kept this one from the time when it had the article's text."""
    own = family.brief.brief if family.brief else ""
    taken = {identity for path, identity in known.ids.items() if path != own and path not in away}
    found = family.leader
    while found in taken:
        found = digest(found)[: len(family.leader)]
    return found


def rivals(
    found: Sequence[Family], library: Library, states: BriefStates, known: Known, away: Sequence[str]
) -> frozenset[str]:
    """Known articles outside some families whose untouched drafts may want the addresses that these want or give up."""
    names: set[str] = set(map(stem, away))
    for family in found:
        wish = _wish(family, library, states, known)
        names |= {wish.names[0]} if wish else set()
        names |= {stem(entry.brief) for entry in (family.brief, *family.retired) if entry and states.movable(entry)}
    inside = {identity for family in found for identity in _members(family)}
    by_name: dict[str, set[str]] = defaultdict(set)
    for entry in library.entries.values():
        if entry.verdict == "brief" and entry.id in states.present and entry.id not in inside and _free(entry, states):
            for name in _headlines(stem(entry.brief)):
                by_name[name].add(entry.id)
    return frozenset(identity for name in names for part in _headlines(name) for identity in by_name.get(part, ()))


def _members(family: Family) -> Iterable[str]:
    briefs = (family.brief, *family.retired)
    return (family.leader, *family.older, *(copy.article for copy in family.folded), *(e.id for e in briefs if e))


def _headlines(slug: str) -> Iterator[str]:
    """A slug, and what its headline alone may have been."""
    whole = same_file(slug)
    yield whole
    yield _ENDING.sub("", whole) or whole


def _wish(family: Family, library: Library, states: BriefStates, known: Known) -> Wish | None:
    """What the brief of a family wants to be called; None where it keeps the address that it has."""
    brief = family.brief
    if family.gone:
        return None
    if brief and (not _free(brief, states) or stem(brief.brief) in known.linked):
        return None
    meta = _meta(family.first, library) or (None if brief else _meta(family.leader, library))
    if meta is None:
        return None
    first = library.entries.get(family.first)
    # A day that was concluded when the article came cannot be concluded again.
    folder = first.brief.rpartition("/")[0] if brief and first and not first.published else ""
    return Wish(family, meta, _names(meta, family.first), folder)


def _free(entry: Entry, states: BriefStates) -> bool:
    """Whether a brief may get another address; lines of earlier versions know too little of it."""
    return bool(entry.text) and states.movable(entry)


def _names(meta: ArticleMeta, identity: str) -> tuple[str, ...]:
    headline = slugify(meta.headline.value) or f"brief-{identity}"
    day = "" if meta.date.derived else meta.date.value.partition("T")[0]
    dated = f"{headline}-{day}" if day else headline
    return tuple(dict.fromkeys((headline, dated, f"{dated}-{identity[:_LETTERS]}", f"{dated}-{identity}")))


def _meta(identity: str, library: Library) -> ArticleMeta | None:
    """What is known about an article; None where its text is not here."""
    if new := library.incoming.get(identity):
        return new.meta
    article = library.article(identity)
    return read_metadata(article) if article else None
