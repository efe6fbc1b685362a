"""Text that says itself what it is: header lines and archive exports."""

from pathlib import Path
from typing import NamedTuple

import pytest

from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.formats.text import SEPARATOR, read_text
from annotated_briefings.intake.headers import Header, is_counter, openings, read_header
from annotated_briefings.intake.model import BriefDraft
from annotated_briefings.intake.pipeline import ImportPlan, import_documents

EXPORT = Path(__file__).resolve().parents[1] / "data" / "export.txt"


class Brought(NamedTuple):
    """What a file became."""

    plan: ImportPlan
    drafts: tuple[BriefDraft, ...]


def outcome() -> Brought:
    document, found = read_text("export.txt", EXPORT.read_bytes())
    assert found == ()
    assert document is not None
    return Brought(*import_documents((document,), Known(Decisions()), lambda _: (), write_brief))


@pytest.mark.parametrize(
    ("line", "header"),
    [
        ("Title: Bridge opens", Header("title", "Bridge opens")),
        ("BYLINE: Ada Holm", Header("author", "Ada Holm")),
        ("Publication date: May 3, 2024", Header("published", "May 3, 2024")),
        ("LOAD-DATE: May 4", Header("", "May 4")),
        ("Source : Courier", Header("outlet", "Courier")),
        ("He said: no", None),
        ("Title:", None),
        ("https://example.org/a: b", None),
        ("Note: read on", None),
    ],
)
def test_a_header_line_is_told_from_a_sentence(line: str, header: Header | None) -> None:
    assert read_header(line) == header


def test_document_counters_are_recognised_only_where_there_are_several() -> None:
    assert all(map(is_counter, ("1 of 12 DOCUMENTS", "Document 3 of 40", "7 of 9")))
    assert not is_counter("one of 12 people")
    assert openings(["1 of 2 DOCUMENTS", "text", "2 of 2 DOCUMENTS"]) == {0, 2}
    assert openings(["1 of 2", "text"]) == frozenset()


def test_a_header_block_with_a_title_opens_an_article() -> None:
    assert openings(["Title: A", "Date: 2024", "text", "Title: B", "By: C", "text"]) == {0, 3}
    assert openings(["BYLINE: A", "LENGTH: 3 words"]) == frozenset()
    document, _ = read_text("a.txt", b"Title: A\nDate: 2024\nSome words.\nTitle: B\nDate: 2025\nOther words.\n")
    assert document is not None
    assert [p.text for p in document.paragraphs] == [
        SEPARATOR,
        "Title: A",
        "Date: 2024",
        "Some words.",
        SEPARATOR,
        "Title: B",
        "Date: 2025",
        "Other words.",
    ]


def test_an_archive_export_gives_its_articles_with_what_their_headers_say() -> None:
    drafts = outcome().drafts
    assert [d.title for d in drafts] == ["Bridge opens in Vessby", "Ferry sinks", "Mice at the observatory"]
    source = "  - outlet: The Harbour Courier\n    title: Bridge opens in Vessby\n    author: Ada Holm\n"
    assert source in drafts[0].text
    assert drafts[0].path == "briefings/2024/bridge-opens-in-vessby.md"
    assert "\ndate: 2024-05-03\n" in drafts[0].text
    assert "  - outlet: Star News\n    title: Mice at the observatory\n    author: C. Night\n" in drafts[2].text


def test_header_lines_are_no_text_of_a_brief() -> None:
    for draft in outcome().drafts:
        body = draft.text.split("\n---\n", 1)[1]
        for word in ("BYLINE", "LENGTH", "LOAD-DATE", "DOCUMENTS", "Title:", "SECTION", "Friday"):
            assert word not in body
    assert (
        outcome()
        .drafts[1]
        .text.endswith(
            "The old ferry of Port Amaro went down at its mooring on Sunday, and nobody was on board but a cat, which "
            "swam.\n\n"
            "Salvage will cost more than the boat did.\n"
        )
    )
