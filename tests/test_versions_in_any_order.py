"""Texts that come again at one address: versions without days, of one day, taken back and there again. The same
articles end in the same state, in whatever order and portions they are imported."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from import_states import FACTS, bring, brought, empty_site, portions_of, record, state
from many import examples

pytestmark = pytest.mark.slow

LOCK = (
    "Divers freed the gate of the old lock at Ostmark on Tuesday, {0} days after a stone had jammed it.",
    "The first barges went through again in the evening, and the harbour office expects forty more on Friday.",
    "Hanne Falk, who runs the lock, wants a net above it, so that no stone gets that far down the canal again.",
)
PIPE = (
    "A burst pipe flooded the cellar of the town hall in Vess on Sunday, and {0} boxes of old files are wet.",
    "The archive freezes them now, and wants to dry them one by one until the summer, its head told the council.",
)
AWARD = "The prize of the reading rooms goes to a baker in Lund this year, who reads to his guests at six each morning."
FERRY = (
    "The ferry to Holm lies in its port with a broken shaft, and {0} lorries wait on the quay for another one.",
    "Torvik Lines, which runs it, hopes for a spare part from Ostmark by Thursday, its captain Ole Brandt said.",
)


def texts(paragraphs: Sequence[str], word: str) -> list[str]:
    return [paragraph.format(word) for paragraph in paragraphs]


LOCK_PAGE, PIPE_PAGE, PRIZE_PAGE = "wire.example/lock", "wire.example/pipe", "wire.example/prize"
FERRY_PAGE = "wire.example/ferry"
ARTICLES = (
    record("Wire", "Gate freed", "", *texts(LOCK, "eleven"), address=LOCK_PAGE),
    record("Wire", "Gate freed", "", *texts(LOCK, "twelve"), address=LOCK_PAGE),
    record("Wire", "Lock open", "", *texts(LOCK, "twelve"), AWARD, address=LOCK_PAGE),
    record("Courier", "Gate is free", "2026-03-03", *texts(LOCK, "eleven")),
    record("Gazette", "Gate freed", "2026-03-04", *texts(LOCK, "twelve")),
    record("Mirror", "Net for the lock", "2026-03-02", *LOCK[1:]),
    record("Wire", "Pipe bursts", "2026-05-01", *texts(PIPE, "ninety"), address=PIPE_PAGE),
    record("Wire", "Pipe bursts", "2026-05-01", *texts(PIPE, "eighty"), address=PIPE_PAGE),
    record("Wire", "Pipe bursts", "", *texts(PIPE, "seventy"), address=PIPE_PAGE),
    record("Wire", "Pipe bursts", "2026-04-30", *texts(PIPE, "sixty"), address=PIPE_PAGE),
    record("Post", "Files wet", "2026-05-02", *texts(PIPE, "sixty")),
    record("Echo", "The week", "2026-05-04", *texts(LOCK, "twelve"), *texts(PIPE, "eighty")),
    record("Wire", "Prize", "2026-06-01", AWARD, *PIPE[1:], address=PRIZE_PAGE),
    record("Wire", "Prize", "", AWARD, *PIPE[1:], "It is the ninth.", address=PRIZE_PAGE),
    record("Wire", "Ferry stuck", "2026-07-01", *texts(FERRY, "twelve"), address=FERRY_PAGE),
    record("Wire", "Ferry still stuck", "2026-07-02", *texts(FERRY, "twenty"), address=FERRY_PAGE),
    record("Wire", "Ferry stuck", "2026-07-03", *texts(FERRY, "twelve"), address=FERRY_PAGE + "?utm_source=x"),
    record("Wire", "Ferry stuck in port", "", *texts(FERRY, "twelve"), address=FERRY_PAGE),
    record("Post", "Lorries wait", "2026-07-01", *texts(FERRY, "twelve")),
    record("Post", "Lorries wait", "2026-07-01", *texts(FERRY, "twelve")) | {"author": ""},
    record(
        "Courier",
        "Shaft for the ferry",
        "2026-07-04",
        "A spare shaft for the ferry to Holm is on its way from Ostmark, and Torvik Lines hopes to sail on Monday.",
        "Lorries still wait on the quay, the captain Ole Brandt said, and their drivers sleep in the port.",
    ),
)
"""Versions without a day, two of one day, one without a day among dated ones; copies of one version from elsewhere, a
part that all of them have, a text that holds one of them whole, a round-up of two; a text that is changed and then
there again, under other headlines and without a day too; one text twice with other facts; and another report of the
same event."""
EVERY = range(len(ARTICLES))


@cache
def together() -> tuple[dict[str, str], dict[str, tuple[Any, ...]]]:
    with TemporaryDirectory() as folder:
        return brought(Path(folder) / "site", ARTICLES, [EVERY])


@settings(
    max_examples=examples(3),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(portions=portions_of(len(ARTICLES)))
def test_any_order_and_any_portions_end_in_the_same_state(portions: list[list[int]]) -> None:
    with TemporaryDirectory() as folder:
        assert brought(Path(folder) / "portions", ARTICLES, portions) == together()


def test_one_after_the_other_in_either_direction_is_the_same_as_all_at_once(tmp_path: Path) -> None:
    assert brought(tmp_path / "forth", ARTICLES, [[n] for n in EVERY]) == together()
    assert brought(tmp_path / "back", ARTICLES, [[n] for n in reversed(EVERY)]) == together()


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ([0, 1], "eleven"),
        ([1, 0], "eleven"),
        ([2, 0], "twelve"),
        ([0, 2], "twelve"),
        ([6, 7], "eighty"),
        ([7, 6], "eighty"),
        ([6, 8, 9], "ninety"),
        ([8, 9, 6], "ninety"),
        ([14, 15], "twenty"),
        ([14, 15, 16], "twelve"),
        ([16, 15, 14], "twelve"),
        ([17, 16, 15], "twelve"),
    ],
)
def test_the_text_is_that_of_the_last_day_then_the_fullest(tmp_path: Path, order: list[int], leads: str) -> None:
    site = empty_site(tmp_path, ARTICLES)
    for n in order:
        bring(site, [n])
    (brief,) = (site / "briefings").rglob("*.md")
    text = brief.read_text(encoding="utf-8").partition("\n---\n")[2]
    words = ("eleven", "twelve", "twenty", "sixty", "seventy", "eighty", "ninety")
    assert [word for word in words if word in text] == [leads]


def test_a_text_that_is_there_again_is_of_its_first_day_and_changed_on_its_last(tmp_path: Path) -> None:
    for n, order in enumerate(([14, 15, 16], [16, 14, 15], [15, 16, 14])):
        site = empty_site(tmp_path / str(n), ARTICLES)
        for article in order:
            bring(site, [article])
        briefs, facts = state(site)
        days = {fact[0]: (fact[FACTS.index("published")], fact[FACTS.index("modified")]) for fact in facts.values()}
        assert days == {"brief": ("2026-07-01", "2026-07-03"), "superseded": ("2026-07-02", None)}
        assert ["\ndate: 2026-07-01\n" in text for text in briefs.values()] == [True]


def test_an_edited_brief_keeps_its_words_when_its_text_comes_again_with_other_facts(tmp_path: Path) -> None:
    site = empty_site(tmp_path, ARTICLES)
    bring(site, [14])
    (brief,) = (site / "briefings").rglob("*.md")
    edited = brief.read_text(encoding="utf-8") + "\nA line of an editor.\n"
    brief.write_text(edited, encoding="utf-8")
    bring(site, [16])
    assert brief.read_text(encoding="utf-8") == edited
