"""What readers type on a made site of hundreds of briefs in nine languages, and what they find."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from search_site import queries, write_search_site
from web_server import Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

BRIEFS = 400


@pytest.fixture(scope="module")
def large(browser: Browser, served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of the large site."""
    site = tmp_path_factory.mktemp("large")
    write_search_site(site, BRIEFS)
    report = build(BuildRequest(site, datetime(2027, 1, 1, tzinfo=UTC), output=served.folder.parent / "many"))
    assert (report.briefs, report.failed) == (BRIEFS, False)
    page = browser.new_page()
    page.goto(served.base.removesuffix("base") + "many/search/")
    yield page
    page.close()


ASK = """async texts => {
  const status = document.querySelector(".search-status");
  const drawn = () => new Promise(next => setTimeout(next));
  const found = [];
  for (const text of texts) {
    status.textContent = "";
    document.querySelector("#q").value = text;
    document.querySelector("#search form").requestSubmit();
    while (!/Briefs found|No brief/.test(status.textContent)) await drawn();
    const count = Math.min(10, Number((/\\d+/.exec(status.textContent) || ["0"])[0]));
    while (document.querySelectorAll(".results > li").length !== count) await drawn();
    const links = path => [...document.querySelectorAll(path)].map(link => link.href);
    found.push([links(".names a"), links(".results .card-title a")]);
  }
  return found;
}"""
"""Asks one query after the other; the addresses of the names and of the briefs that each finds."""


def ask_all(page: Page, texts: list[str]) -> list[tuple[list[str], list[str]]]:
    """The addresses of the names and the slugs of the briefs that each query finds."""
    return [
        (
            [unquote(name).partition("/many")[2] for name in names],
            [unquote(brief).partition("/briefs/")[2].partition("/")[0] for brief in briefs],
        )
        for names, briefs in page.evaluate(ASK, texts)
    ]


def ask(page: Page, text: str) -> tuple[list[str], list[str]]:
    """The same for one query."""
    return ask_all(page, [text])[0]


def test_every_query_finds_its_briefs_and_no_others(large: Page) -> None:
    asked = queries()
    wanted = found = 0
    nonsense: list[tuple[str, list[str]]] = []
    wrong: set[str] = set()
    for query, (names, briefs) in zip(asked, ask_all(large, [one.text for one in asked]), strict=True):
        wanted += len(query.briefs)
        found += len(query.briefs & {*briefs})
        if {*briefs} - query.briefs:
            nonsense.append((query.text, briefs))
        if {*briefs} != query.briefs or (query.page and names[:1] != [query.page]):
            wrong.add(query.text)
    assert len(asked) > 200
    assert nonsense == []
    assert found == wanted
    assert wrong == set()


def test_a_near_name_or_word_is_offered_where_nothing_is_found(large: Page) -> None:
    for typed, meant in (
        *(("Tidewroks", "Tideworks"), ("turbinne", "turbine"), ("aldra couriar", "aldra Courier")),
        ("Gezeiten", "gezeitenkraftwerk"),  # the first part of a compound
    ):
        assert ask(large, typed) == ([], [])
        expect(large.locator(".meant a")).to_have_text(meant)
    ask(large, "Xqvwzzz")
    expect(large.locator(".meant")).to_be_hidden()
    large.locator("#q").fill("Tidewroks")
    large.locator(".meant a").click()
    large.wait_for_url("**/search/?q=Tideworks")
    expect(large.locator(".names a")).to_have_text(["Tideworks"])


def test_names_are_found_while_they_are_typed(large: Page) -> None:
    assert ask(large, "tid")[0] == ["/entities/tideworks/", "/stories/the-tidal-plant/"]
    assert ask(large, "t")[0] == []


@pytest.mark.parametrize(
    ("address", "briefs"),
    [
        ("?entity=Tideworks&q=costs", {"costs"}),
        ("?entity=twk", {"turbine", "costs"}),
        ("?tag=Culture", {"library"}),
        ("?story=The+tidal+plant", {"costs"}),
        ("?source=Aldra+Courier", {"courier"}),
        ("?source=Nobody", set()),
        ("?entity=Big+%22Bo%22+Rauk", {"radar"}),
        ("?tag=South+%22pier%22", {"radar"}),
        ("?source=Out%5CBack", {"radar"}),
        ("?lang=tr&q=grev", {"liman"}),
        ("?lang=en&q=grev", set()),
        ("?lang=he", {"aliyot", "nimal"}),
        ("?q=quay&from=2026-02-01", {"station"}),
        ("?q=quay&to=2026-01-31", {"ferry"}),
    ],
)
def test_filters_narrow_the_search(large: Page, address: str, briefs: set[str]) -> None:
    large.goto(large.url.partition("?")[0] + address)
    expect(large.locator(".search-status")).to_have_text(re.compile(r"Briefs found|No brief"))
    expect(large.locator(".results > li")).to_have_count(len(briefs))
    links = large.eval_on_selector_all(".results .card-title a", "all => all.map(link => link.href)")
    assert {link.partition("/briefs/")[2].partition("/")[0] for link in links} == briefs
    for part in address.removeprefix("?").split("&"):
        assert part in large.url or part == "entity=twk"


def test_a_filter_suggests_names_as_they_are_typed(large: Page) -> None:
    options = "all => all.map(option => option.value)"
    large.goto(large.url.partition("?")[0])
    large.locator("#q").focus()
    expect(large.locator("input[name=tag]")).to_be_visible()
    assert large.eval_on_selector_all("#tag-names option", options) == [
        "++",
        "C",
        "C#",
        "C++",
        "Culture",
        "Energy",
        'South "pier"',
        "🦀",
    ]
    large.locator("input[name=tag]").press_sequentially("pi")
    expect(large.locator("#tag-names option")).to_have_count(1)
    assert large.eval_on_selector_all("#tag-names option", options) == ['South "pier"']
    large.locator("input[name=tag]").fill("energy")
    large.locator("input[name=tag]").press("Enter")
    expect(large.locator("input[name=tag]")).to_have_value("Energy")
    expect(large.locator(".results > li")).to_have_count(1)


def test_a_brief_that_is_gone_since_takes_no_others_with_it(large: Page) -> None:
    large.route("**/search/briefs/*.js", lambda route: route.abort())
    large.goto(large.url.partition("?")[0] + "?q=quay")
    expect(large.locator(".search-status")).to_have_text("Briefs found: 2")
    expect(large.locator(".results > li")).to_have_count(0)
    large.unroute("**/search/briefs/*.js")


def test_the_newest_briefs_may_stand_first(large: Page) -> None:
    for order, briefs in (("", ["ferry", "station"]), ("&order=newest", ["station", "ferry"])):
        large.goto(large.url.partition("?")[0] + "?q=" + "quay" + order)
        expect(large.locator(".results > li")).to_have_count(2)
        links = large.eval_on_selector_all(".results .card-title a", "all => all.map(link => link.href)")
        assert [link.partition("/briefs/")[2].partition("/")[0] for link in links] == briefs
