"""XML by its vocabulary: which documents the readers know, and the names of those that they do not."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.unread import Unread

_PROLOGUE = regex(
    r"\ufeff?\s*(?:(?:<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>)\s*)*",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = regex(r"<(?:(?P<prefix>[A-Za-z_][\w.-]*):)?(?P<name>[A-Za-z_][\w.-]*)(?P<rest>(?:\s[^<>]*)?)/?>")
_ELEMENT = regex(r"<([A-Za-z_][\w.:-]*)[\s/>]")
_SPACE = r"\sxmlns{}\s*=\s*[\"']([^\"']*)[\"']"
_PAGE_SPACE = "http://www.w3.org/1999/xhtml"
_PAGE = frozenset(
    "html head body title meta link base style script main article section header footer nav aside hgroup div span p a "
    "abbr address b bdi bdo big blockquote br button caption center cite code col colgroup data dd del details dfn dl "
    "dt em fieldset figcaption figure font form h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd label legend li mark "
    "menu noscript object ol option picture pre q s samp select small source strike strong sub summary sup table tbody "
    "td template textarea tfoot th thead time tr u ul var video audio wbr svg path math".split()
)
"""Elements of web pages."""
_KNOWN = frozenset(
    "xml records mods modscollection rss feed rdf tumblr nitf "
    "newsitem newsmessage newsml en-export opml tt document-content document".split()
)
"""Roots of the documents that have readers, or are refused by name elsewhere; in small letters."""
_HALF = 0.5
_CONVERT = "convert it to HTML or plain text, and import that"
_NAMED = {
    root: unread
    for roots, unread in (
        ("mediawiki", Unread("exports of wikis", "save the pages as HTML or plain text, and import those")),
        ("alto pcgts", Unread("files of text recognition", "save the text as plain text or .docx, and import that")),
        ("fictionbook package ncx", Unread("e-books", "convert it to .docx or .txt, and import that")),
        ("sami smil", Unread("subtitles of this kind", "convert them to .srt or .vtt, and import that")),
        ("tmx xliff ts resources", Unread("files of translations", _CONVERT)),
        ("tei teicorpus book chapter topic concept", Unread("XML texts of this kind", _CONVERT)),
    )
    for root in roots.split()
}
"""What documents are by their roots."""
_OTHER = Unread("XML files of this kind", "convert it to .html, .json or .csv, and import that")


class _Root(Value):
    name: str
    space: str
    """The namespace of its vocabulary, or empty."""
    declared: bool
    """Whether the document says that it is XML."""


def unread_vocabulary(text: str, end: str, *, page: bool) -> Unread | None:
    """What an XML document is whose vocabulary no reader knows; None for what is known, for pages, and for no XML.

    ``text`` is its beginning and ``end`` its end. What is named as a ``page`` is XML only where it says so.
    """
    root = _root(text)
    if root is None or root.name.lower() in _KNOWN:
        return None
    if root.space == _PAGE_SPACE or root.name.lower() == "html":
        return None
    closed = re.search(rf"(?:</(?:[\w.-]+:)?{re.escape(root.name)}\s*>|/>)\s*\Z", end) is not None
    if not (root.declared or root.space or (closed and not page)):
        return None
    if not root.space and _is_page(root.name, text):
        return None
    return _NAMED.get(root.name.lower(), _OTHER)


def _root(text: str) -> _Root | None:
    """The first element of a text that begins with one."""
    before = _PROLOGUE.match(text)
    start = before.end() if before else 0
    found = _ROOT.match(text, start)
    if found is None:
        return None
    space = re.search(_SPACE.format(f":{found['prefix']}" if found["prefix"] else ""), found["rest"])
    return _Root(
        name=found["name"],
        space=space[1] if space else "",
        declared=text.lstrip("\ufeff \t\r\n").startswith("<?xml"),
    )


def _is_page(root: str, text: str) -> bool:
    """Whether the elements of a text are those of web pages."""
    there = {name.lower() for name in _ELEMENT.findall(text)}
    return root.lower() in _PAGE and len(there & _PAGE) > _HALF * len(there)
