"""What differs by language on pages: marks, citations, times and names in a row."""

import pytest
from small_site import Case

from annotated_briefings.base.sentences import sentence_starts

CITED = {
    "en": "“Harbour opens”. Gazette. May 1, 2026. https://p.example/briefs/a/",
    "de": "„Harbour opens“. Gazette. 1. Mai 2026. https://p.example/briefs/a/",
    "fr": "«\u00a0Harbour opens\u00a0». Gazette. 1 mai 2026. https://p.example/briefs/a/",
    "es": "«Harbour opens». Gazette. 1 de mayo de 2026. https://p.example/briefs/a/",
    "zh": "《Harbour opens》。Gazette。2026年5月1日。 https://p.example/briefs/a/",
    "ar": "«Harbour opens». Gazette. 1 مايو 2026. https://p.example/briefs/a/",
    "nl": "“Harbour opens”. Gazette. 1 mei 2026. https://p.example/briefs/a/",
}
IN_A_ROW = {
    "en": "Sources: Example Courier, Wire One",
    "de": "Quellen: Example Courier, Wire One",
    "fr": "Sources\u00a0: Example Courier, Wire One",
    "es": "Fuentes: Example Courier, Wire One",
    "zh": "来源：Example Courier、Wire One",
    "ar": "المصدران: Example Courier، Wire One",
}


def reported(case: Case, language: str, head: str = "") -> None:
    case.write(
        "site.yaml", f"title: Gazette\nbase_url: https://p.example\nlanguage: {language}\ntime_zone: Asia/Dubai\n"
    )
    sources = "sources: [{outlet: Example Courier}, {outlet: Wire One}]"
    case.brief("a", f"title: Harbour opens\ndate: 2026-05-01\n{sources}\n{head}")


@pytest.mark.parametrize("language", CITED)
def test_a_citation_is_in_the_marks_of_the_language_and_each_part_keeps_its_direction(
    case: Case, language: str
) -> None:
    """Nothing of a citation is torn apart where scripts of two directions meet. (IL)"""
    reported(case, language)
    case.build()
    [cited] = case.page("briefs/a/index.html").select(".citation")
    assert cited.get_text() == CITED[language]
    loose = [str(text).strip(" .。") for text in cited.find_all(string=True, recursive=False)]
    assert "".join(loose) == ""


@pytest.mark.parametrize("language", IN_A_ROW)
def test_names_in_a_row_are_joined_by_the_sign_of_the_language(case: Case, language: str) -> None:
    """Chinese lists names with its enumeration comma, Arabic with its own. (IL)"""
    reported(case, language)
    case.build()
    assert IN_A_ROW[language] in [
        span.get_text() for span in case.page("briefs/a/index.html").select(".dateline > span")
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "under embargo until Dec 24, 2026, 12:00\u202fPM (Asia/Dubai)"),
        ("de", "gesperrt bis 24.12.2026, 12:00 (Asia/Dubai)"),
        ("zh", "2026年12月24日 12:00 (Asia/Dubai) 前禁止发布"),
    ],
)
def test_a_moment_is_told_in_the_time_zone_of_the_site(case: Case, language: str, expected: str) -> None:
    """An editor reads the time on the clock of the desk. (IL)"""
    reported(case, language, "embargo_until: 2026-12-24T12:00")
    case.build(drafts=True)
    assert expected in case.page("briefs/a/index.html").select(".banner")[0].get_text()


@pytest.mark.parametrize("language", ["en", "de", "nl", "he"])
def test_the_page_of_a_site_says_its_language_whether_its_words_are_known_or_not(case: Case, language: str) -> None:
    """Browsers divide words and choose quotation marks by it. (IL)"""
    reported(case, language)
    case.build()
    html = case.page("briefs/a/index.html").html
    assert html is not None
    assert (html["lang"], html["dir"]) == (language, "rtl" if language == "he" else "ltr")
    assert [line.partition(": ")[2] for line in case.reported("no-words")] == (
        []
        if language in ("en", "de")
        else [f"hint[no-words]: no words are known for `language: {language}`; headings and labels are in English"]
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Der Rat vertagte auf den 3. März. Dann ging er heim.", 2),
        ("Am 3. Oktober öffnet der Hafen.", 1),
        ("Im 2. Quartal sank der Wert. Im 3. Quartal stieg er.", 2),
        ("Es waren 3. Danach kamen mehr.", 2),
    ],
)
def test_a_german_ordinal_ends_no_sentence(text: str, count: int) -> None:
    """A page of a name shows whole sentences. (IL)"""
    assert len(sentence_starts(text)) == count


def test_code_keeps_its_shape_and_can_be_scrolled_by_keys(case: Case) -> None:
    """Lines of code are not wrapped; what does not fit is reached without a mouse."""
    case.brief("a", "title: A\ndate: 2026-05-01", "Code:\n\n```python\ndef f(x):\n    return x\n```\n")
    case.build()
    [code] = case.page("briefs/a/index.html").select(".text pre")
    assert code["tabindex"] == "0"
    assert code.get_text() == "def f(x):\n    return x\n"
