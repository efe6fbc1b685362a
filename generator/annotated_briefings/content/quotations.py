"""What a text quotes: the words between quotation marks, and blocks of quoted text."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.content.annotations import find_all
from annotated_briefings.content.markdown.plaintext import plain_quote, plain_whole
from annotated_briefings.content.markdown.text import Block, Quotation

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"'}
"""What ends a quotation, by the mark that begins it."""
_OPENER = re.compile(f"[{''.join(_CLOSERS)}]")
_WORDS, _SIGNS = 4, 10
"""Fewest words, or signs of a script without spaces, of a quotation; fewer are a name or a manner of speaking."""
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_QUOTED_BLOCK = re.compile(r"(<blockquote.*?</blockquote>)", re.DOTALL)
_NO_SPEECH = re.compile(r"<(pre|h[1-6])\b.*?</\1>", re.DOTALL)
_EDGE_OF_PARAGRAPH = re.compile(r"</?(?:p|li|ul|ol|dl|dt|dd|table|tr|td|th)\b[^>]*>")
_BYLINE = ("—", "–", "-- ", "- ")
_CUT = re.compile(r"\[[^\]]*\]\w*|…|\.\.\.")
"""What an editor puts in the place of words left out or changed."""
_EDGES = " \t\n.,;:!?…-–—\"'“”‘’«»"


def quotations(blocks: Iterable[Block]) -> tuple[Quotation, ...]:
    """The quotations of a text that are long enough to be somebody's words."""
    return tuple(Quotation(words, block.line) for block in blocks for words in _of_block(block) if _is_speech(words))


def quotations_in(text: str, html: bool) -> Iterator[tuple[str, str]]:
    """The quotations of a text of the front matter, which is HTML or plain, each with what is around it: its paragraph,
    or for a block of quoted text the paragraphs beside it as well."""
    if not _OPENER.search(unescape(text)) and "<blockquote" not in text:
        return
    parts = _parts(text) if html else [text]
    for at, part in enumerate(parts):
        if not html:
            found, around = _between_marks(part), part
        elif part.startswith("<blockquote"):
            found, around = _of_quoted_block(part), " ".join(parts[max(0, at - 1) : at + 2])
        else:
            found, around = _between_marks(plain_text(part)), part
        yield from ((words, around) for words in found if _is_speech(words))


def _parts(html: str) -> list[str]:
    """The paragraphs of HTML, and its blocks of quoted text each as a whole; code and headings quote nobody."""
    parts = (
        part
        for block in _QUOTED_BLOCK.split(_NO_SPEECH.sub("", html))
        for part in ([block] if block.startswith("<blockquote") else _EDGE_OF_PARAGRAPH.split(block))
    )
    return [part for part in parts if part.strip()]


def _of_quoted_block(html: str) -> Iterator[str]:
    texts = (plain_text(match[1]) for match in _PARAGRAPH.finditer(html))
    # The last line of a quoted post names who wrote it.
    yield from (text for text in texts if not text.startswith(_BYLINE))


def _of_block(block: Block) -> Iterator[str]:
    if block.html.startswith("<blockquote"):
        yield from _of_quoted_block(block.html)
    elif not block.html.startswith(("<pre", "<h")):
        yield from _between_marks(block.text)


def _between_marks(text: str) -> Iterator[str]:
    begun = _OPENER.search(text)
    while begun:
        start = begun.end()
        ends = [end for end in (text.find(mark, start) for mark in _CLOSERS[begun[0]]) if end >= 0]
        if not ends:
            # A quotation of several paragraphs is closed in its last one only.
            if begun[0] in "“„«":
                yield text[start:].strip()
            return
        yield text[start : min(ends)].strip()
        begun = _OPENER.search(text, min(ends) + 1)


def _is_speech(words: str) -> bool:
    return len(words.split()) >= _WORDS or len(_SPACELESS.findall(words)) >= _SIGNS


def stands_in(quotation: str, text: str) -> bool:
    """Whether a text holds what a quotation quotes: word for word, but for what brackets and dots stand for."""
    whole, quote = plain_whole(text), plain_quote(quotation)
    if find_all(whole.text, quote, whole.dashed):
        # What it leaves out may have been left out there.
        return True
    at = 0
    for piece in _CUT.split(quote):
        wanted = piece.strip(_EDGES)
        if not wanted:
            continue
        # A sentence may begin with the quotation, or the quotation within a sentence.
        forms = (wanted, wanted[0].swapcase() + wanted[1:])
        found = [place for form in forms for place in find_all(whole.text, form, whole.dashed) if place >= at]
        if not found:
            return False
        at = min(found) + len(wanted)
    return True
