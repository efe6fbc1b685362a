"""The import-linter contracts of pyproject.toml: kept by the package, and broken by planted faults."""

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


def test_the_package_keeps_its_contracts(checkout: Path) -> None:
    done = lint(checkout)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "text", "says"),
    [
        ("site/schedule.py", "from datetime import date\nTODAY = date.today()", "calls today"),
        ("site/schedule.py", "from datetime import datetime\nclock = datetime.now", "calls now"),
        ("site/urls.py", "def read(path):\n    return path.read_text()", "calls read_text"),
        ("site/urls.py", "TEXT = open('/etc/hostname').read()", "calls open"),
        ("site/urls.py", "from pathlib import Path", "not allowed to import pathlib"),
        ("intake/compose.py", "import random", "not allowed to import random"),
        ("output/leaks.py", "import os", "not allowed to import os"),
        ("base/dates.py", "import socket", "not allowed to import socket"),
        ("content/parse.py", "import time", "not allowed to import time"),
        ("base/dates.py", "import annotated_briefings.content.model", "not allowed to import"),
        ("content/parse.py", "import annotated_briefings.site.urls", "not allowed to import"),
        ("storage/files.py", "import annotated_briefings.project.load", "not allowed to import"),
        ("site/model/catalog.py", "import annotated_briefings.site.context", "not allowed to import"),
        ("base/dates.py", "import annotated_briefings.base.config", "No cycles are allowed"),
    ],
)
def test_a_planted_fault_breaks_a_contract(checkout: Path, module: str, text: str, says: str) -> None:
    path = checkout / PACKAGE / module
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n\n{text}\n", encoding="utf-8")
    try:
        done = lint(checkout)
    finally:
        path.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert says in " ".join(done.stdout.split())


def test_a_new_package_must_be_given_its_layer(checkout: Path) -> None:
    folder = checkout / PACKAGE / "extras"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""New."""\n', encoding="utf-8")
    try:
        done = lint(checkout)
    finally:
        shutil.rmtree(folder)
    assert done.returncode == 1
    assert "extras" in done.stdout
