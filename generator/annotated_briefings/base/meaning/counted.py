"""What the numbers of a quote count or measure, as far as the words behind them tell.

Nobody can know all words for things, so another thing is told only where it is certain: the number has another measure
behind it (`feet` for metres), or a plural noun where the very word of the figure stands behind another number of the
quote (`12 ships carried 40 containers`).
"""

import re
from collections.abc import Sequence

from annotated_briefings.base.meaning.number_reader import Amount
from annotated_briefings.base.meaning.number_words import WORD_LANGUAGES, number_word
from annotated_briefings.base.meaning.numerals import plain_number_text

_WORD = re.compile(r"[^\W\d_]+(?:/h)?")
_BEHIND = re.compile(r"[ \u00a0-]?([^\W\d_]+(?:/h)?)")
_MOST = 3
"""Words behind a number that may say what it counts."""
_MEASURES = {
    plain_number_text(word): group.partition(":")[0]
    for group in (
        "km:km kms kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros"
        " chilometro chilometri quilómetro quilómetros quilômetro quilômetros",
        "m:metre metres meter meters metern mètre mètres metro metros metri",
        "cm:cm centimetre centimetres centimeter centimeters zentimeter zentimetern centimètres centímetros centimetri",
        "mm:millimetre millimetres millimeter millimeters millimetern millimètres milímetros millimetri",
        "mile:mile miles milles meile meilen milla millas miglio miglia mijl mijlen milha milhas",
        "foot:foot feet ft fuß pied pieds pie pies piede piedi voet pé pés",
        "inch:inch inches zoll pouce pouces pulgada pulgadas pollice pollici polegada polegadas",
        "yard:yard yards",
        "kg:kg kilo kilos kilogram kilograms kilogramm kilogrammen kilogramme kilogrammes kilogramo kilogramos chilo"
        " chili chilogrammi quilo quilos",
        "g:gram grams gramm gramme grammes gramo gramos grammo grammi grama gramas",
        "t:ton tons tonne tonnes tonnen tonelada toneladas tonnellata tonnellate ton",
        "lb:lb lbs pounds",
        "l:litre litres liter liters litern litro litros litri",
        "gallon:gallon gallons",
        "ha:ha hectare hectares hektar hectárea hectáreas ettaro ettari",
        "acre:acre acres",
        "km/h:km/h kph kmh",
        "mph:mph",
        "kWh:kwh",
        "MWh:mwh",
        "GWh:gwh",
        "kW:kw kilowatt kilowatts",
        "MW:mw megawatt megawatts",
        "GW:gw gigawatt gigawatts",
        "°C:celsius",
        "°F:fahrenheit",
        "s:second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi",
        "min:minute minutes minuten minuto minutos minuti minuut",
        "h:hour hours stunde stunden heure heures hora horas ora ore uur uren",
        "day:day days tag tage tagen jour jours día días giorno giorni dag dagen dia dias",
        "week:week weeks woche wochen semaine semaines semana semanas settimana settimane weken",
        "month:month months monat monate monaten mois mes meses mese mesi maand maanden mês",
        "year:year years jahr jahre jahren an ans année années año años anno anni jaar jaren ano anos",
    )
    for word in group.partition(":")[2].split()
}
"""Words for measures, each with its measure."""
_DEGREES = frozenset("degree degrees grad degré degrés grado grados gradi grau graus graden graad".split())
"""Words behind which the scale of a temperature is."""
_PERSONS = frozenset(
    "people persons personnes personas persone pessoas personen menschen mensen leute gens gente men women".split()
)
"""Words that hold also for those who are counted under another name."""
_NO_THING = frozenset("times this thus across less others was has does plus dans hors puis más después jamais".split())
"""Words in s that are no plural of a thing either."""
_NO_NOUN = re.compile(r"(?:ss|us|is|dos|das|és|ées)\Z")
"""Endings of words in s that are no plural of a thing, or say what became of somebody: `heridos`."""
_PLURAL = re.compile(r"[^\W\d_]{3,}[sx]\Z")


def counts_another_thing(text: str, same: Sequence[Amount], numbers: Sequence[Amount], unit: str) -> bool:
    """Whether those numbers of a text that are the number of a figure surely count another thing than its unit.

    ``numbers`` are all numbers of the text; ``unit`` is in words, without shares and currencies.
    """
    plain = plain_number_text(text)
    # Capitals tell nouns where nothing has moved.
    shown = text if len(text) == len(plain) else plain
    # `miles` is a measure here, and a thousand in Spanish.
    words_of_unit = _WORD.findall(plain_number_text(unit))
    named = [word for word in words_of_unit if word in _MEASURES or not number_word(word, WORD_LANGUAGES)]
    if not named or not same:
        return False
    measures = {_MEASURES[word] for word in named if word in _MEASURES}
    behind = [_behind(shown, one) for one in same]
    for one, words in zip(same, behind, strict=True):
        is_unit = _names(words, named, measures) and not _is_other_measure(words, measures)
        if not one.units and (not words or is_unit):
            return False
    elsewhere = any(_names(_behind(shown, one), named, measures) for one in numbers if one not in same)
    return all(
        (elsewhere and bool(one.units))
        or _is_other_measure(words, measures)
        or (elsewhere and _is_noun(words, named, unit))
        for one, words in zip(same, behind, strict=True)
    )


def _behind(shown: str, number: Amount) -> list[str]:
    """The words right behind a number."""
    out: list[str] = []
    at = number.end
    while len(out) < _MOST and (found := _BEHIND.match(shown, at)):
        out.append(found[1])
        at = found.end()
    return out


def _names(words: Sequence[str], named: Sequence[str], measures: set[str]) -> bool:
    """Whether one of the words behind a number is the unit."""
    plain = [plain_number_text(word) for word in words]
    return bool(measures & {_MEASURES[plain[0]] if plain and plain[0] in _MEASURES else ""}) or any(
        _is_same(word, name) for word in plain for name in named
    )


def _is_same(word: str, name: str) -> bool:
    """Whether two words are forms of one, as far as their beginnings tell."""
    least = min(len(word), len(name))
    common = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), least)
    return word == name or (least >= 3 and common >= max(2, least - (2 if least > 4 else 1)))


def _is_other_measure(words: Sequence[str], measures: set[str]) -> bool:
    """Whether a number has a measure behind it that is none of those of a figure."""
    plain = [plain_number_text(word) for word in words]
    first = plain[1] if len(plain) > 1 and plain[0] in _DEGREES else plain[0] if plain else ""
    return bool(measures) and first in _MEASURES and _MEASURES[first] not in measures


def _is_noun(words: Sequence[str], named: Sequence[str], unit: str) -> bool:
    """Whether the first word behind a number is surely the name of things, as that of the figure is."""
    if not words or set(named) & _PERSONS:
        return False
    first = words[0]
    if first[0].isupper():
        # As German nouns are written, if the unit is.
        return unit[:1].isupper() and first[1:].islower()
    plural = _PLURAL.match(first) and not _NO_NOUN.search(first) and first not in _NO_THING
    return bool(plural) and any(_PLURAL.match(name) for name in named)
