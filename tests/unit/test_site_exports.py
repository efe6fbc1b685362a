"""What programs get: JSON feeds, JSON-LD, sitemaps, twins, old addresses."""

import json
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from small_site import Case

from annotated_briefings.base.i18n import read_words
from annotated_briefings.base.source import Source
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.site.exports.machine_files import sitemap_index, sitemap_views
from annotated_briefings.site.redirects import clean_address

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 5, 1, tzinfo=UTC)
NASTY = "</script><!- <b>&amp; ]]>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three briefs, one of them with everything that could break out of its place."""
    root = tmp_path_factory.mktemp("site")
    (root / "briefings").mkdir()
    settings = "title: Test\nbase_url: https://example.org/x\neditor: Desk\ntopic_feed_from: 1\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    (root / "briefings" / "entities.yaml").write_text(
        "acme:\n  name: Acme\n  type: company\n  same_as: ['https://www.wikidata.org/wiki/Q1']\n", encoding="utf-8"
    )
    (root / "briefings" / "nasty.md").write_text(
        f"---\ntitle: 'Nasty {NASTY}'\nsummary: 'Sum {NASTY}'\ndate: 2026-03-01\nlang: de\n"
        "entities: {about: [Acme]}\ntags: [rain]\nstory: Wet spring\n"
        f"sources:\n  - {{outlet: 'Courier {NASTY}', url: 'https://example.org/a?b=1&c=2', title: T, author: A}}\n"
        "annotations:\n  - {quote: Rain, note: Public remark.}\n  - {quote: Rain, status: draft, note: Whispered.}\n"
        f"corrections:\n  - {{date: 2026-03-02, was: 'Snow {NASTY}', now: Rain, why: misread}}\n---\n"
        "Rain fell on Acme. See [[plain]], not `[[plain]]`.\n\n```\n[[plain]]\n[x]: y\n```\n\n"
        "[//]: # (hidden remark)\n\n~~~\n[fenced]: remark\n~~~\n\nSee [the Paper], [two\nwords] and ~this~.\n\n"
        "[THE paper]: https://example.org/paper\n[Two  words]: https://example.org/two\n"
        "[unused]: https://example.org/secret-plan\n",
        encoding="utf-8",
    )
    (root / "briefings" / "plain.md").write_text(
        "---\ntitle: Plain\ndate: 2026-03\nstory: Wet spring\nupdated: 2026-04-01\n---\nAcme \x0bdried.\n",
        encoding="utf-8",
    )
    (root / "briefings" / "undated.md").write_text("---\ntitle: Undated\n---\nText.\n", encoding="utf-8")
    assert not build(BuildRequest(root, NOW, search=False)).failed
    return root / "_site"


def data_of(site: Path, page: str) -> dict[str, object]:
    soup = BeautifulSoup((site / page / "index.html").read_bytes(), "lxml")
    [script] = soup.find_all("script", type="application/ld+json")
    found: dict[str, object] = json.loads(str(script.string))
    return found


def test_data_names_a_day_or_nothing(site: Path) -> None:
    """Search engines want a day; a month is none. (Google: Article structured data)"""
    data = data_of(site, "briefs/plain")
    assert "datePublished" not in data
    assert data["dateModified"] == "2026-04-01"
    page = BeautifulSoup((site / "briefs" / "plain" / "index.html").read_bytes(), "lxml")
    assert page.find("meta", property="article:published_time") is None
    modified = page.find("meta", property="article:modified_time")
    assert modified is not None
    assert modified["content"] == "2026-04-01"


def test_the_front_page_is_a_web_site_with_its_publisher(site: Path) -> None:
    data = data_of(site, "")
    assert data == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "https://example.org/x/",
        "url": "https://example.org/x/",
        "name": "Test",
        "inLanguage": "en",
        "publisher": data_of(site, "briefs/nasty")["publisher"],
        "potentialAction": {
            "@type": "SearchAction",
            "target": "https://example.org/x/search/?q={search_term_string}",
            "query-input": "required name=search_term_string",
        },
    }
    publisher = data["publisher"]
    assert isinstance(publisher, dict)
    assert (publisher["name"], publisher["url"]) == ("Desk", "https://example.org/x/")
    logo = str(publisher["logo"]).removeprefix("https://example.org/x/")
    assert (site / logo).is_file()


