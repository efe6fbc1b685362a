"""Reading trees of files, and writing files so that nothing is ever half written or lost."""

import errno
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from time import time

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place, Source, place_of_byte
from annotated_briefings.base.traces.by_products import copies_among, is_by_product, may_be_copy
from annotated_briefings.storage.outside_links import OutsideLinks

LIMIT = 20_000_000
"""Largest text file that is read, in bytes."""
_LONG = 160
"""Longest name of a file, in bytes, to which more can be added on every system."""


def wanted_files(
    root: Path, patterns: Iterable[str], chosen: Callable[[str], bool] = lambda _: False
) -> Iterator[Path]:
    """Files of a folder that match, without hidden ones and what programs leave behind, unless they are ``chosen`` by
    their path from the folder; what lies in a hidden folder never is."""
    seen: set[Path] = set()
    copies: dict[Path, frozenset[str]] = {}
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            hidden = any(map(is_by_product, path.relative_to(root).parts))
            if may_be_copy(path.name) and not hidden:
                if path.parent not in copies:
                    copies[path.parent] = copies_among(_names_in(path.parent))
                hidden = path.name in copies[path.parent]
            if hidden and chosen(name_of(root, path)):
                hidden = any(map(is_by_product, path.relative_to(root).parts[:-1]))
            if path not in seen and not hidden and (path.is_file() or _leads_nowhere(path)):
                seen.add(path)
                yield path


def is_copied(root: Path, name: str) -> bool:
    """Whether a file makes others in its folder copies of it, by their names, when it is there."""
    path = root / name
    others = [one for one in _names_in(path.parent) if may_be_copy(one) and one != path.name]
    return bool(others) and copies_among(others) != copies_among((*others, path.name))


def left_behind(
    root: Path, folders: Iterable[str], chosen: Callable[[str], bool] = lambda _: False
) -> tuple[Diagnostic, ...]:
    """What programs left in some folders of a site, counted in one diagnostic, without files that are ``chosen`` by
    their path from such a folder; hidden files are no surprise."""
    found: list[str] = []
    for folder in folders:
        for top, below, files in os.walk(root / folder):
            copies = copies_among(files)
            left = [Path(top, name) for name in files if _is_left(name) or name in copies]
            left = [path for path in left if not chosen(name_of(root / folder, path))]
            left += (Path(top, name) for name in below if _is_left(name))
            found += (name_of(root, path) for path in left)
            below[:] = (name for name in below if name == ".well-known" or not is_by_product(name))
    if not found:
        return ()
    first, more = sorted(found)[:3], len(found) - 3
    shown = ", ".join(f"`{name}`" for name in first) + (f" and {more} more" if more > 0 else "")
    many = f"{len(found)} files or folders" if len(found) > 1 else "1 file or folder"
    return (
        report(
            "by-product",
            f"{many} that programs left behind {'are' if len(found) > 1 else 'is'} not part of the site: {shown}",
            Place(first[0]),
            help="delete what nobody needs; give another name to what readers should have, "
            "or list it under `publish_files:` in site.yaml",
        ),
    )


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _is_left(name: str) -> bool:
    return not name.startswith(".") and is_by_product(name)


def _leads_nowhere(path: Path) -> bool:
    """A symbolic link to nothing, which somebody should know of."""
    return path.is_symlink() and not path.exists()


def name_of(root: Path, path: Path) -> str:
    """The name of a file below a folder, with forward slashes; two spellings of the same letters give one."""
    return unicodedata.normalize("NFC", path.relative_to(root).as_posix())


def place_of(root: Path, name: str) -> Path:
    """Where a file of this name is in a folder, or would be made. On the disk its letters may be put together in
    another way, as programs of some systems write them."""
    path = root / name
    if name.isascii() or os.path.lexists(path):
        return path
    at = root
    for part in PurePosixPath(name).parts:
        same = (one for one in _names_in(at) if unicodedata.normalize("NFC", one) == part)
        at /= part if os.path.lexists(at / part) else next(same, part)
    return at


