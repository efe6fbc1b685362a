"""One brief in, its facts out."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.dates import When
from annotated_briefings.base.diagnostics import Severity, show
from annotated_briefings.base.source import Source
from annotated_briefings.content.markdown.text import Passage
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = re.compile(r"```(?:markdown|yaml)\n(---\n.*?)\n```", re.DOTALL)


def read(text: str, path: str = "briefings/2023/a-brief.md") -> Brief:
    brief, found = parse_brief(Source(path, text))
    # Hints name what these briefs could have, but need not; each has a test of its own.
    assert [show(d) for d in found if d.severity is not Severity.HINT] == []
    assert brief is not None
    return brief


def complaints(text: str) -> str:
    _, found = parse_brief(Source("briefings/a.md", text))
    return "\n".join(show(d) for d in found if d.severity is not Severity.HINT)


@pytest.mark.parametrize("page", ["README.md", "docs/briefings/brief-format.md"])
def test_the_briefs_that_the_documentation_shows_have_no_faults(page: str) -> None:
    [text] = EXAMPLE.findall((ROOT / page).read_text(encoding="utf-8"))
    assert complaints(text) == ""


def test_only_a_title_is_required() -> None:
    brief = read("---\ntitle: Yes\n---\nText.\n")
    assert (brief.title, brief.slug, brief.date, brief.body.text) == ("Yes", "a-brief", None, "Text.")


def test_every_field_is_read() -> None:
    brief = read("""---
title: "Chips: the end"
slug: chips
date: 2023-05
updated: 2023-05-14
summary: >
  Two lines
  become one.
why_it_matters: It *matters*.
what_next: [First, Second]
unknowns:
  - Who pays?
key_points:
  - {text: Eight people, quote: eight people, source: 1}
figures:
  - {value: 8, unit: "%", what: a fall, as_of: 2023-03, source: 1, quote: eight}
entities: {about: [Oppo], mentions: [Canalys]}
tags: [chips, phones]
story: Chip design
sources:
  - {outlet: A Paper, title: T, url: "https://a.example/x", author: W, published: 2023-05-12, role: original}
annotations:
  - {quote: eight people, kind: check, author: RL, date: 2023-05-15, status: draft, note: Fine.}
corrections:
  - {date: 2023-05-16, was: nine, now: eight, why: misread}
