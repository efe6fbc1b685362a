"""Pages that were pasted with their menus and with what says that the rest is sold, in many languages."""

import pytest

from annotated_briefings.intake.cleaning.cut import PAYWALL, is_wall
from annotated_briefings.intake.cleaning.datelines import day_line
from annotated_briefings.intake.cleaning.menus import MENU, is_menu_row
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

PAGES = {
    "de": (
        "Startseite | Politik | Wirtschaft | Kultur",
        "Werft in Altfeld baut wieder Fähren",
        "Von Jonas Mertens",
        "Veröffentlicht am 17. November 2026 um 06:15 Uhr, aktualisiert am 18. November 2026 um 11:50 Uhr",
        "Die Werft in Altfeld baut zum ersten Mal seit zwölf Jahren wieder Fähren, teilte die Leitung am Montag mit.",
        "Der Betriebsrat begrüßt den Auftrag. Die ersten Bleche werden im März geschnitten.",
        "Ihnen fehlen noch 58 % dieses Artikels. Der Rest ist nur für Abonnenten.",
    ),
    "en": (
        "News | Sport | Weather | Opinion",
        "Old mill in Farrow becomes a school",
        "By Hannah Brook",
        "Published 17 November 2026 at 06:15, updated 18 November 2026 at 11:50",
        "The old mill in Farrow will become a school for 300 children, the council said on Monday. "
        "The work costs 9 million pounds.",
        "Parents welcome the plan. Builders start in March.",
        "You have 58% of this article left to read. The rest is for subscribers only.",
    ),
    "fr": (
        "À la une | Économie | Planète",
        "Le vieux moulin de Farrault devient une école",
        "Par Hélène Martin",
        "Publié le 17 novembre 2026 à 06h15, modifié le 18 novembre 2026 à 11h50",
        "Le vieux moulin de Farrault va devenir une école pour 300 enfants, a annoncé lundi la mairie de la commune.",
        "Les parents saluent le projet. Les travaux commencent en mars.",
        "Il vous reste 41,5 % de cet article à lire. La suite est réservée aux abonnés.",
    ),
    "es": (
        "Portada | Política | Economía | Deportes",
        "El molino de Farro será una escuela",
        "Por Lucía Ramos",
        "Publicado el 17 de noviembre de 2026 a las 06:15, actualizado el 18 de noviembre de 2026 a las 11:50",
        "El viejo molino de Farro será una escuela para 300 niños, anunció el lunes el ayuntamiento de la localidad.",
        "Los padres celebran el plan. La obra empieza en marzo.",
        "Te queda el 58 % de este artículo por leer. El resto está reservado a los suscriptores.",
    ),
    "it": (
        "Prima pagina · Politica · Economia · Sport",
        "Il vecchio mulino di Farra diventa una scuola",
        "Di Paolo Conti",
        "Pubblicato il 17 novembre 2026 alle 06:15 | Ultimo aggiornamento 18 novembre 2026 alle 11:50",
        "Il vecchio mulino di Farra diventerà una scuola per 300 bambini, ha annunciato lunedì il comune del paese.",
        "I genitori lodano il progetto. I lavori cominciano a marzo.",
        "Ti resta da leggere il 58% di questo articolo. Il resto è riservato agli abbonati.",
    ),
    "pt": (
        "Início | Política | Economia | Esportes",
        "O velho moinho de Faro será uma escola",
        "Por Ana Costa",
        "Publicado em 17 de novembro de 2026 às 06h15, atualizado em 18 de novembro de 2026 às 11h50",
        "O velho moinho de Faro será uma escola para 300 crianças, anunciou na segunda-feira a câmara municipal.",
        "Os pais louvam o plano. A obra começa em março.",
        "Falta ler 58% deste artigo. O resto é exclusivo para assinantes.",
    ),
}


def read(text: str) -> FileRead:
    documents, found = read_any("page.txt", text.encode())
    return split_all("page.txt", documents, found, Decisions())


@pytest.mark.parametrize("language", PAGES)
def test_a_pasted_page_has_its_headline_writer_and_day_and_ends_where_it_is_sold(language: str) -> None:
    menu, title, byline, day, one, two, wall = PAGES[language]
    found = read(f"{menu}\n\n{title}\n\n{byline}\n{day}\n\n{one} {two} {wall}\n")
    (article,), (meta,) = found.articles, found.metas
    assert (meta.headline.value, meta.date.value) == (title, "2026-11-17")
    assert meta.author.value == byline.partition(" ")[2]
    shown = [p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped and not p.aside]
    assert shown == [f"{one} {two}"]
    assert {p.text: p.aside for p in article.paragraphs if p.aside} == {menu: MENU, wall: PAYWALL}
    assert article.given.cut


