"""Plain words: what is shown as text without the tags and entities of the formats that it went through."""

import re
from html import unescape
from unicodedata import is_normalized, normalize

from annotated_briefings.base.regex import regex

_TAG = regex(
    r"</?(?:[a-z][a-z0-9]{0,10}|h[1-6])(?:\s+[a-z-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+))*\s*/?>", re.I
)
_BREAK = regex(r"<(?:br|/p|/div|/li|hr)\b[^<>]*>", re.IGNORECASE)
_NAMES = frozenset(
    "a abbr acronym b bdi bdo big blockquote br center cite code del dfn div em font h1 h2 h3 h4 h5 h6 hr i img ins "
    "kbd li mark nobr ol p pre q s samp section small span strike strong sub sup svg time tt u ul var wbr".split()
)
_ALONE = frozenset(("img", "wbr", "hr", "br"))
_ENTITY = regex(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_CONTROL = regex(
    r"\x1b\[[0-9;]{0,20}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_AS_WRITTEN = regex("([\uf900-\ufaff\U0002f800-\U0002fa1f]+|[<>=]\u0338)")
"""Forms of Chinese signs that names are written with, in whose place another sign would be shown; and an end of a tag,
which would be none."""
_TWICE = 3
"""How many times a text may have been escaped."""
_NO_MARKUP = frozenset(("<", ">"))
"""What stays escaped in a paragraph: as a sign it would begin a tag."""


def plain_words(text: str) -> str:
    """A headline, a name or another short text with its entities resolved and its tags taken off, on one line.

    `R&D`, `<3` and `a < b` stay as they are.
    """
    if "<" not in text and "&" not in text:
        return " ".join(text.split())
    for _ in range(_TWICE):
        before = text
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
        text = _without_tags(_BREAK.sub(lambda match: f" {match[0]}", text))
        if text == before:
            break
    return " ".join(text.split())


def without_controls(text: str) -> str:
    """A text without control characters, colours of terminals, and what is no character at all."""
    return _CONTROL.sub("", text)


def composed(text: str) -> str:
    """A text in the composed form of Unicode (NFC), in which equal letters are equal characters."""
    if text.isascii() or is_normalized("NFC", text):
        return text
    return "".join(part if n % 2 else normalize("NFC", part) for n, part in enumerate(_AS_WRITTEN.split(text)))


def count_controls(text: str) -> int:
    """How many of these a text has; a sequence of signs that sets a colour counts once."""
    return len(_CONTROL.findall(text))


def _without_tags(text: str) -> str:
    """A text without tags that are opened and closed, or need not be: one alone may be what a text is about."""
    tags = [(match[0][1] == "/", _named(match[0])) for match in _TAG.finditer(text)]
    pairs = {name for closes, name in tags if not closes} & {name for closes, name in tags if closes}
    gone = (pairs & _NAMES) | _ALONE
    return _TAG.sub(lambda match: "" if _named(match[0]) in gone else match[0], text)


def without_entities(text: str) -> str:
    """A paragraph of plain text with its entities resolved, but for those of signs that begin a tag."""
    if "&" not in text:
        return text
    return " ".join(_ENTITY.sub(_sign, text).split())


def _sign(match: re.Match[str]) -> str:
    sign = unescape(match[0])
    return match[0] if _NO_MARKUP.intersection(sign) else sign


def _named(tag: str) -> str:
    found = re.match(r"</?([a-z0-9]+)", tag, re.IGNORECASE)
    return found[1].lower() if found else ""
