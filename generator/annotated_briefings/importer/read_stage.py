"""Reading pieces in batches, each remembered, so that a stopped import does not read twice."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import blake2b

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.digest import digest
from annotated_briefings.base.values import replace
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.engine.parallel import stream_ordered
from annotated_briefings.importer.outcome import nothing_taken
from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.left_out import is_about
from annotated_briefings.intake.model import FieldMap
from annotated_briefings.intake.reading import FileRead, Piece, read_batch
from annotated_briefings.intake.stated.release import not_yet

_BYTES, _PIECES = 500_000, 64
"""A batch is full at so many bytes or pieces."""
_STAGE = "reads"


@dataclass(slots=True)
class PieceReader:
    """Reads pieces through an executor and a memo."""

    store: Store | None
    decisions: Decisions
    fields: FieldMap
    days: DayReading
    executor: Executor | None
    jobs: int

    def read(self, every: Iterable[Piece]) -> Iterator[tuple[int, FileRead]]:
        """The bytes of each piece and what it holds, in order."""
        code = digest(code_fingerprint(), self.decisions.cuts, self.fields, self.days)
        batches: deque[list[tuple[Piece, str, FileRead | None]]] = deque()

        def jobs() -> Iterator[tuple[tuple[Piece, ...], Decisions, FieldMap, DayReading]]:
            for batch in self._batches(every, code):
                batches.append(batch)
                yield tuple(piece for piece, _, known in batch if known is None), self.decisions, self.fields, self.days

        for fresh in stream_ordered(read_batch, jobs(), self.executor, self.jobs):
            batch = batches.popleft()
            new = iter(fresh)
            done = [(piece, key, known or next(new)) for piece, key, known in batch]
            if self.store:
                missing = {key for _, key, known in batch if known is None}
                self.store.put_many(_STAGE, {key: read for _, key, read in done if key in missing})
            yield from ((len(piece.data), read) for piece, _, read in done)

    def _batches(self, every: Iterable[Piece], code: str) -> Iterator[list[tuple[Piece, str, FileRead | None]]]:
        """Pieces with their keys and what is remembered of them, in batches."""
        batch: list[Piece] = []
        size = 0
        for piece in every:
            batch.append(piece)
            size += len(piece.data)
            if size >= _BYTES or len(batch) >= _PIECES:
                yield self._looked_up(batch, code)
                batch, size = [], 0
        if batch:
            yield self._looked_up(batch, code)

    def _looked_up(self, batch: list[Piece], code: str) -> list[tuple[Piece, str, FileRead | None]]:
        keys = [
            digest(
                code,
                p.name,
                p.format,
                p.first,
                p.delivery,
                p.preset,
                p.folders,
                blake2b(p.data, digest_size=16).hexdigest(),
            )
            for p in batch
        ]
        known = self.store.get_many(_STAGE, keys) if self.store else {}
        return [(piece, key, known.get(key)) for piece, key in zip(batch, keys, strict=True)]


def read_whole(
    reader: PieceReader,
    every: Iterable[Piece],
    paths: Mapping[str, str],
    at: str,
    zone: str,
    advance: Callable[[int], None],
    found: list[Diagnostic],
    refused: list[tuple[str, str]],
) -> tuple[FileRead, ...]:
    """All pieces read, in order; a file of which nothing was taken is refused and reported with the reason.

    ``paths`` are the paths of files by name, ``at`` is the moment of the import, ``zone`` that of times which name
    none, if the site has one; ``advance`` gets the size in bytes of each piece; ``found`` and ``refused`` gather what
    is wrong and what is not taken.
    """
    names: dict[str, tuple[int, str]] = {}
    out: list[FileRead] = []
    for size, read in reader.read(every):
        advance(size)
        found += read.diagnostics
        count, why = names.get(read.name, (0, ""))
        read = replace(read, articles=tuple(not_yet(article, at, zone) for article in read.articles))
        refused += read.refused
        first = read.diagnostics[0].message if read.diagnostics else "it holds no text"
        why = why or next((why for _, why in read.refused), first)
        names[read.name] = (count + len(read.articles), why)
        out.append(read)
    empty = [(name, why) for name, (count, why) in names.items() if not count]
    named = [where for where, _ in refused]
    refused += [(paths.get(name, name), why) for name, why in empty if not any(is_about(one, name) for one in named)]
    broken = {d.place.path for d in found if d.severity is Severity.ERROR}
    found += [nothing_taken(paths.get(name, name), why) for name, why in empty if name not in broken]
    return tuple(out)
