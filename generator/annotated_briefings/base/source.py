"""The text of one file and places in it; files that are published as they are."""

from bisect import bisect_right
from functools import lru_cache

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value


class Source(Value):
    """One text file as it was read."""

    path: str
    """Path relative to the site folder, with forward slashes."""
    text: str
    """The whole text; line ends are ``\\n``."""


class Place(Value):
    """A place in a file; lines and columns count from 1, 0 means unknown."""

    path: str
    """File, relative to the site folder."""
    line: int = 0
    """Line, from 1; 0 when unknown."""
    column: int = 0
    """Column in code points, from 1; 0 when unknown."""
    length: int = 1
    """How many characters the caret underlines."""


CONTROLS = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters and what Unicode keeps free: XML 1.0 allows few of them, and no reader sees any."""
BESIDE = ("../briefings/", "../pages/")
"""What the names of files that lie beside briefs and pages start with: their path as it is from ``static/``."""
MEDIA = "media/"
"""Folder of the output for what lies beside briefs and pages."""
TEXT_FILES = (
    ".asc",
    ".atom",
    ".bib",
    ".cjs",
    ".conf",
    ".css",
    ".csv",
    ".dae",
    ".dfxp",
    ".eml",
    ".fb2",
    ".geojson",
    ".gml",
    ".gpx",
    ".htm",
    ".html",
    ".ical",
    ".ics",
    ".ifb",
    ".ini",
    ".js",
    ".json",
    ".json5",
    ".jsonc",
    ".jsonl",
    ".jsonld",
    ".kml",
    ".log",
    ".map",
    ".markdown",
    ".md",
    ".mht",
    ".mhtml",
    ".mjs",
    ".mml",
    ".opml",
    ".owl",
    ".php",
    ".plist",
    ".rdf",
    ".rss",
    ".rst",
    ".sbv",
    ".shtml",
    ".smi",
    ".sql",
    ".srt",
    ".sub",
    ".svg",
    ".tei",
    ".tex",
    ".toml",
    ".topojson",
    ".tsv",
    ".ttml",
    ".txt",
    ".vcard",
    ".vcf",
    ".vtt",
    ".webmanifest",
    ".xht",
    ".xhtml",
    ".xml",
    ".xsd",
    ".xsl",
    ".xslt",
    ".xspf",
    ".yaml",
    ".yml",
)
"""Endings of published files, in lower case, that hold text: a build reads them whole and looks for text that is not
public."""


def without_folder(name: str) -> str:
    """The name of a file that lies beside a text, from the folder of the briefs or of the pages; of others as it is."""
    return next((name.removeprefix(folder) for folder in BESIDE if name.startswith(folder)), name)


def is_text_file(path: str) -> bool:
    """Whether a published file holds text, by its name: files of hosts and licences have no ending."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(TEXT_FILES) or "." not in name.removeprefix(".")


Stamp = tuple[int, int, int, int]
"""Size, time of its bytes, time of its entry (both in nanoseconds) and number of a file on a disk."""


class StaticFile(Value):
    """A file below ``static/``, or one for readers that lies beside briefs."""

    name: str
    """Its path from ``static/``, with forward slashes."""
    data: bytes | None
    """Its bytes; None for one that stays on the disk."""
    place: str
    """Where it lies on the disk; empty for one that was read."""
    digest: str
    """Of the bytes that are published, 32 hex digits; empty where nobody asked for it."""
    stamp: Stamp
    """What changes whenever its bytes do."""
    cleaned: bool = False
    """Whether it is a picture that is published without the metadata in it."""


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def place_at(source: Source, offset: int, length: int = 1) -> Place:
    """The place of a code-point offset; an offset past the end is the end."""
    starts = _line_starts(source.text)
    offset = max(0, min(offset, len(source.text)))
    line = bisect_right(starts, offset)
    return Place(source.path, line, offset - starts[line - 1] + 1, max(1, length))


def place_of_byte(name: str, data: bytes, at: int) -> Place:
    """The line and column of a byte of a file."""
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Place(name, before.count(b"\n") + 1, column)


def line_start(source: Source, line: int) -> int:
    """The offset of a line counted from 1; the end of the text for one that it does not have."""
    starts = _line_starts(source.text)
    return starts[line - 1] if 1 <= line <= len(starts) else len(source.text)


def line_of(source: Source, line: int) -> str:
    """The text of a line counted from 1, without its line end; empty outside the file."""
    starts = _line_starts(source.text)
    if not 1 <= line <= len(starts):
        return ""
    end = source.text.find("\n", starts[line - 1])
    return source.text[starts[line - 1] : end if end >= 0 else len(source.text)]
