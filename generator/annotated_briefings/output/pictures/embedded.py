"""Pictures that are written into texts as addresses (`data:image/jpeg;base64,...`), in HTML, Markdown, JSON, style
sheets and drawings."""

import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Callable
from html import unescape
from urllib.parse import quote, unquote_to_bytes

from annotated_briefings.base.regex import regex

_HEAD = r"data:(?P<type>(?:[^,\"'()<>\s]|;\s){0,200}?)"
_ENCODED = regex(
    _HEAD
    + r"(?P<base>;\s*base64\s*),(?P<base64>(?:[A-Za-z0-9+/=_-]|%[0-9A-Fa-f]{2}|&(?:\#x?[0-9A-Fa-f]+|[a-z]+);|\\[nrt/]"
    r"|(?:\\?[\r\n][ \t]*)+(?=[A-Za-z0-9+/=]{20,}|[A-Za-z0-9+/=]+[\"')])"
    r")+)",
    re.IGNORECASE,
)
_WRITTEN = regex(
    r"(?P<mark>\\?[\"']|\(|&quot;|&\#34;|&\#39;|&\#x27;|[\s<])?"
    + _HEAD.replace(
        "data:",
        r"data:(?=image/svg"
        r"|text/xml|application/xml)",
    )
    + r",(?P<text>[^\x00]*)",
    re.IGNORECASE,
)
_SCHEME = regex(r":(?<=[dD][aA][tT][aA]:)")
_BEGINS = regex(r"(?:[^,\"'()<>\s]|;\s){0,400}?(?:;\s*base64\s*)?,", re.IGNORECASE)
"""How each of them goes on behind its scheme, of which a text may have more. The policy of every page has `data:` too,
and looking for whole addresses in all pages took a tenth of a build."""
NOTHING = "data:,"
"""The address of a picture that is left out."""


def clean_addresses(text: str, clean: Callable[[bytes], bytes | None]) -> str:
    """A text with the pictures that are in it as addresses cleaned; ``clean`` gives None for one that must be left
    out."""
    if not any(_BEGINS.match(text, scheme.end()) for scheme in _SCHEME.finditer(text)):
        return text
    return _clean_written(_ENCODED.sub(lambda found: _cleaned(found, clean), text), clean)


def _cleaned(found: re.Match[str], clean: Callable[[bytes], bytes | None]) -> str:
    written = unescape(found["base64"]) if "&" in found["base64"] else found["base64"]
    plain = unquote_to_bytes(re.sub(r"\\[nrt]|[\\\s]", "", written)).translate(None, b" \t\r\n")
    plain = plain.replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    plain = plain[: len(plain) - (len(plain) % 4 == 1)]
    try:
        data = b64decode(plain + b"=" * (-len(plain) % 4))
    except (Error, ValueError):
        return NOTHING
    made = clean(data)
    if made is None:
        return NOTHING
    return found[0] if made == data else f"data:{found['type']};base64,{b64encode(made).decode()}"


def _clean_written(text: str, clean: Callable[[bytes], bytes | None]) -> str:
    """A text with drawings cleaned that are in it letter by letter: `data:image/svg+xml,%3Csvg...`."""
    out: list[str] = []
    at = 0
    while found := _WRITTEN.search(text, at):
        mark = found["mark"] or ""
        start = found.start() + len(mark)
        end = _end(text, found.start("text"), mark)
        written = text[found.start("text") : end]
        data = unquote_to_bytes(unescape(written) if "&" in written else written)
        made = clean(data)
        shown = text[start:end]
        if made is None:
            shown = NOTHING
        elif made != data:
            shown = f"data:{found['type']},{quote(made)}"
        out += (text[at:start], shown)
        at = max(end, found.start("text"))
    return "".join((*out, text[at:]))


def _end(text: str, start: int, mark: str) -> int:
    """Where an address ends that began behind a mark: at the same mark, or at a blank."""
    close = {"(": ")", "<": ">"}.get(mark, mark if mark.strip() else "")
    if close:
        end = text.find(close, start)
        return len(text) if end < 0 else end
    stop = re.compile(r"[\s\"'<>)]").search(text, start)
    return stop.start() if stop else len(text)
