"""Hypothesis, parts of Markdown put together at random: what the short cuts read and write is what the parser's own
rules do."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples
from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from annotated_briefings.content.markdown.addresses import bare_addresses_rule, picture_rule
from annotated_briefings.content.markdown.blocks import links_in, wikilinks_in
from annotated_briefings.content.markdown.commonmark import quick_parser
from annotated_briefings.content.markdown.east_asian import Inline
from bench.plain_markdown import links, plain_parser, targets

PIECES = [
    "word",
    "two words",
    "Ein Satz.",
    "字",
    "9",
    "e1",
    "\u00a0",
    "\t",
    "    ",
    "  ",
    " ",
    "\n",
    "\n\n",
    "\n\n",
    "  \n",
    "\\\n",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "``",
    "```",
    "```\n",
    "\\",
    "\\*",
    "&",
    "&amp;",
    "&#35;",
    "<",
    ">",
    "> ",
    '"',
    "'",
    "[",
    "]",
    "(",
    ")",
    "[[",
    "]]",
    "|",
    "[a](b)",
    "[a](/b-c~d)",
    "[a](<b c>)",
    '[a](b "t")',
    "[a](x(y)z)",
    "[a][b]",
    "[b]: /u",
    "[[wiki]]",
    "[[wiki|shown]]",
    "[[ a]b ]]",
    "[^1]",
    "[^1]: ",
    "^[note]",
    "![i](u.png)",
    "<https://e.example>",
    "javascript:",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "   - ",
    "      - ",
    "# ",
    "## ",
    "---",
    "===",
    "***",
    "| - | - |",
    "| a | b |",
    ": ",
    "~ ",
    "<b>",
    "a\n: b",
    "a\n\n: b",
    "a\n\n~ b",
    "a\n- b\n- c\n",
    "- a\n- b\n\n  c\n",
    "1. a\n2. b\n",
    "> a\nb\n\n",
    "a\n=\n",
    "a\n---\n",
    "\x00",
    "**b c**",
    "*b c*",
    "`c d`",
    "a**b**c",
    "*b*",
    "snake_case",
    "AT&T",
    "&lt",
    "!",
    "^",
    "\u201c",
    "\u201d",
    "\uff0c",
    "\uff09",
    "https://e.example/a",
    " http://e.example:80/(b)",
    "[b c](https://e.example/a?b=c#d)",
    "[b](%20,;@$)",
    "[b](HTTP://E.Example/\u00fc)",
    "[^1](a)",
    "[b][^1]",
    " \n",
]


def bare(token: Token) -> Token:
    """A block without what is in it, of which only HTML and links are asked for."""
    return replace(token, children=None) if token.type == "inline" else token


class AllRules(ParserInline):
    """markdown-it's own reading of inline texts, with our rule for emphasis."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = Inline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def slow_parser() -> MarkdownIt:
    """The plain parser with those of our rules that are no short cuts."""
    parser = plain_parser()
    rules = parser.inline.ruler
    known = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True))
    rules.at("image", picture_rule(known["image"]))
    inline = AllRules()
    inline.ruler, inline.ruler2 = parser.inline.ruler, parser.inline.ruler2
    parser.inline = inline
    parser.core.ruler.after("text_join", "bare_addresses", bare_addresses_rule)
    return parser


def same(text: str) -> None:
    ours, theirs = quick_parser(), slow_parser()
    mine: dict[str, object] = {}
    plain: dict[str, object] = {}
    tokens, wanted = ours.parse(text, mine), theirs.parse(text, plain)
    assert [bare(token) for token in tokens] == [bare(token) for token in wanted]
    assert links_in(tokens) == links(wanted)
    assert wikilinks_in(tokens) == targets(wanted)
    assert ours.renderer.render(tokens, ours.options, mine) == theirs.renderer.render(wanted, theirs.options, plain)


@pytest.mark.slow
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=examples(400))
def test_short_cuts_read_and_write_what_the_rules_do(text: str) -> None:
    same(text)


ADDRESS_PARTS = [
    "http://",
    "https://",
    "HTTPS://",
    "tel:",
    "feed:",
    "\u201c",
    "\u201d",
    "mailto:",
    "javascript:",
    "data:",
    "wiki:",
    "e.example",
    "E.Example",
    "m\u00fcnchen.example",
    "\u4f8b.example",
    "xn--mnchen-3ya.example",
    "-a.example",
    "127.0.0.1",
    "[::1]",
    ":80",
    "a@",
    "/",
    "//",
    "../",
    "a",
    "\u00fc",
    "%20",
    "%C3%BC",
    "%zz",
    "%",
    "~",
    "_",
    "*",
    "+",
    "|",
    "^",
    "{}",
    '"',
    "'",
    "&amp;",
    "&",
    ";",
    "\\",
    "\\_",
    "?b=c",
    "#d",
    ".",
    "\u2019",
    "\U0001f600",
]


@pytest.mark.slow
@given(st.lists(st.sampled_from(ADDRESS_PARTS), max_size=6).map("".join))
@settings(max_examples=examples(60))
def test_addresses_of_links_are_written_as_the_rules_write_them(address: str) -> None:
    same(f"[a]({address}) b")
    same(f"![a]({address})\n\n[b]: {address}\n\n[a][b] <{address}> [c](<{address}>)")


@pytest.mark.parametrize(
    "text",
    [
        "A term\n\n: what it means\n",
        "A term\n: what it means\n",
        "A term\n\n~ what it means\n",
        "A title\n=\n",
        "A title\n-\n",
        "- one\n- two\n  - three\n1. four\n",
        "- one\n* two\n",
        "1. one\n7. two\n",
        "- one\n- - two\n",
        "- one\n***\n",
        "- one\n-\n",
        "> one\n> two\nthree\n",
        "> one\n\n> two\n",
        "a | b\n- | -\nc | d\n",
        "[^1]: first\n\n    second\n\nuse[^1]\n",
        "a\n\n\n: b\n",
        "- a\n\n  : b\n",
        "- a\n  b\n- c\n",
        "     code\n\nword\n",
        "- a\n        - b\n",
        "10. a\n- b\n",
        "x\n\n",
        "x\n\n\n\n: y",
        "[" * 200 + "a" + "]" * 200,
        "*" * 90 + "a" + "*" * 90,
        "> " * 40 + "a",
        "- " * 40 + "a",
        "^[" * 30 + "a" + "]" * 30,
    ],
)
def test_short_cuts_leave_to_the_rules_what_they_are_not_sure_of(text: str) -> None:
    same(text)


def test_every_inline_rule_has_a_character_that_it_begins_with() -> None:
    assert quick_parser().inline.unbegun == {"text"}  # type: ignore[attr-defined]
