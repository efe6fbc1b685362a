"""The cache of earlier runs: values by the hash of what they were computed from. It may be deleted at any time."""

import pickle
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from hmac import compare_digest
from pathlib import Path
from types import TracebackType
from typing import Any

from annotated_briefings.engine.machine_key import SIGNATURE, signature

# An ordinary table with an index, since the values are too long to be stored in the tree of the keys.
_SCHEMA = """
create table if not exists kept (stage text, key text, used integer, value blob);
create unique index if not exists kept_by_key on kept (stage, key);
create table if not exists run (number integer);
"""
_KEPT_RUNS = 20
"""A value that was not used in this many runs is deleted."""
_CHUNK = 500
"""Keys that one query asks for; SQLite limits the number of parameters."""


class Store:
    """A cache in one SQLite file. Where the file cannot be used the cache is empty; it never raises an error.

    Values are pickles of our own frozen values, each signed with the key of this machine (`machine_key`). A value with
    another signature, because it is damaged, lies under another key or comes from elsewhere, is not there: it is never
    unpickled.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._run = 0

    def __enter__(self) -> "Store":
        try:
            self._connection = self._open()
        except (sqlite3.Error, OSError):
            self._start_anew()
        return self

    def _start_anew(self) -> None:
        """Put an empty cache in the place of one that cannot be used."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        try:
            for file in self._folder.glob("memo.sqlite*"):
                file.unlink()
            self._connection = self._open()
        except (sqlite3.Error, OSError):
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._folder / "memo.sqlite", timeout=2)
        # Nothing in the file is run: no trigger and no view may call a function.
        connection.execute("pragma trusted_schema=off")
        connection.execute("pragma cell_size_check=on")
        # First of all: nothing waits for the disk, since what is lost in a power cut is computed again.
        connection.execute("pragma synchronous=off")
        connection.execute("pragma journal_mode=wal")
        connection.executescript(_SCHEMA)
        try:
            row = connection.execute("select max(number) from run").fetchone()
            self._run = int(row[0] or 0) + 1
        except (TypeError, ValueError, OverflowError):
            connection.close()
            raise sqlite3.DatabaseError from None
        return connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get_many(self, stage: str, keys: Sequence[str]) -> dict[str, Any]:
        """The cached values of a stage, by key; none of them if one cannot be unpickled."""
        try:
            return {key: pickle.loads(value) for key, value in self.get_packed(stage, keys).items()}
        except Exception:
            # Whatever is wrong with a cached value, it can be computed again.
            return {}

    def get_packed(self, stage: str, keys: Sequence[str]) -> dict[str, bytes]:
        """The cached values of a stage as pickled bytes, by key."""
        found: dict[str, bytes] = {}
        old: list[str] = []
        for at in range(0, len(keys), _CHUNK):
            part = keys[at : at + _CHUNK]
            marks = ",".join("?" * len(part))
            rows = self._rows(f"select key, value, used from kept where stage = ? and key in ({marks})", (stage, *part))
            self._collect(stage, rows, found, old)
        self._mark_used(stage, old)
        return found

    def has(self, stage: str, keys: Sequence[str]) -> frozenset[str]:
        """Those of some keys of a stage under which something is cached; it counts as used in this run."""
        found: set[str] = set()
        for at in range(0, len(keys), _CHUNK):
            part = keys[at : at + _CHUNK]
            marks = ",".join("?" * len(part))
            rows = self._rows(f"select key, x'', used from kept where stage = ? and key in ({marks})", (stage, *part))
            found.update(key for key, _, _ in rows)
        self._mark_used(stage, sorted(found))
        return frozenset(found)

    def delete(self, stage: str, keys: Sequence[str]) -> None:
        """Take values out of the cache."""
        self._execute("delete from kept where stage = ? and key = ?", [(stage, key) for key in keys])

    def get_namespace(self, stage: str, namespace: str) -> dict[str, bytes]:
        """The bytes cached in a namespace of a stage, by key."""
        found: dict[str, bytes] = {}
        old: list[str] = []
        # In the table a key is the namespace, a space and the key itself; "!" is the character after the space.
        rows = self._rows(
            "select key, value, used from kept where stage = ? and key > ? and key < ?",
            (stage, f"{namespace} ", f"{namespace}!"),
        )
        self._collect(stage, rows, found, old)
        self._mark_used(stage, old)
        return {key[len(namespace) + 1 :]: value for key, value in found.items()}

    def get_in_namespace(self, stage: str, namespace: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Some of the bytes cached in a namespace of a stage, by key."""
        found = self.get_packed(stage, [f"{namespace} {key}" for key in keys])
        return {key[len(namespace) + 1 :]: value for key, value in found.items()}

    def _rows(self, query: str, values: tuple[str, ...]) -> list[tuple[str, bytes, int]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.OperationalError:
            # Locked by another command for longer than we wait.
            return []
        except (sqlite3.Error, OverflowError, UnicodeDecodeError):
            self._start_anew()
            return []

    def _collect(
        self, stage: str, rows: Iterable[tuple[str, bytes, int]], found: dict[str, bytes], old: list[str]
    ) -> None:
        for key, signed, used in rows:
            value = _checked(stage, key, signed)
            if value is None:
                continue
            found[key] = value
            # Not at every use: writing takes longer than reading.
            if isinstance(used, int) and used < self._run - _KEPT_RUNS // 2:
                old.append(key)

    def put_many(self, stage: str, values: Mapping[str, object]) -> None:
        """Cache values."""
        self.put_packed(stage, {key: pickle.dumps(v, pickle.HIGHEST_PROTOCOL) for key, v in values.items()})

    def put_packed(self, stage: str, values: Mapping[str, bytes]) -> None:
        """Cache values that are pickled already."""
        rows = [(stage, key, self._run, _signed(stage, key, value)) for key, value in values.items()]
        self._execute("insert or replace into kept values (?, ?, ?, ?)", rows)

    def put_namespace(self, stage: str, namespace: str, values: Mapping[str, bytes]) -> None:
        """Cache bytes in a namespace of a stage."""
        self.put_packed(stage, {f"{namespace} {key}": value for key, value in values.items()})

    def _mark_used(self, stage: str, keys: Sequence[str]) -> None:
        self._execute("update kept set used = ? where stage = ? and key = ?", [(self._run, stage, k) for k in keys])

    def end_run(self) -> None:
        """Count this run and, in every twentieth, delete the values that no recent run has used."""
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
        except sqlite3.OperationalError:
            # Locked by another build, or a full disk: the value is not cached, which does no harm.
            return
        except sqlite3.Error:
            self._start_anew()


def _signed(stage: str, key: str, value: bytes) -> bytes:
    """A value behind its signature, which holds for its place alone."""
    return signature(stage.encode(), key.encode(), value) + value


def _checked(stage: str, key: str, signed: bytes) -> bytes | None:
    """The value of signed bytes; None where this machine has not written them at this place."""
    if not isinstance(signed, bytes) or not isinstance(key, str):
        return None
    value = signed[SIGNATURE:]
    return value if compare_digest(signed[:SIGNATURE], signature(stage.encode(), key.encode(), value)) else None
