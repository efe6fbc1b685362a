"""A digest made at the desk in a real browser: chosen, put in order, opened with a text, written and kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import faults_in_all_colours
from playwright.sync_api import Browser, Page, expect
from processes import preview

BRIEFS = {
    "quay": "title: Quay opens\ndate: 2026-03-12\nlead: true",
    "gulls": "title: Gulls return to a harbour with a very long name in a headline that has no end\ndate: 2026-03-12",
    "herons": "title: Herons too\ndate: 2026-03-12",
    "ferry": "title: Ferry sold\ndate: 2026-03-11",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("digests")
    (root / "briefings").mkdir()
    (root / "site.yaml").write_text("title: Quay\nbase_url: https://example.org\n", encoding="utf-8")
    for name, head in BRIEFS.items():
        text = f"---\n{head}\nsummary: In short.\n---\nText.\n"
        (root / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with preview(site) as served:
        yield served.address


def opened(browser: Browser, address: str, width: int = 1440) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}_desk/digest/")
    page.locator("html[data-desk=ready]").wait_for()
    return page


def test_a_digest_is_made_by_keyboard_and_written(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, address)
    expect(page.get_by_text("March 12, 2026: 3 briefs, 3 in the digest", exact=False)).to_be_visible()
    page.get_by_role("button", name="Down: Quay opens").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Down: Quay opens")).to_be_focused()
    expect(page.get_by_label("Order")).to_have_value("given")
    page.get_by_role("checkbox", name="Herons too").focus()
    page.keyboard.press("Space")
    page.get_by_label("Opening").fill("Good *morning*.")
    frame = page.frame_locator(".digest-shown")
    expect(frame.locator("em", has_text="morning")).to_be_visible()
    expect(page.get_by_text("3 briefs, 2 in the digest", exact=False)).to_be_visible()
    page.get_by_role("button", name="Write its files").click()
    expect(page.get_by_text("Written: _digest/2026-03-12.html", exact=False)).to_be_visible()
    text = (site / "_digest/2026-03-12.txt").read_text(encoding="utf-8")
    assert text.index("Gulls return") < text.index("Quay opens")
    assert "Herons" not in text
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Message (.eml)").click()
    assert Path(downloading.value.path()).read_bytes() == (site / "_digest/2026-03-12.eml").read_bytes()
    page.reload()
    expect(page.get_by_label("Opening")).to_have_value("Good *morning*.")
    page.get_by_label("The whole week of that day").check()
    expect(page.get_by_text("4 briefs, 4 in the digest", exact=False)).to_be_visible()
    page.get_by_role("checkbox", name="Quay opens").uncheck()
    for name in ("Gulls return", "Herons too", "Ferry sold"):
        page.get_by_role("checkbox", name=name).uncheck()
    expect(page.get_by_text("No brief is ticked.")).to_be_visible()
    expect(page.get_by_role("button", name="Write its files")).to_be_hidden()
    page.context.close()


def test_a_brief_that_changes_meanwhile_changes_the_digest_and_no_choice(
    browser: Browser, site: Path, address: str
) -> None:
    page = opened(browser, address)
    page.get_by_role("checkbox", name="Herons too").uncheck()
    expect(page.get_by_text("3 briefs, 2 in the digest", exact=False)).to_be_visible()
    file = site / "briefings/quay.md"
    before = file.read_text(encoding="utf-8")
    try:
        file.write_text(before.replace("Quay opens", "Quay closes"), encoding="utf-8")
        expect(page.get_by_role("checkbox", name="Quay closes")).to_be_checked()
        expect(page.get_by_role("checkbox", name="Herons too")).not_to_be_checked()
        file.write_text(before.replace("lead: true", "draft: true"), encoding="utf-8")
        expect(page.get_by_text("2 briefs, 1 in the digest", exact=False)).to_be_visible()
    finally:
        file.write_text(before, encoding="utf-8")
    page.context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_page_is_accessible_and_fits_its_window(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    page.get_by_role("checkbox", name="Quay opens").wait_for()
    found = faults_in_all_colours(page)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
    assert found == []
