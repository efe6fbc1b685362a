"""The words of headers: encoded words (RFC 2047), also broken ones, and raw bytes of any encoding."""

import binascii
import re
from email.utils import getaddresses

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.encodings.decode import codec_of, declared_codec

_WORD = regex(
    r"=\?\s*(?P<charset>[\w.:+-]+?)(?:\*[\w-]*)?\s*\?\s*(?P<how>[bq])\s*\?"
    r"(?P<text>(?:(?!=\?\s*[\w.:*+-]+\s*\?\s*[bq]\s*\?)[^\n])*?)(?:\?=|\s*$|\s*(?==\?\s*[\w.:*+-]+\s*\?\s*[bq]\s*\?))",
    re.IGNORECASE,
)
"""An encoded word; one without its end goes to the next one, or to the end of the header."""
_QUOTED = regex(rb"=([0-9A-Fa-f]{2})")
_CONTROL = regex(r"[\x00-\x1f\x7f]+")
_LEFT = regex(r"=\?[\w.:*-]+\?[bq]\?", re.IGNORECASE)
_DOUBLE = regex("[\u00c2-\u00f4\u0102-\u0103][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+")
"""Letters that UTF-8 makes where its bytes are taken for windows-1252."""


def decoded(raw: bytes, charset: str) -> str:
    """The words of a header; ``charset`` is the encoding of the message, in which its raw bytes may be."""
    return _CONTROL.sub(" ", once_decoded(_words(raw_text(raw, charset)))).strip()


def is_broken(text: str) -> bool:
    """Whether the words of a decoded header hold something that could not be decoded."""
    return "\ufffd" in text or bool(_LEFT.search(text))


def raw_text(raw: bytes, charset: str) -> str:
    """Bytes as the text that they are in UTF-8, in the declared encoding, or in that of Western Europe."""
    shifted = "iso2022_jp_2" if b"\x1b$" in raw else ""
    for codec in (shifted, "utf-8", declared_codec(charset), "cp1252"):
        try:
            if codec:
                return _read(raw, codec)
        except UnicodeError:
            continue
    return raw.decode(codec_of(raw, "") or "latin-1")


def _read(raw: bytes, codec: str) -> str:
    """Bytes as a text in an encoding, or in the one that alone makes words of them."""
    text = raw.decode(codec)
    return text if codec.startswith(("utf-8", "iso2022")) else raw.decode(codec_of(raw, codec))


def _words(text: str) -> str:
    """A text with its encoded words decoded; those that follow each other may share a letter."""
    out: list[str] = []
    held: tuple[str, bytes] | None = None
    at = 0
    for word in _WORD.finditer(text):
        data = _bytes(word["how"], word["text"])
        between = text[at : word.start()]
        at = word.end()
        if data is None:
            out += [_flushed(held), between, word[0]]
            held = None
            continue
        charset = word["charset"].lower()
        joined = held is not None and not between.strip()
        if held is not None and joined and held[0] == charset:
            held = (charset, held[1] + data)
        else:
            out += [_flushed(held), "" if joined else between]
            held = (charset, data)
    return "".join([*out, _flushed(held), text[at:]])


def _flushed(held: tuple[str, bytes] | None) -> str:
    if held is None:
        return ""
    charset, data = held
    codec = declared_codec(charset)
    try:
        return _read(data, codec or "utf-8")
    except UnicodeError:
        if codec == "utf-8" and _mostly_utf8(data):
            return data.decode("utf-8", "replace")
        return raw_text(data, charset)


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    return sum(c > "\x7f" for c in text) > 2 * text.count("\ufffd")


def _bytes(how: str, text: str) -> bytes | None:
    """The bytes of an encoded word; None for what is none."""
    if how in "qQ":
        return _QUOTED.sub(lambda m: bytes([int(m[1], 16)]), text.replace("_", " ").encode("utf-8", "replace"))
    plain = re.sub(r"\s", "", text).rstrip("=")
    if not plain or not re.fullmatch(r"[A-Za-z0-9+/_-]+", plain) or len(plain) % 4 == 1:
        return None
    try:
        return binascii.a2b_base64(plain.replace("-", "+").replace("_", "/") + "=" * (-len(plain) % 4))
    except binascii.Error:
        return None


def once_decoded(text: str) -> str:
    """A text whose letters were encoded twice (`cafÃ©`) with the letters that were meant; any other as it is."""
    if not _DOUBLE.search(text):
        return text
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeError:
        return text


def _byte(letter: str) -> bytes:
    """The byte that a letter stands for in windows-1252, where five have no letter and stand for themselves."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def addresses(text: str) -> str:
    """A header of addresses with each name in quotation marks, so that a comma in a name parts nothing."""
    pairs = [(name, address) for name, address in getaddresses([text]) if address]
    return ", ".join(f'"{name}" <{address}>' if name else address for name, address in pairs) or text
