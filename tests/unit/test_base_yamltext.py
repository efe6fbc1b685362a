"""Strict YAML."""

from hypothesis import given
from hypothesis import strategies as st

from generator.base.diagnostics import show
from generator.base.source import Source
from generator.base.yamltext import Mapping, Node, Scalar, read_yaml


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
        "a.yaml:3:1: error[duplicate-key]: the key `title` stands twice\n"
        "    3 | title: Two\n"
        "      | ^^^^^\n"
        "  help: the first one is on line 1; keep one of them"
    )


def test_a_colon_in_a_plain_text_is_explained() -> None:
    assert complaint("title: Chips: the end\n") == (
        "a.yaml:1:13: error[yaml]: mapping values are not allowed in this context\n"
        "    1 | title: Chips: the end\n"
        "      |             ^\n"
        "  help: a text with a colon must stand in quotes"
    )


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert complaint("\n".join(lines)) == (
        "a.yaml:1:1: error[yaml]: the YAML unfolds to too many values or levels\n"
        "    1 | a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        "      | ^\n"
        "  help: write the values out instead of using aliases"
    )


def test_deep_nesting_is_refused_without_a_crash() -> None:
    # libyaml has a limit of its own, the pure Python reader runs into ours.
    assert complaint("[" * 5000).startswith(("a.yaml:1:1", "a.yaml:2:1"))
    assert "too many values or levels" in complaint("[" * 900 + "]" * 900)


def test_an_alias_to_itself_is_refused_without_a_crash() -> None:
    assert "too many values or levels" in complaint("a: &a [*a]\n")


@given(st.text())
def test_no_text_makes_the_reader_raise(text: str) -> None:
    _, found = read_yaml(Source("a.yaml", text), text)
    for diagnostic in found:
        assert diagnostic.place.line >= 1
        assert diagnostic.message
