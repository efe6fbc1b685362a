"""Web addresses as people type them: what is asked for, and what is shown of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.importer.fetch.addresses import read_address, redirected, shown_address
from annotated_briefings.importer.fetch.faults import no_address

ASKED = {
    "https://port.example": "https://port.example/",
    "HTTPS://Port.Example/A": "https://port.example/A",
    "https://port.example:443/a": "https://port.example/a",
    "http://port.example:443/a": "http://port.example:443/a",
    "https://port.example./a": "https://port.example/a",
    " https://port.example/a ": "https://port.example/a",
    "https://port.example/a#part": "https://port.example/a",
    "https://port.example/a?b=c d#part": "https://port.example/a?b=c%20d",
    "https://port.example/two words": "https://port.example/two%20words",
    "https://port.example/f%C3%A4hre": "https://port.example/f%C3%A4hre",
    "https://port.example/\udcff": "https://port.example/%FF",
    "https://port.example/fähre?ort=köln": "https://port.example/f%C3%A4hre?ort=k%C3%B6ln",
    "https://mira:secret@port.example/a": "https://port.example/a",
    "https://hafen-köln.example/a": "https://xn--hafen-kln-67a.example/a",
    "https://straße.example/": "https://xn--strae-oqa.example/",
    "https://порт.example/": "https://xn--n1abei.example/",
    "https://港。example/": "https://xn--j6w.example/",
    "http://[2001:DB8:0::1]:8080/a": "http://[2001:db8::1]:8080/a",
    "http://127.0.0.1/a": "http://127.0.0.1/a",
    "http://my_host.example/a": "http://my_host.example/a",
}


@pytest.mark.parametrize("typed", ASKED)
def test_an_address_is_asked_for_in_one_spelling(typed: str) -> None:
    address = read_address(typed)
    assert address
    assert address.url == ASKED[typed]
    again = read_address(address.url)
    assert again
    assert again.url == address.url


@pytest.mark.parametrize(
    "typed",
    [
        "https://",
        "https:///a",
        "https://port.example:0/",
        "https://port.example:99999/",
        "https://port.example:x/",
        "https://[::1",
        "https://[v1.x]/",
        "https://port..example/",
        "https://port .example/",
        "https://port.example/a\nHost: other.example",
        "https://port.example/a\x00",
        "https://port.example\\@127.0.0.1/",
        "https://%31%32%37.0.0.1/",
        "ftp://port.example/a",
        "file:///a",
        "port.example/a",
    ],
)
def test_what_is_no_web_address(typed: str) -> None:
    assert read_address(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "https://mira:secret@port.example/a",
        "https://secret@port.example/a",
        "https://mira:sec@secret@port.example/a",
        "https://mira:secret/1@port.example/a",
        "https://mira:secret?@port.example/a",
        "https://mira:secret\\@port.example/a",
        "https://mira:secret@port.example:x/a",
        "ftp://mira:secret@port.example/a",
        "https://mira:%73ecret%40secret@port.example/a",
    ],
)
def test_user_and_password_are_never_shown(typed: str) -> None:
    shown = shown_address(typed)
    assert "secret" not in shown
    assert "mira" not in shown
    assert shown.endswith("/a")


@given(st.text(), st.text())
def test_any_text_is_an_address_or_none(front: str, back: str) -> None:
    for text in (front, f"https://{front}", f"https://{front}@port.example/{back}"):
        address = read_address(text)
        if address:
            assert address.url.isascii()
            assert address.url.isprintable()
            assert " " not in address.url
        assert isinstance(shown_address(text), str)


def test_a_redirect_is_read_as_browsers_read_it() -> None:
    here = read_address("https://mira:x@port.example/a/b?c=d")
    assert here
    for location, there in {
        "/x": "https://port.example/x",
        "x": "https://port.example/a/x",
        "?e": "https://port.example/a/b?e",
        "//other.example/": "https://other.example/",
        "http://port.example/a": "http://port.example/a",
        "/f\u00c3\u00a4hre": "https://port.example/f%C3%A4hre",
        "/f\u00e4hre": "https://port.example/f%C3%A4hre",
    }.items():
        found = redirected(here, location)
        assert found
        assert found.url == there
        assert found.user == ("mira:x" if there.startswith("https://port.example/") else "")


def test_what_is_no_web_address_is_named_with_a_remedy() -> None:
    result = {
        shown: (no_address(shown).why, no_address(shown).help) for shown in ("file:///a b.txt", "ftp://x/a", "http://")
    }
    assert result == {
        "file:///a b.txt": ("it is the address of a file", "give the path itself: `/a b.txt`"),
        "ftp://x/a": ("`ftp:` is no scheme of the web", "give an address that begins with `https://` or `http://`"),
        "http://": ("it is not a whole web address", "copy it whole from the browser"),
    }
