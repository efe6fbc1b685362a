"""A brief edited on its page, in a real browser: each button writes what a person would type, by mouse and by keys."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import faults_at_another_width, faults_in_all_colours
from playwright.sync_api import Browser, Locator, Page, expect
from processes import preview

BRIEF = """\
---
title: The harbour closes for a night
date: 2026-03-14
summary: A storm closed the harbour.
# the desk's own order
tags: [ferries]
draft: true
sources:
  - {outlet: Quay Letter, title: Harbour closed}
annotations:
  - quote: closed on Friday
    note: The log says so.
imported: {derived: [date, outlet], suggested: {story: storm-night}}
---
The harbour was closed on Saturday night, and forty ferries waited outside.

On Sunday 12,500 passengers went ashore.
"""
expect.set_options(timeout=30_000)
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
  throw new Error("these words are not on the page");
}"""


class Desk:
    """The page of a brief, and its file."""

    def __init__(self, page: Page, site: Path, address: str, name: str) -> None:
        self.page, self.site, self.name = page, site, name
        self.file = site / "briefings" / f"{name}.md"
        self.address = f"{address}/briefs/{name}/"
        self.base = self.file.read_text(encoding="utf-8")

    def open(self, mark: str = "") -> None:
        self.page.goto(self.address + mark)
        self.page.locator("html[data-desk=ready]").wait_for()

    def sees(self, words: str) -> None:
        """Wait for a message, and close it."""
        expect(self.page.locator(".desk-message")).to_contain_text(words)
        self.page.evaluate("() => document.querySelector('.desk-message').replaceChildren()")

    def field(self, name: str) -> Locator:
        return self.page.locator(f'[data-field="{name}"]').locator("input, textarea, select").first

    def diff(self) -> list[str]:
        """The lines that were changed since the last look, as git shows them."""
        lines = git(self.site, "diff", "-U0").splitlines()
        git(self.site, "commit", "-qam", "step", "--allow-empty")
        return [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]

    def select(self, words: str) -> None:
        self.page.evaluate(SELECT, words)

    def button(self, name: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=True).first

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


NAMES = ("mouse", "more", "keys", "kept", "both", "figure", "gate", "look", "chosen", "broken")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("desk")
    (root / "briefings").mkdir()
    (root / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    for name in NAMES:
        (root / "briefings" / f"{name}.md").write_text(BRIEF, encoding="utf-8")
    wrong = BRIEF.replace("date: 2026-03-14", "date: soon")
    (root / "briefings" / "broken.md").write_text(wrong, encoding="utf-8")
    (root / "briefings" / "entities.yaml").write_text("brightwater:\n  name: Brightwater\n", encoding="utf-8")
    (root / ".gitignore").write_text(".cache/\nbriefings/imports.jsonl\n", encoding="utf-8")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "first")
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


