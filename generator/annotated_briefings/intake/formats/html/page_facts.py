"""What a web page says about its article: title, author, outlet, day and address."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.paths import has_web_scheme, host_of, split_url, whole_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.web import host_key
from annotated_briefings.intake.cleaning.days import both_readings, stated_day
from annotated_briefings.intake.formats.html.extractor import page_facts_of
from annotated_briefings.intake.formats.html.labelled_lines import labelled_names, named_below, site_name
from annotated_briefings.intake.formats.html.page_access import access_mark, own_article, page_mark
from annotated_briefings.intake.formats.html.page_dates import dates_at_head, dates_in_data
from annotated_briefings.intake.labels.writers import without_lead_word
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.marks.held import Mark, joined, marked
from annotated_briefings.intake.stated.people import people

_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified")
"""Meta tags that name the moment of the last change."""
_TYPES = regex(r"(News|Report|Analysis|Opinion|Blog|Tech|Live)?(Article|BlogPosting|Posting)", re.IGNORECASE)
_BYLINES = (
    '[rel="author"]',
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    ".byline",
    ".author",
    ".reader-credits",
)
"""Where pages name their author, surest first."""
_STANDFIRSTS = ", ".join(
    f"p{kind}, div{kind}, h2{kind}, section{kind}"
    for kind in (
        ".standfirst", ".article__standfirst", ".dek", ".article-dek", ".chapo", ".article__chapo", ".vorspann",
        ".article__lead", ".p-summary",
        ".entradilla", ".sottotitolo", ".article-subtitle", '[itemprop="description"]', '[data-testid="standfirst"]',
    )
)  # fmt: skip
_SITE_TAIL = regex(r"(?<!\s)\s*(?:[|｜»«·•:]|(?<=\s)[–—-](?=\s)|[_—–])\s*([^|–—]{2,40})$")
_AROUND = r"(?:.{{2,40}}?(?:\s*[|｜»«·•:]|\s[–—-])\s*)?{}(?:(?:\s*[|｜»«·•:_]|\s+[–—-])\s*.{{2,60}})?"
"""A title with the name of its site before or after it."""
_MOST_AUTHORS = 6
"""Names at one place of a page; more are those of other articles."""
_LONGEST_BYLINE = 120


_NO_TITLE = regex(
    r"(?:new page|neue seite|nouvelle page|nueva página|página nueva|nuova pagina|pagina nuova|nieuwe pagina"
    r"|page|slide|seite"
    r"|document|dokument|documento)[ _-]?\d*|(?:untitled|unbenannt\w*|sans titre|sin título|senza (?:titolo"
    r"|nome)|naamloos|sem"
    r" título|без названия|无标题|無題|no title|title|titel)(?:[ _-](?:document|dokument|page|seite|\d+))*"
    r"|(?:microsoft word|powerpoint|word|microsoft frontpage|openoffice\S*|libreoffice)\b.*|(?:index|default"
    r"|home ?page|start ?page"
    r"|front ?page|frame|main|home)\d*|[a-z_-]*\d[\da-z_-]*|\S+\.(?:html?|docx?|odt|rtf|txt|php|aspx?|jsp|pdf)"
    r"|powerpoint presentation|\W*",
    re.IGNORECASE,
)
"""What programs write as the title of a page that nobody gave one."""


class StatedByPage(Value):
    """What a page says of its article."""

    given: Given
    """Title, author, outlet, day and more."""
    day: str
    """The day that the data at its head state, as they write it; empty where they state none."""
    article: bool
    """Whether its data say that it is an article."""
    titles: tuple[str, ...] = ()
    """What a browser shows as its title, and its first heading."""
    paid: bool = False
    """Whether its data say that its text is not free to read."""
    following: tuple[tuple[str, str], ...] = ()
    """Titles, as letters alone, and addresses of the articles that it shows below its own one."""
    writer: str = ""
    """The writer of its own article, as its data state."""


def page_address(soup: BeautifulSoup, address: str = "") -> str:
    """The page's own address, where it says one, else that at which it was found (``address``).

    Of a page that was found at an address only one on the same host counts, and not the front page for all others.
    """
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        tag = soup.select_one(selector)
        value = str(tag.get(attribute) or "").strip() if tag else ""
        value = whole_url(address, value) if address and value else value
        if has_web_scheme(value) and _is_own(value, address):
            return value
    shown = soup.select_one("a.reader-domain[href]")
    if shown and has_web_scheme(str(shown["href"])) and _is_own(str(shown["href"]), address):
        # What a browser shows without what is around an article names the page that it took it from.
        return str(shown["href"]).strip()
    linked = own_article(list(_articles(soup)), address, (_heading(soup), _meta(soup, "og:title")))
    named = linked.get("mainEntityOfPage")
    for one in (linked.get("url"), named.get("@id") if isinstance(named, dict) else named):
        if isinstance(one, str) and has_web_scheme(one) and _is_own(one, address):
            return one.strip()
    return address


def _is_own(stated: str, address: str) -> bool:
    """Whether the address that a page states may be that of the page that was found at ``address``."""
    if not address:
        return True
    front = split_url(stated).path in ("", "/") and not split_url(stated).query
    return host_key(stated) == host_key(address) and (not front or split_url(address).path in ("", "/"))


def page_facts(soup: BeautifulSoup, html: str, url: str = "") -> StatedByPage:
    """Title, author, outlet and date: JSON-LD first, then OpenGraph and meta tags, then what is on the page."""
    canonical = soup.select_one('link[rel="canonical"][href]')
    address = str(canonical["href"]).strip() if canonical else url
    shown = (_heading(soup), _meta(soup, "og:title"))
    linked = own_article(list(_articles(soup)), whole_url(url, address) if url else address, shown)
    people_by_id = _by_id(soup)
    found = page_facts_of(html, url)
    labelled = named_below(soup) | labelled_names(soup)
    # The extractor parts titles at colons, too: what the headline has is no site.
    whole = _letters(soup.title.get_text()) if soup.title else ""
    site = "" if whole and whole in _letters(_heading(soup)) else found.site
    outlet = _name(linked.get("publisher")) or site_name(soup) or labelled.get("outlet", "") or site
    titles = (
        _text(linked.get("headline")),
        _meta(soup, "og:title", "twitter:title"),
        _document_title(soup),
        _heading(soup),
        found.title,
    )
    title = next((one for one in titles if not _NO_TITLE.fullmatch(one)), "")
    stated = [_resolved(linked.get("author"), people_by_id)] if linked.get("author") else []
    candidates = (*map(_people, stated), *_bylines(soup), labelled.get("author", ""), found.author)
    author = next(filter(None, map(people, candidates)), "")
    head = _first_day(_text(linked.get("datePublished")), *dates_at_head(soup))
    given = Given(
        title=_without_site(soup, title, outlet or host_of(url)),
        author=author,
        outlet="" if title != found.title and _NO_TITLE.fullmatch(found.title) and outlet == found.site else outlet,
        published=_first_day(head, *dates_in_data(soup), labelled.get("published", "")),
        url=url,
        language=_text(linked.get("inLanguage")) or str(soup.html.get("lang") or "" if soup.html else ""),
        modified=_text(linked.get("dateModified")) or _meta(soup, *_MODIFIED) or labelled.get("updated", ""),
        standfirst=tuple(filter(None, _standfirsts(soup, linked))),
    )
    given = marked(replace(given, outlet=given.outlet or host_of(url)), page_mark(soup, linked))
    return StatedByPage(
        given,
        head,
        bool(linked) or _meta(soup, "og:type").lower() == "article",
        tuple(" ".join(one.split()) for one in (soup.title.get_text() if soup.title else "", _heading(soup)) if one),
        access_mark(linked).held.startswith("isAccessibleForFree"),
        tuple(_following(soup)),
        next(filter(None, map(people, map(_people, stated))), ""),
    )


def own_facts(soup: BeautifulSoup, page: Given) -> StatedByPage:
    """What one of several articles of a page says of itself; ``page`` is what the page says of all."""
    heading = soup.find(["h1", "h2", "h3", "h4", "h5", "h6"])
    title = " ".join(heading.get_text(" ").split()) if heading else ""
    link = heading.find("a", href=True) or heading.find_parent("a", href=True) if heading else None
    named = soup.select_one('a[rel~="bookmark"][href], a.permalink[href], a[itemprop="url"][href]')
    leading = link or named
    address = str(leading["href"]) if leading else ""
    same = bool(title) and _letters(title) == _letters(page.title)
    author = next(filter(None, map(people, _bylines(soup))), "")
    given = marked(
        Given(
            title=title,
            author=author,
            outlet=page.outlet,
            published=_first_day(*dates_in_data(soup)),
            url=address if has_web_scheme(address) else page.url if same else "",
            language=page.language,
        ),
        joined((page_mark(soup, {}), Mark(page.held, page.embargo, page.expires))),
    )
    return StatedByPage(given, "", True)


def _following(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The titles and addresses of the articles that a page of AMP shows below its own one."""
    for tag in soup.select('amp-next-page script[type="application/json"]'):
        try:
            listed = read_json(tag.get_text())
        except ValueError:
            continue
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict) and has_web_scheme(str(one.get("url", ""))):
                yield _letters(_text(one.get("title"))), str(one["url"])


