"""Feeds in the hands of strict readers."""

import json
import re
from xml.etree import ElementTree

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from small_site import BASE, Case

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(case: Case) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(case.html("feed.xml")).iter(f"{ATOM}entry"))


def test_every_address_in_a_feed_is_whole(case: Case) -> None:
    """Every link and image in a feed has a whole web address, since feed readers know no other; those to a place in the
    entry itself stay in it. (FD-03, FD-04)"""
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
        places = {f"#{name}" for name in re.findall(r' id="([^"]*)"', content)}
        assert all(link.startswith(f"{BASE}/") or link in places for link in links), links
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
    assert (feed.findtext(f"{ATOM}id") or "").startswith("tag:")
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"{BASE}/feed.xml"]
    assert feed.findtext(f"{ATOM}updated") == "2026-07-10T00:00:00Z"
    case.write("site.yaml", "{}\n")
    case.build()
    assert "feed.xml" not in case.files()
    assert len(case.reported("no-address")) == 1


def test_no_word_of_a_draft_is_in_any_file(case: Case) -> None:
    """No word of a draft is in any published file, the search index included. (SR-01)"""
    case.brief("a", "title: Hushed\ndate: 2026-07-12\ndraft: true", "A zebrafish clause.\n")
    case.brief("b", "title: Open\ndate: 2026-07-12", "A public clause.\n")
    case.build(search=True)
    assert any(path.startswith("search/words/") for path in case.files())
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


def test_a_correction_keeps_its_id_and_its_place_when_others_come_and_go(case: Case) -> None:
    """The id of a correction is made of its day and its words, so that feed readers show none again. (FD-06)"""
    head = "title: A\ndate: 2026-03-01\ncorrections:\n"
    kept, other = "  - {date: 2026-03-05, was: nine, now: ten}\n", "  - {date: 2026-03-04, was: red, now: blue}\n"
    seen: list[list[tuple[str, str]]] = []
    for lists in (kept, other + kept, kept + other + kept):
        case.brief("a", head + lists.rstrip())
        case.build()
        found = ElementTree.fromstring(case.html("corrections/feed.xml")).iter(f"{ATOM}entry")
        seen.append([(e.findtext(f"{ATOM}id") or "", e.findtext(f"{ATOM}content") or "") for e in found])
        places = {tag["id"] for tag in case.page("briefs/a/index.html").select("[id^=correction-]")}
        links = [str(tag["href"]) for tag in case.page("corrections/index.html").select("a[href*='#correction-']")]
        assert links
        assert {link.partition("#")[2] for link in links} == places
    [first] = seen[0]
    assert first in seen[1]
    assert first in seen[2]
    assert [len(dict(found)) for found in seen] == [1, 2, 3]


def test_the_picture_of_a_brief_is_in_every_feed(case: Case) -> None:
    """A brief with a picture of its own has it in all three feeds, and the home page names all three. (FD-09, FD-11)"""
    case.write("static/crane.png", b"\x89PNG\r\n\x1a\n")
    case.brief("a", "title: A\ndate: 2026-03-01\nimage: {src: crane.png, alt: The crane}")
    case.brief("b", "title: B\ndate: 2026-03-02")
    case.build()
    [picture] = [path for path in case.files() if path.startswith("crane.")]
    for feed in ("feed.xml", "rss.xml", "feed.json"):
        assert case.html(feed).count(f"{BASE}/{picture}") == 1, feed
    kinds = [str(link["type"]) for link in case.page("index.html").select("link[rel=alternate]")]
    assert kinds == ["application/atom+xml", "application/feed+json", "application/rss+xml"]


def test_control_characters_are_in_no_output(case: Case) -> None:
    """What XML forbids, and what nobody sees, is in no page, twin, feed or list, and is named. (FD-02)"""
    case.brief(
        "a", 'title: "Ferry \\x02 sails"\ndate: 2026-03-01\nsummary: "At \\v dawn \\x7f"', "Body \x08 and \ufffe.\n"
    )
    outlet = 'slug: "x\\u0000y"\nsources: [{outlet: "The \\e[31m Times"}]'
    case.brief("b", f'title: "Nul \\0 here"\ndate: 2026-03-02\n{outlet}')
    case.build()
    assert "briefs/xy/index.html" in case.files()
    for path, data in case.files().items():
        if path.endswith((".html", ".md", ".xml", ".json", ".txt")):
            assert not re.search("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe]", data.decode()), path
    assert len(case.reported("control-character")) == 6


