"""A figure counts with its own unit: bits are no bytes, Danish crowns no Swedish ones, points no per cent, cases per
100,000 no cases, and a number with a scale behind it is another one, in many languages."""

import pytest

from annotated_briefings.base.meaning.stated import Statement, states

Row = tuple[str, str, str, str, str]
OTHER: tuple[Row, ...] = (
    ("Nätet ger 10 Gbit per sekund", "10", "GB", "data", "sv"),
    ("Das Netz liefert 10 Gbit", "10", "GB", "Daten", "de"),
    ("The line gives 40 Mbit/s", "40", "MB", "speed", "en"),
    ("The line gives 40 megabits", "40", "megabytes", "data", "en"),
    ("The disk holds 5 TB", "5", "GB", "data", "en"),
    ("kostade 80 miljoner norska kronor", "80 million", "SEK", "cost", "sv"),
    ("kosztowało 80 mln koron czeskich", "80 million", "SEK", "cost", "pl"),
    ("금리를 2%포인트 올렸다", "2", "%", "rise", "ko"),
    ("faizi 4 yüzde puan artırdı", "4", "%", "rise", "tr"),
    ("5 százalékponttal emelte", "5", "%", "rise", "hu"),
    ("nostaa 3 prosenttiyksikköä", "3", "%", "rise", "fi"),
    ("με 2 ποσοστιαίες μονάδες", "2", "%", "rise", "el"),
    ("cu 3 puncte procentuale", "3", "%", "rise", "ro"),
    ("o 3 procentní body", "3", "%", "rise", "cs"),
    ("на 3 процентных пункта", "3", "%", "rise", "ru"),
    ("на 3 відсоткові пункти", "3", "%", "rise", "uk"),
    ("金利を2ポイント引き上げた", "2", "%", "rise", "ja"),
    ("med 3 procentenheter", "3", "%", "rise", "sv"),
    ("पुल पर 5 करोड़ रुपये खर्च किए", "5", "रुपये", "cost", "hi"),
    ("पुल पर 5 लाख रुपये खर्च किए", "5", "रुपये", "cost", "hi"),
    ("сума 5 тис. гривень", "5", "гривень", "cost", "uk"),
    ("비용은 5억 원", "5", "원", "cost", "ko"),
    ("비용은 5만 원", "5", "원", "cost", "ko"),
    ("هزینه ۵ میلیون ریال", "5", "ریال", "cost", "fa"),
    ("counted 40 cases per 100,000 people", "40", "cases", "cases in Holm", "en"),
    ("40 Fälle je 100.000 Einwohner", "40", "Fälle", "Fälle", "de"),
    ("45 casos por cada 100.000 habitantes", "45", "casos", "casos", "es"),
    ("45 случаев на 100 тысяч жителей", "45", "случаев", "случаи", "ru"),
    ("人口10万人当たり45件の感染が確認された", "45", "件", "感染", "ja"),
    ("45 cas pour 100 000 habitants", "45", "cas", "cas", "fr"),
    ("45 casi ogni 100.000 abitanti", "45", "casi", "casi", "it"),
    ("45 przypadków na 100 tys. mieszkańców", "45", "przypadków", "przypadki", "pl"),
    ("每10万人有45例", "45", "例", "病例", "zh"),
    ("45 gevallen per 100.000 inwoners", "45", "gevallen", "gevallen", "nl"),
)
SAME: tuple[Row, ...] = (
    ("The disk holds 40 GB", "40", "GB", "data", "en"),
    ("Nätet ger 10 Gbit per sekund", "10", "Gbit", "nätet", "sv"),
    ("The disk holds 40 gigabytes", "40", "GB", "data", "en"),
    ("kostet 80 Millionen dänische Kronen", "80 million", "DKK", "cost", "de"),
    ("kostade 80 miljoner svenska kronor", "80 million", "SEK", "cost", "sv"),
    ("kostede 80 mio. kroner", "80 million", "DKK", "cost", "da"),
    ("cost $900 million", "900 million", "$", "price", "en"),
    ("cost US$900 million", "900 million", "$", "price", "en"),
    ("cost HK$900 million", "900 million", "HK$", "price", "en"),
    ("faizi yüzde 4 artırdı", "4", "%", "rise", "tr"),
    ("5 százalékkal emelte", "5", "%", "rise", "hu"),
    ("금리를 2% 올렸다", "2", "%", "rise", "ko"),
    ("पुल पर 5 करोड़ रुपये खर्च किए", "50 million", "रुपये", "cost", "hi"),
    ("पुल पर 500 रुपये खर्च किए", "500", "रुपये", "cost", "hi"),
    ("비용은 500 원", "500", "원", "cost", "ko"),
    ("counted 46 cases last week", "46", "cases", "cases", "en"),
    ("counted 40 cases per 100,000 people", "40", "cases per 100,000", "rate", "en"),
    ("40 Fälle in 100 Orten", "40", "Fälle", "Fälle", "de"),
    ("zahlt 90 Euro je Einwohner", "90", "euro per head", "cost", "de"),
    ("40 cases in 3 towns", "40", "cases", "cases", "en"),
    ("pays 90 euros each year for the bus", "90", "euro", "cost", "en"),
    ("45 casos en 3 pueblos", "45", "casos", "casos", "es"),
    ("compró 37 aviones", "37", "aviones", "aviones", "es"),
    ("ordered 737 jets", "737", "jets", "jets", "en"),
    ("Orr Airlines ordered 40 jets", "40", "jets", "jets", "en"),
    ("In May Holm 40 ships left", "40", "ships", "ships", "en"),
)


@pytest.mark.parametrize("row", OTHER)
def test_a_number_in_another_unit_does_not_prove_a_figure(row: Row) -> None:
    quote, value, unit, what, language = row
    assert states(quote, value, unit, what, (language, language)) is not Statement.STATED


@pytest.mark.parametrize("row", SAME)
def test_a_number_in_its_own_unit_proves_a_figure(row: Row) -> None:
    quote, value, unit, what, language = row
    assert states(quote, value, unit, what, (language, language)) is Statement.STATED


@pytest.mark.parametrize("letters", ["FJ", "TT", "B", "EC", "Z"])
def test_a_dollar_with_letters_of_its_own_is_no_other_currency(letters: str) -> None:
    own = f"{letters}$"
    quote = f"The bridge at Holm cost {own}40 million"
    assert states(quote, "40 million", own, "cost", ("en", "en")) is Statement.STATED
    for other in ("USD", "QQ$", "€", "$"):
        assert states(quote, "40 million", other, "cost", ("en", "en")) is Statement.OTHER_UNIT, other
