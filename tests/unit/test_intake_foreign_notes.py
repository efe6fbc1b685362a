"""A note from elsewhere that is not for everybody comes as a draft, whatever its maker calls that."""

import json
from typing import Any

import pytest

from annotated_briefings.intake.foreign_notes import read_notes

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
