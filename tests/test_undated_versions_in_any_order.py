"""Versions of which no date says which is the newest: the order of imports decides whose text the brief has, and
nothing else. Briefs, their addresses, their sources and what belongs to which are the same after any order."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from import_states import bring, empty_site, portions_of, record

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


def texts(paragraphs: Sequence[str], word: str) -> list[str]:
    return [paragraph.format(word) for paragraph in paragraphs]


LOCK_PAGE, PIPE_PAGE, PRIZE_PAGE = "wire.example/lock", "wire.example/pipe", "wire.example/prize"
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
    record("Post", "Files dry", "2026-05-03", *texts(PIPE, "ninety"), AWARD),
    record("Echo", "The week", "2026-05-04", *texts(LOCK, "twelve"), *texts(PIPE, "eighty")),
    record("Wire", "Prize", "2026-06-01", AWARD, *PIPE[1:], address=PRIZE_PAGE),
    record("Wire", "Prize", "", AWARD, *PIPE[1:], "It is the ninth.", address=PRIZE_PAGE),
)
"""Versions without a day, two of one day, one without a day among dated ones; copies of one version from elsewhere, a
part that all of them have, a text that holds one of them whole, and a round-up of two."""
EVERY = range(len(ARTICLES))
_SOURCE = re.compile(r"^ +(?:- )?url: (\S+)$", re.MULTILINE)


def groups(site: Path) -> dict[str, Any]:
    """What each brief stands for, and its sources."""
    of: dict[str, set[str]] = defaultdict(set)
    for line in (site / "briefings" / "imports.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "id" in row:
            for members in of.values():
                members.discard(row["id"])
            of[row["brief"]].add(row["id"])
    sources = {
        path.relative_to(site).as_posix(): sorted(set(_SOURCE.findall(path.read_text(encoding="utf-8"))))
        for path in (site / "briefings").rglob("*.md")
    }
    return {path: (sorted(of[path]), sources[path]) for path in sorted(sources)}


def brought(folder: Path, portions: Sequence[Sequence[int]]) -> Path:
    site = empty_site(folder, ARTICLES)
    for portion in portions:
        bring(site, portion)
    return site


@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(portions=portions_of(len(ARTICLES)))
def test_only_which_text_leads_depends_on_the_order_of_imports(portions: list[list[int]]) -> None:
    with TemporaryDirectory() as folder:
        together = groups(brought(Path(folder) / "together", [EVERY]))
        assert groups(brought(Path(folder) / "portions", portions)) == together


@pytest.mark.parametrize(
    ("order", "leads"),
    [([6, 9], "ninety"), ([9, 6], "ninety"), ([6, 8, 9], "seventy"), ([8, 9, 6], "ninety"), ([7, 6], "ninety")],
)
def test_the_text_is_the_last_imported_of_those_without_a_day_and_of_the_last_day(
    tmp_path: Path, order: list[int], leads: str
) -> None:
    site = brought(tmp_path, [[n] for n in order])
    (brief,) = (site / "briefings").rglob("*.md")
    text = brief.read_text(encoding="utf-8").partition("\n---\n")[2]
    assert [word for word in ("sixty", "seventy", "eighty", "ninety") if word in text] == [leads]


def test_a_copy_of_one_of_several_versions_without_a_day_has_a_brief_of_its_own(tmp_path: Path) -> None:
    site = brought(tmp_path / "one", [[0, 3, 5]])
    assert len(list((site / "briefings").rglob("*.md"))) == 1
    bring(site, [1])
    assert len(list((site / "briefings").rglob("*.md"))) == 2
