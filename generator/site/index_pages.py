"""Pages that list things: home, archive, entities, tags."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.base.dates import When
from generator.content.model import ENTITY_TYPES, Entity, Tag
from generator.site.addresses import (
    TYPE_NAMES,
    archive_url,
    brief_url,
    date_text,
    entity_url,
    tag_url,
    type_url,
)
from generator.site.facts import Facts, day_heading, month_heading
from generator.site.view_parts import (
    CardGroup,
    EntryView,
    LetterView,
    LinkView,
    TagEntryView,
    YearView,
)
from generator.site.views import (
    ArchiveView,
    BriefIndexView,
    EntityIndexView,
    EntityView,
    HomeView,
    MissingView,
    TagIndexView,
    TagView,
)

_SEEN_WITH = 12
_RAIL = 12


def _groups(facts: Facts, slugs: Iterable[str], by_day: bool = False) -> tuple[CardGroup, ...]:
    """Briefs under the headings of their months or days, in the order given."""
    name = day_heading if by_day else month_heading
    out: list[CardGroup] = []
    for (heading, url), members in groupby(slugs, lambda slug: name(facts.catalog.brief_of[slug].date)):
        out.append(CardGroup(heading, url, facts.cards(members)))
    return tuple(out)


def _top_entities(facts: Facts, slugs: Iterable[str], most: int, without: str = "") -> tuple[LinkView, ...]:
    """Entities in most of some briefs, with the number of briefs."""
    counts = Counter(entity for slug in slugs for entity in facts.web.named[slug] if entity != without)
    best = sorted(counts.items(), key=lambda item: (-item[1], facts.catalog.entity_of[item[0]].name.casefold()))
    return tuple(
        LinkView(facts.catalog.entity_of[entity].name, entity_url(entity), str(number))
        for entity, number in best[:most]
    )


def entity_view(facts: Facts, entity: Entity) -> EntityView:
    """The page of an entity."""
    web, catalog = facts.web, facts.catalog
    about = web.briefs_about.get(entity.id, ())
    naming = web.briefs_naming.get(entity.id, ())
    first = {slug: _first_mention(facts, slug, entity.id) for slug in naming if slug not in about}
    parent = catalog.entity_of.get(entity.parent)
    return EntityView(
        name=entity.name,
        url=entity_url(entity.id),
        type=TYPE_NAMES[entity.type][0],
        description=entity.description,
        aliases=entity.aliases,
        was=entity.was,
        ticker=entity.ticker,
        website=entity.website,
        same_as=tuple(LinkView(_host(url), url) for url in entity.same_as),
        parent=LinkView(parent.name, entity_url(parent.id)) if parent else None,
        parts=tuple(LinkView(e.name, entity_url(e.id)) for e in facts.parts.get(entity.id, ())),
        about=facts.cards(about),
        mentions=tuple(facts.sentence(slug, *place) for slug, place in first.items()),
        seen_with=_top_entities(facts, naming, _SEEN_WITH, without=entity.id),
        count=len(naming),
    )


def _first_mention(facts: Facts, slug: str, entity: str) -> tuple[int, int]:
    """Where a brief first names an entity; its start when only the front matter lists it."""
    found = [(m.start, m.end) for m in facts.web.mentions[slug] if m.entity == entity]
    for link in facts.catalog.brief_of[slug].body.wikilinks:
        target = facts.catalog.entity(link.target)
        if target and target.id == entity:
            found.append((link.start, link.end))
    return min(found, default=(0, 0))


def _host(url: str) -> str:
    host = url.split("/")[2].removeprefix("www.")
    return "Wikidata" if host == "wikidata.org" else host


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFKD", name)[:1].upper()
    return first if first.isalpha() else "#"


def entity_index(facts: Facts, kind: str = "") -> EntityIndexView:
    """The A-Z of all entities, or of one type."""
    chosen = [e for e in facts.catalog.entities if not kind or e.type == kind]
    chosen.sort(key=lambda e: (_letter(e.name), unicodedata.normalize("NFKD", e.name).casefold(), e.id))
    counts = Counter(entity.type for entity in facts.catalog.entities)
    types = [LinkView("All", "/entities/", str(len(facts.catalog.entities)))]
    types += [LinkView(TYPE_NAMES[t][1], type_url(t), str(counts[t])) for t in ENTITY_TYPES if counts[t]]
    letters: list[LetterView] = []
    for letter, members in groupby(chosen, lambda e: _letter(e.name)):
        entries = tuple(
            EntryView(e.name, entity_url(e.id), TYPE_NAMES[e.type][0], e.description,
                      len(facts.web.briefs_naming.get(e.id, ())))
            for e in members
        )
        letters.append(LetterView(letter, "other" if letter == "#" else f"letter-{letter.lower()}", entries))
    title = TYPE_NAMES[kind][1] if kind else "Entities"
    return EntityIndexView(title, type_url(kind) if kind else "/entities/", tuple(types), tuple(letters), len(chosen))


def tag_view(facts: Facts, tag: Tag) -> TagView:
    """The page of a tag."""
    slugs = facts.web.briefs_tagged.get(tag.slug, ())
    parents: list[LinkView] = []
    above = facts.catalog.tag_of.get(tag.parent)
    while above and tag_url(above.slug) not in [p.url for p in parents] and above.slug != tag.slug:
        parents.insert(0, facts.tag_link(above.slug))
        above = facts.catalog.tag_of.get(above.parent)
    children = tuple(
        LinkView(t.label, tag_url(t.slug), str(len(facts.web.briefs_tagged.get(t.slug, ()))))
        for t in facts.catalog.tags if t.parent == tag.slug
    )
    return TagView(tag.label, tag_url(tag.slug), tag.description, tuple(parents), children, _groups(facts, slugs),
                   _top_entities(facts, slugs, _RAIL), len(slugs))


def tag_index(facts: Facts) -> TagIndexView:
    """The tree of tags; tags in a circle of parents stand at the top."""
    tags = facts.catalog.tags
    done: set[str] = set()

    def below(parent: str, depth: int) -> Iterator[TagEntryView]:
        for tag in tags:
            if tag.slug not in done and (tag.parent if tag.parent in facts.catalog.tag_of else "") == parent:
                done.add(tag.slug)
                yield entry(tag, depth)
                yield from below(tag.slug, depth + 1)

    def entry(tag: Tag, depth: int) -> TagEntryView:
        count = len(facts.web.briefs_tagged.get(tag.slug, ()))
        return TagEntryView(tag.label, tag_url(tag.slug), tag.description, count, depth)

    entries = [*below("", 0)]
    entries += [entry(tag, 0) for tag in tags if tag.slug not in done]
    return TagIndexView("/tags/", tuple(entries))


def archive_periods(facts: Facts) -> tuple[When, ...]:
    """Every year, month and day that has briefs, newest first."""
    found = {
        period
        for brief in facts.catalog.briefs if brief.date
        for period in _periods(brief.date)
    }
    return tuple(sorted(found, reverse=True))


def _periods(date: When) -> tuple[When, ...]:
    """The year, month and day of a date, as far as known."""
    out = [When(date.year)]
    if date.month:
        out.append(When(date.year, date.month))
    if date.day:
        out.append(When(date.year, date.month, date.day))
    return tuple(out)


def archive_views(facts: Facts) -> tuple[ArchiveView, ...]:
    """The archive page of every year, month and day that has briefs."""
    members: dict[When, list[str]] = {}
    for brief in facts.catalog.briefs:
        for period in _periods(brief.date) if brief.date else ():
            members.setdefault(period, []).append(brief.slug)
    periods = archive_periods(facts)
    parts: dict[When, list[LinkView]] = {}
    for period in periods:
        if period.month:
            above = When(period.year, period.month) if period.day else When(period.year)
            parts.setdefault(above, []).append(_period_link(period, len(members[period])))
    kinds = {depth: [p for p in periods if _depth(p) == depth] for depth in (1, 2, 3)}
    place = {period: at for same in kinds.values() for at, period in enumerate(same)}

    def view(period: When) -> ArchiveView:
        same, at = kinds[_depth(period)], place[period]
        return ArchiveView(
            title=date_text(period),
            url=archive_url(period),
            up=tuple(LinkView(date_text(p), archive_url(p)) for p in _periods(period)[:-1]),
            newer=_period_link(same[at - 1]) if at else None,
            older=_period_link(same[at + 1]) if at + 1 < len(same) else None,
            parts=tuple(parts.get(period, ())),
            groups=_groups(facts, members[period], by_day=period.month > 0),
            count=len(members[period]),
        )

    return tuple(map(view, periods))


def _depth(period: When) -> int:
    return 3 if period.day else 2 if period.month else 1


def _period_link(period: When, count: int = 0) -> LinkView:
    return LinkView(date_text(period), archive_url(period), str(count) if count else "")


def brief_index(facts: Facts) -> BriefIndexView:
    """The way into the archive: years and months with counts."""
    counts = Counter(p for b in facts.catalog.briefs if b.date for p in _periods(b.date))
    years = sorted((p for p in counts if not p.month), reverse=True)
    months = sorted((p for p in counts if p.month and not p.day), reverse=True)
    views = tuple(
        YearView(_period_link(year, counts[year]),
                 tuple(_period_link(m, counts[m]) for m in months if m.year == year.year))
        for year in years
    )
    undated = tuple(brief.slug for brief in facts.catalog.briefs if brief.date is None)
    return BriefIndexView("/briefs/", views, facts.cards(undated), len(facts.catalog.briefs))


def home_view(facts: Facts) -> HomeView:
    """The front page."""
    briefs = facts.catalog.briefs[: max(1, facts.config.home_briefs)]
    slugs = [brief.slug for brief in briefs]
    every = [brief.slug for brief in facts.catalog.briefs]
    tags = sorted(((len(found), slug) for slug, found in facts.web.briefs_tagged.items()),
                  key=lambda item: (-item[0], facts.catalog.tag_of[item[1]].label.casefold()))
    return HomeView(
        url="/",
        newest=facts.date(briefs[0].date) if briefs else None,
        lead=facts.card(slugs[0]) if slugs else None,
        groups=_groups(facts, slugs[1:], by_day=True),
        entities=_top_entities(facts, every, _RAIL),
        tags=tuple(LinkView(facts.catalog.tag_of[slug].label, tag_url(slug), str(n)) for n, slug in tags[:_RAIL]),
        notes=_newest_notes(facts, slugs),
        count=len(every),
    )


def _newest_notes(facts: Facts, slugs: Sequence[str]) -> tuple[LinkView, ...]:
    """The newest notes of some briefs: their first words."""
    found: list[tuple[str, str, LinkView]] = []
    for slug in slugs:
        for number, note in enumerate(facts.notes(facts.catalog.brief_of[slug]), 1):
            words = note.text.split()
            text = " ".join(words[:14]) + ("…" if len(words) > 14 else "")
            link = LinkView(text, f"{brief_url(slug)}#note-{number}", note.kind)
            found.append((note.date.iso if note.date else "", slug, link))
    found.sort(key=lambda item: item[0], reverse=True)
    out: dict[str, LinkView] = {}
    for _, slug, link in found:
        # One note a brief, so that a single busy brief does not fill the rail.
        out.setdefault(slug, link)
    return tuple(out.values())[:4]


def missing_view(facts: Facts) -> MissingView:
    """The page for addresses that lead nowhere."""
    return MissingView("/404.html", facts.cards(brief.slug for brief in facts.catalog.briefs[:5]))
