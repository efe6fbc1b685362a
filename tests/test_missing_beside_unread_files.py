"""A file that nothing reads explains what is missing only where it would have it: all else is reported."""

import pytest
from small_site import Case

STRAY = (
    "briefings/2026/stray.txt",
    "briefings/stray.md.txt",
    "briefings/stray.markdown",
    "briefs/stray.md",
    "stray.md",
    "drafts/2026/stray.md",
    "pages/more/stray.md",
)
"""Files that look like briefs or pages and are not read."""
MISSING = {
    "title: A\n---\n\nSee [[Nothing here]].": ("broken-link", "Nothing here"),
    "title: A\n---\n\nSee [it](nothing-here.md).": ("broken-link", "nothing-here"),
    "title: A\nanswers: [Is nothing here?]\n---\n\nText.": ("unknown-question", "Is nothing here?"),
    "title: A\ntranslation_of: Nothing here\n---\n\nText.": ("unknown-translation", "Nothing here"),
}
"""What a brief names that is not there, the code for it, and the name."""


def codes(case: Case, code: str) -> list[str]:
    report = case.build().report
    assert report
    assert any(one.code == "unread-file" for one in report.diagnostics)
    return [one.message for one in report.diagnostics if one.code == code]


@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize("text", MISSING)
def test_a_stray_file_that_has_nothing_of_it_hides_no_missing_name(case: Case, stray: str, text: str) -> None:
    code, _ = MISSING[text]
    case.write("briefings/a.md", f"---\ndate: 2026-01-02\nsummary: S.\n{text}\n")
    case.write(stray, "---\ntitle: Another matter\n---\n\nSome words.\n")
    assert len(codes(case, code)) == 1


@pytest.mark.parametrize("stray", [one for one in STRAY if not one.startswith("pages/")])
@pytest.mark.parametrize("text", MISSING)
def test_a_stray_file_that_has_it_is_the_cause_and_the_missing_name_is_not_reported(
    case: Case, stray: str, text: str
) -> None:
    code, name = MISSING[text]
    case.write("briefings/a.md", f"---\ndate: 2026-01-02\nsummary: S.\n{text}\n")
    folder = stray.rpartition("/")[0]
    named = stray.replace("stray", "nothing-here") if name == "nothing-here" else stray
    assert folder == named.rpartition("/")[0]
    case.write(named, f"---\ntitle: {name}\nunknowns: [{name}]\n---\n\nSome words.\n")
    assert codes(case, code) == []
