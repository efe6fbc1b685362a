"""The words that differ between two texts of one source, in the words of either, and the quotes that rest on them."""

import pytest

from annotated_briefings.intake.history.changes import LONGEST, difference, words_digest

PAIRS = [
    ("The pier is shut for six weeks.", "The pier is shut for eight weeks.", [("six weeks", "eight weeks")]),
    ("It costs 40 million crowns.", "It costs 55 million crowns.", [("40 million", "55 million")]),
    ("The court found him guilty.", "The court found him not guilty.", [("guilty", "not guilty")]),
    ("He was not seen there.", "He was seen there.", [("not seen", "seen")]),
    ("Rates rose by +5 points.", "Rates rose by -5 points.", [("+5 points", "-5 points")]),
    ("Shares fell by 2.5%.", "Shares fell by 5%.", [("by 2.5%", "by 5%")]),
    ("The deal is worth $3bn.", "The deal is worth $3m.", [("worth $3bn", "worth $3m")]),
    ("Four days early, they said.", "Six days late, they said.", [("Four days early", "Six days late")]),
    ("The mayor resigned.", "The mayor's wife resigned.", [("mayor resigned", "mayor's wife resigned")]),
    ("In may they met.", "In May they met.", [("may they", "May they")]),
    ("He did it.", "He did it?", [("it", "it?")]),
    ("One stays.", "One stays. Another came.", [("", "Another came")]),
    ("One stays. Another came.", "One stays.", [("Another came", "")]),
    ("Der Steg bleibt zu.", "Der Steg bleibt offen.", [("bleibt zu", "bleibt offen")]),
    ("Le pont reste fermé.", "Le pont n'est plus fermé.", [("reste fermé", "n'est plus fermé")]),
    ("大桥关闭六周。", "大桥关闭八周。", [("六周", "八周")]),
    ("Мост закрыт на шесть недель.", "Мост закрыт на восемь недель.", [("шесть недель", "восемь недель")]),
]
HARMLESS = [
    ("He said “yes”, she said no.", 'He said "yes" – she said no.'),
    ("One line.\nAnother line.", "One line. Another line."),
    ("The end came.", "the end came."),
    ("It cost 12\u00a0500 crowns.", "It cost 12 500 crowns."),
    ("Don’t go.", "Don't go."),
]


@pytest.mark.parametrize(("old", "new", "expected"), PAIRS, ids=[old for old, _, _ in PAIRS])
def test_the_words_that_differ_are_shown_with_what_makes_them_plain(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert [(change.was, change.now) for change in difference(old, new).changes] == expected


@pytest.mark.parametrize(("old", "new"), HARMLESS, ids=[old for old, _ in HARMLESS])
def test_punctuation_spaces_and_capitals_at_the_start_are_no_difference(old: str, new: str) -> None:
    found = difference(old, new)
    assert found.changes == ()
    assert not found.rests(old)


def test_a_long_difference_is_cut_and_says_so() -> None:
    many = " ".join(f"word{n}" for n in range(40))
    [change] = difference("Short.", f"Short. {many}.").changes
    assert len(change.now.split()) == LONGEST
    assert change.now.endswith("…")


def test_a_quote_rests_on_a_change_that_is_in_it_or_in_its_sentence() -> None:
    old = "The pier is shut for six weeks, said the port. Buses run every hour. The mayor denied it."
    new = "The pier is shut for six weeks, denied the port. Buses run every hour. The mayor denied it."
    found = difference(old, new)
    assert found.rests("said the port")
    assert found.rests("shut for six weeks")
    assert not found.rests("Buses run every hour")
    assert not found.rests("words that never stood there")
    assert not difference(old, old + " More came.").rests("The mayor denied it")


def test_words_that_stand_in_the_later_text_too_are_not_known_by_themselves() -> None:
    found = difference(
        "Six weeks of work. It cost 40 million.", "Nine weeks of work. It cost 55 million, not 40 million."
    )
    assert found.own == ("Six weeks",)


def test_digests_of_words_do_not_depend_on_how_they_are_typed() -> None:
    assert words_digest("For “six” weeks") == words_digest("for six weeks,") != words_digest("for sixty weeks")


WORKS = (
    "Die Brücke bleibt bis Mai zu.",
    "Der Umbau kostet 3,5 Millionen Euro.",
    "Die Busse brauchen 20 Minuten länger.",
)
WORKS_NOW = WORKS[2].replace("20", "25")
BRIDGE = (
    "市は橋を5月まで閉鎖すると発表した。",
    "改修には3億5000万円かかる。",
    "「さびを甘く見ていた」と現場責任者は述べた。",
)
MOVED = [
    (WORKS, (WORKS[2], *WORKS[:2]), []),
    (WORKS, (WORKS_NOW, *WORKS[:2]), [("20 Minuten", "25 Minuten")]),
    (WORKS[::-1], (*WORKS[:2], WORKS_NOW), [("20 Minuten", "25 Minuten")]),
    (BRIDGE, BRIDGE[::-1], []),
    (BRIDGE, (BRIDGE[1].replace("3億5000", "4億2000"), BRIDGE[0], BRIDGE[2]), [("3億5000", "4億2000")]),
    (BRIDGE, BRIDGE[:2], [("さびを甘く見ていた」と現場責任者は述べた", "")]),
    (BRIDGE, (BRIDGE[0].replace("5", "５"), *BRIDGE[1:]), []),
    (WORKS, (*WORKS, WORKS[0]), [("", "Die Brücke bleibt bis Mai zu")]),
    ((*WORKS, WORKS[0]), WORKS, [("Die Brücke bleibt bis Mai zu", "")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), MOVED)
def test_a_sentence_that_moved_is_no_difference_and_one_that_changed_as_well_is_shown_with_its_words(
    old: tuple[str, ...], new: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    found = difference("\n".join(old), "\n".join(new))
    assert [(change.was, change.now) for change in found.changes] == expected


def test_a_figure_in_a_script_without_spaces_is_known_to_rest_on_a_change() -> None:
    found = difference("".join(BRIDGE), "".join(BRIDGE).replace("3億5000", "4億2000"))
    assert found.rests("3億5000万円")
    assert not found.rests("さびを甘く見ていた")
    assert difference("".join(BRIDGE), "".join(BRIDGE[:2])).own == ("さびを甘く見ていた」と現場責任者は述べた",)
