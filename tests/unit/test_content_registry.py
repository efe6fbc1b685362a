"""Entries of the registry files: ids that cannot be addresses, and entries that lead back to themselves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags

LONG = ("a" * 201, "字" * 67, "𐌰" * 51)


def remedies(text: str, parse: object = parse_tags) -> list[tuple[str, str]]:
    return [(one.message, one.help) for one in parse(Source("briefings/x.yaml", text))[1]]  # type: ignore[operator]


@pytest.mark.parametrize("parse", [parse_entities, parse_tags, parse_stories])
@pytest.mark.parametrize("identity", LONG, ids=len)
def test_an_id_that_no_address_can_hold_is_refused_and_the_others_are_read(parse: object, identity: str) -> None:
    [(message, remedy)] = remedies(f"{identity}:\nfine:\n", parse)
    assert message == f"`{identity[:40]}...` is longer than 200 bytes, which no address can be"
    proposed = remedy.removeprefix("write the id as `").removesuffix("`")
    assert remedies(f"{proposed}:\n", parse) == []


@pytest.mark.parametrize("slug", LONG, ids=len)
def test_a_slug_that_no_address_can_hold_is_an_error_of_that_brief(slug: str) -> None:
    brief, found = parse_brief(Source("briefings/a.md", f"---\ntitle: T\nsummary: S\nslug: {slug}\n---\nText.\n"))
    assert brief is None
    assert [(one.message, one.place.line) for one in found] == [
        (f"`{slug[:40]}...` is longer than 200 bytes, which no address can be", 4)
    ]


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ('"🌊": {label: Waves}', "waves"),
        ('"🌊": {title: Waves}', "waves"),
        ('"🌊": {name: Waves}', "waves"),
        ('"🌊":', "water-wave"),
        ('"C++": {label: C}', "c-plus-plus"),
        ('"energy/so lar":', "energy/so-lar"),
        ('"?!": {label: "🔥"}', "question-mark-exclamation-mark"),
    ],
)
def test_the_id_that_is_proposed_is_made_from_the_entry_and_can_be_used(text: str, proposed: str) -> None:
    [(_, remedy)] = [one for one in remedies(text) if "address" in one[0]]
    assert remedy == f"write the id as `{proposed}`"
    assert remedies(f"energy:\n{proposed}:\n") == []


@pytest.mark.parametrize(("slug", "proposed"), [("🌊", "high-tide"), ("C++", "c-plus-plus"), ("a b", "a-b")])
def test_the_slug_that_is_proposed_can_be_used(slug: str, proposed: str) -> None:
    _, found = parse_brief(Source("briefings/high tide.md", f'---\ntitle: T\nsummary: S\nslug: "{slug}"\n---\nText.\n'))
    assert [one.help for one in found] == [f"write it as `{proposed}`"]


@pytest.mark.parametrize("parse", [parse_entities, parse_tags, parse_stories])
@pytest.mark.parametrize(("one", "other"), [("oppo", "Oppo"), ("maße", "MASSE"), ("οδος", "οδοσ"), ("cafe", "CAFE")])
def test_of_two_ids_that_are_one_file_on_some_computers_the_first_is_used_alone(
    parse: object, one: str, other: str
) -> None:
    [(message, remedy)] = remedies(f"{one}:\n{other}:\n", parse)
    assert message == f"`{other}` and `{one}` are one address on some computers"
    assert remedy == "give one of them another id; until then the first is used alone"


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6))
def test_whatever_leads_to_whatever_no_entry_leads_back_to_itself(parents: list[int]) -> None:
    text = "".join(f"t{at}:\n  parent: t{to}\n" for at, to in enumerate(parents) if to < len(parents))
    tags, found = parse_tags(Source("briefings/tags.yaml", text))
    parent = {tag.slug: tag.parent for tag in tags}
    for slug in parent:
        seen = [slug]
        while parent.get(seen[-1]):
            seen.append(parent[seen[-1]])
            assert len(seen) == len(set(seen))
    for one in (one for one in found if one.code == "ring"):
        names = one.message.removeprefix("`parent` leads in a ring: ").replace("`", "").split(" > ")
        assert names[0] == names[-1]
        assert all(f"{a}:\n  parent: {b}\n" in text for a, b in pairwise(names))


def test_a_ring_of_merges_merges_nothing() -> None:
    text = "a: {name: A, merged_into: b}\nb: {name: B, merged_into: a}\nc: {name: C, merged_into: b}\n"
    entities, found = parse_entities(Source("briefings/entities.yaml", text))
    assert [(entity.id, entity.merged_into) for entity in entities] == [("a", ""), ("b", ""), ("c", "b")]
    assert [one.message for one in found] == ["`merged_into` leads in a ring: `a` > `b` > `a`"]
