"""To which source of a brief a sentence gives words: outlets that it names as the speaker."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.meaning.speech import marked_words
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import replace
from annotated_briefings.content.markdown.plaintext import plain_quote, plain_whole
from annotated_briefings.content.markdown.text import Attribution
from annotated_briefings.content.model import SourceRef

_ARTICLES = (
    "the der die das dem den des le la les l' el los las lo il gli i het de een det den o os as a al au du del della "
    "dello".split()
)
_ARTICLE = regex(rf"(?:(?:{'|'.join(_ARTICLES)})\s+|l['’]\s?)", re.IGNORECASE)
_ENDING = r"(?:['’]s?|s|es|n|en|a|u|em|om|ie|ą|ę|ем|а|у|е|ом|и|ы|ой)?"
"""What names of newspapers end in where a language inflects them."""
_SHORT = 3
"""Letters of a name that other words have within them: like initials it has no ending but that of the genitive."""
_PARTS = r"(?:\s(?:News|Radio|TV|Online|Live|World(?: Service)?|Sport|Weekend)(?!\w))?"
"""Parts of outlets that are known by their initials: `BBC News`."""
_ITS = r"(?:-(?:Informationen|Angaben|Berichte?n?|Meldung(?:en)?|Recherchen))"
_OF_ITS = regex(r"(?<!\w)(?:nach|laut|gemäß|wie)\s+\Z", re.IGNORECASE)
"""What gives words to `dpa-Informationen`."""
_SPEECH_VERBS = (
    r"say|says|said|write|writes|wrote|report|reports|reported|reporting|note|notes|noted|claim|claims|claimed|quote|quotes|quoted"
    r"|cite|cites|cited|add|adds|added|state|states|stated|comment|comments|commented|conclude|concludes|concluded|argue|argues|argued"
    r"|reveal|reveals|revealed|warn|warns|warned|ask|asks|asked|has (?:written|reported|said)|puts it|put it"
    r"|sagt|sagte|schreibt|schrieb|meldet|meldete|berichtet|berichtete|zitiert|zitierte|erklärt|erklärte|meint|kommentiert"
    r"|écrit|écrivait|rapporte|rapportait|affirme|dit|titre|note|cite|ajoute|relate|indique"
    r"|a (?:écrit|rapporté|affirmé)"
    r"|escribe|escribió|informa|informó|dice|dijo|afirma|afirmó|publica|publicó|cita|señala"
    r"|scrive|riporta|riferisce|afferma|ha (?:scritto|riferito)|escreve|escreveu|noticia|noticiou|diz"
    r"|schrijft|schreef|meldt|meldde|bericht|berichtte|zegt|zei|citeert|skriver|skrev|rapporterar|rapporterade|säger"
    r"|uppger|melder|meldte|rapporterer|siger|sier|pisze|napisał[ao]?|podaje|podał[ao]?|donosi|píše|napsal[ao]?|uvádí"
    r"|kirjoittaa|kertoo|yazdı|yazıyor|bildirdi|пишет|написал[аои]?|сообщает|сообщил[аои]?|заявил[аои]?|цитирует|пише"
)
_ACCORDING = (
    r"according to|in the words of|(?<=, )so|laut|nach (?:angaben|worten|bericht)|zufolge|gemäß|selon"
    r"|d['’]après|según|secondo|segundo|volgens|aldus|enligt|ifølge|według|podle|согласно"
    r"|по (?:данным|словам|сообщению)|як пише|за даними"
)
_ADDRESSED_VERBS = (
    r"(?:told|tells|telling)|(?:said|says) to|gegenüber|(?:dijo|declaró|afirmó|contó) al?"
    r"|(?:detto|dichiarato|raccontato) (?:a|al|alla|allo|ai)|(?:zei|zegt|vertelde) (?:tegen|aan)"
    r"|(?:säger|sade|sa|berättar|siger|fortæller|fortalte)(?: \w+)? (?:till|til)"
)
_BESIDE = r"(?:\s+[^\W\d_A-ZÀ-Þ][^\W\d_]*){0,2}?"
"""Small words between a name and its verb."""
_SUBJECT_OF = regex(rf"{_BESIDE}\s+(?:{_SPEECH_VERBS})(?!\w)")
_DIRECTLY = regex(r"\s*[:：]\s*\Z")
_LED_BY = regex(
    rf"(?:(?<!\w)(?:{_ACCORDING}|{_ADDRESSED_VERBS}){_BESIDE}|(?<!\w)(?:{_SPEECH_VERBS}))\s*\Z", re.IGNORECASE
)
"""What ends right before the name of the speaker, or of the outlet that was told."""
_STATED_WITH_ARTICLE = regex(
    r"(?<!\w)(?:(?:sagte|sagt|erklärte|verriet)(?: \w+){0,3} de[rm]"
    r"|(?:dit|déclaré|confié|affirmé|expliqué|raconté)(?: \w+){0,3} (?:au|à(?: la| l['’])?))\s*\Z"
)
"""The same, with the article that tells whom somebody told."""
_BEFORE_OTHERS = regex(
    r"(?<!\w)(?:nach|of|from|at|in|by|with|to|for|via|on|von|vom|bei|beim|im|zur|zum|aus|du|des|de|dans|sur|chez|à|au|en|del|al|con|di"
    r"|della|dello|nel|nella|su|van|bij|aan|uit|från|av|på|fra|af|w|z|od|dla|из|в|для|от|than|like|against|about|between|and|und|et|y|e)\s+\Z",
    re.IGNORECASE,
)
"""Small words behind which a name is not the one that speaks."""
_WORD_BEFORE = regex(r"([^\W\d_][\w'’-]*)\s+\Z")
_NAME_GOES_ON = regex(r"\s(?:of\s|de\s)?[A-ZÀ-ÞА-Я][^\W\d_]")
_ENDED = regex(r"[.!?…。！？]\W*\Z")
_HAN = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_SPEECH_VERBS_IN_HAN = regex(
    r"[》」』]?(?:紙|新聞|报|報)?[はが]|[》」』]?.{0,6}?(?:报道|報道|报导|報導|写道|寫道"
    r"|称|稱|说|說|表示|によると|によれば)"
)
_LEFT_OUT = regex(r"\[[^\]]*\]|\.\.\.")
_NAME = 3
"""Words between quotation marks that may be the name of an outlet."""
_NEAR = 300
"""Characters around words of a source in which it tells from whom it has them."""
_COMMON_BEFORE = regex(
    r"(?<!\w)(?:eine\w?|dies\w+|jede\w?|letzte\w?|nächste\w?|vorige\w?|ganze\w?|in der|zur"
    r"|(?:zu|vor|nach|seit) der)\s+\Z",
    re.IGNORECASE,
)
_POSSESSIVE = regex(r"['’]s?\Z")
_BYLINE = regex(r"\s*(?:—|–|--?)\s*")

_Names = tuple[tuple[tuple[int, ...], re.Pattern[str], bool], ...]
"""The numbers of sources, the pattern of their name, and whether it is that of an outlet."""


def attributions(text: str, words: str, sources: Sequence[SourceRef]) -> tuple[Attribution, ...]:
    """The sources that the sentence around quoted words names; ``text`` is their paragraph, as HTML or plain, or what
    is beside a block of quoted text with the block itself."""
    names = _names(sources)
    if not names or not any(one.search(text) for _, one, _ in names):
        return ()
    if "<blockquote" in text:
        return tuple(_of_block(text, names))
    return tuple(_of_sentence(*_sentence(plain_text(text), words), names))


def claimed_from(text: str, sources: Sequence[SourceRef]) -> tuple[Attribution, ...]:
    """The sources that a claim without quotation marks is given to: `it is closed, according to the Courier`."""
    names = _names(sources)
    found = tuple(_of_sentence(text, "", names)) if names else ()
    # Of several sentences it is not known for which of them the receipt is.
    several = len(sentence_starts(text)) > 1
    return tuple(replace(one, sure=one.sure and not several) for one in found)


def is_named_near(text: str, words: str, names: Sequence[str]) -> bool:
    """Whether a text has one of some names, however it is inflected, near words that it has."""
    whole = plain_whole(text).text
    piece = max(_LEFT_OUT.split(plain_quote(words)), key=len).strip()
    places = [found.start() for found in re.finditer(re.escape(piece[1:]), whole)] or [0]
    patterns = [pattern for name in names if (pattern := _pattern(_bare(plain_quote(name))))]
    return any(
        pattern.search(whole[max(0, at - _NEAR) : at + len(piece) + _NEAR]) for at in places for pattern in patterns
    )


def _names(sources: Sequence[SourceRef]) -> _Names:
    return _patterns(tuple((s.outlet or s.title, s.author) for s in sources)) if len(sources) > 1 else ()


@lru_cache(maxsize=64)
def _patterns(named: Sequence[tuple[str, str]]) -> _Names:
    """The names of sources that tell one from another, the longest first; authors are persons who may be quoted."""
    found: dict[str, tuple[list[int], bool]] = {}
    for number, (outlet, author) in enumerate(named, 1):
        for name, sure in ((_bare(outlet), True), (_bare(author), False)):
            if name and (sure or " " in name):
                found.setdefault(name, ([], sure))[0].append(number)
    kept = (
        (tuple(numbers), pattern, sure)
        for name, (numbers, sure) in sorted(found.items(), key=lambda one: -len(one[0]))
        if len(numbers) < len(named) and (pattern := _pattern(name))
    )
    return tuple(kept)


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name.strip(), count=1) if _ARTICLE.match(name.strip()) else name.strip()


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str] | None:
    if not any(map(str.isalpha, name)):
        return None
    words, capitals = (r"\s+".join(map(re.escape, form.split())) for form in (name, name.upper()))
    if _HAN.search(name):
        return re.compile(words)
    if len(name) == 1:
        return re.compile(rf"(?:(?<=\bthe )|(?<=\bThe )){words}(?![\w.-])")
    ending = r"(?:['’]?s)?" if len(name) <= _SHORT or name.isupper() else _ENDING
    parts = _PARTS if name.isupper() else ""
    return re.compile(rf"(?<![\w-])(?:{words}|{capitals}){ending}{parts}{_ITS}?(?![\w-])")


def _sentence(text: str, words: str) -> tuple[str, str]:
    """What is before and behind quoted words in their sentence, without what else it quotes."""
    spans = [(one.start, one.end, one.words) for one in marked_words(text)]
    at = text.find(words)
    start, end = next(
        ((low, high) for low, high, inner in spans if inner == words or low <= at < high), (at, at + len(words))
    )
    for low, high, inner in spans:
        if (low, high) != (start, end) and len(inner.split()) <= _NAME:
            text = f"{text[:low]} {text[low + 1 : high - 1]} {text[high:]}"
            continue
        # A full stop before the closing mark ends the sentence only where another one begins behind it.
        ends = _ENDED.search(inner) and text[high:].lstrip()[:1].isupper() and (low, high) != (start, end)
        text = text[:low] + ("x" * (high - low - 1) + ("." if ends else "x")) + text[high:]
    if _ENDED.search(words) and text[end:].lstrip()[:1].isupper():
        text = text[:end] + "\n" * (len(text) > end) + text[end + 1 :]
    starts = (*sentence_starts(text), len(text))
    low = max(one for one in starts if one <= start) if start >= 0 else 0
    high = min((one for one in starts if one >= end), default=len(text))
    return text[low:start], text[end:high]


def _of_block(html: str, names: _Names) -> Iterator[Attribution]:
    """Sources that lead to a block of quoted text with a colon, or are named in the line that signs it."""
    before, _, rest = html.partition("<blockquote")
    inner, _, behind = rest.rpartition("</blockquote>")
    lead = plain_text(before)
    if lead.endswith((":", "：")):
        yield from _of_sentence(lead[sentence_starts(lead)[-1] :], "", names)
    last = re.split(r"<p>|<br ?/?>", inner)[-1]
    for line in (plain_text(last), plain_text(behind)):
        if opening := _BYLINE.match(line):
            for numbers, pattern, sure in names:
                if found := pattern.search(line, opening.end()):
                    first = not line[opening.end() : found.start()] or _ARTICLE.fullmatch(
                        line[opening.end() : found.start()]
                    )
                    yield Attribution(numbers, _with_article(line, found), sure and bool(first))


def _of_sentence(before: str, after: str, names: _Names) -> Iterator[Attribution]:
    taken: list[tuple[int, int]] = []
    text = f"{before}\0{after}"
    for numbers, pattern, sure in names:
        for found in pattern.finditer(text):
            if any(low < found.end() and found.start() < high for low, high in taken):
                continue
            taken.append(found.span())
            if not _is_part_of_name(text, found):
                speaks = _speaks(text, found, len(before))
                # In German each noun has a capital: `in der Woche` is not an outlet of that name.
                if speaks or " " in found[0] or not _COMMON_BEFORE.search(text[: found.start()]):
                    yield Attribution(numbers, _with_article(text, found), sure and speaks)


def _is_part_of_name(text: str, found: re.Match[str]) -> bool:
    """Whether a name goes on at one of its sides: `Torvik Courier`, `Courier of Varne`."""
    if _HAN.search(found[0]):
        return False
    before = _WORD_BEFORE.search(text[: found.start()])
    if before and before[1][0].isupper() and before[1].lower() not in _ARTICLES:
        leads = _LED_BY.search(before[0]) or _BEFORE_OTHERS.search(before[0])
        if not (leads and not text[: before.start()].strip(" \0")):
            return True
    return bool(_NAME_GOES_ON.match(text, found.end())) and not _POSSESSIVE.search(found[0])


def _speaks(text: str, found: re.Match[str], edge: int) -> bool:
    """Whether a sentence, whose quoted words are at an offset, gives them to a name."""
    before, after = text[: found.start()], text[found.end() :]
    if _HAN.search(found[0]):
        return bool(_SPEECH_VERBS_IN_HAN.match(after))
    article = re.search(rf"(?:(?<!\w){_ARTICLE.pattern})\Z", before, re.IGNORECASE)
    led = before[: article.start()] if article else before
    if re.search(_ITS + r"\Z", found[0]):
        return bool(_OF_ITS.search(led))
    if _LED_BY.search(led) or _LED_BY.search(before) or _STATED_WITH_ARTICLE.search(before):
        return True
    if _BEFORE_OTHERS.search(led) or _POSSESSIVE.search(found[0]):
        return False
    if found.end() <= edge and _DIRECTLY.match(text[found.end() : edge]):
        return True
    return bool(_SUBJECT_OF.match(after))


def _with_article(text: str, found: re.Match[str]) -> str:
    article = re.search(rf"(?<!\w){_ARTICLE.pattern}\Z", text[: found.start()], re.IGNORECASE)
    return (article[0] if article else "") + found[0]
