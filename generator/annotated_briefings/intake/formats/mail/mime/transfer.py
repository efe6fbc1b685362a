"""The bytes of a part as they were before mail encoded them; damage costs what is damaged and no more."""

import binascii
import re

from annotated_briefings.base.regex import regex

_OUTSIDE = regex(rb"[^A-Za-z0-9+/]")
_ESCAPE = regex(rb"=(?:([0-9A-Fa-f]{2})|[ \t]*\n|[ \t]*\Z)")
_UU = regex(
    rb"^begin [0-7]{3,4} (?P<name>[^\n]{1,200})\n(?P<lines>(?:[ -`][^\n]*\n)*?)[ `]?\n?end[ \t]*(?:\n|\Z)", re.MULTILINE
)
LOST = b"\x1a"
"""The sign in place of a byte that was lost; a sign of four holds six bits, of one byte or of two."""


def transferred(body: bytes, encoding: str) -> tuple[bytes, int]:
    """The bytes of a part by the way they were encoded, and how many places of it are damaged."""
    if encoding == "base64":
        return _base64(body)
    if encoding == "quoted-printable":
        return _quoted(body)
    return body, 0


def _base64(body: bytes) -> tuple[bytes, int]:
    """Groups of four signs; a sign that is none of them stands for one that was lost, or is one too many."""
    text = re.sub(rb"\s", b"", body)
    text, mark, below = text.partition(b"=")
    rest = re.sub(rb"^=*", b"", below) if mark else b""
    if rest:
        # Two texts after each other, each with its end.
        first, wrong = _groups(text)
        second, more = _base64(rest)
        return first + second, wrong + more
    return _groups(text)


def _groups(text: bytes) -> tuple[bytes, int]:
    strange = len(_OUTSIDE.findall(text))
    if not strange and len(text) % 4 != 1:
        return binascii.a2b_base64(text + b"=" * (-len(text) % 4)), 0
    dropped = _OUTSIDE.sub(b"", text)
    if strange and len(dropped) % 4 == 0 and len(text) % 4:
        return binascii.a2b_base64(dropped), strange
    out = bytearray()
    wrong = 0
    for at in range(0, len(text), 4):
        group = text[at : at + 4]
        bad = {m.start() for m in _OUTSIDE.finditer(group)} | ({0} if len(group) == 1 else set())
        whole = binascii.a2b_base64(_OUTSIDE.sub(b"A", group).ljust(2, b"A").ljust(4, b"="))
        lost = {n for sign in bad for n in (sign - 1, sign) if 0 <= n < 3}
        out += b"".join(LOST if n in lost else whole[n : n + 1] for n in range(len(whole)))
        wrong += len(bad)
    return bytes(out), wrong


def _quoted(body: bytes) -> tuple[bytes, int]:
    """Signs by their numbers, and lines that go on; an equals sign that is neither stays as it is."""
    lines = re.sub(rb"[ \t]+(?=\n)", b"", body)
    text = _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]) if m[1] else b"", lines)
    return text, 0


def without_files(text: bytes) -> tuple[bytes, tuple[tuple[str, bytes], ...]]:
    """A plain text without the files that old mail programs write into it (`begin 644 name`), and those files."""
    files: list[tuple[str, bytes]] = []
    for found in _UU.finditer(text):
        data = bytearray()
        for line in found["lines"].split(b"\n"):
            try:
                data += binascii.a2b_uu(line) if line.strip() else b""
            except binascii.Error:
                continue
        files.append((found["name"].decode("utf-8", "replace").strip(), bytes(data)))
    return (_UU.sub(b"", text) if files else text), tuple(files)
