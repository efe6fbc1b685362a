"""Links to briefs that are not public: no headline, path or address of such a brief is published through them."""

from pathlib import Path

import pytest
from small_site import BASE, Case

from annotated_briefings.base.diagnostics import show

TITLE = "Board will sack the harbour master"
HELD = {
    "embargo_until: 2030-01-01T00:00:00Z": "embargo until 2030-01-01T00:00:00Z",
    "draft: true": "a draft",
    "publish_at: 2030-01-01T00:00:00Z": "not before 2030-01-01T00:00:00Z",
    "expires_at: 2020-01-01T00:00:00Z": "expired on 2020-01-01T00:00:00Z",
    "embargo_until:": "it has errors",
    "embargo_until: 2030-01-01": "it has errors",
    "publish_at: soon": "it has errors",
    "draft: true\ndate: neverday": "a draft",
    "embargo_until: 2030-01-01T00:00:00Z\ndate: neverday": "embargo until 2030-01-01T00:00:00Z",
}
"""Ways of holding a brief back, and why it is not public then."""
NAMING = {
    "by title": f"See [[{TITLE}]] now.",
    "by title in capitals": f"See [[{TITLE.upper()}]] now.",
    "by title with other spaces": "See [[Board  will sack\nthe harbour master]] now.",
    "by title and part": f"See [[{TITLE}#costs]] now.",
    "by slug": "See [[sackplan]] now.",
    "by another name": "See [[Sack list]] now.",
    "by path": "See [[briefings/sackplan.md]] now.",
    "by title in the words": f"See [[sackplan|{TITLE}]] now.",
    "by title in the words of a path": f"See [{TITLE}!](sackplan.md) now.",
    "by address in sight": f"See <{BASE}/briefs/sackplan/> now.",
    "by bare address": f"See {BASE}/briefs/sackplan/ now.",
    "by the title of a link": f'See [this](sackplan.md "{TITLE}") now.',
}
"""Links that would show readers a name of the held brief."""
SILENT = {
    "wikilink with words": "See [[sackplan|these words]] now.",
    "wikilink in bold": "See **[[sackplan|these words]]** now.",
    "wikilink with a part": "See [[sackplan#costs|these words]] now.",
    "path": "See [these words](sackplan.md) now.",
    "path with a part": "See [these words](sackplan.md#costs) now.",
    "path with a title": 'See [these words](sackplan.md "read on") now.',
    "path from the site": "See [these words](/briefings/sackplan.md) now.",
    "path up and down": "See [these words](../briefings/./sackplan.md) now.",
    "path in angle brackets": "See [these words](<sackplan.md>) now.",
    "path with escapes": "See [these words](sack%70lan.md) now.",
    "definition": "See [these words][p] now.\n\n[p]: sackplan.md",
    "address": "See [these words](/briefs/sackplan/) now.",
    "address of a part": "See [these words](/briefs/sackplan/#h-costs) now.",
    "address of the twin": "See [these words](/briefs/sackplan/index.md) now.",
    "relative address": "See [these words](../sackplan/) now.",
    "address with base path": "See [these words](/briefs/briefs/sackplan/) now.",
    "whole address": f"See [these words]({BASE}/briefs/sackplan/) now.",
    "old address": "See [these words](/old/sackplan-1/) now.",
    "picture": "See these words ![](sackplan.md) now.",
}
"""Links that name it to nobody."""
FIELDS = {
    "why_it_matters": "why_it_matters: {0}",
    "what_next": "what_next: [{0}]",
    "unknowns": "unknowns: [{0}]",
    "key_points": "key_points: [{0}]",
    "text of a point": "key_points: [{{text: {0}}}]",
    "note": "annotations: [{{quote: day, note: {0}}}]",
    "answer": "answers: [{{question: Who pays?, answer: {0}}}]",
}
"""Fields that are Markdown, each with a place for a text."""
ASKS = "---\ntitle: Asks\nsummary: In short.\ndate: 2026-04-30\nunknowns: [Who pays?]\n---\n\nNobody says.\n"


