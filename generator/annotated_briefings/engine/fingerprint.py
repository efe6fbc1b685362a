"""A digest of our own code, so that a changed program never trusts what an older one remembered."""

from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = (
    "babel",
    "font-source-serif-pro",
    "jinja2",
    "markdown-it-py",
    "mdit-py-plugins",
    "markupsafe",
    "pagefind",
    "pagefind-bin-extended",
    "pillow",
    "pyyaml",
    "rcssmin",
)
_PARTS = (".py", ".json", ".txt", ".crfsuite")
"""Code, and the word lists and weights it reads."""


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """Digest of our source files, word lists and weights, and of the versions of the libraries that shape a page."""
    whole = blake2b(digest_size=16)
    for path in sorted(p for p in _PACKAGE.rglob("*") if p.suffix in _PARTS):
        whole.update(path.relative_to(_PACKAGE).as_posix().encode())
        whole.update(path.read_bytes())
    for name in _LIBRARIES:
        try:
            whole.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            whole.update(name.encode())
    return whole.hexdigest()
