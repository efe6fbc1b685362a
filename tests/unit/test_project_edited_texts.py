"""An edited text is taken into a site that was derived before only where nothing else can have changed with it."""

from datetime import UTC, datetime
from json import dumps
from pathlib import Path
from unittest import mock

import pytest

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.source import Place, Source
from annotated_briefings.intake.history.changes import words_digest
from annotated_briefings.project.derive import Derived, DeriveOptions, derive_site
from annotated_briefings.project.edits import edited_texts
from annotated_briefings.project.edits.edited_texts import with_edited_text
from annotated_briefings.site.checks.placeholders import EXAMPLE

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PATH = "briefings/a.md"
HEAD = """\
title: A pier
date: 2026-03-01
summary: In short.
tags: [snow]
sources: [{outlet: Courier, url: "https://courier.example/1"}, {outlet: Times, url: "https://times.example/2"}]
key_points: [{text: It is shut., quote: the pier is shut}]
"""
TEXT = """\
They say that the pier is shut. More of it is not known.

“The ferries will leave again on Monday,” the council said.

See [it](https://other.example/) and [this](b.md).
"""


def derived(site: Path, head: str = HEAD, text: str = TEXT) -> Derived:
    """A site of two briefs."""
    for path, content in {
        "site.yaml": "title: Case\nbase_url: https://case.example\n",
        "briefings/tags.yaml": "rain: {label: Rain}\n",
        PATH: f"---\n{head}---\n{text}",
        "briefings/b.md": "---\ntitle: Other\ndate: 2026-03-02\nsummary: S.\n---\nText.\n",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content, "utf-8")
    return derive_site(site, DeriveOptions(site, NOW))


def is_taken_in(before: Derived, site: Path, text: str = TEXT, head: str = HEAD) -> bool:
    """Whether another text of the first brief is; what is found then is what a derived site finds."""
    after = with_edited_text(before, Source(PATH, f"---\n{head}---\n{text}"), DeriveOptions(site, NOW))
    if after:
        assert set(after.found[PATH]) == set(derived(site, head, text).found[PATH])
    return after is not None


@pytest.mark.parametrize(
    ("old", "new", "taken"),
    [
        ("More of it is not known.", "No more is known.", True),
        ("and [this](b.md)", "and [another](https://more.example/) and [this](b.md)", True),
        ("[it](https://other.example/) and ", "", True),
        ("Monday,” the council said", "Monday,” said the council, and left", True),
        ("[this](b.md)", "[that](b.md)", True),
        ("[this](b.md)", "this", False),
        ("[this](b.md)", "[this](b.md) and [this](b.md#there)", False),
        ("[this](b.md)", "[this](b.md) ![Quay](quay.png)", False),
        ("More of it", "See [[b]]. More of it", False),
        ("Monday,” the council said", "Tuesday,” the council said", False),
        ("Monday,” the council said", "Monday,” the Times said", False),
        ("the council said.", "the council said [there](https://other.example/).", True),
        ("More of it", "%%Not yet%% More of it", False),
        ("More of it", "[[gone]] More of it", False),
        ("See [it]", "## Later\n\nSee [it]", False),
    ],
)
def test_a_text_is_taken_in_where_nothing_of_it_concerns_others(
    tmp_path: Path, old: str, new: str, taken: bool
) -> None:
    before = derived(tmp_path)
    assert [one.code for one in before.found[PATH]].count("unknown-tag") == 1
    assert old in TEXT
    assert is_taken_in(before, tmp_path, TEXT.replace(old, new)) is taken


def test_another_headline_is_taken_in_and_other_front_matter_is_not(tmp_path: Path) -> None:
    assert is_taken_in(derived(tmp_path), tmp_path, head=HEAD.replace("title: A pier", "title: Piers"))
    assert not is_taken_in(derived(tmp_path), tmp_path, head=HEAD.replace("summary: In", "summary: So in"))


