"""Requests to wait for anything, and remarks that a text is not finished, hold it back; look-alikes do not."""

import json
from pathlib import Path

from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.reading import Piece, read_batch
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.marks.held import read_marks

TABLE = Path(__file__).parents[1] / "data" / "stated" / "waits.tsv"
MARK = "to do".replace(" ", "").upper()
"""The mark of work that is left, which this repository does not write out."""
ROWS = [line.replace("{todo}", MARK).split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
TEXT = (
    "The harbour of Lund will get a second crane in May, its master said on Monday in the hall.\n\n"
    "It costs four million and comes from a yard in the north of the country."
)
FIELDS: dict[str, tuple[dict[str, object], bool]] = {
    "a condition": ({"publish": "after the verdict"}, True),
    "a condition in German": ({"live": "nicht vor der Prüfung"}, True),
    "a condition in a note": ({"editorial_note": "Don't use before the court has ruled"}, True),
    "a field in a field": ({"remark": "Status: draft"}, True),
    "a field in a subject": ({"topic": "Status: draft"}, True),
    "a yes": ({"publish": "yes", "live": True}, False),
    "no embargo any longer": ({"embargo": "lifted"}, False),
    "no embargo any longer in German": ({"embargo": "aufgehoben"}, False),
    "a description": ({"description": "Live: the final from Lund"}, False),
    "a place": ({"venue": "to be confirmed"}, False),
}


def marks(article: str, name: str = "a.txt") -> list[str]:
    (read,) = read_batch(((Piece(name, article.encode()),), Decisions(), (), DayReading()))
    return [one.given.held or one.given.embargo for one in read.articles]


def test_a_line_holds_back_whatever_it_waits_for_and_a_sentence_of_news_does_not() -> None:
    wrong = {line: want for want, line in ROWS if is_embargo(line) is not (want == "held")}
    assert wrong == {}


def test_a_field_about_publication_holds_back_by_a_condition_and_by_a_field_within() -> None:
    wrong = {
        what: fields for what, (fields, held) in FIELDS.items() if bool(read_marks(fields.items()).held) is not held
    }
    assert wrong == {}


def test_such_lines_are_read_at_the_head_and_the_foot_of_a_text_and_in_records() -> None:
    line = "Please don't print this before we've talked to the lawyer."
    head = f"{line}\n\nNew crane for Lund\n\n{TEXT}"
    foot = f"New crane for Lund\n\n{TEXT}\n\n({line})"
    record = json.dumps([{"title": "New crane for Lund", "text": TEXT, "note": line}])
    found = {name: marks(text, name) for name, text in {"head.txt": head, "foot.txt": foot, "a.json": record}.items()}
    assert {name: [bool(one) for one in held] for name, held in found.items()} == {name: [True] for name in found}
