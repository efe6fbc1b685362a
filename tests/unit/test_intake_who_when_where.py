"""Writers, outlets, days and addresses in more spellings: bylines, labelled lines, pages of browsers and of AMP."""

import json

import pytest

from annotated_briefings.intake.agencies.releases import without_form
from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.people import people

BYLINES = {
    "Av Sixten Råberg": "Sixten Råberg",
    "Af Søren Kjær og Ida Holm": "Søren Kjær og Ida Holm",
    "AV Berit Hallmo": "Berit Hallmo",
    "Dossier van de regioredactie, door Maaike Terpstra": "Maaike Terpstra",
    "Reportage aus Lund, von Ida Varro": "Ida Varro",
    "A report from the valley, by Ida Varro and Rolf Tamm": "Ida Varro and Rolf Tamm",
    "Granskning, av Sixten Råberg": "Sixten Råberg",
    "Av egen kraft": "",
    "Af med hatten": "",
}


@pytest.mark.parametrize("line", BYLINES)
def test_bylines_in_more_languages(line: str) -> None:
    assert byline_names(line) == BYLINES[line]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("פורסם ב-17 ביולי 2025, 08:40", "2025-07-17"),
        ("3 במרץ 2024", "2024-03-03"),
        ("יום רביעי, 1 בינואר 2025", "2025-01-01"),
        ("31 דצמבר 2023", "2023-12-31"),
    ],
)
def test_days_in_hebrew(text: str, day: str) -> None:
    assert find_day(text) == day


@pytest.mark.parametrize("text", ["מאת נורית אלקבץ", "מאת: נורית אלקבץ"])
def test_the_word_before_a_writer_is_no_name(text: str) -> None:
    assert people(text) == "נורית אלקבץ"


def page(meta: str, body: str = "", head: str = "") -> Given:
    text = "".join(
        f"<p>The old mill was sold on Tuesday for 2 million crowns, the council said, part {n}.</p>" for n in "abc"
    )
    html = (
        f'<html><head><meta charset="utf-8"><title>Old mill sold</title>{head}</head><body><h1>Old mill sold</h1>'
        f"{meta}<div>{text}</div>{body}</body></html>"
    )
    documents, _ = read_any("a.html", html.encode())
    return documents[0].given


LABELLED = [
    ("2025-07-08 09:12 来源：临溪晚报 作者：韩子明", "临溪晚报", "韩子明"),
    ("来源：临溪晚报 2025-07-08 09:12 记者：韩子明 编辑：罗敏", "临溪晚报", "韩子明"),
    ("稿源：临溪晚报 | 作者：韩子明", "临溪晚报", "韩子明"),
    ("Fonte: Gazzetta della Valle | Autore: Ida Varro", "Gazzetta della Valle", "Ida Varro"),
    ("Quelle: Talbote | Autor: Ida Varro", "Talbote", "Ida Varro"),
    ("Kaynak: Vadi Postası | Muhabir: Selin Tuncer", "Vadi Postası", "Selin Tuncer"),
    ("Źródło: Kurier Doliny | Autor: Hanna Wilczek", "Kurier Doliny", "Hanna Wilczek"),
]


@pytest.mark.parametrize(("line", "outlet", "author"), LABELLED)
def test_labels_below_a_headline_name_outlet_and_writer(line: str, outlet: str, author: str) -> None:
    given = page(f'<div class="info">{line}</div>')
    assert (given.outlet, given.author) == (outlet, author)


def test_a_sentence_with_a_label_in_it_names_nobody() -> None:
    assert (
        page("<p>The mill was sold. Its owner wrote on the gate, Source: Talbote, and left for the sea.</p>").outlet
        == ""
    )


@pytest.mark.parametrize("line", ["（责任编辑：罗敏）", "责任编辑：罗敏", "【编辑:罗敏】"])
def test_who_edited_a_text_is_a_credit(line: str) -> None:
    assert why_aside(line) == "a credit"


@pytest.mark.parametrize(
    "line",
    [
        "Slack Water is a reader-supported publication. To receive new posts and support my work, consider becoming a "
        "free or paid subscriber.",
        "Welcome to the 214 new readers who joined since last week. Slack Water is free on Tuesdays.",
    ],
)
def test_boxes_to_subscribe_inside_newsletters_are_no_news(line: str) -> None:
    assert why_aside(line) == "how to subscribe or leave"


def test_a_page_that_a_browser_shows_without_what_is_around_names_its_address_and_writer() -> None:
    html = (
        '<html><head><meta charset="utf-8"><title>Old mill sold</title></head><body><div class="header reader-header">'
        '<a class="domain reader-domain" href="https://valley.example/mill">valley.example</a>'
        '<h1 class="reader-title">Old mill sold</h1><div class="credits reader-credits">Ida Varro</div></div>'
        '<div class="moz-reader-content"><p>Published 17 July 2025, 08:40</p><p>The old mill was sold on Tuesday for 2 '
        "million crowns, the council said.</p><p>Nobody knows what becomes of the wheel, said the mayor.</p></div>"
        "</body></html>"
    )
    given = read_any("a.html", html.encode())[0][0].given
    assert (given.url, given.author, given.published) == ("https://valley.example/mill", "Ida Varro", "2025-07-17")


def test_articles_below_an_article_of_amp_have_their_own_addresses_and_the_first_its_own_writer() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Harvest is the weakest in years",
        "mainEntityOfPage": "https://valley.example/harvest",
        "datePublished": "2025-08-19T06:00:00-03:00",
        "author": {"@type": "Person", "name": "Ida Varro"},
    }
    following = [{"title": "Bridge opens", "url": "https://valley.example/bridge"}]
    paragraphs = "".join(
        f"<p>The harvest fell to 310 thousand sacks this year, the union said in part {n}.</p>" for n in "ab"
    )
    others = "".join(f"<p>The bridge over the river opened on Monday for light cars, part {n}.</p>" for n in "ab")
    html = (
        '<html amp><head><meta charset="utf-8"><title>Harvest is the weakest in years</title>'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body>'
        '<article><h1>Harvest is the weakest in years</h1><div class="byline">By Ida Varro, of Upper Valley</div>'
        f"{paragraphs}</article><amp-next-page>"
        f'<script type="application/json">{json.dumps(following)}</script><article><h1>Bridge opens for light cars</h1>'
        f'<div class="byline">By Rolf Tamm</div>{others}</article></amp-next-page></body></html>'
    )
    documents, _ = read_any("a.html", html.encode())
    assert [(one.given.url, one.given.author) for one in documents] == [
        ("https://valley.example/harvest", "Ida Varro"),
        ("https://valley.example/bridge", "Rolf Tamm"),
    ]


@pytest.mark.parametrize(
    "heading",
    ["About Acme", "À propos de Novalens", "Acerca de Azucarera", "Sobre a Vidraria Monte Alvo", "Über die Werft Lund"],
)
def test_what_a_release_says_of_its_company_gives_no_points_and_no_figures(heading: str) -> None:
    assert without_form(("Mill sold.", "It was sold.", heading, "It has 140 workers.")) == (
        "Mill sold.",
        "It was sold.",
    )
