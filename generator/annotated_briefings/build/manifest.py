"""The list of files that we wrote into an output folder, and which of them were changed since."""

import json
import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

MANIFEST = ".briefings-manifest.json"
"""Lists the files that we wrote into an output folder; nothing else is ever deleted there."""
FileRecord = tuple[str, int, int]
"""Digest, size and time of a file."""


def read_manifest(destination: Path) -> dict[str, FileRecord]:
    """The files that earlier builds wrote into a folder; none where it has no manifest that is whole."""
    return whole_manifest(destination) or {}


def whole_manifest(destination: Path) -> dict[str, FileRecord] | None:
    """The same; None where there is no manifest, or not the one that we wrote, byte for byte in what it lists."""
    try:
        read = json.loads((destination / MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): (str(stamp[0]), int(stamp[1]), int(stamp[2])) for name, stamp in read["files"].items()}
        return files if read["digest"] == _digest(files) else None
    except (OSError, ValueError, KeyError, AttributeError, TypeError, IndexError, RecursionError):
        return None


def moved_before(destination: Path) -> dict[str, str]:
    """Addresses that briefs lost in earlier builds and nobody has kept, with the files of the briefs."""
    try:
        read = json.loads((destination / MANIFEST).read_text(encoding="utf-8"))
        return {str(address): str(path) for address, path in read.get("moved", {}).items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def manifest_text(files: Mapping[str, FileRecord], moved: Mapping[str, str] = MappingProxyType({})) -> str:
    """The manifest that lists these files, and addresses that briefs lost with their files. Its digest shows later
    whether it is whole."""
    shown: dict[str, object] = {"made by": "briefings", "digest": _digest(files), "files": dict(sorted(files.items()))}
    if moved:
        shown["moved"] = dict(sorted(moved.items()))
    return json.dumps(shown, ensure_ascii=False, indent=0) + "\n"


def _digest(files: Mapping[str, FileRecord]) -> str:
    text = json.dumps(sorted((name, *stamp) for name, stamp in files.items()))
    return blake2b(text.encode(), digest_size=16).hexdigest()


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
