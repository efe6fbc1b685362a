"""Several editors of one site: two desks on one folder, branches of git that both import and decide, and a running
preview that follows what git brings."""

import json
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import call
from desk_site import Asked, desk_of
from processes import Preview, preview

from annotated_briefings.cli.main import main

pytestmark = pytest.mark.slow

PEOPLE = "rosa: {name: Rosa Lind, initials: RL}\ntomas: {name: Tomas Kern, initials: TK}\n"
BRIEF = """\
---
title: The harbour closes
date: 2026-03-14
summary: A storm closed the harbour.
sources:
  - {outlet: Quay Letter}
---
The harbour was closed on Saturday night.

On Sunday 12,500 passengers went ashore.
"""
ARTICLE = "{0} opens\nQuay Letter, 2026-03-0{1}\n\nThe {0} opens to all boats on Monday after {1} weeks of works.\n"


def git(folder: Path, *words: str) -> str:
    names = ("-c", "user.name=Editor", "-c", "user.email=editor@desk.example", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *names, "-C", str(folder), *words], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """Two clones of one site that `init` made."""
    first, second, shared = tmp_path / "rosa", tmp_path / "tomas", tmp_path / "shared.git"
    assert main(["init", str(first)]) == 0
    (first / "briefings/people.yaml").write_text(PEOPLE, encoding="utf-8")
    (first / "briefings/harbour.md").write_text(BRIEF, encoding="utf-8")
    git(first, "init", "-q")
    git(first, "add", "-A")
    git(first, "commit", "-qm", "Begin")
    git(tmp_path, "clone", "-q", "--bare", str(first), str(shared))
    git(first, "remote", "add", "origin", str(shared))
    git(tmp_path, "clone", "-q", str(shared), str(second))
    git(first, "fetch", "-q")
    git(first, "branch", "-q", "--set-upstream-to=origin/main", "main")
    return first, second


def commit(site: Path) -> None:
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Edit")


def test_nothing_conflicts_where_two_import_and_decide_and_edit_two_parts_of_a_brief(
    clones: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, site in enumerate(clones, 1):
        collected = tmp_path / f"notes-{number}.txt"
        collected.write_text(ARTICLE.format(("North lock", "South lock")[number - 1], number), encoding="utf-8")
        assert main(["--site", str(site), "import", str(collected)]) == 0
        with (site / "briefings/decisions.yaml").open("a", encoding="utf-8") as file:
            file.write(f"- {{no_entity: Lock {number}}}\n")
        page = Asked(desk_of(site), "briefings/harbour.md")
        page.save(
            fields={"title": "Gulls return"} if number == 1 else {}, body=None if number == 1 else "Another text.\n"
        )
        commit(site)
    first, second = clones
    git(first, "push", "-q")
    git(second, "pull", "-q", "--no-rebase", "--no-edit")
    git(second, "push", "-q")
    git(first, "pull", "-q", "--no-rebase", "--no-edit")
    for site in clones:
        assert "<<<<<<<" not in "".join(p.read_text(encoding="utf-8") for p in (site / "briefings").rglob("*.*"))
        decided = (site / "briefings/decisions.yaml").read_text(encoding="utf-8").splitlines()
        assert sorted(decided) == ["- {no_entity: Lock 1}", "- {no_entity: Lock 2}"]
        capsys.readouterr()
        _, printed, _ = call(capsys, site, "imports", "list", "--json")
        assert sorted(one["files"] for one in json.loads(printed)) == [["notes-1.txt"], ["notes-2.txt"]]
        brief = (site / "briefings/harbour.md").read_text(encoding="utf-8")
        assert "title: Gulls return" in brief
        assert "Another text." in brief


def test_two_desks_on_one_folder_put_their_changes_together(clones: tuple[Path, Path]) -> None:
    site, _ = clones
    rosa, tomas = (Asked(desk_of(site, name), "briefings/harbour.md") for name in ("RL", "TK"))
    rosa.save(BRIEF, fields={"title": "Gulls return"})
    assert tomas.save(BRIEF, fields={"summary": "Nobody was hurt."})["merged"]
    text = rosa.file.read_text(encoding="utf-8")
    assert text == BRIEF.replace("The harbour closes", "Gulls return").replace(
        "A storm closed the harbour.", "Nobody was hurt."
    )
    [part] = rosa.save(BRIEF, fields={"summary": "Two were hurt."})["parts"]
    assert (part["base"], part["mine"], part["file"]) == (
        "summary: A storm closed the harbour.\n",
        "summary: Two were hurt.\n",
        "summary: Nobody was hurt.\n",
    )
    assert rosa.file.read_text(encoding="utf-8") == text


@pytest.fixture
def served(clones: tuple[Path, Path]) -> Iterator[Preview]:
    with preview(clones[1], "--as", "rosa lind") as running:
        yield running


def shown(running: Preview, path: str) -> str:
    with urllib.request.urlopen(running.address + path) as answer:
        return str(answer.read().decode())


def test_a_running_preview_follows_what_git_brings(clones: tuple[Path, Path], served: Preview) -> None:
    first, second = clones
    assert "The harbour closes" in shown(served, "briefs/harbour/")
    (first / "briefings/harbour.md").write_text(BRIEF.replace("The harbour closes", "Gulls return"), encoding="utf-8")
    (first / "briefings/new.md").write_text("---\ntitle: Herons too\ndate: 2026-03-15\n---\nText.\n", encoding="utf-8")
    commit(first)
    git(first, "push", "-q")
    git(second, "pull", "-q")
    assert served.process.stdout
    for line in served.process.stdout:
        if "read in" in line and "Herons too" in shown(served, ""):
            break
    assert "Gulls return" in shown(served, "briefs/harbour/")
    assert "Herons too" in shown(served, "briefs/new/")


def test_a_name_that_the_list_of_people_lacks_is_refused(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, printed = call(capsys, clones[0], "serve", "--as", "Rosa Lint")
    assert (status, printed) == (
        2,
        "briefings: `--as Rosa Lint` names nobody of `briefings/people.yaml`\n  help: did you mean `Rosa Lind`?\n",
    )