def two_spellings(name: str) -> Diagnostic:
    """The error for a second file of one name."""
    return report(
        "output",
        f"`{name}` exists in two spellings of the same letters",
        Place(name),
        help="delete or rename one of them; the first one is used",
    )


def read_tree(
    root: Path, patterns: Iterable[str], limit: int = LIMIT
) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """The text files of a folder that match, by path; what cannot be read, and what links out of the folder lead to,
    is left out with a diagnostic."""
    sources: dict[str, Source] = {}
    found: list[Diagnostic] = []
    patterns = tuple(patterns)
    links = OutsideLinks(root)
    for pattern in patterns:
        if "**" in pattern:
            links.look_below(root / pattern.partition("**")[0])
    for path in links.within_of(wanted_files(root, patterns)):
        name = name_of(root, path)
        result = two_spellings(name) if name in sources else _read(path, name, limit)
        if isinstance(result, Source):
            sources[name] = result
        else:
            found.append(result)
    return tuple(sources[name] for name in sorted(sources)), (*found, *links.diagnostics)


def _read(path: Path, name: str, limit: int) -> Source | Diagnostic:
    try:
        size = path.stat().st_size
        if size > limit:
            message = f"the file has {size / 1e6:.0f} MB; the limit is {limit / 1e6:.0f} MB"
            return report(
                "too-large",
                message,
                Place(name),
                help="split it, or move what is not text out of it; it is left out until then",
            )
        data = path.read_bytes()
    except OSError as error:
        return unreadable(name, error)
    if b"\0" in data[:8192]:
        return report(
            "not-text",
            "the file holds binary data, not text",
            place_of_byte(name, data, data.index(b"\0")),
            help="move it to static/, or save it as UTF-8 text",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return not_utf8(name, data, error.start, "it is left out until then")
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def not_utf8(name: str, data: bytes, at: int, meanwhile: str) -> Diagnostic:
    """The diagnostic for a text whose byte ``at`` is not UTF-8, and what happens ``meanwhile``."""
    # What cannot be read is shown by the sign that stands for it everywhere.
    shown = Source(name, data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))
    remedy = f"save the file as UTF-8; {meanwhile}"
    return report("not-text", f"byte {at} is not UTF-8", place_of_byte(name, data, at), help=remedy, source=shown)


def unreadable(name: str, error: OSError) -> Diagnostic:
    """The diagnostic for a file that cannot be read."""
    return report(
        "unreadable", f"the file cannot be read: {reason(error)}", Place(name), help="check the file's permissions"
    )


def reason(error: OSError) -> str:
    """What the system says, in our style."""
    return (error.strerror or type(error).__name__).lower()


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file so that it is at every moment whole: the old one or the new one. Raises OSError."""
    if path.name in ("", ".."):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from None
    temporary = beside(path, os.getpid())
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def beside(path: Path, process: int) -> Path:
    """The file that a process writes before it puts it in the place of another; each has one of its own."""
    name = path.name
    if len(os.fsencode(name)) > _LONG:
        name = f"{name[:40]}-{blake2b(os.fsencode(name), digest_size=8).hexdigest()}"
    return path.with_name(f".{name}.{process}.tmp")


def is_abandoned(temporary: Path) -> bool:
    """Whether nobody will finish a file that `write_atomic` had begun: its process is no more, or it is an hour old."""
    process = temporary.name.split(".")[-2]
    if not process.isdigit():
        return False
    if sys.platform == "win32":
        return time() - temporary.stat().st_mtime > 3600
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def clear_abandoned(folder: Path) -> None:
    """Take away what killed commands were writing anywhere in a folder."""
    for left in folder.rglob(".*.tmp"):
        with suppress(OSError):
            if is_abandoned(left):
                left.unlink()


def write_text_atomic(path: Path, text: str) -> None:
    """Write a text file as UTF-8, whole or not at all. Raises OSError."""
    write_atomic(path, text.encode("utf-8"))


def append_lines(path: Path, text: str, is_line: Callable[[str], bool]) -> None:
    """Add whole lines to a text file, on disk when this returns. Raises OSError.

    What is after the last line end is kept if ``is_line`` takes it for a line, else it is what an earlier end left
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
