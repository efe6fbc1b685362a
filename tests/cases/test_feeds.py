"""Feeds in the hands of strict readers."""

import json
import re
from xml.etree import ElementTree

from small_site import BASE, Case

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(case: Case) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(case.html("feed.xml")).iter(f"{ATOM}entry"))


def test_every_address_in_a_feed_is_whole(case: Case) -> None:
    """Every link and image in a feed has a whole web address, since feed readers know no other. (FD-04)"""
    case.write("static/p.png", b"\x89PNG\r\n\x1a\n")
    case.brief(
        "a",
        "title: A\ndate: 2026-07-04",
        "## X\n\n[b](b.md) [top](#h-x) [root](/tags/) [[b]]\n\nA note.[^1]\n\n[^1]: n\n",
    )
    case.brief("b", "title: B\ndate: 2026-07-04")
    case.build()
    for entry in entries(case):
        content = entry.findtext(f"{ATOM}content") or ""
        links = re.findall(r'(?:href|src)="([^"]*)"', content)
        assert all(link.startswith(f"{BASE}/") for link in links), links
    assert any(
        "#fn" in (e.findtext(f"{ATOM}content") or "") or "A note." in (e.findtext(f"{ATOM}content") or "")
        for e in entries(case)
    )


def test_a_corrected_headline_is_no_new_entry(case: Case) -> None:
    """The id of a feed entry stays when its title is corrected, so that feed readers do not show it as new. (FD-07)"""
    file = case.brief("a", "title: Helo\ndate: 2026-07-07\nupdated: 2026-07-08")
    case.build()
    [first] = entries(case)
    file.write_text(file.read_text("utf-8").replace("Helo", "Hello").replace("07-08", "07-09"), "utf-8")
    case.build()
    [second] = entries(case)
    case.write("site.yaml", f"title: Case\nbase_url: {BASE.replace('https', 'http')}\n")
    case.build()
    [third] = entries(case)
    assert first.findtext(f"{ATOM}id") == second.findtext(f"{ATOM}id") == third.findtext(f"{ATOM}id")
    assert first.findtext(f"{ATOM}published") == second.findtext(f"{ATOM}published")
    assert first.findtext(f"{ATOM}updated") != second.findtext(f"{ATOM}updated")


def test_titles_are_escaped_once(case: Case) -> None:
    """Titles are escaped exactly once, and the end mark of CDATA does no harm: parsed once, the text is the title
    again. (FD-09, FD-11)
    """
    case.write("site.yaml", f"title: 'News & notes'\nbase_url: {BASE}\neditor: 'Ann & Co'\n")
    case.brief(
        "a", 'title: "Bread & butter <today> ends ]]> here"\ndate: 2026-07-09', "Code: `x[y[0]]>1` and ]]&gt; too.\n"
    )
    case.build()
    feed = ElementTree.fromstring(case.html("feed.xml"))
    assert feed.findtext(f"{ATOM}title") == "News & notes"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Ann & Co"
    [entry] = entries(case)
    assert entry.findtext(f"{ATOM}title") == "Bread & butter <today> ends ]]> here"
    assert "<code>x[y[0]]&gt;1</code> and ]]&gt; too." in (entry.findtext(f"{ATOM}content") or "")
    assert json.loads(case.html("feed.json"))["items"][0]["title"] == "Bread & butter <today> ends ]]> here"


def test_a_feed_has_what_readers_need_or_there_is_none_and_that_is_said(case: Case) -> None:
    """A feed has author, id, own address and date of change; without a base URL there is none, and a message says
    so. (FD-10)
    """
    case.brief("a", "title: A\ndate: 2026-07-10")
    case.build()
    feed = ElementTree.fromstring(case.html("feed.xml"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert (feed.findtext(f"{ATOM}id") or "").startswith("https://")
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"{BASE}/feed.xml"]
    assert feed.findtext(f"{ATOM}updated") == "2026-07-10T00:00:00Z"
    case.write("site.yaml", "{}\n")
    case.build()
    assert "feed.xml" not in case.files()
    assert len(case.said("no-address")) == 1


def test_no_word_of_a_draft_is_in_any_file(case: Case) -> None:
    """No word of a draft is in any published file, the search index included. (SR-01)"""
    case.brief("a", "title: Hushed\ndate: 2026-07-12\ndraft: true", "A zebrafish clause.\n")
    case.brief("b", "title: Open\ndate: 2026-07-12", "A public clause.\n")
    case.build(search=True)
    assert any(path.startswith("pagefind/") for path in case.files())
    assert not any(b"zebrafish" in data or b"Hushed" in data for data in case.files().values())


def test_a_headline_of_markup_is_text_in_pages_and_in_the_index(case: Case) -> None:
    """A title that looks like markup is shown as text on pages and in search results. (SR-06)"""
    case.brief(
        "a",
        'title: "<img src=x onerror=alert(1)>"\ndate: 2026-07-17',
        "Braces {{x}} {% raw %} and </script><b>bold</b> words.\n",
    )
    case.build(search=True)
    for path, data in case.files().items():
        if path.endswith(".html"):
            page = case.page(path)
            assert not page.find_all("img", onerror=True), path
            assert not page.select(".text b, script b"), path
            assert b"<img src=x" not in data, path
    assert "Braces {{x}} {% raw %} and </script><b>bold</b> words." in case.text("briefs/a/index.html")
