"""What was typed at the desk and not saved stays: with two windows, a slow answer, a brief that goes, a wrong key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from processes import preview

expect.set_options(timeout=30_000)
TEXT = "The harbour was closed on Saturday night.\n\nOn Sunday 12,500 passengers went ashore.\n"
FIRST = TEXT.replace("night", "night, the office said")
SECOND = TEXT.replace("went ashore", "went ashore at noon")
NAMES = ("closed", "discarded", "slow", "merged", "gone", "moved", "window", "broken", "doubled", "pasted")
SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("main .text"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kept")
    (root / "briefings").mkdir()
    (root / "site.yaml").write_text(
        "title: T\nbase_url: https://example.org\ntime_zone: Europe/Berlin\n", encoding="utf-8"
    )
    for place, name in enumerate(NAMES):
        head = (
            f"title: Of {name}\ndate: 2026-03-{place + 1:02}\ndraft: {str(name != 'pasted').lower()}\nsummary: A night."
        )
        if name == "pasted":
            head += "\nsources: [{outlet: Quay Letter}]"
            head += "\nkey_points: [{text: All came., quote: passengers went ashore, source: 1}]"
        if name == "broken":
            head = head.replace("2026-03-08", "[soon")
        (root / "briefings" / f"{name}.md").write_text(f"---\n{head}\n---\n{TEXT}", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with preview(site) as served:
        yield served.address.rstrip("/")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []


def at(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.locator("html[data-desk=ready]").wait_for()
    return page


def editing(context: BrowserContext, address: str, name: str) -> Page:
    page = at(context, f"{address}/briefs/{name}/")
    if not page.locator("#desk-panel").is_visible():
        page.get_by_role("button", name="Edit", exact=True).first.click()
    return page


def area(page: Page) -> Locator:
    return page.get_by_label("Text (Markdown)")


def body(site: Path, name: str) -> str:
    return (site / "briefings" / f"{name}.md").read_text(encoding="utf-8").partition("\n---\n")[2]


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".desk-message")).to_contain_text("Saved")


def test_what_two_closed_windows_left_comes_back_one_after_the_other(
    context: BrowserContext, site: Path, address: str
) -> None:
    for text in (FIRST, SECOND):
        page = editing(context, address, "closed")
        area(page).fill(text)
    for page in context.pages[:]:
        page.close()
    page = editing(context, address, "closed")
    expect(area(page)).to_have_value(SECOND)
    expect(page.get_by_role("button", name="Bring back")).to_be_hidden()
    save(page)
    page.get_by_role("button", name="Bring back what was typed in another window").click()
    expect(area(page)).to_have_value(FIRST)
    save(page)
    assert body(site, "closed") == SECOND.replace("night", "night, the office said")


def test_what_one_window_discards_is_its_own_and_comes_back_with_one_click(
    context: BrowserContext, address: str
) -> None:
    first, second = editing(context, address, "discarded"), editing(context, address, "discarded")
    area(first).fill(FIRST)
    area(second).fill(SECOND)
    first.get_by_role("button", name="Discard").click()
    expect(area(first)).to_have_value(TEXT)
    first.get_by_role("button", name="Bring it back").click()
    expect(area(first)).to_have_value(FIRST)
    first.get_by_role("button", name="Discard").click()
    second.close()
    expect(area(editing(context, address, "discarded"))).to_have_value(SECOND)


def test_words_typed_while_a_save_is_answered_are_neither_lost_nor_taken_for_saved(
    context: BrowserContext, site: Path, address: str
) -> None:
    waiting: list[Route] = []
    for name, theirs in (("slow", ""), ("merged", "summary: Their night.")):
        page = editing(context, address, name)
        if theirs:
            file = site / "briefings" / f"{name}.md"
            page.evaluate("() => { window.LiveReload && window.LiveReload.shutDown(); }")
            file.write_text(file.read_text(encoding="utf-8").replace("summary: A night.", theirs), encoding="utf-8")
        page.route("**/_desk/api/save", lambda route: waiting.append(route))
        area(page).fill(FIRST)
        with page.expect_request("**/_desk/api/save"):
            page.keyboard.press("Control+s")
        area(page).fill(SECOND)
        with page.expect_response("**/_desk/api/save"):
            waiting.pop().continue_()
        page.unroute("**/_desk/api/save")
        expect(page.locator("#desk-status")).to_contain_text("Not saved")
        expect(area(page)).to_have_value(SECOND)
        assert body(site, name) == FIRST
        if not theirs:
            save(page)
            assert body(site, name) == SECOND


@pytest.mark.parametrize("name", ["gone", "moved"])
def test_words_typed_at_a_brief_that_goes_stay_on_the_page_and_are_listed(
    context: BrowserContext, site: Path, address: str, name: str
) -> None:
    page = editing(context, address, name)
    area(page).fill(FIRST)
    file = site / "briefings" / f"{name}.md"
    if name == "gone":
        file.unlink()
    else:
        file.rename(file.with_name("elsewhere.md"))
    expect(page.locator(".desk-message")).to_have_text(
        f"This brief is gone: `briefings/{name}.md` is no brief of this site. What you typed stays here.×"
    )
    expect(area(page)).to_have_value(FIRST)
    page.close()
    today = at(context, f"{address}/_desk/")
    kept = today.get_by_role("region", name="Typed here and not saved 1")
    expect(kept.locator("pre")).to_have_text(FIRST)
    kept.get_by_role("button", name="Forget it").click()
    expect(kept).to_be_hidden()


def test_what_is_typed_into_a_window_outlives_escape_and_a_page_loaded_again(
    context: BrowserContext, site: Path, address: str
) -> None:
    page = at(context, f"{address}/briefs/window/")
    note = page.get_by_role("dialog").get_by_label("Note", exact=False).first

    def ask(words: str) -> None:
        page.evaluate(SELECT, words)
        page.get_by_role("toolbar").get_by_role("button", name="Note", exact=True).click()

    ask("Saturday night")
    note.fill("Who closed it?")
    page.keyboard.press("Escape")
    expect(page.locator(".desk-message")).to_contain_text(
        "What you typed is kept: open the same window again to go on."
    )
    ask("12,500 passengers")
    expect(note).to_have_value("")
    page.reload()
    page.locator("html[data-desk=ready]").wait_for()
    ask("Saturday night")
    expect(note).to_have_value("Who closed it?")
    page.get_by_role("dialog").get_by_role("button", name="Add note").click()
    expect(page.locator(".desk-message")).to_contain_text("Saved.")
    assert "Who closed it?" in (site / "briefings/window.md").read_text(encoding="utf-8")
    ask("Saturday night")
    expect(note).to_have_value("")


def test_a_doubled_window_and_a_file_that_cannot_be_read_keep_their_own_too(
    context: BrowserContext, address: str
) -> None:
    first = editing(context, address, "doubled")
    area(first).fill(FIRST)
    with context.expect_page() as opening:
        first.evaluate("() => { window.open(location.href); }")
    double = opening.value
    double.locator("html[data-desk=ready]").wait_for()
    double.get_by_role("button", name="Edit", exact=True).first.click()
    expect(area(double)).to_have_value(TEXT)
    area(double).fill(SECOND)
    double.close()
    first.reload()
    expect(area(first)).to_have_value(FIRST)
    first.get_by_role("button", name="Discard").click()
    first.get_by_role("button", name="Bring back what was typed in another window").click()
    expect(area(first)).to_have_value(SECOND)
    whole = "The whole file, since its front matter cannot be read"
    both = [at(context, f"{address}/_desk/edit/?path=briefings/broken.md") for _ in range(2)]
    for page, text in zip(both, ("---\ntitle: A\n---\nA.\n", "---\ntitle: B\n---\nB.\n"), strict=True):
        page.get_by_label(whole).fill(text)
    for page in both:
        page.close()
    for text in ("B", "A"):
        page = at(context, f"{address}/_desk/edit/?path=briefings/broken.md")
        expect(page.get_by_label(whole)).to_have_value(f"---\ntitle: {text}\n---\n{text}.\n")
        page.get_by_role("button", name="Discard").click()
        expect(page.locator(".desk-message")).to_contain_text("Discarded.")
        page.close()


def test_the_forms_of_new_briefs_and_of_sources_keep_what_was_typed(context: BrowserContext, address: str) -> None:
    first, second = at(context, f"{address}/_desk/new/"), at(context, f"{address}/_desk/new/")
    first.get_by_label("Title *").fill("Of one window")
    second.get_by_label("Title *").fill("Of another window")
    first.reload()
    expect(first.get_by_label("Title *")).to_have_value("Of one window")
    second.close()
    first.close()
    for title in ("Of another window", "Of one window"):
        page = at(context, f"{address}/_desk/new/")
        expect(page.get_by_label("Title *")).to_have_value(title)
    today = at(context, f"{address}/_desk/")
    today.get_by_role("button", name="Paste its text").click()
    today.get_by_label("Text of the source").fill("12,500 passengers went ashore, all of them.")
    today.route("**/_desk/api/lists/press", lambda route: route.abort())
    today.get_by_role("button", name="Check the quotes").click()
    expect(today.locator(".desk-message")).to_contain_text("The preview does not answer.")
    expect(today.get_by_label("Text of the source")).to_have_value("12,500 passengers went ashore, all of them.")


def test_the_opening_of_a_digest_belongs_to_its_day(context: BrowserContext, address: str) -> None:
    page = at(context, f"{address}/_desk/digest/")
    day, opening = page.get_by_label("Day", exact=True), page.get_by_label("Opening")
    expect(day).to_have_value("2026-03-10")
    opening.fill("A quiet Tuesday.")
    day.fill("2026-03-09")
    expect(opening).to_have_value("")
    day.fill("2026-03-10")
    expect(opening).to_have_value("A quiet Tuesday.")
    page.reload()
    expect(opening).to_have_value("A quiet Tuesday.")
    expect(page.frame_locator(".digest-shown").get_by_text("A quiet Tuesday.")).to_be_visible()
