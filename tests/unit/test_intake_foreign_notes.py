"""A note from elsewhere that is not for everybody comes as a draft, whatever its maker calls that."""

import json
from typing import Any

import pytest

from annotated_briefings.base.source import CONTROLS
from annotated_briefings.intake.foreign_notes import NamedPassage, read_notes

HYPOTHESIS: dict[str, Any] = {
    "uri": "https://q.example/1",
    "id": "a",
    "text": "See the report.",
    "group": "__world__",
    "hidden": False,
    "flagged": False,
    "user": "acct:ida@notes.example",
    "created": "2026-01-01T00:00:00Z",
    "permissions": {"read": ["group:__world__"]},
    "tags": [],
}
W3C: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "id": "https://notes.example/a",
    "body": {"type": "TextualBody", "value": "See the report."},
    "target": "https://q.example/1",
    "created": "2026-01-01T00:00:00Z",
}
HELD: list[dict[str, Any]] = [
    {"hidden": True},
    {"status": "draft"},
    {"status": "private"},
    {"published": False},
    {"visibility": "followers"},
    {"audience": "staff"},
    {"audience": "all staff"},
    {"audience": {"id": "https://notes.example/desk", "type": "Audience"}},
]
OPEN: list[dict[str, Any]] = [
    {},
    {"hidden": False},
    {"status": "published"},
    {"audience": "public"},
    {"modified": "2026-01-02T00:00:00Z"},
]


def draft(note: dict[str, Any]) -> bool:
    (read,) = read_notes(json.dumps(note).encode()).notes
    assert read.text == "See the report."
    return read.draft


@pytest.mark.parametrize("base", [HYPOTHESIS, W3C], ids=["hypothesis", "w3c"])
@pytest.mark.parametrize("marks", HELD, ids=str)
def test_a_note_that_is_not_for_everybody_is_a_draft(base: dict[str, Any], marks: dict[str, Any]) -> None:
    assert draft(base | marks)


@pytest.mark.parametrize("base", [HYPOTHESIS, W3C], ids=["hypothesis", "w3c"])
@pytest.mark.parametrize("marks", OPEN, ids=str)
def test_other_notes_are_as_they_were(base: dict[str, Any], marks: dict[str, Any]) -> None:
    assert not draft(base | marks)


def test_a_note_within_a_collection_is_a_draft_alone() -> None:
    notes = [{key: value for key, value in W3C.items() if key != "@context"} | marks for marks in (HELD[0], {})]
    page = {"@context": W3C["@context"], "type": "AnnotationPage", "items": notes}
    assert [note.draft for note in read_notes(json.dumps(page).encode()).notes] == [True, False]


def body(value: Any, **more: Any) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, **more}


def in_set(kind: str, *items: Any) -> dict[str, Any]:
    return {"type": kind, "items": list(items)}


@pytest.mark.parametrize("kind", ["Choice", "Composite", "List", "Independents", "oa:Composite"])
@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([body("One.")], "One."),
        ([body("One."), body("Un.", language="fr")], "One.\n\nUn."),
        ([body("One."), "Two."], "One.\n\nTwo."),
        ([body("<p>One.</p>", format="text/html"), body("Two.", format="text/plain")], "One.\n\nTwo."),
        ([body("One."), in_set("List", body("Two."), in_set("Choice", body("Three.")))], "One.\n\nTwo.\n\nThree."),
        ([body("check", purpose="tagging"), body("One.")], "One."),
        ([{"type": "SpecificResource", "source": body("One."), "purpose": "commenting"}], "One."),
        ([body(["One.", "Two."])], "One.\n\nTwo."),
        (["https://q.example/2"], "<https://q.example/2>"),
        ([{"id": "https://q.example/2", "type": "Video"}, body("One.")], "<https://q.example/2>\n\nOne."),
    ],
)
def test_bodies_in_sets_are_all_read(kind: str, items: list[Any], text: str) -> None:
    for written in (in_set(kind, *items), [in_set(kind, *items)], {"type": kind, "items": {"@list": items}}):
        (read,) = read_notes(json.dumps(W3C | {"body": written}).encode()).notes
        assert (read.text, read.draft) == (text, False)


@pytest.mark.parametrize("mark", [one for one in HELD if one != {"status": "draft"}], ids=str)
@pytest.mark.parametrize("kind", ["", "Choice", "Composite", "List"])
def test_a_body_that_is_not_for_everybody_holds_its_note_back(mark: dict[str, Any], kind: str) -> None:
    inner = body("For the desk.", **mark)
    written = in_set(kind, body("One."), inner) if kind else [body("One."), inner]
    (read,) = read_notes(json.dumps(W3C | {"body": written}).encode()).notes
    assert read.draft


