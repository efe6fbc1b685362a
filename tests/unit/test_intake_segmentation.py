"""Article boundaries in dumps without separators."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.intake.segmentation.context import CONTEXT
from annotated_briefings.intake.segmentation.decode import shipped_weights
from annotated_briefings.intake.segmentation.features import FEATURES
from annotated_briefings.intake.segmentation.repeats import collapse
from annotated_briefings.intake.segmentation.segment import segment
from annotated_briefings.intake.segmentation.words import LANGUAGES, Language

DATA = Path(__file__).resolve().parents[1] / "data"
DUMP = (DATA / "dump.txt").read_text(encoding="utf-8").splitlines()
GOLD = json.loads((DATA / "dump.gold.json").read_text(encoding="utf-8"))


def lines(paragraphs: list[str], starts: Sequence[int] = (), joins: Sequence[int] = ()) -> list[int]:
    """Starts, counted from 1."""
    return [b.index + 1 for b in segment(paragraphs, starts=starts, joins=joins).boundaries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_weights_belong_to_the_features(language: Language) -> None:
    weights = shipped_weights(language)
    assert weights.first.features == FEATURES
    assert weights.second.features == (*FEATURES, *CONTEXT)


def test_the_articles_of_a_dump_are_found() -> None:
    assert lines(DUMP) == GOLD["article_starts"]


def test_sub_headings_are_told_from_headlines() -> None:
    assert [i + 1 for i in segment(DUMP).subheadings] == GOLD["subheadings"]


def test_every_boundary_says_what_decided_it_and_how_sure_it_is() -> None:
    for boundary in segment(DUMP).boundaries:
        assert 0.5 <= boundary.confidence <= 1
        assert boundary.why in ("first line", "repeat", "model")


def test_a_decision_always_wins() -> None:
    assert 4 in lines(DUMP, starts=[3])
    assert 26 not in lines(DUMP, joins=[25])
    assert 26 in lines(DUMP, starts=[25], joins=[25])
    found = segment(DUMP, starts=[3]).boundaries
    assert (3, 1.0, "decision") in [(b.index, b.confidence, b.why) for b in found]


@pytest.mark.slow
@settings(max_examples=examples(8))
@given(st.integers(1, len(DUMP) - 1))
def test_a_decision_settles_its_own_place_and_takes_no_other_start_away(place: int) -> None:
    plain = {b.index for b in segment(DUMP).boundaries}
    small = collapse(DUMP)
    at = small.kept.index(small.same_as[place])
    # A decision holds for all copies of a text; right beside it the start may have been moved.
    near = {small.kept[n] for n in (at - 1, at + 1) if n < len(small.kept)}
    beside = {n for n in plain if small.same_as[n] in near}
    assert (plain - beside) | {place} <= {b.index for b in segment(DUMP, starts=[place]).boundaries}
    assert plain - {place} <= {b.index for b in segment(DUMP, joins=[place]).boundaries}


SHORT = [
    "Ferry to the islands sails again",
    "WESTHAVEN (Coast Wire) - The ferry to the outer islands sails again from Monday, its owner said. It had been in "
    "the yard since a fire in February, and a smaller ship without room for lorries had taken its place.",
    "The ship takes 90 cars and sails six times a day. Tickets cost 40 crowns, as much as before the fire, and those "
    "who live on the islands pay half, as the province had promised them when the last doctor left for the mainland.",
    "Bakery chain sued over short loaves",
    "By Ilse Ahrend",
    "Eleven customers have sued the bakery chain Kornhof, whose loaves weigh a tenth less than their labels say, as "
    "tests by a consumer group have shown.",
    "Kornhof said that its scales were checked every year. The court has set no date.",
]
AGAIN = [
    *SHORT,
    *SHORT[:3],
    "Stork counted on the town hall",
    "A stork has been counted on the town hall of Aldra for the first time in sixty years, the bird society of the "
    "province said, and hopes for a second one.",
    "Mayor Rolf Brandt promised to leave the chimney cold until autumn.",
    "Customers sue bakery chain over loaves that are too light",
    *SHORT[4:],
]


def test_separators_bring_no_starts_but_their_own() -> None:
    marked = [
        line
        for n, line in enumerate(DUMP, 1)
        for line in (("---", "OPINION", line) if n in GOLD["article_starts"] and n > 1 else (line,))
    ]
    assert len(segment(marked).boundaries) <= len(GOLD["article_starts"]) + 2


def test_short_articles_are_found_by_their_headlines_among_copies_and_over_bylines() -> None:
    assert lines(AGAIN) == [1, 4, 8, 11, 14]
    assert lines(SHORT) == [1, 4]


def test_a_gap_that_is_probable_and_not_taken_is_listed() -> None:
    found = segment(DUMP)
    opened = {b.index for b in found.boundaries}
    assert all(u.chosen == (u.index in opened) for u in found.unsure)
    assert all(0.5 < u.probability < 0.95 if u.chosen else 0.04 < u.probability <= 0.5 for u in found.unsure)
    short = segment([p for p in AGAIN if p != "By Ilse Ahrend"])
    assert 3 in {b.index for b in short.boundaries} | {u.index for u in short.unsure}


def test_decisions_outside_the_dump_mean_nothing() -> None:
    assert lines(DUMP, starts=[10_000, -1], joins=[0, 10_000]) == GOLD["article_starts"]


def test_a_rule_in_a_dump_without_others_is_listed_and_cuts_no_article() -> None:
    found = segment([*DUMP[:12], "---", *DUMP[12:]])
    assert 13 not in {b.index for b in found.boundaries}
    assert 13 in {u.index for u in found.unsure}


def test_where_rules_stand_before_all_articles_they_settle_the_starts() -> None:
    starts = set(GOLD["article_starts"])
    marked = [line for n, text in enumerate(DUMP, 1) for line in (("===", text) if n in starts - {1} else (text,))]
    found = segment(marked)
    assert [b.why for b in found.boundaries] == ["first line", *["separator"] * (len(starts) - 1)]
    assert all(b.confidence == 1 for b in found.boundaries)


def test_room_before_a_paragraph_is_evidence_and_no_proof() -> None:
    plain = {u.index: u.probability for u in segment(DUMP).unsure}
    there, elsewhere = segment(DUMP, apart=[45]), segment(DUMP, apart=[2])
    assert 45 in [b.index for b in there.boundaries]
    assert 2 not in [b.index for b in elsewhere.boundaries]
    assert all(u.probability <= plain.get(u.index, 1) + 0.02 for u in there.unsure if u.index != 45)


def test_a_dump_of_separators_and_nothing_has_one_start() -> None:
    assert [b.index for b in segment(["---", "", "---"]).boundaries] == [0]
    assert segment([]).boundaries == ()
    assert [b.index for b in segment(["One line."]).boundaries] == [0]


def test_a_copy_that_was_edited_is_recognised_while_splitting() -> None:
    small = collapse(DUMP)
    assert [i + 1 for i in range(len(DUMP)) if small.same_as[i] != i] == [
        *range(19, 26),
        *range(52, 59),
        *range(65, 71),
    ]


def test_a_short_repeated_line_is_no_repeat() -> None:
    paragraphs = ["Read more.", "A story about a bridge that opened.", "Read more.", "A story about a ferry that sank."]
    assert collapse(paragraphs).same_as == (0, 1, 2, 3)


def test_the_same_dump_is_always_split_the_same_way() -> None:
    assert segment(DUMP) == segment(list(DUMP))


@given(st.lists(st.text(max_size=60), max_size=12), st.lists(st.integers(-1, 12)), st.lists(st.integers(-1, 12)))
def test_any_texts_give_sorted_starts_with_the_first_at_the_top(
    paragraphs: list[str], starts: list[int], joins: list[int]
) -> None:
    found = segment(paragraphs, starts=starts, joins=joins)
    places = [b.index for b in found.boundaries]
    assert places == sorted(set(places))
    assert places[:1] == ([0] if paragraphs else [])
    assert all(0 < u.index < len(paragraphs) and 0 < u.probability < 1 for u in found.unsure)
