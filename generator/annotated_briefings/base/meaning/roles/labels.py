"""Whether a number is the name of one thing, such as a route, a room, a paragraph or a type: `Route 40`, `F-35`.

The word of the unit right before the number, in another form than that of the unit, tells it in any language but those
that count behind the noun: `la ruta 40` for routes. So do letters that are written to it, and words that number things.
"""

import re
from collections.abc import Sequence

from annotated_briefings.base.meaning.counted import names_word, words_behind
from annotated_briefings.base.numbers.number_reader import Amount
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex

_REACH = 32
"""Characters before a number that are looked at."""
_COUNT_BEHIND_NOUN = frozenset("sw ja zh ko th vi id ms my km lo yo ig zu xh rw rn ln so wo ha am".split())
"""Languages in which the number may follow what it counts."""
_NUMBER_SIGN = regex(
    r"(?:(?<![^\W\d_])(?:number|no\.|nr\.?|núm(?:ero)?\.?|número|numéro|nummer|numero|num\.|номер\w{0,2}|numer\w?|číslo"
    r"|رقم)|n[°º]|№|#|第)\s*\Z"
)
"""Words and signs for a number that names."""
_NUMBERED = regex(
    r"(?:(?<![^\W\d_])(?:page|pages|room|gate|chapter|article|section|paragraph|clause|platform|flight|exhibit|figure"
    r"|table|verse|psalm|channel|seite|kapitel|artikel|absatz|zimmer|gleis|kanal|abschnitt|tabelle|chambre|chapitre"
    r"|alinéa|quai|página|capítulo|artículo|artigo|inciso|sala|pagina|capitolo|articolo|comma|kamer|hoofdstuk|sida"
    r"|paragraf\w?|artykuł\w{0,2}|rozdział\w?|pok[oó]j\w?|článek|pokoj|стать\w{1,2}|глав\w|страниц\w|комнат\w|пункт\w{0,2}"
    r"|параграф\w?|статт\w|кімнат\w|маршрут\w{0,2}|madde|sayfa|luku|artikla|huone|line|route|bus|linie|ligne"
    r"|línea|linha|linea|lijn|linje|linia|linka|линия|лінія|(?:ال)?ماده|(?:ال)?رحله|(?:ال)?غرفه|(?:ال)?صفحه)|§)\s*\Z"
)
"""Words for what is numbered, before its number."""
_NUMBERED_BEHIND = regex(
    r"(?:st|nd|rd|th|er|ère|re|e|ème|eme|nde?|de|ste|\.?[ºª]|:[ae]|-(?:й|я|е|го|му|ый|ой|ая|ое|м|х))(?!\w)"
    r"|\s?(?:番目|号|號|回目|番線|番地|次列车|次列車|次航班|路(?:公交|巴士|车|車|电车|電車|无轨)|便(?:は|が|の)|系統|호선|번)"
    r"|\s(?:numaralı|no'?lu|nolu|sayılı)\b|-[eao]?s (?=\w)"
)
"""Endings and signs that make a number the name of one thing."""
_LETTERS = regex(r"(?:(?<![^\W_])[A-Z]{1,3}[ \u00a0]?|(?<!\d)[^\W\d_]-)\Z")
"""Letters before a number that make one name with it: `A 40`, `F-35`."""
_ANY_ARTICLE = r"an?|the|une?|una|el|la|le|il|lo|l|o|um|uma|ein|eine|der|die|das|den|dem|de|het|een|en|ett|et"
_MODEL = regex(rf"(?<![^\W_])(?:{_ANY_ARTICLE})[ '’][A-Z]\w+ \Z")
"""A name behind an article: `a Boeing 747`."""
_NO_NAMES = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|at|in|on|by|to|from|of|for|with|within|over|under|above|below|about|around|near|nearly|almost"
    r"|some|only|just|even|another|other|further|more|less|fewer|up|all|the|these|those|its|their|his|her|our|my|your"
    r"|this|that|both|every|each|any|no|not|then|now|today|tonight|tomorrow|yesterday|overnight|meanwhile|also|and|or|but"
    r"|so|as|if|when|while|where|after|before|since|until|between|among|across|against|per|plus|minus|than|there|here"
    r"|perhaps|maybe|last|next|past|first|one|two|three|four|five|six|seven|eight|nine|ten|i|we|they|he|she|you|it|who"
    r"|is|are|was|were|has|have|had|got|took|saw|lost|won|sold|sent|built|paid|made|gave|total|police|minimum|maximum"
    r"|average|still|already|later|earlier|once|again|out|well|far|most|least|several|many|new|old|roughly|circa|exactly"
)
_NAME_AND_THINGS = regex(
    r"(?:(?:\A|[.!?:;]\s+)[\W_]*|(?<![^\W_])(?i:of|its|their|these|those|all|new|old|several|many|two|three|four) )"
    r"(?P<name>[A-Z](?:\w+(?:[ -][A-Z]\w+)?)?) \Z"
)
"""A name at the beginning of a sentence, or behind a word that goes with the things: `Boeing` before `737 jets`."""
_JOINED = regex(r"(?<![^\W_])[A-Z]\w*[A-Za-z]-\Z")
"""A name that is joined with its number: `Covid-19 cases`."""
_THING_BEHIND = regex(r" (?:[A-Z][a-z]+ )?[a-z]")
_NO_NAME = regex(rf"(?:{_NO_NAMES}|\w+ly)(?: .*)?\Z", re.IGNORECASE)
_DETERMINED = regex(r"(?<![^\W_])(?:the|this|that|each|every|its|their|his|her|our|an?) \w+ \Z", re.IGNORECASE)
_NOUN_BEFORE = regex(
    rf"(?P<article>(?<![^\W_])(?i:{_ANY_ARTICLE})[ '’])?(?P<noun>[^\W\d_]+)[ \u00a0](?:[A-Z]{{1,3}} ?)?\Z"
)
_ARABIC_ARTICLE = regex(r"\Aال(?=[\u0600-\u06ff]{3})")
_JOINT = regex(
    r"\s?(?:[,/–-]|to|and|or|bis|und|oder|à|et|ou|y|al?|hasta|e|o|en|tot|till|til|och|og|i|do|и|до|та|ve)\s?"
)


