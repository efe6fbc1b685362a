"""The command line as an editor meets it."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from small_site import Case, settled_site

from annotated_briefings.cli.main import main

DATA = Path(__file__).parents[1] / "data"
NOW = ("--now", "2026-04-01T00:00:00Z")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    return tmp_path / "site"


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_init_writes_a_site_and_says_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "init", str(tmp_path / "new"))
    assert status == 0
    assert (tmp_path / "new" / "site.yaml").is_file()
    assert (tmp_path / "new" / ".gitignore").read_text(encoding="utf-8").count("collected/") == 1
    assert out.splitlines()[-1] == f"next: cd {tmp_path / 'new'} && briefings serve"


@pytest.mark.parametrize("title", ["", " ", "\t\n", "\u200b", "\u3164\u00ad\ufe0f"])
def test_a_brief_without_a_title_that_can_be_seen_is_not_begun(
    site: Path, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    before = sorted(site.rglob("*"))
    status, out, err = call(capsys, "--site", str(site), "new", title)
    assert (status, out, sorted(site.rglob("*"))) == (2, "", before)
    assert err.endswith('the title is empty\n  help: give the brief a title: `briefings new "Harbour opens"`\n')


def test_init_never_writes_over_a_site_or_a_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}
    status, _, err = call(capsys, "init", str(site))
    assert (status, err) == (
        1,
        (
            f"{site}: error[output]: `{site}` already is a site\n"
            "  help: choose another folder, or delete its site.yaml first\n"
        ),
    )
    (site / "site.yaml").unlink()
    tags = site / "briefings" / "tags.yaml"
    tags.write_text("mine: {}\n", encoding="utf-8")
    assert call(capsys, "init", str(site))[0] == 0
    assert tags.read_text(encoding="utf-8") == "mine: {}\n"
    assert {p for p in site.rglob("*") if p.is_file()} == set(before)


def test_new_writes_a_draft_that_is_a_brief_and_never_over_another(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a-quiet-day.md", "a-quiet-day-2.md"):
        status, out, _ = call(capsys, "--site", str(site), "new", 'A "quiet": day', "--date", "2026-03-20")
        assert (status, out) == (0, f"briefings/2026/{name}\n")
    status, out, err = call(capsys, "--site", str(site), "build", *NOW)
    assert (status, err) == (0, "")
    assert out.startswith("1 brief, 2 not public (`--drafts` shows them), ")
    assert " files in " in out


def test_an_address_for_one_build_is_held_to_what_one_in_the_settings_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(capsys, "--site", str(site), "build", "--base-url", "foo", *NOW) == (
        2,
        "",
        ("briefings: `--base-url foo` is not a web address\n  help: it must start with `https://` or `http://`\n"),
    )
    assert call(capsys, "--site", str(site), "build", "--base-url", "https://a.example/b/", *NOW)[0] == 0
    for file in ("feed.xml", "sitemap.xml", "index.html"):
        text = (site / "_site" / file).read_text(encoding="utf-8")
        assert "https://a.example/b/" in text
        assert "https://a.example/b//" not in text


def test_build_counts_the_briefs_that_an_error_leaves_out(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "a.md").write_text("---\ntitle: A\ndate: soon\n---\n", encoding="utf-8")
    status, out, _ = call(capsys, "--site", str(site), "build", *NOW)
    assert status == 1
    assert out.startswith("1 brief, 1 left out because of errors, ")


def test_build_prints_its_result_as_json_and_nothing_else(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "a.md").write_text("---\ntitle: A\nsummary: S.\ntags: [x]\n---\n", encoding="utf-8")
    status, out, err = call(capsys, "--site", str(site), "build", "--json", *NOW)
    result = json.loads(out)
    assert (status, err) == (0, "")
    assert set(result) == {
        "briefs",
        "held",
        "broken",
        "pages",
        "parsed",
        "rendered",
        "written",
        "pruned",
        "parts",
        "seconds",
        "diagnostics",
    }
    assert sum(part["files"] for part in result["parts"]) == result["pages"]
    assert (result["briefs"], result["parsed"]) == (2, 2)
    assert [d["code"] for d in result["diagnostics"]] == ["undated", "unknown-tag"]


def test_check_says_at_once_what_else_is_wrong_with_a_broken_brief(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "briefings" / "a.md").write_text(
        "---\ntitle: A\nsummary: S.\ndate: soon\nentities: [Nobody]\n"
        "key_points: [{text: x, quote: not there}]\n---\nSee [[Nowhere]].\n",
        encoding="utf-8",
    )
    _, out, _ = call(capsys, "--site", str(site), "check", "--format", "json", *NOW)
    found = [(d["code"], d["line"]) for d in json.loads(out) if d["path"] == "briefings/a.md" and d["line"] > 1]
    assert found == [("wrong-type", 4), ("unknown-entity", 5), ("unsupported-quote", 6), ("broken-link", 8)]


def test_check_prints_every_diagnostic_as_json(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "a.md").write_text(
        "---\ntitle: A\ndate: 2026\ntags: [enrgy]\nsummary: S.\n---\n", encoding="utf-8"
    )
    status, out, _ = call(capsys, "--site", str(site), "check", "--format", "json", *NOW)
    assert status == 0
    assert json.loads(out) == [
        {
            "code": "unknown-tag",
            "severity": "warning",
            "path": "briefings/a.md",
            "line": 4,
            "column": 8,
            "message": "the tag list does not know `enrgy`",
            "help": "did you mean `energy`?",
        }
    ]
    assert not (site / "_site").exists()


def test_strict_counts_warnings_as_errors(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "a.md").write_text(
        "---\ntitle: A\ndate: 2026\ntags: [enrgy]\nsummary: S.\n---\n", encoding="utf-8"
    )
    assert call(capsys, "--site", str(site), "check", *NOW)[0] == 0
    assert call(capsys, "--site", str(site), "check", "--strict", *NOW)[0] == 1
    assert call(capsys, "--site", str(site), "build", "--strict", *NOW)[0] == 1


def test_check_looks_at_the_markup_of_every_page(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "templates").mkdir()
    page = '<!doctype html><html lang="en"><body><h1>A</h1><h3>B</h3></body></html>'
    (site / "templates" / "tags.html").write_text(page, encoding="utf-8")
    assert call(capsys, "--site", str(site), "check", *NOW) == (
        0,
        "briefings/tags.yaml: warning[page]: an h3 follows an h1 in tags/index.html\n"
        "  help: leave no heading level out\n"
        "1 warning\n",
        "",
    )


def test_check_of_a_good_site_says_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "--site", str(site), "check", *NOW)[:2] == (0, "nothing wrong in 1 brief\n")


def test_import_says_what_it_did(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "--site", str(site), "import", str(DATA / "dump.txt"))
    lines = out.splitlines()
    assert status == 0
    assert lines[0] == "10 articles in 1 file"
    assert lines[1] == "  wrote briefings/undated/tideworks-the-harbour-city-maker-of-tidal-turbines-has-sold.md"
    at = lines.index("  folded dump.txt, lines 19-25 into " + lines[1].removeprefix("  wrote "))
    assert lines[at + 1] == "        exact copy: the same words"
    assert lines[-1] == "next: read them with `briefings serve`; set `draft: false` when one is ready"


def test_import_prints_and_writes_the_same_json(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = site / "report.json"
    command = ("--site", str(site), "import", str(DATA / "dump.txt"), "--json", "--report", str(report))
    status, out, _ = call(capsys, *command)
    result = json.loads(out)
    assert status == 0
    assert json.loads(report.read_text(encoding="utf-8")) == result
    assert set(result) == {
        "read",
        "unpublished",
        "articles",
        "created",
        "updated",
        "removed",
        "unchanged",
        "conflicts",
        "folded",
        "stories",
        "unsure",
        "refused",
        "rejected",
        "feeds",
        "gone",
        "run",
        "changed_sources",
        "cited",
        "unmerged",
        "known",
        "versions",
        "alike",
        "amended",
        "moved",
        "held",
        "left_out",
    }
    assert set(result["folded"][0]) == {
        "article",
        "from",
        "into",
        "brief",
        "verdict",
        "score",
        "why",
        "source",
    }


def test_the_report_is_a_page_with_the_words_that_differ(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = site / "report.html"
    assert call(capsys, "--site", str(site), "import", str(DATA / "dump.txt"), "--report", str(report))[0] == 0
    page = report.read_text(encoding="utf-8")
    assert "<td>articles found</td><td>10</td>" in page
    assert "dump.txt, lines 19-25 into briefings/undated/tideworks-the-harbour-city-maker" in page
    # Alike, and not folded: the words that keep them apart.
    assert "a word has changed: `–` is now `on`" in page


def test_explain_lists_every_code_and_refuses_unknown_ones(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "explain")
    assert status == 0
    assert "unknown-tag" in out
    status, _, err = call(capsys, "explain", "nonsense")
    assert (status, err) == (
        2,
        ("briefings: there is no diagnostic `nonsense`\n  help: `briefings explain` lists all codes\n"),
    )


def test_wrong_usage_has_status_2(site: Path) -> None:
    for arguments in (["--site", str(site), "biuld"], [], ["--site", str(site), "attach"]):
        with pytest.raises(SystemExit) as error:
            main(arguments)
        assert error.value.code == 2
    assert main(["--site", str(site), "import"]) == 2
    assert main(["--site", str(site), "build", "--jobs", "0"]) == 2
    assert main(["--site", str(site), "import", "x.txt", "--date", "May"]) == 2
    assert main(["--site", str(site), "new", "x", "--date", "2026-05"]) == 2


def test_output_that_nobody_reads_to_the_end_is_no_fault() -> None:
    command = f"for n in 1 2 3; do {sys.executable} -m annotated_briefings explain | head -1; done"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(["bash", "-c", command], cwd=root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Broken pipe" not in done.stderr


FULL = """\
briefings: the result cannot be printed: no space left on device
  help: print it to a terminal, or to a file on a disk with free space
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="not here: /dev/full")
@pytest.mark.parametrize(
    ("call", "status", "expected"),
    [
        ("check --format json > /dev/full", 1, FULL),
        ("explain > /dev/full", 1, FULL),
        ("check >&-", 0, ""),
        ("check 2>&- >&-", 0, ""),
    ],
)
def test_a_full_or_closed_output_is_no_fault_of_the_program(
    tmp_path: Path, call: str, status: int, expected: str
) -> None:
    case = Case(tmp_path / "site")
    case.brief("a", "title: A\ndate: 2026-03-01")
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m annotated_briefings {call}"],
        cwd=case.root,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (status, expected)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "2>&- >&-", "<&- >&- 2>&-"])
