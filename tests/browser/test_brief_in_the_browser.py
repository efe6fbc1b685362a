"""A brief from pasted text to its readers, with notes, a figure, an entity and pictures, and no file is touched."""

import base64
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect
from processes import preview

from annotated_briefings.editing.brief_form import read_form
from annotated_briefings.importer.operations.undo import list_imports

TEXT = """\
Barges pass the inner lock again

By Ilse Maar, 12 March 2026

Divers have freed the lock gate of the inner basin, five days before the day that the port of Vessby had named.

Barges go through again from Monday, said the harbour office. A stone had jammed the gate since November, and 340 barges
had taken the long way round.
"""
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
DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name, {type: "image/jpeg"}));
  for (const kind of ["dragover", "drop"]) {
    const event = new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: carried});
    document.querySelector("main").dispatchEvent(event);
  }
}"""
CALLED = """() => {
  const here = document.activeElement;
  const label = here.labels && here.labels[0];
  return here.getAttribute("aria-label") || (label && label.textContent) || here.textContent;
}"""
expect.set_options(timeout=60_000)


class EditorsDay:
    """What an editor does in a browser, and the one brief of the site."""

    def __init__(self, page: Page, site: Path, address: str) -> None:
        self.page, self.site, self.address = page, site, address

    @property
    def file(self) -> Path:
        [found] = (self.site / "briefings").rglob("*.md")
        return found

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def sees(self, words: str) -> None:
        expect(self.page.locator(".desk-message")).to_contain_text(words)
        self.page.evaluate("() => document.querySelector('.desk-message').replaceChildren()")

    def ready(self) -> None:
        self.page.locator("html[data-desk=ready]").wait_for()

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until what has the focus is called so."""
        for _ in range(150):
            if self.page.evaluate(CALLED).strip().startswith(name):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"no key leads to {name}")

    def press(self, name: str) -> None:
        """Go to a button by keys, and press it."""
        self.tab_to(name)
        self.page.keyboard.press("Enter")

    def check(self) -> None:
        """The brief as everything above has made it, and its readers' page."""
        form = read_form(self.text)
        assert form is not None
        values = form.values
        assert [note["quote"] for note in values["annotations"]] == ["five days before", "340 barges"]
        assert [note["note"].strip() for note in values["annotations"]] == ["The port says so itself.", "Who counted?"]
        assert any(
            one["value"] == "340" and one["what"] == "barges that took the long way" for one in values["figures"]
        )
        assert values["entities"]["mentions"] == ["Vessby"] or values["entities"]["about"] == ["Vessby"]
        assert values["draft"] == "false"
        assert [len(one.written) for one in list_imports(self.site)] == [1]


@pytest.fixture
def day(browser: Browser, tmp_path: Path) -> Iterator[EditorsDay]:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    with preview(tmp_path) as served:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield EditorsDay(page, tmp_path, served.address.rstrip("/"))
        context.close()
        assert faults == []