@pytest.mark.parametrize(
    "banner",
    [
        "Article réservé aux abonnés", "Contenido exclusivo para suscriptores", "Contenuto riservato agli abbonati",
        "Conteúdo exclusivo para assinantes", "[Réservé aux abonnés]", "Abonnenten vorbehalten",
    ],
)  # fmt: skip
def test_a_banner_above_a_text_says_that_its_source_sells_it(banner: str) -> None:
    _, title, byline, day, one, two, _ = PAGES["fr"]
    found = read(f"{title}\n\n{byline}\n{day}\n\n{banner}\n\n{one}\n\n{two}\n")
    (article,) = found.articles
    assert [p.text for p in article.paragraphs if p.aside] == [banner]
    assert article.given.cut


@pytest.mark.parametrize(
    "line",
    [
        "Es fehlen noch 40 Prozent des Artikels", "Der vollständige Artikel ist nur für Mitglieder",
        "The remainder of this story is available to paying subscribers only", "Subscribers only",
        "There are 812 words left in this article to read", "La fin de cet article est accessible aux abonnés",
        "De rest is alleen voor abonnees", "Je hebt nog 12% van dit artikel te gaan",
        "Resten är bara för våra prenumeranter", "Dalsza część dostępna tylko dla prenumeratorów",
        "Осталось прочитать 35% статьи", "Продолжение доступно только подписчикам", "全文仅限会员阅读",
        "この先は有料会員のみ", "بقية المقال للمشتركين فقط",
    ],
)  # fmt: skip
def test_what_says_that_the_rest_is_sold_is_known(line: str) -> None:
    assert is_wall(line)


@pytest.mark.parametrize(
    "line",
    [
        "The rest is for members of the family.", "There are 20% of the voters left to convince.",
        "Der Rest der Reise ist für Mitglieder des Vereins kostenlos.", "Ihnen fehlen 20 % der Stimmen.",
        "Il reste 30 % des travaux à faire.", "Le queda el 20 % del capital.", "Le resta il 20% delle azioni.",
        "U heeft nog 20% korting.", "De rest van het geld is voor leden.", "Осталось 20% топлива.",
        "Falta 20% do orçamento.", "Zostało 20% paliwa.",
    ],
)  # fmt: skip
def test_shares_and_rests_of_other_things_are_news(line: str) -> None:
    assert not is_wall(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nieuws | Binnenland | Sport",
        "Новости | Политика | Спорт | Погода",
        "首页 | 财经 | 体育",
        "A | B | C | Video | E",
    ],
)
def test_a_row_of_sections_is_a_menu(line: str) -> None:
    assert is_menu_row(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reuters | London | Tuesday", "By Ida Moor | Politics | News", "The Courier | 3 March 2026 | Politics",
        "Red | white | blue", "News | Sport", "Sport is down | Politics is up. | News",
        "Anna Berg | Jonas Lind | Ida Moor",
    ],
)  # fmt: skip
def test_a_row_that_states_something_is_no_menu(line: str) -> None:
    assert not is_menu_row(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 3 mars 2026 à 08h00 - Mis à jour le 4 mars 2026 à 09h10", "2026-03-03"),
        ("Updated 4 March 2026, 09:10 | Published 3 March 2026", "2026-03-03"),
        ("Erschienen am 3. März 2026, zuletzt geändert am 4. März 2026", "2026-03-03"),
        ("Gepubliceerd op 3 maart 2026 om 08:00, bijgewerkt op 4 maart 2026 om 09:10", "2026-03-03"),
        ("3 March 2026 – 5 March 2026", ""),
        ("The show runs from 3 March 2026, updated on 4 March 2026", ""),
    ],
)
def test_a_line_of_two_days_names_that_of_the_text(line: str, day: str) -> None:
    assert day_line(line) == day


def test_a_bar_between_words_stays_where_it_is() -> None:
    assert [
        p.text for p in read("Red | white | blue is the flag of the yacht club of Farrow.\n").articles[0].paragraphs
    ]
    documents, _ = read_any(
        "a.txt", b"| A line in a box is a line like all the others here.\n\nred | white | blue wins\n"
    )
    assert [p.text for p in documents[0].paragraphs][1:] == ["red | white | blue wins"]
