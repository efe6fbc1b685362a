"""The import ledger on disk: one or several files that are read as one.

New lines go into the newest file. When that is full they begin another, so that git stores a small file for each import
and no host refuses a large one. Lines are read in the order of their numbers, whatever the files are called.
"""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from time import time
from typing import NamedTuple

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import LEDGER, LEDGER_PARTS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ledger import (
    LedgerLine,
    is_entry,
    numbered,
    read_lines,
    with_number,
    without_number,
)
from annotated_briefings.storage.files import append_lines, name_of, unreadable, wanted_files, write_atomic
from annotated_briefings.storage.outside_links import OutsideLinks

FULL = 4_000_000
"""Bytes after which a file of the ledger gets no more lines: those of some 5,000 articles."""
_CUT = 4 * FULL
"""Bytes after which a file, which an earlier version or a merge has made, is cut into several."""
_FIRST = 2
"""The number in the name of the file that follows the first one."""
_DIGITS = regex(r"(\d+)")


class LedgerPart(Value):
    """One file of the ledger."""

    path: str
    """Its path from the folder of the site."""
    size: int
    """Its bytes when it was looked at; what is added later is not read."""
    digest: str
    """Digest of them."""
    before: int
    """The number that its first line follows if it has none itself."""
    lowest: int
    """The lowest number of a line; one more than ``before`` in an empty file."""
    highest: int
    """The highest number of a line; ``before`` in an empty file."""
    ordered: bool
    """Whether its lines are in the order of their numbers."""


class Ledger(Value):
    """The ledger of a site as it was when it was looked at. Equal ledgers have the same lines."""

    root: Path
    """The folder of the site."""
    parts: tuple[LedgerPart, ...] = ()
    """Its files, in the order of their names."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Files that cannot be read."""

    def lines(self, *starts: str) -> Iterator[LedgerLine]:
        """Its lines in the order of their numbers, equal ones once; with ``starts`` those alone that start so.

        They are read one by one: nothing is held in memory but lines of files that cover the same numbers. Raises
        OSError.
        """
        wanted = tuple(start.encode() for start in starts)
        for group in _overlapping(self.parts):
            if len(group) == 1 and group[0].ordered:
                yield from _once(self._read(group[0], wanted))
            else:
                every = (line for part in group for line in self._read(part, wanted))
                yield from _once(sorted(every, key=attrgetter("number")))

    def texts(self, *starts: str) -> Iterator[str]:
        """The texts of its lines, likewise."""
        return (line.text for line in self.lines(*starts))

    @property
    def highest(self) -> int:
        """The highest number of a line; 0 where there is none."""
        return max((part.highest for part in self.parts), default=0)

    def _read(self, part: LedgerPart, starts: tuple[bytes, ...]) -> Iterator[LedgerLine]:
        try:
            file = (self.root / part.path).open("rb")
        except FileNotFoundError:
            # Deleted a moment ago.
            return
        with file:
            for line in read_lines(part.path, _beginning(file, part.size), part.before):
                if not starts or line.data.startswith(starts):
                    yield line


def open_ledger(root: Path) -> Ledger:
    """The ledger of a site; without files where nothing was imported."""
    links = OutsideLinks(root)
    paths = sorted(links.within_of(wanted_files(root, LEDGER_PARTS)), key=lambda path: _in_names(path.name))
    parts: list[LedgerPart] = []
    found: list[Diagnostic] = []
    before = 0
    for path in paths:
        name = name_of(root, path)
        try:
            about = path.stat()
            # Within two seconds a file can be changed again without another time.
            settled = time() - about.st_mtime > 2
            look = _looked_at if settled else _looked_at.__wrapped__
            part = look(path, name, before, (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino))
        except OSError as error:
            found.append(unreadable(name, error))
            continue
        parts.append(part)
        before = part.highest
    return Ledger(root, tuple(parts), (*found, *links.diagnostics))


def is_ledger(path: str) -> bool:
    """Whether a path from the folder of a site is that of a file of the ledger."""
    return any(fnmatchcase(path, pattern) for pattern in LEDGER_PARTS)


