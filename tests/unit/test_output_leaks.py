"""Sentences that must not be published are found in every kind of file, however the file writes them."""

import json
import re
from collections.abc import Callable
from html import escape
from itertools import permutations
from unicodedata import combining, normalize
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotated_briefings.base.compared import folded, letters, weight
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output
from annotated_briefings.site.checks.unpublished_text import Secret

SENTENCE = 'The council will sell the "old" pier at Øresund to <b>Ferry & Sons</b> in autumn.'
SHOWN = 'The council will sell the "old" pier at Øresund to Ferry & Sons in autumn.'
HTML = "The council will <em>sell</em>\n  the &quot;old&quot; pier at &Oslash;resund to Ferry &amp; Sons in autumn."


def watch(*sentences: str, known: str = "") -> Watch:
    secrets = tuple(Secret("briefings/a.md", text, plain_quote(text)) for text in sentences)
    return Watch(secrets, plain_quote(known))


def hits(path: str, text: str, watched: Watch) -> tuple[int, ...]:
    return watched.hits(Output(path, text.encode(), ""))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.html", f"<p>{HTML}</p>"),
        ("page.html", f'<img alt="x"><p title="y">{HTML}</p>'),
        ("feed.xml", f"<entry><title>{HTML}</title></entry>"),
        ("feed.json", json.dumps({"items": [{"title": "x"}, {"content": SHOWN}]}, ensure_ascii=False)),
        ("list.json", json.dumps([[SHOWN]], ensure_ascii=False, indent=2)),
        ("one.json", json.dumps(SHOWN)),
        ("twin.md", SHOWN),
        ("llms.txt", SHOWN.replace(" ", "\n")),
        ("site.webmanifest", SHOWN),
    ],
)
def test_a_sentence_is_found_in_every_kind_of_file(path: str, text: str) -> None:
    assert hits(path, text, watch(SHOWN)) == (0,)
    assert hits(path, text.replace("autumn", "spring"), watch(SHOWN)) == ()


def spaced(text: str, sign: str) -> str:
    """A text with a sign between all its letters."""
    return sign.join(text)


WORD_FOR_WORD = "The council will sell the old pier at Lund to its ferrymen in autumn."
SHARP = "Der Rat verkauft die Straße am Hafen im Herbst an die Fährleute."
CHINESE = "市议会秋天将出售旧码头。"
JAPANESE = "市議会は秋に古い桟橋を売却する。"
RUSSIAN = "Совет города осенью продаст старый причал паромщикам Лунда."
ARABIC = "سيبيع مجلس المدينة الرصيف القديم للعبارات في الخريف."
SENTENCES = [WORD_FOR_WORD, SHARP, CHINESE, JAPANESE, RUSSIAN, ARABIC]
WAYS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "as it is": ("a.txt", str.encode),
    "in a longer text": ("a.txt", lambda text: f"Then{text}And more.".encode()),
    "capitals": ("a.html", lambda text: f"<h1>{text.upper()}</h1>".encode()),
    "cells of a table": ("a.html", lambda text: "".join(f"<td>{word}</td>" for word in pieces(text)).encode()),
    "cells of a text": ("a.md", lambda text: ("| " + " | ".join(pieces(text)) + " |").encode()),
    "lines": ("a.txt", lambda text: "\r\n".join(pieces(text)).encode()),
    "soft hyphens": ("a.html", lambda text: spaced(text, "\u00ad").encode()),
    "soft hyphens by name": ("a.html", lambda text: spaced(text, "&shy;").encode()),
    "zero width": ("a.html", lambda text: spaced(text, "\u200b").encode()),
    "joiners by number": ("a.html", lambda text: spaced(text, "&#x2060;").encode()),
    "references": ("a.html", lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode()),
    "tags": ("a.html", lambda text: spaced(text, "<b></b>").encode()),
    "html in a feed": ("a.xml", lambda text: f"<x>{escape(spaced(text, '<i></i>'))}</x>".encode()),
    "references in a feed": ("a.xml", lambda text: f"<x>{escape(spaced(text, '&shy;'))}</x>".encode()),
    "json": ("a.json", lambda text: json.dumps({"a": text}).encode()),
    "an address": ("a.html", lambda text: f'<a href="https://x.example/?t={quote(text)}">x</a>'.encode()),
    "a form": ("a.html", lambda text: f'<a href="https://x.example/?t={quote_plus(text.upper())}">x</a>'.encode()),
    "twice encoded": ("a.html", lambda text: f'<a href="/?u={quote(quote(text))}">x</a>'.encode()),
    "utf-16": ("a.csv", lambda text: text.encode("utf-16")),
    "utf-16 without mark": ("a.csv", lambda text: f"Some words, {text}".encode("utf-16-le")),
    "decomposed": ("a.txt", lambda text: normalize("NFD", text).encode()),
    "wide letters": (
        "a.txt",
        lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text).encode(),
    ),
    "an attribute": ("a.html", lambda text: f'<img alt="{text}">'.encode()),
    "no punctuation": ("a.txt", lambda text: re.sub(r"\W+", " ", text).encode()),
}