def is_label(text: str, one: Amount, numbers: Sequence[Amount], named: Sequence[str], language: str) -> bool:
    """Whether a number of a text names one of some things; ``named`` are the words of its unit, ``numbers`` are all
    numbers of the text."""
    plain = plain_number_text(text)
    shown = text if len(text) == len(plain) else plain
    if one.units:
        return False
    near = plain[max(0, one.start - _REACH) : one.start]
    if _NUMBER_SIGN.search(near) or (plain[one.end - 1].isdigit() and _NUMBERED_BEHIND.match(plain, one.end)):
        return True
    if _JOINED.search(shown[max(0, one.start - _REACH) : one.start]):
        return True
    if language == "en" and _is_name_of_things(shown, near, one):
        return True
    if any(names_word(word.lower(), name) for word in words_behind(shown, one) for name in named):
        return False
    return bool(_NUMBERED.search(near)) or _is_named(shown, one, numbers, named, language)


def _is_name_of_things(shown: str, near: str, one: Amount) -> bool:
    """Whether a number in English belongs to the name before it and not to the things behind it: `Falcon 9 rockets`,
    `Article 5 rights`."""
    if not (one.values and shown[one.end - 1].isdigit() and _THING_BEHIND.match(shown, one.end)):
        return False
    if _NUMBERED.search(near) and not _DETERMINED.search(near):
        return True
    found = _NAME_AND_THINGS.search(shown[max(0, one.start - _REACH) : one.start])
    return bool(found and not _NO_NAME.match(found["name"]))


def _is_named(shown: str, one: Amount, numbers: Sequence[Amount], named: Sequence[str], language: str) -> bool:
    before = next((other for other in numbers if other.end <= one.start and _joins(shown, other, one)), None)
    start = before.start if before else one.start
    near = shown[max(0, start - _REACH) : start]
    if not shown.isupper() and (_LETTERS.search(near) or _MODEL.search(near)):
        return True
    found = _NOUN_BEFORE.search(near)
    if not found or language in _COUNT_BEHIND_NOUN:
        return False
    noun = _ARABIC_ARTICLE.sub("", plain_number_text(found["noun"]))
    if noun in named:
        # `buses 40, trams 12` counts them.
        return bool(found["article"] or before or any(_joins(shown, one, other) for other in numbers))
    return any(names_word(noun, name) for name in named)


def _joins(shown: str, one: Amount, other: Amount) -> bool:
    return one.end <= other.start and bool(_JOINT.fullmatch(shown, one.end, other.start))
