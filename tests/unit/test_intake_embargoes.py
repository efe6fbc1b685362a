"""A line states an embargo, or only begins with words that an embargo begins with too, in fifteen languages."""

from html import escape

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.stated.embargoes import is_embargo, read_release

HELD = (
    "Release date: 5 March 2031, 06:00 GMT",
    "RELEASE DATE: MARCH 5, 2031 AT 6 A.M.",
    "For release: 5 March 2031",
    "FOR RELEASE ON 5 MARCH 2031",
    "EMBARGO: 5 March 2031, 00:01",
    "Embargo until Wednesday 5 March 2031",
    "EMBARGOED UNTIL 00:01 HOURS, 5 MARCH 2031",
    "Embargoed for release at 6 a.m. ET, March 5, 2031",
    "Under embargo until 5 March 2031",
    "Strictly embargoed until noon",
    "STRICT EMBARGO",
    "NOT FOR PUBLICATION BEFORE 5 MARCH 2031",
    "Not for release before 6 pm on 5 March 2031",
    "Do not publish before 5 March 2031",
    "Hold for release until 5 March 2031",
    "Hold until 5 March 2031 6 am",
    "Publication date: not before 5 March 2031",
    "Embargo date: 5 March 2031",
    "Embargo lifts: 5 March 2031, 10:00",
    "Embargo ends 5 March 2031 at noon",
    "Sperrfrist: 5. März 2031, 6 Uhr",
    "SPERRFRIST: Mittwoch, 5.3.2031, 12.00 Uhr",
    "Sperrfrist bis 5. März 2031",
    "Gesperrt bis 5. März 2031, 6.00 Uhr",
    "Frei ab 5. März 2031, 6 Uhr",
    "Nicht zur Veröffentlichung vor dem 5. März 2031",
    "Veröffentlichung erst ab 5. März 2031, 12 Uhr",
    "Zur Veröffentlichung ab 5. März 2031",
    "Sous embargo jusqu'au 5 mars 2031 à 6 h",
    "Embargo jusqu'au 5 mars 2031",
    "EMBARGO : 5 mars 2031, 6h00",
    "Ne pas publier avant le 5 mars 2031",
    "Ne pas diffuser avant le 5 mars 2031 à midi",
    "Diffusion interdite avant le 5 mars 2031",
    "Embargado hasta el 5 de marzo de 2031",
    "Bajo embargo hasta el 5 de marzo de 2031 a las 6:00",
    "EMBARGO: 5 de marzo de 2031",
    "No publicar antes del 5 de marzo de 2031",
    "Prohibida su difusión antes del 5 de marzo de 2031",
    "No difundir hasta el 5 de marzo de 2031",
    "Sotto embargo fino al 5 marzo 2031",
    "EMBARGO FINO AL 5 MARZO 2031, ORE 6",
    "Non pubblicare prima del 5 marzo 2031",
    "Sob embargo até 5 de março de 2031",
    "Não divulgar antes de 5 de março de 2031",
    "EMBARGO ATÉ 5 DE MARÇO DE 2031",
    "Onder embargo tot 5 maart 2031",
    "EMBARGO TOT 5 MAART 2031, 06.00 UUR",
    "Niet publiceren vóór 5 maart 2031",
    "Под эмбарго до 5 марта 2031",
    "Эмбарго до 5 марта 2031, 10:00",
    "Не публиковать до 5 марта 2031",
    "Pod embargiem do 5 marca 2031",
    "Embargo do 5 marca 2031",
    "Nie publikować przed 5 marca 2031",
    "5 Mart 2031'e kadar ambargolu",
    "Ambargo: 5 Mart 2031",
    "解禁：2031年3月5日 6時",
    "情報解禁：2031年3月5日 午前6時",
    "禁止发布，2031年3月5日前",
    "엠바고: 2031년 3월 5일 오전 6시",
    "보도금지 2031년 3월 5일까지",
    "Spärrtid: 5 mars 2031 kl 06.00",
    "Får ej publiceras före 5 mars 2031",
    "EMBARGO",
    "Embargoed",
    "SPERRFRIST",
    "Do not publish",
    "DO NOT DISTRIBUTE",
    "Not for circulation",
    "Check against delivery",
    "Es gilt das gesprochene Wort",
    "Please respect the embargo",
    "Release date: Wednesday 12 February 2031, 9am",
    "PUBLICATION DATE: 12 FEBRUARY 2031",
    "EMBARGO: PORTS MERGE",
    "Embargo – 12 February 2031",
    "Embargo time: 09:00 GMT, 12 February 2031",
    "EMBARGOED FOR 9AM, WEDNESDAY 12 FEBRUARY 2031",
    "Embargoed: Ports merge",
    "Not for publication until the board has met",
    "Not for broadcast or publication before 12 Feb 2031",
    "Do not publish: names below",
    "Hold until Friday",
    "Please respect our embargo: 12 February 2031",
    "For publication on 12 February 2031 at noon",
    "Sperrfrist 12. Februar 2031, 9 Uhr",
    "Sperrfrist: Redebeginn",
    "Nicht vor der Veröffentlichung am 12.2.2031 verwenden",
    "Unter strengem Embargo bis 12. Februar 2031",
    "Frei ab 12.02.2031, 9 Uhr",
    "Sous embargo strict jusqu'au 12 février 2031",
    "Sous embargo jusqu'à mercredi 9 heures",
    "Embargo : mercredi 12 février 2031, 9h",
    "Ne pas diffuser",
    "Bajo embargo hasta el miércoles",
    "Embargado hasta las 9:00 del 12 de febrero de 2031",
    "Sotto embargo fino alle 9 del 12 febbraio 2031",
    "Da non diffondere prima del 12 febbraio 2031",
    "Sob embargo até quarta-feira, 9h",
    "Onder embargo tot woensdag 12 februari 2031",
    "Под эмбарго до 12 февраля 2031 года",
    "Nie publikować do 12 lutego 2031",
    "Ambargo: 12 Şubat 2031, 09.00",
    "報道解禁：2031年2月12日 9時",
    "禁止发布 2031年2月12日之前",
    "엠바고 2031년 2월 12일",
    "Spärrtid 12 februari 2031",
)
"""Lines of releases that hold them back."""
NOT_HELD = (
    "Release date of the new ferry film is set for May",
    "Release date: the band names 4 May 2031 for its album",
    "Release date",
    "Publication date of her novel moved to the autumn",
    "Embargo: how the blockade of the port began",
    "Embargo – a history in five maps",
    "Embargo on arms to Ostmark is lifted",
    "Embargo to hit grain exports, traders say",
    "Embargo for oil ships agreed",
    "Embargo date of the treaty was 1973",
    "Embargo ends: ships sail again",
    "Embargo ends after twelve years",
    "Embargo lifts hopes of rivals",
    "Under embargo for years, the island learned to farm",
    "Embargoed goods found in the harbour",
    "Embargoed arms reached the rebels, report says",
    "Not to be used after May: the old bank notes",
    "Do not use the lift, fire service warns",
    "Do not use tap water in Lund, town says",
    "Do not publish or perish: a professor's plea",
    "Do not release the bears yet, rangers say",
    "Do not distribute food to swans",
    "Do not forward chain letters, police say",
    "Do not quote me: the politicians who will not be named",
    "Hold for release of hostages continues",
    "For release from prison, he must pay",
    "For publication at last: the lost diaries",
    "For release on DVD, the film was cut",
    "Sperrfrist für Aktien der Werft endet",
    "Sperrfrist der Anleger läuft am 3. März ab",
    "Gesperrt bis Juni: die Brücke bei Lund",
    "Frei ab sechs Jahren: der neue Film",
    "Frei ab 12 Jahren",
    "Veröffentlichung erst nach dem Tod: die Tagebücher der Gräfin",
    "Veröffentlichung ab Werk: wie Software entsteht",
    "Unter Embargo stehende Insel öffnet sich",
    "Nicht veröffentlichen wollte er seine Gedichte",
    "Sous embargo depuis 1962, l'île change",
    "Embargo : l'Europe divisée",
    "Diffusion interdite en Russie : le film fait débat",
    "Ne pas diffuser la peur, demande le maire",
    "Bajo embargo desde 1962, la isla cambia",
    "Embargada la casa del exalcalde",
    "Embargado el sueldo de doce empleados",
    "No publicar es morir, dice la científica",
    "Prohibida su difusión en Chile, la película gana un premio",
    "No difundir rumores, pide la policía",
    "Sotto embargo dal 1962, l'isola cambia",
    "Non pubblicare è morire, dice la scienziata",
    "Sob embargo desde 1962, a ilha muda",
    "Embargo: Brasil suspende exportações",
    "Não publicar é morrer",
    "Onder embargo sinds 1962: het eiland verandert",
    "Embargo: hoe de blokkade begon",
    "Эмбарго: как это началось",
    "Под эмбарго с 1962 года остров изменился",
    "Эмбарго до конца войны сохранится",
    "Pod embargiem od 1962 roku wyspa się zmienia",
    "Embargo do końca wojny, mówi minister",
    "Nie publikować znaczy umrzeć",
    "Ambargo: ablukanın tarihi",
    "Ambargolu ada değişiyor",
    "解禁：禁渔期结束，渔船出海",
    "解禁！鮎釣りのシーズン始まる",
    "アユ漁が解禁、川に釣り人",
    "禁止发布虚假广告的新规定出台",
    "エンバーゴとは何か",
    "엠바고란 무엇인가",
    "보도금지 논란, 법원 판단은",
    "禁运：粮食价格上涨",
    "Spärrtid för aktier i varvet löper ut",
    "Draft, not dodged: the men who went",
    "Check against delivery: why parcels get lost",
    "Please respect the embargo on fishing, says minister",
    "This report on the embargo until 1973 won a prize",
    "The study of goods under embargo and their prices",
    "Release date for hostages is still unknown",
    "Publication date of the census is moved again",
    "Embargo on cod fishing splits the coast",
    "Embargo: a word with a long history",
    "Embargoed wine turns up at auction",
    "Under embargo, islanders grow their own rice",
    "For release of his brother she wrote forty letters",
    "Do not use candles near the curtains",
    "Not to be used as a toy, says the recall notice",
    "Not for publication, he said, and then told all",
    "Hold for publication delays two medical journals",
    "Frei ab 16: neues Spiel kommt aus Lund",
    "Nicht zur Veröffentlichung bestimmt waren die Briefe der Malerin",
    "Sperrfrist nach dem Börsengang verunsichert Anleger",
    "Unter Embargo leiden vor allem die Kinder",
    "L'embargo sur le poisson divise la côte",
    "Sous embargo, les insulaires cultivent leur riz",
    "Ne pas publier ses poèmes fut son choix",
    "Diffusion interdite aux moins de douze ans",
    "Embargado el yate de un exministro",
    "Bajo embargo, la isla cultiva su arroz",
    "No difundir imágenes de menores, pide el juez",
    "Sotto embargo, gli isolani coltivano riso",
    "Non pubblicare foto di minori, chiede il giudice",
    "Sob embargo, ilha planta arroz",
    "Onder embargo verbouwen eilanders rijst",
    "Embargo op vis verdeelt de kust",
    "Под эмбарго острова выращивают рис",
    "Эмбарго на рыбу разделило берег",
    "Pod embargiem wyspa uprawia ryż",
    "Ambargolu ülkeden pirinç geldi",
    "解禁日を待つ釣り人たち",
    "禁运令让渔民失业",
    "Spärrtiden efter börsnoteringen oroar",
)
"""Headlines about an embargo of goods, about films, roads and shares, and what somebody is told not to do."""
IN_DOUBT = (
    "Hold until the whistle: rules for goalkeepers",
    "Confidential until now: the diaries of a spy",
    "Confidential: not for the faint of heart",
    "Embargada hasta 2031 la finca del duque",
    "Embargo tot einde oorlog, zegt minister",
    "Embargo until the war ends, says the minister",
    "Gesperrt bis 5. März 2031: Tunnel wird saniert",
    "Not for distribution to the poor: flour that went bad",
    "Not for release: three prisoners stay in jail",
    "Publication interdite : l'histoire d'un livre",
)
"""Headlines that a release may have as a line: they hold back, to be safe."""
TEXT = (
    "The port of Lund and the port of Aldra will merge, their boards agreed.",
    "It will have four thousand workers.",
)


