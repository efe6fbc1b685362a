"""Slips of the pen in YAML: each is reported at its line, with its cause, and with a remedy that alone mends it.

The table has two halves: slips written before the rules, and others written beside them.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml import reader
from annotated_briefings.base.yaml.patch import value_at
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.content.frontmatter import KEYS

SLIPS = json.loads((Path(__file__).parents[1] / "data" / "yaml_slips.json").read_text(encoding="utf-8"))
"""Texts, the same as they were meant, and what is reported: places, messages and remedies."""
LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]
WIDTHS = {"no space": 0, "one space": 1}


def applied(text: str, found: Diagnostic) -> str:
    """A text of which an editor has done what the remedy says, and nothing else."""
    lines = text.split("\n")
    at = found.place.line - 1
    begins = len(lines[at]) - len(lines[at].lstrip())
    if moved := re.search(r"indent the line by (\w+ spaces?)(, and the lines of the text below it too)?$", found.help):
        width = WIDTHS[moved[1]] if moved[1] in WIDTHS else int(moved[1].split()[0])
        below = at + 1
        while moved[2] and lines[below].strip() and not re.match(r"\s*(- |[\w-]+:)", lines[below]):
            lines[below] = " " * (width - begins) + lines[below]
            below += 1
        lines[at] = " " * width + lines[at].lstrip()
        return "\n".join(lines)
    written = re.search(r"(?:write |: )(?:`` (.*) ``|`([^`]*)`)$", found.help)
    assert written, found.help
    if ends := re.search(r"which ends on line (\d+): ", found.help):
        del lines[at + 1 : int(ends[1])]
    if other := re.search(r"close it on line (\d+): ", found.help):
        at = int(other[1]) - 1
    lines[at] = lines[at][: len(lines[at]) - len(lines[at].lstrip())] + (written[1] or written[2])
    return "\n".join(lines)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: repr(slip["text"][:40]))
@pytest.mark.parametrize("loader", LOADERS)
def test_a_slip_is_said_where_it_is_and_its_remedy_mends_it(
    slip: dict[str, Any], loader: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_LOADER", loader)
    text = slip["text"]
    _, found = read_yaml(Source("a.yaml", text), text, 0, KEYS)
    assert [[f"{d.place.line}:{d.place.column}", d.message, d.help] for d in found] == slip["said"]
    for one in found:
        text = applied(text, one)
    node, left = read_yaml(Source("a.yaml", text), text)
    right, none = read_yaml(Source("a.yaml", slip["meant"]), slip["meant"])
    assert left == none == ()
    assert value_at(node, ()) == value_at(right, ())


def test_the_table_has_at_least_a_hundred_slips_and_half_of_them_are_older_than_the_rules() -> None:
    assert len({slip["text"] for slip in SLIPS}) >= 100
    assert sum(slip["written"] == "before the rules" for slip in SLIPS) >= 50


@pytest.mark.parametrize(
    "slip",
    # Those of lists, and of the first line of a file, cannot stand below other keys.
    [slip for slip in SLIPS if not slip["text"].startswith(("- ", "-{", " "))],
    ids=lambda slip: repr(slip["text"][:40]),
)
def test_a_slip_is_found_in_a_long_file_too(slip: dict[str, Any]) -> None:
    text = slip["text"]
    before = "".join(f"key-{number}:\n  - {{a: b, c: [d, e]}}\n  - f: g\n" for number in range(40))
    whole = f"{before}{text}after: x\n"
    _, found = read_yaml(Source("a.yaml", whole), whole, 0, KEYS)
    assert [d.place.line for d in found] == [int(place.partition(":")[0]) + 120 for place, _, _ in slip["said"]]


def test_several_slips_in_one_file_are_all_said() -> None:
    text = "title: A: b\nsummary: [Live] c\ndate:2026-03-14\ntags:\n\t- d\nlang: en\n"
    _, found = read_yaml(Source("a.yaml", text), text, 0, KEYS)
    assert [d.place.line for d in found] == [1, 2, 3, 5]
