"""The fingerprint of the program: it changes with every file and every library that may shape a result."""

import os
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from annotated_briefings.base.regex import regex

_PACKAGE = Path(__file__).resolve().parents[1]
_DISTRIBUTION = "annotated-briefings"
_NAME = regex(r"[A-Za-z0-9][\w.-]*")
_COMPILED = "__pycache__"
"""Folders of what Python makes from modules by itself."""


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """Hash of all files of the program and of the versions of the libraries that it requires: a new version of either
    never uses what an older one cached."""
    whole = blake2b(files_fingerprint(_PACKAGE).encode(), digest_size=16)
    for name in _libraries():
        try:
            whole.update(f"{name} {version(name)}\0".encode())
        except PackageNotFoundError:
            whole.update(f"{name}\0".encode())
    return whole.hexdigest()


def files_fingerprint(package: Path) -> str:
    """Hash of the names and bytes of all files below a folder, whatever their ending: modules, weights, word lists,
    anything that is added later. What Python compiles is left out."""
    whole = blake2b(digest_size=16)
    for path in sorted(_files(package)):
        try:
            data = path.read_bytes()
        except FileNotFoundError:  # A file of an editor in a source checkout, which is gone again.
            continue
        whole.update(b"%s\0%d\0" % (os.fsencode(path.relative_to(package).as_posix()), len(data)))
        whole.update(data)
    return whole.hexdigest()


def _files(package: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name != _COMPILED]
        yield from (Path(folder, name) for name in names)


def _libraries() -> list[str]:
    """Names of the libraries that the program requires, without those of its extras."""
    try:
        wanted = requires(_DISTRIBUTION) or ()
    except PackageNotFoundError:
        return []
    return sorted(found[0] for line in wanted if "extra ==" not in line and (found := _NAME.match(line)))
