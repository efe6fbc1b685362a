"""Words as the search folds, cuts and shortens them."""

from pathlib import Path
from unicodedata import category

import pytest
import yaml

from annotated_briefings.output.search.words import RULES, attached, fold, stem, tokens

FORMS = yaml.safe_load((Path(__file__).parents[1] / "data/search/forms.yaml").read_text(encoding="utf-8"))
ROWS = [
    (kind, language, row)
    for half in FORMS.values()
    for kind, rows in half.items()
    for language in rows
    for row in rows[language]
]
LETTERS = [sign for sign in map(chr, range(0x30000)) if category(sign)[0] in "LN"]


def cut(text: str) -> list[str]:
    return [token.word for token in tokens(text) if token.parts == 1]


def joined(text: str, language: str) -> list[str]:
    return [token.word for token in tokens(text, 0, language) if token.parts > 1]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "12,500 and 1,234,567.89", ["12500", "1234567"]),
        ("en", "12.500, 0.500 and 1,23,456", []),
        ("en", "in May 12 500 people, in 2024 500", []),
        ("en", "12\u202f500 and 12\u00a0500 and 12’500", ["12500"] * 3),
        ("de", "12.500 und 1.234.567,89", ["12500", "1234567"]),
        ("de", "12,500 und 1.2.345", []),
        ("fr", "12 500 et 12\u202f500", ["12500"] * 2),
        ("sv", "12 500 kronor", ["12500"]),
        ("", "12,500 12.500 12’500", ["12500"] * 3),
        ("en", "O’Brien's and D'Angelo", ["obrien", "dangelo"]),
        ("en", "we'll, can't, she'd, it's, they've, you're, I'm", []),
        ("en", "Xi'an, Shi'ite, rock'n", ["xian", "shiite", "rockn"]),
        ("fr", "l'eau d'une s'est qu'il L'Oréal", ["loreal"]),
        ("it", "dell'acqua D'Angelo", ["dangelo"]),
        ("uk", "п’ять", ["пять"]),
        ("tr", "Ankara'da", ["ankarada"]),
        ("en", "north-west, e\u2011mail, F-16, COVID-19", ["northwest", "email", "f16", "covid19"]),
        ("en", "re-sign, state-of-the-art, 2024-25, 16-year, a - b, a–b, x--y", []),
        ("de", "EU-Kommission, Ost-West-Konflikt", ["eukommission"]),
        ("zh", "东-京, 12,500东", []),
        ("fa", "کتاب\u200cها و می\u200cگویند", ["كتابها", "ميگويند"]),
        ("hi", "क्\u200cष", []),
    ],
)
def test_what_is_also_written_as_one_word_is_joined(language: str, text: str, words: list[str]) -> None:
    assert joined(text, language) == words


def test_a_joined_word_has_the_place_of_its_first_part_and_a_figure_that_of_its_last() -> None:
    found = [(token.word, token.at, token.parts) for token in tokens("The north-west of 12,500 isles", 10, "en")]
    assert found == [
        *(("the", 10, 1), ("north", 11, 1), ("west", 12, 1), ("northwest", 11, 2), ("of", 13, 1)),
        *(("12", 14, 1), ("500", 15, 1), ("12500", 15, 2), ("isles", 16, 1)),
    ]


def test_a_figure_is_also_a_word_with_the_sign_behind_it() -> None:
    rows = {
        "8% and 8 %": ["8%", "8%"],
        "8\u202f％, ٨٪, 增长8％": ["8%", "8%", "8%"],
        "1,234% and 12.5%": ["234%", "1234%", "5%"],
        "900°, 35‰": ["900°", "35‰"],
        "8  %, 8, a%, F16 %, x8%, % 8": [],
    }
    found = {text: [t.word for t in tokens(text, 0, "en") if not t.parts] for text in rows}
    assert {text: got for text, got in found.items() if got != rows[text]} == {}


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Bodø", "bodo"),
        ("Ærø", "AERO"),
        ("Łeba", "leba"),
        ("Đina", "dina"),
        ("Þorsteinn", "thorsteinn"),
        ("œuvre", "OEUVRE"),
        ("Schloßgarten", "SCHLOSSGARTEN"),
        ("Kırıkkale", "KIRIKKALE"),
        ("İsparta", "ısparta"),
        ("ﬁsh", "fish"),
        ("Ｒｅｄ", "red"),
        ("re\u00adport", "report"),
        ("cafe\u0301", "café"),
        ("أعلنت", "اعلنت"),
        ("المكتبة", "المكتبه"),
        ("بُنِيَت", "بنيت"),
        ("מים", "מימ"),
        ("ёлка", "ЕЛКА"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("١٢", "12"),
        ("मंज़ूरी", "मंजूरी"),
        ("पाँच", "पांच"),
    ],
)
def test_a_word_is_found_as_it_is_written_and_as_it_is_typed(written: str, typed: str) -> None:
    assert fold(written) == fold(typed) != ""


