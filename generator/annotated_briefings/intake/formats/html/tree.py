"""HTML as a tree that is ready to be read: addresses whole, pictures where they are, and only what a reader sees."""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.intake.formats.hidden import drop_hidden
from annotated_briefings.intake.formats.html.selections import read_word_lists

UNSEEN = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "object",
    "canvas",
    "audio",
    "video",
    "head",
    "rp",
    "rt",
    "annotation",
    "annotation-xml",
    "datalist",
)
"""Elements whose words are not shown, or only where something else cannot be."""
_MARKS = re.compile(r"(?:<|&lt;)!\[CDATA\[|(?:\]\])+(?:>|&gt;)")
"""Marks of CDATA sections, also escaped ones."""
_SECTION = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_UP_TO_END = re.compile(r"<!\[CDATA\[[^>]*(?:>|\Z)")
_TAG = re.compile(r"<[^>]*>")
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-actualsrc", "data-full-src", "data-orig-file")
"""Where pages name a picture that is fetched only when it is scrolled to."""
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = re.compile(
    r"data:|about:|.*(?:placeholder|spacer|blank|loading|lazy|transparent|pixel|1x1|grey|gray)[^/]*$", re.IGNORECASE
)
_DEEPEST = 100
"""Elements around one; pages that people write have some thirty."""
_COMMENT = re.compile(r"#?(?:cmnt|_msocom_)_?(?:ref)?\d+", re.IGNORECASE)
"""Anchors of the comments that editors of documents write beside a text."""


def read_tree(html: str, base: str = "") -> BeautifulSoup:
    """The tree of an HTML text, for ``blocks``; ``base`` is the address that relative links start from.

    Marks of CDATA sections, also escaped ones, are no text of it. A section around the whole text is that of a feed;
    one within a text is a comment, as it is for browsers (HTML, 13.2.5.42).
    """
    soup = BeautifulSoup(_MARKS.sub("", _without_sections(html)), "lxml")
    prepare(soup, base)
    return soup


def _without_sections(html: str) -> str:
    """A text without CDATA sections, if there are words outside of them."""
    if "<![CDATA[" not in html:
        return html
    outside = _TAG.sub("", _UP_TO_END.sub("", _SECTION.sub("", html)))
    return _UP_TO_END.sub("", html) if any(map(str.isalnum, outside)) else html


def prepare(soup: BeautifulSoup, base: str = "") -> None:
    """Make a tree ready in place: take out what is not seen, and make the addresses of links and pictures whole."""
    _flatten(soup)
    stated = soup.find("base", href=True)
    if isinstance(stated, Tag):
        base = joined(base, str(stated["href"]))
    drop_hidden(soup)
    _open_frames(soup)
    for tag in soup.find_all(UNSEEN):
        if "_decomposed" not in vars(tag):
            tag.decompose()
    _drop_comments(soup)
    read_word_lists(soup)
    for tag in soup.find_all("a", href=True):
        tag["href"] = joined(base, str(tag["href"]))
    for tag in soup.find_all("img"):
        tag["src"] = joined(base, picture_of(tag))


def _flatten(soup: BeautifulSoup) -> None:
    """Make plain words of what lies deeper than any page, so that reading takes little time."""
    depth = {id(soup): 0}
    deepest: list[Tag] = []
    for tag in soup.find_all(True):
        depth[id(tag)] = level = depth[id(tag.parent)] + 1
        if level == _DEEPEST and tag.find(True):
            deepest.append(tag)
    for tag in deepest:
        tag.string = tag.get_text(" ")


def joined(base: str, address: str) -> str:
    """A web address that starts from ``base`` where it is relative; empty for a place in the page itself, and for what
    is no web address."""
    address = "".join(address.split()) if "\n" in address else address.strip()
    if address.startswith("#") or not address:
        return ""
    try:
        whole = urljoin(base, address)
    except ValueError:
        return ""
    if whole.startswith("//"):
        whole = "https:" + whole
    return whole if has_web_scheme(whole) else ""


def picture_of(tag: Tag) -> str:
    """The address of the picture that an ``img`` shows once it is on the screen, as it is written."""
    source = str(tag.get("src") or "")
    for name in _LAZY:
        if value := str(tag.get(name) or "").strip():
            return value
    if source and not _PLACEHOLDER.match(source):
        return source
    around = tag.parent.find_all("source") if tag.parent is not None and tag.parent.name == "picture" else []
    for holder in (tag, *around):
        for name in _LAZY_SETS:
            if value := str(holder.get(name) or "").strip():
                return value.split(",")[-1].split()[0]
    return source


def _open_frames(soup: BeautifulSoup) -> None:
    """Put the text of frames that carry it in the page where they are."""
    for frame in soup.find_all("iframe"):
        inner = str(frame.get("srcdoc") or "")
        if inner:
            body = BeautifulSoup(inner, "lxml")
            drop_hidden(body)
            frame.name = "div"
            frame.clear()
            for child in list(body.body.children if body.body else ()):
                frame.append(child.extract())
        else:
            frame.decompose()


def _drop_comments(soup: BeautifulSoup) -> None:
    """Take out what editors remark beside a document that was saved as a page: marks in it, remarks at its foot."""
    for link in soup.find_all("a", href=_COMMENT):
        if "_decomposed" in vars(link):
            continue
        own = str(link.get("id") or link.get("name") or "")
        mark = "ref" in own or not re.search(r"ref|anchor", str(link["href"]))
        if not mark:
            holder = link.find_parent(["div", "li"]) or link.find_parent("p")
            # The remark itself: its mark leads back to the text.
            if holder is not None and len(holder.get_text()) < 2000 and holder.name not in ("body", "html"):
                holder.decompose()
                continue
        holder = link.parent
        if holder is not None and holder.name == "sup" and holder.get_text().strip() == link.get_text().strip():
            holder.decompose()
        else:
            link.decompose()
