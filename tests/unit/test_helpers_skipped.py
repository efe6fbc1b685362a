"""A run of tests ends with what was skipped, and for want of which program."""

from pathlib import Path

import pytest
from programs import MISSING, lacking, need
from skipped import summary


def test_the_summary_counts_tests_by_what_they_lack() -> None:
    reasons = ["no disks", *["not installed: nginx"] * 3, *["not installed: chromium"] * 12, "no disks"]
    assert summary(reasons) == "skipped: 12 tests (no chromium), 3 tests (no nginx), 2 tests (no disks)"
    assert summary(["not installed: java"]) == "skipped: 1 test (no java)"
    assert summary([]) == ""


def test_a_missing_program_skips_a_test_and_fails_it_under_continuous_integration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=MISSING + "no-such-program"):
        need("no-such-program")
    with pytest.raises(pytest.skip.Exception, match=MISSING + "chromium"):
        need("chromium", "")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=MISSING + "nginx"):
        lacking("nginx")


@pytest.mark.slow
def test_a_run_ends_with_the_summary(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "from skipped import reasons_of, summary\n"
        "def pytest_terminal_summary(terminalreporter):\n"
        "    terminalreporter.write_line(summary(reasons_of(terminalreporter)))\n"
    )
    pytester.makeini(f"[pytest]\npythonpath = {Path(__file__).parents[1] / 'helpers'}")
    pytester.makepyfile("import pytest\n\n\ndef test_one():\n    pytest.skip('not installed: chromium')\n")
    for options in ((), ("-n", "1")):
        result = pytester.runpytest_subprocess(*options)
        result.stdout.fnmatch_lines(["skipped: 1 test (no chromium)"])
