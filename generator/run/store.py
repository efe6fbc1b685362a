"""What earlier builds computed, by the digest of what they computed it from. May be deleted at any time."""

import pickle
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

_SCHEMA = """
create table if not exists memo
    (stage text, key text, value blob, used integer, primary key (stage, key)) without rowid;
create table if not exists run (number integer);
"""
_KEPT_RUNS = 20
"""Values not used in so many runs are forgotten."""
_CHUNK = 500


class Store:
    """A memo in one SQLite file; one that cannot be used is an empty one, never an error.

    Values are pickles of our own frozen dataclasses; the file is local and must never be taken from anywhere.
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
        if self._connection is None:
            return {}
        found: dict[str, Any] = {}
        try:
            for at in range(0, len(keys), _CHUNK):
                part = keys[at : at + _CHUNK]
                marks = ",".join("?" * len(part))
                rows = self._connection.execute(
                    f"select key, value from memo where stage = ? and key in ({marks})", (stage, *part)
                )
                found.update((key, pickle.loads(value)) for key, value in rows)
        except Exception:
            # Whatever is wrong with a remembered value, computing it anew is right.
            return {}
        self._touch(stage, list(found))
        return found

    def put_many(self, stage: str, values: Mapping[str, object]) -> None:
        """Remember values."""
        if self._connection is None or not values:
            return
        rows = [(stage, key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL), self._run) for key, value in values.items()]
        self._execute("insert or replace into memo values (?, ?, ?, ?)", rows)

    def _touch(self, stage: str, keys: Sequence[str]) -> None:
        rows = [(self._run, stage, key, self._run - _KEPT_RUNS // 2) for key in keys]
        self._execute("update memo set used = ? where stage = ? and key = ? and used < ?", rows)

    def retire(self) -> None:
        """Forget what no recent run has used, and count this run."""
        self._execute("delete from memo where used < ?", [(self._run - _KEPT_RUNS,)])
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
