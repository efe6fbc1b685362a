"""What a text quotes: the words between quotation marks, and blocks of quoted text."""

import re
from collections.abc import Iterable, Iterator

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
_BYLINE = ("—", "–", "-- ", "- ")
_CUT = re.compile(r"\[[^\]]*\]\w*|…|\.\.\.")
"""What an editor puts in the place of words left out or changed."""
_EDGES = " \t\n.,;:!?…-–—\"'“”‘’«»"


def quotations(blocks: Iterable[Block]) -> tuple[Quotation, ...]:
    """The quotations of a text that are long enough to be somebody's words."""
    return tuple(Quotation(words, block.line) for block in blocks for words in _of_block(block) if _is_speech(words))


def _of_block(block: Block) -> Iterator[str]:
    if block.html.startswith("<blockquote"):
        texts = (plain_text(match[1]) for match in _PARAGRAPH.finditer(block.html))
        # The last line of a quoted post names who wrote it.
        yield from (text for text in texts if not text.startswith(_BYLINE))
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
    whole = plain_whole(text)
    at = 0
    for piece in _CUT.split(plain_quote(quotation)):
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
