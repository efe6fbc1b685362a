"""Letters are read without the one who got them: addresses, names, keys, and lines that speak to nobody else."""

from base64 import b64encode
from hashlib import md5, sha256
from pathlib import Path
from urllib.parse import quote

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.stated.asides import why_aside

DATA = Path(__file__).resolve().parents[1] / "data" / "stated" / "receivers.tsv"
JANE = "jane.roe@desk.example"
FIRST = "The bank of Ostmark cut its rate to 2.25% on Thursday, its third cut this year."
SECOND = "The board voted seven to two, and the next meeting is in March."
HEAD = "From: Axle <am@axle.example>\nDate: Fri, 27 Nov 2026 06:31:04 +0000\n"


def rows() -> list[list[str]]:
    return [line.split("\t") for line in DATA.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]]


@pytest.mark.parametrize(("receiver", "line"), rows())
def test_a_line_to_the_receiver_of_a_letter_is_told_from_news(receiver: str, line: str) -> None:
    assert bool(why_aside(line)) == (receiver == "yes")


def letter(body: str, headers: str = "", html: bool = True) -> RawDocument:
    kind = f"Content-Type: text/{'html' if html else 'plain'}; charset=utf-8\n"
    documents, _ = read_any("a.eml", f"{HEAD}Subject: Rates\nTo: Jane Roe <{JANE}>\n{headers}{kind}\n{body}".encode())
    return documents[0]


def kept(document: RawDocument) -> list[str]:
    """What of a document is text, as it is written into briefs."""
    return [p.markdown or p.text for p in document.paragraphs if not p.aside]


WRITTEN = [
    JANE,
    JANE.upper(),
    "jane.roe\u200b@desk.example",
    "jane.\u00adroe@desk.example",
    "jane.roe (at) desk.example",
    "jane.roe [at] desk [dot] example",
    "ｊａｎｅ．ｒｏｅ＠ｄｅｓｋ．ｅｘａｍｐｌｅ",
    quote(JANE, safe=""),
]
"""How the address of a receiver may be written in a text."""


@pytest.mark.parametrize("html", [True, False])
@pytest.mark.parametrize("address", WRITTEN)
def test_a_sentence_with_the_address_of_the_receiver_is_no_text(address: str, html: bool) -> None:
    body = f"{FIRST} This copy goes to {address} alone. {SECOND}"
    read = letter(f"<p>{body}</p>" if html else body, html=html)
    assert kept(read) == [FIRST, SECOND]
    [aside] = [p for p in read.paragraphs if p.aside]
    assert aside.aside == "the address of its receiver"
    assert aside.text.startswith("This copy goes to")


@pytest.mark.parametrize("header", ["To", "Cc", "Bcc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Receiver"])
def test_every_header_that_names_a_receiver_counts(header: str) -> None:
    read = letter(f"<p>{FIRST}</p><p>For o.quist@desk.example.</p>", f"{header}: Oda <o.quist@desk.example>\n")
    assert kept(read) == [FIRST]


def test_the_address_goes_from_a_table_a_list_and_a_subject_and_the_rest_stays() -> None:
    table = f"<table><tr><th>Bank</th><th>Rate</th></tr><tr><td>Ostmark</td><td>2.25 ({JANE})</td></tr></table>"
    read = letter(f"{table}<ul><li>{SECOND}</li><li>Copies: {JANE}</li></ul>")
    assert kept(read) == ["| Bank | Rate |\n| --- | --- |\n| Ostmark | 2.25 |", f"- {SECOND}\n- Copies:"]
    documents, _ = read_any("a.eml", f"{HEAD}Subject: Rates ({JANE})\nTo: {JANE}\n\n{FIRST}\n".encode())
    assert documents[0].given.title == "Rates"


def test_a_greeting_by_name_is_no_text_and_news_of_that_name_is() -> None:
    news = "Jane Roe, the editor of the Desk, has won the prize of the guild for her reports from Lund."
    read = letter(f"<p>Dear Jane Roe,</p><p>{news}</p><p>Hello Jane!</p>")
    assert kept(read) == [news]


KEYS = [
    f"https://axle.example/story/rate?s={md5(JANE.encode(), usedforsecurity=False).hexdigest()}",
    f"https://axle.example/story/rate?x={sha256(JANE.encode()).hexdigest()}",
    f"https://axle.example/story/rate?who={b64encode(JANE.encode()).decode()}",
    "https://axle.example/story/rate?reader=S-99120-X",
    "https://axle.example/story/rate?n=leave77",
]


@pytest.mark.parametrize("address", KEYS)
def test_what_the_headers_know_the_receiver_by_is_in_no_address(address: str) -> None:
    headers = (
        "List-Unsubscribe: <https://axle.example/out/leave77>, <mailto:off-leave77@axle.example>\n"
        "X-Subscriber-ID: S-99120-X\n"
    )
    read = letter(f'<p>{FIRST} See <a href="{address}">it</a>.</p>', headers)
    assert kept(read) == [f"{FIRST} See [it](https://axle.example/story/rate)."]
    path = address.replace("?", "/").replace("=", "/")
    read = letter(f'<p>{FIRST} See <a href="{path}">it</a>.</p>', headers)
    assert kept(read) == [f"{FIRST} See it."]


@pytest.mark.parametrize(
    "line", ["To: Jane Roe <{}>", "An: {}", "À : {}", "Para: {}", "收件人：{}", "Кому: {}", "宛先: {}"]
)
def test_the_receiver_of_a_letter_that_was_pasted_into_a_text_is_known_too(line: str) -> None:
    text = f"{line.format(JANE)}\n\nBank cuts its rate\n\n{FIRST}\n\n{SECOND} This copy goes to {JANE} alone.\n"
    documents, _ = read_any("a.txt", text.encode())
    assert kept(documents[0]) == ["Bank cuts its rate", FIRST, SECOND]
