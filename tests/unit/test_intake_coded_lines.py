"""Encrypted and otherwise coded data are no text of an article, in any format; long words are."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import escape

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from small_site import Case

from annotated_briefings.intake.labels.coded import CODED
from annotated_briefings.intake.stated.asides import why_aside

SECRET = b64encode(bytes(range(60))).decode()
NEWS = "The lock in Vessby reopened on Monday after nine weeks of work. Two barges passed it before noon."


@given(st.binary(min_size=48, max_size=300))
def test_a_paragraph_of_base64_or_of_hexadecimal_digits_is_no_text(data: bytes) -> None:
    one = b64encode(data).decode()
    assume(re.search("[a-z]", one) and re.search("[A-Z]", one) and re.search(r"[\d+/=]", one))
    assert why_aside(one) == CODED
    assert why_aside(data.hex()) == CODED


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        f"-----BEGIN PGP MESSAGE-----\n\n{SECRET}\n=aB1z\n-----END PGP MESSAGE-----",
        "-----BEGIN ENCRYPTED NOTE-----",
        "-----END PGP SIGNATURE-----",
        sha256(b"x").hexdigest().upper(),
        "QWxsIHNoaXBzIHN0YXk=",
    ],
)
def test_lines_of_data_are_named_as_such(text: str) -> None:
    assert why_aside(text) == CODED


@pytest.mark.parametrize(
    "text",
    [
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "#AllShipsStayInTheHarbourOfVessbyUntilTheStormIsOver2026",
        "https://a.example/AbCdEf0123456789AbCdEf0123456789AbCdEf0123456789",
        "supercalifragilisticexpialidocious",
        "The key is QWxsIHNoaXBzIHN0YXk= and nobody knows why.",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ],
)
def test_long_words_and_sentences_with_data_are_text(text: str) -> None:
    assert why_aside(text) != CODED


def note(text: str) -> str:
    body = text.replace(SECRET, f"<en-crypt>{SECRET}</en-crypt>").replace("\n\n", "<br/><br/>")
    content = f"<content><![CDATA[<en-note>{body}</en-note>]]></content>"
    return f"<en-export><note><title>Lock</title>{content}</note></en-export>"


def page(text: str) -> str:
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n"))
    return f"<article><h1>Lock</h1>{paragraphs}</article>"


FORMATS: dict[str, Callable[[str], str]] = {
    "enex": note,
    "md": lambda text: f"# Lock\n\n{text}\n",
    "txt": lambda text: f"Lock reopens\n\n{text}\n",
    "html": page,
    "json": lambda text: json.dumps([{"title": "Lock", "text": text}]),
    "csv": lambda text: f'title,text\nLock,"{text}"\n',
    "eml": lambda text: f"From: a@b.example\nSubject: Lock\n\n{text}\n",
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_in_every_format_such_data_never_become_text(case: Case, suffix: str) -> None:
    case.take_in(f"whole.{suffix}", FORMATS[suffix](SECRET))
    assert case.briefs() == {}
    case.take_in(f"partly.{suffix}", FORMATS[suffix](f"{NEWS}\n\n{SECRET}"))
    (text,) = case.briefs().values()
    assert "nine weeks" in text
    assert SECRET not in text
