"""The lists of the desk, asked as their page asks: all that is pending, and buttons that write what a person would
type, each undone in one step."""

import json
import shutil
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from desk_site import Lists, desk_of

from annotated_briefings.cli.main import main
from annotated_briefings.preview.review.copies import figures_apart
from annotated_briefings.preview.review.passages import similar_passages
from annotated_briefings.reports.status import HEADINGS

ROOT = Path(__file__).resolve().parents[2]
GATE = (
    "Divers have freed the lock gate of the inner basin, five days before the day that the port had named. Barges go "
    "through again from Monday, the harbour office told reporters. A stone had jammed it since the high water."
)
FERRY = (
    "The night ferry to Vessby stays in the harbour until spring, because nobody has bid for the route. The county had "
    "offered 9 million crowns a year and asked for four crossings a night, even in ice and in storms."
)
DRAFT = """\
---
title: {title}
date: 2026-03-14   # by hand
tags: [ferries]
draft: true
sources:
  - {{outlet: Quay Letter}}
---
The harbor was closed on Saturday night, and {title} told us so.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "briefings").mkdir(parents=True)
    (root / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    return root


def write(site: Path, name: str, text: str) -> str:
    path = site / "briefings" / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path.relative_to(site).as_posix()


def wire(site: Path, name: str, *articles: dict[str, str]) -> None:
    path = site.parent / name
    path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
    assert main(["--site", str(site), "import", str(path)]) == 0


def texts(site: Path) -> dict[str, str]:
    """All files that editors own, without the ledger."""
    files = sorted((site / "briefings").rglob("*"))
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in files
        if path.is_file() and path.suffix != ".jsonl"
    }


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The changed lines, as git shows them."""
    out: list[str] = []
    for path in sorted({*before, *after}):
        old, new = before.get(path, "").splitlines(), after.get(path, "").splitlines()
        lines = unified_diff(old, new, n=0, lineterm="")
        out += [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    return out


def done_and_undone(lists: Lists, button: str, **data: Any) -> list[str]:
    """The lines that a button changes; it is undone, redone and undone again, and nothing is left of it."""
    before = texts(lists.root)
    answer = lists.press(button, **data)
    assert answer["problems"] == []
    after = texts(lists.root)
    for step, expected in (("undo", before), ("redo", after), ("undo", before)):
        assert lists.press(step)["problems"] == []
        assert texts(lists.root) == expected
    return changes(before, after)


# Everything that status knows.


def test_the_page_of_the_day_lists_every_task_of_status_but_names(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, "point", DRAFT.format(title="A point").replace("draft: true", "key_points: [Nobody proves it.]"))
    write(
        site,
        "quote",
        DRAFT.format(title="A quote").replace(
            "draft: true", "key_points: [{text: It is so., quote: we never wrote this}]"
        ),
    )
    write(site, "unread", "---\ntitle: Unread\ndate: soon\n---\nText.\n")
    write(site, "later", DRAFT.format(title="Later").replace("draft: true", "publish_at: 2026-12-03 08:00"))
    write(site, "later.incoming", DRAFT.format(title="Later"))
    write(site, "draft", DRAFT.format(title="A draft"))
    capsys.readouterr()
    assert main(["--site", str(site), "status", "--json"]) == 0
    listed = [(one["kind"], one["path"]) for one in json.loads(capsys.readouterr().out) if one["kind"] != "name"]
    groups = Lists(desk_of(site), "today").items
    assert [group["key"] for group in groups] == [kind for kind in HEADINGS if kind in dict(listed)]
    assert sum(group["count"] for group in groups) == len(listed)
    shown = {(group["key"], task["path"]) for group in groups for task in group["tasks"]}
    assert shown == {one for one in listed if one[0] != "draft"}


def test_the_answer_is_short_while_nothing_changes(site: Path) -> None:
    path = write(site, "a", DRAFT.format(title="One"))
    lists = Lists(desk_of(site), "drafts")
    first = lists.ask("list")
    assert [item["path"] for item in first["items"]] == [path]
    assert lists.ask("list", revision=first["revision"]) == {"revision": first["revision"], "same": True}
    (site / "briefings" / "decisions.yaml").write_text("- {no_entity: Nobody}\n", encoding="utf-8")
    assert "items" in lists.ask("list", revision=first["revision"])


# Drafts, one and many.


BULK: tuple[tuple[dict[str, Any], list[str]], ...] = (
    ({"bulk": "publish", "confirm": True}, ["-draft: true", "+draft: false"]),
    ({"bulk": "tag", "name": "harbours"}, ["-tags: [ferries]", "+tags: [ferries, harbours]"]),
    ({"bulk": "story", "name": "storm-night"}, ["+story: storm-night"]),
)


@pytest.mark.parametrize(("asked", "lines"), BULK, ids=lambda one: one["bulk"] if isinstance(one, dict) else "")
def test_a_change_of_many_drafts_is_shown_before_and_undone_in_one_step(
    site: Path, asked: dict[str, Any], lines: list[str]
) -> None:
    paths = [write(site, f"b{number}", DRAFT.format(title=f"Number {number}")) for number in range(5)]
    lists = Lists(desk_of(site), "drafts")
    plan = lists.ask("plan", paths=paths, **asked)["briefs"]
    assert [one["lines"] for one in plan] == [lines] * 5
    assert done_and_undone(lists, "bulk", paths=paths, **asked) == lines * 5


def test_only_drafts_without_errors_are_published_and_the_others_say_why(site: Path) -> None:
    good = write(site, "good", DRAFT.format(title="Good"))
    wrong = write(
        site,
        "wrong",
        DRAFT.format(title="Wrong").replace("tags:", "key_points: [{text: So., quote: we never wrote this}]\ntags:"),
    )
    unread = write(site, "unread", "---\ntitle: Unread\ndate: soon\n---\nText.\n")
    public = write(site, "public", DRAFT.format(title="Public").replace("draft: true", "draft: false"))
    lists = Lists(desk_of(site), "drafts")
    asked = {"bulk": "publish", "paths": [good, wrong, unread, public]}
    plan = {one["path"]: one["why"] for one in lists.ask("plan", **asked)["briefs"]}
    assert plan == {
        good: "",
        wrong: "error: the quote `we never wrote this` is not in the text",
        unread: "it cannot be read",
        public: "it is no draft",
    }
    answer = lists.press("bulk", **asked)
    assert (answer["message"], answer["problems"]) == ("published “Good”", [])
    assert "draft: true" in (site / wrong).read_text(encoding="utf-8")


def test_drafts_that_were_rejected_together_come_back_together_and_an_import_brings_them_no_second_time(
    site: Path,
) -> None:
    wire(site, "wire.jsonl", {"title": "The gate", "text": GATE}, {"title": "The ferry", "text": FERRY})
    own = write(site, "own", DRAFT.format(title="By hand"))
    before = texts(site)
    lists = Lists(desk_of(site), "drafts")
    paths = [item["path"] for item in lists.items]
    assert len(paths) == 3
    assert lists.press("bulk", bulk="reject", paths=paths)["message"] == "rejected 3 briefs"
    assert [*texts(site)] == ["briefings/decisions.yaml"]
    assert lists.press("undo")["problems"] == []
    assert texts(site) == before
    assert own in before
    assert main(["--site", str(site), "import", str(site.parent / "wire.jsonl")]) == 0
    assert texts(site) == before


def test_a_rejection_that_was_undone_is_redone_with_what_the_ledger_says_of_it(site: Path) -> None:
    wire(site, "wire.jsonl", {"title": "The gate", "text": GATE})
    lists = Lists(desk_of(site), "drafts")
    [item] = lists.items
    before = texts(site)
    lists.press("bulk", bulk="reject", paths=[item["path"]])
    assert lists.press("undo")["list"]["redo"] == "rejected “The gate”"
    assert item["path"] in texts(site)
    assert lists.press("redo")["problems"] == []
    assert item["path"] not in texts(site)
    assert main(["--site", str(site), "import", str(site.parent / "wire.jsonl")]) == 0
    assert item["path"] not in texts(site)
    lists.press("undo")
    assert texts(site)[item["path"]] == before[item["path"]]


# New versions.


def versioned(site: Path) -> Lists:
    """A published brief, edited, of whose source there is a new version."""
    article = {
        "title": "The ferry",
        "outlet": "Quay Letter",
        "url": "https://q.example/1",
        "text": f"{GATE}\n\n{FERRY}",
    }
    wire(site, "one.jsonl", article)
    [path] = [path for path in texts(site) if path.endswith(".md")]
    text = (site / path).read_text(encoding="utf-8")
    text = text.replace("draft: true", "draft: false").replace("because nobody", "since nobody")
    (site / path).write_text(text, encoding="utf-8")
    newer = {
        **article,
        "text": article["text"].replace("9 million crowns", "11 billion crowns"),
        "modified": "2026-04-01",
    }
    wire(site, "two.jsonl", newer)
    return Lists(desk_of(site), "versions")


def test_a_new_version_is_taken_over_piece_by_piece(site: Path) -> None:
    lists = versioned(site)
    [item] = lists.items
    assert ["9 million", "11 billion"] in item["changes"]
    sure = [one for one in item["rests"] if one["pairs"]]
    assert {one["part"] for one in sure} >= {"text"}
    for one in sure:
        was, now = one["pairs"][-1]
        lines = done_and_undone(lists, "take-over", path=item["path"], id=item["id"], piece=one["piece"])
        assert len(lines) in (2, 4)
        assert all(("9 million" in line) == line.startswith("-") for line in lines if "million" in line), lines
        assert "9 million" in was
        assert "11 billion" in now


def test_a_version_that_changes_nothing_of_the_brief_is_settled_with_the_file_beside_it(site: Path) -> None:
    lists = versioned(site)
    [item] = lists.items
    beside = item["beside"]
    assert beside.endswith(".incoming.md")
    found = lists.press("keep-version", path=item["path"], id=item["id"])
    assert (found["problems"], found["list"]["items"], (site / beside).exists()) == ([], [], False)
    lists.press("undo")
    assert (site / beside).exists()


PARTS = (
    (
        "figures",
        {
            "value": "8",
            "unit": "%",
            "what": "fall in shipments",
            "source": "1",
            "quote": "Shipments dropped 8% in March",
        },
    ),
    (
        "figures",
        {"value": "21", "unit": "°C", "what": "water", "source": "1", "quote": "the water had 21 °C at the pier"},
    ),
    (
        "figures",
        {
            "value": "9",
            "unit": "million crowns",
            "what": "cost",
            "source": "1",
            "quote": "It costs 9 million crowns a year",
        },
    ),
    ("key_points", {"text": "Shipments fell 8 percent.", "quote": "Shipments dropped 8% in March", "source": "1"}),
)
"""What a brief says of a source."""


def figured(site: Path, *, own: bool = False) -> Lists:
    """A brief with figures and a point of a source that has a new version; ``own``: also a figure that no words fit."""
    story = f"{GATE}\n\nShipments dropped 8% in March, and the water had 21 °C at the pier. "
    story += "It costs 9 million crowns a year, said the office."
    article = {"title": "The ferry", "outlet": "Quay Letter", "url": "https://q.example/1", "text": story}
    wire(site, "one.jsonl", article)
    [path] = [path for path in texts(site) if path.endswith(".md")]
    values: dict[str, list[dict[str, str]]] = {}
    for name, entry in PARTS:
        values.setdefault(name, []).append(entry)
    if own:
        values["figures"].append(
            {"value": "8", "unit": "ships", "source": "1", "quote": "Shipments dropped 8% in March"}
        )
    head = "---\ntitle: The ferry\ndate: 2026-03-01\nsummary: S.\n"
    old = (site / path).read_text(encoding="utf-8")
    imported = old[old.index("imported:") :].split("\n")[0]
    text = head + "draft: false\nsources:\n  - {outlet: Quay Letter, url: https://q.example/1, title: The ferry}\n"
    text += "".join(f"{name}: {json.dumps(entries, ensure_ascii=False)}\n" for name, entries in values.items())
    (site / path).write_text(f"{text}{imported}\n---\nThe ferry is late.\n", encoding="utf-8")
    for was, now in (("8%", "9%"), ("21 °C", "19 °C"), ("9 million", "11 million")):
        story = story.replace(was, now)
    wire(site, "two.jsonl", {**article, "text": story, "modified": "2026-04-01"})
    return Lists(desk_of(site), "versions")


def test_a_version_that_is_taken_over_whole_is_gone_from_the_list(site: Path) -> None:
    lists = figured(site)
    [item] = lists.items
    assert [one["part"] for one in item["rests"] if not one["pairs"]] == []
    done = lists.press("take-over", path=item["path"], id=item["id"], piece="all")
    assert (done["problems"], done["list"]["items"]) == ([], [])
    assert {(one["was"], one["now"]) for one in done["figures"]} >= {("8%", "9%"), ("21 °C", "19 °C")}
    text = (site / item["path"]).read_text(encoding="utf-8")
    for words in ('"9"', "9%", "19 °C", '"19"', '"11"', "11 million crowns", "fell 9 percent"):
        assert words in text, text
    for words in ("8%", "21 °C", "9 million", "8 percent"):
        assert words not in text


def test_one_piece_without_a_sure_place_blocks_no_other(site: Path) -> None:
    lists = figured(site, own=True)
    [item] = lists.items
    done = lists.press("take-over", path=item["path"], id=item["id"], piece="all")
    assert done["problems"] == []
    assert "19 °C" in (site / item["path"]).read_text(encoding="utf-8")


# Copies and places.


def test_copies_that_differ_in_figures_come_first_and_both_texts_are_shown(site: Path) -> None:
    assert figures_apart("48,000 of 50 in 2026", "49,500 of 50 in 2026") == [("48,000", "49,500")]
    assert figures_apart("all 50", "all 50 and 12 more") == []
    wire(
        site,
        "wire.jsonl",
        {"title": "News", "outlet": "Paper", "text": f"{GATE}\n\n{FERRY}"},
        {"title": "News", "outlet": "Other paper", "text": GATE},
    )
    lists = Lists(desk_of(site), "copies")
    [copy] = lists.items
    assert (copy["copy"]["outlet"], copy["kept"]["outlet"], copy["figures"]) == ("Other paper", "Paper", [])
    runs = lists.ask("texts", id=copy["id"])["runs"]
    assert [mark for mark, _ in runs if mark == "+"]
    assert done_and_undone(lists, "seen", id=copy["id"]) == [f"+- {{seen: {copy['id']}}}"]
    lists.press("keep-copy", id=copy["id"], path=copy["path"])
    assert lists.items == []


@pytest.mark.slow
@pytest.mark.parametrize("kept", [True, False])
def test_a_split_takes_effect_at_once_where_the_file_is_there_and_is_undone_as_a_whole(site: Path, kept: bool) -> None:
    dump = site.parent / "dump.txt"
    shutil.copy(ROOT / "tests" / "data" / "dump.txt", dump)
    assert main(["--site", str(site), "import", str(dump)]) == 0
    if not kept:
        dump.unlink()
    before = texts(site)
    lists = Lists(desk_of(site), "places")
    place = min((one for one in lists.items if one["chosen"]), key=lambda one: int(one["line"]))
    assert place["here"] is kept
    answer = lists.press("join", id=place["id"])
    assert answer["problems"] == []
    after = texts(site)
    if kept:
        assert answer["message"] == f"joined dump.txt at line {place['line']}: 1 draft changed, 1 draft taken away"
        assert len(after) == len(before)  # one draft less, and the decisions
    else:
        assert answer["message"].endswith("; import dump.txt again, and its untouched drafts follow")
        assert len(after) == len(before) + 1
    assert place["id"] not in [one["id"] for one in answer["list"]["items"]]
    assert lists.press("undo")["problems"] == []
    assert texts(site) == before
    assert place["id"] in [one["id"] for one in lists.items]


# Notes and quotes.


NOTE = """\
---
title: {title}
annotations:
  # by the desk
  - quote: the council demanded a full inquiry
    note: Which council?
---
The council of Emden asked for a full inquiry. Nobody came. Nobody was there.
"""


def test_a_note_is_moved_in_its_own_brief_alone_though_others_have_the_same_id(site: Path) -> None:
    paths = [write(site, name, NOTE.format(title=name)) for name in ("one", "two")]
    lists = Lists(desk_of(site), "notes")
    first, second = lists.items
    assert (first["note"], first["path"]) == (second["note"], paths[0])
    choice = first["choices"][0]
    assert choice["words"] == "The council of Emden asked for a full inquiry"
    lines = done_and_undone(lists, "fix-note", path=paths[0], note=first["note"], quote=choice["words"], place=0)
    assert lines[:2] == [
        "-  - quote: the council demanded a full inquiry",
        "+  - quote: The council of Emden asked for a full inquiry",
    ]
    assert len(lines) == 3
    lines = done_and_undone(lists, "fix-note", path=paths[0], note=first["note"], quote="Nobody", place=2)
    assert "+  - quote: Nobody" in lines
    lines = done_and_undone(lists, "delete-note", path=paths[1], note=second["note"], entry=second["entry"])
    assert lines == [
        "-annotations:",
        "-  # by the desk",
        "-  - quote: the council demanded a full inquiry",
        "-    note: Which council?",
    ]


def test_words_that_are_not_in_the_text_move_no_note(site: Path) -> None:
    path = write(site, "one", NOTE.format(title="One"))
    lists = Lists(desk_of(site), "notes")
    [item] = lists.items
    [problem] = lists.press("fix-note", path=path, note=item["note"], quote="open on Monday", place=0)["problems"]
    assert problem["message"] == "the note was not moved: `open on Monday` is not in the text"
    assert problem["help"] == "select words of the text; nothing was changed"


def test_a_quote_without_proof_gets_other_words_of_its_source_or_goes(site: Path) -> None:
    wire(site, "wire.jsonl", {"title": "The gate", "outlet": "Quay Letter", "text": f"{GATE}\n\n{FERRY}"})
    [path] = [path for path in texts(site) if path.endswith(".md")]
    text = (site / path).read_text(encoding="utf-8")
    claim = "key_points:\n  - text: It was a stone.\n    quote: a stone had jammed it since the flood\n    source: 1\n"
    assert "key_points:\n" in text
    (site / path).write_text(text.replace("key_points:\n", claim, 1), encoding="utf-8")
    lists = Lists(desk_of(site), "quotes")
    [item] = lists.items
    assert (item["claim"], item["source"], item["why"]) == (
        "It was a stone.",
        "Quay Letter",
        "the quote `a stone had jammed it since the flood` is not in the text of source 1, `Quay Letter`",
    )
    asked = {"path": path, "field": item["field"], "number": item["number"], "was": item["quote"]}
    words = item["choices"][0]["words"]
    assert words.startswith("A stone had jammed it since the")
    assert GATE in lists.ask("texts", **asked)["text"]
    assert done_and_undone(lists, "set-quote", **asked, quote="A stone had jammed it since the high water") == [
        "-    quote: a stone had jammed it since the flood",
        "+    quote: A stone had jammed it since the high water",
    ]
    assert done_and_undone(lists, "drop-quote", **asked) == ["-    quote: a stone had jammed it since the flood"]
    assert done_and_undone(lists, "delete-claim", **asked) == [f"-{line}" for line in claim.splitlines()[1:]]
    shutil.move(site / "collected", site / "elsewhere")
    [item] = Lists(desk_of(site), "quotes").items
    assert (item["here"], item["attach"]) == (False, f"briefings attach {path} FILE")
    shutil.move(site / "elsewhere", site / "collected")
    [problem] = lists.press("set-quote", **asked, quote="nobody wrote this")["problems"]
    assert problem["message"] == "the quote `nobody wrote this` is not in the text of source 1, `Quay Letter`"
    assert lists.press("set-quote", **asked, quote=words)["list"]["items"] == []


def test_words_that_their_clause_denies_are_offered_with_their_whole_sentence(site: Path) -> None:
    text = "The keeper of the lock was found not guilty of the flood by the court of Lund. He goes back to work."
    wire(site, "wire.jsonl", {"title": "The keeper", "outlet": "Quay Letter", "text": f"{text}\n\n{FERRY}"})
    [path] = [path for path in texts(site) if path.endswith(".md")]
    brief = (site / path).read_text(encoding="utf-8")
    claim = "key_points:\n  - text: Guilty.\n    quote: guilty of the flood\n    source: 1\n"
    (site / path).write_text(brief.replace("key_points:\n", claim, 1), encoding="utf-8")
    lists = Lists(desk_of(site), "quotes")
    [item] = lists.items
    words = "The keeper of the lock was found not guilty of the flood by the court of Lund."
    assert item["choices"][0]["words"] == words
    asked = {"path": path, "field": item["field"], "number": item["number"], "was": item["quote"]}
    assert lists.press("set-quote", **asked, quote=words)["list"]["items"] == []


CANDIDATES = (
    ("the council asked for a full report", "Nobody came. The council of Emden asked for a full report in May.", True),
    ("水門は十一月から開いていた", "港は静かだ。水門は十一月から閉まっていた。船は来ない。", True),
    ("كلف الإصلاح أربعة ملايين", "أعيد فتح البوابة. وقالت الإدارة إن الإصلاح كلف أربعة ملايين كرونة.", True),
    ("a bribe of two million", "Divers have freed the lock gate. Barges go through again.", False),
    ("", "Divers have freed the lock gate.", False),
    ("42", "It had 41 rooms. It had 43 beds.", False),
)


@pytest.mark.parametrize(("quote", "text", "found"), CANDIDATES, ids=range(len(CANDIDATES)))
def test_passages_that_are_like_a_quote_are_offered_word_for_word(quote: str, text: str, found: bool) -> None:
    offered = similar_passages(text, quote)
    assert bool(offered) is found
    assert all(text.count(one.words) == 1 for one in offered)


# Names.


@pytest.mark.slow
def test_entries_of_the_registry_are_edited_and_merged_by_small_patches(site: Path) -> None:
    write(site, "a", DRAFT.format(title="Brightwater").replace("draft: true", "entities: [Brightwater]"))
    (site / "briefings" / "entities.yaml").write_text(
        "brightwater:\n  name: Brightwater\n  # ours\n  type: company\n  aliases: [BW, Bright]\nzeku:\n  name: Zeku\n",
        encoding="utf-8",
    )
    lists = Lists(desk_of(site), "names")
    entry = lists.ask("list")["more"]["entities"][0]
    assert (entry["title"], entry["aliases"], entry["count"]) == ("Brightwater", ["BW", "Bright"], 1)
    edited = {"entity": "brightwater", "as": "Brightwater", "type": "person", "aliases": ["BW", "B. Water"]}
    assert done_and_undone(lists, "edit-entity", **edited) == [
        "-  type: company",
        "-  aliases: [BW, Bright]",
        "+  type: person",
        "+  aliases: [BW, B. Water]",
    ]
    renamed = {**edited, "as": "Brightwater Shipping", "type": "company", "aliases": ["BW", "Bright"]}
    lines = done_and_undone(lists, "edit-entity", **renamed)
    assert "+entities: [Brightwater Shipping]" in lines
    assert "+  name: Brightwater Shipping" in lines
    lines = done_and_undone(lists, "merge-entity", entity="brightwater", into="zeku")
    assert "+  merged_into: zeku" in lines
    [problem] = lists.press("edit-entity", **{**edited, "aliases": ["Zeku"]})["problems"]
    assert problem["message"] == "`Zeku` already names `zeku`"


def test_tags_are_merged_and_renamed_in_the_list_and_in_every_brief(site: Path) -> None:
    draft = DRAFT.format(title="One")
    write(site, "a", draft.replace("tags:", "tags: [cranes, Ferry]\nx_tags:"))
    write(site, "b", DRAFT.format(title="Two").replace("tags:", "tags: [crane]\nx_tags:"))
    (site / "briefings" / "tags.yaml").write_text("cranes: {label: Cranes}\ncrane: {label: crane}\n", encoding="utf-8")
    lists = Lists(desk_of(site), "names")
    rows = {row["id"]: (row["title"], row["count"]) for row in lists.ask("list")["more"]["tags"]}
    assert (rows["cranes"], rows["crane"], rows["ferry"]) == (("Cranes", 1), ("crane", 1), ("Ferry", 1))
    assert done_and_undone(lists, "merge-tag", tag="crane", into="cranes") == [
        "-tags: [crane]",
        "+tags: [cranes]",
        "-cranes: {label: Cranes}",
        "-crane: {label: crane}",
        "+cranes: {label: Cranes, aliases: [crane]}",
    ]
    assert "+tags: [lifts, Ferry]" in done_and_undone(lists, "rename-tag", **{"tag": "cranes", "as": "Lifts"})
    [problem] = lists.press("merge-tag", tag="crane", into="crane")["problems"]
    assert problem["message"] == "`crane` and `crane` are the same tag already"


def test_a_name_is_accepted_as_the_editor_has_corrected_it(site: Path) -> None:
    write(site, "a", DRAFT.format(title="Mara Quill"))
    lists = Lists(desk_of(site), "names")
    asked = {"name": "Mara Quil", "as": "Mara Quill", "type": "person", "aliases": ["Quill"]}
    assert done_and_undone(lists, "accept-name", **asked) == [
        "+mara-quill: {name: Mara Quill, type: person, aliases: [Quill]}",
    ]
    [problem] = lists.press("accept-name", **{**asked, "type": "ship"})["problems"]
    assert problem["message"] == "`ship` is no type of an entity"


# What no page may do.


@pytest.mark.parametrize("button", ["", "anything", "bulk", "fix-note", "set-quote", "merge-entity", "split"])
def test_a_button_that_is_about_nothing_changes_nothing_and_says_why(site: Path, button: str) -> None:
    write(site, "a", DRAFT.format(title="One"))
    before = texts(site)
    answer = Lists(desk_of(site), "drafts").press(button, path="../../etc/passwd", paths=["../x"], id="../x")
    assert answer["problems"]
    assert answer["message"] == ""
    assert texts(site) == before


def test_a_version_that_an_import_merged_into_a_public_brief_is_told_to_readers_by_one_button(site: Path) -> None:
    article = {"title": "Gate freed", "outlet": "Quay Letter", "url": "https://quay.example/gate", "text": FERRY}
    wire(site, "a.jsonl", article | {"date": "2026-03-03"})
    [path] = (site / "briefings").rglob("*.md")
    text = path.read_text(encoding="utf-8").replace("draft: true", "draft: false")
    text = text.replace("title: Gate", "title: The gate")
    path.write_text(text, encoding="utf-8")
    wire(site, "b.jsonl", article | {"date": "2026-03-04", "text": FERRY.replace("9 million", "11 million")})
    today = Lists(desk_of(site), "today")
    [kind] = [one for one in today.items if one["key"] == "correction"]
    [task] = kind["tasks"]
    assert (task["figures"][0]["was"], task["figures"][0]["now"]) == ("9 million crowns", "11 million crowns")
    wrong = [{"was": "9 million crowns", "now": "11 million crowns"}]
    lines = done_and_undone(today, "tell-readers", path=task["path"], wrong=wrong, why="")
    assert "+corrections:" in lines
    assert any(line.startswith("+updated: ") for line in lines)
    assert any(line.startswith("+- {seen: ") for line in lines)
    today.press("tell-readers", path=task["path"], wrong=wrong, why="")
    assert [one for one in today.items if one["key"] == "correction"] == []
