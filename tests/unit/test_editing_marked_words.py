"""Selected words become the quote of a note, a point or a figure, or a link, and never other words than these."""

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.editing.marked_words import likely_type, linked_text, marked_words, selected_passage

TEXT = """\
---
title: A
---
The **old** crane stood on the quay, and the old ferry lay at the quay. Fares rose 12.5% to
40 crowns.

A [pilot](https://pilot.example/) said so; the old ferry sails again. `Code` and O’Neill's *boat*.
"""


def body(text: str = TEXT) -> str:
    return split_front_matter(Source("", text))[0].body


def quoted(words: str, before: str = "", after: str = "") -> str:
    found = marked_words(read_markdown(Source("", TEXT), body()), words, before, after)
    return found.quote if found else ""


@pytest.mark.parametrize(
    ("words", "before", "after", "quote"),
    [
        ("crane stood", "", "", "crane stood"),
        ("rane sto", "", "", "crane stood"),
        ("5%", "", "", "12.5%"),
        ("12.5", "", "", "12.5%"),
        ("to\n40 crowns", "", "", "to 40 crowns"),
        ("O'Neill's boat", "", "", "O’Neill's boat"),
        ("Code and", "", "", "Code and"),
        ("  the   quay  ", "stood on ", ", and", "the quay"),
        ("nothing of this", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_the_words_are_whole_and_those_of_the_text(words: str, before: str, after: str, quote: str) -> None:
    assert quoted(words, before, after) == quote


def test_equal_words_are_told_apart_by_those_around_them() -> None:
    read = read_markdown(Source("", TEXT), body())
    first, second = (marked_words(read, "the old ferry", *around) for around in (("and ", " lay"), ("so; ", " sails")))
    assert first is not None
    assert second is not None
    assert first.quote == second.quote == "the old ferry"
    assert "lay at the quay" in first.suffix
    assert second.suffix.startswith("sails again")
    alone = marked_words(read, "sails again", "", "")
    assert alone is not None
    assert alone.prefix.endswith("ferry")


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("Fares rose", "12.5", "%"),
        ("40 crowns", "40", "crowns"),
        ("to 40", "40", "crowns"),
        ("rose 12.5%", "12.5", "%"),
    ],
)
def test_a_figure_is_read_from_the_words_or_from_their_sentence(words: str, value: str, unit: str) -> None:
    found = marked_words(read_markdown(Source("", TEXT), body()), words, "", "")
    assert found is not None
    assert (found.value, found.unit) == (value, unit)
    assert found.sentence == "Fares rose 12.5% to 40 crowns."


def test_a_selected_number_is_the_figure_also_where_its_sentence_states_another() -> None:
    text = "---\ntitle: A\n---\nThe yard lays off 400 of its 1,900 workers by the end of March.\n"
    found = marked_words(read_markdown(Source("", text), body(text)), "lays off 400 of its", "", "")
    assert found is not None
    assert (found.value, found.unit, found.what) == ("400", "", "")


@pytest.mark.parametrize(
    ("words", "before", "target", "line"),
    [
        (
            "the quay",
            "stood on ",
            "https://quay.example/a (b)",
            "stood on [the quay](https://quay.example/a%20%28b%29), and",
        ),
        ("the quay", "lay at ", "/places/", "lay at [the quay](/places/)."),
        ("the old ferry", "so; ", "Old Ferry", "so; [[Old Ferry|the old ferry]] sails"),
        ("to 40 crowns", "", "prices", "12.5% [[prices|to\n40 crowns]]."),
        ("crane stood", "", "crane stood", "**old** [[crane stood]] on"),
        ("old", "The ", "https://a.example/", "The **[old](https://a.example/)** crane"),
        ("boat", "", "#boats", "O’Neill's *[boat](#boats)*."),
    ],
)
def test_a_link_is_set_on_these_very_words_and_changes_nothing_else(
    words: str, before: str, target: str, line: str
) -> None:
    passage = selected_passage(read_markdown(Source("", TEXT), body()), words, before)
    assert passage is not None
    after = linked_text(TEXT, passage, target)
    assert after is not None
    assert line in after
    assert read_markdown(Source("", after), body(after)).text == read_markdown(Source("", TEXT), body()).text


@pytest.mark.parametrize("words", ["old crane", "pilot", "A pilot said", "Neill's boat", "Code"])
def test_no_link_is_set_across_marks_or_within_one(words: str) -> None:
    passage = selected_passage(read_markdown(Source("", TEXT), body()), words)
    assert passage is not None
    assert linked_text(TEXT, passage, "https://a.example/") is None


@pytest.mark.parametrize(
    ("name", "text", "type_"),
    [
        ("Ilse Maar", "Ilse Maar, who chairs the council, spoke on Friday.", "person"),
        ("Karl Weiss", "A second one follows, Karl Weiss said.", "person"),
        ("Anna Lindqvist", "Mayor Anna Lindqvist opened the bridge.", "person"),
        ("Vessby", "The ferry to Vessby runs again.", "place"),
        ("Norway", "Barges came from Norway.", "place"),
        ("Tideworks", "Shares of Tideworks rose. Tideworks said it employs 140 people.", "company"),
        ("Brightwater GmbH", "It was sold to Brightwater GmbH in May.", "company"),
        ("University of Vessby", "The University of Vessby teaches it.", "organisation"),
        ("Ministry of Ports", "The Ministry of Ports refused.", "government"),
        ("Port Safety Act", "The Port Safety Act bans it.", "law"),
        ("Harbour Festival", "The Harbour Festival begins in June.", "event"),
    ],
)
def test_the_type_of_a_name_is_proposed_from_its_words_and_those_around_it(name: str, text: str, type_: str) -> None:
    words = marked_words(read_markdown(Source("", text), text), name)
    assert words is not None
    assert likely_type(words) == type_
