"""The language of an article is what its format states or its words show; drafts name it if it is not the site's."""

import json

import pytest
from small_site import Case

from annotated_briefings.intake.cleaning.spoken import language_of_article, shown_language

TEXTS = {
    "en": "The harbour board has granted a licence for the second crane, after two years of talks and three new plans.",
    "de": "Die Hafenbrücke ist seit Freitagabend für den gesamten Verkehr gesperrt, weil Prüfer Rost gefunden haben.",
    "fr": "Le pont du port est fermé à toute circulation depuis vendredi soir, car les câbles sont rouillés.",
    "es": "El puente del puerto está cerrado al tráfico desde el viernes porque los cables están oxidados.",
    "it": "Il ponte del porto è chiuso al traffico da venerdì sera, perché i cavi sono stati trovati pieni di ruggine.",
    "pt": "A ponte do porto está fechada ao trânsito desde sexta-feira à noite, porque os cabos têm ferrugem.",
    "nl": "De havenbrug is sinds vrijdagavond voor al het verkeer gesloten, omdat er roest in de kabels is gevonden.",
    "ru": "Мост в порту закрыт для всего движения с вечера пятницы, потому что в тросах нашли ржавчину и трещины.",
    "ar": "أغلق جسر الميناء أمام حركة المرور منذ مساء يوم الجمعة بعد أن عثر المفتشون على الصدأ في الكابلات الرئيسية",
    "zh": "港口大桥自星期五晚上起对所有车辆关闭，因为检查人员在缆绳中发现了锈迹，修理需要六个星期。",
    "ja": "港の橋は金曜日の夜からすべての車に対して閉鎖されています。点検でケーブルにさびが見つかりました。",
    "ko": "항구 다리는 금요일 저녁부터 모든 차량에 대해 폐쇄되었다. 점검에서 케이블에 녹이 발견되었기 때문이다.",
}


@pytest.mark.slow
@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_text_of_one_or_two_sentences_shows_its_language(code: str, text: str) -> None:
    assert shown_language(text) == code


@pytest.mark.parametrize(
    "text", ["", "OSTMARK 2.25% 48,000", "Lund", "12 13 14", "港务局", "https://a.example/b/c/d/e/f/g/h"]
)
def test_what_is_too_short_or_no_text_shows_none(text: str) -> None:
    assert shown_language(text) == ""


@pytest.mark.parametrize(
    ("stated", "text", "code", "derived"),
    [
        ("de-AT", TEXTS["de"], "de", False),
        ("German", TEXTS["de"], "de", False),
        ("", TEXTS["de"], "de", True),
        ("de", "Kurz", "de", False),
        # A template says `en` on any page; a longer text knows better, a short one may be a quotation.
        ("en", TEXTS["de"] * 4, "de", True),
        ("en", TEXTS["de"], "en", False),
        ("nb", TEXTS["nl"], "nb", False),
        ("", "Kurz", "", True),
    ],
)
def test_a_longer_text_knows_better_than_its_template(stated: str, text: str, code: str, derived: bool) -> None:
    found = language_of_article(stated, text)
    assert (found.value, found.derived) == (code, derived)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "stated", "line", "derived"),
    [
        ("de", "", "lang: de\n", True),
        ("de", "de", "lang: de\n", False),
        ("ar", "", "lang: ar\n", True),
        ("en", "", "", False),
        ("en", "en-GB", "", False),
    ],
)
def test_a_draft_names_its_language_where_that_is_not_the_language_of_the_site(
    case: Case, code: str, stated: str, line: str, derived: bool
) -> None:
    record = {"title": "A", "text": TEXTS[code], "language": stated}
    (path,) = case.take_in("a.jsonl", json.dumps(record, ensure_ascii=False)).created
    text = (case.root / path).read_text(encoding="utf-8")
    assert ("lang: " in text) == bool(line)
    assert line in text
    assert ("lang" in text.partition("derived: [")[2].partition("]")[0].split(", ")) == derived


def test_a_page_of_another_script_is_read_from_its_own_side(case: Case) -> None:
    (path,) = case.take_in("a.txt", f"{TEXTS['ar']}\n\n{TEXTS['ar']}").created
    text = (case.root / path).read_text(encoding="utf-8")
    (case.root / path).write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    case.build()
    [name] = case.briefs()
    page = case.page(f"briefs/{name}/index.html").html
    assert page is not None
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
