"""Single reports as agencies deliver them: NITF and NewsML-G2 of the IPTC, and NewsML 1 (https://iptc.org/standards/)."""

import re
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from typing import Any
from xml.etree.ElementTree import Element, tostring

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.intake.cleaning.days import stated_day
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.office.package import parse
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.formats.unused import unused_fields
from annotated_briefings.intake.model import Given, RawDocument
from annotated_briefings.intake.stated.marks.held import marked, read_marks

_ROOT = regex(rb"<(?:\w+:)?(nitf|newsItem|newsMessage|NewsML)[\s>]")
_DOCTYPE = regex(rb"<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>", re.IGNORECASE)
_HEAD = 4096
_ITEMS = ("nitf", "newsItem", "NewsItem")
_TITLES = ("hl1", "headline", "HeadLine")
_STANDFIRSTS = ("abstract", "hl2", "SubHeadLine", "description")
_BYLINES = ("byline", "by", "ByLine")
_OFFICES = ("byttl", "jobtitle", "virtloc", "location")
"""Parts of a byline that name no writer."""
_OUTLETS = ("creditline", "CreditLine")
_PROVIDERS = ("provider", "copyrightHolder", "infoSource", "Provider", "Source")
"""Who made a report, where it names no line of credit."""
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DAYS = ("firstCreated", "FirstCreated", "contentCreated", "versionCreated", "date.issue", "story.date", "DateId")
_BODIES = ("body.content", "inlineXML", "DataContent", "inlineData")
_AS_PAGE = {
    "hl1": "h2",
    "hl2": "h3",
    "block": "div",
    "bq": "blockquote",
    "media": "div",
    "media-caption": "figcaption",
    "media-producer": "figcaption",
    "nitf-table": "div",
}
"""Elements of NITF, and what pages call them."""
_NOTES = ("note", "edNote")
"""Elements with what editors alone are to read."""
_UNNAMED = ("p", "block", "em", "strong", "body.content", "body.end", "title", "hl1")
"""Elements whose words are those of the element around them."""
_USABLE = ("", "usable")
_CODES = ("qcode", "literal", "FormalName", "uri", "norm", "value", "content", "info")
"""Attributes in which an element has what it states."""
_OF_TEXT = frozenset(("contentSet", "body.content", "ContentItem", "body"))
"""Elements with the text of a report."""
_STATED_DAYS = frozenset("firstcreated versioncreated contentcreated contentmodified dateissue dateid".split())


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
    body = next((one for name in _BODIES for one in _outside_notes(item) if one.tag == name), None)
    paragraphs = html_paragraphs(_html(body)) if body is not None else ()
    status = next((_coded(one) for one in _all(item, ("pubStatus", "Status"))), "")
    inside = set(body.iter()) if body is not None else set[Element]()
    stated = marked(Given(), read_marks(_stated(item)))
    given = Given(
        title=_first(item, _TITLES),
        author=_writers(item),
        standfirst=tuple(filter(None, (_first(item, (name,), inside) for name in _STANDFIRSTS))),
        own_standfirst=True,
        outlet=_outlet(item),
        published=_day(item),
        language=_language(item),
        held=stated.held or ("" if _end_of(status).lower() in _USABLE else status),
        embargo=_first(item, ("embargoed",)) or _norm(item, "date.release") or stated.embargo,
        expires=_norm(item, "date.expire") or stated.expires,
    )
    used = (given.title, given.author, given.outlet, *given.standfirst, *(one.text for one in paragraphs))
    unused = unused_fields(_fields_of(item, body), used) if paragraphs else ()
    return RawDocument(name, paragraphs, "feed", True, given, "" if paragraphs else "it has no text", around=unused)


def _outlet(item: Element) -> str:
    """Who publishes a report: its line of credit, who holds the rights, or who provides it."""
    holders = (one.get("holder", "") for one in _all(item, ("doc.copyright",)))
    return _first(item, _OUTLETS) or next(filter(None, holders), "") or _first(item, _PROVIDERS)


