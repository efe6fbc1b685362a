"""Lines that agencies and senders of releases write around their news, in the languages of the table."""

import pytest

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.intake.agencies.relative_times import is_relative_time
from annotated_briefings.intake.agencies.release_parts import FUTURE, SENDER, TRANSLATION
from annotated_briefings.intake.agencies.releases import CONTACT
from annotated_briefings.intake.cleaning.datelines import read_dateline
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels import AgencyRole, agency_line, agency_table, is_release_label, page_table
from annotated_briefings.intake.metadata import without_dateline
from annotated_briefings.intake.reading import FileRead, split_all
from annotated_briefings.intake.stated.head_labels import labelled_writer

LABELS = [(language, label) for language, own in agency_table().items() for label in own[AgencyRole.RELEASE]]


def read(text: str) -> FileRead:
    documents, found = read_any("a.txt", text.encode())
    assert not [one for one in found if isinstance(one, Diagnostic) and one.code == "unread-date"]
    return split_all("a.txt", documents, (), Decisions())


def test_the_table_has_every_role_in_every_language_of_pages() -> None:
    roles = {value for name, value in vars(AgencyRole).items() if name.isupper()}
    assert page_table().keys() <= agency_table().keys()
    assert {language for language, own in agency_table().items() if own.keys() != roles} == set()


@pytest.mark.parametrize(("language", "label"), LABELS)
def test_a_label_of_releases_is_one_in_capitals_too_and_never_a_headline(language: str, label: str) -> None:
    for line in (label, label.upper(), f"{label.title()} 12/2026", f"*** {label} ***"):
        assert is_release_label(line), language
    assert not is_release_label(f"{label}?")


@pytest.mark.parametrize(
    "line",
    [
        "- EINDE BERICHT -", "Ende der Meldung", "*** slut ***", "FIN DU COMMUNIQUÉ", "Koniec informacji",
        "보도자료 끝", "新闻稿完", "(终)", "[ KONEC ZPRÁVY ]", "Fim da nota", "-- 30 --", "#KRAJ#", "Közlemény vége",
        "ΤΕΛΟΣ ΑΝΑΚΟΙΝΩΣΗΣ", "- конец сообщения -",
    ],
)  # fmt: skip
def test_a_line_that_says_that_its_text_ends_is_no_text(line: str) -> None:
    assert agency_line(line) == AgencyRole.END


@pytest.mark.parametrize(
    "line",
    ["The end of a long strike", "Fin de la sequía en el valle", "Slutet gott", "Ende", "Koniec z papierem w urzędach"],
)
def test_a_headline_about_an_end_stays_one(line: str) -> None:
    assert agency_line(line) == ""


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Flere oplysninger: Grethe Lund, tlf. 44 10 20 30", AgencyRole.ASKING),
        ("Bližší informace: Karel Malý, tel. 224 100 200", AgencyRole.ASKING),
        ("Greta Ek, tfn 08-410 20 30", AgencyRole.ASKING),
        ("Papildu informācija: Ilze Kalna, tālr. 67 100 200", AgencyRole.ASKING),
        ("Πληροφορίες: Άννα Δήμου, τηλ. 210 4102030", AgencyRole.ASKING),
        ("Hinweise nimmt die Wache in Altmoor unter Tel. 0451 410 203 entgegen.", ""),
        ("Fot. Ewa Maj", AgencyRole.PICTURE),
        ("Φωτογραφία: Άννα Δήμου", AgencyRole.PICTURE),
        ("사진=이하나 기자", AgencyRole.PICTURE),
        ("Bilder erzählen: Ein Haus am Meer wird verkauft", ""),
        ("Štítky: most, řeka", AgencyRole.KEYWORDS),
        ("Ετικέτες: λιμάνι, έργα", AgencyRole.KEYWORDS),
        ("Abonnez-vous pour 2 € par semaine.", AgencyRole.SUBSCRIBE),
        ("Vil du lese mer? Abonner nå for 10 kr i uka.", AgencyRole.SUBSCRIBE),
        ("Haftada 20 liraya abone olun", AgencyRole.SUBSCRIBE),
        ("اشترك الفريق في البطولة أمس.", ""),
        ("Sign up for the swim closed on Friday with 90 entries.", ""),
    ],
)
def test_a_line_around_the_news_is_told_from_news(line: str, role: str) -> None:
    assert agency_line(line) == role


