"""Figures that a text states."""

import re
from pathlib import Path

import pytest

from annotated_briefings.intake.figures import figures

ROWS = Path(__file__).resolve().parents[1] / "data" / "stated" / "figures.tsv"


def rows() -> list[tuple[str, str]]:
    lines = ROWS.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return [(cells[1], cells[2] if len(cells) > 2 else "") for cells in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("sentence", "wanted"), rows())
def test_a_figure_is_the_whole_number_with_its_sign_and_what_it_counts(sentence: str, wanted: str) -> None:
    found = figures([sentence])
    assert ";".join(f"{figure.value}|{figure.unit}" for figure in found) == wanted
    for figure in found:
        assert figure.value in figure.quote
        assert figure.quote in sentence
        assert not re.search(rf"(?<![\d.,]){re.escape(figure.value)}(?!\d)", figure.what)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2023 plans were made for the bridge.",
        "It took him 9 months and 12 days of his life.",
        "Nobody counted anything at all that day.",
        "See page 14.",
    ],
)
def test_years_durations_and_page_numbers_are_none(sentence: str) -> None:
    assert figures([sentence]) == ()


def test_a_figure_is_described_by_the_clause_it_stands_in() -> None:
    (found,) = figures(["After a long winter, the council spent £18 million on sand, which surprised the voters."])
    assert (found.value, found.what) == ("£18 million", "the council spent on sand")
    assert found.quote == "the council spent £18 million on sand"


def test_those_of_key_points_come_first_and_five_are_enough() -> None:
    texts = [f"The harbour office counted {n}00 ships in a quiet year." for n in range(1, 9)]
    found = figures(texts, [texts[7]])
    assert len(found) == 5
    assert found[-1].value == "800"


