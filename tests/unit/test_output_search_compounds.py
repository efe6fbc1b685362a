"""The last parts of compounds."""

import pytest

from annotated_briefings.output.search.compounds import last_part


@pytest.mark.parametrize(
    ("word", "last"),
    [
        ("Gezeitenkraftwerk", "kraftwerk"),
        ("Wasserkraftwerk", "kraftwerk"),
        ("Mehrwertsteuer", "steuer"),
        ("Bundesregierung", "regierung"),
        ("Weihnachtsmarkt", "markt"),
        ("Hauptbahnhof", "bahnhof"),
    ],
)
def test_the_last_part_of_a_compound_is_found(word: str, last: str) -> None:
    assert last_part(word, "de") == last


@pytest.mark.parametrize(
    "word",
    "Werkstatt Überleben Entscheidung Wissenschaft Gegenstand Generation Alternative Kombination Transaktion "
    "Restaurant Jahrhundert Unterschied überwintern Verantwortung Universität".split(),
)
def test_other_words_have_none(word: str) -> None:
    assert last_part(word, "de") == ""


def test_languages_that_write_no_compounds_have_none() -> None:
    assert last_part("Gezeitenkraftwerk", "en") == ""
    assert last_part("waterkrachtcentrale", "nl") in ("krachtcentrale", "centrale")
