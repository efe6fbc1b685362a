"""Notes that answer a note: one that is there, or a message that proposes which is meant."""

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief

OTHERS = (
    "{id: n1, quote: Text, note: Which?}",
    "{id: crane-2, quote: rained, note: Where?, status: draft}",
    "{id: hyp.Kj3, quote: Text, note: Why?}",
    "{id: '7', quote: rained, note: How long?}",
)


def reported(answers: str) -> list[tuple[str, str]]:
    """What is reported of a note that answers another one: message and remedy."""
    entries = "".join(
        f"  - {note}\n" for note in (*OTHERS, f"{{id: own, quote: Text, note: So., reply_to: {answers}}}")
    )
    head = f"---\ntitle: A\nsummary: S.\nannotations:\n{entries}---\nText. It rained.\n"
    found = parse_brief(Source("briefings/a.md", head))[1]
    assert {one.code for one in found} <= {"unknown-note"}
    return [(one.message, one.help) for one in found]


@pytest.mark.parametrize(
    ("answers", "meant"),
    [
        ("n11", "n1"),
        ("N1", "n1"),
        ("note-n1", "n1"),
        ("'#note-n1'", "n1"),
        ("'#crane-2'", "crane-2"),
        ("/briefs/a/#note-n1", "n1"),
        ("2", "crane-2"),
        ("crane2", "crane-2"),
        ("crane-3", "crane-2"),
        ("Crane-2", "crane-2"),
        ("hyp-Kj3", "hyp.Kj3"),
        ("HYP.KJ3", "hyp.Kj3"),
        ("note-7", "7"),
        ("storm", ""),
        ("unrelated-name", ""),
    ],
)
def test_an_answer_to_no_note_is_reported_with_the_one_that_is_meant(answers: str, meant: str) -> None:
    [(message, remedy)] = reported(answers)
    assert message == f"no note of this brief has the id `{answers.strip(chr(39))}`"
    assert remedy == (f"did you mean `{meant}`?" if meant else "take it out, or correct its spelling")
    assert not meant or reported(f"'{meant}'") == []


@pytest.mark.parametrize(
    "answers", ["n1", "crane-2", "hyp.Kj3", "'7'", "https://hypothes.is/a/Kj3", "urn:uuid:8a1c", "''", "  n1  "]
)
def test_an_answer_to_a_note_is_silent(answers: str) -> None:
    assert reported(answers) == []


def test_a_note_that_answers_itself_is_reported() -> None:
    assert [message for message, _ in reported("own")] == ["`own` is the id of the note itself"]
