"""Press reviews in Markdown, letters that list excerpts, and headlines with marks that close them."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.reading import split_all

FIRST = "Der Hafen hat seinen dritten Kran in Betrieb genommen. Er hebt neunzig Tonnen."
SECOND = "Im Landkreis sind 112 Stellen unbesetzt. Besonders betroffen sind die Inseln."
LINES = {
    "in italics with a link": (
        "*Küstenpost, 24.11.2026* – [Link](https://k.example/1)",
        "*Lohraer Bote, 23.11.2026* – [Link](https://b.example/2)",
    ),
    "the outlet as the link": (
        "[Küstenpost](https://k.example/1), 24.11.2026",
        "[Lohraer Bote](https://b.example/2), 23.11.2026",
    ),
    "plain": ("Küstenpost, 24. November 2026, S. 4", "Lohraer Bote, 23. November 2026, S. 1"),
    "with bars": ("**Küstenpost** | 24.11.2026", "**Lohraer Bote** | 23.11.2026"),
}
ADDRESSES = ("https://k.example/1", "https://b.example/2")


def read(text: str) -> tuple[RawDocument, ...]:
    documents, _ = read_any("a.md", text.encode())
    return documents


@pytest.mark.parametrize("what", LINES)
def test_headings_with_outlet_and_day_below_them_are_articles_of_a_review(what: str) -> None:
    one, other = LINES[what]
    first_part = f"# Presseschau\n\nGuten Morgen!\n\n## Neuer Kran\n\n{one}\n\n{FIRST}\n\n### Zahlen\n\n{FIRST}\n\n"
    text = f"{first_part}## Lehrer fehlen\n\n{other}\n\n{SECOND}\n"
    first, second = read(text)
    assert (first.given.title, first.given.outlet, first.given.published) == ("Neuer Kran", "Küstenpost", "2026-11-24")
    assert (second.given.title, second.given.outlet, second.given.published) == (
        "Lehrer fehlen", "Lohraer Bote", "2026-11-23",
    )  # fmt: skip
    assert [p.text for p in first.paragraphs] == [FIRST, "Zahlen", FIRST]
    assert [p.text for p in second.paragraphs] == [SECOND]
    assert (first.given.url, second.given.url) == (ADDRESSES if "](" in one else ("", ""))
    assert "Guten Morgen!" in [p.text for p in first.around]


def test_an_article_with_headings_is_no_review() -> None:
    (document,) = read(f"# Kran\n\n{FIRST}\n\n## Zahlen\n\n{SECOND}\n\n## Wetter\n\n{SECOND}\n")
    assert len(document.paragraphs) == 5


def excerpts(*cells: str) -> tuple[RawDocument, ...]:
    head = "From: Alertes <a@veille.example>\nSubject: Alerte\nDate: Tue, 24 Nov 2026 07:00:00 +0100\n"
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    data = f"{head}Content-Type: text/html; charset=utf-8\n\n<table>{rows}</table>"
    documents, _ = read_any("a.eml", data.encode())
    return documents


KEPT = "La ville espère retirer 1 500 voitures par jour du centre."
CELLS = (
    '<a href="https://l.example/1"><b>Le téléphérique sera gratuit en hiver</b></a><div>La Dépêche du Lac</div>'
    f"<div>{KEPT} Le maire a confirmé mardi la gratuité du 5 décembre au&nbsp;...</div>",
    '<a href="https://b.example/2"><b>Un câble neuf pour Mont-Brun</b></a><div>Radio Brun</div><div>Le câble de 2 400 '
    "mètres a été livré par hélicoptère ce lundi. Il remplace celui de 1987, usé par le gel&nbsp;...</div>",
)


def test_stories_that_end_in_dots_are_excerpts_with_their_outlets() -> None:
    first, second = excerpts(*CELLS)
    assert (first.given.outlet, second.given.outlet) == ("La Dépêche du Lac", "Radio Brun")
    assert [p.text for p in first.paragraphs if not p.aside] == [KEPT]
    assert first.given.cut
    assert second.given.cut


def test_stories_of_which_one_is_whole_are_no_excerpts() -> None:
    first, _ = excerpts(CELLS[0], CELLS[1].replace("&nbsp;...", "."))
    assert first.given.outlet != "La Dépêche du Lac"


TITLES = [
    ("Noch geheim", "Noch geheim"),
    ("[DRAFT] Harbour closes", "[DRAFT]"),
    ("Harbour closes (not for publication)", "(not for publication)"),
]


@pytest.mark.parametrize(("title", "mark"), TITLES)
def test_the_mark_that_is_cut_off_a_headline_stays_in_the_account(title: str, mark: str) -> None:
    documents, found = read_any("a.json", f'[{{"title": "{title}", "status": "draft", "text": "{FIRST}"}}]'.encode())
    (article,) = split_all("a.json", documents, found, Decisions()).articles
    assert [one.text for one in article.paragraphs if one.aside] == [mark]
    assert article.given.held == "draft"


def test_an_outlet_that_a_break_parts_from_its_excerpt_is_no_part_of_the_sentence() -> None:
    cells = [cell.replace("</div><div>", "<br>").replace("<div>", "<br>").replace("</div>", "") for cell in CELLS]
    first, second = excerpts(*cells)
    assert (first.given.outlet, second.given.outlet) == ("La Dépêche du Lac", "Radio Brun")
    assert [p.text for p in first.paragraphs if not p.aside] == [KEPT]


def test_a_picture_and_a_section_above_the_next_headline_are_no_text_of_the_story_before() -> None:
    cells = [
        f'<img src="https://d.example/{n}.jpg" alt="foto {n} do porto"><br>SAÚDE<br><span style="font-size:20px">'
        f"{title}</span><br>{FIRST} {SECOND}"
        for n, title in enumerate(("Porto recebe terceira grua", "Hospital abre vinte camas"))
    ]
    first, second = excerpts(*cells)
    assert [[p.text for p in one.paragraphs] for one in (first, second)] == [[f"{FIRST} {SECOND}"]] * 2
    left = {p.text: p.aside for p in first.around}
    assert (left["foto 1 do porto"], left["SAÚDE"]) == ("a picture of the next story", "the name of a section")
