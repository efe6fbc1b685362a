"""Which texts have comments, by their endings, and what takes them out.

Other texts (Markdown apart) are shown by browsers letter for letter: all that is in them is seen.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from annotated_briefings.base.regex import regex
from annotated_briefings.output.comments.captions import (
    without_caption_notes,
    without_markup_in_captions,
    without_unseen_properties,
)
from annotated_briefings.output.comments.mails import without_mail_traces
from annotated_briefings.output.comments.markup import without_markup_comments
from annotated_briefings.output.comments.pages import without_page_comments
from annotated_briefings.output.comments.scripts import without_script_comments
from annotated_briefings.output.comments.sheets import without_sheet_comments
from annotated_briefings.output.unclear import Unclear

_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_MARK = "\ufeff"


def _markdown(text: str) -> str:
    """Markdown without comments, also such as are written as addresses that no link uses."""
    # Loaded only where a text is read: a build that has nothing to do needs no Markdown.
    from annotated_briefings.content.markdown.blocks import without_markdown_comments

    return _REMARK.sub("", without_markdown_comments(text))


_REMARK = regex(r"^ {0,3}\[(?://|#|_|comment)\]:[ \t]*(?:<>|#|\S+)[ \t]*(?:\(.*\)|\".*\"|'.*')[ \t]*$\n?", re.I | re.M)


_TABLE: tuple[tuple[str, Callable[[str], str]], ...] = (
    (".html .htm .xhtml .xht .shtml .smi", without_page_comments),
    (".css", without_sheet_comments),
    (".js .mjs .cjs .json .jsonc .json5 .jsonld .geojson .topojson .webmanifest", without_script_comments),
    (
        ".xml .rss .atom .rdf .opml .kml .gpx .xsl .xslt .xsd .ttml .dfxp .gml .owl .xspf .plist .mml .tei .fb2 .dae",
        without_markup_comments,
    ),
    (".vtt", without_caption_notes),
    (".srt .sbv .sub", without_markup_in_captions),
    (".ics .ical .ifb .vcf .vcard", without_unseen_properties),
    (".md .markdown", _markdown),
)
"""Endings of texts that may hold comments, and what takes them out."""
_MAILS = (".eml", ".mht", ".mhtml")
_SOURCE_MAP = ".map"
"""A script as it was written, with all that was written beside it: it is refused."""
_LARGE = 200_000
"""Bytes from which on a text is read anew each time."""
_BY_ENDING = {ending: clean for endings, clean in _TABLE for ending in endings.split()}


def has_comments(name: str) -> bool:
    """Whether a file may hold comments, by its name."""
    return _ending(name) in (*_BY_ENDING, *_MAILS, _SOURCE_MAP)


def without_comments(name: str, data: bytes) -> bytes:
    """A text without what a reader's program does not show; what is no such text, as it is. Raises Unclear."""
    if _ending(name) == _SOURCE_MAP:
        raise Unclear
    if _ending(name) in _MAILS:
        return without_mail_traces(data)
    ending = _ending(name)
    if ending not in _BY_ENDING:
        return data
    return _known(ending, data) if len(data) < _LARGE else _read(ending, data)


@lru_cache(maxsize=64)
def _known(ending: str, data: bytes) -> bytes:
    """As `_read`: the scripts and sheets of the theme are the same in each build of a process."""
    return _read(ending, data)


def _read(ending: str, data: bytes) -> bytes:
    clean = _BY_ENDING[ending]
    wide = next((encoding for mark, encoding in _WIDE if data.startswith(mark)), "")
    encoding = wide or "utf-8"
    text = data.decode(encoding, "surrogatepass" if wide else "surrogateescape")
    mark = text[: text.startswith(_MARK)]
    made = mark + clean(text.removeprefix(_MARK))
    return data if made == text else made.encode(encoding, "surrogatepass" if wide else "surrogateescape")


def _ending(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""
