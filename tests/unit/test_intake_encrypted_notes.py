"""Encrypted notes of Evernote are named with their titles, and no cipher becomes an article."""

import pytest

from annotated_briefings.intake.formats.detect import read_any

CRYPT = '<en-crypt hint="cat" cipher="AES">RU5DMBfakefakefake==</en-crypt>'


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (CRYPT, "the note `The source` is encrypted"),
        (f"<div>{CRYPT}</div><div><br/></div>", "the note `The source` is encrypted"),
        (f"{CRYPT}\n{CRYPT}", "the note `The source` is encrypted"),
        (f"<div>The ferry sails on Monday with forty cars.</div>{CRYPT}", ""),
        ("", "it has no text"),
    ],
)
def test_a_note_that_is_encrypted_as_a_whole_is_named_with_its_title(body: str, why: str) -> None:
    note = f"<en-note>{body}</en-note>" if body else ""
    data = f"<en-export><note><title>The source</title><content><![CDATA[{note}]]></content></note></en-export>"
    documents, _ = read_any("notes.enex", data.encode())
    assert [one.left_out for one in documents] == [why]
