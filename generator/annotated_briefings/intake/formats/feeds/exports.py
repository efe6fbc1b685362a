"""Exports that are written as feeds: the kinds of their entries, the names of their writers, and their comments."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.kinds import ONLY_POSTS
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.model import RawDocument

_KIND = regex(r"schemas\.google\.com/(?:g|blogger)/\d+#kind$")
_WRITER = regex(r"<wp:author>(.*?)</wp:author>", re.DOTALL)
_COMMENT = regex(r"<wp:comment>(.*?)</wp:comment>", re.DOTALL)
_ITEM = regex(r"<item[\s>].*?</item>", re.DOTALL)
_KEPT = regex(r"<wp:postmeta>(.*?)</wp:postmeta>", re.DOTALL)
_CDATA = regex(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


def kinds_of(entry: Any) -> list[str]:
    """What an export calls an entry: WordPress and Blogger; nothing in a feed for readers."""
    tags = entry.get("tags") or []
    blogger = [
        str(tag.get("term") or "").rpartition("#")[2] for tag in tags if _KIND.search(str(tag.get("scheme") or ""))
    ]
    stated = [str(entry.get(key) or "") for key in ("wp_post_type", "blogger_type")]
    return [kind for kind in (*stated, *blogger) if kind]


def writers_of(data: bytes) -> Mapping[str, str]:
    """The names under which the writers of a WordPress export are shown, by those under which they log in."""
    if b"<wp:author>" not in data:
        return {}
    writers = _WRITER.findall(data.decode("utf-8", "replace"))
    return {
        login: shown
        for writer in writers
        if (login := _field(writer, "author_login")) and (shown := _field(writer, "author_display_name"))
    }


def comments_of(name: str, data: bytes) -> Iterator[RawDocument]:
    """The comments under the entries of a WordPress export: no articles."""
    if b"<wp:comment>" not in data:
        return
    for number, comment in enumerate(_COMMENT.findall(data.decode("utf-8", "replace")), 1):
        paragraphs = html_paragraphs(_field(comment, "comment_content"))
        yield RawDocument(f"{name}#comment {number}", paragraphs, "feed", True, left_out=ONLY_POSTS, kind="comment")


def kept_fields(data: bytes) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The fields that plugins keep with each entry of a WordPress export, in order; nothing for another feed."""
    if b"<wp:postmeta>" not in data:
        return ()
    items = _ITEM.findall(data.decode("utf-8", "replace"))
    return tuple(
        tuple((_field(one, "meta_key"), _field(one, "meta_value")) for one in _KEPT.findall(item)) for item in items
    )


def _field(text: str, name: str) -> str:
    found = re.search(rf"<wp:{name}>(.*?)</wp:{name}>", text, re.DOTALL)
    inside = _CDATA.fullmatch(found[1].strip()) if found else None
    return inside[1].strip() if inside else unescape(found[1].strip()) if found else ""