def test_a_draft_is_edited_annotated_and_published_with_the_mouse(page: Page, site: Path, address: str) -> None:
    desk = Desk(page, site, address, "mouse")
    desk.open()
    # The text, with the page beside it that shows what is typed before it is saved.
    desk.button("Edit").click()
    page.get_by_label("Text (Markdown)").fill(desk.base.partition("\n---\n")[2].replace("outside", "*outside*"))
    expect(page.locator("main .text em")).to_have_text("outside")
    assert desk.diff() == []
    desk.button("Save").click()
    desk.sees("Saved.")
    assert len(desk.diff()) == 2
    # Fields, and names as tokens.
    page.get_by_role("tab", name="Fields").click()
    desk.field("summary").fill("Ferries waited.")
    tags = page.locator('[data-field="tags"]')
    tags.get_by_role("combobox").fill("harbour")
    tags.get_by_role("combobox").press("Enter")
    desk.button("Take out ferries", tags).click()
    desk.button("Save").click()
    desk.sees("Saved.")
    assert desk.diff() == [
        "-summary: A storm closed the harbour.",
        "+summary: Ferries waited.",
        "-tags: [ferries]",
        "+tags: [harbour]",
    ]
    # What import concluded, at its field.
    desk.button("Confirm date").click()
    desk.sees("Confirmed")
    desk.button("No story").click()
    desk.sees("Refused")
    assert desk.diff() == [
        "-imported: {derived: [date, outlet], suggested: {story: storm-night}}",
        "+imported: {derived: [outlet]}",
    ]
    desk.button("Close").click()
    # Selected words.
    desk.select("forty ferries waited")
    desk.button("Note", page.get_by_role("toolbar")).click()
    desk.dialog.get_by_label("Note").fill("Who counted?")
    desk.dialog.get_by_label("Kind").select_option("question")
    desk.dialog.get_by_label("Author").fill("RL")
    desk.button("Add note", desk.dialog).click()
    desk.sees("Saved.")
    added = desk.diff()
    assert [line for line in added if not line.startswith(("+    date: ", "+    suffix: "))] == [
        "+  - quote: forty ferries waited",
        '+    prefix: "The harbour was closed on Saturday night, and"',
        "+    kind: question",
        "+    author: RL",
        '+    note: "Who counted?"',
    ]
    desk.select("closed on Saturday night")
    desk.button("Key point", page.get_by_role("toolbar")).click()
    desk.dialog.get_by_label("Key point").fill("It closed for a night.")
    desk.button("Add key point", desk.dialog).click()
    desk.sees("Saved.")
    assert desk.diff() == ["+key_points:", "+  - text: It closed for a night.", "+    quote: closed on Saturday night"]
    desk.select("12,500 passengers")
    desk.button("Figure", page.get_by_role("toolbar")).click()
    expect(desk.dialog.get_by_label("Number")).to_have_value("12,500")
    desk.dialog.get_by_label("What it measures").fill("passengers that went ashore")
    desk.button("Add figure", desk.dialog).click()
    desk.sees("Saved.")
    assert desk.diff()[:2] == ["+figures:", '+  - value: "12,500"']
    desk.select("Saturday")
    desk.button("Name", page.get_by_role("toolbar")).click()
    # Most people who mark a name want it to be known, and its type is proposed.
    expect(desk.dialog.get_by_label("Type")).not_to_have_value("do not declare it")
    desk.dialog.locator('[data-field="name"] input').fill("Brightwater")
    desk.button("Add name", desk.dialog).click()
    desk.sees("Saved.")
    assert desk.diff() == ["+entities:", "+  mentions: [Brightwater]"]
    desk.select("went ashore")
    desk.button("Link", page.get_by_role("toolbar")).click()
    desk.dialog.get_by_label("Where it leads").fill("https://quay.example/")
    desk.button("Set link", desk.dialog).click()
    desk.sees("Saved.")
    assert desk.diff()[1:] == ["+On Sunday 12,500 passengers [went ashore](https://quay.example/)."]
    # Notes at their place, and the gate.
    desk.button("Take these words: closed on Saturday").click()
    desk.sees("Moved a note")
    assert desk.diff()[:2] == ["-  - quote: closed on Friday", "+  - quote: closed on Saturday"]
    desk.button("Publish…").click()
    expect(desk.dialog).to_contain_text("outlet: Quay Letter")
    expect(desk.dialog).to_contain_text("Tags: harbour")
    desk.button("Confirm all and publish", desk.dialog).click()
    desk.sees("Published")
    assert desk.diff() == ["-draft: true", "+draft: false", "-imported: {derived: [outlet]}"]
    desk.button("Undo").click()
    desk.sees("Undo: published")
    assert len(desk.diff()) == 3
    desk.button("Redo").click()
    desk.sees("Redo: published")
    desk.button("Hold back").click()
    desk.sees("Held back")
    assert desk.diff() == ["-imported: {derived: [outlet]}"]


