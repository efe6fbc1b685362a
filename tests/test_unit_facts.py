"""A unit whose route names the texts and headlines that its pages show shows no other: what is known before pages are
planned decides whether they can have changed."""

import dataclasses
import re
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import replace
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.markdown.text import Anchor, Passage
from annotated_briefings.content.model import Annotation, Brief, Entity
from annotated_briefings.project.derive import DeriveOptions, derive_site
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.mentions import Mention
from annotated_briefings.site.model.relations import Connections
from annotated_briefings.site.routes import plan_units, unit_pages
from annotated_briefings.site.routes.route import Unit
from annotated_briefings.site.routes.table import ROUTE_OF
from annotated_briefings.site.routes.unit_facts import COUNTED, UnitFacts

GOLDEN = Path(__file__).parent / "golden" / "site"
NOW = datetime(2026, 5, 1, tzinfo=UTC)
OTHER = (
    "Entirely other words. [[acme]] and [one](b.md).\n\n## Nothing of before\n\n| a | b |\n|---|---|\n| c | d | e |\n"
    f"\n{'A text that takes longer to read. ' * 100}\n"
)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    site = tmp_path_factory.mktemp("site") / "site"
    shutil.copytree(GOLDEN, site)
    # Feeds of topics show the whole text of a brief without a summary.
    for name in ("second-turbine", "zweite-turbine"):
        path = site / "briefings" / "2026" / f"{name}.md"
        path.write_text(re.sub(r"(?m)^summary:.*\n", "", path.read_text("utf-8")), "utf-8")
    return derive_site(site, DeriveOptions(site, NOW)).context


def with_other_text(brief: Brief) -> Brief:
    """A brief whose text, and what is fixed to places in it, is another."""
    moved = Passage(1, 9)
    return replace(
        brief,
        body=read_markdown(Source("x.md", OTHER), OTHER),
        quotations=(),
        key_points=tuple(replace(p, passage=None if p.passage else moved) for p in brief.key_points),
        figures=tuple(replace(f, passage=None if f.passage else moved) for f in brief.figures),
        annotations=_in_other_order(brief),
    )


def _in_other_order(brief: Brief) -> tuple[Annotation, ...]:
    """The notes of a brief, the first one without a place and the others in the order from the last to the first."""
    lost = Anchor("orphan", None, 0, "other words", "gone")
    anchors = (lost, *(Anchor("anchored", Passage(at, at + 9), 1, "other words", "") for at in range(9, 0, -1)))
    return tuple(replace(note, anchor=anchors[at]) for at, note in enumerate(brief.annotations))


def with_other_texts(context: SiteContext, kept: set[str]) -> SiteContext:
    """A site in which all briefs but some have another text. What is counted in texts is as it was."""
    catalog, web = context.catalog, context.web
    briefs = tuple(b if b.slug in kept else with_other_text(b) for b in catalog.briefs)
    other = (Mention("acme", 0, 4), Mention("harbour-city", 5, 6))
    mentions = {slug: found if slug in kept else other for slug, found in web.mentions.items()}
    found: SiteContext = SiteContext(
        replace(catalog, briefs=briefs, brief_of={b.slug: b for b in briefs}, written={}, duplicates=()),
        replace(web, mentions=mentions, backlinks=_of(web, kept)),
        context.config,
        context.now,
        context.drafts,
        context.catalogue,
        context.receipts,
        context.changed_sources,
    )
    found.__dict__.update({name: getattr(context, name) for name in COUNTED})
    return found


def _of(web: Connections, kept: set[str]) -> dict[str, tuple[object, ...]]:
    """The backlinks from texts that are kept, of briefs that are kept."""
    return {slug: links for slug, links in web.backlinks.items() if slug in kept}


def declared(context: SiteContext) -> list[tuple[Unit, set[str]]]:
    routes = ((unit, ROUTE_OF[unit.route].texts) for unit in plan_units(context))
    return [(unit, set(texts(context, unit.key))) for unit, texts in routes if texts]


