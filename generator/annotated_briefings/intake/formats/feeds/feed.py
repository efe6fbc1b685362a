"""Feeds: RSS, Atom and RDF. The home of feedparser."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from io import BytesIO
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.paths import host_of, whole_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import order_of, stated_day
from annotated_briefings.intake.cleaning.kinds import NO_TEXT, ONLY_POSTS, is_post, kind_left_out
from annotated_briefings.intake.formats.encodings.decode import declared_codec, in_utf8
from annotated_briefings.intake.formats.feeds.beside import beside_entries
from annotated_briefings.intake.formats.feeds.exports import comments_of, kept_fields, kinds_of, writers_of
from annotated_briefings.intake.formats.feeds.repair import Repaired, repaired
from annotated_briefings.intake.formats.feeds.wordpress import post_html
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.unused import unused_fields
from annotated_briefings.intake.model import Delivery, Given, RawDocument
from annotated_briefings.intake.stated.marks.held import Mark, joined, marked, moment_of, read_marks
from annotated_briefings.intake.stated.marks.plugin_fields import plugin_mark

_NO_DELIVERY = Delivery()
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser lets through of its own and its parsers' faults, instead of noting them in the feed."""
_MEDIA_WORDS = regex(rb"<(/?)media:(?:description|title)(?=[\s>])")
_PICTURE = regex(r"(?:\[?!\[[^\]]*\]\([^()]*\)(?:\]\([^()]*\))?\s*)+")
_WHERE = regex(r"^<unknown>:\d+:\d+: ")
"""How the XML reader begins what it says; the lines are those of a text that feedparser has changed."""
_ENTRY = regex(rb"<(?:[\w-]+:)?(?:item|entry)[\s>/]", re.IGNORECASE)
_END = regex(rb"</(?:rss|feed|rdf:RDF)\s*>\s*(?:<!--[^>]*-->\s*)*\Z", re.IGNORECASE)
_TAIL = 1000
"""Bytes at the end of a feed in which it is closed."""
_EXPORTS = ("wp_", "app_", "blogger_", "ghost_")
"""How keys of exports begin, as feedparser names them."""
_PLAIN = frozenset(
    "title summary content link links id guidislink author authors contributors published updated created subtitle "
    "tags category comments language source image generator docs ttl cloud href url items description words".split()
)
"""What a feed states of every text, and not of who may read it."""
_SUBJECTS_TOO = frozenset("draft drafts embargo secret private".split())
"""Words that close a text, and what a text may be about."""
_PERIOD = {"validity_start": "valid from", "validity_end": "valid until"}
"""The period in which a text is valid (Dublin Core), as feedparser names its ends."""
_DAYS = frozenset("post_date post_date_gmt post_modified post_modified_gmt published updated created".split())


def read_feed(
    name: str, data: bytes, delivery: Delivery = _NO_DELIVERY
) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """The entries of an RSS, Atom or RDF feed, each an article; full content where there is one, else the summary."""
    # Blank lines before the declaration of XML would hide its encoding; the words of a picture are not those of a text.
    original = data.lstrip(b" \t\r\n")
    data = _MEDIA_WORDS.sub(rb"<\1media:words", original)
    data, misread = in_utf8(name, data, delivery.charset)
    delivery = replace(delivery, charset="") if misread else delivery
    headers = _headers(data, delivery)
    feed = _parsed(data, headers)
    again = repaired(data) if feed.get("bozo") else None
    slips: tuple[Diagnostic, ...] = ()
    if again:
        # A reader of broken XML would make a reference of each bare `&`.
        better = _parsed(again.data, headers)
        if len(better.entries) >= len(feed.entries):
            feed, slips = better, (_slip(name, again),)
    entries = _with_beside(tuple(_entries(name, feed, host_of(delivery.address), writers_of(data))), original)
    documents = (*_with_kept(entries, kept_fields(data)), *comments_of(name, data))
    if feed.get("bozo") and all(one.left_out == NO_TEXT and not one.given.title for one in documents):
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
    empty = [one for one in documents if one.left_out == NO_TEXT]
    found = (*misread, *slips, *((_doubt(name, feed),) if feed.get("bozo") else ()))
    return documents, (*found, _without_text(name, empty)) if len(empty) == len(documents) else found


def _parsed(data: bytes, headers: dict[str, str]) -> Any:
    import feedparser

    try:
        return feedparser.parse(
            BytesIO(data), sanitize_html=False, resolve_relative_uris=True, response_headers=headers
        )
    except _FAULTS as error:
        return feedparser.FeedParserDict(bozo=True, bozo_exception=error, entries=[], feed={})


