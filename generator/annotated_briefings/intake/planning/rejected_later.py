"""Rejected articles that come for the first time: an editor rejected them before any import had them. Their copies stay
away as if they had come before, also those of which an earlier import has made drafts."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.decisions import with_rejected
from annotated_briefings.intake.dedup.identity import address, origin_of
from annotated_briefings.intake.dedup.library import BriefStates, Incoming, Library, has_brief, stated_in
from annotated_briefings.intake.dedup.shingles import closest
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.ledger import REJECTED, Entry, sketch_of
from annotated_briefings.intake.metadata import read_metadata, with_editors_facts
from annotated_briefings.intake.planning.lines import fresh_line
from annotated_briefings.intake.planning.rejecting import kept_away, rejected_ids
from annotated_briefings.intake.proofs import text_digest
from annotated_briefings.intake.reading import FileRead

_LIKE = 0.35
"""Share of a text from which it is compared with a rejected one."""
_MOST = 20
"""Articles that are compared with each rejected one."""


class RejectedLater(Value):
    """Rejected articles that come for the first time, and what goes because of them."""

    lines: tuple[Entry, ...] = ()
    """The new lines of these articles."""
    into: Mapping[str, str] = MappingProxyType({})
    """Known articles that go with them, each with the id of the rejected one."""
    texts: Mapping[str, str] = MappingProxyType({})
    """The texts of these articles, by id."""
    away: tuple[Entry, ...] = ()
    """The new lines of those of them that have no brief of their own."""
    opened: frozenset[str] = frozenset()
    """Known articles of which something is decided anew, since what stood for them goes."""


def rejected_later(reads: Sequence[FileRead], known: Known, states: BriefStates) -> RejectedLater:
    """Which articles come for the first time that an editor has rejected before, and which untouched drafts of their
    copies and versions an earlier import has made."""
    named = known.decisions.rejected
    there = {entry.id for entry in known.ledger}
    lines: dict[str, Entry] = {}
    texts: dict[str, str] = {}
    for read in reads if named - there else ():
        for article, outline, plain in zip(read.articles, read.sketches, read.metas, strict=True):
            if article.id in named and article.id not in there and article.id not in lines:
                meta = with_editors_facts(plain, known.outlet, known.date)
                stated = origin_of(meta, article.document)
                new = Incoming(article, meta, stated, outline, text_digest(article.text))
                lines[article.id] = fresh_line(new, REJECTED)
                texts[article.id] = article.text
    if not lines:
        return RejectedLater()
    entries = {entry.id: entry for entry in known.ledger}
    near = _near([*lines.values()], [e for e in entries.values() if _is_open(e, entries, known, states)])
    drafts = Library(entries, {}, known.collected)
    incoming = {entry.id: again for entry in near if (again := _as_new(entry, drafts))}
    beside = Library(
        {i: e for i, e in entries.items() if i not in incoming},
        incoming,
        lambda i: known.collected(i) or texts.get(i, ""),
    )
    away = kept_away(lines.values(), rejected_ids(known), beside, states, known)
    into = {identity: entry.id for identity, (entry, _) in away.items()}
    left = frozenset(e.id for e in entries.values() if e.into in into) | {entries[identity].into for identity in into}
    opened = left & entries.keys() - into.keys()
    some = (entries[identity] for identity in into if entries[identity].verdict != "brief")
    gone = tuple(replace(e, verdict=REJECTED, brief="", into=into[e.id], made="") for e in some)
    return RejectedLater(tuple(lines.values()), into, texts, gone, opened)


def with_these(known: Known, found: RejectedLater) -> Known:
    """What a site has, with what goes as if an editor had rejected it by name."""
    return replace(known, decisions=with_rejected(known.decisions, found.into)) if found.into else known


def _is_open(entry: Entry, entries: Mapping[str, Entry], known: Known, states: BriefStates) -> bool:
    """Whether an article has an untouched draft, its own or that of a copy or of a later version."""
    if not has_brief(entry) or entry.id in known.decisions.kept | known.decisions.rejected:
        return False
    lead = entries.get(entry.into, entry)
    return lead.id in states.present and states.is_open(lead)


def _near(rejected: Sequence[Entry], known: Sequence[Entry]) -> list[Entry]:
    """Those known articles that share much with a rejected one, or its address."""
    read = [entry for entry in known if entry.sketch]
    sketches = [sketch_of(entry) for entry in rejected if entry.sketch]
    places = {place for some in closest(sketches, [*map(sketch_of, read)], _LIKE, _MOST) for place in some}
    at = {address(entry.url)[0] for entry in rejected if entry.url}
    near = {read[place].id for place in places} | {e.id for e in known if e.url and address(e.url)[0] in at}
    return [entry for entry in known if entry.id in near]


def _as_new(entry: Entry, library: Library) -> Incoming | None:
    """A known article as if it came with this import; None where its text is not here."""
    article, stated = library.article(entry.id), stated_in(entry)
    if article is None:
        return None
    meta = with_editors_facts(read_metadata(article), stated.outlet, stated.published)
    return Incoming(article, meta, stated, sketch_of(entry), entry.text)
