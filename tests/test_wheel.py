"""The built wheel in clean environments, away from the repository, and the words by which people install it."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from processes import running

pytestmark = pytest.mark.slow
INSTALLED = pytest.mark.slowest
"""Installs into an empty environment, where the whole program is compiled anew: a matter of releases."""

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("generator", "templates", "static", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
DUMP = ROOT / "tests" / "data" / "dump.txt"


def call(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@dataclass(frozen=True)
class Made:
    """What all tests of this module start from."""

    source: Path
    """A copy of the repository, as far as it is part of the distribution."""
    wheel: Path
    """The wheel built from it."""
    variables: dict[str, str]
    """Environment in which the dependencies of the test run can be imported, its own copy of the product excepted."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The wheel, built from a copy of the sources."""
    folder = tmp_path_factory.mktemp("made")
    source = folder / "annotated-briefings"
    source.mkdir()
    leftovers = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=leftovers)
        else:
            shutil.copy(ROOT / name, source / name)
    packages = folder / "packages"
    packages.mkdir()
    for site in [Path(entry) for entry in sys.path if Path(entry).name == "site-packages"]:
        for entry in site.iterdir():
            own = (
                entry.name.startswith(("annotated_briefings", "__editable__", "__pycache__")) or entry.suffix == ".pth"
            )
            if not own and not (packages / entry.name).exists():
                (packages / entry.name).symlink_to(entry)
    # pip must neither ask an index nor look for dependencies: those of the test run are taken.
    quiet = {
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        # What is used is compiled when it is used.
        "PIP_NO_COMPILE": "1",
    }
    variables = {**os.environ, **quiet, "PYTHONPATH": str(packages), "PYTHONUNBUFFERED": "1"}
    for name in ("VIRTUAL_ENV", "PYTHONHOME", "BRIEFINGS_SHARED"):
        variables.pop(name, None)
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", cwd=source)
    [wheel] = (folder / "dist").glob("*.whl")
    return Made(source, wheel, variables)


def environment(made: Made, folder: Path, *install: str | Path) -> Path:
    """The folder of commands of a new environment with what was installed into it."""
    call(sys.executable, "-m", "venv", "--without-pip", folder / "env", cwd=folder)
    scripts = folder / "env" / SCRIPTS
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet")
    call(*pip, *install, cwd=folder, env=made.variables)
    return scripts


