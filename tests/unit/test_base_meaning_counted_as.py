"""Ranks, ratios and packs of things are told from counts of them.

Each line is: whether the quote states the figure, the language, the quote, the value and the unit. The second half was
not looked at before the rule was done.
"""

import pytest

from annotated_briefings.base.meaning.stated import Statement, states

CASES = """
no|en|The 40th ship of the season|40|ships
no|en|ship number 40 of the season|40|ships
no|de|Das 40. Schiff der Saison|40|Schiffe
no|fr|Le 40e navire de la saison|40|navires
no|zh|本季第四十艘船|40|艘船
no|ru|40-е судно сезона|40|судов
no|es|El barco número 40 de la temporada|40|barcos
no|it|La 40ª nave della stagione|40|navi
no|pt|O 40º navio da temporada|40|navios
no|nl|Het 40e schip van het seizoen|40|schepen
no|sv|Det 40:e fartyget|40|fartyg
no|ja|今季第40号の船|40|隻
no|en|the fortieth ship of the season|40|ships
no|en|bus No. 12 hit a wall|12|buses
no|en|three pairs of shoes|3|shoes
no|en|two out of three boats sank|2|boats
no|en|one in three ships is late|1|ships
no|en|3 dozen eggs|3|eggs
no|en|4 crates of oranges|4|oranges
no|de|drei Paar Schuhe|3|Schuhe
no|de|zwei von drei Booten sanken|2|Boote
no|fr|trois paires de chaussures|3|chaussures
no|es|dos de cada tres barcos|2|barcos
no|es|tres docenas de huevos|3|huevos
no|it|due navi su tre|2|navi
no|nl|twee op de drie boten|2|boten
no|en|12 per cent of the ships|12|ships
no|de|12 Prozent der Schiffe|12|Schiffe
no|en|a ratio of 3 to 1|3|ships
yes|en|40 ships left the port|40|ships
yes|en|3 dozen eggs|36|eggs
yes|en|3 pairs of shoes|3|pairs of shoes
yes|en|3 pairs of shoes|3|pairs
yes|en|two out of three boats sank|2 out of 3|boats
yes|en|the 40th ship|40th|ship
yes|en|two out of three boats|67|%
yes|de|Am 4. Mai kamen 40 Schiffe|40|Schiffe
yes|fr|Le 4 mai, 40 navires|40|navires
yes|en|4 crates of oranges|4|crates
yes|en|4 million tonnes of oranges|4 million|tonnes
yes|en|three out of the 40 ships sank|40|ships
yes|en|2 of the boats sank|2|boats
yes|en|a quarter of a million people|250000|people
yes|en|12 per cent of the ships|12|%
yes|ru|40 судов покинули порт|40|судов
yes|es|el 40 % de los barcos|40|%
yes|en|ranked 40th|40|rank
yes|en|in 40th place|40|place
no|en|the 12th fire of the year|12|fires
no|en|house number 7 burned down|7|houses
no|en|chapter 9 of the book on ferries|9|ferries
no|de|Der 25. Brand in diesem Jahr|25|Brände
no|fr|la 3e grève de l'année|3|grèves
no|fr|la vingtième grève|20|grèves
no|es|la 12ª huelga del año|12|huelgas
no|it|il 15º incendio|15|incendi
no|nl|de 12e staking|12|stakingen
no|ru|12-й пожар за год|12|пожаров
no|zh|第十二起火灾|12|起火灾
no|en|5 boxes of masks|5|masks
no|en|four teams of divers|4|divers
no|en|6 barrels of herring|6|herring
no|en|three in five ferries are late|3|ferries
no|de|drei von fünf Fähren|3|Fähren
no|fr|trois bateaux sur cinq|3|bateaux
no|pt|dois em cada cinco barcos|2|barcos
no|es|cuatro cajas de naranjas|4|naranjas
no|en|40 per cent of the ferries|40|ferries
no|fr|15 pour cent des bateaux|15|bateaux
no|de|fünf Kisten Orangen|5|Orangen
no|nl|zes zakken meel|6|meel
yes|en|12 fires in May|12|fires
yes|en|On 3 May 12 fires broke out|12|fires
yes|en|the first 12 fires of the year|12|fires
yes|en|three ferries in five days|3|ferries
yes|en|3 ferries and 4 tugs|3|ferries
yes|en|5 boxes of masks|5|boxes
yes|en|12 of the 40 ferries|12|ferries
yes|en|12 of the 40 ferries|40|ferries
yes|en|2,000 of 5,000 workers|2,000|workers
yes|en|No 10 Street, 12 fires|12|fires
yes|de|25 Brände in diesem Jahr|25|Brände
yes|de|Bis zum 3. Mai zählte man 25 Brände|25|Brände
yes|fr|3 grèves en 5 jours|3|grèves
yes|es|12 huelgas en el año|12|huelgas
yes|ru|12 пожаров за год|12|пожаров
yes|zh|十二起火灾|12|起火灾
yes|zh|40位乘客|40|位乘客
yes|ja|12件の火災|12|件
yes|it|15 incendi a maggio|15|incendi
yes|nl|12 stakingen in een jaar|12|stakingen
yes|en|40 per cent of the ferries|40|per cent of ferries
yes|en|40 per cent of the ferries|40|%
yes|en|12 tonnes of herring|12|tonnes
yes|en|3 members of the crew|3|members
yes|en|won 3 to 1|3|goals
yes|en|rose from 3 to 12 fires|12|fires
yes|en|three fifths of the ferries|60|%
yes|en|two in five ferries|40|%
"""
WORDS = """
yes|de|eine Viertelmillion Menschen|250000|Menschen
no|de|eine Viertelmillion Menschen|1000000|Menschen
yes|de|eine Dreiviertelmillion Euro|750000|Euro
yes|de|eine Halbmillion Menschen|500000|Menschen
yes|de|eine halbe Million Menschen|500000|Menschen
yes|de|dreiviertel Stunden Wartezeit|0.75|Stunden
yes|de|eine Viertelstunde|15|Minuten
no|de|eine Viertelstunde|4|Stunden
yes|nl|driekwart miljoen euro|750000|euro
no|en|the twentieth ship|20|ships
no|de|das zwanzigste Schiff|20|Schiffe
no|de|der hundertste Besucher|100|Besucher
no|de|das zwanzigste Schiff|1/20|Schiffe
no|fr|le vingtième navire|20|navires
no|es|el vigésimo barco|20|barcos
no|it|la ventesima nave|20|navi
no|nl|het honderdste huis|100|huizen
no|pt|o vigésimo navio|20|navios
yes|en|a twentieth of the ships|5|%
yes|en|the third of the ships that sank|33|%
yes|de|jeder fünfte Bewohner|20|%
yes|en|finished in twentieth place|20|place
yes|en|3 pairs of shoes|3|pairs
no|en|3 pairs of shoes|3|shoes
no|en|3 pairs of shoes|6|shoes
"""
"""Parts of large numbers in one word, ordinal numbers in words, and pairs."""

