"""The index of all facts, and what is public when."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotated_briefings.base.i18n import read_words
from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_tags
from annotated_briefings.site.model.catalog import Catalog, build_catalog, is_public
from annotated_briefings.site.model.related import choice, related_briefs, why
from annotated_briefings.site.model.relations import connect

ROOT = Path(__file__).resolve().parents[2]
WORDS = read_words(Source("words.yaml", (ROOT / "templates" / "words.yaml").read_text(encoding="utf-8")), None)[0]["en"]

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def brief(name: str, head: str = "", body: str = "Text.") -> Brief:
    found, _ = parse_brief(Source(f"briefings/{name}.md", f"---\ntitle: {name.title()}\n{head}\n---\n{body}\n"))
    assert found is not None
    return found


def catalog(*briefs: Brief, entities: str = "", tags: str = "") -> Catalog:
    return build_catalog(briefs, parse_entities(Source("e.yaml", entities))[0], parse_tags(Source("t.yaml", tags))[0])


@pytest.mark.parametrize(
    ("head", "public"),
    [
        ("", True),
        ("draft: true", False),
        ("publish_at: 2026-05-01T12:00:00Z", True),
        ("publish_at: 2026-05-01T12:00:01Z", False),
        ("embargo_until: 2026-05-01T14:00:00+02:00", True),
        ("embargo_until: 2026-05-01T14:00:01+02:00", False),
        ("expires_at: 2026-05-01T12:00:00Z", False),
        ("expires_at: 2026-05-01T12:00:01Z", True),
        ("publish_at: 2026-04-01T00:00:00Z\nembargo_until: 2026-06-01T00:00:00Z", False),
    ],
)
def test_one_gate_decides_what_is_public(head: str, public: bool) -> None:
    assert is_public(brief("a", head), NOON) is public


def test_an_embargo_ends_at_its_very_moment() -> None:
    held = brief("a", "embargo_until: 2026-05-01T12:00:00Z")
    assert not is_public(held, NOON - timedelta(seconds=1))
    assert is_public(held, NOON)


def test_briefs_stand_newest_first_and_undated_ones_last() -> None:
    made = catalog(
        brief("a", "date: 2024"),
        brief("b", "date: 2024-03-01"),
        brief("c"),
        brief("d", "date: 2025-01"),
        brief("e", "date: 2024-03"),
    )
    assert [b.slug for b in made.briefs] == ["d", "b", "e", "a", "c"]


def test_the_order_of_files_does_not_matter() -> None:
    briefs = [brief("a", "date: 2024"), brief("b", "date: 2024"), brief("c", "slug: a")]
    assert catalog(*briefs).briefs == catalog(*reversed(briefs)).briefs


def test_of_two_briefs_with_one_slug_the_older_one_keeps_the_address() -> None:
    old, new = brief("m", "date: 2026-03-02\nslug: market"), brief("a", "date: 2026-03-03\nslug: Market")
    undated, same_day = brief("b", "slug: market"), brief("z", "date: 2026-03-02\nslug: market")
    made = catalog(new, undated, same_day, old)
    assert [b.path for b in made.briefs] == [old.path]
    assert {left.path: kept.path for left, kept in made.duplicates} == dict.fromkeys(
        (new.path, undated.path, same_day.path), old.path
    )


def test_merged_entities_lead_to_the_one_that_took_their_place() -> None:
    made = catalog(
        entities="a:\n  name: A\n  merged_into: b\nb:\n  name: B\n  merged_into: c\nc:\n  name: C\n"
        "x:\n  name: X\n  merged_into: y\ny:\n  name: Y\n  merged_into: x\n"
    )
    found = made.entity("A")
    assert found is not None
    assert found.id == "c"
    assert [e.id for e in made.entities] == ["c", "x", "y"]


def test_a_tag_counts_for_its_wider_tags_and_a_circle_of_tags_ends() -> None:
    tags = "energy:\nsolar:\n  parent: energy\nx:\n  parent: y\ny:\n  parent: x\n"
    made = catalog(brief("a", "tags: [solar]"), tags=tags)
    web = connect(made, {"a": ()})
    assert web.briefs_tagged == {"solar": ("a",), "energy": ("a",)}


def test_related_briefs_come_with_the_strongest_reason() -> None:
    entities = "acme:\n  name: Acme\nzeta:\n  name: Zeta\n"
    made = catalog(
        brief("a", "date: 2024\nstory: s\nentities: {about: [Acme]}\ntags: [x]"),
        brief("b", "date: 2024\nstory: s"),
        brief("c", "date: 2024\nentities: {about: [Acme]}"),
        brief("d", "date: 2024\ntags: [x]"),
        brief("e", "date: 2024\nentities: [Zeta]"),
        entities=entities,
        tags="x:\n  label: Ex\n",
    )
    web = connect(made, {b.slug: () for b in made.briefs})
    order = {b.slug: n for n, b in enumerate(made.briefs)}
    found = {slug: why(made, web, "a", slug, WORDS) for slug in related_briefs(made, web, "a", order, {})}
    assert found == {"b": "same story", "c": "both about Acme"} | ({"d": "same subject: Ex"} if "d" in found else {})
    assert related_briefs(made, web, "e", order, {}) == ()


@pytest.mark.parametrize(
    ("front", "same"),
    [
        ("date: 2024\ntags: [x]\nsummary: Other words.", True),
        ("date: 2023\ntags: [x]", True),
        ("date: 2025\ntags: [x]", False),
        ("date: 2024\ntags: [y]", False),
        ("date: 2024\ntags: [x]\nstory: s", False),
        ("date: 2024\ntags: [x]\nentities: [Acme]", False),
        ("date: 2024\ntags: [x]\nentities: {about: [Acme]}", False),
    ],
)
def test_a_choice_of_related_briefs_stands_while_all_that_it_was_made_by_does(front: str, same: bool) -> None:
    def chosen(front: str) -> str:
        made = catalog(brief("a", front), brief("b", "date: 2024-01"), entities="acme:\n  name: Acme\n")
        return choice(made, connect(made, {b.slug: () for b in made.briefs}))

    assert (chosen(front) == chosen("date: 2024\ntags: [x]")) is same


def test_a_choice_of_related_briefs_ends_when_a_tag_moves_under_another() -> None:
    def chosen(tags: str) -> str:
        made = catalog(brief("a", "tags: [x]"), tags=tags)
        return choice(made, connect(made, {"a": ()}))

    assert chosen("x:\n  label: X\ny:\n  label: Y\n") != chosen("x:\n  label: X\n  parent: y\ny:\n  label: Y\n")


def test_a_link_from_another_brief_is_remembered_once() -> None:
    made = catalog(brief("a"), brief("b", body="See [[a]] and [[A|again]] and [[b]]."))
    web = connect(made, {"a": (), "b": ()})
    assert [(link.slug, link.start, link.end) for link in web.backlinks["a"]] == [("b", 4, 5)]
    assert "b" not in web.backlinks


def test_places_of_entities_are_kept() -> None:
    assert catalog(entities="acme:\n  name: Acme\n").entities[0].place == Place("e.yaml", 1, 1, 4)