def held(line: str) -> bool:
    found = read_release([line, *TEXT])
    return bool(found.embargo or found.held)


@pytest.mark.parametrize("line", [*HELD, *IN_DOUBT])
def test_a_line_that_states_an_embargo_holds_back(line: str) -> None:
    assert held(line)


@pytest.mark.parametrize("line", NOT_HELD)
def test_a_headline_with_the_words_of_an_embargo_holds_nothing_back(line: str) -> None:
    assert not held(line)


@pytest.mark.parametrize(
    "line", ["Release date: 5 March 2031, 06:00", "EMBARGO: 5 March 2031, 06:00", "Frei ab 5. März 2031, 6 Uhr"]
)
def test_the_moment_of_a_label_is_read(line: str) -> None:
    assert read_release([line, *TEXT]).embargo == "2031-03-05T06:00:00"


HELD_FOR_AN_EVENT = """
Zur Veröffentlichung erst mit Beginn der Rede
Zur Veröffentlichung frühestens mit Beginn der Rede freigegeben (Dienstag)
Veröffentlichung erst nach der Pressekonferenz
À ne diffuser qu'après la conférence de presse
À ne publier qu'après l'annonce officielle
No publicar hasta después de la rueda de prensa
Non diffondere prima della conferenza stampa
Niet publiceren voor het begin van de persconferentie
Nie publikować przed konferencją prasową
До официального объявления не распространять
До объявления не публиковать
解禁：発表後
発表後に解禁
发布会前请勿转发
Not for publication before the speech begins
Hold for release after the speech
Check against delivery – hold for release
TLP:AMBER+STRICT - recipients' organisation only
Entwurf – noch nicht abgestimmt
""".strip().splitlines()
NEWS_OF_AN_EVENT = """
Zur Veröffentlichung der Rede kam es erst im Mai
Mit Beginn der Rede verließen viele den Saal
Après la conférence de presse, le maire est parti
До объявления войны оставалось два дня
发布会前记者排起长队
発表後に株価が下落した
After the speech the hall was empty
Hold for a moment: the press conference begins
Antes de la rueda de prensa hubo protestas
Niet voor het begin van de wedstrijd kwam de bus
""".strip().splitlines()


