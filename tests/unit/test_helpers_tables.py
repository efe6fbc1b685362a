"""Rows of a table run as one test in a whole run, and as tests of their own where somebody asks for them."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

CONFTEST = """
import pytest
from tables import as_one_test, is_wanted, sample_rows

def pytest_addoption(parser):
    parser.addoption("--sample", type=int, default=0)

@pytest.hookimpl(wrapper=True)
def pytest_pycollect_makeitem(collector):
    made = yield
    if isinstance(made, list) and is_wanted(collector.config) and (test := as_one_test(made)):
        return [test]
    return made

def pytest_collection_modifyitems(config, items):
    for item in items:
        sample_rows(item, config.getoption("--sample") or 99)
"""
TESTS = """
import pytest

@pytest.mark.parametrize("number", range(6))
def test_plain(number):
    print("plain", number)

@pytest.mark.parametrize("number", range(6))
def test_with_a_folder(number, tmp_path):
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a").write_text("a")

@pytest.fixture(params=["a", "b"], scope="session")
def letters(request):
    return [request.param]

def test_with_a_fixture_of_rows(letters):
    assert len(letters) == 1

@pytest.mark.parametrize("number", [1, pytest.param(2, marks=pytest.mark.xfail)])
def test_with_marks(number):
    assert number == 1

@pytest.mark.parametrize("number", range(6))
def test_faulty(number):
    assert number not in (2, 4), "an even number"

@pytest.mark.parametrize("number", range(3))
def test_failed(number):
    if number == 1:
        pytest.fail("by name")

@pytest.mark.parametrize("number", range(6))
def test_skipped(number):
    if number == 2:
        pytest.skip("no disks")
"""


@pytest.fixture
def tests(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    pytester.makeini(f"[pytest]\npythonpath = {Path(__file__).parents[1] / 'helpers'}")
    pytester.makepyfile(test_tables=TESTS)
    return pytester


def test_rows_that_need_their_arguments_alone_are_one_test_in_a_whole_run(tests: pytest.Pytester) -> None:
    result = tests.runpytest_subprocess("-n", "1", "-v")
    result.assert_outcomes(passed=1 + 6 + 2 + 1, xfailed=1, failed=2, skipped=1)
    printed = result.stdout.str()
    assert "2 of 6 rows (2 sub-exceptions)" in printed
    for row in ("test_faulty[2]", "test_faulty[4]", "test_failed[1]"):
        assert f"row: {row}" in printed
    assert "an even number" in printed


def test_a_sample_takes_rows_from_the_whole_table(tests: pytest.Pytester) -> None:
    tests.makepyfile(test_tables=TESTS.replace("(2, 4)", "(0, 3)"))
    printed = tests.runpytest_subprocess("-n", "1", "--sample", "2", "test_tables.py").stdout.str()
    assert "2 of 2 rows" in printed


@pytest.mark.parametrize(
    "asked", [("-k", "plain"), ("-n", "1", "-k", "plain"), ("-n", "1", "test_tables.py::test_plain")]
)
def test_each_row_is_a_test_where_it_can_be_asked_for(tests: pytest.Pytester, asked: tuple[str, ...]) -> None:
    result = tests.runpytest_subprocess(*asked)
    assert result.parseoutcomes()["passed"] == 6
