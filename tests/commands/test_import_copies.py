"""Copies, versions and refusals as somebody at the command line meets them."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import call

from annotated_briefings.editing.scaffold import create_site

TEXT = (
    "Divers found the old dam at Ostmark sound on Tuesday, eleven days after a barge had struck its northern pier. "
    "The water board will open both lanes again on Friday morning, its engineer Hanne Falk said."
)
COURIER = {"title": "Dam is sound", "outlet": "The Courier", "url": "https://courier.example/dam", "date": "2026-02-03"}
GAZETTE = {
    "title": "Divers clear dam",
    "outlet": "The Gazette",
    "url": "https://gazette.example/d",
    "date": "2026-02-04",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    create_site(tmp_path / "site")
    for example in (tmp_path / "site" / "briefings").glob("2*/*.md"):
        example.unlink()
    return tmp_path / "site"


class Desk:
    """A site, and what is imported into it."""

    def __init__(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Work in a site."""
        self.site, self.capsys = site, capsys

    def bring(self, name: str, *records: dict[str, Any], text: str = TEXT, options: tuple[str, ...] = ()) -> Any:
        """Import records, and give the result as JSON."""
        (self.site / name).write_text("".join(json.dumps({"text": text} | r) + "\n" for r in records), "utf-8")
        _, out, _ = call(self.capsys, self.site, "import", "--json", str(self.site / name), *options)
        return json.loads(out)

    def listed(self, name: str) -> str:
        """Import a file again, and give what is printed."""
        return call(self.capsys, self.site, "import", str(self.site / name))[1]

    def briefs(self) -> dict[str, str]:
        """The briefs by file name."""
        return {p.name: p.read_text("utf-8") for p in sorted((self.site / "briefings").rglob("*.md"))}

    def decide(self, line: str) -> None:
        """Write a decision."""
        with (self.site / "briefings" / "decisions.yaml").open("a", encoding="utf-8") as file:
            file.write(line + "\n")


