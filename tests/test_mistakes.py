"""Ordinary mistakes of people who write briefs, lists and settings by hand: the cause is reported, and it alone.

The table was written before the rules; what is reported is the exact text, and was read by a person.
"""

import json
import re
from pathlib import Path

import pytest
from mistaken_site import KNOWN, TABLE, edited, found, loaded_site

from annotated_briefings.project.load import Loaded


def reported(loaded: Loaded, files: dict[str, str], root: Path) -> list[str]:
    """All that is wrong with the files, errors first, in one line each."""
    return [
        f"{d.place.path}:{d.place.line}:{d.place.column} {d.severity}[{d.code}] {d.message} | {d.help}"
        for d in found(loaded, files, root)
    ]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return loaded_site(tmp_path_factory.mktemp("site"))


def test_nothing_is_wrong_with_the_site_before_a_mistake(loaded: Loaded, tmp_path: Path) -> None:
    assert reported(loaded, KNOWN["site"], tmp_path) == []


def test_each_mistake_is_reported_in_these_words_and_no_others(
    loaded: Loaded, tmp_path: Path, update_golden: bool
) -> None:
    result = {m["mistake"]: reported(loaded, edited(KNOWN["site"], m["edits"]), tmp_path) for m in KNOWN["mistakes"]}
    if update_golden:
        for mistake in KNOWN["mistakes"]:
            mistake["reported"] = result[mistake["mistake"]]
        TABLE.write_text(json.dumps(KNOWN, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert result == {m["mistake"]: m["reported"] for m in KNOWN["mistakes"]}


BESIDE = (
    "key of other generator: layout",
    "tag plural",
    "annotation date german",
    "lang french word",
    "bold with spaces",
    "story typo",
)
"""Mistakes of other kinds, in the head and in the text of a brief."""
FIRST = {
    "opening fence missing": "where the head begins is not known",
    "closing fence missing": "where the head ends is not known",
    "fence by autocorrect em dash": "where the head begins is not known",
    "text before the fence": "where the head begins is not known",
}
"""Mistakes that have to be corrected before another one can be seen, and why."""


def test_another_mistake_is_reported_beside_one_that_makes_the_head_unreadable(loaded: Loaded, tmp_path: Path) -> None:
    def reported_by(edits: list[list[str | None]]) -> set[str]:
        found = reported(loaded, edited(KNOWN["site"], edits), tmp_path)
        return {line.partition(" ")[2] for line in found if line.startswith("briefings/crane.md")}

    mistakes = {m["mistake"]: m for m in KNOWN["mistakes"]}
    unread = [
        m
        for m in KNOWN["mistakes"]
        if any(
            line.startswith("briefings/crane.md") and re.search(r"\[(yaml|front-matter)\]", line)
            for line in m["reported"]
        )
    ]
    others = [mistakes[name] for name in BESIDE]
    alone = {m["mistake"]: reported_by(m["edits"]) for m in others}
    missing: dict[str, list[str]] = {}
    for mistake in unread:
        for other in others:
            try:
                files = mistake["edits"] + other["edits"]
                lacking = alone[other["mistake"]] - reported_by(files)
            except AssertionError:
                # Both change the same words.
                continue
            if lacking:
                missing.setdefault(mistake["mistake"], []).append(other["mistake"])
    assert len(unread) > 50
    assert missing.keys() == FIRST.keys()


def test_most_mistakes_are_reported_once_and_few_not_at_all() -> None:
    counts = [len(m["reported"]) for m in KNOWN["mistakes"]]
    assert len(counts) >= 200
    assert sum(count == 1 for count in counts) >= 0.8 * len(counts)
