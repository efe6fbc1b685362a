"""Texts in the other form of Unicode: letters with their accents apart are the same letters."""

import json
from unicodedata import normalize

import pytest

from annotated_briefings.intake.cleaning.days import OPEN
from annotated_briefings.intake.cleaning.plain import composed
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.library import Seen
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.proofs import text_digest
from annotated_briefings.intake.reading import FileRead, Piece, read_batch

TEXTS = {
    "fr": ("Étretat ferme la digue", "La préfète a signé l’arrêté sur la pêche côtière à Étretat jeudi matin."),
    "vi": ("Cầu cảng cũ đóng cửa", "Hội đồng thành phố hôm thứ ba quyết định đóng cầu cảng cũ vào tháng năm tới."),
    "ko": ("옛 부두 폐쇄", "시의회는 화요일에 옛 부두를 오월에 폐쇄하기로 만장일치로 결정했다고 밝혔다."),
    "ja": ("港のビルが閉まる", "市議会は火曜日、港の古いビルを来年の春に閉じることを全会一致で決めたと発表した。"),
    "el": ("Κλείνει η γέφυρα", "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη ότι η παλιά γέφυρα θα κλείσει τον Μάιο."),
    "ru": ("Йодный завод закрыт", "Совет постановил во вторник, что йодный завод у старой пристани закроют весной."),
    "hi": ("पुराना क़िला बंद", "नगर परिषद ने मंगलवार को फ़ैसला किया कि पुराना क़िला मई में बंद किया जाएगा।"),
}
FORMATS = {
    "txt": lambda title, text: f"Title: {title}\nDate: 2026-03-03\n\n{text}\n",
    "md": lambda title, text: f"---\ntitle: {title}\n---\n{text}\n",
    "html": lambda title, text: (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
    ),
    "json": lambda title, text: json.dumps([{"title": title, "text": text}], ensure_ascii=True),
}


def read(ending: str, title: str, text: str) -> FileRead:
    piece = Piece(f"a.{ending}", FORMATS[ending](title, text).encode())
    return read_batch(((piece,), Decisions(), (), OPEN))[0]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("ending", FORMATS)
def test_both_forms_of_a_text_are_one_article(ending: str, language: str) -> None:
    whole, apart = (
        read(ending, *(normalize(form, text) for text in TEXTS[language])).articles for form in ("NFC", "NFD")
    )
    assert [(a.id, a.text, a.given.title) for a in whole] == [(a.id, a.text, a.given.title) for a in apart]
    assert whole
    assert apart[0].text == normalize("NFC", apart[0].text)


def test_a_chinese_sign_of_which_a_name_has_another_form_stays_as_it_is_written() -> None:
    name = "\ufa19田"
    assert composed(f"{name} se\u0301") == f"{name} s\u00e9"


def test_the_end_of_a_tag_stays_one_before_a_stroke() -> None:
    assert composed("<p>\u0338e\u0301</p>") == "<p>\u0338\u00e9</p>"


def test_an_article_that_was_collected_before_in_the_other_form_is_known() -> None:
    text = "La préfète a signé l’arrêté."
    digest = text_digest(normalize("NFD", text))
    stated = Origin(url="https://port.example/a")
    known = Entry("0123456789ab", "a.txt", "", "brief", "briefings/a.md", "", 1.0, 5, b"", url=stated.url, text=digest)
    assert Seen([known]).find("ba9876543210", text, stated) == known
