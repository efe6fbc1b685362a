"""Pages of entities and their A-Z."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from annotated_briefings.content.model import ENTITY_TYPES, Entity
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import topic_feeds
from annotated_briefings.site.exports.json_ld import entity_data
from annotated_briefings.site.pages.charts import ring_view, spark_view, top_entities
from annotated_briefings.site.pages.figures import figure_items
from annotated_briefings.site.pages.letters import by_letter, in_order, letter_id, letter_of
from annotated_briefings.site.pages.listings import correction_items
from annotated_briefings.site.pagination import chunks_of, parts_of
from annotated_briefings.site.urls import entity_url, notes_on_url, type_url
from annotated_briefings.site.views.items import SentenceGroup
from annotated_briefings.site.views.pages import EntityIndexView, EntityView
from annotated_briefings.site.views.parts import EntryView, LinkView, SentenceView

_SEEN_WITH = 12
_FIGURES = 12
_CORRECTIONS = 12
_A_TO_Z = 400
"""Entries on one page of the index."""


def entity_views(context: SiteContext, entity: Entity) -> Iterator[EntityView]:
    """The pages of an entity, the newest first."""
    web, catalog, words = context.web, context.catalog, context.words
    about = frozenset(web.briefs_about.get(entity.id, ()))
    naming = web.briefs_naming.get(entity.id, ())
    parent = catalog.entity_of.get(entity.parent)
    seen_with = top_entities(context, naming, _SEEN_WITH, without=entity.id)
    for part in parts_of(entity_url(entity.id), naming, context.config.list_length):
        first = not part.pager.number
        rest = [slug for slug in part.items if slug not in about]
        yield EntityView(
            name=entity.name,
            url=part.url,
            type=words.text(f"type_{entity.type}"),
            description=entity.description,
            aliases=entity.aliases,
            was=entity.was,
            ticker=entity.ticker,
            website=entity.website,
            same_as=tuple(LinkView(_host(url), url) for url in entity.same_as),
            parent=LinkView(parent.name, entity_url(parent.id)) if parent else None,
            parts=tuple(LinkView(e.name, entity_url(e.id)) for e in context.parts.get(entity.id, ())),
            pager=part.pager,
            about=context.cards(slug for slug in part.items if slug in about),
            mentions=_by_story(context, entity, rest),
            shown=len(part.items) if first and part.pager.oldest else 0,
            corrections=correction_items(context, web.briefs_about.get(entity.id, ()))[:_CORRECTIONS] if first else (),
            figures=figure_items(context, web.briefs_about.get(entity.id, ()), _FIGURES) if first else (),
            notes=context.notes_on.get(entity.id, 0),
            notes_url=notes_on_url(entity.id),
            spark=spark_view(context, naming, entity.name) if first else None,
            seen_with=seen_with if first else (),
            ring=ring_view(seen_with) if first else (),
            count=len(naming) if first else 0,
            feeds=topic_feeds(context, naming, entity_url(entity.id), entity.name),
            data=entity_data(context, entity) if context.writes_json_ld and first else "",
        )


def _by_story(context: SiteContext, entity: Entity, slugs: Iterable[str]) -> tuple[SentenceGroup, ...]:
    """A sentence of each brief under the story it belongs to; the story that moved last comes first."""
    groups: dict[str, list[SentenceView]] = defaultdict(list)
    for slug in slugs:
        story = context.catalog.brief_of[slug].story
        groups[story].append(context.sentence(slug, *_first_mention(context, slug, entity.id)))
    loose = groups.pop("", [])
    out: list[SentenceGroup] = []
    for story, sentences in groups.items():
        link = context.story_link(story)
        out.append(SentenceGroup(link.text, link.url, tuple(sentences)))
    return (*out, SentenceGroup("", "", tuple(loose))) if loose else tuple(out)


def _first_mention(context: SiteContext, slug: str, entity: str) -> tuple[int, int]:
    """Where a brief first names an entity; its start when only the front matter lists it."""
    found = [(m.start, m.end) for m in context.web.mentions[slug] if m.entity == entity]
    for link in context.catalog.brief_of[slug].body.wikilinks:
        target, _ = context.catalog.linked(link.target)
        if isinstance(target, Entity) and target.id == entity:
            found.append((link.start, link.end))
    return min(found, default=(0, 0))


def _host(url: str) -> str:
    host = url.split("/")[2].removeprefix("www.")
    return "Wikidata" if host == "wikidata.org" else host


def entity_index(context: SiteContext, kind: str = "") -> Iterator[EntityIndexView]:
    """The A-Z of all entities, or of one type."""
    words, catalog = context.words, context.catalog
    chosen = [e for e in catalog.entities if not kind or e.type == kind]
    chosen.sort(key=lambda e: (letter_of(e.name), in_order(e.name), e.id))
    counts = Counter(entity.type for entity in catalog.entities)
    types = [LinkView(words.text("all"), "/entities/", str(len(catalog.entities)))]
    types += [LinkView(words.text(f"types_{t}"), type_url(t), str(counts[t])) for t in ENTITY_TYPES if counts[t]]
    parts = tuple(chunks_of(type_url(kind) if kind else "/entities/", chosen, _A_TO_Z))
    rail: dict[str, LinkView] = {}
    for part in parts:
        for letter in map(letter_of, (e.name for e in part.items)):
            rail.setdefault(letter, LinkView(letter, f"{part.url}#{letter_id(letter)}"))
    title = words.text(f"types_{kind}") if kind else words.text("entities")
    for part in parts:
        letters = by_letter(_entry(context, e) for e in part.items)
        yield EntityIndexView(title, part.url, tuple(types), tuple(rail.values()), letters, part.pager, len(chosen))


def _entry(context: SiteContext, entity: Entity) -> EntryView:
    return EntryView(
        entity.name,
        entity_url(entity.id),
        context.words.text(f"type_{entity.type}"),
        entity.description,
        len(context.web.briefs_naming.get(entity.id, ())),
    )
