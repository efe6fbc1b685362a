"""Copies among articles."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.intake.dedup.copies import Copies, find_copies
from annotated_briefings.intake.dedup.shingles import article_id, overlaps, sketch

WORDS = [
    f"{a}{b}"
    for a in ("bar", "len", "mos", "tir", "vol", "zan", "kep", "dru", "fin", "gos")
    for b in ("ado", "ine", "ure", "ant", "osk", "ell", "iph", "umb", "eck", "yal", "orn", "ist")
]


def story(seed: int, count: int = 6) -> list[str]:
    """Paragraphs of invented words; another seed is another story."""
    rng = random.Random(seed)
    return [" ".join(rng.choice(WORDS) for _ in range(45)) + "." for _ in range(count)]


def find(*texts: list[str]) -> tuple[Copies, list[str]]:
    ids = [article_id("\n".join(t)) for t in texts]
    return find_copies([sketch(i, "\n".join(t)) for i, t in zip(ids, texts, strict=True)]), ids


def test_punctuation_and_case_make_no_other_article() -> None:
    assert article_id("The Bridge, again: “closed”.") == article_id("the bridge again closed")
    assert article_id("the bridge again closed") != article_id("the bridge again open")


def test_a_lightly_edited_copy_is_folded_into_the_first() -> None:
    text = story(1)
    edited = [text[0].replace(text[0].split()[3], "otherwise", 1), *text[1:]]
    copies, ids = find(text, edited)
    assert [(f.article, f.into, f.verdict) for f in copies.folded] == [(ids[1], ids[0], "near")]
    assert copies.folded[0].score > 0.9
    assert copies.folded[0].why.endswith("% of its passages are in the other text, which is as long")


def test_an_excerpt_is_folded_into_the_whole_even_when_it_comes_first() -> None:
    text = story(2, 9)
    copies, ids = find(text[:3], text)
    assert [(f.article, f.into, f.verdict) for f in copies.folded] == [(ids[0], ids[1], "contained")]
    assert copies.folded[0].why == ("100% of its passages are in the other text, which has 405 words to its 135")


def test_a_short_excerpt_of_a_long_text_is_found() -> None:
    text = story(5, 30)
    copies, ids = find(text, text[11:12])
    assert [(f.article, f.into, f.verdict, f.score) for f in copies.folded] == [(ids[1], ids[0], "contained", 1.0)]


def test_several_rewritten_versions_of_a_story_are_found_though_they_share_paragraphs() -> None:
    text = story(6, 10)
    versions = [[*text[:7], *story(60 + n, 3)] for n in range(3)]
    copies, ids = find(text, *versions)
    assert {f.article for f in copies.folded} == set(ids[1:])


def test_another_version_of_the_story_is_linked_and_not_folded() -> None:
    text = story(3, 20)
    copies, ids = find(text, [*text[:10], *story(4, 10)])
    assert copies.folded == ()
    assert [(v.article, v.other) for v in copies.versions] in ([(ids[0], ids[1])], [(ids[1], ids[0])])
    assert 0.35 <= copies.versions[0].score < 0.6


def test_different_stories_with_the_same_footer_stay_apart() -> None:
    footer = story(99, 2)
    copies, _ = find(*([*story(seed, 2), *footer] for seed in range(10, 16)))
    assert copies.folded == ()


def test_of_the_articles_in_a_round_up_one_at_most_is_folded_into_it() -> None:
    first, second, own = story(20, 4), story(21, 4), story(24, 3)
    copies, ids = find(first, second, [*first, *own, *second])
    assert [(f.article, f.into, f.verdict) for f in copies.folded] == [(ids[0], ids[2], "contained")]
    assert [(v.article, v.other) for v in copies.versions] == [(ids[1], ids[2])]


def test_a_round_up_that_says_nothing_else_is_folded_and_joins_nothing() -> None:
    first, second = story(20, 4), story(21, 6)
    copies, ids = find(first, second, [*first, *second])
    assert [(f.article, f.into, f.verdict) for f in copies.folded] == [(ids[2], ids[1], "round-up")]
    assert copies.folded[0].why.endswith("% of its passages are in 2 other texts")


def test_twenty_edited_copies_of_one_text_are_all_folded() -> None:
    text = story(70, 12)
    copies, ids = find(text, *([*text[:11], story(700 + n, 1)[0]] for n in range(20)))
    assert {(f.article, f.into) for f in copies.folded} == {(other, ids[0]) for other in ids[1:]}


def test_a_new_text_that_holds_a_known_one_and_more_is_called_fuller() -> None:
    text = story(80, 10)
    known, new = sketch("known", "\n".join(text[:4])), sketch("new", "\n".join(text))
    copies = find_copies([new], [known])
    assert copies.folded == ()
    assert copies.fuller == (("new", "known"),)


def test_unrelated_articles_are_not_joined_by_one_that_holds_parts_of_both() -> None:
    first, second = story(22, 5), story(23, 6)
    copies, ids = find(first, [*second[:4], *first], second)
    groups = {f.article: f.into for f in copies.folded}
    assert groups == {ids[1]: ids[0]}
    assert {frozenset((v.article, v.other)) for v in copies.versions} == {frozenset(ids[:2]), frozenset(ids[1:])}


def test_no_chain_through_a_round_up_folds_an_article_into_one_it_shares_nothing_with() -> None:
    whole, other = story(95, 8), story(96, 6)
    edited = [whole[0].replace(whole[0].split()[3], "otherwise", 1), *whole[1:]]
    part = [*other[:2], *story(98, 1)]
    copies, ids = find(part, whole, edited, [*other[:2], *whole])
    assert {(f.article, f.into) for f in copies.folded} == {(ids[2], ids[1]), (ids[3], ids[1])}
    assert frozenset((ids[0], ids[3])) in {frozenset((v.article, v.other)) for v in copies.versions}


def test_three_copies_are_folded_into_one() -> None:
    text = story(30, 6)
    copies, ids = find(text, [*text[:5], story(31, 1)[0]], [*text[1:], story(32, 1)[0]])
    assert {f.into for f in copies.folded} == {ids[0]}
    assert {f.article for f in copies.folded} == set(ids[1:])


def test_a_known_article_stands_for_a_new_longer_copy() -> None:
    text = story(40, 6)
    known = sketch("known", "\n".join(text))
    copies = find_copies([sketch("new", "\n".join([*text, story(41, 1)[0]]))], [known])
    assert [(f.article, f.into) for f in copies.folded] == [("new", "known")]


def test_an_article_that_an_editor_keeps_apart_is_never_folded() -> None:
    text = story(50)
    one, other = sketch("a", "\n".join(text)), sketch("b", "\n".join([*text[:5], story(51, 1)[0]]))
    copies = find_copies([one, other], [], frozenset({"b"}))
    assert copies.folded == ()


def test_texts_shorter_than_a_shingle_are_compared_too() -> None:
    assert find(["Bridge shut"], ["Ferry runs"])[0].folded == ()


POOL = [paragraph for seed in range(200, 203) for paragraph in story(seed, 5)]
"""The paragraphs of three stories."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.integers(0, len(POOL) - 1), min_size=2, max_size=9, unique=True), min_size=2, max_size=9))
def test_an_article_is_folded_only_into_one_that_shares_much_with_it(made: list[list[int]]) -> None:
    texts = list({tuple(numbers): None for numbers in made})
    by_id = {str(n): set(numbers) for n, numbers in enumerate(texts)}
    copies = find_copies([sketch(str(n), "\n".join(POOL[p] for p in numbers)) for n, numbers in enumerate(texts)])
    for found in copies.folded:
        one, other = by_id[found.article], by_id[found.into]
        assert len(one & other) >= 0.25 * min(len(one), len(other)), (found, texts)
    assert not {found.into for found in copies.folded} & {found.article for found in copies.folded}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cat", "bat"),
        ("1", "2"),
        ("1990", "2990"),
        ("一つ目の記事です", "二つ目の記事です"),
        ("a", "b"),
        ("ab", "ba"),
    ],
)
def test_words_that_differ_in_one_character_are_told_apart(one: str, other: str) -> None:
    """Texts that differ in one character of another script, or in the first digit of a figure, are not the same.
    (SL-03)
    """
    assert sketch("a", one).shingles != sketch("b", other).shingles


def test_articles_that_differ_in_figures_alone_differ_in_as_many_words() -> None:
    words = [f"word{n}" for n in range(60)]
    first = " ".join(w if n % 6 else str(n % 9 + 1) for n, w in enumerate(words))
    second = " ".join(w if n % 6 else str((n + 4) % 9 + 1) for n, w in enumerate(words))
    assert not overlaps([sketch("a", first), sketch("b", second)], 0.5)
