"""The day on which a page says that its article was published: in its data, or beside its headline."""

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.dates import days_after
from annotated_briefings.base.paths import split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.days import both_readings, find_day, stated_day

_META = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "og:article:published_time",
    "article.published",
    "originalpublicationdate",
    "date.created",
)
"""Meta tags that name the day of publication, surest first."""
_MARKED = regex(
    r"publish|posted|created|entry-?date|pub-?date|dateline|timestamp|date(?!\w*mod)|datum|fecha|data\b", re.I
)
"""Classes and attributes of an element that shows a day."""
_CHANGED = regex(r"updat|modif|aktualis|actualis|aggiorn|gewijzigd|bijgewerkt|изменен|更新|mis à jour", re.IGNORECASE)
_NO_DAY = regex(
    r"©|\(c\)|copyright|all rights|since \d{4}|founded|expires|event|opens on|closes on|deadline", re.IGNORECASE
)
_IN_ADDRESS = regex(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/-]|$)")
_IN_UTC = regex(r"(?:Z|\+00:?00|UTC|GMT)\s*$")
_LETTERS = regex(r"[^\W\d_]{3,}")
_ENTRY = "dt-published"
"""The class of the day of an entry (microformats2), wherever on its page that is."""
_MOST_WORDS = 12
"""Words beside a day in the line of a byline; more are a sentence."""


def dates_at_head(soup: BeautifulSoup) -> Iterator[str]:
    """What the data of a page say of the day of all of it, as it is written, surest first."""
    for name in _META:
        for tag in soup.find_all("meta"):
            own = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
            if own == name and (value := str(tag.get("content") or "").strip()):
                yield value
    for tag in soup.select('[itemprop="datePublished" i]'):
        yield _value(tag)


def dates_in_data(soup: BeautifulSoup) -> Iterator[str]:
    """What the data and the elements of a page say of its day, as it is written, surest first."""
    yield from dates_at_head(soup)
    times = [tag for tag in soup.find_all("time") if _ENTRY in tag.get_attribute_list("class") or not _is_beside(tag)]
    marked = [tag for tag in times if tag.has_attr("pubdate") or _is_marked(tag)]
    for tag in (*marked, *times[:1]):
        if not _CHANGED.search(" ".join(map(str, tag.get_attribute_list("class")))):
            written = _value(tag)
            yield written if stated_day(written) or both_readings(written) else ""
            yield find_day(tag.get_text(" "))


def own_day(stated: str, others: Iterable[str]) -> str:
    """A date as it is stated; where that is a moment in UTC and the page shows the day before or after it, that day: it
    is the publisher's own."""
    moment = stated_day(stated)
    if not moment.endswith("+00:00") or not _IN_UTC.search(stated):
        return stated
    day = moment[:10]
    near = {days_after(day, step) for step in (-1, 1)}
    days = [found[:10] for one in others if (found := stated_day(one)) and not _IN_UTC.search(one)]
    return stated if day in days else next((one for one in days if one in near), stated)


def date_in_lines(lines: Iterable[str]) -> str:
    """The day that is in one of the short lines above or below an article; that of a change only where no other
    does. Empty where none is certain."""
    changed = ""
    for line in lines:
        day = "" if _NO_DAY.search(line) else find_day(line)
        if not day or len(_LETTERS.findall(line)) > _MOST_WORDS:
            continue
        if not _CHANGED.search(line):
            return day
        changed = changed or day
    return changed


def date_in_address(url: str) -> str:
    """The day, or the month, that the address of an article holds; empty where there is none."""
    found = _IN_ADDRESS.search(split_url(url).path)
    return stated_day("-".join(part for part in found.groups() if part)) if found else ""


def _value(tag: Tag) -> str:
    return str(tag.get("datetime") or tag.get("content") or tag.get_text(" ")).strip()


def _is_marked(tag: Tag) -> bool:
    return bool(_MARKED.search(" ".join((*map(str, tag.get_attribute_list("class")), str(tag.get("id") or "")))))


def _is_beside(tag: Tag) -> bool:
    """Whether an element belongs to a menu, a box, a comment or another article of the page."""
    for parent in tag.parents:
        names = " ".join((*map(str, parent.get_attribute_list("class")), str(parent.get("id") or ""))).lower()
        if parent.name in ("aside", "nav", "footer") or re.search(
            r"comment|related|sidebar|teaser|recent|most-?read", names
        ):
            return parent.name not in ("body", "html")
    return False