@pytest.fixture
def desk(site: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(site, capsys)


def sources(text: str) -> list[tuple[str, str]]:
    lines = [line.strip() for line in text.partition("\ndraft:")[0].split("\n")]
    outlets = [line.partition("outlet: ")[2] for line in lines if "outlet: " in line]
    return list(zip(outlets, [line.removeprefix("role: ") for line in lines if line.startswith("role: ")], strict=True))


def test_a_copy_that_comes_later_is_a_source_of_the_brief_and_is_told_with_it(desk: Desk) -> None:
    assert desk.bring("a.jsonl", COURIER)["created"] == ["briefings/2026/dam-is-sound.md"]
    done = desk.bring("b.jsonl", GAZETTE)
    assert (done["created"], done["amended"]) == ([], ["briefings/2026/dam-is-sound.md"])
    (folded,) = done["folded"]
    assert (folded["verdict"], folded["brief"], folded["source"]) == (
        "exact",
        "briefings/2026/dam-is-sound.md",
        "The Gazette",
    )
    assert sources(desk.briefs()["dam-is-sound.md"]) == [("The Courier", "original"), ("The Gazette", "copy")]
    assert desk.listed("b.jsonl") == (
        "1 article in 1 file\n  known: b.jsonl#1, whole is a copy in briefings/2026/dam-is-sound.md\n"
    )


def test_an_edited_brief_keeps_every_edit_when_a_copy_comes(desk: Desk, site: Path) -> None:
    desk.bring("a.jsonl", COURIER)
    path = site / "briefings" / "2026" / "dam-is-sound.md"
    edited = path.read_text("utf-8").replace("title: Dam is sound\nslug", "title: 'The dam holds' # ours\nslug")
    path.write_text(edited + "\nA word of ours.\n", "utf-8")
    assert desk.bring("b.jsonl", GAZETTE)["amended"] == ["briefings/2026/dam-is-sound.md"]
    text = path.read_text("utf-8")
    assert sources(text) == [("The Courier", "original"), ("The Gazette", "copy")]
    before, after = (set(t.split("\n")) for t in (edited, text))
    assert before <= after
    assert text.endswith("\nA word of ours.\n")
    again = text
    assert desk.bring("b.jsonl", GAZETTE)["amended"] == []
    assert path.read_text("utf-8") == again


FULLER = TEXT + " A diver of the board, Oda Quist, had seen the pier from below on the day before, in clear water."


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_fuller_copy_is_said_to_be_the_text_and_all_outlets_are_named(
    order: tuple[int, int], desk: Desk, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = ((COURIER, TEXT), (GAZETTE, FULLER))
    for number in order:
        desk.bring(f"{number}.jsonl", articles[number][0], text=articles[number][1])
    (text,) = desk.briefs().values()
    assert text.count("Oda Quist, had seen the pier") >= 1
    assert sources(text) == [("The Gazette", "text"), ("The Courier", "original")]
    [path] = (site / "briefings").rglob("*.md")
    path.write_text(text.replace("draft: true", "draft: false"), "utf-8")
    call(capsys, site, "build")
    page = (site / "_site" / "briefs" / path.stem / "index.html").read_text("utf-8")
    gazette, courier = page.partition('<ol class="sources">')[2].split("<li id=")[1:3]
    assert "The Gazette" in gazette
    assert '<span class="role">fuller copy, whose text this is</span>' in gazette
    assert "The Courier" in courier
    assert '<span class="role">original</span>' in courier
    assert "The Gazette</a>, <a" in page.partition('<p class="dateline">')[2].partition("</p>")[0]


def test_an_exact_copy_can_be_parted_later_and_be_rejected_later(desk: Desk) -> None:
    done = desk.bring("both.jsonl", COURIER, GAZETTE)
    (folded,) = done["folded"]
    assert folded["article"] != folded["into"]
    desk.decide(f"- {{keep: {folded['article']}}}")
    assert desk.bring("both.jsonl", COURIER, GAZETTE)["created"] == ["briefings/2026/divers-clear-dam.md"]
    assert {name: sources(text) for name, text in desk.briefs().items()} == {
        "dam-is-sound.md": [("The Courier", "original")],
        "divers-clear-dam.md": [("The Gazette", "original")],
    }


def test_a_copy_that_is_rejected_later_is_no_source_any_more(desk: Desk) -> None:
    (folded,) = desk.bring("both.jsonl", COURIER, GAZETTE)["folded"]
    desk.decide(f"- {{reject: {folded['article']}}}")
    done = desk.bring("both.jsonl", COURIER, GAZETTE)
    assert sources(desk.briefs()["dam-is-sound.md"]) == [("The Courier", "original")]
    assert done["created"] == []
    assert [one["why"] for one in desk.bring("both.jsonl", COURIER, GAZETTE)["refused"]] == [
        f"an editor rejected it: `Divers clear dam`; to have it, take `reject: {folded['article']}` out of "
        "briefings/decisions.yaml and import it again"
    ]


@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT.replace("northern", "nothern"), f"{TEXT} The boats of the fishery had to wait for most of a week."],
    ids=["the same", "a slip of typing", "fuller"],
)
def test_a_deleted_brief_does_not_come_back_by_way_of_a_copy_until_an_editor_asks(
    desk: Desk, site: Path, text: str
) -> None:
    desk.bring("a.jsonl", COURIER)
    (site / "briefings" / "2026" / "dam-is-sound.md").unlink()
    done = desk.bring("b.jsonl", GAZETTE, text=text)
    assert (done["created"], done["folded"]) == ([], [])
    assert done["refused"] == [
        {
            "path": "b.jsonl#1, whole",
            "why": "`Divers clear dam`: the brief of its copy, briefings/2026/dam-is-sound.md, was deleted; "
            "`briefings import --again` with this file brings it",
        }
    ]
    done = desk.bring("b.jsonl", GAZETTE, text=text)
    assert (done["created"], [one["brief"] for one in done["gone"]]) == ([], ["briefings/2026/dam-is-sound.md"])
    again = desk.bring("b.jsonl", GAZETTE, text=text, options=("--again",))
    assert again["created"] == ["briefings/2026/divers-clear-dam.md"]
    assert sources(desk.briefs()["divers-clear-dam.md"]) == [("The Gazette", "original")]


def test_a_copy_of_a_deleted_brief_stays_away_where_nothing_was_collected(desk: Desk, site: Path) -> None:
    desk.bring("a.jsonl", COURIER)
    (site / "briefings" / "2026" / "dam-is-sound.md").unlink()
    for path in (site / "collected").glob("*.txt"):
        path.unlink()
    assert desk.bring("b.jsonl", GAZETTE)["created"] == []


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("northern", "nothern")], ids=["the same", "a slip of typing"])
@pytest.mark.parametrize("held", [{"embargo_until": "2031-02-03T09:00:00Z"}, {"status": "confidential"}])
def test_a_copy_that_its_own_source_holds_back_stays_deleted_as_well(
    desk: Desk, site: Path, held: dict[str, str], text: str
) -> None:
    desk.bring("a.jsonl", COURIER)
    (site / "briefings" / "2026" / "dam-is-sound.md").unlink()
    done = desk.bring("b.jsonl", GAZETTE | held, text=text)
    assert (done["created"], desk.briefs()) == ([], {})
    assert [one["why"] for one in done["refused"]] == [
        "`Divers clear dam`: the brief of its copy, briefings/2026/dam-is-sound.md, was deleted; "
        "`briefings import --again` with this file brings it"
    ]
    assert (desk.bring("b.jsonl", GAZETTE | held, text=text)["created"], desk.briefs()) == ([], {})
    desk.bring("b.jsonl", GAZETTE | held, text=text, options=("--again",))
    assert "\ndraft: true" in desk.briefs()["divers-clear-dam.md"]