TITLES = [
    "Crane <b onclick=alert(1)>two</b> *not em* [x](y) S&P &amp; <falls>",
    "# no heading",
    "1. no list",
    "> no quotation - + = | `no code` ~~no~~ __init__ a_b_c \\*",
    "T<script>alert(2)</script> ](https://x.example)",
    "[[no wikilink]] [^1] ![p](q)",
]


def test_twins_and_lists_show_every_field_letter_by_letter(case: Case) -> None:
    """Read as CommonMark, the twin of a brief and llms.txt show the letters of each field and make no element of them.
    (FD-05)"""
    for number, title in enumerate(TITLES):
        text = json.dumps(title)
        point = f"key_points: [{text}]\ncorrections: [{{date: 2026-03-05, was: {text}, now: ten}}]"
        source = f"slug: b{number}\nsources: [{{outlet: {text}, title: {text}, url: 'https://quay.example/(1)'}}]"
        case.brief(f"b{number}", f"title: {text}\ndate: 2026-03-01\n{point}\n{source}")
    case.build()
    reader = MarkdownIt("commonmark")
    listed = BeautifulSoup(reader.render(case.html("llms.txt")), "html.parser")
    for number, title in enumerate(TITLES):
        text = case.html(f"briefs/b{number}/index.md").partition("---\n\n")[2]
        twin = BeautifulSoup(reader.render(text), "html.parser")
        heading = twin.select_one("h1")
        assert heading is not None
        assert heading.get_text() == title
        link = twin.select_one("ol a")
        assert link is not None
        assert (link.get_text(), link["href"]) == (title, "https://quay.example/(1)")
        assert not twin.select("script, b, em, code, s, strong, blockquote, falls, img")
        assert title in [link.get_text() for link in listed.select("a")]
    assert not listed.select("script, b, em, code, s, blockquote, falls, img")


def test_a_day_is_that_day_in_the_zone_of_the_site_and_a_moment_belongs_to_its_day_there(case: Case) -> None:
    """A day begins at midnight on the clocks of the site, in every feed; two spellings of one moment are filed on one
    day, that of the site. (FD-04)"""
    case.write("site.yaml", f"title: Case\nbase_url: {BASE}\ntime_zone: America/New_York\n")
    for name, date in (
        ("a", "2026-02-10"),
        ("b", "2026-02-10T03:00:00Z"),
        ("c", "2026-02-09T22:00:00-05:00"),
        ("d", "2026-07"),
    ):
        note = f"{{quote: short paragraph, note: N., date: {date}}}" if name == "a" else ""
        case.brief(
            name,
            f"title: {name}\ndate: {date}\ncorrections: [{{date: {date}, was: nine, now: ten}}]\nannotations: [{note}]",
        )
    case.build()
    moments = {
        "a": "2026-02-10T00:00:00-05:00",
        "b": "2026-02-09T22:00:00-05:00",
        "c": "2026-02-09T22:00:00-05:00",
        "d": "2026-07-01T00:00:00-04:00",
    }
    found = {e.findtext(f"{ATOM}title") or "": e for e in entries(case)}
    assert list(found) == ["d", "a", "b", "c"]
    for kind in ("published", "updated"):
        assert {title: entry.findtext(f"{ATOM}{kind}") for title, entry in found.items()} == moments
    items = json.loads(case.html("feed.json"))["items"]
    assert {item["title"]: item["date_published"] for item in items} == moments
    rss = ElementTree.fromstring(case.html("rss.xml"))
    assert [item.findtext("pubDate") for item in rss.iter("item")] == [
        "Wed, 01 Jul 2026 00:00:00 -0400",
        "Tue, 10 Feb 2026 00:00:00 -0500",
        "Mon, 09 Feb 2026 22:00:00 -0500",
        "Mon, 09 Feb 2026 22:00:00 -0500",
    ]
    corrections = ElementTree.fromstring(case.html("corrections/feed.xml"))
    assert [e.findtext(f"{ATOM}updated") for e in corrections.iter(f"{ATOM}entry")] == [
        moments[name] for name in "dabc"
    ]
    [notes] = [json.loads(data) for name, data in case.files().items() if name == "briefs/a/annotations.json"]
    assert notes["items"][0]["created"] == moments["a"]
    assert sorted(name for name in case.files() if name.startswith("2026/02/") and name.count("/") == 3) == [
        "2026/02/09/index.html",
        "2026/02/10/index.html",
    ]
    assert "February 9, 2026" in case.page("briefs/b/index.html").get_text()
    assert case.text("2026/02/10/index.html").count("In short.") == 1
    assert case.text("2026/02/09/index.html").count("In short.") == 2
