"""Old addresses: which are kept, which are refused and why, and who keeps one that two claim."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from annotated_briefings.base.config import Config
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_tags
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import build_catalog
from annotated_briefings.site.model.relations import connect
from annotated_briefings.site.redirects import Redirects, find_redirects

PAGES = ("/", "/tags/", "/briefs/a/", "/briefs/b/", "/briefs/v1.2/", "/robots.txt", "/entities/acme/")


def brief(name: str, head: str) -> Brief:
    found, _ = parse_brief(Source(f"briefings/{name}.md", f"---\ntitle: {name.upper()}\n{head}\n---\nBoats.\n"))
    assert found is not None
    return found


def redirects(briefs: Sequence[Brief], entities: str = "", tags: str = "", pages: Sequence[str] = PAGES) -> Redirects:
    declared = parse_entities(Source("briefings/entities.yaml", entities))[0]
    listed = parse_tags(Source("briefings/tags.yaml", tags))[0]
    catalog = build_catalog(briefs, declared, listed)
    web = connect(catalog, {b.slug: () for b in catalog.briefs})
    context = SiteContext(catalog, web, Config(), datetime(2026, 5, 1, tzinfo=UTC), False, {}, {})
    return find_redirects(context, declared, pages, {})


def reported(found: Redirects) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found.diagnostics]


@pytest.mark.parametrize(
    ("old", "page"),
    [
        ("/briefs/b/index.php", "/briefs/b/"),
        ("/briefs/b/DEFAULT.aspx", "/briefs/b/"),
        ("/index.htm", "/"),
        ("/welcome.html", "/"),
        ("/Briefs/B/", "/briefs/b/"),
        ("/TAGS", "/tags/"),
        ("/briefs/%62/index.html", "/briefs/b/"),
        ("/briefs/B/%69ndex.html", "/briefs/b/"),
    ],
)
def test_an_address_that_a_host_may_serve_in_the_place_of_a_page_is_refused(old: str, page: str) -> None:
    found = redirects([brief("a", f"redirect_from: ['{old}']")])
    assert found.moved == ()
    circle = f"hosts may serve `{old}` in the place of the page `{page}`, and readers would go in a circle"
    assert reported(found) == [("unusable-redirect", circle)]


def test_an_address_that_would_need_a_folder_in_the_place_of_a_file_is_refused() -> None:
    found = redirects([brief("a", "redirect_from: ['/robots.txt/old/']")])
    assert found.moved == ()
    assert reported(found) == [("unusable-redirect", "`/robots.txt/old/` cannot be stored beside `/robots.txt`")]


def test_an_address_without_its_last_slash_is_that_of_a_page_also_where_its_name_has_a_dot() -> None:
    found = redirects([brief("a", "redirect_from: ['/briefs/v1.2']")])
    assert found.moved == ()
    assert reported(found) == [("redirect", "`/briefs/v1.2` is the address of a page")]


@pytest.mark.parametrize(
    ("old", "kept"),
    [
        ("/old/index.html", "/old/index.html"),
        ("/old/a.html", "/old/a.html"),
        ("/briefs/a.html", "/briefs/a.html"),
        ("/caf%C3%A9/", "/café/"),
        ("/two%20words", "/two words/"),
        ("/index/", "/index/"),
    ],
)
def test_other_old_addresses_lead_on(old: str, kept: str) -> None:
    found = redirects([brief("a", f"redirect_from: ['{old}']")])
    assert [(view.url, view.target) for view in found.moved] == [(kept, "/briefs/a/")]
    assert reported(found) == []


@pytest.mark.parametrize("part", ["a" * 201, "字" * 67, "%61" * 201])
def test_an_address_that_no_computer_can_store_is_refused(part: str) -> None:
    found = redirects([brief("a", f"redirect_from: ['/old/{part}/', /fine/]")])
    assert [view.url for view in found.moved] == ["/fine/"]
    [(code, message)] = reported(found)
    assert code == "unusable-redirect"
    assert message.endswith("...` is longer than 200 bytes")


@pytest.mark.parametrize("other", ["/old/", "/old", "/OLD/", "/%6fld/"])
def test_of_two_briefs_that_claim_an_old_address_the_newer_one_keeps_it_and_the_other_is_told(other: str) -> None:
    briefs = [
        brief("a", f"date: 2026-01-01\nredirect_from: ['{other}']"),
        brief("b", "date: 2026-01-02\nredirect_from: [/old/]"),
    ]
    found = redirects(briefs)
    assert [(view.url, view.target) for view in found.moved] == [("/old/", "/briefs/b/")]
    assert reported(found) == [("redirect", f"`{other}` leads to `B` (briefings/b.md) already")]
    assert found.diagnostics[0].place.path == "briefings/a.md"


def test_a_brief_keeps_an_old_address_that_a_former_name_or_an_alias_claims_too() -> None:
    one = brief("a", "redirect_from: [/entities/bolt/, /tags/tide/]\nentities: [Acme]\ntags: [tidal]")
    found = redirects([one], "acme: {name: Acme, was: [Bolt]}\n", "tidal: {label: Tidal, aliases: [tide]}\n")
    assert {view.target for view in found.moved} == {"/briefs/a/"}
    assert reported(found) == [
        ("redirect", "the old address of `Bolt` leads to `A` (briefings/a.md) already"),
        ("redirect", "the old address of `tide` leads to `A` (briefings/a.md) already"),
    ]


def test_no_stub_leads_to_an_address_that_leads_on() -> None:
    ring = "x: {name: X, merged_into: y}\ny: {name: Y, merged_into: x}\n"
    chain = "z: {name: Z, merged_into: zz}\nzz: {name: ZZ, merged_into: acme}\nacme: {name: Acme, was: [Z]}\n"
    found = redirects([brief("a", "entities: [Acme, X, Y]")], ring + chain, pages=("/entities/acme/",))
    assert [(view.url, view.target) for view in found.moved] == [
        ("/entities/z/", "/entities/acme/"),
        ("/entities/zz/", "/entities/acme/"),
    ]
    assert {output_file(view.url) for view in found.moved}.isdisjoint(output_file(view.target) for view in found.moved)


NAMED = (
    "tags: [{0}]\nstory: '{0}'\nsources: [{{outlet: '{0}'}}]\nannotations: [{{quote: Boats, note: N, author: '{0}'}}]"
)


def test_an_address_that_a_name_had_by_its_letters_alone_leads_to_the_one_that_it_has_now() -> None:
    plus, sharp = brief("a", NAMED.format("Canal+")), brief("b", NAMED.format("Canal#"))
    found = redirects([plus])
    assert [(view.url, view.target) for view in found.moved] == [
        ("/notes/by/canal/", "/notes/by/canal-plus/"),
        ("/sources/canal/", "/sources/canal-plus/"),
        ("/stories/canal/", "/stories/canal-plus/"),
        ("/tags/canal/", "/tags/canal-plus/"),
    ]
    assert redirects([plus, sharp]).moved == ()
    assert redirects([plus], pages=[view.url for view in found.moved]).moved == ()


def test_a_long_name_is_found_under_the_address_that_it_had_before() -> None:
    found = redirects([brief("a", f"tags: ['{'word ' * 15}']")])
    assert [view.url for view in found.moved] == [f"/tags/{'-'.join(['word'] * 12)}/"]


def test_a_name_that_had_no_address_before_leaves_none() -> None:
    for name in ("🌊", "++", "\u0301"):
        assert redirects([brief("a", NAMED.format(name))]).moved == ()
    assert redirects([brief("a", "tags: [energy/🌊]")]).moved == ()
