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
