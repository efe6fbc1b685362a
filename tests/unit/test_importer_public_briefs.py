"""An import that does not publish takes nothing away from a public brief: copies are added to it, and no more."""

import json
from pathlib import Path

import pytest

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import

SAID = (
    "The harbour pilots of Almar have ended their strike after nine days, the port said on Sunday. Ships wait up to "
    "four hours still. Their spokeswoman, Oda Quist, called the new roster a compromise."
)
MORE = " The union will vote on the roster in April, and the port expects the backlog of ships to be gone by Friday."


def brought(site: Path, outlet: str, title: str, day: str, text: str, *, publish: bool = False) -> ImportReport:
    path = site / f"{outlet}.jsonl"
    facts = {"title": title, "outlet": outlet, "url": f"https://{outlet.lower()}.example/x", "date": day, "text": text}
    path.write_text(json.dumps(facts) + "\n", encoding="utf-8")
    return run_import(ImportRequest(site, (path,), publish=publish))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    create_site(tmp_path / "site")
    for example in (tmp_path / "site" / "briefings").glob("2*/*.md"):
        example.unlink()
    brought(tmp_path / "site", "Courier", "Pilots end strike", "2026-01-05", SAID, publish=True)
    return tmp_path / "site"


@pytest.mark.parametrize("day", ["2026-01-04", "2026-01-05", "2026-01-07"])
@pytest.mark.parametrize(
    ("text", "own"),
    [(SAID, False), (SAID.partition(" Their")[0], False), (SAID + MORE, True), (MORE.strip() + " " + SAID, True)],
    ids=["the same", "an excerpt", "a fuller text", "a fuller text above"],
)
def test_a_copy_that_comes_later_leaves_headline_text_and_sources_of_a_public_brief(
    day: str, text: str, own: bool, site: Path
) -> None:
    path = site / "briefings" / "2026" / "pilots-end-strike.md"
    before = path.read_text(encoding="utf-8")
    done = brought(site, "Gazette", "Strike over", day, text)
    after = path.read_text(encoding="utf-8")
    assert "draft: true" not in after
    for kept in ("title: Pilots end strike", "date: 2026-01-05", "outlet: Courier", before.rpartition("---")[2]):
        assert kept in after
    # A copy is named as a source; a fuller text, which says more, gets a draft of its own, and the import says so.
    assert ("outlet: Gazette" in after) is not own
    assert (len(done.folded), len(done.created), len(done.links)) == ((0, 1, 1) if own else (1, 0, 0))
    assert done.updated == ()
    assert done.removed == ()


def test_an_import_that_publishes_may_let_the_fuller_text_stand_for_both(site: Path) -> None:
    done = brought(site, "Gazette", "Strike over", "2026-01-05", SAID + MORE, publish=True)
    assert done.updated == ("briefings/2026/pilots-end-strike.md",)
