"""What lists of numbers, publishers and neighbours show."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from small_site import BASE, Case

from annotated_briefings.site.pages.charts import ring_view
from annotated_briefings.site.views.parts import LinkView

PLANT = {"en": "12,500.5", "de": "12.500,5", "fr": "12 500,5", "zh": "12,500.5", "ar": "12500.5", "es": "12.500,5"}
"""One number as it is typed in six languages."""
SHOWN = {"en": "€145 million", "de": "145 Mio. €", "zh": "1.45亿欧元", "fr": "145 M €"}
"""Another one as it is read in four."""


def page_of(case: Case, path: str) -> Tag:
    return BeautifulSoup((case.root / "_site" / path / "index.html").read_text(encoding="utf-8"), "html.parser")


def numbers_on(case: Case, path: str) -> set[str]:
    return {" ".join(found.get_text().split()) for found in page_of(case, path).select("main th[scope=row] bdi")}


@pytest.mark.parametrize("language", list(SHOWN))
def test_one_number_has_one_spelling_on_a_list_whatever_its_briefs_are_written_in(
    tmp_path: Path, language: str
) -> None:
    case = Case(tmp_path, f"title: A\nbase_url: {BASE}\nlanguage: {language}\n")
    case.write("briefings/entities.yaml", "verin: {name: Verin, type: place}\n")
    for tag in PLANT:
        cost = "{value: 145, unit: EUR million, what: cost of the pier}"
        length = f"{{value: '{PLANT[tag]}', unit: MW, what: power of the plant}}"
        head = f"title: In {tag}\nlang: {tag}\ndate: 2026-03-01\nentities: [Verin]\nfigures: [{cost}, {length}]"
        case.brief(f"in-{tag}", head, "Verin.\n")
    case.build()
    power = {"en": "12,500.5 MW", "de": "12.500,5 MW", "zh": "12,500.5 MW", "fr": "12 500,5 MW"}[language]
    for path in ("figures", "entities/verin"):
        assert numbers_on(case, path) <= {SHOWN[language], power}, path
    histories = [page.name for page in (case.root / "_site/figures/of").iterdir() if page.is_dir()]
    assert [len(numbers_on(case, f"figures/of/{name}")) for name in histories] == [1, 1]
    # A brief has the numbers of its own language.
    assert numbers_on(case, "briefs/in-de") == {SHOWN["de"], "12.500,5 MW"}


def test_sources_that_disagree_are_shown_in_the_words_around_the_brief(tmp_path: Path) -> None:
    case = Case(tmp_path)
    values = "".join(
        f"  - {{value: {value}, unit: EUR million, what: Kosten, as_of: 2026-03, source: {n}}}\n"
        for n, value in ((1, 145), (2, 178))
    )
    head = f"title: A\nlang: de\ndate: 2026-03-01\nsources: [{{outlet: P}}, {{outlet: Q}}]\nfigures:\n{values}"
    case.brief("a", head)
    case.build()
    found = page_of(case, "briefs/a").select_one(".disagreement")
    assert found is not None
    text = " ".join(found.get_text().split())
    assert [words for words in ("145 Mio. €", "März 2026", "Nicht geprüft: P") if words not in text] == []


def test_a_brief_with_several_reports_of_a_publisher_is_listed_once_there(tmp_path: Path) -> None:
    case = Case(tmp_path)
    for name in ("a", "b"):
        sources = "sources: [{outlet: Port Times, title: One}, {outlet: Port Times, title: Two}, {outlet: Wire}]"
        case.brief(name, f"title: Brief {name}\ndate: 2026-03-01\n{sources}")
    case.build()
    items = page_of(case, "sources/port-times").select(".reports > li")
    assert [item.select(".card-title")[0].get_text() for item in items] == ["Brief a", "Brief b"]
    assert [re.findall("One|Two", item.get_text()) for item in items] == [["One", "Two"]] * 2


def ring(*names: str) -> list[tuple[str, ...]]:
    nodes = ring_view([LinkView(name, "/", "1") for name in names])
    return [tuple(line.text for line in node.lines) for node in nodes]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Tideworks", ("Tideworks",)),
        ("Dockers’ Union", ("Dockers’ Union",)),
        ("Coastal Bank of Verin", ("Coastal Bank", "of Verin")),
        ("Port Authority of the Eastern Estuary", ("Port Authority", "of the Easter…")),
        ("Donaudampfschifffahrtsgesellschaft", ("Donaudampfsch…",)),
        ("The Donaudampfschifffahrtsgesellschaft", ("The", "Donaudampfsch…")),
        ("国家互联网信息办公室", ("国家互联网信", "息办公室")),
        ("国家互联网信息办公室北京市分支机构", ("国家互联网信", "息办公室北京…")),
        ("Островная верфь", ("Островная", "верфь")),
        ("محطة المد والجزر", ("محطة المد", "والجزر")),
    ],
)
def test_a_name_on_the_ring_is_whole_where_two_lines_hold_it(name: str, lines: tuple[str, ...]) -> None:
    assert ring(name) == [lines]


@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize("names", [["Coastal Bank of Verin"], ["Tideworks", "Coastal Bank of Verin"], ["Tideworks"]])
def test_names_on_the_ring_never_meet(count: int, names: list[str]) -> None:
    names = [names[at % len(names)] for at in range(count)]
    boxes = []
    for node in ring_view([LinkView(name, "/", "1") for name in names]):
        assert 1 <= len(node.lines) <= 2
        for line in node.lines:
            width = 7.5 * 14
            left = {"start": line.x, "end": line.x - width, "middle": line.x - width / 2}[node.anchor]
            boxes.append((left, left + width, line.y - 12, line.y + 3))
            assert 0 <= line.y <= 317
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert not (one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3])
