"""Publishing in a real browser: every way to it leads through the gate, and what the desk says of it is so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
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
{more}sources:
  - {{outlet: Quay Letter, title: Closed}}
key_points: [Forty ferries waited, Nobody was hurt in the night, The lamps stayed on]
imported: {{derived: [date, key_points]}}
---
Forty ferries waited outside.
"""
SITE = "title: T\ntime_zone: Europe/Berlin\n"
NAMES = {
    "past": "draft: true\n",
    "choice": "draft: true\n",
    "later": "draft: true\n",
    "untick": "draft: true\n",
    "stays": "draft: true\n",
    "whole": "draft: true\n",
    "embargo": "draft: true\nembargo_until: 2099-12-02 10:00\n",
    "list": "draft: true\n",
    "rejected": "draft: true\n",
    "window": "draft: true\nstory: lamps\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("release")
    (root / "briefings").mkdir()
    (root / "site.yaml").write_text(SITE, encoding="utf-8")
    for name, more in NAMES.items():
        (root / "briefings" / f"{name}.md").write_text(BRIEF.format(name=name, more=more), encoding="utf-8")
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


def open_brief(page: Page, address: str, name: str, mark: str = "") -> Locator:
    page.goto(f"{address}/briefs/{name}/{mark}")
    page.locator("html[data-desk=ready]").wait_for()
    return page.get_by_role("dialog")


def text(site: Path, name: str) -> str:
    return (site / "briefings" / f"{name}.md").read_text(encoding="utf-8")


def press(where: Page | Locator, name: str) -> None:
    where.get_by_role("button", name=name, exact=True).first.click()


def test_a_time_that_is_over_is_named_so_and_published_only_by_its_own_button(
    page: Page, site: Path, address: str
) -> None:
    gate = open_brief(page, address, "past", "#desk-publish")
    gate.get_by_label("At a time").fill(f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%dT%H:%M}")
    expect(gate).to_contain_text("This time is past")
    expect(gate.get_by_role("button", name="schedule")).to_have_count(0)
    gate.get_by_label("At a time").fill("2099-12-02T10:00")
    expect(gate).to_contain_text("Readers see it from 2 Dec 2099, 10:00 (in ")
    press(gate, "Confirm all and schedule")
    expect(page.locator(".desk-message")).to_contain_text("Scheduled “The past closes”; appears 2 Dec 2099, 10:00.")
    expect(page.locator(".desk-public")).to_have_text("not public: not before 2 Dec 2099, 10:00")
    assert "publish_at: 2099-12-02 10:00\n" in text(site, "past")


def test_each_choice_is_named_for_what_it_does(page: Page, site: Path, address: str) -> None:
    gate = open_brief(page, address, "choice", "#desk-publish")
    expect(gate).to_contain_text("Still unconfirmed, readers would see: key points.")
    press(gate, "Take them out and publish")
    expect(page.locator(".desk-message")).to_contain_text("Published “The choice closes”.")
    now = text(site, "choice")
    assert "Forty ferries waited, Nobody" not in now
    assert "imported" not in now
    gate = open_brief(page, address, "later", "#desk-publish")
    gate.get_by_label("At a time").fill("2099-12-02T10:00")
    press(gate, "Schedule, still unconfirmed")
    expect(page.locator(".desk-message")).to_contain_text("Scheduled")
    assert "derived: [date, key_points]" in text(site, "later")


def test_every_item_is_shown_whole_and_left_out_by_its_tick(page: Page, site: Path, address: str) -> None:
    gate = open_brief(page, address, "whole", "#desk-publish")
    for words in ("Forty ferries waited", "Nobody was hurt in the night", "The lamps stayed on"):
        expect(gate.get_by_label(f"Keep: {words}")).to_be_checked()
    gate.get_by_label("Keep: Nobody was hurt in the night").uncheck()
    expect(gate.get_by_role("button", name="Confirm key points")).to_have_text(
        "Confirm the 2 ticked, delete the others"
    )
    gate.get_by_role("button", name="Confirm key points").click()
    expect(gate.get_by_role("button", name="Confirm key points")).to_have_count(0)
    assert "key_points: [Forty ferries waited, The lamps stayed on]\n" in text(site, "whole")
    assert "derived: [date]" in text(site, "whole")
    press(gate, "Cancel")
    # In the fields: what is deleted confirms nothing of the rest.
    open_brief(page, address, "list", "#desk-edit")
    page.get_by_role("tab", name="Fields").click()
    page.locator('[data-entry="key_points.0"] summary').click()
    press(page, "Delete key points 1")
    press(page, "Save")
    expect(page.locator(".desk-message")).to_contain_text("Saved.")
    assert "derived: [date, key_points]" in text(site, "list")


def test_the_tick_of_draft_opens_the_gate_before_anything_is_saved(page: Page, site: Path, address: str) -> None:
    open_brief(page, address, "untick", "#desk-edit")
    page.get_by_role("tab", name="Fields").click()
    page.locator('[data-field="draft"] input').uncheck()
    page.keyboard.press("Control+s")
    gate = page.get_by_role("dialog")
    expect(gate.get_by_role("heading").first).to_have_text("This save makes the brief public")
    expect(gate).to_contain_text("What only import concluded")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("dialog")).to_have_count(1)
    assert "draft: true" in text(site, "untick")
    press(gate, "Cancel")
    expect(page.locator("#desk-status")).to_contain_text("Not saved yet")
    press(page, "Save")
    press(gate, "Save as a draft")
    expect(page.locator(".desk-message")).to_contain_text("Saved.")
    assert "draft: true" in text(site, "untick")
    page.locator('[data-field="draft"] input').uncheck()
    press(page, "Save")
    press(gate, "Confirm all and publish")
    expect(page.locator(".desk-message")).to_contain_text("Saved. Published “The untick closes”.")
    assert "draft: true" not in text(site, "untick")


