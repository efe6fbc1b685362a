"""Saved web pages: the article without the page around it, the articles, or what the page is instead."""

import re
from collections.abc import Iterator, Sequence
from warnings import filterwarnings

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import Tag

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import host_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.cut import is_missing, last_words
from annotated_briefings.intake.cleaning.datelines import is_beside_day, is_day_line
from annotated_briefings.intake.cleaning.days import date_span
from annotated_briefings.intake.cleaning.spoken import language_of_article
from annotated_briefings.intake.formats.hidden import drop_hidden
from annotated_briefings.intake.formats.html.blocks import blocks
from annotated_briefings.intake.formats.html.headings import part_large_lines
from annotated_briefings.intake.formats.html.page_access import comment_mark
from annotated_briefings.intake.formats.html.page_dates import date_in_address, date_in_lines, dates_in_data, own_day
from annotated_briefings.intake.formats.html.page_facts import (
    StatedByPage,
    completed,
    own_facts,
    page_address,
    page_facts,
)
from annotated_briefings.intake.formats.html.page_notices import notices_mark
from annotated_briefings.intake.formats.html.page_parts import Teaser, parts_of, teasers_of
from annotated_briefings.intake.formats.html.page_text import PageText, page_text
from annotated_briefings.intake.formats.html.selections import as_page, is_selection
from annotated_briefings.intake.formats.html.tree import joined, prepare
from annotated_briefings.intake.formats.instead.no_article import shown_instead
from annotated_briefings.intake.formats.unseen.apart import AROUND
from annotated_briefings.intake.formats.unseen.consent import drop_consent
from annotated_briefings.intake.formats.unseen.left import left_out
from annotated_briefings.intake.formats.unseen.stated import unseen_fields, with_unseen
from annotated_briefings.intake.labels import is_name
from annotated_briefings.intake.model import COMMENT, Given, Paragraph, RawDocument
from annotated_briefings.intake.segmentation.bylines import byline_names, byline_of_language
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.marks.held import marked
from annotated_briefings.intake.stated.outlets import headline

_SAVED = regex(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<a>https?://\S+)"
    r"|<html\b[^>]*\sdata-scrapbook-source=[\"']?(?P<b>https?://[^\s\"'>]+)"
    r"|<meta\s+name=[\"']?savepage-url[\"']?\s+content=[\"']?(?P<c>https?://[^\s\"'>]+)",
    re.IGNORECASE,
)
"""What browsers and their extensions write at the head of a page that they save."""
_TEASER = "it is a teaser: its article is on a page of its own"
_HIDDEN = "the page hides its text"
_STUB = 120
"""Words of the beginning of an article that its site sells."""
_TITLE, _LONGEST = 3, 25
"""Words of a line that may be a headline although nothing marks it as one."""
_SHOWN = 5
"""Addresses that the remedy for a list of articles names."""
PageRead = tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]

# A page that begins as XML does is read as any other page; nobody needs to be told on standard error.
filterwarnings("ignore", category=XMLParsedAsHTMLWarning)


def read_page(name: str, html: str, address: str = "") -> PageRead:
    """The articles of a web page with what the page says about them: one, or several where each is marked as one.

    No document where no article is found, and a diagnostic that says what the page is; of a page that lists articles
    each teaser is a document that is left out. ``address`` is where the page was found, if that is known.
    """
    soup = BeautifulSoup(as_page(html), "lxml")
    saved = _SAVED.search(html[:4000])
    fields = unseen_fields(soup)
    address = address or (saved["a"] or saved["b"] or saved["c"] if saved else "")
    url = page_address(soup, address)
    mark = comment_mark(soup)
    drop_consent(soup)
    doubtful = drop_hidden(soup, page=True)
    facts = page_facts(soup, str(soup), url)
    facts = replace(facts, given=marked(facts.given, mark))
    if doubtful and not facts.given.held:
        facts = replace(facts, given=replace(facts.given, held=_HIDDEN))
    teasers = () if facts.article else teasers_of(soup, url)
    if teasers:
        return _listed(name, teasers, address or url)
    parts = parts_of(soup)
    remarks = tuple(Paragraph(words, 0, 0, aside=COMMENT) for words in prepare(soup, address or url) if words)
    part_large_lines(soup)
    if parts:
        return _several(name, soup, parts, facts, url)
    documents, found = _one(name, soup, facts, url, is_selection(html))
    return tuple(with_unseen(replace(one, around=(*one.around, *remarks)), fields) for one in documents), found


def _one(name: str, soup: BeautifulSoup, facts: StatedByPage, url: str, selected: bool = False) -> PageRead:
    """The one article of a page, or of what was selected there."""
    page = page_text(soup, url, is_embargo, selected)
    if selected and not page.title:
        page = replace(page, title=_first_line(soup, page))
    given = _with_lines(facts, soup, page)
    texts = [paragraph.text for paragraph in page.article]
    controls = [paragraph.text for paragraph in page.around if paragraph.aside == "a form"]
    instead = shown_instead((given.title, *facts.titles), texts or [p.text for p in page.around], controls)
    if instead:
        message = f"the page is {instead.what}, and no article"
        return (), (report("no-article", message, Place(name), help=instead.remedy),)
    if not page.article:
        remedy = "save the page again when it is fully loaded, or paste its text into a .txt file"
        return (), (report("no-article", "no article was found in the page", Place(name), help=remedy),)
    if not given.cut and (any(map(is_missing, page.below)) or (facts.paid and _is_stub(texts))):
        given = replace(given, cut=last_words([text for text in texts if not is_missing(text)]))
    given = marked(given, notices_mark(soup, page.article))
    return (_document(name, page, given),), ()


