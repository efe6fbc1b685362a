"""Words cut out of a sentence that says that it was refused, put off, only nearly done or never done prove nothing, in
the languages of news; the same words in a sentence that says that it was done do.

The rows of the data in brackets are the words; those of `stated` are kept beside the others, so that no rule refuses
all.
"""

from collections import Counter
from pathlib import Path

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "data" / "stated" / "done_or_not.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]


def standing(marked: str) -> QuoteStanding:
    """How the marked words of a text stand in it."""
    text, quote = marked.replace("[", "").replace("]", ""), marked[marked.index("[") + 1 : marked.index("]")]
    return find_exact(text, quote)[0]


@pytest.mark.parametrize(("want", "language", "marked"), ROWS)
def test_words_prove_only_what_their_sentence_says(want: str, language: str, marked: str) -> None:
    assert language
    assert (standing(marked) is QuoteStanding.STATED) is (want == "stated")


def test_each_language_has_rows_of_both_kinds() -> None:
    count = Counter((language, want) for want, language, _ in ROWS)
    assert all(count[language, want] for language, _ in count for want in ("turned", "stated") if language != "it")


@pytest.mark.parametrize(
    "marked",
    [
        "Liman [yeni vinci mayısta aldı] ve namaz saati değişti.",
        "[Komedi salı günü başladı], dedi yönetmen, ve bilet bitti.",
        "[Belediye evimizi temizledi], dedi dün eski başkan.",
    ],
)
def test_turkish_words_that_look_like_negative_verbs_are_none(marked: str) -> None:
    assert standing(marked) is QuoteStanding.STATED
