"""A field whose value is there and cannot be read is not reported as missing: what would be added is there already."""

from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief

UNREAD = (
    "summary: {rain: heavy}",
    "summary: [rain, heavy]",
    "summary:\n  - It rained.\n  - It stopped.",
    "summary:\n  rain: heavy\n  wind: light",
    "summary: !text It rained.",
    "summary: &rain It rained.",
    "summary: >\nIt rained.",
    "summary:\n  @rain is heavy",
    "summary:\n  • It rained.\n  • It stopped.",
)
EMPTY = ("", "summary:", "summary: ''", "Summry_of: It rained.", "lead: {rain: heavy}")
"""Heads of briefs without a summary, one of them with another field that cannot be read."""


def codes(head: str) -> list[str]:
    return [one.code for one in parse_brief(Source("briefings/a.md", f"---\ntitle: A\n{head}\n---\nText.\n"))[1]]


def test_a_value_that_cannot_be_read_is_one_fault_and_not_two() -> None:
    assert {head: codes(head) for head in UNREAD if "no-summary" in codes(head)} == {}


def test_what_is_missing_is_reported_beside_other_fields_that_cannot_be_read() -> None:
    assert [head for head in EMPTY if "no-summary" not in codes(head)] == []