def _language(item: Element) -> str:
    """The language of a report: what it states of its content, else that in which its elements are written."""
    stated = next((one.get("tag", "") for one in _all(item, ("language",))), "")
    return stated or item.get(_XML_LANGUAGE, "") or item.get("lang", "")


def _outside_notes(item: Element) -> Iterator[Element]:
    """The elements of a report in order, but for those of notes to editors."""
    for one in item:
        if one.tag not in _NOTES:
            yield one
            yield from _outside_notes(one)


def _fields_of(item: Element, body: Element | None) -> Iterator[tuple[str, Any]]:
    """What the elements of a report say beside its text, by their names: their words, or their attributes."""
    todo = [(item, item.tag)]
    while todo:
        one, name = todo.pop()
        if one is body:
            continue
        name = name if one.tag in _UNNAMED else one.tag
        yield name, [" ".join((one.text or "").split()), *one.attrib.values()]
        todo += [(inner, name) for inner in one]


def _coded(element: Element) -> str:
    """What an element states in an attribute."""
    return next((value for name in _CODES if (value := element.get(name, ""))), "")


def _end_of(code: str) -> str:
    """A code without the vocabulary that it is of: `stat:usable`."""
    return re.split(r"[:/]", code.strip())[-1]


def _stated(item: Element) -> Iterator[tuple[str, str]]:
    """What the elements of a report, but for its text, state of it, each by its name."""
    todo = [item]
    while todo:
        one = todo.pop()
        todo += [inner for inner in one if inner.tag not in _OF_TEXT]
        name = one.get("name", "") if one.tag == "meta" else one.tag
        if bare_key(name) in _STATED_DAYS or one.tag in (*_TITLES, *_STANDFIRSTS):
            continue
        yield from ((key, value) for key, value in one.attrib.items() if key not in _CODES)
        code, words = _coded(one), " ".join((one.text or "").split())
        yield from ((name, value) for value in (_end_of(code), code, words) if value)


def _html(body: Element) -> str:
    """What is in an element as HTML: its children, or the text in which they are written."""
    page = deepcopy(body)
    for one in page.iter():
        one.tag = _AS_PAGE.get(one.tag, one.tag)
    html = "".join(tostring(one, encoding="unicode") for one in page)
    return html or (page.text or "")


def _writers(item: Element) -> str:
    """The writers that a report names: people by themselves, else the line without offices."""
    for line in _all(item, _BYLINES):
        people = [words for one in line.iter("person") if (words := _words_of(one))]
        if found := "; ".join(people) or _words_of(line, _OFFICES):
            return found
    return ""


def _day(item: Element) -> str:
    """The day of a report as it states it: what a program reads before what people read, the first that is one."""
    stated = [value for one in _all(item, _DAYS) for value in (one.get("norm", ""), _words_of(one)) if value]
    return next(filter(stated_day, stated), "") or next(iter(stated), "")


def _norm(item: Element, name: str) -> str:
    """The moment of an element that states it in an attribute, as NITF does."""
    return next((one.get("norm", "") for one in item.iter(name)), "")


def _all(item: Element, names: Sequence[str]) -> Iterator[Element]:
    """The elements that have one of some names: those of the first name first."""
    return (one for name in names for one in item.iter(name))


def _first(item: Element, names: Sequence[str], outside: Collection[Element] = ()) -> str:
    """The words of the first element of some names that has any, but for elements that are ``outside``."""
    return next((text for one in _all(item, names) if one not in outside and (text := _words_of(one))), "")


def _words_of(element: Element, without: Collection[str] = ()) -> str:
    """The words in an element, but for those in parts of some names."""
    return " ".join("".join(_pieces(element, without)).split())


def _pieces(element: Element, without: Collection[str]) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        yield from _pieces(inner, without) if inner.tag not in without else ()
        yield inner.tail or ""
