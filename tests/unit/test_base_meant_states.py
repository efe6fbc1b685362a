"""Keys that name a state, with values that say not yet or not for everybody, in every language of the table."""

import json
from collections import defaultdict

import pytest

from annotated_briefings.base.hold_back import meant_by
from annotated_briefings.base.meant.states import is_not_public
from annotated_briefings.base.package_files import package_text
from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.reading import Piece, read_batch
from annotated_briefings.intake.stated.release import not_yet

WORDS: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
_own = ""
for _line in package_text("base.meant", "state_words.txt").splitlines():
    if _line.startswith("["):
        _own = _line.strip("[]")
    elif _line and not _line.startswith("#"):
        _kind, _, _words = _line.partition(": ")
        WORDS[_own][_kind] += [word.replace("_", " ") for word in _words.split()]
LANGUAGES = sorted(set(WORDS) - {"topics"})
BODY = (
    "The mill gets a new wheel in May, its owner said on Monday in the hall.\n\nIt costs four thousand crowns in all."
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_with_a_word_for_not_yet_holds_back_in_every_language(language: str) -> None:
    words = WORDS[language]
    assert all(words[kind] for kind in ("yes", "no", "good", "closed", "state", "wait", "readers", "open", "draft"))
    shut = [*words["closed"], *words["draft"]]
    missed = [(key, value) for key in words["state"] for value in shut if not is_not_public(key, value)]
    assert missed == []
    opened = [one for one in words["good"] if one not in words["closed"] and one not in words["wait"]]
    assert [(key, value) for key in words["state"] for value in opened if is_not_public(key, value)] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_in_a_state_of_its_language_comes_in_as_a_draft(language: str) -> None:
    key, draft, good = (WORDS[language][kind][-1] for kind in ("state", "draft", "good"))
    facts = {"title": "New wheel", "body": BODY, "date": "2026-03-16", "url": "https://mill.example/b"}
    for value, is_held in ((draft, True), (good, False)):
        data = json.dumps([facts | {key: value}], ensure_ascii=False).encode()
        found = read_batch(((Piece(name="a.json", data=data),), Decisions(), (), DayReading()))[0]
        assert [bool(not_yet(one, "2026-12-01T00:00:00Z", "UTC").given.held) for one in found.articles] == [is_held], (
            key,
            value,
        )


@pytest.mark.parametrize(
    "key",
    "nopublish no_publish no-publish noPublish dontpublish dont_publish do_not_publish doNotPublish do-not-publish"
    " neverpublish NOPUBLISH nopublsh not_for_publication nichtveröffentlichen nicht_veröffentlichen ne_pas_publier"
    " nepaspublier no_publicar withhold".split(),
)
def test_a_key_that_forbids_to_publish_means_draft_however_it_is_spelled(key: str) -> None:
    assert meant_by(key) == "draft"


@pytest.mark.parametrize("key", ["published_works", "publishing_house"])
def test_a_key_about_those_who_publish_means_nothing(key: str) -> None:
    assert meant_by(key) == ""