def test_an_embargo_is_seen_in_the_gate_the_message_the_bar_and_the_row(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/_desk/drafts/")
    page.locator("html[data-desk=ready]").wait_for()
    row = page.locator(".feed > article").filter(has=page.get_by_text("The embargo closes"))
    expect(row).to_contain_text("embargo until 2 Dec 2099, 10:00")
    row.get_by_role("button", name="Publish…").click()
    gate = page.get_by_role("dialog")
    expect(gate).to_contain_text("It stays held back all the same: embargo until 2 Dec 2099, 10:00.")
    press(gate, "Confirm all and release")
    expect(page.locator(".desk-message")).to_contain_text("Released “The embargo closes”; appears 2 Dec 2099, 10:00")
    expect(row).to_have_count(0)
    page.goto(f"{address}/_desk/drafts/?state=waiting")
    expect(row).to_contain_text("embargo until 2 Dec 2099, 10:00")
    open_brief(page, address, "embargo")
    expect(page.locator(".desk-public")).to_have_text("not public: embargo until 2 Dec 2099, 10:00")
    assert "draft: false" in text(site, "embargo")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 480), (1440, 400)])
def test_the_buttons_of_a_window_stay_in_sight_in_every_window_size(
    page: Page, address: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    gate = open_brief(page, address, "window", "#desk-publish")
    expect(gate).to_contain_text("What becomes public with it")
    # It is longer than the window, and read from its top.
    assert gate.evaluate("(box) => box.scrollHeight > box.clientHeight && box.scrollTop === 0")
    expect(gate.get_by_role("button", name="Cancel", exact=True)).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(gate).to_have_count(0)
    page.evaluate("""() => {
      const words = document.createTreeWalker(document.querySelector("main .text"), NodeFilter.SHOW_TEXT).nextNode();
      getSelection().selectAllChildren(words.parentNode);
    }""")
    toolbar = page.get_by_role("toolbar", name="Make of the selected words")
    toolbar.get_by_role("button", name="Note").click()
    expect(gate.get_by_role("button", name="Cancel", exact=True)).to_be_in_viewport(ratio=1)


def test_what_was_rejected_is_told_on_the_page_that_follows_with_the_way_back(
    page: Page, site: Path, address: str
) -> None:
    open_brief(page, address, "rejected")
    press(page, "Reject…")
    press(page.get_by_role("dialog"), "Reject")
    expect(page.locator(".desk-message")).to_contain_text("Rejected “The rejected closes”.")
    assert not (site / "briefings" / "rejected.md").exists()
    press(page.locator(".desk-message"), "Undo")
    expect(page.locator(".desk-message")).to_contain_text("Undo: rejected “The rejected closes”.")
    assert "draft: true" in text(site, "rejected")
    page.reload()
    page.locator("html[data-desk=ready]").wait_for()
    expect(page.locator(".desk-message")).to_be_empty()
