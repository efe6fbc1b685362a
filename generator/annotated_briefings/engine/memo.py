"""Pure steps remembered across builds."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from functools import cached_property
from typing import Any, TypeVar

from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.parallel import effective_jobs, map_shared
from annotated_briefings.engine.progress import progress

K = TypeVar("K")
S = TypeVar("S")
V = TypeVar("V")
_PAGES, _TEMPLATES = "pages 3", "templates"
"""Groups of what is not keyed by our code: the name of the first changes with the form of its values."""
_BARRED = "parse"
"""The one step before drawing that takes long enough for a bar."""
_PART = 500
"""Remembered values that are unpacked at a time."""


class Memo:
    """What one build remembers of the steps of earlier ones."""

    def __init__(
        self,
        store: Store,
        code: str,
        output: str,
        *,
        clean: bool = False,
        jobs: int = 1,
        executor: Executor | None = None,
        progress: bool = False,
    ) -> None:
        """``output`` names what is made, so that builds into two folders keep two records; ``clean`` looks nothing up;
        ``jobs``, ``executor`` and ``progress`` are those of `map_shared` and of the progress bar."""
        self._store = store
        self._clean = clean
        self._jobs = jobs
        self._executor = executor
        self._progress = progress
        self.code = code
        """Digest of our own code, a part of every key."""
        self.computed: dict[str, int] = {}
        """How often each step had to be done."""
        self._group = output

    def map(
        self, stage: str, function: Callable[[S, K], V], shared: S, items: Sequence[K], keys: Sequence[str]
    ) -> list[V]:
        """The function of a shared value and of every item, in order: looked up by key, or computed and remembered.

        What is computed comes back pickled from the processes that compute it, as it is put away.
        """
        values: dict[str, V] = {} if self._clean else self._known(stage, keys)
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in values}
        jobs = effective_jobs(self._jobs, len(missing))
        size = max(1, -(-len(missing) // (jobs * 8)))
        todo = list(missing.values())
        parts = [(function, todo[at : at + size]) for at in range(0, len(todo), size)]
        names = iter(missing)
        # Part by part, so that the packed values of all never lie in memory together.
        with progress("reading", len(todo), "", shown=self._progress and stage == _BARRED) as bar:
            for done in map_shared(_computed, shared, parts, jobs=jobs, executor=self._executor):
                fresh = {next(names): packed for packed in done}
                self._store.put_packed(stage, fresh)
                values |= {key: pickle.loads(packed) for key, packed in fresh.items()}
                bar.advance(len(fresh))
        self.computed[stage] = len(missing)
        return [values[key] for key in keys]

    def _known(self, stage: str, keys: Sequence[str]) -> dict[str, Any]:
        """Remembered values; whatever is wrong with one, computing it anew is right."""
        out: dict[str, Any] = {}
        for at in range(0, len(keys), _PART):
            for key, value in self._store.get_packed(stage, keys[at : at + _PART]).items():
                try:
                    out[key] = pickle.loads(value)
                except Exception:
                    continue
        return out

    def recall(self, stage: str, key: str) -> Any:
        """One remembered value; None where there is none."""
        return None if self._clean else self._known(stage, [key]).get(key)

    def put(self, stage: str, key: str, value: object) -> None:
        """Remember one value."""
        self._store.put_many(stage, {key: value})

    @cached_property
    def pages(self) -> Mapping[str, bytes]:
        """Output file to the packed record of its last drawing."""
        return {} if self._clean else self._store.get_group(_PAGES, self._group)

    @cached_property
    def templates(self) -> Mapping[str, bytes]:
        """Templates that were compiled before."""
        return {} if self._clean else self._store.get_group(_TEMPLATES, self.code)

    def keep(self, records: Mapping[str, bytes], templates: Mapping[str, bytes]) -> None:
        """Remember new records of pages, and templates that were compiled."""
        self._store.put_group(_PAGES, self._group, records)
        self._store.put_group(_TEMPLATES, self.code, templates)


def _computed(shared: S, part: tuple[Callable[[S, K], V], Sequence[K]]) -> list[bytes]:
    function, items = part
    return [pickle.dumps(function(shared, item), pickle.HIGHEST_PROTOCOL) for item in items]
