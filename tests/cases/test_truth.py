"""What import proposes, what goes public unremarked, and which words a receipt or a note may have."""

import json
from pathlib import Path

from small_site import NOW, Case

from annotated_briefings.base.source import Source
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.editing.scaffold import create_site


def taken_in(case: Case, text: str) -> str:
    """The one draft that an article becomes."""
    article = {"title": "The ferry line", "url": "https://a.example/1", "outlet": "A Post", "date": "2026-03-03"}
    case.take_in("a.jsonl", json.dumps(article | {"text": text}, ensure_ascii=False))
    [draft] = case.briefs().values()
    return draft


def figures_of(draft: str) -> list[tuple[str, str]]:
    """Value and unit of each proposed figure."""
    brief, _ = parse_brief(Source("briefings/a.md", draft))
    assert brief is not None
    return [(figure.value, figure.unit) for figure in brief.figures]


def test_lines_about_the_medium_are_no_key_points_and_no_text(case: Case) -> None:
    """What a feed adds below an article is neither text nor a point. (RC-06)"""
    case.take_in(
        "feed.xml",
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Mole Gazette</title>"
        "<link>https://mole.example/</link><description>News</description><item>"
        "<title>Crane fault costs Quayworks</title>"
        "<link>https://mole.example/crane</link><pubDate>Sat, 28 Nov 2026 08:30:00 +0000</pubDate><content:encoded>"
        "<![CDATA[<p>Shares in Quayworks fell by 9% on Friday after the gearbox of its largest crane had failed.</p>"
        "<p>The machine will stand still until March.</p><p>The post <a href='https://mole.example/crane'>Crane fault"
        " costs Quayworks</a> appeared first on <a href='https://mole.example'>Mole Gazette</a>.</p>]]>"
        "</content:encoded></item></channel></rss>",
    )
    [draft] = case.briefs().values()
    assert "gearbox of its largest crane" in draft
    assert "appeared first" not in draft


def test_a_proposed_figure_keeps_its_sign_and_its_digits(case: Case) -> None:
    """A figure is the whole number with its sign. (RC-07)"""
    draft = taken_in(
        case,
        "Shares of the ferry line moved -5.0 percent on Monday, the exchange said in the evening. Those of the dock"
        " moved +3.2 percent in the same hours, and those of the yard \u22121.5 percent.",
    )
    assert [value for value, _ in figures_of(draft)] == ["-5.0", "+3.2", "\u22121.5"]


def test_a_proposed_figure_has_a_unit_and_no_day_is_one(case: Case) -> None:
    """A unit is a currency or what is counted, and a day is no figure. (RC-08)"""
    draft = taken_in(
        case,
        "About 48,000 lorries cross the weir on a working day, the roads agency said on Tuesday evening. Repairs could"
        " cost €40m, according to a paper that the town has seen, and take until 27 November 2026.",
    )
    assert sorted(figures_of(draft)) == [("48,000", "lorries"), ("€40m", "")]


def test_by_products_of_programs_in_static_are_left_out_and_counted(case: Case) -> None:
    """What editors, systems and archive programs leave behind is not published. (PB-10)"""
    left = ["4913", "plan.bak", "plan.orig", "plan.rej", "Thumbs.db", "desktop.ini", "~$plan.docx"]
    for name in (*left, "bak.txt", "4913.pdf"):
        case.write(f"static/{name}", "words of a plan")
    case.brief("a", "title: A\ndate: 2026-03-03")
    published = " ".join(case.build().files())
    assert "bak." in published
    assert "4913." in published
    assert [
        name for name in left if name.partition(".")[0] != "4913" and f"{name.partition('.')[0]}." in published
    ] == []
    assert len(case.reported("by-product")) == 1


def test_the_address_and_the_example_of_init_are_named_until_they_are_changed(tmp_path: Path) -> None:
    """Nobody publishes the address of `init` or its example brief unawares. (PB-11)"""
    create_site(tmp_path / "s")
    found = build(BuildRequest(tmp_path / "s", NOW, write=False, search=False)).diagnostics
    named = [(d.place.path.partition("/")[0], d.severity.value) for d in found if d.code == "placeholder"]
    assert ("site.yaml", "warning") in named
    assert ("briefings", "warning") in named


def test_each_field_that_import_concluded_is_named_at_its_line_until_it_is_confirmed(case: Case) -> None:
    """A guess in a public brief is reported for every field, not for the headline alone. (PB-12)"""
    head = (
        "title: Rain\ndate: 2026-03-03\nstory: friday-june\nsources: [{outlet: Quay Letter, title: T}]\nimported: "
        "{id: abc, derived: [%s]}"
    )
    case.brief("a", head % "story, outlet, date")
    lines = [line.split(":")[1] for line in case.build().reported("derived-field")]
    assert sorted(lines) == ["3", "4", "5"]
    case.brief("a", head % "")
    assert case.build().reported("derived-field") == []


def test_a_receipt_and_a_note_are_on_whole_numbers_alone(case: Case) -> None:
    """`8%` is not in `3.8%`, nor `500` in `12,500`. (AN-01)"""
    case.brief(
        "a",
        'title: A\ndate: 2026-03-03\nkey_points: [{text: Wages rose 8%., quote: "8% in May"}]\n'
        'annotations: [{quote: "500 people", note: Half a thousand.}, {quote: "12,500 people", note: All of them.}]',
        "Wages rose 3.8% in May. The port employs 12,500 people. In 2026, 7 more came.\n",
    )
    case.build()
    assert len(case.reported("unsupported-quote")) == 1
    assert len(case.reported("orphan-annotation")) == 1
    text = Source("briefings/a.md", case.briefs()["a"])
    brief, _ = parse_brief(text)
    assert brief is not None
    assert [bool(note.passage) for note in brief.annotations] == [False, True]


def test_the_id_of_a_note_stays_when_its_author_or_the_spelling_of_its_date_changes(case: Case) -> None:
    """A published address of a note is made from what never changes. (AN-14)"""
    ids = set()
    for facts in (
        "author: RL, date: 2026-03-05",
        "author: Ruth Lang, date: 2026-03-05",
        'date: "2026-03-05T00:00:00Z"',
    ):
        case.brief("a", f"title: A\ndate: 2026-03-03\nannotations: [{{quote: One short, {facts}, note: N.}}]")
        brief, _ = parse_brief(Source("briefings/a.md", case.briefs()["a"]))
        assert brief is not None
        ids |= {note.id for note in brief.annotations}
    assert len(ids) == 1
