"""What an import takes a brief for, by a quick look, is what the reader of front matter finds."""

from itertools import product

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.content.frontmatter import read_fields
from annotated_briefings.importer.site_state import holds_back, is_draft

KEYS = ("draft", '"draft"', "'draft'", "draft ", "undraft", "x-draft", "  draft", "draft_of")
VALUES = (
    "true",
    "True",
    "yes",
    "on",
    '"true"',
    "'yes'",
    "true # until Monday",
    "true#",
    "false",
    "no",
    "",
    "# true",
    "x",
)
BEFORE = ("", "summary: |\n  draft: true\n", "annotations:\n  - note: x\n    draft: true\n", "draft: false\n")
TEXTS = [
    f"---\ntitle: A\n{before}{key}: {value}\n---\nA text.\n\n---\ndraft: true\n---\n"
    for before, key, value in product(BEFORE, KEYS, VALUES)
]


def test_a_draft_is_what_the_reader_takes_for_one() -> None:
    texts = [*TEXTS, "No front matter.\ndraft: true\n", "---\ntitle: A\n---\ndraft: true\n"]
    read = {text: read_fields(Source("briefings/a.md", text))[0].flag("draft") for text in texts}
    assert any(read.values())
    assert {text: is_draft(Source("briefings/a.md", text)) for text in texts} == read


@pytest.mark.parametrize(
    "line",
    [
        "embargo_until: 2030-01-01",
        '"embargo_until": 2030-01-01 # noon',
        "imported:\n  id: x\n  held: private",
        "imported:\n    held: private",
        "imported: {id: x, held: private}",
        "imported:\n  {held: 'private'}",
    ],
)
def test_what_holds_a_brief_back_is_seen_in_each_form(line: str) -> None:
    assert holds_back(Source("briefings/a.md", f"---\ntitle: A\n{line}\n---\nA text.\n"))


@pytest.mark.parametrize(
    "line",
    ["summary: The port held out", "embargo_until:", "imported: {id: x}", "imported:\n  id: x\n  held:", "held_by: x"],
)
def test_a_brief_that_nothing_holds_back_is_seen_too(line: str) -> None:
    assert not holds_back(Source("briefings/a.md", f"---\ntitle: A\n{line}\n---\nA text with embargo_until: 2030.\n"))
