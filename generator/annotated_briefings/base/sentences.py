"""Where sentences start and end in plain text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from annotated_briefings.base.regex import regex

STOPS = ".!?…。！？｡؟۔։।॥။።፧។៕"
"""Signs that end a sentence, in all scripts that have any (Unicode: ``Sentence_Terminal``), for a class of a pattern.

Thai and Lao have none: there a blank is a break between sentences or parts of one."""
_CLOSING = r"\"”’')\]»›」』）】》⁰¹²³⁴⁵⁶⁷⁸⁹"
_END = regex(rf"[{STOPS}](?:[{_CLOSING}]*[ \u00a0\u202f][»›]|[{_CLOSING}]*)(?=\s)|[。！？｡។៕။](?:[{_CLOSING}]*)|\n")
"""Ends of sentences: signs before a blank with closing marks and numbers of footnotes, signs of scripts without blanks,
and line ends."""
_NEVER_LAST = frozenset(
    "jur rer abg reps cmdr adm amb supt atty "
    "mr mrs ms dr prof st messrs mme mmes mlle sr sra srta dra dña dott sig avv ing dhr mevr drs hr hrn frl gen "
    "sen rep gov lt col capt rev vs approx ca cf al pp bzw vgl inkl evtl ggf sog env aprox "
    "núm pág ee e.g i.e h.c z.b d.h u.a o.a т.е т.к им ул стр проф акад гр "
    "kl klo kbh avda plza pza gral trav pça boul bld blvd sgt tzw tzv zv ún kb godz nám вул бул λεωφ αγ bulv".split()
)
"""Abbreviations with something behind them that they belong to."""
_CAPITAL_NEVER_LAST = frozenset("No Nos Nr Art MM Fr Mt Ft Hrsg Maj Sens Gens Hon Est Sec Fig Vol".split())
"""The same, of which only the form with a capital is one."""
_BEFORE_NUMBER = frozenset("art arts nr no p cap par abs ziff s núm est fig sec vol".split())
"""The same before a number."""
_MAYBE_LAST = frozenset(
    "inc ltd co corp jr ave rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun mio "
    "mrd tsd млн тыс".split()
)
"""Abbreviations that may close a sentence: what is behind them tells."""
_ABBREVIATIONS = _NEVER_LAST | _BEFORE_NUMBER | _MAYBE_LAST
_INITIALS = regex(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,4})+")
"""Initials and abbreviations with stops in them: `U.S`, `a.m`, `m.in`."""
_STARTER = regex(
    r"\s+(?:The|He|She|It|They|We|A|An|In|On|At|But|And|This|That|These|Those|His|Her|Its|Their|There|When|While|As|After"
    r"|Before|However|Nobody|Some|Many|Most|All|Both|Officials|Police)(?=\s)"
)
"""English words that begin a sentence and hardly go on after an abbreviation."""

_AFTER_ORDINAL = regex(
    r"\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Quartal|Halbjahr"
    r"|Jahrhundert|Mal|Tag|Jahr|Stock|Weltkrieg|Kapitel|Etage|Sinfonie|Bundesliga|Wahlgang|Lesung|Rang|Jahrestag|Geburtstag|Platz|Klasse|Liga|Spieltag|Minute|Runde|Auflage)\b"
)
"""German words before which a number with a full stop is an ordinal."""
_BEFORE_ORDINAL = regex(
    r"(?<!\w)(?:der|die|das|den|dem|des|eine?[mnrs]?|zum|zur|beim|vom|im|am|ihre?[mnrs]?|seine?[mnrs]?|unsere?[mnrs]?"
    r"|jede[mnrs]?|diese[mnrs]?) \d{1,3}$",
    re.IGNORECASE,
)
"""A number behind an article of German, and of Danish, Norwegian and Swedish: with a full stop it is an ordinal."""
_GERMAN_STARTER = regex(
    r"\s(?:der|die|das|den|dem|des|eine?[mnrs]?|er|sie|es|wir|ich|ihr|in|im|am|an|auf|aus|aber|und|doch|dann|danach"
    r"|damit|dort|da|zu|zum|zur|bei|beim|mit|nach|nun|nur|auch|als|wer|wie|was|wenn|weil|vor|von|für|seit|bis"
    r"|diese?[mnrs]?|jede[mnrs]?|keine?[mnrs]?|the|he|she|it|they|but|and|det|den|han|hun|hon)\b",
    re.IGNORECASE,
)
"""Words that begin a sentence and are not what an ordinal counts."""
_LAST_WORD = regex(r"[^\s\"“„«(\[‘'’\-–]*$")

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


@lru_cache(maxsize=256)
def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets where the sentences of a text start; a line end always ends one. The first is 0."""
    starts = [0]
    for stop in _END.finditer(text):
        sign = text[stop.start()]
        if sign != "\n":
            if sign == "." and _is_short(text, stop.start(), stop.end()):
                continue
            if text[max(0, stop.start() - 1)].isdigit() and _is_ordinal(text, stop.start(), stop.end()):
                continue
            if _goes_on(text, stop.end()):
                continue
        if stop.end() < len(text):
            starts.append(stop.end())
    return tuple(starts)


def _is_ordinal(text: str, at: int, end: int) -> bool:
    """Whether a full stop behind a number makes it an ordinal, by the words around it."""
    if _AFTER_ORDINAL.match(text, end):
        return True
    counted = text[at] == "." and _BEFORE_ORDINAL.search(text, max(0, at - 20), at)
    return bool(counted) and end < len(text) and text[end] != "\n" and not _GERMAN_STARTER.match(text, end)


def _goes_on(text: str, at: int) -> bool:
    """Whether a sentence goes on behind its sign: with a small letter, or in Japanese with a particle after a quote."""
    after = text[at : at + 1]
    if not after.isspace():
        return text[at - 1] in "」』" and "ぁ" <= after <= "ゖ"
    first = text[at + 1 : at + 2]
    # A name such as `iPhone` begins with a small letter too.
    return first.islower() and not text[at + 2 : at + 3].isupper()


def _is_short(text: str, at: int, end: int) -> bool:
    """Whether a full stop belongs to an abbreviation."""
    word = last_word(text, at)
    # Nearly all last words are plain ones, and all else takes ten times as long to say so.
    if len(word) > 1 and word.islower() and word.isalpha() and word not in _ABBREVIATIONS:
        return False
    low = word.lower()
    if low in _NEVER_LAST or word in _CAPITAL_NEVER_LAST or _is_small_letter(word, text[at - 2 : at - 1]):
        return True
    if low in _BEFORE_NUMBER:
        return text[end : end + 2].strip().isdigit()
    if low in _MAYBE_LAST or _INITIALS.fullmatch(word) or (len(word) == 1 and word.isalpha()):
        return not starts_plainly(text, end)
    return False


def last_word(text: str, at: int) -> str:
    """The word before the sign that ends a sentence at a place, as far as it may be an abbreviation."""
    word = text[text.rfind(" ", 0, at) + 1 : at]
    return word if word.isalnum() else str(_LAST_WORD.findall(word)[0])


def starts_plainly(text: str, end: int) -> bool:
    """Whether an English word that begins a sentence follows behind a place."""
    return _STARTER.match(text, end) is not None


def _is_small_letter(word: str, before: str) -> bool:
    """Whether a last word is a letter alone, as in `z. B.`, and not the end of `wasn't`."""
    return len(word) == 1 and word.islower() and before not in "'’"


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
