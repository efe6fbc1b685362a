"""Dumps without headlines in languages other than English: where one article ends and the next begins."""

import random
from pathlib import Path

import pytest

from annotated_briefings.intake.segmentation.cues import cue_words, tongue
from annotated_briefings.intake.segmentation.segment import segment
from annotated_briefings.intake.segmentation.words import words_in

_ORDERS = 4
"""Orders in which the articles of a language are put one after another."""


def read_articles() -> dict[str, list[list[str]]]:
    """The articles by language, each as its paragraphs."""
    out: dict[str, list[list[str]]] = {}
    path = Path(__file__).parents[1] / "data/headless.txt"
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        if lines[0].startswith("= "):
            articles = out.setdefault(lines[0][2:], [])
        else:
            articles.append(lines)
    return out


ARTICLES = read_articles()


@pytest.mark.parametrize(
    ("language", "least"), [("spanish", 0.8), ("french", 0.5), ("italian", 0.6), ("portuguese", 0.7)]
)
def test_most_articles_without_headlines_are_found(language: str, least: float) -> None:
    right = wrong = missed = 0
    for seed in range(_ORDERS):
        lines: list[str] = []
        starts: set[int] = set()
        for article in random.Random(seed).sample(ARTICLES[language], len(ARTICLES[language])):
            starts.add(len(lines))
            lines += article
        found = {one.index for one in segment(lines).boundaries[1:]}
        right += len(found & starts)
        wrong += len(found - starts)
        missed += len(starts - {0} - found)
    assert 2 * right / (2 * right + wrong + missed) >= least


def test_the_words_of_each_language_are_its_own() -> None:
    texts = {"es": "spanish", "fr": "french", "it": "italian", "pt": "portuguese"}
    leads = [(code, article[0]) for code, name in texts.items() for article in ARTICLES[name]]
    assert [(code, lead) for code, lead in leads if tongue(words_in(lead)) != code] == []
    assert "il" in cue_words("fr").follow_up
    # In Italian it is an article.
    assert "il" not in cue_words("it").follow_up
    assert tongue(words_in("The mayor said that the bridge will be closed for six weeks.")) == ""


ENGLISH = [
    "The weir at Kelby opened on Tuesday after eleven days of repairs, said the water board of the county.",
    "Its engineer said that barges pass again from Friday on, and that lorries must wait for a week.",
]


@pytest.mark.parametrize("first", ["spanish", "french", "italian", "portuguese"])
def test_a_change_of_language_begins_an_article(first: str) -> None:
    for second in ARTICLES.keys() - {first}:
        one, two = ARTICLES[first][0], ARTICLES[second][1]
        lines = [*ENGLISH, *one, *two]
        starts = [0, len(ENGLISH), len(ENGLISH) + len(one)]
        assert [found.index for found in segment(lines).boundaries] == starts, second
        titled = [*ENGLISH, "Ostmark 2026", *ARTICLES[second][0]]
        assert [found.index for found in segment(titled).boundaries] == [0, 2], second


def test_a_quotation_in_another_language_begins_none() -> None:
    quoted = [*ENGLISH, ARTICLES["french"][0][0], "The mayor said this in French on Tuesday, and then in English."]
    assert [found.index for found in segment(quoted).boundaries] == [0]
