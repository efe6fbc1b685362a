"""The sample of really collected text, where it is at hand."""

import json
from datetime import UTC, datetime
from pathlib import Path

from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.run import ImportRequest, run_import


def test_the_sample_gives_its_articles_and_no_false_boundary(shared: Path, tmp_path: Path) -> None:
    gold = json.loads((shared / "samples" / "dump.gold.json").read_text(encoding="utf-8"))
    create_site(tmp_path)
    done = run_import(ImportRequest(tmp_path, (shared / "samples" / "dump.txt",)))
    starts = {
        int(path.read_text(encoding="utf-8").split("segment: lines ")[1].split("-")[0])
        for path in (tmp_path / p for p in done.created)
    }
    copies = {int(copy) for copy in gold["copies"]}
    wanted = set(gold["article_starts"]) - copies
    # Line 98 is known to be hard: it is found, or it is listed as unsure.
    assert starts <= wanted
    assert wanted - starts <= {98}
    assert 98 in starts or 98 in {gap.line for gap in done.unsure}
    assert {f.where for f in done.folded} == {"dump.txt, lines 53-73", "dump.txt, lines 136-143"}


def test_a_decision_settles_line_98_and_gives_eight_briefs(shared: Path, tmp_path: Path) -> None:
    create_site(tmp_path)
    (tmp_path / "briefings" / "decisions.yaml").write_text("- {split: dump.txt, line: 98}\n", encoding="utf-8")
    done = run_import(ImportRequest(tmp_path, (shared / "samples" / "dump.txt",)))
    assert len(done.created) == 8


def test_the_published_sample_builds_without_a_broken_link(shared: Path, tmp_path: Path) -> None:
    create_site(tmp_path)
    (tmp_path / "briefings" / "decisions.yaml").write_text("- {split: dump.txt, line: 98}\n", encoding="utf-8")
    run_import(ImportRequest(tmp_path, (shared / "samples" / "dump.txt",), publish=True))
    report = build(BuildRequest(tmp_path, datetime(2026, 11, 25, tzinfo=UTC)))
    assert report.briefs == 8 + 1
    assert [d.message for d in report.diagnostics if d.severity is not Severity.HINT] == []
    again = build(BuildRequest(tmp_path, datetime(2026, 11, 25, tzinfo=UTC)))
    assert (again.rendered, again.written) == (0, 0)