def test_a_text_that_proves_a_receipt_or_no_longer_proves_one_is_not_taken_in(tmp_path: Path) -> None:
    without = TEXT.replace("the pier is shut", "the quay is open")
    assert not is_taken_in(derived(tmp_path), tmp_path, without)
    assert not is_taken_in(derived(tmp_path, text=without), tmp_path)


def with_new_version(site: Path, *changed: str) -> None:
    """A version of the first source in which some words of the brief are others."""
    version = {
        "version": "3f2a1b9c0d1e",
        "of": "1d0c9b8a7f6e",
        "brief": PATH,
        "url": "https://courier.example/1",
        "outlet": "Courier",
        "changes": [["not known", "known"]],
        "rests": [words_digest(words) for words in changed],
    }
    (site / "briefings").mkdir()
    (site / "briefings" / "imports.jsonl").write_text(f"{dumps(version)}\n", "utf-8")


def test_a_text_that_rests_on_words_which_have_changed_in_its_source_is_not_taken_in(tmp_path: Path) -> None:
    first, second = "More of it is not known.", "Nothing more is known of it."
    with_new_version(tmp_path, second)
    for one, other in ((first, second), (second, first)):
        before = derived(tmp_path, text=TEXT.replace(first, one))
        assert bool(before.context.changed_sources) is (one == second)
        assert not is_taken_in(before, tmp_path, TEXT.replace(first, other))
        # Where the words are in the text, the report names their line and shows it.
        assert is_taken_in(before, tmp_path, TEXT.replace(first, f"And so on. {one}")) is (one == first)


def test_what_is_reported_of_the_front_matter_among_all_files_stays(tmp_path: Path) -> None:
    with_new_version(tmp_path, "the pier is shut")
    before = derived(tmp_path)
    assert "changed-source" in {one.code for one in before.found[PATH]}
    assert is_taken_in(before, tmp_path, f"{TEXT}\nMore.\n")


@pytest.mark.parametrize(
    "head", [f"{HEAD}draft: true\n", HEAD.replace("In short.", "'See [[b]].'"), f"{HEAD}unknown-key: [\n"]
)
def test_a_brief_that_is_not_shown_as_it_is_written_is_not_taken_in(tmp_path: Path, head: str) -> None:
    """A draft, one with a link to a draft, and one that cannot be read."""
    derived(tmp_path)
    other = tmp_path / "briefings" / "b.md"
    other.write_text("---\ntitle: Other\ndraft: true\n---\nText.\n", "utf-8")
    (tmp_path / PATH).write_text(f"---\n{head}---\n{TEXT}", "utf-8")
    before, options = derive_site(tmp_path, DeriveOptions(tmp_path, NOW)), DeriveOptions(tmp_path, NOW)
    assert with_edited_text(before, Source(PATH, f"---\n{head}---\nMore. {TEXT}"), options) is None


def test_the_example_of_a_new_site_is_not_taken_in_since_its_whole_file_is_compared(tmp_path: Path) -> None:
    (tmp_path / EXAMPLE).parent.mkdir(parents=True)
    (tmp_path / EXAMPLE).write_text(f"---\n{HEAD}---\n{TEXT}", "utf-8")
    before = derived(tmp_path)
    edited = Source(EXAMPLE, f"---\n{HEAD}---\n{TEXT}More.\n")
    assert with_edited_text(before, edited, DeriveOptions(tmp_path, NOW)) is None


@pytest.mark.parametrize(("severity", "meant"), [(Severity.ERROR, ""), (Severity.HINT, "other.md")])
def test_a_text_in_which_something_is_found_that_may_explain_more_is_not_taken_in(
    tmp_path: Path, severity: Severity, meant: str
) -> None:
    found = Diagnostic("broken-link", severity, "gone", Place(PATH, 12, 1), meant=meant)
    before = derived(tmp_path)
    with mock.patch.object(edited_texts, "look_at", return_value=(found,)):
        assert not is_taken_in(before, tmp_path, f"{TEXT}\nMore.\n")
