"""A figure is proved by a number that has its measure, its direction and no other kind of thing behind it."""

import pytest

from annotated_briefings.base.meaning.measures import measures_of
from annotated_briefings.base.meaning.stated import Statement, states

STATED, NUMBER, UNIT = Statement.STATED, Statement.OTHER_NUMBER, Statement.OTHER_UNIT
YEAR, DIRECTION = Statement.YEAR, Statement.OTHER_DIRECTION


def statement(quote: str, value: str, unit: str, language: str) -> Statement:
    return states(quote, value, unit, "", (language, language))


LENGTHS = {
    "en": ("the wall is 47 {} long", "kilometres", "miles"),
    "de": ("die Mauer ist 47 {} lang", "Kilometer", "Meilen"),
    "fr": ("le mur fait 47 {} de long", "kilomètres", "milles"),
    "es": ("el muro mide 47 {} de largo", "kilómetros", "millas"),
    "it": ("il muro è lungo 47 {}", "chilometri", "miglia"),
    "pt": ("o muro tem 47 {} de extensão", "quilómetros", "milhas"),
    "nl": ("de muur is 47 {} lang", "kilometer", "mijl"),
    "pl": ("mur ma 47 {} długości", "kilometrów", "mil"),
    "sv": ("muren är 47 {} lång", "kilometer", "mil"),
    "da": ("muren er 47 {} lang", "kilometer", "mil"),
    "nb": ("muren er 47 {} lang", "kilometer", "mil"),
    "fi": ("muurin pituus on 47 {}", "kilometriä", "mailia"),
    "cs": ("zeď je dlouhá 47 {}", "kilometrů", "mil"),
    "tr": ("duvarın uzunluğu 47 {}", "kilometre", "mil"),
    "ru": ("длина стены 47 {}", "километров", "миль"),
    "uk": ("довжина стіни 47 {}", "кілометрів", "миль"),
    "ja": ("長さ47{}の壁", "キロメートル", "マイル"),
    "zh": ("长47{}的墙", "千米", "英里"),
    "ar": ("طول الجدار 47 {}", "كيلومترا", "ميلا"),
}
"""A sentence of each language, its word for kilometres, and that for miles or for ten kilometres."""


@pytest.mark.parametrize("language", LENGTHS)
def test_a_number_of_kilometres_is_no_number_of_miles_in_any_language(language: str) -> None:
    sentence, kilometres, miles = LENGTHS[language]
    for unit in (kilometres, "km"):
        assert statement(sentence.format(kilometres), "47", unit, language) is STATED
        assert statement(sentence.format(miles), "47", unit, language) is UNIT
    assert statement(sentence.format(miles), "47", miles, language) is STATED
    assert statement(sentence.format(kilometres), "47", miles, language) is UNIT


@pytest.mark.parametrize(
    ("words", "language", "measure"),
    [
        ("square kilometres", "en", "km^2"),
        ("kilomètres carrés", "fr", "km^2"),
        ("Quadratkilometer", "de", "km^2"),
        ("metros cúbicos", "es", "m^3"),
        ("km²", "en", "km^2"),
        ("平方公里", "zh", "km^2"),
        ("kilometres per hour", "en", "km/h"),
        ("miles an hour", "en", "mile/h"),
        ("nautical miles", "en", "nautical mile"),
        ("mil bort", "sv", "10 km"),
        ("degrees Celsius", "en", "°C"),
        ("metropolitan areas", "en", ""),
        ("mil barcos", "es", ""),
    ],
)
def test_a_measure_is_read_with_the_words_that_belong_to_it(words: str, language: str, measure: str) -> None:
    assert measures_of(words.split(), language) == ({measure} if measure else set())


@pytest.mark.parametrize(
    ("quote", "value", "unit", "language", "expected"),
    [
        ("12 tonnes and 3 ships", "15", "tonnes", "en", NUMBER),
        ("12 tonnes and 3 ships", "9", "tonnes", "en", NUMBER),
        ("12 Tonnen und 3 Schiffe", "15", "Tonnen", "de", NUMBER),
        ("12 tonnes et 3 navires", "15", "tonnes", "fr", NUMBER),
        ("8 camiones y 5 coches", "13", "camiones", "es", NUMBER),
        ("12 laivaa ja 3 tonnia", "15", "tonnia", "fi", NUMBER),
        ("9 lodí a 4 tuny", "13", "lodí", "cs", NUMBER),
        ("12 tonnes of iron and 3 tonnes of coal", "15", "tonnes", "en", STATED),
        ("12 and 3 tonnes", "15", "tonnes", "en", STATED),
        ("40 men and 30 women", "70", "people", "en", STATED),
        ("12 Tonnen Eisen und 3 Tonnen Kohle", "15", "Tonnen", "de", STATED),
        ("12 tonnes of iron and 3 tonnes of coal", "15", "km", "en", UNIT),
        ("12 tonnes of iron over 3 miles", "15", "tonnes", "en", NUMBER),
        ("built between 1951 and 1958", "7", "years", "en", STATED),
        ("built between 1951 and 1958", "7", "ships", "en", UNIT),
        ("12 ships came", "12", "tonnes", "en", UNIT),
        ("tolls rose 12%", "12", "tonnes", "en", UNIT),
        ("tolls of €12 were paid", "12", "tonnes", "en", UNIT),
        ("a load of 12 pounds", "12", "lb", "en", STATED),
        ("a capacity of more than 12 units", "12", "cars a year", "en", STATED),
        ("more than 12 tonnes of coal", "12", "tonnes a year", "en", STATED),
    ],
)
def test_only_numbers_of_one_unit_are_added_up(
    quote: str, value: str, unit: str, language: str, expected: Statement
) -> None:
    assert statement(quote, value, unit, language) is expected


