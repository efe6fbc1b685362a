"""What stands above and beside the text of pages: labels on lines of their own, names above days, pictures, kickers."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.model import RawDocument

BODY = (
    "Councillors voted on Thursday night to sell the old baths to a trust for one pound.\n\n"
    "The trust needs four million to repair the roof and the boilers of the house in Lund.\n"
)
FOOT = "\nShare\nFacebook\n12 comments\n\nMost read\nBus lane fines fall by a third\n"


def pasted(head: str) -> RawDocument:
    (document,), _ = read_any(
        "a.txt",
        f"Home\nSign in\n\nCouncil to sell the baths for a pound\n{head}\nShare\n3 min read\n\n{BODY}{FOOT}".encode(),
    )
    return document


LABELS = [
    ("Author\nPriya Nair\nPublished\n27 November 2026, 09:12", "Priya Nair"),
    ("Published\n27 November 2026\nWritten by\nPriya Nair", "Priya Nair"),
    ("Autor\nJürgen Kock\nVeröffentlicht am\n27.11.2026", "Jürgen Kock"),
    ("Auteur\nLéa Monnier\nPublié le\n27 novembre 2026 à 9h12", "Léa Monnier"),
    ("Autora\nCarmen Ripoll\nFecha de publicación\n27/11/2026", "Carmen Ripoll"),
]


@pytest.mark.parametrize(("head", "author"), LABELS)
def test_labels_on_lines_of_their_own_name_writer_and_day(head: str, author: str) -> None:
    given = pasted(head).given
    assert (given.author, given.published) == (author, "2026-11-27")


BARS = ["Lund | 27-11-2026 | 21:35", "Lund, 27 November 2026", "Lund · 27.11.2026 · 21:35"]


@pytest.mark.parametrize("line", BARS)
def test_a_place_beside_the_day_is_no_outlet_and_a_name_above_is_the_writer(line: str) -> None:
    document = pasted(f"Carmen Ripoll\n{line}")
    assert (document.given.author, document.given.outlet, document.given.published) == (
        "Carmen Ripoll",
        "",
        "2026-11-27",
    )
    assert line in [one.text for one in document.around]


def test_an_outlet_beside_the_day_stays_one() -> None:
    assert pasted("Harbour News | 27-11-2026").given.outlet == "Harbour News"


def test_the_line_below_the_headline_is_the_standfirst() -> None:
    words = "Trust promises to open the pool again if its bid succeeds"
    document = pasted(f"{words}\nBy Priya Nair\n27 November 2026")
    assert document.given.standfirst == (words,)
    assert words not in [one.text for one in document.around]


PICTURES = {
    "before": '<p><img src="https://a.example/r.jpg" alt="Seals on the quay"> Eleven seals lay on the quay.</p>',
    "before, with a break": '<p><img src="r.jpg" alt="Seals on the quay"><br>Eleven seals lay on the quay.</p>',
    "linked": '<div><a href="/1"><img src="r.jpg" alt="Seals on the quay"></a> Eleven seals lay on the quay.</div>',
    "behind": '<p>Eleven seals lay on the quay. <img src="https://a.example/r.jpg" alt="Seals on the quay"></p>',
}


@pytest.mark.parametrize("what", PICTURES)
def test_the_description_of_a_picture_is_no_part_of_the_sentence_beside_it(what: str) -> None:
    texts = [one.text for one in html_paragraphs(PICTURES[what])]
    assert "Eleven seals lay on the quay." in texts
    assert not any("quay Eleven" in one or "quay. Seals" in one for one in texts)


def test_a_picture_in_the_place_of_a_word_stays_in_its_sentence() -> None:
    (one,) = html_paragraphs('<p>The <img src="https://a.example/q.gif" alt="quay"> is closed.</p>')
    assert one.text == "The quay is closed."


STORIES = (
    (
        "Neuer Kran hebt neunzig Tonnen",
        "Der Hafen hat am Montag seinen dritten Kran in Betrieb genommen, und er hebt mehr als der alte, sagte sie.",
    ),
    (
        "An jeder vierten Schule fehlen Lehrer",
        "Im Landkreis sind 112 Stellen nicht besetzt, die meisten davon an den Schulen der Inseln, teilte das Amt mit.",
    ),
    (
        "Esel kehrt nach drei Wochen heim",
        "Ein entlaufener Esel ist am Sonntag von selbst auf seinen Hof zurückgekehrt, und keiner weiß, wo er war.",
    ),
)
HEADS = {
    "large links": '<a href="https://k.example/{n}" style="font-size:20px">{title}</a><br>{text}',
    "strong links": '<a href="https://k.example/{n}"><b>{title}</b></a><br>{text}',
    "links in strong letters": '<b><a href="https://k.example/{n}">{title}</a></b><br>{text}',
    "links": '<a href="https://k.example/{n}">{title}</a><br>{text}',
    "a kicker above": 'LEUTE<br><a href="https://k.example/{n}" style="font-size:20px">{title}</a><br>{text}',
    "a kicker above strong letters": 'Leute<br><a href="https://k.example/{n}"><b>{title}</b></a><br>{text}',
}


@pytest.mark.parametrize("what", HEADS)
def test_headlines_that_a_break_parts_from_their_text_begin_stories(what: str) -> None:
    cells = "".join(
        f"<tr><td>{HEADS[what].format(n=n, title=title, text=text)}</td></tr>"
        for n, (title, text) in enumerate(STORIES)
    )
    head = "From: Post <a@k.example>\nSubject: Kran, Lehrer, Esel\nDate: Tue, 24 Nov 2026 06:15:00 +0100\n"
    letter = f"{head}Content-Type: text/html; charset=utf-8\n\n<table>{cells}</table>"
    documents, _ = read_any("a.eml", letter.encode())
    assert [one.given.title for one in documents] == [title for title, _ in STORIES]
    assert [one.given.url for one in documents] == [f"https://k.example/{n}" for n in range(3)]
    assert [[p.text for p in one.paragraphs if not p.aside] for one in documents] == [[text] for _, text in STORIES]
