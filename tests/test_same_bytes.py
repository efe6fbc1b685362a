"""The same files give the same bytes in every zone, with every language of the system and every order of sets.

Continuous integration compares the same digests on every Python and system (`same-bytes` in ci.yml).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from site_digest import digests

SCRIPT = Path(__file__).parent / "site_digest.py"

# It takes ten seconds, and every push compares more than it does; that the order of sets changes nothing is tested with
# every change too (`tests/cases/test_output.py`).
pytestmark = [pytest.mark.slow, pytest.mark.slowest]


def test_a_site_has_the_same_bytes_wherever_it_is_built(tmp_path: Path) -> None:
    here = dict(digests())
    assert len(here) > 150
    assert {Path(name).suffix for name in here} >= {".html", ".xml", ".json", ".md", ".css", ".js", ".svg", ".txt"}
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)}
    file = tmp_path / "digests.txt"
    subprocess.run([sys.executable, str(SCRIPT), str(file)], check=True, env={**os.environ, **elsewhere})
    lines = file.read_text(encoding="utf-8").splitlines()
    there = {name: digest for digest, _, name in (line.partition("  ") for line in lines[1:])}
    assert there == here
