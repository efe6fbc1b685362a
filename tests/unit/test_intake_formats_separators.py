"""What parts mailboxes, letters and dumps, and what only looks so."""

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.recognise import format_of
from annotated_briefings.intake.reading import FileRead, split_all

LETTER = "From: ada@coast.example\nSubject: {}\nDate: Tue, 03 Mar 2026 10:00:00 +0000\n\n{}\n"
FIRST = "The lock at the south basin is mended, four weeks after a barge had struck it, the port said."
MIDDLE = "From the pilots came bad news: two boats are laid up until May."
LAST = "Tug crews will vote on Friday on a strike over night shifts, their union said."


def read(name: str, text: str) -> FileRead:
    documents, found = read_any(name, text.encode())
    return split_all(name, documents, found, Decisions())


def texts(name: str, text: str) -> list[str]:
    return [" ".join(p.text for p in article.paragraphs if not p.aside) for article in read(name, text).articles]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "line",
    [
        MIDDLE,
        "From Mon to Fri 2026 the lock is open, then shut.",
        "From 10:30 on 3 March 2026 all boats may pass again.",
        "From ada@coast.example came a letter of thanks in 2026.",
    ],
)
@pytest.mark.parametrize(
    "start", ["From ada@coast.example Tue Mar  3 10:00:00 2026", "From - Tue Mar  3 10:00:00 2026"]
)
def test_a_line_of_text_that_begins_with_from_parts_no_mailbox(start: str, line: str, end: str) -> None:
    one = LETTER.format("Lock mended", f"{FIRST}\n\n{line}\n\nBarges pass again from Tuesday.")
    two = LETTER.format("Tug crews vote", LAST)
    found = texts("port.mbox", f"{start}\n{one}\n{start}\n{two}".replace("\n", end))
    assert found == [f"{FIRST} {line} Barges pass again from Tuesday.", LAST]


def test_an_escaped_line_of_a_mailbox_loses_one_sign() -> None:
    start = "From ada@coast.example Tue Mar  3 10:00:00 2026\n"
    found = texts("port.mbox", start + LETTER.format("Lock", f"{FIRST}\n\n>From here on it is quiet in the port.\n"))
    assert found == [f"{FIRST} From here on it is quiet in the port."]


def test_a_stated_length_says_where_a_message_of_a_mailbox_ends() -> None:
    start = "From ada@coast.example Tue Mar  3 10:00:00 2026\n"
    body = f"{FIRST}\n\n{start}Subject: a letter that is quoted here, line by line\n\n{MIDDLE}\n"
    letter = LETTER.format("Lock", body).replace("Date:", f"Content-Length: {len(body)}\nDate:")
    found = read("port.mbox", f"{start}{letter}\n{start}{LETTER.format('Tugs', LAST)}")
    assert [a.given.title for a in found.articles] == ["Lock", "Tugs"]


DUMP = "TITLE: Lock mended\nDATE: 2026-03-03\n\n{}\n{}\nTITLE: Tug crews vote\nDATE: 2026-03-04\n\n{}\n"


@pytest.mark.parametrize("parting", ["---", "***", "=====", "_____"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("keys", [("TITLE", "DATE"), ("Headline", "Source")])
@pytest.mark.parametrize("ended", [True, False])
def test_a_dump_may_begin_and_end_with_what_parts_its_articles(
    parting: str, name: str, keys: tuple[str, str], ended: bool
) -> None:
    if name == "a.md" and parting != "---":
        return  # a Markdown file is one article where it does not begin like the front matter of several
    text = DUMP.format(FIRST, parting, LAST).replace("TITLE", keys[0]).replace("DATE", keys[1])
    found = read(name, f"{parting}\n{text}" + f"{parting}\n" * ended)
    assert [show(d) for d in found.diagnostics] == []
    assert [a.paragraphs[-1].text for a in found.articles] == [FIRST, LAST]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "---\ntitle: Lock mended\ntags: [port]\n---\nThe lock is mended.\n", "markdown"),
        (
            "a.md",
            "---\ntitle: Lock mended\ntags:\n  - port\n\ndate: 2026-03-03\n---\nThe lock is mended.\n",
            "markdown",
        ),
        ("a.md", "---\ntitle: Lock mended\n---\nThe lock.\n\n---\n\nThe tugs.\n", "markdown"),
        ("a.txt", "---\nTITLE: Lock mended\n\nThe lock is mended.\n---\nTITLE: Tugs\n\nThey vote.\n", "text"),
        ("a.txt", "---\nTITLE: Lock mended\nThe lock is mended, the port said.\n", "text"),
    ],
)
def test_front_matter_is_a_block_of_keys_that_ends(name: str, text: str, kind: str) -> None:
    assert format_of(name, text.encode()) == kind


@pytest.mark.parametrize("rule", ["---", "_____", "=========="])
@pytest.mark.parametrize(
    "footer",
    [
        "To leave the list write to list-leave@list.example with an empty mail.\nRules of the list stand at https://list.example",
        "Coast Wire, Quay 4, Skarholm\nTel. +46 555 0100 22",
    ],
)
def test_a_few_lines_with_addresses_below_the_last_signs_of_a_letter_are_its_footer(rule: str, footer: str) -> None:
    found = read("a.eml", LETTER.format("Lock mended", f"{FIRST}\n\n{MIDDLE}\n\n{rule}\n{footer}"))
    (article,) = found.articles
    assert article.given.title == "Lock mended"
    assert [p.text for p in article.paragraphs if not p.aside] == [FIRST, MIDDLE]
    assert " ".join(p.text for p in article.paragraphs if p.aside) == footer.replace("\n", " ")


def test_a_text_that_does_not_read_like_an_article_is_named() -> None:
    text = "Date and time: Friday\n\nOrder number 4711 of the list that the desk asked for on Monday.\n"
    assert [show(d) for d in read("cover.txt", text).diagnostics] == [
        "cover.txt:1:1: hint[doubtful-article]: this does not read like an article: it has hardly any sentences\n"
        "  help: read the draft, and delete it if it is a list, a form or a cover page"
    ]
