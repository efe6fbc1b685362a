"""Lines and fields that say who alone may read a text hold it back, in all languages of the table; others do not."""

import json
from pathlib import Path

import pytest

from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.reading import Piece, read_batch

TITLE = "Crane for Lund"
BODY = "The harbour of Lund will get a second crane in May, its master said on Monday in the hall of the port."
_ROWS = (Path(__file__).parents[1] / "data" / "stated" / "audiences.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [(line.split("\t")[1] == "held", line.split("\t")[2]) for line in _ROWS]


def is_held(name: str, text: str) -> bool:
    found = [*read_batch(((Piece(name=name, data=text.encode()),), Decisions(), (), DayReading()))[0].articles]
    held = [article for article in found if article.given.held]
    assert found
    assert held in ([], found)
    return bool(held)


@pytest.mark.slow
def test_a_first_or_last_line_that_names_the_only_readers_holds_back() -> None:
    wrong = [
        (line, place)
        for held, line in ROWS
        for place, text in (
            ("first", f"{line}\n\n{TITLE}\n\n{BODY}\n"),
            ("last", f"{TITLE}\n\n{BODY}\n\n{line}\n"),
            ("in brackets", f"[{line}]\n\n{TITLE}\n\n{BODY}\n"),
        )
        if is_held("a.txt", text) is not held
    ]
    assert wrong == []


@pytest.mark.slow
def test_a_field_that_names_the_only_readers_holds_back_in_all_formats_whatever_it_is_called() -> None:
    def found(key: str, phrase: str) -> tuple[bool, bool]:
        record = json.dumps({"title": TITLE, "text": BODY, key: phrase}, ensure_ascii=False)
        front = f"---\ntitle: {TITLE}\n{key}: {json.dumps(phrase, ensure_ascii=False)}\n---\n{BODY}\n"
        return is_held("a.jsonl", f"{record}\n"), is_held("a.md", front)

    assert [phrase for held, phrase in ROWS if found("zusatz", phrase) != (held, held)] == []
    assert [phrase for held, phrase in ROWS if held and found("tilgang", phrase) != (True, True)] == []
