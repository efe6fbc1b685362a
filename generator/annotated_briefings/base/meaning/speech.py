"""The words of somebody in a text: what is between quotation marks of any language, unless it is a name or a title."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_CLOSERS = {
    "“": "” \" “ ''",
    "”": '” " “',
    "„": "“ ” \" ‟ '' „",
    "‟": '” “ "',
    "«": '» "',
    "»": '« » "',
    "‹": "›",
    "›": "‹ ›",
    "‘": "’ '",
    "’": "’ '",
    "‚": "‘ ’ '",
    "'": "' ’",
    '"': '" ” “',
    "＂": "＂",
    "״": "״",
    "❝": "❞",
    "❛": "❜",
    "〝": "〞 〟",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "﹃": "﹄",
    ",,": "'' ” “ \"",
    "``": "'' ” \"",
    "''": "''",
}
"""What may end a quotation, by the mark that begins it, in all languages and as typists mix them."""
_OPENER = regex("|".join(sorted(map(re.escape, _CLOSERS), key=len, reverse=True)))
_CLOSER = {
    mark: regex("|".join(sorted(map(re.escape, closers.split(" ")), key=len, reverse=True)))
    for mark, closers in _CLOSERS.items()
}
_UNENDED = frozenset("“„«")
"""Marks that begin a quotation of several paragraphs, which is closed in its last one only."""
_LEADS = regex(r"(?:\A|:)\s*\Z")
"""What is before such a mark that may also be that of inches."""
_SINGLE = frozenset("‘’‚'‹›")
"""Marks that are also apostrophes or parts of other signs: both of a pair are at the edges of words."""
_FREE = frozenset("❝❛〝「『﹁﹃")
"""Marks that begin a quotation wherever they are."""
_ELISION = regex(r"(?:\d\ds?|tis|twas|em|til|cause|cos|bout|round|n|s|t|k|m|r|d|ll|ve|re)(?![^\W_])", re.IGNORECASE)
"""What follows an apostrophe that stands for letters left out: `'90s`, `'tis`, `'n'`, `'s avonds`."""
_INCHES = regex(r"\d ?['’′] ?\d+(?:[.,]\d+)?\Z")
_LENGTH = 24
"""Characters in which feet and inches are looked for."""
_WORD = regex(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_SPACELESS = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_MANY, _MANY_SIGNS = 4, 10
"""Words, or signs of a script without spaces, that are somebody's words wherever they are."""
_SIGNS_OF_BLOCK = 5
"""Signs that are so as a block of quoted text, which is no name and no title."""
_FEW, _FEW_SIGNS = 2, 4
"""Those that are somebody's words where a word of speech is beside them; fewer are a manner of speaking."""
_REACH = 48
"""Characters beside a short quotation in which a word of speech is looked for."""
_NEAR, _BEHIND = 2, 4
"""Words before a short quotation, where no comma or colon leads to it, and behind it that may be a word of speech."""
_SPEECH_WORDS = (
    "said says say saying told tells replied replies answered asked asks added wrote writes insisted"
    " warned admitted promised shouted announced declared sagte sagt sagten erklärte erklärt meinte meint"
    " rief fragte antwortete schrieb schreibt betonte dit disent déclaré déclare affirmé affirme lancé"
    " répondu écrit dijo dice dijeron afirmó declaró respondió escribió preguntó disse ha detto dichiarato"
    " scritto risposto afirmou declarou respondeu escreveu zei zegt zeiden verklaarde schreef antwoordde"
    " powiedział* mówi* rzekł* stwierdził* napisał* sa säger sade skrev svarade sagde siger skriver"
    " svarede sier svarte sanoi sanoo sanoivat kirjoitti vastasi řekl* říká uvedl* napsal* dedi diyor"
    " söyledi yazdı сказал* заявил* говорит говорил* ответил* написал* добавил* спросил* сказав сказала заявив заявила"
    " відповів قال* صرح* وقال* أضاف* وأضاف* أكد* אמר* הוסיף* טען* گفت* کہا"
).split()
_VERBS = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in _SPEECH_WORDS)
SPEECH = regex(
    rf"(?<![^\W_])(?:{_VERBS})(?![^\W_])|述べ|言っ|語っ|話し|と言|说|說|表示|称",
    re.IGNORECASE,
)
"""A word for saying something."""
_STOP = regex(r"[.!?。！？](?=\s)")
_DIALOGUE = regex(r"\s*[–—―]\s?(?=[^\W_]|[¿¡])")
"""The dash that begins a paragraph of dialogue."""
_DASH = regex(r"(?<![^\W_])\s*[–—―]\s*|\s+[–—―]\s*|[–—―](?:\s+|(?=[.,;:!?]))")
"""A dash between spoken words and the name of the speaker."""
_WHO = regex(
    rf"[,!?…]\s+(?:[^\W\d_]+[ -]){{0,2}}?(?:{_VERBS})(?![^\W_])|[!?…,]?\s+(?:{_VERBS})-(?:il|elle|ils|elles|on)\b",
    re.IGNORECASE,
)
"""Who says it, behind a comma: `, dit le maire`."""
_HEBREW_PREFIX = regex(r"(?<![^\W_])[ושהבלכמ]{1,3}\Z")
_ARABIC_PREFIX = regex(r"ـ\Z|(?<![^\W_])[وفبلك]{1,2}\Z")
"""Small words that are written to the next one, and to its quotation mark."""
_TWO_HEBREW = regex(r"[א-ת]{2}")
_ENDED = regex(r"[.!?…。！？]\Z")


