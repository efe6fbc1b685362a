"""Figures whose quote says the same digits on another scale, with another sign, or as metres."""

import pytest

from annotated_briefings.base.meaning.stated import Statement, states

OTHER = [
    ("es", "6.250 millones de coronas", "6.25", "million crowns"),
    ("es", "9.600 barcos en el puerto", "9.6", "ships"),
    ("es", "cuatro billones de coronas", "4", "billion crowns"),
    ("de", "vier Billionen Kronen", "4", "billion crowns"),
    ("fr", "quatre billions de couronnes", "4", "billion crowns"),
    ("it", "quattro bilioni di corone", "4", "billion crowns"),
    ("en", "-6 degrees in the north", "6", "degrees"),
    ("en", "minus 6 degrees in the north", "6", "degrees"),
    ("de", "minus 6 Grad im Norden", "6", "Grad"),
    ("fr", "moins 6 degrés au nord", "6", "degrés"),
    ("en", "a mast 5.2m tall", "5.2", "million"),
    ("de", "ein 5,2m hoch gebauter Mast", "5.2", "million"),
    ("pl", "6,1 mld koron", "6.1", "million crowns"),
    ("pl", "64 tys. osób", "64", "million people"),
    ("cs", "38 miliard korun", "38", "million crowns"),
    ("sv", "62 miljoner kronor", "62", "billion kronor"),
    ("da", "62 milliarder kroner", "62", "million kroner"),
    ("hu", "62 milliárd korona", "62", "million crowns"),
    ("ro", "62 milioane de coroane", "62", "billion crowns"),
    ("tr", "62 milyar kron", "62", "million crowns"),
    ("ru", "62 тысячи крон", "62", "million crowns"),
    ("el", "62 εκατομμύρια κορώνες", "62", "billion crowns"),
]
SAME = [
    ("es", "6.250 millones de coronas", "6.25", "billion crowns"),
    ("es", "subió un 6.5 por ciento", "6.5", "%"),
    ("es", "cuatro billones de coronas", "4", "trillion crowns"),
    ("de", "vier Billionen Kronen", "4", "Billionen Kronen"),
    ("de", "vier Milliarden Kronen", "4", "billion crowns"),
    ("fr", "quatre milliards de couronnes", "4", "billion crowns"),
    ("fr", "quatre billions d’euros", "4", "billions d’euros"),
    ("en", "-6 degrees in the north", "-6", "degrees"),
    ("en", "-6 degrees in the north", "6", "degrees below zero"),
    ("en", "between 2-6 degrees in the north", "6", "degrees"),
    ("en", "a mast 5.2m tall", "5.2", "m"),
    ("en", "a fund of $5.2m", "5.2", "million dollars"),
    ("pl", "6,1 mld koron", "6.1", "billion crowns"),
    ("sv", "62 miljoner kronor", "62", "million kronor"),
    ("cs", "38 miliard korun", "38", "billion crowns"),
    ("tr", "62 milyar kron", "62", "billion crowns"),
]


@pytest.mark.parametrize(("language", "quote", "value", "unit"), OTHER)
def test_the_same_digits_on_another_scale_or_below_zero_are_another_number(
    language: str, quote: str, value: str, unit: str
) -> None:
    assert states(quote, value, unit, "amount", (language, language)) is not Statement.STATED


@pytest.mark.parametrize(("language", "quote", "value", "unit"), SAME)
def test_a_number_is_stated_on_its_own_scale(language: str, quote: str, value: str, unit: str) -> None:
    assert states(quote, value, unit, "amount", (language, language)) is Statement.STATED


def test_a_fall_may_be_given_without_its_minus_sign() -> None:
    assert states("a change of -6.2% in tolls", "6.2", "%", "fall in tolls", ("en", "en")) is Statement.STATED