def test_pages_show_no_text_but_those_that_their_route_names(context: SiteContext) -> None:
    units = declared(context)
    assert {unit.route for unit, _ in units} >= {
        "brief",
        "twin",
        "entity",
        "feed of tag",
        "archive",
        "figure",
        "feed of home",
        "story",
    }
    for unit, texts in units:
        pages = tuple(unit_pages(context, unit))
        assert tuple(unit_pages(with_other_texts(context, texts), unit)) == pages, unit


PREFIX = "Other words. "


def with_moved_texts(context: SiteContext) -> SiteContext:
    """A site whose texts have other words before all others, so that notes are on the same words at other places."""
    catalog, web = context.catalog, context.web

    def moved(place: Passage | None) -> Passage | None:
        return Passage(place.start + len(PREFIX), place.end + len(PREFIX)) if place else None

    def with_prefix(brief: Brief) -> Brief:
        links = tuple(replace(w, start=w.start + len(PREFIX), end=w.end + len(PREFIX)) for w in brief.body.wikilinks)
        notes = (replace(n, anchor=replace(n.anchor, passage=moved(n.passage))) for n in brief.annotations)
        body = replace(brief.body, text=PREFIX + brief.body.text, wikilinks=links)
        found: Brief = replace(brief, body=body, annotations=tuple(notes))
        return found

    briefs = tuple(map(with_prefix, catalog.briefs))
    mentions = {
        slug: tuple(replace(m, start=m.start + len(PREFIX), end=m.end + len(PREFIX)) for m in found)
        for slug, found in web.mentions.items()
    }
    return dataclasses.replace(
        context,
        catalog=replace(catalog, briefs=briefs, brief_of={b.slug: b for b in briefs}),
        web=replace(web, mentions=mentions),
    )


def test_lists_of_notes_show_the_words_that_notes_are_on_and_no_other_text(context: SiteContext) -> None:
    lists = [unit for unit in plan_units(context) if ROUTE_OF[unit.route].noted]
    assert {unit.route for unit in lists} == {
        "notes",
        "notes of one kind",
        "notes by one author",
        "notes on one entity",
        "home",
    }
    moved, other = with_moved_texts(context), with_other_texts(context, set())
    facts = UnitFacts(context)
    for unit in lists:
        assert tuple(unit_pages(moved, unit)) == tuple(unit_pages(context, unit)), unit
        assert UnitFacts(moved).key(unit) == facts.key(unit), unit
        if ROUTE_OF[unit.route].has(other, unit.key):
            assert tuple(unit_pages(other, unit)) != tuple(unit_pages(context, unit)), unit
        assert UnitFacts(other).key(unit) != facts.key(unit), unit


def test_of_each_route_it_is_known_whose_texts_it_shows() -> None:
    """But of pages of the site's own, which lead to headings, and of news, which go with the time."""
    unknown = {route.name for route in ROUTE_OF.values() if route.texts is None and not route.noted}
    assert unknown == {"own page", "own page as Markdown", "news sitemap"}


def test_a_route_that_named_too_few_texts_would_be_found(context: SiteContext) -> None:
    """The briefs of another text are seen on every page that shows texts at all."""
    shown = {unit.route for unit, texts in declared(context) if texts}
    seen = set()
    for unit, texts in declared(context):
        other = with_other_texts(context, set())
        # The notes on an entity may all be on another one then.
        is_there = ROUTE_OF[unit.route].has(other, unit.key)
        if texts and (not is_there or tuple(unit_pages(other, unit)) != tuple(unit_pages(context, unit))):
            seen.add(unit.route)
    assert seen == shown


def test_another_text_changes_the_keys_of_the_units_that_name_it_alone(context: SiteContext) -> None:
    facts = UnitFacts(context)
    for brief in context.catalog.briefs:
        kept = {b.slug for b in context.catalog.briefs} - {brief.slug}
        changed = with_other_texts(context, kept)
        after = UnitFacts(replace_web(changed, context))
        for unit, texts in declared(context):
            assert (facts.key(unit) == after.key(unit)) is (brief.slug not in texts), (brief.slug, unit)


