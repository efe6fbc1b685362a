"""A link to a place that its page does not have is reported where it is written, as it is written."""

import pytest
from small_site import Case

WRITTEN = {
    "[x](b.md#nope)": "b.md#nope",
    "[x](./b.md#nope)": "./b.md#nope",
    "[x](<b.md#nope>)": "b.md#nope",
    "[x](more/../b.md#nope)": "more/../b.md#nope",
    "[x](/briefs/b/#nope)": "/briefs/b/#nope",
    "[x](c%20d.md#nope)": "c%20d.md#nope",
    '[x](b.md#nope "A title")': "b.md#nope",
    "[x][1]\n\n[1]: b.md#nope\n": "b.md#nope",
}
"""Links to a place that the other brief does not have, and how each names it."""


@pytest.mark.parametrize(("written", "target"), WRITTEN.items())
def test_a_link_to_a_missing_place_is_reported_as_it_is_written(case: Case, written: str, target: str) -> None:
    case.brief("b", "title: B\ndate: 2026-01-02", "## Costs\n\nText.\n")
    case.brief("c d", "title: C\nslug: c-d\ndate: 2026-01-02", "## Costs\n\nText.\n")
    case.brief("e", "title: E\nslug: e\ndate: 2026-01-02", "## Nope\n\nText.\n")
    # A right link to a place of the same name comes first.
    path = case.brief("a", "title: A\ndate: 2026-01-02", f"First [right](e.md#nope), then {written}\n")
    text = path.read_text(encoding="utf-8")
    at = text.index(target, text.index("then "))
    line = text.count("\n", 0, at) + 1
    column = at - text.rindex("\n", 0, at)
    [messages] = case.build().reported("broken-link")
    assert messages.startswith(
        f"briefings/a.md:{line}:{column}: warning[broken-link]: `{target}` on briefs/a/index.html"
    )
    assert messages.endswith("leads to no place on its page")


def test_a_place_that_is_nearly_there_is_named(case: Case) -> None:
    case.brief("b", "title: B\ndate: 2026-01-02", "## The costs of it\n\nText.\n")
    case.brief("a", "title: A\ndate: 2026-01-02", "See [it](b.md#the-cost-of-it).\n")
    report = case.build().report
    assert report
    assert [d.help for d in report.diagnostics if d.code == "broken-link"] == ["did you mean `#the-costs-of-it`?"]
