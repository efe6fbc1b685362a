"""Planted faults break the import-linter contracts of pyproject.toml, to which `make lint` holds the package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

pytest.importorskip("importlinter")
ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path("generator") / "annotated_briefings"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the checkout in a folder."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(folder / "generator"), "COLUMNS": "200"},
    )  # fmt: skip


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what import-linter reads."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "architecture", folder / "tests" / "architecture")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


FAULTS = [
    ("site/schedule.py", "from datetime import date\nTODAY = date.today()", "site.schedule:{} calls today"),
    ("site/schedule.py", "from datetime import datetime\nclock = datetime.now", "site.schedule:{} calls now"),
    ("site/urls.py", "def read(path):\n    return path.read_text()", "site.urls:{} calls read_text"),
    ("site/urls.py", "TEXT = open('/etc/hostname').read()", "site.urls:{} calls open"),
    ("site/urls.py", "from pathlib import Path", "site.urls:{} imports pathlib"),
    ("intake/compose.py", "import random", "intake.compose:{} imports random"),
    ("output/leaks.py", "import os", "output.leaks:{} imports os"),
    ("base/dates.py", "import socket", "base.dates:{} imports socket"),
    ("content/parse.py", "import time", "content.parse:{} imports time"),
    ("content/parse.py", "import linecache as lines", "content.parse:{} imports linecache"),
    ("content/parse.py", "from urllib import request", "content.parse:{} imports urllib"),
    ("content/parse.py", "import urllib.request", "content.parse:{} imports urllib.request"),
    ("base/digest.py", "from io import open as read", "base.digest:{} calls open"),
    ("base/digest.py", "import io\nTEXT = io.open('/etc/hostname')", "base.digest:{} calls open"),
    ("base/digest.py", "import gzip as packed\nTEXT = packed.open('/tmp/a.gz')", "base.digest:{} calls open"),
    ("intake/compose.py", "import builtins", "intake.compose:{} imports builtins"),
    ("intake/compose.py", "def clock(day):\n    return getattr(day, 'today')()", "intake.compose:{} calls today"),
    ("intake/compose.py", "def there(moment):\n    return moment.astimezone()", "intake.compose:{} calls astimezone"),
    ("intake/compose.py", "def at(day):\n    return day.fromtimestamp(0)", "intake.compose:{} calls fromtimestamp"),
    ("intake/compose.py", "def name(text):\n    return hash(text)", "intake.compose:{} calls hash"),
    ("intake/compose.py", "import numpy\nCHANCE = numpy.random.rand()", "intake.compose:{} calls random"),
    ("output/leaks.py", "import tqdm", "output.leaks -> tqdm (l.{})"),
    (
        "base/dates.py",
        "import annotated_briefings.content.model",
        "base.dates -> OURS.content.model (l.{})",
    ),
    (
        "content/parse.py",
        "import annotated_briefings.site.urls",
        "content.parse -> OURS.site.urls (l.{})",
    ),
    (
        "storage/files.py",
        "import annotated_briefings.project.load",
        "storage.files -> OURS.project.load (l.{})",
    ),
    (
        "site/model/catalog.py",
        "import annotated_briefings.site.context",
        "catalog -> OURS.site.context (l.{})",
    ),
]
"""Module, what is added at its end, and what import-linter says, with the number of the line; OURS is our package."""


@pytest.fixture(scope="module")
def faulty(checkout: Path) -> tuple[str, list[int]]:
    """What import-linter says of all faults at once, and the line of each."""
    before: dict[Path, str] = {}
    lines = []
    for module, text, _ in FAULTS:
        path = checkout / PACKAGE / module
        now = path.read_text(encoding="utf-8")
        before.setdefault(path, now)
        path.write_text(f"{now}\n\n{text}\n", encoding="utf-8")
        lines.append(now.count("\n") + 2 + text.count("\n") + 1)
    done = lint(checkout)
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    return " ".join(done.stdout.split()), lines


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[f"{module} {text}" for module, text, _ in FAULTS])
def test_a_planted_fault_breaks_a_contract(faulty: tuple[str, list[int]], number: int) -> None:
    printed, lines = faulty
    assert FAULTS[number][2].replace("OURS", "annotated_briefings").format(lines[number]) in printed


@pytest.fixture(scope="module")
def circle_and_new_package(checkout: Path) -> str:
    """What import-linter says of two modules that import one another, and of a package that no contract names."""
    path = checkout / PACKAGE / "base" / "dates.py"
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n\nimport annotated_briefings.base.config\n", encoding="utf-8")
    folder = checkout / PACKAGE / "extras"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""New."""\n', encoding="utf-8")
    done = lint(checkout)
    shutil.rmtree(folder)
    path.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    return done.stdout


def test_a_circle_of_modules_breaks_a_contract(circle_and_new_package: str) -> None:
    assert "No cycles are allowed" in circle_and_new_package


def test_a_new_package_must_be_given_its_layer(circle_and_new_package: str) -> None:
    assert "extras" in circle_and_new_package