@pytest.mark.parametrize(("one", "other"), [("мой", "мои"), ("ガラス", "カラス"), ("パン", "バン"), ("ที่", "ที")])
def test_marks_that_make_another_letter_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.slow
def test_a_folded_word_is_one_word_and_folds_to_itself() -> None:
    again = [sign for sign in LETTERS if fold(fold(sign)) != fold(sign)]
    assert again == []
    broken = [sign for sign in LETTERS if fold(sign) and len({token.at for token in tokens(fold(sign))}) > 8]
    assert broken == []


def test_texts_are_cut_into_words() -> None:
    assert cut("O’Kerr's mid-April; 2,000!") == ["o", "kerr", "mid", "april", "2", "000"]
    assert cut("TSMC芯片") == ["tsmc", "芯", "芯片", "片"]
    assert cut("a_b  — ") == ["a", "b"]
    assert cut("") == []


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("turbine", "turbines")),
        ("en", ("city", "cities")),
        ("en", ("box", "boxes")),
        ("en", ("note", "notes")),
        ("en", ("quay", "quays")),
        ("en", ("closed", "closing")),
        ("en", ("borrow", "borrowed", "borrowing", "borrows")),
        ("de", ("haus", "hauser")),
        ("de", ("klage", "klagen")),
        ("fr", ("chateau", "chateaux")),
        ("fr", ("cheval", "chevaux")),
        ("es", ("camion", "camiones")),
        ("es", ("calle", "calles")),
        ("es", ("luz", "luces")),
        ("es", ("ley", "leyes")),
        ("es", ("autobús", "autobuses")),
        ("es", ("clase", "clases")),
        ("fr", ("loi", "lois")),
        ("tr", ("gemi", "gemiler")),
        ("ru", ("река", "реку", "реки")),
        ("ar", ("مدير", "المدير", "والمدير")),
        ("he", ("ספרייה", "הספרייה")),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: tuple[str, ...]) -> None:
    assert len({stem(fold(form), language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("new", "news")),
        ("en", ("not", "note")),
        ("en", ("plan", "plane")),
        ("en", ("corn", "corner")),
        ("en", ("even", "evening")),
        ("en", ("unit", "united")),
        ("en", ("car", "care")),
        ("en", ("mid", "midterm")),
        ("fr", ("port", "porte")),
        ("fr", ("fil", "fils")),
        ("fr", ("moi", "mois")),
        ("fr", ("cour", "cours")),
        ("de", ("stur", "steuer")),
        ("ar", ("مكتب", "مكتبة")),
        ("zh", ("电缆", "电")),
    ],
)
def test_other_words_have_other_stems(language: str, words: tuple[str, ...]) -> None:
    assert len({stem(fold(word), language) for word in words}) == len(words)


@pytest.mark.parametrize(("kind", "language", "row"), ROWS)
def test_forms_of_a_word_are_told_apart_from_words_that_look_alike(kind: str, language: str, row: str) -> None:
    stems = {stem(fold(word), language) for word in row.split()}
    assert (len(stems) == 1) == (kind == "same"), stems


def test_a_form_is_a_folded_word_of_another_one() -> None:
    for language, rules in RULES["languages"].items():
        assert [form for form, word in rules["forms"].items() if form == word or fold(form) != form] == [], language


def test_every_ending_leaves_a_word() -> None:
    for language, rules in RULES["languages"].items():
        for ending, other, least in (*rules["endings"], *rules.get("finals", ())):
            assert least + len(other) > 0, (language, ending)
            assert fold(ending) == ending, (language, ending)
        assert all(least > 0 and fold(beginning) == beginning for beginning, least in rules["beginnings"]), language


def test_what_is_perhaps_attached_is_left_out_where_enough_is_left() -> None:
    rows = {
        ("he", "בחיפה"): ("חיפה",),
        ("he", "ובנמל"): ("בנמל", "נמל"),
        ("he", "בקשה"): (),
        ("he", "בית"): (),
        ("ar", "لبيروت"): ("بيروت",),
        ("ar", "ورئيس"): ("رئيس",),
        ("ar", "الشركات"): ("شرك", "شركه"),
        ("ar", "لجنة"): (),
        ("en", "lodging"): (),
    }
    found = {row: attached(fold(row[1]), row[0]) for row in rows}
    assert {row: got for row, got in found.items() if got != tuple(sorted(map(fold, rows[row])))} == {}
