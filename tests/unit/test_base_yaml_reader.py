"""Strict YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar
from annotated_briefings.base.yaml.reader import read_yaml


def value(text: str, key: str) -> Node:
    node, found = read_yaml(Source("a.yaml", text), text)
    assert found == ()
    assert isinstance(node, Mapping)
    return {k.text: v for k, v in node.pairs}[key]


def complaint(text: str) -> str:
    _, found = read_yaml(Source("a.yaml", text), text)
    return "\n".join(map(show, found))


def test_words_that_other_readers_turn_into_values_stay_text() -> None:
    text = "a: Yes\nb: no\nc: 1.10\nd: 2023-05-12\ne: 0o17\nf: null\ng: 12:30:45\n"
    for key, wanted in zip("abcdefg", ("Yes", "no", "1.10", "2023-05-12", "0o17", "null", "12:30:45"), strict=True):
        node = value(text, key)
        assert isinstance(node, Scalar)
        assert node.text == wanted


def test_quotes_are_remembered() -> None:
    cases = (("a: x\n", True), ('a: "x"\n', False), ("a: 'null'\n", False), ("a:\n", True), ("a: ~\n", True))
    for text, plain in cases:
        node = value(text, "a")
        assert isinstance(node, Scalar)
        assert node.plain is plain


def test_a_key_that_stands_twice_is_said_with_both_places() -> None:
    assert complaint("title: One\ndate: 2023\ntitle: Two\n") == (
        "a.yaml:3:1: error[duplicate-key]: the key `title` is duplicated\n"
        "    3 | title: Two\n"
        "      | ^^^^^\n"
        "  help: the first one is on line 1; keep one of them"
    )


def test_a_colon_in_a_plain_text_is_explained() -> None:
    assert complaint("title: Chips: the end\n") == (
        "a.yaml:1:13: error[yaml]: a text with a colon must be in quotes\n"
        "    1 | title: Chips: the end\n"
        "      |             ^\n"
        '  help: put quotes around the whole text: `title: "Chips: the end"`'
    )


def test_a_comma_in_a_value_between_braces_is_not_taken_for_the_end_of_it() -> None:
    """A figure of 2,000 employees must not become one of 2."""
    assert complaint("figures:\n  - {value: 2,000, unit: employees}\n") == (
        "a.yaml:2:13: error[yaml]: the comma in `2,000` ends the value of `value`\n"
        "    2 |   - {value: 2,000, unit: employees}\n"
        "      |             ^^^^^\n"
        '  help: put the value in quotes: `value: "2,000"`'
    )
    twice = complaint("- {was: 3,000 employees, now: 2,000 employees}\n")
    assert twice.startswith("a.yaml:1:9: error[yaml]: the comma in `3,000 employees` ends the value of `was`")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{a: 1,000,000}\n",
            ["the comma in `1,000,000` ends the value of `a`", 'put the value in quotes: `a: "1,000,000"`'],
        ),
        (
            'a: "C:\\path"\n',
            [
                "a backslash between double quotes has a meaning of its own",
                "put the text between single quotes: `a: 'C:\\path'`",
            ],
        ),
        ('{a: 1, "b"}\n', ['the comma in `1, "b"` ends the value of `a`', "put the value in quotes"]),
        (
            "{a: 2, a: 3, 000}\n",
            [
                "the key `a` is duplicated",
                "the first one is on line 1; keep one of them",
                "the comma in `3, 000` ends the value of `a`",
                'put the value in quotes: `a: "3, 000"`',
            ],
        ),
    ],
)
def test_what_is_said_of_a_slip_can_be_done(text: str, expected: list[str]) -> None:
    _, found = read_yaml(Source("a.yaml", text), text)
    assert [part for d in found for part in (d.message, d.help)] == expected


@pytest.mark.parametrize("text", ['a: "A\u2028B"\nb: *z\n', "a: x\x85\nb: 1\nc: *y", 'a: "\u2029"\nb: &\n', "\x85*"])
def test_line_ends_that_only_the_reader_knows_stop_nothing(text: str) -> None:
    _, found = read_yaml(Source("a.yaml", text), text)
    assert [d.code for d in found] == ["yaml"]


def test_a_list_and_a_name_without_a_value_are_not_taken_for_a_cut_off_value() -> None:
    assert complaint("entities: {about: [a, b], mentions}\n") == ""
    assert complaint("options: {one, two}\n") == ""


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert complaint("\n".join(lines)) == (
        "a.yaml:1:1: error[yaml]: the YAML unfolds to too many values or levels\n"
        "    1 | a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        "      | ^\n"
        "  help: write the values out instead of using aliases"
    )


@pytest.mark.slow
def test_deep_nesting_is_refused_without_a_crash() -> None:
    # libyaml has a limit of its own, the pure Python reader runs into ours.
    assert complaint("[" * 1500).startswith(("a.yaml:1:1", "a.yaml:2:1"))
    assert "too many values or levels" in complaint("[" * 900 + "]" * 900)


def test_an_alias_to_itself_is_refused_without_a_crash() -> None:
    assert "too many values or levels" in complaint("a: &a [*a]\n")


@given(st.text())
def test_no_text_makes_the_reader_raise(text: str) -> None:
    _, found = read_yaml(Source("a.yaml", text), text)
    for diagnostic in found:
        assert diagnostic.place.line >= 1
        assert diagnostic.message