def test_no_other_file_gets_the_number_of_a_standard_file_that_is_closed(tmp_path: Path, closed: str) -> None:
    program = tmp_path / "opens_a_file.py"
    program.write_text(
        "import os, sys\n"
        "from annotated_briefings.cli.main import main\n"
        "main(['explain', 'no-tags'])\n"
        "opened = os.open(sys.argv[0], os.O_RDONLY)\n"
        "os._exit(0 if opened > 2 else 10 + opened)\n",
        encoding="utf-8",
    )
    done = subprocess.run(["sh", "-c", f"{sys.executable} {program} {closed}"], capture_output=True, check=False)
    assert done.returncode == 0


def test_a_command_that_reads_no_collected_file_loads_no_reader_of_formats() -> None:
    script = (
        "import sys\n"
        "import annotated_briefings.preview.application, annotated_briefings.importer.run\n"
        "import annotated_briefings.build.pipeline, annotated_briefings.cli.commands.status\n"
        "from annotated_briefings.intake.stated.asides import _kinds\n"
        "readers = ('bs4', 'feedparser', 'trafilatura', 'pdfminer', 'warcio')\n"
        "print([name for name in readers if name in sys.modules], _kinds.cache_info().currsize)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[] 0\n", "")


def test_every_error_of_a_call_has_a_remedy() -> None:
    folder = Path(__file__).resolve().parents[2] / "generator" / "annotated_briefings" / "cli"
    bare = [
        f"{path.name}:{node.lineno}"
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Usage"
        if len(node.args) < 2 and not any(isinstance(given, ast.Starred) for given in node.args)
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("call_of", "done", "remedy"),
    [
        (["digest", "--opening-file", "."], "read: is a directory", "name a file, not a folder"),
        (
            ["digest", "--opening-file", "no.md"],
            "read: no such file or directory",
            "check how the path is written, and that you may read the file",
        ),
        (["import", "a.txt", "--report", "."], "written: is a directory", "name a file, not a folder"),
        (
            ["import", "a.txt", "--report", "a.txt/b.html"],
            "written: not a directory",
            "name another path, in a folder that you may write to",
        ),
    ],
)
def test_a_path_that_cannot_be_used_is_named_with_what_to_do(
    site: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    call_of: list[str],
    done: str,
    remedy: str,
) -> None:
    monkeypatch.chdir(site)
    (site / "a.txt").write_text("The ferry runs again from Monday, and the bridge stays closed until June.\n")
    status, _, err = call(capsys, *call_of)
    assert (status, err) == (2, f"briefings: `{call_of[-1]}` cannot be {done}\n  help: {remedy}\n")


@pytest.mark.parametrize("command", ["build", "check"])
def test_errors_are_listed_before_warnings(site: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    (site / "briefings" / "a.md").write_text("", encoding="utf-8")
    (site / "briefings" / "z.md").write_text("No front matter.\n", encoding="utf-8")
    _, out, err = call(capsys, "--site", str(site), command)
    found = [line.split(": ")[1].partition("[")[0] for line in (err + out).split("\n") if line.startswith("briefings/")]
    assert found == sorted(found, key=["error", "warning", "hint"].index)
    assert {"error", "warning"} <= {*found}


def test_the_words_of_a_title_need_no_quotation_marks(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "--site", str(site), "new", "Harbour", "opens", "late", "--date", "2026-03-02")
    assert status == 0
    assert "title: Harbour opens late\n" in (site / out.strip()).read_text(encoding="utf-8")