@pytest.mark.parametrize(
    ("head", "news", "day", "agency"),
    [
        ("14.03.2026, Lipno (PAK) - ", "Most jest otwarty.", "2026-03-14", "PAK"),
        ("Olmeda (España), 14 mar (NAG).- ", "El puente abre.", "03-14", "NAG"),
        ("Altmoor (nwd/red) – ", "Die Brücke ist offen.", "", "nwd/red"),
        ("Altmoor (nwd). ", "Die Brücke ist offen.", "", "nwd"),
        ("VERNAIX, France--(PRESSE DIRECTE)--", "Le pont est ouvert.", "", "PRESSE DIRECTE"),
        ("ЛИПОВО, 14 марта (НОВ) — ", "Мост открыт.", "03-14", "НОВ"),
        ("Вербівка, 14 березня (УНК) – ", "Міст відкрито.", "03-14", "УНК"),
        ("ΑΝΔΡΟΣ, 14 Μαρτίου (ΝΕΑ) - ", "Η γέφυρα άνοιξε.", "03-14", "ΝΕΑ"),
        ("HAMINA 14.3.2026 (STX) – ", "Silta on auki.", "2026-03-14", "STX"),
        ("PRAHA 14. března (ČNK) - ", "Most je otevřen.", "03-14", "ČNK"),
        ("नई दिल्ली, 14 मार्च (भारती) - ", "पुल खुल गया।", "03-14", "भारती"),
        ("(NAG) - OLMEDA, 14 MAR - ", "Il ponte apre.", "03-14", "NAG"),
    ],
)
def test_a_dateline_is_told_by_its_form_in_any_language(head: str, news: str, day: str, agency: str) -> None:
    found = read_dateline(head + news)
    assert found is not None
    assert (found.end, found.day or found.yearless, found.agency) == (len(head), day, agency)
    assert without_dateline([head + news]) == (news,)
    assert without_dateline(["What is above.", head + news]) == ("What is above.", news)


@pytest.mark.parametrize(
    "text",
    [
        "Granvik får en ny bro – efter en lång debatt.",
        "Ruth Adeyemi (42) - a nurse - said so.",
        "The water board – the oldest in the county – met.",
        "Altmoor – Lohnheim 2:1 (1:0) - das Spiel war zäh.",
    ],
)
def test_a_sentence_with_dashes_has_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "Hace 4 horas · Actualizado ayer a las 9:15", "4 hours ago", "vor 4 Stunden", "Publié il y a 4 minutes",
        "4 uur geleden", "för 4 timmar sedan", "4 tuntia sitten", "před 4 hodinami", "4 dakika önce",
        "Опубликовано 4 часа назад", "pirms 4 stundām", "4 godziny temu", "acum 4 ore", "4 órával ezelőtt",
        "4 giờ trước", "4 घंटे पहले", "منذ 4 ساعات", "לפני 4 שעות", "4小时前", "4時間前", "4시간 전", "duela 4 ordu",
        "Aktualisiert gestern um 9.15 Uhr", "Dnes, 9:15 | Aktualizováno: před 10 minutami",
    ],
)  # fmt: skip
def test_a_line_that_counts_from_now_is_no_text(line: str) -> None:
    assert is_relative_time(line)


@pytest.mark.parametrize(
    "line", ["Heute", "Heute bauen wir", "Ayer a las 9:15 abrió el puerto", "4 hours ago the port closed"]
)
def test_a_line_of_news_with_such_words_stays_text(line: str) -> None:
    assert not is_relative_time(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Interview: Grethe Lund", "Grethe Lund"),
        ("Propos recueillis par Jean Morel", "Jean Morel"),
        ("Intervista di Anna Conti", "Anna Conti"),
        ("Das Gespräch führte Jonas Brandt.", "Jonas Brandt"),
        ("Rozmawiała Ewa Maj", "Ewa Maj"),
        ("Беседовала Анна Белова", "Анна Белова"),
        ("Rozhovor: Karel Malý", "Karel Malý"),
        ("Interview: was nun kommt", ""),
    ],
)
def test_who_led_an_interview_is_its_writer(line: str, names: str) -> None:
    assert labelled_writer(line, below_headline=True) == names


