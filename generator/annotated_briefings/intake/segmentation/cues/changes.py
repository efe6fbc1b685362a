"""Places in a dump at which its language changes: hardly any article goes on in another one."""

from collections.abc import Collection, Sequence
from itertools import groupby, pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.segmentation.cues.cue_words import tongue

_ENGLISH = frozenset(
    "the of and to is that for it was on with as he be by at are this have from his not but an".split()
)
_FEWEST, _SHARE = 3, 0.15
"""English function words of a paragraph in English at least, and their share of its words."""
_SCRIPTS = (
    ("kana", regex("[\u3040-\u30ff]")),
    ("hangul", regex("[\uac00-\ud7af]")),
    ("han", regex("[\u4e00-\u9fff]")),
    ("cyrillic", regex("[\u0400-\u04ff]")),
    ("greek", regex("[\u0370-\u03ff]")),
    ("hebrew", regex("[\u0590-\u05ff]")),
    ("arabic", regex("[\u0600-\u06ff]")),
    ("devanagari", regex("[\u0900-\u097f]")),
    ("thai", regex("[\u0e00-\u0e7f]")),
)
_IN_SCRIPT = 0.1
"""Share of signs of a script from which a paragraph is in it: Japanese has more Chinese signs than its own."""
_RUN = 2
"""Paragraphs in a language on both sides of a change: one alone may be a quotation."""


def language_changes(words: Sequence[Sequence[str]], texts: Sequence[str], short: Collection[int]) -> frozenset[int]:
    """The paragraphs that begin another language; ``words`` are those of each paragraph in small letters, ``short`` the
    places of those that may be headlines, and belong to what follows."""
    codes = [_spoken(own, text) for own, text in zip(words, texts, strict=True)]
    known = [(n, code) for n, code in enumerate(codes) if code]
    runs = [[n for n, _ in run] for _, run in groupby(known, key=lambda pair: pair[1])]
    found: set[int] = set()
    for before, after in pairwise(runs):
        if len(before) >= _RUN and len(after) >= _RUN:
            start = after[0]
            while start - 1 > before[-1] and start - 1 in short:
                start -= 1
            found.add(start)
    return frozenset(found)


def _spoken(words: Sequence[str], text: str) -> str:
    """The language of a paragraph, or its script; empty where neither is plain."""
    if not text.isascii():
        for name, sign in _SCRIPTS:
            if len(sign.findall(text)) > _IN_SCRIPT * len(text):
                return name
    english = sum(word in _ENGLISH for word in words)
    if english >= _FEWEST and english >= _SHARE * len(words):
        return "en"
    return tongue(words)
