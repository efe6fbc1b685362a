"""The list of files that we wrote into an output folder, and which of them were changed since.

The list lies in the output folder and depends on what it lists alone, so that the same files of a site always make the
same folder. Times of files, and addresses that briefs lost in earlier builds, are in the cache of the site: without
them, files are compared byte for byte.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import Any

from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import MANIFEST as MANIFEST
from annotated_briefings.storage.files import write_text_atomic

_encoded = json.JSONEncoder(ensure_ascii=False).encode
_ESCAPED = regex(r'["\\\x00-\x1f]')
FileRecord = tuple[str, int, int]
"""Digest, size and time of a file; the time is 0 where it is not known."""


def read_manifest(site: Path, destination: Path) -> dict[str, FileRecord]:
    """The files that earlier builds of a site wrote into a folder; none where it has no manifest that is whole."""
    files = whole_manifest(destination) or {}
    times = _history(site, destination).get("times")
    known = times if isinstance(times, dict) else {}
    return {name: (digest, size, _time(known.get(name), digest)) for name, (digest, size) in files.items()}


def whole_manifest(destination: Path) -> dict[str, tuple[str, int]] | None:
    """The files that were written into a folder, with digest and size; None where there is no manifest, or not the one
    that we wrote, byte for byte in what it lists."""
    try:
        read = json.loads((destination / MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): (str(listed[0]), int(listed[1])) for name, listed in read["files"].items()}
        return files if read["digest"] == _digest(files) else None
    except (OSError, ValueError, KeyError, AttributeError, TypeError, IndexError, RecursionError):
        return None


def moved_before(site: Path, destination: Path) -> dict[str, str]:
    """Addresses that briefs lost in earlier builds and nobody has kept, with the files of the briefs."""
    moved = _history(site, destination).get("moved")
    return {str(address): str(path) for address, path in moved.items()} if isinstance(moved, dict) else {}


def write_manifest(
    site: Path,
    destination: Path,
    files: Mapping[str, FileRecord],
    moved: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the manifest that lists these files, and beside it, in the cache of the site, their times and the addresses
    that briefs lost. Raises OSError."""
    write_text_atomic(destination / MANIFEST, manifest_text(files))
    times = {name: (digest, time) for name, (digest, _, time) in sorted(files.items()) if time}
    history = _in_lines({"times": _in_plain_lines(times), "moved": json.dumps(dict(sorted(moved.items())))})
    path = _history_file(site, destination)
    # A site that cannot be written to is built all the same.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text_atomic(path, history + "\n")
        _unfinished_file(site, destination).unlink(missing_ok=True)


def note_unfinished(site: Path, destination: Path, folders: Iterable[str]) -> None:
    """Note, until the next manifest is written, in which folders a build writes files."""
    path = _unfinished_file(site, destination)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text_atomic(path, json.dumps(sorted(folders)))


def unfinished_in(site: Path, destination: Path) -> tuple[str, ...]:
    """The folders in which a build was writing that did not come to its end."""
    try:
        read = json.loads(_unfinished_file(site, destination).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    # Nobody else writes this file, but what it names must not lead out of the output folder.
    return tuple(n for n in read if isinstance(n, str) and is_within(n)) if isinstance(read, list) else ()


def is_within(name: str) -> bool:
    """Whether a relative path stays inside its folder."""
    parts = name.replace("\\", "/").split("/")
    return not name.startswith(("/", "\\")) and ".." not in parts and ":" not in parts[0]


def manifest_text(files: Mapping[str, FileRecord]) -> str:
    """The manifest that lists these files. Its digest shows later whether it is whole."""
    listed = {name: (digest, size) for name, (digest, size, _) in sorted(files.items())}
    shown = {"made by": '"briefings"', "digest": f'"{_digest(listed)}"', "files": _in_plain_lines(listed)}
    return _in_lines(shown) + "\n"


def _in_lines(entries: Mapping[str, object]) -> str:
    """An object of JSON with a line for each entry; a text is JSON already. The library writes lines ten times as
    slowly as one line."""
    lines = (f"{_encoded(name)}: {one if isinstance(one, str) else _encoded(one)}" for name, one in entries.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _in_plain_lines(entries: Mapping[str, tuple[str, int]]) -> str:
    """The same for names with a digest and a number."""
    if _ESCAPED.search("".join((*entries, *(of for of, _ in entries.values())))):
        return _in_lines(entries)
    # Texts without what JSON escapes are written as they are, in a third of the time.
    return "{\n" + ",\n".join(f'"{name}": ["{of}", {one}]' for name, (of, one) in entries.items()) + "\n}"


def unchanged_files(destination: Path, manifest: Mapping[str, FileRecord]) -> dict[str, str]:
    """Files to their digests, for those that have the size and time they had when we wrote them."""
    top = os.fspath(destination)
    out: dict[str, str] = {}
    for name, (digest, size, time) in manifest.items():
        try:
            stat = os.stat(f"{top}/{name}")
        except (OSError, ValueError):
            continue
        if stat.st_size == size and stat.st_mtime_ns == time:
            out[name] = digest
    return out


def _digest(files: Mapping[str, tuple[str, int]]) -> str:
    text = json.dumps(sorted((name, *listed) for name, listed in files.items()))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _history_file(site: Path, destination: Path) -> Path:
    """Where the cache of a site has what it knows of an output folder: below the site by its path from there, so that a
    site may be moved with its output."""
    whole, top = destination.resolve(), site.resolve()
    name = whole.relative_to(top) if whole.is_relative_to(top) else whole
    return site / ".cache" / f"output-{blake2b(name.as_posix().encode(), digest_size=6).hexdigest()}.json"


def _unfinished_file(site: Path, destination: Path) -> Path:
    return _history_file(site, destination).with_suffix(".unfinished.json")


def _history(site: Path, destination: Path) -> dict[str, Any]:
    try:
        read = json.loads(_history_file(site, destination).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _time(known: object, digest: str) -> int:
    """The time of a file as it is in the cache; 0 where that is of other bytes, or none that can be read."""
    match known:
        case [str(of), int(time)] if of == digest:
            return time
        case _:
            return 0
