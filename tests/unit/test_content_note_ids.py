"""The id of a note stays while whatever else its entry says changes."""

import json
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import Case

from annotated_briefings.base.source import Source
from annotated_briefings.cli.main import main
from annotated_briefings.content.parse import parse_brief

BODY = "The port runs three cranes. The mole is closed."


def ids(*notes: str) -> list[str]:
    """The ids of some notes, written in YAML."""
    entries = "".join(f"  - {{{note}}}\n" for note in notes)
    brief, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: A\nannotations:\n{entries}---\n{BODY}\n"))
    assert brief is not None
    return [note.id for note in brief.annotations]


NOTE = 'quote: "three cranes", author: RL, date: 2026-03-05, note: N1'


@pytest.mark.parametrize(
    "changed",
    [
        'quote: "three cranes", author: Ruth Lang, date: 2026-03-05, note: N1',
        'quote: "three cranes", author: RL, date: 2026-03-05T00:00:00Z, note: N1',
        'quote: "three cranes", note: N1',
        'quote: "three cranes", author: RL, date: 2026-03-05, note: Another remark.',
        'quote: "three cranes", kind: check, note: N1',
        'quote: "Three cranes.", author: RL, note: N1',
        'quote: "three  cranes", prefix: The port runs, suffix: The mole, note: N1',
        'quote: "*three* cranes", note: N1',
        'quote: "three cranes", status: draft, note: N1',
    ],
)
def test_an_id_stays_when_anything_but_the_letters_of_the_quote_changes(changed: str) -> None:
    assert ids(changed) == ids(NOTE)


def test_other_quotes_have_other_ids() -> None:
    assert len(set(ids(NOTE, "quote: The mole, note: N2", "quote: is closed, note: N3"))) == 3


def test_of_equal_quotes_the_oldest_keeps_its_id() -> None:
    [own] = ids(NOTE)
    newer = "quote: three cranes, date: 2026-04-01, note: N2"
    assert ids(newer, NOTE)[1] == own
    assert ids(NOTE, newer)[0] == own
    assert len({*ids(newer, NOTE), *ids(newer)}) == 2


@given(st.permutations(["quote: The mole, note: N2", "quote: is closed, note: N3", NOTE]))
def test_the_order_of_notes_changes_no_id(notes: list[str]) -> None:
    assert dict(zip(notes, ids(*notes), strict=True)) == {note: ids(note)[0] for note in notes}


def test_an_id_that_is_written_down_is_never_given_to_another_note() -> None:
    [made] = ids(NOTE)
    found = ids(NOTE, f"id: {made}, quote: The mole, note: N2")
    assert found[1] == made
    assert found[0] != made


@pytest.mark.slow
def test_addresses_that_were_shared_before_still_lead_to_the_note(tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.brief("a", f"title: A\ndate: 2026-03-03\nannotations: [{{{NOTE}}}]", BODY + "\n")
    assert not site.build().reported()
    page = (site.root / "_site/briefs/a/index.html").read_text(encoding="utf-8")
    # The digest of quote, author and date, as earlier versions made it.
    old = "n" + blake2b(b"three cranes\0RL\x002026-03-05", digest_size=4).hexdigest()
    assert f'<span id="note-{old}"></span>' in page
    export = json.dumps(
        {
            "type": "Annotation",
            "id": "https://pages.example/briefs/briefs/a/#note-" + old,
            "body": "N1",
            "target": {
                "source": "https://pages.example/briefs/briefs/a/",
                "selector": {"type": "TextQuoteSelector", "exact": "three cranes"},
            },
        }
    )
    before = (site.root / "briefings/a.md").read_text(encoding="utf-8")
    site.write("old.json", export)
    assert main(["--site", str(site.root), "annotations", "import", str(site.root / "old.json")]) == 0
    assert (site.root / "briefings/a.md").read_text(encoding="utf-8") == before


def test_pinning_writes_the_id_so_that_letters_of_the_quote_may_change(tmp_path: Path) -> None:
    site = Case(tmp_path)
    path = site.brief("a", f"title: A\ndate: 2026-03-03\nannotations: [{{{NOTE}}}]", BODY + "\n")
    [own] = ids(NOTE)
    assert main(["--site", str(site.root), "annotations", "reanchor", "--pin", "--write"]) == 0
    text = path.read_text(encoding="utf-8")
    assert f"id: {own}" in text
    path.write_text(text.replace("three cranes", "four cranes"), encoding="utf-8")
    brief, _ = parse_brief(Source("briefings/a.md", path.read_text(encoding="utf-8")))
    assert brief is not None
    assert brief.annotations[0].id == own


@pytest.mark.parametrize(
    "draft",
    [
        'quote: "three cranes", status: draft, note: N2',
        'quote: "three cranes", author: RL, date: 2026-03-05, status: draft, note: N2',
        'quote: "Three cranes.", date: 2020-01-01, status: Entwurf, note: N2',
    ],
)
def test_a_note_that_is_not_public_changes_nothing_of_a_public_one(draft: str) -> None:
    def public(*notes: str) -> tuple[str, str]:
        entries = "".join(f"  - {{{note}}}\n" for note in notes)
        brief, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: A\nannotations:\n{entries}---\n{BODY}\n"))
        assert brief is not None
        [note] = [note for note in brief.annotations if note.public]
        return note.id, note.former

    assert public(draft, NOTE) == public(NOTE) == public(NOTE, draft)
