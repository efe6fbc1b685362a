"""The built wheel in a clean environment, away from the repository."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def call(*command: str, cwd: Path, **variables: str) -> str:
    settings = {**os.environ, **variables}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def briefings(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str], Path]:
    """The installed command, its environment variables, and an empty folder."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    # Build from what is committed or about to be, not from leftovers of earlier builds.
    for name in ("generator", "templates", "static", "pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        (source / name).symlink_to(ROOT / name)
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), cwd=source)
    wheel = next((folder / "dist").glob("*.whl"))
    call(sys.executable, "-m", "venv", str(folder / "env"), cwd=folder)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    call(str(scripts / "python"), "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel), cwd=folder)
    # The dependencies are those of the test run; its own copy of the product is not among them.
    variables = {"PYTHONPATH": sysconfig.get_paths()["purelib"], "VIRTUAL_ENV": ""}
    empty = folder / "empty"
    empty.mkdir()
    return str(scripts / "briefings"), variables, empty


def test_an_installed_copy_makes_and_builds_a_site_in_an_empty_folder(
    briefings: tuple[str, dict[str, str], Path],
) -> None:
    command, variables, empty = briefings
    assert "next: cd demo && briefings serve" in call(command, "init", "demo", cwd=empty, **variables)
    assert "1 brief" in call(command, "build", cwd=empty / "demo", **variables)
    page = empty / "demo" / "_site" / "briefs" / "tideworks-first-turbine" / "index.html"
    assert "Tideworks switches on its first turbine" in page.read_text(encoding="utf-8")
    assert list((empty / "demo" / "_site" / "css").glob("site.*.css"))
    assert (empty / "demo" / ".gitignore").is_file()


def test_an_installed_copy_imports_a_dump(briefings: tuple[str, dict[str, str], Path]) -> None:
    command, variables, empty = briefings
    call(command, "init", "other", cwd=empty, **variables)
    dump = ROOT / "tests" / "data" / "dump.txt"
    assert "10 articles in 1 file" in call(command, "import", str(dump), cwd=empty / "other", **variables)


def test_the_installed_copy_is_the_one_that_ran(briefings: tuple[str, dict[str, str], Path]) -> None:
    command, variables, empty = briefings
    python = str(Path(command).with_name("python.exe" if os.name == "nt" else "python"))
    where = call(
        python, "-c", "import annotated_briefings; print(annotated_briefings.__file__)", cwd=empty, **variables
    )
    assert str(Path(command).parents[1]) in where