def photograph() -> str:
    """A photograph on its side, which knows where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[29] = "2026:03:12"
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG", exif=exif)
    return base64.b64encode(out.getvalue()).decode()


def test_a_pasted_text_becomes_a_public_brief_with_the_mouse(day: EditorsDay) -> None:
    page = day.page
    page.goto(f"{day.address}/_desk/")
    page.get_by_role("link", name="New").click()
    day.ready()
    page.get_by_label("Or paste a text or a page").fill(TEXT)
    page.get_by_role("button", name="Add this text").click()
    page.get_by_role("button", name="Import 1 draft").click()
    page.get_by_role("region", name="Imported").get_by_role("link").click()
    day.ready()
    for words, note in (("five days before", "The port says so itself."), ("340 barges", "Who counted?")):
        page.evaluate(SELECT, words)
        page.get_by_role("toolbar").get_by_role("button", name="Note").click()
        day.dialog.get_by_label("Note").fill(note)
        day.dialog.get_by_role("button", name="Add note").click()
        day.sees("Saved.")
    page.evaluate(SELECT, "340 barges")
    page.get_by_role("toolbar").get_by_role("button", name="Figure").click()
    day.dialog.get_by_label("What").fill("barges that took the long way")
    day.dialog.get_by_role("button", name="Add figure").click()
    day.sees("Saved.")
    page.evaluate(SELECT, "Vessby")
    page.get_by_role("toolbar").get_by_role("button", name="Name").click()
    day.dialog.get_by_role("button", name="Add name").click()
    day.sees("Saved.")
    # A picture into the text, below the paragraph with the cursor, and the same one as the lead picture.
    page.keyboard.press("e")
    page.get_by_label("Text (Markdown)").focus()
    page.keyboard.press("Control+Home")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.evaluate(DROP, ["DSC 0042 Lock.JPG", photograph()])
    day.dialog.get_by_role("button", name="Put into the text").click()
    expect(day.dialog.get_by_role("alert")).to_have_text("say in a few words what the picture shows")
    day.dialog.get_by_label("What it shows").fill("The open [lock] gate")
    day.dialog.get_by_label("Credit").fill("Photo: A. Writer")
    day.dialog.get_by_role("button", name="Put into the text").click()
    expect(page.locator("main .text img")).to_have_attribute("alt", "The open [lock] gate")
    page.keyboard.press("Control+s")
    day.sees("Saved.")
    shown = "![The open \\[lock\\] gate](dsc-0042-lock.jpg)\n*Photo: A. Writer*"
    assert f"the port of Vessby had named.\n\n{shown}\n\nBarges go through again" in day.text
    page.evaluate(DROP, ["DSC 0042 Lock.JPG", photograph()])
    day.dialog.get_by_label("What it shows").fill("The lock")
    expect(day.dialog.get_by_label("Credit")).to_have_value("Photo: A. Writer")
    day.dialog.get_by_role("button", name="Make it the lead picture").click()
    expect(page.locator('[data-field="image.src"] input')).to_have_value("dsc-0042-lock.jpg")
    page.keyboard.press("Control+s")
    day.sees("Saved.")
    form = read_form(day.text)
    assert form is not None
    lead = {"src": "dsc-0042-lock.jpg", "alt": "The lock", "credit": "Photo: A. Writer"}
    assert {key: one for key, one in form.values["image"].items() if one} == lead
    assert sorted(one.suffix for one in day.file.parent.iterdir()) == [".jpg", ".md"]
    page.get_by_role("button", name="Publish…").click()
    day.dialog.get_by_role("button", name=re.compile("Confirm all and publish|Publish now")).click()
    day.sees("Published")
    day.check()


def test_a_pasted_text_becomes_a_public_brief_by_keyboard_alone(day: EditorsDay) -> None:
    page = day.page
    page.goto(f"{day.address}/_desk/")
    day.press("New")
    day.ready()
    day.tab_to("Or paste a text or a page")
    page.keyboard.insert_text(TEXT)
    day.press("Add this text")
    page.get_by_role("button", name="Import 1 draft").wait_for()
    day.press("Import 1 draft")
    expect(page.get_by_role("region", name="Imported").get_by_role("heading")).to_be_focused()
    day.press("Barges pass the inner lock again")
    page.wait_for_url("**/briefs/**")
    day.ready()
    # Words are selected in the field of the text, from its beginning, by their places.
    for words, note in (("five days before", "The port says so itself."), ("340 barges", "Who counted?")):
        marked(day, words, "Note on the selected words")
        page.keyboard.type(note)
        day.press("Add note")
        day.sees("Saved.")
    marked(day, "340 barges", "Figure on the selected words")
    day.tab_to("What")
    page.keyboard.press("Control+a")
    page.keyboard.type("barges that took the long way")
    day.press("Add figure")
    day.sees("Saved.")
    marked(day, "Vessby", "Name on the selected words")
    day.press("Add name")
    day.sees("Saved.")
    # A picture is chosen by keys, too.
    day.tab_to("Text (Markdown)")
    page.keyboard.press("Control+End")
    with page.expect_file_chooser() as chooser:
        day.tab_to("Picture… into", "Shift+Tab")
        page.keyboard.press("Enter")
    chooser.value.set_files({"name": "image.jpg", "mimeType": "image/jpeg", "buffer": base64.b64decode(photograph())})
    day.dialog.wait_for()
    page.keyboard.type("The open lock")
    day.press("Put into the text")
    expect(page.get_by_label("Text (Markdown)")).to_be_focused()
    page.keyboard.press("Control+s")
    day.sees("Saved.")
    assert day.text.endswith("\n\n![The open lock](barges-pass-the-inner-lock-again-picture.jpg)\n")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    day.dialog.get_by_role("heading").first.wait_for()
    page.get_by_role("button", name=re.compile("Confirm all and publish|Publish now")).wait_for()
    confirm = page.get_by_role("button", name="Confirm all and publish").count()
    day.press("Confirm all and publish" if confirm else "Publish now")
    day.sees("Published")
    day.check()


def marked(day: EditorsDay, words: str, button: str) -> None:
    """Select words in the field of the text by keys, and make something of them."""
    page = day.page
    if page.locator("#desk-panel").count() == 0 or page.locator("#desk-panel").is_hidden():
        page.keyboard.press("e")
        page.locator("#desk-panel").wait_for()
    day.tab_to("Text (Markdown)")
    at = page.get_by_label("Text (Markdown)").input_value().index(words)
    page.keyboard.press("Control+Home")
    for _ in range(at):
        page.keyboard.press("ArrowRight")
    for _ in words:
        page.keyboard.press("Shift+ArrowRight")
    day.tab_to(button, "Shift+Tab")
    page.keyboard.press("Enter")
    day.dialog.wait_for()