def _first_line(soup: BeautifulSoup, page: PageText) -> str:
    """The first line of a selection, where it is above the text, and does not say who wrote that, and when; else
    empty."""
    first = next((paragraph.text for paragraph, _ in blocks(soup.body or soup)), "")
    above = page.article and first != page.article[0].text
    is_stated = _names_in(first) or date_in_lines((first,))
    return first if above and not is_stated and _TITLE <= len(first.split()) <= _LONGEST else ""


def _is_stub(texts: Sequence[str]) -> bool:
    """Whether a text that is not free to read is no more than its beginning."""
    return sum(len(text.split()) for text in texts) < _STUB


def _document(name: str, page: PageText, given: Given) -> RawDocument:
    paragraphs = page.article
    if paragraphs[0].heading and _same(paragraphs[0].text, given.title) and len(paragraphs) > 1:
        paragraphs = paragraphs[1:]
    return RawDocument(name, paragraphs, "html", True, given, around=page.around)


def _with_lines(facts: StatedByPage, soup: BeautifulSoup, page: PageText) -> Given:
    """What a page says of its article, with the headline, the day and the names that its lines show."""
    given = facts.given
    shown = (date_in_lines(page.lines), date_in_address(given.url))
    if page.days is None:
        published = own_day(given.published, (*dates_in_data(soup), *shown)) or shown[0] or shown[1]
    else:
        # Of the days of several entries none is that of the report.
        published = facts.day or shown[0] or shown[1] or (page.days[0] if len(page.days) == 1 else "")
    author = given.author or next(filter(None, map(_names_in, page.lines)), "")
    author = author or _names_by_language(page)
    if site := _site_above(given.title, soup, page):
        outlet = site if given.outlet in ("", host_of(given.url)) else given.outlet
        return replace(given, title=page.title, outlet=outlet, published=published, author=author)
    return replace(given, title=given.title or page.title, published=published, author=author)


def _site_above(title: str, soup: BeautifulSoup, page: PageText) -> str:
    """The name of the site, where the title of a page is nothing else: a line above the headline, and no heading."""
    bare = headline(title, "")
    heads = {_letters(tag.get_text()) for tag in soup.find_all(["h1", "h2"])}
    if not page.title or not bare or _letters(page.title) not in heads or _letters(bare) in heads:
        return ""
    if _letters(bare) in _letters(page.title) or _letters(page.title) in _letters(bare):
        return ""
    return bare if any(_letters(line).startswith(_letters(bare)) for line in page.lines) else ""


def _names_in(line: str) -> str:
    """The names in a line that is a byline, also one that begins with the day, such as `Posted on 3 March by ...`."""
    _, end = date_span(line)
    return byline_names(line) or (byline_names(line[end:].lstrip(" ,|·•–—-")) if end else "")


def _names_by_language(page: PageText) -> str:
    """The names of a line that is a byline in the language of the text, perhaps with the day behind them."""
    text = "\n".join(paragraph.text for paragraph in page.article)
    for above, line, below in zip(("", *page.lines), page.lines, page.lines[1:], strict=False):
        if above and _same(above, page.title) and is_name(line) and is_day_line(below) and len(line.split()) > 1:
            return line
    for line in page.lines:
        start, end = date_span(line)
        words = (line[:start] if end else line).split()
        while words and is_beside_day(words[-1].strip(",.").casefold()):
            words.pop()
        if names := byline_of_language(" ".join(words), lambda: language_of_article("", text).value):
            return names
    return ""


def _several(name: str, soup: BeautifulSoup, parts: Sequence[Tag], facts: StatedByPage, url: str) -> PageRead:
    """The articles of a page that are marked as such, each with its own facts."""
    documents: list[RawDocument] = []
    for number, part in enumerate(parts, 1):
        own = BeautifulSoup(f"<html><body>{part}</body></html>", "lxml")
        mine = completed(own_facts(own, facts.given), facts)
        page = page_text(own, mine.given.url, is_embargo)
        if page.article:
            document = _document(f"{name}#{number}", page, _with_lines(mine, own, page))
            documents.append(replace(document, parent=facts.given.title))
    for part in parts:
        part.decompose()
    rest = tuple(_outside(soup))
    if documents:
        documents[0] = replace(documents[0], around=(*rest, *documents[0].around))
        return tuple(documents), ()
    return _one(name, soup, facts, url)


def _outside(soup: BeautifulSoup) -> Iterator[Paragraph]:
    yield from left_out(soup)
    for paragraph, _ in blocks(soup.body or soup):
        yield paragraph if paragraph.aside else replace(paragraph, aside=AROUND)


def _listed(name: str, teasers: Sequence[Teaser], base: str) -> PageRead:
    """A page that lists articles: each is named, with its address, and none is taken."""
    documents = tuple(
        RawDocument(
            f"{name}#{number}",
            (Paragraph(" ".join(teaser.words), 0, 0),),
            "html",
            True,
            Given(title=teaser.title, url=joined(base, teaser.address)),
            _TEASER,
        )
        for number, teaser in enumerate(teasers, 1)
    )
    found = [one.given.url for one in documents if one.given.url]
    more = " …" if len(found) > _SHOWN else ""
    remedy = (
        f"import the articles themselves: `briefings import {' '.join(found[:_SHOWN])}{more}`"
        if found
        else "open each article in a browser, save it, and import that"
    )
    message = f"the page is a list of {len(teasers)} articles, and none of them"
    return documents, (report("no-article", message, Place(name), help=remedy),)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _same(a: str, b: str) -> bool:
    return _letters(a) == _letters(b)
