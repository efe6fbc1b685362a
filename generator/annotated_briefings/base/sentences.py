"""Where sentences start and end in plain text."""

import re
from bisect import bisect_right
from collections.abc import Sequence

_END = re.compile(r"[.!?…\n。！？](?:(?<=[.!?…])[\"”’')\]]*(?=\s)|(?<=[\n。！？]))")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Ave|Rd|Inc|Ltd|Co|Corp|No|Nos|vs|Jr|Sr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Rev|Hon|approx|est"
    r"|ca|cf|al|Fig|p|pp|Vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|Mio|Mrd|Tsd|bzw|vgl|inkl|Nr|Hrsg|Mlle|Sra|Dra|env|aprox)|(?<![A-Za-z])[A-Z](?:\.[A-Z])*)\.$"
)

_AFTER_ORDINAL = re.compile(
    r"\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Quartal|Halbjahr"
    r"|Jahrhundert|Jahrestag|Geburtstag|Platz|Klasse|Liga|Spieltag|Minute|Runde|Auflage)\b"
)
"""German words before which a number with a full stop is an ordinal."""
_SHORT_WORDS = frozenset("vs approx est ca cf al p pp bzw vgl inkl env aprox".split())
"""Those of the pattern that are written small."""

NON_FINAL_WORDS = frozenset(
    "a an the of in on at to for from with by and or but as is are was were be its their his her this that than into "
    "over under about after before amid between against during has have had will would may can not".split()
)
"""English function words that cannot end a sentence, a headline or a line of its own; they show wrapped lines."""


_MARKS = "。！？、，；：؟،؛"
"""Marks of scripts without blanks, and of those from right to left, after which a text may be cut."""


def shortened(text: str, limit: int = 60) -> str:
    """A text on one line, cut with an ellipsis when it is longer than ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def shortened_at_word(text: str, limit: int, sign: str = " …") -> str:
    """A text on one line, of ``limit`` characters at most: a longer one ends at a word, or in scripts without blanks at
    a mark or a character, with a sign."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - len(sign) + 1]
    ends = (head.rfind(" "), max(map(head.rfind, _MARKS)) + 1)
    end = next((at for at in ends if 2 * at >= limit), limit - len(sign))
    return head[: min(end, limit - len(sign))].rstrip(" ,;:—–-、，：；") + sign


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets where the sentences of a text start; a line end always ends one. The first is 0."""
    starts = [0]
    for stop in _END.finditer(text):
        if text[stop.start()] == "." and _is_short(text, stop.start()):
            continue
        if text[max(0, stop.start() - 1)].isdigit() and _AFTER_ORDINAL.match(text, stop.end()):
            continue
        if text[stop.end() + 1 : stop.end() + 2].islower() and text[stop.end() - 1] != "\n":
            continue
        starts.append(stop.end())
    return tuple(starts)


def _is_short(text: str, at: int) -> bool:
    """Whether a full stop belongs to an abbreviation."""
    word = text[text.rfind(" ", max(0, at - 12), at) + 1 : at]
    # Nearly all last words are plain ones, and the pattern takes ten times as long to say so.
    if word.islower() and word.isalpha() and len(word) < 12:
        return word in _SHORT_WORDS
    return _SHORT.search(text, max(0, at - 12), at + 1) is not None


def sentence_around(text: str, starts: Sequence[int], start: int, end: int, limit: int = 320) -> tuple[int, int]:
    """The sentences that hold a passage, as offsets without outer spaces; cut at words when longer than ``limit``."""
    left = starts[bisect_right(starts, start) - 1]
    after = bisect_right(starts, max(start, end - 1))
    right = starts[after] if after < len(starts) else len(text)
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    if right - left > limit:
        if start - left > limit // 2:
            left = text.find(" ", start - limit // 2, start) + 1 or start
        cut = text.rfind(" ", end, left + limit)
        right = cut if cut > end and right > left + limit else right
    return left, right
