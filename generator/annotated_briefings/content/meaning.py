"""What a passage says that must not change under a note: its figures, names, negations and directions.

Two passages that differ in any of these say different things however alike they look, so a note on one is not a note on
the other.
"""

import re
from collections import Counter

from rapidfuzz.distance import OSA, Levenshtein

_WORD = re.compile(r"[^\W_]+(?:['.,:/-][^\W_]+)*%?", re.UNICODE)
_CASELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts without capitals: Hebrew, Arabic, Indic, Thai, Lao, Chinese, Japanese and Korean."""
_NUMERAL = frozenset("零〇一二三四五六七八九十百千万亿萬億两兩半")

_SCALES = re.compile(r"(\d\W+)(hundred|thousand|million|billion|trillion|dozen)s\b", re.IGNORECASE)
"""Nine millions are nine million; without a number before them millions are not one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NUMBER_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen half third double doubled doubles triple tripled triples quadrupled halved twice once first "
    "second fourth fifth sixth seventh eighth ninth tenth null ein eins zwei drei vier fünf sechs sieben acht neun "
    "zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend millionen million "
    "milliarde milliarden dutzend hälfte drittel doppelt zweimal verdoppelt verdreifacht halbiert un deux trois "
    "quatre cinq six sept huit neuf dix douze vingt trente quarante cinquante cent mille milliard uno dos tres cuatro "
    "cinco seis siete ocho nueve diez doce veinte treinta cien mil millón millones"
)
_UNITS = _words(
    "dollar dollars euro euros pound pounds yuan yen franc francs crown crowns rupee rupees rouble roubles percent "
    "prozent kilometre kilometres km mile miles metre metres tonne tonnes ton tons kilo kilos litre litres barrel "
    "barrels megawatt megawatts gigawatt gigawatts year years month months week weeks day days hour hours minute "
    "minutes jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden"
)
"""What figures count; another unit is another figure."""
_NEGATIONS = _words(
    "no not never none nobody nothing neither nor without cannot hardly barely scarcely unable refused refuses denied "
    "denies lacks lacked fails failed nicht nie niemals kein keine keinen keinem keiner nichts niemand ohne weder "
    "kaum ne pas jamais aucun aucune rien sans personne ni non ningún ninguna nunca nada nadie sin tampoco لا لم لن "
    "ليس ليست ما غير بدون دون"
)
_CASELESS_NEGATIONS = ("不", "没", "沒", "未", "无", "無", "非", "否", "勿", "別", "别", "ない", "ません", "않", "없")
_DIRECTIONS = (
    (
        "rise rises rose risen rising increase increases increased grow grows grew grown gain gains gained climb "
        "climbed jump jumped surge surged up higher more above over raise raised expand expanded "
        "strengthen strengthened best steigt stieg gestiegen wächst wuchs mehr höher über zunahme",
        "fall falls fell fallen falling decrease decreases decreased decline declines declined drop drops dropped "
        "shrink shrank lose loses lost plunge plunged slump slumped down lower less fewer below under cut cuts "
        "reduced weaken weakened worst sinkt sank gesunken fällt fiel gefallen weniger niedriger unter rückgang",
    ),
    ("buy buys bought purchase purchased acquire acquired kauft kaufte", "sell sells sold verkauft verkaufte"),
    (
        "open opens opened opening start starts started begin begins began launch launched eröffnet begann",
        "close closes closed closing shut shuts stop stops stopped halt halted schließt schloss endet",
    ),
    ("win wins won winner gewinnt gewann", "lose loses lost loser verliert verlor"),
    (
        "accept accepts accepted approve approved allow allowed permit permitted agree agreed support supported legal",
        "reject rejects rejected refuse refused ban banned forbid forbidden oppose opposed disagree disagreed illegal",
    ),
    ("before earlier former old vor früher", "after later new nach später"),
    ("all every always alle jeder immer", "few sometimes rarely wenige manchmal selten"),
    ("true right correct wahr richtig", "false wrong incorrect falsch"),
    ("profit profits surplus gewinn", "loss losses deficit verlust"),
    ("import imports imported", "export exports exported"),
    ("hire hired", "fire fired dismiss dismissed"),
    ("guilty", "innocent"),
    ("alive lives", "dead dies died"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
)
_SIDES = {
    word: (pair, side)
    for pair, sides in enumerate(_DIRECTIONS)
    for side, text in enumerate(sides)
    for word in text.split()
}
_STARTERS = _words(
    "the a an this that these those it its he she they we i you in on at by for from with as and but or so if when "
    "while after before since because although though there here what who which how why where all both each many most "
    "some der die das den dem des ein eine einen einem einer dieser diese dieses er sie es wir ich und oder aber in "
    "im am auf an bei mit nach von vor zu zum zur als wenn weil da so wie was wer"
)
_SMALL = frozenset("的了地得着过也都就还又在於于是和与及或而其这那此该每所把被由对向以之呢吗啊،、。，；：？！ ,.!?")
_ARABIC_FORM = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
    | {chr(code): None for code in (*range(0x064B, 0x0653), 0x0670, *range(0x05B0, 0x05C8))}
)
"""Spellings of Arabic and Hebrew that differ without changing the word: hamza, endings, vowel marks."""


