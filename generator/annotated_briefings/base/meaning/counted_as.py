"""What a number of a quote is when it counts none of the things behind it: a rank, a part of a ratio, a count of packs.

`The 40th ship`, `two out of three ships` and `3 crates of ships' bells` say nothing of 40, 2 or 3 of them.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from annotated_briefings.base.meaning.counted import named_by, names_word, words_behind
from annotated_briefings.base.meaning.measures import measures_of
from annotated_briefings.base.meaning.number_parts.smaller import is_smaller_part
from annotated_briefings.base.meaning.roles.labels import is_label
from annotated_briefings.base.meaning.units import PERCENT, PERMILLE
from annotated_briefings.base.numbers.number_reader import Amount
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_MOST = 4
"""Numbers of a quote that are looked at."""
_REACH = 24
"""Characters before a number that are."""
_WORD = regex(r"[^\W\d_]+")
_OF_TWO_UNITS = regex(r"\d\D+\d")
"""What a figure is that has two parts itself: `8:40`, `3 h 40 min`."""
_BEFORE_DIGIT = regex(r"[^\d,;.]{0,40}")
_VALUE = regex(r"\A\W*\d[\d.,]*")
_DOT_BEHIND = regex(r"\.\s?[^\W\d_]")


class CountedAs(StrEnum):
    """What a number is."""

    COUNT = "count"
    """It counts or measures what is behind it, as far as that can be told."""
    RANK = "rank"
    """It is the name of one thing, or its number in a row."""
    PART = "part"
    """It is a share of a hundred of the things, or one side of a ratio."""
    PACKS = "packs"
    """It counts pairs, crates or other packs of them."""
    SMALLER = "smaller"
    """It is the minutes of a time of day, or the smaller part of a number in two units."""


_RANK_WORD = regex(
    r"(?:\w+th|first|second|third|\w+(?:[zß]igste|zehnte|zwölfte)\w?|\w*(?:hundertste|tausendste)\w?|\w+ième"
    r"|\w+[eé]sim[oa]|\w*(?:tig|honderd|duizend)ste)\Z",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = regex(
    r"\b(?:das|der|die|dem|den|des|det|am|zum|im|beim|vom|seine?[nmrs]?|ihre?[nmrs]?)\s\Z", re.IGNORECASE
)
_DEFINITE = regex(
    r"\b(?:the|its|his|her|their|our|le|la|ce|cette|el|los|las|su|il|lo|al|del|nel|de|het|o|a|os|as|ao|do|da|das|der"
    r"|die"
    r"|dem|den|des|am|zum|im|beim|vom|seine?[nmrs]?|ihre?[nmrs]?|det|den)\s\Z",
    re.IGNORECASE,
)
_THING_BEHIND = regex(
    r"\s(?!(?:of|to|more|less|fewer|de|du|des|d|der|von|dei|degli|delle|del|della|di|do|da|dos|das|van|av"
    r"|af)\b)[^\W\d_]"
)
"""What makes an ordinal number of a word that may be a part: `the twentieth ship`, not `a twentieth of the ships`."""
_OF_RANKS = regex(
    r"\d(?:st|nd|rd|th|e|er|ème|º|ª|\.)(?!\w)|\b(?:rank|ranking|place|position|rang|platz|platzierung|puesto"
    r"|posición|posto"
    r"|posizione|lugar|posição|plaats|plats|plass|plads|miejsce|место|number|no|nr)\b|[位第名]",
    re.IGNORECASE,
)
"""What a figure is that is a rank itself."""
_RATIO = regex(
    r"(?:\s\w+)?\s(?:out of(?: every)?|of every|von|sur|de cada|em cada|su|op de|op|av|af|из|من(?: كل)?)\s"
    r"|\s(?:in(?: every)?|of)\s"
)
_SIDES = regex(r"\s?(?::|\b(?:to|zu|à|a|against|gegen|contra|contro|tot|til|till)\b)\s?")
_OF_RATIOS = regex(
    r"\b(?:ratio|odds|verhältnis|rapport|proporci[oó]n|proporção|rapporto|verhouding|förhållande|forhold"
    r"|scale|maßstab|échelle|escala|scala|schaal|skala)\b",
    re.IGNORECASE,
)
_OF_PARTS = regex(r"\d|\b(?:of|out|in|von|sur|cada|su|op|per|share|anteil|part|parte)\b|%", re.IGNORECASE)
_PER_MANY = regex(
    r"(?:\s[^\W\d]+){0,3}?\s(?:per(?: ogni)?|for(?: each| every)?|je|pro|auf|por(?: cada)?|para cada|a cada|pour|par"
    r"|sur|ogni"
    r"|su|op(?: de)?|na(?: każde)?|на(?: каждые| кожні)?|για κάθε|cada|i|la)\s"
)
"""What is between a count and the number of people for whom it is told: `40 cases per 100,000`."""
_MANY_PER = regex(r"[人名户戸명]?\s?(?:当たり|あたり|当り|につき|中有?|有|に|당)\s?")
"""The same where the number of people comes first: `人口10万人当たり45件`."""
_MANY = frozenset(10**power for power in range(2, 8))
_A_HEAD = regex(
    r"(?:\s[^\W\d]+){0,2}?\s(?:per|a|je|pro|par|por|na|на|per)\s(?:head|capita|person|inhabitant|resident|household"
    r"|einwohner\w*"
    r"|kopf|haushalt|habitant\w*|tête|persona|pessoa|hogar|abitante|inwoner|hoofd|invånare|indbygger|innbygger"
    r"|mieszkańca|osob\w"
    r"|obyvatele|душу|жителя|человека|мешканця|особу)(?!\w)",
    re.IGNORECASE,
)
_OF_HEADS = regex(r"\b(?:per|je|pro|par|por|head|capita|kopf|каждого|душу|each|every|pp)\b|/", re.IGNORECASE)
_WHOLES = frozenset({*range(2, 11), 100, 1000})
"""Of how many things ratios are told."""
_PACKS = frozenset(
    "pair pairs set sets crate crates box boxes bag bags sack sacks barrel barrels bottle bottles pack packs"
    " packet packets case cases carton cartons pallet pallets load loads truckload truckloads batch batches basket"
    " baskets bundle bundles group groups team teams kind kinds type types sort sorts class classes herd herds"
    " fleet fleets crew crews paar paare kiste kisten säcke fass fässer flasche flaschen packungen schachtel"
    " schachteln karton kartons palette paletten ladung ladungen gruppe gruppen art arten sorte sorten paire"
    " paires caisse caisses boîte boîtes sac sacs baril barils bouteille bouteilles paquet paquets lot lots groupe"
    " groupes équipe équipes sortes espèce espèces par pares caja cajas bolsa bolsas saco sacos barril barriles"
    " botella botellas paquete paquetes grupo grupos equipo equipos tipo tipos clase clases especie especies paio"
    " paia coppia coppie cassa casse scatola scatole sacco sacchi barile barili bottiglia bottiglie pacco pacchi"
    " gruppo gruppi squadra squadre tipi specie caixa caixas sacola sacolas barris garrafa garrafas pacote pacotes"
    " equipe equipes doos dozen krat kratten zak zakken vat vaten fles flessen pak pakken groep groepen soort"
    " soorten ploeg ploegen låda lådor kasse kasser säck säckar flaska flaskor flaske flasker grupp grupper pary"
    " skrzynek worków пара пары пар ящика ящиков мешка мешков бутылки бутылок группы групп вида видов".split()
)
"""Words for packs, pairs, groups and kinds of things."""


class WrittenFigure(Value):
    """A figure as it is written."""

    value: str
    """Its number."""
    unit: str
    """Its unit, as far as that is no part of the value."""
    what: str
    """What it measures."""
    language: str
    """The code of its language."""


def counted_as(
    text: str, same: Sequence[Amount], numbers: Sequence[Amount], figure: WrittenFigure, language: str
) -> CountedAs:
    """What all those numbers of a text in a language are that are the number of a figure; ``numbers`` are all of them.

    A figure that is written as a rank, a ratio or a number of packs is one.
    """
    found = {_of(text, one, numbers, figure, language) for one in same[:_MOST]}
    return found.pop() if len(found) == 1 else CountedAs.COUNT


def _of(text: str, one: Amount, numbers: Sequence[Amount], figure: WrittenFigure, language: str) -> CountedAs:
    plain = plain_number_text(text)
    shown = text if len(text) == len(plain) else plain
    named, measures = named_by(figure.unit, figure.language)
    counted = f"{figure.unit} {figure.what}"
    is_whole = bool(_OF_TWO_UNITS.search(f"{figure.value} {figure.unit}")) or _is_side(shown, one, numbers)
    if not is_whole and is_smaller_part(shown, one, numbers, language, counted):
        return CountedAs.SMALLER
    if not one.units and (_is_rank(shown, one) or is_label(text, one, numbers, named, language)):
        own = _OF_RANKS.search(f"{figure.value} {figure.unit} {figure.what}")
        return CountedAs.COUNT if own else CountedAs.RANK
    if one.units & {PERCENT, PERMILLE}:
        behind = _BEFORE_DIGIT.match(shown, one.end)
        words = _WORD.findall(behind[0].lower()) if behind and not measures else []
        return CountedAs.PART if _has_name(words, named) else CountedAs.COUNT
    unit = _VALUE.sub("", f"{figure.value} {figure.unit}")
    if not _OF_HEADS.search(f"{unit} {figure.what}") and _A_HEAD.match(shown, one.end):
        return CountedAs.PART
    if not (one.units or _OF_PARTS.search(unit)) and _is_side(shown, one, numbers):
        return CountedAs.PART
    packs, *things = [word.lower() for word in words_behind(shown, one)] or [""]
    is_pack = not measures and (packs in _PACKS or bool(measures_of([packs], figure.language)))
    is_other = is_pack and not _has_name([packs], named) and _has_name(things, named)
    return CountedAs.PACKS if is_other else CountedAs.COUNT


def _has_name(words: Sequence[str], named: Sequence[str]) -> bool:
    return any(names_word(word, name) for word in words for name in named)


def _is_rank(shown: str, one: Amount) -> bool:
    word = shown[one.start : one.end]
    if one.part:
        near = shown[max(0, one.start - _REACH) : one.start]
        return bool(_RANK_WORD.search(word) and _DEFINITE.search(near) and _THING_BEHIND.match(shown, one.end))
    if _RANK_WORD.search(word):
        return True
    if not word[-1:].isdigit():
        return False
    return bool(
        _DOT_BEHIND.match(shown, one.end) and _ARTICLE_BEFORE.search(shown[max(0, one.start - _REACH) : one.start])
    )


def _is_side(shown: str, one: Amount, numbers: Sequence[Amount]) -> bool:
    """Whether a number is one side of a ratio: `two out of three`, `a ratio of 3 to 1`."""
    counted = [other for other in numbers if not other.part]
    for first, second in pairwise(counted):
        if one in (first, second):
            gap = shown[first.end : second.start]
            if _RATIO.fullmatch(gap) and second.values <= _WHOLES and max(first.values) < max(second.values):
                return True
            if one is first and second.values & _MANY and _PER_MANY.fullmatch(gap):
                return True
            if one is second and first.values & _MANY and _MANY_PER.fullmatch(gap):
                return True
            if _OF_RATIOS.search(shown) and _SIDES.fullmatch(gap):
                return True
    return False
