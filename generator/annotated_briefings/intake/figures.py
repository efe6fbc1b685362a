"""Figures of a text: sums of money, shares and counts, each whole, with the words that state it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.meaning.edges import is_cut
from annotated_briefings.base.meaning.guard import negations
from annotated_briefings.base.meaning.stated import Statement, states
from annotated_briefings.base.meaning.turned.denied import is_turned
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sure_sentences import sure_starts
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.months import MONTH_WORDS

MOST = 5
"""Figures proposed."""
_GROUPS = ",.'’\u00a0\u202f\u2009 ٬"
"""Marks between groups of three digits; a number has one kind of them."""
_WHOLE = "|".join(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+(?:[.,٫]\d{{1,2}})?(?!\d)" for mark in _GROUPS)
_NUMBER = rf"(?:{_WHOLE}|\d+(?:[.,٫]\d+)?)"
_SIGN = r"(?:[+\u2212±-]|(?<=\s)–|(?:minus|plus|moins|menos|más) )?"
_SCALE = (
    r"(?:[ \u00a0]?(?:thousand|millions?|billions?|trillions?|bn|mn|tn|mio\.?|mrd\.?|tausend|millionen"
    r"|milliarden?|milliards?"
    r"|milioni|milione|miliard[io]|mila|milhões|milhão|bilhões|bilhão|mil|miljoen|miljard|млн\.?|млрд\.?|тыс\.?"
    r"|миллион(?:а|ов)?|миллиард(?:а|ов)?|(?:lakh |thousand )?crore|lakh|مليون|مليار"
    r"|millones|millón|mil millones|mille)(?![^\W\d_])|[mbk](?!\w))?"
)
_AMOUNT = rf"{_SIGN}{_NUMBER}{_SCALE}"
_RANGE = (
    rf"(?:(?:between|zwischen|entre) {_NUMBER}{_SCALE} (?:and|und|et|y) {_NUMBER}{_SCALE}"
    rf"|(?!(?:19|20)\d\d\b){_AMOUNT}(?: ?[–-] ?| (?:to|bis|à|a) ){_NUMBER}{_SCALE}|{_AMOUNT})"
)
_FREE = r"(?<![\w.,:/\u2212+#№(-])(?<!\d[ \u00a0])"
"""What is not before a number: other digits, letters, marks that make it part of something else."""
_CODES = "RMB|CNY|USD|EUR|GBP|CHF|SEK|NOK|DKK|JPY|INR"
_SYMBOL = rf"(?:(?:US|AU?|CA?|HK|S|NZ|R)?\$|R\$[ \u00a0]|Rs\.?[ \u00a0]?|[€£¥₹₽₩]|(?:{_CODES})[ \u00a0]?)"
_CURRENCY = (
    r"(?:(?:US |Australian |Canadian |Hong Kong |Singapore )?dollars?|euros?|pounds?(?! of)|pfund|yuan|yen"
    r"|renminbi|rupees|crowns?"
    r"|euro|рубл(?:ей|я|ь)|руб\.?|доллар(?:ов|а)?|евро|гривен|kroner|kronor|dirhams?|riyals?|دولار|يورو|جنيه|ريال"
    r"|kronen|couronnes|coronas|francs?|franken|won|roubles|rubles|rubel|pesos|reais|livres|libras|dólares"
    r"|€|£|\$|EUR|USD|CHF|GBP|SEK|NOK|DKK)(?![^\W\d_])"
)
_OF = r"(?: d['’]| d[ei] )"
_MONEY = regex(
    rf"(?<![\w.,:/])(?P<value>[+\u2212-]?{_SYMBOL}{_SIGN}{_NUMBER}{_SCALE}(?: ?[–-] ?{_SYMBOL}?{_NUMBER}{_SCALE})?)"
    r"(?![\w]|[.,:/-]\d)"
    rf"|{_FREE}(?P<value2>{_RANGE})(?:[ \u00a0]|{_OF})(?P<unit>{_CURRENCY})",
    re.IGNORECASE,
)
_PERCENT = r"per ?cent|prozent|pour ?cent|por ?ciento|per ?cento|por ?cento|procent|процент(?:а|ов)?|بالمئة|بالمائة"
_SHARE = regex(
    rf"{_FREE}(?P<value>{_RANGE})(?:[ \u00a0-])?(?P<unit>[%٪％]|(?:{_PERCENT}"
    rf")(?: points?)?\b|percentage points?\b"
    r"|procentpunt(?:en)?\b|punti percentuali\b|pontos percentuais\b|процентных пункт\w+"
    r"|prozentpunkten?\b|points? de pourcentage\b|puntos? porcentual(?:es)?\b|basis points?\b|basispunkten?\b"
    r"|points? de base\b)",
    re.IGNORECASE,
)
_DIGIT = regex(r"\d")
_WORD = r"[^\W\d_][^\W\d_'’-]*(?:-[^\W\d_]+)*"
_COUNT = regex(
    rf"{_FREE}(?P<value>{_RANGE})[ \u00a0](?:de |d['’])?(?P<first>{_WORD}(?:/h)?)(?: (?P<second>{_WORD}))?",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    "people staff men women children police megawatt gigawatt menschen leute personnes personas mw gw kwh "
    "mwh gwh twh km km/h mph "
    "kg km² m² hectares hektar".split()
)
_HAN = regex(
    r"(?<![\d.,第])(?P<value>[\u2212-]?\d[\d,]*(?:\.\d+)?(?:[兆億亿万萬千百](?:\d[\d,]*(?=[億亿万萬千百]))?)*)"
    r"(?P<unit>[%％]|(?:美|欧|歐|日|港|韩|韓|人民)?[元円]|人民币|ドル|ユーロ|ウォン|人|名|辆|輛|台|件|家|社|個|个|棟|戸|户|座|吨|トン|公里|公顷"
    r"|ヘクタール|キロ|平方(?:米|公里|メートル|キロ))"
)
"""Numbers of Chinese and Japanese, with what they count; days, years and ordinals are none."""
_SQUARE = frozenset("square cubic nautical".split())
_NO_COUNT = frozenset(
    "miljoen miljard miljoenen miljarden millions billions milioni miliardi milhões bilhões millones "
    "millionen milliarden "
    "minuti secondi ore giorni settimane mesi anni volte gradi pagine punti uren minuten seconden dagen weken "
    "maanden jaren "
    "keren graden anni circa oltre mentre dopo prima anche nuovi sempre tegen sinds tussen zonder binnen buiten boven "
    "hours minutes seconds days weeks months years times others cases points degrees decades centuries pages "
    "ages this his was has is "
    "as us its plus versus across per less does goes gas yes news s "
    "stunden minuten sekunden tage tagen wochen monate monaten jahre jahren uhr grad mal prozent punkte seiten "
    "heures minutes secondes jours semaines mois ans années fois degrés pages dans sans mais plus moins sous vers "
    "horas minutos segundos días dias semanas meses años anos veces grados páginas mientras tras más menos "
    "pues antes después "
    "januar februar märz april mai juni juli august september oktober november dezember".split()
)
"""Words behind a number that are no things counted: time, degrees, and words that only look like a plural."""
_BEFORE = regex(
    r"(?:\b(?:tel|call|phone|fax|no|nr|nos|number|nummer|flight|page|pages|p|pp|seite|case|section|article"
    r"|artikel|room|route|platform"
    r"|chapter|kapitel|line|linie|episode|gate|bus|highway|paragraph|item|figure|table|vol|volume|issue"
    r"|season|§|#)\.?"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|januar"
    r"|februar|märz|mai|juni|juli"
    r"|oktober|dezember)|\+\d[\d ]*|\d)[ \u00a0]$",
    re.IGNORECASE,
)
"""Words before a number that make it a name, a place or a day."""
_GERMAN = regex(
    r"\b(?:der|das|und|von|hat|mit|ist|im|den|dem|ein|eine|für|auf|zu|sich|werden|wurde|über|rund|nach|bei)\b"
)
_PLURALS = (
    (regex(r"\b(?:il|della|di|gli|nel|dei|delle|sono|che|nei)\b"), ("i", "e")),
    (regex(r"\b(?:het|een|van|worden|zijn|naar|bij|dit)\b"), ("en", "s")),
)
"""Words that show Italian and Dutch, and how their plurals end."""
_ABOUT = regex(
    r"(?:[ ,]*\b(?:by|to|of|at|for|from|about|around|roughly|some|nearly|almost|only|over|under|up|with|worth"
    r"|more than|less than|at least"
    r"|um|auf|von|für|rund|etwa|knapp|über|mehr als|de|à|a|par|por|en|plus de|más de|environ|unos|unas|d['’]"
    r"|between|and|in|than|an?|the))+$",
    re.IGNORECASE,
)
_CLAUSE = regex(r"[;:—–]\s|,\s(?=[a-zа-я])|[，；：]|、(?!\d)|،\s")
_LINK = regex(r"(?:and|but|which|who|that|while|as|or) ")
_YEAR = regex(r"(?:19|20)\d\d")
_QUOTATION_MARKS = str.maketrans("", "", '"“”„‟«»「」『』')
_UNSPACED = regex(r"[\u3041-\u30ff\u3400-\u9fff]")
_RATE = rf" (?:an?|per|each|every|pro|je|par|por|al|all['’]|à l['’]|a la|per|om|i) ?{_WORD}"
"""Words behind a unit that say in what time it is counted: `kilometres an hour`."""
_FEWEST = 4
"""Words of a clause that says something."""
_FEWEST_LEFT = 2
"""Words that are left of it without the number."""
_WIDEST = 110
"""Longest description, in characters."""


class FoundFigure(Value):
    """A number worth a place in a brief's table."""

    value: str
    """As written, such as ``2,000``, ``-3.5 billion`` or ``€40m``, with its sign and the currency before it."""
    unit: str
    """``%``, the currency behind it, or what is counted, in one or two words; may be empty."""
    what: str
    """The words of the text around it, without the number."""
    quote: str
    """Its receipt, word for word."""


