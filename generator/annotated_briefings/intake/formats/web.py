"""Saved web pages: the article without the page around it. The home of trafilatura."""

import re
from collections.abc import Iterator
from typing import Any
from warnings import filterwarnings

import trafilatura
from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from trafilatura.metadata import extract_metadata

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.paths import host_of
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.markup import html_paragraphs
from annotated_briefings.intake.model import Given, RawDocument

_TYPES = re.compile(r"(News|Report|Analysis|Opinion|Blog|Tech|Live)?(Article|BlogPosting|Posting)", re.IGNORECASE)
_BYLINES = ('[rel="author"]', '[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', ".byline", ".author")
"""Where pages name their author, surest first."""
_SITE_TAIL = re.compile(r"(?<!\s)\s+[|–—-]\s+[^|–—]{2,40}$")
_BY = re.compile(r"^\s*(?:by|von|par|por)[:\s]+", re.IGNORECASE)


# A page that begins as XML does is read as any other page; nobody needs to be told on standard error.
filterwarnings("ignore", category=XMLParsedAsHTMLWarning)


def read_page(name: str, html: str) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The article of a web page with what the page says about it; no document where no article is found."""
    soup = BeautifulSoup(html, "lxml")
    url = page_address(soup)
    body = trafilatura.extract(
        html,
        output_format="html",
        favor_precision=True,
        include_comments=False,
        include_links=True,
        include_tables=True,
        include_images=True,
        include_formatting=True,
        url=url or None,
    )
    if not body:
        return None, (
            report(
                "no-article",
                "no article was found in the page",
                Place(name),
                help="save the page again when it is fully loaded, or paste its text into a .txt file",
            ),
        )
    given = page_facts(soup, html, url)
    paragraphs = html_paragraphs(body)
    if paragraphs and paragraphs[0].heading and _same(paragraphs[0].text, given.title):
        paragraphs = paragraphs[1:]
    return RawDocument(name, paragraphs, "html", True, given), ()


def _same(a: str, b: str) -> bool:
    return re.sub(r"\W+", "", a).casefold() == re.sub(r"\W+", "", b).casefold()


def page_address(soup: BeautifulSoup) -> str:
    """The page's own address, where it says one."""
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        tag = soup.select_one(selector)
        value = str(tag.get(attribute) or "") if tag else ""
        if value.startswith(("http://", "https://")):
            return value.strip()
    return ""


def page_facts(soup: BeautifulSoup, html: str, url: str = "") -> Given:
    """Title, author, outlet and date: JSON-LD first, then OpenGraph and meta tags, then what is on the page."""
    linked = next(_articles(soup), {})
    found = extract_metadata(html, url or None)
    title = _text(linked.get("headline")) or _meta(soup, "og:title", "twitter:title")
    if not title:
        heading = soup.find("h1")
        title = " ".join(heading.get_text(" ").split()) if heading else (found.title or "")
    outlet = _name(linked.get("publisher")) or _meta(soup, "og:site_name") or (found.sitename or "")
    if outlet and title.casefold().endswith(outlet.casefold()):
        title = _SITE_TAIL.sub("", title)
    author = _people(linked.get("author")) or _byline(soup) or (found.author or "").replace("; ", ", ")
    day = _text(linked.get("datePublished")) or _meta(soup, "article:published_time", "date", "pubdate")
    return Given(" ".join(title.split()), author, outlet or host_of(url), _date(day) or _date(found.date or ""), url)


def _date(text: str) -> str:
    """A date that briefs understand, or empty: a time without a zone counts as a day."""
    text = text.strip()
    if read_when(text):
        return text if len(text) <= 10 else text.replace(" ", "T", 1)
    return text[:10] if read_when(text[:10]) else ""


def _articles(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that are articles."""
    for tag in soup.find_all("script", type="application/ld+json"):
        try:
            data = read_json(tag.get_text().strip(), strict=False)
        except ValueError:
            continue
        todo = [data]
        while todo:
            item = todo.pop(0)
            if isinstance(item, list):
                todo = [*item, *todo]
            elif isinstance(item, dict):
                kinds = item.get("@type", "")
                if any(_TYPES.fullmatch(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
                    yield item
                todo += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(BeautifulSoup(value, "lxml").get_text().split()) if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        return _name(value[0]) if value else ""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _people(value: object) -> str:
    names = [_name(item) for item in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(_BY.sub("", n) for n in names if n and not n.startswith("http") and len(n) < 60))


def _meta(soup: BeautifulSoup, *names: str) -> str:
    for name in names:
        tag = soup.select_one(f'meta[property="{name}"], meta[name="{name}"]')
        value = str(tag.get("content") or "") if tag else ""
        if value.strip():
            return " ".join(value.split())
    return ""


def _byline(soup: BeautifulSoup) -> str:
    name = _BY.sub("", _meta(soup, "author", "article:author", "parsely-author", "sailthru.author"))
    if name and not name.startswith("http") and len(name) < 60:
        return name
    for selector in _BYLINES:
        tag = soup.select_one(selector)
        text = _BY.sub("", " ".join(tag.get_text(" ").split())) if tag else ""
        if text and len(text) < 60 and 1 < len(text.split()) < 7:
            return text
    return ""
