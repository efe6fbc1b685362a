"""Warnings and hints that `check:` in site.yaml names are shown and counted nowhere; errors always are."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import NOW, call
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import Diagnostic, Ignored, Severity, report, show
from annotated_briefings.base.source import Place, Source
from annotated_briefings.preview.overlay import with_bar
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session
from annotated_briefings.project.settings import read_settings
from annotated_briefings.site.checks.table import CODES

SETTINGS = "title: T\nbase_url: https://rain.example\nsocial_images: false\n"
IGNORE = "check:\n  ignore: [unsourced-point]\n  per_path:\n    briefings/2023/*: [broken-link, no-summary]\n"
LIGHT = sorted(code.code for code in CODES.values() if code.severity is not Severity.ERROR)
"""Codes that may be ignored."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two briefs, each with a warning and two hints; all but one of an older year are ignored."""
    for year in ("2023", "2024"):
        (tmp_path / "briefings" / year).mkdir(parents=True)
        (tmp_path / "briefings" / year / f"rain-{year}.md").write_text(
            f"---\ntitle: Rain {year}\ndate: {year}-05-01\ntags: [rain]\nkey_points: [It rained.]\n---\n"
            "See [[Nothing]].\n",
            encoding="utf-8",
        )
    (tmp_path / "site.yaml").write_text(SETTINGS + IGNORE, encoding="utf-8")
    return tmp_path


LEFT = [("briefings/2024/rain-2024.md", "no-summary"), ("briefings/2024/rain-2024.md", "broken-link")]
"""What is left of them."""


