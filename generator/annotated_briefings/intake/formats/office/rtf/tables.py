"""The head of an RTF file: encodings of its fonts, its colours and its styles."""

import re
from collections.abc import Iterator, Mapping, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.encodings.decode import declared_codec
from annotated_briefings.intake.formats.office.rtf.words import RtfWord

_CODECS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Encodings of fonts by the numbers of their character sets."""
_PAGES = {65001: "utf-8", 10000: "mac-roman", 936: "gb18030"}
"""Encodings by the numbers of code pages, where they are not called by these."""
_WHITE = {"red": 255, "green": 255, "blue": 255}


class RtfStyle(Value):
    """A style of paragraphs."""

    name: str = ""
    """Its name in lower case."""
    level: int = 0
    """Outline level of its headings from 1; 0 for text."""


class RtfTables(Value):
    """What the head of a file says of its letters, colours and styles."""

    codec: str
    """Encoding of letters whose font has none."""
    fonts: Mapping[int, str]
    """Encodings of fonts by their numbers; empty where a font has none."""
    white: frozenset[int]
    """Numbers of white among the colours."""
    styles: Mapping[int, RtfStyle]
    """Styles of paragraphs by their numbers."""


def read_tables(words: Sequence[RtfWord]) -> RtfTables:
    """The tables at the head of a file."""
    codec = "cp1252"
    for word in words[:100]:
        if word.name == "ansicpg":
            codec = declared_codec(_PAGES.get(word.number or 0, f"cp{word.number}")) or codec
        elif word.name == "mac":
            codec = "mac-roman"
    groups = dict(_groups(words))
    return RtfTables(
        codec=codec,
        fonts=_fonts(groups.get("fonttbl", ())),
        white=frozenset(_white(groups.get("colortbl", ()))),
        styles=_styles(groups.get("stylesheet", ()), codec),
    )


def _groups(words: Sequence[RtfWord]) -> Iterator[tuple[str, Sequence[RtfWord]]]:
    """The tables of a file by name, each with what is in it."""
    depth = start = first = 0
    name = ""
    for n, word in enumerate(words):
        if word.kind == "{":
            depth += 1
        elif word.kind == "}":
            depth -= 1
            if name and depth < start:
                yield name, words[first:n]
                name = ""
        elif not name and word.name in ("fonttbl", "colortbl", "stylesheet"):
            name, start, first = word.name, depth, n + 1


def _fonts(words: Sequence[RtfWord]) -> dict[int, str]:
    fonts: dict[int, str] = {}
    font = 0
    for word in words:
        if word.name == "f":
            font = word.number or 0
        elif word.name == "fcharset":
            fonts[font] = _CODECS.get(word.number or 0, "")
    return fonts


def _white(words: Sequence[RtfWord]) -> Iterator[int]:
    number, shades = 0, dict[str, int]()
    for word in words:
        if word.name in _WHITE:
            shades[word.name] = word.number or 0
        for _ in range(word.data.count(b";")):
            if shades == _WHITE:
                yield number
            number, shades = number + 1, {}


def _styles(words: Sequence[RtfWord], codec: str) -> dict[int, RtfStyle]:
    styles: dict[int, RtfStyle] = {}
    number = level = depth = 0
    text = b""
    for word in words:
        if word.kind == "{":
            depth += 1
            if depth == 1:
                number, level, text = 0, 0, b""
        elif word.kind == "}":
            if depth == 1:
                name = text.decode(codec, "replace").strip(" ;").lower()
                named = re.fullmatch(r"heading ([1-9])", name)
                styles[number] = RtfStyle(name, int(named[1]) if named else level)
            depth -= 1
        elif word.name == "s":
            number = word.number or 0
        elif word.name == "outlinelevel":
            level = (word.number or 0) + 1 if (word.number or 0) < 9 else 0
        elif word.kind == "bytes" and depth == 1:
            text += word.data
    return styles
