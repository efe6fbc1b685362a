"""Pure steps run over many items, with their results cached between runs or without a cache."""

import pickle
from collections.abc import Callable, Mapping, Sequence, Set
from concurrent.futures import Executor
from typing import Any, Protocol, TypeVar

from annotated_briefings.base.digest import digest
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.engine.parallel import effective_jobs, map_shared
from annotated_briefings.engine.progress import progress

K = TypeVar("K")
S = TypeVar("S")
V = TypeVar("V")
Inputs = tuple[object, ...]
_SHOWN = "parse"
"""The only stage before rendering that is slow enough for a progress bar."""
_CHUNK = 500
"""Cached values that are unpickled at a time."""


class Steps(Protocol):
    """How pure steps are run. The result is the same for every implementation; only the time differs."""

    def map(
        self,
        stage: str,
        function: Callable[[S, K], V],
        shared: S,
        items: Sequence[K],
        inputs: Callable[[K], Inputs],
        weight: int = 1,
    ) -> list[V]:
        """``function(shared, item)`` of every item, in order.

        ``stage`` names the step, and an item is about as much work as ``weight`` briefs. ``inputs`` gives, for an item,
        every value that the result depends on, the relevant
        part of ``shared`` included; it is only called where results are cached.
        """


class InMemory:
    """Runs steps in this process without a cache."""

    def map(
        self,
        stage: str,  # noqa: ARG002
        function: Callable[[S, K], V],
        shared: S,
        items: Sequence[K],
        inputs: Callable[[K], Inputs],  # noqa: ARG002
        weight: int = 1,  # noqa: ARG002
    ) -> list[V]:
        """The function of every item, in order."""
        return [function(shared, item) for item in items]


class Memo:
    """Runs steps with a cache: a result is computed once for the same inputs and the same code."""

    def __init__(
        self,
        store: Store,
        *,
        clean: bool = False,
        jobs: int = 1,
        executor: Executor | None = None,
        progress: bool = False,
    ) -> None:
        """``clean`` ignores what is cached; ``jobs`` and ``executor`` are those of `map_shared`; ``progress`` shows a
        progress bar."""
        self._store = store
        self._clean = clean
        self._jobs = jobs
        self._executor = executor
        self._progress = progress
        self.code = code_fingerprint()
        """Fingerprint of the code, a part of every key."""
        self.computed: dict[str, int] = {}
        """Stage to the number of results that were not in the cache."""

    def map(
        self,
        stage: str,
        function: Callable[[S, K], V],
        shared: S,
        items: Sequence[K],
        inputs: Callable[[K], Inputs],
        weight: int = 1,
    ) -> list[V]:
        """``function(shared, item)`` of every item, in order, from the cache or computed and cached.

        Workers return their results pickled, which is the form in which they are stored.
        """
        keys = [digest(self.code, *inputs(item)) for item in items]
        values: dict[str, V] = {} if self._clean else self._cached(stage, keys)
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in values}
        jobs = effective_jobs(self._jobs, len(missing) * weight)
        size = max(1, -(-len(missing) // (jobs * 8)))
        todo = list(missing.values())
        chunks = [(function, todo[at : at + size]) for at in range(0, len(todo), size)]
        names = iter(missing)
        # Chunk by chunk, so that the pickled results never lie in memory all at once.
        with progress("reading", len(todo), "", shown=self._progress and stage == _SHOWN) as bar:
            for done in map_shared(_computed, shared, chunks, jobs=jobs, executor=self._executor):
                fresh = {next(names): packed for packed in done}
                self._store.put_packed(stage, fresh)
                values |= {key: pickle.loads(packed) for key, packed in fresh.items()}
                bar.advance(len(fresh))
        self.computed[stage] = len(missing)
        return [values[key] for key in keys]

    def _cached(self, stage: str, keys: Sequence[str]) -> dict[str, Any]:
        """The cached values of some keys; one that cannot be read is computed again."""
        out: dict[str, Any] = {}
        for at in range(0, len(keys), _CHUNK):
            for key, value in self._store.get_packed(stage, keys[at : at + _CHUNK]).items():
                try:
                    out[key] = pickle.loads(value)
                except Exception:
                    continue
        return out

    def get(self, stage: str, *inputs: object) -> Any:
        """The cached result of a step for its inputs; None where there is none."""
        key = digest(self.code, *inputs)
        return None if self._clean else self._cached(stage, [key]).get(key)

    def put(self, stage: str, value: object, *inputs: object) -> None:
        """Cache the result of a step for its inputs."""
        self._store.put_many(stage, {digest(self.code, *inputs): value})

    def get_namespace(self, stage: str, namespace: str) -> Mapping[str, bytes]:
        """All cached bytes of a namespace, by key. The caller checks whether they still hold: their keys do not contain
        the fingerprint of the code."""
        return {} if self._clean else self._store.get_namespace(stage, namespace)

    def get_in_namespace(self, stage: str, namespace: str, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Some of the cached bytes of a namespace, by key."""
        return {} if self._clean else self._store.get_in_namespace(stage, namespace, keys)

    def put_namespace(self, stage: str, namespace: str, values: Mapping[str, bytes]) -> None:
        """Cache bytes in a namespace."""
        self._store.put_namespace(stage, namespace, values)

    def packed(self, stage: str, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Cached bytes of a stage by keys that the caller makes, from all that the bytes depend on."""
        return {} if self._clean else self._store.get_packed(stage, keys)

    def put_packed(self, stage: str, values: Mapping[str, bytes]) -> None:
        """Cache such bytes."""
        self._store.put_packed(stage, values)

    def has(self, stage: str, keys: Sequence[str]) -> Set[str]:
        """Those of some keys under which such bytes are cached, without a look at these."""
        return frozenset() if self._clean else self._store.has(stage, keys)

    def forget(self, stage: str, keys: Sequence[str]) -> None:
        """Take such bytes out of the cache."""
        self._store.delete(stage, keys)


def _computed(shared: S, chunk: tuple[Callable[[S, K], V], Sequence[K]]) -> list[bytes]:
    function, items = chunk
    return [pickle.dumps(function(shared, item), pickle.HIGHEST_PROTOCOL) for item in items]
