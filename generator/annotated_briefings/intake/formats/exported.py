"""Texts of other programs, told by their lines: which reader knows a text, and the documents that it holds."""

import re
from collections.abc import Callable, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.clips import read_clippings
from annotated_briefings.intake.formats.html import html_paragraphs, lines_shown
from annotated_briefings.intake.formats.lined.headed import read_headed
from annotated_briefings.intake.formats.lined.outline import (
    Outline,
    block_lines,
    documents_of_blocks,
    documents_of_lines,
    plain_lines,
)
from annotated_briefings.intake.formats.pasted import read_pasted
from annotated_briefings.intake.formats.press import (
    read_between_rows,
    read_export,
    read_frames,
    read_marked_messages,
    read_messages,
    read_references,
    read_teletext,
)
from annotated_briefings.intake.formats.spoken import read_chat, read_posts, read_subtitles, read_transcript
from annotated_briefings.intake.model import RawDocument

_EXPORTED = regex(
    r"\b\d{1,5} (?:of|von|de|sur|di|van|из) \d{1,5} (?:do[ck]ument|документ)|\b(?:document|dokument"
    r"|documento) \d{1,4} (?:of|von|de|sur|di)\b|end of document"
    r"|load-date|>\s*(?:HD|LP|TD)\s*<|full text:|volltext:|texte intégral\s?:|proquest|europresse|news[·•]\d{8}"
    r"|\b(?:document|dokument|documento)\s(?:&nbsp;)?[A-Z]{2,10}0{0,4}\d{8,}\w{4}|dokumentnummer|accession number"
    r"|(?:ende des|fin du|fin del|fine del) document",
    re.IGNORECASE,
)
"""What a page has that a press database has made: nearly all others are told by this alone."""
__all__ = ["documents_of_page", "outline_of_blocks", "outline_of_text"]
LineReader = Callable[[Sequence[str]], Outline | None]
_READERS: tuple[LineReader, ...] = (
    read_subtitles,
    read_transcript,
    read_chat,
    read_messages,
    read_marked_messages,
    read_teletext,
    read_references,
    read_export,
    read_frames,
    read_between_rows,
    read_clippings,
    read_posts,
    read_pasted,
    read_headed,
)
"""The readers of texts, in the order in which they are tried."""
_IN_FILES: tuple[LineReader, ...] = (read_chat, read_export, read_pasted)
"""Those of files that have paragraphs of their own."""


def outline_of_text(lines: Sequence[str]) -> Outline | None:
    """What the lines of a text file are, where a program has written it; None for any other text. ``lines`` are plain
    ones, see ``plain_lines``."""
    return next((found for read in _READERS if (found := read(lines)) is not None), None)


def outline_of_blocks(lines: Sequence[str]) -> Outline | None:
    """The same for the paragraphs of a file of another format."""
    return next((found for read in _IN_FILES if (found := read(lines)) is not None), None)


def documents_of_page(name: str, html: str) -> tuple[RawDocument, ...]:
    """The documents of a page that a press database has made, and of one that shows a text of a program as it is; none
    for any other page."""
    shown, around = lines_shown(html)
    lines = plain_lines(shown)
    if lines and (kept := outline_of_text(lines)):
        first, *others = documents_of_lines(name, "html", lines, kept)
        return (replace(first, around=(*around, *first.around)), *others)
    if not _EXPORTED.search(html):
        return ()
    blocks = html_paragraphs(html)
    outline = outline_of_blocks(block_lines(blocks))
    return documents_of_blocks(name, "html", blocks, outline) if outline else ()