def test_a_product_is_no_offer(tmp_path: Path) -> None:
    """What is a Product for search engines must have offers or reviews; these are things."""
    case = Case(tmp_path / "site")
    case.write("briefings/entities.yaml", "pump:\n  name: Tide Pump\n  type: product\n")
    case.brief("a", "title: A\ndate: 2026-03-01\nentities: {about: [Tide Pump]}")
    case.build()
    output = case.root / "_site"
    for data in (data_of(output, "entities/pump"), data_of(output, "briefs/a")["about"][0]):  # type: ignore[index]
        assert (data["@type"], data["additionalType"]) == ("Thing", "https://schema.org/Product")
    assert not [path for path in output.rglob("*.html") if b'"@type":"Product"' in path.read_bytes()]


def test_a_brief_is_a_news_article_with_its_entities_sources_and_corrections(site: Path) -> None:
    data = data_of(site, "briefs/nasty")
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == f"Nasty {NASTY}"
    assert data["inLanguage"] == "de"
    assert (data["datePublished"], data["dateModified"]) == ("2026-03-01", "2026-03-02")
    assert data["about"] == [
        {
            "@type": "Corporation",
            "@id": "https://example.org/x/entities/acme/",
            "name": "Acme",
            "sameAs": ["https://www.wikidata.org/wiki/Q1"],
        }
    ]
    assert data["citation"] == [
        {
            "@type": "Article",
            "headline": "T",
            "url": "https://example.org/a?b=1&c=2",
            "author": {"@type": "Person", "name": "A"},
            "publisher": {"@type": "Organization", "name": f"Courier {NASTY}"},
        }
    ]
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": f"Snow {NASTY} → Rain (misread)", "datePublished": "2026-03-02"}
    ]
    assert data["publisher"] == {
        "@type": "Organization",
        "name": "Desk",
        "url": "https://example.org/x/",
        "logo": "https://example.org/x/favicon.svg",
    }


def test_no_text_ends_the_script_element_it_stands_in(site: Path) -> None:
    page = (site / "briefs/nasty/index.html").read_text(encoding="utf-8")
    inner = page.partition('application/ld+json">')[2].partition("</script>")[0]
    assert "<" not in inner
    assert json.loads(inner)["description"] == f"Sum {NASTY}"


