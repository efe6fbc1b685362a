"""Entities and tags that only unpublished briefs name leave no trace on the site, whatever holds the briefs back."""

import re

import pytest
from small_site import Case

REGISTRY = """
molenstar: {name: Molenstar, type: company, aliases: [Windhuis], was: [Old Molen], parent: zaanhold, description: Mill}
zaanhold: {name: Zaanhold, type: company, website: "https://zaanhold.example"}
oldmill: {name: Oldmillco, type: company, merged_into: molenstar}
ferry: {name: Ferry Board, type: organisation, parent: zaanhold}
"""
TAGS = """
purchase: {label: Purchase, aliases: [takeover], description: Who bought whom}
purchase/mills: {label: Millsale}
boats: {label: Boats}
"""
WORDS = re.compile(rb"molenstar|windhuis|old.molen|oldmill|zaanhold|purchase|takeover|millsale", re.IGNORECASE)
"""What only unpublished briefs name."""
HELD = (
    "draft: true",
    "embargo_until: 2030-01-01T00:00:00Z",
    "publish_at: 2030-01-01T00:00:00Z",
    "expires_at: 2020-01-01T00:00:00Z",
    "draft: ",
    "embargo-until: 2030-01-01T00:00:00Z",
)
NAMING = {
    "front matter": ("tags: [purchase/mills]\nentities: {about: [Molenstar], mentions: [Oldmillco]}", "Text."),
    "alias": ("tags: [takeover]\nentities: {mentions: [Windhuis]}", "Text."),
    "text": ("tags: [Purchase]", "The deal of Molenstar is near, and Zaanhold wants it."),
    "wikilink": ("", "See [[Molenstar]], [[purchase]] and [[Oldmillco|the mill]]."),
    "note": ("annotations: [{quote: near, note: 'See [[Molenstar]] and [[Millsale]].'}]", "It is near."),
}


@pytest.fixture
def case(case: Case) -> Case:
    case.write("briefings/entities.yaml", REGISTRY)
    case.write("briefings/tags.yaml", TAGS)
    case.brief("b", "title: Bee\ntags: [boats]\nentities: {about: [Ferry Board]}")
    return case


def traces(case: Case) -> list[str]:
    """The published files that tell of what only unpublished briefs name, in their names or their bytes."""
    return [name for name, data in case.files().items() if WORDS.search(name.encode()) or WORDS.search(data)]


@pytest.mark.parametrize("held", HELD)
def test_names_of_a_brief_that_is_held_back_are_nowhere(case: Case, held: str) -> None:
    for number, (head, body) in enumerate(NAMING.values()):
        case.brief(f"held-{number}", f"title: Held {number}\n{held}\n{head}", body)
    assert traces(case.build(search=held == HELD[0])) == []
    assert {"entities/ferry/index.html", "tags/boats/index.html"} <= set(case.files())


def test_names_of_the_registry_that_no_brief_uses_are_nowhere(case: Case) -> None:
    assert traces(case.build()) == []


@pytest.mark.parametrize("naming", NAMING)
def test_what_a_public_brief_names_has_its_pages(case: Case, naming: str) -> None:
    head, body = NAMING[naming]
    case.build()
    case.brief("a", f"title: Aye\n{head}", body)
    files = set(case.build().files())
    assert {"entities/molenstar/index.html", "tags/purchase/index.html", "entities/old-molen/index.html"} <= files
    assert case.reported("broken-link") == []


def test_a_name_in_a_draft_note_is_nowhere(case: Case) -> None:
    note = "{quote: near, note: 'See [[Molenstar]] and [[Millsale]].', status: draft}"
    case.brief("a", f"title: Aye\nannotations: [{note}]", "It is near.")
    assert traces(case.build()) == []


def test_names_come_with_the_brief_and_go_with_it(case: Case) -> None:
    """An incremental build is equal to a clean one."""
    head, body = NAMING["front matter"]
    case.brief("a", f"title: Aye\ndraft: true\n{head}", body)
    assert traces(case.build()) == []
    case.brief("a", f"title: Aye\n{head}", body)
    public = case.build().files()
    assert {"entities/oldmill/index.html", "tags/purchase/mills/index.html", "tags/takeover/index.html"} <= set(public)
    assert case.build(clean=True).files() == public
    case.brief("a", f"title: Aye\nexpires_at: 2020-01-01T00:00:00Z\n{head}", body)
    assert traces(case.build()) == []


def test_a_build_with_drafts_has_the_names_of_drafts(case: Case) -> None:
    head, body = NAMING["front matter"]
    case.brief("a", f"title: Aye\ndraft: true\n{head}", body)
    files = set(case.build(drafts=True).files())
    assert {"entities/molenstar/index.html", "entities/zaanhold/index.html", "tags/purchase/index.html"} <= files
