"""Tumblr's first interface, an XML of its own that backups of such blogs are in: each post a record."""

from collections.abc import Iterator, Mapping
from html import escape
from xml.etree.ElementTree import Element

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.office.package import parse
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.formats.records.json_files import Read, documents_of, missing
from annotated_briefings.intake.formats.records.keys import names_with
from annotated_briefings.intake.model import FieldMap

_TITLES = ("regular-title", "link-text", "conversation-title", "question")
_TEXTS = (
    "regular-body quote-text quote-source link-description photo-caption video-caption audio-caption "
    "conversation-text answer"
).split()


def read_tumblr(name: str, data: bytes, own: FieldMap = ()) -> Read:
    """The posts of an export of Tumblr's first interface."""
    try:
        root = parse(data, name)
    except (BrokenFile, RecursionError):
        message = "the export cannot be read: it is no XML"
        return (), (report("broken-file", message, Place(name), help="download it again"),)
    blog = next((one for one in root.iter("tumblelog")), Element("tumblelog"))
    posts = [(number, dict(_record(post, blog))) for number, post in enumerate(root.iter("post"), 1)]
    documents = documents_of(name, list(posts), names_with(own))
    return documents, missing(name, documents)


def _record(post: Element, blog: Element) -> Iterator[tuple[str, str]]:
    found: Mapping[str, str] = {str(one.tag): " ".join((one.text or "").split()) for one in post}
    yield "title", next((found[key] for key in _TITLES if found.get(key)), "")
    yield "html", "".join(_block(found[key]) for key in _TEXTS if found.get(key))
    yield "date", post.get("date-gmt", "")
    yield "url", post.get("url-with-slug", post.get("url", ""))
    yield "outlet", blog.get("title", blog.get("name", ""))
    yield "state", post.get("state", "published")


def _block(text: str) -> str:
    return text if "<" in text else f"<p>{escape(text)}</p>"
