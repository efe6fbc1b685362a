"""Front matter that cannot be told from the text, and titles that are in the wrong place: the cause is reported."""

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief

NOTHING = "nothing can be before the first `---`"
BETWEEN = "front matter is between `---` lines"
NONE = "the brief has no title"
CAUSES = {
    "\n---\ntitle: Ferry\n---\nText.\n": ("1:1", NOTHING, "take the blank lines above it out"),
    "\n \n\n---\nslug: a\ntitle: Ferry\n---\nText.\n": ("1:1", NOTHING, "take the blank lines above it out"),
    "  ---\ntitle: Ferry\n---\nText.\n": ("1:1", NOTHING, "take the spaces before it out"),
    "By Ann.\n\n---\ntitle: Ferry\n---\nText.\n": ("1:1", NOTHING, "move the lines above it into the text"),
    "\ufeff---\ntitle: Ferry\n---\nText.\n": (
        "1:1",
        "an unseen mark (U+FEFF) is before the first `---`",
        "delete all before the dashes, or save the file as UTF-8 without a byte order mark",
    ),
    "\n\u200b---\ntitle: Ferry\n---\nText.\n": (
        "2:1",
        "an unseen mark (U+200B) is before the first `---`",
        "delete all before the dashes, or save the file as UTF-8 without a byte order mark",
    ),
    "\u2014\ntitle: Ferry\n\u2014\nText.\n": (
        "1:1",
        BETWEEN,
        "write `---` in place of `\u2014` above and below the fields",
    ),
    "----\ntitle: Ferry\n----\nText.\n": ("1:1", BETWEEN, "write `---` in place of `----` above and below the fields"),
    "===\ntitle: Ferry\n===\nText.\n": ("1:1", BETWEEN, "write `---` in place of `===` above and below the fields"),
    '+++\ntitle = "Ferry"\n+++\nText.\n': (
        "1:1",
        BETWEEN,
        "write `---` in place of `+++` above and below the fields, and a colon in place of each `=`",
    ),
    "title: Ferry\ndate: 2026\n\nText.\n": ("1:1", BETWEEN, "put a line `---` above and below the fields"),
    "title: Ferry\ndate: 2026\n---\n\nText.\n": ("1:1", BETWEEN, "put a line `---` above the fields"),
    "title: Ferry\ntags:\n  - a\n- b\n\n# More\ndate: 2026\n---\nText.\n": (
        "1:1",
        BETWEEN,
        "put a line `---` above the fields",
    ),
    "title: Ferry\n\nText.\n\n---\n\nMore.\n": ("1:1", BETWEEN, "put a line `---` above and below the fields"),
    '{\n"title": "Ferry"\n}\nText.\n': ("1:1", BETWEEN, "put a line `---` above and below the braces"),
    "---\ntitle: Ferry\n-----\n\nOne.\n\n---\n\nTwo.\n": (
        "3:1",
        "`-----` should be `---`",
        "write three hyphens and nothing else",
    ),
    "---\ntitle: Ferry\n\u2014\nText.\n": ("3:1", "`\u2014` should be `---`", "write three hyphens and nothing else"),
    "---\ntitle: Ferry\n ---\nText.\n": ("3:1", "` ---` should be `---`", "write three hyphens and nothing else"),
    "---\ntitle: Ferry\nText.\n": ("1:1", "the front matter has no end", "close it with a line `---` before the text"),
    "---\ndate: 2026\ntitle:\n---\nText.\n": ("3:1", "`title` has no value", "write the headline after its colon"),
    '---\ntitle: ""\n---\nText.\n': ("2:1", "`title` has no value", "write the headline after its colon"),
    "---\ntitle: ~\n---\nText.\n": ("2:1", "`title` has no value", "write the headline after its colon"),
    '---\ntitle: "\u200b"\n---\nText.\n': (
        "2:8",
        NONE,
        "write the headline there; it holds nothing that can be seen",
    ),
    "---\nTitle: Ferry\n---\nText.\n": ("2:1", NONE, "did you mean `title`?"),
    "---\ntitel: Ferry\n---\nText.\n": ("2:1", NONE, "did you mean `title`?"),
    "---\nHEADLINE: Ferry\n---\nText.\n": ("2:1", NONE, "did you mean `title`?"),
    "---\n标题: 渡轮\n---\nText.\n": ("2:1", NONE, "did you mean `title`?"),
    "---\ntitle: [Ferry]\n---\nText.\n": (
        "2:8",
        "`title` must be a text",
        "it takes one text: write `Ferry`",
    ),
    "# The ferry is back\n\nIt sails.\n": (
        "1:1",
        NONE,
        "use the heading of the text: `title: The ferry is back`, between two `---` lines at the top",
    ),
    "---\ndate: 2026\n---\n\n## Ferry: back ##\n\nIt sails.\n": (
        "1:1",
        NONE,
        'use the heading of the text: `title: "Ferry: back"`',
    ),
    "It sails.\n": ("1:1", NONE, "add a line `title: ...` between two `---` lines at the top"),
    "---\nIt sails.\n---\n": (
        "2:1",
        "the front matter must be keys and values",
        "write one field a line, such as `title: My headline`",
    ),
}
"""The only error of a file: place, message and remedy."""


@pytest.mark.parametrize("text", CAUSES)
def test_the_cause_is_said_alone_at_its_line(text: str) -> None:
    found, diagnostics = parse_brief(Source("briefings/a.md", text))
    assert found is None
    errors = [(f"{d.place.line}:{d.place.column}", d.message, d.help) for d in diagnostics if d.severity == "error"]
    assert errors == [CAUSES[text]]
    assert [d.code for d in diagnostics if d.severity == "warning"] == []


def test_a_slip_above_a_mistyped_end_is_said_too() -> None:
    diagnostics = parse_brief(Source("briefings/a.md", "---\ntitle: A: b\n----\nText: c\n---\n"))[1]
    assert [(d.code, d.place.line) for d in diagnostics] == [("yaml", 2), ("front-matter", 3), ("no-summary", 1)]


def test_rules_and_signs_of_other_tools_within_texts_are_no_ends() -> None:
    text = (
        "---\ntitle: T\nannotations:\n  - quote: ferry\n    note: |\n      One\n      ===\n      ----\n---\nA ferry.\n"
    )
    found, diagnostics = parse_brief(Source("briefings/a.md", text))
    assert found is not None
    assert [d for d in diagnostics if d.severity != "hint"] == []
