"""Sentences that a file keeps in pieces: captions between their times, words of a transcript or of an editor in records
of their own, cells of a column. Numbers and other fields are between the pieces, and nobody reads them there."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotated_briefings.base.regex import regex

_CAPTIONS = (".vtt", ".srt", ".sbv", ".sub", ".lrc")
_RECORDS = (
    ".json",
    ".jsonl",
    ".ndjson",
    ".geojson",
    ".topojson",
    ".jsonld",
    ".json5",
    ".jsonc",
    ".webmanifest",
    ".map",
)
_TABLES = (".csv", ".tsv", ".tab")
_LISTS = (".yaml", ".yml", ".toml")
_TIMES = regex(
    rb"(?m)^(?:[ \t]*\w[\w .-]{0,40}\r?\n)?[^\S\n]*"
    rb"(?:\d+:)?\d+:\d+[.,:]\d+\s*(?:-->|,)\s*(?:\d+:)?\d+:\d+[.,:]\d+[^\n]*$"
    rb"|^[^\S\n]*\{\d+\}\{\d+\}|[\[<](?:\d+:)?\d+[:.]\d+(?:[.:]\d+)?[\]>]"
)
"""When a caption is shown, and the number or the name in the line before it: WebVTT, SubRip, YouTube, MicroDVD, LRC."""
_TEXT = regex(rb'"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)
"""A text of JSON, and whether it is a key."""
_LINE = regex(rb"(?m)^[ \t]*(?:- +)*([\w-]{1,60})[ \t]*[:=][ \t]+(\S.*?)\s*$|^[ \t]*- +(\S.*?)\s*$")
"""The same in YAML and TOML."""
_FEWEST = 3
"""Pieces from which a list may hold a sentence that is in no piece."""


def in_pieces(path: str, data: bytes) -> Iterator[bytes]:
    """What a text in UTF-8 says once its pieces are put together; nothing for one that has none. ``path`` is in small
    letters."""
    if path.endswith(_CAPTIONS):
        yield _TIMES.sub(b" ", data)
    elif path.endswith(_RECORDS):
        yield from _together(_values(data))
    elif path.endswith(_LISTS):
        yield from _together((found[1] or b"", (found[2] or found[3]).strip(b"\"'")) for found in _LINE.finditer(data))
    elif path.endswith(_TABLES):
        yield from _together(_cells(data))


def _together(pieces: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """The pieces of each key one after the other: words, and halves of words."""
    of_key: dict[bytes, list[bytes]] = defaultdict(list)
    for key, text in pieces:
        of_key[key].append(text)
    for texts in of_key.values():
        if len(texts) >= _FEWEST:
            yield b" ".join(texts)
            yield b"".join(texts)


def _values(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The texts of JSON, each with its key."""
    key = b""
    for found in _TEXT.finditer(data):
        if found[2]:
            key = found[1]
        else:
            yield key, found[1]


def _cells(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The cells of a table, with their columns."""
    lines = data.decode("utf-8", "replace").splitlines()
    for row in _rows(lines):
        yield from ((b"%d" % column, cell.encode()) for column, cell in enumerate(row) if cell)


def _rows(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    sign = max(",;\t|", key=lambda sign: sum(line.count(sign) for line in lines[:20]))
    try:
        yield from csv.reader(lines, delimiter=sign)
    except csv.Error:
        # A cell that is longer than any that is read.
        return
