"""What readers choose for themselves, and what a site shows them of their last visit."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from accessibility import faults
from page_states import wait_until
from playwright.sync_api import Browser, BrowserContext, Page, expect
from small_site import NOW, Case
from web_server import Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

BRIEF = "/briefs/second-turbine/"
COLOUR = "() => getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 249, 243)", "rgb(21, 22, 26)"
LONG = " ".join(f"Sentence {number} of a note that says much more than its passage does." for number in range(12))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has kept nothing yet; each of its pages is a visit."""
    made = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    yield made
    made.close()


@dataclass
class Edited:
    """A site that is published again and again."""

    case: Case
    output: Path
    address: str

    def brief(self, number: int, extra: str = "", body: str = "One short paragraph about the pier.\n") -> None:
        """Write one brief of a story."""
        head = f"title: Step {number}\ndate: 2026-03-{number:02}\nstory: pier{extra}"
        self.case.brief(f"step-{number}", head, body)

    def publish(self) -> None:
        """Build it."""
        assert not build(BuildRequest(self.case.root, NOW, output=self.output)).failed


@pytest.fixture
def edited(case: Case, served: Served, tmp_path: Path) -> Edited:
    """A story of three briefs on a web server."""
    name = tmp_path.name
    site = Edited(case, served.folder.parent / name, served.base.removesuffix("base") + name)
    for number in (1, 2, 3):
        site.brief(number)
    site.publish()
    return site


def choose(page: Page, name: str) -> None:
    page.locator(".settings summary").click()
    page.get_by_label(name, exact=True).check()
    page.keyboard.press("Escape")
    expect(page.locator(".settings form")).to_be_hidden()


def test_colours_and_sizes_are_chosen_and_kept_for_other_pages_and_visits(
    context: BrowserContext, served: Served
) -> None:
    page = context.new_page()
    page.goto(served.base + BRIEF)
    size = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    assert page.evaluate(COLOUR) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(COLOUR) == DARK
    choose(page, "Light")
    choose(page, "Larger")
    assert page.evaluate(COLOUR) == LIGHT
    page.close()
    later = context.new_page()
    later.emulate_media(color_scheme="dark")
    for path in ("/", "/entities/", BRIEF):
        later.goto(served.base + path, wait_until="commit")
        wait_until(later, "document.body")
        assert later.evaluate(COLOUR) == LIGHT, path
    later.wait_for_load_state()
    assert later.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)") > size * 1.2
    expect(later.get_by_label("Larger", exact=True)).to_be_checked()
    choose(later, "Same as the system")
    assert later.evaluate(COLOUR) == DARK


