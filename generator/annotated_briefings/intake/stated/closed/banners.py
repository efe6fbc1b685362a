"""Banners at the top or the end of a text that close it to others: `NOT FOR PUBLICATION`, `CONFIDENTIAL - DRAFT`.

A banner says nothing else: a line is one when all of its words are words that close a text, or are beside such words.
`Confidential files of the bank leaked` is a headline.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from annotated_briefings.base.meant.approvals import states_unapproved
from annotated_briefings.base.meant.audiences import names_only_readers
from annotated_briefings.base.meant.previews import is_unpublished_notice
from annotated_briefings.base.meant.stages import is_unfinished
from annotated_briefings.base.meant.states import awaits_approval
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.cleaning.months import MONTH_WORDS
from annotated_briefings.intake.stated.closed.between_us import asks_for_silence
from annotated_briefings.intake.stated.closed.closing_words import BESIDE, BESIDE_UNSPACED, CLOSING, UNSPACED, WEAK
from annotated_briefings.intake.stated.closed.misspelt import respelled
from annotated_briefings.intake.stated.closed.off_record import OFF_RECORD, OFF_RECORD_UNSPACED
from annotated_briefings.intake.stated.closed.spelled_out import in_plain_letters
from annotated_briefings.intake.stated.closed.statements import is_statement

LONGEST = 160
"""Characters of a banner."""
_CLOSES = regex(rf"(?:{'|'.join((*OFF_RECORD, *CLOSING))})(?!\w)|(?:{'|'.join((*OFF_RECORD_UNSPACED, *UNSPACED))})")
_WEAK = regex(rf"(?:{'|'.join(WEAK)})(?!\w)")
_MONTHS = "|".join(sorted(map(re.escape, MONTH_WORDS), key=len, reverse=True))
_BESIDE = regex(
    rf"(?:\d{{1,2}}(?:\.|er|º|°)?\s+(?:de |di )?(?:{_MONTHS})|(?:{_MONTHS})\s+\d{{1,4}})(?!\w)|"
    rf"(?:{'|'.join(BESIDE)})(?!\w)|(?:{'|'.join(BESIDE_UNSPACED)})"
    r"|(?:v|nr|no|n°|№|vol|rev)?\.?\s?\d[\d.,/:-]*(?:st|nd|rd|th)?(?!\w)"
)
_APART = regex(r"[\s\W_]+")
_UNSEEN = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_FRAMED = regex(r"\s*(?:[\[(【<«*_#=~!+>|-]\s*){1,8}(.+?)(?:\s*[\])】>»*_#=~!+|-]){1,8}\s*")
_OPENING = regex(
    r"\s*[\[(【<{](?P<inside>[^\[\](){}<>【】]{2,60})[\])】>}]\s*[:|–—-]*\s*|\s*(?P<word>[^:|]{2,40}?)\s*[:"
    r"|]\s+(?=\S)"
)
_BEFORE = frozenset(
    "draft entwurf brouillon borrador bozza rascunho szkic utkast taslak черновик 草稿 intern interne interno internal "
    "riservato embargoed withheld unlisted".split()
)
"""Words that may be headlines, and are marks before a colon: `Secret: how bees vote` is none."""
_OF_POSTS = frozenset(
    "private protected privat geschützt privé protégé privado protegido privato protetto beveiligd prywatny prywatne "
    "zabezpieczone zabezpieczony личное защищено".split()
)
"""Words before a colon and the headlines of posts that only some may read, as WordPress writes them."""
_OF_ITSELF = regex(
    r"(?:this|the (?:attached|following|present)|these|dies\w*|das folgende|ce|cette|le présent|este|esta"
    r"|el presente|quest[oa]|o presente"
    r"|dit|deze|ten|niniejszy|detta|denna|это[тй]?|данн\w+|bu|本|此|この|이|هذه?)\b",
    re.IGNORECASE,
)
_MESSAGE = regex(
    r"\b(?:e-?mails?|messages?|mail|nachricht|courriel|mensaje|correo|messaggio|mensagem|bericht|wiadomość)\b"
)
"""The notice below a letter is about the letter: its news may be public."""
_PART = regex(r"\s[–—-]+\s|\s?[:|/]\s")
_MOST_WORDS = 8
_STOP = regex(rf"[{STOPS}]\s*")


@lru_cache(maxsize=1024)
def closes(line: str, near_top: bool = True) -> bool:
    """Whether a line says that its text is not for everybody, and nothing else. A single word that may be a headline
    counts ``near_top`` of a text, in capitals, or within marks."""
    line = in_plain_letters(line)
    if _is_banner(line, near_top) or is_statement(line) or names_only_readers(line):
        return True
    if awaits_approval(line) or states_unapproved(line) or asks_for_silence(line) or is_unpublished_notice(line):
        return True
    if is_unfinished(line):
        return True
    sentences = [one for one in _STOP.split(line) if one] if near_top and len(line) <= LONGEST else []
    if len(sentences) > 1 and all(closes(one, near_top=False) for one in sentences):
        return True
    meant = respelled(line)
    return meant != line and (_is_banner(meant, near_top) or is_statement(meant))


def _is_banner(line: str, near_top: bool) -> bool:
    line = line.strip()
    if not line or len(line) > LONGEST:
        return False
    strong, weak = _count(line)
    if not strong and line.upper() == line != line.lower():
        # In capitals words may follow that say whose it is.
        strong = _count(_PART.split(line, maxsplit=1)[0])[0] if len(line.split()) <= _MOST_WORDS else 0
    loud = line.upper() == line != line.lower() or _FRAMED.fullmatch(line) is not None
    return strong > 0 or weak > 1 or (weak == 1 and (near_top or loud))


def closes_itself(line: str) -> bool:
    """Whether the first sentence of a longer line says so of the text itself: `This report is confidential.`"""
    stop = _STOP.search(line)
    first = line[: stop.start()] if stop else line
    if not _OF_ITSELF.match(first) or _MESSAGE.search(first.lower()):
        return False
    return len(first) <= LONGEST and _count(first)[0] > 0


def without_mark(title: str) -> str:
    """A headline or subject without a mark before it that closes it to others: `[Confidential] Ports merge`; as it is
    where it has none."""
    found = _OPENING.match(title)
    if found is None or not title[found.end() :].strip():
        return title
    mark = found["inside"] or found["word"]
    closed = closes(mark) if found["inside"] else _is_banner(mark, near_top=False) or is_label(mark)
    return title[found.end() :].strip() if closed else title


def is_mark_word(text: str) -> bool:
    """Whether a word may be a headline, and is a mark before a colon or a dash, or in brackets: `Draft`."""
    return text.strip().lower() in _BEFORE


def is_label(text: str) -> bool:
    """Whether a word is such a mark, or is before the headlines of posts that only some may read."""
    return is_mark_word(text) or text.strip().lower() in _OF_POSTS


def _count(line: str) -> tuple[int, int]:
    """How many words and phrases of a line close it, surely and perhaps; none where it says something else too."""
    text = _UNSEEN.sub("", normalize("NFKC", line)).replace("İ", "i").lower()
    strong = weak = at = 0
    while at < len(text):
        if apart := _APART.match(text, at):
            at = apart.end()
        elif found := _CLOSES.match(text, at):
            strong, at = strong + 1, found.end()
        elif found := _WEAK.match(text, at):
            weak, at = weak + 1, found.end()
        elif found := _BESIDE.match(text, at):
            at = found.end()
        else:
            return 0, 0
    return strong, weak