def test_every_other_button_writes_its_own_lines(page: Page, site: Path, address: str) -> None:
    desk = Desk(page, site, address, "more")
    points = "key_points:\n  - One point.\n  - text: Two points.\n    quote: forty ferries waited\ntags:"
    mentioned = "entities: [Mara Quill]\nannotations:\n  - {quote: ferries waited, status: draft, note: Ask.}"
    base = desk.base.replace("tags:", points).replace("annotations:", mentioned).replace("outside.", "[[nowhere]].")
    desk.file.write_text(base, encoding="utf-8")
    git(site, "commit", "-qam", "more")
    desk.open("#desk-edit")

    def saved() -> list[str]:
        desk.button("Save").click()
        desk.sees("Saved.")
        return desk.diff()

    page.get_by_role("tab", name="Fields").click()
    page.locator('[data-entry="key_points.0"] summary').click()
    desk.button("Down: order of key points 1").click()
    assert saved() == ["-  - One point.", "+  - One point."]
    page.locator('[data-entry="key_points.0"] summary').click()
    desk.button("Delete key points 1").click()
    desk.button("Discard").click()
    expect(page.locator('[data-entry="key_points.1"]')).to_have_count(1)
    page.locator('[data-entry="key_points.0"] summary').click()
    desk.button("Delete key points 1").click()
    assert saved() == ["-  - text: Two points.", "-    quote: forty ferries waited"]
    desk.field("unknowns").fill("Who?\nWhen?")
    assert saved() == ['+unknowns: ["Who?", "When?"]']
    desk.button("Add to corrections").click()
    desk.field("corrections.0.was").fill("thirty")
    desk.field("corrections.0.now").fill("forty")
    assert saved() == ["+corrections:", "+  - was: thirty", "+    now: forty"]
    desk.button("Change date").click()
    expect(desk.field("date")).to_be_focused()
    desk.field("date").fill("2026-03")
    assert saved()[:2] == ["-date: 2026-03-14", "+date: 2026-03"]
    desk.button("Take out outlet").click()
    desk.sees("Refused")
    assert desk.diff()[:2] == ["-  - {outlet: Quay Letter, title: Harbour closed}", "+  - {title: Harbour closed}"]
    page.get_by_role("tab", name="To settle").click()
    desk.button("Take over story").click()
    desk.sees("Confirmed")
    assert "+story: storm-night" in desk.diff()
    page.get_by_role("button", name="[[nowhere]]").filter(has_text="Go there").click()
    assert page.evaluate("() => getSelection().toString()").endswith("forty ferries waited [[nowhere]].")
    page.get_by_role("tab", name="To settle").click()
    settle = page.locator("#desk-view-settle")
    settle.get_by_label("Type of Mara Quill").select_option("person")
    desk.button("Declare Mara Quill", settle).click()
    desk.sees("Declared")
    assert desk.diff() == ["+mara-quill: {name: Mara Quill, type: person}"]
    desk.button("Close").click()
    desk.button("Publish this note").click()
    desk.sees("Saved.")
    assert desk.diff() == [
        "-  - {quote: ferries waited, status: draft, note: Ask.}",
        "+  - {quote: ferries waited, status: public, note: Ask.}",
    ]
    desk.button("Delete note", page.locator(".note", has_text="Ask.")).click()
    desk.sees("Saved.")
    assert desk.diff() == ["-  - {quote: ferries waited, status: public, note: Ask.}"]
    desk.button("Edit key point 1").click()
    expect(desk.field("key_points.0.text")).to_be_focused()


