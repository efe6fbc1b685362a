"""The output folder brought up to date with what a build made; no file is ever left half written."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from errno import EBUSY
from pathlib import Path
from shutil import copyfile
from types import MappingProxyType
from unicodedata import normalize

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import BRIEFINGS, COLLECTED, PAGES
from annotated_briefings.base.source import Place, StaticFile
from annotated_briefings.base.values import Value
from annotated_briefings.build.publishing.manifest import (
    MANIFEST,
    FileRecord,
    is_within,
    moved_before,
    note_unfinished,
    unfinished_in,
    whole_manifest,
    write_manifest,
)
from annotated_briefings.build.publishing.spool import SpoolPlace, SpoolReader
from annotated_briefings.engine.parallel import effective_jobs, map_shared
from annotated_briefings.storage.files import beside, is_abandoned, reason
from annotated_briefings.storage.static_files import content_of, file_digest, stamp_of


class OutputFile(Value):
    """One file of a build."""

    path: str
    """Its path in the output folder."""
    origin: str
    """Path of the file it comes from, for messages."""
    digest: str
    """Digest of its bytes."""
    data: bytes = b""
    """Its bytes, unless they are in the spool or already in the output folder."""
    place: SpoolPlace | None = None
    """Where its bytes are in the spool."""
    up_to_date: bool = False
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
    sizes: tuple[tuple[str, int], ...] = ()
    """Every file of the site with its bytes; nothing where something went wrong."""


def publish(
    files: Sequence[OutputFile],
    destination: Path,
    manifest: Mapping[str, FileRecord],
    *,
    site: Path,
    spool: Path | None = None,
    jobs: int = 1,
    moved: Mapping[str, str] = MappingProxyType({}),
    others_stay: bool = False,
) -> WriteReport:
    """Make the output folder hold exactly these files: write those that differ, delete those of earlier builds.

    ``manifest`` lists what the folder held before, ``spool`` is the folder of rendered pages, and ``moved`` the
    addresses that briefs lost, with their files. A folder with files that
    we did not make, or whose manifest is damaged, is refused and stays as it is. With ``others_stay`` these are some
    of the files that the manifest lists, and the others are as they are to be.
    """
    refusal = None if others_stay else _refusal(files, destination, site) or _foreign(files, destination, manifest)
    if refusal:
        return WriteReport(diagnostics=(refusal,))
    written: list[str] = []
    deleted: list[str] = []
    at = destination
    # Pages last, so that the files they refer to exist before them.
    todo = sorted((file for file in files if not file.up_to_date), key=lambda file: file.path.endswith(".html"))
    stays = manifest if others_stay else {file.path for file in files if file.up_to_date}
    stamps: dict[str, FileRecord] = {name: manifest[name] for name in stays}
    try:
        destination.mkdir(parents=True, exist_ok=True)
        _sweep(destination, manifest, unfinished_in(site, destination))
        if others_stay:
            note_unfinished(site, destination, {os.path.dirname(file.path) for file in todo})
        elif todo:
            # If this is interrupted, the next build must know all files of ours, and which of them may be incomplete.
            write_manifest(site, destination, {**manifest, **{file.path: (file.digest, 0, 0) for file in todo}}, moved)
        gone = () if others_stay else sorted(set(manifest) - {file.path for file in files})
        deleted += _make_way(destination, gone, {file.path for file in todo})
        size = max(1, -(-len(todo) // (jobs * 8)))
        parts = [todo[start : start + size] for start in range(0, len(todo), size)]
        for done in map_shared(_write, (destination, spool, os.getpid()), parts, jobs=effective_jobs(jobs, len(todo))):
            for name, stamp, fresh in done:
                stamps[name] = stamp
                written += [name] if fresh else []
        # Everything is on the disk: renaming takes moments and no space, so that old and new pages hardly mix.
        for name in written:
            at = destination / name
            os.replace(beside(at, os.getpid()), at)
        for name in sorted(set(manifest) - {file.path for file in files} - stamps.keys()):
            at = destination / name
            if name and is_within(name) and at.is_file():
                at.unlink()
                deleted.append(name)
                _remove_empty(at.parent, destination)
        at = destination / MANIFEST
        if todo or stamps != manifest or moved_before(site, destination) != moved:
            write_manifest(site, destination, stamps, moved)
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
    return WriteReport(tuple(written), tuple(deleted), (), tuple((name, size) for name, (_, size, _) in stamps.items()))


def _make_way(destination: Path, gone: Iterable[str], new: Set[str]) -> list[str]:
    """Delete the files of earlier builds where a new one needs a folder, or whose folder has the name of a new one."""
    folders = {folder for name in new for folder in _folders(name)}
    deleted = []
    for name in gone:
        at = destination / name
        if (name in folders or not new.isdisjoint(_folders(name))) and is_within(name) and at.is_file():
            at.unlink()
            deleted.append(name)
            _remove_empty(at.parent, destination)
    return deleted


def _folders(name: str) -> Iterator[str]:
    """The folders that a file is in."""
    while name := name.rpartition("/")[0]:
        yield name


def _sweep(destination: Path, manifest: Mapping[str, FileRecord], noted: Iterable[str]) -> None:
    """Delete the temporary files of a build that was killed; ``noted`` are folders in which it may have written."""
    unfinished = {(destination / name).parent for name, (_, _, time) in manifest.items() if not time}
    for folder in {destination, *unfinished, *(destination / name for name in noted)}:
        for left in folder.glob(".*.tmp"):
            if is_abandoned(left):
                left.unlink(missing_ok=True)


def _clear(paths: Iterable[Path]) -> None:
    """Delete the temporary files of some output files after an error."""
    with suppress(OSError):
        for path in paths:
            beside(path, os.getpid()).unlink(missing_ok=True)


def _write(shared: tuple[Path, Path | None, int], files: Sequence[OutputFile]) -> list[tuple[str, FileRecord, bool]]:
    """Write changed files under temporary names; name and stamp of each file, and whether it was written."""
    destination, spool, process = shared
    out: list[tuple[str, FileRecord, bool]] = []
    made: set[Path] = set()
    with SpoolReader(spool) as stored:
        for file in files:
            at = destination / file.path
            new = beside(at, process)
            if file.copied:
                fresh = _copied(file.copied, at, new)
            else:
                data = stored.read(file.place) if spool and file.place else file.data
                fresh = _is_new(at.parent, made) or _bytes(at) != data
                if fresh:
                    new.write_bytes(data)
            # Renaming keeps size and time.
            stat = (new if fresh else at).stat()
            out.append((file.path, (file.digest, stat.st_size, stat.st_mtime_ns), fresh))
    return out


def _is_new(folder: Path, made: set[Path]) -> bool:
    """Whether a folder was not there before, and so none of its files; then it is made, and added to those that were.
    Raises OSError."""
    if folder not in made:
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            return False
        made.add(folder)
    return True


def _copied(file: StaticFile, at: Path, new: Path) -> bool:
    """Copy a static file to a temporary name; False where the output folder has its bytes already. Raises OSError."""
    with suppress(FileNotFoundError):
        if (file.cleaned or at.stat().st_size == file.stamp[0]) and file_digest(os.fspath(at)) == file.digest:
            return False
    at.parent.mkdir(parents=True, exist_ok=True)
    if file.cleaned:
        new.write_bytes(content_of(file))
    else:
        copyfile(file.place, new)
    # Its published name, and the pages that refer to it, were made for the bytes that it had.
    if stamp_of(os.stat(file.place)) != file.stamp:
        raise OSError(EBUSY, "the file was changed meanwhile; build once more", file.place)
    return True


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _refusal(files: Iterable[OutputFile], destination: Path, site: Path) -> Diagnostic | None:
    place = Place(str(destination))
    target, home = destination.resolve(), site.resolve()
    if target == home or target in home.parents:
        return report(
            "output", f"`{destination}` holds the site itself", place, help="give a folder of its own with `--output`"
        )
    own = [home / name for name in (BRIEFINGS, PAGES, COLLECTED, "templates", "static", "generator", ".git", ".github")]
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
    if destination.is_dir() and any(destination.iterdir()) and whole_manifest(destination) is None:
        # Without a whole list of our files, pages that are no longer made could not be deleted.
        damaged = os.path.lexists(destination / MANIFEST)
        return report(
            "output",
            f"`{MANIFEST}` in `{destination}` is damaged, so that nobody knows which files this tool wrote"
            if damaged
            else f"`{destination}` holds files that this tool did not write",
            place,
            help="empty it yourself, or give another folder with `--output`; nothing was touched",
        )
    folded: dict[str, str] = {}
    for file in files:
        if not (file.path and is_within(file.path)):
            return report(
                "output",
                f"`{file.path}` would lie outside the output folder",
                Place(file.origin),
                help="correct the address in this file",
            )
        other = folded.setdefault(_folded(file.path), file.path)
        if other != file.path:
            message = f"`{file.path}` and `{other}` are one file on some computers"
            return report("output", message, Place(file.origin), help="change the slug or id of one of them")
    return None


def _folded(name: str) -> str:
    """A path as file systems compare it that make no difference between capitals and small letters."""
    return normalize("NFC", name.casefold())


def _foreign(files: Iterable[OutputFile], destination: Path, manifest: Mapping[str, FileRecord]) -> Diagnostic | None:
    """A file that somebody else put where a new one of ours would be; it is never replaced."""
    ours: frozenset[str] = frozenset()
    for file in files:
        at = destination / file.path
        if file.path not in manifest and manifest and at.is_file():
            # Where capitals make no difference, an old name of ours may be found under the new one.
            ours = ours or frozenset(map(_folded, manifest))
            if _folded(file.path) in ours:
                continue
            return report(
                "output",
                f"`{at}` was not written by this tool",
                Place(file.origin),
                help="move it away; a page or a file of yours belongs into `static/`; nothing was written",
            )
    return None


def _remove_empty(folder: Path, stop: Path) -> None:
    while folder != stop and stop in folder.parents and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
