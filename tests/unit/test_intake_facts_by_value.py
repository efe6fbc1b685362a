"""Facts of records under names that nobody knows, and properties of notes in many languages."""

import json

import pytest

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.records.keys import SAVED
from annotated_briefings.intake.labels import LabelRole, table
from annotated_briefings.intake.reading import FileRead, split_all
from annotated_briefings.intake.stated.marks.held import is_open, read_marks
from annotated_briefings.intake.stated.marks.reading_states import READING_STATES

TITLE = "Cable car to Ormeswick halts"
TEXT = (
    "The cable car to Ormeswick halts for a month, since its rope has frayed near the second mast.",
    "Villagers walk for an hour instead. A new rope costs 340,000 and comes from a mill in the south.",
)
URL = "https://ormes.example/n/7"


def read(name: str, text: str) -> FileRead:
    documents, found = read_any(name, text.encode())
    return split_all(name, documents, found, Decisions())


def record(**fields: object) -> FileRead:
    return read("api.json", json.dumps({"items": [{"title": TITLE, "body": "\n\n".join(TEXT), **fields}]}))


ADDRESSES = ("원문주소", "adresse_web", "veebiaadress", "ссылка_на_статью", "網頁", "osoite_verkossa", "klickhier", "u")


@pytest.mark.parametrize("name", ADDRESSES)
def test_the_one_address_of_a_record_is_its_own_whatever_its_name_is(name: str) -> None:
    (meta,) = record(**{name: URL, "logo": "https://ormes.example/logo.png", "n": 4}).metas
    assert meta.url == URL


def test_of_several_addresses_under_unknown_names_none_is_taken() -> None:
    (meta,) = record(uno=URL, dos="https://other.example/x").metas
    assert meta.url == ""


@pytest.mark.parametrize("name", ["image_url", "thumb", "apiUrl", "next_page", "feed", "video", "avatar"])
def test_an_address_of_something_else_is_not_that_of_the_article(name: str) -> None:
    (meta,) = record(**{name: URL}).metas
    assert meta.url == ""


MOMENTS = (
    ("ts", 1795420800000, "2026-11-23"),
    ("zeit", 1795420800, "2026-11-23"),
    ("epoch_ms", "1795420800000", "2026-11-23"),
    ("kellonaika", "2026-11-23T08:00:00Z", "2026-11-23"),
    ("když", "2026-11-23 08:00", "2026-11-23"),
    ("当時", 1795420800.5, "2026-11-23"),
)


@pytest.mark.parametrize(("name", "value", "day"), MOMENTS)
def test_the_one_moment_of_a_record_is_its_day_whatever_its_name_is(name: str, value: object, day: str) -> None:
    (meta,) = record(**{name: value, "len": 20111, "ok": True}).metas
    assert meta.date.value[:10] == day


NO_MOMENTS = (
    {"crawl_time": 1795420800000},
    {"updated": "2026-11-23T08:00:00Z"},
    {"fetched_ts": 1795420800},
    {"last_modified_ms": 1795420800000},
    {"phone": 3905550101},
    {"views": 1204},
    {"a": 1795420800, "b": 1795320800},
    {"expires_ts": 1795420800},
    {"record_id": 1795420800},
)


@pytest.mark.parametrize("fields", NO_MOMENTS)
def test_other_moments_and_figures_are_no_day_of_an_article(fields: dict[str, object]) -> None:
    (meta,) = record(**fields).metas
    assert meta.date.value == ""


def test_a_named_day_counts_more_than_one_by_its_value() -> None:
    (meta,) = record(published="2026-11-20", ts=1795420800000).metas
    assert meta.date.value == "2026-11-20"


DATES = sorted(
    {
        label
        for own in table().values()
        for label in own.get(LabelRole.PUBLISHED, ())
        if label.replace(" ", "").isalpha() and len(label) > 3 and bare_key(label) not in SAVED
    }
)


def note(label: str, day: str = "November 20, 2026") -> str:
    head = f"Author: Ida Varro\nSource: Ormes Post\n{label.capitalize()}: {day}\nURL: {URL}\nStatus: Read\n"
    return f"# {TITLE}\n\n{head}Created: November 22, 2026 9:14 AM\n\n{TEXT[0]}\n\n{TEXT[1]}\n"


@pytest.mark.parametrize("label", DATES[::3])
def test_the_day_of_a_note_is_that_of_its_property_in_any_language_and_not_that_of_saving(label: str) -> None:
    (meta,) = read(f"{TITLE} 1f2e3d4c5b6a79880a1b2c3d4e5f6071.md", note(label)).metas
    assert meta.date.value == "2026-11-20"


def test_a_frame_around_blocks_of_a_note_is_no_word_of_it() -> None:
    text = note("Date").replace(
        TEXT[1], f"<aside>\n💡 {TEXT[1]}\n\n</aside>\n\n<div>\nMore follows on Friday, it says.\n</div>"
    )
    found = read("note.md", text)
    shown = [p.text for p in found.articles[0].paragraphs if not p.aside]
    assert shown == [TEXT[0], f"💡 {TEXT[1]}", "More follows on Friday, it says."]


@pytest.mark.parametrize("state", sorted(READING_STATES))
def test_a_state_of_reading_holds_nothing_back(state: str) -> None:
    assert is_open(state)
    assert read_marks([("Status", state.capitalize())]).held == ""


@pytest.mark.parametrize("state", ["Draft", "Entwurf", "Nacrt", "Intern", "черновик", "Ikke offentlig", "下書き"])
def test_other_states_hold_back_as_before(state: str) -> None:
    assert read_marks([("Status", state)]).held


@pytest.mark.parametrize(
    ("byline", "author"),
    [("מאת: נועה לביא", "נועה לביא"), ("By Ida Varro", "Ida Varro"), ("Von Uwe Brandt", "Uwe Brandt")],
)
def test_the_byline_of_a_note_counts_more_than_the_user_of_the_program(byline: str, author: str) -> None:
    body = "".join(f"<div>{one}</div>" for one in (byline, *TEXT))
    content = f"<content><![CDATA[<en-note>{body}</en-note>]]></content>"
    attributes = "<note-attributes><author>Desk Account</author></note-attributes>"
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<en-export>'
    (meta,) = read("n.enex", f"{start}<note><title>{TITLE}</title>{content}{attributes}</note></en-export>").metas
    assert meta.author.value == author
    content = content.replace(f"<div>{byline}</div>", "")
    (other,) = read("n.enex", f"{start}<note><title>{TITLE}</title>{content}{attributes}</note></en-export>").metas
    assert other.author.value == "Desk Account"