def test_a_held_article_that_is_no_copy_of_a_deleted_brief_becomes_a_draft(desk: Desk, site: Path) -> None:
    desk.bring("a.jsonl", COURIER)
    (site / "briefings" / "2026" / "dam-is-sound.md").unlink()
    other = "The bells of Hamm ring again at noon after a pause of three winters, and the children may pull the rope."
    held = GAZETTE | {"embargo_until": "2031-02-03T09:00:00Z"}
    assert desk.bring("b.jsonl", held, text=other)["created"] == ["briefings/2026/divers-clear-dam.md"]


@pytest.mark.parametrize("portions", [("ab",), ("a", "b"), ("b", "a")], ids=" ".join)
def test_an_import_that_was_taken_back_is_no_deletion_and_comes_back_whole(
    desk: Desk, portions: tuple[str, ...]
) -> None:
    records = {"a": COURIER, "b": GAZETTE}
    desk.bring("ab.jsonl", COURIER, GAZETTE)
    before = desk.briefs()
    call(desk.capsys, desk.site, "imports", "undo")
    assert desk.briefs() == {}
    for portion in portions:
        desk.bring(f"{portion}.jsonl", *(records[name] for name in portion), options=("--again",))
    assert {name: sources(text) for name, text in desk.briefs().items()} == {
        name: sources(text) for name, text in before.items()
    }


def test_a_copy_of_an_article_whose_import_was_taken_back_comes_in(desk: Desk) -> None:
    desk.bring("a.jsonl", COURIER)
    call(desk.capsys, desk.site, "imports", "undo")
    assert desk.bring("b.jsonl", GAZETTE)["created"] == ["briefings/2026/divers-clear-dam.md"]
    desk.bring("a.jsonl", COURIER, options=("--again",))
    assert [sources(text) for text in desk.briefs().values()] == [
        [("The Courier", "original"), ("The Gazette", "copy")]
    ]


def test_an_earlier_version_of_a_deleted_brief_can_be_had_again(desk: Desk, site: Path) -> None:
    desk.bring("a.jsonl", COURIER)
    desk.bring("b.jsonl", COURIER | {"date": "2026-02-05"}, text=TEXT.replace("eleven", "twelve"))
    (site / "briefings" / "2026" / "dam-is-sound.md").unlink()
    done = desk.bring("a.jsonl", COURIER)
    assert (done["created"], [one["brief"] for one in done["gone"]]) == ([], ["briefings/2026/dam-is-sound.md"])
    assert desk.bring("a.jsonl", COURIER, options=("--again",))["created"] == ["briefings/2026/dam-is-sound.md"]
    assert "eleven days" in desk.briefs()["dam-is-sound.md"]


def test_a_new_version_of_a_deleted_brief_is_left_out_and_said(desk: Desk, site: Path) -> None:
    desk.bring("a.jsonl", COURIER)
    (site / "briefings" / "2026" / "dam-is-sound.md").unlink()
    done = desk.bring("a.jsonl", COURIER, text=TEXT.replace("eleven", "twelve"))
    assert done["created"] == []
    assert done["refused"] == [
        {
            "path": "a.jsonl#1, whole",
            "why": "`Dam is sound`: the brief of its earlier version, briefings/2026/dam-is-sound.md, was deleted; "
            "`briefings import --again` with this file brings it",
        }
    ]


def test_a_copy_goes_into_a_brief_that_was_moved_by_hand(desk: Desk, site: Path) -> None:
    desk.bring("a.jsonl", COURIER)
    folder = site / "briefings"
    (folder / "2026" / "dam-is-sound.md").rename(folder / "the-dam.md")
    assert desk.bring("b.jsonl", GAZETTE)["created"] == []
    assert sources(desk.briefs()["the-dam.md"]) == [("The Courier", "original"), ("The Gazette", "copy")]


def test_what_is_too_short_is_refused_with_the_same_words_each_time(desk: Desk, site: Path) -> None:
    (site / "short.txt").write_text("Nothing new today here.\n", "utf-8")
    for _ in range(2):
        assert "  not taken: short.txt, line 1: it has fewer than 8 words\n" in desk.listed("short.txt")
    ledger = site / "briefings" / "imports.jsonl"
    assert not ledger.exists() or '"id"' not in ledger.read_text("utf-8")


