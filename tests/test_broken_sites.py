"""One small broken site for each diagnostic: the exact words that its editor reads."""

import re
import shutil
from pathlib import Path

import pytest

from annotated_briefings.base.dates import read_moment
from annotated_briefings.base.diagnostics import CODES, show
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.project.glossary import glossary

BROKEN = Path(__file__).parent / "broken"
SITES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
ELSEWHERE = {
    "busy": "commands/test_two_at_once.py",
    "damaged-feed": "unit/test_intake_formats.py",
    "dead-link": "unit/test_reports_external_links.py",
    "refused-change": "commands/test_entities_and_tags.py",
    "nothing-to-undo": "commands/test_entities_and_tags.py",
    "no-note": "commands/test_annotations.py",
    "patch": "unit/test_storage_edit_file.py",
    "no-suggestion": "unit/test_editing_entity_suggestions.py",
    "broken-feed": "unit/test_intake_formats.py",
    "broken-file": "unit/test_intake_formats.py",
    "broken-record": "unit/test_intake_formats.py",
    "no-article": "unit/test_intake_formats.py",
    "invalid-bytes": "unit/test_intake_formats_text.py",
    "ledger": "unit/test_importer_run.py",
    "not-text": "commands/test_bad_input.py",
    "other-encoding": "unit/test_intake_formats_text.py",
    "output": "commands/test_bad_input.py",
    "page": "unit/test_output_audit.py",
    "search": "unit/test_build_search_index.py",
    "too-large": "commands/test_bad_input.py",
    "unreadable": "commands/test_bad_input.py",
    "unused-decision": "unit/test_importer_run.py",
}
"""Diagnostics that no folder of text files can show, and the test that asserts their words."""


def said(site: Path) -> str:
    now = read_moment("2026-01-01T00:00:00Z")
    assert now is not None
    report = build(BuildRequest(site, now, write=False, search=False))
    return "".join(show(diagnostic) + "\n" for diagnostic in report.diagnostics)


@pytest.mark.parametrize("name", SITES)
def test_the_words_are_exactly_these(name: str, tmp_path: Path, update_golden: bool) -> None:
    site = tmp_path / "site"
    shutil.copytree(BROKEN / name, site)
    expected = BROKEN / name / "expected.txt"
    text = said(site)
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert f"[{name}]" in text


def test_every_diagnostic_has_a_broken_site_or_a_test_of_its_words() -> None:
    assert set(CODES) == set(SITES) | set(ELSEWHERE)
    for code, file in ELSEWHERE.items():
        assert f"[{code}]" in (Path(__file__).parent / file).read_text(encoding="utf-8"), (code, file)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_diagnostic_can_be_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    severity, text = CODES[code]
    assert capsys.readouterr().out.startswith(f"{code} ({severity.value}): {text}\n\n")


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_example_of_a_diagnostic_is_what_its_editor_reads(code: str) -> None:
    example = glossary()[code].example
    assert re.match(rf"\S+: {CODES[code][0].value}\[{code}\]: ", example)
    if code in ELSEWHERE:
        # These are raised in code: their words stand in a test, with other names of files.
        advice = example.partition("  help: ")[2]
        assert advice in (Path(__file__).parent / ELSEWHERE[code]).read_text(encoding="utf-8")
    else:
        lines = (BROKEN / code / "expected.txt").read_text(encoding="utf-8").splitlines()
        assert set(example.splitlines()) <= set(lines)


def test_nothing_is_explained_that_is_no_diagnostic() -> None:
    assert list(glossary()) == list(CODES)
