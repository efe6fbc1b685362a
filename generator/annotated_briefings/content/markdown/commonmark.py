"""The Markdown parser: markdown-it with our rules, and short cuts for what most texts are made of.

Each short cut gives what the parser's own rules give, and leaves to them whatever it is not sure of;
``tests/unit/test_content_markdown_commonmark.py`` compares it with ``bench/plain_markdown.py`` on texts of all kinds.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import ModuleType, SimpleNamespace
from typing import Any, cast

from markdown_it import MarkdownIt, helpers
from markdown_it.common.utils import escapeHtml, mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.renderer import RendererHTML, RendererProtocol
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import render_footnote_anchor

from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown import east_asian
from annotated_briefings.content.markdown.addresses import bare_addresses_rule, may_lead, picture_rule
from annotated_briefings.content.markdown.comments import comment_block_rule, comment_rule, comment_titles_rule
from annotated_briefings.content.markdown.inlines import READY, Inlines
from annotated_briefings.content.markdown.nesting import keep_deep_words
from annotated_briefings.content.markdown.wikilinks import InlineRule, located_footnote, wikilink_rule

_PLAIN_LINK = regex(r"(?:https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+)?(?:/[A-Za-z0-9._~-]*)*")
_PLAIN_TARGET = regex(r"[A-Za-z0-9:/._~#?=-]+(?=\))")
_BEGINS: Mapping[str, Sequence[str]] = {
    "\n": ["newline"],
    "\\": ["escape"],
    "`": ["backticks"],
    "~": ["strikethrough"],
    "*": ["emphasis"],
    "_": ["emphasis"],
    "[": ["wikilink", "link", "footnote_ref"],
    "!": ["image"],
    "^": ["footnote_inline"],
    "<": ["comment", "autolink", "html_inline"],
    "&": ["entity"],
}
"""The characters that inline rules begin with; all others are text."""
_ITEM = regex(r"(?:[-+*]|\d{1,9}[.)]) {1,4}[^\W_]")


def _plain_paragraph(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    """Block rule for a paragraph of one line that begins with a letter: no other rule can want such a line, unless the
    lines below make it a heading, a table or the term of a definition."""
    src = state.src
    start = state.bMarks[line] + state.tShift[line]
    if silent or not src[start].isalpha() or state.is_code_block(line):
        return False
    after = line + 1
    if after < state.lineMax and not _ends_here(state, after):
        return False
    state.line = after
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [line, after]
    inline = state.push("inline", "", 0)
    inline.map = [line, after]
    inline.content = mdTrim(src[start : state.eMarks[line]])
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _ends_here(state: StateBlock, line: int) -> bool:
    """Whether a paragraph surely ends before a line: it is empty and no definition follows, or it is the next item of
    the list that the paragraph is in."""
    if state.isEmpty(line):
        below = line + 1
        return below >= state.lineMax or not state.src.startswith((":", "~"), state.bMarks[below] + state.tShift[below])
    indent = state.sCount[line]
    inside = 0 <= indent < state.blkIndent and indent - max(state.listIndent, 0) < 4
    return inside and _ITEM.match(state.src, state.bMarks[line] + state.tShift[line]) is not None


class _QuickInline(ParserInline):
    """Tries at each character only those rules that begin with it: a quarter of the time of a paragraph less."""

    def __init__(self, plain: ParserInline) -> None:
        super().__init__()
        self.ruler, self.ruler2, self.terminator_re = plain.ruler, plain.ruler2, plain.terminator_re
        known = dict(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        self._rules: dict[str, list[InlineRule]] = {
            char: [known[name] for name in names if name in known] for char, names in _BEGINS.items()
        }
        self._special = re.compile(f"[{re.escape(''.join(_BEGINS))}]").search
        self.unbegun = known.keys() - {name for names in _BEGINS.values() for name in names}
        """Rules that the table of first characters does not know."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        if src and not self._special(src):
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = east_asian.Inline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        src, end, most = state.src, state.posMax, state.md.options["maxNesting"]
        while (pos := state.pos) < end:
            rules = self._rules.get(src[pos])
            if rules is None:
                found = self._special(src, pos, end)
                state.pos = found.start() if found else end
                state.append_pending(src[pos : state.pos])
                continue
            for rule in rules if state.level < most else ():
                if rule(state, False):
                    break
            else:
                state.append_pending(src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:
        pos = state.pos
        if pos in state.cache or state.level >= state.md.options["maxNesting"]:
            super().skipToken(state)
            return
        rules = self._rules.get(state.src[pos])
        if rules is None:
            found = self.terminator_re.search(state.src, pos)
            state.pos = max(pos + 1, found.start() if found else state.posMax)
        else:
            state.level += 1
            for rule in rules:
                if rule(state, True):
                    break
            else:
                state.pos += 1
            state.level -= 1
        state.cache[pos] = state.pos


def _link_label(state: StateInline, start: int, disableNested: bool = False) -> int:
    """Where a link's label ends; nothing needs to be read where no bracket is closed any more."""
    if state.src.find("]", start, state.posMax) < 0:
        return -1
    return helpers.parseLinkLabel(state, start, disableNested)


def _link_destination(text: str, pos: int, maximum: int) -> Any:
    """The address of a link: letter by letter only where something in it might have a meaning."""
    plain = _PLAIN_TARGET.match(text, pos, maximum)
    if plain:
        return SimpleNamespace(ok=True, pos=plain.end(), str=plain[0])
    return helpers.parseLinkDestination(text, pos, maximum)


_HELPERS = SimpleNamespace(
    parseLinkLabel=_link_label, parseLinkTitle=helpers.parseLinkTitle, parseLinkDestination=_link_destination
)


class _Renderer(RendererHTML):
    """Writes texts and plain tags, which most tokens are, without looking for a rule first."""

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        if len(tokens) == 1 and tokens[0].type == READY:
            return tokens[0].content
        return self.render(tokens, options, env)

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        out: list[str] = []
        for place, token in enumerate(tokens):
            kind = token.type
            if kind == READY:
                out.append(token.content)
            elif kind == "text":
                out.append(escapeHtml(token.content))
            elif kind == "inline":
                out.append(self.renderInline(token.children or (), options, env))
            elif rule := self.rules.get(kind):
                out.append(rule(tokens, place, options, env))
            elif token.hidden:
                continue
            elif token.nesting == -1 and not token.attrs:
                out.append(f"</{token.tag}>\n" if token.block else f"</{token.tag}>")
            elif token.nesting == 1 and not token.block and not token.attrs:
                out.append(f"<{token.tag}>")
            else:
                out.append(self.renderToken(tokens, place, options, env))
        return "".join(out)


class _MarkdownParser(MarkdownIt):
    """markdown-it, quicker with addresses in which nothing is to be escaped: a twentieth of the time of a brief."""

    def normalizeLink(self, url: str) -> str:
        return url if _PLAIN_LINK.fullmatch(url) else super().normalizeLink(url)

    def validateLink(self, url: str) -> bool:
        return may_lead(url)


def _back(renderer: RendererProtocol, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
    # The arrow as references: as the characters that they are it would take the HTML of a body to two bytes a letter.
    shown = render_footnote_anchor(renderer, tokens, place, options, env)
    return shown.replace("\u21a9\ufe0e", "&#8617;&#65038;")


@lru_cache(maxsize=1)
def quick_parser() -> MarkdownIt:
    """The parser, made once a process."""
    parser = _MarkdownParser("commonmark", {"html": False, "typographer": False}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    parser.inline.ruler.before("link", "wikilink", wikilink_rule)
    parser.add_render_rule("footnote_anchor", _back)
    parser.inline.ruler.before("autolink", "comment", comment_rule)
    parser.block.ruler.before("table", "plain_paragraph", _plain_paragraph)
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("table", "comment", comment_block_rule, {"alt": ends})
    rules = parser.inline.ruler
    known = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True))
    rules.at("footnote_inline", located_footnote(known["footnote_inline"]))
    rules.at("image", picture_rule(known["image"]))
    keep_deep_words(parser)
    parser.inline = _QuickInline(parser.inline)
    parser.core.ruler.at("inline", Inlines(parser))
    parser.core.ruler.after("inline", "comment_titles", comment_titles_rule)
    parser.core.ruler.after("text_join", "bare_addresses", bare_addresses_rule)
    parser.helpers = cast(ModuleType, _HELPERS)
    return parser