class _Hit(Value):
    place: tuple[int, int]
    weight: float
    figure: FoundFigure


def figures(paragraphs: Sequence[str], points: Sequence[str] = (), language: str = "") -> tuple[FoundFigure, ...]:
    """The figures that say most, in the order of the text; those in ``points`` (key points) come first.

    A figure that its own words would not prove in a brief of a ``language`` is none.
    """
    hits: list[_Hit] = []
    for number, paragraph in enumerate(paragraphs):
        for left, right in pairwise((*sure_starts(paragraph), len(paragraph))):
            sentence = paragraph[left:right].strip()
            if not _DIGIT.search(sentence):
                # No pattern below holds without one, and most sentences have none.
                continue
            bonus = (1.0 if sentence in points else 0.0) + 0.8 / (1 + number)
            for at, weight, value, unit in _numbers(sentence):
                if is_cut(sentence, *at) or _is_doubted(sentence[: at[0]]):
                    continue
                figure = _proved(_figure(sentence, at, value, unit), sentence, language)
                if (
                    figure
                    and not _is_turned(sentence, figure.quote)
                    and not any(h.figure.value == value and h.figure.unit == unit for h in hits)
                ):
                    hits.append(_Hit((number, left + at[0]), weight + bonus, figure))
    best: list[_Hit] = []
    for hit in sorted(hits, key=lambda h: (-h.weight, h.place)):
        if len(best) < MOST:
            best.append(hit)
    return tuple(hit.figure for hit in sorted(best, key=lambda h: h.place))


