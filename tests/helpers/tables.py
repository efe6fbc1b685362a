"""Rows of one table run as one test: tens of thousands of test items cost more time than what most of them do."""

from collections.abc import Callable, Sequence

import pytest

ROWS = pytest.StashKey[list[pytest.Function]]()
"""The rows of a test that stands for a whole table."""


def is_wanted(config: pytest.Config) -> bool:
    """Whether whole files are run by several workers: where single rows are asked for, each row is a test."""
    option = config.option
    return hasattr(config, "workerinput") and not option.keyword and not any("::" in arg for arg in config.args)


def as_one_test(rows: Sequence[object]) -> pytest.Function | None:
    """One test for all rows of a function, in their order; None unless each row needs its arguments alone.

    A row that has a mark or a fixture of its own, or shares one with less than the whole run, stays a test.
    """
    functions = [row for row in rows if isinstance(row, pytest.Function) and _needs_its_arguments_alone(row)]
    if len(functions) < 2 or len(functions) < len(rows):
        return None
    first = functions[0]
    left: list[pytest.Function] = []
    test: pytest.Function = pytest.Function.from_parent(
        first.parent, name=first.originalname, callobj=_all(left, first.obj)
    )
    test.stash[ROWS] = left
    left += functions
    return test


def sample_rows(test: pytest.Item, most: int) -> None:
    """Keep at most ``most`` rows of a test that stands for a table, spread evenly; the first is among them."""
    if rows := test.stash.get(ROWS, None):
        rows[:] = rows[:: -(-len(rows) // most)]


def _needs_its_arguments_alone(row: pytest.Function) -> bool:
    call = getattr(row, "callspec", None)
    if call is None or call.marks or row.cls is not None or hasattr(row.obj, "hypothesis"):
        return False
    if any(mark.name == "xfail" or mark.kwargs.get("indirect") for mark in row.iter_markers()):
        return False
    written = {name.strip() for mark in row.iter_markers("parametrize") for name in _names(mark.args[0])}
    if not call.params.keys() <= written:
        # A fixture has rows of its own.
        return False
    fixtures = row._fixtureinfo.name2fixturedefs
    return all(
        definition.scope == "session"
        for name in row.fixturenames
        if name not in call.params
        for definition in fixtures.get(name, ())
    )


def _names(arguments: str | Sequence[str]) -> Sequence[str]:
    return arguments.split(",") if isinstance(arguments, str) else arguments


def _all(rows: Sequence[pytest.Function], of: Callable[..., object]) -> Callable[[], None]:
    def all_rows() -> None:
        failures: list[Exception] = []
        skipped = None
        for row in rows:
            known = len(failures)
            try:
                row.obj(**row.callspec.params)
            except pytest.skip.Exception as reason:
                skipped = reason
            except pytest.fail.Exception as failure:
                failures.append(AssertionError(str(failure)))
            except Exception as failure:
                failures.append(failure)
            if len(failures) > known:
                failures[-1].add_note(f"row: {row.name}")
        if len(failures) == 1:
            raise failures[0]
        if failures:
            raise ExceptionGroup(f"{len(failures)} of {len(rows)} rows", failures)
        if skipped:
            raise skipped

    marks = [mark for mark in getattr(of, "pytestmark", []) if mark.name != "parametrize"]
    all_rows.pytestmark = marks  # type: ignore[attr-defined]
    return all_rows
