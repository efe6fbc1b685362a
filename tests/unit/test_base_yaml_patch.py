"""Patches of YAML: the smallest edit, proved, or none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.patch import Append, Change, Put, Remove, Set, patch_yaml, value_at
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.writer import AsTyped, pair_lines

FRONT = """\
# the desk's own order
title: 'It''s "quoted"'   # keep
tags: [a,  b]  # two
entities: {about: [X], mentions: []}
annotations:
  # the first one
  - quote: old words   # a remark
    kind: context
    note: |
      Two lines
      of a note.

  - {quote: "second", note: short}
  # after the last one
unknown_key: kept
empty:
"""


def patched(*changes: Change, text: str = FRONT) -> str:
    result = patch_yaml(text, changes)
    assert result is not None
    return result


def difference(before: str, after: str) -> list[str]:
    """The lines that only one of two texts has, marked as a diff marks them."""
    old, new = before.splitlines(), after.splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            Set(("annotations", 0, "quote"), "new words"),
            ["-  - quote: old words   # a remark", "+  - quote: new words   # a remark"],
        ),
        (
            Set(("annotations", 0, "quote"), "now: a colon"),
            ["-  - quote: old words   # a remark", '+  - quote: "now: a colon"   # a remark'],
        ),
        (
            Set(("annotations", 1, "quote"), "plain"),
            ['-  - {quote: "second", note: short}', '+  - {quote: "plain", note: short}'],
        ),
        (
            Set(("annotations", 1, "id"), "x-1"),
            ['-  - {quote: "second", note: short}', '+  - {quote: "second", note: short, id: x-1}'],
        ),
        (
            Set(("annotations", 0, "note"), "Other\nlines.\n"),
            ["-      Two lines", "-      of a note.", "+      Other", "+      lines."],
        ),
        (
            Set(("annotations", 0, "note"), "One line."),
            ["-    note: |", "-      Two lines", "-      of a note.", "+    note: One line."],
        ),
        (Set(("annotations", 0, "status"), "draft"), ["+    status: draft"]),
        (Set(("title",), "It's another"), ["-title: 'It''s \"quoted\"'   # keep", "+title: 'It''s another'   # keep"]),
        (Set(("draft",), False), ["+draft: false"]),
        (Set(("date",), "2023-05-12"), ["+date: 2023-05-12"]),
        (Set(("empty",), "full"), ["-empty:", "+empty: full"]),
        (Set(("tags", 1), "c, d"), ["-tags: [a,  b]  # two", '+tags: [a,  "c, d"]  # two']),
        (Append(("tags",), ("c",)), ["-tags: [a,  b]  # two", "+tags: [a,  b, c]  # two"]),
        (
            Append(("entities", "mentions"), ("Z",)),
            ["-entities: {about: [X], mentions: []}", "+entities: {about: [X], mentions: [Z]}"],
        ),
        (Append(("unknown_key",), ("more",)), ["-unknown_key: kept", "+unknown_key: [kept, more]"]),
        (Append(("empty",), ({"a": "b"},)), ["+  - a: b"]),
        (Append(("aliases",), ("/x/",)), ['+aliases: ["/x/"]']),
        (
            Append(("annotations",), ({"quote": "third", "note": "A\nB\n"},)),
            ["+  - quote: third", "+      A", "+      B"],
        ),
        (Remove(("tags", 0)), ["-tags: [a,  b]  # two", "+tags: [b]  # two"]),
        (Remove(("tags", 1)), ["-tags: [a,  b]  # two", "+tags: [a]  # two"]),
        (Remove(("entities", "about", 0)), ["-entities: {about: [X], mentions: []}", "+entities: {mentions: []}"]),
        (Remove(("annotations", 1)), ['-  - {quote: "second", note: short}']),
        (Remove(("annotations", 0, "kind")), ["-    kind: context"]),
        (Remove(("unknown_key",)), ["-unknown_key: kept"]),
        (Set(("draft",), False, ("title",)), ["+draft: false"]),
        (Put(("tags", 0), "c"), ["-tags: [a,  b]  # two", "+tags: [c, a,  b]  # two"]),
        (Put(("annotations", 1), {"quote": "third", "note": "x"}), ["+  - quote: third", "+    note: x"]),
        (Set(("date",), AsTyped("2023-05-12 08:00")), ["+date: 2023-05-12 08:00"]),
        (Set(("empty",), AsTyped("1")), ["-empty:", "+empty: 1"]),
        (
            Set(("annotations",), ({"quote": "a"},)),
            [
                "-  # the first one",
                "-  - quote: old words   # a remark",
                "-    kind: context",
                "-    note: |",
                "-      Two lines",
                "-      of a note.",
                "-",
                '-  - {quote: "second", note: short}',
                "+  - quote: a",
            ],
        ),
    ],
)
def test_a_change_touches_only_its_own_lines(change: Change, lines: list[str]) -> None:
    assert difference(FRONT, patched(change)) == lines


def test_a_new_entry_follows_the_last_one_and_keeps_the_comment_after_it() -> None:
    after = patched(Append(("annotations",), ({"quote": "third"},)))
    assert after.index("second") < after.index("third") < after.index("# after the last one")


def test_the_key_of_a_list_or_mapping_goes_with_its_last_entry() -> None:
    assert patched(Remove(("a", "b", 0)), text="a:\n  b:\n    - x\nz: y\n") == "z: y\n"
    assert patched(Remove(("a", "b")), text="a: {b: x}\nz: y\n") == "z: y\n"


def test_a_new_key_follows_the_keys_that_are_to_be_before_it() -> None:
    assert patched(Set(("b",), "x", ("a", "z")), text="a: 1\n# of c\nc: 2\n") == "a: 1\nb: x\n# of c\nc: 2\n"
    assert patched(Set(("b",), "x", ("a",)), text="a: |\n  1\n\nc: 2\n") == "a: |\n  1\nb: x\n\nc: 2\n"
    assert patched(Set(("b",), "x", ("a",)), text="a:\nc: 2\n") == "a:\nb: x\nc: 2\n"


def test_a_new_first_entry_comes_before_the_first_and_any_other_leaves_comments_where_they_are() -> None:
    text = "a:\n  # one\n  - x\n  # two\n  - y\n"
    assert patched(Put(("a", 0), "new"), text=text) == "a:\n  # one\n  - new\n  - x\n  # two\n  - y\n"
    assert patched(Put(("a", 1), "new"), text=text) == "a:\n  # one\n  - x\n  - new\n  # two\n  - y\n"


def test_the_first_key_of_an_entry_is_taken_out_and_the_next_one_follows_the_dash() -> None:
    assert patched(Remove((0, "a")), text="- a: b\n  c: d\n") == "- c: d\n"


@pytest.mark.parametrize(
    "text", ["yes: no", "x # y", "a: b", "[a", "- a", "&a", "*a", "'a", "", " a", "a\nb", "true, no"]
)
def test_a_text_with_signs_of_yaml_is_never_written_bare(text: str) -> None:
    after = patched(Set(("empty",), AsTyped.where_safe(text)))
    assert value_at(read_yaml(Source("", after), after)[0], ("empty",)) == text


def test_setting_what_is_there_changes_no_byte() -> None:
    assert patched(Set(("title",), 'It\'s "quoted"')) == FRONT
    assert patched(Set(("annotations", 0, "note"), "Two lines\nof a note.\n")) == FRONT


def test_a_text_without_keys_gets_its_first_one() -> None:
    assert patched(Set(("title",), "A"), text="") == "title: A\n"
    assert patched(Set(("title",), "A"), text="# only a comment") == "# only a comment\ntitle: A\n"
    assert patched(Append(("list",), ({"a": "1", "b": "2"},)), text="") == 'list:\n  - a: "1"\n    b: "2"\n'


def test_a_list_in_brackets_without_entries_becomes_a_block() -> None:
    assert patched(Append(("notes",), ({"a": "x"},)), text="notes: []  # none yet\nz: y\n") == (
        "notes:  # none yet\n  - a: x\nz: y\n"
    )


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: b\n", Set(("a", "b"), "x")),
        ("a: b\n", Remove(("c",))),
        ("a: [x]\n", Set(("a", 3), "x")),
        ("a: b\na: c\n", Set(("a",), "x")),
        ("a: [b\n", Set(("a",), "x")),
        ("a: {b: c}\n", Append(("a",), ("x",))),
        ("a: &x [1]\nb: *x\n", Append(("b",), ("2",))),
        ("- a: b  # said by c\n  c: d\n", Remove((0, "a"))),
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(text: str, change: Change) -> None:
    assert patch_yaml(text, [change]) is None


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    ["true", "null", "~", "1.10", "a: b", "# c", "- x", "it's", '"q"', "two\nlines\n", " lead", "a\n\nb\n", "x\n y\n"]
)
keys = st.text("abcdef", min_size=1, max_size=3)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=8
)


def as_yaml(data: dict[str, Any]) -> str:
    return "".join(f"{line}\n" for pair in data.items() for line in pair_lines(*pair, 0))


def read(text: str) -> Any:
    node, found = read_yaml(Source("x", text), text)
    assert not found
    return value_at(node, ())


@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_what_is_written_is_read_back_word_for_word(data: dict[str, Any]) -> None:
    assert read(as_yaml(data)) == data


@given(st.dictionaries(keys, values, min_size=1, max_size=4), keys, texts)
def test_a_new_text_stands_where_it_was_set_and_nothing_else_changes(
    data: dict[str, Any], key: str, value: str
) -> None:
    before = as_yaml(data)
    after = patch_yaml(before, [Set((key,), value)])
    if after is not None:
        assert read(after) == {**data, key: value}
    else:
        assert isinstance(data.get(key), list | dict) or "\n" in before


@given(st.lists(texts, min_size=1, max_size=5), st.data())
def test_taking_out_what_was_added_gives_back_the_same_values(items: list[str], data: st.DataObject) -> None:
    before = as_yaml({"a": "x", "list": [{"t": item} for item in items], "z": "y"})
    more = patch_yaml(before, [Append(("list",), ({"t": "new", "u": "v"},))])
    assert more is not None
    assert patch_yaml(more, [Remove(("list", len(items)))]) == before
    at = data.draw(st.integers(0, len(items) - 1))
    less = patch_yaml(before, [Remove(("list", at))])
    assert less is not None
    rest = [{"t": item} for n, item in enumerate(items) if n != at]
    assert read(less) == {"a": "x", **({"list": rest} if rest else {}), "z": "y"}


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("a:\n", Set(("a",), ["x", "z"]), "a: [x, z]\n"),
        ("a: # why\nb: 1\n", Set(("a",), "x"), "a: x # why\nb: 1\n"),
        ("a:\n  b:\n  c: 1\n", Set(("a", "b"), ["x"]), "a:\n  b: [x]\n  c: 1\n"),
        ("a:\n    b:\n    c: 1\n", Set(("a", "b"), {"x": "k"}), "a:\n    b:\n      x: k\n    c: 1\n"),
        ("a:\n", Set(("a", "b"), "x"), "a:\n  b: x\n"),
        ("a: {}\n", Set(("a", "b"), "x"), "a: {b: x}\n"),
        ("a: text\n", Set(("a", "b"), "x"), None),
        ("a: ''\n", Set(("a", "b"), "x"), None),
        ("a: text\n", Append(("a", "b"), ("x",)), None),
    ],
)
def test_an_empty_value_takes_any_other_and_text_is_never_replaced_by_a_mapping(
    before: str, change: Change, after: str | None
) -> None:
    assert patch_yaml(before, [change]) == after


def test_the_only_key_can_be_removed_and_one_that_held_it_alone_goes_too() -> None:
    assert patch_yaml("a: 1\n", [Remove(("a",))]) == ""
    assert patch_yaml("# kept\na: 1\n", [Remove(("a",))]) == "# kept\n"
    assert patch_yaml("a:\n  b:\n    c: 1\nd: 2\n", [Remove(("a", "b", "c"))]) == "d: 2\n"
