"""`briefings check --format`: diagnostics for GitHub and as SARIF."""

import json
from pathlib import Path

import pytest
from command_line import NOW, call, site_with_a_draft, write_brief


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
