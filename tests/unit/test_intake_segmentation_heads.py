"""Heads of articles in dumps: what all of them begin or end with, in any language."""

import pytest

from annotated_briefings.intake.compose import compose_body
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.reading import split_all, split_document
from annotated_briefings.intake.segmentation.heads import read_heads, torn_lines

ITEMS = {
    "english": (
        ("Lighthouse lit by the sun", "The lighthouse of Skarholm will be lit by the sun from June, the guard said."),
        (
            "Choir sings for the old mill",
            "A choir of 300 children sang in the old mill of Lervik to keep the mill open.",
        ),
        (
            "Herring thaws in the tunnel",
            "Two trucks with frozen herring collided in the tunnel under the fjord at dawn.",
        ),
    ),
    "german": (
        (
            "Leuchtturm läuft mit Sonnenstrom",
            "Der Leuchtturm von Skarholm läuft ab Juni mit Sonnenstrom, so die Wache.",
        ),
        (
            "Chor singt für die alte Mühle",
            "Ein Chor aus 300 Kindern hat in der Mühle von Lervik gesungen, um sie zu retten.",
        ),
        (
            "Hering taut im Tunnel auf",
            "Zwei Lastwagen mit gefrorenem Hering sind im Tunnel unter dem Fjord zusammengestoßen.",
        ),
    ),
    "russian": (
        ("Маяк светит от солнца", "Маяк Скархольма с июня будет работать от солнца, сообщила береговая охрана."),
        ("Хор поёт ради мельницы", "Хор из трёхсот детей пел в старой мельнице Лервика, чтобы её не закрыли."),
        (
            "Сельдь растаяла в тоннеле",
            "Два грузовика с мороженой сельдью столкнулись на рассвете в тоннеле под фьордом.",
        ),
    ),
}
DAYS = {
    "english": ("2 March 2026", "3 March 2026", "4 March 2026"),
    "german": ("2. März 2026", "3. März 2026", "4. März 2026"),
    "russian": ("2 марта 2026", "3 марта 2026", "4 марта 2026"),
}
MORE = "Nobody had expected that so many people would come, and the doors were opened an hour early for all of them."
FORMS = {
    "day above": ("{day}", "{title}", "{lead}", MORE),
    "day below": ("{title}", "{day}", "{lead}", MORE),
    "paper and day": ("{title}", "Port Gazette, {day}", "{lead}", MORE),
    "dateline": ("LERVIK, {day} (NPA) - {lead}", MORE),
    "dateline below": ("{title}", "LERVIK (NPA) - {lead}", MORE),
    "number": ("{n}. {title}", "{lead}", MORE),
    "number in brackets": ("[{n}] {title}", "{lead}", MORE),
    "number with a sign": ("#{n} {title}", "{lead}", MORE),
    "same line above": ("FOR IMMEDIATE RELEASE", "{title}", "{lead}", MORE),
    "line with a number above": ("Dispatch no. 21{n}", "{title}", "{lead}", MORE),
    "same line below": ("{title}", "{lead}", MORE, "© Port Gazette"),
    "line with a number below": ("{lead}", MORE, "(NPA) aq/ot 0310{n} GMT"),
    "label": ("{label}", "{title}", "{lead}", MORE),
}
LABELS = ("LOCAL", "ARTS", "ROADS")