@pytest.mark.parametrize("kind", ["Choice", "Composite", "List", "Independents"])
def test_targets_and_selectors_in_sets_are_all_read(kind: str) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "three cranes"}
    one = {"source": "https://q.example/1", "selector": in_set(kind, {"type": "FragmentSelector", "value": "a"}, quote)}
    (read,) = read_notes(json.dumps(W3C | {"target": in_set(kind, one, "https://q.example/2")}).encode()).notes
    assert (read.target, read.passage.quote) == ("https://q.example/1", "three cranes")
    assert [address for address, _ in read.more] == ["https://q.example/2"]


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x0b", "\x7f", "\x9b", "\ufffe", "\ud800"])
def test_control_characters_of_a_note_reach_no_file(sign: str) -> None:
    text = f"{sign}See {sign}the report{sign}."
    named = {"creator": {"type": "Person", "name": f"Ida{sign}"}, "target": f"https://q.example/1{sign}"}
    w3c = W3C | {"body": body(text)} | named
    quoted = [{"selector": [{"type": "TextQuoteSelector", "exact": f"three{sign} cranes"}]}]
    hypothesis = HYPOTHESIS | {"text": text, "target": quoted, "tags": [f"check{sign}"], "user": f"acct:ida{sign}@x"}
    for note in (w3c, hypothesis):
        (read,) = read_notes(json.dumps(note).encode()).notes
        assert read.text == "See the report."
        assert sign not in repr(read)
        assert not CONTROLS.search("".join(map(str, (read.target, read.passage.quote, read.author, read.id))))


QUOTE = {"type": "TextQuoteSelector", "exact": "three cranes"}
PASSAGES: dict[str, tuple[dict[str, Any], NamedPassage]] = {
    "words": (QUOTE, NamedPassage("three cranes")),
    "a place in the text": (
        {"type": "TextPositionSelector", "start": 4, "end": 9},
        NamedPassage(named_by="TextPositionSelector"),
    ),
    "a path": ({"type": "XPathSelector", "value": "//p[1]"}, NamedPassage(named_by="XPathSelector")),
    "a drawing": ({"type": "SvgSelector", "value": "<svg/>"}, NamedPassage(named_by="SvgSelector")),
    "a range of words": (
        {
            "type": "RangeSelector",
            "startSelector": QUOTE,
            "endSelector": {"type": "TextQuoteSelector", "exact": "all day"},
        },
        NamedPassage("three cranes", end="all day", to_end=False),
    ),
    "a range of paths": (
        {"type": "RangeSelector", "startSelector": {"type": "XPathSelector", "value": "//p"}, "endSelector": QUOTE},
        NamedPassage(named_by="RangeSelector"),
    ),
    "a range that is refined": (
        {
            "type": "RangeSelector",
            "startSelector": {"type": "CssSelector", "value": "p", "refinedBy": QUOTE},
            "endSelector": {"type": "CssSelector", "value": "p", "refinedBy": QUOTE},
        },
        NamedPassage("three cranes", end="three cranes", to_end=False),
    ),
    "a fragment": ({"type": "FragmentSelector", "value": ":~:text=three%20cranes"}, NamedPassage("three cranes")),
    "a fragment with words around": (
        {"type": "FragmentSelector", "value": "p1:~:text=runs-,three%20cranes,-all%2C%20day"},
        NamedPassage("three cranes", "runs", "all, day"),
    ),
    "a fragment with two ends": (
        {"type": "FragmentSelector", "value": ":~:text=The%20port,cranes&text=other"},
        NamedPassage("The port", end="cranes"),
    ),
    # Not looked at while the rule was made.
    "an empty fragment": ({"type": "FragmentSelector", "value": ":~:text="}, NamedPassage(named_by="FragmentSelector")),
    "another fragment": ({"type": "FragmentSelector", "value": "page=3"}, NamedPassage(named_by="FragmentSelector")),
    "empty words": ({"type": "TextQuoteSelector", "exact": " "}, NamedPassage(named_by="TextQuoteSelector")),
    "four parts": ({"type": "FragmentSelector", "value": ":~:text=a,b,c,d"}, NamedPassage(named_by="FragmentSelector")),
}


@pytest.mark.parametrize("kind", PASSAGES)
def test_the_passage_is_what_selectors_name_by_words_and_else_it_is_said_what_names_it(kind: str) -> None:
    selector, passage = PASSAGES[kind]
    for one in (selector, [selector], {"type": "List", "items": [selector]}):
        target = {"source": "https://q.example/1", "selector": one}
        (read,) = read_notes(json.dumps(W3C | {"target": target}).encode()).notes
        assert read.passage == passage


def test_the_words_may_be_in_the_address_and_a_page_beside_its_passage_is_no_other_target() -> None:
    address = "https://q.example/1#:~:text=three%20cranes"
    (read,) = read_notes(json.dumps(W3C | {"target": address}).encode()).notes
    assert (read.target, read.passage) == (address, NamedPassage("three cranes"))
    (read,) = read_notes(json.dumps(HYPOTHESIS | {"uri": address, "target": []}).encode()).notes
    assert read.passage == NamedPassage("three cranes")
    both = ["https://q.example/1", {"source": "https://q.example/1", "selector": QUOTE}]
    (read,) = read_notes(json.dumps(W3C | {"target": both}).encode()).notes
    assert (read.passage, read.more) == (NamedPassage("three cranes"), ())