class QuotedWords(Value):
    """What is between two quotation marks of a text."""

    words: str
    """The words, without the marks and space around them."""
    start: int
    """Offset of the opening mark."""
    end: int
    """Offset after the closing mark."""


def speech_in(text: str) -> Iterator[str]:
    """What a text of one paragraph gives as somebody's words.

    Four words between quotation marks are such wherever they are; two or three only with a word of speech right beside
    them (`"I resign," she said`) or in the sentence that leads to them with a comma or a colon, or after a colon where
    they are a sentence; a single word never. What else people mark so are names, titles of works and manners of
    speaking. Apostrophes, feet and inches are no quotation marks. What a dash begins is such where a word of speech
    follows it: `– We go now, said the mayor`.
    """
    yield from (one.words for one in marked_words(text) if _is_speech(text, one))
    yield from (words for words in _dialogue(text) if len(_WORD.findall(words)) >= _FEW)


def _dialogue(text: str) -> Iterator[str]:
    """The spoken words of a paragraph that a dash begins, without those that name the speaker."""
    opening = _DIALOGUE.match(text)
    parts = _DASH.split(text[opening.end() :]) if opening else []
    for at, part in enumerate(parts):
        if at % 2:
            continue
        spoken_part = parts[at + 1] if at + 1 < len(parts) else ""
        before = parts[at - 1] if at else ""
        if who := _WHO.search(part):
            yield part[: who.start()].strip()
        elif any(SPEECH.search(" ".join(one.split()[:_BEHIND])) for one in (spoken_part, before)):
            yield part.strip(" .,")


def _is_long(words: str) -> bool:
    """Whether a quotation is long enough to be taken for somebody's words, whatever surrounds it."""
    return len(_WORD.findall(words)) >= _MANY or len(_SPACELESS.findall(words)) >= _MANY_SIGNS


def is_long_block(words: str) -> bool:
    """Whether a block of quoted text is long enough to be somebody's words: shorter ones are headings and remarks."""
    return _is_long(words) or len(_SPACELESS.findall(words)) >= _SIGNS_OF_BLOCK


def marked_words(text: str) -> Iterator[QuotedWords]:
    """All that is between quotation marks in a text of one paragraph, the outermost marks only."""
    at = 0
    ends: dict[str, _Ends] = {}
    while found := _OPENER.search(text, at):
        mark, start = found[0], found.end()
        at = start
        if not _begins(text, found.start(), mark, start):
            continue
        if mark not in ends:
            ends[mark] = _ends_of(text, mark)
        end = _end(ends[mark], start)
        if end is not None:
            yield QuotedWords(text[start : end[0]].strip(), found.start(), end[1])
            at = end[1]
        elif mark in _UNENDED or (mark == '"' and _LEADS.search(text[: found.start()])):
            yield QuotedWords(text[start:].strip(), found.start(), len(text))
            return


