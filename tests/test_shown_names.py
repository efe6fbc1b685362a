"""A wikilink that is written as a slug shows the headline wherever its text appears, not on the page alone."""

import json
import re

import pytest
from small_site import Case

SLUG = "qx-unit-zw"
TITLE = "The makers close their unit"
FIELDS = f"""\
why_it_matters: Since [[{SLUG}]] nothing is sure.
what_next: After [[{SLUG}]] more may follow.
unknowns: ["Who knew of [[{SLUG}]]?"]
entities: {{mentions: [Oppo]}}
key_points:
  - text: Since [[{SLUG}]], Oppo hires again.
annotations:
  - quote: others think again
    note: See [[{SLUG}]] for the first.
  - quote: Nobody follows
    note: A second remark on [[{SLUG}]].
answers:
  - {{question: Who closes it?, answer: "As [[{SLUG}]] says."}}"""
BODY = f"""\
After [[{SLUG}]] Oppo and others think again.

Nobody follows [[{SLUG}]] so soon; Oppo waits for [[{SLUG}|that unit]].
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    case = Case(tmp_path_factory.mktemp("names"))
    case.write("briefings/entities.yaml", "oppo: {name: Oppo, type: company}\n")
    case.brief(SLUG, f'title: {TITLE}\ndate: 2026-03-14\nunknowns: ["Who closes it?"]', "They close it.\n")
    case.brief("next", f"title: What follows\ndate: 2026-03-15\n{FIELDS}", BODY)
    return case.build(search=True)


def test_no_published_file_shows_the_slug_of_a_link_as_words(case: Case) -> None:
    shown = re.compile(rf"(?<![/:\w-]){SLUG}(?![/\w.-])")
    names_of_files = ("_redirects", "sitemap.xml")
    found = {
        name: shown.search(content.decode())
        for name, content in case.files().items()
        if name.endswith((".html", ".md", ".json", ".xml", ".js", ".txt")) and name not in names_of_files
    }
    assert {name: hit.string[hit.start() - 60 : hit.end() + 20] for name, hit in found.items() if hit} == {}


def test_the_selectors_of_notes_have_the_words_of_the_page(case: Case) -> None:
    items = json.loads(case.files()["briefs/next/annotations.json"])["items"]
    selectors = [item["target"]["selector"][0] for item in items]
    assert [(one["prefix"], one["suffix"]) for one in selectors if "prefix" in one] == [
        (f"r {TITLE} Oppo and "[-32:], "."),
    ]
    page = case.text("briefs/next/index.html")
    assert selectors[1]["suffix"] == f" {TITLE} so soon; Oppo waits for that unit."[:32]
    assert f"Nobody follows {TITLE} so soon" in page.replace(" 2 ", " ")


def test_the_sentence_on_the_page_of_a_name_has_the_headline(case: Case) -> None:
    assert f"After {TITLE} Oppo and others think again." in case.text("entities/oppo/index.html")


def test_a_search_finds_the_headline_in_every_field_that_links_to_it(case: Case) -> None:
    files = [content.decode() for name, content in case.files().items() if name.startswith("search/briefs/")]
    records = [re.fullmatch(r"briefingsSearch\([^{]+(\{.*\})\);\s*", file) for file in files]
    briefs = {one["url"]: one for record in records if record for one in json.loads(record[1]).values()}
    assert json.dumps(briefs["/briefs/next/"]).count(TITLE) == 8