def pieces(text: str) -> list[str]:
    """The words of a text, or its signs where there are no blanks."""
    return text.split() if " " in text else list(text)


OTHERS = [f"Nobody in ward {word} knows of the {word} as yet." for word in map("x".join, permutations("abcdefg", 3))]


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("way", WAYS)
def test_a_sentence_is_found_however_it_is_written(way: str, sentence: str, many: bool) -> None:
    path, write = WAYS[way]
    watched = watch(sentence, *(OTHERS if many else ()))
    assert watched.hits(Output(path, write(sentence), "")) == (0,)
    other = sentence[: len(sentence) // 2] + sentence[len(sentence) // 2 + 2 :]
    assert watched.hits(Output(path, write(other), "")) == ()


LETTERS = st.text(st.characters(categories=["L", "N", "Mn"]), min_size=3, max_size=9)


@pytest.mark.slow
@given(st.lists(LETTERS, min_size=4, max_size=8).map(" ".join))
def test_words_of_any_script_are_found_in_a_longer_text(text: str) -> None:
    assume(len(letters(text)) >= 8)
    assert watch(text).hits(Output("a.txt", f"Before. {text} After.".encode(), "")) == (0,)
    assert watch(text, *OTHERS).hits(Output("a.txt", f"Before. {text} After.".encode(), "")) == (0,)


def test_every_letter_that_is_read_as_one_of_ascii_is_known() -> None:
    """The quick look at a page sees ASCII letters alone: what folds to them must be seen for what it is."""
    for code in (*range(0x80, 0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE0200)):
        read = folded(chr(code))
        if combining(chr(code)):
            # It makes another letter of the one before it.
            continue
        if not read or re.search("[a-z]", read):
            sentence = "Nobody has seen the har{}bour of the town as yet."
            page = Output("a.txt", sentence.format(chr(code)).encode(), "")
            assert watch(sentence.format(read)).hits(page) == (0,), hex(code)


def test_signs_of_scripts_without_blanks_say_as_much_as_words() -> None:
    assert weight("码头秋天将出售") == 21
    assert weight("桟橋を売却する") == 21
    assert weight("The pier") == 8
    assert weight("Причал") == 6


def test_a_file_that_is_no_valid_json_is_searched_as_text() -> None:
    assert hits("own.json", f"not JSON: {SHOWN}", watch(SHOWN)) == (0,)
    assert hits("own.json", "council {", watch(SHOWN)) == ()


def test_files_that_are_no_text_are_not_searched() -> None:
    assert hits("photo.png", SHOWN, watch(SHOWN)) == ()


WORDS = st.lists(st.sampled_from(["harbour", "ferry", "storm", "bridge", "council", "tower"]), min_size=4, max_size=6)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=8), st.lists(WORDS.map(" ".join), max_size=4))
def test_few_secrets_and_many_are_found_alike(sentences: list[str], shown: list[str]) -> None:
    """Up to fifty words are looked for one by one; of more the page is cut into words."""
    text = ". ".join(shown)
    found = hits("a.txt", text, watch(*sentences))
    assert found == tuple(n for n, sentence in enumerate(sentences) if sentence in text)
    others = [f"unique{n} sentence{n} that{n} occurs{n} nowhere{n}" for n in range(80)]
    assert hits("a.txt", text, watch(*sentences, *others)) == found


def test_a_sentence_of_public_words_is_found_too() -> None:
    """The words of a sentence may all be public, in other sentences, and the sentence itself may not."""
    watched = watch(SHOWN, known="In autumn: old Sons sell council The; will Ferry to in pier the Øresund at.")
    assert hits("a.txt", SHOWN, watched) == (0,)
    found = watched.diagnostic("a.txt", [0])
    assert found is not None
    assert found.code == "leak"


def test_a_sentence_without_a_long_word_is_found_too() -> None:
    short = "It is up to us to do it, or so it is."
    assert hits("a.txt", SHOWN, watch(short, SHOWN)) == (1,)
    assert hits("a.txt", f"<p>{short}</p>", watch(short, SHOWN)) == (0,)


def test_what_is_public_elsewhere_is_no_leak() -> None:
    assert watch(SENTENCE, known=f"Earlier. {SENTENCE}").diagnostic("a.html", [0]) is None
    found = watch(SENTENCE, known="The council will sell the old pier.").diagnostic("a.html", [0])
    assert found is not None
    assert found.message.startswith("a.html would hold `The council will sell")
    assert found.place.path == "briefings/a.md"
    # The first one may be public and the second not.
    second = "No other sentence is like this one here."
    found = watch(SENTENCE, second, known=SENTENCE).diagnostic("a.html", [0, 1])
    assert found is not None
    assert second[:-1] in found.message