@pytest.mark.parametrize("language", ITEMS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("top", [(), ("THE MORNING LETTER",)])
def test_what_all_articles_begin_or_end_with_shows_where_they_start(
    form: str, language: str, top: tuple[str, ...]
) -> None:
    if top and not form.startswith("number"):
        return  # below another line at the top, only counting from 1 tells that the first article is there
    texts, starts = list(top), set()
    for n, (day, item) in enumerate(zip(DAYS[language], ITEMS[language], strict=True), 1):
        starts.add(len(texts))
        head = {"n": n, "day": day, "title": item[0], "lead": item[1], "label": LABELS[n - 1]}
        texts += (line.format(**head) for line in FORMS[form])
    found = read_heads(texts)
    assert found.starts == starts - {min(starts)}
    assert found.above == len(top)
    assert not found.starts & found.inside


SECTIONS = {
    "days of a chronicle": ("The winter of the ferry", *(line for day in DAYS["english"] for line in (day, MORE))),
    "numbered parts": ("Three rules for winter", MORE, "1. Eat", MORE, "2. Sleep", MORE, "3. Wait", MORE),
    "sub-headings": ("The winter of the ferry", MORE, "Ice in the harbour", MORE, "Ice in the fjord", MORE),
    "a line that comes again": ("The winter of the ferry", MORE, "Ice", MORE, "Ice", MORE),
    "numbers that do not count": ("1. Ice", MORE, "3. Snow", MORE, "7. Rain", MORE),
    "one day": (DAYS["english"][0], "The winter of the ferry", MORE, MORE),
    "short lines in the middle": (MORE, MORE, "North mole", "Old quay", MORE),
}


@pytest.mark.parametrize("kind", SECTIONS)
def test_parts_of_one_article_are_no_articles(kind: str) -> None:
    assert not read_heads(SECTIONS[kind]).starts


def split(text: str) -> list[tuple[str, list[str]]]:
    """First words of each article of a text, and what of it is no text."""
    document, _ = read_text("a.txt", text.encode(), loose=True)
    assert document is not None
    return [
        (next(p.text for p in article.paragraphs if not p.aside), [p.text for p in article.paragraphs if p.aside])
        for article in split_document(document, Decisions())[0]
    ]


def test_numbers_and_labels_are_no_part_of_headlines_and_the_top_of_a_letter_is_no_article() -> None:
    items = ITEMS["english"]
    numbered = "\n\n".join(f"{n}. {item[0]}\n\n{item[1]}\n\n{MORE}" for n, item in enumerate(items, 1))
    assert split(f"THE MORNING LETTER\nIssue 212\n\n{numbered}\n") == [
        (items[0][0], ["THE MORNING LETTER", "Issue 212"]),
        *((item[0], []) for item in items[1:]),
    ]
    labelled = "\n\n".join(f"{n}\n\n{i[0]}\n\n{i[1]}\n\n{MORE}" for n, i in zip(("LOCAL", "ARTS"), items, strict=False))
    assert split(labelled) == [(items[0][0], ["LOCAL"]), (items[1][0], ["ARTS"])]


@pytest.mark.parametrize("mark", ["- {1}", "{0}. {1}", "• {1}"])
def test_headlines_that_a_list_of_contents_names_open_articles(mark: str) -> None:
    items = ITEMS["english"]
    contents = "\n".join(mark.format(n, item[0]) for n, item in enumerate(items, 1))
    text = "\n\n".join(f"{item[0]}\n\n{item[1]}\n\n{MORE}" for item in items)
    found = split(f"In this letter\n\n{contents}\n\n{text}\n")
    assert [first for first, _ in found] == [item[0] for item in items]
    assert found[0][1][0] == "In this letter"


@pytest.mark.parametrize(
    "texts",
    [
        ("The paper nailed to the door said", "SHUT FOR GOOD", "but nobody believed it."),
        ("Auf dem Zettel an der Tür stand", "GESCHLOSSEN", "doch niemand glaubte es."),
        ("En el papel de la puerta se leía", "CERRADO", "pero nadie lo creyó."),
        ("На двери висела записка", "ЗАКРЫТО", "но никто ей не поверил."),
    ],
)
def test_short_lines_in_mid_sentence_are_no_headings(texts: tuple[str, ...]) -> None:
    assert torn_lines((MORE, *texts, MORE)) == {1, 2, 3}
    head = f"The winter of the ferry\n\n{MORE}\n\n"
    found = split(head + "\n\n".join(texts) + f"\n\n{MORE}\n")
    assert len(found) == 1


def test_a_headline_over_a_byline_in_small_letters_is_not_torn() -> None:
    assert not torn_lines(("Lighthouse lit by the sun", "by Ada Quill", MORE))


@pytest.mark.parametrize("language", ITEMS)
def test_a_day_above_a_headline_is_the_day_of_its_article_and_no_text(language: str) -> None:
    parts = zip(DAYS[language], ITEMS[language], strict=True)
    text = "\n\n".join(f"{day}\n\n{title}\n\n{lead}\n\n{MORE}" for day, (title, lead) in parts)
    documents, found = read_any("a.txt", text.encode())
    read = split_all("a.txt", documents, found, Decisions())
    assert [(m.headline.value, m.date.value) for m in read.metas] == [
        (title, f"2026-03-0{n}") for n, (title, _) in enumerate(ITEMS[language], 2)
    ]
    bodies = [compose_body(article, meta) for article, meta in zip(read.articles, read.metas, strict=True)]
    assert bodies == [f"{lead}\n\n{MORE}\n" for _, lead in ITEMS[language]]


ONE = [
    "{head}\n\nBy Anna Beck\n\n{first}\n\n{second}\n\n{third}\n",
    "{head}\n\n{first}\n\n{second}\n",
    "{head}\n\n{first}\n\n{second}\n\n{third}\n",
    "{head}\nAnna Beck\n3 May 2026\n\n{first}\n\n{second}\n\n{third}\n",
]
WORDS = [
    (
        "Ferry to the islands will stop for the winter",
        "The ferry to the islands will stop in November, its owner said on Friday. It lost 2 million crowns.",
        "Islanders want the state to step in. They say that the school cannot go on without the boat.",
        "The minister of transport, Tove Lund, has promised an answer before Christmas.",
    ),
    (
        "Bakers of the old town get a new oven",
        "Three bakers of the old town have bought an oven together. It burns wood and was made in Lyon.",
        "Neighbours fear smoke. The council has measured the air twice and found nothing above the limit.",
        "The first loaves are sold on Sunday.",
    ),
    (
        "Der Fluss bekommt sein altes Bett zurück",
        "Die Gemeinde will den Fluss bis 2028 in sein altes Bett legen. Das kostet acht Millionen Euro.",
        "Bauern am Ufer sind dagegen. Sie verlieren vierzig Hektar Wiese und wollen klagen.",
        "Ein Gutachten wird im Herbst erwartet.",
    ),
]


@pytest.mark.parametrize("form", ONE)
@pytest.mark.parametrize("words", WORDS, ids=lambda words: words[0])
def test_a_text_with_one_headline_is_one_article(form: str, words: tuple[str, str, str, str]) -> None:
    """The commonest input of all: somebody pastes one article. Places that look like starts are listed, not cut."""
    head, first, second, third = words
    text = form.format(head=head, first=first, second=second, third=third)
    documents, found = read_any("a.txt", text.encode())
    assert len(split_all("a.txt", documents, found, Decisions()).articles) == 1
