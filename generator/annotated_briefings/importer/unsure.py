"""Places that imports were unsure of, and their files, kept so that a decision about a place takes effect at once.

Of a file its path and a digest are remembered, and of what came in another way (pasted text, standard input) the bytes
too: all in the cache, which may be deleted. Without them the editor imports the file again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from annotated_briefings.base.values import Value, as_data, replace
from annotated_briefings.intake.model import UnsureGap
from annotated_briefings.intake.reading import Piece
from annotated_briefings.storage.files import write_text_atomic

_FILE = ".cache/gaps.json"
_INDEX, _FOLDER = ".cache/unsure-files.json", ".cache/unsure-files"
_LARGEST = 50_000_000
"""Bytes of a file that is kept or read again without being asked for."""


def remember_gaps(root: Path, gaps: Sequence[UnsureGap]) -> None:
    """Keep the places that an import was unsure of; those of the same files are replaced."""
    documents = {gap.document for gap in gaps}
    write_gaps(root, (*(gap for gap in known_gaps(root) if gap.document not in documents), *gaps))


def settle_gap(root: Path, document: str, line: int) -> None:
    """Forget a place that an editor has decided about."""
    write_gaps(root, [gap for gap in known_gaps(root) if (gap.document, gap.line) != (document, line)])


def known_gaps(root: Path) -> tuple[UnsureGap, ...]:
    """The places of earlier imports that nobody has decided about."""
    try:
        rows = json.loads((root / _FILE).read_text(encoding="utf-8"))
        return tuple(UnsureGap(**row) for row in rows)
    except (OSError, ValueError, TypeError):
        return ()


def write_gaps(root: Path, gaps: Sequence[UnsureGap]) -> None:
    """Replace what is kept; where that cannot be written, the report of the import still says it."""
    text = json.dumps([as_data(gap) for gap in gaps], ensure_ascii=False, indent=0)
    try:
        write_text_atomic(root / _FILE, text)
    except OSError:
        return


class Original(Value):
    """A file of an import that left unsure places."""

    name: str
    """Its name, as the ledger knows it."""
    path: str
    """Where it is."""
    digest: str
    """A digest of its bytes."""
    outlet: str = ""
    """What the import was told of all of it: who published it."""
    date: str = ""
    """When it was published."""
    language: str = ""
    """Its language."""
    format: str = ""
    """What it is."""
    folders: str = ""
    """The folders in which it is, as ``Piece`` has them."""


def originals_of(
    files: Mapping[Path, str], received: Iterable[Piece], gaps: Sequence[UnsureGap], texts: Mapping[str, str]
) -> Iterator[tuple[Original, bytes]]:
    """What to remember of the files of an import, each with its bytes where it has no path; ``told`` is what the import
    was told of all of them. ``files`` are given with their folders."""
    documents = {gap.document for gap in gaps}

    def is_unsure(name: str) -> bool:
        return any(document == name or document.startswith((f"{name}#", f"{name}/")) for document in documents)

    for path, folders in files.items():
        if is_unsure(path.name):
            with suppress(OSError):
                if path.stat().st_size <= _LARGEST:
                    digest = _digest(path.read_bytes())
                    yield Original(path.name, str(path.resolve()), digest, folders=folders, **texts), b""
    for piece in received:
        if is_unsure(piece.name) and len(piece.data) <= _LARGEST:
            own = {"format": piece.format} if piece.format else {}
            yield Original(piece.name, "", _digest(piece.data), folders=piece.folders, **{**texts, **own}), piece.data


def keep_originals(root: Path, found: Iterable[tuple[Original, bytes]]) -> None:
    """Remember files; those of the same names are replaced. Where that cannot be written, nothing is remembered."""
    kept = {one.name: one for one in known_originals(root)}
    with suppress(OSError):
        fresh = False
        for one, data in found:
            path = one.path
            if not path:
                at = root / _FOLDER / one.digest
                at.parent.mkdir(parents=True, exist_ok=True)
                at.write_bytes(data)
                path = str(at.resolve())
            kept[one.name] = replace(one, path=path)
            fresh = True
        if fresh:
            rows = [as_data(one) for one in kept.values()]
            write_text_atomic(root / _INDEX, json.dumps(rows, ensure_ascii=False, indent=0))


def known_originals(root: Path) -> tuple[Original, ...]:
    """The files that are remembered."""
    try:
        return tuple(Original(**row) for row in json.loads((root / _INDEX).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return ()


def original_of(root: Path, document: str) -> tuple[Original, Piece] | None:
    """The file of a document, as it was imported; None where it is not there, or is another one now."""
    for one in known_originals(root):
        if document == one.name or document.startswith((f"{one.name}#", f"{one.name}/")):
            with suppress(OSError):
                data = Path(one.path).read_bytes()
                if _digest(data) == one.digest:
                    return one, Piece(one.name, data, one.format, folders=one.folders)
    return None


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