def test_no_page_is_wider_than_its_window_with_the_largest_text(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(served.base)
    choose(page, "Larger")
    wide = []
    for path in ("/", BRIEF, "/stories/second-turbine/", "/figures/", "/search/", "/briefs/turbine-ar/", "/tags/"):
        page.goto(served.base + path)
        page.locator(".settings summary").click()
        for width in (320, 800, 1100, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((path, width))
            box = page.locator(".settings form").bounding_box()
            assert box, path
            assert 0 <= box["x"] <= width - box["width"], (path, width, box)
    assert wide == []


def test_the_settings_break_no_rule_of_accessibility(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(served.base + BRIEF)
    page.locator(".settings summary").click()
    found = []
    for scheme in ("Light", "Dark"):
        page.get_by_label(scheme, exact=True).check()
        found += faults(page)
    assert found == []


def test_the_search_key_and_previews_of_links_can_be_switched_off(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.clock.install()
    page.goto(served.base + BRIEF)
    page.locator(".settings summary").click()
    page.get_by_role("group", name="Search with the key /").get_by_label("Off").check()
    page.get_by_role("group", name="Link previews").get_by_label("Off").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.locator(".text a.entity").first.hover()
    page.clock.run_for(2_000)
    expect(page.locator(".hover-card")).to_have_count(0)
    assert page.url.endswith(BRIEF)
    page.locator(".settings summary").click()
    page.get_by_role("group", name="Search with the key /").get_by_label("On").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")


def test_there_are_no_settings_without_scripts_and_on_paper(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.base + BRIEF)
    expect(page.locator(".settings")).to_be_hidden()
    context.close()
    page = browser.new_page(color_scheme="dark")
    page.goto(served.base + BRIEF)
    choose(page, "Dark")
    page.emulate_media(media="print")
    expect(page.locator(".settings")).to_be_hidden()
    assert page.evaluate(COLOUR) == "rgb(255, 255, 255)"
    page.close()


def test_a_note_and_its_words_light_each_other_up(context: BrowserContext, edited: Edited) -> None:
    body = "The pier closes on Monday for repairs.\n"
    notes = (
        "\nannotations:\n"
        "  - {id: whole, quote: The pier closes on Monday for repairs, note: On all.}\n"
        "  - {id: part, quote: on Monday, kind: check, note: On a part.}"
    )
    edited.brief(4, notes, body)
    edited.publish()
    page = context.new_page()
    page.goto(f"{edited.address}/briefs/step-4/")
    lit = "() => [...document.querySelectorAll('mark.lit')].map(e => e.dataset.note)"
    words = "() => [...document.querySelectorAll('mark.lit')].map(e => e.textContent)"
    page.locator("#note-part").hover()
    assert (page.evaluate(lit), page.evaluate(words)) == (["note-part"], ["on Monday"])
    page.locator("#note-whole").hover()
    assert set(page.evaluate(lit)) == {"note-whole"}
    page.get_by_text("on Monday").hover()
    assert set(page.evaluate(lit)) == {"note-whole", "note-part"}
    expect(page.locator("#note-part")).to_have_class("note note-check lit")
    page.mouse.move(1, 1)
    assert page.evaluate(lit) == []
    page.locator("#note-ref-part").focus()
    assert page.evaluate(lit) == ["note-part"]
    page.goto(f"{edited.address}/briefs/step-4/#note-part")
    assert page.evaluate(lit) == ["note-part"]


def test_hidden_notes_keep_their_numbers_which_open_them(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(served.base + BRIEF)
    choose(page, "Hidden")
    expect(page.locator(".text .note").first).to_be_hidden()
    number = page.locator(".note-ref").first
    expect(number).to_be_visible()
    number.click()
    expect(page.locator(".text .note:target")).to_be_visible()
    expect(page.locator(".text .note:visible")).to_have_count(1)


def test_a_note_much_longer_than_its_passage_is_cut_beside_the_text_and_nowhere_else(
    context: BrowserContext, edited: Edited
) -> None:
    long = f"  - {{id: long, quote: The pier, note: {LONG}}}"
    edited.brief(4, f"\nannotations:\n{long}\n  - {{id: short, quote: closes, note: Short.}}", "The pier closes.\n")
    edited.publish()
    page = context.new_page()
    page.goto(f"{edited.address}/briefs/step-4/")
    text = page.locator("#note-long .note-text")
    height = "e => e.getBoundingClientRect().height < e.scrollHeight - 2"
    assert text.evaluate(height)
    expect(page.locator("#note-short .note-more")).to_have_count(0)
    page.locator("#note-long .note-more").click()
    assert not text.evaluate(height)
    page.goto("about:blank")
    page.goto(f"{edited.address}/briefs/step-4/#note-long")
    assert not text.evaluate(height)
    page.emulate_media(media="print")
    assert not text.evaluate(height)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{edited.address}/briefs/step-4/")
    page.reload()
    assert not text.evaluate(height)


def test_a_story_shows_what_is_new_and_folds_the_rest_only_then(context: BrowserContext, edited: Edited) -> None:
    address = f"{edited.address}/stories/pier/"
    steps = "[data-story] > li[id]"
    page = context.new_page()
    page.goto(address)
    expect(page.locator(steps)).to_have_count(3)
    # Back from a brief, the first visit goes on.
    page.locator(".card-title a").first.click()
    page.go_back()
    expect(page.locator(steps)).to_have_count(3)
    expect(page.locator(".visited")).to_have_count(0)
    page.goto("about:blank")
    page.close()
    page = context.new_page()
    page.goto(address)
    expect(page.locator(steps)).to_have_count(3)
    expect(page.locator(".visited")).to_contain_text("Nothing new since your last visit on ")
    page.goto("about:blank")
    page.close()
    edited.brief(4)
    edited.publish()
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".new-since")).to_contain_text("New since your last visit on ")
    expect(page.locator(steps)).to_have_count(1)
    expect(page.locator(".seen summary")).to_contain_text("3")
    page.locator(".seen summary").click()
    page.locator(".card-title a", has_text="Step 2").click()
    page.wait_for_url("**/briefs/step-2/")
    page.go_back()
    expect(page.locator(steps)).to_have_count(1)
    expect(page.locator("#s-step-2")).to_be_visible()
    # An address with a step in it shows that step.
    other = context.new_page()
    other.goto(f"{address}#s-step-1")
    expect(other.locator("#s-step-1")).to_be_visible()


def test_a_story_is_read_from_the_start_at_addresses_that_stay(context: BrowserContext, edited: Edited) -> None:
    page = context.new_page()
    page.goto(f"{edited.address}/stories/pier/")
    page.locator("#s-step-2").get_by_role("link", name="Read on from here").click()
    page.wait_for_url("**/stories/pier/all/#s-step-2")
    assert page.locator(".story-steps > li").evaluate_all("all => all.map(e => e.id)") == [
        "s-step-1",
        "s-step-2",
        "s-step-3",
    ]
    page.goto(f"{edited.address}/briefs/step-1/")
    page.get_by_role("link", name="From the start").click()
    page.get_by_role("link", name="Newest first").click()
    page.wait_for_url("**/stories/pier/")


def test_the_front_page_marks_what_is_new_or_changed_since_the_last_visit(
    context: BrowserContext, edited: Edited
) -> None:
    page = context.new_page()
    page.goto(f"{edited.address}/")
    expect(page.locator(".since")).to_have_count(0)
    page.goto("about:blank")
    page.close()
    edited.brief(4)
    edited.brief(2, "\nupdated: 2026-03-20")
    edited.publish()
    page = context.new_page()
    page.goto(f"{edited.address}/")
    expect(page.locator(".since")).to_contain_text("New or changed since your last visit on ")
    expect(page.locator(".since")).to_contain_text(": 2")
    marks = "all => all.map(e => [e.textContent, e.previousElementSibling.textContent])"
    assert page.locator(".fresh").evaluate_all(marks) == [["new", "Step 4"], ["changed", "Step 2"]]
    page.goto("about:blank")
    page.close()
    page = context.new_page()
    page.goto(f"{edited.address}/")
    expect(page.locator(".since")).to_contain_text("Nothing new since your last visit on ")
    expect(page.locator(".fresh")).to_have_count(0)


def test_browsers_that_keep_nothing_show_every_page(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path in ("/", BRIEF, "/stories/second-turbine/"):
        page.goto(served.base + path)
        page.reload()
    choose(page, "Dark")
    assert page.evaluate(COLOUR) == DARK
    context.close()
    assert faults == []


def test_briefs_are_saved_and_pages_followed_in_the_browser_alone(context: BrowserContext, edited: Edited) -> None:
    page = context.new_page()
    page.goto(f"{edited.address}/briefs/step-1/")
    page.get_by_role("button", name="Save for later").click()
    expect(page.get_by_role("button", name="Saved")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{edited.address}/stories/pier/all/")
    page.get_by_role("button", name="Follow").click()
    page.goto(f"{edited.address}/follow/")
    following, saved = (page.locator(f".kept[data-list={name}]") for name in ("follow", "saved"))
    expect(saved.get_by_role("link", name="Step 1")).to_be_visible()
    expect(following.locator(".fresh")).to_have_count(0)
    edited.brief(4)
    edited.publish()
    page.reload()
    expect(following.locator(".fresh")).to_have_text("new: 1")
    following.get_by_role("link", name="Pier").click()
    page.wait_for_url("**/stories/pier/")
    expect(page.get_by_role("button", name="Following")).to_be_visible()
    page.go_back()
    expect(following.get_by_role("link", name="Pier")).to_be_visible()
    expect(following.locator(".fresh")).to_have_count(0)
    saved.get_by_role("button", name="Remove: Step 1").click()
    expect(saved).to_contain_text("Nothing yet.")
    page.goto(f"{edited.address}/briefs/step-1/")
    expect(page.get_by_role("button", name="Save for later")).to_be_visible()


def test_the_page_for_following_is_whole_without_scripts(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.base}/follow/")
    expect(page.locator(".kept").first).to_be_hidden()
    page.goto(f"{served.base}/tags/")
    expect(page.locator("main a").first).to_be_visible()
    # No field that does nothing.
    expect(page.locator(".list-filter:visible")).to_have_count(0)
    page.goto(f"{served.base}/follow/")
    expect(page.locator(".feed-list a").first).to_be_visible()
    context.close()


def test_a_day_is_copied_as_one_text(browser: Browser, edited: Edited) -> None:
    edited.case.brief("other", "title: Other news\ndate: 2026-03-01\nkey_points: [A point.]")
    edited.publish()
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{edited.address}/2026/03/01/")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator(".copied")).to_have_text("Copied")
    text = page.evaluate("() => navigator.clipboard.readText()")
    context.close()
    assert text.startswith("March 1, 2026\n\n")
    assert f"Other news\n{edited.address}/briefs/other/\n\nIn short.\n\n– A point. No source" in text
    assert "Step 1\n" in text


def test_no_page_is_wider_than_a_telephone_where_names_are_very_long(context: BrowserContext, edited: Edited) -> None:
    word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
    names = f"\nentities: [{word}]\ntags: [{word}]\nsources: [{{outlet: {word}, title: {word}}}]"
    for number in (5, 6, 7):
        head = f"title: {word} {number}\ndate: 2026-03-0{number}\nstory: {word}{names}\nkey_points: [{word}]"
        edited.case.brief(f"long-{number}", head, f"{word} is one word; see [[long-5]].\n")
    edited.publish()
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    wide = []
    # The page for missing addresses needs to know where the site is, which this one does not.
    for path in (path for path in Served(edited.address, edited.output).paths if path != "/404.html"):
        page.goto(edited.address + path)
        if page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []


AMOUNTS = {
    "48,000": "vehicles",
    "1,250,000": "households",
    "12,500": "m³ of waste water",
    "9,000,000,017": "crowns",
    "1,000,000,000,017": "crowns in all",
    "12": "Wohnungsbauvereine",
    "7": "Donaudampfschifffahrtsgesellschaften",
}
"""Numbers and units that are wide: one word of a unit, long numbers, one very long word."""


def test_a_number_with_a_long_unit_covers_nothing_beside_it(context: BrowserContext, edited: Edited) -> None:
    figures = "\n".join(f'  - {{value: "{value}", unit: "{unit}", what: Crossings}}' for value, unit in AMOUNTS.items())
    edited.case.brief("crossings", f"title: Crossings\ndate: 2026-11-10\nfigures:\n{figures}")
    edited.publish()
    page = context.new_page()
    for width in (320, 390, 560, 700, 1200):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(edited.address + "/figures/")
        rows = page.evaluate(
            """() => [...document.querySelectorAll(".figures tbody tr")].map(row => {
                const text = document.createRange();
                text.selectNodeContents(row.cells[0]);
                const end = text.getBoundingClientRect().right;
                return [row.cells[0].textContent, end, row.cells[1].getBoundingClientRect().left];
            })"""
        )
        assert len(rows) >= len(AMOUNTS)
        assert [name for name, end, start in rows if end > start] == [], width
        lines = page.evaluate(
            """() => [...document.querySelectorAll(".figures tbody bdi.whole")].map(amount => {
                const number = document.createRange();
                number.setStart(amount.firstChild, 0);
                number.setEnd(amount.firstChild, amount.firstChild.length - 1);
                return [amount.textContent, number.getClientRects().length];
            })"""
        )
        # There a column of a fixed width has no space for thirteen figures.
        longest = 20 if width == 700 else 100
        assert [name for name, count in lines if count > 1 and len(name) <= longest] == [], width
