"""Which addresses become links and pictures, and bare addresses in a text."""

import re
from functools import lru_cache

from linkify_it import LinkifyIt
from markdown_it.common.normalize_url import validateLink
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.wikilinks import InlineRule

BARE = "://"
"""What every bare address has in it."""
_SCHEME = regex(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OF_LINKS = frozenset({"http", "https", "mailto", "tel"})
_OF_PICTURES = frozenset({"http", "https", "data"})

_QUOTED = regex("%E2%80%9[89A-E]|%C2%AB|%C2%BB", re.IGNORECASE)
_AFTER = regex("[，。、；：！？（）【】「」『』《》〈〉“”„‘’«»].*", re.DOTALL)
"""What ends a bare address that the library takes further: marks of texts without spaces, and curly quotation marks."""


def scheme_of(address: str) -> str:
    """The scheme of an address, in lower case; empty for one without."""
    found = _SCHEME.match(address)
    return found[1].lower() if found else ""


def is_known_scheme(scheme: str) -> bool:
    """Whether links may have a scheme, or have none."""
    return not scheme or scheme in _OF_LINKS


def may_lead(address: str) -> bool:
    """Whether an address, percent-encoded, may be that of a link or a picture: the web, mail, a telephone, or relative.

    Other schemes start programs on a reader's machine or mean nothing there. An address in curly quotation marks was
    meant without them, and one that only ends with such a mark as well.
    """
    scheme = scheme_of(address)
    if not is_known_scheme(scheme):
        return scheme == "data" and bool(validateLink(address))
    found = _QUOTED.findall(address)
    return not found or not (_QUOTED.match(address) or (len(found) == 1 and address.endswith(found[0])))


def picture_rule(rule: InlineRule) -> InlineRule:
    """The rule for pictures, which takes no address of mail or of a telephone."""

    def image(state: StateInline, silent: bool) -> bool:
        start, pending = state.pos, state.pending
        if not rule(state, silent):
            return False
        scheme = "" if silent else scheme_of(str(state.tokens[-1].attrGet("src")))
        if scheme and scheme not in _OF_PICTURES:
            state.tokens.pop()
            state.tokens_meta.pop()
            if pending:
                state.tokens.pop()
                state.tokens_meta.pop()
            state.pos, state.pending = start, pending
            return False
        return True

    return image


_START = regex(r"(?<![A-Za-z0-9+.-])https?://", re.IGNORECASE)


@lru_cache(maxsize=1)
def _finder() -> LinkifyIt:
    finder = LinkifyIt().set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    for schema in ("//", "ftp:", "mailto:"):
        finder.add(schema, None)
    return finder


def bare_addresses(text: str) -> list[tuple[int, int]]:
    """Where the bare ``https://`` and ``http://`` addresses of a text start and end, in order."""
    out: list[tuple[int, int]] = []
    for start in _START.finditer(text):
        at = start.start()
        if out and at < out[-1][1]:
            continue
        found = _finder().match_at_start(text[at:])
        whole = _AFTER.sub("", found.raw) if found else ""
        if len(whole) > len(start[0]):
            out.append((at, at + len(whole)))
    return out


def bare_addresses_rule(state: StateCore) -> None:
    """Core rule: bare addresses outside links and code are links, whose words are the address as it is typed."""
    for token in state.tokens:
        if token.type == "inline" and token.children and BARE in token.content:
            token.children = _linked(token.children, state)


def _linked(tokens: list[Token], state: StateCore) -> list[Token]:
    out: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.nesting if token.tag == "a" else 0
        if token.type != "text" or depth or BARE not in token.content:
            out.append(token)
            continue
        text, at = token.content, 0
        for start, end in bare_addresses(text):
            href = state.md.normalizeLink(text[start:end])
            if not state.md.validateLink(href):
                continue
            out += [_text(text[at:start])] if start > at else []
            out += [
                Token("link_open", "a", 1, attrs={"href": href}, markup="linkify", info="auto"),
                _text(text[start:end]),
                Token("link_close", "a", -1, markup="linkify", info="auto"),
            ]
            at = end
        out += [_text(text[at:])] if at < len(text) else []
    return out


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
