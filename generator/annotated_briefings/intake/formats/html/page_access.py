"""Who may read the article of a page, as the data of that article say (schema.org), and which of several articles that
the data name is the page's own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bs4 import BeautifulSoup, Comment
from bs4.element import Tag

from annotated_briefings.base.hold_back import bare_key, meant_by
from annotated_briefings.base.meant.states import field_kinds, key_words, names_subjects
from annotated_briefings.base.paths import has_web_scheme, split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.web import host_key
from annotated_briefings.intake.formats.html.labelled_lines import stated_rows
from annotated_briefings.intake.stated.marks.class_names import closing_class
from annotated_briefings.intake.stated.marks.comments import comments_mark
from annotated_briefings.intake.stated.marks.held import Mark, is_open, is_state_key, joined, read_marks
from annotated_briefings.intake.stated.marks.state_lines import release_field

_DAYS = frozenset(("datepublished", "datecreated", "datemodified"))
_OF_ACCESS = ("audience", "isAccessibleForFree", "conditionsOfAccess")
_DAYS_OF_ATTRIBUTES = frozenset(("published", "date published", "published date", "publication date"))
_STATED = (*_OF_ACCESS, "creativeWorkStatus")
_OF_READERS = frozenset(("state", "audience", "closed", "readers", "only", "approval", "check", "not"))
"""Kinds of words of attributes that are about who may read a page."""
_OF_DESIGN = frozenset(
    "live ready active enabled visible render rendered online available locked hidden loading loaded index noindex "
    "user theme scroll menu comment comments login logged shared sharing share hide show toggle expanded password "
    "date modified updated created cache role viewer session".split()
)
"""Words of attributes that say how an element is shown, or who looks at it."""
_OF_DESIGN_VALUES = frozenset(
    "open closed active inactive hidden invisible disabled loading loaded idle collapsed expanded".split()
)
"""States of elements."""
_NO = regex(r"(?:https?://schema\.org/)?(?:false|no)|0", re.IGNORECASE)
_CLOSED = regex(
    r"\b(?:subscri\w*|member\w*|regist\w*|log[ -]?in|sign[ -]?in|paid|paywall\w*|purchase\w*|premium|internal|staff|"
    r"private|confidential|abonn\w*|abo|mitglied\w*|anmeld\w*|bezahl\w*|kostenpflichtig|intern\w*|vertraulich|payant\w*|inscri\w*|"
    r"suscri\w*|miembros|socios|pago|interno|interna|assinant\w*|assinatura|membros|iscri\w*|abbona\w*|a pagamento|"
    r"betaald\w*|leden)\b|会员|會員|订阅|訂閱|付费|付費|会員|有料|登録|회원|유료|подпис\w*|платн\w*",
    re.IGNORECASE,
)
"""Words of conditions under which somebody may read something."""
_OPEN = regex(
    r"\b(?:no|not|none|without|free|open|public|everyone|everybody|optional|kein\w*|ohne|nicht|frei\w*|kostenlos|sans|gratuit\w*|"
    r"libre|sin|gratis|gratuito|livre|sem|senza|libero|geen|zonder|vrij)\b|无需|無需|免费|免費|不要|無料|무료|бесплатн\w*|без\b",
    re.IGNORECASE,
)
_ROBOTS = regex(r"\s*(?:robots|[a-z]*bot)\s*", re.IGNORECASE)
_UNAVAILABLE = regex(r"unavailable_after\s*:\s*([^\s,].*?)\s*(?=,\s*(?:no|index|follow|all\b|max-)|$)", re.IGNORECASE)
"""The day from which on a page is not to be shown, in the words for programs of search."""
_STATUS = regex(r"(?:post-)?status-(draft|private|pending|future|trash)|post-password-required")
_PREVIEW = regex(r"(?:^|&)_?(?:is_?)?preview(?:_?(?:id|nonce|token|mode))?=(?!(?:false|0|no)?(?:&|$))", re.IGNORECASE)
"""Parameters of the address of a page that is shown before it is published."""
_OF_PROGRAMS = frozenset(
    "robots googlebot bingbot viewport themecolor generator referrer rating revisitafter description keywords title "
    "author formatdetection section tag card creator site image url type locale sitename date datecreated "
    "datemodified issued created modified audience language noindex searchable".split()
)
"""What the head of any page states."""
_PUBLISHED = regex("publish(?:ed)?(?:date|time|on|at)?$|publication|pubdate|release(?:date|d)?$|posted|startdate")
"""Names of days on which pages were published."""
_NAMES = ("name", "audienceType")
"""What an audience is called; where it lives, and how old it is, keeps nobody out."""


def own_article(articles: Sequence[dict[str, Any]], address: str, titles: Iterable[str]) -> dict[str, Any]:
    """The article among the data of a page that the page is about: the one with its address or its heading, else the
    first. Others are teasers of other pages."""
    if len(articles) < 2:
        return articles[0] if articles else {}
    headings = {_letters(title) for title in titles} - {""}
    by_address = (one for one in articles if any(_is_same(url, address) for url in _addresses(one)))
    by_title = (one for one in articles if _letters(str(one.get("headline") or one.get("name") or "")) in headings)
    return next(by_address, None) or next(by_title, None) or articles[0]


def access_mark(linked: Mapping[str, Any]) -> Mark:
    """What the data of an article say of who may read it. Its audience is whom it was written for, and holds back only
    where it names the only readers; ``linked`` are the data of the page's own article."""
    rest = ((key, value) for key, value in linked.items() if key not in _OF_ACCESS)
    restriction = next(_restrictions(linked), "")
    return joined((read_marks(rest, _DAYS), Mark(restriction)))