@pytest.mark.parametrize("line", HELD_FOR_AN_EVENT)
def test_a_text_is_held_back_until_an_event(line: str) -> None:
    assert is_embargo(line)


@pytest.mark.parametrize("line", NEWS_OF_AN_EVENT)
def test_news_of_an_event_holds_nothing_back(line: str) -> None:
    assert not is_embargo(line)


@pytest.mark.parametrize(
    "line", ["-- EMBARGO: 5 March 2031, 06:00 --", "-- Sperrfrist: 5. März 2031", "-- STRICT EMBARGO"]
)
def test_a_line_with_dashes_above_the_text_of_a_letter_is_no_signature(line: str) -> None:
    news = "The council of Torvik voted on Monday to close the old swing bridge.\n\nFerries carry the cars until April."
    letter = (
        f"From: q@quay.example\nSubject: Bridge shut\nContent-Type: text/plain; charset=utf-8\n\n{line}\n\n{news}\n"
    )
    read = split_all("", *read_any("m.eml", letter.encode()), Decisions())
    [article] = read.articles
    assert article.given.embargo or article.given.held
    assert [paragraph.text for paragraph in article.paragraphs if not paragraph.aside] == news.split("\n\n")


ABOVE_A_LETTER = {
    "-----Original message (embargo 5 March 2031)-----": True,
    "---- Forwarded message [EMBARGO until 5 March 2031] ----": True,
    "-------- Weitergeleitete Nachricht (Sperrfrist: 5. März 2031) --------": True,
    "---------- Message transféré (sous embargo jusqu'au 5 mars 2031) ----------": True,
    "EMBARGO until 5 March 2031\n\n-----Original message-----": True,
    "Sperrfrist bis 5. März 2031, bitte beachten.\n\n-----Ursprüngliche Nachricht-----": True,
    "See what they say of the embargo of 1973.\n\n-----Original message-----": False,
    "-----Original message (5 March 2026)-----": False,
    "For you, Mara (see page 5).\n\n-----Original message-----": False,
}
"""Lines above the header lines of a letter that was passed on, and whether they hold it back."""


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("above", ABOVE_A_LETTER)
def test_lines_above_a_letter_that_was_passed_on_hold_it_back(above: str, html: bool) -> None:
    head = "From: Quay Office <press@quay.example>\nSent: Sunday, 1 March 2026 09:00\nTo: Mara\nSubject: Bridge shut"
    news = "The council of Torvik voted on Monday to close the old swing bridge. Ferries carry the cars until April."
    text = f"{above}\n{head}\n\n{news}\n"
    if html:
        text = "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.split("\n"))
    kind = "html" if html else "plain"
    letter = f"From: m@quay.example\nSubject: Fwd: Bridge shut\nContent-Type: text/{kind}; charset=utf-8\n\n{text}"
    [article] = split_all("", *read_any("m.eml", letter.encode()), Decisions()).articles
    assert bool(article.given.embargo or article.given.held) == ABOVE_A_LETTER[above]
    if ABOVE_A_LETTER[above]:
        assert article.given.embargo.startswith("2031-03-05"), article.given
    assert news in " ".join(paragraph.text for paragraph in article.paragraphs)


