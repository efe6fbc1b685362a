"""After an edit of the registry a build begins with the kept site, and gives what a clean one gives."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest import mock

import pytest
from edited_sites import make, makes_all

from annotated_briefings.build.after_edits import kept_site

pytestmark = pytest.mark.slow

SETTINGS = "title: One\nbase_url: https://news.example\ntopic_feed_from: 1\nlist_length: 2\n"
ENTITIES = """\
tideworks:
  name: Tideworks
  type: company
  ticker: TDW
  website: https://tideworks.example
mara:
  name: Mara Lindqvist
  type: person
  description: She writes.
acme:
  name: Acme
  type: company
  parent: tideworks
unseen:
  name: Nobody Names It
  type: law
"""
HEAD = """\
title: Headline {0}
date: 2026-03-0{1}
tags: [rain]
story: flood
entities: {{about: [Tideworks], mentions: [Acme]}}
figures: [{{value: {0}, unit: t, what: load, as_of: 2026-03-01}}]
annotations: [{{quote: seven cranes, note: 'See [[Acme]]'}}]
"""
TEXT = "Mara Lindqvist said the harbour has seven cranes, one of Newly Made. See [[tideworks]].\n"


@pytest.fixture(autouse=True)
def sites_of_any_size() -> Iterator[None]:
    with mock.patch.object(kept_site, "LEAST", 1):
        yield


def lay_out(folder: Path) -> Path:
    """A site of three briefs and a draft."""
    site = folder / "site"
    (site / "briefings").mkdir(parents=True)
    (site / "site.yaml").write_text(SETTINGS, "utf-8")
    registry(site).write_text(ENTITIES, "utf-8")
    for number in range(3):
        brief(site, number).write_text(f"---\n{HEAD.format(number, number + 1)}---\n{TEXT}", "utf-8")
    (site / "briefings" / "held.md").write_text("---\ntitle: Two ferries\ndraft: true\n---\nFor sale.\n", "utf-8")
    return site


def registry(site: Path) -> Path:
    return site / "briefings" / "entities.yaml"


def brief(site: Path, number: int) -> Path:
    return site / "briefings" / f"b{number}.md"


def change(path: Callable[[Path], Path], old: str, new: str, site: Path) -> None:
    """Put one text in the place of another, or at the end of a file."""
    text = path(site).read_text("utf-8")
    assert old in text
    path(site).write_text(text.replace(old, new, 1) if old else text + new, "utf-8")


def entry(old: str, new: str) -> "Edit":
    """An edit of the registry."""
    return partial(change, registry, old, new)


def text(old: str, new: str) -> "Edit":
    """An edit of a brief."""
    return partial(change, partial(brief, number=1), old, new)


def with_page(site: Path) -> None:
    (site / "pages").mkdir()
    (site / "pages" / "about.md").write_text("---\ntitle: About\n---\nSee [[Zedd]].\n", "utf-8")


ADDED = "added:\n  name: Zz Added\n  type: company\n  aliases: [Zedd]\n  description: It is new.\n"
Edit = Callable[[Path], object]
ALONE: dict[str, Edit] = {
    "a description": entry("  name: Acme\n", "  name: Acme\n  description: It owns “cranes” & <b>.\n"),
    "another description": entry("She writes.", "She wrote."),
    "the first one again": entry("She wrote.", "She writes."),
    "no website": entry("  website: https://tideworks.example\n", ""),
    "a ticker": entry("ticker: TDW", "ticker: TIDE"),
    "the same thing elsewhere": entry("ticker: TIDE", "ticker: TIDE\n  same_as: [https://www.wikidata.org/wiki/Q42]"),
    "a comment above all": entry("tideworks:\n", "# Our list\ntideworks:\n"),
    "an entry of nothing": entry("name: Nobody Names It", "name: Nobody Names It\n  description: Really nobody."),
    "a text": text("Mara Lindqvist said", "So Mara Lindqvist said"),
    "a new one at the end": entry("", ADDED),
    "a new one at the top": entry("# Our list\n", "# Our list\n" + ADDED.replace("dded", "ny").replace("Zedd", "Zoo")),
    "a headline and an entry": lambda site: (
        text("title: Headline 1", "title: Headline 1 of 3")(site),
        entry("It owns", "It has")(site),
    ),
    "nothing new": entry(ADDED, ""),
}
"""Edits of entries on which nothing else depends, one after the other."""
WHOLE: dict[str, Edit] = {
    "a name": entry("name: Acme", "name: Acme Group"),
    "an alias that is in texts": entry("name: Acme", "name: Acme\n  aliases: [Newly Made]"),
    "an alias": entry("name: Acme", "name: Acme\n  aliases: [Zz Other]"),
    "a type": entry("type: company", "type: organisation"),
    "no parent": entry("  parent: tideworks\n", ""),
    "a former name": entry("name: Acme", "name: Acme\n  was: [Zz Works]"),
    "words that it requires": entry("name: Acme", "name: Acme\n  requires: [nothing]"),
    "another order": entry(ENTITIES, ENTITIES[ENTITIES.index("acme") :] + ENTITIES[: ENTITIES.index("acme")]),
    "one fewer": entry("unseen:\n  name: Nobody Names It\n  type: law\n", ""),
    "a new one that texts name": entry("", ADDED.replace("Zz Added", "Newly Made")),
    "a new one that texts name by an alias": entry("", ADDED.replace("Zedd", "Newly Made")),
    "a new one with a name that is taken": entry("", ADDED.replace("Zedd", "ACME")),
    "a new one that was called otherwise": entry("", ADDED + "  was: [Zz Works]\n"),
    "a new one that became another": entry("", ADDED + "  merged_into: acme\n"),
    "a new one that may be meant": entry("", ADDED + "  ambiguous: [Acme]\n"),
    "an error": entry("type: person", "type: robot"),
    "a link to a draft": entry("She writes.", "She writes of [[Two ferries]]."),
}
"""Edits that only a full build can follow."""
NAMED: dict[str, Edit] = {
    "a link": text("said", "said [[Zz Added]]"),
    "a link by the id": text("said", "said [it](/entities/added/) and [[added]]"),
    "front matter": text("mentions: [Acme]", "mentions: [Acme, ZEDD]"),
    "a note": text("See [[Acme]]", "See [[zz  added]]"),
    "a point": text("tags:", "key_points: ['[[Zedd]] is it']\ntags:"),
    "a page": with_page,
    "a draft": lambda site: (site / "briefings" / "held.md").write_text(
        "---\ntitle: Two ferries\ndraft: true\n---\nZz Added has them.\n", "utf-8"
    ),
}
"""What names a new entity before it is there."""


def test_an_entry_on_which_nothing_depends_is_made_without_the_rest_of_the_site(tmp_path: Path) -> None:
    site = lay_out(tmp_path)
    make(site)
    found = {}
    for name, edit in ALONE.items():
        edit(site)
        found[name] = makes_all(site)
    assert [name for name, everything in found.items() if everything] == []


def test_a_registry_from_which_something_else_may_follow_makes_the_whole_site(tmp_path: Path) -> None:
    site, found = lay_out(tmp_path / "site"), {}
    for name, edit in WHOLE.items():
        registry(site).write_text(ENTITIES, "utf-8")
        make(site)
        edit(site)
        found[name] = makes_all(site)
    for number, (name, edit) in enumerate(NAMED.items()):
        site = lay_out(tmp_path / str(number))
        edit(site)
        make(site)
        entry("", ADDED)(site)
        found[f"{name} names it"] = makes_all(site)
    assert [name for name, everything in found.items() if not everything] == []
