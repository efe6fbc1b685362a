"""The number of a figure is read in its quote, however both are written, and no other number passes for it."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_briefings.base.meaning.number_words import cjk_number, german_number
from annotated_briefings.base.meaning.stated import Statement, states, unstated_numbers
from annotated_briefings.intake.figures import figures

NUMBER, UNIT, DIRECTION = Statement.OTHER_NUMBER, Statement.OTHER_UNIT, Statement.OTHER_DIRECTION


def said(quote: str, value: str, unit: str = "", what: str = "", language: str = "en") -> Statement:
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
    ("föll åtta procent", "8", "%", "en"),
    ("klesl o osm procent", "12", "%", "cs"),
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


@pytest.mark.parametrize(("quote", "value", "unit", "language"), STATED)
def test_a_quote_states_its_number_in_any_spelling(quote: str, value: str, unit: str, language: str) -> None:
    assert said(quote, value, unit, language=language) is Statement.STATED


@pytest.mark.parametrize(("quote", "value", "unit", "language", "expected"), OTHER)
def test_another_number_unit_or_direction_is_not_stated(
    quote: str, value: str, unit: str, language: str, expected: Statement
) -> None:
    assert said(quote, value, unit, language=language) is expected


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
    assert said(quote, "8", "%", what, "de" if "Maut" in quote else "en") is expected


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
    assert said(quote, grouped(number, mark), language=language) is Statement.STATED
    assert (said(quote, str(other), language=language) is Statement.STATED) == (number == other)


@given(st.integers(1, 10**7), st.sampled_from([10, 100]), st.sampled_from(sorted(MARKS)), st.sampled_from(".,"))
def test_a_decimal_number_is_the_same_with_either_mark(number: int, parts: int, language: str, mark: str) -> None:
    whole, rest = divmod(number, parts)
    decimals = f"{rest:0{len(str(parts)) - 1}}"
    quote = SENTENCES[language].format(
        f"{whole}{'.' if language in ('en', 'zh') else ',' if language != 'ar' else '٫'}{decimals}"
    )
    assert said(quote, f"{whole}{mark}{decimals}", language=language) is Statement.STATED
    assert said(quote, str(whole + parts), language=language) is NUMBER


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
    assert said(quote, str(number)) is Statement.STATED
    assert (said(quote, str(other)) is Statement.STATED) == (number == other)


@given(st.integers(13, 999_999))
def test_a_number_in_german_words_is_that_number(number: int) -> None:
    assert german_number(german(number)) == number
    assert said(f"die Stadt hat {german(number)} Boote gezählt", str(number), language="de") is Statement.STATED


@given(st.integers(1, 99_999_999))
def test_a_number_in_chinese_signs_is_that_number(number: int) -> None:
    assert cjk_number(chinese(number)) == number
    assert said(f"全市共有{chinese(number)}艘船", str(number), language="zh") is Statement.STATED


@given(st.fractions(0, 1, max_denominator=100).filter(lambda part: 0 < part < 1), st.sampled_from("/⁄"))
def test_a_part_is_itself_and_its_share_of_a_hundred(part: Fraction, stroke: str) -> None:
    quote = f"about {part.numerator}{stroke}{part.denominator} of the boats"
    assert said(quote, f"{part.numerator}/{part.denominator}") is Statement.STATED
    # What has an end in decimals is not rounded.
    exact = 10**6 % part.denominator == 0
    assert said(quote, f"{float(part * 100):.6f}" if exact else f"{float(part * 100):.1f}", "%") is Statement.STATED


SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "k": 10**3, "m": 10**6, "bn": 10**9, "crore": 10**7}


@pytest.mark.parametrize(("one", "other"), [*product(SCALES, repeat=2)])
def test_a_scale_is_what_it_multiplies(one: str, other: str) -> None:
    joint = "" if len(one) < 3 else " "
    number = Fraction(3 * SCALES[one], SCALES[other])
    value = f"{float(number):.10f}".rstrip("0").rstrip(".")
    assert said(f"it has sold 3{joint}{one} stamps", value, other) is Statement.STATED
    assert said(f"it has sold 3{joint}{one} stamps", "7", other) is NUMBER


@given(
    st.sampled_from(["{}% of the boats", "€{} million", "{} of the boats", "{} tonnes of grain", "${}bn"]),
    st.sampled_from(["8", "12,500", "3.75", "-4", "+6.5", "1.5", "5-8", "48,000"]),
    st.sampled_from(["rose by", "fell by", "came to", "were about"]),
)
def test_what_import_proposes_is_stated_by_its_quote(form: str, number: str, verb: str) -> None:
    text = f"The sales of the harbour {verb} {form.format(number)} in the year, the town said on Tuesday."
    for figure in figures([text]):
        assert said(figure.quote, figure.value, figure.unit, figure.what) is Statement.STATED


@given(st.text(), st.text(), st.text(), st.text(), st.sampled_from(["", "en", "de", "zh", "ar", "sv", "x"]))
@example("9" * 5000, "9" * 5000, "", "", "en")
@example("1/0 of it", "1/0", "%", "", "en")
@example("兆" * 5000, "兆" * 5000, "", "", "zh")
@example("million " * 5000, "5 million million million million million million million", "", "", "en")
def test_any_text_can_be_read(quote: str, value: str, unit: str, what: str, language: str) -> None:
    assert said(quote, value, unit, what, language) in Statement
    assert said(quote, quote, "", "", language) in Statement


@given(
    st.lists(
        st.sampled_from("5 1.500 ½ 2/3 %  € million half a of and two hundred - 万 百分之 و ألف 成 point".split(" "))
    )
)
def test_a_number_is_stated_by_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert said(text, text) is not NUMBER


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
