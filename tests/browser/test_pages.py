"""Every page of a site in a real browser."""

from pathlib import Path

from accessibility import faults_in_all_colours
from playwright.sync_api import Browser, Page, expect
from web_server import Served, watch

STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(e => e.getAttribute("tabindex") !== "-1")
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest("details:not([open]) > :not(summary)"))
  .map((e, n) => { e.dataset.stop = n; return n })"""
BRIEF = "/briefs/second-turbine/"


def test_no_page_breaks_a_rule_of_accessibility_in_light_or_dark(browser: Browser, served: Served) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    found = []
    for path in served.kinds:
        page.goto(served.base + path)
        # The reading settings lie over the page; they have a test of their own.
        page.evaluate("() => document.querySelectorAll('details:not(.settings)').forEach(e => { e.open = true })")
        found += faults_in_all_colours(page)
    page.close()
    assert found == []


def test_no_page_is_wider_than_its_window(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    wide = []
    for path in served.kinds:
        page.goto(served.base + path)
        for width in (320, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((path, width))
    page.close()
    assert wide == []


def test_no_page_raises_an_error_breaks_its_policy_or_asks_another_host(browser: Browser, served: Served) -> None:
    watched = watch(browser.new_page(), served.base)
    for path in served.kinds:
        watched.page.goto(served.base + path, wait_until="networkidle" if path == "/search/" else "load")
    watched.page.close()
    # Asking for the page of missing pages by its own name is the only request here that is no success.
    assert watched.faults == []


def test_every_link_and_field_is_reached_by_the_keyboard_and_shows_that_it_is(browser: Browser, served: Served) -> None:
    for path in ("/", BRIEF, "/entities/tideworks/", "/search/", "/stories/second-turbine/"):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(served.base + path)
        wanted = page.evaluate(STOPS)
        reached = set()
        # A field for a date has one stop for each of its parts, and filters come once somebody is in the search.
        for _ in range(len(wanted) + 30):
            page.keyboard.press("Tab")
            stop, line = page.evaluate(
                "() => { const e = document.activeElement, s = getComputedStyle(e);"
                " return [e.dataset.stop, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2] }"
            )
            if stop is not None:
                assert line, (path, stop)
                reached.add(int(stop))
        page.close()
        assert reached == set(wanted), path


def test_an_address_within_a_page_is_shown_at_once(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.base + BRIEF)
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.close()


def test_a_printed_brief_holds_its_receipts_notes_and_web_addresses_and_no_menus(
    browser: Browser, served: Served
) -> None:
    page = browser.new_page()
    page.goto(served.base + BRIEF)
    page.emulate_media(media="print")
    expect(page.locator(".main-nav")).to_be_hidden()
    expect(page.locator(".foot-nav")).to_be_hidden()
    expect(page.locator(".proof").first).to_be_visible()
    expect(page.locator(".note").first).to_be_visible()
    after = page.evaluate("() => getComputedStyle(document.querySelector('.sources a[href^=http]'), '::after').content")
    assert "https://example.org/cables" in after
    assert len(page.pdf()) > 10_000
    page.close()


def test_each_page_speaks_the_language_of_its_brief(browser: Browser, served: Served) -> None:
    for slug, language, direction, word in (
        ("zweite-turbine", "de", "ltr", "Kernpunkte"),
        ("haichao-cables", "zh", "ltr", "要点"),
        ("turbine-ar", "ar", "rtl", "لماذا يهم"),
        ("second-turbine", "en", "ltr", "Key points"),
    ):
        page = browser.new_page()
        page.goto(f"{served.base}/briefs/{slug}/")
        spoken = page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]")
        assert spoken == [language, direction]
        expect(page.locator("h2", has_text=word).first).to_be_visible()
        page.close()


def test_labels_of_a_drawing_are_where_they_are_whatever_the_page_is_written_in(
    browser: Browser, served: Served
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(served.base + "/entities/tideworks/")
    places = """() => { const from = document.querySelector('.ring').getBoundingClientRect().left;
      return [...document.querySelectorAll('.ring text')].map(
        e => Math.round(e.getBoundingClientRect().left - from)) }"""
    before = page.evaluate(places)
    page.evaluate("() => { document.documentElement.dir = 'rtl' }")
    assert len(before) > 2
    assert page.evaluate(places) == before
    page.close()


def test_a_name_shows_what_it_is_on_hover_and_focus_and_goes_away_with_escape(browser: Browser, served: Served) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(served.base + BRIEF)
    link = page.locator(".text a.entity").first
    card = page.locator(".hover-card")
    link.hover()
    expect(card).to_contain_text("A fictional company that builds tidal turbines.")
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    card.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.mouse.move(1, 1)
    link.focus()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.close()


def test_a_brief_is_copied_as_text_as_markdown_and_as_a_citation(browser: Browser, served: Served) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served.base + BRIEF)

    def copied(label: str) -> str:
        page.get_by_role("button", name=label).click()
        expect(page.locator(".copied")).to_have_text("Copied")
        text: str = page.evaluate("() => navigator.clipboard.readText()")
        page.evaluate("() => { document.querySelector('.copied').textContent = '' }")
        return text

    assert copied("Copy citation").endswith(f"Golden briefings. March 2026. {served.base}{BRIEF}")
    assert copied("Copy as Markdown") == (served.folder / "briefs/second-turbine/index.md").read_text(encoding="utf-8")
    text = copied("Copy as text")
    assert text.startswith("Tideworks orders cables: a second turbine nears\n\n")
    assert "– The cables come from 海潮电力." in text
    assert "[1] Definition: " in text
    assert text.index("Key points") < text.index("– The cables come from") < text.index("Sources\n\n")
    assert text.rstrip().endswith(served.base + BRIEF)
    context.close()


def test_everything_is_there_without_scripts(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.base + BRIEF)
    page.locator(".points summary").first.click()
    expect(page.locator(".proof").first).to_be_visible()
    expect(page.locator(".note").first).to_be_visible()
    page.goto(served.base + "/search/")
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".ways-in a").first).to_be_visible()
    context.close()


def test_styles_and_scripts_stay_small(served: Served) -> None:
    def size(pattern: str) -> int:
        [path] = served.folder.glob(pattern)
        return path.stat().st_size

    # Some 2 kB of them light up receipts that names and emphasis cut into pieces, as many draw figures and calendars,
    # and 4 kB lay briefs out on paper.
    assert size("css/site.*.css") < 44_000
    assert size("js/site.*.js") < 15_000
    assert size("js/reader.*.js") < 8_000
    assert size("js/lists.*.js") < 4_000


def test_from_a_folder_without_a_server_all_works_and_the_search_too(browser: Browser, served: Served) -> None:
    page: Page = browser.new_page()
    root = served.folder.as_uri()
    faults: list[str] = []
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.goto(f"{root}/index.html")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.nameplate')).fontWeight") == "700"
    for link in page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)"):
        path = Path(link.removeprefix("file://").partition("#")[0])
        assert not link.startswith("file://") or path.exists(), link
    page.goto(f"{root}/briefs/second-turbine/index.html")
    expect(page.locator(".note").first).to_be_visible()
    page.goto(f"{root}/search/index.html")
    page.get_by_label("Search briefs").fill("turbine")
    expect(page.locator("#search .results > *").first).to_contain_text("urbine")
    page.close()
    assert faults == []
