"""Work that lasts shows on a terminal how far it is, and leaves nothing behind. (F28)"""

import io
import sys
from itertools import count
from pathlib import Path

import pytest
from small_site import NOW, Case

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.engine.progress import progress


class Terminal(io.StringIO):
    """Where a person looks on."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What time it is for bars, in seconds; a test sets it."""
    now = [100.0]
    monkeypatch.setattr("tqdm.std.time", lambda: now[0])
    return now


def _looked_at(monkeypatch: pytest.MonkeyPatch, kind: type[io.StringIO] = Terminal) -> io.StringIO:
    found = kind()
    monkeypatch.setattr(sys, "stderr", found)
    return found


def test_a_bar_comes_after_a_second_and_is_wiped_away_at_the_end(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _looked_at(monkeypatch)
    with progress("rendering", 8, "", shown=True) as bar:
        clock[0] += 0.5
        bar.advance(2)
        assert screen.getvalue() == ""
        clock[0] += 1.5
        bar.advance(2)
        shown = screen.getvalue()
        assert shown.startswith("\rrendering:  50%")
        assert "4/8 [00:02<00:02" in shown
    assert screen.getvalue().removeprefix(shown).strip() == ""


@pytest.mark.parametrize(("kind", "shown"), [(io.StringIO, True), (Terminal, False)])
def test_no_bar_comes_into_a_file_or_where_none_is_wanted(
    clock: list[float], monkeypatch: pytest.MonkeyPatch, kind: type[io.StringIO], shown: bool
) -> None:
    screen = _looked_at(monkeypatch, kind)
    with progress("rendering", 8, "", shown=shown) as bar:
        clock[0] += 9
        bar.advance(4)
    assert screen.getvalue() == ""


@pytest.mark.parametrize("wanted", [True, False])
def test_a_build_that_lasts_shows_how_many_pages_are_done(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wanted: bool
) -> None:
    ticks = count(100, 2)
    monkeypatch.setattr("tqdm.std.time", lambda: float(next(ticks)))
    case = Case(tmp_path)
    case.brief("one", "title: One\ndate: 2026-03-14", "It rained.\n")
    screen = _looked_at(monkeypatch)
    request = BuildRequest(case.root, NOW, output=tmp_path / "out", search=False, progress=wanted)
    assert not build(request).failed
    assert ("rendering: 100%" in screen.getvalue()) is wanted


def test_without_standard_error_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    with progress("reading", 3, "file", shown=True) as bar:
        assert bar._bar.disable
        bar.advance(3)