def replace_web(changed: SiteContext, before: SiteContext) -> SiteContext:
    """The same with the links of before: which texts link to a brief is no matter of this test."""
    found = SiteContext(
        changed.catalog,
        replace(changed.web, backlinks=before.web.backlinks),
        changed.config,
        changed.now,
        changed.drafts,
        changed.catalogue,
        changed.receipts,
    )
    found.__dict__.update({name: getattr(before, name) for name in COUNTED})
    return found


def with_other_headlines(context: SiteContext, kept: set[str]) -> SiteContext:
    """A site in which all briefs but some have another headline; what links and answers mean is as it was."""
    catalog = context.catalog
    briefs = tuple(b if b.slug in kept else replace(b, title=f"Other words than {b.slug}") for b in catalog.briefs)
    other = context.with_catalog(replace(catalog, briefs=briefs, brief_of={b.slug: b for b in briefs}))
    other.use_related({brief.slug: context.related(brief.slug) for brief in briefs})
    return other


def with_headlines(context: SiteContext) -> list[tuple[Unit, set[str]]]:
    """Units that name the briefs whose headlines they show, with these and those to which these link."""
    routes = ((unit, ROUTE_OF[unit.route].headlines) for unit in plan_units(context))
    shown = [(unit, set(named(context, unit.key))) for unit, named in routes if named]
    return [(unit, {to for slug in own for to in (slug, *_led_to(context, slug))}) for unit, own in shown]


def _led_to(context: SiteContext, slug: str) -> set[str]:
    return {to for to, _ in context.web.leads[slug]} - {""}


def test_pages_show_no_headlines_but_those_that_their_route_names(context: SiteContext) -> None:
    units = with_headlines(context)
    assert {unit.route for unit, _ in units} >= {
        "brief",
        "twin",
        "annotations of a brief",
        "picture",
        "entity",
        "feed of entity",
        "tag",
        "archive",
        "source",
        "figure",
        "notes on one entity",
    }
    for unit, kept in units:
        pages = tuple(unit_pages(context, unit))
        assert tuple(unit_pages(with_other_headlines(context, kept), unit)) == pages, unit


def test_another_headline_changes_the_facts_of_the_units_that_name_it_alone(context: SiteContext) -> None:
    facts, every = UnitFacts(context), {b.slug for b in context.catalog.briefs}
    named = dict(with_headlines(context))
    assert sum(len(kept) < len(every) for kept in named.values()) > len(named) / 2
    for slug in every:
        after = UnitFacts(with_other_headlines(context, every - {slug}))
        assert facts.common == after.common
        assert facts.headlines != after.headlines
        for unit in plan_units(context):
            same = facts.headlines_of(unit) == after.headlines_of(unit)
            assert same is (slug not in named.get(unit, every)), (slug, unit)


@pytest.mark.parametrize(
    "links",
    [(("second-turbine", ""),), (("", ""),), (("second-turbine", "other headings"),)],
)
def test_where_a_link_leads_is_a_fact_of_the_units_that_show_its_brief(
    context: SiteContext, links: tuple[tuple[str, str], ...]
) -> None:
    slug = context.catalog.briefs[0].slug
    web = replace(context.web, leads={**context.web.leads, slug: (*context.web.leads[slug], *links)})
    before, after = UnitFacts(context), UnitFacts(dataclasses.replace(context, web=web))
    assert before.headlines != after.headlines
    assert before.common == after.common
    named = {unit: set(of(context, unit.key)) for unit in plan_units(context) if (of := ROUTE_OF[unit.route].headlines)}
    for unit, own in named.items():
        assert (before.headlines_of(unit) == after.headlines_of(unit)) is (slug not in own), unit


def with_other_entries(context: SiteContext, kept: set[str]) -> SiteContext:
    """A site in which the entries of all entities but some say something else than names."""
    catalog = context.catalog

    def other(entity: Entity) -> Entity:
        if entity.id in kept:
            return entity
        found: Entity = replace(
            entity,
            description=f"Other words than {entity.id}.",
            same_as=(f"https://other.example/{entity.id}",),
            website="https://other.example/",
            ticker="OTHR",
            place=Place("briefings/entities.yaml", entity.place.line + 7, 1),
        )
        return found

    entities = tuple(map(other, catalog.entities))
    entity_of = {name: other(entity) for name, entity in catalog.entity_of.items()}
    changed = context.with_catalog(replace(catalog, entities=entities, entity_of=entity_of))
    changed.use_related({brief.slug: context.related(brief.slug) for brief in catalog.briefs})
    return changed


