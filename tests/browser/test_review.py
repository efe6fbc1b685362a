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
from desk_site import desk_of
from playwright.sync_api import Browser, Page
from processes import preview

from annotated_briefings.cli.main import main

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
    git(site, "add", "-A", "-N")
    lines = git(site, "diff", "-U0").splitlines()
    changed = [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]
    return [line for line in changed if not line.startswith('+{"proof": ')]


def test_the_list_of_drafts_leads_to_the_gate_of_each(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/_desk/")
    first = page.locator("article", has_text="The city council of Port Amaro")
    first.get_by_role("link", name="Publish").click()
    page.get_by_role("dialog").get_by_role("button", name="Publish without them").click()
    page.locator(".desk-said").get_by_text("Published").wait_for()
    assert changes(site) == ["-draft: true", "+draft: false"]
    page.goto(f"{address}/_desk/")
    assert page.locator("article", has_text="The city council of Port Amaro").count() == 0
    page.get_by_role("button", name="Undo: published").click()
    page.locator("article", has_text="The city council of Port Amaro").wait_for()
    assert changes(site) == []


def test_the_lists_of_the_desk_follow_a_change_and_break_no_policy(page: Page, site: Path, address: str) -> None:
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/_desk/")
    page.wait_for_function("window.LiveReload?.connector?.socket?.readyState === 1")
    path = site / "briefings" / "new.md"
    path.write_text("---\ntitle: A new draft\ndraft: true\ndate: soon\n---\nText.\n", encoding="utf-8")
    page.get_by_text("error: `date` must be a date").wait_for()
    path.unlink()
    page.get_by_text("error: `date` must be a date").wait_for(state="detached")
    assert faults == []


def test_a_lost_note_is_fixed_to_its_new_words(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/_desk/notes/")
    note = page.locator("article", has_text="The harbour")
    assert note.locator("del").inner_text() == "Friday"
    assert note.locator("ins").inner_text() == "Saturday"
    note.get_by_role("button", name="Take these words").click()
    page.wait_for_url("**/_desk/notes/")
    page.get_by_text("Every note is at its words.").wait_for()
    added = changes(site)
    assert added[:2] == [
        "-  - quote: closed on Friday",
        "+  - quote: closed on Saturday",
    ]
    assert re.fullmatch(r"\+    id: n[0-9a-f]{8}", added[2])
    assert len(added) == 3


def test_words_that_are_not_in_the_text_are_refused_with_the_reason(page: Page, site: Path, address: str) -> None:
    (site / "briefings" / "harbour.md").write_text(BRIEF, encoding="utf-8")
    git(site, "commit", "-qam", "again", "--allow-empty")
    page.goto(f"{address}/_desk/notes/")
    note = page.locator("article", has_text="The harbour")
    note.get_by_role("textbox").fill("open on Monday")
    note.get_by_role("button", name="Fix it").click()
    assert "its words are not in the text" in page.get_by_role("alert").inner_text()
    assert changes(site) == []


def test_a_copy_is_split_off_by_a_decision(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/_desk/imports/")
    pair = page.locator("article", has_text="wire.jsonl").first
    assert pair.locator(".sides > div").count() == 2
    assert pair.locator("ins").count() > 0
    pair.get_by_role("button", name="Split").click()
    page.wait_for_url("**/_desk/imports/")
    [line] = changes(site)
    assert re.fullmatch(r'\+- \{keep: "?[0-9a-f]{12}"?\}', line)
    # The decision holds when the same file is imported again.
    before = len(list((site / "briefings").rglob("*.md")))
    assert main(["--site", str(site), "import", str(site / "wire.jsonl")]) == 0
    assert len(list((site / "briefings").rglob("*.md"))) == before + 1


def test_names_are_accepted_merged_and_rejected(page: Page, site: Path, address: str) -> None:
    def button(name: str, label: str) -> None:
        page.goto(f"{address}/_desk/names/")
        page.locator("article", has=page.get_by_role("heading", name=name, exact=True)).get_by_role(
            "button", name=label
        ).click()
        page.wait_for_url("**/_desk/names/")
        assert page.get_by_role("heading", name=name, exact=True).count() == 0

    button("Adaeze Brandt", "Accept")
    button("Castle & Knight", "Another name of this one")
    assert changes(site) == [
        '+  aliases: ["Castle & Knight"]',
        "+adaeze-brandt:",
        "+  name: Adaeze Brandt",
        "+  type: person",
        "+  aliases: [Brandt]",
    ]
    git(site, "commit", "-qam", "names")
    page.goto(f"{address}/_desk/names/")
    name = page.locator("h2").first.inner_text()
    button(name, "Reject")
    [line] = changes(site)
    assert line.startswith("+- {no_entity: ")


def test_a_reload_keeps_the_place_on_the_page(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/")
    page.wait_for_function("window.LiveReload?.connector?.socket?.readyState === 1")
    path = site / "briefings" / "long.md"
    text = "---\ntitle: A long one\ndate: 2026-03-01\n---\n" + "A paragraph of some words.\n\n" * 200
    path.write_text(text, encoding="utf-8")
    page.get_by_text("A long one").first.wait_for()
    page.goto(f"{address}/briefs/long/")
    page.wait_for_function("window.LiveReload?.connector?.socket?.readyState === 1")
    page.evaluate("scrollTo(0, 1500)")
    path.write_text(text + "The very last words.\n", encoding="utf-8")
    page.get_by_text("The very last words.").wait_for()
    page.wait_for_function("scrollY === 1500")


def test_another_site_cannot_press_a_button(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}/_desk/")
    token = page.locator("input[name=token]").first.get_attribute("value")
    article = page.locator("input[name=article]").first.get_attribute("value")

    def post(headers: dict[str, str], body: str) -> int:
        request = Request(f"{address}/_desk/drafts/", data=body.encode(), headers=headers, method="POST")
        try:
            with urlopen(request, timeout=20) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code

    body = f"do=reject&article={article}&token={token}"
    assert post({}, body) == 403
    assert post({"Origin": "https://evil.example"}, body) == 403
    assert post({"Origin": address, "Sec-Fetch-Site": "cross-site"}, body) == 403
    assert post({"Origin": address}, f"do=reject&article={article}&token=guessed") == 403
    assert post({"Origin": address}, f"do=reject&article=../../etc/passwd&token={token}") == 409
    assert post({"Origin": address}, f"do=anything&token={token}") == 409
    assert changes(site) == []


def test_every_page_leads_to_its_source_and_nothing_of_the_desk_is_published(
    page: Page, site: Path, address: str
) -> None:
    page.goto(f"{address}/briefs/harbour/")
    bar = page.locator("#briefings-bar")
    file = (site / "briefings" / "harbour.md").resolve()
    line = file.read_text(encoding="utf-8").split("\n").index("---", 1) + 2
    assert bar.locator("a").first.get_attribute("href") == f"edit://{file}:{line}"
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
