"""Whether a number is the smaller part of a time of day or of a number in two units: 40 in `8:40` and in `3 hours 40
minutes`."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from annotated_briefings.base.meaning.measures import measures_of
from annotated_briefings.base.numbers.number_reader import Amount
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex

_HOUR = regex(r"(?<![\d:.,])(?:[01]?\d|2[0-4])\s?(?:[:：]|h\s?)(?:[0-5]\d:)?\Z")
_MINUTES = regex(r"[0-5]\d(?![\d:]|\.\d)|[0-5]\d:[0-5]\d(?!\d)")
_BEFORE_MINUTES = regex(r"\s?[:：][0-5]\d(?!\d)")
_GAP = regex(
    r"\s?(?P<unit>[^\W\d_]+(?:[\u0900-\u0dff]+[^\W\d_]*)*|['’′°])\.?"
    r"(?:,?\s(?:and|und|et|y|e|en|och|og|i|a|и|і|та|ja|ve|és|și|και|και|और|এবং|dan|và))?,?\s?(?:و\s?)?"
)
_UNIT = regex(r"\s?([^\W\d_]+(?:[\u0900-\u0dff]+[^\W\d_]*)*|['’′\"”″])")
_SPACELESS = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LARGEST_FIRST = (
    "year week month day h min s",
    "km m cm mm",
    "mile yard foot inch",
    "t kg g",
    "stone lb oz",
    "° ′ ″",
    "money cents",
)
"""Measures of one kind from the largest to the smallest."""
_MORE_WORDS = (
    "year: y yr yrs roky χρόνια έτη वर्ष साल 년",
    "month: mo mos μήνες महीने महीना 개월",
    "week: wk wks सप्ताह 주",
    "day: d ημέρα दिन 일 ημέρες μέρες",
    "h: h hr hrs std uhr uur saat 时 時 点 點 시 ώρες ώρα ч год ساعات ساعات ساعة घंटे घंटा घण्टे 시간 giờ jam godz",
    "min: m min mins mn мин хв λεπτά λεπτό मिनट 분 分 دقيقة دقائق phút menit",
    "s: s sec secs sek сек с सेकंड सेकेंड 초 δευτερόλεπτα ثانية giây detik",
    "foot: ' ’ ′ ft",
    'inch: " ” ″ in ins',
    "g: g gr",
    "stone: st stone stones",
    "lb: lb lbs",
    "oz: oz ounce ounces",
    "°: ° degree degrees grad degrés grados gradi graus graden градусов градуса",
    "′: ' ’ ′ minute minutes minuten minutos minuti минут",
    '″: " ” ″ second seconds sekunden secondes segundos secondi секунд',
    "money: pound pounds euro euros eur dollar dollars franc francs franken peso pesos zł złoty złote złotych рубль"
    " рубля рублей крона kronor kroner lei rupee rupees रुपये 元 块 lira",
    "cents: penny pence p cent cents centavos céntimos centimes centesimi centesimo rappen groszy grosze копейка"
    " копейки копеек öre øre bani paise पैसे 角 毛 分 kuruş",
)
"""Short forms, and words beside those of other measures; they are measures beside a measure of their kind alone."""
_OF_SCORES = regex(
    r"\b(?:goals?|points?|votes?|runs?|sets?|games?|scores?|tor(?:en?)?|treffern?|punkten?|stimmen?|buts?|voix|gol(?:e?s)?|tantos?"
    r"|punt(?:i|os?|en)|pontos?|vot(?:i|os|es)|ret[ei]|doelpunt(?:en)?|stem(?:men)?|mål|poäng|point|röster|stemmer|bram(?:ka|ki|ek|kami)"
    r"|punkt(?:y|ów|ami)|głos\w*|branek|branky|gólů|gól\w*|bod(?:y|ů)|hlas\w*|гол\w*|очк\w*|м'?яч\w*|maalia?|pistettä|ääntä|sayı|oy"
    r"|γκολ|τέρματα|πόντ\w+|ψήφ\w+)\b"
    r"|أهداف|هدف|نقط|نقاط|صوت|أصوات|गोल|अंक|वोट|ゴール|得点|票|球|比分|득점|골|표",
    re.IGNORECASE,
)
"""What is counted where `29:31` is the end of a match or of a vote, and no time of day."""
_SCORE_BEFORE = regex(
    r"(?:\b(?:score|scoreline|endstand|ergebnis|spielstand|marcador|resultado|placar|risultato|punteggio|uitslag|stand|resultat\w*"
    r"|wynik\w*|skóre|výsled\w+|сч[её]т\w*|рахун\w+|tulos|skor\w*|σκορ)\b|النتيجة|نتيجة|स्कोर|比分|スコア|스코어)[^\d.!?]{0,24}\Z",
    re.IGNORECASE,
)
_SCORE_REACH = 40
"""Characters before a number that are read for such a word."""


@lru_cache(maxsize=1)
def _more() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, _, words in (row.partition(": ") for row in _MORE_WORDS):
        for word in map(plain_number_text, words.split()):
            found[word] = found.get(word, frozenset()) | {name}
    return found


def is_smaller_part(shown: str, one: Amount, numbers: Sequence[Amount], language: str, counted: str) -> bool:
    """Whether a number of a text in a language is such a part; ``numbers`` are all numbers of the text, and ``counted``
    is what the number is to count.

    The hour of a time of day is one as well: nobody counts 8 of anything in `8:40`.
    """
    start, end = _place(shown, one)
    is_hour = _BEFORE_MINUTES.match(shown, end) and end - start <= 2
    is_minute = _HOUR.search(shown[max(0, start - 8) : start]) and _MINUTES.match(shown, start)
    if is_hour or is_minute:
        near = shown[max(0, start - _SCORE_REACH) : start].rstrip("0123456789: ")
        return not (_OF_SCORES.search(counted) or _SCORE_BEFORE.search(near))
    # An article, or the Czech word for `and`, may be read as a number.
    shared_numbers = [number for number in numbers if number == one or not number.alone]
    before = next((first for first, second in pairwise(shared_numbers) if second == one), None)
    gap = before and _GAP.fullmatch(shown, _place(shown, before)[1], start)
    behind = _UNIT.match(shown, end)
    if not gap:
        return False
    if not behind:
        # `6 feet 4`, `2 Euro 50`: the smaller unit is not written.
        larger = _measures(gap["unit"], language)
        follows = not shown[gap.end("unit") : start].strip(" .")
        return follows and any(size in larger for sizes in _LARGEST_FIRST for size in sizes.split()[:-1])
    larger, smaller = (_measures(word, language) for word in (gap["unit"], behind[1]))
    kinds = (sizes.split() for sizes in _LARGEST_FIRST)
    return any(a in larger and b in smaller for sizes in kinds for at, a in enumerate(sizes) for b in sizes[at + 1 :])


def _place(shown: str, number: Amount) -> tuple[int, int]:
    """The start of a number, and its end without a letter behind its digits: `2 m` may be two million."""
    digits = [at for at in range(number.start, number.end) if shown[at].isdigit()]
    return number.start, digits[-1] + 1 if digits else number.end


def _measures(word: str, language: str) -> frozenset[str]:
    plain, more = plain_number_text(word), _more()
    # Scripts without spaces write the next word to a measure.
    shortest = 1 if _SPACELESS.match(plain) else len(plain)
    sizes = range(len(plain), shortest - 1, -1)
    own = next((more[plain[:size]] for size in sizes if plain[:size] in more), frozenset[str]())
    return measures_of([plain], language) | own