def tokens(text: str) -> list[str]:
    """The words and numbers of a text as written."""
    return _WORD.findall(text)


def figures(text: str) -> Counter[str]:
    """The numbers of a text, in digits and in words; separators of thousands do not count."""
    found: Counter[str] = Counter()
    for token in tokens(_SCALES.sub(r"\1\2", text)):
        if any(c.isdigit() for c in token):
            found[re.sub(r"(?<=\d)[,'.](?=\d{3}\b)", "", token.lower())] += 1
        else:
            parts = re.split(r"[-/]", token.lower())
            found.update(part for part in parts if part in _NUMBER_WORDS)
            found.update(part.removesuffix("s") for part in parts if part in _UNITS)
    found.update(c for c in text if c in _NUMERAL)
    found.update(c for c in text if c in "$€£¥%‰°")
    return found


def names(text: str) -> Counter[str]:
    """Words with capitals, but for a small word at the start of a sentence."""
    found: Counter[str] = Counter()
    start = True
    at = 0
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        start = start or any(c in '.!?:"' for c in between)
        word = match[0]
        if any(c.isupper() for c in word) and not (start and word.lower() in _STARTERS):
            found[word.removesuffix("'s")] += 1
        start = False
        at = match.end()
    return found


def negations(text: str) -> int:
    """How many words of a text negate."""
    words = [token.lower() for token in tokens(text)]
    count = sum(word in _NEGATIONS or word.endswith("n't") for word in words)
    return count + sum(text.count(mark) for mark in _CASELESS_NEGATIONS)


def directions(text: str) -> frozenset[tuple[int, int]]:
    """Which sides of opposites a text takes: up or down, buying or selling."""
    return frozenset(_SIDES[word] for word in map(str.lower, tokens(text)) if word in _SIDES)


def change_of_meaning(quote: str, found: str) -> str:
    """What a passage says otherwise than a quote, in words; empty when nothing that counts has changed."""
    if figures(quote) != figures(found):
        return f"a figure has changed: {_difference(figures(quote), figures(found))}"
    if names(quote) != names(found):
        return f"a name has changed: {_difference(names(quote), names(found))}"
    if negations(quote) != negations(found):
        return "a negation has come or gone"
    gone, new = directions(quote) - directions(found), directions(found) - directions(quote)
    if any((pair, 1 - side) in new for pair, side in gone):
        return "a word has turned into its opposite"
    strange = _changed_caseless(quote, found)
    if strange:
        return f"words have changed that may be a name: {strange}"
    return ""


def _difference(before: Counter[str], after: Counter[str]) -> str:
    gone, new = sorted((before - after).elements()), sorted((after - before).elements())
    return f"`{' '.join(gone) or '–'}` is now `{' '.join(new) or '–'}`"


def _changed_caseless(quote: str, found: str) -> str:
    """Letters of a script without capitals that have changed, small words and spellings aside; they may be a name."""
    if not _CASELESS.search(quote) and not _CASELESS.search(found):
        return ""
    a, b = quote.translate(_ARABIC_FORM), found.translate(_ARABIC_FORM)
    edits = (o for o in Levenshtein.opcodes(a, b) if o.tag != "equal")
    for before, after in ((a[o.src_start : o.src_end], b[o.dest_start : o.dest_end]) for o in edits):
        if any(_CASELESS.match(c) and c not in _SMALL for c in before + after):
            return f"`{before or '–'}` is now `{after or '–'}`"
    return ""


def looks_mistyped(quote: str, found: str) -> bool:
    """Whether two passages differ in nothing but spelling: each changed word by one slip of the keyboard."""
    a, b = tokens(quote), tokens(found)
    if len(a) != len(b):
        return False
    return all(map(_slipped, a, b))


def _slipped(word: str, other: str) -> bool:
    """Whether two words differ in nothing but capitals, one slip of the keyboard, or one being the plural."""
    plain = word.lower(), other.lower()
    plural = min(map(len, plain)) > 2 and (plain[0] + "s" == plain[1] or plain[1] + "s" == plain[0])
    return plain[0] == plain[1] or plural or (len(word) > 4 and OSA.distance(word, other) == 1)