FIRST_DAYS = """
Not before 5 March 2031
Nicht vor dem 5. März 2031
Pas avant le 5 mars 2031
No antes del 5 de marzo de 2031
Non prima del 5 marzo 2031
Não antes de 5 de março de 2031
Niet vóór 5 maart 2031
Nie przed 5 marca 2031
Ne před 5. březnem 2031
Inte före den 5 mars 2031
Ikke før 5. marts 2031
Ikke før 5. mars 2031
Ei ennen 5. maaliskuuta 2031
Не раньше 5 марта 2031
Не раніше 5 березня 2031
2031. március 5. előtt nem
Nu înainte de 5 martie 2031
Ne prije 5. ožujka 2031.
Не преди 5 март 2031
Όχι πριν από τις 5 Μαρτίου 2031
5 Mart 2031'den önce değil
2031年3月5日より前は不可
2031年3月5日之前不可
2031년 3월 5일 이전 불가
ليس قبل 5 مارس 2031
לא לפני 5 במרץ 2031
Tidak sebelum 5 Maret 2031
Không trước ngày 5 tháng 3 năm 2031
Frühestens am 5. März 2031
"""
NO_FIRST_DAYS = (
    "Not before time",
    "Not before Christmas, says the mayor",
    "Not before 2031: bridge delayed",
    "Open until 5 March 2031",
    "From 5 March 2031",
    "The bridge opens not before 5 March 2031",
)


def test_a_line_that_names_the_first_day_and_nothing_else_is_an_embargo() -> None:
    lines = FIRST_DAYS.strip().splitlines()
    assert [line for line in lines if read_release((line, "Two ports will merge")).embargo != "2031-03-05"] == []
    assert [line for line in NO_FIRST_DAYS if is_embargo(line)] == []
