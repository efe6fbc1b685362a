"""The shipped templates, static files and fonts."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def _folder(name: str) -> Path:
    """The copy inside an installed package, or the top-level folder of a source checkout."""
    installed = _PACKAGE / f"theme_{name}"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def shipped_templates() -> Path:
    """Folder of the shipped templates."""
    return _folder("templates")


def shipped_static() -> Path:
    """Folder of the shipped static files."""
    return _folder("static")


def starter() -> Path:
    """Folder of the files that ``init`` copies."""
    return _PACKAGE / "starter"


@lru_cache(maxsize=1)
def card_font() -> bytes:
    """The font of social cards: Source Serif, which has Latin, Greek and Cyrillic letters."""
    return (files("font_source_serif_pro") / "files" / "SourceSerifPro-Semibold.otf").read_bytes()
