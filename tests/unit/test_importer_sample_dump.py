"""A whole dump of text, from import to the built site: our own, and one more where an extra folder is at hand."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from small_site import settled_site

from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.importer.run import ImportRequest, run_import

OURS = Path(__file__).parents[1] / "data"
NOW = datetime(2026, 11, 25, tzinfo=UTC)


class Sample(NamedTuple):
    """A dump, and where its articles begin."""

    dump: Path
    """The text file."""
    starts: frozenset[int]
    """Lines at which articles begin, without those of copies."""
    copies: frozenset[int]
    """Lines at which copies of other articles begin."""
    hard: frozenset[int]
    """Starts that need not be found when they are listed as unsure."""


@pytest.fixture(params=["ours", "extra"])
def sample(request: pytest.FixtureRequest) -> Sample:
    ours = request.param == "ours"
    folder = OURS if ours else request.getfixturevalue("shared") / "samples"
    gold = json.loads((folder / "dump.gold.json").read_text(encoding="utf-8"))
    copies = frozenset(map(int, gold["copies"]))
    starts = frozenset(gold["article_starts"]) - copies
    assert len(starts) == gold["unique_articles"]
    return Sample(folder / "dump.txt", starts, copies, frozenset() if ours else frozenset({98}))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    return tmp_path / "site"


def first_line(place: str) -> int:
    """The first line of a place that is written as `lines 8-18`."""
    return int(place.split("lines ")[1].split("-")[0])


@pytest.mark.slow
def test_a_dump_gives_its_articles_and_no_false_boundary(sample: Sample, site: Path) -> None:
    done = run_import(ImportRequest(site, (sample.dump,)))
    texts = [(site / path).read_text(encoding="utf-8") for path in done.created]
    starts = {first_line(text[text.index("segment: lines ") :]) for text in texts}
    assert starts <= sample.starts
    assert sample.starts - starts <= sample.hard
    assert sample.starts - starts <= {gap.line for gap in done.unsure}
    assert {first_line(folded.where) for folded in done.folded} == sample.copies


def decide(site: Path, sample: Sample) -> None:
    """Settle by hand what is known to be hard."""
    lines = [f"- {{split: dump.txt, line: {line}}}\n" for line in sorted(sample.hard)]
    (site / "briefings" / "decisions.yaml").write_text("".join(lines), encoding="utf-8")


@pytest.mark.slow
def test_a_decision_settles_what_was_unsure(sample: Sample, site: Path) -> None:
    decide(site, sample)
    done = run_import(ImportRequest(site, (sample.dump,)))
    assert len(done.created) == len(sample.starts)
    assert not sample.hard & {gap.line for gap in done.unsure}


@pytest.mark.slow
def test_a_published_dump_builds_without_a_warning_and_then_has_nothing_to_do(sample: Sample, site: Path) -> None:
    decide(site, sample)
    run_import(ImportRequest(site, (sample.dump,), publish=True))
    report = build(BuildRequest(site, NOW))
    assert report.briefs == len(sample.starts) + 1
    assert [d.message for d in report.diagnostics if d.severity is not Severity.HINT] == []
    again = build(BuildRequest(site, NOW))
    assert (again.rendered, again.written) == (0, 0)
