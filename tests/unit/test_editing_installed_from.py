"""A new site says from where other machines install the program: only from where this copy really came."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_site import Case

from annotated_briefings import __version__
from annotated_briefings.editing.installed_from import requirements, requirements_of

GOLDEN = Path(__file__).parents[1] / "golden" / "site"
GIT = {"vcs": "git", "commit_id": "4aaa7ef0", "requested_revision": "main"}


def lines(text: str) -> list[str]:
    """What pip reads of a requirements file."""
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, f"annotated-briefings=={__version__}"),
        (
            {"url": "https://git.example/desk/briefings", "vcs_info": GIT},
            "annotated-briefings @ git+https://git.example/desk/briefings@4aaa7ef0",
        ),
        (
            {"url": "https://git.example/desk/tools", "vcs_info": GIT, "subdirectory": "briefings"},
            "annotated-briefings @ git+https://git.example/desk/tools@4aaa7ef0#subdirectory=briefings",
        ),
        (
            {"url": "https://files.example/ab.whl", "archive_info": {}},
            "annotated-briefings @ https://files.example/ab.whl",
        ),
        ({"url": "file:///home/ed/annotated-briefings", "dir_info": {}}, None),
        ({"url": "file:///home/ed/ab.whl", "archive_info": {}}, None),
        ({"url": "file:///home/ed/annotated-briefings", "vcs_info": GIT}, None),
    ],
    ids=["an index", "git", "a folder of a git repository", "a web address", "a folder", "a wheel", "a local git"],
)
def test_other_machines_install_the_copy_that_made_the_site(origin: object, line: str | None) -> None:
    text = requirements_of(None if origin is None else json.dumps(origin))
    if line is None:
        line = f"./wheels/annotated_briefings-{__version__}-py3-none-any.whl"
        assert "pip wheel --no-deps -w wheels FOLDER_OF_ANNOTATED_BRIEFINGS" in text
    assert lines(text) == [line]


def test_a_machine_that_builds_installs_what_a_build_needs_and_nothing_of_import_or_preview() -> None:
    names = {line.partition("==")[0] for line in lines(requirements())[1:]}
    assert names >= {"babel", "jinja2", "markupsafe", "markdown-it-py", "mdurl", "pillow", "pyyaml", "tqdm"}
    assert not names & {"numpy", "trafilatura", "lxml", "pdfminer.six", "livereload", "tornado", "feedparser", "dask"}
    for line in lines(requirements())[1:]:
        # Windows alone needs some that this machine may lack.
        assert re.fullmatch(r"[\w.-]+==[\w.]+(?:; .+)?|(?:tzdata|colorama).*; .*[wW]in.*", line), line


BUILD_ALONE = """
import importlib.metadata, re, sys
from pathlib import Path

allowed = {re.split("[=; ]", line)[0].lower() for line in Path(sys.argv[1]).read_text().splitlines()}
of = importlib.metadata.packages_distributions()

class Refuse:
    def find_spec(self, name, path=None, target=None):
        owners = {owner.lower() for owner in of.get(name.partition(".")[0], ())}
        if owners and "annotated-briefings" not in owners and not owners & allowed:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Refuse())
from annotated_briefings.cli.main import main
sys.exit(main(sys.argv[2:]))
"""


def alone(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command where nothing is installed but what the requirements file names."""
    (folder / "requirements.txt").write_text(requirements(), encoding="utf-8")
    command = [sys.executable, "-c", BUILD_ALONE, str(folder / "requirements.txt"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


# It is about installing a part of the packages, which changes with the list of them alone.
@pytest.mark.slow
@pytest.mark.slowest
def test_a_site_with_everything_on_is_built_and_checked_with_these_packages_alone(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN, tmp_path / "site")
    for command in ("build", "check"):
        done = alone(tmp_path, "--site", str(tmp_path / "site"), command, "--now", "2026-05-01T00:00:00Z")
        assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "site" / "_site").rglob("*.html"))) > 60


@pytest.mark.slow
def test_a_command_that_needs_more_says_so_and_how_to_get_it(tmp_path: Path) -> None:
    Case(tmp_path / "site")
    (tmp_path / "a.html").write_text("<p>One paragraph about the quay.</p>", encoding="utf-8")
    done = alone(tmp_path, "--site", str(tmp_path / "site"), "serve")
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(
        r"briefings: `briefings serve` needs the package `\w+`, which is not installed here\n"
        r"  help: this copy was installed to build and check alone; install it whole, without `--no-deps`\n",
        done.stderr,
    )