def completed(mine: StatedByPage, page: StatedByPage) -> StatedByPage:
    """The facts of one of several articles with what the data of their page say of it: its writer, or its address."""
    given, title = mine.given, _letters(mine.given.title)
    if title and title == _letters(page.given.title):
        # Data are surer than words beside a headline.
        return replace(mine, given=replace(given, author=page.writer or given.author))
    found = next(
        (url for name, url in page.following if name and (title.startswith(name) or name.startswith(title))), ""
    )
    return replace(mine, given=replace(given, url=found)) if found and title and not given.url else mine


def _first_day(*days: str) -> str:
    """The first of some days, as they are written, that can be read; else the first that is there."""
    return next((day for day in days if stated_day(day) or both_readings(day)), next(filter(None, days), ""))


def _document_title(soup: BeautifulSoup) -> str:
    """The title of a document that was saved as a page: a paragraph of that style."""
    tag = soup.select_one("p.title, p.Title, p.MsoTitle, p.western.title")
    return " ".join(tag.get_text().split()) if tag else ""


def _heading(soup: BeautifulSoup) -> str:
    """The first heading of a page outside its menus."""
    for heading in soup.find_all("h1"):
        if not heading.find_parent(["nav", "header", "aside", "footer"]) or heading.find_parent("article"):
            text = " ".join(heading.get_text(" ").split())
            if text:
                return text
    return ""


