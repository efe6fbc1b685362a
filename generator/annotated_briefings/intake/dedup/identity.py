"""What makes a collected text an article of its own: its exact characters and the place it came from."""

import re
from hashlib import blake2b

from annotated_briefings.base.dates import When, read_when
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.web import normal_parts, plain_address
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.model import ArticleMeta

_RECORD = regex(r"#\d+$")
_PASSING = regex(r":~:|utm_|xtor|comment|respond|more$|top$|google_vignette", re.IGNORECASE)
"""Fragments that lead to a place of the page, or count readers: no part of an address."""


class Origin(Value):
    """Where an article came from, as its text, its format or the editor states it; empty where nothing is stated."""

    title: str = ""
    """Headline."""
    outlet: str = ""
    """Who published it."""
    author: str = ""
    """Who wrote it."""
    published: str = ""
    """Day or moment."""
    url: str = ""
    """Web address."""
    file: str = ""
    """File it first came from."""
    modified: str = ""
    """When its text was last changed."""


def origin_of(meta: ArticleMeta, file: str) -> Origin:
    """Where an article came from; what we concluded ourselves is no statement."""
    title, outlet, published = (
        "" if stated.derived else stated.value for stated in (meta.headline, meta.outlet, meta.date)
    )
    author = "" if meta.author.derived else meta.author.value
    return Origin(title, outlet, author, published, meta.url, file, meta.modified)


def article_id(text: str, place: str) -> str:
    """Digest of a text and of the place it came from (12 hex digits)."""
    exact = "".join(text.split()) + "\n" + place
    return blake2b(exact.encode("utf-8", "replace"), digest_size=6).hexdigest()


def words_id(text: str) -> str:
    """The id that articles had in ledgers of earlier versions: digest of the words alone."""
    words = " ".join(words_of(text)) or "".join(text.split())
    return blake2b(words.encode("utf-8", "replace"), digest_size=6).hexdigest()


def place_of(stated: Origin) -> str:
    """The place an article came from: its address, else its headline with outlet and day, else its file."""
    if stated.url:
        plain, fragment = address(stated.url)
        return f"{plain}#{fragment}" if fragment else plain
    if stated.title:
        return "\n".join((" ".join(stated.title.split()), stated.outlet, stated.published))
    return _RECORD.sub("", stated.file)


def address(url: str) -> tuple[str, str]:
    """A web address without what changes from one link to the next, and its fragment where that is part of it."""
    fragment = normal_parts(url).fragment
    return plain_address(url), "" if _PASSING.search(fragment) else fragment


def same_address(one: str, other: str) -> bool:
    """Whether two web addresses are one; fragments count where both have one."""
    if not one or not other:
        return False
    (first, a), (second, b) = address(one), address(other)
    return first == second and (a == b or not a or not b)


def same_place(one: Origin, other: Origin) -> bool:
    """Whether two articles of equal texts came from one place, as far as both state it."""
    if one.url and other.url:
        return same_address(one.url, other.url)
    if one.title and other.title:
        return (one.title, one.outlet, one.published) == (other.title, other.outlet, other.published)
    return _RECORD.sub("", one.file) == _RECORD.sub("", other.file)


def merged(one: Origin, other: Origin) -> Origin:
    """What is known of a text that came twice from one place, in whatever order.

    The facts and the file are those of the one that states most, published on the first day that either states, and
    changed on the last. A text that was taken back and is there again is as new as its last day.
    """
    same_facts = replace(other, file=one.file) == one
    if same_facts:
        return one
    first, second = sorted((one, other), key=_by_facts)
    published = min((one.published, other.published), key=_first_day)
    days = [day for stated in (one, other) for day in (stated.published, stated.modified) if day_of(day)]
    last = max(days, key=_last_day, default="")
    changed = last if _last_day(last) > _last_day(published) else ""
    return replace(first, published=published, modified=changed, file=first.file or second.file)


def _by_facts(stated: Origin) -> tuple[object, ...]:
    """A key by which the one that states most comes first, and of equals the earliest."""
    facts = (stated.title, stated.outlet, stated.author, stated.url)
    return (facts.count(""), _first_day(stated.published), *facts)


def _first_day(published: str) -> tuple[bool, str, str]:
    when = day_of(published)
    return when is None, when.instant if when else "", published


def _last_day(published: str) -> tuple[str, str]:
    when = day_of(published)
    return when.instant if when else "", published


def latest_day(stated: Origin) -> When | None:
    """When the text of an article was last changed, else published, where that is known to the day."""
    return day_of(stated.modified) or day_of(stated.published)


def day_of(published: str) -> When | None:
    """When an article was published, where that is known to the day."""
    when = read_when(published)
    return when if when and when.day else None
