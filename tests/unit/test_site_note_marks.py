"""Marks of notes and footnotes are no part of the text, and lead to what is theirs alone."""

import json
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from small_site import Case

TEXT = """It said in a
statement that the *world* waits.[^1] Others waited
too.

- one crane of the port
- two cranes
  - three cranes of the port

> A town in **bold**, and [a link](https://a.example/) to it.

| a | b |
|---|---|
| cell one | cell two |

[^1]: Annual report, page 9.
"""
QUOTES = (
    "in a statement",
    "the world",
    "waits. Others",
    "two cranes",
    "three cranes of the port",
    "in bold, and a link",
    "a link",
    "cell two",
    "one crane",
)


def page_of(site: Case, path: str) -> Tag:
    return BeautifulSoup((site.root / "_site" / path / "index.html").read_text(encoding="utf-8"), "html.parser")


def noted(site: Case, quotes: tuple[str, ...] = QUOTES, text: str = TEXT) -> Case:
    """A site with a brief that has a note on each of some passages."""
    notes = "".join(f'  - {{quote: "{quote}", note: "On {number}."}}\n' for number, quote in enumerate(quotes))
    site.brief("b", f"title: B\ndate: 2026-04-30\nannotations:\n{notes.rstrip()}", text)
    return site.build()


def test_the_text_of_a_page_is_the_text_of_its_brief(tmp_path: Path) -> None:
    page = page_of(noted(Case(tmp_path)), "briefs/b")
    paragraph = page.select_one(".text p")
    assert paragraph is not None
    assert paragraph.get_text() == "It said in a statement that the world waits. Others waited too."
    marks = page.select("a.note-ref")
    assert [mark["data-number"] for mark in marks] == [str(n) for n in range(1, 10)]
    assert all(mark.get_text() == "" and str(mark["aria-label"]).startswith("Note\u00a0") for mark in marks)
    assert [mark["data-number"] for mark in page.select(".footnote-ref a")] == ["[1]"]


def test_the_selectors_of_published_notes_find_their_words_on_the_page(tmp_path: Path) -> None:
    site = noted(Case(tmp_path))
    text = page_of(site, "briefs/b").get_text()
    document = json.loads((site.root / "_site/briefs/b/annotations.json").read_text(encoding="utf-8"))
    found = []
    for item in document["items"]:
        selector, within = item["target"]["selector"]
        assert selector["type"] == "TextQuoteSelector"
        assert within == {"type": "CssSelector", "value": ".text", "refinedBy": selector}
        assert selector.get("prefix", "") + selector["exact"] + selector.get("suffix", "") in text
        found.append(selector["exact"])
    assert sorted(found) == sorted(QUOTES)


def test_remarks_are_published_with_links_that_others_can_follow(tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.write("briefings/entities.yaml", "oppo: {name: Oppo}\n")
    site.brief("c", "title: Other\ndate: 2026-04-29")
    site.brief(
        "b",
        "title: B\ndate: 2026-04-30\n"
        'annotations: [{quote: day, note: "Of [[Oppo]], [[Other|that]], [this](c.md), `[[Oppo]]` and [[Nobody]]."}]',
    )
    site.build()
    document = json.loads((site.root / "_site/briefs/b/annotations.json").read_text(encoding="utf-8"))
    base = "https://pages.example/briefs"
    assert document["items"][0]["body"][0]["value"] == (
        f"Of [Oppo]({base}/entities/oppo/), [that]({base}/briefs/c/), [this]({base}/briefs/c/), `[[Oppo]]` and Nobody."
    )


FOOTNOTES = (
    'annotations: [{quote: three, note: "One is out.[^n]\\n\\n[^n]: Log, page 4."},'
    ' {quote: cranes, note: "Two.[^1] Again.[^1]\\n\\n[^1]: Log, page 5."}]'
)


@pytest.mark.parametrize("path", ["briefs/b", "briefs/c", "notes", "notes/context"])
def test_footnotes_of_texts_and_notes_have_ids_of_their_own(path: str, tmp_path: Path) -> None:
    site = Case(tmp_path)
    for name in "bc":
        site.brief(
            name, f"title: {name}\ndate: 2026-04-30\n{FOOTNOTES}", "The port runs three cranes.[^1]\n\n[^1]: Page 9.\n"
        )
    assert not site.build().reported("duplicate-id", "broken-link")
    page = page_of(site, path)
    ids = Counter(str(element["id"]) for element in page.select("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    words = []
    for mark in page.select(".footnote-ref a"):
        there = page.find(id=str(mark["href"]).removeprefix("#"))
        assert isinstance(there, Tag)
        words.append(there.get_text())
        back = there.select_one(".footnote-backref")
        assert back is None or str(back["href"]).removeprefix("#") in ids
    pages = [next(part for part in ("page 4", "page 5", "Page 9") if part in text) for text in words]
    own = ["page 4", "page 5", "page 5"]
    assert sorted(pages) == sorted([*own, "Page 9"] if path.startswith("briefs") else own * 2)


def test_footnotes_of_a_feed_entry_have_ids_of_their_own(tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.brief("b", f"title: b\ndate: 2026-04-30\n{FOOTNOTES}", "The port runs three cranes.[^1]\n\n[^1]: Page 9.\n")
    site.build()
    feed = json.loads((site.root / "_site/feed.json").read_text(encoding="utf-8"))
    entry = BeautifulSoup(feed["items"][0]["content_html"], "html.parser")
    ids = Counter(str(element["id"]) for element in entry.select("[id]"))
    assert len(ids) >= 7
    assert set(ids.values()) == {1}


def test_a_line_has_no_place_for_a_footnote_and_shows_it_as_typed(tmp_path: Path) -> None:
    site = Case(tmp_path)
    site.brief("b", 'title: b\ndate: 2026-04-30\nkey_points: ["A point^[why]."]', "Text.[^1]\n\n[^1]: Page 9.\n")
    assert not site.build().reported("duplicate-id", "broken-link")
    page = page_of(site, "briefs/b")
    assert "A point^[why]." in page.get_text()
