"""The search page on a real web server, under a path of its own."""

import random
import re
from datetime import UTC, datetime
from pathlib import Path

from accessibility import faults_at_another_width, faults_in_all_colours
from playwright.sync_api import Browser, expect
from web_server import Served, watch

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

BRIEFS = 400
"""Of a large site, whose index is in many parts."""


def test_words_filters_and_keys_lead_to_briefs(browser: Browser, served: Served) -> None:
    watched = watch(browser.new_page(), served.base)
    page = watched.page
    page.goto(served.base + "/briefs/second-turbine/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.keyboard.press("/")
    page.keyboard.type("turbine")
    results = page.locator(".results a")
    expect(results.first).to_be_visible()
    expect(page.locator(".search-status")).to_contain_text("Briefs found: 4")
    expect(page.locator(".results mark").first).to_contain_text(re.compile("turbine", re.IGNORECASE))
    page.locator("input[name=entity]").fill("海潮电力")
    page.locator("input[name=entity]").press("Enter")
    expect(page.locator(".search-status")).not_to_contain_text("4")
    assert "entity=" in page.url
    assert "q=turbine" in page.url
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".names a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    for _ in range(page.locator(".names a").count() + 1):
        page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/briefs/[^/]+/"))
    assert watched.faults == []
    page.close()


def test_an_address_with_words_in_it_can_be_passed_on(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.base + "/search/?q=ordered&tag=Cables")
    expect(page.locator(".results a")).to_have_count(1)
    expect(page.locator("input[name=tag]")).to_have_value("Cables")
    page.locator("#q").fill("xyzzy")
    expect(page.locator(".search-status")).to_contain_text("No brief contains these words.")
    page.close()


def test_a_brief_in_chinese_is_found_on_its_own_words(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.base + "/search/?q=电缆")
    expect(page.locator(".results a")).to_have_text(["海潮电力交付第一批电缆"])
    page.close()


def test_nothing_that_is_held_back_is_found(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    for words in ("Secret", "embargo"):
        page.goto(f"{served.base}/search/?q={words}")
        expect(page.locator(".search-status")).to_contain_text("No brief contains these words.")
    page.close()


def test_a_result_opens_at_the_words(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.base + "/search/?q=turbine")
    expect(page.locator(".results a").first).to_have_attribute("href", re.compile(r"/#:~:text=.*urbine"))
    page.close()


def test_the_search_works_from_a_disk_too(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto((served.folder / "search" / "index.html").as_uri() + "?q=turbine")
    expect(page.locator(".search-status")).to_contain_text("Briefs found: 4")
    page.close()


def test_the_page_of_results_is_accessible_on_all_screens(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    for query, shows in (("tideworks", ".names a"), ("turbinne", ".meant a"), ("&tag=Cables", ".results a")):
        page.goto(f"{served.base}/search/?q={query}")
        expect(page.locator(shows).first).to_be_visible()
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            look = faults_in_all_colours if width == 390 else faults_at_another_width
            assert look(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_query_of_a_large_site_loads_a_small_part_of_its_index(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    """The search index is split, so that the first query on a large site loads a small part of it. (SR-07)"""
    rng = random.Random(3)
    words = [f"w{number}x" for number in range(6000)]
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Large\nleave_out: [markdown, topic_feeds, sources, days]\n", "utf-8")
    for number in range(BRIEFS):
        body = " ".join(rng.choices(words, k=400))
        (tmp_path / "briefings" / f"p{number}.md").write_text(
            f"---\ntitle: P {number}\ndate: 2026-07-18\nsummary: In short.\n---\n\n{body}\n", "utf-8"
        )
    out = served.folder.parent / "large"
    report = build(BuildRequest(tmp_path, datetime(2026, 8, 1, tzinfo=UTC), output=out))
    assert (report.briefs, report.failed) == (BRIEFS, False)
    index = sum(path.stat().st_size for path in (out / "search").rglob("*.js"))
    loaded: list[int] = []
    page = browser.new_page()
    page.on(
        "response",
        lambda answer: (
            loaded.append(int(answer.headers.get("content-length", 0)))
            if "/search/" in answer.url and "?" not in answer.url
            else None
        ),
    )
    page.goto(served.base.removesuffix("base") + "large/search/?q=w42x")
    expect(page.locator(".results a").first).to_be_visible()
    found = sum(
        " w42x " in f" {path.read_text('utf-8').split('---')[2]} ".replace("\n", " ")
        for path in (tmp_path / "briefings").glob("*.md")
    )
    expect(page.locator(".search-status")).to_contain_text(f"Briefs found: {found}")
    assert index < BRIEFS * 8_000
    assert 0 < sum(loaded) < index / 4, (sum(loaded), index)
    page.close()


def test_readers_without_scripts_are_told_what_they_have_and_not_what_scripts_do(
    browser: Browser, served: Served
) -> None:
    shown = {}
    for scripts in (True, False):
        page = browser.new_page(java_script_enabled=scripts)
        page.goto(served.base + "/search/")
        shown[scripts] = (page.locator("#search-help").is_visible(), page.locator(".empty").count())
        page.close()
    assert shown == {True: (True, 0), False: (False, 1)}