def _without_site(soup: BeautifulSoup, title: str, outlet: str) -> str:
    """A title without the name of its site before or after it: a heading of the page says where it ends."""
    title = " ".join(title.split())
    site = _letters(outlet)
    headings = (" ".join(heading.get_text(" ").split()) for heading in soup.find_all(["h1", "h2"]))
    inside = [
        text
        for text in headings
        if len(text.split()) > 1 and _letters(text) not in site and re.fullmatch(_AROUND.format(re.escape(text)), title)
    ]
    if inside:
        return max(inside, key=len)
    tail = _SITE_TAIL.search(title)
    name = _letters(tail[1]) if tail else ""
    return title[: tail.start()] if tail and name and (name in site or site in name) else title


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _articles(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that are articles."""
    for item in _objects(soup):
        kinds = item.get("@type", "")
        if any(_TYPES.fullmatch(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
            yield item


def _objects(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page."""
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
                yield item
                todo += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _by_id(soup: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """The JSON-LD objects of a page by the ids by which others name them."""
    return {str(item["@id"]): item for item in _objects(soup) if item.get("@id") and len(item) > 1}


def _resolved(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """A value with the objects that it names by their ids."""
    if isinstance(value, list):
        return [_resolved(one, known) for one in value]
    return known.get(str(value.get("@id")), value) if isinstance(value, dict) and not value.get("name") else value


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(BeautifulSoup(value, "lxml").get_text().split()) if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        return _name(value[0]) if value else ""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _people(value: object) -> str:
    return "; ".join(filter(None, map(_name, value if isinstance(value, list) else [value])))


def _meta(soup: BeautifulSoup, *names: str) -> str:
    for name in names:
        tag = soup.select_one(f'meta[property="{name}"], meta[name="{name}"]')
        value = str(tag.get("content") or "") if tag else ""
        if value.strip():
            return " ".join(value.split())
    return ""


def _standfirsts(soup: BeautifulSoup, linked: Mapping[str, Any]) -> Iterator[str]:
    """What may be the standfirst of a page: what it shows as one first, then what it tells others."""
    yield from (" ".join(tag.get_text(" ").split()) for tag in soup.select(_STANDFIRSTS)[:_MOST_AUTHORS])
    yield _text(linked.get("description"))
    yield _meta(soup, "og:description", "description", "twitter:description")


def _bylines(soup: BeautifulSoup) -> Iterator[str]:
    """Where a page may name its author, surest first."""
    yield _meta(soup, "author", "article:author", "parsely-author", "sailthru.author")
    for selector in _BYLINES:
        tags = soup.select(selector)
        if len(tags) < _MOST_AUTHORS:
            texts = (without_lead_word(" ".join(tag.get_text(" ").split())) for tag in tags)
            yield "; ".join(text for text in texts if len(text) < _LONGEST_BYLINE)
