"""`briefings init`: the files of a new site."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from annotated_briefings.cli.main import main
from annotated_briefings.editing.scaffold import create_site


def test_a_new_site_has_a_workflow_a_hook_and_schemas(tmp_path: Path) -> None:
    made = create_site(tmp_path / "new")
    assert [path for path in made.paths if path.startswith(".")] == [
        ".gitattributes",
        ".github/workflows/briefings.yml",
        ".gitignore",
        ".markdownlint-cli2.jsonc",
        ".mdformat.toml",
        ".pre-commit-config.yaml",
        ".prettierignore",
        ".schemas/brief.schema.json",
        ".schemas/decisions.schema.json",
        ".schemas/entities.schema.json",
        ".schemas/page.schema.json",
        ".schemas/people.schema.json",
        ".schemas/site.schema.json",
        ".schemas/stories.schema.json",
        ".schemas/tags.schema.json",
        ".vscode/briefings.code-snippets",
        ".vscode/extensions.json",
        ".vscode/settings.json",
    ]
    folder = tmp_path / "new" / ".github" / "workflows"
    workflow = yaml.safe_load((folder / "briefings.yml").read_text(encoding="utf-8"))
    steps = [step.get("run", "") for step in workflow["jobs"]["build"]["steps"]]
    [kept] = [step["with"]["path"] for step in workflow["jobs"]["build"]["steps"] if "cache@" in step.get("uses", "")]
    # What is published counts as up to date where it is there too.
    assert kept.split() == [".cache", "_site"]
    for step in steps:
        if step.startswith("briefings"):
            assert main(["--site", str(tmp_path / "new"), *step.split()[1:]]) == 0
    hooks = yaml.safe_load((tmp_path / "new" / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hooks["repos"][0]["hooks"][0]["entry"] == "briefings check"
    settings = json.loads((tmp_path / "new" / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for path in settings["yaml.schemas"]:
        assert (tmp_path / "new" / path).is_file()


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_two_branches_that_both_import_merge_without_conflict(tmp_path: Path) -> None:
    site = tmp_path / "site"
    create_site(site)

    def git(*words: str) -> None:
        who = ("-c", "user.name=Desk", "-c", "user.email=desk@desk.example", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *who, *words], cwd=site, check=True, capture_output=True)

    def take(number: int) -> None:
        record = {
            "title": f"Report {number}",
            "outlet": "Quay",
            "text": f"Pier {number} opens at {number} on Monday. " * 3,
        }
        (tmp_path / f"{number}.json").write_text(json.dumps([record]), encoding="utf-8")
        assert main(["--site", str(site), "import", str(tmp_path / f"{number}.json")]) == 0
        git("add", ".")
        git("commit", "-m", f"import {number}")

    git("init")
    take(1)
    git("checkout", "-b", "other")
    take(2)
    git("checkout", "main")
    take(3)
    git("merge", "other")
    assert len(list((site / "briefings").rglob("report-*.md"))) == 3
    assert main(["--site", str(site), "check"]) == 0
    # The first import after the merge notes that it has compared the articles of both branches; the others none.
    assert main(["--site", str(site), "import", str(tmp_path / "1.json")]) == 0
    before = (site / "briefings" / "imports.jsonl").read_bytes()
    for number in (1, 2, 3):
        assert main(["--site", str(site), "import", str(tmp_path / f"{number}.json")]) == 0
    assert (site / "briefings" / "imports.jsonl").read_bytes() == before
    assert len(list((site / "briefings").rglob("report-*.md"))) == 3


def test_old_schemas_are_named_and_written_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    create_site(site)
    settled = site / "site.yaml"
    settled.write_text(settled.read_text(encoding="utf-8") + "description: Ours.\n", encoding="utf-8")
    schemas = sorted((site / ".schemas").iterdir())
    now = [file.read_text(encoding="utf-8") for file in schemas]

    def reported_by() -> str:
        capsys.readouterr()
        main(["--site", str(site), "check"])
        return "".join(
            line + "\n" for line in capsys.readouterr().out.split("\n") if "schema" in line or "--update" in line
        )

    assert reported_by() == ""
    schemas[0].write_text("{}", encoding="utf-8")
    schemas[1].unlink()
    assert reported_by() == (
        ".schemas: hint[old-schema]: 2 schemas are of another version of briefings\n"
        "  help: run `briefings init --update`, so that text editors know all fields\n"
    )
    assert main(["init", str(site), "--update"]) == 0
    assert [line.rpartition("/")[2] for line in capsys.readouterr().out.splitlines()] == [f.name for f in schemas[:2]]
    assert [file.read_text(encoding="utf-8") for file in schemas] == now
    assert settled.read_text(encoding="utf-8").endswith("description: Ours.\n")
    assert reported_by() == ""
    assert main(["init", str(site), "--update"]) == 0
    assert capsys.readouterr().out == "the schemas are those of this version\n"
    assert main(["init", str(tmp_path / "none"), "--update"]) == 2
    schemas[0].unlink()
    (site / "site.yaml").write_text(settled.read_text(encoding="utf-8") + "check: {ignore: [old-schema]}\n", "utf-8")
    assert reported_by() == ""


def test_files_that_were_there_are_left_and_what_git_must_know_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my site").mkdir()
    (tmp_path / "my site" / ".gitignore").write_text("*.log\n_site/\n", encoding="utf-8")
    (tmp_path / "my site" / "requirements.txt").write_text("", encoding="utf-8")
    assert main(["init", "my site"]) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "  left my site/requirements.txt as it was",
        "  left my site/.gitignore as it was; add to it: `_digest/`, `.cache/`, `collected/`",
        "next: cd 'my site' && briefings serve",
    ]
    assert (tmp_path / "my site" / ".gitignore").read_text(encoding="utf-8") == "*.log\n_site/\n"


@pytest.mark.parametrize(("folder", "into"), [("-site", "./-site"), ("a;b", "'a;b'"), (".", "")])
def test_the_next_command_can_be_pasted(
    tmp_path: Path, folder: str, into: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--", folder]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"next: {f'cd {into} && ' if into else ''}briefings serve"


def test_a_workflow_below_the_top_of_a_repository_is_said_to_be_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    assert main(["init", "news/site"]) == 0
    assert capsys.readouterr().out.splitlines()[-2] == (
        "GitHub reads workflows at the top of a repository alone: move news/site/.github/workflows/briefings.yml to "
        f"{tmp_path}/.github/workflows/briefings.yml, give its `run` steps `working-directory: news/site`, "
        "and put `news/site/` before its paths"
    )
    assert main(["init"]) == 0
    assert "GitHub" not in capsys.readouterr().out
