"""Questions and their answers, figures and where sources disagree, notes by author and entity, footnotes."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from annotated_briefings.base.config import Config
from annotated_briefings.base.i18n import read_words
from annotated_briefings.base.source import Source
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.search_records import search_records
from annotated_briefings.site.model.catalog import build_catalog
from annotated_briefings.site.model.figure_series import amount_of
from annotated_briefings.site.model.mentions import collect_names, find_mentions
from annotated_briefings.site.model.relations import connect
from annotated_briefings.site.pages.figures import disagreements_of, figure_items
from annotated_briefings.site.pages.questions import question_views
from annotated_briefings.site.routes import plan_site
from annotated_briefings.site.views.claims import LineView
from annotated_briefings.site.views.lists import FigureHistoryView, NotesView, QuestionsView

WORDS = Path(__file__).resolve().parents[2] / "templates" / "words.yaml"
CATALOGUE = read_words(Source("words.yaml", WORDS.read_text(encoding="utf-8")), None)[0]
NOW = datetime(2026, 5, 1, tzinfo=UTC)


def brief(name: str, head: str, body: str = "Text.") -> Brief:
    found, problems = parse_brief(Source(f"briefings/{name}.md", f"---\ntitle: {name}\n{head}\n---\n{body}\n"))
    assert found is not None, problems
    return found


def context(*briefs: Brief, entities: str = "") -> SiteContext:
    catalog = build_catalog(briefs, parse_entities(Source("e.yaml", entities))[0], ())
    names = collect_names(catalog.entities)
    mentions = {b.slug: find_mentions(b.body.text, names, frozenset()) for b in catalog.briefs}
    return SiteContext(catalog, connect(catalog, mentions), Config(), NOW, False, CATALOGUE)


# Questions


def shown(all_facts: SiteContext) -> list[tuple[str, list[tuple[str, str, int]]]]:
    pages = (page.view for page in plan_site(all_facts) if isinstance(page.view, QuestionsView))
    return [(page.url, [(q.html, q.age, len(q.answers)) for q in page.questions]) for page in pages]


def test_a_question_stays_open_until_a_brief_answers_it() -> None:
    asking = brief("a", "date: 2026-01-01\nunknowns: [Who *pays*?, When?]")
    assert shown(context(asking)) == [("/questions/", [("Who <em>pays</em>?", "", 0), ("When?", "", 0)])]
    answering = brief("b", "date: 2026-01-22\nanswers: [who pays]")
    assert shown(context(asking, answering)) == [
        ("/questions/", [("When?", "", 0)]),
        ("/questions/answered/", [("Who <em>pays</em>?", "3\u00a0weeks", 1)]),
    ]
    [first, second] = question_views(context(asking, answering), asking, "/briefs/a/")
    assert [a.origin.url for a in first.answers] == ["/briefs/b/#answers"]
    assert second.answers == ()


def test_one_answer_closes_the_question_wherever_it_was_asked_but_not_its_own() -> None:
    same = [brief(name, "date: 2026-01-01\nunknowns: [Why?]") for name in ("a", "b")]
    both = context(*same, brief("c", "date: 2026-02-01\nunknowns: [Why?]\nanswers: [Why?]"))
    assert [[q.slug for q in closed] for _, closed in both.questions.answered["c"]] == [["a", "b"]]
    one = context(*same, brief("c", "date: 2026-02-01\nanswers: [{question: Why?, brief: b, answer: So.}]"))
    assert [[q.slug for q in closed] for _, closed in one.questions.answered["c"]] == [["b"]]


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, ""),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (60, "8 weeks"),
        (61, "2 months"),
        (729, "23 months"),
        (731, "2 years"),
        (4000, "10 years"),
    ],
)
def test_ages_are_in_units_that_people_use(days: int, text: str) -> None:
    assert CATALOGUE["en"].span(days).replace("\u00a0", " ") == text


# Figures


@pytest.mark.parametrize(
    ("value", "unit", "language", "amount"),
    [
        ("8", "%", "en", Fraction(8)),
        ("2,000", "people", "en", Fraction(2000)),
        ("2.000", "Menschen", "de", Fraction(2000)),
        ("38,5", "km", "de", Fraction("38.5")),
        ("38.5", "km", "en", Fraction("38.5")),
        ("1,234.5", "", "en", Fraction("1234.5")),
        ("more than 2 million", "", "en", Fraction(2_000_000)),
        ("1.5", "bn dollars", "en", Fraction(1_500_000_000)),
        ("3万", "", "zh", Fraction(30_000)),
        ("-4", "°C", "en", Fraction(-4)),
        ("1 234 567", "", "fr", Fraction(1_234_567)),
        ("many", "", "en", None),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(
    value: str, unit: str, language: str, amount: Fraction | None
) -> None:
    assert amount_of(value, unit, language) == amount


ENTITIES = "oppo: {name: Oppo, type: company}\nvivo: {name: Vivo, type: company}\n"


def figures(name: str, about: str, *entries: str, date: str = "2026-01-01") -> Brief:
    lines = "\n".join(f"  - {{{entry}}}" for entry in entries)
    return brief(
        name,
        f"date: {date}\nentities: {{about: [{about}]}}\nfigures:\n{lines}\nsources: [{{outlet: A}}, {{outlet: B}}]",
    )


def histories(all_facts: SiteContext) -> list[FigureHistoryView]:
    return [page.view for page in plan_site(all_facts) if isinstance(page.view, FigureHistoryView)]


def test_the_same_figure_of_the_same_company_has_a_history() -> None:
    all_facts = context(
        figures("a", "Oppo", "value: 5, unit: '%', what: fall in shipments", date="2026-01-01"),
        figures("b", "Oppo", "value: 8, unit: '%', what: Fall in shipments", date="2026-02-01"),
        figures("c", "Vivo", "value: 9, unit: '%', what: fall in shipments"),
        figures("d", "Oppo", "value: 7, unit: dollars, what: fall in shipments"),
        entities=ENTITIES,
    )
    [page] = histories(all_facts)
    assert (page.url, [r.value for r in page.readings]) == ("/figures/of/oppo-fall-in-shipments/", ["8%", "5%"])
    linked = {item.origin.title: item.history for item in figure_items(all_facts, ["a", "b", "c", "d"])}
    assert linked == {"a": page.url, "b": page.url, "c": "", "d": ""}


@pytest.mark.parametrize(
    ("first", "second", "disagree"),
    [
        ("value: 5, source: 1", "value: 8, source: 2", True),
        ("value: 5, source: 1", "value: 8, source: 1", False),
        ("value: 5, source: 1", "value: '5.0', source: 2", False),
        ("value: 5, source: 1, as_of: 2026-01", "value: 8, source: 2, as_of: 2026-02", False),
        ("value: 5, source: 1, as_of: 2026-01", "value: 8, source: 2, as_of: 2026-01", True),
        ("value: few, source: 1", "value: 8, source: 2", False),
    ],
)
def test_sources_disagree_where_they_differ_about_the_same_time(first: str, second: str, disagree: bool) -> None:
    own = figures("a", "Oppo", f"what: staff, {first}", f"what: staff, {second}")
    all_facts = context(own, entities=ENTITIES)
    assert bool(disagreements_of(all_facts, own)) is disagree
    other = context(
        figures("a", "Oppo", f"what: staff, {first}"), figures("b", "Oppo", f"what: staff, {second}"), entities=ENTITIES
    )
    assert bool(disagreements_of(other, other.catalog.brief_of["a"])) is disagree


def drawn(line: LineView | None) -> list[tuple[str, tuple[tuple[int, int], ...], bool]]:
    assert line is not None
    return [(one.source, one.points, one.joined) for one in line.series]


def test_figures_are_drawn_from_three_moments_on() -> None:
    values = [("2026-01-01", 5), ("2026-02-01", 8), ("2026-03-01", 6)]
    briefs = [figures(f"b{n}", "Oppo", f"value: {v}, what: staff", date=d) for n, (d, v) in enumerate(values)]
    [page] = histories(context(*briefs, entities=ENTITIES))
    assert drawn(page.line) == [("No source", ((6, 74), (150, 6), (294, 51)), True)]
    assert page.line is not None
    assert [page.line.low.value, page.line.high.value] == ["5", "8"]
    assert page.what == "staff (Oppo)"
    [page] = histories(context(*briefs[:2], entities=ENTITIES))
    assert page.line is None


def test_no_line_leads_through_a_value_that_nobody_reported() -> None:
    values = [("2026-01-01", 5), ("2026-02-01", 8), ("2026-03-01", 6)]
    briefs = [figures(f"b{n}", "Oppo", f"value: {v}, what: staff", date=d) for n, (d, v) in enumerate(values)]
    # Two figures of one time: which of them the line would have to meet, nobody says.
    twice = figures("b3", "Oppo", "value: 7, what: staff", date="2026-02-01")
    [page] = histories(context(*briefs, twice, entities=ENTITIES))
    [(_, points, joined)] = drawn(page.line)
    assert sorted(points) == [(6, 74), (150, 6), (150, 29), (294, 51)]
    assert not joined
    # Of two sources each has its own figures, and its own line if it has two.
    other = figures("b4", "Oppo", "value: 7, what: staff, source: 1", date="2026-02-01")
    [page] = histories(context(*briefs, other, entities=ENTITIES))
    assert [(source, joined) for source, _, joined in drawn(page.line)] == [
        ("No source", True),
        ("A", False),
    ]


# Notes


def test_notes_are_listed_by_kind_author_and_entity() -> None:
    noted = brief(
        "a",
        """date: 2026-01-01
