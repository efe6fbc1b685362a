"""Whether anything has changed since the last build: a fingerprint of the bytes of every file that a build reads.

The digests of pictures and other large static files come from the cache while their size and time stay the same."""

import os
import platform
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from time import perf_counter, time
from typing import NamedTuple

from annotated_briefings.base.digest import digest
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import SITE
from annotated_briefings.base.source import Stamp
from annotated_briefings.base.values import replace
from annotated_briefings.build.publishing.manifest import (
    MANIFEST,
    FileRecord,
    read_manifest,
    unchanged_files,
    unfinished_in,
)
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.project.package_data import shipped_static, shipped_templates
from annotated_briefings.storage.static_files import Digests, file_digest, is_held, is_settled, stamp_of
from annotated_briefings.storage.unread_files import unread_beside

_STAGE = "whole builds"
_FOLDERS = ("briefings", "collected", "pages", "static", "templates")
"""Folders of a site that builds read."""
_WITH_LARGE = ("briefings", "pages", "static")
"""Those that may contain pictures and other files that a build does not read into memory."""

_OPENED = regex(rb"---[ \t]*\r?\n")
"""The line before front matter, where it begins a file as `content/frontmatter.py` reads it."""
_CLOSED = regex(rb"\n(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
"""The line after it, with the end of the one before. One pattern for both would take six times as long."""
_TITLE = regex(rb"^title:.*\n", re.MULTILINE)
"""The line of a headline in front matter."""
_BESIDE = "beside/"
"""Name of what is reported of files beside the folders of a site, which a build does not read otherwise."""
_OURS = "theme/"
"""What the names of files of our theme begin with, which may be those of files of the site."""


class _Unknown(Exception):
    """A file cannot be read or is a symbolic link, so that only a full build can tell whether anything has changed."""


class Done(NamedTuple):
    """A build that was done."""

    report: BuildReport
    """Its report."""
    since: datetime
    """The time it knew (UTC)."""
    until: datetime | None
    """The next moment at which time alone changes something; None when it never does."""
    output: str
    """Digest of the manifest of its output; empty where nothing was written."""


class FileDigest(NamedTuple):
    """The bytes of a file as digests."""

    front: str
    """Of its front matter without the headline; empty where it has none."""
    title: str
    """Of the line of its headline there; empty where that is not in one line."""
    rest: str
    """Of all else."""


class ReadFiles(NamedTuple):
    """Every file that a build may read, as it was before the build."""

    fingerprint: str
    """Digest of all their bytes and of the request; empty where it cannot be computed."""
    digests: Mapping[str, FileDigest]
    """Name of a file or folder to the digests of its bytes."""
    stamps: Mapping[str, Stamp | None]
    """What tells one state of a file from another without reading it, by name; None for a folder, and for a file that
    was written so shortly before that its times may be those of the next state, too."""


def read_files(request: BuildRequest) -> ReadFiles:
    """Read every byte that a build may read."""
    digests: dict[str, FileDigest] = {}
    stamps: dict[str, Stamp | None] = {}
    large: dict[str, tuple[str, Stamp]] = {}
    begun = time()
    try:
        for file in _files(request.root):
            stamp = None
            if file.is_large:
                stamp = stamp_of(os.stat(file.path))
                large[file.name] = (os.path.abspath(file.path), stamp)
            elif file.path:
                data, stamp = _read(file.path)
                digests[file.name] = _digest_of(file.name, data)
            stamps[file.name] = stamp if stamp and is_settled(stamp, begun) else None
        digests |= _digests_of(request, large)
        digests[_BESIDE] = _beside(request)
    except (OSError, _Unknown):
        return ReadFiles("", {}, {})
    return ReadFiles(digest(request_key(request), digests, tuple(stamps)), digests, stamps)


def is_unchanged(request: BuildRequest, files: ReadFiles) -> bool:
    """Whether no file was written since these were read. Of those that were written shortly before, the bytes are
    compared, of all others size, times and number."""
    names = []
    try:
        for file in _files(request.root):
            names.append(file.name)
            if file.path and not _is_as_read(file, files):
                return False
        return names == list(files.stamps) and _beside(request) == files.digests[_BESIDE]
    except (OSError, _Unknown):
        return False


def _is_as_read(file: "_ReadFile", files: ReadFiles) -> bool:
    stamp = files.stamps.get(file.name)
    if stamp:
        return stamp_of(os.stat(file.path)) == stamp
    if file.is_large:
        return FileDigest("", "", file_digest(file.path)) == files.digests.get(file.name)
    return _digest_of(file.name, _read(file.path)[0]) == files.digests.get(file.name)


def _read(path: str) -> tuple[bytes, Stamp]:
    """The bytes of a file, and its stamp before they were read."""
    with open(path, "rb", buffering=0) as file:
        stamp = stamp_of(os.fstat(file.fileno()))
        return file.read(), stamp


def _beside(request: BuildRequest) -> FileDigest:
    return FileDigest("", "", digest(tuple(unread_beside(request.root))))


def request_key(request: BuildRequest) -> str:
    """Digest of the program, and of what a build is asked to make."""
    return digest(
        code_fingerprint(),
        platform.python_version(),
        os.fspath(request.destination),
        request.base_url,
        request.drafts,
        request.write,
        request.search,
        request.thorough,
    )


def _digest_of(name: str, data: bytes) -> FileDigest:
    opened = _OPENED.match(data) if name.endswith(".md") else None
    closed = _CLOSED.search(data, opened.end() - 1) if opened else None
    if closed is None:
        return FileDigest("", "", _hash(data))
    front, rest = data[: closed.end()], data[closed.end() :]
    title = _TITLE.search(front)
    if title is None:
        return FileDigest(_hash(front), "", _hash(rest))
    # Where the line is belongs to the rest of the front matter.
    others = b"%s\0%s" % (front[: title.start()], front[title.end() :])
    return FileDigest(_hash(others), _hash(title[0]), _hash(rest))


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _digests_of(request: BuildRequest, large: Mapping[str, tuple[str, Stamp]]) -> dict[str, FileDigest]:
    """Names and digests of large static files, of which paths and stamps are given."""
    if not large:
        return {}
    with Store(request.root / ".cache") as store:
        digests = Digests(None if request.clean else store)
        digests.recall(large.values())
        found = {name: FileDigest("", "", digests.of(path, stamp)) for name, (path, stamp) in large.items()}
        digests.keep()
    return found


class _ReadFile(NamedTuple):
    """A file or folder that a build may read."""

    name: str
    """Its name: from the site, or in our theme."""
    path: str = ""
    """Where it is; empty for a folder, and for settings that are not there."""
    is_large: bool = False
    """Whether a build does not read it into memory."""


def _files(root: Path) -> Iterator[_ReadFile]:
    """Every file and folder of the site and of our theme that is there, in order."""
    if (root / SITE).is_file():
        yield _ReadFile(SITE, os.fspath(root / SITE))
    ours = [(_OURS, shipped_templates()), (_OURS, shipped_static())]
    for beginning, folder in (*(("", root / name) for name in _FOLDERS), *ours):
        if folder.is_dir():
            yield _ReadFile(f"{beginning}{folder.name}/")
            yield from _below(
                os.fspath(folder), beginning, len(os.fspath(folder.parent)) + 1, folder.name in _WITH_LARGE
            )


def _below(folder: str, beginning: str, skip: int, with_large: bool) -> Iterator[_ReadFile]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda e: e.name):
            if entry.is_symlink():
                raise _Unknown
            if entry.is_dir():
                yield from _below(entry.path, beginning, skip, with_large)
            else:
                yield _ReadFile(beginning + entry.path[skip:], entry.path, with_large and not is_held(entry.name))


