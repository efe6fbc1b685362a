"""The plain text of a brief as its page shows it: links written as slug, id or path show names of what they mean."""

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import kept_texts, with_html
from annotated_briefings.content.markdown.text import Wikilink
from annotated_briefings.content.markdown.wikilinks import UNNAMED, WIKILINK, parts_as_written, shown_of
from annotated_briefings.content.model import Brief
from annotated_briefings.site.links import name_for
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.views.linked_html import resolve


def with_shown_names(catalog: Catalog, brief: Brief) -> Brief:
    """A brief whose fields have these names in their plain texts; its own text stays as it is."""
    if not any(UNNAMED in text for text in kept_texts(BRIEF, brief)):
        return brief

    def named(html: str) -> str:
        return resolve(html, "/", catalog, brief.path) if UNNAMED in html else html

    changed: Brief = with_html(BRIEF, brief, named)
    return changed


def first_point(catalog: Catalog, brief: Brief) -> str:
    """The first key point of a brief, as plain text; empty where it has none."""
    if not brief.key_points:
        return ""
    point = brief.key_points[0]
    return plain_text(resolve(point.html, "/", catalog, brief.path)) if UNNAMED in point.html else point.text


def shown_passage(catalog: Catalog, brief: Brief, start: int, end: int) -> str:
    """A passage of the plain text of a brief as its page shows it. Of a link that is cut, the part that has its first
    letter shows the name, as on the page."""
    text = brief.body.text
    out, at = [], start
    for link in brief.body.wikilinks:
        if link.end <= start or link.start >= end or not (name := _name(catalog, brief, link)):
            continue
        out += [text[at : max(at, link.start)], name if link.start >= start else ""]
        at = min(end, link.end)
    return "".join((*out, text[at:end]))


def _name(catalog: Catalog, brief: Brief, link: Wikilink) -> str:
    """What a link shows in place of what it is written with; empty where that is shown itself."""
    body = brief.body
    if body.text[link.start : link.end] != shown_of(link.target):
        return ""
    written = WIKILINK.fullmatch(body.source[link.source_start : link.source_end]) if link.source_start >= 0 else None
    if written and parts_as_written(written[1])[1]:
        return ""
    return name_for(catalog, link.target)
