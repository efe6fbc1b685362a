"""Lines that name the source of the article above them, in all languages of the table of labels."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels import LabelRole, closing_outlet, table
from annotated_briefings.intake.reading import split_all

LABELS = {language: own[LabelRole.OUTLET][0] for language, own in table().items() if own.get(LabelRole.OUTLET)}
LABELS |= {"ca": "font"}  # the first of its labels is one of papers: `Diari Nou` is a name
FORMS = (
    "{label}: {outlet}",
    "{label} : {outlet}",
    "{label}：{outlet}",
    "({label}: {outlet})",
    "[{label}: {outlet}]",
    "（{label}：{outlet}）",
    "— {label}: {outlet}",
    "*{label}: {outlet}*",
    "{label} {outlet}",
    "({label} {outlet})",
)
OUTLETS = ("Ostblick", "Harbour Letter", "La Vigie du Nord")
ITEMS = (
    ("Lighthouse runs on the sun", "The lighthouse of Skarholm will run on the sun from June, its guard said."),
    ("Choir sings for the old mill", "A choir of 300 children sang in the old mill of Lervik to keep it open."),
    ("Herring thaws in the tunnel", "Two trucks with frozen herring collided in the tunnel under the fjord."),
)
MORE = {
    ITEMS[0][0]: "Its keeper, Ilse Maar, says that the old lamp burned 900 litres of oil a year.",
    ITEMS[1][0]: "The owner wants to sell it to a hotel, and the council decides about that in May.",
    ITEMS[2][0]: "Nobody was hurt, but the road was closed until noon and smelled for a week.",
}


def articles_of(text: str) -> list[tuple[str, str, str]]:
    """Headline, outlet and day of the articles of a text."""
    documents, found, *_ = read_any("dump.txt", text.encode())
    read = split_all("dump.txt", documents, found, Decisions(()))
    return [(meta.headline.value, meta.outlet.value, meta.date.value) for meta in read.metas]


def dump(lines: tuple[str, ...], top: str = "", number: str = "") -> str:
    items = zip(ITEMS, lines, strict=True)
    parts = [
        f"{number.format(n=n)}{title}\n\n{lead}\n\n{MORE[title]}\n\n{line}"
        for n, ((title, lead), line) in enumerate(items, 1)
    ]
    return "\n\n".join([top, *parts] if top else parts) + "\n"


@pytest.mark.parametrize("language", LABELS)
def test_a_line_below_each_article_names_its_outlet(language: str) -> None:
    for form in FORMS:
        lines = tuple(form.format(label=LABELS[language].capitalize(), outlet=outlet) for outlet in OUTLETS)
        assert [closing_outlet(line) for line in lines] == list(OUTLETS), form
    expected = [(title, outlet, "") for (title, _), outlet in zip(ITEMS, OUTLETS, strict=True)]
    for form in (FORMS[0], FORMS[8]):
        lines = tuple(form.format(label=LABELS[language].capitalize(), outlet=outlet) for outlet in OUTLETS)
        assert articles_of(dump(lines)) == expected, form


@pytest.mark.parametrize(
    "mark", ["{n}/ ", "{n}. ", "{n}) ", "{n} - ", "{n}: ", "№ {n} ", "N° {n} – ", "Nr. {n} ", "#{n} "]
)
def test_a_number_before_a_headline_and_the_edition_above_all_are_no_headline(mark: str) -> None:
    lines = tuple(f"Source: {outlet}" for outlet in OUTLETS)
    assert articles_of(dump(lines, "MORNING NEWS OF MONDAY 2 MARCH 2026", mark)) == [
        (title, outlet, "") for (title, _), outlet in zip(ITEMS, OUTLETS, strict=True)
    ]


@pytest.mark.parametrize("marks", ["①②③", "❶❷❸"])
def test_numbers_in_rings_count_articles(marks: str) -> None:
    text = "\n\n".join(
        f"{mark} {title}\n\n{lead}\n\n{MORE[title]}" for mark, (title, lead) in zip(marks, ITEMS, strict=True)
    )
    assert [title for title, *_ in articles_of(text)] == [title for title, _ in ITEMS]


def test_a_closing_line_with_a_day_tells_both() -> None:
    lines = tuple(f"Quelle: {outlet}, {day}.03.2026" for day, outlet in enumerate(OUTLETS, 2))
    assert [found[1:] for found in articles_of(dump(lines))] == [
        (outlet, f"2026-03-0{day}") for day, outlet in enumerate(OUTLETS, 2)
    ]


def test_further_facts_below_the_text_belong_to_the_article_above() -> None:
    lines = tuple(f"Source: {outlet}\nhttps://paper.example/{n}" for n, outlet in enumerate(OUTLETS))
    assert [found[:2] for found in articles_of(dump(lines))] == [
        (title, outlet) for (title, _), outlet in zip(ITEMS, OUTLETS, strict=True)
    ]


def test_a_source_at_the_head_belongs_to_the_article_below() -> None:
    text = "\n\n".join(
        f"{title}\nSource: {outlet}\n\n{lead}\n\n{MORE[title]}"
        for (title, lead), outlet in zip(ITEMS, OUTLETS, strict=True)
    )
    assert [found[:2] for found in articles_of(text)] == [
        (title, outlet) for (title, _), outlet in zip(ITEMS, OUTLETS, strict=True)
    ]


@pytest.mark.parametrize(
    "line", ["Source: figures of the ministry", "Sources say that the mill is sold.", "Fonte nova"]
)
def test_the_source_of_figures_below_one_article_is_no_outlet(line: str) -> None:
    title, lead = ITEMS[0]
    assert articles_of(f"{title}\n\n{lead}\n\n{MORE[title]}\n\n{line}\n")[0][1] == ""
