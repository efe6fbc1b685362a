"""The output folder: what it holds, and bringing it to what a build made without ever leaving a file half written."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from errno import EBUSY
from pathlib import Path
from shutil import copyfile
from unicodedata import normalize

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place, StaticFile
from annotated_briefings.base.values import Value
from annotated_briefings.build.manifest import MANIFEST, Stamp
from annotated_briefings.engine.parallel import effective_jobs, map_shared
from annotated_briefings.storage.files import beside, is_abandoned, reason, write_text_atomic
from annotated_briefings.storage.static_files import file_digest, stamp_of


class Finished(Value):
    """One file of a build."""

    path: str
    """Its output file."""
    origin: str
    """Path of the file it comes from, for messages."""
    digest: str
    """Digest of its bytes."""
    data: bytes = b""
    """Its bytes, unless they wait elsewhere or the folder has them."""
    spool: str = ""
    """File in the spool folder that they wait in."""
    start: int = 0
    """Where in it they start."""
    length: int = -1
    """How many they are; -1 for bytes that are in ``data``."""
    kept: bool = False
    """Whether the output folder has this very file already."""
    copied: StaticFile | None = None
    """The file on the disk that it is a copy of."""


class WriteReport(Value):
    """What writing the output did."""

    files: tuple[str, ...] = ()
    """Files written."""
    deleted: tuple[str, ...] = ()
    """Files of earlier builds deleted."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What went wrong."""


