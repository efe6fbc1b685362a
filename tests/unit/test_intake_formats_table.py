"""The table of formats: every entry can be used, and files are recognised in its order."""

from inspect import signature

import pytest
from format_writers import WRITERS, Block

from annotated_briefings.intake.formats.kinds import FORMATS, TABLE, FileFormat, format_of_media, load
from annotated_briefings.intake.formats.recognise import format_of

TEXT = "The council said that the pier is shut until the spring of 2027."
BLOCKS = [Block("p", TEXT), Block("h", "More"), Block("li", TEXT), Block("quote", TEXT)]
FORMS = pytest.mark.parametrize("form", TABLE, ids=lambda form: form.name)


def test_a_name_an_ending_and_a_media_type_belong_to_one_format() -> None:
    assert len(set(FORMATS)) == len(TABLE)
    for every in ([e for form in TABLE for e in form.endings], [m for form in TABLE for m in form.media]):
        assert len(set(every)) == len(every)


def test_formats_that_are_texts_come_after_all_others_and_plain_text_is_the_last() -> None:
    assert [form.text for form in TABLE] == sorted(form.text for form in TABLE)
    assert TABLE[-1].name == "text"


@FORMS
def test_the_functions_that_the_table_names_are_there_and_take_what_they_are_given(form: FileFormat) -> None:
    assert list(signature(load(form.reader)).parameters) == (["file", "inner"] if form.holds else ["file"])
    if form.test:
        assert [name.lstrip("_") for name in signature(load(form.test)).parameters] == ["start", "named"]


@FORMS
def test_a_file_of_each_format_is_recognised_under_each_of_its_endings(form: FileFormat) -> None:
    for ending in form.endings:
        assert format_of(f"A{ending.upper()}", WRITERS[form.name](BLOCKS)) == form.name


@FORMS
def test_a_media_type_decides_only_where_nothing_marks_a_file(form: FileFormat) -> None:
    for media in form.media:
        assert format_of_media(media) == form.name
        assert format_of("a", f"{TEXT}\n".encode(), media) == form.name
        assert format_of("a", WRITERS["json"](BLOCKS), media) == "json"


ZIP = WRITERS["zip"](BLOCKS)
BOTH = [
    ("a.docx", WRITERS["sheet"](BLOCKS), "sheet"),
    ("a.odt", WRITERS["docx"](BLOCKS), "docx"),
    ("a.docx", ZIP, "docx"),
    ("a.ott", ZIP, "odt"),
    ("a.pdf", ZIP, "zip"),
    ("a.json", WRITERS["rtf"](BLOCKS), "rtf"),
    ("a.html", WRITERS["pdf"](BLOCKS), "pdf"),
    ("a.eml", WRITERS["mbox"](BLOCKS), "mbox"),
    ("a.json", WRITERS["mail"](BLOCKS), "mail"),
    ("a.html", WRITERS["json"](BLOCKS), "json"),
    ("a.html", WRITERS["notes"](BLOCKS), "notes"),
    ("a.json", WRITERS["html"](BLOCKS), "json"),
    ("a.html", WRITERS["feed"](BLOCKS), "feed"),
    ("a.csv", WRITERS["html"](BLOCKS), "html"),
    ("a.md", WRITERS["json"](BLOCKS), "json"),
    ("a.csv", WRITERS["markdown"](BLOCKS), "table"),
    ("a.txt", WRITERS["html"](BLOCKS), "html"),
    ("a.md", b"---\ntitle: Pier\n---\nText.\n---\ntitle: Quay\n---\nText.\n", "text"),
]
"""Files with marks of two formats, by their bytes or by their names."""


@pytest.mark.parametrize(("name", "data", "kind"), BOTH, ids=[f"{name}-{kind}" for name, _, kind in BOTH])
def test_a_file_with_marks_of_two_formats_is_of_the_one_that_is_tried_first(name: str, data: bytes, kind: str) -> None:
    assert format_of(name, data) == kind