def meta_mark(metas: Iterable[tuple[str, str]]) -> Mark:
    """What the head of a page says of who may read it: `dcterms.accessRights`, `article:content_tier`, `rights`.

    What it tells programs of search and of the web about all of its site, such as `distribution: global` and when a
    stored page is old, holds nothing back, and `noindex` does not: everybody may read the page. `unavailable_after`
    says until when, in the head of a page and in what the server says of it.
    """
    pairs = [(re.split(r"[.:]", name)[-1], value) for name, value in metas]
    ends = [("expires", end) for key, value in pairs if _ROBOTS.fullmatch(key) for end in _UNAVAILABLE.findall(value)]
    stated = read_marks(
        (key, value)
        for key, value in pairs
        if bare_key(key) not in _OF_PROGRAMS and meant_by(key) != "expires_at" and not _PUBLISHED.search(bare_key(key))
    )
    return joined((stated, read_marks(ends)))


def page_mark(soup: BeautifulSoup, linked: Mapping[str, Any]) -> Mark:
    """What a page says of who may see it: a preview or a locked page of a content management system, and fields in its
    lists and tables."""
    rows = [release_field(key, value) for key, value in stated_rows(soup)]
    own = (access_mark(_microdata(soup)), read_marks(_attributes(soup), _DAYS_OF_ATTRIBUTES))
    return joined((access_mark(linked), meta_mark(_metas(soup)), Mark(_state(soup)), Mark(_preview(soup)), *own, *rows))


