"""What a text quotes: the words between quotation marks, and blocks of quoted text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.meaning.speech import is_long_block, speech_in
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.text import Block, Quotation
from annotated_briefings.content.model import SourceRef
from annotated_briefings.content.quotations.attributions import attributions
from annotated_briefings.content.quotations.edited import standing_in

_QUOTED_BLOCK = regex(r"</?blockquote\b[^>]*>")
_CODE = regex(r"<pre\b.*?</pre>", re.DOTALL)
_EDGE_OF_PARAGRAPH = regex(r"</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|table|tr|td|th|section|hr)\b[^>]*>")
_TAG = regex(r"<(?:img|a)\b[^>]*>")
_ATTRIBUTE = regex(r'\s(?:alt|title)="([^"]+)"')
_MAY_QUOTE = regex(r"<blockquote|&(?!amp;|lt;|gt;)|['“”„‟«»‹›‘’‚＂״❝❛〝「『﹁﹃–—―`]|,,")
"""What HTML has that quotes something; a straight double mark is written `&quot;` there, or is that of an attribute."""
_BYLINE = ("—", "–", "-- ", "- ")


def quotations(blocks: Iterable[Block], sources: Sequence[SourceRef] = ()) -> tuple[Quotation, ...]:
    """The quotations of a text that are somebody's words, each with those of the sources that its sentence names."""
    every = tuple(blocks)
    found: list[Quotation] = []
    for at, block in enumerate(every):
        for words, part in quotations_in(block.html, html=True):
            beside = (every[at - 1].html if at else "", part, every[at + 1].html if at + 1 < len(every) else "")
            around = " ".join(beside) if part.startswith("<blockquote") else part
            speakers = attributions(around, words, sources)
            found.append(Quotation(words, block.line, turned=is_turned_by(around, words), speakers=speakers))
    return tuple(found)


def is_turned_by(around: str, words: str) -> bool:
    """Whether what is around a quotation, as HTML or plain, denies it or leaves it open with words of its own."""
    return standing_in(words, plain_text(around)) is QuoteStanding.TURNED


def quotations_in(text: str, html: bool) -> Iterator[tuple[str, str]]:
    """The quotations of a text, which is HTML or plain, each with what is around it: its paragraph, or for a block of
    quoted text the paragraphs beside it as well.

    This is the one place that walks over the text of a brief: paragraphs, headings, lists, tables, footnotes, and the
    words that pictures and links have for those who do not see them.
    """
    if not html:
        yield from ((words, text) for words in speech_in(text))
        return
    if not _MAY_QUOTE.search(text):
        return
    parts = _parts(text)
    for at, part in enumerate(parts):
        if part.startswith("<blockquote"):
            around = " ".join(parts[max(0, at - 1) : at + 2])
            yield from ((words, around) for words in _of_quoted_block(part) if is_long_block(words))
        else:
            yield from ((words, part) for words in speech_in(plain_text(part)))
        for described in _described(part):
            yield from ((words, part) for words in speech_in(described))


def _parts(html: str) -> list[str]:
    """The paragraphs of HTML, and its blocks of quoted text each as a whole; code quotes nobody."""
    parts: list[str] = []
    depth = at = 0
    text = _CODE.sub("", html)
    for tag in (*_QUOTED_BLOCK.finditer(text), None):
        inner, edge = (depth, tag.start()) if tag else (0, len(text))
        if not depth:
            parts += _EDGE_OF_PARAGRAPH.split(text[at:edge])
            at = edge
        depth = max(0, inner + (-1 if tag and tag[0].startswith("</") else 1))
        if tag and not depth:
            parts.append(text[at : tag.end()])
            at = tag.end()
    return [part for part in parts if part.strip()]


def _described(html: str) -> Iterator[str]:
    """What pictures and links are described with."""
    return (unescape(words) for tag in _TAG.findall(html) for words in _ATTRIBUTE.findall(tag))


def _of_quoted_block(html: str) -> Iterator[str]:
    texts = (plain_text(part) for part in _EDGE_OF_PARAGRAPH.split(_QUOTED_BLOCK.sub("<p>", html)) if part.strip())
    # The last line of a quoted post names who wrote it.
    yield from (text for text in texts if not text.startswith(_BYLINE))
