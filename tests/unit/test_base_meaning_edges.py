"""Where a quote may begin and end: at whole words and whole numbers, in every spelling of them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_briefings.base.meaning import edges
from annotated_briefings.base.meaning.edges import is_cut
from annotated_briefings.content.annotations import ORPHAN, anchor, find_exact

PARTS = [
    ("It rose by 3·8 points.", "8 points"),
    ("It rose by 3·8 points.", "by 3"),
    ("Output is ٣٫٨ units.", "٨ units"),
    ("Nearly 9٬500 tonnes lay.", "500 tonnes"),
    ("Over ٤٥٠٠ boats came.", "٥٠٠ boats"),
    ("Over १२३ boats came.", "२३ boats"),
    ("Some 1_500 files are gone.", "500 files"),
    ("１２３名が来た", "３名"),
    ("３．８名が来た", "８名"),
    ("About 10² boats came.", "About 10"),
    ("Some 10⁶ cells.", "Some 10"),
    ("It weighs 2×10⁶ grams.", "weighs 2"),
    ("It weighs 2 × 10⁶ grams.", "weighs 2"),
    ("Lots of 5 1/2 metres.", "1/2 metres"),
    ("Lots of 5 1/2 metres.", "Lots of 5"),
    ("Lots of 5 ½ metres.", "Lots of 5"),
    ("It holds 4½ barrels.", "holds 4"),
    ("It holds 4½ barrels.", "½ barrels"),
    ("Roughly 1⁄2 mile.", "2 mile"),
    ("It costs $5k–7k a day.", "7k a day"),
    ("It costs $5k–7k a day.", "costs $5k"),
    ("It costs $5k-$7k a day.", "$7k a day"),
    ("It costs $5-$7 a day.", "It costs $5"),
    ("A loss of -$500 came.", "500 came"),
    ("A loss of -$500 came.", "$500 came"),
    ("It was £500m.", "£500"),
    ("They paid £500 for it.", "500 for it"),
    ("共有三百五十艘船", "五十艘船"),
    ("两千零五名工人", "五名工人"),
    ("两千名工人", "千名工人"),
    ("三点五米", "五米"),
    ("Twelve point five knots blew.", "five knots"),
    ("Twelve point five knots blew.", "Twelve"),
    ("Zwölf Komma fünf Knoten.", "fünf Knoten"),
    ("Douze virgule cinq.", "cinq"),
    ("Half-million crates stood.", "million crates"),
    ("The ½ million crates.", "million crates"),
    ("They lost 12 million.", "They lost 12"),
    ("They lost two hundred boats.", "hundred boats"),
    ("They lost two hundred boats.", "They lost two"),
    ("There were two hundred and six ships.", "six ships"),
    ("About twenty five left.", "five left"),
    ("About five-and-twenty left.", "twenty left"),
    ("Minus 12 degrees.", "12 degrees"),
    ("The B-52 flew.", "52 flew"),
    ("Version 1.2-rc3 ships.", "rc3 ships"),
    ("The 21st-century ship.", "century ship"),
    ("The 5-day strike.", "day strike"),
    ("They can’t swim.", "can"),
    ("They can't swim.", "They can"),
    ("It is non-toxic paint.", "toxic paint"),
    ("It is non‑toxic paint.", "toxic paint"),
    ("The ex-mayor spoke.", "mayor spoke"),
    ("Anti-war marchers.", "war marchers"),
    ("Zwei Nicht-Schwimmer gingen.", "Schwimmer gingen"),
    ("Zwei Nicht-Schwimmer gingen.", "Zwei Nicht"),
    ("Le port n'est pas ouvert.", "est pas ouvert"),
    ("Ms O'Brien left.", "Brien left"),
]
"""Texts, and what stands in them only as a part of a word or number."""
WHOLE = [
    ("It rose by 3·8 points.", "3·8 points"),
    ("Lots of 5 1/2 metres.", "5 1/2 metres"),
    ("They pay $5k–7k a day.", "$5k–7k"),
    ("A list: three, four, five knots.", "five knots"),
    ("Between two thousand and five thousand came.", "five thousand"),
    ("Between two and five came.", "five came"),
    ("共有三百五十艘船", "三百五十艘船"),
    ("They can’t swim.", "can’t swim"),
    ("The mayor's car.", "The mayor"),
    ("Le maire de l'État parle.", "État parle"),
    ("Le maire de l’État parle.", "État"),
    ("The yard—500 ships lay there—closed.", "500 ships lay there"),
    ("The mayor—who was ill—left.", "who was ill"),
    ("The mayor -- who was ill -- left.", "who was ill"),
    ("The line Almar–Lund closes.", "Lund closes"),
    ("Ships, 12 of them, left.", "12 of them"),
    ("The pre- and post-war years.", "pre- and post-war"),
    ("'Never again', he said.", "Never again"),
    ("In 2026 500 tons came.", "500 tons"),
    ("It has 5 rooms.", "5"),
    ("The point five of them made.", "five of them"),
    ("So one million was paid.", "one million was paid"),
]
"""Texts, and what stands in them as words and numbers of its own."""


@pytest.mark.parametrize(("text", "quote"), PARTS)
def test_a_part_of_a_word_or_number_is_no_quote_of_it(text: str, quote: str) -> None:
    assert find_exact(text, quote)[1] is None
    # Nor is it taken for the quote because it looks like it.
    assert anchor(text, quote).state == ORPHAN


@pytest.mark.parametrize(("text", "quote"), WHOLE)
def test_words_and_numbers_beside_punctuation_and_dashes_are_whole(text: str, quote: str) -> None:
    found = find_exact(text, quote)[1]
    assert found is not None
    assert text[found.start : found.end] == quote


def test_what_is_marked_as_a_whole_may_be_a_part_of_a_word() -> None:
    text = "It is non-toxic paint."
    assert find_exact(text, "toxic", lambda: [(text.index("toxic"), text.index(" paint"))])[1] is not None


@example(["two", "hundred", "and", "three"], [" "] * 6)
@example(["mil", "y", "uno"], [" "] * 6)
@example(["half", "a", "million"], ["-"] * 6)
@example(["two", "point", "three", "million"], [" "] * 6)
@given(
    st.lists(
        st.sampled_from("two three hundred million twenty half a and et y point 5 1.5 ½ 3,000 cents cien mil".split()),
        min_size=2,
        max_size=6,
    ),
    st.lists(st.sampled_from(" -.,"), min_size=6, max_size=6),
)
def test_a_place_that_may_be_within_no_number_in_words_need_not_be_looked_at(
    words: list[str], marks: list[str]
) -> None:
    text = "".join(word + mark for word, mark in zip(words, marks, strict=False))
    places = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    quick = [is_cut(text, *place) for place in places]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edges, "_MAY_GO_ON", re.compile(""))
        assert [is_cut(text, *place) for place in places] == quick, text
