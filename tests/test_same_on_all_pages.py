"""What several pages tell of one thing is the same on each of them, in words that fit what stands beside it."""

from pathlib import Path

import pytest
from small_site import Case

LANGUAGES = {"en": "Mentioned", "de": "Erwähnt", "fr": "Cités", "es": "Mencionados", "zh": "提及", "ar": "ورد ذكره"}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    found = Case(tmp_path)
    found.write("briefings/entities.yaml", "quay: {name: Quay, type: place}\n")
    fix = "corrections: [{date: 2026-11-25, was: three, now: four}]"
    head = f"date: 2026-11-20\nstory: gate\nentities: {{about: [Quay]}}\n{fix}"
    found.brief("gate", f"title: The gate\n{head}", "The Quay is open.\n")
    return found


@pytest.mark.parametrize("page", ["", "stories/gate/", "entities/quay/", "corrections/"])
def test_a_correction_has_its_own_day_on_every_page_that_lists_it(case: Case, page: str) -> None:
    items = case.build().page(f"{page}index.html").select("li")
    [item] = [one for one in items if one.select(".change")]
    assert [one["datetime"] for one in item.select("time")] == ["2026-11-25"]
    assert [one.get_text() for one in item.select(".meta a")] == ["The gate"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_also_mentioned_where_nothing_stands_before_it(case: Case, language: str) -> None:
    case.brief("gate", "title: The gate\ndate: 2026-11-20\nentities: [Quay]", "The Quay is open.\n")
    case.write("site.yaml", f"title: Case\nbase_url: https://pages.example/briefs\nlanguage: {language}\n")
    case.brief(
        "about", "title: About\ndate: 2026-11-20\nentities: {about: [Quay], mentions: [Gull]}", "Quay and Gull.\n"
    )
    case.write("briefings/entities.yaml", "quay: {name: Quay, type: place}\ngull: {name: Gull, type: company}\n")
    case.build()
    pages = (case.page(f"briefs/{name}/index.html") for name in ("gate", "about"))
    [alone], [beside] = ([one.get_text() for one in page.select(".subjects dt")] for page in pages)
    assert alone == LANGUAGES[language]
    assert beside != alone
