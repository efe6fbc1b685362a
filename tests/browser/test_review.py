"""The review pages of the preview in a real browser: each button writes what its command writes, and no more."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from accessibility import faults_at_another_width, faults_in_all_colours
from desk_site import desk_of
from page_states import wait_until
from playwright.sync_api import Browser, Locator, Page, expect
from processes import preview

from annotated_briefings.cli.main import main

expect.set_options(timeout=60_000)
ROOT = Path(__file__).resolve().parents[2]
DUMP = ROOT / "tests" / "data" / "dump.txt"
BRIEF = """\
---
title: The harbour
date: 2026-03-14
annotations:
  # by the desk
  - quote: closed on Friday
    note: The log says so.
---
The harbor was closed on Saturday night. Mara Quill of Brightwater Shipping agreed.
"""
PARTS = (
    "Divers have freed the lock gate of the inner basin, five days before the day that the port had named. Barges go "
    "through again from Monday, said the harbour office. A stone had jammed it since the high water of November.",
    "The night ferry to Vessby stays in the harbour until spring, because nobody has bid for the route. The county had "
    "offered nine million crowns a year and asked for four crossings a night, even in ice.",
)
COPIES = ("\n".join(PARTS), PARTS[0])
"""A text, and an excerpt of it that another paper has."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("desk")
    (root / "briefings").mkdir()
    (root / "site.yaml").write_text('title: T\neditor_url: "edit://{path}:{line}"\n', encoding="utf-8")
    (root / "briefings" / "harbour.md").write_text(BRIEF, encoding="utf-8")
    (root / "briefings" / "entities.yaml").write_text("brightwater:\n  name: Brightwater\n", encoding="utf-8")
    (root / ".gitignore").write_text(".cache/\ncollected/\n", encoding="utf-8")
    shutil.copy(DUMP, root / "dump.txt")
    (root / "wire.jsonl").write_text(
        "".join(json.dumps({"title": "News", "outlet": f"Paper {n}", "text": t}) + "\n" for n, t in enumerate(COPIES)),
        encoding="utf-8",
    )
    assert main(["--site", str(root), "import", str(root / "dump.txt"), str(root / "wire.jsonl")]) == 0
    git(root, "init", "-q")
    return root


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with preview(site) as served:
        yield served.address.rstrip("/")


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    git(site, "add", "-A")
    git(site, "commit", "-q", "--allow-empty", "-m", "before")
    context = browser.new_context()
    yield context.new_page()
    context.close()


def changes(site: Path) -> list[str]:
    """The changed lines, as git shows them, without new proofs in the ledger: the preview adds them when it finds
    them."""
    git(site, "add", "-N", ".")
    lines = git(site, "diff", "-U0", "HEAD").splitlines()
    changed = [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]
    return [line for line in changed if not line.startswith('+{"proof": ')]


