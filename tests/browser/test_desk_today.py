"""What `Today` lists is settled there with buttons, in a real browser: no entry ends at a command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from processes import preview

from annotated_briefings.cli.main import main

expect.set_options(timeout=30_000)
HEAD = "date: 2026-03-14\nsummary: A storm.\nlang: en\n"
GATE = (
    "Divers have freed the lock gate of the inner basin, five days before the day that the port had named. Barges go "
    "through again from Monday, said the harbour office. A stone had jammed it since the high water of November. "
)
FERRY = (
    "The night ferry to Vessby stays in the harbour until spring, because nobody has bid for the route. The county had "
    "offered nine million crowns a year and asked for four crossings a night, even in ice. "
)
BRIEFS = {
    "quoted": "title: Lock gate freed\nsources: [{outlet: Quay Letter}]\n"
    "key_points: [{text: It is free., quote: Divers have freed the lock gate, source: 1}]\n"
    + HEAD
    + "---\nIt is free.\n",
    "one": "title: No bids\nsources: [{outlet: Dock News}]\ntags: [ferries]\n" + HEAD + "---\n" + FERRY * 3 + "\n",
    "two": "title: Ferry stays\nsources: [{outlet: Dock News}]\ntags: [ferries]\n" + HEAD + "---\n" + FERRY * 3 + "\n",
    "story": "title: A night\n" + HEAD + "imported: {suggested: {story: storm-night}}\n---\nWind.\n",
    "names": "title: Names\n" + HEAD + "tags: [tides]\nentities: [Mara Quill]\n---\nMara Quill came.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("today")
    (root / "briefings").mkdir()
    (root / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    for name, text in BRIEFS.items():
        (root / "briefings" / f"{name}.md").write_text(f"---\n{text}", encoding="utf-8")
    (root / "briefings" / "entities.yaml").write_text("quay: {name: Quay}\n", encoding="utf-8")
    (root / "briefings" / "tags.yaml").write_text("ferries: {label: ferries}\n", encoding="utf-8")
    (root / "whole.txt").write_text(
        f"Title: Gate\nSource: Wire Post\nDate: 2026-03-03\n\n{GATE * 3}\n", encoding="utf-8"
    )
    assert main(["--site", str(root), "import", str(root / "whole.txt"), "--publish"]) == 0
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with preview(site) as served:
        yield served.address.rstrip("/")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}/_desk/")
    page.locator("html[data-desk=ready]").wait_for()
    yield page
    context.close()
    assert faults == []


def entry(page: Page, heading: str, words: str) -> Locator:
    group = page.locator(".feed > article").filter(has=page.get_by_role("heading", name=heading))
    return group.locator("ul.tasks > li").filter(has_text=words)


def text(site: Path, name: str) -> str:
    return (site / "briefings" / name).read_text(encoding="utf-8")


def test_the_text_of_a_source_is_pasted_and_its_quotes_are_checked(page: Page, site: Path) -> None:
    task = entry(page, "Quotes that nobody has checked", "1 quote of Quay Letter is not checked")
    task.get_by_role("button", name="Paste its text…").click()
    page.get_by_role("dialog").get_by_label("Text of the source").fill(GATE)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".desk-message")).to_contain_text("Kept the text of Quay Letter: it has 1 of 1 quote.")
    expect(task).to_have_count(0)
    assert '"attached"' in text(site, "imports.jsonl")


def test_two_briefs_that_are_no_copies_are_left_alone(page: Page, site: Path) -> None:
    task = entry(page, "Suspected duplicates", "“")
    expect(task).not_to_contain_text("briefings/one.md: ")
    task.get_by_role("button", name="No copy").first.click()
    expect(page.locator(".desk-message")).to_contain_text("Settled no copy")
    expect(task).to_have_count(0)
    assert "seen:" in text(site, "decisions.yaml")
    page.locator("#steps").get_by_role("button", name="Undo: settled").click()
    expect(task).to_have_count(1)


def test_a_story_is_named_when_it_is_taken_over(page: Page, site: Path) -> None:
    task = entry(page, "Suggested stories", "may belong to the story")
    task.get_by_role("button", name="Same story…").click()
    page.get_by_role("dialog").get_by_label("Title of the story").fill("Storm Night at the Quay")
    page.keyboard.press("Enter")
    expect(task).to_have_count(0)
    assert "story: storm-night\n" in text(site, "story.md")
    assert "title: Storm Night at the Quay" in text(site, "stories.yaml")


def test_a_reprint_is_allowed_by_its_licence(page: Page, site: Path) -> None:
    task = entry(page, "Briefs that are the whole text of their source", "word for word")
    task.get_by_role("button", name="It may be reprinted…").click()
    expect(page.get_by_role("dialog").get_by_label("Licence")).to_have_value("CC BY 4.0")
    page.keyboard.press("Enter")
    expect(task).to_have_count(0)
    [path] = list((site / "briefings" / "2026").rglob("*.md"))
    assert "licence: CC BY 4.0" in path.read_text(encoding="utf-8")


def test_names_and_tags_are_declared_at_their_fields(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/briefs/names/#desk-edit")
    page.locator("html[data-desk=ready]").wait_for()
    page.get_by_role("tab", name="Fields").click()
    tags = page.locator('[data-field="tags"]')
    tags.get_by_role("button", name="Declare tides").click()
    expect(tags.get_by_role("button", name="Declare tides")).to_have_count(0)
    assert "tides" in text(site, "tags.yaml")
    names = page.locator('[data-field="entities"]')
    names.get_by_label("Type of Mara Quill").first.select_option("person")
    names.get_by_role("button", name="Declare Mara Quill").first.click()
    expect(names.get_by_role("button", name="Declare Mara Quill")).to_have_count(0)
    assert "mara-quill: {name: Mara Quill, type: person}" in text(site, "entities.yaml")


def test_no_entry_of_today_ends_at_a_command(page: Page) -> None:
    expect(page.locator(".feed > article").first).to_be_visible()
    assert page.locator(".feed").get_by_text("briefings attach").count() == 0
    assert page.locator(".feed ul.tasks > li .desk-help").all_inner_texts() == []