def case(root: Path, hold: str, text: str, head: str = "") -> Case:
    """A site with a held brief and one that links to it."""
    site = Case(root)
    site.write(
        "briefings/sackplan.md",
        f"---\ntitle: {TITLE}\nsummary: In short.\ndate: 2026-04-30\nredirect_from: [/old/sackplan-1/]\n"
        f"aliases: [Sack list]\n{hold}\n---\n\n"
        "Nobody knows.\n",
    )
    site.write("briefings/asks.md", ASKS)
    site.brief("b", f"title: Brief b\ndate: 2026-04-30\n{head}".rstrip(), text + "\n")
    return site.build()


def published(site: Case) -> str:
    """All that was written, in small letters."""
    files = (file for file in (site.root / "_site").rglob("*") if file.is_file())
    return "\n".join(file.read_bytes().decode("utf-8", "replace") for file in files).lower()


def is_silent(site: Case) -> bool:
    """Whether nothing that was written names the held brief."""
    text = published(site)
    return "sack the harbour" not in text and "sackplan" not in text and "sack%70lan" not in text


@pytest.mark.parametrize("hold", HELD)
def test_the_brief_and_why_it_is_held_are_said_and_the_words_stay(hold: str, tmp_path: Path) -> None:
    site = case(tmp_path, hold, "See [[sackplan|these words]] now.")
    assert site.report
    [found] = [show(d) for d in site.report.diagnostics if d.code == "held-link"]
    assert found == (
        f"briefings/b.md:7:5: warning[held-link]: `[[sackplan]]` leads to briefings/sackplan.md, which is not public: "
        f"{HELD[hold]}\n    7 | See [[sackplan|these words]] now.\n      |     ^^^^^^^^^^\n"
        "  help: its words are shown without the link until the brief is public"
    )
    assert "see these words now." in published(site)
    assert is_silent(site)


@pytest.mark.parametrize("form", SILENT)
def test_a_link_without_its_name_becomes_words_and_is_said(form: str, tmp_path: Path) -> None:
    site = case(tmp_path, "draft: true", SILENT[form])
    assert len(site.reported("held-link")) == 1
    assert not site.reported("leak")
    assert "these words" in published(site)
    assert is_silent(site)
    assert not [line for line in site.reported("broken-link") if "sackplan" in line]


@pytest.mark.parametrize("form", NAMING)
def test_readers_see_dots_for_a_link_that_would_show_its_name(form: str, tmp_path: Path) -> None:
    site = case(tmp_path, "draft: true", NAMING[form])
    [messages] = site.reported("held-link")
    assert "names briefings/sackplan.md, which is not public: a draft" in messages
    assert not site.reported("leak")
    assert is_silent(site)
    text = " ".join(published(site).split())
    assert "see … now." in text or "see this now." in text


@pytest.mark.parametrize("name", ["sackplan", "2026/sackplan", "2026/sackplan.md", "briefings/2026/sackplan"])
def test_the_name_of_its_file_is_its_name_too_where_its_address_is_another(name: str, tmp_path: Path) -> None:
    """People link files by their names, whatever folder they are in."""
    site = Case(tmp_path)
    site.write("briefings/2026/sackplan.md", f"---\ntitle: {TITLE}\nslug: other\ndraft: true\n---\n\nNobody knows.\n")
    site.brief("b", "title: Brief b\ndate: 2026-04-30", f"See [[{name}]] now.\n")
    [messages] = site.build().reported("held-link")
    assert "names briefings/2026/sackplan.md, which is not public: a draft" in messages
    assert "see … now." in " ".join(published(site).split())


