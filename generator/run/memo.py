"""Pure steps remembered across builds."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from os import fspath
from typing import Any, TypeVar

from generator.base.digest import digest
from generator.run.request import BuildRequest
from generator.run.store import Store
from generator.run.workers import FEW, map_shared

K = TypeVar("K")
S = TypeVar("S")
V = TypeVar("V")
_PAGES = "pages"


class Memo:
    """What one build remembers of the steps of earlier ones."""

    def __init__(self, store: Store, request: BuildRequest, code: str) -> None:
        self._store = store
        self._request = request
        self.code = code
        """Digest of our own code, a part of every key."""
        self.computed: dict[str, int] = {}
        """How often each step had to be done."""
        self._group = digest(fspath(request.destination), request.base_url, request.drafts)

    def map(
        self, stage: str, function: Callable[[S, K], V], shared: S, items: Sequence[K], keys: Sequence[str]
    ) -> list[V]:
        """The function of a shared value and of every item, in order: looked up by key, or computed and remembered.

        What is computed comes back pickled from the processes that compute it, as it is put away.
        """
        known = {} if self._request.clean else self._store.get_packed(stage, keys)
        values: dict[str, V] = _unpacked(known)
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in values}
        jobs = 1 if len(missing) < FEW else self._request.jobs
        size = max(1, -(-len(missing) // (jobs * 8)))
        todo = list(missing.values())
        parts = [(function, todo[at : at + size]) for at in range(0, len(todo), size)]
        done = map_shared(_computed, shared, parts, jobs=jobs, executor=self._request.executor)
        fresh = dict(zip(missing, (packed for part in done for packed in part), strict=True))
        self._store.put_packed(stage, fresh)
        self.computed[stage] = len(missing)
        values |= {key: pickle.loads(packed) for key, packed in fresh.items()}
        return [values[key] for key in keys]

    @cached_property
    def pages(self) -> Mapping[str, bytes]:
        """Output file to the packed record of its last drawing."""
        return {} if self._request.clean else self._store.get_group(_PAGES, self._group)

    def keep_pages(self, records: Mapping[str, bytes]) -> None:
        """Remember new records of pages."""
        self._store.put_group(_PAGES, self._group, records)


def _computed(shared: S, part: tuple[Callable[[S, K], V], Sequence[K]]) -> list[bytes]:
    function, items = part
    return [pickle.dumps(function(shared, item), pickle.HIGHEST_PROTOCOL) for item in items]


def _unpacked(packed: Mapping[str, bytes]) -> dict[str, Any]:
    """Remembered values; whatever is wrong with one, computing it anew is right."""
    out: dict[str, Any] = {}
    for key, value in packed.items():
        try:
            out[key] = pickle.loads(value)
        except Exception:
            continue
    return out
