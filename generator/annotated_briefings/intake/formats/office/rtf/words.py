"""The words of an RTF file: its control words, groups and letters, one after the other."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotated_briefings.base.regex import regex

_TOKEN = regex(
    rb"\\(?:'(?P<hex>[0-9a-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|(?P<sign>\r?\n|[^a-zA-Z']))"
    rb"|(?P<group>[{}])|(?P<text>[^\\{}\r\n]+)|(?P<other>[\r\n]+|\\)"
)


class RtfWord(NamedTuple):
    """One piece of an RTF file."""

    kind: str
    """``{``, ``}``, ``word``, ``sign``, ``bytes``."""
    name: str = ""
    """Name of a control word, or the sign."""
    number: int | None = None
    """Number of a control word."""
    data: bytes = b""
    """Letters, in the encoding of their font."""


def rtf_words(data: bytes) -> Iterator[RtfWord]:
    """The pieces of an RTF file; bytes that ``\\bin`` announces are left out."""
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        if found["group"]:
            yield RtfWord(found["group"].decode())
        elif found["hex"]:
            yield RtfWord("bytes", data=bytes.fromhex(found["hex"].decode()))
        elif found["word"]:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                at += max(0, number or 0)
            else:
                yield RtfWord("word", found["word"].decode(), number)
        elif found["sign"] in (b"\r", b"\n", b"\r\n"):
            # A line end after a backslash ends a paragraph.
            yield RtfWord("word", "par")
        elif found["sign"]:
            yield RtfWord("sign", found["sign"].decode("latin-1"))
        elif found["text"]:
            yield RtfWord("bytes", data=found["text"])


_PROPERTIES = frozenset("title subject keywords category doccomm".split())


def properties(words: Iterable[RtfWord], codec: str) -> Iterator[tuple[str, str]]:
    """The properties of a file by name, from its pieces; ``codec`` is the encoding of its letters."""
    name, text, skipped = "", "", 1
    stand_in = 0
    for word in words:
        if word.kind == "word" and word.name == "uc":
            skipped = word.number or 0
        elif word.kind == "word" and word.name in _PROPERTIES:
            name, text, stand_in = word.name, "", 0
        elif name and word.kind == "bytes":
            # The replacement of a letter of Unicode is for old programs.
            text += word.data[stand_in:].decode(codec, "replace")
            stand_in = max(0, stand_in - len(word.data))
        elif name and word.kind == "word" and word.name == "u":
            text += chr((word.number or 0) % 65536)
            stand_in = skipped
        elif name and word.kind == "}":
            yield name, text
            name = ""
