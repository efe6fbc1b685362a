"""Words of a text by the pieces between its blanks: the same words in the same places as of the text as a whole."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.output.search.pieces import WordPlaces, keys_of
from annotated_briefings.output.search.words import tokens

LANGUAGES = ("en", "de", "fr", "sv", "zh", "")
WORDS = "port O’Brien's it's l'eau north-west state-of-the-art U.S. “Hafen” Straßenbahn ’s s".split()
FIGURES = "12 500 0 1,234 12.500 1,23,456 F-16 5th ½ 3² ١٢ -7 2024-25 5'000".split()
SIGNS = [*"- – ' , … ( 東京 東京に500 กรุงเทพ".split(), "", "\u00ad", "12\u00a0500", "\u202f", "a\nb", "5\n500"]
PIECES = (*WORDS, *FIGURES, *SIGNS, "w" * 50, "9" * 50)


def by_pieces(text: str, language: str, start: int = 7) -> tuple[int, dict[tuple[str, str], list[int]]]:
    words = WordPlaces(language)
    after = words.add(text, start)
    return after, {key: sorted(places) for key, places in words.places().items() if places}


def by_words(text: str, language: str, start: int = 7) -> tuple[int, dict[tuple[str, str], list[int]]]:
    found: dict[tuple[str, str], list[int]] = {}
    after = start
    for token in tokens(text, start, language):
        after = max(after, token.at + 1)
        for key in keys_of(token, language):
            found.setdefault(key, []).append(token.at)
    return after, {key: sorted(places) for key, places in found.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("first", PIECES)
def test_two_pieces_have_the_words_that_their_text_has(first: str, language: str) -> None:
    for second in PIECES:
        for text in (f"{first} {second}", f"{first}  {second}", f"a {first} {second} b"):
            assert by_pieces(text, language) == by_words(text, language), text


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12), st.sampled_from(LANGUAGES))
def test_a_text_of_any_pieces_has_the_words_of_the_text(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    assert by_pieces(text, language) == by_words(text, language)


def test_texts_that_follow_one_another_add_up() -> None:
    words = WordPlaces("en")
    after = words.add("Rain on the port", 0)
    words.add("the port", after)
    found = Counter({word: len(places) for (_, word), places in words.places().items()})
    assert after == 4
    assert found == {"rain": 1, "on": 1, "the": 2, "port": 2}
