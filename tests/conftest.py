"""What every test may use, and how a run is ordered and summed up."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings
from many import examples
from sampled import sampled
from skipped import reasons_of, summary
from small_site import Case
from tables import as_one_test, is_wanted, sample_rows

from annotated_briefings.editing import scaffold
from annotated_briefings.engine import parallel
from annotated_briefings.project import pictures

pytest_plugins = ("browser_fixtures", "pytester")
ROOT = Path(__file__).resolve().parents[1]
BROWSER = ROOT / "tests" / "browser"

if sys.dont_write_bytecode:
    # Tests start hundreds of processes, which take half as long again where each compiles the whole program. Where the
    # environment wants no compiled files beside the sources, they have a folder of their own.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(ROOT / ".pytest_cache" / "compiled")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes that the folders of a whole run fit into with ease; those of tests that have passed are gone."""
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    # Thousands of small sites are written and deleted; a disk makes that a tenth of all the time.
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

# Tens of thousands of tests are collected and stay until the end: the garbage collector need not look at them again and
# again.
gc.disable()

settings.register_profile(
    "suite", max_examples=examples(25), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


@pytest.fixture(autouse=True, scope="session")
def nothing_waits_for_the_disk() -> Iterator[None]:
    """No test cuts the power: what is written need not be on the disk before the next step."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def the_scripts_of_the_theme_are_cleaned_once() -> Iterator[None]:
    """Thousands of tests build a site with the same static files, in a folder whose cache is empty."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "_with_clean_text", lru_cache(maxsize=64)(pictures._with_clean_text))
        yield


@pytest.fixture(autouse=True, scope="session")
def what_every_new_site_has_is_made_once() -> Iterator[None]:
    """Hundreds of tests make a new site; its schemas and its list of installed packages are the same each time."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_schema_files", "requirements"):
            patch.setattr(scaffold, name, cache(getattr(scaffold, name)))
        yield


@pytest.fixture(autouse=True, scope="session")
def processes_of_builds_are_forked_where_they_can_be() -> Iterator[None]:
    """A worker of the test run has a second thread, which only waits: it need not keep builds from forking."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "_can_fork", lambda: sys.platform == "linux")
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of extra data beside the repository; tests that read it are skipped, by name, where it is missing."""
    folder = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the extra data folder `shared` is not beside the repository")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes expected files anew; read the difference before you commit it. ``--sample N`` runs at
    most N cases of each test, spread evenly over its table."""
    parser.addoption("--update-golden", action="store_true", default=False)
    parser.addoption("--sample", type=int, default=0)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """For `-n auto`: a worker for each processor, and one more where tests wait for a browser."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return usable + ("not browser" not in config.option.markexpr)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A small site for one case."""
    return Case(tmp_path / "site")


@pytest.hookimpl(wrapper=True)
def pytest_pycollect_makeitem(collector: pytest.Module | pytest.Class) -> Generator[None, Any, Any]:
    """Run the rows of a table as one test where that is the same and nobody asks for single ones."""
    made = yield
    if isinstance(made, list) and is_wanted(collector.config) and (test := as_one_test(made)):
        return [test]
    return made


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser.

    When several workers share the tests, those of a file run in one of them (`--dist loadfile`), which makes what they
    share once; files with long ones come first, so that none is left for the end, and those that share a browser before
    all others.
    """
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
    if sample := config.getoption("--sample"):
        for item in items:
            sample_rows(item, sample)
        ids = set(sampled([item.nodeid for item in items], sample))
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in ids])
        items[:] = [item for item in items if item.nodeid in ids]
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: 2 - 2 * ("browser" in item.keywords) - ("slow" in item.keywords))


def pytest_collection_finish() -> None:
    """Collect garbage again, but none of what was there before the first test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Let a worker report a test that passes once: its start, its setup and its teardown say nothing more, and reports
    of tens of thousands of tests take processor time in two processes."""
    option = item.config.option
    if not hasattr(item.config, "workerinput") or option.durations is not None or option.xmlpath:
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End with what was skipped, and for want of which program."""
    if line := summary(reasons_of(terminalreporter)):
        terminalreporter.write_line(line, yellow=True)
