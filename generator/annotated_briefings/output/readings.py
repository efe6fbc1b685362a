"""Everything that a text may say to somebody who reads it with a program: as it is, and as its escapes, its packed
stretches and its broken words are read."""

import re
from base64 import b64decode
from binascii import Error
from codecs import lookup
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from quopri import decodestring
from urllib.parse import unquote, unquote_to_bytes

from annotated_briefings.base.compared import folded
from annotated_briefings.base.regex import regex
from annotated_briefings.output.packed_texts import words_of
from annotated_briefings.output.pieces import in_pieces

_JOINED = regex(
    rb"""(?:\\?["'`])\s*[+.&\s]\s*(?:\\?["'`])|(?<=[\w\x80-\xff])-\r?\n[ \t]*(?=[\w\x80-\xff])|\\\r?\n|\\-"""
)
"""What parts the halves of a word: two texts of a program that are added up, and hyphens at the end of lines."""
_FOLDED = regex(rb"\r?\n[ \t]")
"""Where a line of a calendar or a card goes on."""
_FOLDING = (".ics", ".ical", ".ifb", ".vcf", ".vcard")
_CODED = regex(
    rb"\\x([0-9a-fA-F]{2})|\\u\{([0-9a-fA-F]{1,6})\}|\\U([0-9a-fA-F]{8})|%u([0-9a-fA-F]{4})|\\([0-3][0-7]{2})"
)
"""Letters by their numbers, in programs; those with four digits behind `u` are read elsewhere."""
_STYLED = regex(rb"\\([0-9a-fA-F]{2,6})[ \t\r\n]?")
"""The same in style sheets."""
_NUMBERS = regex(
    rb"(?:fromCharCode|fromCodePoint|Uint8Array|Buffer\.from|bytes|chr)\W{1,3}((?:0x[0-9a-fA-F]+|\d{1,6})(?:\s*,\s*(?:0x[0-9a-fA-F]+|\d{1,6})){3,})"
)
_PACKED = regex(rb"(?<![A-Za-z0-9+/=_-])(?:[A-Za-z0-9+/_-]{4}(?:\\?[\r\n]+[ \t]*)?){5,}[A-Za-z0-9+/_-]{0,3}={0,2}")
"""Base64 of at least 20 letters."""
_HEX = regex(rb"(?<![0-9A-Za-z])(?:[2-7c-fC-F][0-9a-fA-F][\s:,]?(?:[0-9a-fA-F]{2}[\s:,]?){15,})(?![0-9A-Za-z])")
_WORD = regex(rb"=\?([\w-]+)\?([bqBQ])\?([^?\s]*)\?=")
"""A word of a header of a mail (RFC 2047)."""
_QUOTED = regex(rb"=(?:[0-9A-F]{2}|\r?\n)")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SHIFTED = b"\x1b$"
"""What begins Japanese letters in mails (ISO-2022-JP)."""
_ENCODINGS = (
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8-r",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "cp949",
)
"""Encodings of texts that do not say theirs; a sentence in one of them is seldom one in another."""
_PLAIN = regex(r"[^\W\d_]{3}")
_TAG_BYTES = regex(rb"<[^>]*>")
_TAG_OF_TEXT = regex(rb"&lt;(?:(?!&gt;)[^<>])*&gt;")
"""A tag of HTML that is written as text, as in feeds."""
_REFERENCE = regex(rb"&(?:amp;)*(?!amp;|lt;|gt;|quot;|#34;|#39;|#x27;)(?:#|[A-Za-z]+;)")
"""A character that is written by its name or number, but for those that no word holds; in feeds twice."""
_BACKSLASH = regex(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_RUN = regex(rb"[^\s\"'<>]+")
_PERCENT = regex(rb"%[0-9A-Fa-f]{2}")
_ASCII = bytes(range(128))
_CHANGED = regex(
    rb"\xc2[\xaa\xad\xba]|\xc4[\xb0\xb2\xb3\xbf]|\xc5[\x80\x89\xbf]|\xc7[\x84-\x8c\xb0-\xb3]|\xca[\xb0-\xbf]|\xcb[\x88\xa0-\xa4]"
    rb"|\xcc|\xcd|\xd8\x9c|\xe1(?:[\x85\x9e\xa0\xb4-\xb6]|\xba[\x96-\x9e])|\xe2(?:\x80[\x8b-\x8f\xaa-\xae]"
    rb"|\x81[\xa0-\xaf\xb1\xbf]|\x82[\x90-\x9c\xa8]|[\x84\x85\x92\x93]|\xb1[\xbc\xbd])|\xe3(?:\x85\xa4|[\x88-\x8f])"
    rb"|\xea(?:\x9c|\x9d|\x9f|\xad)|\xef(?:[\xac\xb8\xbb-\xbd]|\xbe\xa0)|\xf0(?:\x90\x9e|\x9c\xb3|\x9d|\x9f[\x84-\x86])|\xf3\xa0"
)
"""What is not seen, what is set upon a letter, and ASCII letters in another form, in UTF-8."""
_SHARP_S = "\u00df".encode()
"""The one letter that is common and becomes two of ASCII without case."""


def read_out(path: str, data: bytes) -> bytes:
    """A text, followed by everything that it says otherwise; itself where it says nothing so."""
    more = [other for other in _others(path, data) if other]
    return b"\n".join((data, *more)) if more else data


def _others(path: str, data: bytes) -> Iterator[bytes]:
    joined = _JOINED.sub(b"", data) if _JOINED.search(data) else b""
    yield joined
    if path.endswith(_FOLDING):
        yield _FOLDED.sub(b"", data)
    for text in (data, joined):
        if b"\\" in text or b"%u" in text:
            if _CODED.search(text):
                yield _CODED.sub(_by_number, text)
                yield _utf8(_CODED.sub(_by_byte, text))
            yield _STYLED.sub(_by_hex, text) if _STYLED.search(text) else b""
    yield b"\n".join(_listed(found[1]) for found in _NUMBERS.finditer(data))
    if b"=?" in data:
        yield b"".join(_header_word(*found.groups()) for found in _WORD.finditer(data))
    if _QUOTED.search(data) and (path.endswith(_FOLDING) or b"quoted-printable" in data.lower()):
        yield _utf8(decodestring(_FOLDED.sub(b"", data) if path.endswith(_FOLDING) else data))
    for text in (data, joined):
        yield b"\n".join(_unpacked(text))


def _by_number(found: re.Match[bytes]) -> bytes:
    *numbers, octal = found.groups()
    number = next((int(one, 16) for one in numbers if one), 0) or int(octal or b"0", 8)
    return _letter(number)


def _by_byte(found: re.Match[bytes]) -> bytes:
    """The byte that two digits of base 16 or three of base 8 write."""
    if found[1] or found[5]:
        return bytes((int(found[1], 16) if found[1] else int(found[5], 8),))
    return _by_number(found)


def _by_hex(found: re.Match[bytes]) -> bytes:
    return _letter(int(found[1], 16))


def _letter(number: int) -> bytes:
    return chr(number).encode("utf-8", "replace") if 0 < number < 0x110000 else b""


def _listed(numbers: bytes) -> bytes:
    """The letters of a list of numbers, each a letter or a byte of one."""
    found = [int(one, 16 if one[:2] == b"0x" else 10) for one in re.split(rb"\s*,\s*", numbers)]
    small = _utf8(bytes(found)) if max(found) < 256 else b""
    return small + b"\n" + b"".join(map(_letter, found))


def _header_word(charset: bytes, kind: bytes, text: bytes) -> bytes:
    content = _base64(text) if kind in b"bB" else decodestring(text.replace(b"_", b" "))
    try:
        return content.decode(lookup(charset.decode("ascii", "replace")).name, "replace").encode()
    except (LookupError, UnicodeError):
        return _utf8(content)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The texts that are packed in a text: bytes of pictures and digests are none."""
    for found in _PACKED.finditer(data):
        if text := _if_text(_base64(found[0])):
            yield text
            yield from _unpacked(text) if len(text) < len(data) else ()
    for found in _HEX.finditer(data):
        yield _if_text(bytes.fromhex(re.sub(rb"[^0-9a-fA-F]", b"", found[0])[: len(found[0]) // 2 * 2].decode()))


def _base64(text: bytes) -> bytes:
    plain = re.sub(rb"[^A-Za-z0-9+/]", b"", text.replace(b"-", b"+").replace(b"_", b"/"))
    plain = plain[: len(plain) - (len(plain) % 4 == 1)]
    try:
        return b64decode(plain + b"=" * (-len(plain) % 4))
    except (Error, ValueError):
        return b""


def _if_text(content: bytes) -> bytes:
    """What was packed, if it is a text in UTF-8 or UTF-16; and what it says in turn in an address."""
    if content[1:2] == b"\0" or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = content.decode("utf-16-be" if content[:2] == b"\xfe\xff" else "utf-16-le", "replace")
    else:
        try:
            text = content.decode()
        except UnicodeDecodeError:
            return b""
    made = text.encode("utf-8", "replace") if _PLAIN.search(text) else b""
    return unquote_to_bytes(made) if b"%" in made else made


def as_utf8(content: bytes) -> bytes:
    """A text in UTF-8, whatever it is written in; in each encoding that it may be written in, where it does not say."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").encode("utf-8", "replace")
    head = content[:200]
    if b"\0" in head:
        # Without its mark UTF-16 shows itself by a zero in every other byte.
        wide = "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"
        return content.decode(wide, "replace").encode("utf-8", "replace")
    return _utf8(content)


