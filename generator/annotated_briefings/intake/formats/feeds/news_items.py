"""Single reports as agencies deliver them: NITF and NewsML-G2 of the IPTC, and NewsML 1 (https://iptc.org/standards/)."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, tostring

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.office.package import parse
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.model import Given, RawDocument

_ROOT = re.compile(rb"<(?:\w+:)?(nitf|newsItem|newsMessage|NewsML)[\s>]")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>", re.IGNORECASE)
_HEAD = 4096
_ITEMS = ("nitf", "newsItem", "NewsItem")
_TITLES = ("hl1", "headline", "HeadLine")
_STANDFIRSTS = ("abstract", "hl2", "SubHeadLine", "description")
_BYLINES = ("byline", "by", "ByLine")
_OUTLETS = ("creditline", "CreditLine")
_DAYS = ("firstCreated", "FirstCreated", "contentCreated", "versionCreated", "date.issue", "story.date", "DateId")
_BODIES = ("body.content", "inlineXML", "DataContent", "inlineData")
_USABLE = ("", "stat:usable", "usable")


def is_news_item(data: bytes) -> bool:
    """Whether an XML file is a report as agencies deliver it."""
    return bool(_ROOT.search(data[:_HEAD]))


def read_news_items(name: str, data: bytes) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """The reports of such a file, each an article; one that is withheld, or not usable yet, says so."""
    try:
        root = parse(_DOCTYPE.sub(b"", data), name)
    except (BrokenFile, RecursionError):
        message = "the report cannot be read: it is no XML"
        return (), (report("broken-file", message, Place(name), help="download it again"),)
    items = [one for one in root.iter() if one.tag in _ITEMS]
    # A report in NITF may lie in an item of NewsML, which tells more of it.
    outer = [one for one in items if not any(one is not other and one in set(other.iter()) for other in items)]
    documents = tuple(
        _document(name if len(outer) == 1 else f"{name}#{number}", one) for number, one in enumerate(outer, 1)
    )
    if any(not document.left_out for document in documents):
        return documents, ()
    remedy = "there is nothing to import in it"
    return documents, (report("no-article", "the report has no text", Place(name), help=remedy),)


def _document(name: str, item: Element) -> RawDocument:
    body = next(_all(item, _BODIES), None)
    paragraphs = html_paragraphs(_html(body)) if body is not None else ()
    status = next((one.get("qcode") or one.get("FormalName") or "" for one in _all(item, ("pubStatus", "Status"))), "")
    given = Given(
        title=_first(item, _TITLES),
        author=_first(item, _BYLINES),
        standfirst=tuple(filter(None, (_first(item, (name,)) for name in _STANDFIRSTS))),
        outlet=_first(item, _OUTLETS) or next((one.get("holder", "") for one in _all(item, ("doc.copyright",))), ""),
        published=_first(item, _DAYS) or _norm(item, "date.issue"),
        language=next((one.get("tag", "") for one in _all(item, ("language",))), ""),
        held="" if status.lower() in _USABLE else status,
        embargo=_first(item, ("embargoed",))
        or next((one.get("norm", "") for one in _all(item, ("date.release",))), ""),
    )
    return RawDocument(name, paragraphs, "feed", True, given, "" if paragraphs else "it has no text")


def _html(body: Element) -> str:
    """What is in an element as HTML: its children, or the text in which they are written."""
    inner = "".join(tostring(one, encoding="unicode") for one in body)
    return inner or (body.text or "")


def _norm(item: Element, name: str) -> str:
    """The moment of an element that states it in an attribute, as NITF does."""
    return next((one.get("norm", "") for one in item.iter(name)), "")


def _all(item: Element, names: Sequence[str]) -> Iterator[Element]:
    """The elements that have one of some names: those of the first name first."""
    return (one for name in names for one in item.iter(name))


def _first(item: Element, names: Sequence[str]) -> str:
    return next((text for one in _all(item, names) if (text := " ".join("".join(one.itertext()).split()))), "")