entities: {about: [Vivo]}
annotations:
  - {quote: Oppo fell, kind: check, author: Mira Q, note: x}
  - {quote: again, author: mira q, note: "see [[Oppo]]"}
  - {quote: elsewhere, author: RL, note: x}""",
        "Oppo fell again. Vivo rose elsewhere.",
    )
    pages = [page.view for page in plan_site(context(noted, entities=ENTITIES))]
    assert {page.url: page.count for page in pages if isinstance(page, NotesView)} == {
        "/notes/": 3,
        "/notes/context/": 2,
        "/notes/check/": 1,
        "/notes/by/mira-q/": 2,
        "/notes/by/rl/": 1,
        "/notes/on/oppo/": 2,
        "/notes/on/vivo/": 1,
    }


# Footnotes


def test_footnotes_stand_where_they_are_referred_to_and_lead_back(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "briefings" / "a.md").write_text(
        "---\ntitle: A\ndate: 2026-01-01\nannotations: [{quote: the second, note: On a footnote.}]\n---\n"
        "One[^a] and two[^b].\n\nThree[^a].\n\n- Four[^c]\n\n"
        "[^a]: the first *note*\n\n    of two paragraphs\n[^b]: the second\n[^c]: the third, see [^d]\n[^d]: nested\n",
        encoding="utf-8",
    )
    report = build(BuildRequest(tmp_path, NOW))
    assert not report.failed
    page = BeautifulSoup((tmp_path / "_site" / "briefs" / "a" / "index.html").read_bytes(), "lxml")
    order = [e["id"] for e in page.select(".text p[id], .text .note, .text .footnote-ref a")]
    [note] = page.select(".note-context")
    assert order == ["fnref1", "fnref2", "fn1", "fn2", "fnref1:1", "fnref3", "fn3", "fnref4", note["id"], "fn4"]
    for link in page.select(".text a[href^='#']"):
        assert page.find(id=str(link["href"])[1:]) is not None, link
    assert page.select_one("#fn1 .note-text").get_text(" ", strip=True) == "the first note of two paragraphs"  # type: ignore[union-attr]
    assert page.select("section.footnotes") == []


def test_results_of_a_search_tell_days_in_the_language_of_their_page() -> None:
    records = search_records(context(*(brief(tag, f"date: 2026-03-01\nlang: {tag}") for tag in ("fr", "he", "zh"))))
    assert {record.date for record in records} == {"March 1, 2026"}
