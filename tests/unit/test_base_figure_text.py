"""Figures as people write them."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.meaning.amounts import read_amounts
from annotated_briefings.base.numbers.figure_text import figure_text, read_number

MONEY = ("145", "USD million")
LANGUAGES = ("en", "en-GB", "de", "fr", "es", "it", "nl", "pt", "zh", "ja", "ar", "pl", "sv", "tr")


def shown(value: str, unit: str, language: str) -> str:
    """A figure with common spaces."""
    text = figure_text(value, unit, language).shown
    return text.replace("\u00a0", "_").replace("\u202f", "_")


# What the rule was written for.
@pytest.mark.parametrize(
    ("value", "unit", "language", "wanted"),
    [
        (*MONEY, "en", "$145_million"),
        (*MONEY, "en-GB", "$145_million"),
        (*MONEY, "de", "145_Mio._$"),
        (*MONEY, "zh", "1.45亿美元"),
        (*MONEY, "ar", "145_مليون_دولار"),
        ("178", "EUR million", "de", "178_Mio._€"),
        ("178", "EUR million", "es", "178_M_€"),
        ("1234567.89", "$", "en", "$1,234,567.89"),
        ("1234567.89", "$", "de", "1.234.567,89_$"),
        ("8", "%", "en", "8%"),
        ("8", "%", "de", "8_%"),
        ("8", "%", "fr", "8_%"),
        ("3", "EUR", "fr", "3_€"),
        ("over 1/3", "", "en", "over 1/3"),
        ("over 2,000", "employees", "en", "over 2,000_employees"),
        ("at least 40", "%", "de", "at least 40_%"),
        ("40-50", "USD million", "en", "$40–50_million"),
        ("-8.5", "%", "en", "−8.5%"),
        ("200,000", "yuan a tonne", "en", "200,000_yuan a tonne"),
        ("2030", "", "en", "2030"),
        ("3", "m", "en", "3_m"),
        ("£3", "m", "en", "£3_million"),
        ("$1.4 million", "", "en", "$1.4_million"),
        ("10:30", "", "en", "10:30"),
        ("G20", "", "en", "G20"),
        ("3rd", "place", "en", "3rd place"),
        ("many", "people", "en", "many people"),
        ("1.5", "USD billion", "de", "1.5_USD billion"),
    ],
)
def test_a_figure_is_written_as_people_of_its_language_do(value: str, unit: str, language: str, wanted: str) -> None:
    assert shown(value, unit, language) == wanted


# Written before anybody knew what the rule makes of them.
@pytest.mark.parametrize(
    ("value", "unit", "language", "wanted"),
    [
        ("12", "USD trillion", "en", "$12_trillion"),
        ("3", "GBP thousand", "en-GB", "£3_thousand"),
        ("0.5", "EUR million", "zh", "50万欧元"),
        ("2.5", "JPY trillion", "ja", "2.5兆円"),
        ("2,5", "Mrd. EUR", "de", "2,5_Mrd._€"),
        ("2,5", "Mrd. €", "de", "2,5_Mrd._€"),
        ("1,4", "Millionen Tonnen", "de", "1,4_Millionen Tonnen"),
        ("12 345", "km", "fr", "12_345_km"),
        ("12.5", "% of GDP", "en", "12.5% of GDP"),
        ("12.5", "% des BIP", "de", "12,5_% des BIP"),
        ("7", "‰", "de", "7_‰"),
        ("60", "percent", "en", "60_percent"),
        ("9", "CHF", "de-CH", "CHF_9"),
        ("9.90", "EUR", "nl", "€_9,90"),
        ("1000", "GBP", "es", "1000_GBP"),
        ("15000", "personas", "es", "15.000_personas"),
        ("1500", "personas", "es", "1500_personas"),
        ("30", "个城市", "zh", "30个城市"),
        ("300", "万吨", "zh", "300万吨"),
        ("about 40", "USD million", "en", "about $40_million"),
        ("US$ 12.3bn", "", "en", "$12.3_billion"),
        ("€ 5", "a month", "en", "€5 a month"),
        ("<5", "%", "en", "<5%"),
        ("~5", "%", "en", "~5%"),
        ("+3", "percentage points", "en", "+3_percentage points"),
        ("2024/25", "", "en", "2024/25"),
        ("1,234,567", "votes", "de", "1.234.567_votes"),
        ("0", "cases", "en", "0_cases"),
        ("5 million to 6 million", "", "en", "5 million to 6 million"),
        ("100", "INR crore", "en-IN", "₹100 crore"),
        ("−4", "°C", "de", "−4_°C"),
        ("4x", "", "en", "4x"),
    ],
)
def test_a_figure_of_another_kind_is_written_as_people_do(value: str, unit: str, language: str, wanted: str) -> None:
    assert shown(value, unit, language) == wanted


@given(
    number=st.decimals(min_value=0, max_value=999_999, places=2) | st.integers(0, 999_999).map(Decimal),
    unit=st.sampled_from(["USD", "EUR", "GBP", "%", "USD million", "EUR million", "million EUR", "thousand USD", "km"]),
    language=st.sampled_from(LANGUAGES),
)
def test_what_is_shown_reads_back_as_the_same_value_and_unit(number: Decimal, unit: str, language: str) -> None:
    """Another reader, that of quotes and receipts, finds the number and the currency that were typed."""
    text = figure_text(str(number), unit, language)
    power = {"million": 6, "thousand": 3}.get(next((w for w in unit.split() if w in ("million", "thousand")), ""), 0)
    read = read_amounts(text.shown, (language.split("-")[0],), ".,")
    [amount] = read.numbers
    assert Fraction(number) * 10**power in amount.values, text.shown
    code = next((word for word in unit.split() if word.isupper()), "%" if unit == "%" else "")
    if code:
        assert code in amount.units | read.loose, text.shown


@given(st.text(max_size=20), st.text(max_size=12), st.sampled_from(LANGUAGES))
def test_any_text_is_shown_and_one_without_a_number_letter_by_letter(value: str, unit: str, language: str) -> None:
    text = figure_text(value, unit, language).shown
    assert bool(text.strip()) is bool((value + unit).strip())
    if not re.search(r"\d", value):
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", value + unit)


def test_what_was_typed_is_kept_where_it_differs() -> None:
    assert figure_text("145", "USD million", "en").typed == "145 USD million"
    assert figure_text("3", "km", "en").typed == ""
    assert figure_text("8", "%", "de").typed == "8%"


@pytest.mark.parametrize(
    ("digits", "language", "number"),
    [
        ("1,234", "en", "1234"),
        ("1,234", "de", "1.234"),
        ("1.234", "de", "1234"),
        ("1.234", "en", "1.234"),
        ("0.125", "en", "0.125"),
        ("0,125", "de", "0.125"),
        ("0.125", "de", "0.125"),
        ("1.5", "de", "1.5"),
        ("1'234'567", "de-CH", "1234567"),
        ("1 234,5", "fr", "1234.5"),
        ("1,23,456", "en-IN", "123456"),
        ("1.2.3", "en", None),
        ("1,2,3", "en", None),
        ("12,34,5", "en", None),
    ],
)
def test_a_number_is_read_by_the_signs_of_its_language(digits: str, language: str, number: str | None) -> None:
    assert read_number(digits, language) == (Decimal(number) if number else None)
