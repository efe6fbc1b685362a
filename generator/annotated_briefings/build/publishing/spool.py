"""A temporary store on the disk for rendered pages: they are published only when all of them are known to be good."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import time
from typing import BinaryIO, NamedTuple

_PREFIX = "spool-"
_DAY = 86_400


class SpoolPlace(NamedTuple):
    """Where the bytes of a page are in the spool."""

    file: str
    """Name of the file in the spool folder."""
    start: int
    """Offset of the first byte."""
    length: int
    """Number of bytes."""


@contextmanager
def spool_folder(root: Path) -> Iterator[Path]:
    """A folder for pages until they are published, deleted at the end: 10,000 pages would take too much memory."""
    cache = root / ".cache"
    with suppress(OSError):
        # Folders of builds that were killed.
        for old in cache.glob(f"{_PREFIX}*"):
            if time() - old.stat().st_mtime > _DAY:
                rmtree(old, ignore_errors=True)
    folder = Path(mkdtemp(prefix=_PREFIX, dir=cache if cache.is_dir() else None))
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


class SpoolFile:
    """The file of this process in the spool folder, to which it appends the pages it renders."""

    def __init__(self, folder: Path | None) -> None:
        """``folder`` is None where no file can be shared between the processes; then nothing is stored."""
        self._path = folder / f"{os.getpid()}.pages" if folder else None
        self._at = 0

    def __enter__(self) -> "SpoolFile":
        if self._path:
            self._file = self._path.open("ab")
            self._at = self._file.seek(0, os.SEEK_END)
        return self

    def __exit__(self, *_: object) -> None:
        if self._path:
            self._file.close()

    def put(self, data: bytes) -> SpoolPlace | None:
        """Store some bytes; None when there is no file for them."""
        if self._path is None:
            return None
        place = SpoolPlace(self._path.name, self._at, len(data))
        self._file.write(data)
        self._at += len(data)
        return place


class SpoolReader:
    """Reads what several processes have stored; a file is opened once."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}

    def __enter__(self) -> "SpoolReader":
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def read(self, place: SpoolPlace) -> bytes:
        """The bytes of a page. Raises OSError."""
        file = self._files.get(place.file)
        if file is None:
            folder = self._folder or Path()
            file = self._files[place.file] = (folder / place.file).open("rb")
        file.seek(place.start)
        return file.read(place.length)
