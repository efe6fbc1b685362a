"""`briefings check --format`: diagnostics for GitHub, as SARIF, and for merge requests."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import NOW, call, site_with_a_draft, write_brief
from jsonschema import validate
from lxml import etree

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.diagnostics.fingerprints import fingerprints
from annotated_briefings.base.diagnostics.merge_reports import as_code_climate, as_junit
from annotated_briefings.base.diagnostics.scan_logs import as_sarif
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.site.checks.table import CODES

REPORTS = Path(__file__).resolve().parents[1] / "data" / "reports"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_a_draft(tmp_path)


def test_check_speaks_to_github_and_in_sarif(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_brief(site, "b", "tags: [x]\nkey_points: [{text: A, quote: 'not, there: 100%'}]", "Text.")
    (site / "briefings" / "tags.yaml").write_text("y:\n", encoding="utf-8")
    status, out, _ = call(capsys, site, "check", "--format", "github", *NOW)
    assert status == 1
    assert out.splitlines() == [
        "::warning file=briefings/b.md,title=unknown-tag,line=5,col=8::the tag list does not know `x`%0Ahelp: "
        '`briefings tags add "x"` declares it; otherwise take it out',
        "::error file=briefings/b.md,title=unsupported-quote,line=6,col=31::the quote `not, there: 100%25` is not in "
        "the text%0Ahelp: copy the words exactly, or take the quote out",
    ]
    status, out, _ = call(capsys, site, "check", "--format", "sarif", *NOW)
    log = json.loads(out)
    [run] = log["runs"]
    assert (status, log["version"], run["tool"]["driver"]["name"]) == (1, "2.1.0", "briefings")
    assert [
        (r["ruleId"], r["level"], r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in run["results"]
    ] == [("unknown-tag", "warning", 5), ("unsupported-quote", "error", 6)]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def schema(name: str) -> Any:
    return json.loads((REPORTS / name).read_text(encoding="utf-8"))


def one(code: str, path: str, line: int, message: str = "it is so", excerpt: str = "", help_: str = "") -> Diagnostic:
    return Diagnostic(code, CODES[code].severity, message, Place(path, line, 3, 2), help_, excerpt)


AWKWARD = (
    one("unknown-tag", "briefings/a.md", 5, "the tag list does not know `x`", "tags: [x]", "take it out"),
    one("unknown-tag", "briefings/a.md", 9, "the tag list does not know `x`", "tags: [x]"),
    one("unsupported-quote", "briefings/häfen & docks/ü #1?.md", 2, 'the quote `"<b>]]>&amp;` is not in the text'),
    one("front-matter", "briefings/a b%20.md", 0, "it has no end"),
    one("yaml", "site.yaml", 1, "a \x07 bell, a \ud800 half and\ntwo lines", "a \x1b[31m line"),
    one("long-summary", "briefings/a.md", 7, "`100%` — 你好", "summary: 你好"),
    one("output", "/somewhere/else/x", 0, "it cannot be written"),
    one("config", "", 0, "there is no site"),
)
"""Diagnostics at strange places, in strange words, more than once."""
FOUND = {"all": AWKWARD, "one": AWKWARD[:1], "none": (), "every code": tuple(one(code, "a.md", 1) for code in CODES)}


@pytest.mark.parametrize("folder", ["", "news/site one"])
@pytest.mark.parametrize("found", FOUND)
def test_every_format_is_what_its_readers_ask_for(folder: str, found: str) -> None:
    diagnostics = FOUND[found]
    validate(json.loads(as_sarif(diagnostics, folder, "0.1.0", CODES)), schema("github_scanning.schema.json"))
    validate(json.loads(as_code_climate(diagnostics, folder)), schema("code_climate.schema.json"))
    xsd = etree.XMLSchema(etree.parse(REPORTS / "junit.xsd"))
    for strict in (False, True):
        tree = etree.fromstring(as_junit(diagnostics, folder, strict=strict).encode("utf-8", "strict"))
        xsd.assertValid(tree)
        failing = [
            d for d in diagnostics if d.severity is Severity.ERROR or (strict and d.severity is Severity.WARNING)
        ]
        assert len(tree.findall(".//failure")) == int(tree.get("failures", "")) == len(failing)
        assert len(tree.findall(".//testcase")) == int(tree.get("tests", "")) == max(1, len(diagnostics))
        assert sum(int(suite.get("tests", "")) for suite in tree) == int(tree.get("tests", ""))


def test_a_diagnostic_keeps_its_name_when_lines_move_and_no_two_have_the_same() -> None:
    names = fingerprints(AWKWARD)
    assert len(set(names)) == len(AWKWARD)
    moved = tuple(replace(d, place=replace(d.place, line=d.place.line + 40, column=9)) for d in AWKWARD)
    assert fingerprints(moved) == names
    assert fingerprints([replace(AWKWARD[0], excerpt="tags: [y]")])[0] not in names
    assert fingerprints([replace(AWKWARD[0], place=Place("briefings/b.md", 5))])[0] not in names


def test_check_prints_reports_of_merge_requests(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_brief(site, "b", "tags: [x]\nkey_points: [{text: A, quote: 'not, there: 100%'}]", "Text.")
    (site / "briefings" / "tags.yaml").write_text("y:\n", encoding="utf-8")
    status, out, _ = call(capsys, site, "check", "--format", "junit", *NOW)
    tree = etree.fromstring(out.encode())
    assert status == 1
    assert [(case.get("classname"), case.get("line"), case[0].tag) for case in tree.iter("testcase")] == [
        ("briefings/b.md", "5", "skipped"),
        ("briefings/b.md", "6", "failure"),
    ]
    status, out, _ = call(capsys, site, "check", "--strict", "--format", "junit", *NOW)
    assert [case[0].tag for case in etree.fromstring(out.encode()).iter("testcase")] == ["failure", "failure"]
    status, out, _ = call(capsys, site, "check", "--format", "codeclimate", *NOW)
    assert status == 1
    assert [
        (issue["check_name"], issue["severity"], issue["location"]["path"], issue["location"]["lines"]["begin"])
        for issue in json.loads(out)
    ] == [("unknown-tag", "minor", "briefings/b.md", 5), ("unsupported-quote", "critical", "briefings/b.md", 6)]
