"""Smaller copies of pictures, kept in the cache of a site."""

from hashlib import blake2b
from os import fspath
from pathlib import Path

from annotated_briefings.base.source import StaticFile
from annotated_briefings.output.pictures.smaller import smaller
from annotated_briefings.storage.files import write_atomic
from annotated_briefings.storage.static_files import content_of, file_digest, stamp_of

_FOLDER = ".cache/pictures"
Made = tuple[tuple[int, str], ...]
"""Widths and digests of the copies of a picture, the smallest first."""


def make_copies(root: Path, picture: tuple[StaticFile, tuple[int, int]]) -> Made | None:
    """Make the copies of a picture with its width and height; None where it cannot be read, or they cannot be kept."""
    file, size = picture
    out: list[tuple[int, str]] = []
    try:
        for width, data in smaller(content_of(file), size):
            digest = blake2b(data, digest_size=16).hexdigest()
            if not _is_there(root, digest):
                write_atomic(_path(root, digest), data)
            out.append((width, digest))
    except OSError:
        return None
    return tuple(out)


def kept_copies(root: Path, made: Made) -> tuple[StaticFile, ...]:
    """The copies as files; nothing where one of them is not in the cache as it was made."""
    return tuple(_as_file(root, digest) for _, digest in made) if all(_is_there(root, d) for _, d in made) else ()


def _path(root: Path, digest: str) -> Path:
    return root / _FOLDER / f"{digest}.webp"


def _is_there(root: Path, digest: str) -> bool:
    try:
        return file_digest(fspath(_path(root, digest))) == digest
    except OSError:
        return False


def _as_file(root: Path, digest: str) -> StaticFile:
    place = _path(root, digest).absolute()
    return StaticFile(place.name, None, fspath(place), digest, stamp_of(place.stat()))


def forget_copies(root: Path, made: frozenset[str]) -> None:
    """Delete the copies whose digests are not among those that a site needs."""
    for path in (root / _FOLDER).glob("*.webp"):
        if path.stem not in made:
            path.unlink(missing_ok=True)
