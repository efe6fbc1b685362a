"""The records of the pages of earlier builds, read from the cache only as far as they are asked for: an edit asks for
some dozens among tens of thousands."""

from collections.abc import Iterable, Mapping

from annotated_briefings.build.page_record import PAGES
from annotated_briefings.engine.memo import Memo

_FEW = 200
"""Records that are read one by one; for more, all are read at once."""


class KnownPages:
    """The records of the pages of one output folder."""

    def __init__(self, memo: Memo, namespace: str, paths: Iterable[str]) -> None:
        """``paths`` are the output files of earlier builds."""
        self._memo = memo
        self._namespace = namespace
        self._paths = frozenset(paths)
        self._found: dict[str, bytes | None] = {}
        self._read = 0
        self._whole: Mapping[str, bytes] | None = None

    def without(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """The packed records of all pages but some, which need not be looked at."""
        wanted = self._paths.difference(paths)
        if 2 * len(wanted) > len(self._paths):
            return self.every()
        return self.of(wanted)

    def of(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """The packed records of some pages."""
        return self._memo.get_in_namespace(PAGES, self._namespace, sorted(paths))

    def every(self) -> Mapping[str, bytes]:
        """The packed records of all pages."""
        return self._memo.get_namespace(PAGES, self._namespace)

    def add(self, records: Mapping[str, bytes]) -> None:
        """Take packed records in place of those in the cache."""
        self._found.update(records)

    def get(self, path: str) -> bytes | None:
        """The packed record of a page."""
        if path in self._found:
            return self._found[path]
        if self._whole is None and self._read >= _FEW:
            self._whole = self.every()
        if self._whole is not None:
            return self._whole.get(path)
        self._read += 1
        found = self._found[path] = self._memo.get_in_namespace(PAGES, self._namespace, [path]).get(path)
        return found
