"""What links between briefs show, and that every link to a brief is known on its page."""

from pathlib import Path

import pytest
from small_site import BASE, NOW, Case

from annotated_briefings.project.derive import DeriveOptions, derive_site
from annotated_briefings.site.exports.search_records import search_records

NAMED = (
    ("[[b]]", "Bare & <bold>"),
    ("[[more/c]]", "Cranes"),
    ("[[b#costs]]", "Bare & <bold>"),
    ("*[[b]]*", "Bare & <bold>"),
    ("[[briefings/b.md]]", "Bare & <bold>"),
    ("[[molen-1]]", "Molen Star"),
    ("[[top-1]]", "Top things"),
    ("[[how]]", "The way we work"),
    ("[[pier-works]]", "The long pier"),
    ("[[tide-gates]]", "Tide gates"),
)
"""Wikilinks by slug, path or id, and what each shows."""
KEPT = (
    ("[[b|these words]]", "these words"),
    ("[[b|b]]", "b"),
    ("[[bare & <bold>]]", "bare & <bold>"),
    ("[[Cranes]]", "Cranes"),
    ("[[Molen]]", "Molen"),
    ("[[molen star]]", "molen star"),
    ("[[top things]]", "top things"),
    ("[[the long pier]]", "the long pier"),
    ("[b](b.md)", "b"),
)
"""Those that have words of their own, or are written by a name."""
LINKS = (
    ("[it](b.md)", ""),
    ("[it](./b.md#costs)", ""),
    ("[it](/briefs/b/)", ""),
    ("[it](../b/)", ""),
    ("[it](%62.md)", ""),
    ("Text.", "why_it_matters: Because of [[b]] it is.\n"),
    ("Text.", "what_next: '[That](b.md) follows.'\n"),
    ("Text.", "key_points: ['A point on [[b|it]].']\n"),
    ("Text.", "unknowns: ['Who pays for [[b]]?']\n"),
    ("Text.", "annotations: [{quote: Text, note: 'See [[b]].'}]\n"),
)
"""Texts and front matter with one link to the brief b."""
NO_LINKS = (
    ("[it](https://elsewhere.example/briefs/b/)", ""),
    ("`[[b]]`", ""),
    ("[it](b.pdf)", ""),
    ("[it](/entities/b/)", ""),
    ("[it](#b)", ""),
    ("b.md", ""),
    ("Text.", "annotations: [{quote: Text, status: draft, note: 'See [[b]].'}]\n"),
    ("Text.", "sources: [{outlet: B, title: b.md}]\n"),
)
"""As many that have none."""


def fill(case: Case) -> Case:
    case.write("briefings/entities.yaml", "molen-1: {name: Molen Star, type: company, aliases: [Molen]}\n")
    case.write("briefings/tags.yaml", "top-1: {label: Top things}\n")
    case.write("pages/how.md", "---\ntitle: The way we work\n---\n\nText.\n")
    case.brief("b", 'title: "Bare & <bold>"\ntags: [top-1]\ndate: 2026-01-02', "## Costs\n\nMolen Star pays.\n")
    case.write("briefings/stories.yaml", "pier-works: {title: The long pier}\nnever-told: {title: Never told}\n")
    case.brief("more/c", "title: Cranes\ndate: 2026-01-01\nstory: pier-works")
    case.brief("gates", "title: Gates close\ndate: 2026-01-01\nstory: tide-gates")
    return case


def test_a_link_by_slug_or_id_shows_the_name_of_what_it_leads_to(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    rows = (*NAMED, *KEPT)
    case.brief("a", "title: A\ndate: 2026-01-03", "".join(f"- x {text} y\n" for text, _ in rows))
    case.build()
    lines = [item.get_text() for item in case.page("briefs/a/index.html").select(".text li")]
    assert lines == [f"x {shown} y" for _, shown in rows]
    feed = case.files()["feed.json"].decode()
    assert ">Molen Star</a> y" in feed
    assert ">molen-1</a>" not in feed
    assert f"x [Cranes]({BASE}/briefs/c/) y" in case.html("briefs/a/index.md")


def test_a_link_to_a_story_leads_to_its_page_where_a_public_brief_tells_it(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    case.brief("d", "title: Not yet\ndate: 2026-01-01\nstory: secret-plan\ndraft: true")
    case.brief("a", "title: A\ndate: 2026-01-03", "See [[The long pier]], [[Never told]] and [[secret-plan|that]].\n")
    case.build()
    links = case.page("briefs/a/index.html").select(".text a")
    assert [(link.get_text(), link["href"]) for link in links] == [("The long pier", "../../stories/pier-works/")]
    assert case.reported("broken-link") == [
        "briefings/a.md:7:24: warning[broken-link]: `[[Never told]]` leads to no brief, entity, tag or story",
        "briefings/a.md:7:43: warning[broken-link]: `[[secret-plan]]` leads to no brief, entity, tag or story",
    ]
    assert case.html("briefs/a/index.md").count(f"[The long pier]({BASE}/stories/pier-works/)") == 1


def test_the_search_finds_a_link_by_the_name_that_readers_see(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    case.brief("a", "title: A", "Before [[c]] comes [[molen-1]].\n\nAnd [[c|these]] or [[c]] after.\n")
    context = derive_site(tmp_path, DeriveOptions(tmp_path, NOW)).context
    (record,) = (one for one in search_records(context) if one.title == "A")
    assert record.text == ("Before Cranes comes Molen Star.", "And these or Cranes after.")


def test_a_name_is_shown_whole_under_marks_of_notes_and_in_footnotes(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    note = "annotations: [{quote: 'See b and', note: x}]"
    case.brief("a", f"title: A\ndate: 2026-01-03\n{note}", "See [[b]] and more.[^1]\n\n[^1]: Of [[c]] too.\n")
    case.build()
    assert case.reported("orphan-annotation") == []
    assert case.page("briefs/a/index.html").select("mark.noted")[1].get_text() == "Bare & <bold>"
    assert "Of Cranes too." in case.text("briefs/a/index.html")


@pytest.mark.parametrize("linked", [True, False])
def test_every_link_to_a_brief_and_nothing_else_is_a_backlink(tmp_path: Path, linked: bool) -> None:
    case = fill(Case(tmp_path))
    for number, (body, head) in enumerate(LINKS if linked else NO_LINKS):
        case.brief(f"l{number:02}", f"title: Link {number:02}\ndate: 2025-01-01\n{head}".rstrip(), f"Here {body} is.\n")
    case.build()
    section = case.page("briefs/b/index.html").select("section[aria-labelledby=backlinks]")
    named = section[0].get_text() if section else ""
    assert [n for n in range(len(LINKS)) if f"Link {n:02}" in named] == (list(range(len(LINKS))) if linked else [])
    if linked:
        assert "Because of Bare & <bold> it is." in " ".join(named.split())


def test_a_brief_links_to_another_once_and_never_to_itself(tmp_path: Path) -> None:
    case = fill(Case(tmp_path))
    case.brief("a", "title: Alpha\nwhy_it_matters: See [[b]].", "See [x](b.md), [[b]] and [me](a.md).\n")
    case.build()
    linked = case.page("briefs/b/index.html").select("section[aria-labelledby=backlinks]")[0].get_text()
    assert linked.count("Alpha") == 1
    assert "See x, Bare & <bold> and me." in " ".join(linked.split())
    assert not case.page("briefs/a/index.html").select("section[aria-labelledby=backlinks]")
