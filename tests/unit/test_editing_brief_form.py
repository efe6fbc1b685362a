"""The form of a brief: every field of the table can be edited, and nothing but what was edited changes."""

from collections.abc import Mapping
from difflib import unified_diff
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Field, Table
from annotated_briefings.base.yaml.patch import value_at
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import example_of
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.editing.brief_form import edited_text, front_matter, read_form, tidy

FILE = """\
---
# the desk's own order
title: 'Gate''s "end"'
summary: >
  In
  short.
key_points:
  # first
  - text: One point.
    quote: One
  - Just a text.
  - {text: Three,  quote: "three"}
tags: [a,  b]
unknowns:
  - Who?
  # and
  - When?
entities: [Oppo, Zeku]
sources:
  - outlet: Quay Letter
    published: 2026-03-05
unknown_key: kept
draft: true
imported: {id: "1", derived: [summary, date, outlet], suggested: {story: gate}}
---

Text *here*.

End
"""


def edited(values: Mapping[str, Any], body: str | None = None, text: str = FILE) -> list[str]:
    after = edited_text(text, values, body)
    assert after is not None
    lines = unified_diff(text.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def form(text: str = FILE) -> dict[str, Any]:
    found = read_form(text)
    assert found is not None
    return dict(found.values)


def points(*changes: tuple[int, str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [dict(one) for one in form()["key_points"]]
    for place, key, value in changes:
        found[place][key] = value
    return found


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({"title": "Gate's end"}, ["-title: 'Gate''s \"end\"'", "+title: 'Gate''s end'"]),
        ({"slug": "gate-end"}, ["+slug: gate-end"]),
        ({"updated": "2026-03"}, ["+updated: 2026-03"]),
        ({"publish_at": "2026-03-14 08:00"}, ["+publish_at: 2026-03-14 08:00"]),
        ({"draft": "false"}, ["-draft: true", "+draft: false"]),
        ({"draft": ""}, ["-draft: true"]),
        ({"tags": ["a", "c", "b"]}, ["-tags: [a,  b]", "+tags: [a,  c, b]"]),
        ({"tags": ["b"]}, ["-tags: [a,  b]", "+tags: [b]"]),
        ({"tags": []}, ["-tags: [a,  b]"]),
        ({"unknowns": ["Who?", "Why?", "When?"]}, ['+  - "Why?"']),
        ({"unknowns": ["Where?", "When?"]}, ["-  - Who?", '+  - "Where?"']),
        ({"why_it_matters": ["It does."]}, ["+why_it_matters: [It does.]"]),
        (
            {"entities": {"mentions": ["Oppo", "Zeku", "Canalys"]}},
            ["-entities: [Oppo, Zeku]", "+entities: [Oppo, Zeku, Canalys]"],
        ),
        (
            {"entities": {"about": ["Oppo"], "mentions": ["Zeku"]}},
            ["-entities: [Oppo, Zeku]", "+entities: {about: [Oppo], mentions: [Zeku]}"],
        ),
        ({"key_points": points((0, "quote", "one"))}, ["-    quote: One", "+    quote: one"]),
        ({"key_points": points((0, "source", "1"))}, ["+    source: 1"]),
        ({"key_points": points((0, "quote", ""))}, ["-    quote: One"]),
        ({"key_points": points((1, "quote", "text"))}, ["-  - Just a text.", "+  - {text: Just a text., quote: text}"]),
        (
            {"key_points": points((2, "text", "Four"))},
            ['-  - {text: Three,  quote: "three"}', '+  - {text: Four,  quote: "three"}'],
        ),
        ({"key_points": points()[1:]}, ["-  - text: One point.", "-    quote: One"]),
        ({"key_points": [*points(), {"text": "New."}]}, ["+  - text: New."]),
        ({"key_points": [points()[0], {"text": "New."}, *points()[1:]]}, ["+  - text: New."]),
        (
            {"sources": [{"outlet": "Quay Letter", "published": "2026"}]},
            ["-    published: 2026-03-05", "+    published: 2026"],
        ),
        (
            {"figures": [{"value": "8", "unit": "%", "what": "fall", "source": "1"}]},
            ["+figures:", '+  - value: "8"', '+    unit: "%"', "+    what: fall", "+    source: 1"],
        ),
        (
            {"annotations": [{"quote": "here", "kind": "check", "date": "2026-03-14", "note": "A\n\nB"}]},
            [
                "+annotations:",
                "+  - quote: here",
                "+    kind: check",
                "+    date: 2026-03-14",
                "+    note: |",
                "+      A",
                "+",
                "+      B",
            ],
        ),
        ({"image": {"src": "a.jpg", "alt": "A gate"}}, ["+image:", "+  src: a.jpg", "+  alt: A gate"]),
    ],
)
def test_a_changed_field_changes_its_own_lines_and_no_other(values: Mapping[str, Any], lines: list[str]) -> None:
    assert edited(values) == lines


def test_a_guess_is_settled_when_its_field_is_edited() -> None:
    before = '-imported: {id: "1", derived: [summary, date, outlet], suggested: {story: gate}}'
    after = '+imported: {id: "1", derived: [date, outlet], suggested: {story: gate}}'
    assert edited({"summary": "Short."}) == ["-summary: >", "-  In", "-  short.", "+summary: Short.", before, after]
    assert edited({"date": "2026-03-06"})[1:] == [
        before,
        '+imported: {id: "1", derived: [summary, outlet], suggested: {story: gate}}',
    ]
    assert edited({"story": "gates"}) == [
        "+story: gates",
        before,
        '+imported: {id: "1", derived: [summary, date, outlet]}',
    ]
    outlet = [{"outlet": "Pier Post", "published": "2026-03-05"}]
    assert edited({"sources": outlet})[2:] == [
        before,
        '+imported: {id: "1", derived: [summary, date], suggested: {story: gate}}',
    ]
    published = [{"outlet": "Quay Letter", "published": "2026"}]
    assert len(edited({"sources": published})) == 2


def test_a_form_that_is_saved_as_it_was_changes_no_byte() -> None:
    found = read_form(FILE)
    assert found is not None
    assert edited_text(FILE, found.values, found.body) == FILE


def test_the_text_below_the_front_matter_is_edited_by_itself() -> None:
    assert edited({}, "\nText *there*.\n\nEnd\n") == ["-Text *here*.", "+Text *there*."]
    assert edited_text("Only a text.\n", {"title": "A"}, "Another.\n") == "---\ntitle: A\n---\nAnother.\n"


def test_front_matter_that_cannot_be_read_has_no_form() -> None:
    assert read_form("---\ntitle: [\n---\nText.\n") is None
    assert read_form("---\ntitle: A\n") is None


def test_a_field_that_the_form_lacks_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError, match="imported"):
        edited_text(FILE, {"imported": {}})