def publish(
    files: Sequence[Finished],
    destination: Path,
    manifest: Mapping[str, Stamp],
    *,
    site: Path,
    spool: Path | None = None,
    jobs: int = 1,
) -> WriteReport:
    """Bring the output folder to exactly these files: write what differs, delete what only earlier builds wrote.

    ``manifest`` is what the folder held before, ``spool`` the folder in which bytes wait. Refuses, with nothing
    touched, a folder that holds files and that we did not make.
    """
    refusal = _refusal(files, destination, site)
    if refusal:
        return WriteReport(diagnostics=(refusal,))
    written: list[str] = []
    deleted: list[str] = []
    at = destination
    # Pages last: what they refer to is there before them.
    todo = sorted((file for file in files if not file.kept), key=lambda file: file.path.endswith(".html"))
    stamps: dict[str, Stamp] = {file.path: manifest[file.path] for file in files if file.kept}
    try:
        destination.mkdir(parents=True, exist_ok=True)
        _sweep(destination, manifest)
        if todo:
            # Should this end before its end, the next build must know all files of ours, and which it cannot trust.
            _write_manifest(destination, {**manifest, **{file.path: (file.digest, 0, 0) for file in todo}})
        size = max(1, -(-len(todo) // (jobs * 8)))
        parts = [todo[start : start + size] for start in range(0, len(todo), size)]
        for done in map_shared(_write, (destination, spool, os.getpid()), parts, jobs=effective_jobs(jobs, len(todo))):
            for name, stamp, fresh in done:
                stamps[name] = stamp
                written += [name] if fresh else []
        # Everything is on the disk: what is left takes moments and no space, so that old and new pages hardly mix.
        for name in written:
            at = destination / name
            os.replace(beside(at, os.getpid()), at)
        for name in sorted(set(manifest) - {file.path for file in files}):
            at = destination / name
            if _inside(name) and at.is_file():
                at.unlink()
                deleted.append(name)
                _remove_empty(at.parent, destination)
        at = destination / MANIFEST
        if todo or stamps != manifest:
            _write_manifest(destination, stamps)
    except OSError as error:
        _clear(destination / file.path for file in todo)
        where = error.filename or at
        found = report(
            "output",
            f"`{where}` cannot be written: {reason(error)}",
            Place(str(destination)),
            help="check the folder's permissions and the space on the disk; files already there stay whole",
        )
        return WriteReport((), tuple(deleted), (found,))
    return WriteReport(tuple(written), tuple(deleted))


def _sweep(destination: Path, manifest: Mapping[str, Stamp]) -> None:
    """Take away what a build that was killed was writing: files beside those that it did not come to the end of."""
    unfinished = {(destination / name).parent for name, (_, _, time) in manifest.items() if not time}
    for folder in {destination, *unfinished}:
        for left in folder.glob(".*.tmp"):
            if is_abandoned(left):
                left.unlink(missing_ok=True)


def _clear(paths: Iterable[Path]) -> None:
    """Take away what was written beside some files, and could not be finished."""
    with suppress(OSError):
        for path in paths:
            beside(path, os.getpid()).unlink(missing_ok=True)


def _write(shared: tuple[Path, Path | None, int], files: Sequence[Finished]) -> list[tuple[str, Stamp, bool]]:
    """Write what is new beside the files that it will replace; the stamps of all, and whether they are new."""
    destination, spool, process = shared
    out: list[tuple[str, Stamp, bool]] = []
    for file in files:
        at = destination / file.path
        new = beside(at, process)
        if file.copied:
            fresh = _copied(file.copied, at, new)
        else:
            data = file.data if file.length < 0 or spool is None else _waiting(spool, file)
            fresh = _bytes(at) != data
            if fresh:
                at.parent.mkdir(parents=True, exist_ok=True)
                new.write_bytes(data)
        # Size and time go along when it takes its place.
        stat = (new if fresh else at).stat()
        out.append((file.path, (file.digest, stat.st_size, stat.st_mtime_ns), fresh))
    return out


def _copied(file: StaticFile, at: Path, new: Path) -> bool:
    """Copy a file from the disk beside the one that it will replace; whether that is another. Raises OSError."""
    with suppress(FileNotFoundError):
        if at.stat().st_size == file.stamp[0] and file_digest(os.fspath(at)) == file.digest:
            return False
    at.parent.mkdir(parents=True, exist_ok=True)
    copyfile(file.place, new)
    # It is published under a name, and with pages, made for the bytes that it had.
    if stamp_of(os.stat(file.place)) != file.stamp:
        raise OSError(EBUSY, "the file was changed meanwhile; build once more", file.place)
    return True


def _waiting(spool: Path, file: Finished) -> bytes:
    with (spool / file.spool).open("rb") as waiting:
        waiting.seek(file.start)
        return waiting.read(file.length)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _refusal(files: Iterable[Finished], destination: Path, site: Path) -> Diagnostic | None:
    place = Place(str(destination))
    target, home = destination.resolve(), site.resolve()
    if target == home or target in home.parents:
        return report(
            "output", f"`{destination}` holds the site itself", place, help="give a folder of its own with `--output`"
        )
    own = [home / name for name in ("briefings", "templates", "static", "collected", "generator", ".git")]
    if any(target == folder or folder in target.parents for folder in own):
        return report(
            "output",
            f"`{destination}` lies among the site's own files",
            place,
            help="give a folder of its own with `--output`",
        )
    if destination.exists() and not destination.is_dir():
        return report(
            "output",
            f"`{destination}` is a file, not a folder",
            place,
            help="move it away, or give another folder with `--output`",
        )
    if destination.is_dir() and not (destination / MANIFEST).is_file() and any(destination.iterdir()):
        return report(
            "output",
            f"`{destination}` holds files that this tool did not write",
            place,
            help="empty it yourself, or give another folder with `--output`; nothing was touched",
        )
    folded: dict[str, str] = {}
    for file in files:
        if not _inside(file.path):
            return report(
                "output",
                f"`{file.path}` would lie outside the output folder",
                Place(file.origin),
                help="correct the address in this file",
            )
        other = folded.setdefault(normalize("NFC", file.path.casefold()), file.path)
        if other != file.path:
            message = f"`{file.path}` and `{other}` are one file on some computers"
            return report("output", message, Place(file.origin), help="change the slug or id of one of them")
    return None


def _inside(name: str) -> bool:
    """Whether a path stays in the folder that it starts from."""
    parts = name.replace("\\", "/").split("/")
    return bool(name) and not name.startswith(("/", "\\")) and ".." not in parts and ":" not in parts[0]


def _write_manifest(destination: Path, files: Mapping[str, Stamp]) -> None:
    text = json.dumps({"made by": "briefings", "files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0)
    write_text_atomic(destination / MANIFEST, text + "\n")


def _remove_empty(folder: Path, stop: Path) -> None:
    while folder != stop and stop in folder.parents and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