@pytest.mark.parametrize("field", FIELDS)
def test_the_rule_holds_in_every_field(field: str, tmp_path: Path) -> None:
    head = FIELDS[field]
    quiet = case(tmp_path / "quiet", "draft: true", "One day.", head.format('"On [[sackplan|these words]] now."'))
    assert len(quiet.reported("held-link")) == 1, quiet.reported()
    assert is_silent(quiet)
    loud = case(tmp_path / "loud", "draft: true", "One day.", head.format(f'"On [[{TITLE}]] now."'))
    assert len(loud.reported("held-link")) == 1
    assert is_silent(loud)
    assert "on … now." in published(loud)
    broken = case(tmp_path / "broken", "draft: true", "One day.", head.format('"On [[nothing at all]] now."'))
    assert len(broken.reported("broken-link")) == 1
    path = case(tmp_path / "path", "draft: true", "One day.", head.format('"On [this](nothing.md) now."'))
    assert [line for line in path.reported("broken-link") if "nothing.md" in line]


@pytest.mark.parametrize("link", [f"[[{TITLE}]]", "[this](sackplan.md)", "[[sackplan]]"])
@pytest.mark.parametrize("field", ["summary", "image"])
def test_a_field_without_links_may_not_hold_one_as_it_is_typed(field: str, link: str, tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.write("briefings/sackplan.md", f"---\ntitle: {TITLE}\ndraft: true\n---\n\nNobody knows.\n")
    line = f'summary: "See {link} now."' if field == "summary" else f'image: {{src: a.png, alt: "See {link}"}}'
    other = "" if field == "summary" else "summary: In short.\n"
    site.write("briefings/b.md", f"---\ntitle: B\ndate: 2026-04-30\n{other}{line}\n---\n\nText.\n")
    assert site.build().reported("held-link")
    assert not site.reported("leak")
    assert is_silent(site)


def test_the_remedy_of_a_link_that_names_a_brief_works(tmp_path: Path) -> None:
    site = case(tmp_path, "embargo_until: 2030-01-01T00:00:00Z", f"See [[{TITLE}]] now.")
    assert site.report
    [found] = [show(d) for d in site.report.diagnostics if d.code == "held-link"]
    assert found == (
        f"briefings/b.md:7:5: warning[held-link]: `[[{TITLE}]]` names briefings/sackplan.md, "
        f"which is not public: embargo until 2030-01-01T00:00:00Z\n    7 | See [[{TITLE}]] now.\n      |     "
        + "^"
        * (len(TITLE) + 2)
        + "\n  help: readers see `…` in its place; write `[[sackplan|other words]]`, which shows the words alone until "
        "then, or take it out"
    )
    site = case(tmp_path, "embargo_until: 2030-01-01T00:00:00Z", "See [[sackplan|other words]] now.")
    assert not site.reported("leak")
    assert is_silent(site)


def test_a_brief_that_is_set_back_leaves_the_site_whatever_names_it(tmp_path: Path) -> None:
    text = f"See [[{TITLE}]], [[sackplan]] and {BASE}/briefs/sackplan/ or <!-- [[{TITLE}]] --> [{TITLE}](sackplan.md)."
    site = case(
        tmp_path, "tags: [docks]", text, head="annotations: [{quote: and, note: '[[sackplan]]', status: draft}]"
    )
    assert not is_silent(site)
    held = site.root / "briefings" / "sackplan.md"
    held.write_text(held.read_text("utf-8").replace("tags:", "draft: true\ntags:"), "utf-8")
    site.build()
    assert len(site.reported("held-link")) == 4
    assert is_silent(site)
    assert "see …, … and … or … ." in " ".join(published(site).split()).replace("….", "… .")
    changed = site.files()
    assert site.build(clean=True).files() == changed


def test_links_work_once_the_brief_is_public_and_in_a_build_with_drafts(tmp_path: Path) -> None:
    text = "See [[sackplan|these words]], [more](sackplan.md) and [all](/briefs/sackplan/)."
    site = case(tmp_path, "draft: true", text)
    assert is_silent(site)
    site.build(drafts=True)
    assert not site.reported("held-link", "broken-link", "leak")
    site = case(tmp_path, "draft: false", text)
    assert not site.reported("held-link", "broken-link", "leak")
    page = (tmp_path / "_site" / "briefs" / "b" / "index.html").read_text(encoding="utf-8")
    assert page.count('href="../../briefs/sackplan/"') >= 3


def test_a_name_that_something_public_has_too_leads_there(tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.write("briefings/entities.yaml", "oppo: {name: Oppo}\n")
    site.write("briefings/oppo-news.md", "---\ntitle: Oppo\ndraft: true\nsummary: In short.\n---\n\nNobody knows.\n")
    site.brief("b", "title: Brief b\ndate: 2026-04-30", "News of [[Oppo]] today.\n")
    assert not site.build().reported("leak", "held-link", "broken-link")


def test_words_of_a_link_do_not_make_a_headline_public(tmp_path: Path) -> None:
    site = case(tmp_path, "draft: true", f"See [[{TITLE}, they say]] now.")
    assert site.reported("leak")
    assert site.report
    assert site.report.written == 0


LISTS = {
    "entities": "mill: {{name: Mill, type: place, description: '{0}'}}\n",
    "tags": "bread: {{label: Bread, description: '{0}'}}\n",
    "stories": "loaf: {{title: The loaf, description: '{0}'}}\n",
    "people": "ed: {{name: Edda Open, initials: ED, description: '{0}'}}\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_description_that_names_a_held_brief_by_a_link_is_told_and_shown_without(name: str, tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.write("briefings/sackplan.md", f"---\ntitle: {TITLE}\ndate: 2026-04-30\n---\n\nNobody knows.\n")
    text = f"By [[{TITLE}]], [this](sackplan.md) and {BASE}/briefs/sackplan/ now."
    site.write(f"briefings/{name}.yaml", LISTS[name].format(text))
    site.brief("b", "title: Brief b\ndate: 2026-04-30\nentities: [mill]\ntags: [bread]\nstory: loaf\nauthor: ED")
    assert not is_silent(site.build())
    assert not site.reported("held-link")
    held = site.root / "briefings" / "sackplan.md"
    held.write_text(held.read_text("utf-8").replace("date:", "draft: true\ndate:"), "utf-8")
    site.build()
    assert len(site.reported("held-link")) == 3
    assert site.reported("held-link")[0].startswith(f"briefings/{name}.yaml:1:")
    assert is_silent(site)
    assert "by …, this and … now." in published(site)


def test_a_description_that_holds_the_words_alone_is_a_leak(tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.write("briefings/sackplan.md", f"---\ntitle: {TITLE}\ndraft: true\n---\n\nNobody knows.\n")
    site.write("briefings/tags.yaml", LISTS["tags"].format(TITLE))
    site.brief("b", "title: Brief b\ndate: 2026-04-30\ntags: [bread]")
    site.build()
    assert site.report
    found = [one for one in site.report.diagnostics if one.code == "leak"]
    assert {one.place.path for one in found} == {"briefings/sackplan.md"}
    text = "nothing was written; take the words out of briefings/tags.yaml:1, or publish them"
    assert {one.help for one in found} == {text}
    site.write("briefings/tags.yaml", LISTS["tags"].format("Loaves."))
    assert not site.build().reported("leak")


SOURCES = {
    "in a list": "sources: [{{outlet: Courier, url: {0}}}]",
    "first in braces": "sources: [{{url: {0}, outlet: Courier}}]",
    "in lines": "sources:\n  - outlet: Courier\n    url: {0}",
    "in quotes": "sources:\n  - outlet: Courier\n    url: '{0}'",
    "on a line below": "sources:\n  - outlet: Courier\n    url: >-\n      {0}",
    "with a comment": "sources:\n  - outlet: Courier\n    url: {0}  # ours",
    "in the title": "sources: [{{outlet: Courier, title: 'See {0}'}}]",
}
"""Places of an address in a source."""
ADDRESSES = (f"{BASE}/briefs/sackplan/", f"{BASE}/briefs/sackplan/index.md", f"{BASE}/old/sackplan-1/")


@pytest.mark.parametrize("form", SOURCES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_source_is_shown_without_the_address_of_a_held_brief(form: str, address: str, tmp_path: Path) -> None:
    site = case(tmp_path, "draft: true", "One day.", SOURCES[form].format(address))
    assert len(site.reported("held-link")) == 1
    assert not site.reported("leak")
    assert is_silent(site)
    assert "courier" in published(site)
