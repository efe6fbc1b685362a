"""Names of columns and keys in many languages, and cells of unknown columns."""

import json

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.unused import UNKNOWN

COLUMNS = {
    "pl": "Tytuł;Treść;Autor;Źródło;Data publikacji;Link",
    "tr": "başlık;metin;muhabir;kaynak;yayın tarihi;bağlantı",
    "tr plain": "baslik;icerik;yazar;kaynak;yayin_tarihi;baglanti",
    "cs": "Titulek;Obsah;Autor;Zdroj;Datum vydání;Odkaz",
    "sk": "Nadpis;Text;Autor;Médium;Dátum;Odkaz",
    "hu": "Cím;Szöveg;Szerző;Forrás;Megjelenés dátuma;Hivatkozás",
    "el": "Τίτλος;Κείμενο;Συντάκτης;Πηγή;Ημερομηνία;Σύνδεσμος",
    "uk": "Назва;Текст статті;Автор;Джерело;Дата публікації;Посилання",
    "bg": "Заглавие;Съдържание;Автор;Издание;Дата;Връзка",
    "sv": "Rubrik;Brödtext;Författare;Tidning;Publiceringsdatum;Länk",
    "da": "Overskrift;Indhold;Forfatter;Avis;Udgivelsesdato;Link",
    "no": "Overskrift;Innhold;Forfatter;Kilde;Publiseringsdato;Lenke",
    "fi": "Otsikko;Sisältö;Kirjoittaja;Lähde;Julkaisupäivä;Linkki",
    "ro": "Titlu;Conținut;Autor;Sursă;Data publicării;Legătură",
    "ja": "見出し;記事本文;執筆者;掲載紙;掲載日;リンク",
    "ko": "제목;기사본문;기자;언론사;보도일;링크",
    "ar": "العنوان;نص الخبر;الكاتب;المصدر;تاريخ النشر;الرابط",
    "he": "כותרת;תוכן;מחבר;מקור;תאריך;קישור",
}
CELLS = ("Dam is sound", "Divers found the old dam sound on Tuesday.", "Ida Varro", "The Courier", "2026-03-02")
ADDRESS = "https://courier.example/dam"


@pytest.mark.parametrize("language", COLUMNS)
@pytest.mark.parametrize("form", ["table", "records"])
def test_columns_and_keys_are_known_in_many_languages(language: str, form: str) -> None:
    names = COLUMNS[language].split(";")
    cells = (*CELLS, ADDRESS)
    if form == "table":
        data = "\n".join((";".join(names), ";".join(cells))).encode()
    else:
        data = json.dumps([dict(zip(names, cells, strict=True))]).encode()
    documents, found = read_any("a.csv" if form == "table" else "a.json", data)
    assert not found
    (document,) = documents
    given = document.given
    assert (given.title, given.author, given.outlet, given.url) == (CELLS[0], CELLS[2], CELLS[3], ADDRESS)
    assert given.published.startswith("2026-03-02")
    assert [one.text for one in document.paragraphs] == [CELLS[1]]
    assert document.around == ()


def test_what_stands_in_unknown_columns_is_left_out_by_name() -> None:
    table = "Title;Text;Circulation;Tone\nDam is sound;Divers found the old dam sound.;28.450;good\n"
    documents, _ = read_any("a.csv", table.encode())
    around = [(one.text, one.aside) for one in documents[0].around]
    assert around == [("Circulation: 28.450", UNKNOWN), ("Tone: good", UNKNOWN)]


def test_writers_of_reference_managers_keep_all_parts_of_their_names() -> None:
    authors = [
        {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
        {"family": "Goethe", "given": "Otto", "dropping-particle": "von"},
        {"literal": "Water Board"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"jméno": "Petr Novák"},
        {"이름": "김철수"},
    ]
    (document,), _ = read_any("a.json", json.dumps([{"title": CELLS[0], "text": CELLS[1], "author": authors}]).encode())
    names = "Anna van den Berg, Otto von Goethe, Water Board, Martin King Jr., Petr Novák, 김철수"
    assert document.given.author == names
