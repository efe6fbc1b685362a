"""The cache holds data of this machine: what is damaged, foreign or planted in it changes no page and runs no code."""

import json
import os
import pickle
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import NOW, call

from annotated_briefings.build import BuildRequest, build
from annotated_briefings.engine import machine_key

MOMENT = datetime(2026, 5, 1, tzinfo=UTC)
PLACES = int(os.environ.get("BRIEFINGS_SOAK", "24"))
"""Places at which bytes are changed; `make soak` tries a thousand."""
COMMANDS = (
    ("check",),
    ("build", *NOW),
    ("status",),
    ("entities", "suggest"),
    ("annotations", "list"),
    ("tags", "list"),
    ("next-change",),
)


class Planted:
    """What runs code when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return os.mkdir, (str(self.mark),)


def write_site(root: Path, word: str) -> None:
    (root / "briefings").mkdir(parents=True, exist_ok=True)
    (root / "site.yaml").write_text("title: T\nbase_url: https://port.example\nsocial_images: false\n", "utf-8")
    (root / "briefings" / "entities.yaml").write_text("pier: {name: North Pier, type: place}\n", "utf-8")
    for number in range(4):
        (root / "briefings" / f"b{number}.md").write_text(
            f"---\ntitle: Brief {number}\nsummary: In short.\ndate: 2026-04-2{number}\ntags: [cranes]\n---\n"
            f"North Pier is {word} again, says report {number}.\n",
            "utf-8",
        )


def build_site(root: Path, *, clean: bool = False) -> dict[str, bytes]:
    """The output of a build, by file."""
    report = build(BuildRequest(root, MOMENT, clean=clean, search=False))
    assert not [one for one in report.diagnostics if one.severity.name == "ERROR"]
    out = root / "_site"
    return {
        f.relative_to(out).as_posix(): f.read_bytes()
        for f in out.rglob("*")
        if f.is_file() and not f.name.startswith(".")
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built once."""
    root = tmp_path_factory.mktemp("built")
    write_site(root, "closed")
    build_site(root)
    return root


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The output after an edit, built without a cache."""
    root = tmp_path_factory.mktemp("right")
    write_site(root, "open")
    return build_site(root)


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site and its cache, with every brief edited."""
    root = tmp_path / "site"
    shutil.copytree(built, root)
    for extra in (root / ".cache").glob("memo.sqlite-*"):
        extra.unlink()
    write_site(root, "open")
    return root


def rewrite(site: Path, change: Callable[[sqlite3.Connection], None]) -> None:
    with closing(sqlite3.connect(site / ".cache" / "memo.sqlite")) as memo:
        change(memo)
        memo.commit()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_planted_cache_runs_no_code(
    command: tuple[str, ...], site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = tmp_path / "ran"
    planted = pickle.dumps(Planted(mark))
    write_site(site, "closed")
    call(capsys, site, *command)
    expected = call(capsys, site, *command)

    def plant(memo: sqlite3.Connection) -> None:
        # As they are, and behind the signatures of other values.
        memo.execute(
            "update kept set value = case when rowid % 2 then ? else substr(value, 1, 16) || ? end", [planted] * 2
        )

    rewrite(site, plant)
    status, out, err = call(capsys, site, *command)
    assert not mark.exists()
    if command[0] != "build":
        assert (status, out, err) == expected
    assert status == expected[0]
    pickle.loads(planted)
    assert mark.exists(), "what is planted would run code"


@pytest.mark.parametrize("place", range(PLACES))
def test_a_damaged_cache_is_computed_again(place: int, site: Path, right: dict[str, bytes]) -> None:
    chance = random.Random(place)
    file = site / ".cache" / "memo.sqlite"
    data = bytearray(file.read_bytes())
    kind = place % 4
    if kind == 0:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        for at in range(chance.randrange(200, 5000), len(data), chance.randrange(50, 3000)):
            data[at] ^= 0x5A
    elif kind == 2:
        del data[chance.randrange(len(data)) :]
    else:
        at = chance.randrange(len(data))
        data[at : at + 4096] = chance.randbytes(4096)
    file.write_bytes(data)
    assert build_site(site) == right
    assert build_site(site) == right


def test_values_under_other_keys_are_not_used(site: Path, right: dict[str, bytes]) -> None:
    def swap(memo: sqlite3.Connection) -> None:
        rows = memo.execute("select rowid, stage, value from kept order by stage, rowid").fetchall()
        for (row, *_), (_, _, value) in zip(rows, [*rows[1:], rows[0]], strict=True):
            memo.execute("update kept set value = ? where rowid = ?", (value, row))

    rewrite(site, swap)
    write_site(site, "closed")
    closed = build_site(site)
    write_site(site, "open")
    assert build_site(site) == right
    assert b"closed again" in closed["briefs/b0/index.html"]


def test_a_cache_of_another_machine_is_not_used(
    site: Path, right: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(site, "closed")
    monkeypatch.setenv("BRIEFINGS_CACHE_KEY", "another machine")
    machine_key._key.cache_clear()
    try:
        report = build(BuildRequest(site, MOMENT, search=False))
    finally:
        monkeypatch.undo()
        machine_key._key.cache_clear()
    assert report.rendered > 10
    write_site(site, "open")
    assert build_site(site) == right


def test_machines_with_one_key_use_one_cache(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(site, "closed")
    for _ in range(2):
        monkeypatch.setenv("BRIEFINGS_CACHE_KEY", "a team")
        machine_key._key.cache_clear()
        try:
            report = build(BuildRequest(site, MOMENT, search=False))
        finally:
            monkeypatch.undo()
            machine_key._key.cache_clear()
    assert report.rendered == 0


def test_a_key_that_others_may_write_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "cache.key"
    made = machine_key._make(file)
    assert machine_key._read(file) == made
    assert len(made) == 32
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o666)
    assert machine_key._read(file) is None
    file.chmod(0o600)
    file.write_bytes(made[:-1])
    assert machine_key._read(file) is None


def test_where_no_key_can_be_kept_the_cache_is_of_no_use_and_the_site_is_right(
    site: Path, right: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(machine_key, "user_state_path", lambda *_, **__: tmp_path / "file" / "below")
    machine_key._key.cache_clear()
    try:
        assert build_site(site) == right
    finally:
        machine_key._key.cache_clear()


def test_a_planted_record_of_the_last_change_reaches_no_file_outside_the_site(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("after\n", "utf-8")
    edits = [{"path": "../outside.txt", "before": "planted\n", "after": "after\n"}]
    (site / ".cache" / "last-change.json").write_text(json.dumps({"what": "merge", "edits": edits}), "utf-8")
    assert call(capsys, site, "entities", "undo")[0] == 1
    assert outside.read_text("utf-8") == "after\n"
