"""A brief keeps its id in feeds, notes and data through every rename, date, host and order (FD-01)."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from small_site import BASE, Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main

HEAD = """\
title: Crane licence granted
date: 2025-12-31
tags: [cranes]
story: port-cranes
sources: [{outlet: Quay Letter}]
corrections: [{date: 2026-01-05, was: nine, now: ten}]
annotations: [{id: n1, quote: second crane, note: It stands on pier four., date: 2026-01-02}]"""
BODY = "The port has granted the licence for a second crane.\n"
ATOM = "{http://www.w3.org/2005/Atom}"


def ids(site: dict[str, bytes]) -> dict[str, list[str]]:
    """The ids of the brief in everything that has them; each list of one, if it has one name."""
    feed = ElementTree.fromstring(site["feed.xml"])
    atom = [entry.findtext(f"{ATOM}id") or "" for entry in feed.iter(f"{ATOM}entry")]
    rss = [item.findtext("guid") or "" for item in ElementTree.fromstring(site["rss.xml"]).iter("item")]
    data = [entry["id"] for entry in json.loads(site["feed.json"])["items"]]
    corrections = ElementTree.fromstring(site["corrections/feed.xml"])
    of_corrections = [entry.findtext(f"{ATOM}id") or "" for entry in corrections.iter(f"{ATOM}entry")]
    topics = [name for name in site if name.endswith("feed.xml") and name.startswith(("tags/", "stories/"))]
    of_topics = [
        e.findtext(f"{ATOM}id") or "" for n in topics for e in ElementTree.fromstring(site[n]).iter(f"{ATOM}entry")
    ]
    mark = '<script type="application/ld+json">'
    pages = [data.decode() for name, data in site.items() if name.startswith("briefs/") and name.endswith(".html")]
    [page] = [page for page in pages if mark in page and '"NewsArticle"' in page]
    linked = json.loads(page.partition(mark)[2].partition("</script>")[0])
    [notes] = [
        json.loads(site[name]) for name in site if name.startswith("briefs/") and name.endswith("annotations.json")
    ]
    return {
        "feeds": sorted({*atom, *rss, *data, *of_topics, linked["identifier"]}),
        "corrections": of_corrections,
        "notes": [note["canonical"] for note in notes["items"]],
        "feed": [feed.findtext(f"{ATOM}id") or ""],
    }


def renamed(case: Case, head: str) -> None:
    for old in (case.root / "briefings").glob("*.md"):
        old.unlink()
    case.brief("alpha-2", f"{head}\nredirect_from: [/briefs/alpha/]", BODY)


EDITS: dict[str, Callable[[Case], object]] = {
    "another slug": lambda case: renamed(case, HEAD),
    "another slug and date": lambda case: renamed(case, HEAD.replace("2025-12-31", "2026-01-01")),
    "another date": lambda case: case.brief("alpha", HEAD.replace("2025-12-31", "2024-05-02"), BODY),
    "a corrected headline": lambda case: case.brief("alpha", HEAD.replace("granted", "given"), BODY),
    "another folder": lambda case: (case.root / "briefings" / "alpha.md").rename(
        case.root / "briefings" / "2026" / "alpha.md"
    ),
    "another name of the site": lambda case: case.write("site.yaml", f"title: New\nbase_url: {BASE}\n"),
    "http": lambda case: case.write("site.yaml", f"title: Case\nbase_url: {BASE.replace('https', 'http')}\n"),
    "another path": lambda case: case.write("site.yaml", f"title: Case\nbase_url: {BASE}/deeper\n"),
}


@pytest.fixture
def first(case: Case) -> dict[str, list[str]]:
    (case.root / "briefings" / "2026").mkdir(parents=True, exist_ok=True)
    case.brief("alpha", HEAD, BODY)
    return ids(case.build().files())


@pytest.mark.parametrize("edit", EDITS)
def test_no_edit_makes_another_id(case: Case, first: dict[str, list[str]], edit: str) -> None:
    assert [len(found) for found in first.values()] == [1, 1, 1, 1]
    EDITS[edit](case)
    assert ids(case.build().files()) == first


def test_another_host_of_one_build_makes_no_other_id(case: Case, first: dict[str, list[str]]) -> None:
    request = BuildRequest(case.root, datetime(2026, 5, 1, tzinfo=UTC), base_url="https://other.example", search=False)
    build(request)
    assert ids(case.files()) == first


def test_a_site_that_moves_names_its_first_host(case: Case, first: dict[str, list[str]]) -> None:
    host = BASE.partition("//")[2].partition("/")[0]
    case.write("site.yaml", f"title: Case\nbase_url: https://new.example\nid_host: {host.upper()}\n")
    assert ids(case.build().files()) == first


def test_a_written_id_holds_whatever_else_changes(case: Case) -> None:
    case.brief("alpha", f"{HEAD}\nid: 3f9c2a71d08e", BODY)
    before = ids(case.build().files())
    (case.root / "briefings" / "alpha.md").unlink()
    changed = HEAD.replace("granted", "given").replace("2025-12-31", "2026-02-01")
    case.brief("wholly-other", f"slug: another-one\n{changed}\nid: 3f9c2a71d08e", "All new, but for a second crane.\n")
    assert ids(case.build().files()) == before
    host = BASE.partition("//")[2].partition("/")[0]
    assert before["feeds"] == [f"tag:{host},2026:3f9c2a71d08e"]


def test_what_is_no_host_is_refused(case: Case) -> None:
    case.write("site.yaml", f"title: Case\nbase_url: {BASE}\nid_host: https://old.example/news\n")
    case.brief("alpha", HEAD, BODY)
    case.build()
    assert case.report
    [found] = [d for d in case.report.diagnostics if d.code == "config"]
    assert show(found) == (
        "site.yaml:3:10: error[config]: `https://old.example/news` is not a host\n"
        "    3 | id_host: https://old.example/news\n"
        "      |          ^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: write a name alone, such as `old.example`"
    )


def test_a_new_brief_has_an_id_and_no_two_have_the_same(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["--site", str(case.root), "new", "Gulls return", "--date", "2026-04-01"]) == 0
    capsys.readouterr()
    lines = [line for p in (case.root / "briefings").rglob("*.md") for line in p.read_text("utf-8").splitlines()]
    written = [line for line in lines if line.startswith("id: ")]
    assert len(set(written)) == len(written) == 2


COPIES = {
    "of a written id": ("id: 3f9c2a71d08e", "3f9c2a71d08e", "beta"),
    "of an article": ("imported: {id: 55aa01, file: a.json}", "55aa01", "beta"),
    "of an address": ("redirect_from: [/briefs/older/]", "older", "beta"),
    "of both": ("id: 3f9c2a71d08e\nimported: {id: 55aa01, file: a.json}", "3f9c2a71d08e", "55aa01"),
}


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_of_a_file_has_an_id_of_its_own_which_it_keeps_without_the_lines_of_the_original(
    case: Case, kind: str
) -> None:
    lines, original, copy = COPIES[kind]
    host = BASE.partition("//")[2].partition("/")[0]
    expected = {f"tag:{host},2026:{original}", f"tag:{host},2026:{copy}"}

    def published() -> set[str]:
        feed = ElementTree.fromstring(case.build().files()["feed.xml"])
        found = [entry.findtext(f"{ATOM}id") or "" for entry in feed.iter(f"{ATOM}entry")]
        assert len(found) == 2
        return set(found)

    case.brief("alpha", f"title: Alpha\ndate: 2026-01-01\n{lines}", BODY)
    case.brief("beta", f"title: Beta\ndate: 2026-01-02\n{lines}", BODY)
    assert published() == expected
    case.brief("beta", f"title: Beta\ndate: 2026-01-02\n{lines.partition(chr(10))[2]}", BODY)
    assert published() == expected


def test_chains_of_copies_end_in_as_many_ids(case: Case) -> None:
    """A copy whose own name is the id of a third brief."""
    for number, name in enumerate(("alpha", "alpha-two", "alpha-three", "x1")):
        case.brief(
            name, f"title: {name}\ndate: 2026-01-0{number + 1}\nid: {'alpha-three' if number == 3 else 'x1'}", BODY
        )
    feed = json.loads(case.build().files()["feed.json"])
    assert len({entry["id"] for entry in feed["items"]}) == 4


LOST = {
    "taken out": ("id: 3f9c2a71d08e", "", "3f9c2a71d08e"),
    "emptied": ("id: 3f9c2a71d08e", "id:", "3f9c2a71d08e"),
    "in a comment": ("id: 3f9c2a71d08e", "# id: 3f9c2a71d08e", "3f9c2a71d08e"),
    "another one": ("id: 3f9c2a71d08e", "id: 3F9C2A71D08E", "3f9c2a71d08e"),
    "a first one": ("", "id: 3f9c2a71d08e", "alpha"),
    "that of the article": ("imported: {id: 55aa01, file: a.json}", "", "55aa01"),
    "the first address": ("redirect_from: [/briefs/older/]", "", "older"),
    "beyond letters": ("id: \u00fcber wasser", "", "\u00fcber wasser"),
}
"""Lines of a published brief, what stands in their place, and the id that is lost."""
ADVICE = "write `id: 3f9c2a71d08e` into it, so that readers of feeds do not get it once more"


def test_an_id_that_is_lost_is_named_until_it_is_back(case: Case) -> None:
    wrong = {}
    for kind, (line, changed, lost) in LOST.items():
        case.brief("alpha", f"{HEAD}\n{line}", BODY)
        case.build(clean=True)
        case.brief("alpha", f"{HEAD}\n{changed}", BODY)
        expected = [
            "briefings/alpha.md:1:1: warning[changed-id]: "
            f"the brief was published with the id `{lost}` in feeds, and has another one now\n"
            f"  help: {ADVICE.replace('3f9c2a71d08e', lost)}"
        ]
        assert case.report
        for _ in range(2):
            case.build()
            found = [show(d) for d in case.report.diagnostics if d.code == "changed-id"]
            if found != expected:
                wrong[kind] = found
        case.brief("alpha", f"{HEAD}\nid: {lost}", BODY)
        if case.build().reported("changed-id"):
            wrong[kind] = ["still reported"]
        shutil.rmtree(case.root / "_site")
        shutil.rmtree(case.root / ".cache")
    assert wrong == {}


@pytest.mark.usefixtures("first")
def test_no_edit_that_keeps_an_id_is_reported(case: Case) -> None:
    for edit in EDITS.values():
        edit(case)
        assert case.build().reported("changed-id") == []


OLD, NEW = BASE, "https://news.other.example"
"""The address that a site was published at, and the one that it moves to."""
MOVED = [
    "site.yaml:2:1: warning[changed-id]: the ids in feeds were published for the host `pages.example`, "
    "and are for another one now\n"
    "  help: write `id_host: pages.example` into site.yaml, so that readers of feeds do not get all briefs once more"
]


@pytest.mark.usefixtures("first")
def test_another_host_of_a_site_is_named_until_its_settings_choose_one(case: Case) -> None:
    def built_at(address: str, more: str = "") -> list[str]:
        case.write("site.yaml", f"title: Case\nbase_url: {address}\n{more}")
        case.build()
        assert case.report
        return [show(d) for d in case.report.diagnostics if d.code == "changed-id"]

    assert built_at(f"{OLD}/folder") == []
    assert built_at(NEW) == MOVED
    assert built_at(NEW, "language: de\n") == MOVED
    assert built_at(NEW, "id_host: pages.example\n") == []
    assert built_at(NEW) == MOVED
    assert built_at(NEW, "id_host: news.other.example\n") == []
