"""A passage as it is compared: its words, numbers and letters, and the marks between them."""

import re
import unicodedata

from annotated_briefings.base.meaning.spelling.optional import joined
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?!\d)"
_NUMBER = rf"(?:{_GROUPED}|\d+)(?:[.,:/–-]\d+)*"
_TOKEN = regex(
    rf"""
    (?P<number>\((?:{_NUMBER})\)|(?:(?<![\w)])[+±−–-])?(?:{_NUMBER})(?:[^\W\d_]+(?![-'’]\w))?)
    |(?P<unit>(?<=\d)["'′″](?!\w))
    |(?P<caseless>(?=\w)[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]
        [\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]*)
    |(?P<word>[^\W\d_]+(?:\u0301[^\W\d_]*)*(?:['’][^\W\d_]+)*['’]?(?<![’'](?=[\s,.;:!?)\]]|$)))
    |(?P<other>\S)
    """,
    re.VERBOSE,
)
"""Whole numbers with sign, group and decimal marks and what is written to them; letters of scripts without capitals one
by one; words; and every other character by itself."""
SILENT = frozenset(",;:\"'“”„‟«»‹›‘’‚‛()[]{}–—-‐‑‒―…·•،、，；：（）「」『』《》〈〉【】")
"""Punctuation that may come and go; what ends a sentence is not in it."""
ENDS = frozenset(".。!?！？؟۔;；:：")
QUOTATION = "\"“”„‟«»『』「」'‘’‚‛‹›"
"""Quotation marks of any kind; apostrophes belong to their words."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None, "’": "'", "ʼ": "'"}
)
_JOINED = regex(
    r"(?<![\w-])(e|co|non|anti|multi|mini|micro|semi|ultra|mega|post|on(?=-line)|off(?=-line)|web|week|data|life)"
    r"-([^\W\d_]{3,})(?![\w-])",
    re.IGNORECASE,
)
"""Words that some write with a hyphen and others without it; `re-signed` and `resigned` are two."""


class MeaningToken(Value):
    """A word, a number or a mark of a passage."""

    kind: str
    """``number``, ``word``, ``caseless`` or ``other``."""
    text: str
    """As written, with plain quotes."""
    starts: bool
    """Whether it is the first word of a sentence."""
    first: bool
    """Whether it is the first of the passage."""


def read_passage(text: str) -> list[MeaningToken]:
    """The words, numbers, letters and marks of a passage, in order."""
    plain = joined(unicodedata.normalize("NFC", text)).translate(_LIGATURES).replace("...", "…")
    plain = _JOINED.sub(lambda found: found[1] + found[2].lower(), plain)
    out: list[MeaningToken] = []
    starts = True
    for match in _TOKEN.finditer(plain):
        kind = match.lastgroup or "other"
        value = match[0]
        if (
            value == "-"
            and plain[match.start() - 1 : match.start()].isspace()
            and plain[match.end() : match.end() + 1].isspace()
        ):
            value = "–"
        out.append(MeaningToken(kind, value, starts, not out))
        if kind != "other":
            starts = False
        elif value in ENDS:
            starts = True
    return out