@pytest.fixture(scope="module")
def installed(made: Made, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The commands of an environment with the wheel, and an empty folder."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / "empty").mkdir()
    return environment(made, folder, made.wheel), folder / "empty"


@INSTALLED
def test_an_installed_copy_makes_and_builds_a_site_in_an_empty_folder(made: Made, installed: tuple[Path, Path]) -> None:
    scripts, empty = installed
    assert "next: cd demo && briefings serve" in call(
        scripts / "briefings", "init", "demo", cwd=empty, env=made.variables
    )
    assert "1 brief" in call(scripts / "briefings", "build", cwd=empty / "demo", env=made.variables)
    page = empty / "demo" / "_site" / "briefs" / "tideworks-first-turbine" / "index.html"
    assert "Tideworks switches on its first turbine" in page.read_text(encoding="utf-8")
    assert list((empty / "demo" / "_site" / "css").glob("site.*.css"))
    assert (empty / "demo" / ".gitignore").is_file()


@INSTALLED
def test_an_installed_copy_imports_a_dump(made: Made, installed: tuple[Path, Path]) -> None:
    scripts, empty = installed
    call(scripts / "briefings", "init", "other", cwd=empty, env=made.variables)
    printed = call(scripts / "briefings", "import", DUMP, cwd=empty / "other", env=made.variables)
    assert "10 articles in 1 file" in printed


@INSTALLED
def test_the_command_and_the_module_are_the_installed_copy(made: Made, installed: tuple[Path, Path]) -> None:
    scripts, empty = installed
    code = "import annotated_briefings; print(annotated_briefings.__file__)"
    assert str(scripts.parent) in call(scripts / "python", "-c", code, cwd=empty, env=made.variables)
    version = call(scripts / "briefings", "--version", cwd=empty, env=made.variables)
    assert re.fullmatch(r"briefings \d+\.\d+\.\d+\n", version)
    module = call(scripts / "python", "-m", "annotated_briefings", "--version", cwd=empty, env=made.variables)
    assert module == version


def test_the_wheel_holds_the_theme_the_marker_of_types_and_nothing_beside_the_package(made: Made) -> None:
    with zipfile.ZipFile(made.wheel) as archive:
        names = set(archive.namelist())
    for folder in ("templates", "static"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                inside = path.relative_to(ROOT / folder).as_posix()
                assert f"annotated_briefings/theme_{folder}/{inside}" in names
    code = ROOT / "generator" / "annotated_briefings"
    for path in code.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert f"annotated_briefings/{path.relative_to(code).as_posix()}" in names
    assert "annotated_briefings/py.typed" in names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"annotated_briefings"}


@INSTALLED
def test_it_works_beside_another_package_called_generator(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other-1.0-py3-none-any.whl"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("generator/__init__.py", "OWN = 'the other one'\n")
        archive.writestr("other-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: other\nVersion: 1.0\n")
        archive.writestr("other-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("other-1.0.dist-info/RECORD", "")
    scripts = environment(made, tmp_path, other, made.wheel)
    code = "import generator, annotated_briefings.build.run; print(generator.OWN)"
    assert call(scripts / "python", "-c", code, cwd=tmp_path, env=made.variables) == "the other one\n"
    call(scripts / "briefings", "init", "demo", cwd=tmp_path, env=made.variables)
    assert "1 brief" in call(scripts / "briefings", "build", cwd=tmp_path / "demo", env=made.variables)


@INSTALLED
def test_an_editable_copy_takes_code_and_templates_from_its_folder(made: Made, tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(made.source, source)
    scripts = environment(made, tmp_path, "--editable", source)
    code = "import annotated_briefings; print(annotated_briefings.__file__)"
    assert str(source) in call(scripts / "python", "-c", code, cwd=tmp_path, env=made.variables)
    call(scripts / "briefings", "init", "demo", cwd=tmp_path, env=made.variables)
    brief = source / "templates" / "brief.html"
    brief.write_text(brief.read_text(encoding="utf-8").replace("<h1", '<h1 data-edited="1"'), encoding="utf-8")
    call(scripts / "briefings", "build", cwd=tmp_path / "demo", env=made.variables)
    page = tmp_path / "demo" / "_site" / "briefs" / "tideworks-first-turbine" / "index.html"
    assert 'data-edited="1"' in page.read_text(encoding="utf-8")


class Shell:
    """Runs the commands that a page shows, one after another, as somebody who types them would."""

    def __init__(self, made: Made, folder: Path) -> None:
        self.folder = folder
        self.variables = dict(made.variables)

    def run(self, line: str) -> None:
        """One line; a preview is stopped as soon as it has printed its address."""
        words = shlex.split(line, comments=True)
        if words[0] == "cd":
            self.folder = self.folder / words[1]
        elif words[0] == ".":
            self.variables["PATH"] = str((self.folder / words[1]).parent) + os.pathsep + self.variables["PATH"]
        elif words == ["briefings", "serve"]:
            self.preview(words)
        else:
            words[0] = sys.executable if words[0] == "python3" else self.found(words[0])
            call(*words, cwd=self.folder, env=self.variables)

    def found(self, name: str) -> str:
        """The program that the name stands for; it must come from the new environment."""
        path = shutil.which(name, path=self.variables["PATH"])
        assert path, name
        assert ".venv" in path, path
        return path

    def preview(self, words: list[str]) -> None:
        """Start a preview, wait for its address, stop it as Ctrl-C does."""
        command = [self.found(words[0]), *words[1:]]
        with running(
            command, cwd=self.folder, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            assert process.stdout
            printed = ""
            for line in process.stdout:
                printed += line
                if "http://" in line:
                    break
            process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
            process.stdout.read()
        assert "http://127.0.0.1:" in printed


def shown(page: str) -> list[str]:
    """The commands that a page shows, in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@INSTALLED
@pytest.mark.timeout(1200)
@pytest.mark.skipif(os.name == "nt", reason="the page shows the commands of Linux and macOS")
def test_the_quick_start_and_the_workflow_work_word_for_word(made: Made, tmp_path: Path) -> None:
    commands = shown("docs/briefings/quick-start.md")
    assert commands[-1].startswith("pip wheel")
    shutil.copytree(made.source, tmp_path / "annotated-briefings")
    shell = Shell(made, tmp_path)
    for line in commands:
        if line.startswith("briefings import"):
            shutil.copy(DUMP, shell.folder / "collected-today.txt")
            (shell.folder / "newsletters").mkdir()
            (shell.folder / "newsletters" / "one.txt").write_text("Ferries stop\n\nThe last ferry leaves on Sunday.\n")
            (shell.folder / "feed.xml").write_text(
                '<rss version="2.0"><channel><title>Courier</title><item><title>Mice leave the mill</title>'
                "<description>The mill at Amaro has no mice left.</description></item></channel></rss>"
            )
        shell.run(line)
    assert (shell.folder / "_site" / "index.html").is_file()

    # What GitHub runs then, on a machine that has nothing but the files of the site.
    site = tmp_path / "runner" / "site"
    shutil.copytree(shell.folder, site, ignore=shutil.ignore_patterns("_site", ".cache", "collected"))
    call(sys.executable, "-m", "venv", ".venv", cwd=site.parent)
    shell = Shell(made, site)
    shell.run(". ../.venv/bin/activate")
    workflow = yaml.safe_load((site / ".github" / "workflows" / "briefings.yml").read_text(encoding="utf-8"))
    steps = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert steps[0] == "pip install --no-deps -r requirements.txt"
    for step in steps:
        shell.run(step)
    assert (site / "_site" / "index.html").is_file()


@INSTALLED
def test_the_readme_installs_as_it_says(made: Made, tmp_path: Path) -> None:
    commands = [line for line in shown("README.md") if "pip" in line]
    assert [line.split("      #")[0] for line in commands] == [".venv/bin/pip install FOLDER_OF_THIS_REPOSITORY"]
    assert "$ python -m venv .venv\n" in (ROOT / "README.md").read_text(encoding="utf-8")
    call(sys.executable, "-m", "venv", ".venv", cwd=tmp_path)
    call(tmp_path / ".venv" / SCRIPTS / "pip", "install", made.source, cwd=tmp_path, env=made.variables)
    assert "briefings" in call(
        tmp_path / ".venv" / SCRIPTS / "briefings", "--version", cwd=tmp_path, env=made.variables
    )


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize(("tag", "day", "passes"), [("", "2026-12-31", True), ("", "soon", False), ("9", "", False)])
def test_a_release_is_refused_whose_tag_is_not_the_version_or_whose_section_has_no_date(
    made: Made, tmp_path: Path, tag: str, day: str, passes: bool
) -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
    [step] = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "TAG" in step.get("env", {})]
    version = made.wheel.name.split("-")[1]
    (tmp_path / "dist").mkdir()
    shutil.copy(made.wheel, tmp_path / "dist")
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n## {version} ({day})\n", encoding="utf-8")
    # As GitHub starts it.
    shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step)
    done = subprocess.run(
        shell, cwd=tmp_path, env={**os.environ, "TAG": f"v{tag or version}"}, capture_output=True, check=False
    )
    assert (done.returncode == 0) == passes, done


def test_the_description_of_the_package_can_be_shown_by_an_index(made: Made) -> None:
    pytest.importorskip("twine", reason="twine is not installed")
    assert "PASSED" in call(sys.executable, "-m", "twine", "check", "--strict", made.wheel, cwd=made.source)
