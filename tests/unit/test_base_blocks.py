"""Words that are joined over the border of two blocks prove nothing; the layout of lists and tables adds white space
alone."""

import pytest

from annotated_briefings.base.blocks.laid_out import flat, laid_out
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.quotations.edited import standing_in

LONG = "The town has argued about its old mill for years, and many visitors came on Saturday to hear what comes.\n"
JOINED = (
    ("The mayor resigns\nover the next two weeks nobody may enter.", "The mayor resigns over the next two weeks"),
    ("Alte Mühle\toffen\n\tBrücke am Markt\tgesperrt", "offen Brücke am Markt"),
    ("ha deciso:\nil mulino resta chiuso\n\til ponte riapre lunedì", "resta chiuso il ponte"),
    ("Здание\tСостояние\n\tСтарая мельница\tоткрыта\n\tМост через реку\tзакрыт", "открыта Мост через реку"),
    ("Le maire démissionne\npour deux semaines, le pont ferme.", "Le maire démissionne pour deux semaines"),
    ("El alcalde dimite\nen mayo el puente abre de nuevo.", "El alcalde dimite en mayo"),
    ("工厂关闭\n市长住在港口。", "工厂关闭市长"),
    ("de molen sluit\n\tde brug gaat open", "sluit de brug"),
    ("Borgmesteren går\ni morgen åbner broen.", "Borgmesteren går i morgen"),
    ("Młyn\totwarty\n\tMost\tzamknięty", "otwarty Most"),
)
WHOLE = (
    ("The mayor resigned.\nOver the next two weeks nobody may enter.", "The mayor resigned. Over the next two weeks"),
    ("Alte Mühle\toffen\n\tBrücke am Markt\tgesperrt", "Brücke am Markt"),
    ("ha deciso:\nil mulino resta chiuso\n\til ponte riapre", "ha deciso: il mulino resta chiuso"),
    ("resta chiuso;\n\til ponte riapre", "resta chiuso; il ponte riapre"),
    ("The quay is bare\nand nobody is there", "The quay is bare / and nobody is there"),
    ("The mayor resigns\nThe mill is shut", "The mayor resigns\n\nThe mill is shut"),
    (
        "The council of the town has sold the old\nmill on the river to a bank for little.\nSo it was.",
        "the old mill on",
    ),
    ("El puente abre «hoy».\nEl molino cierra.", "abre «hoy». El molino cierra"),
    ("工厂关闭。\n市长住在港口。", "工厂关闭。市长住在港口"),
    ("Le pont ferme !\nLe maire part.", "Le pont ferme ! Le maire part"),
)


@pytest.mark.parametrize(("text", "quote"), JOINED)
def test_words_of_two_blocks_are_no_quote(text: str, quote: str) -> None:
    assert find_exact(LONG + text, quote)[0] is QuoteStanding.ABSENT
    assert standing_in(quote, LONG + text) is QuoteStanding.ABSENT


@pytest.mark.parametrize(("text", "quote"), WHOLE)
def test_sentences_of_two_blocks_and_lines_of_one_are(text: str, quote: str) -> None:
    assert find_exact(text, quote)[0] is QuoteStanding.STATED
    assert standing_in(quote, text) is QuoteStanding.STATED


LAYOUTS = (
    ("The wheel. He fled.", "- The wheel.\n- He [fled](https://a.example).", "The wheel.\n\tHe fled."),
    ("It is *new* no b c", "| It is \\*new\\* | no |\n| --- | --- |\n| b | c |", "It is *new*\tno\n\tb\tc"),
    (
        "| a | b | | --- | --- | | c | d |",
        "| a | b |\n| --- | --- |\n| c | d |",
        "| a\t| b\n\t| | --- | --- | | c\t| d |",
    ),
    ("One two", "1. One\n2. two", "One\n\ttwo"),
    ("Other words", "- One\n- two", "Other words"),
    ("plain words", "", "plain words"),
)


@pytest.mark.parametrize(("text", "markdown", "expected"), LAYOUTS)
def test_lists_and_tables_are_laid_out_with_white_space_alone(text: str, markdown: str, expected: str) -> None:
    found = laid_out(text, markdown)
    assert found == expected
    assert flat(found) == text
