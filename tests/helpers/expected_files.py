"""Files of the repository that tests write anew."""

from pathlib import Path

WRITE_ANEW = "run `pytest --update-golden` on this test file, and read the difference"
"""What to do where such a file is out of date."""


def assert_current(path: Path, text: str, update: bool) -> None:
    """Compare a file with the text that it should have; write it first where ``--update-golden`` is given."""
    if update:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.name} is out of date: {WRITE_ANEW}"