def append_to_ledger(root: Path, text: str) -> None:
    """Add whole lines to the ledger, if there are any; they are on disk when this returns.

    The caller holds the lock of the site. Raises OSError.
    """
    if not text:
        return
    ledger = open_ledger(root)
    if large := [part for part in ledger.parts if part.size > _CUT]:
        for part in large:
            _cut(root, part)
        ledger = open_ledger(root)
    newest = max(ledger.parts, key=lambda part: part.highest, default=None)
    path = LEDGER if newest is None else newest.path if newest.size < FULL else _next_name(root)
    append_lines(root / path, numbered(text, ledger.highest), is_entry)


def _cut(root: Path, part: LedgerPart) -> None:
    """Cut a file into several. Its lines get numbers, and are else as they were.

    The later pieces are written first: what is ended by force has some lines twice, which changes nothing.
    """
    pieces: list[list[bytes]] = [[]]
    size = 0
    for line in Ledger(root, (part,)).lines():
        row = (with_number(line.text, line.number).encode() or line.data) + b"\n"
        if size + len(row) > FULL and pieces[-1]:
            pieces.append([])
            size = 0
        pieces[-1].append(row)
        size += len(row)
    for piece in pieces[1:]:
        write_atomic(root / _next_name(root), b"".join(piece))
    write_atomic(root / part.path, b"".join(pieces[0]))


def _next_name(root: Path) -> str:
    """The name of a new file, after those that there are."""
    stem, _, end = LEDGER.rpartition(".")
    names = (re.fullmatch(r"imports-(\d{4,9})\.jsonl", path.name) for path in root.glob(LEDGER_PARTS[1]))
    number = max((int(name[1]) + 1 for name in names if name), default=_FIRST)
    return f"{stem}-{number:04}.{end}"


class _Numbers(NamedTuple):
    lowest: int
    highest: int
    ordered: bool


@lru_cache(maxsize=4096)
def _looked_at(path: Path, name: str, before: int, about: tuple[int, int, int, int]) -> LedgerPart:
    """What a file has, which is read whole once: ``about`` is its size, when it was changed, and which file it is."""
    digest = blake2b(digest_size=16)

    def hashed(data: Iterable[bytes]) -> Iterator[bytes]:
        for line in data:
            digest.update(line)
            yield line

    with path.open("rb") as file:
        numbers = _numbers(read_lines(name, hashed(_beginning(file, about[0])), before), before)
    return LedgerPart(name, about[0], digest.hexdigest(), before, *numbers)


def _numbers(lines: Iterable[LedgerLine], before: int) -> _Numbers:
    lowest, highest, last, ordered = 0, before, 0, True
    for line in lines:
        lowest = min(lowest or line.number, line.number)
        highest = max(highest, line.number)
        ordered = ordered and line.number >= last
        last = line.number
    return _Numbers(lowest or before + 1, highest, ordered)


def _beginning(file: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The lines of a file as far as some bytes."""
    for line in file:
        if size <= 0:
            return
        yield line[:size]
        size -= len(line)


def _in_names(name: str) -> tuple[tuple[bool, int, str], ...]:
    """The order of names: the first file, and others by the numbers in their names."""
    stem = name.removeprefix("imports").removesuffix(".jsonl")
    return tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in _DIGITS.split(stem))


def _overlapping(parts: Iterable[LedgerPart]) -> Iterator[list[LedgerPart]]:
    """The files in the order of their numbers, those together that cover the same ones."""
    group: list[LedgerPart] = []
    highest = 0
    for part in sorted(parts, key=lambda part: part.lowest):
        if group and part.lowest > highest:
            yield group
            group = []
        group.append(part)
        highest = max(highest, part.highest) if len(group) > 1 else part.highest
    if group:
        yield group


def _once(lines: Iterable[LedgerLine]) -> Iterator[LedgerLine]:
    """Lines without those that are there again, under the same number."""
    first: LedgerLine | None = None
    seen: set[str] = set()
    for line in lines:
        if first is None or line.number != first.number:
            first, seen = line, set()
            yield line
            continue
        seen = seen or {without_number(first.text)}
        if (text := without_number(line.text)) not in seen:
            seen.add(text)
            yield line