def test_check_and_build_show_and_count_only_what_is_not_ignored(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = call(capsys, site, "check", "--format", "json", *NOW)
    assert [(d["path"], d["code"]) for d in json.loads(out)] == LEFT
    assert status == 0
    assert call(capsys, site, "check", "--strict", *NOW)[0] == 1
    _, out, err = call(capsys, site, "build", *NOW)
    assert ", 1 warning, 1 hint (`briefings check` looks at more, and shows all) (" in out
    assert err.count("warning[") == 1
    _, out, _ = call(capsys, site, "build", "--json", *NOW)
    assert [(d["path"], d["code"]) for d in json.loads(out)["diagnostics"]] == LEFT
    (site / "site.yaml").write_text(SETTINGS + "check: {ignore: [unsourced-point, broken-link]}\n", encoding="utf-8")
    assert call(capsys, site, "build", "--strict", *NOW)[0] == 0


def test_status_lists_no_task_whose_diagnostic_is_ignored(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(call(capsys, site, "status", "--kind", "point", "--json", *NOW)[1]) == []
    (site / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    tasks = json.loads(call(capsys, site, "status", "--kind", "point", "--json", *NOW)[1])
    assert [(task["kind"], task["path"]) for task in tasks] == [
        ("point", "briefings/2023/rain-2023.md"),
        ("point", "briefings/2024/rain-2024.md"),
    ]


def test_the_preview_shows_no_ignored_warning_on_a_page(site: Path) -> None:
    session = Session(SessionRequest(site, "http://127.0.0.1:1", True, False))
    session.open(datetime(2026, 5, 1, tzinfo=UTC))
    assert sorted((d.place.path, d.code) for d in session.diagnostics) == sorted(LEFT)
    bars = {}
    for year in ("2023", "2024"):
        path, origin = f"briefs/rain-{year}/index.html", f"briefings/{year}/rain-{year}.md"
        drawn = session.file(path)
        assert drawn
        bars[year] = with_bar(drawn.data, site, "", origin, session.warnings(path, origin))
    assert b"briefings-warnings" not in bars["2023"]
    assert b"1 warning</summary>" in bars["2024"]
    # An edit is taken in without reading the site again.
    old = site / "briefings" / "2023" / "rain-2023.md"
    old.write_text(old.read_text(encoding="utf-8").replace("rained", "snowed"), encoding="utf-8")
    session.update(["briefings/2023/rain-2023.md"], datetime(2026, 5, 1, tzinfo=UTC))
    assert sorted((d.place.path, d.code) for d in session.diagnostics) == sorted(LEFT)


@pytest.mark.parametrize(
    ("setting", "shown"),
    [
        (
            "check: {ignore: [no-sumary]}",
            "site.yaml:1:18: error[config]: there is no diagnostic `no-sumary`\n"
            "    1 | check: {ignore: [no-sumary]}\n"
            "      |                  ^^^^^^^^^\n"
            "  help: did you mean `no-summary`?",
        ),
        (
            "check: {ignore: qqq}",
            "site.yaml:1:17: error[config]: there is no diagnostic `qqq`\n"
            "    1 | check: {ignore: qqq}\n"
            "      |                 ^^^\n"
            "  help: `briefings explain` lists all codes",
        ),
        (
            "check: {per_path: {a/*: [undated, missing-title]}}",
            "site.yaml:1:35: error[config]: `missing-title` is an error, and errors cannot be ignored\n"
            "    1 | check: {per_path: {a/*: [undated, missing-title]}}\n"
            "      |                                   ^^^^^^^^^^^^^\n"
            "  help: take it out; only warnings and hints can be ignored",
        ),
        (
            "check: {ignored: [undated]}",
            "site.yaml:1:9: warning[unknown-key]: unknown key `ignored`\n"
            "    1 | check: {ignored: [undated]}\n"
            "      |         ^^^^^^^\n"
            "  help: did you mean `ignore`?",
        ),
    ],
)
def test_what_cannot_be_ignored_is_reported_where_it_is_written(setting: str, shown: str) -> None:
    assert [show(d) for d in read_settings(Source("site.yaml", setting))[1]] == [shown]


@pytest.mark.parametrize("code", CODES)
def test_exactly_the_codes_of_warnings_and_hints_can_be_ignored(code: str) -> None:
    config, found = read_settings(Source("site.yaml", f"check: {{ignore: {code}, per_path: {{a: [{code}]}}}}"))
    if code in LIGHT:
        assert (found, config.check) == ((), Ignored((code,), (("a", (code,)),)))
    else:
        assert [d.code for d in found] == ["config", "config"]
        assert config.check == Ignored((), (("a", ()),))


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("briefings/2023/*", "briefings/2023/a.md", True),
        ("briefings/2023/*", "briefings/2023/05/a.md", True),
        ("briefings/2023/*", "briefings/2024/a.md", False),
        ("briefings/2023", "briefings/2023/a.md", True),
        ("./briefings/2023/", "briefings/2023/a.md", True),
        ("briefings/2023", "briefings/20234.md", False),
        ("*/a.md", "briefings/2023/a.md", True),
        ("briefings/a.md", "briefings/a.md", True),
        ("briefings/A.md", "briefings/a.md", False),
        ("briefings/?.md", "briefings/a.md", True),
    ],
)
def test_a_pattern_covers_files_and_whole_folders(pattern: str, path: str, covered: bool) -> None:
    assert Ignored((), ((pattern, ("undated",)),)).covers("undated", path) is covered


@given(
    st.lists(st.sampled_from(sorted(CODES)), unique=True),
    st.dictionaries(st.sampled_from(["a/*", "a/b.md", "*"]), st.lists(st.sampled_from(sorted(CODES)))),
    st.lists(st.tuples(st.sampled_from(sorted(CODES)), st.sampled_from(["a/b.md", "c.md", "site.yaml"]))),
)
def test_errors_are_always_shown_and_order_is_kept(
    codes: list[str], per_path: dict[str, list[str]], where: list[tuple[str, str]]
) -> None:
    found = [Diagnostic(code, CODES[code].severity, "x", Place(path)) for code, path in where]
    shown = Ignored(tuple(codes), tuple((p, tuple(c)) for p, c in per_path.items())).shown(found)
    assert [d for d in found if d in shown] == list(shown)
    assert all(d in shown for d in found if d.severity is Severity.ERROR)
    assert all(d.severity is Severity.ERROR or d.code not in codes for d in shown)


def test_an_error_stays_an_error_where_its_code_is_ignored_by_mistake() -> None:
    error = report("missing-title", "the brief has no title", Place("a.md"))
    assert Ignored(("missing-title",)).shown([error]) == (error,)
