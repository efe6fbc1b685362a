"""One small broken site for each diagnostic: the exact words that its editor reads."""

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest
from expected_files import WRITE_ANEW

from annotated_briefings.base.dates import read_moment
from annotated_briefings.base.diagnostics import DECLARED, Code, Rule, show
from annotated_briefings.base.diagnostics.codes import MODULES
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.content.rules import one_brief, other_marks, pasted, replies, shown_as_typed
from annotated_briefings.site.checks import (
    each_brief,
    link_targets,
    lone_stories,
    misattributed,
    named_in_lists,
    placeholders,
    shared_addresses,
    similar_names,
    sources_changed,
    unsupported_quotes,
    whole_site,
)
from annotated_briefings.site.checks.table import ALL_RULES, CODES

BROKEN = Path(__file__).parent / "broken"
SITES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
ELSEWHERE = {
    "host-limit": "unit/test_site_host_limits.py",
    "busy": "commands/test_two_at_once.py",
    "old-schema": "commands/test_init.py",
    "count-differs": "unit/test_intake_exported.py",
    "damaged-feed": "unit/test_intake_formats.py",
    "unread-format": "unit/test_intake_formats.py",
    "unread-date": "unit/test_intake_days.py",
    "doubtful-article": "unit/test_intake_formats_separators.py",
    "embargo-without-time": "unit/test_intake_asides.py",
    "time-without-zone": "unit/test_intake_hold_times.py",
    "dead-link": "unit/test_reports_external_links.py",
    "reading-order": "unit/test_intake_pdf.py",
    "newest-first": "unit/test_intake_running_reports.py",
    "reprint": "unit/test_project_reprints.py",
    "refused-change": "commands/test_entities_and_tags.py",
    "nothing-to-undo": "commands/test_entities_and_tags.py",
    "no-note": "commands/test_annotations.py",
    "patch": "unit/test_storage_edit_file.py",
    "names-not-read": "unit/test_editing_entities_suggestions.py",
    "no-suggestion": "unit/test_editing_entities_suggestions.py",
    "broken-feed": "unit/test_intake_formats.py",
    "broken-file": "unit/test_intake_formats.py",
    "broken-record": "unit/test_intake_formats.py",
    "no-article": "unit/test_intake_formats.py",
    "invalid-bytes": "unit/test_intake_formats_text.py",
    "ledger": "unit/test_importer_run.py",
    "nothing-taken": "unit/test_intake_held.py",
    "not-fetched": "unit/test_importer_fetch_client.py",
    "not-text": "commands/test_bad_input.py",
    "other-encoding": "unit/test_intake_formats_text.py",
    "outside-link": "unit/test_storage_outside_links.py",
    "output": "commands/test_bad_input.py",
    "page": "unit/test_output_audit.py",
    "too-large": "commands/test_bad_input.py",
    "published-address": "test_published_addresses.py",
    "moved-brief": "commands/test_redirects.py",
    "changed-id": "test_permanent_ids.py",
    "unreadable": "commands/test_bad_input.py",
    "unused-decision": "unit/test_importer_run.py",
}
"""Diagnostics that no folder of text files can show, and the test that asserts their words."""


def shown(site: Path, code: str) -> str:
    """What a build shows of one code."""
    now = read_moment("2026-01-01T00:00:00Z")
    assert now is not None
    report = build(BuildRequest(site, now, write=False, search=False))
    return "".join(show(diagnostic) + "\n" for diagnostic in report.diagnostics if diagnostic.code == code)


@pytest.mark.parametrize("name", SITES)
def test_a_broken_site_shows_exactly_these_words_of_its_own_code(
    name: str, tmp_path: Path, update_golden: bool
) -> None:
    site = tmp_path / "site"
    shutil.copytree(BROKEN / name, site)
    if not (site / "site.yaml").exists():
        shutil.copy(BROKEN / "site.yaml", site)
    expected = BROKEN / name / "expected.txt"
    text = shown(site, name)
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8"), WRITE_ANEW
    assert f"[{name}]" in text


def test_every_diagnostic_has_a_broken_site_or_a_test_of_its_words() -> None:
    shown = set(SITES) | set(ELSEWHERE)
    assert sorted(set(CODES) - shown) == [], "make a folder in tests/broken for each of these"
    assert sorted(shown - set(CODES)) == [], "no rule and no table of codes has these"
    for code, file in ELSEWHERE.items():
        assert f"[{code}]" in (Path(__file__).parent / file).read_text(encoding="utf-8"), (code, file)


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_diagnostic_can_be_explained(code: Code, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code.code]) == 0
    head, meaning, example = capsys.readouterr().out.split("\n\n")
    assert head == f"{code.code} ({code.severity}): {code.text}"
    assert " ".join(meaning.split()) == code.meaning
    assert dedent(example).strip() == code.example


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_the_example_of_a_diagnostic_is_what_its_editor_reads(code: Code) -> None:
    assert code.meaning.endswith(".")
    head = re.match(rf"\S+: {code.severity}\[{code.code}\]: ", code.example)
    assert head, "the docstring needs an example in a fenced block: copy the lines of expected.txt"
    if code.code in ELSEWHERE:
        # These are raised in code: their words stand in a test, with other names of files.
        advice = code.example.partition("  help: ")[2]
        assert advice in (Path(__file__).parent / ELSEWHERE[code.code]).read_text(encoding="utf-8")
    else:
        lines = (BROKEN / code.code / "expected.txt").read_text(encoding="utf-8").splitlines()
        lacking = [line for line in code.example.splitlines() if line not in lines]
        assert lacking == [], "the example in the docstring has lines that expected.txt lacks"


def test_no_rule_is_forgotten_in_the_table_of_rules() -> None:
    modules = (
        one_brief,
        other_marks,
        pasted,
        replies,
        shown_as_typed,
        each_brief,
        link_targets,
        misattributed,
        named_in_lists,
        placeholders,
        whole_site,
        shared_addresses,
        lone_stories,
        similar_names,
        sources_changed,
        unsupported_quotes,
    )
    written = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    assert {rule.find for rule in written} == {rule.find for rule in ALL_RULES}
    folder = Path(each_brief.__file__).parent
    with_rules = {path.stem for path in folder.glob("*.py") if "\n@rule" in path.read_text(encoding="utf-8")}
    assert {module.__name__.rpartition(".")[2] for module in modules} == with_rules | {
        "named_in_lists",
        "one_brief",
        "other_marks",
        "pasted",
        "replies",
        "shown_as_typed",
    }


def test_each_code_is_declared_once() -> None:
    # Several rules may report one code.
    own = {rule.code.code for rule in ALL_RULES if DECLARED.get(rule.code.code) is not rule.code}
    declared = [code.code for module in MODULES for code in module.CODES]
    assert sorted([*own, *declared]) == list(CODES)