NAMES = """
yes|de|12'000 Zuschauer kamen|12000|Zuschauer
yes|de|12’000 Zuschauer kamen|12'000|Zuschauer
yes|de|Es kostet 1’250’000 Franken|1250000|CHF
yes|de|Es kostet 1’250’000.50 Franken|1250000.5|CHF
no|de|12’000 Zuschauer kamen|12|Zuschauer
no|de|12’000 Zuschauer kamen|000|Zuschauer
no|en|HK$5 million for the pier|5|USD million
yes|en|HK$5 million for the pier|5|HKD million
yes|en|NT$300 a day|300|TWD
no|en|NT$300 a day|300|USD
yes|en|C$40 million|40|CAD million
no|en|C$40 million|40|AUD million
yes|en|A$40 million|40|AUD million
no|en|R$40 million|40|USD million
yes|pt|R$ 40 milhões|40|BRL million
no|en|US$40 million|40|CAD million
yes|da|80 mio. kroner til havnen|80|mio. kroner
yes|da|80 mio. kr. til havnen|80000000|DKK
yes|nb|80 mrd. kroner til havna|80|NOK billion
yes|sv|80 mkr till hamnen|80|SEK million
yes|sv|80 mdkr till hamnen|80|SEK billion
no|sv|80 mkr till hamnen|80|SEK
no|da|80 mia. kroner|80|mio. kroner
yes|da|80 mia. kroner|80000000000|DKK
no|en|Boeing 737 jets were grounded|737|jets
no|en|A 12 lanes were closed|12|lanes
no|en|an Airbus A380 landed|380|airbuses
no|en|Falcon 9 rockets lifted off|9|rockets
no|en|Article 5 rights apply|5|rights
yes|en|Boeing sold 737 jets last year|737|jets
yes|en|12 lanes were closed|12|lanes
yes|en|The airline has 380 jets|380|jets
yes|en|On Monday 9 rockets lifted off|9|rockets
yes|en|Norway sent 5 ships|5|ships
no|en|Leopard 2 tanks arrived|2|tanks
no|en|Windows 11 computers|11|computers
yes|en|In Torvik 40 boats sank|40|boats
yes|de|rund 3’400 Betten|3400|Betten
yes|fr|environ 12’500 francs|12500|CHF
yes|it|circa 12'500 franchi|12.500|CHF
no|de|rund 3’400 Betten|400|Betten
no|fr|12’500 habitants|12,5|habitants
yes|en|S$2.5 million for the park|2.5|SGD million
no|en|S$2.5 million for the park|2.5|USD million
yes|en|NZ$70 a head|70|NZD
no|en|HK$70 a head|70|NZD
no|en|A$70m for rail|70|CAD million
yes|en|MX$70m for rail|70|MXN million
no|en|MX$70m for rail|70|USD million
yes|nb|70 mill. kroner|70|NOK million
yes|nb|70 mill. kr|70000000|NOK
yes|sv|70 miljarder kronor|70|SEK billion
yes|sv|70 tkr i böter|70000|SEK
no|sv|70 mkr i böter|70|SEK billion
yes|da|1,5 mia. kr.|1,5|DKK billion
no|en|Airbus 320 planes were checked|320|planes
no|en|Starlink 7 satellites|7|satellites
no|en|Apollo 11 crew members|11|members
no|en|Category 4 storms|4|storms
no|en|Covid-19 cases rose|19|cases
no|en|Section 230 lawsuits|230|lawsuits
no|en|Boeing 787 Dreamliner orders|787|orders
yes|en|Police arrested 19 men|19|men
yes|en|Airbus delivered 320 planes|320|planes
yes|en|In March 11 ships came|11|ships
yes|en|About 230 lawsuits followed|230|lawsuits
yes|en|Volvo built 40 buses|40|buses
yes|en|The Navy lost 2 ships|2|ships
yes|en|Kyiv: 12 drones shot down|12|drones
"""
"""Numbers in names, groups parted by apostrophes, dollars of several countries and millions of Nordic crowns."""


