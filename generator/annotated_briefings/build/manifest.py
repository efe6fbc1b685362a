"""The list of files that we wrote into an output folder, and which of them were changed since."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

MANIFEST = ".briefings-manifest.json"
"""Lists the files that we wrote into an output folder; nothing else is ever deleted there."""
Stamp = tuple[str, int, int]
"""Digest, size and time of a file."""


def read_manifest(destination: Path) -> dict[str, Stamp]:
    """The files that earlier builds wrote into a folder."""
    try:
        files = json.loads((destination / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {str(name): (str(stamp[0]), int(stamp[1]), int(stamp[2])) for name, stamp in files.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError, IndexError):
        return {}


def unchanged_files(destination: Path, manifest: Mapping[str, Stamp]) -> dict[str, str]:
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