TEXTS = st.one_of(
    st.sampled_from([*"yes no 1.10 #1 'q' \"q\" [x] {x} @x % null é… ~".split(), "a # b", "a: b", "- x"]),
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn"], exclude_characters="\xa0\x85"),
        max_size=12,
    ),
)


def values_of(field: Field) -> st.SearchStrategy[Any]:
    if field.kind.widget == "groups":
        return st.lists(entries(field.inner), max_size=3)
    if field.kind.widget == "group":
        return entries(field.inner)
    if field.kind.widget == "lines":
        return st.lists(TEXTS, max_size=3)
    if field.kind.widget == "text":
        return st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
    return TEXTS


def entries(table: Table) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional={field.name: values_of(field) for field in table})


EDITABLE = tuple(field for field in BRIEF if field.kind.widget != "hidden")
EXAMPLE = "---\n# a remark\n" + "".join(f"{f.name}: {example_of(f)}\n" for f in BRIEF) + "own: kept # too\n---\nText.\n"


@pytest.mark.slow
@given(st.data())
@settings(max_examples=50)
def test_whatever_is_typed_into_any_field_is_read_back_and_all_others_stay(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([FILE, EXAMPLE]))
    field = data.draw(st.sampled_from(EDITABLE))
    value = data.draw(values_of(field))
    after = edited_text(text, {field.name: value})
    assert after is not None
    found = form(after)
    assert tidy(field, found.pop(field.name)) == tidy(field, value)
    before = form(text)
    del before[field.name]
    assert found == before
    assert {line for line in text.splitlines() if "#" in line and line.startswith(("#", "own"))} <= set(
        after.splitlines()
    )
    assert value_at(front_matter(after), ("imported", "id")) == value_at(front_matter(text), ("imported", "id"))


@pytest.mark.parametrize("field", EDITABLE, ids=lambda field: field.name)
def test_the_example_of_a_field_typed_into_the_form_of_a_bare_brief_is_read_without_an_error(field: Field) -> None:
    value = form(f"---\n{field.name}: {example_of(field)}\n---\n")[field.name]
    base = "---\ntitle: A\nsources: [{outlet: A}]\n---\nShipments dropped 8%, over 2,000 employees.\n"
    after = edited_text(base, {field.name: value})
    assert after is not None
    brief, found = parse_brief(Source("a.md", after))
    assert brief is not None, found
    for attribute in field.attributes:
        assert getattr(brief, attribute) or attribute in ("draft", "language")
