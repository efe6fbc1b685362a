"""Files below ``static/``, and pictures and papers that lie beside briefs: texts are read; all others stay on the disk,
and their digests are known."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from time import time
from typing import Any, BinaryIO, Protocol

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.paths import is_chosen
from annotated_briefings.base.source import BESIDE, Stamp, StaticFile, is_text_file
from annotated_briefings.base.traces.by_products import copies_among, is_by_product
from annotated_briefings.base.values import replace
from annotated_briefings.output.pictures import clean
from annotated_briefings.storage.files import name_of, two_spellings, unreadable, wanted_files
from annotated_briefings.storage.outside_links import OutsideLinks

_BESIDE = (
    ".avif",
    ".csv",
    ".gif",
    ".jpeg",
    ".jpg",
    ".mp3",
    ".mp4",
    ".ods",
    ".ogg",
    ".pdf",
    ".png",
    ".svg",
    ".webm",
    ".webp",
    ".xlsx",
)
"""What may lie beside briefs for their readers."""
_STAGE = "static files"
_SETTLED = 2.0
"""Seconds after which a file that was written again has another time on every file system."""
_BLOCK = 1 << 20


def is_held(name: str) -> bool:
    """Whether a file is read as a whole, and not only its digest taken."""
    return is_text_file(name)


def is_beside(name: str) -> bool:
    """Whether a file among the briefs is one for readers."""
    return name.lower().endswith(_BESIDE) and not is_by_product(name)


def stamp_of(stat: os.stat_result) -> Stamp:
    """What tells one state of a file from another without reading it."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def is_settled(stamp: Stamp, now: float) -> bool:
    """Whether a file that is written after a time (seconds since 1970) has another stamp then. One that was written a
    moment before could be written once more within the same tick of the clock."""
    return now - max(stamp[1:3]) / 1e9 > _SETTLED


class Remembered(Protocol):
    """Where digests are kept from build to build."""

    def get_many(self, stage: str, keys: Sequence[str]) -> dict[str, Any]:
        """The values that are known, by key."""

    def put_many(self, stage: str, values: Mapping[str, object]) -> None:
        """Keep values by key."""


class Digests:
    """Digests of files on the disk, remembered for as long as size, times and number of a file stay as they are."""

    def __init__(self, store: Remembered | None = None) -> None:
        """Remembered in a store from build to build, or in this process alone."""
        self._store = store
        self._known: dict[str, str] = {}
        self._fresh: dict[str, str] = {}

    def recall(self, files: Iterable[tuple[str, Stamp]]) -> None:
        """Look up what is remembered of some files, by their paths and stamps, all at once."""
        if self._store:
            self._known |= self._store.get_many(_STAGE, [_key(path, stamp) for path, stamp in files])

    def of(self, path: str, stamp: Stamp) -> str:
        """The digest of a file. Raises OSError for one that cannot be read."""
        key = _key(path, stamp)
        found = self._known.get(key)
        if found is None:
            now = time()
            found = file_digest(path)
            if is_settled(stamp, now):
                self._known[key] = self._fresh[key] = found
        return found

    def keep(self) -> None:
        """Remember what was not known before."""
        if self._store:
            self._store.put_many(_STAGE, self._fresh)
        self._fresh.clear()


def _key(path: str, stamp: Stamp) -> str:
    return f"{path} {stamp}"


def file_digest(path: str) -> str:
    """The digest of a file on the disk. Raises OSError."""
    whole = blake2b(digest_size=16)
    with open(path, "rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            whole.update(block)
    return whole.hexdigest()


def held_file(name: str, data: bytes) -> StaticFile:
    """A file that was read."""
    return StaticFile(name, data, "", blake2b(data, digest_size=16).hexdigest(), (len(data), 0, 0, 0))


def list_static(
    root: Path, digests: Digests | None, chosen: Collection[str] = ()
) -> tuple[tuple[StaticFile, ...], tuple[Diagnostic, ...]]:
    """All files of a folder by name, well-known hidden ones too; without ``digests`` those of files that stay on the
    disk are left out. ``chosen`` are the patterns of files that are published on purpose."""
    known = (path for path in sorted(root.glob(".well-known/**/*")) if not _is_left(path.relative_to(root).parts[1:]))
    extra = [path for path in (root / ".nojekyll", *known) if path.is_file()]
    links = OutsideLinks(root.parent)
    links.look_below(root)
    links.look_below(root / ".well-known")
    paths = list(links.within_of((*wanted_files(root, ("**/*",), lambda name: is_chosen(name, chosen)), *extra)))
    return _listed(((name_of(root, path), path) for path in paths), digests, links.diagnostics)


def list_beside(
    root: Path, digests: Digests | None, chosen: Collection[str] = ()
) -> tuple[tuple[StaticFile, ...], tuple[Diagnostic, ...]]:
    """Pictures, films and papers that lie among the briefs or pages of a folder, by their path as it is from
    ``static/``; and others that are ``chosen``."""
    links = OutsideLinks(root.parent)
    paths = list(links.within_of(_walked(root, chosen)))
    return _listed(((f"../{root.name}/{name_of(root, path)}", path) for path in paths), digests, links.diagnostics)


def _walked(root: Path, chosen: Collection[str]) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not is_by_product(name))
        copies = copies_among(names)
        for path in (Path(folder, name) for name in sorted(names)):
            wanted = path.suffix != ".md" and is_chosen(name_of(root, path), chosen)
            if wanted or (is_beside(path.name) and path.name not in copies):
                yield path


def _is_left(parts: Iterable[str]) -> bool:
    """Whether a program left a file or one of its folders behind."""
    return any(map(is_by_product, parts))


def _listed(
    paths: Iterable[tuple[str, Path]], digests: Digests | None, links: Iterable[Diagnostic]
) -> tuple[tuple[StaticFile, ...], tuple[Diagnostic, ...]]:
    files: dict[str, StaticFile] = {}
    found: list[Diagnostic] = [*links]
    for name, path in paths:
        if name in files:
            found.append(two_spellings(_shown(name)))
            continue
        try:
            files[name] = held_file(name, path.read_bytes()) if is_held(name) else _on_disk(name, path)
        except OSError as error:
            found.append(unreadable(_shown(name), error))
    if digests:
        digests.recall((file.place, file.stamp) for file in files.values() if file.data is None)
        for name, file in tuple(files.items()):
            try:
                if file.data is None:
                    files[name] = replace(file, digest=digests.of(file.place, file.stamp))
            except OSError as error:
                del files[name]
                found.append(unreadable(_shown(name), error))
        digests.keep()
    return tuple(files.values()), tuple(found)


def _shown(name: str) -> str:
    """The path of a file from the folder of the site."""
    return name.removeprefix("../") if name.startswith(BESIDE) else f"static/{name}"


def _on_disk(name: str, path: Path) -> StaticFile:
    place = os.path.abspath(path)
    return StaticFile(name, None, place, "", stamp_of(os.stat(place)))


def opened(file: StaticFile) -> BinaryIO:
    """A file opened for reading, as it lies on the disk. Raises OSError."""
    return open(file.place, "rb") if file.data is None else BytesIO(file.data)


def content_of(file: StaticFile) -> bytes:
    """The bytes of a file as they are published. Raises OSError."""
    with opened(file) as stream:
        data = stream.read()
    return clean(data, file.name).data if file.cleaned else data
