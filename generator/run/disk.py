"""Reading trees of files and writing them so that nothing is ever half written or lost."""

import json
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.base.diagnostics import Diagnostic, report
from generator.base.source import Place, Source
from generator.output.render import Output

LIMIT = 20_000_000
"""Largest text file that is read, in bytes."""
MANIFEST = ".briefings-manifest.json"
"""Lists the files that we wrote into an output folder; nothing else is ever deleted there."""


def _wanted(root: Path, patterns: Iterable[str]) -> Iterator[Path]:
    """Files that match, without hidden ones and what editors leave behind."""
    seen: set[Path] = set()
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            parts = path.relative_to(root).parts
            hidden = any(part.startswith((".", "#")) or part.endswith(("~", ".swp", ".tmp")) for part in parts)
            if path not in seen and not hidden and (path.is_file() or _leads_nowhere(path)):
                seen.add(path)
                yield path


def _leads_nowhere(path: Path) -> bool:
    """A symbolic link to nothing, which somebody should know of."""
    return path.is_symlink() and not path.exists()


def _name(root: Path, path: Path) -> str:
    return unicodedata.normalize("NFC", path.relative_to(root).as_posix())


def read_tree(
    root: Path, patterns: Iterable[str], limit: int = LIMIT
) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """The text files of a folder that match, by path; what cannot be read is left out with a diagnostic."""
    sources: list[Source] = []
    found: list[Diagnostic] = []
    for path in _wanted(root, patterns):
        result = _read(path, _name(root, path), limit)
        if isinstance(result, Source):
            sources.append(result)
        else:
            found.append(result)
    return tuple(sorted(sources, key=lambda s: s.path)), tuple(found)


def _read(path: Path, name: str, limit: int) -> Source | Diagnostic:
    try:
        size = path.stat().st_size
        if size > limit:
            message = f"the file has {size / 1e6:.0f} MB; the limit is {limit / 1e6:.0f} MB"
            return report("too-large", message, Place(name),
                          help="split it, or move what is not text out of it; it is left out until then")
        data = path.read_bytes()
    except OSError as error:
        return _unreadable(name, error)
    if b"\0" in data[:8192]:
        return report("not-text", "the file holds binary data, not text", Place(name),
                      help="move it to static/, or save it as UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return report("not-text", f"byte {error.start} is not UTF-8", Place(name, line, column),
                      help="save the file as UTF-8; it is left out until then")
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _unreadable(name: str, error: OSError) -> Diagnostic:
    return report("unreadable", f"the file cannot be read: {reason(error)}", Place(name),
                  help="check the file's permissions")


def reason(error: OSError) -> str:
    """What the system says, in our style."""
    return (error.strerror or type(error).__name__).lower()


def read_bytes_tree(root: Path) -> tuple[tuple[tuple[str, bytes], ...], tuple[Diagnostic, ...]]:
    """All files of a folder by name; well-known hidden ones too."""
    files: list[tuple[str, bytes]] = []
    found: list[Diagnostic] = []
    extra = [path for path in (root / ".nojekyll", *sorted(root.glob(".well-known/**/*"))) if path.is_file()]
    for path in (*_wanted(root, ("**/*",)), *extra):
        try:
            files.append((_name(root, path), path.read_bytes()))
        except OSError as error:
            found.append(_unreadable(f"static/{_name(root, path)}", error))
    return tuple(files), tuple(found)


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file so that it is at every moment whole: the old one or the new one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def write_text_atomic(path: Path, text: str) -> None:
    """Write a text file as UTF-8, whole or not at all. Raises OSError."""
    write_atomic(path, text.encode("utf-8"))


def append_lines(path: Path, text: str, is_line: Callable[[str], bool]) -> None:
    """Add whole lines to a text file, on disk when this returns. Raises OSError.

    What stands after the last line end is kept if ``is_line`` takes it for a line, else it is what an earlier end left
    of one, and is cut off.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        size = file.seek(0, os.SEEK_END)
        start = b""
        if size:
            file.seek(size - 1)
            if file.read(1) != b"\n":
                file.seek(0)
                tail = file.read().rpartition(b"\n")[2]
                if is_line(tail.decode("utf-8", "replace")):
                    start = b"\n"
                else:
                    file.truncate(size - len(tail))
        file.write(start + text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What writing the output did."""

    written: int
    """Files written."""
    unchanged: int
    """Files that had their bytes already."""
    pruned: int
    """Files of earlier builds deleted."""
    diagnostics: tuple[Diagnostic, ...]
    """What went wrong."""


