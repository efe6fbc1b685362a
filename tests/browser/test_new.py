"""New briefs from the browser: an empty one, and articles that are dropped, pasted or fetched, by mouse and by keys."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import faults_at_another_width, faults_in_all_colours
from playwright.sync_api import Browser, Page, expect
from processes import preview

from annotated_briefings.importer.operations.undo import list_imports

DUMP = Path(__file__).resolve().parents[1] / "data" / "dump.txt"
PAGE = """\
<meta charset="utf-8"><h1>Vessby keeps its lighthouse</h1><p>By Ilse Maar, 12 March 2026</p>
<p>The county of <a href="https://vessby.example/light">Vessby</a> voted on Thursday to keep the lighthouse for ten
more years.</p><ul><li>Two keepers stay until May.</li><li>The lamp is renewed in June.</li></ul>
<p>Visitors pay four crowns from July, said the harbour office. It expects 14,000 of them in the first year.</p>
"""
TEXT = """\
Barges pass the inner lock again

Divers have freed the lock gate of the inner basin, five days before the day that the port had named.

Barges go through again from Monday, said the harbour office. A stone had jammed the gate since November.
"""
DROP = """(files) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    const event = new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data});
    document.querySelector(".new-drop").dispatchEvent(event);
  }
}"""
PASTE = """(parts) => {
  const data = new DataTransfer();
  for (const [kind, text] of Object.entries(parts)) data.setData(kind, text);
  const to = document.querySelector(".new-paste");
  to.focus();
  to.dispatchEvent(new ClipboardEvent("paste", {bubbles: true, cancelable: true, clipboardData: data}));
}"""
CALLED = """() => {
  const here = document.activeElement;
  const label = here.labels && here.labels[0];
  return here.getAttribute("aria-label") || (label && label.textContent) || here.textContent;
}"""
expect.set_options(timeout=60_000)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "briefings").mkdir(parents=True)
    (root / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    old = "---\ntitle: Old\ndate: 2026-03-01\ntags: [ferries]\nsources: [{outlet: Quay Letter}]\n---\nText.\n"
    (root / "briefings" / "old.md").write_text(old, encoding="utf-8")
    return root


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with preview(site) as served:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{served.address}_desk/new/")
        page.locator("html[data-desk=ready]").wait_for()
        yield page
        context.close()
        assert faults == []


def briefs(site: Path) -> list[str]:
    return sorted(path.stem for path in (site / "briefings").rglob("*.md") if path.stem != "old")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(CALLED).strip().startswith(name):
            return
    raise AssertionError(f"no key leads to {name}")


def test_what_is_dropped_and_pasted_is_looked_at_corrected_imported_and_taken_back(page: Page, site: Path) -> None:
    page.evaluate(DROP, [["dump.txt", DUMP.read_text(encoding="utf-8")], ["photo.txt", "GIF89a\x01\x00\x01\x00"]])
    account = page.get_by_role("region", name="What importing would do")
    expect(account).to_contain_text("10 articles found: 8 new drafts, 2 copies of others. Nothing is written yet.")
    # The account is below the forms, and comes into sight.
    heading = account.get_by_role("heading", name="What importing would do")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page.get_by_label("Outlet", exact=True)).to_be_visible()
    page.evaluate(PASTE, {"text/html": PAGE, "text/plain": "Vessby keeps its lighthouse"})
    expect(page.locator("#new-paste-help")).to_contain_text("Pasted from a page")
    page.get_by_role("button", name="Add this text").click()
    expect(account).to_contain_text("11 articles found: 9 new drafts")
    assert briefs(site) == []
    light = page.get_by_role("article", name="Vessby keeps its lighthouse")
    expect(light).to_contain_text("Ilse Maar")
    expect(light.locator(".new-guess")).to_have_count(0)
    expect(page.get_by_role("article", name="Vintners").locator("h3 .new-guess")).to_have_count(1)
    expect(account.locator(".new-errors")).to_contain_text("pictures are not read")
    # Boundaries, and the way back.
    page.get_by_role("article", name="Vintners").get_by_role("button", name="Join with the article above").click()
    expect(account).to_contain_text("8 new drafts")
    page.get_by_role("button", name="Take back: join dump.txt").click()
    expect(account).to_contain_text("9 new drafts")
    ostmark = page.get_by_role("article", name="The royal observatory")
    ostmark.locator("summary").click()
    ostmark.get_by_role("button", name="An article starts here").nth(2).click()
    expect(account).to_contain_text("10 new drafts")
    page.get_by_role("button", name="Remove photo.txt").click()
    expect(account.locator(".new-errors")).to_have_count(0)
    assert briefs(site) == []
    page.get_by_role("button", name="Import 10 drafts").click()
    done = page.get_by_role("region", name="Imported")
    expect(done.get_by_role("link")).to_have_count(10)
    expect(done.get_by_role("heading")).to_be_focused()
    assert len(briefs(site)) == 10
    [made] = list_imports(site)
    assert (len(made.written), made.run.files) == (10, tuple(sorted(made.run.files)))
    page.get_by_role("button", name="Take this import back").click()
    expect(page.locator(".desk-message")).to_contain_text("Taken back: 10 drafts deleted.")
    assert briefs(site) == []
    assert list_imports(site)[0].undone
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(".desk-message")).to_contain_text("Brought back: 10 drafts.")
    expect(page.get_by_role("region", name="Imported").get_by_role("link")).to_have_count(10)
    assert not list_imports(site)[0].undone
    page.get_by_role("button", name="Take this import back").click()
    expect(page.locator(".desk-message")).to_contain_text("Taken back: 10 drafts deleted.")
    assert briefs(site) == []
    page.reload()
    expect(page.get_by_role("region", name="Imported")).to_contain_text("The last import was taken back.")
    expect(page.locator(".desk-message")).to_be_empty()


def test_articles_of_one_headline_are_told_apart_by_outlet_and_day(page: Page) -> None:
    bodies = (
        "The ferry to Vessby stays in port until Friday, the line said.",
        "Two lifeboats were called out at noon.",
    )
    rows = [
        {
            "title": "Storm closes the quay",
            "outlet": outlet,
            "date": day,
            "text": f"{body}\n\n{body} {outlet} has more.",
        }
        for outlet, day, body in zip(("Quay Letter", "Vessby Post"), ("2026-03-14", "2026-03-15"), bodies, strict=True)
    ]
    page.evaluate(DROP, [["two.json", json.dumps(rows)]])
    for name in ("Quay Letter, 2026-03-14", "Vessby Post, 2026-03-15"):
        article = page.get_by_role("article", name=f"Storm closes the quay ({name})", exact=True)
        expect(article.get_by_role("heading")).to_contain_text(name)


def test_a_text_is_imported_by_keyboard_alone(page: Page, site: Path) -> None:
    tab_to(page, "Or paste a text or a page")
    page.keyboard.insert_text(TEXT)
    tab_to(page, "Add this text")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Import 1 draft")).to_be_enabled()
    tab_to(page, "Import 1 draft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Imported").get_by_role("heading")).to_be_focused()
    assert briefs(site) == ["barges-pass-the-inner-lock-again"]
    tab_to(page, "Take this import back")
    page.keyboard.press("Enter")
    expect(page.locator(".desk-message")).to_contain_text("Taken back: 1 draft deleted.")
    assert briefs(site) == []


def test_an_empty_brief_is_written_by_keys_and_opened_in_its_editor(page: Page, site: Path) -> None:
    tab_to(page, "Title")
    page.keyboard.type("The quay opens")
    tab_to(page, "Outlet of its source")
    page.keyboard.type("Quay Letter")
    tab_to(page, "Tags")
    page.keyboard.type("ferries")
    page.keyboard.press("Enter")
    tab_to(page, "Write it")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefs/the-quay-opens/#desk-edit")
    expect(page.get_by_role("tab", name="Text")).to_be_focused()
    [made] = (site / "briefings").rglob("the-quay-opens.md")
    text = made.read_text(encoding="utf-8")
    assert "title: The quay opens\n" in text
    assert "  - outlet: Quay Letter\n" in text
    assert "draft: true\n" in text
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.wait_for_url("**/_desk/")
    assert briefs(site) == []


def test_what_was_typed_or_brought_is_there_again_after_the_tab_was_closed(page: Page, site: Path) -> None:
    page.evaluate(DROP, [["note.txt", TEXT]])
    page.get_by_role("button", name="Import 1 draft").wait_for()
    page.evaluate(PASTE, {"text/html": PAGE, "text/plain": "Vessby"})
    page.get_by_label("Title").fill("Half a title")
    address = page.url
    page.close()
    again = page.context.new_page()
    again.goto(address)
    expect(again.get_by_label("Title")).to_have_value("Half a title")
    expect(again.get_by_role("button", name="Import 1 draft")).to_be_enabled()
    again.get_by_role("button", name="Add this text").click()
    expect(again.get_by_role("article", name="Vessby keeps its lighthouse")).to_be_visible()
    assert briefs(site) == []


def test_the_page_is_accessible_and_fits_its_window(page: Page, browser: Browser) -> None:
    page.evaluate(DROP, [["dump.txt", DUMP.read_text(encoding="utf-8")], ["photo.txt", "GIF89a\x01\x00\x01\x00"]])
    page.get_by_role("button", name="Import 8 drafts").wait_for()
    other = browser.new_page(viewport={"width": 390, "height": 844})
    other.goto(page.url)
    other.get_by_role("button", name="Import 8 drafts").wait_for()
    other.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true })")
    found = []
    for width in (390, 1440):
        other.set_viewport_size({"width": width, "height": 900})
        found += faults_in_all_colours(other) if width == 390 else faults_at_another_width(other)
        assert other.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), width
    other.close()
    assert found == []
