"""An unknown key that resembles a required field is the cause of the error that the field is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import did_you_mean, show
from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief

ENTRY = "---\ntitle: A\nsummary: S.\ndate: 2026-01-01\n{}\n---\nText.\n"
REQUIRED = {
    "title": ("---\n{}: A\nsummary: S.\n---\nText.\n", "error[missing-title]: the brief has no title"),
    "text": (
        ENTRY.format("key_points:\n  - {}: It rained\n    quote: Text"),
        "error[wrong-type]: a key point has no `text`",
    ),
    "value": (
        ENTRY.format("figures:\n  - {}: 8\n    what: cranes"),
        "error[wrong-type]: a figure has no `value`",
    ),
    "what": (
        ENTRY.format("figures:\n  - {}: cranes\n    value: 8"),
        "error[wrong-type]: a figure has no `what`",
    ),
    "question": (
        ENTRY.format("answers:\n  - {}: Will it rain?\n    answer: It did"),
        "error[wrong-type]: an answer has no `question`",
    ),
    "was": (
        ENTRY.format("corrections:\n  - {}: snow\n    date: 2026-01-01"),
        "error[wrong-type]: a correction says nothing",
    ),
    "alt": (
        ENTRY.format("image:\n  src: https://example.org/a.png\n  {}: A pier"),
        "warning[missing-alt]: the image has no `alt`",
    ),
}
"""Required field to a brief without it, and what is reported."""


REPORTED = {"missing-title", "wrong-type", "missing-alt", "unknown-key"}
"""Codes of missing fields and of unknown keys."""


def shown(text: str) -> list[str]:
    return [show(d) for d in parse_brief(Source("a.md", text))[1] if d.code in REPORTED]


def test_a_misspelt_title_is_reported_at_its_line_with_the_word_that_may_be_meant() -> None:
    assert shown("---\ntitel: A quiet day\nsummary: S.\n---\nText.\n") == [
        "a.md:2:1: error[missing-title]: the brief has no title\n"
        "    2 | titel: A quiet day\n"
        "      | ^^^^^\n"
        "  help: did you mean `title`?"
    ]


@pytest.mark.parametrize("key", REQUIRED)
def test_a_field_that_is_missing_alone_is_reported_where_it_should_be(key: str) -> None:
    text, message = REQUIRED[key]
    first, second = shown(text.replace("{}", "zzzzzz"))
    assert message in first
    assert "did you mean" not in first
    assert "warning[unknown-key]: unknown key `zzzzzz`" in second


@given(st.sampled_from(sorted(REQUIRED)), st.data())
def test_one_diagnostic_tells_of_a_required_field_that_is_misspelt(key: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(key)))
    typed = key[:at] + data.draw(st.sampled_from("eqxz")) + key[at:]
    text, message = REQUIRED[key]
    hint = did_you_mean(typed, [key])
    if hint and typed not in ("date", "answer"):
        [only] = shown(text.replace("{}", typed))
        line = text.replace("{}", typed).partition(f"{typed}:")[0].count("\n") + 1
        assert only.startswith(f"a.md:{line}:")
        assert message in only
        assert only.endswith(f"help: {hint}")


def test_of_two_misspelt_keys_one_explains_the_error_and_the_other_is_a_warning() -> None:
    found = shown("---\ntitel: A\ntitlle: B\nsummary: S.\n---\n")
    assert [line.splitlines()[0] for line in found] == [
        "a.md:2:1: error[missing-title]: the brief has no title",
        "a.md:3:1: warning[unknown-key]: unknown key `titlle`",
    ]
