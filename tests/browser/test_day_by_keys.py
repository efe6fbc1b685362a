"""An editor's day at the desk by keyboard alone, from a pasted text to what readers see, and back."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_states import wait_until
from playwright.sync_api import Browser, Page, expect
from processes import preview

expect.set_options(timeout=60_000)
TEXT = """\
Divers free the lock gate

Divers have freed the lock gate of Vessby, five days before the day that the port had named. Barges go through again
from Monday, said Mara Quill, who runs the lock.

The repair cost 40 million crowns. A stone had jammed the gate since the high water of November.
"""
REGISTRY = """\
lock-office: {name: Lock Office, type: organisation}
vessby: {name: Vessby, type: place}
vessby-lock: {name: Vessby Lock, type: place, aliases: [lock gate of Vessby]}
"""


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "briefings").mkdir(parents=True)
    (root / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    (root / "briefings" / "entities.yaml").write_text(REGISTRY, encoding="utf-8")
    (root / ".gitignore").write_text(".cache/\ncollected/\nbriefings/imports*.jsonl\n", encoding="utf-8")
    git(root, "init", "-q")
    return root


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with preview(site) as served:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{served.address}_desk/")
        ready(page)
        yield page
        context.close()
        assert faults == []


def ready(page: Page) -> None:
    page.locator("html[data-desk=ready]").wait_for()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def sees(page: Page, words: str) -> None:
    expect(page.locator(".desk-message")).to_contain_text(words)
    page.evaluate("() => document.querySelector('.desk-message').replaceChildren()")


def changed(site: Path) -> list[str]:
    """The lines that were changed since the last look."""
    git(site, "add", "-A")
    lines = git(site, "diff", "-U0", "--cached").splitlines()
    git(site, "commit", "-q", "--allow-empty", "-m", "step")
    return [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]


def select(page: Page, words: str) -> None:
    """Select words of the text as Shift and the arrows do, from where they are."""
    area = page.locator("#desk-view-text textarea")
    area.evaluate(
        "(area, words) => area.setSelectionRange(area.value.indexOf(words), area.value.indexOf(words))", words
    )
    press(page, *["Shift+ArrowRight"] * len(words))


def test_a_text_is_imported_annotated_scheduled_published_and_taken_back_without_a_mouse(
    page: Page, site: Path
) -> None:
    changed(site)
    # Paste, look, import.
    press(page, "g", "9")
    page.wait_for_url("**/_desk/new/")
    ready(page)
    press(page, "t")
    page.keyboard.insert_text(TEXT)
    press(page, "Control+Enter")
    wait_until(page, "document.querySelector('#new-account [data-key=import]:not(:disabled)')")
    press(page, "i", "Enter")
    expect(page.locator("#new-done a")).to_be_visible()
    wait_until(page, "document.activeElement.id === 'new-done-title'")
    press(page, "d", "Enter")
    page.wait_for_url("**/briefs/divers-free-the-lock-gate/")
    ready(page)
    changed(site)
    # A day, by the keys that go from field to field.
    press(page, "e")
    expect(page.locator("#desk-panel")).to_be_visible()
    press(page, "ArrowRight", "Tab", "Tab", "Alt+ArrowDown", "Alt+ArrowDown")
    assert page.evaluate("document.activeElement.closest('[data-field]').dataset.field") == "date"
    page.keyboard.type("2026-11-30")
    press(page, "Control+s")
    sees(page, "Saved.")
    assert changed(site) == ["+date: 2026-11-30"]
    # A note and a figure on words of the text.
    press(page, "Escape", "e")
    page.get_by_role("tab", name="Fields").focus()
    press(page, "ArrowLeft", "Tab")
    while not page.evaluate("document.activeElement.matches('textarea')"):
        press(page, "Tab")
    select(page, "five days before")
    press(page, "Alt+n")
    expect(page.get_by_role("dialog")).to_contain_text("A note on these words")
    page.keyboard.type("The log says so.")
    press(page, "Control+Enter")
    sees(page, "Saved.")
    assert [line for line in changed(site) if "quote" in line or "note:" in line] == [
        "+  - quote: five days before",
        "+    note: The log says so.",
    ]
    assert page.evaluate("document.activeElement.matches('textarea')")
    select(page, "40 million crowns")
    press(page, "Alt+f")
    expect(page.get_by_role("dialog")).to_contain_text("A figure from these words")
    press(page, "Escape", "Escape")
    # Two names become one, on the list of names.
    press(page, "d")
    page.wait_for_url("**/_desk/drafts/")
    ready(page)
    press(page, "g", "8")
    page.wait_for_url("**/_desk/names/")
    ready(page)
    page.get_by_label("Show").focus()
    page.keyboard.type("In")
    expect(page.locator('[data-entry="vessby-lock"]')).to_be_visible()
    press(page, "Escape", "j", "j", "j")
    wait_until(page, "document.activeElement.dataset.entry === 'vessby-lock'")
    press(page, "m")
    page.keyboard.type("office")
    press(page, "Enter")
    sees(page, "Merged Vessby Lock into Lock Office")
    lines = changed(site)
    assert "+  about: [Lock Office]" in lines
    assert any(line.startswith("+vessby-lock: ") and line.endswith("merged_into: lock-office}") for line in lines)
    press(page, "u")
    sees(page, "Undo: merged Vessby Lock into Lock Office")
    changed(site)
    # Scheduled, published, held back.
    press(page, "g", "2")
    page.wait_for_url("**/_desk/drafts/")
    ready(page)
    press(page, "j", "p")
    gate = page.get_by_role("dialog")
    expect(gate).to_contain_text("What only import concluded")
    gate.locator("#desk-when").focus()
    page.keyboard.type("12312099")
    press(page, "Tab")
    page.keyboard.type("1000AM")
    expect(gate.locator("#desk-when-told")).to_contain_text("2099")
    press(page, "Control+Enter")
    sees(page, "Scheduled")
    lines = changed(site)
    assert "+publish_at: 2099-12-31 10:00" in lines
    assert "+draft: false" in lines
    press(page, "u")
    sees(page, "Undo: ")
    changed(site)
    expect(page.locator(".feed > article")).to_have_count(1)
    press(page, "Home", "p")
    expect(gate).to_contain_text("Confirm all and publish")
    press(page, "Control+Enter")
    sees(page, "Published")
    assert "+draft: false" in changed(site)
    press(page, "u")
    sees(page, "Undo: ")
    assert "+draft: true" in changed(site)


def test_the_keys_of_every_page_are_listed_and_lead_where_they_say(page: Page) -> None:
    for digit, name in enumerate(["", "drafts", "versions", "copies", "places", "notes", "quotes", "names", "new"], 1):
        press(page, "g", str(digit))
        page.wait_for_url(f"**/_desk/{name}{'/' if name else ''}")
        ready(page)
    press(page, "g", "0")
    page.wait_for_url("**/_desk/digest/")
    ready(page)
    press(page, "?")
    window = page.get_by_role("dialog")
    expect(window).to_contain_text("go to a page of the desk, from left to right")
    # Switched off, a letter is a letter.
    window.get_by_role("checkbox").focus()
    press(page, "Space", "Escape", "g", "9")
    assert page.url.endswith("/_desk/digest/")