def test_the_same_is_done_by_keyboard_alone(page: Page, site: Path, address: str) -> None:
    desk = Desk(page, site, address, "keys")
    desk.open()
    page.keyboard.press("e")
    expect(page.get_by_role("tab", name="Text")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Fields")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    area = page.get_by_label("Text (Markdown)")
    area.focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Late: ")
    page.keyboard.press("Control+s")
    desk.sees("Saved.")
    assert desk.diff()[1].startswith("+Late: The harbour")
    # Words of the text field, and the buttons above it.
    page.keyboard.press("Control+Home")
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    page.get_by_role("button", name="Note on the selected words").focus()
    page.keyboard.press("Enter")
    desk.dialog.wait_for()
    page.keyboard.type("How late?")
    page.keyboard.press("Tab")
    page.keyboard.press("d")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(desk.button("Add note", desk.dialog)).to_be_focused()
    page.keyboard.press("Enter")
    desk.sees("Saved.")
    added = desk.diff()
    assert (added[0], added[2]) == ("+  - quote: Late", "+    kind: dispute")
    assert added[1].startswith("+    suffix: ")
    page.keyboard.press("Escape")
    expect(page.locator("#desk-panel")).to_be_hidden()
    desk.select("forty ferries")
    page.get_by_role("toolbar").wait_for()
    page.keyboard.press("k")
    desk.dialog.wait_for()
    page.keyboard.press("Escape")
    # At once: no key goes into a field of a closed window.
    assert page.locator("dialog").count() == 0
    page.keyboard.press("p")
    expect(desk.dialog.get_by_role("heading").first).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent") == "Publish, still unconfirmed":
            break
    page.keyboard.press("Enter")
    desk.sees("Published")
    assert desk.diff() == ["-draft: true", "+draft: false"]
    page.keyboard.press("u")
    desk.sees("Undo: published")
    page.keyboard.press("r")
    desk.sees("Redo: published")
    assert desk.diff() == []
    page.keyboard.press("?")
    page.get_by_label("Switch single keys off").check()
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.keyboard.press("e")
    expect(page.locator("#desk-panel")).to_be_hidden()
    assert desk.diff() == []


def test_what_was_typed_is_there_again_after_the_tab_was_closed(page: Page, site: Path, address: str) -> None:
    desk = Desk(page, site, address, "kept")
    desk.open()
    page.keyboard.press("e")
    page.get_by_label("Text (Markdown)").fill("Words that nobody has saved.\n")
    page.get_by_role("tab", name="Fields").click()
    desk.field("title").fill("Kept")
    page.close()
    again = page.context.new_page()
    desk = Desk(again, site, address, "kept")
    # Somebody else has changed another line meanwhile.
    desk.file.write_text(desk.base.replace("tags: [ferries]", "tags: [ferries, night]"), encoding="utf-8")
    git(site, "commit", "-qam", "theirs")
    desk.open()
    desk.sees("is back; it is not saved yet")
    expect(again.get_by_label("Text (Markdown)")).to_have_value("Words that nobody has saved.\n")
    expect(again.locator("#desk-status")).to_contain_text("The file has changed since")
    desk.button("Save").click()
    desk.sees("together with what was changed in the file meanwhile")
    changed = desk.diff()
    assert "+title: Kept" in changed
    assert "+Words that nobody has saved." in changed
    assert not any("tags" in line for line in changed)
    again.close()


def test_selected_words_stay_selected_when_the_page_is_drawn_anew(page: Page, site: Path, address: str) -> None:
    """A save of one's own and a change by others draw the page anew while the next words are already selected."""
    desk = Desk(page, site, address, "chosen")
    twice = desk.base.replace("went ashore.", "went ashore, and *went* ashore again.")
    desk.file.write_text(twice, encoding="utf-8")
    desk.open()
    expect(page.locator("main .text")).to_contain_text("again")
    page.evaluate(
        """() => {
      const words = document.querySelector("main .text em").firstChild;
      getSelection().setBaseAndExtent(words, 0, words.parentElement.nextSibling, " ashore".length);
    }"""
    )
    expect(page.get_by_role("toolbar")).to_be_visible()
    desk.file.write_text(twice.replace("outside.", "outside it."), encoding="utf-8")
    expect(page.locator("main .text")).to_contain_text("outside it")
    assert page.evaluate("() => getSelection().toString()") == "went ashore"
    assert page.evaluate("() => getSelection().anchorNode.parentElement.localName") == "em"
    expect(page.get_by_role("toolbar")).to_be_visible()
    # Words that are gone are selected no longer.
    desk.file.write_text(desk.base, encoding="utf-8")
    expect(page.get_by_role("toolbar")).to_be_hidden()


def test_both_versions_are_shown_where_the_same_lines_were_changed(page: Page, site: Path, address: str) -> None:
    desk = Desk(page, site, address, "both")
    desk.open()
    page.keyboard.press("e")
    page.get_by_role("tab", name="Fields").click()
    desk.field("summary").fill("Mine.")
    desk.file.write_text(desk.base.replace("A storm closed the harbour.", "Theirs."), encoding="utf-8")
    expect(page.locator("#desk-status")).to_contain_text("The file has changed since")
    expect(desk.field("summary")).to_have_value("Mine.")
    desk.button("Save").click()
    expect(desk.dialog.locator("pre")).to_have_text(["summary: Mine.\n", "summary: Theirs.\n"])
    desk.button("Not yet", desk.dialog).click()
    assert desk.diff()[1] == "+summary: Theirs."
    desk.button("Save").click()
    desk.button("Take what is typed here", desk.dialog).click()
    desk.sees("Saved, together")
    assert desk.diff() == ["-summary: Theirs.", "+summary: Mine."]
    # A stopped preview loses nothing either.
    desk.field("summary").fill("Offline.")
    page.route("**/_desk/api/save", lambda route: route.abort())
    desk.button("Save").click()
    desk.sees("What you typed is kept in this browser")
    page.unroute("**/_desk/api/save")
    desk.button("Save").click()
    desk.sees("Saved.")
    assert desk.diff() == ["-summary: Mine.", "+summary: Offline."]


def test_a_figure_that_changes_in_the_file_is_told_with_both_values(page: Page, site: Path, address: str) -> None:
    desk = Desk(page, site, address, "figure")
    figure = 'figures: [{value: 8, unit: "%", what: fall}]\ndraft: false'
    desk.file.write_text(desk.base.replace("draft: true", figure), encoding="utf-8")
    git(site, "commit", "-qam", "public")
    desk.open()
    page.keyboard.press("e")
    page.get_by_role("tab", name="Fields").click()
    desk.field("summary").fill("Mine.")
    theirs = desk.file.read_text(encoding="utf-8").replace("value: 8", "value: 9")
    desk.file.write_text(theirs, encoding="utf-8")
    result = page.locator(".desk-message")
    expect(result).to_contain_text("Changed in the file, and readers have seen it otherwise: fall: 8% → 9%.")
    expect(desk.field("summary")).to_have_value("Mine.")
    desk.button("Tell readers…", result).click()
    expect(desk.dialog.locator("del, ins")).to_have_text(["8%", "9%"])
    desk.button("Neither", desk.dialog).click()
    # Typed here as well, both are shown, and the one that is taken is written with all that was typed.
    desk.field("figures.0.value").evaluate("element => element.closest('details').open = true")
    desk.field("figures.0.value").fill("7")
    desk.file.write_text(theirs.replace("value: 9", "value: 6"), encoding="utf-8")
    expect(result).to_contain_text("fall: 9% → 6%")
    desk.button("Save").click()
    expect(desk.dialog.locator("pre")).to_contain_text(["7", "value: 6"])
    desk.button("Take what is in the file", desk.dialog).click()
    desk.sees("Saved, together")
    assert desk.diff() == [
        "-summary: A storm closed the harbour.",
        "+summary: Mine.",
        '-figures: [{value: 8, unit: "%", what: fall}]',
        '+figures: [{value: 6, unit: "%", what: fall}]',
    ]


def test_a_brief_with_an_error_is_not_published_until_it_is_corrected(page: Page, site: Path, address: str) -> None:
    desk = Desk(page, site, address, "gate")
    point = "key_points: [{text: It was., quote: not in the text}]\ndraft: true"
    desk.file.write_text(desk.base.replace("draft: true", point), encoding="utf-8")
    git(site, "commit", "-qam", "wrong")
    desk.open("#desk-publish")
    expect(desk.dialog).to_contain_text("the quote `not in the text` is not in the text".replace("`", ""))
    expect(desk.button("Confirm all and publish", desk.dialog)).to_be_disabled()
    desk.button("Go there: the quote `not in the text` is not in the text", desk.dialog).click()
    quote = page.locator('[data-field="key_points.0.quote"] textarea')
    expect(quote).to_be_focused()
    expect(page.locator('[data-field="key_points.0.quote"] .desk-error')).to_contain_text("is not in the text")
    quote.fill("forty ferries waited")
    expect(page.locator('[data-field="key_points.0.quote"] .desk-error')).to_be_hidden()
    page.keyboard.press("Control+s")
    desk.sees("Saved.")
    desk.diff()
    desk.button("Publish…").click()
    desk.dialog.get_by_label("At a time (Europe/Berlin)").fill("2031-03-15T08:00")
    desk.button("Schedule, still unconfirmed", desk.dialog).click()
    desk.sees("Scheduled “The harbour closes for a night”; appears 15 Mar 2031, 08:00.")
    assert desk.diff() == ["-draft: true", "+draft: false", "+publish_at: 2031-03-15 08:00"]
    expect(page.locator(".desk-public")).to_contain_text("not before 15 Mar 2031, 08:00")
    desk.button("Hold back").click()
    desk.sees("Held back")
    desk.button("Reject…").click()
    desk.button("Reject", desk.dialog).click()
    page.wait_for_url("**/_desk/")
    assert not desk.file.exists()


def test_a_brief_that_cannot_be_read_is_corrected_on_a_page_of_its_own(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/_desk/")
    page.get_by_role("link", name="briefings/broken.md", exact=True).click()
    page.locator("html[data-desk=ready]").wait_for()
    page.get_by_role("tab", name="Fields").click()
    expect(page.locator('[data-field="date"] .desk-error')).to_contain_text("`date` must be a date".replace("`", ""))
    page.locator('[data-field="date"] input').first.fill("2026-03-14")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/briefs/broken/")
    assert "date: 2026-03-14\n" in (site / "briefings" / "broken.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_desk_is_accessible_and_fits_its_window(
    browser: Browser, site: Path, address: str, width: int, height: int
) -> None:
    found = []
    look = faults_in_all_colours if width == 390 else faults_at_another_width
    page = browser.new_page(viewport={"width": width, "height": height})
    desk = Desk(page, site, address, "look")
    desk.open()
    page.keyboard.press("e")
    assert page.locator(".desk-body").evaluate("e => e.clientHeight > innerHeight / 2")
    for tab in ("Text", "Fields", "To settle"):
        page.get_by_role("tab", name=tab).click()
        page.evaluate("() => document.querySelectorAll('#desk-panel details').forEach(e => { e.open = true })")
        found += look(page)
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), tab
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    desk.button("Confirm all and publish", desk.dialog).wait_for()
    found += look(page)
    page.close()
    assert found == []
