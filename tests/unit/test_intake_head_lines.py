"""Lines between a headline and its text: labels in many languages, names beside a day, and what they say of the head.

The second half of each table was written after the rules and run once.
"""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import ArticleMeta
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.segmentation.credits import read_head_credit
from annotated_briefings.intake.segmentation.segment import segment

TEXT = (
    "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out. Two firemen turned the crank.",
    "A new motor will arrive in two weeks, the river board said. Until then the crank stays where it is.",
)


def meta(line: str, name: str = "a.txt") -> ArticleMeta:
    data = "\n".join(("Weir at Kelby opened by hand", line, "24 November 2026", "", "\n\n".join(TEXT), ""))
    documents, found = read_any(name, data.encode())
    (one,) = split_all(name, documents, found, Decisions()).metas
    return one


FIRST = (
    ("מאת: נורית אלקיים", "נורית אלקיים", ""),
    ("ရေးသားသူ - မောင်မောင်", "မောင်မောင်", ""),
    ("በያሬድ ታደሰ", "ያሬድ ታደሰ", ""),
    ("โดย สุดารัตน์ คงแก้ว", "สุดารัตน์ คงแก้ว", ""),
    ("Source: Kelby Courier", "", "Kelby Courier"),
    ("מקור: הד החוף", "", "הד החוף"),
    ("Rewizja: Anna Lis", "", ""),
    ("Kelby Courier", "", "Kelby Courier"),
    ("Radio - Kelby News", "", "Radio - Kelby News"),
)
SECOND = (
    ("लेखक: रमेश जोशी", "रमेश जोशी", ""),
    ("Հեղինակ՝ Անի Սարգսյան", "Անի Սարգսյան", ""),
    ("Kirjoittaja - Aino Virta", "Aino Virta", ""),
    ("எழுதியவர் : கவிதா ராஜன்", "கவிதா ராஜன்", ""),
    ("Oleh Siti Rahma", "Siti Rahma", ""),
    ("Πηγή: Φωνή του Βορρά", "", "Φωνή του Βορρά"),
    ("ที่มา: ข่าวระนอง", "", "ข่าวระนอง"),
    ("Fotoğraf: Ayşe Demir", "", ""),
    ("Kelby Evening Post", "", "Kelby Evening Post"),
    ("北港日报", "", "北港日报"),
)


@pytest.mark.parametrize(("line", "author", "outlet"), [*FIRST, *SECOND])
def test_a_labelled_line_names_what_its_label_says(line: str, author: str, outlet: str) -> None:
    found = meta(line)
    assert (found.author.value, found.outlet.value, found.date.value) == (author, outlet, "2026-11-24")
    assert found.unused == ()


CREDITS = (
    ("By Ida Varro | 25 November 2026 09:30", "Ida Varro", ""),
    ("2026-11-26 · Torunn Espeseth · Western Weekly", "Torunn Espeseth", "Western Weekly"),
    ("Western Weekly | 26 November 2026", "", "Western Weekly"),
    ("Frankfurter Allgemeine, 26 November 2026", "", "Frankfurter Allgemeine"),
    # Not seen while the rule was made.
    ("Jane Kowalski | 3 March 2026", "Jane Kowalski", ""),
    ("Abendkurier · Von Lena Holm · 3. März 2026", "Lena Holm", "Abendkurier"),
    ("Lund Gazette | Maria Hallmo | 2026-03-03", "Maria Hallmo", "Lund Gazette"),
    ("Helsingin Sanomat · 3.3.2026", "", "Helsingin Sanomat"),
    ("Christian Science Monitor, 3 March 2026", "", "Christian Science Monitor"),
)


@pytest.mark.parametrize(("line", "author", "outlet"), CREDITS)
def test_a_name_beside_a_day_is_that_of_a_writer_or_an_outlet(line: str, author: str, outlet: str) -> None:
    credit = read_head_credit(line)
    assert credit is not None
    assert (credit.author, credit.outlet) == (author, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Ida Varro | 25 November 2026 09:30</p>",
        "<p>By Ida Varro · 25 November 2026</p>",
        '<div class="meta">Ida Varro | 25 November 2026</div>',
        '<p class="info">25.11.2026 | Von Ida Varro</p>',
    ],
)
def test_a_page_names_its_writer_below_the_headline(line: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    documents, _ = read_any("a.html", f"<html><body><h1>Weir opened by hand</h1>{line}{body}</body></html>".encode())
    assert documents[0].given.author == "Ida Varro"


DATED = "FLORO, November 27, 2026 - The ferry will not sail before Monday, after cracks were found in its hull."
NEXT = "Passengers were asked to use the express boat. The mayor could not be reached."
OTHER = "Choir sings for the old mill"
SUNG = "LERVIK, November 28, 2026 - A choir of 300 children sang in the old mill of Lervik to keep it open."
ONE = (
    ("Ferry to Losna cancelled for a week", "By Ida Varro", DATED, NEXT),
    ("Ferry to Losna cancelled for a week", "By Ida Varro", "27 November 2026", DATED.partition(" - ")[2], NEXT),
    ("Title: Ferry to Losna cancelled", "Author: Ida Varro", "Date: 2026-11-27", DATED.partition(" - ")[2], NEXT),
    # Not seen.
    ("Fähre fällt aus", "Von Lena Holm", "BERGEN, 27. November 2026 (NPA) - Die Fähre fährt bis Montag nicht.", NEXT),
    ("Ferry stops for a week", "27 November 2026", "By Ida Varro", DATED.partition(" - ")[2], NEXT, TEXT[1]),
)
MORE_THAN_ONE = (
    ("Ferry to Losna cancelled for a week", "By Ida Varro", DATED, NEXT, OTHER, "By Jane Roe", SUNG, TEXT[1]),
    ("Ferry to Losna cancelled for a week", "27 November 2026", DATED, NEXT, OTHER, "28 November 2026", SUNG, TEXT[1]),
)


@pytest.mark.parametrize("texts", ONE)
def test_a_signed_and_dated_head_at_the_top_alone_is_that_of_one_article(texts: tuple[str, ...]) -> None:
    assert len(segment(texts, apart=(len(texts) - 1,)).boundaries) == 1


LABELLED = (
    (
        "शीर्षक: कोशीका ढोका खोलिए",
        "मिति: २०८३ मंसिर १०",
        "संवाददाता: सरिता खड्का",
        "कोशी नदीको बहाव तीन लाख क्युसेक पुगेको छ। ढोका खोलिएका छन्।",
    ),
    (
        "शीर्षक: इलामको चिया महँगियो",
        "मिति: २०८३ मंसिर ११",
        "संवाददाता: मनोज राई",
        "हरियो पत्तीको भाउ किलोको ९८ रुपैयाँ पुगेपछि उद्योगीहरू चिन्तित छन्।",
    ),
)


def test_labelled_writers_part_articles_at_the_top_of_their_heads() -> None:
    first, second = LABELLED
    assert [one.index for one in segment((*first, *second)).boundaries] == [0, 4]


@pytest.mark.parametrize("texts", MORE_THAN_ONE)
def test_a_second_head_opens_a_second_article(texts: tuple[str, ...]) -> None:
    assert [one.index for one in segment(texts).boundaries] == [0, 4]
