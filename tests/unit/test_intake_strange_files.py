"""Files of programs that write in a way of their own: read as what they are, or refused as that."""

import json

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

TEXT = "La grue du quai reçoit son permis, a dit le conseil du port, et quarante personnes y trouveront un emploi."
NEXT = "Les pêcheurs demandent que le quai reste ouvert pendant les travaux, et que le bruit cesse à vingt heures."


def read(data: str, name: str) -> FileRead:
    documents, found = read_any(name, data.encode())
    return split_all(name, documents, found, Decisions())


def texts(done: FileRead) -> list[list[str]]:
    return [
        [p.markdown or p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped]
        for article, meta in zip(done.articles, done.metas, strict=True)
    ]


ADDRESS = "https://courrier.example/grue"
SAVED = {
    "a browser": f"<!-- saved from url=(0029){ADDRESS} --><html><head>",
    "SingleFile": f"<html><!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Wed\n--><head>",
    "WebScrapBook": f'<html lang="fr" data-scrapbook-source="{ADDRESS}" data-scrapbook-create="20260304"><head>',
    "Save Page WE": f'<html><head><meta name="savepage-url" content="{ADDRESS}">',
}


@pytest.mark.parametrize("program", SAVED)
def test_a_page_that_an_extension_saved_keeps_its_address(program: str) -> None:
    page = f"{SAVED[program]}<title>La grue</title></head><body><main><h1>La grue</h1><p>{TEXT}<p>{NEXT}</main></body>"
    assert [meta.url for meta in read(page, "a.html").metas] == [ADDRESS]


def test_a_chat_in_which_one_person_writes_is_no_json_and_no_article() -> None:
    lines = [f"[03.03.26, 09:12:{n}] Hafenfunk: {TEXT}" for n in (44, 45, 46)]
    done = read("\n".join(lines), "a.txt")
    assert done.articles == ()
    assert [why for _, why in done.refused] == [
        "it is a chat of 1 person with 3 messages: copy what it reports, without names and times"
    ]


@pytest.mark.parametrize("start", ["[1, 2, 3]", "[1.5, -2e3]", "[true, 1]"])
def test_lists_of_numbers_are_still_json(start: str) -> None:
    assert read(start, "a").refused
    assert not read(f"[2026.03.04, {TEXT}\n\n{NEXT}", "a").refused


def test_a_name_that_columns_share_is_that_of_the_one_without_a_known_name() -> None:
    table = (
        "Przegląd prasy;;;;\nArtykuł;;;Źródło;\nTytuł;Treść;Data;Nazwa;Link\n"
        f"Dźwig;{TEXT};03.03.2026;Kurier;https://kurier.example/1\n"
    )
    done = read(table, "a.csv")
    assert [(meta.outlet.value, meta.url) for meta in done.metas] == [("Kurier", "https://kurier.example/1")]
    assert [why for _, why in done.refused] == ["it is above the names of the columns"] * 2


COLUMNS = [
    ("Il consiglio del porto ha con-", "Due anni di trattative con i re-"),
    ("cesso lunedì sera la licenza", "sidenti sono finiti così. I pe-"),
    ("della seconda gru. I lavori", "scatori chiedono che la banchi-"),
    ("cominciano in giugno, dice", "na resti aperta di sera."),
    ("il presidente.", ""),
]
LEFT = (
    "Il consiglio del porto ha concesso lunedì sera la licenza della seconda gru. I lavori cominciano in giugno, "
    "dice il presidente."
)
RIGHT = (
    "Due anni di trattative con i residenti sono finiti così. I pescatori chiedono che la banchina resti aperta di "
    "sera."
)


def test_text_in_columns_is_read_column_by_column() -> None:
    page = "\n".join(f"{left:35}{right}".rstrip() for left, right in COLUMNS)
    head = "IL CORRIERE DI OLM            Venerdì 8 maggio 2026            Pag. 5"
    done = read(f"{head}\n\nLa gru ottiene la licenza\n\n{page}\n", "a.txt")
    assert texts(done) == [[LEFT, RIGHT]]
    assert [(meta.outlet.value, meta.date.value) for meta in done.metas] == [("IL CORRIERE DI OLM", "2026-05-08")]


TABLES = [
    [("Port", "Ships a day"), ("Olm", "forty-"), ("Norvik", "twelve"), ("Vessby", "none")],
    [("Ida Varro of Olm", "mayor of the town,"), ("Rolf Tamm of Norvik", "clerk of the port,"), ("Oda Quist", "pilot")],
]


@pytest.mark.parametrize("rows", TABLES, ids=["short", "names"])
def test_rows_of_a_table_are_no_columns_of_text(rows: list[tuple[str, str]]) -> None:
    page = "\n".join(f"{left:30}{right}" for left, right in rows)
    ((*_, table),) = texts(read(f"The ports of the coast\n\n{TEXT}\n\n{page}\n", "a.txt"))
    assert table.startswith("| ")


def test_a_download_of_a_page_of_facebook_has_letters_and_days() -> None:
    posts = [
        {"timestamp": 1772525520, "data": [{"post": TEXT}], "title": "Le Courrier a publié."},
        {"timestamp": 1772612000, "data": [], "attachments": [{"data": [{"media": {"description": NEXT}}]}]},
    ]
    written = json.dumps(json.loads(json.dumps(posts, ensure_ascii=False).encode().decode("latin-1")))
    done = read(written, "posts.json")
    assert texts(done) == [[TEXT], [NEXT]]
    assert [meta.date.value[:10] for meta in done.metas] == ["2026-03-03", "2026-03-04"]
    assert [one.text for one in done.left_out] == ["title of Facebook: Le Courrier a publié."]
    assert texts(read(json.dumps([{"text": "Ã© and Ã¨ are what is left of é and è in this text."}]), "a.json")) == [
        ["Ã© and Ã¨ are what is left of é and è in this text."]
    ]


def test_a_post_of_somebody_else_that_was_only_passed_on_is_counted_as_that() -> None:
    own = {"url": "https://social.example/1", "content": f"<p>{TEXT}</p>", "reblog": None}
    passed = {"url": "https://social.example/2", "content": "", "reblog": {"content": f"<p>{NEXT}</p>"}}
    done = read(json.dumps([own, passed]), "a.json")
    assert texts(done) == [[TEXT]]
    assert [where for where, _ in done.refused] == ["a.json: 1 boost (#2)"]
