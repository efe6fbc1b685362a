"""What surrounds the code: workflows, hooks, metadata and the ways in for contributors."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = [
    *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
    *sorted(ROOT.glob("generator/**/starter/github/workflows/*.yml")),
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(path: Path) -> Any:
    """A YAML file; YAML 1.1 reads the key `on` as true."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_as_little_as_possible(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow[True]
    for name, job in workflow["jobs"].items():
        if "uses" in job:
            continue
        assert job["timeout-minutes"] <= 90, name
        writes = {key for key, value in job.get("permissions", {}).items() if value == "write"}
        assert writes <= {"id-token", "pages"}, name
        assert not writes or not any("run" in step for step in job["steps"]), f"{name} runs commands with more rights"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_a_version(path: Path) -> None:
    for used in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8")):
        assert re.fullmatch(r"\./\S+\.yml|[\w/-]+@(v\d+(\.\d+)*|[0-9a-f]{40}|release/v\d+)", used), used


def test_what_workflows_run_is_run_by_a_test_or_is_a_target_of_this_repository() -> None:
    steps = {
        (path.stem, step["run"].split("\n")[0])
        for path in WORKFLOWS
        for job in read(path)["jobs"].values()
        for step in job.get("steps", ())
        if "run" in step
    }
    assert steps == {
        # `tests/test_wheel.py` runs these.
        ("briefings", "pip install --no-deps -r requirements.txt"),
        ("briefings", "briefings check --format github"),
        ("briefings", "briefings build"),
        ("release", "python -m build"),
        ("release", "python -m twine check --strict dist/*"),
        ("release", 'test -f "dist/annotated_briefings-${TAG#v}-py3-none-any.whl"'),
        # `tests/test_same_bytes.py` runs the first; the second compares what it wrote.
        ("ci", "python tests/site_digest.py digests.txt"),
        ("ci", "diff --from-file=digests-ubuntu-latest-3.11/digests.txt digests-*/digests.txt"),
        # These start the tests, and install what they need.
        ("ci", ".ci/run"),
        ("ci", "make audit"),
        ("ci", "make lowest"),
        ("ci", 'python -m pip install --editable ".[test]"'),
        ("ci", 'python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not browser"'),
        ("release", "python -m pip install build twine"),
    }
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert {"audit", "lowest"} <= set(targets)
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_every_python_that_the_metadata_names_is_tested_on_three_systems() -> None:
    matrix = read(ROOT / ".github" / "workflows" / "ci.yml")["jobs"]["tests"]["strategy"]["matrix"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert matrix["python"] == named
    assert PROJECT["requires-python"] == f">={named[0]}"
    assert [system.partition("-")[0] for system in matrix["system"]] == ["ubuntu", "macos", "windows"]


def test_the_metadata_says_who_made_it_and_what_it_is() -> None:
    assert PROJECT["authors"] == [{"name": "The annotated-briefings authors"}]
    assert "Typing :: Typed" in PROJECT["classifiers"]
    assert PROJECT["keywords"] == sorted(PROJECT["keywords"], key=str.lower)


def texts() -> dict[str, str]:
    """The text files of the repository that git knows, with their names."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git repository")
    out = {}
    for name in done.stdout.splitlines():
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in content:
            out[name] = content.decode("utf-8", errors="replace")
    return out


def hooks() -> list[dict[str, Any]]:
    """The hooks that need nothing but pre-commit."""
    [repo] = read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repo["repo"] == "local"
    return [hook for hook in repo["hooks"] if hook["language"] == "pygrep"]


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: hook["id"])
def test_the_hooks_find_nothing_in_what_is_committed(hook: dict[str, Any]) -> None:
    whole = "--multiline" in hook.get("args", ())
    pattern = re.compile(hook["entry"], re.MULTILINE | re.DOTALL if whole else 0)
    for name, text in texts().items():
        if not re.search(hook["exclude"], name):
            pieces = [text] if whole else text.splitlines()
            assert not any(pattern.search(piece) for piece in pieces), name


def test_every_target_of_make_is_in_its_help() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    [phony] = re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert re.findall(r"^([a-z]+):.*## .+$", text, re.MULTILINE) == phony.split()


@pytest.mark.parametrize("name", ["bug", "idea"])
def test_an_issue_form_asks_for_what_is_needed_to_answer(name: str) -> None:
    form = read(ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml")
    assert {"name", "description", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert all(field["attributes"]["label"] for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)


def test_links_between_documents_lead_to_files() -> None:
    for page in [*ROOT.glob("*.md"), *ROOT.glob("generator/*.md"), *ROOT.glob("docs/decisions/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_document_names_an_address_of_a_repository_that_nobody_knows() -> None:
    hosts = re.compile(r"https://(?:git(?:hub|lab)\.com|codeberg\.org|pypi\.org)/\S+")
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "pyproject.toml", *WORKFLOWS]:
        assert not hosts.search(page.read_text(encoding="utf-8")), page.name


NEW = {"no-tags", "stats.py", "terms.html", "terms.py"}
"""What the recipes add."""


def test_the_recipes_name_files_that_there_are_and_at_most_four_each() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Recipes")[2].partition("\n## ")[0]
    recipes = text.split("\n### ")[1:]
    assert [recipe.partition("\n")[0] for recipe in recipes] == [
        "Add a page kind",
        "Add a front matter field",
        "Add a rule",
        "Add an import format",
        "Add a command",
        "Add an interface language",
    ]
    for recipe in recipes:
        steps = re.findall(r"^\d\. ((?:.+\n)(?:   .+\n)*)", recipe, re.MULTILINE)
        assert 2 <= len(steps) <= 4
    for name in re.findall(r"`((?:generator|tests|docs|templates)/[\w./-]+)`", text):
        path = ROOT / name
        assert path.exists() or (path.name in NEW and path.parent.is_dir()), name


def test_lists_of_pinned_packages_are_installed_as_they_are() -> None:
    """pip reads the newest release of a package that another one asks for with extras, and refuses it as unpinned."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"pip install .*-r requirements.*", text)
    assert len(installs) == 4
    assert [line for line in installs if "--no-deps --require-hashes" not in line] == []
