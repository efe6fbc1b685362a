"""Feeds: RSS, Atom, RDF and JSON Feed. The home of feedparser."""

import re
from collections.abc import Iterator
from email.utils import parsedate
from html import escape
from io import BytesIO
from typing import Any

import feedparser

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.markup import html_paragraphs
from annotated_briefings.intake.model import Given, RawDocument

_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser lets through of its own and its parsers' faults, instead of noting them in the feed."""
_WHERE = re.compile(r"^<unknown>:\d+:\d+: ")
"""How the XML reader begins what it says; the lines are those of a text that feedparser has changed."""
_PLAIN_DAY = re.compile(r"\s*(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")


def read_feed(name: str, data: bytes) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """The entries of an RSS, Atom or RDF feed, each an article; full content where there is one, else the summary."""
    try:
        feed = feedparser.parse(BytesIO(data), sanitize_html=True, resolve_relative_uris=True)
    except _FAULTS as error:
        feed = feedparser.FeedParserDict(bozo=True, bozo_exception=error, entries=[], feed={})
    documents = tuple(_entries(name, feed))
    if feed.get("bozo") and not documents:
        return (), (
            report(
                "broken-feed",
                f"the feed cannot be read: {_reason(feed)}",
                Place(name),
                help="save it again, or open it in a browser to see what is wrong",
            ),
        )
    if not documents:
        return (), (_empty(name),)
    if feed.get("bozo"):
        return documents, (_doubt(name, feed),)
    return documents, ()


def _doubt(name: str, feed: Any) -> Diagnostic:
    """The warning for a damaged feed that could be read in part."""
    if isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        return report(
            "other-encoding",
            f"the feed is not in its encoding: {_reason(feed)}",
            Place(name),
            help="check accents and quotation marks in the briefs",
        )
    read = f"{len(feed.entries)} entries were" if len(feed.entries) != 1 else "1 entry was"
    return report(
        "damaged-feed",
        f"the feed is damaged: {_reason(feed)}; {read} read",
        Place(name),
        help="look whether the last ones are whole and none is missing; if not, save the feed again",
    )


def _empty(name: str) -> Diagnostic:
    return report("empty-file", "the feed has no entries", Place(name), help="there is nothing to import in it")


def _reason(feed: Any) -> str:
    said = str(feed.get("bozo_exception", "it is not XML")).split("\n")[0].lower()
    return _WHERE.sub("", said)


def _entries(name: str, feed: Any) -> Iterator[RawDocument]:
    outlet = str(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries, 1):
        contents = [str(c.get("value", "")) for c in entry.get("content", [])]
        html = max([*contents, str(entry.get("summary", ""))], key=len)
        source = entry.get("source", {})
        given = Given(
            title=" ".join(_plain(str(entry.get("title", ""))).split()),
            author=str(entry.get("author", "")),
            outlet=str(source.get("title", "") if source else "") or outlet,
            published=_moment(entry),
            url=str(entry.get("link", "")),
        )
        paragraphs = html_paragraphs(html)
        if paragraphs or given.title:
            yield RawDocument(f"{name}#{number}", paragraphs, "feed", True, given)


def _plain(html: str) -> str:
    return " ".join(p.text for p in html_paragraphs(html)) if "<" in html or "&" in html else html


def _moment(entry: Any) -> str:
    """The day of an entry; empty where it states none that can be read."""
    stated = str(entry.get("published") or entry.get("updated") or "")
    plain = _PLAIN_DAY.match(stated)
    if plain and read_when(day := "-".join(part.zfill(2) for part in plain.groups())):
        # The library completes days without zeros with the wrong month.
        return day
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if not parsed:
        # Days of the week in another language, in front of a date that is otherwise as it should be.
        parsed = parsedate(stated.partition(",")[2])
    return "{:04}-{:02}-{:02}".format(*parsed[:3]) if parsed else ""


def read_json_feed(name: str, text: str) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """The items of a JSON Feed (https://jsonfeed.org, version 1 and 1.1)."""
    try:
        feed = read_json(text)
    except ValueError as error:
        return (), (
            report(
                "broken-feed",
                f"the feed is not JSON: {str(error).lower()}",
                Place(name),
                help="save it again; a feed that was cut off cannot be read",
            ),
        )
    feed = feed if isinstance(feed, dict) else {}
    items = feed.get("items")
    out: list[RawDocument] = []
    for number, item in enumerate(items if isinstance(items, list) else (), 1):
        if not isinstance(item, dict):
            continue
        named = item.get("authors") or [item.get("author")]
        authors = [a for a in named if isinstance(a, dict) and a.get("name")] if isinstance(named, list) else []
        plain = escape(str(item.get("content_text") or item.get("summary") or ""))
        html = str(item.get("content_html") or "".join(f"<p>{line}</p>" for line in plain.split("\n")))
        date = str(item.get("date_published") or "")
        given = Given(
            str(item.get("title") or ""),
            ", ".join(str(author["name"]) for author in authors),
            str(feed.get("title") or ""),
            date if read_when(date) else "",
            str(item.get("url") or ""),
        )
        out.append(RawDocument(f"{name}#{number}", html_paragraphs(html), "feed", True, given))
    if not out:
        return (), (_empty(name),)
    return tuple(out), ()