def test_every_json_feed_has_what_the_format_asks_for(site: Path) -> None:
    feeds = sorted(site.rglob("feed.json"))
    assert [p.relative_to(site).as_posix() for p in feeds] == [
        "corrections/feed.json",
        "entities/acme/feed.json",
        "feed.json",
        "stories/wet-spring/feed.json",
        "tags/rain/feed.json",
    ]
    for path in feeds:
        feed = json.loads(path.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"https://example.org/x/{path.relative_to(site).as_posix()}"
        assert feed["title"]
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["url"].startswith("https://example.org/x/")
            assert item.get("content_html") or item["content_text"]  # those of topics have the summary alone
            assert item["date_modified"].endswith("Z")


def test_feeds_hold_whole_briefs_with_their_public_notes(site: Path) -> None:
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    [entry] = [item for item in items if "Nasty" in item["title"]]
    soup = BeautifulSoup(entry["content_html"], "lxml")
    assert "Public remark." in soup.get_text()
    assert "Whispered" not in soup.get_text()
    assert "Wir schrieben" in soup.get_text()
    assert [a["href"] for a in soup.find_all("a")] == [
        "https://example.org/x/briefs/plain/",
        "https://example.org/paper",
        "https://example.org/two",
        "https://example.org/a?b=1&c=2",
    ]
    assert soup.find("script") is None


def test_no_xml_file_holds_a_character_that_xml_forbids(site: Path) -> None:
    for path in site.rglob("*.xml"):
        assert b"\x0b" not in path.read_bytes(), path


def test_a_twin_says_what_its_page_says_and_no_more(site: Path) -> None:
    text = (site / "briefs/nasty/index.md").read_text(encoding="utf-8")
    assert "Rain fell on Acme. See [plain](https://example.org/x/briefs/plain/), not `[[plain]]`." in text
    assert "```\n[[plain]]\n[x]: y\n```" in text
    assert "Public remark." in text
    assert "Whispered" not in text
    assert "hidden remark" not in text
    # A definition that a link uses, in whatever case, is part of the text; one that none uses is a remark.
    assert "[THE paper]: https://example.org/paper\n[Two  words]: https://example.org/two\n" in text
    assert "secret-plan" not in text
    assert "~~~\n[fenced]: remark\n~~~\n\nSee [the Paper], [two\nwords] and ~this~." in text
    assert 'entities: ["Acme"]' in text


@pytest.mark.parametrize(
    "written",
    [
        "",
        "/",
        "old",
        "//host/x/",
        "https://example.org/",
        "/../x/",
        "/a/../b/",
        "/./a/",
        "/_headers",
        "/a\\b/",
        "/a?b/",
        "/a#b/",
        "/a:b/",
        "/a//b/",
        "/a\nb/",
        "/a/%2F/",
        "/.htaccess",
        "/a/.htaccess",
        "/%2Ehtaccess",
        "/.git/config",
        "/.briefings-manifest.json",
    ],
)
def test_an_old_address_cannot_lead_out_of_the_site(written: str) -> None:
    assert clean_address(written) == ""


def test_an_old_address_is_a_folder_unless_hosts_serve_its_name_as_a_page() -> None:
    written = ("/a/b", "/a/b/", "/a/b.html", "/A.HTM", "/日本/", "/a.php", "/v1.2", "/a.png", "/.well-known/a", "/a.")
    kept = ["/a/b/", "/a/b/", "/a/b.html", "/A.HTM", "/日本/", "/a.php/", "/v1.2/", "/a.png/"]
    kept += ["/.well-known/a/", "/a./"]
    assert [clean_address(a) for a in written] == kept


def test_a_sitemap_of_many_pages_is_split_and_gets_an_index() -> None:
    base, addresses = "https://example.org", [f"/{n}/" for n in range(25)]
    changes = {"/3/": "2026-01-01", "/9/": "2026-02-01", "/12/": "2026-03-01"}
    assert [(path, len(view.entries)) for path, view in sitemap_views(base, addresses, changes, limit=10)] == [
        ("sitemap-1.xml", 10),
        ("sitemap-2.xml", 10),
        ("sitemap-3.xml", 5),
    ]
    [(path, index)] = sitemap_index(base, addresses, changes, limit=10)
    assert (path, [(entry.url, entry.changed) for entry in index.entries]) == (
        "sitemap.xml",
        [
            ("https://example.org/sitemap-1.xml", "2026-02-01"),
            ("https://example.org/sitemap-2.xml", "2026-03-01"),
            ("https://example.org/sitemap-3.xml", ""),
        ],
    )
    [(path, one)] = sitemap_views(base, addresses, changes, limit=25)
    assert (path, len(one.entries)) == ("sitemap.xml", 25)
    assert list(sitemap_index(base, addresses, changes, limit=25)) == []


def test_a_text_that_the_catalogue_lacks_is_a_diagnostic_of_its_template() -> None:
    made, found = read_words(Source("words.yaml", "en:\n  a: {one: x}\n"), None)
    assert [d.message for d in found] == ["`a` has no form `other`"]
    assert made == {}
    _, found = read_words(Source("words.yaml", "en:\n  a: {x: y}\n"), None)
    assert [d.message for d in found] == ["`a` must be a text, or texts by plural form"]


def test_the_feed_of_the_site_is_there_as_rss_with_the_same_entries(site: Path) -> None:
    rss, atom = (feedparser.parse((site / name).read_bytes()) for name in ("rss.xml", "feed.xml"))
    assert (rss.version, rss.bozo, rss.feed.title, rss.feed.link) == ("rss20", False, "Test", "https://example.org/x/")
    fields = ("id", "title", "link", "published_parsed", "tags")
    assert [[entry.get(name) for name in fields] for entry in rss.entries] == [
        [entry.get(name) for name in fields] for entry in atom.entries
    ]
    assert [entry.content[0].value for entry in rss.entries] == [entry.content[0].value for entry in atom.entries]
    # It is HTML there, which readers take for text.
    assert BeautifulSoup(rss.entries[0].summary, "lxml").get_text() == f"Sum {NASTY}"
    text = (site / "rss.xml").read_text(encoding="utf-8")
    assert "<pubDate>Sun, 01 Mar 2026 00:00:00 +0000</pubDate>" in text
    assert '<atom:link rel="self" type="application/rss+xml" href="https://example.org/x/rss.xml"/>' in text
    assert not (site / "tags" / "rain" / "rss.xml").exists()
