"""Text files of every kind, read into paragraphs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.formats.text import read_text


def paragraphs(data: bytes) -> list[tuple[str, int, int]]:
    document, _ = read_text("a.txt", data)
    assert document is not None
    return [(p.text, p.line, p.last_line) for p in document.paragraphs]


def reported(data: bytes, limit: int = 1000) -> str:
    return "\n".join(map(show, read_text("a.txt", data, limit)[1]))


def test_a_paragraph_a_line_keeps_its_line_number() -> None:
    assert paragraphs(b"One sentence here.\nAnother one.\n\nA third.\n") == [
        ("One sentence here.", 1, 1),
        ("Another one.", 2, 2),
        ("A third.", 4, 4),
    ]


WRAPPED = """The council met on Monday evening to talk about the bridge and
about the ferry, which has not run since the storm tore away
the pier.

Nobody was surprised when the vote was put off until the next
meeting in June.
"""


def test_wrapped_lines_are_joined_and_blank_lines_part_them() -> None:
    found = paragraphs(WRAPPED.encode())
    assert [(first, last) for _, first, last in found] == [(1, 3), (5, 6)]
    assert found[0][0].endswith("the storm tore away the pier.")


def test_lines_of_130_letters_are_joined_even_where_a_number_had_room() -> None:
    text = (
        "The state railway will bring back night trains between the capital and the coast, "
        "which it had given up nine years ago, from\n"
        "1 June, its head said on Thursday, and will run them three times a week with as many "
        "as 240 passengers in each of\nthem.\n\n"
        "The union called the plan a poster and no timetable, and asked who would drive the "
        "trains at night, since nobody had\nasked the drivers.\n"
    )
    assert [(first, last) for _, first, last in paragraphs(text.encode())] == [(1, 3), (5, 6)]


def test_a_sentence_that_runs_into_the_next_line_is_one_paragraph_in_the_shortest_text() -> None:
    text = "The harbour master closed all northern routes on Tuesday as a\nstorm approached. It was over by noon.\n"
    assert len(paragraphs(text.encode())) == 1
    head = b"Council votes to close the old harbour bridge\n"
    for line in (b"by Jane Doe", b"https://example.org/report", b"press@harbour.example", b"iPhone sales rose"):
        assert len(paragraphs(head + line + b"\nThe council voted on Tuesday.\n")) == 3
    assert len(paragraphs(b"Milk, flour and eggs\nsugar and salt\n")) == 2


def test_a_wrapped_text_without_blank_lines_is_parted_at_short_lines() -> None:
    text = WRAPPED.replace("\n\n", "\n")
    assert [(first, last) for _, first, last in paragraphs(text.encode())] == [(1, 3), (4, 5)]


def test_a_hyphen_at_a_line_end_goes_only_where_the_whole_word_is_known() -> None:
    text = (
        "The government promised help for the harbour, but the govern-\n"
        "ment of the province knew nothing of it, nor of the well-\n"
        "known fact that the money had been spent by others long ago\n"
        "on something else entirely, as usual.\n"
    )
    assert "the government of the province" in paragraphs(text.encode())[0][0]
    assert "well-known fact" in paragraphs(text.encode())[0][0]


@pytest.mark.parametrize("line", ["---", "***", "* * *", "=====", "________", "•••", "— — —"])
def test_every_separator_line_becomes_the_same(line: str) -> None:
    assert [p[0] for p in paragraphs(f"One sentence.\n\n{line}\nAnother.\n".encode())] == [
        "One sentence.",
        "---",
        "Another.",
    ]


def test_a_row_of_signs_under_a_headline_is_no_separator() -> None:
    assert [p[0] for p in paragraphs(b"The bridge is open\n==================\nIt opened today.\n")] == [
        "The bridge is open",
        "It opened today.",
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffCafé opens.\n".encode(), "utf-8"),
        ("\ufeffCafé opens.\r\n".encode("utf-16-le"), "utf-16-le"),
        ("\ufeffCafé opens.\n".encode("utf-16-be"), "utf-16-be"),
        ("Café opens.\n".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_byte_order_marks_and_wide_text_are_understood(data: bytes, encoding: str) -> None:
    document, found = read_text("a.txt", data)
    assert document is not None
    assert (document.encoding, document.paragraphs[0].text, found) == (encoding, "Café opens.", ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(end: str) -> None:
    assert [p[1] for p in paragraphs(f"One.{end}Two.{end}{end}Three.".encode())] == [1, 2, 4]


def test_another_encoding_is_read_and_said() -> None:
    text = "Der Bürgermeister von Köln hat die Brücke über den Fluss für Fußgänger geöffnet, sagte er.\n" * 4
    document, found = read_text("a.txt", text.encode("cp1252"))
    assert document is not None
    assert document.paragraphs[0].text == text.split("\n")[0]
    messages = re.sub(r"windows-125\d|cp125\d", "X", show(found[0]))
    assert messages == (
        "a.txt:1:6: hint[other-encoding]: byte 5 is not UTF-8; the file was read as X\n"
        "  help: check accents and quotation marks in the briefs"
    )


def test_a_damaged_byte_is_said_with_its_offset_and_the_rest_is_kept() -> None:
    data = "Bürger, Köln, Brücke, Fluß, für, größer\n".encode() + b"br\xffken\n"
    document, found = read_text("a.txt", data)
    assert document is not None
    assert document.paragraphs[1].text == "br\ufffdken"
    assert show(found[0]) == (
        "a.txt:2:3: warning[invalid-bytes]: byte 49 is not UTF-8; that byte is shown as `\ufffd`\n"
        "  help: correct the text in the brief, or save the file as UTF-8 and import again"
    )


def test_binary_empty_and_huge_files_are_refused_with_a_reason() -> None:
    assert reported(b"\x89PNG\r\n\x1a\n" + bytes(range(256))) == (
        "a.txt: error[not-text]: the file holds binary data, not text\n  help: save it as text first"
    )
    assert reported(b" \n\n") == (
        "a.txt: warning[empty-file]: the file is empty\n  help: there is nothing to import in it"
    )
    assert reported(b"x" * 3_000_000, 2_000_000) == (
        "a.txt: error[too-large]: the file has 3 MB; the limit is 2 MB\n  help: split it into smaller files"
    )


def test_invisible_characters_and_wide_spaces_are_cleaned() -> None:
    assert paragraphs("\u200bA\u00a0quiet\u3000 line.\ufeff\n".encode())[0][0] == "A quiet line."


@given(st.binary(max_size=400))
def test_no_bytes_make_reading_raise(data: bytes) -> None:
    document, found = read_text("a.txt", data)
    assert document is not None or found
    lines = [p.line for p in document.paragraphs] if document else []
    assert lines == sorted(lines)