def _without_text(name: str, empty: Sequence[RawDocument]) -> Diagnostic:
    """The warning for a feed of headlines alone."""
    message = f"{len(empty)} entries have no text" if len(empty) != 1 else "the entry has no text"
    return report("no-article", message, Place(name), help="save the pages that they lead to, and import those")


def _slip(name: str, found: Repaired) -> Diagnostic:
    """The warning for a feed whose slips were repaired."""
    texts = []
    if found.signs:
        texts.append(f"{found.signs} `&` {'is' if found.signs == 1 else 'are'} not written as `&amp;`")
    if found.controls:
        plural = "" if found.controls == 1 else "s"
        texts.append(f"{found.controls} control character{plural} {'was' if found.controls == 1 else 'were'} taken out")
    return report(
        "damaged-feed",
        f"the feed is not well formed: {', and '.join(texts)}",
        Place(name, found.line, found.column),
        help="nothing is lost: the words were read as they stand",
    )


def is_empty_feed(data: bytes) -> bool:
    """Whether a feed is whole and has no entries: one that is cut off, or cannot be read, is not empty but broken."""
    try:
        feed = read_json(data.decode("utf-8-sig"))
    except ValueError:
        return bool(_END.search(data[-_TAIL:])) and not _ENTRY.search(data)
    return isinstance(feed, dict) and feed.get("items") == []


def _headers(data: bytes, delivery: Delivery) -> dict[str, str]:
    """What the library is told of where a feed was found, and of its encoding where its own bytes do not show it."""
    if not delivery.address:
        return {}
    # Without a type, or with one that servers send for want of a better, the library takes the feed for damaged.
    out = {"content-location": delivery.address, "content-type": "application/xml"}
    codec = declared_codec(delivery.charset)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if codec and codec != "utf-8":
            out["content-type"] = f"application/xml; charset={codec}"
    return out


def _doubt(name: str, feed: Any) -> Diagnostic:
    """The warning for a damaged feed that could be read in part."""
    if type(feed.bozo_exception).__name__ == "CharacterEncodingOverride":
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
    reason = str(feed.get("bozo_exception", "it is not XML")).split("\n")[0].lower()
    return _WHERE.sub("", reason)


def _entries(name: str, feed: Any, host: str, writers: Mapping[str, str]) -> Iterator[RawDocument]:
    channel = feed.feed
    outlet = str(channel.get("publisher") or "") if not channel.get("title") else str(channel.title)
    posts = any(is_post(kinds_of(entry)) for entry in feed.entries)
    prefixes = frozenset(feed.get("namespaces", {}))
    order = order_of(str(entry.get("published") or "") for entry in feed.entries)
    for number, entry in enumerate(feed.entries, 1):
        # The editor of a channel is not the writer of its entries.
        author = _authors(entry) or ("" if str(feed.get("version")).startswith("rss") else _authors(channel))
        source = entry.get("source", {})
        mark = _mark(entry, channel, prefixes)
        given = Given(
            title=" ".join(_plain(str(entry.get("title", ""))).split()),
            author=writers.get(author, author),
            outlet=str(source.get("title", "") if source else "") or outlet or str(channel.get("link", "")) or host,
            published=_moment(entry),
            day_order=order,
            url=whole_url(str(channel.get("link", "")), str(entry.get("link", ""))),
            language=_language(entry) or str(channel.get("language") or ""),
            held=mark.held,
            embargo=mark.embargo,
            expires=mark.expires,
            modified=_changed(entry),
            standfirst=_standfirst(entry),
            own_standfirst=True,
        )
        kinds = kinds_of(entry)
        html = post_html(_content(entry)) if kinds else _content(entry)
        paragraphs = html_paragraphs(html, given.url)
        kind = kind_left_out(kinds, posts=posts)
        why = ONLY_POSTS if kind else "" if paragraphs else NO_TEXT
        yield RawDocument(f"{name}#{number}", paragraphs, "feed", True, given, why, kind)


def _with_beside(documents: tuple[RawDocument, ...], data: bytes) -> tuple[RawDocument, ...]:
    """The entries of a feed, with the words that it states beside their texts as what is left out; those of the feed
    itself with its first."""
    beside = beside_entries(data)
    if beside is None or len(beside.entries) != len(documents):
        return documents
    out: list[RawDocument] = []
    for number, (document, pairs) in enumerate(zip(documents, beside.entries, strict=True)):
        given = document.given
        used = (given.title, given.author, given.outlet, *given.standfirst, *(one.text for one in document.paragraphs))
        left = unused_fields((*pairs, *(() if number else beside.channel)), used) if document.paragraphs else ()
        once = {one.text.partition(": ")[2]: one for one in left}
        out.append(replace(document, around=(*document.around, *once.values())))
    return tuple(out)