def _utf8(content: bytes) -> bytes:
    if _SHIFTED in content:
        return content + b"\n" + content.decode("iso2022_jp", "replace").encode()
    try:
        content.decode()
    except UnicodeDecodeError:
        return b"\n".join(content.decode(encoding, "replace").encode() for encoding in _ENCODINGS)
    return content


def readable_bytes(path: str, data: bytes) -> bytes:
    """Everything that a file of any kind says, which others made."""
    plain = as_utf8(words_of(path, data))
    return b"\n".join((read_out(path.lower(), plain), *in_pieces(path.lower(), plain)))


def written_forms(data: bytes) -> tuple[bytes, ...]:
    """The text of a file in small ASCII letters in each form in which a word may be read that is written otherwise: by
    numbers, with marks that nobody sees, cut by a tag, in an address."""
    odd = not data.isascii() and _CHANGED.search(data.translate(None, _ASCII))
    if odd or b"\\u" in data or (b"&" in data and _REFERENCE.search(data)):
        data = folded(unescape(unescape(without_backslashes(data.decode("utf-8", "replace"))))).encode(
            "utf-8", "replace"
        )
    out = [data.lower().replace(_SHARP_S, b"ss")]
    out.append(_TAG_BYTES.sub(b"", out[0]))
    if b"&lt;" in data:
        out.append(_TAG_OF_TEXT.sub(b"", out[1]))
    if _PERCENT.search(data):
        # A pattern for the whole run would begin anew at each sign of a style sheet that is one long line.
        written = {run for run in _RUN.findall(data) if _PERCENT.search(run)}
        out.append(folded(unquote(b" ".join(map(unquote_to_bytes, written)).decode("utf-8", "replace"))).encode())
    return tuple(out)


kept_words, kept_forms = lru_cache(maxsize=64)(readable_bytes), lru_cache(maxsize=64)(written_forms)
"""The same, remembered of the last files and texts."""


def without_backslashes(text: str) -> str:
    """A text as it is once the escapes of JSON and JavaScript in it are read."""
    if "\\" not in text:
        return text
    found = _BACKSLASH.sub(
        lambda escape: chr(int(escape[1], 16)) if escape[1] else _MEANT.get(escape[2], escape[2]), text
    )
    # Characters beyond the first plane are written as two.
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_MEANT = {"n": "\n", "t": "\t", "r": "\r"}