_DOUBTED = regex(
    r"\b(?:unless|if|den(?:y|ies|ied|ying)|untrue|false(?:ly)?|wrongly|(?:would|could|might) have"
    r"|wenn|falls|sofern|wäre\w*|hätte\w*|bestreite\w*|bestritt\w*|dementier\w*"
    r"|aurai\w*|dément\w*|nie(?:nt)?|faux|fausse|habría\w*|niega\w*|desmiente\w*|falso)\b|\bn['’](?=\w)",
    re.IGNORECASE,
)
"""Denials and conditions, besides the negations that the guard of meaning knows (English, German, French, Spanish)."""
_WORDS = regex(r"[\w'’]+")
_GOES_ON = regex(
    r"\s*(?:in|on|at|for|by|to|from|and|or|but|after|during|last|this|of|im|am|auf|bis|und|nach|en|pour|à|et|après|hasta|y|para)\b"
)
"""Words behind a number that need no other word before them."""
_ROUGHLY = regex(
    r"(?:^|\s)(?:about|around|roughly|some|nearly|almost|only|by|more than|less than|fewer than|over|up to"
    r"|at least|rund|etwa"
    r"|mehr als|environ|plus de|más de|um)\s*$",
    re.IGNORECASE,
)


def _numbers(sentence: str) -> list[tuple[tuple[int, int], float, str, str]]:
    """Place, weight, value and unit of each number, none inside another."""
    out: list[tuple[tuple[int, int], float, str, str]] = []
    for m in _MONEY.finditer(sentence):
        group = "value" if m["value"] else "value2"
        if not _is_name(sentence, m.start(group)):
            out.append((m.span(), 1.0, m[group].strip(), m["unit"] or ""))
    for m in _SHARE.finditer(sentence):
        percent = re.fullmatch(_PERCENT, m["unit"], re.IGNORECASE)
        if not _is_name(sentence, m.start()):
            out.append((m.span(), 0.9, m["value"].strip(), "%" if percent else m["unit"]))
    for m in _COUNT.finditer(sentence):
        value, unit = m["value"].strip(), _counted(sentence, m["first"], m["second"] or "")
        plain = len(value) < 2 or _YEAR.fullmatch(value)
        inside = any(a < m.end("value") and b > m.start() for (a, b), *_ in out)
        if unit and not plain and not inside and not _is_name(sentence, m.start()):
            out.append(((m.start(), m.end("value")), 0.7, value, unit))
    for m in _HAN.finditer(sentence):
        if not any(a < m.end("value") and b > m.start() for (a, b), *_ in out):
            out.append((m.span(), 0.9, m["value"], m["unit"]))
    return sorted(out)


def _is_name(sentence: str, at: int) -> bool:
    """Whether the words before a number make it a name, a day or a part of a longer one."""
    return _BEFORE.search(sentence, max(0, at - 24), at) is not None