@pytest.mark.parametrize("case", [one for one in (CASES + WORDS).splitlines() if one])
def test_a_rank_a_ratio_and_packs_are_no_count_of_the_things(case: str) -> None:
    stated, language, quote, value, unit = case.split("|")
    found = states(quote, value, unit, "probe", (language, language))
    assert (found is Statement.STATED) is (stated == "yes")


def test_numbers_in_names_count_nothing_and_currencies_are_those_of_their_countries() -> None:
    wrong = []
    for case in NAMES.split("\n")[1:-1]:
        stated, language, quote, value, unit = case.split("|")
        found = states(quote, value, unit, "probe", (language, language))
        if (found is Statement.STATED) is not (stated == "yes"):
            wrong.append(case)
    assert wrong == []


@pytest.mark.parametrize(
    ("quote", "value", "unit", "expected"),
    [
        ("The 40th ship of the season", "40", "ships", Statement.RANK),
        ("two out of three boats sank", "2", "boats", Statement.PART),
        ("5 boxes of masks", "5", "masks", Statement.PACKS),
    ],
)
def test_what_it_is_instead_is_named(quote: str, value: str, unit: str, expected: Statement) -> None:
    assert states(quote, value, unit, "probe", ("en", "en")) is expected


SMALLER = """
en|At 8:40 people gathered at the gate|40|people
de|Um 8:40 Menschen am Tor gezählt|40|Menschen
en|the crossing takes 3 hours 40 minutes|40|minutes
en|the crossing takes 3 hours and 40 minutes|40|minutes
de|die Fahrt dauert 3 Stunden 40 Minuten|40|Minuten
fr|le trajet dure 3 heures et 40 minutes|40|minutes
es|el viaje dura 3 horas y 40 minutos|40|minutos
it|il viaggio dura 3 ore e 40 minuti|40|minuti
pt|a viagem dura 3 horas e 40 minutos|40|minutos
nl|de reis duurt 3 uur en 40 minuten|40|minuten
sv|resan tar 3 timmar och 40 minuter|40|minuter
pl|rejs trwa 3 godziny 40 minut|40|minut
ru|рейс длится 3 часа 40 минут|40|минут
zh|航程需要3小时40分钟|40|分钟
en|the fence is 2 m 40 cm high|40|cm
en|the fence is 2 metres 40 centimetres high|40|centimetres
en|6 feet 4 inches tall|4|inches
en|6 ft 4 in tall|4|in
en|2 lb 3 oz of salt|3|oz
en|2 kg 300 g of salt|300|g
de|3 Std. 40 Min. dauert die Fahrt|40|Min.
de|Die Fahrt dauert 3 h 40 min|40|min
en|The trip takes 3h 40m|40|m
fr|le trajet dure 3 h 40|40|minutes
fr|rendez-vous à 8 h 40|40|minutes
en|at 08:40:15 people came|15|people
ja|所要時間は3時間40分|40|分
ko|소요 시간은 3시간 40분|40|분
ar|تستغرق الرحلة 3 ساعات و40 دقيقة|40|دقيقة
hi|यात्रा में 3 घंटे 40 मिनट लगते हैं|40|मिनट
tr|yolculuk 3 saat 40 dakika sürüyor|40|dakika
fi|matka kestää 3 tuntia 40 minuuttia|40|minuuttia
el|το ταξίδι διαρκεί 3 ώρες και 40 λεπτά|40|λεπτά
uk|рейс триває 3 години 40 хвилин|40|хвилин
en|a term of 2 years and 6 months|6|months
en|3 pounds 40 pence a ride|40|pence
en|3 euros 40 cents a ride|40|cents
en|5 degrees 40 minutes north|40|minutes
en|3 weeks, 40 days and 2 nights|40|days
en|3 hours, 40 minutes and 5 seconds|5|seconds
en|3 hours, 40 minutes and 5 seconds|40|minutes
de|zwei Stunden vierzig Minuten|40|Minuten
en|from 8:40 people stood there|8|people
en|the boat left at 17:25 passengers said|25|passengers
en|the race took 2 hrs 14 mins|14|minutes
en|The baby weighed 7 pounds 12 ounces|12|ounces
en|a sentence of one year and nine months|9|months
en|He is 5 feet 11 inches tall|11|inches
en|a ticket costs 2 dollars 50 cents|50|cents
de|Das Urteil lautet auf 4 Jahre und 6 Monate|6|Monate
de|eine Karte kostet 2 Euro 50 Cent|50|Cent
de|Der Zug fährt um 17:25 Kunden warteten|25|Kunden
fr|une peine de 4 ans et 6 mois|6|mois
fr|le train part à 17 h 25|25|
es|una pena de 4 años y 6 meses|6|meses
it|una pena di 4 anni e 6 mesi|6|mesi
pt|uma pena de 4 anos e 6 meses|6|meses
nl|een straf van 4 jaar en 6 maanden|6|maanden
sv|ett straff på 4 år och 6 månader|6|månader
da|en straf på 4 år og 6 måneder|6|måneder
pl|kara 4 lata i 6 miesięcy|6|miesięcy
cs|trest 4 roky a 6 měsíců|6|měsíců
ru|срок 4 года 6 месяцев|6|месяцев
ru|билет стоит 2 рубля 50 копеек|50|копеек
uk|строк 4 роки та 6 місяців|6|місяців
ja|刑期は4年6か月|6|か月
zh|刑期4年6个月|6|个月
ko|형기는 4년 6개월|6|개월
tr|4 yıl 6 ay hapis|6|ay
ar|السجن 4 سنوات و6 أشهر|6|أشهر
hi|4 साल और 6 महीने की सजा|6|महीने
el|ποινή 4 χρόνια και 6 μήνες|6|μήνες
fi|4 vuotta ja 6 kuukautta vankeutta|6|kuukautta
fr|le trajet dure 5 heures 30|30|minutes
en|open for 8 hours 40|40|minutes
zh|上午8时40分开门|40|分
zh|8点40分开门|40|分
ja|午前8時40分に開いた|40|分
ko|오전 8시 40분에 열었다|40|분
nl|het duurde 2 uur 15|15|minuten
de|um 8 Uhr 40|40|Minuten
it|dura 3 ore 20|20|minuti
es|tarda 2 horas 35|35|minutos
en|He is 6 foot 2.|2|inches
de|eine Karte kostet 2 Euro 50|50|Cent
fr|le mur mesure 2 mètres 40|40|centimètres
zh|身高1米80|80|厘米
fr|un prix de 3 euros 20|20|centimes
pl|rejs trwa 2 godziny 35|35|minut
"""
WHOLE = """
en|the crossing takes 3 hours 40 minutes|3|hours
en|the crossing takes 40 minutes|40|minutes
en|on 3 ships 40 people slept|40|people
en|in 3 days 40 people came|40|people
en|At 8:40 people gathered at the gate|8:40|
en|the fence is 2 m 40 cm high|2|m
en|the fence is 2 m 40 cm high|2 m 40 cm|
en|the fence is 2 metres and 40 centimetres high|2|metres
en|3 hours and then 40 minutes of rest|40|minutes
en|3 hours of talks and 40 minutes of rest|40|minutes
en|3 hours or 40 minutes|40|minutes
en|3 crates and 40 litres of oil|40|litres
de|3 Tage lang kamen 40 Menschen|40|Menschen
fr|3 heures après, 40 minutes de pause|40|minutes
ja|3社の40分番組|40|分
de|Kiel gewann 29:31 Tore|29|Tore
de|Das Spiel endete 3:21|3|Tore
pl|Kielce wygrały 21:25 bramek|25|bramek
sv|Sverige vann med 24:23 mål|24|mål
cs|zápas skončil 3:15 branek|3|branek
ru|матч закончился 12:10 голов|12|голов
it|una partita finita 21:19 reti|21|reti
es|un partido de 21:19 goles|19|goles
en|the vote ended 12:30 votes|12|votes
de|Endstand 22:24 für Kiel|24|Kiel
zh|比分21:15|21|分
ru|со счётом 21:15 выиграли|15|
en|the final score was 21:15|21|
en|3 kg, 40 of them lost|40|
en|in 5 km and 40|40|
ja|8時40人が集まった|40|人
"""
RATIOS = """
en|a ratio of 1:20 teachers|20|teachers
en|odds of 5:10|10|
de|im Verhältnis 2:15|15|
en|a map at a scale of 1:50|50|
de|im Maßstab 1:25|25|
fr|à l'échelle 1:50|50|
"""


def _lines(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "quote", "value", "unit"), _lines(SMALLER))
def test_the_smaller_part_of_a_time_or_of_a_number_in_two_units_is_not_the_number(
    language: str, quote: str, value: str, unit: str
) -> None:
    assert states(quote, value, unit, "", (language, language)) is Statement.SMALLER


@pytest.mark.parametrize(("language", "quote", "value", "unit"), _lines(WHOLE))
def test_other_numbers_beside_one_another_are_no_smaller_parts(
    language: str, quote: str, value: str, unit: str
) -> None:
    assert states(quote, value, unit, "", (language, language)) is not Statement.SMALLER


@pytest.mark.parametrize(("language", "quote", "value", "unit"), _lines(RATIOS))
def test_a_side_of_a_ratio_is_named_as_one_and_not_as_a_time(language: str, quote: str, value: str, unit: str) -> None:
    assert states(quote, value, unit, "", (language, language)) is Statement.PART