def _with_kept(
    documents: tuple[RawDocument, ...], kept: tuple[tuple[tuple[str, str], ...], ...]
) -> tuple[RawDocument, ...]:
    """The entries of an export with what the fields of plugins say of who may read them."""
    if not kept:
        return documents
    # Where a broken file leaves it open whose fields they are, they count for all.
    every = tuple(field for fields in kept for field in fields)
    own = kept if len(kept) == len(documents) else (every,) * len(documents)
    return tuple(
        replace(one, given=marked(one.given, plugin_mark(fields))) for one, fields in zip(documents, own, strict=True)
    )


def _standfirst(entry: Any) -> tuple[str, ...]:
    """The description of an entry that has its text elsewhere."""
    if not entry.get("content"):
        return ()
    shown = html_paragraphs(str(entry.get("summary", "")))
    words = " ".join(one.text for one in shown if not one.aside and not _is_picture(one.markdown))
    return (words,) if words else ()


def _is_picture(markdown: str) -> bool:
    """Whether a paragraph is a picture and nothing else."""
    return _PICTURE.fullmatch(markdown) is not None


def _content(entry: Any) -> str:
    """The longest text of an entry, as HTML."""
    texts = [
        _as_html(str(c.get("value", ""))) if c.get("type") == "text/plain" else str(c.get("value", ""))
        for c in entry.get("content", [])
        if str(c.get("type", "text/html")).startswith("text/") or "html" in str(c.get("type"))
    ]
    return max([*texts, "" if texts else str(entry.get("summary", ""))], key=len) or str(entry.get("summary", ""))


def _as_html(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))


def _language(entry: Any) -> str:
    details = [*entry.get("content", []), entry.get("title_detail") or {}]
    return next((str(one["language"]) for one in details if one.get("language")), "")


def _authors(entry: Any) -> str:
    """All that an entry or a feed names, in order; the library cuts `address (Name)` at odd places."""
    names = [str(author.get("name") or "").rpartition("(")[2].rstrip(")") for author in entry.get("authors") or []]
    return "; ".join(filter(None, names)) or str(entry.get("author") or "")


def _mark(entry: Any, channel: Any, prefixes: frozenset[str]) -> Mark:
    """What an entry, and its channel, say of who may see it: exports of WordPress and Blogger, the Atom publishing
    protocol, Media RSS, and rights of any vocabulary; ``prefixes`` are those of the elements of the feed."""
    mark = read_marks((*_pairs(entry, prefixes), ("tags", _closing_labels(entry))), _DAYS)
    if mark.held in ("future", "scheduled"):
        mark = replace(mark, embargo=mark.embargo or moment_of(entry.get("wp_post_date")) or _moment(entry))
    return joined((mark, read_marks(_pairs(channel, prefixes), _DAYS)))


def _closing_labels(entry: Any) -> list[str]:
    """The categories of an entry that are no subject and close it; a draft and an embargo may be what it is about."""
    named = (str(tag.get("term") or "").strip() for tag in entry.get("tags") or ())
    return [name for name in named if bare_key(name) not in _SUBJECTS_TOO]


def _pairs(element: Any, prefixes: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """The keys and values of an element without those that a feed states of every text; keys without the prefix of
    their vocabulary."""
    for key, value in element.items():
        prefix, mark, name = str(key).partition("_")
        bare = name if mark and (prefix in prefixes or key.startswith(_EXPORTS)) else str(key)
        if bare in _PLAIN or bare.endswith(("_detail", "_parsed")):
            continue
        if bare == "restriction" and isinstance(value, dict):
            # Of Media RSS. Where it names countries it is about a film.
            named = " ".join(map(str, value.get("content") or ()))
            if named == "none" or (value.get("relationship") == "deny" and value.get("type") != "country"):
                yield "access", "restricted"
        elif key in _PERIOD:
            yield _PERIOD[key], value
        elif isinstance(value, dict):
            # An element with attributes, such as `<media:status state="blocked">`.
            yield from ((bare if inner == "state" else f"{bare} {inner}", words) for inner, words in value.items())
        elif isinstance(value, str):
            yield bare, value


def _plain(html: str) -> str:
    return " ".join(p.text for p in html_paragraphs(html)) if "<" in html or "&" in html else html


def _moment(entry: Any) -> str:
    """The day or moment of an entry as it is written; of several what is one."""
    stated = [str(entry.get(key) or "") for key in ("published", "wp_post_date", "updated", "date")]
    return next(filter(stated_day, stated), "") or next(filter(None, stated), "")


def _changed(entry: Any) -> str:
    """The moment of the last change of an entry, as it is written; empty where it states none that can be read.

    What the library makes of it is in UTC, also where the entry names no zone; and without such a moment it would give
    the day of publication instead.
    """
    return str(entry.get("updated") or "") if "updated_parsed" in entry else ""