def test_what_a_figure_measures_shows_where_its_number_was() -> None:
    text = "Ships under 4.5 metres may pass. It costs 1,500 euros, 12 percent more than planned by the town."
    assert [found.what for found in figures([text], [])] == [
        "Ships under … metres may pass",
        "It costs, 12 percent more than planned by the town",
        "It costs 1,500 euros, … more than planned by the town",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The price of beer rose by 12·5 per cent in the spring of this year.",
        "Wine rose by 3٫8 per cent in the spring of this year.",
        "The owner never said, in its letter of January, that the pit lost 12 million euros.",
        "It is not true, the union said, that wages fell 7 percent in a year.",
        "Without the subsidy, the loss would have been 25 million euros.",
        "The ministry denied that 1,500 workers had left the northern yard.",
        "Kein Gericht hat, anders als berichtet, eine Strafe von 12 Millionen Euro verhängt.",
        "Die Behörde wird nicht, wie gemeldet, die Abgabe um 7 Prozent erhöhen.",
        "La ville n'a pas vendu 12 millions d'euros de terrains cette année.",
        "El puerto nunca dijo que perdió 12 millones de euros en enero.",
    ],
)
def test_a_number_behind_a_denial_or_a_part_of_a_number_is_no_figure(sentence: str) -> None:
    assert [f for f in figures([sentence], []) if f.value not in ("12·5", "3٫8")] == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Shares of the line moved -4.5 percent on Monday.", "-4.5|%"),
        ("Die Reparatur kostet 40 Millionen Euro, 1,5 % mehr als geplant.", "40 Millionen|Euro;1,5|%"),
        ("An Werktagen fahren rund 48.000 Fahrzeuge über die Brücke.", "48.000|Fahrzeuge"),
        ("Der Umsatz stieg um 3,2 Prozent auf 1,2 Mio. Euro.", "3,2|%;1,2 Mio.|Euro"),
        ("Le chiffre d'affaires a reculé de 2,5 % à 14,5 millions d'euros.", "2,5|%;14,5 millions|euros"),
        ("La ville compte 12 400 habitants et 300 commerces.", "12 400|habitants;300|commerces"),
        ("Las ventas cayeron un 3,4 % hasta 1.250 millones de euros.", "3,4|%;1.250 millones|euros"),
        ("Il fatturato è salito del 4,1% a 2,3 miliardi di euro.", "4,1|%;2,3 miliardi|euro"),
        ("L'azienda taglia 1.200 posti di lavoro in Puglia.", "1.200|posti"),
        ("A empresa vendeu 2,5 milhões de carros e lucrou R$ 300 milhões.", "2,5 milhões|carros;R$ 300 milhões|"),
        ("De omzet daalde met 2,1 procent tot 3,4 miljard euro.", "2,1|%;3,4 miljard|euro"),
        ("Het bedrijf schrapt 800 banen in Rotterdam dit jaar.", "800|banen"),
        ("Прибыль выросла на 12,5% до 3,4 млрд рублей за год.", "12,5|%;3,4 млрд|рублей"),
        ("该公司去年营收达到1億2,000万元，同比增长8.5%。", "1億2,000万|元;8.5|%"),
        ("公司今年将投资3.5亿美元建厂。", "3.5亿|美元"),
        ("売上高は1兆2,000億円で、前年より5.3％増えた。", "1兆2,000億|円;5.3|％"),
        ("ارتفعت الأسعار بنسبة ٣٫٥٪ خلال العام الماضي.", "٣٫٥|٪"),
        ("The state will spend Rs 12 crore on 45 lakh saplings this year.", "Rs 12 crore|;45 lakh|saplings"),
        ("Repairs could cost €40m, according to a paper, and take until 27 November 2026.", "€40m|"),
        ("About 52,000 vehicles cross the dam on a working day.", "52,000|vehicles"),
        ("The fund lost (3.5) percent after fees in the quarter.", ""),
        ("The firm made a loss of $-12,000 in the first quarter.", "$-12,000|"),
        ("Call 555 1234 or see page 12 of the report on 3 May 2026.", ""),
        ("Der Gewinn fiel um 5 Prozentpunkte im Jahr 2025.", "5|Prozentpunkte"),
        ("Sie zahlte 1’200’000 Franken für das Haus am See.", "1’200’000|Franken"),
        ("Unemployment fell by 0.3 percentage points to 4.1% in May.", "0.3|percentage points;4.1|%"),
        ("The plant makes 1.5 million cars a year in two halls.", "1.5 million|cars"),
        ("Between 300 and 400 workers will lose their jobs there.", "Between 300 and 400|workers"),
        ("Die Firma entlässt 1.300 Mitarbeiter und zahlt 20 Mio. Euro Abfindung.", "1.300|Mitarbeiter;20 Mio.|Euro"),
        ("Die Miete stieg seit 2020 um 18 Prozent, sagte der Verband.", "18|%"),
        ("Le taux de chômage est passé de 7,1 % à 7,4 % en mars.", "7,1|%;7,4|%"),
        ("L'État versera 3 milliards d'euros aux hôpitaux.", "3 milliards|euros"),
        ("El paro subió 0,5 puntos porcentuales en enero.", "0,5|puntos porcentuales"),
        ("Unas 15.000 personas marcharon por el centro de la ciudad.", "15.000|personas"),
        ("Il deficit scende al 2,9 per cento del PIL quest'anno.", "2,9|%"),
        ("Circa 600 famiglie sono senza acqua nei paesi della valle.", "600|famiglie"),
        ("O desemprego caiu para 6,8 por cento no segundo trimestre.", "6,8|%"),
        ("Cerca de 2.000 moradores deixaram as suas casas.", "2.000|moradores"),
        ("De bouw kost 90 miljoen euro, meldt de gemeente.", "90 miljoen|euro"),
        ("Het aantal reizigers groeide met 7 procent naar 1,1 miljoen.", "7|%"),
        ("Инфляция составила 7,4 процента за год, сообщил банк.", "7,4|%"),
        ("Бюджет вырос до 15 млрд рублей в этом году.", "15 млрд|рублей"),
        ("地震で300人が避難し、1,200棟が壊れた。", "300|人;1,200|棟"),
        ("这座城市有2500万人，增长了1.2%。", "2500万|人;1.2|%"),
        ("第3号机组将于2027年5月1日启动，耗资90亿元。", "90亿|元"),
        ("بلغت الأرباح 40 مليون دولار في الربع الأول من العام.", "40 مليون|دولار"),
        ("The budget is ₹1,200 crore for the coming year in the state.", "₹1,200 crore|"),
        ("Oil fell −2.1% to $71.50 a barrel in London trading.", "−2.1|%;$71.50|"),
        ("The trust raised £3.2m from 4,100 donors last winter.", "£3.2m|;4,100|donors"),
        ("On 3 March 2026 the court sat at 10 a.m. in room 14.", ""),
        ("The index closed at 4,112 points after a calm day of trade.", ""),
        ("Swiss output shrank by minus 0.2 percent in the quarter.", "minus 0.2|%"),
    ],
)
def test_a_figure_is_read_in_the_language_of_its_sentence(sentence: str, wanted: str) -> None:
    found = figures([sentence])
    assert ";".join(f"{figure.value}|{figure.unit}" for figure in found) == wanted
    assert not any(len(figure.value) > 1 and figure.value in figure.what for figure in found)
    assert all(figure.quote in sentence for figure in found)
