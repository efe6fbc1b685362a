"""What earlier builds computed, by the digest of what they computed it from. May be deleted at any time."""

import pickle
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

# An ordinary table with an index: values are too long to lie in the tree of the keys.
_SCHEMA = """
drop table if exists memo;
create table if not exists kept (stage text, key text, used integer, value blob);
create unique index if not exists kept_by_key on kept (stage, key);
create table if not exists run (number integer);
"""
_KEPT_RUNS = 20
"""Values not used in so many runs are forgotten."""
_CHUNK = 500


class Store:
    """A memo in one SQLite file; one that cannot be used is an empty one, never an error.

    Values are pickles of our own frozen values; the file is local and must never be taken from anywhere.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._run = 0

    def __enter__(self) -> "Store":
        try:
            self._connection = self._open()
        except (sqlite3.Error, OSError):
            self._connection = None
            try:
                for file in self._folder.glob("memo.sqlite*"):
                    file.unlink()
                self._connection = self._open()
            except (sqlite3.Error, OSError):
                self._connection = None
        return self

    def _open(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._folder / "memo.sqlite", timeout=2)
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=off")
        connection.executescript(_SCHEMA)
        row = connection.execute("select max(number) from run").fetchone()
        self._run = int(row[0] or 0) + 1
        return connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get_many(self, stage: str, keys: Sequence[str]) -> dict[str, Any]:
        """The remembered values of a stage, by key."""
        try:
            return {key: pickle.loads(value) for key, value in self.get_packed(stage, keys).items()}
        except Exception:
            # Whatever is wrong with a remembered value, computing it anew is right.
            return {}

    def get_packed(self, stage: str, keys: Sequence[str]) -> dict[str, bytes]:
        """The same as they were put away."""
        found: dict[str, bytes] = {}
        stale: list[str] = []
        for at in range(0, len(keys), _CHUNK):
            part = keys[at : at + _CHUNK]
            marks = ",".join("?" * len(part))
            rows = self._rows(f"select key, value, used from kept where stage = ? and key in ({marks})", (stage, *part))
            self._sort_in(rows, found, stale)
        self._touch(stage, stale)
        return found

    def get_group(self, stage: str, group: str) -> dict[str, bytes]:
        """The packed values whose keys begin with a group and a space, by the rest of their keys."""
        found: dict[str, bytes] = {}
        stale: list[str] = []
        rows = self._rows(
            "select key, value, used from kept where stage = ? and key > ? and key < ?",
            (stage, f"{group} ", f"{group}!"),
        )
        self._sort_in(rows, found, stale)
        self._touch(stage, stale)
        return {key[len(group) + 1 :]: value for key, value in found.items()}

    def _rows(self, query: str, values: tuple[str, ...]) -> list[tuple[str, bytes, int]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error:
            return []

    def _sort_in(self, rows: Iterable[tuple[str, bytes, int]], found: dict[str, bytes], stale: list[str]) -> None:
        for key, value, used in rows:
            found[key] = value
            if used < self._run - _KEPT_RUNS // 2:
                stale.append(key)

    def put_many(self, stage: str, values: Mapping[str, object]) -> None:
        """Remember values."""
        self.put_packed(stage, {key: pickle.dumps(v, pickle.HIGHEST_PROTOCOL) for key, v in values.items()})

    def put_packed(self, stage: str, values: Mapping[str, bytes]) -> None:
        """Remember values that are pickled already."""
        rows = [(stage, key, self._run, value) for key, value in values.items()]
        self._execute("insert or replace into kept values (?, ?, ?, ?)", rows)

    def put_group(self, stage: str, group: str, values: Mapping[str, bytes]) -> None:
        """Remember packed values of a group."""
        self.put_packed(stage, {f"{group} {key}": value for key, value in values.items()})

    def _touch(self, stage: str, keys: Sequence[str]) -> None:
        self._execute("update kept set used = ? where stage = ? and key = ?", [(self._run, stage, k) for k in keys])

    def retire(self) -> None:
        """Forget what no recent run has used, and count this run."""
        if self._run % _KEPT_RUNS == 0:
            self._execute("delete from kept where used < ?", [(self._run - _KEPT_RUNS,)])
        self._execute("delete from run where number < ?", [(self._run,)])
        self._execute("insert into run values (?)", [(self._run,)])

    def _execute(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._connection is None or not rows:
            return
        try:
            with self._connection:
                self._connection.executemany(statement, rows)
        except sqlite3.Error:
            # Locked by another build, or a full disk: this value is not remembered, nothing else.
            return