lang: de
draft: true
embargo_until: 2023-05-12T08:00:00+02:00
redirect_from: [/old/]
image: {src: img/a.png, alt: A chip, credit: Us}
imported: {id: x, confidence: 0.93}
---
There were eight people.
""")
    assert brief.summary == "Two lines become one."
    assert brief.why_it_matters == ("It <em>matters</em>.",)
    assert brief.what_next == ("First", "Second")
    assert brief.key_points[0].passage == Passage(11, 23)
    assert brief.figures[0].as_of == When(2023, 3)
    assert [r.text for r in brief.about] == ["Oppo"]
    assert brief.story == "chip-design"
    assert brief.sources[0].published == When(2023, 5, 12)
    assert (brief.annotations[0].kind, brief.annotations[0].public) == ("check", False)
    assert brief.annotations[0].passage == Passage(11, 23)
    assert brief.corrections[0].now == "eight"
    assert brief.draft
    assert brief.embargo_until is not None
    assert brief.embargo_until.isoformat() == "2023-05-12T06:00:00+00:00"
    assert brief.image is not None
    assert brief.confidence == "0.93"


def test_a_quote_with_context_finds_one_of_several_places() -> None:
    brief = read(
        "---\ntitle: T\nannotations:\n  - {quote: fell 8%, prefix: profit, note: x}\n---\n"
        "Sales fell 8%. The profit fell 8%.\n"
    )
    assert brief.annotations[0].passage == Passage(26, 33)


def test_a_quote_copied_with_its_markup_is_found() -> None:
    brief = read(
        "---\ntitle: T\nannotations:\n  - quote: fell **8%** in\n    note: x\n---\nSales fell **8%** in May.\n"
    )
    assert brief.annotations[0].passage == Passage(6, 16)


def test_curly_and_straight_quotation_marks_are_the_same() -> None:
    brief = read('---\ntitle: T\nannotations:\n  - quote: Li\'s "plan"\n    note: x\n---\nThis is Li’s “plan” now.\n')
    assert brief.annotations[0].passage == Passage(8, 19)


def test_an_ambiguous_and_an_orphaned_quote_are_said() -> None:
    assert complaints(
        "---\ntitle: T\nannotations:\n  - quote: eight\n    note: x\n  - quote: nine\n    note: y\n---\n"
        "eight and eight\n"
    ) == (
        "briefings/a.md:4:12: warning[ambiguous-annotation]: `eight` is at 2 places\n"
        "    4 |   - quote: eight\n"
        "      |            ^^^^^\n"
        "  help: quote more words, or give the words before it in `prefix` or after it in `suffix`\n"
        "briefings/a.md:6:12: warning[orphan-annotation]: `nine` is not in the text\n"
        "    6 |   - quote: nine\n"
        "      |            ^^^^\n"
        "  help: copy the words from the text exactly; the note is shown under the text until then"
    )


def test_a_misspelt_field_is_guessed() -> None:
    assert complaints("---\ntitle: T\nsumary: x\n---\n") == (
        "briefings/a.md:3:1: warning[unknown-key]: unknown key `sumary`\n"
        "    3 | sumary: x\n"
        "      | ^^^^^^\n"
        "  help: did you mean `summary`?"
    )


def test_two_wrong_fields_are_both_said() -> None:
    text = complaints("---\ntitle: T\ndate: 12 May\ndraft: perhaps\n---\n")
    assert "briefings/a.md:3:7: error[wrong-type]: `date` must be a date such as" in text
    assert "briefings/a.md:4:8: error[wrong-type]: `draft` must be `true` or `false`" in text


def test_links_and_wikilinks_keep_their_places() -> None:
    brief = read("---\ntitle: T\n---\nSee [[Oppo|the firm]] and\n[x](other.md) and [[Zeku]].\n")
    places = [(w.target, w.place.line, w.place.column) for w in brief.body.wikilinks]
    assert places == [("Oppo", 4, 5), ("Zeku", 5, 19)]
    assert [brief.body.text[w.start : w.end] for w in brief.body.wikilinks] == ["the firm", "Zeku"]
    assert brief.body.links == ("other.md",)


def test_headings_start_below_the_title_and_leave_no_level_out() -> None:
    brief = read("---\ntitle: T\n---\n# A\n\n### B\n\n# A\n")
    assert [b.html for b in brief.body.blocks] == [
        '<h2 id="a">A</h2>',
        '<h3 id="b">B</h3>',
        '<h2 id="a-1">A</h2>',
    ]


def test_raw_html_and_script_addresses_stay_text() -> None:
    brief, _ = parse_brief(Source("a.md", "---\ntitle: T\n---\n<script>x</script> [a](javascript:alert(1))\n"))
    assert brief is not None
    assert brief.body.blocks[0].html == ("<p>&lt;script&gt;x&lt;/script&gt; [a](javascript:alert(1))</p>")


@given(st.text())
def test_no_text_makes_parsing_raise(text: str) -> None:
    parse_brief(Source("briefings/a.md", text))


@given(st.text(alphabet="ab [|]()*_`!#>-\n^:\\~", max_size=120))
def test_no_markdown_makes_parsing_raise(text: str) -> None:
    brief, found = parse_brief(Source("briefings/a.md", "---\ntitle: T\n---\n" + text))
    if brief is None:
        assert [one.code for one in found if one.severity is Severity.ERROR] == ["merge-conflict"]
        return
    for link in brief.body.wikilinks:
        assert 0 <= link.start <= link.end <= len(brief.body.text)
