"""Feeds: Atom (RFC 4287), JSON Feed 1.1 and RSS 2.0; those of the site with whole briefs, their notes among them."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape, unescape
from itertools import islice

from annotated_briefings.base.i18n import Words
from annotated_briefings.base.paths import has_web_scheme, whole_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.field_table import Copy, Field, Part
from annotated_briefings.content.from_fields import field_texts, parts_of
from annotated_briefings.content.model import Annotation, Brief, Correction
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.permanent_ids import feed_id, permanent_id
from annotated_briefings.site.exports.social_picture import own_picture
from annotated_briefings.site.exports.translations import translations_of
from annotated_briefings.site.model.correction_ids import correction_ids
from annotated_briefings.site.model.receipts import ReceiptKind
from annotated_briefings.site.urls import brief_url, person_url
from annotated_briefings.site.views.brief_body import note_name, quoted, with_own_footnotes
from annotated_briefings.site.views.entry_lines import line_html
from annotated_briefings.site.views.items import FeedLinkView
from annotated_briefings.site.views.linked_html import resolve
from annotated_briefings.site.views.lists import FeedView, RssView
from annotated_briefings.site.views.parts import FeedEntryView, LinkView
from annotated_briefings.site.views.receipts import receipt_line, shown_words

PART = 15
"""Entries in the feed of one entity, tag or story."""
# One by one they are found in half the time.
_ADDRESSES = (regex(r'( href)="([^"]*)"'), regex(r'( src)="([^"]*)"'))
_ID = regex(r' id="([^"]*)"')
TOPICS = "topic_feeds"
"""The part of the output that the feeds of entities, tags and stories are."""
ATOM, JSON, RSS = "application/atom+xml", "application/feed+json", "application/rss+xml"
"""Media types of feeds."""


def feed_links(context: SiteContext, page: str, title: str, part: str = "") -> tuple[FeedLinkView, ...]:
    """The feeds of a page, which are a part of the output that may be left out; none where the site's web address is
    unknown, since entries need whole addresses."""
    if not context.config.base_url or not context.config.makes(part):
        return ()
    links = (FeedLinkView(title, f"{page}feed.xml", ATOM), FeedLinkView(title, f"{page}feed.json", JSON))
    return (*links, FeedLinkView(title, "/rss.xml", RSS)) if page == "/" else links


def topic_feeds(context: SiteContext, slugs: Sequence[str], page: str, title: str) -> tuple[FeedLinkView, ...]:
    """The feeds of an entity or a tag with some briefs; none where these are too few."""
    return feed_links(context, page, title, TOPICS) if is_followed(context, slugs) else ()


def is_followed(context: SiteContext, slugs: Sequence[str]) -> bool:
    """Whether an entity or a tag has enough briefs for feeds of its own."""
    return len(slugs) >= context.config.topic_feed_from


def feed_view(context: SiteContext, slugs: Sequence[str], title: str, page: str, most: int) -> FeedView:
    """A feed of some briefs, the first of them, in the order given, which is that of pages; those without a date are
    left out, since an entry needs one."""
    return _feed(context, tuple(_entry(context, brief) for brief in _dated(context, slugs, most)), title, page)


def topic_view(context: SiteContext, slugs: Sequence[str], title: str, page: str) -> FeedView:
    """A feed of the briefs of one topic, which are in many others: with their summaries, where they have one."""
    return _feed(context, tuple(_short_entry(context, brief) for brief in _dated(context, slugs, PART)), title, page)


def in_site_feed(context: SiteContext) -> Iterator[str]:
    """The briefs whose texts are in the feed of the site."""
    slugs = [brief.slug for brief in context.catalog.briefs]
    return (brief.slug for brief in _dated(context, slugs, context.config.feed_briefs))


def _dated(context: SiteContext, slugs: Sequence[str], most: int) -> Iterator[Brief]:
    briefs = (context.catalog.brief_of[slug] for slug in slugs)
    return islice((brief for brief in briefs if brief.date or brief.updated), most)


def _feed(context: SiteContext, entries: tuple[FeedEntryView, ...], title: str, page: str) -> FeedView:
    base = context.config.base_url
    updated = max((entry.updated for entry in entries), key=datetime.fromisoformat, default="1970-01-01T00:00:00Z")
    return FeedView(
        feed_id(context, f"{page}feed.xml"), title, f"{base}{page}feed.xml", f"{base}{page}", updated, entries
    )


def corrections_feed(context: SiteContext, title: str) -> FeedView:
    """A feed of corrections; those without a date are left out."""
    entries = [
        _correction(context, brief, name, correction)
        for brief in context.catalog.briefs
        for name, correction in zip(correction_ids(brief), brief.corrections, strict=True)
        if correction.date
    ]
    entries.sort(key=lambda entry: datetime.fromisoformat(entry.updated), reverse=True)
    return _feed(context, tuple(entries[: context.config.feed_briefs]), title, "/corrections/")


class JsonFeed(Value):
    """A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); its text is made when it is wanted, which after
    an edit is seldom."""

    feed: FeedView
    """The feed."""
    description: str
    """What the site is."""
    language: str
    """The language of the site."""
    author: str
    """Who publishes it."""

    @property
    def text(self) -> str:
        """The whole file."""
        feed = self.feed
        items = [
            _without_empty(
                {
                    "id": entry.id,
                    "url": entry.url,
                    "title": entry.title,
                    "content_html": entry.html,
                    # An entry must have the one or the other.
                    "content_text": "" if entry.html else entry.summary,
                    "summary": entry.summary,
                    "image": entry.image,
                    "date_published": entry.published,
                    "date_modified": entry.updated,
                    "authors": [_without_empty({"name": who.text, "url": who.url}) for who in entry.authors],
                    "tags": list(entry.tags),
                    "language": entry.language,
                }
            )
            for entry in feed.entries
        ]
        whole = _without_empty(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": feed.title,
                "home_page_url": feed.page,
                "feed_url": feed.url.removesuffix(".xml") + ".json",
                "description": self.description,
                "language": self.language,
                "authors": [{"name": self.author}],
            }
        )
        return json.dumps(whole | {"items": items}, ensure_ascii=False, separators=(",", ":")) + "\n"


def json_feed(context: SiteContext, feed: FeedView) -> JsonFeed:
    """The same feed as JSON."""
    config = context.config
    return JsonFeed(feed, config.description, config.language, config.editor or config.title)


def rss_view(feed: FeedView) -> RssView:
    """The same feed as RSS 2.0."""
    return RssView(
        feed.url.removesuffix("feed.xml") + "rss.xml",
        feed,
        _rfc_822(feed.updated),
        tuple(_rfc_822(entry.published) for entry in feed.entries),
    )


def _rfc_822(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment))


def _without_empty(fields: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value}


def _entry(context: SiteContext, brief: Brief) -> FeedEntryView:
    base = context.config.base_url
    return replace(_short_entry(context, brief), html=_whole(context, brief, base + brief_url(brief.slug)))


def _whole(context: SiteContext, brief: Brief, address: str) -> str:
    return absolute(entry_html(context, brief), address)


def _short_entry(context: SiteContext, brief: Brief) -> FeedEntryView:
    """An entry with the summary of a brief, or with the whole brief where it has none."""
    known = context.caches.entries.get(brief.slug)
    if known is None:
        address = brief_url(brief.slug)
        first = brief.date or brief.updated
        own = own_picture(context, brief)
        known = context.caches.entries[brief.slug] = FeedEntryView(
            id=permanent_id(context, brief),
            title=brief.title,
            url=context.config.base_url + address,
            published=first.instant_in(context.config.time_zone) if first else "",
            updated=changed(brief, context.config.time_zone),
            summary=brief.summary,
            language=context.language(brief),
            html="" if brief.summary else _whole(context, brief, context.config.base_url + address),
            image=own or (f"{context.config.base_url}{address}card.png" if context.config.social_images else ""),
            picture=own,
            tags=tuple(context.catalog.tag_of[slug].label for slug in context.web.tags[brief.slug]),
            authors=tuple(
                LinkView(one.name, context.config.base_url + person_url(one.id) if one.id else "")
                for one in context.catalog.people_of(brief.author, brief.language)
            ),
            translations=translations_of(context, brief.slug, context.config.base_url),
        )
    return known


def _correction(context: SiteContext, brief: Brief, name: str, correction: Correction) -> FeedEntryView:
    words = context.speaks(brief)
    when = correction.date.instant_in(context.config.time_zone) if correction.date else ""
    whole = f"{context.config.base_url}{brief_url(brief.slug)}#{name}"
    html = f"<p>{_correction_html(correction, words)}</p>"
    return FeedEntryView(
        f"{permanent_id(context, brief)}/{name}",
        words.text("correction_of", title=brief.title),
        whole,
        when,
        when,
        "",
        context.language(brief),
        html,
        "",
        "",
        (),
    )


def changed(brief: Brief, zone: str) -> str:
    """The last moment at which a brief is known to have changed, on the clocks of a zone; empty when none is known."""
    known = [brief.date, brief.updated, *(c.date for c in brief.corrections)]
    moments = (when.instant_in(zone) for when in known if when)
    return max(moments, key=datetime.fromisoformat, default="")


def absolute(html: str, page: str) -> str:
    """HTML with whole web addresses, as seen from a page; links to places in the HTML itself stay within it."""
    own = frozenset(_ID.findall(html))

    def change(match: re.Match[str]) -> str:
        # Most lead to other sites.
        if has_web_scheme(match[2]) or (match[2][:1] == "#" and match[2][1:] in own):
            return match[0]
        return f'{match[1]}="{escape(whole_url(page, unescape(match[2])))}"'

    for addresses in _ADDRESSES:
        html = addresses.sub(change, html)
    return html


def entry_html(context: SiteContext, brief: Brief) -> str:
    """A brief with everything that readers of a feed should have, as plain HTML without our styles."""
    words, page = context.speaks(brief), brief_url(brief.slug)

    def html(text: str) -> str:
        return resolve(text, page, context.catalog, brief.path)

    out: list[str] = []
    if brief.summary:
        out.append(f"<p><strong>{escape(brief.summary)}</strong></p>")
    for field in parts_of(Part.BEFORE, Copy.FEED):
        out += _part(field, context, brief, html)
    notes = context.notes(brief)
    at = 0
    for block in brief.body.blocks:
        out.append(html(block.html))
        end = block.end
        while at < len(notes) and (place := notes[at].passage) and place.end <= end:
            out.append(_note(brief, notes[at], words, html))
            at += 1
    out += [_note(brief, note, words, html) for note in notes[at:]]
    for field in parts_of(Part.AFTER, Copy.FEED):
        out += _part(field, context, brief, html)
    return "\n".join(out)


def _part(field: Field, context: SiteContext, brief: Brief, html: Callable[[str], str]) -> list[str]:
    """A field under its heading; nothing where it is empty."""
    value = getattr(brief, field.attributes[0])
    if not value:
        return []
    words = context.speaks(brief)
    heading = f"<h2>{escape(words.text(field.heading or field.name))}</h2>"
    if field.kind.entry:
        return [heading, f"<ul>{''.join(f'<li>{html(line_html(field, one, words))}</li>' for one in value)}</ul>"]
    if field.inner:
        return [heading, ENTRIES[field.name](context, brief, html)]
    lines = map(html, value) if field.kind.html else map(escape, field_texts(field, value))
    return [heading, *(f"<p>{line}</p>" for line in lines)]


def _points(context: SiteContext, brief: Brief, html: Callable[[str], str]) -> str:
    """Each point with its receipt, which says whose words they are."""
    out: list[str] = []
    for point, kind in zip(brief.key_points, context.verdicts(brief).points, strict=True):
        shown = escape(shown_words(point, kind))
        receipt = escape(receipt_line(context.speaks(brief), brief, point, kind))
        quote = f" <q>{shown}</q>" if shown and kind is not ReceiptKind.OWN else ""
        out.append(f"<li>{html(point.html)}{quote} <small>{receipt}</small></li>")
    return f"<ul>{''.join(out)}</ul>"


def _corrections(context: SiteContext, brief: Brief, _: Callable[[str], str]) -> str:
    words = context.speaks(brief)
    return "\n".join(f"<p>{_correction_html(correction, words)}</p>" for correction in brief.corrections)


def _sources(_: SiteContext, brief: Brief, __: Callable[[str], str]) -> str:
    return f"<ol>{''.join(f'<li>{_source_html(s.url, s.title, s.outlet)}</li>' for s in brief.shown_sources)}</ol>"


def _note(brief: Brief, note: Annotation, words: Words, html: Callable[[str], str]) -> str:
    by = f" ({escape(note.author)})" if note.author else ""
    label, passage = escape(words.text(f"kind_{note.kind}")), escape(quoted(brief, note))
    remark = html(with_own_footnotes(note.html, note_name(note)))
    heading = f"<strong>{label}</strong>{by}{words.text('colon')}<q>{passage}</q>"
    return f"<blockquote><p>{heading}</p>{remark}</blockquote>"


def _correction_html(correction: Correction, words: Words) -> str:
    was, now = f"<del>{escape(correction.was)}</del>", f"<ins>{escape(correction.now)}</ins>"
    key = "we_wrote" if correction.was and correction.now else "we_wrote_only" if correction.was else "now_reads"
    change = words.text(key, was=was, now=now) if correction.was or correction.now else ""
    why = escape(words.text("why", why=correction.why)) if correction.why else ""
    return " ".join(filter(None, (change, why)))


def _source_html(url: str, title: str, outlet: str) -> str:
    text = escape(title or url or outlet)
    linked = f'<a href="{escape(url)}">{text}</a>' if url else text
    return linked + (f", {escape(outlet)}" if outlet and (title or url) else "")


ENTRIES: Mapping[str, Callable[[SiteContext, Brief, Callable[[str], str]], str]] = {
    "key_points": _points,
    "corrections": _corrections,
    "sources": _sources,
}
"""How the entries of a field are written; the third argument makes links right for the page of their brief."""