def _counted(sentence: str, first: str, second: str) -> str:
    """What a number counts: a plural, or an adjective and a plural; empty where the words are something else."""
    if first.lower() in _NO_COUNT:
        return ""
    if first.lower().rstrip(".") in MONTH_WORDS:
        # `du 5 décembre au 15 mars`: a day, and nothing that is counted.
        return ""
    if first.lower() in _PEOPLE:
        return first
    if first[0].isupper():
        # Things are written large in German; elsewhere such a word is a name.
        return first if len(first) > 3 and _GERMAN.search(sentence) and not first.isupper() else ""
    if first.lower() in _SQUARE or (second and not _is_plural(first) and _is_plural(second)):
        return f"{first} {second}" if len(first) > 2 and second.lower() not in _NO_COUNT else ""
    if _is_plural(first) or any(
        language.search(sentence) and first.islower() and len(first) > 3 and first.endswith(endings)
        for language, endings in _PLURALS
    ):
        return first
    return ""


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_doubted(before: str) -> bool:
    """Whether words before a number of the same sentence may deny it or make it depend on something."""
    return bool(negations(_WORDS.findall(before)) or _DOUBTED.search(before))


def _is_turned(sentence: str, quote: str) -> bool:
    at = sentence.find(quote)
    return at >= 0 and is_turned(sentence, at, at + len(quote))


def _figure(sentence: str, at: tuple[int, int], value: str, unit: str) -> FoundFigure | None:
    """A figure with the clause it is in; nothing where too little is around it to say what it counts."""
    start, end = _clause(sentence, *at)
    clause = sentence[start:end].strip(" ,;:—–")
    if start:
        clause = _LINK.sub("", clause, count=1) if _LINK.match(clause) else clause
    if _size(clause) < _FEWEST:
        clause = sentence.rstrip(".!? 。！？")
    if len(clause) > _WIDEST:
        clause = _around(sentence, *at).strip(" ,;:—–")
    if _size(clause) < _FEWEST:
        return None
    quote = clause.rstrip(".!?。！？؟")
    what = _without(quote, sentence[slice(*at)])
    return FoundFigure(value, unit, what, quote) if _size(what) >= _FEWEST_LEFT else None


def _proved(figure: FoundFigure | None, sentence: str, language: str) -> FoundFigure | None:
    """A figure whose receipt states it as briefs are checked; where that asks for the time of a rate, with it."""
    if figure is None or not language:
        return figure
    rate = re.search(rf"{re.escape(figure.unit)}(?P<rate>{_RATE})", sentence) if figure.unit else None
    for unit in (figure.unit, *((figure.unit + rate["rate"],) if rate else ())):
        statement = states(figure.quote, figure.value, unit, figure.what, (language, language))
        if statement is Statement.STATED:
            return replace(figure, unit=unit)
    return None


def _size(text: str) -> int:
    """How many words a text has; of scripts without blanks two characters count as one."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def _around(sentence: str, start: int, end: int) -> str:
    """The words around a number, no more than a description may have, from whole words and numbers to whole ones."""
    left = max(0, sentence.rfind(" ", 0, max(0, start - _WIDEST // 2)) + 1)
    right = max(end, sentence.rfind(" ", 0, left + _WIDEST))
    while left < start and is_cut(sentence, left, len(sentence)):
        left = sentence.find(" ", left, start) + 1 or start
    while right > end and is_cut(sentence, 0, right):
        right = max(end, sentence.rfind(" ", 0, right))
    return sentence[left:right]


def _without(clause: str, number: str) -> str:
    """A clause without a number in it, and without the words that led to it."""
    before, _, after = clause.partition(number)
    if not after.strip() or after.lstrip()[:1] in ",;" or _GOES_ON.match(after):
        before = _ABOUT.sub("", before.rstrip())
    else:
        before = re.sub(
            r"(?:^|\s)(?:about|around|roughly|some|nearly|almost|only|by|rund|etwa|environ|um)\s*$",
            " ",
            before,
            flags=re.I,
        )
        # In the middle of a clause the number leaves a gap that must be seen: `Ships under … metres may pass`.
        before = f"{before.rstrip()} …" if before.strip() else before
    # Without its number a sentence is nobody's words any more.
    left = f"{before} {after}".translate(_QUOTATION_MARKS)
    return re.sub(r" (?=[,;:])", "", " ".join(left.split())).strip(" ,;:—–-")


def _clause(sentence: str, left: int, right: int) -> tuple[int, int]:
    """The clause around a passage; a comma inside a number ends none."""
    edges = [m.span() for m in _CLAUSE.finditer(sentence) if not (left <= m.start() < right)]
    start = max((b for _, b in edges if b <= left), default=0)
    end = min((a for a, _ in edges if a >= right), default=len(sentence))
    return start, end
