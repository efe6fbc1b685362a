"""The names of offices in many languages are neither outlets nor writers of letters; public bodies are outlets."""

from pathlib import Path

from annotated_briefings.intake.stated.senders import read_sender

_ROWS = Path(__file__).parents[1] / "data" / "senders_of_offices.txt"


def test_a_letter_of_an_office_is_from_its_body_or_its_host() -> None:
    rows = [row.rsplit("|", 2) for row in _ROWS.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    found = {stated: read_sender(stated.strip()) for stated, *_ in rows}
    wrong = {
        stated: (found[stated].author, found[stated].outlet)
        for stated, author, outlet in rows
        if (found[stated].author, found[stated].outlet) != (author.strip(), outlet.strip())
    }
    assert len(rows) > 100
    assert wrong == {}
