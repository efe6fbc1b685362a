"""Code that is there for speed alone changes nothing that is written; `python -m bench.tricks` says what it saves."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotated_briefings.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "tests" / "golden" / "site"


BUILD = ("build", "--now", "2026-05-01T00:00:00Z")


def written(site: Path, build: Callable[[], object]) -> dict[str, bytes]:
    """The files of a copy of the site that is built in some way."""
    shutil.copytree(SITE, site)
    build()
    output = site / "_site"
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != ".briefings-manifest.json"
    }


@pytest.mark.slow
def test_a_site_that_is_built_without_tricks_has_the_same_files(tmp_path: Path) -> None:
    def without_tricks() -> None:
        command = ("bench.without", "patterns,values,templates,markdown", "--site", str(tmp_path / "plain"), *BUILD)
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
        subprocess.run((sys.executable, "-m", *command), cwd=ROOT, env=environment, capture_output=True, check=False)

    plain = written(tmp_path / "plain", without_tricks)
    files = written(tmp_path / "as it is", lambda: main(["--site", str(tmp_path / "as it is"), *BUILD]))
    assert len(files) > 100
    assert plain.keys() == files.keys()
    assert [path for path, data in files.items() if plain[path] != data] == []