def write_outputs(outputs: Iterable[Output], destination: Path, *, site: Path) -> WriteReport:
    """Bring the output folder to exactly these files: write what differs, delete what only earlier builds wrote.

    Refuses, with nothing touched, a folder that holds files and that we did not make.
    """
    files = tuple(outputs)
    refusal = _refusal(files, destination, site)
    if refusal:
        return WriteReport(0, 0, 0, (refusal,))
    old = _read_manifest(destination)
    new = {output.path: blake2b(output.data, digest_size=16).hexdigest() for output in files}
    written = pruned = 0
    at = destination
    try:
        at.mkdir(parents=True, exist_ok=True)
        if set(new) - set(old):
            # First claim what will be written: after a crash the files are still known as ours.
            _write_manifest(destination, {**{name: [digest, 0, 0] for name, digest in new.items()}, **old})
        stamps: dict[str, list[object]] = {}
        for output in files:
            at = destination / output.path
            stamp = _stamp(at)
            if stamp is None or old.get(output.path) != [new[output.path], *stamp]:
                if stamp is None or at.read_bytes() != output.data:
                    write_atomic(at, output.data)
                    written += 1
                stamp = _stamp(at)
            stamps[output.path] = [new[output.path], *(stamp or (0, 0))]
        for name in sorted(set(old) - set(new)):
            at = destination / name
            if _inside(name) and at.is_file():
                at.unlink()
                pruned += 1
                _remove_empty(at.parent, destination)
        at = destination / MANIFEST
        if stamps != old:
            _write_manifest(destination, stamps)
    except OSError as error:
        found = report("output", f"`{at}` cannot be written: {reason(error)}",
                       Place(str(destination)), help="check the folder's permissions and the space on the disk; "
                                                     "files already there stay whole")
        return WriteReport(written, 0, pruned, (found,))
    return WriteReport(written, len(files) - written, pruned, ())


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of a file, to see cheaply that nobody touched it."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _refusal(outputs: tuple[Output, ...], destination: Path, site: Path) -> Diagnostic | None:
    place = Place(str(destination))
    target, home = destination.resolve(), site.resolve()
    if target == home or target in home.parents:
        return report("output", f"`{destination}` holds the site itself", place,
                      help="give a folder of its own with `--output`")
    own = [home / name for name in ("briefings", "templates", "static", "collected", "generator")]
    if any(target == folder or folder in target.parents for folder in own):
        return report("output", f"`{destination}` lies among the site's own files", place,
                      help="give a folder of its own with `--output`")
    if destination.exists() and not destination.is_dir():
        return report("output", f"`{destination}` is a file, not a folder", place,
                      help="move it away, or give another folder with `--output`")
    if destination.is_dir() and not (destination / MANIFEST).is_file() and any(destination.iterdir()):
        return report("output", f"`{destination}` holds files that this tool did not write", place,
                      help="empty it yourself, or give another folder with `--output`; nothing was touched")
    folded: dict[str, str] = {}
    for output in outputs:
        if not _inside(output.path):
            return report("output", f"`{output.path}` would lie outside the output folder", Place(output.origin),
                          help="correct the address in this file")
        other = folded.setdefault(output.path.casefold(), output.path)
        if other != output.path:
            message = f"`{output.path}` and `{other}` are one file on some computers"
            return report("output", message, Place(output.origin),
                          help="change the slug or id of one of them")
    return None


def _inside(name: str) -> bool:
    """Whether a path stays in the folder that it starts from."""
    parts = name.replace("\\", "/").split("/")
    return bool(name) and not name.startswith(("/", "\\")) and ".." not in parts and ":" not in parts[0]


def _read_manifest(destination: Path) -> dict[str, list[object]]:
    try:
        files = json.loads((destination / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {str(name): list(stamp) for name, stamp in files.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def _write_manifest(destination: Path, files: dict[str, list[object]]) -> None:
    text = json.dumps({"made by": "briefings", "files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0)
    write_text_atomic(destination / MANIFEST, text + "\n")


def _remove_empty(folder: Path, stop: Path) -> None:
    while folder != stop and stop in folder.parents and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
