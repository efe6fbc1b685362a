"""Whether anything has changed since the last build: a fingerprint of the bytes of every file that a build reads.

The digests of pictures and other large static files come from the cache while their size and time stay the same."""

import os
import platform
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from annotated_briefings.base.digest import digest
from annotated_briefings.base.regex import regex
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
from annotated_briefings.storage.static_files import Digests, is_held, stamp_of
from annotated_briefings.storage.unread_files import unread_beside

_STAGE = "whole builds"
_FOLDERS = ("briefings", "collected", "pages", "static", "templates")
"""Folders of a site that builds read."""
_WITH_LARGE = ("briefings", "pages", "static")
"""Those that may contain pictures and other files that a build does not read into memory."""

_FRONT = regex(rb"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
"""Front matter with the lines around it, where it begins a file as `content/frontmatter.py` reads it."""
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
    """Of its front matter; empty where it has none."""
    rest: str
    """Of all else."""


class ReadFiles(NamedTuple):
    """Every file that a build may read, as it was before the build."""

    fingerprint: str
    """Digest of all their bytes and of the request; empty where it cannot be computed."""
    digests: Mapping[str, FileDigest]
    """Name of a file or folder to the digests of its bytes."""


def read_files(request: BuildRequest) -> ReadFiles:
    """Read every byte that a build may read."""
    digests: dict[str, FileDigest] = {}
    large: list[os.DirEntry[str]] = []
    try:
        for name, data in _files(request.root):
            if isinstance(data, bytes):
                digests[name] = _digest_of(name, data)
            else:
                large.append(data)
        for name, found in _digests(request, large):
            digests[name] = FileDigest("", found)
        digests[_BESIDE] = FileDigest("", digest(tuple(unread_beside(request.root))))
    except (OSError, _Unknown):
        return ReadFiles("", {})
    return ReadFiles(digest(request_key(request), digests), digests)


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
    front = _FRONT.match(data) if name.endswith(".md") else None
    if front is None:
        return FileDigest("", _hash(data))
    return FileDigest(_hash(front[0]), _hash(data[front.end() :]))


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _digests(request: BuildRequest, large: list[os.DirEntry[str]]) -> Iterator[tuple[str, str]]:
    """Names and digests of large static files."""
    if not large:
        return
    files = [(os.path.abspath(entry), stamp_of(os.stat(entry))) for entry in large]
    with Store(request.root / ".cache") as store:
        digests = Digests(None if request.clean else store)
        digests.recall(files)
        for path, stamp in files:
            yield path, digests.of(path, stamp)
        digests.keep()


def _files(root: Path) -> Iterator[tuple[str, bytes | os.DirEntry[str]]]:
    """Name and bytes of every file of the site and of our theme, in order; of large static files, where they are."""
    settings = root / "site.yaml"
    yield "site.yaml", settings.read_bytes() if settings.is_file() else b""
    ours = [(_OURS, shipped_templates()), (_OURS, shipped_static())]
    for beginning, folder in (*(("", root / name) for name in _FOLDERS), *ours):
        yield f"{beginning}{folder.name}/", b"here" if folder.is_dir() else b""
        for name, data in _below(os.fspath(folder), len(os.fspath(folder.parent)) + 1, folder.name in _WITH_LARGE):
            yield beginning + name, data


def _below(folder: str, skip: int, with_large: bool) -> Iterator[tuple[str, bytes | os.DirEntry[str]]]:
    if not os.path.isdir(folder):
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda e: e.name):
            if entry.is_symlink():
                raise _Unknown
            if entry.is_dir():
                yield from _below(entry.path, skip, with_large)
            elif with_large and not is_held(entry.name):
                yield entry.path[skip:], entry
            else:
                with open(entry.path, "rb", buffering=0) as file:
                    yield entry.path[skip:], file.read()


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
