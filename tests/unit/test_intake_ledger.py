"""The import ledger: what its lines say, and which lines are passed over."""

import json

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.ledger import Entry, entry_line, is_entry, read_ledger, read_lines

WHOLE = Entry(
    id="0123456789ab",
    file="wire.jsonl#1",
    segment="whole",
    verdict="exact",
    brief="briefings/2026/dam.md",
    into="ba9876543210",
    score=1.0,
    words=31,
    sketch=b"\x01\x02\x03\x04",
    url="https://gazette.example/dam",
    made="abc",
    title="Divers clear the dam",
    outlet="The Gazette",
    author="Rolf Tamm, Ida Varro",
    published="2026-02-03",
    text="0011223344556677",
    run="20260203-1",
)
BARE = Entry("ffffffffffff", "dump.txt", "line 1", "brief", "briefings/undated/a.md", "", 1.0, 9, b"")


def read(*lines: str) -> tuple[tuple[Entry, ...], list[str]]:
    entries, found = read_ledger(read_lines("briefings/imports.jsonl", (line.encode() for line in lines)))
    return entries, [show(diagnostic) for diagnostic in found]


def test_a_line_is_read_back_with_everything_that_the_article_states() -> None:
    assert read(entry_line(WHOLE), entry_line(BARE)) == ((WHOLE, BARE), [])


def test_what_is_not_known_has_no_key_and_lines_of_earlier_versions_are_read() -> None:
    written = json.loads(entry_line(BARE))
    assert list(written) == ["id", "file", "segment", "verdict", "brief", "into", "score", "words", "sketch"]


def test_the_last_line_of_an_article_wins_wherever_it_stands() -> None:
    later = Entry("ffffffffffff", "dump.txt", "line 1", "superseded", "briefings/undated/a.md", "", 1.0, 9, b"")
    assert read(entry_line(BARE), entry_line(WHOLE), entry_line(later)) == ((later, WHOLE), [])


def test_lines_about_proofs_and_imports_are_no_articles_and_no_faults() -> None:
    others = ('{"proof": "0123456789ab", "words": "aa", "text": "bb"}\n', '{"run": "r1", "files": []}\n')
    assert read(*others, '{"undo": "r1"}\n', entry_line(WHOLE)) == ((WHOLE,), [])
    assert all(is_entry(line) for line in others)


def test_both_sides_of_a_merge_conflict_are_read() -> None:
    conflict = ("<<<<<<< ours\n", entry_line(WHOLE), "=======\n", entry_line(BARE), ">>>>>>> theirs\r\n")
    assert read(*conflict) == ((WHOLE, BARE), [])


def test_a_damaged_line_is_named_and_the_others_are_read() -> None:
    result = (
        "briefings/imports.jsonl:1:1: warning[ledger]: the line cannot be read\n"
        "  help: restore it from version control; its article may be imported again until then"
    )
    for damaged in ('{"id": "x"}\n', "nothing\n", "[1]\n", '{"words": 1e999}\n'):
        assert read(damaged, entry_line(BARE)) == ((BARE,), [result])
