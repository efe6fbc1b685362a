"""Notes of other tools: nothing that a person wrote is lost, and nothing goes public that nobody here has read."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from small_site import NOW, Case

from annotated_briefings.cli.main import main
from annotated_briefings.editing.lost_notes import LOST
from annotated_briefings.intake.foreign_notes import Unreadable, read_notes

PAGE = "https://log.example/mole"
HEAD = f"title: The mole\ndate: 2026-03-03\nsources: [{{outlet: Harbour Log, title: The mole, url: {PAGE}}}]"
BODY = "The council will widen the north mole next year, after ten years of talks. Work begins in June.\n"


@pytest.fixture
def site(tmp_path: Path) -> Case:
    """A site with one brief that rests on an annotated page."""
    site = Case(tmp_path)
    site.brief("mole", HEAD, BODY)
    return site


def row(name: str, text: str, user: str = "ida", quote: str = "", **more: Any) -> dict[str, Any]:
    """A note of Hypothesis."""
    target: dict[str, Any] = {"source": PAGE}
    if quote:
        target["selector"] = [{"type": "TextQuoteSelector", "exact": quote}]
    return {
        "id": name,
        "user": f"acct:{user}@notes.example",
        "uri": PAGE,
        "text": text,
        "created": "2026-03-08T09:00:00Z",
        "permissions": {"read": ["group:__world__"]},
        "target": [target],
        **more,
    }


def exported(*rows: Any, by: str = "ida") -> dict[str, Any]:
    return {"export_userid": f"acct:{by}@notes.example", "annotations": list(rows)}


def take(site: Case, document: Any, *options: str) -> int:
    site.write("notes.json", json.dumps(document))
    return main(["--site", str(site.root), "annotations", "import", str(site.root / "notes.json"), *options])


def written(site: Case) -> str:
    return (site.root / "briefings" / "mole.md").read_text(encoding="utf-8")


def published(site: Case) -> str:
    site.build()
    return "\n".join(path.read_text("utf-8") for path in (site.root / "_site").rglob("*.*") if path.suffix != ".png")


MIXED = exported(
    row("A1", "The vote was eight to one.", quote="will widen the north mole"),
    row("B2", "I heard seven to two; ask the clerk.", "otto", references=["A1"]),
    row("C3", "It all rests on one release.", tags=["dispute"]),
    row("D4", "", quote="Work begins in June"),
)


def test_replies_and_notes_on_the_page_are_kept_as_drafts_and_listed(
    site: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(site, MIXED) == 0
    out = capsys.readouterr().out
    assert out == (
        "  briefings/mole.md  A1\n"
        "4 notes read, 1 written, 0 already present\n"
        "3 notes without a passage here:\n"
        f"  C3  {PAGE}\n"
        "    it is on the whole page, not on words of it; kept with briefings/mole.md\n"
        f"  D4  {PAGE}\n"
        "    Work begins in June\n"
        "    it is a highlight without a remark\n"
        f"  B2  {PAGE}\n"
        "    it is a reply to another note; kept with briefings/mole.md\n"
    )
    text = written(site)
    assert "ask the clerk" in text
    assert "rests on one release" in text
    assert text.count("status: draft") == 2
    assert "    reply_to: A1\n" in text
    site.build()
    assert not site.reported("wrong-type", "empty-note", "orphan-annotation", "unknown-key")
    everything = published(site)
    assert "eight to one" in everything
    assert "ask the clerk" not in everything
    assert "rests on one release" not in everything
    assert main(["--site", str(site.root), "status", "--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}"]) == 0
    listed = capsys.readouterr().out
    assert "note B2: a draft: I heard seven to two; ask the clerk." in listed
    assert "note C3: a draft: It all rests on one release." in listed
    before = written(site)
    assert take(site, MIXED) == 0
    assert "0 written, 3 already present" in capsys.readouterr().out
    assert written(site) == before


def test_a_reply_stands_beside_the_words_of_the_note_that_it_answers(site: Case) -> None:
    take(site, exported(*reversed(MIXED["annotations"])))
    text = written(site)
    reply = text[text.index("id: B2") :]
    assert "quote: will widen the north mole" in reply
    site.build(drafts=True)
    assert not site.reported("orphan-annotation")


def test_notes_of_other_people_are_drafts_until_somebody_says_otherwise(
    site: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    other = row("E5", "See ![it](https://spy.example/a.png) here.", "otto", quote="ten years of talks")
    assert take(site, exported(other)) == 0
    assert "1 note of other people written as drafts (`--publish` makes them public)\n" in capsys.readouterr().out
    assert "status: draft" in written(site)
    assert "spy.example" not in published(site)
    site.brief("mole", HEAD, BODY)
    assert take(site, exported(other), "--publish") == 0
    assert "status:" not in written(site)
    assert '<img src="https://spy.example' not in published(site)
    # What the other tool holds back stays so.
    site.brief("mole", HEAD, BODY)
    private = row("F6", "Between us.", "otto", quote="ten years of talks", permissions={"read": ["group:x"]})
    take(site, exported(private), "--publish")
    assert "status: draft" in written(site)


def test_who_has_written_notes_of_the_site_is_no_other_person(site: Case) -> None:
    own = f"{HEAD}\nannotations: [{{quote: Work begins, author: Otto Ash, note: In June.}}]"
    site.brief("mole", own, BODY)
    known = row("E5", "Yes.", "otto", quote="ten years of talks", user_info={"display_name": "Otto Ash"})
    take(site, {"rows": [known]})
    assert "status: draft" not in written(site)


def w3c(**more: Any) -> dict[str, Any]:
    """A W3C annotation on words of the brief."""
    target = {"source": PAGE, "selector": {"type": "TextQuoteSelector", "exact": "ten years of talks"}}
    return {"type": "Annotation", "id": "urn:x:1", "target": target, **more}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Since 1911.", "Since 1911."),
        (["Since 1911.", "And before."], "Since 1911.\n\nAnd before."),
        ({"type": "TextualBody", "value": "Since 1911."}, "Since 1911."),
        ("harbour-log.html", "harbour-log.html"),
        ("note: see page 4", "note: see page 4"),
        ("oa: what it means", "oa: what it means"),
        ("Since", "Since"),
        ("https://log.example/proof", "<https://log.example/proof>"),
        ({"id": "https://log.example/proof"}, "<https://log.example/proof>"),
        ({"id": "proof.html"}, "proof.html"),
    ],
)
def test_a_body_is_the_remark_unless_it_is_a_whole_address(body: Any, text: str) -> None:
    for document in (w3c(body=body), [w3c(body=body)], {"type": "AnnotationPage", "items": [w3c(body=body)]}):
        assert [note.text for note in read_notes(json.dumps(document).encode()).notes] == [text]
    assert read_notes(json.dumps(w3c(bodyValue="Since 1911.")).encode()).notes[0].text == "Since 1911."


REST = ["a text", 5, None]


@pytest.mark.parametrize(
    ("document", "notes", "others"),
    [
        ([w3c(body="Since 1911."), *REST], 1, 3),
        ({"type": "AnnotationPage", "items": [w3c(body="Since 1911."), *REST]}, 1, 3),
        ({"type": "AnnotationCollection", "first": {"items": [w3c(body="Since 1911."), *REST]}}, 1, 3),
        ({"@graph": [w3c(body="Since 1911."), *REST]}, 1, 3),
        ({"rows": [row("A1", "x"), *REST, {"name": "no note"}]}, 1, 4),
        ([row("A1", "x"), *REST], 1, 3),
        ([w3c(body="x"), {"type": "Person", "name": "Ida"}], 1, 1),
        ({"type": "AnnotationPage", "items": [w3c(body="x")]}, 1, 0),
    ],
)
def test_every_entry_of_a_file_is_read_or_counted(document: Any, notes: int, others: int) -> None:
    found = read_notes(json.dumps(document).encode())
    assert (len(found.notes), found.others) == (notes, others)


def test_entries_that_are_no_notes_are_said(site: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(site, [w3c(body="Since 1911."), *REST], "--publish") == 0
    assert capsys.readouterr().out == (
        "  briefings/mole.md  urn:x:1\n4 entries, 1 note, 3 are no notes\n1 note read, 1 written, 0 already present\n"
    )
    assert "    note: Since 1911.\n" in written(site)
    with pytest.raises(Unreadable, match="it holds no annotation"):
        read_notes(json.dumps(REST).encode())


def test_w3c_replies_highlights_and_notes_on_pages_are_told_apart(site: Case) -> None:
    first = w3c(body="Since 1911.")
    reply = {**w3c(body="No, 1912."), "id": "urn:x:2", "motivation": "replying", "target": "urn:x:1"}
    mark = {**w3c(), "id": "urn:x:3", "motivation": "highlighting"}
    page = {**w3c(body="All of it."), "id": "urn:x:4", "target": PAGE}
    take(site, [reply, first, mark, page], "--publish")
    text = written(site)
    assert text.count("status: draft") == 2
    assert 'reply_to: "urn:x:1"' in text or "reply_to: urn:x:1" in text
    assert "urn:x:3" not in text
    site.build()
    assert not site.reported("wrong-type", "empty-note", "orphan-annotation", "unknown-key")


def test_notes_on_pages_that_no_brief_rests_on_are_kept_and_can_be_imported_later(
    site: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    far = {**row("Z9", "A remark.", quote="talks of peace", tags=["check"]), "uri": "https://far.example/"}
    assert take(site, exported(far)) == 0
    out = capsys.readouterr().out
    assert f"1 note kept in {LOST}; import it once a brief rests on their page\n" in out
    take(site, exported(far))
    kept = json.loads((site.root / LOST).read_text(encoding="utf-8"))
    assert len(kept) == 1
    assert "A remark." not in published(site)
    site.brief(
        "far",
        "title: Far\ndate: 2026-03-03\nsources: [{outlet: Far, title: Far, url: https://far.example/}]",
        "There are talks of peace.\n",
    )
    assert main(["--site", str(site.root), "annotations", "import", str(site.root / LOST)]) == 0
    text = (site.root / "briefings" / "far.md").read_text(encoding="utf-8")
    assert "note: A remark." in text
    assert "kind: check" in text


def test_tags_alone_are_the_remark(site: Case) -> None:
    take(site, exported(row("A1", "", quote="ten years of talks", tags=["port", "check", "by night"])))
    assert 'note: "(port, by night)"' in written(site)


def test_drafts_on_the_whole_brief_are_exported_without_words(site: Case, capsys: pytest.CaptureFixture[str]) -> None:
    take(site, MIXED)
    capsys.readouterr()
    assert main(["--site", str(site.root), "annotations", "export", "--drafts"]) == 0
    items = {item["id"].partition("#note-")[2]: item for item in json.loads(capsys.readouterr().out)["first"]["items"]}
    assert items["C3"]["target"] == {"source": "https://pages.example/briefs/briefs/mole/"}
    assert items["B2"]["motivation"] == "replying"
    assert items["B2"]["target"][0] == "https://pages.example/briefs/briefs/mole/#note-A1"


def test_a_public_note_must_have_a_quote(tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.brief("b", "title: B\ndate: 2026-04-30\nannotations: [{note: All of it.}]")
    assert site.build().reported("wrong-type")
    site.brief("b", "title: B\ndate: 2026-04-30\nannotations: [{note: All of it., status: draft}]")
    assert not site.build().reported()


def on(address: str, selector: Any = None) -> dict[str, Any]:
    return {"source": address, **({"selector": selector} if selector else {})}


def quotes(site: Case) -> list[str]:
    """The passages of the notes that were written."""
    return [note["quote"] for note in yaml.safe_load(written(site).split("---\n")[1])["annotations"]]


def words(exact: str) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact}


ENDS = {"startSelector": words("the north mole"), "endSelector": words("Work begins")}


@pytest.mark.parametrize(
    ("selector", "quote"),
    [
        ({"type": "RangeSelector", **ENDS}, "the north mole next year, after ten years of talks."),
        (
            {"type": "FragmentSelector", "value": ":~:text=The%20council,mole"},
            "The council will widen the north mole",
        ),
        ({"type": "FragmentSelector", "value": ":~:text=after-,ten%20years,-of"}, "ten years"),
    ],
)
def test_a_passage_of_which_the_ends_are_known_is_found_whole(site: Case, selector: Any, quote: str) -> None:
    assert take(site, [w3c(body="So they say.", target=on(PAGE, selector))], "--publish") == 0
    assert quotes(site) == [quote]
    assert "draft" not in written(site)


def test_a_passage_of_which_one_end_is_not_there_is_a_draft_with_both(site: Case) -> None:
    selector = {"type": "FragmentSelector", "value": ":~:text=The%20council,nowhere"}
    assert take(site, [w3c(body="So they say.", target=on(PAGE, selector))], "--publish") == 0
    assert quotes(site) == ["The council … nowhere"]
    assert "    status: draft\n" in written(site)


@pytest.mark.parametrize("kind", ["TextPositionSelector", "XPathSelector", "CssSelector", "SvgSelector"])
def test_a_place_that_no_words_name_is_said(site: Case, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(site, [w3c(body="So they say.", target=on(PAGE, {"type": kind, "value": "x"}))]) == 0
    assert f"    its place is named by `{kind}`, not by words; kept with briefings/mole.md\n" in capsys.readouterr().out


def test_a_note_on_several_passages_is_beside_each_of_them(site: Case, capsys: pytest.CaptureFixture[str]) -> None:
    """Words on another page are not looked for in the brief, and a note on no page of the site is kept whole."""
    other = on("https://other.example/", words("Work begins"))
    targets = [other, on(PAGE, words("ten years")), on(PAGE, words("in June"))]
    note = w3c(body="So they say.", target=targets)
    assert take(site, [note], "--publish") == 0
    assert capsys.readouterr().out == (
        "  briefings/mole.md  urn:x:1\n  briefings/mole.md  urn:x:1-2\n1 note read, 2 written, 0 already present\n"
    )
    assert "    quote: ten years\n" in written(site)
    assert "    quote: in June\n" in written(site)
    assert "Work begins\n" not in written(site)
    assert take(site, [note], "--publish") == 0
    assert "1 note read, 0 written, 2 already present\n" in capsys.readouterr().out
    assert (
        take(site, [w3c(body="Lost.", target=[other, on("https://third.example/", {"type": "RangeSelector", **ENDS})])])
        == 0
    )
    kept = read_notes((site.root / LOST).read_bytes()).notes
    assert [(note.passage.quote, [more.end for _, more in note.more]) for note in kept] == [
        ("Work begins", ["Work begins"])
    ]


@pytest.mark.parametrize(
    "address",
    [
        f"https://web.archive.org/web/20260303/{PAGE}",
        f"https://via.example/{PAGE}",
        "https://pages.example/briefs/briefs/mole/index.md",
        "https://pages.example/briefs/briefs/mole/annotations.json",
        # Not looked at while the rule was made.
        "https://archive.example/save/_embed/https://pages.example/briefs/briefs/mole/",
    ],
)
def test_a_page_is_known_in_an_archive_behind_a_proxy_and_by_its_files(site: Case, address: str) -> None:
    assert take(site, [w3c(body="So they say.", target=on(address, words("ten years")))], "--publish") == 0
    assert "    quote: ten years\n" in written(site)