def test_texts_that_differ_in_a_word_are_told_with_the_word(desk: Desk) -> None:
    done = desk.bring("a.jsonl", COURIER) and desk.bring("b.jsonl", GAZETTE, text=TEXT.replace("sound", "unsound"))
    assert len(done["created"]) == 1
    (alike,) = done["alike"]
    assert sorted(alike["briefs"]) == ["briefings/2026/dam-is-sound.md", "briefings/2026/divers-clear-dam.md"]
    assert alike["relation"] == "event"
    assert len(alike["differs"]) == 1
    assert "`sound`" in alike["differs"][0]
    assert "`unsound`" in alike["differs"][0]


def test_of_texts_at_one_address_another_article_gets_its_own_brief(desk: Desk) -> None:
    desk.bring("a.jsonl", COURIER)
    other = "The pilot station moves to the north mole in June, into the old customs house beside the lighthouse."
    same_page = COURIER | {"title": "Pilots move", "date": "2026-02-20"}
    assert desk.bring("b.jsonl", same_page, text=other)["created"] == ["briefings/2026/pilots-move.md"]
    parts = [COURIER | {"url": f"https://live.example/day#post-{n}", "title": f"Post {n}"} for n in (7, 8)]
    assert len(desk.bring("c.jsonl", parts[0], text="Post seven: " + other)["created"]) == 1
    assert (
        len(desk.bring("d.jsonl", parts[1], text="Post eight: the ferries run again after the storm.")["created"]) == 1
    )


@pytest.mark.parametrize("order", [("v1", "v2", "v3"), ("v3", "v1", "v2"), ("v2", "v3", "v1")])
def test_the_newest_version_by_its_own_day_is_the_text_in_any_order(desk: Desk, order: tuple[str, ...]) -> None:
    versions = {
        f"v{n}": (f"2026-02-0{n + 2}", TEXT.replace("eleven", word))
        for n, word in enumerate(("ten", "eleven", "twelve"), 1)
    }
    for name in order:
        day, text = versions[name]
        desk.bring(f"{name}.jsonl", COURIER | {"date": day}, text=text)
    (text,) = desk.briefs().values()
    assert "twelve days after" in text
    for name in order:
        assert (
            desk.bring(f"{name}.jsonl", COURIER | {"date": versions[name][0]}, text=versions[name][1])["updated"] == []
        )
    assert list(desk.briefs().values()) == [text]


@pytest.mark.parametrize("again", [False, True])
def test_a_brief_is_known_by_its_article_and_not_by_its_path(desk: Desk, site: Path, again: bool) -> None:
    """The brief of another outlet that took the path of a deleted one is not that of the deleted article."""
    gazette = COURIER | {"outlet": "The Gazette", "url": "https://gazette.example/d"}
    desk.bring("a.jsonl", COURIER)
    [path] = (site / "briefings").rglob("*.md")
    path.unlink()
    assert desk.bring("b.jsonl", gazette)["created"] == []
    desk.bring("b.jsonl", gazette, options=("--again",))
    assert path.is_file()
    gone = desk.bring("a.jsonl", COURIER)
    assert [one["brief"] for one in gone["gone"]] == [path.relative_to(site).as_posix()]
    assert (gone["created"], gone["updated"]) == ([], [])
    if again:
        desk.bring("a.jsonl", COURIER, options=("--again",))
        assert "The Courier" in "".join(desk.briefs().values())
    # A new version of the deleted article changes nothing of the other brief, and none of them is a version of itself.
    before = path.read_text("utf-8")
    desk.bring("a2.jsonl", COURIER | {"date": "2026-02-05"}, text=TEXT.replace("Friday", "Saturday"))
    assert again or path.read_text("utf-8") == before
    assert not list((site / "briefings").rglob("*.incoming.md"))
    for name, text in desk.briefs().items():
        assert f"versions: [{name.removesuffix('.md')}]" not in text


def test_a_file_of_an_editor_at_the_path_of_a_deleted_brief_is_left_alone(desk: Desk, site: Path) -> None:
    desk.bring("a.jsonl", COURIER)
    [path] = (site / "briefings").rglob("*.md")
    path.write_text("---\ntitle: Another matter\n---\n\nWords of our own.\n", "utf-8")
    desk.bring("a2.jsonl", COURIER | {"date": "2026-02-05"}, text=TEXT.replace("Friday", "Saturday"))
    assert path.read_text("utf-8") == "---\ntitle: Another matter\n---\n\nWords of our own.\n"
