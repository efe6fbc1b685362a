"""What is cut from a release keeps the time before which it must not be public, and its parts are no articles."""

from itertools import product
from pathlib import Path

import pytest
import yaml

from annotated_briefings.intake.cleaning.days import OPEN
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.model import Article
from annotated_briefings.intake.reading import Piece, read_batch

_RELEASES = yaml.safe_load((Path(__file__).parents[1] / "data/stated/releases_with_parts.yaml").read_text("utf-8"))
_IDS = [one["lang"] for one in _RELEASES]


def _articles(text: str, name: str = "beavers.txt") -> tuple[Article, ...]:
    piece = Piece(name=name, data=text.encode())
    (read,) = read_batch(((piece,), Decisions(), (), OPEN))
    return read.articles


def _release(result: dict[str, str], form: str) -> str:
    return form.format(**result)


_FORMS = (
    "{embargo}\n\n{title}\n\n{news}\n\n{about}\n\n{words}\n\n{more}\n\n{last}\n",
    "{embargo}\n\n{title}\n\n{news}\n\n{about}\n{words}\n\n{more}\n{last}\n",
    "{embargo}\n{title}\n\n{news}\n\n\n\n{more}\n\n{last}\n\n\n\n{about}\n\n{words}\n",
)


@pytest.mark.parametrize(("expected", "form"), [*product(_RELEASES, _FORMS)])
def test_no_part_of_a_release_is_public_before_the_others(expected: dict[str, str], form: str) -> None:
    articles = _articles(_release(expected, form))
    assert all(one.given.embargo or one.given.held for one in articles), [one.text for one in articles]


@pytest.mark.parametrize(("expected", "form"), [*product(_RELEASES, _FORMS)])
def test_what_a_release_says_of_its_sender_is_no_article(expected: dict[str, str], form: str) -> None:
    assert not [one for one in _articles(_release(expected, form)) if one.text.startswith(expected["about"])]


_FIRST = (
    "EMBARGOED UNTIL 6 MAY 2034, 07:00 GMT\n\nBeavers build a dam on the Wend\n\nWendale, 4 May 2034 - Two beavers have"
    " built a dam of nine metres on the Wend, the Wend Valley Trust reports. It took them eleven nights.\n"
)
_SECOND = (
    "Tram line to the fair reopens\n\nKelburn, 4 May 2034 - The tram line to the fair in Kelburn reopened on Thursday"
    " after a year of work. The city paid 14 million for the rails.\n"
)


@pytest.mark.parametrize("between", ["\n=====\n\n", "\nFOR IMMEDIATE RELEASE\n\n"])
def test_an_article_that_a_line_parts_from_a_release_is_not_held_with_it(between: str) -> None:
    first, *others = _articles(_FIRST + between + _SECOND)
    assert first.given.embargo
    assert [(one.given.embargo, one.given.held) for one in others if "Tram line" in one.text] == [("", "")]


def test_an_article_above_a_release_is_not_held_with_it() -> None:
    articles = _articles(_SECOND + "\n=====\n\n" + _FIRST)
    assert [bool(one.given.embargo or one.given.held) for one in articles] == [False, True]


@pytest.mark.parametrize("headline", ["Over the hills to Kelburn", "About Acme and its neighbours", "Über Wasser"])
def test_a_headline_like_the_heading_over_a_sender_opens_an_article_where_nothing_is_a_release(headline: str) -> None:
    text = _SECOND + f"\n=====\n\n{headline}\n\n" + _FIRST.split("\n\n", 2)[2]
    assert [one.text.split("\n")[0] for one in _articles(text)] == ["Tram line to the fair reopens", headline]


_LIST = (
    "Press review\n\nCrane falls silent\n2 May 2034 | Port Mercury\nThe oldest crane of the port stops on "
    "Friday after 71"
    " years. It lifted 4 million tonnes.\n\nFerry gets a library\n3 May 2034 | Port Mercury\nThe night ferry "
    "carries 600"
    " books from next week. A teacher collected them in two winters.\n"
)
_STORY = "<h2>{0}</h2><p>{0}, says the harbour master. It took 71 years, and nobody paid a crown for it.</p>"
_LETTER = (
    "From: Port Press <press@port.example>\nSubject: Stories for Thursday\nDate: Mon, 04 May 2034 09:00:00 +0000\n"
    "Content-Type: text/html; charset=utf-8\n\n<html><body>{}"
    + "".join(
        f"{_STORY.format(one)}<p><a href='https://port.example/{n}'>Read more</a></p>"
        for n, one in enumerate(("Crane falls silent", "Ferry gets a library", "Seals count double"))
    )
)


@pytest.mark.parametrize("line", ["EMBARGOED UNTIL 6 MAY 2034, 07:00 GMT", "Sperrfrist: 6. Mai 2034, 7 Uhr"])
@pytest.mark.parametrize(
    ("name", "text"), [("review.txt", "{}\n" + _LIST), ("letter.eml", _LETTER.replace("{}", "<p>{}</p>"))]
)
def test_a_hold_above_a_list_or_the_stories_of_a_letter_holds_all_of_them(name: str, text: str, line: str) -> None:
    articles = _articles(text.replace("{}", line, 1), name)
    assert len(articles) > 1
    assert {one.given.embargo[:10] for one in articles} == {"2034-05-06"}


@pytest.mark.parametrize(("name", "text"), [("review.txt", _LIST), ("letter.eml", _LETTER.replace("{}", ""))])
def test_a_list_or_a_letter_without_a_hold_is_not_held(name: str, text: str) -> None:
    articles = _articles(text, name)
    assert {(one.given.embargo, one.given.held) for one in articles} == {("", "")}
