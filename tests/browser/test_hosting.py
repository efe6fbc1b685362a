"""A site on a real web server: every address that a page, a feed or the sitemap gives leads to something."""

from html import unescape
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree

import feedparser
from bs4 import BeautifulSoup
from playwright.sync_api import Browser
from web_server import Served

from annotated_briefings.base.site_files import MANIFEST


def get(url: str) -> tuple[int, str, str]:
    """Status, media type and text of an address."""
    parts = urlsplit(url)
    whole = parts._replace(path=quote(unquote(parts.path)), fragment="").geturl()
    try:
        with urlopen(whole) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode("utf-8", "replace")
    except HTTPError as error:
        return error.code, "", error.read().decode("utf-8", "replace")


def test_every_address_that_the_site_gives_leads_to_something(served: Served) -> None:
    todo = [served.base + "/", served.base + "/sitemap.xml", served.base + "/opml.xml", served.base + "/llms.txt"]
    seen: set[str] = set()
    while todo:
        url = todo.pop().partition("#")[0].partition("?")[0]
        if url in seen or not url.startswith(served.base):
            continue
        seen.add(url)
        status, kind, text = get(url)
        assert status == 200, url
        if kind == "text/html":
            soup = BeautifulSoup(text, "lxml")
            found = [t.get("href") or t.get("src") for t in soup.find_all(["a", "link", "script", "img"])]
            found += [m["content"] for m in soup.find_all("meta", property=["og:url", "og:image"])]
            todo += [urljoin(url, str(target)) for target in found if target]
        elif url.endswith((".xml", ".json", ".txt", ".md")):
            marks = "\"'<>() \n\\"
            for mark in marks:
                text = text.replace(mark, " ")
            todo += [unescape(word).split('"')[0] for word in text.split() if word.startswith(served.base)]
    pages = {served.base + path for path in served.paths} - {served.base + "/404.html"}
    assert pages <= {unquote(url) for url in seen}
    assert any(url.endswith("card.png") for url in seen)


def test_an_address_that_leads_nowhere_gets_the_page_for_that_with_its_styles(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    answer = page.goto(served.base + "/no/such/page/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "There is no page at this address"
    assert page.evaluate("() => getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    page.locator("nav a", has_text="Stories").click()
    page.wait_for_url("**/some/base/stories/")
    page.close()


def test_old_addresses_lead_on(browser: Browser, served: Served) -> None:
    hidden, *rules = (served.folder / "_redirects").read_text(encoding="utf-8").split("\n")[:-1]
    assert hidden == f"/{MANIFEST} {served.base}/ 302"
    assert len(rules) == 8
    page = browser.new_page()
    for rule in rules:
        old, new, status = rule.split(" ")
        assert status == "301"
        # The feeds of a merged entity are at their old addresses too, for hosts that redirect nothing.
        if old.endswith(("feed.xml", "feed.json")):
            there = served.folder / new.removeprefix(f"{served.base}/")
            assert (served.folder / old.removeprefix("/")).read_bytes() == there.read_bytes()
            continue
        page.goto(served.base + old)
        page.wait_for_url(unquote(new))
    page.close()


def test_every_feed_can_be_read_and_keeps_its_ids(served: Served) -> None:
    feeds = sorted(served.folder.rglob("feed.xml"))
    assert len(feeds) > 8
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        # The feed of a merged entity goes on at its old address too, under the id of the living one.
        host, _, place = feed.feed.id.partition(":/")
        assert host == "tag:example.org,2026"
        assert (served.folder / place).read_bytes() == path.read_bytes()
        for entry in feed.entries:
            assert entry.id.startswith("tag:example.org,2026:")
            assert entry.link.startswith(served.base + "/briefs/")
            assert entry.updated_parsed


def test_the_sitemap_says_when_pages_changed(served: Served) -> None:
    root = ElementTree.parse(served.folder / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    dates = {str(e.findtext(f"{space}loc")): e.findtext(f"{space}lastmod") for e in root}
    assert dates[f"{served.base}/briefs/second-turbine/"] == "2026-04-02"
    assert dates[f"{served.base}/entities/mara-lindqvist/"] == "2026-04-02"
    assert dates[f"{served.base}/"] == "2026-04-12"
