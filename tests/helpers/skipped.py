"""What was not tested, and for want of what: the last line of a test run."""

from collections import Counter

import pytest
from programs import MISSING


def summary(reasons: list[str]) -> str:
    """One line for the reasons of skipped tests, those that lack a program first; empty when none was skipped."""
    counts = Counter(reasons)
    ordered = sorted(counts, key=lambda reason: (not reason.startswith(MISSING), reason))
    parts = [f"{counts[r]} {'test' if counts[r] == 1 else 'tests'} ({_shown(r)})" for r in ordered]
    return f"skipped: {', '.join(parts)}" if parts else ""


def _shown(reason: str) -> str:
    return f"no {reason.removeprefix(MISSING)}" if reason.startswith(MISSING) else reason


def reasons_of(reporter: pytest.TerminalReporter) -> list[str]:
    """The reason of each skipped test of a run."""
    reports = reporter.stats.get("skipped", [])
    return [str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports if report.longrepr]
