"""The number of a figure is read in its quote, however both are written, and no other number passes for it."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotated_briefings.base.meaning.stated import Statement, states, unstated_numbers
from annotated_briefings.base.numbers.compound_numbers import dutch_number, german_number, italian_number
from annotated_briefings.base.numbers.number_words import cjk_number
from annotated_briefings.intake.figures import figures

NUMBER, UNIT, DIRECTION = Statement.OTHER_NUMBER, Statement.OTHER_UNIT, Statement.OTHER_DIRECTION


def verdict(quote: str, value: str, unit: str = "", what: str = "", language: str = "en") -> Statement:
    return states(quote, value, unit, what, (language, language))


STATED = [
    # Groups and decimals of all languages, in the quote and in the value.
    ("12,500 people came", "12500", "", "en"),
    ("12,500 people came", "12.500", "", "en"),
    ("es kamen 12.500 Menschen", "12500", "", "de"),
    ("il est venu 12 500 personnes", "12500", "", "fr"),
    ("es kamen 12'500 Menschen", "12,500", "", "de"),
    ("12,34,567 people came", "1234567", "", "en"),
    ("um 3,5 Prozent gestiegen", "3.5", "%", "de"),
    ("um 3,5 Prozent gestiegen", "3,5", "%", "de"),
    ("almost 1.234,5 tonnes", "1234.5", "", "de"),
    ("2.50 a litre", "2.5", "", "en"),
    ("on May 12 500 people came", "500", "", "en"),
    # Digits of any script.
    ("انخفض بنسبة ٨٪", "8", "%", "ar"),
    ("نحو ١٢٬٥٠٠ شخص", "12,500", "", "ar"),
    ("نحو ٣٫٥ في المئة", "3.5", "%", "ar"),
    ("下降１２％", "12", "%", "zh"),
    ("लगभग ४५ नाव", "45", "", "hi"),
    # Scales.
    ("2.5 million people", "2.5", "million", "en"),
    ("2.5 million people", "2,500,000", "", "en"),
    ("2,5 Mio. Euro", "2.5", "EUR million", "de"),
    ("some 3bn stamps", "3", "billion", "en"),
    ("a 40m euro loan", "40", "million euros", "en"),
    ("€40m in all", "€40m", "", "en"),
    ("Rs 5 crore for the weir", "50", "million INR", "en"),
    ("1.5 lakh crore rupees", "1.5", "lakh crore", "en"),
    ("耗资1.78亿欧元", "178", "EUR million", "zh"),
    ("约2.5万人", "25,000", "", "zh"),
    ("1亿2000万元", "120", "CNY million", "zh"),
    ("400億円の橋", "40", "billion yen", "ja"),
    ("mil quinientos millones de euros", "1.5", "billion EUR", "es"),
    ("anderthalb Millionen Euro", "1.5", "Mio. Euro", "de"),
    ("deux milliards d'euros", "2", "billion euros", "fr"),
    ("خمسة وعشرون ألف شخص", "25,000", "", "ar"),
    ("مليونا شخص و 300 قارب", "300", "", "ar"),
    # Per cent and other shares, in words too.
    ("8 per cent of the toll", "8", "%", "en"),
    ("8 percent of the toll", "8", "per cent", "en"),
    ("um acht Prozent", "8", "%", "de"),
    ("une baisse de 8 pour cent", "8", "%", "fr"),
    ("un ocho por ciento", "8", "%", "es"),
    ("百分之八点五", "8.5", "%", "zh"),
    ("提高0.5个百分点", "0.5", "percentage points", "zh"),
    ("25 basis points", "25", "bp", "en"),
    ("from 10% to 8%", "2", "percentage points", "en"),
    # Parts.
    ("over a third of the fleet", "over 1/3", "", "en"),
    ("a third of the fleet", "33", "%", "en"),
    ("a third of the fleet", "33.3", "%", "en"),
    ("two thirds of the fleet", "2/3", "", "en"),
    ("two in five boats", "40", "%", "en"),
    ("three-quarters of the fleet", "75", "%", "en"),
    ("die Hälfte der Flotte", "50", "%", "de"),
    ("un tiers de la flotte", "33", "%", "fr"),
    ("jedes fünfte Boot", "20", "%", "de"),
    ("jeder Dritte im Ort", "33", "%", "de"),
    ("das fünfte Boot", "5", "", "de"),
    ("sie kam zwölfmal wieder", "12", "", "de"),
    ("三分之二的船", "2/3", "", "zh"),
    ("八成的船", "80", "%", "zh"),
    ("ربع الأسطول", "25", "%", "ar"),
    ("2½ hours late", "2.5", "hours", "en"),
    ("2 1/2 hours late", "2.5", "hours", "en"),
    ("two and a half hours", "2.5", "hours", "en"),
    ("the toll was halved", "50", "%", "en"),
    ("the toll doubled", "100", "%", "en"),
    ("half a million boats", "500,000", "", "en"),
    ("a million and a half boats", "1.5", "million", "en"),
    # Words.
    ("three millimetres of rain", "3", "mm", "en"),
    ("twenty-five thousand three hundred and four", "25,304", "", "en"),
    ("two dozen boats", "24", "", "en"),
    ("two decades of work", "20", "years", "en"),
    ("in nineteen ninety-nine", "1999", "", "en"),
    ("two point five metres", "2.5", "m", "en"),
    ("zweitausendfünfhundert Boote", "2500", "", "de"),
    ("quatre-vingt-dix-huit bateaux", "98", "", "fr"),
    ("treinta y cinco barcos", "35", "", "es"),
    ("二〇二六年", "2026", "", "zh"),
    ("no boat was lost", "0", "boats", "en"),
    # Ranges, sums, differences.
    ("between 5 and 8 million boats", "5", "million", "en"),
    ("5-8% of the boats", "5", "%", "en"),
    ("5-8% of the boats", "5–8", "%", "en"),
    ("$5-8 million", "8", "USD million", "en"),
    ("40 boats in one yard and 10 in the other", "50", "boats", "en"),
    ("the fleet shrank from 40 boats to 32", "8", "boats", "en"),
    ("built between 1951 and 1958", "7", "years", "en"),
    # Currencies.
    ("a billion yuan ($145 million)", "145", "USD million", "en"),
    ("a billion yuan ($145 million)", "1", "CNY billion", "en"),
    ("US$ 40 a day", "40", "dollars", "en"),
    ("40 Swiss francs a day", "40", "CHF", "en"),
    ("40 crowns a day", "40", "SEK", "en"),
    ("40 million, paid in euros", "40", "EUR million", "en"),
    # Signs.
    ("fell to -5 degrees", "-5", "°C", "en"),
    ("fell to minus 5 degrees", "-5", "°C", "en"),
    ("5 degrees below zero", "-5", "°C", "en"),
    ("the toll fell 8%", "-8", "%", "en"),
    ("did not rise by 8%", "-8", "%", "en"),
    ("the toll fell 8%", "8", "%", "en"),
    # What nobody can tell is no error.
    ("8 percent", "several", "%", "en"),
    ("2 × 10⁶ cells", "2", "million", "en"),
    ("at 10:30 sharp", "10:30", "", "en"),
]
OTHER = [
    ("fell 8%", "12", "%", "en", NUMBER),
    ("fell 8%", "8.5", "%", "en", NUMBER),
    ("fell 3.8%", "8", "%", "en", NUMBER),
    ("fiel um acht Prozent", "9", "%", "de", NUMBER),
    ("下降百分之八", "9", "%", "zh", NUMBER),
    ("انخفض بنسبة ٨٪", "9", "%", "ar", NUMBER),
    ("1,987 people came", "2000", "people", "en", NUMBER),
    ("nearly 2,000 people came", "1,987", "people", "en", NUMBER),
    ("12,500 people came", "12.5", "people", "en", NUMBER),
    ("12,500 people came", "500", "people", "en", NUMBER),
    ("es kamen 12.500 Menschen", "12,5", "", "de", NUMBER),
    ("5 million people", "5", "people", "en", NUMBER),
    ("5 people", "5", "million", "en", NUMBER),
    ("5 million people", "5", "billion", "en", NUMBER),
    ("2.5万人", "2.5", "", "zh", NUMBER),
    ("a third of the fleet", "34", "%", "en", NUMBER),
    ("two thirds of the fleet", "60", "%", "en", NUMBER),
    ("the mill closes its gates in June", "7", "gates", "en", NUMBER),
    ("in 2026 it fell 8%", "2034", "", "en", NUMBER),
    ("between 5 and 8 boats", "6", "boats", "en", NUMBER),
    ("the H100 chip", "100", "", "en", NUMBER),
    ("fell 8 points", "8", "%", "en", UNIT),
    ("fell 8 percentage points", "8", "%", "en", UNIT),
    ("fell 8%", "8", "percentage points", "en", UNIT),
    ("8 boats, and 12% of the crews", "8", "%", "en", UNIT),
    ("it cost $40m", "40", "EUR million", "en", UNIT),
    ("it cost A$40m", "40", "US$ million", "en", UNIT),
    ("it cost 40m", "40", "EUR million", "en", UNIT),
    ("40 boats for €5m", "40", "EUR", "en", UNIT),
    ("rose 8%", "-8", "%", "en", DIRECTION),
    ("fell 8%", "+8", "%", "en", DIRECTION),
    ("增长8%", "-8", "%", "zh", DIRECTION),
    ("fell to -5 degrees", "+5", "°C", "en", DIRECTION),
    ("vzrostl o 1 987 kusů", "2,341", "", "cs", NUMBER),
]


SAID_IN_WORDS = [
    ("sono morte trecento persone", "300", "persone", "it"),
    ("duemilacinquecento operai", "2500", "operai", "it"),
    ("un milione e mezzo di euro", "1.5 million", "EUR", "it"),
    ("la metà degli iscritti", "50", "%", "it"),
    ("un terzo dei voti", "33", "%", "it"),
    ("due terzi dei voti", "66.7", "%", "it"),
    ("il doppio dell'anno scorso", "200", "%", "it"),
    ("una dozzina di barche", "12", "barche", "it"),
    ("ventuno barche", "21", "barche", "it"),
    ("quarantotto ore", "48", "ore", "it"),
    ("centottanta metri", "180", "metri", "it"),
    ("trentatré navi", "33", "navi", "it"),
    ("driehonderd mensen", "300", "mensen", "nl"),
    ("tweeduizend vijfhonderd arbeiders", "2500", "arbeiders", "nl"),
    ("vijfentwintig schepen", "25", "schepen", "nl"),
    ("anderhalf miljoen euro", "1.5 million", "EUR", "nl"),
    ("een derde van de stemmen", "33", "%", "nl"),
    ("de helft van de leden", "50", "%", "nl"),
    ("drie kwart van de leden", "75", "%", "nl"),
    ("een dozijn boten", "12", "boten", "nl"),
    ("achtenveertig uur", "48", "uur", "nl"),
    ("honderdtachtig meter", "180", "meter", "nl"),
    ("twee op de vijf leden", "40", "%", "nl"),
    ("tweemaal zoveel", "200", "%", "nl"),
    ("trezentas pessoas", "300", "pessoas", "pt"),
    ("dois mil e quinhentos operários", "2500", "operários", "pt"),
    ("vinte e cinco navios", "25", "navios", "pt"),
    ("um milhão e meio de euros", "1.5 million", "EUR", "pt"),
    ("metade dos membros", "50", "%", "pt"),
    ("um terço dos votos", "33", "%", "pt"),
    ("três quartos dos votos", "75", "%", "pt"),
    ("uma dúzia de barcos", "12", "barcos", "pt"),
    ("o dobro do ano passado", "200", "%", "pt"),
    ("dezesseis horas", "16", "horas", "pt"),
    ("dezasseis horas", "16", "horas", "pt"),
    ("cento e oitenta metros", "180", "metros", "pt"),
    ("dez por cento dos navios", "10", "%", "pt"),
    ("oltre seicentocinquanta firme", "650", "firme", "it"),
    ("quattromilasettecento abitanti", "4,700", "abitanti", "it"),
    ("tre quarti degli studenti", "75", "%", "it"),
    ("due milioni e mezzo di turisti", "2.5", "million", "it"),
    ("novantanove casi", "99", "casi", "it"),
    ("diciassette treni in meno", "17", "treni", "it"),
    ("un quinto del bilancio", "20", "%", "it"),
    ("circa il dodici per cento", "12", "%", "it"),
    ("un centinaio di barche", "100", "barche", "it"),
    ("sei volte su dieci", "60", "%", "it"),
    ("negenennegentig gevallen", "99", "gevallen", "nl"),
    ("zeventienhonderd inwoners", "1700", "inwoners", "nl"),
    ("vierduizend zevenhonderd inwoners", "4700", "inwoners", "nl"),
    ("tweeënhalf miljoen toeristen", "2.5", "million", "nl"),
    ("een kwart van de begroting", "25", "%", "nl"),
    ("twaalf procent", "12", "%", "nl"),
    ("een op de drie leerlingen", "33", "%", "nl"),
    ("het dubbele van vorig jaar", "200", "%", "nl"),
    ("enkele honderden boten", "100", "boten", "nl"),
    ("duzentos e cinquenta mil euros", "250,000", "EUR", "pt"),
    ("quatro mil e setecentos habitantes", "4700", "habitantes", "pt"),
    ("noventa e nove casos", "99", "casos", "pt"),
    ("dois terços da frota", "66.7", "%", "pt"),
    ("um quinto do orçamento", "20", "%", "pt"),
    ("uma em cada quatro casas", "25", "%", "pt"),
    ("doze por cento", "12", "%", "pt"),
    ("duas dúzias de ovos", "24", "ovos", "pt"),
    ("meio milhão de turistas", "500,000", "", "pt"),
]
OTHER_IN_WORDS = [
    ("duemilacinquecento operai", "2600", "operai", "it"),
    ("due terzi dei voti", "33", "%", "it"),
    ("ventuno barche", "20", "barche", "it"),
    ("vijfentwintig schepen", "52", "schepen", "nl"),
    ("honderdtachtig meter", "108", "meter", "nl"),
    ("vinte e cinco navios", "20", "navios", "pt"),
    ("cento e oitenta metros", "190", "metros", "pt"),
    ("dez navios e cinco por cento", "10", "%", "pt"),
    ("oltre seicentocinquanta firme", "605", "firme", "it"),
    ("diciassette treni in meno", "16", "treni", "it"),
    ("negenennegentig gevallen", "90", "gevallen", "nl"),
    ("twaalf procent", "20", "%", "nl"),
    ("noventa e nove casos", "90", "casos", "pt"),
]
THING = [
    ("winds of 100 mph, or 160 km/h", "160", "km/h", "en"),
    ("8 people and 5 % of the ships", "5", "%", "en"),
    ("8 people and 5 % of the ships", "8", "people", "en"),
    ("12 ships carried 40 containers", "12", "ships", "en"),
    ("fell by 3 metres to 40 feet", "40", "feet", "en"),
    ("12 Schiffe und 40 Container", "40", "Container", "de"),
    ("3 Kilometer Straße und 5 Meilen Weg", "3", "km", "de"),
    ("40 kg and 12 tonnes", "40", "kilos", "en"),
    ("40 kilograms and 12 tonnes", "40", "kg", "en"),
    ("about 48,000 vehicles cross daily", "48,000", "vehicles", "en"),
    ("over 2,000 employees at Zeku", "2,000", "employees", "en"),
    ("employs over 2,000 people", "2,000", "employees", "en"),
    ("half a dozen boats", "6", "boats", "en"),
    ("dozens of boats", "12", "boats", "en"),
    ("doubled its sales", "100", "%", "en"),
    ("a quarter of the crews", "25", "%", "en"),
    ("ein Dutzend Boote", "12", "Boote", "de"),
    ("das Doppelte", "200", "%", "de"),
    ("la moitié des membres", "50", "%", "fr"),
    ("une douzaine de bateaux", "12", "bateaux", "fr"),
    ("une vingtaine de bateaux", "20", "bateaux", "fr"),
    ("la mitad de los votos", "50", "%", "es"),
    ("una docena de barcos", "12", "barcos", "es"),
    ("el doble que en 2025", "200", "%", "es"),
    ("8 hours and 5 days", "5", "days", "en"),
    ("8 heures et 5 jours", "5", "jours", "fr"),
    ("24 goats and 60 dogs", "60", "dogs", "en"),
    ("12 people died and 300 were hurt", "300", "people", "en"),
    ("12 people died, 300 injured", "300", "people", "en"),
    ("from 40 ships in 2020 to 32 last year", "32", "ships", "en"),
    ("from 40 ships to 32 this week", "32", "ships", "en"),
    ("of the 40 ships, 12 are new", "12", "ships", "en"),
    ("90 Autos und 15 Busse", "90", "Autos", "de"),
    ("12 Menschen starben, 300 wurden verletzt", "300", "Menschen", "de"),
    ("von 40 Schiffen auf 32 im Vorjahr", "32", "Schiffe", "de"),
    ("12 morts et 300 blessés", "300", "blessés", "fr"),
    ("12 personas murieron y 300 heridos", "300", "personas", "es"),
    ("a 3-week strike of 200 crews", "3", "weeks", "en"),
    ("2 hours late, 3 times a week", "3", "times", "en"),
    ("6 of 12 ships", "6", "ships", "en"),
    ("more than 2,000 full-time employees and 300 trainees", "2,000", "employees", "en"),
]
OTHER_THING = [
    ("winds of 100 mph, or 160 km/h", "160", "km", "en"),
    ("winds of 100 mph, or 160 km/h", "100", "km/h", "en"),
    ("8 people and 5 % of the ships", "8", "%", "en"),
    ("8 people and 5 % of the ships", "5", "people", "en"),
    ("12 ships carried 40 containers", "40", "ships", "en"),
    ("12 ships carried 40 containers", "12", "containers", "en"),
    ("fell by 3 metres to 40 feet", "40", "metres", "en"),
    ("fell by 3 metres to 40 feet", "3", "feet", "en"),
    ("12 Schiffe und 40 Container", "40", "Schiffe", "de"),
    ("3 Kilometer Straße und 5 Meilen Weg", "5", "km", "de"),
    ("40 kg and 12 tonnes", "12", "kg", "en"),
    ("$40 million and 12 ships", "12", "USD million", "en"),
    ("12 €, 5 $", "5", "EUR", "en"),
    ("a quarter of the crews", "20", "%", "en"),
    ("8 hours and 5 days", "5", "hours", "en"),
    ("8 Stunden und 5 Tage", "8", "Tage", "de"),
    ("8 heures et 5 jours", "5", "heures", "fr"),
    ("8 horas y 5 días", "5", "horas", "es"),
    ("8 ore e 5 giorni", "8", "giorni", "it"),
    ("8 uur en 5 dagen", "5", "uur", "nl"),
    ("24 goats and 60 sheep dogs", "24", "dogs", "en"),
    ("24 goats and 60 dogs", "24", "dogs", "en"),
    ("7 miles of road and 3 bridges", "7", "km", "en"),
    ("7 miles of road and 3 bridges", "7", "bridges", "en"),
    ("sold 90 cars and 15 vans", "90", "vans", "en"),
    ("90 Autos und 15 Busse", "90", "Busse", "de"),
    ("90 voitures et 15 camions", "90", "camions", "fr"),
    ("90 coches y 15 camiones", "15", "coches", "es"),
    ("200 litres a day in 3 tanks", "200", "gallons", "en"),
    ("3 weeks and 200 litres", "3", "months", "en"),
    ("more than 2,000 full-time employees and 300 trainees", "300", "employees", "en"),
]


@pytest.mark.parametrize(("quote", "value", "unit", "language"), [*SAID_IN_WORDS, *THING])
def test_number_words_and_the_things_that_are_counted_are_read_in_all_languages_of_numbers(
    quote: str, value: str, unit: str, language: str
) -> None:
    assert verdict(quote, value, unit, language=language) is Statement.STATED


OTHER_NOUN = [
    ("about 48,000 cars cross daily", "48,000", "vehicles", "en"),
    ("48,000 passenger cars crossed it", "48,000", "vehicles", "en"),
    ("48,000 cars a day", "48,000", "vehicles a day", "en"),
    ("12 ships came in May", "12", "boats", "en"),
    ("40 hospitals were hit", "40", "schools", "en"),
    ("sold 300 tickets", "300", "seats", "en"),
    ("40 Schiffe liegen dort", "40", "Boote", "de"),
    ("90 Häuser stehen leer", "90", "Wohnungen", "de"),
    ("40 hölzerne Häuser stehen leer", "40", "Wohnungen", "de"),
    ("40 navires attendent", "40", "bateaux", "fr"),
    ("300 maisons sont vides", "300", "bateaux", "fr"),
    ("400 barcos pesqueros", "400", "coches", "es"),
    ("300 casas están vacías", "300", "barcos", "es"),
    ("300 casas estão vazias", "300", "barcos", "pt"),
]
SAME_NOUN = [
    ("48,000 passenger cars a day", "48,000", "cars", "en"),
    ("48,000 cars a day", "48,000", "cars per day", "en"),
    ("48,000 new and used cars", "48,000", "cars", "en"),
    ("the number of ships rose to 40", "40", "ships", "en"),
    ("40 of the ships are lost", "40", "ships", "en"),
    ("40 were lost, and nobody knows why", "40", "ships", "en"),
    ("ships: 40 this week", "40", "ships", "en"),
    ("4,000 workers left", "4,000", "people", "en"),
    ("4,000 people left", "4,000", "employees", "en"),
    ("40 homes were built", "40", "new homes", "en"),
    ("40 new homes were built", "40", "homes", "en"),
    ("3 children's homes", "3", "homes", "en"),
    ("40 ships came", "40", "Schiffe", "en"),
    ("40 lorries a day", "40", "lorry", "en"),
    ("won 12 times", "12", "matches", "en"),
    ("more than 750,000 units", "750,000", "cars", "en"),
    ("40 hölzerne Schiffe", "40", "Schiffe", "de"),
    ("40 der Boote sind weg", "40", "Boote", "de"),
    ("300 coches eléctricos", "300", "coches", "es"),
    ("300 ont été vendues", "300", "maisons", "fr"),
    ("a score of eels was caught", "20", "eels", "en"),
    ("two score boats sank", "40", "boats", "en"),
]


@pytest.mark.parametrize(("quote", "value", "unit", "language"), OTHER_NOUN)
def test_a_number_before_another_noun_is_not_stated(quote: str, value: str, unit: str, language: str) -> None:
    assert verdict(quote, value, unit, language=language) is Statement.OTHER_THING


@pytest.mark.parametrize(("quote", "value", "unit", "language"), SAME_NOUN)
def test_a_number_before_its_unit_or_no_other_noun_is_stated(quote: str, value: str, unit: str, language: str) -> None:
    assert verdict(quote, value, unit, language=language) is Statement.STATED


def test_a_score_of_a_match_is_no_number_of_twenty() -> None:
    for quote in ("a score of 3 to 1", "the score was high", "a score of points", "they keep score of it"):
        assert verdict(quote, "20") is Statement.OTHER_NUMBER


def test_nouns_of_two_languages_are_not_compared() -> None:
    assert states("40 ships came", "40", "Schiffe", "", ("en", "de")) is Statement.STATED


@pytest.mark.parametrize(("quote", "value", "unit", "language"), OTHER_IN_WORDS)
def test_another_number_in_words_is_not_stated(quote: str, value: str, unit: str, language: str) -> None:
    assert verdict(quote, value, unit, language=language) in (Statement.OTHER_NUMBER, Statement.OTHER_UNIT)


@pytest.mark.parametrize(("quote", "value", "unit", "language"), OTHER_THING)
def test_a_number_that_counts_another_thing_in_the_quote_is_not_stated(
    quote: str, value: str, unit: str, language: str
) -> None:
    assert verdict(quote, value, unit, language=language) in (UNIT, NUMBER)


def spelled_dutch(number: int) -> str:
    ones = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien".split()
    ones += "zeventien achttien negentien".split()
    tens = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
    if number < 20:
        return ones[number]
    if number < 100:
        front = f"{ones[number % 10]}{'ën' if ones[number % 10][-1] == 'e' else 'en'}" if number % 10 else ""
        return front + tens[number // 10 - 2]
    for size, name in ((1000, "duizend"), (100, "honderd")):
        if number >= size:
            front = spelled_dutch(number // size) if number // size > 1 else ""
            return front + name + (spelled_dutch(number % size) if number % size else "")
    raise AssertionError


def spelled_italian(number: int) -> str:
    ones = (
        "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici".split()
    )
    ones += "sedici diciassette diciotto diciannove".split()
    tens = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
    if number < 20:
        return ones[number]
    if number < 100:
        front, back = tens[number // 10 - 2], number % 10
        # `ventuno`, `ventotto`, `ventitré`
        return (front[:-1] if back in (1, 8) else front) + ("" if not back else "tré" if back == 3 else ones[back])
    if number < 1000:
        front = ("" if number < 200 else ones[number // 100]) + "cento"
        return front + (spelled_italian(number % 100) if number % 100 else "")
    front = "mille" if number < 2000 else spelled_italian(number // 1000) + "mila"
    return front + (spelled_italian(number % 1000) if number % 1000 else "")


def spelled_portuguese(number: int) -> str:
    ones = "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis".split()
    ones += "dezessete dezoito dezenove".split()
    tens = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split()
    hundreds = "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos".split()
    if number < 20:
        return ones[number]
    if number < 100:
        return tens[number // 10 - 2] + (f" e {ones[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return (
            "cem" if number == 100 else hundreds[number // 100 - 1] + (f" e {spelled_portuguese(rest)}" if rest else "")
        )
    rest = number % 1000
    front = "mil" if number < 2000 else f"{spelled_portuguese(number // 1000)} mil"
    joint = " e " if rest < 100 or rest % 100 == 0 else " "
    return front + (f"{joint}{spelled_portuguese(rest)}" if rest else "")


@given(st.integers(20, 999_999), st.integers(20, 999_999))
@example(200_300, 203_000)
@example(21_000, 1_021)
@settings(max_examples=50)
def test_a_number_to_a_million_in_dutch_italian_or_portuguese_words_is_that_number(number: int, other: int) -> None:
    assert dutch_number(spelled_dutch(number)) == italian_number(spelled_italian(number)) == number
    for language, spelled, things in (
        ("nl", spelled_dutch, "boten"),
        ("it", spelled_italian, "barche"),
        ("pt", spelled_portuguese, "barcos"),
    ):
        quote = f"{spelled(number)} {things}"
        assert verdict(quote, str(number), things, language=language) is Statement.STATED
        assert verdict(quote, str(other), things, language=language) is not Statement.STATED or number == other


@pytest.mark.parametrize(("quote", "value", "unit", "language"), STATED)
def test_a_quote_states_its_number_in_any_spelling(quote: str, value: str, unit: str, language: str) -> None:
    assert verdict(quote, value, unit, language=language) is Statement.STATED


@pytest.mark.parametrize(("quote", "value", "unit", "language", "expected"), OTHER)
def test_another_number_unit_or_direction_is_not_stated(
    quote: str, value: str, unit: str, language: str, expected: Statement
) -> None:
    assert verdict(quote, value, unit, language=language) is expected


@pytest.mark.parametrize(
    ("quote", "what", "expected"),
    [
        ("rose 8%", "fall in tolls", DIRECTION),
        ("fell 8%", "a fall in tolls", Statement.STATED),
        ("fell 8%", "rise in tolls", DIRECTION),
        ("die Maut fiel um 8%", "Anstieg der Maut", DIRECTION),
        ("下降8%", "收入增长", DIRECTION),
        ("rose 8% after a fall", "fall in tolls", Statement.STATED),
        ("did not rise by 8%", "fall in tolls", Statement.STATED),
        ("rose 8%", "tolls since the fall", Statement.STATED),
        ("8% less", "rise in tolls", Statement.STATED),
    ],
)
def test_a_figure_that_measures_a_fall_is_no_rise(quote: str, what: str, expected: Statement) -> None:
    assert verdict(quote, "8", "%", what, "de" if "Maut" in quote else "en") is expected


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


MARKS = {"en": ",", "de": ".", "fr": "\u202f", "zh": ",", "ar": "٬"}
SENTENCES = {
    "en": "about {} people came to the bridge",
    "de": "etwa {} Menschen kamen zu der Brücke",
    "fr": "environ {} personnes sont venues au pont",
    "zh": "约{}人来到桥边",
    "ar": "جاء نحو {} شخص إلى الجسر",
}


@given(
    st.integers(1, 10**9),
    st.integers(1, 10**9),
    st.sampled_from(sorted(MARKS)),
    st.sampled_from(["", ",", ".", "'", "\u00a0", "\u202f"]),
)
@example(500, 12_500, "en", "")
@example(1500, 2, "de", ".")
def test_a_whole_number_is_itself_and_no_other_in_all_languages(
    number: int, other: int, language: str, mark: str
) -> None:
    quote = SENTENCES[language].format(grouped(number, MARKS[language]))
    assert verdict(quote, grouped(number, mark), language=language) is Statement.STATED
    assert (verdict(quote, str(other), language=language) is Statement.STATED) == (number == other)


@given(st.integers(1, 10**7), st.sampled_from([10, 100]), st.sampled_from(sorted(MARKS)), st.sampled_from(".,"))
def test_a_decimal_number_is_the_same_with_either_mark(number: int, parts: int, language: str, mark: str) -> None:
    whole, rest = divmod(number, parts)
    decimals = f"{rest:0{len(str(parts)) - 1}}"
    quote = SENTENCES[language].format(
        f"{whole}{'.' if language in ('en', 'zh') else ',' if language != 'ar' else '٫'}{decimals}"
    )
    assert verdict(quote, f"{whole}{mark}{decimals}", language=language) is Statement.STATED
    assert verdict(quote, str(whole + parts), language=language) is NUMBER


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def english(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if rest and rest < 100 else " "
            return f"{english(number // size)} {name}" + (f"{joint}{english(rest)}" if rest else "")
    raise AssertionError


DE_ONES = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
DE_TENS = "- zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
DE_TEENS = {16: "sechzehn", 17: "siebzehn"}


def german(number: int) -> str:
    if number < 13:
        return DE_ONES[number]
    if number < 20:
        return DE_TEENS.get(number) or f"{DE_ONES[number - 10]}zehn"
    if number < 100:
        return (f"{DE_ONES[number % 10]}und" if number % 10 else "") + DE_TENS[number // 10]
    size, name = (1000, "tausend") if number >= 1000 else (100, "hundert")
    return german(number // size) + name + (german(number % size) if number % size else "")


def chinese(number: int) -> str:
    digits = "〇一二三四五六七八九"
    if number >= 10**4:
        rest = number % 10**4
        return chinese(number // 10**4) + "万" + (("零" if rest < 1000 else "") + chinese(rest) if rest else "")
    out, zero = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("零" if zero and out else "") + digits[digit] + name
        zero = not digit
    return out


@given(st.integers(2, 10**9 - 1), st.integers(2, 10**9 - 1))
@example(1999, 99)
@example(1_000_100, 100)
def test_a_number_in_english_words_is_that_number(number: int, other: int) -> None:
    quote = f"the town has counted {english(number)} boats"
    assert verdict(quote, str(number)) is Statement.STATED
    assert (verdict(quote, str(other)) is Statement.STATED) == (number == other)


@given(st.integers(13, 999_999))
def test_a_number_in_german_words_is_that_number(number: int) -> None:
    assert german_number(german(number)) == number
    assert verdict(f"die Stadt hat {german(number)} Boote gezählt", str(number), language="de") is Statement.STATED


@given(st.integers(1, 99_999_999))
def test_a_number_in_chinese_signs_is_that_number(number: int) -> None:
    assert cjk_number(chinese(number)) == number
    assert verdict(f"全市共有{chinese(number)}艘船", str(number), language="zh") is Statement.STATED


@given(st.fractions(0, 1, max_denominator=100).filter(lambda part: 0 < part < 1), st.sampled_from("/⁄"))
def test_a_part_is_itself_and_its_share_of_a_hundred(part: Fraction, stroke: str) -> None:
    quote = f"about {part.numerator}{stroke}{part.denominator} of the boats"
    assert verdict(quote, f"{part.numerator}/{part.denominator}") is Statement.STATED
    # What has an end in decimals is not rounded.
    exact = 10**6 % part.denominator == 0
    assert verdict(quote, f"{float(part * 100):.6f}" if exact else f"{float(part * 100):.1f}", "%") is Statement.STATED


SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "k": 10**3, "m": 10**6, "bn": 10**9, "crore": 10**7}


@pytest.mark.parametrize(("one", "other"), [*product(SCALES, repeat=2)])
def test_a_scale_is_what_it_multiplies(one: str, other: str) -> None:
    joint = "" if len(one) < 3 else " "
    number = Fraction(3 * SCALES[one], SCALES[other])
    value = f"{float(number):.10f}".rstrip("0").rstrip(".")
    assert verdict(f"it has sold 3{joint}{one} stamps", value, other) is Statement.STATED
    assert verdict(f"it has sold 3{joint}{one} stamps", "7", other) is NUMBER


@given(
    st.sampled_from(["{}% of the boats", "€{} million", "{} of the boats", "{} tonnes of grain", "${}bn"]),
    st.sampled_from(["8", "12,500", "3.75", "-4", "+6.5", "1.5", "5-8", "48,000"]),
    st.sampled_from(["rose by", "fell by", "came to", "were about"]),
)
def test_what_import_proposes_is_stated_by_its_quote(form: str, number: str, verb: str) -> None:
    text = f"The sales of the harbour {verb} {form.format(number)} in the year, the town said on Tuesday."
    for figure in figures([text]):
        assert verdict(figure.quote, figure.value, figure.unit, figure.what) is Statement.STATED


@pytest.mark.slow
@given(st.text(), st.text(), st.text(), st.text(), st.sampled_from(["", "en", "de", "zh", "ar", "sv", "x"]))
@example("9" * 5000, "9" * 5000, "", "", "en")
@example("1/0 of it", "1/0", "%", "", "en")
@example("兆" * 5000, "兆" * 5000, "", "", "zh")
@example("million " * 1000, "5 million million million million million million million", "", "", "en")
def test_any_text_can_be_read(quote: str, value: str, unit: str, what: str, language: str) -> None:
    assert verdict(quote, value, unit, what, language) in Statement
    assert verdict(quote, quote, "", "", language) in Statement


@given(
    st.lists(
        st.sampled_from("5 1.500 ½ 2/3 %  € million half a of and two hundred - 万 百分之 و ألف 成 point".split(" "))
    )
)
def test_a_number_is_stated_by_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert verdict(text, text) is not NUMBER


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Tolls fell by 12%.", "tolls fell 8%", ("12",)),
        ("Tolls fell by 8%.", "tolls fell eight per cent", ()),
        ("Tolls fell by 8% on 12 May 2024.", "tolls fell 8%", ()),
        ("The fund holds one billion yuan, about $145 million.", "a billion yuan ($145 million) fund", ()),
        ("It cost 40 million crowns.", "it cost €40m", ("40 million",)),
        ("All 2,000 of them, or 60 a day.", "over 2,000 people", ("60",)),
        ("Two boats of 3 sank.", "the boats sank", ()),
        ("Es kamen 1.500 Boote.", "about 1,500 boats came", ()),
        ("", "", ()),
    ],
)
def test_a_number_of_a_point_is_looked_for_in_its_quote(text: str, quote: str, expected: tuple[str, ...]) -> None:
    assert unstated_numbers(text, quote, ("en", "en")) == expected


@pytest.mark.parametrize(
    ("quote", "value", "unit", "language", "result"),
    [
        ("The wall is 40 kilometres long", "40", "miles", "en", UNIT),
        ("Le mur fait 40 kilomètres", "40", "milles", "fr", UNIT),
        ("El muro mide 40 kilómetros", "40", "millas", "es", UNIT),
        ("The wall is 40 miles long", "40", "miles", "en", Statement.STATED),
        ("The water has 20 degrees Celsius", "20", "degrees Fahrenheit", "en", UNIT),
        ("Das Wasser hat 20 Grad Celsius", "20", "Grad Fahrenheit", "de", UNIT),
        ("The water has 20 degrees Celsius", "20", "degrees Celsius", "en", Statement.STATED),
        ("The water has 20 degrees Celsius", "20", "degrees", "en", Statement.STATED),
    ],
)
def test_a_measure_that_is_a_number_word_elsewhere_or_a_scale_is_no_other(
    quote: str, value: str, unit: str, language: str, result: Statement
) -> None:
    """`miles` is a thousand in Spanish, and degrees are of some scale. (RC-07)"""
    assert verdict(quote, value, unit, language=language) is result


@pytest.mark.parametrize(
    ("quote", "value", "unit", "language", "statement"),
    [
        ("It was 104 °F on Monday", "104", "°C", "en", Statement.OTHER_UNIT),
        ("It was 104°F on Monday", "104", "°F", "en", Statement.STATED),
        ("40°C in the shade", "40", "degrees Celsius", "en", Statement.STATED),
        ("40 ℃", "40", "°C", "en", Statement.STATED),
        ("60 tonnes a day leave the port", "60", "tonnes a year", "en", Statement.OTHER_UNIT),
        ("60 tonnes leave the port every day", "60", "tonnes a day", "en", Statement.STATED),
        ("60 tonnes a year", "60", "tonnes per year", "en", Statement.STATED),
        ("12 euros an hour", "12", "euros a month", "en", Statement.OTHER_UNIT),
        ("12 euros an hour", "12", "euros", "en", Statement.STATED),
        ("300 Euro pro Monat", "300", "Euro pro Jahr", "de", Statement.OTHER_UNIT),
        ("300 Euro im Monat", "300", "Euro pro Monat", "de", Statement.STATED),
        ("200 tonnes par jour", "200", "tonnes par an", "fr", Statement.OTHER_UNIT),
        ("40 barcos al mes", "40", "barcos al año", "es", Statement.OTHER_UNIT),
        ("40 schepen per week", "40", "schepen per jaar", "nl", Statement.OTHER_UNIT),
    ],
)
def test_a_rate_is_of_one_time_and_a_temperature_of_one_scale(
    quote: str, value: str, unit: str, language: str, statement: Statement
) -> None:
    assert states(quote, value, unit, "what", (language, language)) is statement
