"""Whether anything has changed since the last build: a fingerprint of the bytes of every file that a build reads.

The digests of pictures and other large static files come from the cache while their size and time stay the same."""

import os
import platform
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from time import perf_counter

from annotated_briefings.base.digest import digest
from annotated_briefings.base.values import replace
from annotated_briefings.build.publishing.manifest import MANIFEST, read_manifest, unchanged_files
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.project.package_data import shipped_static, shipped_templates
from annotated_briefings.storage.static_files import Digests, is_held, stamp_of

_STAGE = "whole builds"
_FOLDERS = ("briefings", "collected", "pages", "static", "templates")
"""Folders of a site that builds read."""
_WITH_LARGE = ("briefings", "pages", "static")
"""Those that may contain pictures and other files that a build does not read into memory."""


class _Unknown(Exception):
    """A file cannot be read or is a symbolic link, so that only a full build can tell whether anything has changed."""


def fingerprint(request: BuildRequest) -> str:
    """Digest of every byte that a build may read and of the request; empty where it cannot be computed."""
    whole = blake2b(digest_size=16)
    large: list[os.DirEntry[str]] = []
    try:
        for name, data in _files(request.root):
            if isinstance(data, bytes):
                whole.update(b"%s\0%d\0" % (os.fsencode(name), len(data)))
                whole.update(data)
            else:
                large.append(data)
        for part in _digests(request, large):
            whole.update(os.fsencode(part))
    except (OSError, _Unknown):
        return ""
    return digest(
        code_fingerprint(),
        platform.python_version(),
        whole.hexdigest(),
        os.fspath(request.destination),
        request.base_url,
        request.drafts,
        request.write,
        request.search,
        request.thorough,
    )


def _digests(request: BuildRequest, large: list[os.DirEntry[str]]) -> Iterator[str]:
    """Names and digests of large static files."""
    if not large:
        return
    files = [(os.path.abspath(entry), stamp_of(os.stat(entry))) for entry in large]
    with Store(request.root / ".cache") as store:
        digests = Digests(None if request.clean else store)
        digests.recall(files)
        for path, stamp in files:
            yield f"{path}\0{digests.of(path, stamp)}\0"
        digests.keep()


def _files(root: Path) -> Iterator[tuple[str, bytes | os.DirEntry[str]]]:
    """Name and bytes of every file of the site and of our theme, in order; of large static files, where they are."""
    settings = root / "site.yaml"
    yield "site.yaml", settings.read_bytes() if settings.is_file() else b""
    for folder in (*(root / name for name in _FOLDERS), shipped_templates(), shipped_static()):
        yield f"{folder.name}/", b"here" if folder.is_dir() else b""
        yield from _below(os.fspath(folder), len(os.fspath(folder.parent)) + 1, folder.name in _WITH_LARGE)


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


def earlier_report(request: BuildRequest, fingerprint: str, begun: float) -> BuildReport | None:
    """The report of an earlier build with the same fingerprint whose files are still in place; None when there is
    something to do. ``begun`` is when this build began, by `perf_counter`."""
    if request.clean or not fingerprint:
        return None
    with Store(request.root / ".cache") as store:
        found = store.get_many(_STAGE, [fingerprint]).get(fingerprint)
    if found is None:
        return None
    report, since, until, files = found
    if request.now < since or (until is not None and request.now >= until):
        return None
    if request.write:
        manifest = read_manifest(request.root, request.destination)
        if _manifest_digest(request) != files or len(unchanged_files(request.destination, manifest)) != len(manifest):
            return None
    known: BuildReport = report
    return replace(known, parsed=0, rendered=0, written=0, pruned=0, seconds=perf_counter() - begun)


def remember_report(request: BuildRequest, fingerprint: str, report: BuildReport, until: datetime | None) -> None:
    """Cache the report of a full build; ``until`` is the next moment at which time alone changes something."""
    if not fingerprint:
        return
    files = _manifest_digest(request) if request.write else ""
    with Store(request.root / ".cache") as store:
        store.put_many(_STAGE, {fingerprint: (replace(report, changes=()), request.now, until, files)})


def _manifest_digest(request: BuildRequest) -> str:
    """Digest of the manifest of the output folder."""
    try:
        return blake2b((request.destination / MANIFEST).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
