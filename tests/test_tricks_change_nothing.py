"""Code that is there for speed alone changes nothing that is written; `python -m bench.tricks` says what it saves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "tests" / "golden" / "site"


def written(folder: Path, without: str) -> dict[str, bytes]:
    """The files of a site that is built without some tricks."""
    site = folder / without.replace(",", "-").replace(" ", "-")
    shutil.copytree(SITE, site)
    subprocess.run(
        [sys.executable, "-m", "bench.without", without, "--site", site, "build", "--now", "2026-05-01T00:00:00Z"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        check=False,
    )
    output = site / "_site"
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != ".briefings-manifest.json"
    }


@pytest.mark.slow
def test_a_site_that_is_built_without_tricks_has_the_same_files(tmp_path: Path) -> None:
    plain = written(tmp_path, "values,templates,markdown")
    files = written(tmp_path, "as it is")
    assert len(files) > 100
    assert plain.keys() == files.keys()
    assert [path for path, data in files.items() if plain[path] != data] == []