def _attributes(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """What the attributes of the elements around the headline say of who may read the page: `data-visibility`."""
    for tag in _around_headline(soup):
        for name, value in tag.attrs.items():
            key = " ".join(key_words(name.removeprefix("data-"))) if name.startswith("data-") else ""
            if key and _is_of_access(key) and bare_key(str(value)) not in _OF_DESIGN_VALUES:
                yield key, str(value).strip() or "true"


def _is_of_access(key: str) -> bool:
    """Whether an attribute is about readers and publication, and not about how an element is shown."""
    words = set(key_words(key))
    if (
        (not _OF_DESIGN.isdisjoint(words) and words.isdisjoint(("to", "with")))
        or meant_by(key) == "expires_at"
        or names_subjects(key)
    ):
        return False
    return is_state_key(key) or bool(meant_by(key)) or not _OF_READERS.isdisjoint(field_kinds(key))


def _around_headline(soup: BeautifulSoup) -> list[Tag]:
    """The elements around the headline of a page: of several articles the one with the first headline."""
    headline = soup.find("h1") or soup.find(["article", "main", "body"])
    found = [headline, *headline.parents] if isinstance(headline, Tag) else []
    return [tag for tag in found if tag.name != "[document]"]


def _microdata(soup: BeautifulSoup) -> dict[str, list[str]]:
    """What elements of the page state as the data of its article do (microdata, RDFa); those of teasers do not."""
    around = {id(tag) for tag in _around_headline(soup)}
    found: dict[str, list[str]] = {}
    for tag in soup.select("[itemprop], [property]"):
        name = re.split(r"[:/#]", str(tag.get("itemprop") or tag.get("property")))[-1]
        article = tag.find_parent("article")
        if name in _STATED and (article is None or id(article) in around):
            value = tag.get("content") or tag.get("href") or tag.get_text(" ")
            found.setdefault(name, []).append(" ".join(str(value).split()))
    return found


def _preview(soup: BeautifulSoup) -> str:
    """The address under which a content management system shows a page before it is published; empty for others."""
    links = (str(tag["href"]) for tag in soup.select('link[rel~="canonical"][href], link[rel~="shortlink"][href]'))
    return next((f"preview: {link}" for link in links if _PREVIEW.search(split_url(link).query)), "")


def _metas(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """What the head of a page states, by name."""
    for tag in soup.find_all("meta"):
        name, content = tag.get("name") or tag.get("property") or tag.get("itemprop"), tag.get("content")
        if not name and str(tag.get("http-equiv")).lower() == "cache-control":
            name = "cache-control"
        if name and content:
            yield str(name), " ".join(str(content).split())


def _state(soup: BeautifulSoup) -> str:
    """The state that a content management system writes into the classes of a page."""
    for tag in soup.find_all(["body", "article", "main"]):
        for name in tag.get_attribute_list("class"):
            found = _STATUS.fullmatch(str(name or ""))
            if found:
                return found[1] or "password"
        if closing := closing_class(str(name or "") for name in tag.get_attribute_list("class")):
            return f"class: {closing}"
    return ""


def comment_mark(soup: BeautifulSoup) -> Mark:
    """What the comments of a page, which no reader sees, say of who may read it."""
    return comments_mark(str(one) for one in soup.find_all(string=lambda text: isinstance(text, Comment)))


def _restrictions(linked: Mapping[str, Any]) -> Iterator[str]:
    free, conditions, audience = (_many(linked.get(key)) for key in _OF_ACCESS[1:] + _OF_ACCESS[:1])
    yield from (f"isAccessibleForFree: {one}" for one in free if _NO.fullmatch(str(one).strip()))
    for one in conditions:
        text = str(one).strip()
        if is_open(text) is False or (_CLOSED.search(text) and not _OPEN.search(text)):
            yield f"conditionsOfAccess: {text}"
    for one in audience:
        named = [one.get(key) for key in _NAMES] if isinstance(one, dict) else [one]
        yield from (f"audience: {text}" for text in named if isinstance(text, str) and is_open(text) is False)


def _addresses(article: Mapping[str, Any]) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = article.get(key)
        named = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        if isinstance(named, str) and has_web_scheme(named):
            yield named


def _is_same(one: str, other: str) -> bool:
    """Whether two addresses are those of one page."""
    if not other or host_key(one) != host_key(other):
        return False
    first, second = split_url(one), split_url(other)
    return (first.path.rstrip("/"), first.query) == (second.path.rstrip("/"), second.query)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
