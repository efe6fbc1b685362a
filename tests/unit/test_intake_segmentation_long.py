"""What tells starts from turns inside long articles: copies, words that belong to one article, the style of starts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.intake.segmentation.cohesion import held, idf
from annotated_briefings.intake.segmentation.context import CONTEXT, context_rows
from annotated_briefings.intake.segmentation.features import measure, shared_lines
from annotated_briefings.intake.segmentation.paragraphs import read_paragraph
from annotated_briefings.intake.segmentation.repeats import collapse


def article(name: str, size: int) -> list[str]:
    """Paragraphs long enough to count as a repeat, none like another."""
    return [
        " ".join(f"{name.lower()}{n}{letter}" for letter in "abcdefghijklmno") + f" of {name} number {n}."
        for n in range(size)
    ]


@pytest.mark.parametrize("size", [6, 9, 14])
@pytest.mark.parametrize("between", [0, 5])
def test_all_places_of_a_copied_run_but_its_edges_are_inside_it(size: int, between: int) -> None:
    first, other, last = article("Alder", size), article("Birch", between), article("Cedar", 7)
    small = collapse([*article("Elm", 5), *first, *other, *first, *last])
    inside = shared_lines(small).inside
    assert sorted(inside) == list(range(6, 5 + size))
    assert set(inside.values()) == {size / len(small.kept)}


def test_two_articles_copied_in_a_row_are_one_run_and_a_shorter_run_in_it_says_more() -> None:
    first, second = article("Alder", 6), article("Birch", 8)
    small = collapse([*first, *second, *article("Elm", 5), *first, *second, *article("Cedar", 7), *second])
    lines = shared_lines(small)
    # The second article is copied alone too: it opens where its own copies show it.
    assert 6 not in lines.inside
    assert {lines.inside[i] for i in range(7, 14)} == {8 / len(small.kept)}
    assert {lines.inside[i] for i in range(1, 6)} == {14 / len(small.kept)}


def test_a_dump_pasted_twice_is_one_run_of_the_whole_dump() -> None:
    dump = [*article("Alder", 6), *article("Birch", 8)]
    assert set(shared_lines(collapse(dump * 2)).inside.values()) == {1.0}


def test_words_of_one_article_hold_its_gaps_together_and_words_of_the_subject_do_not() -> None:
    tern, wren = ["harbour", "tern"], ["harbour", "wren"]
    paragraphs = [["harbour"]] * 40 + [tern] * 6 + [wren] * 6 + [["harbour"]] * 40
    values = held(paragraphs, idf(paragraphs))
    assert [i for i, value in enumerate(values) if value > 0.5] == [*range(41, 46), *range(47, 52)]
    assert values[43] > values[41]


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=4), max_size=60))
def test_what_is_held_is_what_counting_the_places_around_each_gap_gives(paragraphs: list[list[str]]) -> None:
    weights = idf(paragraphs)
    for i, value in enumerate(held(paragraphs, weights)):
        left, right = paragraphs[max(0, i - 16) : i], paragraphs[i : i + 16]
        expected = 0.0
        for term, weight in weights.items():
            count = sum(term in p for p in paragraphs)
            before, after = (sum(term in p for p in side) for side in (left, right))
            if count >= 3 and before and after and before + after >= 0.8 * count:
                expected += weight * min(before, after)
        assert value == pytest.approx(expected)


OPENING = "Ships may not enter the strait at night, the harbour master of Lervik said on Monday."
GOING_ON = "Ships may not enter the strait at night, the harbour master of Lervik said."


@pytest.mark.parametrize("dated", [True, False])
def test_a_day_speaks_for_a_start_where_the_sure_starts_of_the_dump_name_days(dated: bool) -> None:
    opening, other = (OPENING, GOING_ON) if dated else (GOING_ON, OPENING)
    texts = [opening if n % 6 == 0 else other if n % 6 == 3 else "The crane is old and it creaks." for n in range(36)]
    read = [read_paragraph(text) for text in texts]
    odds = [5.0 if n % 6 == 0 and n < 30 else -5.0 for n in range(36)]
    day = [row[CONTEXT.index("day_as_in_starts")] for row in context_rows(read, measure(read), odds)]
    assert (day[30] > 0.3) == dated
    assert (day[33] < -0.3) == dated if dated else day[33] < 0
