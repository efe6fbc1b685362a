"""The import ledger in several files: read as one, whatever happens to them, in little memory."""

import shutil
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.ledger import LedgerLine, without_number
from annotated_briefings.storage import ledger as module
from annotated_briefings.storage.files import write_atomic
from annotated_briefings.storage.ledger import append_to_ledger, open_ledger

ROWS = [f'{{"run": "r{number:02}", "files": ["day-{number}.txt"]}}' for number in range(24)]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose ledger has four rows in each of its files."""
    monkeypatch.setattr(module, "FULL", 180)
    (tmp_path / "briefings").mkdir()
    for row in ROWS:
        append_to_ledger(tmp_path, f"{row}\n")
    return tmp_path


def rows(site: Path) -> list[str]:
    return [without_number(text) for text in open_ledger(site).texts()]


def files(site: Path) -> list[Path]:
    return sorted((site / "briefings").glob("imports*.jsonl"))


def test_a_full_file_is_followed_by_another_and_all_are_read_as_one(site: Path) -> None:
    names = ["imports-0002", "imports-0003", "imports-0004", "imports-0005", "imports-0006", "imports"]
    assert [path.stem for path in files(site)] == names
    assert [len(path.read_text().splitlines()) for path in files(site)] == [4] * 6
    assert rows(site) == ROWS
    assert open_ledger(site).highest == len(ROWS)
    assert list(map(without_number, open_ledger(site).texts('{"run": "r1'))) == ROWS[10:20]


def renamed(site: Path) -> None:
    """Names in another order, by month."""
    for path, month in zip(files(site), (7, 2, 12, 1, 10, 3), strict=True):
        path.rename(path.with_name(f"imports-2026-{month:02}.jsonl"))


def doubled(site: Path) -> None:
    for path, name in zip(files(site), ("0001", "0900", "2024-01", "a", "0077", "z"), strict=True):
        shutil.copyfile(path, path.with_name(f"imports-{name}.jsonl"))


def shuffled(site: Path) -> None:
    """The lines of each file in any order."""
    for path in files(site):
        lines = path.read_text().splitlines()
        Random(path.name).shuffle(lines)
        path.write_text("\n".join(lines))


def mixed(site: Path) -> None:
    """All lines in any order, in files of other sizes, with the marks of a conflict, other line ends and a byte order
    mark; a third of them twice."""
    lines = [line for path in files(site) for line in path.read_text().splitlines()]
    lines += lines[::3]
    Random(1).shuffle(lines)
    for path in files(site):
        path.unlink()
    for number, (begin, end) in enumerate(pairwise((0, 3, 17, 18, len(lines)))):
        some = ["<<<<<<< ours", *lines[begin:end], "=======", "", ">>>>>>> theirs"]
        text = "\ufeff" + "\r\n".join(some)
        (site / "briefings" / f"imports-{9 - number}.jsonl").write_bytes(text.encode())


@pytest.mark.parametrize("change", [renamed, doubled, shuffled, mixed])
def test_names_copies_and_the_order_of_lines_change_nothing(site: Path, change: Callable[[Path], None]) -> None:
    change(site)
    assert rows(site) == ROWS
    append_to_ledger(site, '{"undo": "r23"}\n{"undo": "r22"}\n')
    assert rows(site) == [*ROWS, '{"undo": "r23"}', '{"undo": "r22"}']


def test_without_one_file_only_its_own_lines_are_missing(site: Path) -> None:
    for number, path in enumerate([*files(site)[-1:], *files(site)[:-1]]):
        text = path.read_bytes()
        path.unlink()
        assert rows(site) == ROWS[: number * 4] + ROWS[number * 4 + 4 :]
        path.write_bytes(text)
    for path in files(site):
        path.unlink()
    assert rows(site) == []


def test_a_line_that_is_added_again_counts_again_under_its_new_number(site: Path) -> None:
    append_to_ledger(site, "".join(f"{text}\n" for text in list(open_ledger(site).texts())[:2]))
    assert rows(site) == [*ROWS, *ROWS[:2]]
    assert list(open_ledger(site).texts())[-1].endswith(', "n": 26}')


def old_lines(site: Path) -> bytes:
    """A large file of an earlier version, without numbers; one line is damaged, and none follows the last one."""
    data = "\n".join((*ROWS, '{"id": "x"}')).encode() + b'\n{"run": "caf\xe9"}\n{"run": "las'
    for path in files(site):
        path.unlink()
    (site / "briefings" / "imports.jsonl").write_bytes(data)
    return data


def test_a_large_file_is_cut_and_every_line_stays_as_it_was(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CUT", 720)
    before = old_lines(site)
    seen = [line.data for line in open_ledger(site).lines()]
    assert seen == before.split(b"\n")
    append_to_ledger(site, '{"undo": "r01"}\n')
    assert len(files(site)) > 6
    kept = [line.data for line in open_ledger(site).lines()]
    assert [without_number(line.decode("latin-1")).encode("latin-1") for line in kept[:-1]] == seen
    assert without_number(kept[-1].decode()) == '{"undo": "r01"}'


def test_a_cut_that_is_ended_by_force_has_some_lines_twice_and_they_count_once(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CUT", 720)
    for path in files(site):
        path.unlink()
    first = site / "briefings" / "imports.jsonl"
    first.write_text("".join(f"{row}\n" for row in ROWS), encoding="utf-8")
    write = write_atomic

    def until_the_last(path: Path, data: bytes) -> None:
        if path == first:
            raise OSError(28, "No space left on device", str(path))
        write(path, data)

    monkeypatch.setattr(module, "write_atomic", until_the_last)
    with pytest.raises(OSError, match="No space"):
        append_to_ledger(site, '{"undo": "r01"}\n')
    assert len(files(site)) > 5
    assert rows(site) == ROWS
    monkeypatch.setattr(module, "write_atomic", write)
    append_to_ledger(site, '{"undo": "r01"}\n')
    assert rows(site) == [*ROWS, '{"undo": "r01"}']


def test_what_is_no_part_or_leads_out_of_the_site_is_not_read(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "theirs.jsonl"
    other.write_text('{"run": "theirs"}\n')
    (site / "briefings" / "imports-9.jsonl").symlink_to(other)
    shutil.copyfile(files(site)[0], site / "briefings" / "imports-0002 (1).jsonl")
    (site / "briefings" / "imports-0002.jsonl.orig").write_text('{"run": "old"}\n')
    (site / "briefings" / "import-0002.jsonl").write_text('{"run": "other"}\n')
    assert rows(site) == ROWS
    (found,) = open_ledger(site).diagnostics
    assert show(found).startswith("briefings/imports-9.jsonl: ")


def test_the_bytes_of_lines_that_nobody_needs_take_no_memory(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    long = "s" * 1000
    with (tmp_path / "briefings" / "imports.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(f'{{"id": "{number}", "sketch": "{long}"}}\n' for number in range(3000))
        file.write('{"run": "r1"}\n')

    def peak(work: Callable[[], Iterator[LedgerLine]]) -> int:
        tracemalloc.start()
        for _ in work():
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    ledger = open_ledger(tmp_path)
    assert peak(lambda: ledger.lines('{"run"')) < 200_000
    assert peak(ledger.lines) < 200_000
    assert peak(lambda: iter(list(ledger.lines()))) > 3_000_000
