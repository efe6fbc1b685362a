"""The table of routes: looking up a page finds what the plan makes and nothing else, and so does checking a link."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import LONG

from annotated_briefings.base.config import PARTS, Config, read_config
from annotated_briefings.base.i18n import FIRST, read_words
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Brief, Entity
from annotated_briefings.content.own_page import SitePage, parse_page
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.site.checks.table import CODES
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import build_catalog
from annotated_briefings.site.model.mentions import collect_names, find_mentions
from annotated_briefings.site.model.relations import connect
from annotated_briefings.site.redirects import find_redirects
from annotated_briefings.site.routes import Page, find_page, page_exists, plan_redirects, plan_site, site_view
from annotated_briefings.site.routes.page_table import PAGES
from annotated_briefings.site.routes.route import address_of, key_at
from annotated_briefings.site.routes.table import ROUTES
from annotated_briefings.site.views.items import FeedLinkView
from annotated_briefings.site.views.lists import MovedView

ROOT = Path(__file__).resolve().parents[2]
WORDS = (ROOT / "templates" / "words.yaml").read_text(encoding="utf-8")
CATALOGUE = read_words(Source("words.yaml", WORDS), None)[0]
NOW = datetime(2026, 5, 1, tzinfo=UTC)
EVERYTHING = Config(
    title="Routes",
    base_url="https://example.org/base",
    list_length=1,
    topic_feed_from=1,
    news_sitemap=True,
    language="en",
)
SWITCHES: tuple[dict[str, Any], ...] = (
    *({"leave_out": (part,)} for part in PARTS),
    *({name: value} for name, value in (("base_url", ""), ("search", False), ("social_images", False))),
    {"news_sitemap": False},
    {"leave_out": PARTS, "base_url": "", "search": False},
)
"""Settings that take pages away, one by one and all at once."""

ENTITIES = """
page: {name: Page, type: company}
type: {name: Type, type: person, was: [Kind]}
companies: {name: Companies, type: place}
by: {name: By, type: product, merged_into: page}
Strasse: {name: Straße, type: place}
"""
TAGS = """
page/1: {label: First page, aliases: [old-page]}
page: {label: Page}
type: {label: Type}
page/10/page/2: {label: Deep}
feed: {label: Feed}
"""
STORIES = "page: {title: Pages}\n"
PEOPLE = "page: {name: By, initials: P}\n"
REDIRECTS = (
    "/old/, /old.html, /sitemap-2.xml, /Tags/page/, /tags/page-/1/, /BRIEFS/a/, /briefs/a/card.png, /notes/page/1/"
)
BRIEFS = {
    "a": f"""date: 2026-04-30
author: P
story: page
tags: [page/1, type, energy/solar]
entities: {{about: [Page, Type], mentions: [Companies]}}
sources: [{{title: One, url: 'https://page.example/1', outlet: Page}}, {{title: Two, outlet: Gazette}}]
figures: [{{value: 5, what: staff, source: 1}}, {{value: 9, what: staff, source: 2}}]
annotations:
  - {{quote: Page grew, kind: check, author: Page, note: x}}
  - {{quote: again, kind: question, author: By, note: "see [[Type]]"}}
  - {{quote: second, note: y}}
unknowns: [Who pays?, When?]
corrections: [{{date: 2026-04-30, was: x, now: y}}]
redirect_from: [{REDIRECTS}]""",
    "page": """date: 2026-04-30
story: type
tags: [page, page/10/page/2, feed]
entities: {about: [Page]}
figures: [{value: 6, what: staff}]
answers: [{question: 'Who pays?', answer: The city.}]
sources: [{title: Three, outlet: Page}]""",
    "type": """date: 2025-02