@pytest.mark.parametrize(
    ("quote", "unit", "language", "expected"),
    [
        ("In 2025 ships from Norway came", "ships", "en", YEAR),
        ("In May 2025 ships from Norway came", "ships", "en", YEAR),
        ("Im Jahr 2025 Schiffe zu bauen ist teuer", "Schiffe", "de", YEAR),
        ("En 2025 navires et trains se sont arrêtés", "navires", "fr", YEAR),
        ("En 2025 barcos y trenes pararon", "barcos", "es", YEAR),
        ("nel 2025 navi e treni si fermarono", "navi", "it", YEAR),
        ("В 2025 году корабли стояли", "корабли", "ru", YEAR),
        ("W 2025 statki stały", "statki", "pl", YEAR),
        ("2025年船舶停航", "船", "zh", YEAR),
        ("2025 ships came in one year", "ships", "en", STATED),
        ("some 2,025 ships came in 2025", "ships", "en", STATED),
        ("1 in 2025 ships sank", "ships", "en", STATED),
        ("In 2025 it closed", "", "en", STATED),
    ],
)
def test_a_year_is_no_count(quote: str, unit: str, language: str, expected: Statement) -> None:
    assert statement(quote, "2025", unit, language) is expected


DIRECTIONS = {
    "en": ("the rise was 12%", "the decline was 12%"),
    "de": ("der Anstieg betrug 12%", "der Rückgang betrug 12%"),
    "fr": ("la hausse est de 12%", "la baisse est de 12%"),
    "es": ("la subida fue del 12%", "la caída fue del 12%"),
    "it": ("l'aumento è stato del 12%", "il calo è stato del 12%"),
    "pt": ("O aumento foi de 12%", "A queda foi de 12%"),
    "nl": ("de stijging bedroeg 12%", "de daling bedroeg 12%"),
    "pl": ("wzrost wyniósł 12%", "spadek wyniósł 12%"),
    "sv": ("ökningen blev 12 %", "nedgången blev 12 %"),
    "da": ("stigningen var på 12 %", "faldet var på 12 %"),
    "nb": ("økningen var på 12 %", "nedgangen var på 12 %"),
    "fi": ("nousu oli 12 %", "lasku oli 12 %"),
    "cs": ("nárůst činil 12 %", "pokles činil 12 %"),
    "tr": ("artış %12 oldu", "düşüş %12 oldu"),
    "ru": ("рост составил 12%", "падение составило 12%"),
    "uk": ("зростання склало 12%", "падіння склало 12%"),
    "ja": ("12%の増加となった", "12%の下落となった"),
    "zh": ("上涨12%", "下跌12%"),
    "ar": ("بلغ الارتفاع 12%", "بلغ التراجع 12%"),
}


@pytest.mark.parametrize("language", DIRECTIONS)
def test_a_rise_is_no_fall_in_any_language(language: str) -> None:
    rise, fall = DIRECTIONS[language]
    assert statement(rise, "+12", "%", language) is statement(fall, "-12", "%", language) is STATED
    assert statement(rise, "-12", "%", language) is statement(fall, "+12", "%", language) is DIRECTION


@pytest.mark.parametrize(
    ("quote", "value", "expected"),
    [
        ("sales fell 12% and costs rose 3%", "+12", DIRECTION),
        ("sales fell 12% and costs rose 3%", "-12", STATED),
        ("sales fell 12% and costs rose 3%", "+3", STATED),
        ("sales were down 12%", "+12", DIRECTION),
        ("sales did not rise by 12%", "-12", STATED),
        ("sales came to 12%", "+12", STATED),
    ],
)
def test_the_direction_of_a_number_is_that_of_its_clause(quote: str, value: str, expected: Statement) -> None:
    assert statement(quote, value, "%", "en") is expected


@pytest.mark.parametrize(
    ("quote", "language"),
    [
        ("satışlar yüzde 7 arttı", "tr"),
        ("sprzedaż wzrosła o 7 procent", "pl"),
        ("försäljningen steg med 7 procent", "sv"),
        ("salget steg med 7 prosent", "nb"),
        ("salget steg med 7 procent", "da"),
        ("myynti kasvoi 7 prosenttia", "fi"),
        ("tržby stouply o 7 procent", "cs"),
        ("продажи выросли на 7 процентов", "ru"),
        ("продажі зросли на 7 відсотків", "uk"),
    ],
)
def test_per_cent_in_words_has_its_direction(quote: str, language: str) -> None:
    assert statement(quote, "+7", "%", language) is statement(quote, "7", "%", language) is STATED
    assert statement(quote, "-7", "%", language) is DIRECTION
    assert statement(quote, "7", "km", language) is not STATED