NEWS = (
    "Die alte Mühle in Altmoor öffnet im Mai als Museum. Das teilte der Kreis am Montag mit.\n\n"
    "Rund 900 Stücke sind zu sehen, die meisten aus dem Nachlass des letzten Müllers. Der Umbau kostete 2,1 Millionen"
    " Euro.\n\nDer Förderverein sucht noch Helfer für die Führungen am Wochenende."
)


@pytest.mark.parametrize("above", ["Altmoorer Bote, 14. März 2026", "PRESSEMITTEILUNG", "14. März 2026"])
@pytest.mark.parametrize(
    "below", ["", "Mit Material der Agentur nwd", "Mehr Auskünfte: Jonas Brandt, Tel. 0451 410203"]
)
def test_a_lone_article_with_lines_around_it_is_one_article(above: str, below: str) -> None:
    found = read(f"{above}\n\nMühle in Altmoor wird Museum\n\n{NEWS}\n\n{below}\n")
    (meta,) = found.metas
    assert (meta.headline.value, meta.headline.derived) == ("Mühle in Altmoor wird Museum", False)


@pytest.mark.parametrize(
    ("headline", "day"),
    [
        ("Most přes řeku Olšavu zůstane zavřený", "sobota 14. března 2026"),
        ("Mosty na rzece Olszy będą zamknięte", "sobota, 14 marca 2026"),
        ("Мост через реку Каму закроют до осени", "суббота, 14 марта 2026"),
        ("Puente de Olmeda sigue cerrado al paso", "sábado 14 de marzo de 2026"),
    ],
)
def test_a_day_below_a_headline_is_never_a_part_of_it(headline: str, day: str) -> None:
    found = read(f"{headline}\n{day}\n\n{NEWS.partition(chr(10))[0]}\n")
    (meta,) = found.metas
    assert (meta.headline.value, meta.date.value) == (headline, "2026-03-14")


@pytest.mark.parametrize(
    "line",
    [
        "Publicado: 04/03/2026 08:00 | Actualizado: 14/03/2026 10:15",
        "Gepubliceerd op 04/03/2026 | Bijgewerkt 14/03/2026",
    ],
)
def test_a_second_date_settles_the_order_of_the_first(line: str) -> None:
    found = read(f"Mühle in Altmoor wird Museum\n\n{line}\n\n{NEWS}\n")
    assert [meta.date.value for meta in found.metas] == ["2026-03-04"]


def test_parts_of_a_release_below_its_news_are_left_out_by_name() -> None:
    tail = (
        "Über die Mühlen AG\nDie Mühlen AG wurde 1880 gegründet.\n\nZukunftsgerichtete Aussagen\n"
        "Diese Mitteilung enthält zukunftsgerichtete Aussagen.\n\nKontakt\nMühlen AG\nJonas Brandt\n+49 451 410203\n"
    )
    found = read(f"Mühle in Altmoor wird Museum\n\n{NEWS}\n\n{tail}")
    (article,) = found.articles
    result = [p.aside for p in article.paragraphs if p.aside]
    assert result == [SENDER, SENDER, FUTURE, FUTURE, CONTACT, CONTACT, CONTACT, CONTACT]


def test_a_notice_on_a_translation_is_left_out_of_a_release_alone() -> None:
    notice = "Diese Übersetzung dient der Information; verbindlich ist die Mitteilung in der Originalsprache."
    released, plain = (
        read(f"{top}Mühle in Altmoor wird Museum\n\n{NEWS}\n\n{notice}\n") for top in ("PRESSETEXT\n\n", "")
    )
    assert [p.aside for p in released.articles[0].paragraphs][-1] == TRANSLATION
    assert [p.aside for p in plain.articles[0].paragraphs][-1] == ""


def test_the_slug_and_the_signature_of_a_message_are_no_text() -> None:
    found = read(
        f"KULTUR MUSEEN (Zusammenfassung)\nMühle in Altmoor wird Museum\n\n{NEWS}\n\nEwa Maj (PAK)\n\nem/ ab/ cd/\n"
    )
    (meta,) = found.metas
    assert (meta.headline.value, meta.author.value) == ("Mühle in Altmoor wird Museum", "Ewa Maj")
