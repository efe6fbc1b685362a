"""What is written to words of plain texts and is none of them: marks of footnotes (`in May[1] and`, `in May¹ and`,
`in May (1) and` above a list of notes), applause, and how Japanese words are read aloud (`能登（のと）`).
"""

import re
from collections.abc import Iterator

from annotated_briefings.base.regex import regex

_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079]"
_WRITTEN_TO = rf"(?<={_LETTER}{{2}}|{_LETTER}[.,;:!?)\"。、，])"
_BEHIND = r"(?![^\W_]|[(\[:])"
_MARK = regex(
    rf"{_WRITTEN_TO}(?:(?:\[\d{{1,3}}\]|\[\^[^\]\s]{{1,60}}\])+|\(\d{{1,2}}\)|[\u00b2\u00b3\u00b9\u2070-\u2079]+){_BEHIND}"
)
_READING = regex(r"(?<=[㐀-鿿々])[（(][ぁ-ん][ぁ-ん・ー ]{0,18}[ぁ-ん][）)]")
_STAGE = regex(
    r" ?[(\[](?:applause|cheers|cheering|music|pause|beifall|applaus|musik|applaudissements|musique|aplausos"
    r"|música|applausi"
    r"|musica|applaus|muziek|applåder|bifald|brawa|oklaski|аплодисменты|تصفيق|拍手|掌声|掌聲)[)\]]",
    re.IGNORECASE,
)
"""What was heard while somebody spoke; laughter may tell that something was a joke, and stays."""
_POWERS = ("\u00b2", "\u00b3")
_UNIT = regex(rf"(?:(?<!\w){_LETTER}{{2}}|\d ?{_LETTER}+)\Z")
"""What may be a unit, of which a raised 2 or 3 is a part: `30 yards²`, `km²`."""
_LISTED = regex(r"^[ \t]*(\(\d{1,2}\)|\[\d{1,2}\]|[*†‡])[ \t]?(?=[^\s*†‡])", re.MULTILINE)
"""The mark with which the line of a note begins."""
_UNSEEN = "\u2060"


def note_marks(text: str) -> Iterator[int]:
    """Offsets of what is written to words and to the ends of sentences, and is no word."""
    if text.isascii() and "[" not in text and "(" not in text:
        return
    for found in () if text.isascii() else _READING.finditer(text):
        yield from range(found.start(), found.end())
    for found in _STAGE.finditer(text):
        yield from range(found.start(), found.end())
    for found in _MARK.finditer(text):
        if found[0] not in _POWERS or not _UNIT.search(text[max(0, found.start() - 40) : found.start()]):
            yield from range(found.start(), found.end())


def without_listed_marks(text: str) -> str:
    """A text without the marks of the notes that it lists: a mark within a line, with which another line begins.

    Signs that nobody sees take their place, so that all offsets stay the same.
    """
    marks = set(_LISTED.findall(text))
    if not marks:
        return text
    one_of = "|".join(re.escape(mark) for mark in sorted(marks))
    within = re.compile(rf"(?<=[^\s*†‡(\[])[ \t]?(?:{one_of})(?![\w*†‡])")
    return within.sub(lambda found: _UNSEEN * len(found[0]), text)