def earlier_report(request: BuildRequest, files: ReadFiles, begun: float) -> BuildReport | None:
    """The report of an earlier build from the same files whose output is still in place; None when there is
    something to do. ``begun`` is when this build began, by `perf_counter`."""
    if request.clean or not files.fingerprint:
        return None
    with Store(request.root / ".cache") as store:
        found = store.get_many(_STAGE, [files.fingerprint]).get(files.fingerprint)
    if found is None or in_place(request, found) is None:
        return None
    known: BuildReport = found[0]
    return replace(known, parsed=0, rendered=0, written=0, pruned=0, seconds=perf_counter() - begun)


def in_place(request: BuildRequest, done: Done) -> Mapping[str, FileRecord] | None:
    """The files of the output of a build, where nothing but the files of the site may have changed since: no time has
    come that changes something, and the output is unchanged, without temporary files of a build that was killed.
    Otherwise None."""
    if request.now < done.since or (done.until is not None and request.now >= done.until):
        return None
    if not request.write:
        return {}
    if unfinished_in(request.root, request.destination):
        return None
    manifest = read_manifest(request.root, request.destination)
    same = _manifest_digest(request) == done.output
    return manifest if same and len(unchanged_files(request.destination, manifest)) == len(manifest) else None


def remember_build(request: BuildRequest, files: ReadFiles, report: BuildReport, until: datetime | None) -> Done:
    """Cache the report of a build; ``until`` is the next moment at which time alone changes something."""
    output = _manifest_digest(request) if request.write else ""
    done = Done(replace(report, changes=()), request.now, until, output)
    with Store(request.root / ".cache") as store:
        store.put_many(_STAGE, {files.fingerprint: done})
    return done


def _manifest_digest(request: BuildRequest) -> str:
    """Digest of the manifest of the output folder."""
    try:
        return blake2b((request.destination / MANIFEST).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
