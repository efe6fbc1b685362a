"""Scripts without blanks between words, with stops of their own, or with none: sentences, headlines, key points."""

import re
from pathlib import Path

import pytest

import annotated_briefings
from annotated_briefings.base.sentences import STOPS, sentence_starts
from annotated_briefings.intake.cleaning.spoken import shown_language
from annotated_briefings.intake.events import account, story_id
from annotated_briefings.intake.keypoints import key_points
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Article, Paragraph
from annotated_briefings.intake.segmentation.prose import likeness

_FILE = Path(__file__).parents[1] / "data" / "texts_by_script.txt"
_ALL = {
    code: (title, text)
    for code, title, text in (line.split(" | ") for line in _FILE.read_text("utf-8").splitlines()[1:])
}
_WITHOUT_STOPS = {code: _ALL[code] for code in ("th", "lo")}
_TEXTS = {code: _ALL[code] for code in _ALL if code not in _WITHOUT_STOPS}


@pytest.mark.parametrize("code", _TEXTS)
def test_a_sentence_ends_at_the_stops_of_its_script(code: str) -> None:
    _, text = _TEXTS[code]
    assert len(sentence_starts(text)) == 2
    assert likeness([text]) == 1.0


@pytest.mark.parametrize("code", _TEXTS)
def test_key_points_are_whole_sentences_in_any_script(code: str) -> None:
    _, text = _TEXTS[code]
    points = [point.text for point in key_points([text])]
    assert points
    assert all(point[-1] in STOPS and point in text for point in points)


@pytest.mark.parametrize("code", _WITHOUT_STOPS)
def test_no_key_point_is_cut_out_of_a_text_without_stops(code: str) -> None:
    assert key_points([_WITHOUT_STOPS[code][1]]) == ()


@pytest.mark.parametrize("code", _ALL)
def test_a_headline_is_told_from_the_text_below_it_in_any_script(code: str) -> None:
    title, text = _ALL[code]
    paragraphs = tuple(Paragraph(words, n + 1, n + 1) for n, words in enumerate((title, text)))
    meta = read_metadata(Article("a", "a.txt", paragraphs, (), 1.0, "first line"))
    assert (meta.headline.value, meta.headline.derived) == (title, False)


@pytest.mark.parametrize("code", _ALL)
def test_a_script_of_one_language_shows_that_language(code: str) -> None:
    assert shown_language(" ".join(_ALL[code])) == code


def test_no_story_is_named_by_a_piece_of_a_word() -> None:
    _, text = _WITHOUT_STOPS["th"]
    assert story_id([account("a", text), account("b", text)]) == ""


def test_the_stops_of_all_scripts_are_listed_once() -> None:
    folder = Path(annotated_briefings.__file__).parent / "intake"
    own = re.compile(r"\[\^?(?:\\.|[^\]\\])*\.!(?:\\.|[^\]\\])*。")
    assert [path.name for path in folder.rglob("*.py") if own.search(path.read_text("utf-8"))] == []
