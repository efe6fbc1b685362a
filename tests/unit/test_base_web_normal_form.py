"""The normal form of web addresses: spellings that lead to one page are one, and others stay apart."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.web import host_key, normal_address, plain_address
from annotated_briefings.intake.dedup.identity import same_address

ONE = {
    "the case of the scheme": ("HTTPS://port.example/a", "https://port.example/a"),
    "the case of the host": ("https://Port.EXAMPLE/a", "https://port.example/a"),
    "the default port": ("https://port.example:443/a", "http://port.example:80/a", "https://port.example/a"),
    "an empty port": ("https://port.example:/a", "https://port.example/a"),
    "an empty fragment": ("https://port.example/a#", "https://port.example/a"),
    "an empty query": ("https://port.example/a?", "https://port.example/a"),
    "an empty path": ("https://port.example", "https://port.example/"),
    "the full stop of the root": ("https://port.example./a", "https://port.example/a"),
    "the case of an encoding": ("https://port.example/f%c3%a4hre", "https://port.example/f%C3%A4hre"),
    "letters of other scripts": (
        "https://port.example/причал",
        "https://port.example/%D0%BF%D1%80%D0%B8%D1%87%D0%B0%D0%BB",
        "https://port.example/%d0%bf%d1%80%d0%b8чал",
    ),
    "signs of Chinese": ("https://port.example/码头?q=港", "https://port.example/%E7%A0%81%E5%A4%B4?q=%E6%B8%AF"),
    "the form of an accented letter": (
        "https://port.example/f\u00e4hre",
        "https://port.example/fa\u0308hre",
        "https://port.example/fa%CC%88hre",
        "https://port.example/f%C3%A4hre",
    ),
    "Hangul in letters": (normalize("NFD", "https://port.example/부두"), "https://port.example/부두"),
    "unreserved characters": ("https://port.example/%7Emira/%61%2Db%5fc", "https://port.example/~mira/a-b_c"),
    "a blank": ("https://port.example/two words", "https://port.example/two%20words"),
    "signs that are not written out": ('https://port.example/"a"<b>', "https://port.example/%22a%22%3Cb%3E"),
    "a bar": ("https://port.example/a|b", "https://port.example/a%7Cb"),
    "dots in a path": ("https://port.example/x/../a/./b", "https://port.example/a/b"),
    "encoded dots in a path": ("https://port.example/x/%2e%2E/a", "https://port.example/a"),
    "backslashes": ("https://port.example\\a\\b", "https://port.example/a/b"),
    "a host in another script": ("https://hafen-köln.example/a", "https://xn--hafen-kln-67a.example/a"),
    "a host in the other form of letters": ("https://hafen-ko\u0308ln.example/a", "https://HAFEN-KÖLN.example/a"),
    "an encoded host": ("https://p%6Frt.example/a", "https://port.example/a"),
    "a number of a host": ("http://[2001:DB8:0::1]/a", "http://[2001:db8::1]/a"),
    "a number of a host with its port": ("http://[2001:DB8:0::1]:8080/a", "http://[2001:db8::1]:8080/a"),
    "user and password": ("https://mira:secret@port.example/a", "https://port.example/a"),
    "line ends and blanks": (" https://port.example/a\n/b ", "https://port.example/a/b"),
    "bytes that are no text": ("https://port.example/%e9t%E9", "https://port.example/%E9t%e9"),
    "an accent in a query": ("https://port.example/a?ort=köln", "https://port.example/a?ort=k%c3%b6ln"),
    "an apostrophe in a query": ("https://port.example/a?x='b'", "https://port.example/a?x=%27b%27"),
    "an accent in a fragment": ("https://port.example/a#straßé", "https://port.example/a#stra%C3%9Fe%CC%81"),
}
APART = {
    "another port": ("https://port.example:8443/a", "https://port.example/a"),
    "the port of the other scheme": ("http://port.example:443/a", "https://port.example/a"),
    "the case of a path": ("https://port.example/A", "https://port.example/a"),
    "an encoded slash": ("https://port.example/a%2Fb", "https://port.example/a/b"),
    "an encoded question mark": ("https://port.example/a%3Fb", "https://port.example/a?b"),
    "an encoded ampersand": ("https://port.example/a?x=b%26c=d", "https://port.example/a?x=b&c=d"),
    "an encoded percent sign": ("https://port.example/a%2541", "https://port.example/a%41"),
    "a letter with another accent": ("https://port.example/fähre", "https://port.example/fahre"),
    "a letter of another script": ("https://port.example/\u0430", "https://port.example/a"),
    "the sign of another width": ("https://port.example/\uff41", "https://port.example/a"),
    "another host": ("https://strasse.example/", "https://straße.example/"),
    "a fragment": ("https://port.example/a#post-1", "https://port.example/a#post-2"),
    "a value": ("https://port.example/a?id=1", "https://port.example/a?id=2"),
}


@pytest.mark.parametrize("why", ONE)
def test_spellings_of_one_address_have_one_normal_form(why: str) -> None:
    assert len({normal_address(one).replace("http://port", "https://port") for one in ONE[why]}) == 1
    assert len({plain_address(one) for one in ONE[why]}) == 1
    assert all(same_address(one, other) for one, other in pairwise(ONE[why]))
    assert len({host_key(one) for one in ONE[why]}) == 1


@pytest.mark.parametrize("why", APART)
def test_other_addresses_stay_apart(why: str) -> None:
    one, other = APART[why]
    assert normal_address(one) != normal_address(other)
    assert not same_address(one, other)


@given(st.text(alphabet="aÄ\u0308ßп港%/.:?#@[]\\ \t&=4E92\udcff\ud800'", max_size=24))
def test_the_normal_form_of_a_normal_form_is_the_same(rest: str) -> None:
    once = normal_address("https://port.example/" + rest)
    assert normal_address(once) == once


@given(st.text(max_size=40))
def test_a_text_that_is_no_address_harms_nothing(text: str) -> None:
    assert plain_address(text) == plain_address(text)
    assert same_address(text, text) or not text
