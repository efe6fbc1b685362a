"""An object of JSON that has a key twice: no value is lost, and one that holds the text back counts."""

import pytest

from annotated_briefings.intake.formats.detect import read_any

FIRST = "The harbour board met on Monday and raised the mooring fees for all boats by four crowns."
SECOND = "Its chair said that the money goes into the old quay wall, which leaks since winter."


def reported(pairs: str, name: str) -> str:
    record = f'{{"title": "Fees go up", "text": "{FIRST}", {pairs}}}'
    (document,), found = read_any(name, (f"[{record}]" if name.endswith(".json") else f"{record}\n").encode())
    assert not found
    assert [one.text for one in document.paragraphs] == [FIRST]
    return " | ".join((document.given.held, *(one.text for one in document.around)))


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_the_second_value_of_a_key_is_named(name: str) -> None:
    assert reported(f'"text": "{SECOND}"', name) == f" | text (2): {SECOND}"
    assert reported('"title": "Ferries"', name) == " | title (2): Ferries"
    assert reported(f'"text": "{FIRST}"', name) == ""


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize(
    "pairs", ['"status": "draft", "status": "published"', '"status": "published", "status": "draft"']
)
def test_each_value_of_a_key_may_hold_back(pairs: str, name: str) -> None:
    assert reported(pairs, name).startswith("draft | status (2): ")
