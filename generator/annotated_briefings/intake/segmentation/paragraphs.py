"""What one paragraph shows by itself: content terms, names and surface cues for finding article starts."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.segmentation.cues import cue_words, tongue
from annotated_briefings.intake.segmentation.words import (
    FOLLOW_UP_WORDS,
    STOP_WORDS,
    Language,
    extent,
    goes_on,
    subjects,
    words_in,
)

FOLLOW_UP_PAIRS = frozenset(
    (
        "in addition",
        "for example",
        "for instance",
        "as well",
        "as such",
        "in turn",
        "in contrast",
        "on top",
        "at that",
        "after that",
        "the latter",
        "the former",
        "in response",
        "as a result",
        "even so",
        "of course",
        "in fact",
    )
)
_THIRD_PERSON = frozenset("he she they him his her hers their theirs them".split())
_FIRST_PERSON = frozenset("i we you my our your i'm we're i've we've you're let's".split())
_FIRST_WORDS = regex(r"[^\W\d_](?:[\w'’\-]*[^\W_])?")
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽŻА-ЯЁΑ-Ω"
_NAME = regex(rf"[{_CAPITAL}][\w’'&\-]*(?:\.?[ ][{_CAPITAL}][\w’'&\-]*)*")
_SENTENCE_END = regex(rf"[{STOPS}][\"”’')\]»]*(?:\s|$)|[。！？｡]")
_BEFORE_INITIAL = regex(r"[.!?:“\"”‘(]\s*$")
_CLOSED = regex(rf"[{STOPS}:;,)\]\"”’'»：；，、」』）】》،؛]$")
_DAY = regex(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:today|yesterday|tonight|this (?:week|month|morning)|last week)\b"
)
_FOREIGN_DAY = regex(
    r"\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|heute|gestern)(?:s|abend)?\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b"
    r"|\b(?:luned|marted|mercoled|gioved|venerd)ì\b|\b(?:segunda|terça|quarta|quinta|sexta)-feira\b"
    r"|\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|\b(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау])\b"
    r"|\b(?:الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|أمس|اليوم)\b"
    r"|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เมื่อวาน|(?:воскресень|суббот)[еуюя]\b"
    r"|\b(?:mercredi|sabato|domenica|sábado|domingo|hoy|ayer|oggi|ieri|aujourd['’]hui|hier|hoje|ontem|vandaag"
    r"|gisteren|сегодня|вчера)\b|星期[一二三四五六日天]|[周週][一二三四五六日](?![年月期])|昨[日天]|今[日天]|[月火水木金土日]曜"
)
_DATE = regex(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\b(?:19|20)\d\d\b")
_FOREIGN_DATE = regex(
    r"\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}(?:\.|er|º|°)? (?:de )?[^\W\d_]{3,10} (?:de )?(?:19|20)\d\d\b"
    r"|[\d一二三四五六七八九十]月[\d一二三四五六七八九十]{1,3}[日号]"
)
_WHOLE_DATE = regex(
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b\d{1,2}(?:\.|er|º)? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}\b"
    r"|\b[^\W\d_]{3,9}\.? \d{1,2},? \d{4}\b|\d{4}年\d{1,2}月\d{1,2}日"
)
_BYLINE = regex(
    r"^(?:By|Posted by|Updated|Published)\b|^[A-Z][A-Z .,]{3,40}(?:\([A-Za-z]+\)\s*)?(?:--|—|–|-)\s"
    r"|^[A-Z][\w.’' ]+, [A-Z][\w.,’' ]{2,40}(?:--|—|–| -)\s|\((?:Reuters|AP|AFP|UPI|CNN|Xinhua)\)"
)
_END_CUE = regex(
    r"developing story|stay tuned|contributed to this (?:report|story|article)|reporting by|editing by"
    r"|additional reporting|copyright|all rights reserved|may not be published|read more|sign up|newsletter"
    r"|follow (?:us|me|him|her)\b|comments? (?:are )?closed|on the net:|story (?:was|has been) updated"
    r"|is a (?:staff )?(?:writer|reporter|columnist|correspondent)\b|can be reached at|^sources?\b"
    r"|related (?:news|materials)|for more information|https?://|www\.",
    re.IGNORECASE,
)
_START_CUE = regex(
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bannounced\b|\baccording to\b"
    r"|\b(?:is|are) (?:set|planning|launching|partnering|buying|cutting|facing|seeking)\b|\bhas (?:been|become)\b"
)
_FOREIGN_START_CUE = regex(
    r"\b(?:laut|mitteilte|mitgeteilt|kündigte|ankündigte|selon|annonc(?:é|ée|e|ent)|según|anunci(?:ó|aron|ado|ou)"
    r"|secondo|annunciato|annuncia|segundo|volgens|maakte bekend|kondigde|meldt|сообщил[аи]?|объявил[аи]?"
    r"|по данным|أعلن(?:ت)?|بحسب|وفقا)\b|宣布|宣佈|公布|据|據|發表|发表|によると|発表|明らかに|ประกาศ|เปิดเผย"
)
_FOREIGN_DEFINITE = regex(r"[\"“„«]?(?:[DE]l|L[aeo]s?|L['’]|Gli|I|D(?:er|ie|as)|[AO]s?|De|Het|ال\w+)(?: |(?<=['’]))")
_FOREIGN_INDEFINITE = regex(r"[\"“„«]?(?:Un[ao]?s?|Une|Um[a]?|Eine?[mnrs]?|Een) ")
_EMBEDDED = regex(
    r"pic\.twitter\.com|^[—–-]\s.*@\w+|\(@\w+\)|^RT @|t\.co/"
    r"|^(?:Related|Read also|Image|Photo|File photo|Source|Credit)\b.{0,60}:"
)
_ROLE = regex(
    r"\b(?:chief executive|CEO|co-?founder|founder|chair(?:man|woman)|[Pp]resident|[Mm]inister|[Ss]pokes\w+|[Dd]irector"
    r"|[Aa]nalyst|[Pp]rofessor|[Ss]ecretary|giant|maker|company|startup|firm|group|newspaper|network|agency"
    r"|Sen\.|Senator|Attorney|[Oo]fficials?|[Pp]olice|[Rr]esearchers|[Ss]cientists)\b"
)
_SPEECH_VERBS = regex(r"\b(?:said|told|added|explained|noted|says|continued|stated)\b")
_FOREIGN_SPEECH_VERBS = regex(
    r"\b(?:sagte|erklärte|dijo|afirmó|déclaré|affirmé|disse|zei|сказал|заявил)\b|表示|指出|[說说]，|述べ|話し|語っ"
)
_SURNAME_SPEAKS = regex(
    r"^[A-Z][\w’'\-]+ (?:also )?(?:said|told|added|explained|noted|says|continued|stated|concluded)\b"
)
_ACRONYM_INTRO = regex(r"\(([A-Z]{2,7})s?\)")
_ACRONYM = regex(r"\b[A-Z]{2,7}\b")
_LIST_ITEM = regex(r"^(?:[*•·▪\-–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_DEFINITE = regex(r"[\"“]?The [a-z]")
_INDEFINITE = regex(r"[\"“]?An? ")
SEPARATOR = regex(r"(?:-{3,}|={3,}|_{3,}|\*{5,}|#(?: ?#){2,}|-\s?30\s?-)")
"""A paragraph that is nothing but an end mark; a lone ``***`` is a pause inside many articles and is not one."""

_NO_STOPS = frozenset(map(chr, (*range(0xE00, 0xF00), *range(0x1780, 0x1800))))
"""Characters of Thai, Lao and Khmer, in which sentences end without a full stop."""
SUFFIXES = ("ies", "ing", "ed", "es", "s")
SHORT, HEADLINE = 70, 130
"""Longest sub-heading and longest headline, letters (see ``extent``)."""


class ReadParagraph(Value):
    """One paragraph, read once; everything later steps need to know about its text."""

    text: str
    """The paragraph without white space at its ends."""
    terms: tuple[str, ...]
    """Stems of content words in reading order, repeats kept."""
    names: frozenset[str]
    """Capitalised spans, without sentence-initial common words."""
    name_words: frozenset[str]
    """Single words of the names."""
    acronyms: frozenset[str]
    """Words in capitals, two to seven letters."""
    introduced: frozenset[str]
    """Acronyms explained here in parentheses."""
    heading: bool
    """Has the form of a sub-heading: short and without closing punctuation."""
    title: bool
    """Has the form of a headline: as a sub-heading, but it may be longer."""
    cues: tuple[float, ...]
    """One number per entry of ``CUES``."""
    tail: tuple[float, ...]
    """One number per entry of ``TAIL_CUES``: what matters to the paragraph after this one."""


CUES = (
    "follow_up_start",
    "quote_start",
    "definite_start",
    "indefinite_start",
    "lower_start",
    "list_start",
    "length",
    "sentences",
    "day",
    "date",
    "role",
    "says",
    "surname_says",
    "byline",
    "start_cue",
    "embedded",
    "open_pronoun",
    "acronym_intro",
    "first_person",
    "question",
    "figures",
)
TAIL_CUES = (
    "prev_length",
    "prev_quote_end",
    "prev_colon_end",
    "prev_end_cue",
    "prev_list",
    "prev_embedded",
    "prev_says",
)


def stem(word: str) -> str:
    """A lower-case word without its commonest English endings."""
    word = word.removesuffix("'s").removesuffix("’s")
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)] + ("y" if suffix == "ies" else "")
    return word


def _terms(words: list[str], language: Language) -> tuple[str, ...]:
    if language != "english":
        return tuple(subjects(words, language))
    return tuple(stem(w) for w in words if (len(w) > 1 or w > "\u2fff") and w not in STOP_WORDS)


def _names(text: str) -> frozenset[str]:
    found = []
    for match in _NAME.finditer(text):
        words = match.group().removesuffix("'s").removesuffix("’s").split()
        start = match.start()
        initial = start == 0 or _BEFORE_INITIAL.search(text, max(0, start - 3), start) is not None
        if initial and (words[0].lower() in STOP_WORDS or words[0].lower() in FOLLOW_UP_WORDS or len(words) == 1):
            if len(words) == 1 and words[0].lower() in STOP_WORDS | FOLLOW_UP_WORDS:
                continue
            words = words[1:] if len(words) > 1 else words
        if len(words) == 1 and len(words[0]) < 2:
            continue
        found.append(" ".join(words))
    return frozenset(found)


def _open_pronoun(text: str, pronouns: frozenset[str]) -> float:
    """1 when a third-person pronoun comes before any name of the first sentence after its first word."""
    for at, match in enumerate(_FIRST_WORDS.finditer(text, 0, 300)):
        word = match.group()
        if word.lower() in pronouns:
            return 1.0
        if at and word[0].isupper():
            return 0.0
    return 0.0


def is_heading(text: str, longest: int = SHORT) -> bool:
    """Whether a paragraph has the outer form of a heading: up to ``longest`` letters (see ``extent``), no closing
    punctuation. In Thai, Lao and Khmer, where no sentence has any, it is at most half as long as a sub-heading."""
    if text and text[-1] in _NO_STOPS:
        longest = min(longest, SHORT) // 2
    return 0 < extent(text) <= longest and not _CLOSED.search(text) and not _LIST_ITEM.match(text)


def is_day(text: str) -> bool:
    """Whether a short line names a day of a year, as lines under headlines do."""
    return _WHOLE_DATE.search(text) is not None


def ends_article(text: str) -> bool:
    """Whether a paragraph says what is at the end of articles: credits, rights, addresses for more."""
    return _END_CUE.search(text) is not None


def _cues(text: str, words: list[str], introduced: frozenset[str], english: bool) -> tuple[float, ...]:
    day, date, speech_verbs = (
        (_DAY, _DATE, _SPEECH_VERBS) if english else (_FOREIGN_DAY, _FOREIGN_DATE, _FOREIGN_SPEECH_VERBS)
    )
    definite, indefinite = (_DEFINITE, _INDEFINITE) if english else (_FOREIGN_DEFINITE, _FOREIGN_INDEFINITE)
    start_cue = _START_CUE if english else _FOREIGN_START_CUE
    first = words[0] if words else ""
    own = None if english or not (code := tongue(words)) else cue_words(code)
    follow_up = first in own.follow_up if own else goes_on(text, words) or " ".join(words[:2]) in FOLLOW_UP_PAIRS
    speech_verbs, roles = (own.speech_verbs, own.roles) if own else (speech_verbs, _ROLE)
    return (
        float(follow_up),
        float(text[:1] in "\"“'‘„«「『"),
        0.0 if own and own.articles_open else float(bool(definite.match(text))),
        float(bool(indefinite.match(text))),
        float(text[:1].islower()),
        float(bool(_LIST_ITEM.match(text))),
        min(4.0, extent(text) / 150),
        min(5.0, float(len(_SENTENCE_END.findall(text)))),
        float(bool(day.search(text))),
        float(bool(date.search(text))),
        float(bool(roles.search(text))),
        float(bool(speech_verbs.search(text))),
        float(bool(_SURNAME_SPEAKS.match(text))),
        # A short line with "By" may be a sub-heading: ``read_bylines`` looks at what is around it.
        float(bool(_BYLINE.search(text[:140])) and not (text.startswith("By ") and is_heading(text))),
        float(bool(start_cue.search(text))),
        float(bool(_EMBEDDED.search(text))),
        _open_pronoun(text, own.pronouns if own else _THIRD_PERSON),
        min(2.0, float(len(introduced))),
        float(first in _FIRST_PERSON),
        float(text.endswith(("?", "？", "؟"))),
        float(any(c.isdigit() for c in text)),
    )


def _tail(text: str, words: list[str], english: bool) -> tuple[float, ...]:
    code = "" if english else tongue(words)
    speech_verbs = _SPEECH_VERBS if english else cue_words(code).speech_verbs if code else _FOREIGN_SPEECH_VERBS
    return (
        min(4.0, extent(text) / 150),
        float(text[-1:] in "\"”'’“»」』"),
        float(text.endswith((":", "："))),
        float(bool(_END_CUE.search(text))),
        float(bool(_LIST_ITEM.match(text))),
        float(bool(_EMBEDDED.search(text))),
        float(bool(speech_verbs.search(text))),
    )


def read_paragraph(raw: str, language: Language = "english") -> ReadParagraph:
    """Read one paragraph of a dump in a language; white space at its ends has no meaning."""
    english = language == "english"
    text = raw.strip()
    words = words_in(text)
    names = _names(text)
    introduced = frozenset(_ACRONYM_INTRO.findall(text))
    return ReadParagraph(
        text=text,
        terms=_terms(words, language),
        names=names,
        name_words=frozenset(w for name in names for w in name.split()),
        acronyms=frozenset(_ACRONYM.findall(text)),
        introduced=introduced,
        heading=is_heading(text),
        title=is_heading(text, HEADLINE),
        cues=_cues(text, words, introduced, english),
        tail=_tail(text, words, english),
    )
