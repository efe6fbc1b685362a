"""Copies among articles."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.base.values import replace
from annotated_briefings.intake.dedup.copies import Copies, boilerplate, find_copies
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.relations import Candidate, relation
from annotated_briefings.intake.dedup.same_text import compared_text
from annotated_briefings.intake.dedup.shingles import overlaps, sketch
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.proofs import text_digest

Text = list[str]
WORDS = [
    f"{a}{b}"
    for a in ("bar", "len", "mos", "tir", "vol", "zan", "kep", "dru", "fin", "gos")
    for b in ("ado", "ine", "ure", "ant", "osk", "ell", "iph", "umb", "eck", "yal", "orn", "ist")
]


def story(seed: int, count: int = 6) -> Text:
    """Paragraphs of invented words; another seed is another story."""
    rng = random.Random(seed)
    return [" ".join(rng.choice(WORDS) for _ in range(45)) + "." for _ in range(count)]


def candidate(name: str, text: Text, *, new: bool = True, fixed: bool = False, apart: bool = False) -> Candidate:
    joined = "\n".join(text)
    return Candidate(name, sketch(name, joined), text_digest(joined), Origin(), new, fixed, apart)


def find(*texts: Text, least: float = 0, apart: frozenset[str] = frozenset()) -> Copies:
    """The copies among some texts, which are called a, b, c, ..."""
    named = {chr(ord("a") + n): text for n, text in enumerate(texts)}
    ready = {name: compared_text(text, Origin()) for name, text in named.items()}
    return find_copies([candidate(name, text, apart=name in apart) for name, text in named.items()], ready.get, least)


def folds(copies: Copies) -> list[tuple[str, str, str]]:
    return [(found.article, found.into, found.verdict) for found in copies.folded]


def pairs(copies: Copies) -> list[tuple[str, str]]:
    return [(link.article, link.other) for link in copies.links]


def test_equal_texts_are_exact_copies_of_the_first() -> None:
    assert folds(find(story(1), story(2), story(1))) == [("c", "a", "exact")]


def test_a_copy_that_differs_in_harmless_signs_alone_is_a_near_one() -> None:
    text = story(1)
    copies = find(text, [text[0].removesuffix("."), *text[1:]])
    assert folds(copies) == [("b", "a", "near")]
    assert copies.folded[0].why == "both texts say the same"


def test_one_other_word_keeps_two_texts_apart_and_is_told() -> None:
    text = story(1)
    word = text[0].split()[3]
    copies = find(text, [text[0].replace(word, "otherwise", 1), *text[1:]])
    assert folds(copies) == []
    assert [link.differs for link in copies.links] == [(f"a word has changed: `{word}` is now `otherwise`",)] or [
        link.differs for link in copies.links
    ] == [(f"a word has changed: `otherwise` is now `{word}`",)]


def test_an_excerpt_is_folded_into_the_whole_even_when_it_comes_first() -> None:
    text = story(2, 9)
    copies = find(text[:3], text)
    assert folds(copies) == [("a", "b", "contained")]
    assert copies.folded[0].why == "all that it says is in the other text, which has 405 words to its 135"


def test_a_short_excerpt_of_a_long_text_is_found() -> None:
    text = story(5, 30)
    assert folds(find(text, text[11:12])) == [("b", "a", "contained")]


def test_texts_that_each_have_something_of_their_own_are_linked_and_not_folded() -> None:
    text = story(6, 10)
    copies = find(text, *([*text[:7], *story(60 + n, 3)] for n in range(3)))
    assert folds(copies) == []
    assert set(pairs(copies)) >= {("a", "b"), ("a", "c"), ("a", "d")}


def test_different_stories_with_the_same_footer_stay_apart() -> None:
    footer = story(99, 2)
    assert folds(find(*([*story(seed, 2), *footer] for seed in range(10, 16)))) == []


def test_no_article_is_folded_into_a_round_up_that_holds_unrelated_ones() -> None:
    first, second, own = story(20, 4), story(21, 4), story(24, 3)
    copies = find(first, second, [*first, *own, *second])
    assert folds(copies) == []
    assert pairs(copies) == [("a", "c"), ("b", "c")]


def test_a_round_up_that_says_nothing_else_is_folded_and_joins_nothing() -> None:
    first, second = story(20, 4), story(21, 6)
    copies = find(first, second, [*first, "More of the day", *second])
    assert folds(copies) == [("c", "b", "round-up")]
    assert copies.folded[0].why == "all that it says is in 2 other texts"


def test_twenty_excerpts_of_one_text_are_all_folded() -> None:
    text = story(70, 12)
    copies = find(text, *(text[:n] + text[n + 1 :] for n in range(12)))
    assert {into for _, into, _ in folds(copies)} == {"a"}
    assert len(copies.folded) == 12


def test_no_chain_of_copies_folds_a_text_into_one_that_says_otherwise() -> None:
    text = story(95, 8)
    more, other = [*text, *story(96, 1)], [*text, *story(97, 1)]
    # The short text is in both of the long ones, which differ: it goes into one of them, and they stay apart.
    copies = find(text, more, other)
    assert len(copies.folded) == 1
    assert copies.folded[0].article == "a"
    assert pairs(copies) == [("b", "c")]


def test_an_article_that_an_editor_keeps_apart_is_never_folded() -> None:
    assert folds(find(story(50), story(50), apart=frozenset({"b"}))) == []


def test_an_edited_brief_stands_for_itself_whatever_comes() -> None:
    text = story(51)
    ready = {"old": compared_text(text[:3], Origin()), "new": compared_text(text, Origin())}
    known = candidate("old", text[:3], new=False, fixed=True)
    assert folds(find_copies([known, candidate("new", text)], ready.get)) == []
    assert folds(find_copies([replace(known, fixed=False), candidate("new", text)], ready.get)) == [
        ("old", "new", "contained")
    ]


def test_without_the_texts_nothing_new_is_folded_and_what_was_folded_stays() -> None:
    text = story(52)
    old = replace(candidate("old", text, new=False), into="main", verdict="near")
    copies = find_copies([candidate("main", text, new=False), old, candidate("new", text)], lambda _: None)
    assert ("old", "main", "exact") in folds(copies)
    assert "new" not in {found.article for found in copies.folded}


def test_texts_shorter_than_a_shingle_are_compared_too() -> None:
    assert folds(find(["Bridge shut"], ["Ferry runs"])) == []


LABELS = (
    "HOAX", "CORRECTION", "RETRACTED", "UPDATE", "FALSE", "Fake", "Satire", "Debunked", "Rating: false", "Fact check",
    "Claim", "❌", "⚠ 3", "Falsch", "Faux", "Falso", "Nicht wahr", "Pas vrai", "Non è vero", "Niet waar", "Не правда",
    "Опровержение", "辟谣", "まったくのデマ", "사실 아님", "غير صحيح",
    "Never happened", "No longer open", "Nunca ocurrió",
    "Sverige", "ZMYŚLONE", "Our verdict:",
)  # fmt: skip
"""Headings that say something of the text below them, or may do so in a language that we do not read."""


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_round_up_with_a_label_over_an_item_stands_for_itself(place: int, label: str) -> None:
    parts = [story(seed, 2) for seed in (61, 62, 63)]
    labelled = [[label, *part] if n == place else part for n, part in enumerate(parts)]
    copies = find(*parts, [line for part in labelled for line in part])
    assert folds(copies) == []


@pytest.mark.parametrize(
    "heading", ["", "Sport", "World news", "Wirtschaft", "From the coast", "The week in the harbour"]
)
def test_a_round_up_with_headings_that_say_nothing_is_folded(heading: str) -> None:
    parts = [story(seed, 2) for seed in (61, 62, 63)]
    lines = [line for part in parts for line in (*([heading] if heading else []), *part)]
    assert [verdict for _, _, verdict in folds(find(*parts, lines))] == ["round-up"]


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        (Origin(title="Fees go up", published="2026-03-09", url="https://a.example/1"), "mould"),
        (Origin(title="fees", outlet="B", published="2026-03-02T10:00:00Z"), "version"),
        (Origin(title="Board meets", outlet="B", published="2026-03-03"), "event"),
        (Origin(title="Fees", outlet="B", published="2026-09-02"), "mould"),
        (Origin(title="Fees in Lund", outlet="A", published="2026-03-03"), "mould"),
    ],
)
def test_what_two_texts_are_to_each_other_is_told_by_address_headline_and_days(stated: Origin, kind: str) -> None:
    first = Origin(title="Fees", outlet="A", published="2026-03-02", url="https://a.example/1")
    one, other = (
        replace(candidate(name, story(number)), stated=origin)
        for name, number, origin in (("one", 1, first), ("other", 2, stated))
    )
    assert relation(one, other, lambda _: None) == kind


def test_texts_at_one_address_that_share_most_words_are_versions() -> None:
    stated = Origin(title="Fees", published="2026-03-02", url="https://a.example/1")
    later = replace(stated, title="Fees go up", published="2026-03-03")
    one = replace(candidate("one", story(1)), stated=stated)
    other = replace(candidate("other", story(1)[:5]), stated=later)
    assert relation(one, other, lambda _: None) == "version"


POOL = [paragraph for seed in range(200, 203) for paragraph in story(seed, 5)]
"""The paragraphs of three stories."""
made_texts = st.lists(
    st.lists(st.integers(0, len(POOL) - 1), min_size=2, max_size=9, unique=True), min_size=2, max_size=9
)


@pytest.mark.slow
@settings(max_examples=examples(20), deadline=None)
@given(made_texts)
def test_each_folded_text_is_whole_in_what_stands_for_it(made: list[list[int]]) -> None:
    copies = find(*([POOL[p] for p in numbers] for numbers in made))
    by_name = {chr(ord("a") + n): set(numbers) for n, numbers in enumerate(made)}
    for article, into, verdict in folds(copies):
        parts = [by_name[into]] if verdict != "round-up" else [other for i, other in by_name.items() if i != article]
        assert by_name[article] <= set().union(*parts)
    assert not {f.into for f in copies.folded} & {f.article for f in copies.folded}


@pytest.mark.slow
@settings(max_examples=examples(20), deadline=None)
@given(made_texts, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(made: list[list[int]], chance: random.Random) -> None:
    named = {chr(ord("a") + n): [POOL[p] for p in numbers] for n, numbers in enumerate(made)}
    ready = {name: compared_text(text, Origin()) for name, text in named.items()}
    every = [candidate(name, text) for name, text in named.items()]
    first = find_copies(every, ready.get)
    chance.shuffle(every)
    assert find_copies(every, ready.get) == first


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


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("港务局周日宣布，由于大风，北港将关闭两天。渡轮停运，货船须在外海等候。", "将关闭", "将不关闭"),
        ("市は火曜日、橋の補修が終わり、金曜日の朝から通行を再開すると発表した。", "金曜日", "土曜日"),
        ("ท่าเรือปิดสองวันเพราะลมแรงและเรือสินค้าต้องรออยู่นอกอ่าว", "สอง", "สาม"),
    ],
)
def test_likenesses_are_found_in_scripts_without_blanks(text: str, old: str, new: str) -> None:
    copies = find([text], [text.replace(old, new)])
    assert (folds(copies), pairs(copies)) == ([], [("a", "b")])
    assert copies.links[0].differs


PASSAGES = [
    "Divers found the {0} sound on Tuesday, eleven days after a barge had struck its northern pier.",
    "The water board will open both lanes again on Friday morning, its engineer Hanne Falk told reporters.",
    "The city had feared that the {0} must be closed until the summer, and had hired forty buses from three towns.",
    "Its keeper, Rolf Tamm, slept through the blow and was told of it by his dog on Sunday afternoon.",
]
CHAIN = [[PASSAGES[n].format("lock") for n in some] for some in ((0, 1), (0, 1, 2), (0, 1, 2, 3), (0, 1, 3))]
BESIDE = [[p.format(name) for p in PASSAGES[:count]] for name in ("weir", "mill", "quay", "jetty") for count in (2, 3)]
BESIDE += [[*(p.format(name) for p in PASSAGES[:2]), *story(n, 1)] for n, name in enumerate(("buoy", "mole", "dock"))]
MANY = dict(enumerate([*CHAIN, *BESIDE]))
"""Texts of which each holds the one before it or only a part of it, and texts about other things in the same words."""


def settled(portions: list[list[int]]) -> dict[str, tuple[str, str]]:
    """What each of many articles is folded into after imports of some portions of them, one after the other."""
    ready = {str(n): compared_text(text, Origin()) for n, text in MANY.items()}
    known: dict[str, tuple[str, str]] = {}
    for portion in portions:
        names = [str(n) for n in portion]
        there = [
            replace(candidate(name, MANY[int(name)], new=False), into=into, verdict=verdict)
            for name, (into, verdict) in known.items()
        ]
        copies = find_copies([*there, *(candidate(name, MANY[int(name)]) for name in names)], ready.get)
        known |= dict.fromkeys(copies.touched, ("", "brief"))
        known |= {found.article: (found.into, found.verdict) for found in copies.folded}
    return known


@pytest.mark.slow
@settings(max_examples=examples(8), deadline=None)
@given(st.permutations(sorted(MANY)), st.sets(st.integers(1, len(MANY) - 1)))
def test_neighbours_that_come_before_or_after_make_no_difference(order: list[int], cuts: set[int]) -> None:
    ends = [0, *sorted(cuts), len(order)]
    portions = [order[start:end] for start, end in pairwise(ends)]
    assert settled(portions) == settled([sorted(MANY)])


SHOW = "Boats of every size come to the show in spring, and the quay is shut to cars."
CALL = "Write to us and read more of the coast in our letter each week."


def test_copies_of_one_article_are_no_boilerplate() -> None:
    assert boilerplate([[SHOW, "It rained."], [SHOW], [SHOW, "So it did."]]) == frozenset()
    news = ["Divers found the old dam sound.", "The mill was sold to nine bakers.", "A storm closed the long bridge."]
    called = [[f"{line} {SHOW}", CALL] for line in news]
    assert boilerplate(called) == {" ".join(words_of(CALL))}
    assert boilerplate([*called[:2], [CALL, "No."], [CALL]]) == {" ".join(words_of(CALL))}
    assert boilerplate([called[0], [CALL], [CALL]]) == frozenset()


def test_closing_lines_longer_than_the_reports_above_them_are_boilerplate() -> None:
    legal = [SHOW, CALL]
    alerts = [f"The ferry {name} left at noon." for name in ("Anna", "Berta", "Cora")]
    assert boilerplate([[alert, *legal] for alert in alerts]) == {" ".join(words_of(one)) for one in legal}
    assert boilerplate([[alerts[0], *legal]] * 3) == frozenset()
    held = ("Not for publication.", "Embargoed until noon.", "")
    assert boilerplate([[alerts[0], *legal, label] for label in held]) == frozenset()
