"""The fingerprint of the program changes with every file that may change a result."""

import shutil
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotated_briefings.engine import fingerprint
from annotated_briefings.engine.fingerprint import code_fingerprint, files_fingerprint

PACKAGE = Path(fingerprint.__file__).parents[1]
ENDINGS = st.sampled_from(["", ".bloom", ".json", ".npz", ".tar.gz", ".PY", ".txt~"]) | st.from_regex(
    r"\.[a-z0-9]{1,8}", fullmatch=True
)
NAMES = st.tuples(st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True), ENDINGS).map("".join)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small package with a module and a word list."""
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "reader.py").write_text("X = 1\n", encoding="utf-8")
    (tmp_path / "names" / "words.bloom").write_bytes(b"\x01\x02")
    return tmp_path


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, first=st.binary(max_size=4), second=st.binary(max_size=4))
def test_a_data_file_of_any_ending_and_each_change_of_it_changes_the_fingerprint(
    package: Path, name: str, first: bytes, second: bytes
) -> None:
    before = files_fingerprint(package)
    file = package / "names" / f"new-{name}"
    file.write_bytes(first)
    added = files_fingerprint(package)
    file.write_bytes(second)
    changed = files_fingerprint(package)
    file.rename(file.with_name(f"other-{name}"))
    renamed = files_fingerprint(package)
    file.with_name(f"other-{name}").unlink()
    assert added != before
    assert (changed == added) == (first == second)
    assert renamed not in (before, changed)
    assert files_fingerprint(package) == before


@pytest.mark.slow
def test_each_file_of_the_program_is_in_its_fingerprint(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    files = [path for path in sorted(copy.rglob("*")) if path.is_file()]
    for path in files:
        # All files are read for each of them: their first bytes are enough.
        path.write_bytes(path.read_bytes()[:16])
    whole = files_fingerprint(copy)
    data = [path for path in files if path.suffix != ".py"]
    assert {".bloom", ".crfsuite", ".json", ".txt", ".yaml", ".md"} <= {path.suffix for path in data}
    for path in data:
        kept = path.read_bytes()
        path.write_bytes(kept + b" ")
        assert files_fingerprint(copy) != whole, path
        path.write_bytes(kept)
    assert files_fingerprint(copy) == whole


def test_what_python_compiles_is_not_in_the_fingerprint(package: Path) -> None:
    before = files_fingerprint(package)
    (package / "names" / "__pycache__").mkdir()
    (package / "names" / "__pycache__" / "reader.cpython-313.pyc").write_bytes(b"\x00")
    assert files_fingerprint(package) == before


@pytest.mark.parametrize("library", ["trafilatura", "lxml", "jinja2", "numpy"])
def test_a_new_version_of_a_library_that_reads_or_renders_changes_the_fingerprint(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    code_fingerprint.cache_clear()
    before = code_fingerprint()
    monkeypatch.setattr(fingerprint, "version", lambda name: "99.1" if name == library else version(name))
    code_fingerprint.cache_clear()
    after = code_fingerprint()
    code_fingerprint.cache_clear()
    assert after != before