class Review:
    """A list of the desk in a browser."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)

    def open(self, section: str, query: str = "") -> None:
        self.page.goto(f"{self.address}/_desk/{section}{'/' if section else ''}{query}")
        self.ready()

    def ready(self) -> None:
        self.page.locator("html[data-desk=ready]").wait_for()

    def entry(self, title: str) -> Locator:
        """The entry with a headline."""
        return (
            self.page.locator(".feed > article")
            .filter(has=self.page.locator(".head :is(h2, h3)", has_text=title))
            .first
        )

    def sees(self, words: str) -> None:
        """Wait for a message, and close it."""
        expect(self.page.locator(".desk-message")).to_contain_text(words)
        self.page.locator(".desk-message").get_by_role("button", name="Close this message").click()

    def undo(self, what: str) -> None:
        self.page.locator("#steps").get_by_role("button", name=f"Undo: {what}").click()
        expect(self.page.locator(".desk-message")).to_contain_text("Undo: ")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def focused(self) -> str:
        """The key of the entry that has the focus."""
        found = self.page.evaluate("document.activeElement.closest('[data-entry]')?.dataset.entry || ''")
        return str(found)


@pytest.fixture
def review(page: Page, address: str) -> Iterator[Review]:
    desk = Review(page, address)
    yield desk
    assert desk.faults == []


CITY = "The city council of Port Amaro"


def test_a_draft_is_published_from_the_list_behind_its_gate_and_taken_back(review: Review, site: Path) -> None:
    review.open("drafts")
    review.entry(CITY).get_by_role("button", name="Publish…").click()
    expect(review.dialog).to_contain_text("What only import concluded")
    review.dialog.get_by_role("button", name="Publish, still unconfirmed").click()
    review.sees("Published “")
    assert changes(site) == ["-draft: true", "+draft: false"]
    expect(review.entry(CITY)).to_have_count(0)
    review.undo("published")
    expect(review.entry(CITY)).to_have_count(1)
    assert changes(site) == []


def test_many_drafts_are_filtered_selected_tagged_and_taken_back_by_keys_alone(review: Review, site: Path) -> None:
    review.open("drafts")
    total = review.page.locator(".feed > article").count()
    review.press("/")
    review.page.keyboard.type("ostmark")
    shown = review.page.locator(".feed > article")
    expect(shown).to_have_count(2)
    assert "q=ostmark" in review.page.url
    review.press("Escape", "A")
    expect(review.page.locator(".bulk strong")).to_have_text("2 selected")
    review.page.get_by_role("button", name="Add a tag…").focus()
    review.press("Enter")
    review.page.keyboard.type("laws")
    review.press("Enter")
    expect(review.dialog).to_contain_text("2 will be tagged")
    expect(review.dialog.locator("ins")).to_contain_text("+tags: [laws]")
    assert changes(site) == []
    review.dialog.get_by_role("button", name="Add the tag 2").focus()
    review.press("Enter")
    review.sees("Tagged 2 briefs")
    assert changes(site) == ["+tags: [laws]"] * 2
    expect(review.page.locator(".bulk")).to_be_hidden()
    review.press("u")
    expect(review.page.locator(".desk-message")).to_contain_text("Undo: tagged 2 briefs")
    assert changes(site) == []
    review.page.get_by_role("button", name="Clear filters").click()
    expect(shown).to_have_count(total)


def test_many_drafts_are_rejected_with_the_mouse_and_come_back_with_one_click(review: Review, site: Path) -> None:
    review.open("drafts")
    before = sorted((site / "briefings").rglob("*.md"))
    boxes = review.page.get_by_role("checkbox")
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    review.page.locator(".bulk").get_by_role("button", name="Reject…").click()
    expect(review.dialog).to_contain_text("3 will be rejected")
    review.dialog.get_by_role("button", name="Reject 3").click()
    review.sees("Rejected 3 briefs")
    assert len(sorted((site / "briefings").rglob("*.md"))) == len(before) - 3
    review.undo("rejected 3 briefs")
    assert sorted((site / "briefings").rglob("*.md")) == before
    assert [line for line in changes(site) if not line.startswith("+{")] == []


def test_the_keys_move_through_the_list_and_a_click_keeps_the_place(review: Review) -> None:
    review.open("drafts")
    keys = review.page.evaluate("[...document.querySelectorAll('[data-entry]')].map((one) => one.dataset.entry)")
    review.press("j", "ArrowDown", "j")
    assert review.focused == keys[2]
    review.press("k")
    assert review.focused == keys[1]
    review.press("x")
    expect(review.page.locator(".bulk strong")).to_have_text("1 selected")
    review.press("Escape")
    expect(review.page.locator(".bulk")).to_be_hidden()
    review.press("d")
    review.dialog.get_by_role("button", name="Reject 1").click()
    review.sees("Rejected")
    assert review.focused == keys[2]
    review.press("u")
    expect(review.page.locator(".desk-message")).to_contain_text("Undo: ")
    review.press("?")
    expect(review.dialog).to_contain_text("next, previous entry")
    review.press("Escape", "]")
    review.page.wait_for_url("**/_desk/versions/")


def test_the_lists_of_the_desk_follow_a_change_and_break_no_policy(review: Review, site: Path) -> None:
    review.open("drafts")
    wait_until(review.page, "window.LiveReload?.connector?.socket?.readyState === 1")
    review.press("j", "j")
    place = review.focused
    path = site / "briefings" / "new.md"
    path.write_text("---\ntitle: A new draft\ndraft: true\ndate: soon\n---\nText.\n", encoding="utf-8")
    review.page.get_by_text("error: date must be a date").wait_for()
    assert review.focused == place
    path.unlink()
    review.page.get_by_text("error: date must be a date").wait_for(state="detached")
    decisions = site / "briefings" / "decisions.yaml"
    review.open("copies")
    wait_until(review.page, "window.LiveReload?.connector?.socket?.readyState === 1")
    count = review.page.locator(".feed > article").count()
    identity = review.page.locator(".feed > article").first.get_attribute("data-entry")
    decisions.write_text(f"- {{seen: {identity}}}\n", encoding="utf-8")
    expect(review.page.locator(".feed > article")).to_have_count(count - 1)
    decisions.unlink()
    expect(review.page.locator(".feed > article")).to_have_count(count)


def test_a_change_of_a_file_keeps_what_is_typed_into_a_form_of_the_list(review: Review, site: Path) -> None:
    review.open("names")
    name = review.entry("Adaeze Brandt")
    name.wait_for()
    wait_until(review.page, "window.LiveReload?.connector?.socket?.readyState === 1")
    field = name.get_by_label("Name", exact=True)
    field.fill("Adaeze B. Brandt")
    (site / "briefings" / "another.md").write_text(
        "---\ntitle: Another\ndate: 2026-03-02\n---\nAdaeze Brandt spoke in Vessby.\n", encoding="utf-8"
    )
    expect(review.page.locator("#count")).to_have_text("looking for names …")
    expect(review.page.locator("#count")).not_to_have_text("looking for names …")
    expect(field).to_have_value("Adaeze B. Brandt")
    expect(field).to_be_focused()
    (site / "briefings" / "another.md").unlink()


def test_a_lost_note_takes_the_words_that_are_proposed(review: Review, site: Path) -> None:
    review.open("notes")
    note = review.entry("The harbour")
    expect(note.locator("del")).to_have_text("Friday")
    expect(note.locator("ins")).to_have_text("Saturday")
    note.focus()
    review.press("1")
    review.sees("Moved a note of “The harbour”")
    expect(review.page.get_by_text("Every note is at its words.")).to_be_visible()
    added = changes(site)
    assert added[:2] == ["-  - quote: closed on Friday", "+  - quote: closed on Saturday"]
    assert re.fullmatch(r"\+    id: n[0-9a-f]{8}", added[2])
    assert len(added) == 3
    review.undo("moved a note")
    assert changes(site) == []


def test_words_for_a_note_are_selected_in_the_text_by_keys(review: Review, site: Path) -> None:
    review.open("notes")
    review.press("j", "w")
    expect(review.dialog.get_by_role("textbox")).to_be_focused()
    review.press("Control+ArrowRight", *["Control+Shift+ArrowRight"] * 2)
    expect(review.dialog).to_contain_text("Selected: harbor was")
    review.press("Tab", "Enter")
    review.sees("Moved a note")
    assert changes(site)[:2] == ["-  - quote: closed on Friday", "+  - quote: harbor was"]
    review.undo("moved a note")
    review.entry("The harbour").get_by_role("button", name="Delete the note…").click()
    review.dialog.get_by_role("button", name="Delete").click()
    review.sees("Deleted a note")
    assert changes(site) == [
        "-annotations:",
        "-  # by the desk",
        "-  - quote: closed on Friday",
        "-    note: The log says so.",
    ]
    review.undo("deleted a note")
    assert changes(site) == []


def test_a_quote_without_proof_takes_words_of_its_source(review: Review, site: Path) -> None:
    path = site / "briefings" / "harbour.md"
    claim = "key_points:\n  - text: It was shut.\n    quote: was closed on a Saturday evening\n"
    path.write_text(path.read_text(encoding="utf-8").replace("annotations:", f"{claim}annotations:"), encoding="utf-8")
    git(site, "commit", "-qam", "a quote")
    review.open("quotes")
    entry = review.entry("The harbour")
    entry.wait_for()
    entry.get_by_role("button", name="Take these words").first.click()
    review.sees("Changed a quote of “The harbour”")
    assert changes(site) == ["-    quote: was closed on a Saturday evening", "+    quote: was closed on Saturday night"]
    review.undo("changed a quote")
    entry.focus()
    review.press("o")
    review.sees("Took a quote out")
    assert changes(site) == ["-    quote: was closed on a Saturday evening"]
    review.undo("took a quote out")
    path.write_text(BRIEF, encoding="utf-8")


def test_a_copy_is_confirmed_by_a_key_and_split_off_by_the_mouse(review: Review, site: Path) -> None:
    review.open("copies")
    pair = review.page.locator(".feed > article", has_text="wire.jsonl").first
    expect(pair.locator(".kept ins").first).to_be_visible()
    pair.focus()
    review.press("y")
    review.sees("Settled a copy of")
    [line] = changes(site)
    assert re.fullmatch(r'\+- \{seen: "?[0-9a-f]{12}"?\}', line)
    review.undo("settled a copy")
    pair.get_by_role("button", name="Split: an article of its own").click()
    review.sees("Split off a copy of")
    [line] = changes(site)
    assert re.fullmatch(r'\+- \{keep: "?[0-9a-f]{12}"?\}', line)
    # The decision holds when the same file is imported again.
    before = len(list((site / "briefings").rglob("*.md")))
    assert main(["--site", str(site), "import", str(site / "wire.jsonl")]) == 0
    assert len(list((site / "briefings").rglob("*.md"))) == before + 1


def test_a_split_takes_effect_at_once_and_is_undone_as_a_whole(review: Review, site: Path) -> None:
    review.open("places")
    before = {path.name for path in (site / "briefings").rglob("*.md")}
    place = review.page.locator(".feed > article", has=review.page.locator("[data-key=o]")).first
    # What is outside the window has no inner text.
    name = place.locator("h2").text_content()
    assert name
    place.focus()
    review.press("o")
    review.sees("Joined dump.txt at line")
    assert {path.name for path in (site / "briefings").rglob("*.md")} != before
    assert any(line.startswith("+- {join: dump.txt, text: ") for line in changes(site))
    expect(review.entry(name)).to_have_count(0)
    review.undo("joined dump.txt")
    expect(review.entry(name)).to_have_count(1)
    assert {path.name for path in (site / "briefings").rglob("*.md")} == before
    assert [line for line in changes(site) if not line.startswith("+{")] == []


def test_names_are_edited_accepted_merged_and_rejected(review: Review, site: Path) -> None:
    review.open("names")
    name = review.entry("Adaeze Brandt")
    name.get_by_label("Other names").fill("A. Brandt")
    review.press("Enter")
    name.get_by_role("button", name="Accept").click()
    review.sees("Accepted Adaeze Brandt")
    expect(review.entry("Adaeze Brandt")).to_have_count(0)
    assert changes(site) == [
        "+adaeze-brandt: {name: Adaeze Brandt, type: person, aliases: [Brandt, A. Brandt]}",
    ]
    git(site, "commit", "-qam", "names")
    review.entry("Castle & Knight").focus()
    review.press("m")
    review.page.keyboard.type("Brightw")
    review.press("Enter")
    review.sees("Merged Castle & Knight into Brightwater")
    assert changes(site) == ['+  aliases: ["Castle & Knight"]']
    git(site, "commit", "-qam", "merged")
    review.press("Home")
    gone = review.focused
    review.press("n")
    review.sees(f"Rejected the name {gone}")
    [line] = changes(site)
    assert line.startswith("+- {no_entity: ")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "rejected")
    review.page.get_by_label("Show").select_option("registry")
    entry = review.entry("Adaeze Brandt")
    entry.get_by_label("Type").select_option("organisation")
    entry.get_by_role("button", name="Take out the name A. Brandt").click()
    entry.get_by_role("button", name="Save").click()
    review.sees("Edited Adaeze Brandt")
    assert changes(site) == [
        "-adaeze-brandt: {name: Adaeze Brandt, type: person, aliases: [Brandt, A. Brandt]}",
        "+adaeze-brandt: {name: Adaeze Brandt, type: organisation, aliases: [Brandt]}",
    ]


LINES = """\
lantern-line: {name: Lantern Line, type: company, aliases: [LL]}
lantern-ships: {name: Lantern Ships, type: company}
"""


@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_two_entries_become_one_and_two_again(review: Review, site: Path, way: str) -> None:
    registry, brief = site / "briefings" / "entities.yaml", site / "briefings" / "lantern.md"
    registry.write_text(LINES, encoding="utf-8")
    brief.write_text("---\ntitle: Lights\nentities: [LL]\n---\n[[Lantern Line]] and [[LL|they]] agreed.\n", "utf-8")
    git(site, "add", "-A")
    git(site, "commit", "-q", "--allow-empty", "-m", way)
    review.open("names", "?show=registry")
    entry = review.entry("Lantern Line")
    entry.wait_for()
    if way == "mouse":
        entry.get_by_role("button", name="Merge into…").click()
        review.dialog.get_by_role("button", name="Lantern Ships").click()
    else:
        entry.focus()
        review.press("m")
        review.page.keyboard.type("lan")
        review.press("ArrowDown", "ArrowUp", "Enter")
    review.sees("Merged Lantern Line into Lantern Ships")
    assert review.focused == "lantern-ships"
    assert changes(site) == [
        "-lantern-line: {name: Lantern Line, type: company, aliases: [LL]}",
        "-lantern-ships: {name: Lantern Ships, type: company}",
        "+lantern-line: {name: Lantern Line, type: company, aliases: [LL], merged_into: lantern-ships}",
        "+lantern-ships: {name: Lantern Ships, type: company, aliases: [Lantern Line, LL]}",
        "-entities: [LL]",
        "+entities: [Lantern Ships]",
        "-[[Lantern Line]] and [[LL|they]] agreed.",
        "+[[Lantern Ships|Lantern Line]] and [[Lantern Ships|they]] agreed.",
    ]
    if way == "mouse":
        review.undo("merged Lantern Line into Lantern Ships")
    else:
        review.press("u")
        review.sees("Undo: merged Lantern Line into Lantern Ships")
    expect(review.entry("Lantern Line")).to_have_count(1)
    assert changes(site) == []


def test_a_name_goes_to_another_one_that_the_registry_lacks_too(review: Review, site: Path) -> None:
    brief = site / "briefings" / "lantern.md"
    text = "Mara Quill spoke. Norrhamn Kran Ltd built it. Norrhamn Cranes Ltd was glad."
    brief.write_text(f"---\ntitle: Lights\n---\n{text}\n", "utf-8")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "names")
    review.open("names")
    review.entry("Norrhamn Cranes Ltd").focus()
    review.press("m")
    review.page.keyboard.type("kran")
    expect(review.dialog.locator(".found")).to_contain_text("not in the registry yet")
    review.press("Enter")
    review.sees("Merged Norrhamn Cranes Ltd into Norrhamn Kran Ltd")
    assert changes(site) == [
        "+norrhamn-kran-ltd: {name: Norrhamn Kran Ltd, type: company, aliases: [Norrhamn Cranes Ltd]}",
    ]
    expect(review.entry("Norrhamn")).to_have_count(0)


def test_every_list_is_accessible_and_fits_its_window(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    for section in ("", "drafts/", "versions/", "copies/", "places/", "notes/", "quotes/", "names/"):
        page.goto(f"{address}/_desk/{section}")
        page.locator("html[data-desk=ready]").wait_for()
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (section, width)
            look = faults_in_all_colours if width == 390 else faults_at_another_width
            assert look(page) == [], (section, width)
    page.close()


def test_a_reload_keeps_the_place_on_the_page(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/")
    wait_until(page, "window.LiveReload?.connector?.socket?.readyState === 1")
    path = site / "briefings" / "long.md"
    text = "---\ntitle: A long one\ndate: 2026-03-01\n---\n" + "A paragraph of some words.\n\n" * 200
    path.write_text(text, encoding="utf-8")
    page.get_by_text("A long one").first.wait_for()
    page.goto(f"{address}/briefs/long/")
    wait_until(page, "window.LiveReload?.connector?.socket?.readyState === 1")
    page.evaluate("scrollTo(0, 1500)")
    # Lines above the text may come with it: what stays in its place are the words that are read.
    place = "Math.round([...document.querySelectorAll('main p')].at(-60).getBoundingClientRect().top)"
    nearly = "Math.round([...document.querySelectorAll('main p')].at(-61).getBoundingClientRect().top)"
    before = page.evaluate(place)
    path.write_text(text + "The very last words.\n", encoding="utf-8")
    page.get_by_text("The very last words.").wait_for()
    wait_until(page, f"scrollY > 0 && Math.abs({nearly} - {before}) < 3")


def test_another_site_cannot_press_a_button(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/_desk/")
    token = str(page.locator("meta[name=desk]").get_attribute("data-token"))

    def post(headers: dict[str, str], **asked: str) -> int:
        body = json.dumps(asked).encode()
        request = Request(f"{address}/_desk/api/lists/press", data=body, headers=headers, method="POST")
        try:
            with urlopen(request, timeout=20) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code

    own = {"Origin": address, "X-Desk-Token": token}
    asked = {"do": "no-name", "name": "Nobody", "section": "drafts"}
    assert post({}, **asked) == 403
    assert post({**own, "Origin": "https://evil.example"}, **asked) == 403
    assert post({**own, "Sec-Fetch-Site": "cross-site"}, **asked) == 403
    assert post({**own, "X-Desk-Token": "guessed"}, **asked) == 403
    assert post(own, do="reject-copy", id="../../etc/passwd", section="drafts") == 200
    assert post(own, do="anything", section="drafts") == 200
    assert changes(site) == []


def test_every_page_leads_to_its_source_and_nothing_of_the_desk_is_published(
    page: Page, site: Path, address: str
) -> None:
    page.goto(f"{address}/briefs/harbour/")
    bar = page.locator("#briefings-bar")
    file = (site / "briefings" / "harbour.md").resolve()
    line = file.read_text(encoding="utf-8").split("\n").index("---", 1) + 2
    assert bar.locator(f"a[href='edit://{file}:{line}']").is_visible()
    assert bar.get_by_role("link", name="desk").get_attribute("href") == "/_desk/"
    assert main(["--site", str(site), "build"]) in (0, 1)
    for file in (site / "_site").rglob("*"):
        if file.suffix in (".html", ".json", ".txt"):
            assert b"_desk" not in file.read_bytes(), file
            assert b"briefings-bar" not in file.read_bytes(), file


def test_the_desk_is_for_this_machine_alone(site: Path) -> None:
    desk = desk_of(site)
    for client, status in (("127.0.0.1", "200 OK"), ("192.168.1.7", "403 Forbidden"), ("", "403 Forbidden")):
        assert desk.answer("/_desk/", {"REMOTE_ADDR": client, "REQUEST_METHOD": "GET"})[0] == status
