"""The search page on a real web server, under a path of its own."""

import re

from playwright.sync_api import Browser, expect
from serving import Served, watch


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
    expect(page.locator(".search-status")).to_contain_text("Briefs found: 3")
    expect(page.locator(".results mark").first).to_contain_text(re.compile("turbine", re.IGNORECASE))
    page.locator("select[name=entity]").select_option("海潮电力")
    expect(page.locator(".search-status")).not_to_contain_text("3")
    assert "entity=" in page.url
    assert "q=turbine" in page.url
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefs/*/")
    assert watched.faults == []
    page.close()


def test_an_address_with_words_in_it_can_be_passed_on(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.base + "/search/?q=cables&tag=Cables")
    expect(page.locator(".results a")).to_have_count(1)
    expect(page.locator("select[name=tag]")).to_have_value("Cables")
    page.locator("#q").fill("xyzzy")
    expect(page.locator(".search-status")).to_contain_text("No brief holds these words.")
    page.close()


def test_a_brief_in_chinese_is_found_on_its_own_words(browser: Browser, served: Served) -> None:
    # Pagefind keeps an index for each language and searches that of the page; the site's own is English.
    page = browser.new_page()
    page.goto(served.base + "/search/?q=电缆")
    expect(page.locator(".results a")).to_have_text(["海潮电力交付第一批电缆"])
    page.close()


def test_nothing_that_is_held_back_is_found(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    for words in ("Secret", "embargo"):
        page.goto(f"{served.base}/search/?q={words}")
        expect(page.locator(".search-status")).to_contain_text("No brief holds these words.")
    page.close()
