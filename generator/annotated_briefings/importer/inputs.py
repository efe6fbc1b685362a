"""Collected files as pieces to read: what is named, what folders hold, long files of lines in parts."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.unread import ASSETS, NO_ARTICLE, PARTS, saved_folders
from annotated_briefings.intake.reading import Piece
from annotated_briefings.storage.files import reason

_LARGEST = 1_000_000_000
"""Largest file that is opened at all, in bytes; formats have smaller limits of their own."""
_LONG = 4_000_000
"""Bytes from which on a file of JSON Lines, or a mailbox, is read in parts."""
_MARK = b"From "
_LINES = 1_000
"""Lines of a part."""


def list_files(paths: tuple[Path, ...], refused: list[tuple[str, str]]) -> list[Path]:
    """The files to read: those named, and the files of the folders named.

    In an order that does not depend on how they were named: the same files give the same briefs.
    """
    out: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            every = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            folders = {Path(folder) for folder in saved_folders(p.as_posix() for p in every)}
            inside = [p for p in every if folders.isdisjoint(p.parents)]
            refused += [(str(one), PARTS) for one in sorted(folders) if one.is_dir()]
            out |= dict.fromkeys(p for p in inside if p.suffix.lower() not in ASSETS)
            refused += [(str(p), NO_ARTICLE) for p in inside if p.suffix.lower() in ASSETS]
        else:
            out[path] = None
    return sorted(out, key=lambda path: (path.name, str(path)))


def folders_of(path: Path, named: Iterable[Path]) -> str:
    """The folders of a file that say something of it, as ``inbox/drafts``: below the folder that was named, and that
    folder. Of a file that was named by itself these are the folders as they were typed; of a path from the root only
    the last, since those above it are about the machine."""
    for one in named:
        if one in path.parents:
            return "/".join((one.name, *path.relative_to(one).parent.parts)).strip("/")
    return path.parent.name if path.is_absolute() else path.parent.as_posix()


def size_of(path: Path) -> int:
    """Bytes of a file; 0 where that cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def pieces(path: Path, form: str, found: list[Diagnostic], refused: list[tuple[str, str]]) -> Iterator[Piece]:
    """The pieces of a file. None, with a diagnostic, for one that cannot be read."""
    try:
        size = path.stat().st_size
        if size > _LARGEST and not (_is_lines(path) or _is_mailbox(path)):
            found.append(
                report(
                    "too-large",
                    f"the file has {size / 1e6:.0f} MB; the limit is {_LARGEST / 1e6:.0f} MB",
                    Place(path.name),
                    help="split it into smaller files",
                )
            )
            refused.append((str(path), found[-1].message))
        elif size > _LONG and form in ("", "json") and _is_lines(path):
            yield from _parts(path)
        elif size > _LONG and form in ("", "mbox") and _is_mailbox(path):
            yield from _mails(path)
        else:
            yield Piece(path.name, path.read_bytes(), form)
    except OSError as error:
        found.append(
            report(
                "unreadable",
                f"the file cannot be read: {reason(error)}",
                Place(str(path)),
                help=_meant(path) or "check the path and the file's permissions",
            )
        )
        refused.append((str(path), reason(error)))


def _meant(path: Path) -> str:
    """What to do where a path that is not there was meant as something else; empty where nothing says so."""
    if str(path).startswith("www."):
        return f"put `https://` before a web address: `https://{path.as_posix()}`"
    return "no file has such a name" if "*" in path.name else ""


def _is_lines(path: Path) -> bool:
    """Whether a file starts with two lines that are each a JSON object."""
    with path.open("rb") as file:
        for _ in range(2):
            try:
                if not isinstance(read_json(file.readline(_LONG)), dict):
                    return False
            except ValueError:
                return False
    return True


def _is_mailbox(path: Path) -> bool:
    """Whether a file begins with the mark of a message."""
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def _mails(path: Path) -> Iterator[Piece]:
    """A mailbox in parts of whole messages, so that no more than one of them is in memory."""
    # To read mail takes modules that an import of other files need not load.
    from annotated_briefings.intake.formats.mail.mailbox import whole_messages

    first, held = 1, b""
    with path.open("rb") as file:
        while block := file.read(max(_LONG, len(held))):
            held += block
            end, count = whole_messages(held)
            if count:
                yield Piece(path.name, held[:end], "mbox", first)
                first, held = first + count, held[end:]
    if held:
        yield Piece(path.name, held, "mbox", first)


def _parts(path: Path) -> Iterator[Piece]:
    with path.open("rb") as file:
        first, lines = 1, list[bytes]()
        for line in file:
            lines.append(line)
            if len(lines) == _LINES:
                yield Piece(path.name, b"".join(lines), "json", first)
                first, lines = first + len(lines), []
        if lines:
            yield Piece(path.name, b"".join(lines), "json", first)
