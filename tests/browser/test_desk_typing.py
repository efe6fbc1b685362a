"""What is typed and pasted at the desk in a real browser is read as its writer means it, and nothing is in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from processes import preview

expect.set_options(timeout=30_000)
BRIEF = """\
---
title: The {name} closes
date: 2026-03-14
summary: A storm closed it.
tags: [ferries]
draft: true
---
Forty ferries waited outside.
"""
NAMES = ("dates", "wrong", "paste", "link", "toast", "keys", "moves")
PASTE = """([html]) => {
  const area = document.querySelector("#desk-view-text textarea");
  area.focus();
  area.setSelectionRange(0, area.value.length);
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain");
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("typing")
    (root / "briefings").mkdir()
    (root / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    for name in NAMES:
        text = BRIEF.format(name=name)
        if name == "moves":
            text = text.replace("draft: true\n", "")
        (root / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with preview(site) as served:
        yield served.address.rstrip("/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def open_brief(page: Page, address: str, name: str, tab: str = "Text") -> Locator:
    page.goto(f"{address}/briefs/{name}/#desk-edit")
    page.locator("html[data-desk=ready]").wait_for()
    page.get_by_role("tab", name=tab).click()
    return page.get_by_role("dialog")


def text(site: Path, name: str) -> str:
    return (site / "briefings" / f"{name}.md").read_text(encoding="utf-8")


def press(where: Page | Locator, name: str) -> None:
    where.get_by_role("button", name=name, exact=True).first.click()


def test_a_date_as_people_type_it_is_written_by_one_button(page: Page, site: Path, address: str) -> None:
    open_brief(page, address, "dates", "Fields")
    field = page.locator('[data-field="date"]')
    field.locator("input").fill("1 Dec 2026")
    press(field, "Write 2026-12-01")
    expect(field.locator("input")).to_have_value("2026-12-01")
    expect(field.get_by_role("button", name="Write 2026-12-01")).to_have_count(0)
    page.keyboard.press("Control+s")
    expect(page.locator(".desk-message")).to_contain_text("Saved.")
    assert "date: 2026-12-01\n" in text(site, "dates")


def test_a_brief_that_could_not_be_read_is_not_saved_by_the_usual_keys(page: Page, site: Path, address: str) -> None:
    dialog = open_brief(page, address, "wrong", "Fields")
    page.locator('[data-field="date"] input').first.fill("soon")
    page.keyboard.press("Control+s")
    expect(dialog).to_contain_text("The brief could not be read then")
    page.keyboard.press("Control+s")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(300)
    expect(dialog).to_have_count(1)
    expect(page.get_by_role("button", name="Correct it first")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    assert "date: 2026-03-14\n" in text(site, "wrong")
    page.keyboard.press("Control+s")
    press(dialog, "Save all the same")
    expect(dialog).to_have_count(0)
    expect(page.locator(".desk-message")).to_contain_text("Saved.")
    assert "date: soon\n" in text(site, "wrong")


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('<p>See <a href="https://quay.example/a">the log</a>.</p>', "See [the log](https://quay.example/a)."),
        ("<p>A <b>bold</b> and <i>slanted </i>word</p><p>More</p>", "A **bold** and *slanted* word\n\nMore"),
        ("<ul><li>One</li><li>Two<ul><li>Inner</li></ul></li></ul>", "- One\n- Two\n  - Inner"),
        ("<ol><li><p>One</p></li><li><p>Two</p></li></ol>", "1. One\n2. Two"),
        ("<h1>Head</h1><blockquote><p>Said</p></blockquote>", "## Head\n\n> Said"),
        ('<b style="font-weight:normal"><p>Plain <strong>x</strong></p></b>', "Plain **x**"),
        ('<p><em>1_2</em> a*b <script>x()</script><img src="https://t.example/p.gif"></p>', "*1\\_2* a\\*b"),
        ('<p><a href="javascript:x()">no</a> <b>yes</b></p>', "no **yes**"),
        ("<div>One</div><div><strong>Two</strong><br>three</div>", "One\n\n**Two**\nthree"),
    ],
)
def test_formatted_text_keeps_links_bold_words_and_lists(page: Page, address: str, html: str, written: str) -> None:
    open_brief(page, address, "paste")
    page.evaluate(PASTE, [html])
    expect(page.get_by_label("Text (Markdown)")).to_have_value(written)
    page.keyboard.press("Control+z")
    expect(page.get_by_label("Text (Markdown)")).to_have_value("Forty ferries waited outside.\n")


PLAIN = {
    "The har\u00adbour is\u2060 shut\ufeff.": "The harbour is shut.",
    "\u2022\tThe lock\n\u2022\tThe quay": "- The lock\n- The quay",
    "\u00b7\u00a0\u00a0\u00a0The lock\no   The gate": "- The lock\n- The gate",
    "\uf0b7 The lock": "- The lock",
    "Shut<o:p></o:p> at noon&nbsp;": "Shut at noon ",
    "zero\u200bwidth \u202aC:\\a\u202c a\u200db": "zerowidth C:\\a ab",
    "One\u2028two\u00a0 three": "One\ntwo three",
}
"""What is pasted, and what is in the text then."""
KEPT = (
    "\u0e17\u0e48\u0e32\u200b\u0e40\u0e23\u0e37\u0e2d",
    "\u0645\u06cc\u200c\u0631\u0648\u0645 \u200e10",
    "\U0001f469\u200d\U0001f4bb at work",
    "10\u00a0km \u00ab\u00a0oui\u00a0\u00bb",
    "*\u200bbold*",
    "o clock \u00a7 5 \u00b7 x",
)
"""What is pasted as it is: the browser does it."""
WORD = (
    '<p class="MsoListParagraph"><!--[if !supportLists]--><span style="font-family:Symbol">\u00b7<span>&nbsp;&nbsp;'
    "&nbsp; </span></span><!--[endif]-->The lock<o:p></o:p></p><p class=MsoListParagraph><span>\u00b7<span>&nbsp;&nbsp;"
    '</span></span>The <b>quay</b></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p>Shut.</p>'
)
PASTE_TEXT = """([text, html]) => {
  const area = document.querySelector("#desk-view-text textarea");
  area.setRangeText("", 0, area.value.length, "end");
  area.focus();
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  const left = area.dispatchEvent(event);
  return left ? null : area.value;
}"""


def test_what_word_processors_leave_in_pasted_words_is_taken_out(page: Page, address: str) -> None:
    open_brief(page, address, "paste")
    assert {text: page.evaluate(PASTE_TEXT, [text, ""]) for text in PLAIN} == PLAIN
    assert [text for text in KEPT if page.evaluate(PASTE_TEXT, [text, ""]) is not None] == []
    assert page.evaluate(PASTE_TEXT, ["plain", WORD]) == "- The lock\n- The **quay**\n\nShut."


def test_a_bare_address_is_a_link(page: Page, site: Path, address: str) -> None:
    dialog = open_brief(page, address, "link")
    area = page.get_by_label("Text (Markdown)")
    area.focus()
    page.keyboard.press("Control+Home")
    for _ in range(5):
        page.keyboard.press("Shift+ArrowRight")
    page.get_by_role("button", name="Link on the selected words").click()
    dialog.get_by_label("Where it leads").fill("www.quay.example")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".desk-message")).to_contain_text("Saved.")
    assert "[Forty](https://www.quay.example) ferries" in text(site, "link")


def test_messages_go_by_themselves_and_stay_while_they_are_used(page: Page, address: str) -> None:
    page.clock.install()
    open_brief(page, address, "toast", "Fields")
    result = page.locator(".desk-message")
    summary = page.locator('[data-field="summary"] textarea')
    summary.fill("Shorter.")
    press(page, "Save")
    expect(result).to_contain_text("Saved.")
    # What is typed then is not saved.
    summary.fill("Shorter still.")
    expect(result).to_be_empty()
    press(page, "Save")
    expect(result).to_contain_text("Saved.")
    result.get_by_role("button", name="Undo").focus()
    page.clock.run_for(60_000)
    expect(result).to_contain_text("Saved.")
    summary.focus()
    page.mouse.move(5, 5)
    page.clock.run_for(1_000)
    expect(result).to_contain_text("Saved.")
    page.clock.run_for(12_000)
    expect(result).to_be_empty()


def test_keys_do_what_the_help_says(page: Page, address: str) -> None:
    page.goto(f"{address}/_desk/drafts/?q=keys")
    page.locator("html[data-desk=ready]").wait_for()
    first = page.locator(".feed > [data-entry]").first
    page.keyboard.press("Home")
    expect(first).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(".feed > [data-entry]").last).to_be_focused()
    page.keyboard.press("e")
    page.wait_for_url("**/briefs/**")
    page.locator("html[data-desk=ready]").wait_for()
    page.locator("#desk-panel").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator(".desk-message")).to_contain_text("Select words of the text first")
    page.goto(f"{address}/_desk/drafts/?q=keys")
    page.locator("html[data-desk=ready]").wait_for()
    page.keyboard.press("e")
    assert page.url.endswith("/_desk/drafts/?q=keys")
    page.keyboard.press("e")
    page.wait_for_url("**/briefs/**")


def test_a_public_brief_that_moves_keeps_its_address(page: Page, site: Path, address: str) -> None:
    open_brief(page, address, "moves", "Fields")
    page.locator('[data-field="slug"] input').fill("moved-on")
    press(page, "Save")
    page.wait_for_url("**/briefs/moved-on/")
    assert 'redirect_from: ["/briefs/moves/"]\n' in text(site, "moves")


def test_fields_come_in_the_order_of_use(page: Page, address: str) -> None:
    open_brief(page, address, "toast", "Fields")
    names = page.evaluate(
        "() => [...document.querySelectorAll('#desk-view-fields > [data-field]')].map(e => e.dataset.field)"
    )
    assert names[:4] == ["title", "summary", "date", "key_points"]
    assert names[-1] in ("slug", "id")
    page.get_by_role("button", name="Add to key points").click()
    expect(page.locator('[data-field="key_points.0.quote"] textarea')).to_be_visible()