def with_entries(context: SiteContext) -> list[tuple[Unit, set[str]]]:
    routes = ((unit, ROUTE_OF[unit.route].entries) for unit in plan_units(context))
    return [(unit, set(named(context, unit.key))) for unit, named in routes if named]


def test_pages_show_no_entries_but_those_that_their_route_names(context: SiteContext) -> None:
    units = with_entries(context)
    every = {entity.id for entity in context.catalog.entities}
    assert {unit.route for unit, _ in units} >= {
        *("brief", "twin", "annotations of a brief", "picture", "archive", "entity", "feed of entity", "tag"),
        *("feed of tag", "source", "figure", "notes on one entity", "story", "person"),
    }
    seen = set()
    for unit, kept in units:
        pages = tuple(unit_pages(context, unit))
        assert tuple(unit_pages(with_other_entries(context, kept), unit)) == pages, unit
        if kept and tuple(unit_pages(with_other_entries(context, every - kept), unit)) != pages:
            seen.add(unit.route)
    assert seen == {unit.route for unit, kept in units if kept} == {"brief", "entity"}


def test_another_entry_changes_the_keys_of_the_units_that_name_it_alone(context: SiteContext) -> None:
    facts, every = UnitFacts(context), {entity.id for entity in context.catalog.entities}
    named = dict(with_entries(context))
    for entity in every:
        after = UnitFacts(with_other_entries(context, every - {entity}))
        assert facts.common == after.common
        for unit in plan_units(context):
            if key := facts.key(unit):
                assert (key == after.key(unit)) is (entity not in named.get(unit, every)), (entity, unit)


def test_where_an_entry_is_in_its_file_changes_no_key(context: SiteContext) -> None:
    catalog = context.catalog
    entities = tuple(replace(one, place=Place(one.place.path, 99, 1)) for one in catalog.entities)
    entity_of = {one.id: one for one in entities}
    moved = context.with_catalog(
        replace(catalog, entities=entities, entity_of={n: entity_of[one.id] for n, one in catalog.entity_of.items()})
    )
    before, after = UnitFacts(context), UnitFacts(moved)
    assert [before.key(unit) for unit in plan_units(context)] == [after.key(unit) for unit in plan_units(moved)]


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Another"},
        {"type": "law"},
        {"aliases": ("Another",)},
        {"parent": "harbour-city"},
        {"was": ("Another",)},
        {"ambiguous": ("Another",)},
        {"requires": ("another",)},
    ],
)
def test_another_name_of_an_entity_changes_every_key(context: SiteContext, change: dict[str, object]) -> None:
    catalog = context.catalog
    other = replace(catalog.entities[0], **change)
    entity_of = {name: other if one.id == other.id else one for name, one in catalog.entity_of.items()}
    changed = context.with_catalog(replace(catalog, entities=(other, *catalog.entities[1:]), entity_of=entity_of))
    assert UnitFacts(context).common != UnitFacts(changed).common


@pytest.mark.parametrize(
    "change",
    [
        partial(replace, title="Another/headline"),
        partial(replace, summary="Another summary."),
        partial(replace, aliases=("another name",)),
        partial(replace, draft=True),
    ],
)
def test_another_front_matter_changes_every_key(context: SiteContext, change: partial[Brief]) -> None:
    catalog = context.catalog
    briefs = (change(catalog.briefs[0]), *catalog.briefs[1:])
    other = context.with_catalog(replace(catalog, briefs=briefs, brief_of={b.slug: b for b in briefs}))
    before, after = UnitFacts(context), UnitFacts(other)
    assert before.common != after.common
    assert all(before.key(unit) != after.key(unit) for unit, _ in declared(context))
