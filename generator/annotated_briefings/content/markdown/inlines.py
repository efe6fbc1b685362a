"""Inline texts of the kinds that most paragraphs are made of, read straight to HTML.

One pattern reads plain words, ``*em*``, ``**strong**``, ``code``, links, wikilinks and references to footnotes. A text
with anything else in it is left to the parser's own rules as a whole, so that what comes out is always what they give;
``tests/unit/test_content_markdown_commonmark.py`` compares the two.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.addresses import BARE
from annotated_briefings.content.markdown.wikilinks import (
    INNER,
    SCHEME,
    UNNAMED,
    parts_as_written,
    placed,
    shown_of,
    source_map,
)

READY = "ready"
"""Type of a token that holds finished HTML; its ``meta`` has the ``links`` and ``wikilinks`` in it."""
_PART = regex(
    rf"""
  (?P<text> (?: [^\n\\`~*_\[!^<&]+ | !(?!\[) | \^(?!\[) | &(?![#A-Za-z]) | (?<=[A-Za-z0-9])_(?=[A-Za-z0-9]) )+ )
| (?P<mark> \*\*? ) (?P<marked> [^\W_] (?: [^\n\\`~*_\[!^<&]* [^\W_] )? ) (?P=mark) (?!\*)
| \[ (?P<label> [^\n\\`~*_\[\]!^<&]+ ) \]\( (?P<target> [A-Za-z0-9:/._~#?=%+,;@$-]+ ) \)
| ` (?P<code> [^`\s] (?: [^`\n]* [^`\s] )? ) ` (?!`)
| \[\^ (?P<note> [A-Za-z0-9-]+ ) \] (?! [(\[] )
| \[\[ (?P<wiki> {INNER} ) \]\]
| (?<!\x20) (?P<line> \n ) (?![\x20\t])
""",
    re.VERBOSE,
)


class Inlines:
    """Core rule that reads the inline texts of all blocks."""

    def __init__(self, md: MarkdownIt) -> None:
        rules = md.inline.ruler
        self._md = md
        self._footnote = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True))["footnote_ref"]

    def __call__(self, state: StateCore) -> None:
        """Read the texts of a document."""
        places, before = source_map(state.env), ""
        for token in state.tokens:
            if token.type == "inline":
                if places:
                    places.enter(token, state.env, before in ("td_open", "th_open"))
                if not self._quick(token, state.env):
                    token.children = []
                    self._md.inline.parse(token.content, self._md, state.env, token.children)
            before = token.type

    def _quick(self, token: Token, env: EnvType) -> bool:
        """Read a text that has nothing but what the pattern knows; otherwise false, and nothing is changed."""
        src, end = token.content, len(token.content)
        done: list[Token] = []
        notes: list[int] = []
        ready = _ready()
        pos, out = 0, []
        while pos < end:
            part = _PART.match(src, pos)
            if part is None:
                return False
            kind = part.lastgroup
            if kind == "text":
                if BARE in part[0]:
                    return False
                out.append(escapeHtml(part[0]))
            elif kind == "marked":
                if BARE in part["marked"]:
                    return False
                tag = "em" if part["mark"] == "*" else "strong"
                out.append(f"<{tag}>{escapeHtml(part['marked'])}</{tag}>")
            elif kind == "target":
                href = self._md.normalizeLink(part["target"])
                if not self._md.validateLink(href):
                    return False
                ready.meta["links"].append(href)
                out.append(f'<a href="{escapeHtml(href)}">{escapeHtml(part["label"])}</a>')
            elif kind == "code":
                out.append(f"<code>{escapeHtml(part['code'])}</code>")
            elif kind == "wiki":
                target, text = parts_as_written(part["wiki"])
                if not target:
                    return False
                ready.meta["wikilinks"].append(placed(target, part.start(), part.end(), env))
                bare = "" if text else f' {UNNAMED}=""'
                words = escapeHtml(text or shown_of(target))
                out.append(f'<a href="{escapeHtml(SCHEME + target)}"{bare}>{words}</a>')
            elif kind == "line":
                out.append("\n")
            elif _declared(part["note"], env):
                ready.content = "".join(out)
                done.append(ready)
                notes.append(pos)
                ready, out = _ready(), []
            else:
                return False
            pos = part.end()
        ready.content = "".join(out)
        done.append(ready)
        token.children = self._with_notes(done, notes, src, env) if notes else done
        return True

    def _with_notes(self, done: list[Token], notes: list[int], src: str, env: EnvType) -> list[Token]:
        """References to footnotes, one after each finished text but the last, by the rule that counts them."""
        children: list[Token] = []
        for ready, pos in zip(done, notes, strict=False):
            children.append(ready)
            state = StateInline(src, self._md, env, children)
            state.pos = pos
            self._footnote(state, False)
        return [*children, done[-1]]


def _ready() -> Token:
    return Token(READY, "", 0, meta={"links": [], "wikilinks": []})


def _declared(label: str, env: EnvType) -> bool:
    """Whether a label surely is that of a footnote: with other references about it might be theirs."""
    return f":{label}" in env.get("footnotes", {}).get("refs", {}) and "references" not in env