def _begins(text: str, at: int, mark: str, start: int) -> bool:
    """Whether a mark may begin a quotation: no letter or digit of a script with spaces is before it."""
    before, after = text[at - 1 : at], text[start : start + 1]
    if mark in _FREE:
        return True
    if not after or (_is_of_word(before) and not _is_prefixed(text, at, start)):
        return False
    if mark in "'’" and _ELISION.match(text, start):
        return False
    return not (mark in _SINGLE - {"‹", "›"} or mark in ("”", ",,", "''", "»")) or not after.isspace()


def _is_prefixed(text: str, at: int, start: int) -> bool:
    """Whether a small word of Hebrew or Arabic is written to a mark; `צה"ל` has one within an abbreviation."""
    before = text[max(0, at - 4) : at]
    return bool(_ARABIC_PREFIX.search(before) or (_HEBREW_PREFIX.search(before) and _TWO_HEBREW.match(text, start)))


class _Ends(Value):
    """The marks of a text that can end the quotations of one opening mark: offsets before and after each, in order."""

    sure: tuple[tuple[int, int], ...]
    """Those that end a quotation wherever they are."""
    at_edges: tuple[tuple[int, int], ...]
    """Those at the edge of a word."""
    every: tuple[tuple[int, int], ...]
    """All of them."""


def _ends_of(text: str, mark: str) -> _Ends:
    """The marks that can end the quotations that a mark opens in a text."""
    every = tuple((found.start(), found.end()) for found in _CLOSER[mark].finditer(text))
    at_edges = tuple(one for one in every if _ends(text, mark, *one))
    if mark not in _SINGLE:
        return _Ends((), at_edges, () if mark == '"' else every)
    # `the dogs' owners` is no end, where there is another one.
    sure = tuple(one for one in at_edges if text[one[0] - 1 : one[0]] not in ("s", "S") or not _goes_on(text, one[1]))
    return _Ends(sure, at_edges, ())


def _end(ends: _Ends, start: int) -> tuple[int, int] | None:
    """The mark that ends a quotation which begins somewhere; None where nothing does."""
    for known in (ends.sure, ends.at_edges, ends.every):
        at = bisect_left(known, (start, 0))
        if at < len(known):
            return known[at]
    return None


def _ends(text: str, mark: str, at: int, end: int) -> bool:
    """Whether a mark may end a quotation: no letter is behind it, and it is not that of inches."""
    before, after = text[at - 1 : at], text[end : end + 1]
    if mark in _FREE:
        return True
    if text[at:end] in _CLOSERS and before.isspace() and mark != '"':
        # It begins another one.
        return text[at:end] in "»«›"
    if _is_of_word(after) or (text[at] in '"”' and _INCHES.search(text[max(0, at - _LENGTH) : at])):
        return False
    return mark not in _SINGLE - {"‹", "›"} or not before.isspace()


def _goes_on(text: str, at: int) -> bool:
    """Whether a small letter follows after a space."""
    return text[at : at + 1] == " " and text[at + 1 : at + 2].islower()


def _is_of_word(char: str) -> bool:
    return char.isalnum() and not _SPACELESS.match(char)


def _is_speech(text: str, one: QuotedWords) -> bool:
    if _is_long(one.words):
        return True
    if len(_WORD.findall(one.words)) < _FEW and len(_SPACELESS.findall(one.words)) < _FEW_SIGNS:
        return False
    before, after = text[max(0, one.start - _REACH) : one.start].rstrip(), text[one.end : one.end + _REACH]
    if before.endswith((":", "：")) and _ENDED.search(one.words):
        return True
    sentence, following = _STOP.split(before)[-1], _STOP.split(after)[0]
    led_in = sentence.endswith((",", ":", "，", "：", "،")) or bool(_SPACELESS.search(sentence))
    near = sentence if led_in else " ".join(sentence.split()[-_NEAR:])
    return bool(SPEECH.search(near) or SPEECH.search(" ".join(following.split()[:_BEHIND])))