INFLECTED = [
    ("ru", "помощь в размере 340 миллиардам крон", "340", "million crowns"),
    ("ru", "с 25 миллионами жителей", "25", "thousand people"),
    ("ru", "к 48 тысячам мест", "48", "million seats"),
    ("uk", "з 27 мільярдами крон", "27", "million crowns"),
    ("uk", "до 63 тисячам мешканців", "63", "million people"),
    ("pl", "z 34 milionami koron", "34", "billion crowns"),
    ("pl", "o 72 tysiącach widzów", "72", "million people"),
    ("pl", "ku 18 miliardom koron", "18", "million crowns"),
    ("cs", "k 45 tisícům lidí", "45", "million people"),
    ("cs", "s 31 miliardami korun", "31", "million crowns"),
    ("sk", "spolu 52 miliárd korún", "52", "million crowns"),
    ("sk", "pre 38 tisícom ľudí", "38", "million people"),
    ("sl", "okoli 23 milijonov kron", "23", "billion crowns"),
    ("sl", "z 44 tisočimi obiskovalci", "44", "million people"),
    ("hr", "oko 36 milijardi kruna", "36", "million crowns"),
    ("bg", "около 54 милиарда крони", "54", "million crowns"),
    ("nb", "over 61 tusener fremmøtte", "61", "million people"),
    ("nb", "de 42 milliardene kronene", "42", "million kroner"),
    ("da", "de 29 millionerne kroner", "29", "billion kroner"),
    ("sv", "de 33 miljarderna kronorna", "33", "million kronor"),
    ("fi", "noin 26 miljardin kruunun", "26", "million crowns"),
    ("fi", "yli 58 miljoonan kruunun", "58", "billion crowns"),
    ("et", "umbes 47 miljardit krooni", "47", "million crowns"),
    ("lv", "ap 35 miljardiem kronu", "35", "million crowns"),
    ("lt", "apie 64 milijardų kronų", "64", "million crowns"),
    ("hu", "mintegy 43 milliárdot koronát", "43", "million crowns"),
    ("hu", "közel 57 ezerre nőtt", "57", "million people"),
    ("ro", "cele 39 miliardele de coroane", "39", "million crowns"),
    ("ro", "peste 66 mii de oameni", "66", "million people"),
    ("tr", "toplam 46 bin kişi", "46", "million people"),
    ("tr", "yaklaşık 28 milyonluk kredi", "28", "billion kron"),
    ("el", "περίπου 37 εκατομμυρίων κορωνών", "37", "billion crowns"),
    ("el", "των 49 χιλιάδων κατοίκων", "49", "million people"),
    ("he", "כ-32 מיליארד כתרים", "32", "million crowns"),
    ("id", "sekitar 41 miliar krona", "41", "million krona"),
    ("id", "lebih dari 53 ribu orang", "53", "million people"),
    ("vi", "khoảng 24 tỷ đồng", "24", "million dong"),
    ("hi", "लगभग 55 अरब रुपये", "55", "million rupees"),
    ("fa", "حدود 62 میلیارد ریال", "62", "million rials"),
    ("ru", "о 14 тысячах рублей", "14", "million rubles"),
    ("pl", "po 26 miliardach euro", "26", "million euros"),
    ("cs", "o 22 milionech eur", "22", "billion euros"),
    ("uk", "на 15 тисяч гривень", "15", "million hryvnias"),
    ("fi", "32 miljardilla eurolla", "32", "million euros"),
    ("hu", "75 millióból jut", "75", "billion"),
    ("tr", "21 milyarlık ihale", "21", "million"),
    ("sk", "o 19 miliónoch eur", "19", "billion euros"),
    ("hr", "od 17 tisućama ljudi", "17", "million people"),
    ("sl", "za 25 milijonov evrov", "25", "billion euros"),
    ("lt", "su 13 milijonais eurų", "13", "billion euros"),
    ("lv", "no 29 tūkstošiem cilvēku", "29", "million people"),
    ("et", "16 miljardini eurot", "16", "million euros"),
    ("bg", "над 12 хиляди души", "12", "million people"),
    ("sr", "око 18 милијарди динара", "18", "million dinars"),
    ("el", "πάνω από 14 δισεκατομμυρίων ευρώ", "14", "million euros"),
    ("nb", "23 milliarders gjeld", "23", "million kroner"),
    ("sv", "31 miljoners lån", "31", "billion kronor"),
    ("is", "um 27 milljörðum króna", "27", "million kronur"),
    ("ca", "uns 33 milers de persones", "33", "million people"),
    ("he", "כ-18 אלף איש", "18", "million people"),
]
"""Words for a thousand, a million and so on with endings, and figures on another scale."""
ON_THEIR_SCALE = [
    ("ru", "помощь в размере 340 миллиардам крон", "340", "billion crowns"),
    ("pl", "z 34 milionami koron", "34", "million crowns"),
    ("pl", "34 milionerów w mieście", "34", "millionaires"),
    ("cs", "k 45 tisícům lidí", "45", "thousand people"),
    ("cs", "k 45 tisícům lidí", "45,000", "people"),
    ("sv", "18 miljonärer i kommunen", "18", "millionaires"),
    ("fi", "23 miljonääriä kunnassa", "23", "millionaires"),
    ("ru", "27 миллионеров в городе", "27", "millionaires"),
    ("fi", "95 miljoonaa euroa", "95", "million euros"),
    ("hu", "mintegy 43 milliárdot koronát", "43", "billion crowns"),
    ("tr", "toplam 46 bin kişi", "46,000", "people"),
    ("el", "περίπου 37 εκατομμυρίων κορωνών", "37", "million crowns"),
    ("vi", "khoảng 24 tỷ đồng", "24", "billion dong"),
    ("id", "lebih dari 53 ribu orang", "53,000", "people"),
    ("hi", "लगभग 55 अरब रुपये", "55", "billion rupees"),
    ("nb", "over 61 tusener fremmøtte", "61,000", "people"),
    ("ro", "peste 66 mii de oameni", "66,000", "people"),
    ("da", "19 tusindben i glasset", "19", "animals"),
    ("lt", "apie 64 milijardų kronų", "64", "billion crowns"),
    ("bg", "около 54 милиарда крони", "54", "billion crowns"),
    ("ru", "о 14 тысячах рублей", "14", "thousand rubles"),
    ("pl", "po 26 miliardach euro", "26", "billion euros"),
    ("sk", "o 19 miliónoch eur", "19", "million euros"),
    ("sl", "za 25 milijonov evrov", "25", "million euros"),
    ("hr", "od 17 tisućama ljudi", "17,000", "people"),
    ("lt", "su 13 milijonais eurų", "13", "million euros"),
    ("sv", "14 miljonstäder i listan", "14", "cities"),
    ("da", "12 milliardærer mødtes", "12", "billionaires"),
    ("hu", "18 milliomos lakik itt", "18", "millionaires"),
    ("pl", "15 tysiącletnich dębów", "15", "oaks"),
    ("et", "21 miljonäri kodu", "21", "millionaires"),
    ("el", "πάνω από 14 δισεκατομμυρίων ευρώ", "14", "billion euros"),
    ("tr", "21 milyarlık ihale", "21", "billion"),
    ("cs", "24 milionářů ve městě", "24", "millionaires"),
]
"""The same on their own scale, and words that only begin so: millionaires."""


@pytest.mark.parametrize(("language", "quote", "value", "unit"), INFLECTED)
def test_a_word_for_a_scale_is_known_with_any_ending(language: str, quote: str, value: str, unit: str) -> None:
    assert states(quote, value, unit, "amount", (language, "en")) is not Statement.STATED


@pytest.mark.parametrize(("language", "quote", "value", "unit"), ON_THEIR_SCALE)
def test_a_number_with_such_a_word_is_stated_on_its_own_scale(language: str, quote: str, value: str, unit: str) -> None:
    assert states(quote, value, unit, "amount", (language, "en")) is Statement.STATED
