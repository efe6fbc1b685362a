"""Fields of press databases and monitors at the head of plain texts, in the languages that the table of labels has."""

import pytest

from annotated_briefings.intake.compose import compose_body
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.headers import Header, read_headers
from annotated_briefings.intake.labels import is_database_field, table
from annotated_briefings.intake.reading import split_all

LABELS = {
    "nl": "Titel|Bron|Datum|Auteur|Pagina|Editie|Oplage|Trefwoorden",
    "fr": "Titre |Source |Date |Auteur |Type de publication |Mots-clés |Tirage |Édition ",
    "de": "Titel|Quelle|Erscheinungstag|Autor|Medientyp|Verbreitete Auflage|Seite(n)|Schlagwörter",
    "es": "Título|Medio|Fecha de publicación|Autor|Página|Edición|Fecha de carga|Tirada",
    "it": "Titolo|Testata|Data|Autore|Pagina|Argomento|Tiratura|Parole chiave",
    "pt": "Título|Fonte|Data|Autor|Caderno|Página|Tiragem|Assunto",
    "sv": "Rubrik|Källa|Datum|Författare|Sida|Ämnesord|Upplaga|Utgivningsort",
    "da": "Overskrift|Medie|Dato|Journalist|Side|Emneord|Sektion|Oplag",
    "no": "Tittel|Kilde|Dato|Forfatter|Side|Emneord|Opplag|Dokumenttype",
    "fi": "Otsikko|Lähde|Päivämäärä|Kirjoittaja|Sivu|Asiasanat|Levikki|Julkaisupaikka",
    "pl": "Tytuł|Źródło|Data|Autor|Strona|Słowa kluczowe|Wydanie|Nakład",
    "cs": "Titulek|Zdroj|Datum|Autor|Strana|Klíčová slova|Vydání|Náklad",
    "hu": "Cím|Forrás|Dátum|Szerző|Oldal|Kulcsszavak|Példányszám|Évfolyam",
    "ro": "Titlu|Sursa|Data|Autor|Pagina|Cuvinte cheie|Tiraj|Ediția",
    "tr": "Başlık|Kaynak|Tarih|Yazar|Sayfa|Tiraj|Anahtar kelimeler|Baskı",
    "ru": "Заголовок|Источник|Дата|Автор|Полоса|Тираж|Ключевые слова|Регион",
    "el": "Τίτλος|Πηγή|Ημερομηνία|Συντάκτης|Σελίδα|Κυκλοφορία|Θέμα|Λέξεις-κλειδιά",
}
FACTS = ("Weir at Kelby stays open", "Kelby Courier", "14.03.2026", "Ada Holm")
OTHERS = ("4", "21.400", "xqa", "xqb")
TEXT = (
    "The weir at Kelby has stood open since Saturday, because its motor burnt out. The board expects two weeks of work."
    "\n\nBarges take the canal meanwhile, said the owner of the yard."
)


def _read(text: str) -> list[tuple[str, str, str, str, str]]:
    documents, found = read_any("in.txt", text.encode())
    read = split_all("in.txt", documents, found, Decisions())
    return [
        (
            meta.headline.value,
            meta.outlet.value,
            meta.date.value,
            meta.author.value,
            compose_body(article, meta).strip(),
        )
        for article, meta in zip(read.articles, read.metas, strict=True)
    ]


def _fields(labels: str) -> list[str]:
    return [f"{label}: {value}" for label, value in zip(labels.split("|"), (*FACTS, *OTHERS), strict=True)]


RIGHT = (FACTS[0], FACTS[1], "2026-03-14", FACTS[3], TEXT)


@pytest.mark.slow
def test_fields_in_any_language_are_facts_of_a_text_or_left_out_whatever_their_order() -> None:
    wrong: dict[str, object] = {}
    for language, labels in LABELS.items():
        lines = _fields(labels)
        turned = [*lines[4:6], *lines[1:4], lines[0], *lines[6:]]
        second = [line.replace(FACTS[0], "Ferry at Lund runs again").replace("Ada Holm", "Jo Marsh") for line in lines]
        for name, text, right in (
            ("as it is", "\n".join(lines), [RIGHT]),
            ("headline last", "\n".join(turned), [RIGHT]),
            ("apart", "\n\n".join(lines), [RIGHT]),
            (
                "two",
                "\n".join(lines) + f"\n\n{TEXT}\n\n" + "\n".join(second),
                [RIGHT, ("Ferry at Lund runs again", FACTS[1], "2026-03-14", "Jo Marsh", TEXT)],
            ),
        ):
            got = _read(f"{text}\n\n{TEXT}\n")
            if got != right:
                wrong[f"{language}, {name}"] = got
    assert wrong == {}


def test_a_name_of_several_fields_means_what_it_does_in_the_language_of_its_block() -> None:
    block = ["Rubrik: Bron stängd", "Källa: Orust Blad", "Författare: Eva Lind"]
    assert [one.field for one in read_headers(block).values()] == ["title", "outlet", "author"]
    block = ["Rubrik: Lokales", "Quelle: Orust Blatt", "Verfasser: Eva Lind"]
    assert [one.field for one in read_headers(block).values()] == ["", "outlet", "author"]


@pytest.mark.parametrize("line", ["Thema: Wasser", "Note: read on", "Stadt: Brakede", "Company: Acme", "Tone: upbeat"])
def test_words_that_begin_other_lines_are_fields_beside_fields_alone(line: str) -> None:
    assert read_headers([line]) == {}
    assert read_headers(["A line.", line, "Title: Weir", "Date: 2026"]).keys() >= {2, 3}
    block = ["Title: Weir", "Source: Courier", line, "Date: 2026"]
    assert read_headers(block)[2] == Header("", line.partition(": ")[2])


def test_a_sentence_below_fields_is_text_whatever_it_begins_with() -> None:
    lines = [
        "Title: Weir",
        "Source: Courier",
        "Date: 2026",
        "Answer: the board has no money for a new motor this year.",
    ]
    assert read_headers(lines).keys() == {0, 1, 2}


def test_the_outlet_may_have_its_day_behind_it() -> None:
    [(_, outlet, day, *_)] = _read(f"Titel: Weir at Kelby\nQuelle: Kelby-Bote, 14.03.2026\nSeite: 11\n\n{TEXT}\n")
    assert (outlet, day) == ("Kelby-Bote", "2026-03-14")


def test_no_name_of_such_a_field_names_a_fact_of_briefs_too() -> None:
    facts = {role: names for own in table().values() for role, names in own.items() if role != "updated"}
    assert [name for names in facts.values() for name in names if is_database_field(name)] == []