story: page
tags: [page/1]
entities: {about: [Type]}
sources: [{title: Four, outlet: Type}]""",
    "index": "date: 2026\ntags: [page/1]\nlanguage: de",
    "Strasse": "tags: [type]\nentities: {about: [Strasse]}",
    "feed": "",
}


EVERY = 1 if LONG else 20
"""Of so many addresses that look like one of a page, one is looked up."""


@cache
def brief(name: str, head: str) -> Brief:
    text = f"---\ntitle: {name}\nsummary: In short.\n{head}\n---\nPage grew again. A second sentence names Companies.\n"
    found, problems = parse_brief(Source(f"briefings/{name}.md", text))
    assert found is not None, problems
    return found


def context_of(
    briefs: Iterable[Brief],
    config: Config,
    entities: tuple[Entity, ...],
    tags: str = "",
    stories: str = "",
    people: str = "",
    pages: Iterable[SitePage] = (),
) -> SiteContext:
    listed_tags, listed_stories = parse_tags(Source("t.yaml", tags))[0], parse_stories(Source("s.yaml", stories))[0]
    signers = parse_people(Source("p.yaml", people))[0]
    catalog = build_catalog(briefs, entities, listed_tags, listed_stories, people=signers, pages=pages)
    names = collect_names(catalog.entities)
    mentions = {b.slug: find_mentions(b.body.text, names, frozenset()) for b in catalog.briefs}
    return SiteContext(catalog, connect(catalog, mentions), config, NOW, True, CATALOGUE)


@cache
def declared(text: str = ENTITIES) -> tuple[Entity, ...]:
    return parse_entities(Source("e.yaml", text))[0]


def odd_site(config: Config, crossing: bool = True) -> SiteContext:
    """A site whose names are those that routes use in addresses."""
    briefs = [brief(name, head) for name, head in BRIEFS.items()]
    # A story of another format than ours may be called as the numbered pages of another one are.
    if crossing:
        stories = (("more", "page/page/1"), ("z", "page/1"))
        briefs += [replace(brief(name, "date: 2024-01-01"), story=story) for name, story in stories]
    pages = [parse_page(Source(f"pages/{name}.md", "---\ntitle: Own\n---\nText.\n"))[0] for name in ("page", "Feed")]
    return context_of(briefs, config, declared(), TAGS, STORIES, PEOPLE, pages)


def site_in(folder: Path) -> tuple[SiteContext, tuple[Entity, ...]]:
    """A site from its files."""

    def source(path: Path) -> Source:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        return Source(path.relative_to(folder).as_posix(), text)

    read = (parse_brief(source(path))[0] for path in sorted((folder / "briefings").rglob("*.md")))
    entities = parse_entities(source(folder / "briefings" / "entities.yaml"))[0]
    config = read_config(source(folder / "site.yaml"), CODES)[0]
    tags, stories = (source(folder / "briefings" / name).text for name in ("tags.yaml", "stories.yaml"))
    return context_of(filter(None, read), config, entities, tags, stories), entities


def planned(context: SiteContext, entities: tuple[Entity, ...]) -> dict[str, Page]:
    """Every page that a build makes, by path, as a build finds them: all pages first, then what their addresses leave
    over for old ones."""
    pages = {page.path: page for page in plan_site(context)}
    taken = {"/" + path.removesuffix("index.html") for path in pages}
    moved = find_redirects(context, entities, taken, {}).moved
    for page in plan_redirects(context, moved):
        assert page.path not in pages
        pages[page.path] = page
    return pages


def mutated(paths: Iterable[str]) -> Iterator[str]:
    """Paths that are nearly those of pages."""
    yield from ("", "/", "index.html/", "/index.html", "page/1/index.html", "a\0b/index.html", "0000/index.html")
    yield from (
        "2026/00/index.html",
        "2026/04/00/index.html",
        "２０２６/index.html",
        "sitemap-1.xml",
        "sitemap",
        "_headers/",
    )
    for path in paths:
        folder, _, name = path.rpartition("/")
        parts = folder.split("/")
        base = f"{folder}/" if folder else ""
        yield from (path.upper(), path.casefold(), path + "x", path + "/", "/" + path, path[:-1], "x" + path, folder)
        yield from (f"{base}{number}/{name}" for number in ("page/1", "page/2", "page/0", "page/01", "page/99", "page"))
        yield from (
            base + other for other in ("index.html", "index.md", "feed.xml", "feed.json", "rss.xml", "card.png")
        )
        yield from ("/".join((*parts[:at], *parts[at + 1 :], name)) for at in range(len(parts)))
        yield from (re.sub(r"page/", "page-/", path), re.sub(r"page-/", "page/", path), f"{base}annotations.json")


def check(
    context: SiteContext, entities: tuple[Entity, ...], paths: Iterable[str] | None = None, every: int = 1
) -> None:
    """The rule: what the plan makes is found with the same view, and nothing else is; tried with other paths that are
    like one in ``every`` of those of pages."""
    plan = planned(context, entities)
    for path in paths if paths is not None else plan:
        assert find_page(context, path, entities) == plan[path], path
        assert page_exists(context, path, entities), path
    like = list(plan if paths is None else paths)[::every]
    # Old addresses that a page takes the place of, if need be on a computer that knows no case.
    old = (output_file(moved.url) for moved in find_redirects(context, entities, (), {}).moved)
    tried = [path for path in dict.fromkeys((*mutated(like), *old)) if path not in plan]
    assert [path for path in tried if find_page(context, path, entities) is not None] == []
    assert [path for path in tried if page_exists(context, path, entities)] == []


@pytest.mark.slow
@pytest.mark.parametrize("switched", [{}, *SWITCHES], ids=str)
def test_the_lookup_finds_what_the_plan_makes_and_nothing_else(switched: dict[str, Any]) -> None:
    check(odd_site(replace(EVERYTHING, **switched)), declared(), every=EVERY * (6 if switched else 1))


def test_the_odd_site_has_a_page_of_every_route() -> None:
    context = odd_site(EVERYTHING)
    assert [route.name for route in ROUTES if not list(route.units(context))] == []
    # And every list goes over several pages, which have addresses of their own.
    numbered = {page.template for page in plan_site(context) if re.search(r"(^|/)page/\d+/index.html$", page.path)}
    assert numbered >= {"archive.html", "briefs.html", "entity.html", "tag.html", "stories.html", "notes.html"}


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "every"), [("tests/golden/site", 16), ("docs", 60), (".", 100)])
def test_the_lookup_finds_every_page_of_real_sites(folder: str, every: int) -> None:
    context, entities = site_in(ROOT / folder)
    assert len(context.catalog.briefs) > 2
    check(context, entities, every=max(1, every // 10) if LONG else every)


def test_the_lookup_of_an_empty_site_finds_what_its_plan_makes() -> None:
    check(context_of((), EVERYTHING, ()), ())
    check(context_of((), replace(EVERYTHING, base_url=""), ()), ())


NAMES = st.sampled_from(
    ["page", "type", "page/1", "by", "of", "feed", "on", "2026", "index.html", "Ärger", "ärger", "a-b"]
)
DATES = st.sampled_from(["", "2026-04-30", "2026-04-29", "2026-03", "2025"])


@st.composite
def sites(draw: st.DrawFn) -> tuple[SiteContext, tuple[Entity, ...]]:
    """Small sites of names that mean something in addresses."""
    ids = sorted({name for name in draw(st.lists(NAMES, max_size=4)) if "/" not in name})
    entities = declared("".join(f"'{name}': {{name: The {name}, type: place, was: [{name}x]}}\n" for name in ids))
    briefs = []
    for number in range(draw(st.integers(0, 4))):
        old = draw(st.lists(NAMES.map(lambda name: f"/tags/{name}/"), max_size=2))
        about = f"entities: {{about: {draw(st.lists(st.sampled_from(ids), max_size=2)) if ids else []}}}"
        head = f"date: {draw(DATES)}\ntags: {draw(st.lists(NAMES, max_size=3))}\n{about}\nredirect_from: {old}"
        briefs.append(
            replace(brief(f"b{number}", head), story=draw(st.sampled_from(["", "page", "page/1", "a/page/1", "a"])))
        )
    tags = sorted(set(draw(st.lists(NAMES, max_size=4))))
    config = replace(EVERYTHING, **draw(st.sampled_from([dict[str, Any](), *SWITCHES])))
    return context_of(
        briefs, config, entities, "".join(f"'{name}': {{label: Tag {name}}}\n" for name in tags)
    ), entities


@pytest.mark.slow
@settings(max_examples=25)
@given(sites(), st.data())
def test_the_lookup_of_any_site_finds_what_its_plan_makes(
    site: tuple[SiteContext, tuple[Entity, ...]], data: st.DataObject
) -> None:
    paths = sorted(planned(*site))
    check(*site, data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=12, unique=True)))


@given(st.sampled_from(ROUTES), st.text("abc/-1é", min_size=1))
def test_a_key_is_read_from_the_address_that_is_made_with_it(route: object, key: str) -> None:
    assert hasattr(route, "address")
    assert key_at(route.address, address_of(route.address, key)) == (key if "{" in route.address else "")


def test_every_page_shows_the_view_that_its_route_names() -> None:
    context = odd_site(EVERYTHING)
    for route in ROUTES:
        pages = [page for unit in route.units(context) for page in route.pages(context, unit.key)]
        kinds = {route.view: route.template, **{copy.view: copy.template for copy in route.copies}}
        assert {type(page.view): page.template for page in pages} == kinds, route.name


def test_the_key_of_a_route_alone_says_whether_there_is_a_page() -> None:
    context = odd_site(EVERYTHING)
    for route in ROUTES:
        keys = [unit.key for unit in route.units(context)]
        assert keys == list(dict.fromkeys(keys)), route.name
        assert all(route.has(context, key) for key in keys), route.name
        assert not any(route.has(context, f"{key}-no") for key in keys), route.name


def test_names_of_routes_are_different() -> None:
    assert len({route.name for route in ROUTES}) == len(ROUTES)


@pytest.mark.parametrize("place", ["navigation", "footer", "text_list"])
def test_lists_in_the_navigation_have_a_place_a_title_and_one_page(place: str) -> None:
    chosen = [route for route in PAGES if getattr(route, place)]
    taken = sorted(getattr(route, place) for route in chosen)
    free = min(set(range(1, len(chosen) + 2)) - set(taken))
    assert taken == list(range(1, len(chosen) + 1)), (
        f"`{place}` is counted without gaps: the next free number is {free}"
    )
    for route in chosen:
        assert "{" not in route.address
        known = CATALOGUE[FIRST].has(route.name)
        assert known, f"`{route.name}` is no key: write the title of the list under it in templates/words.yaml"


def feeds_of(view: object) -> Iterable[FeedLinkView]:
    return getattr(view, "feeds", ())


@pytest.mark.parametrize("switched", [{}, *SWITCHES], ids=str)
def test_every_page_in_the_navigation_and_every_feed_of_a_page_is_there(switched: dict[str, Any]) -> None:
    context = odd_site(replace(EVERYTHING, **switched), crossing=False)
    site, plan = site_view(context, "1"), planned(context, declared())
    for link in (*site.nav, *site.more):
        assert link.url[1:] + "index.html" in plan
    shown = {link.url[1:] for view in (site, *(page.view for page in plan.values())) for link in feeds_of(view)}
    old = {page.view.url[1:] for page in plan.values() if isinstance(page.view, MovedView)}
    feeds = {path for path in plan if path.endswith(("feed.xml", "feed.json", "rss.xml"))}
    # Those at old addresses are for programs that know them.
    assert shown == {path for path in feeds if path.rpartition("/")[0] + "/" not in old}


def test_pages_that_have_no_one_address_have_no_place_in_a_list() -> None:
    [route] = [one for one in PAGES if one.address == "/briefs/{slug}/"]
    listings: tuple[Callable[[], object], ...] = (
        lambda: dataclasses.replace(route, navigation=1),
        lambda: dataclasses.replace(route, footer=1),
        lambda: dataclasses.replace(route, text_list=1),
    )
    for listing in listings:
        with pytest.raises(ValueError, match="no list can link to") as refused:
            listing()
        assert str(refused.value) == (
            "no list can link to `/briefs/{slug}/`: list a second route, for the index of these pages"
        )


def test_a_page_in_a_list_is_named_by_the_key_of_its_title() -> None:
    [route] = [one for one in PAGES if one.address == "/follow/"]
    unlisted = dataclasses.replace(route, footer=0, name="first briefs")
    listings: tuple[Callable[[], object], ...] = (
        lambda: dataclasses.replace(unlisted, navigation=1),
        lambda: dataclasses.replace(unlisted, footer=1),
        lambda: dataclasses.replace(unlisted, text_list=1),
    )
    for listing in listings:
        with pytest.raises(ValueError, match="no list can link to") as refused:
            listing()
        assert str(refused.value) == (
            "no list can link to `first briefs`: name the route by the key of its title in words.yaml"
        )
