"""Words in each field of each format are in an article, or named once as left out."""

import re
from collections import Counter

import pytest
from planted_fields import FILES, planter

from annotated_briefings.intake.cleaning.days import OPEN
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.reading import FileRead, Piece, read_batch
from annotated_briefings.intake.stated.standfirst import standfirst_of

_PLANTED = re.compile(r"planted\d+")


def kept(read: FileRead) -> str:
    """What briefs are made from: facts, standfirsts as far as they are used, and texts."""
    parts: list[str] = []
    for article in read.articles:
        given, meta = article.given, read_metadata(article)
        texts = [one.text for one in article.paragraphs]
        standfirst = standfirst_of(given.standfirst, given.title, texts, own=given.own_standfirst)
        parts += [given.title, given.author, given.outlet, standfirst, *meta.unused, *meta.no_field, *texts]
        parts += [one.markdown for one in article.paragraphs]
    return " ".join(parts)


@pytest.mark.parametrize("form", FILES)
def test_each_word_planted_in_a_field_is_in_an_article_or_named_once(form: str) -> None:
    name, make = FILES[form]
    plant, planted = planter()
    (read,) = read_batch(((Piece(name, make(plant), ""),), Decisions(), (), OPEN))
    named = [word for one in read.left_out for word in _PLANTED.findall(one.text)]
    named += [word for where, _ in read.refused for word in _PLANTED.findall(where)]
    found = {*_PLANTED.findall(kept(read)), *named}
    assert {*planted} - found == set()
    assert [word for word, number in Counter(named).items() if number > 1] == []
