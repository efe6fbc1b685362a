"""Reading pieces in batches, each remembered, so that a stopped import does not read twice."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import blake2b

from annotated_briefings.base.digest import digest
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.engine.parallel import stream_ordered
from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.records import FieldMap
from annotated_briefings.intake.reading import FileRead, Piece, read_batch

_BYTES, _PIECES = 500_000, 64
"""A batch is full at so many bytes or pieces."""
_STAGE = "reads"


@dataclass(slots=True)
class Reader:
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
            digest(code, p.name, p.format, p.first, p.delivery, p.preset, blake2b(p.data, digest_size=16).hexdigest())
            for p in batch
        ]
        known = self.store.get_many(_STAGE, keys) if self.store else {}
        return [(piece, key, known.get(key)) for piece, key in zip(batch, keys, strict=True)]
