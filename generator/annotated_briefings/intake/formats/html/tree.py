"""HTML as a tree that is ready to be read: addresses whole, pictures where they are, and only what a reader sees."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.hidden import drop_hidden
from annotated_briefings.intake.formats.html.selections import read_word_lists
from annotated_briefings.intake.formats.unseen.apart import READING
from annotated_briefings.intake.formats.unseen.left import note_left_out

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
_MARKS = regex(r"(?:<|&lt;)!\[CDATA\[|(?:\]\])+(?:>|&gt;)")
"""Marks of CDATA sections, also escaped ones."""
_SECTION = regex(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_UP_TO_END = regex(r"<!\[CDATA\[[^>]*(?:>|\Z)")
_TAG = regex(r"<[^>]*>")
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-actualsrc", "data-full-src", "data-orig-file")
"""Where pages name a picture that is fetched only when it is scrolled to."""
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = regex(
    r"data:|about:|.*(?:placeholder|spacer|blank|loading|lazy|transparent|pixel|1x1|grey|gray)[^/]*$", re.IGNORECASE
)
_DEEPEST = 100
"""Elements around one; pages that people write have some thirty."""
_NOTE_MARK = regex(r"foot-?note|end-?note|note-?ref|fn-?ref|\bfn\b|cite_ref", re.IGNORECASE)
"""Names of the marks of footnotes."""
_NOTE_NUMBER = regex(r"\s*[\[(]?(\d{1,3})[\])]?\s*")
_OWN_PLACE, _BACK = regex(r"#\S"), "#cite_ref"
_BLOCKS = ("p", "li", "td", "dd", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "div")
_HOLDERS = ("li", "div", "aside", "p", "dd", "td")
_LONGEST_NOTE = 3000
_ARROW = regex(r"\W*(?:[↩↵⏎↑⇑⤴⬆▲^«‹←⮐⮭]\ufe0e?\ufe0f?)+\W*")
_ENDS_IN_ARROW = regex(r"\s*[↩↵⏎↑⇑⤴⬆⮐⮭^]\ufe0e?\ufe0f?\s*$")
"""What leads back from a footnote to the text."""
_NOTES = regex(
    r"(?<![a-z])(?:(?:foot|end)?-?notes?|fu(?:ß|ss)noten?|anmerkungen|notas?|note|voetnoten|fotnot\w*|noter|viitteet"
    r"|przypisy|poznamky|references?|footnotes?-?list)(?![a-z])",
    re.IGNORECASE,
)
"""What pages call the list of their footnotes."""
"""Characters of a footnote."""
_COMMENT = regex(r"#?(?:cmnt|_msocom_)_?(?:ref)?\d+", re.IGNORECASE)
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


def prepare(soup: BeautifulSoup, base: str = "") -> tuple[str, ...]:
    """Make a tree ready in place: take out what is not seen, and make the addresses of links and pictures whole. The
    remarks of editors that were taken out are returned."""
    _flatten(soup)
    stated = soup.find("base", href=True)
    if isinstance(stated, Tag):
        base = joined(base, str(stated["href"]))
    drop_hidden(soup)
    notes_below(soup)
    _notes_of_list(soup)
    _raise_marks(soup)
    _open_frames(soup)
    for tag in soup.find_all(UNSEEN):
        if "_decomposed" not in vars(tag):
            if tag.name == "rt":
                note_left_out(soup, tag, READING)
            tag.decompose()
    remarks = tuple(_drop_comments(soup))
    read_word_lists(soup)
    for tag in soup.find_all("a", href=True):
        tag["href"] = joined(base, str(tag["href"]))
    for tag in soup.find_all("img"):
        tag["src"] = joined(base, picture_of(tag))
    return remarks


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


def notes_below(soup: BeautifulSoup) -> None:
    """Put footnotes, in place, below the text that refers to them, with their numbers in brackets.

    A footnote is what a link whose words are a number leads to, and what leads back to that link."""
    for link in soup.find_all("a", href=_OWN_PLACE):
        number = _NOTE_NUMBER.fullmatch(link.get_text())
        note = _note_of(soup, link) if number else None
        block = link.find_parent(_BLOCKS)
        if number is None or note is None or block is None or block.parent is None:
            continue
        backs = {f"#{one}" for one in _names(link)}
        for back in note.find_all("a", href=True):
            if back["href"] in backs or str(back["href"]).startswith(_BACK) or _ARROW.fullmatch(back.get_text()):
                back.extract()
        lines = [line for line in note.find_all(_BLOCKS) if not line.find(_BLOCKS)] or [note]
        made = soup.new_tag("p")
        made.append(f"[{number[1]}] ")
        for n, line in enumerate(lines):
            if n and line.get_text().strip():
                made.append(soup.new_tag("br"))
            for child in list(line.children):
                made.append(child.extract())
        raised = link.parent if link.parent is not None and link.parent.name == "sup" else link
        raised.replace_with(f"[{number[1]}]")
        _remove_with_frame(note)
        block.parent.append(made)


def _notes_of_list(soup: BeautifulSoup) -> None:
    """Put the entries of a numbered list of footnotes, to which no links lead, below the text in the same way: each has
    one raised number in the text above, and arrows or the name of the list say what they are."""
    for notes in soup.find_all("ol"):
        entries = notes.find_all("li", recursive=False)
        named = " ".join(map(str, (*notes.get_attribute_list("class"), notes.get("id") or "")))
        if not entries or notes.parent is None or len(notes.get_text()) > _LONGEST_NOTE * len(entries):
            continue
        if not (_NOTES.search(named) or all(_ENDS_IN_ARROW.search(one.get_text().strip()) for one in entries)):
            continue
        marks = {
            number[1]: sup
            for sup in notes.find_all_previous("sup")
            if (number := _NOTE_NUMBER.fullmatch(sup.get_text()))
        }
        if [str(n) for n in range(1, len(entries) + 1)] != sorted(marks, key=int):
            continue
        for place, entry in enumerate(entries, 1):
            marks[str(place)].replace_with(f"[{place}]")
            made = soup.new_tag("p")
            made.append(f"[{place}] ")
            for child in list(entry.children):
                made.append(child.extract())
            for string in made.find_all(string=_ENDS_IN_ARROW):
                string.replace_with(_ENDS_IN_ARROW.sub("", str(string)))
            notes.insert_before(made)
        notes.extract()


def _names(link: Tag) -> Iterator[str]:
    """The names by which a link, or what is around its words alone, can be led to."""
    around = [one for one in islice(link.parents, 2) if one.get_text().strip() == link.get_text().strip()]
    return (str(name) for tag in (link, *around) for name in (tag.get("id"), tag.get("name")) if name)


def _note_of(soup: BeautifulSoup, link: Tag) -> Tag | None:
    """The element with the footnote to which a link leads; None where nothing leads back."""
    name = str(link["href"])[1:]
    target = soup.find(id=name) or soup.find("a", attrs={"name": name})
    if not isinstance(target, Tag) or target is link:
        return None
    note = target if target.name in _HOLDERS else target.find_parent(_HOLDERS)
    backs = {f"#{one}" for one in _names(link)}
    leads_back = note is not None and any(
        back["href"] in backs or (str(back["href"])[:1] == "#" and _ARROW.fullmatch(back.get_text()))
        for back in note.find_all("a", href=True)
    )
    short = note is not None and len(note.get_text()) < _LONGEST_NOTE and note.name not in ("body", "html")
    if note is None or not leads_back or not short or link in note.descendants:
        return None
    while (around := note.parent) is not None and around.name in ("div", "li") and link not in around.descendants:
        # A footnote may have several paragraphs: all that no other footnote shares.
        if len(around.find_all("a", href=_OWN_PLACE)) > len(note.find_all("a", href=_OWN_PLACE)):
            break
        note = around
    return note


def _remove_with_frame(note: Tag) -> None:
    """Take out the place of a footnote, and the list and the section around it that hold nothing else."""
    while (around := note.parent) is not None and around.name in ("ol", "ul", "div", "section", "aside", "footer"):
        if around.get_text().strip() != note.get_text().strip():
            break
        note = around
    note.extract()


def _raise_marks(soup: BeautifulSoup) -> None:
    """Raise, in place, the numbers of footnotes that a page shows raised by its style alone."""
    for link in soup.find_all("a", href=True):
        names = " ".join((*map(str, link.get_attribute_list("class")), str(link.get("id") or "")))
        digits = re.fullmatch(r"\s*\d{1,3}\s*", link.get_text())
        if digits and "#" in str(link["href"]) and _NOTE_MARK.search(names) and not link.find_parent("sup"):
            link.name = "sup"


def _drop_comments(soup: BeautifulSoup) -> Iterator[str]:
    """Take out, and return, what editors remark beside a document that was saved as a page: its marks go as well."""
    for link in soup.find_all("a", href=_COMMENT):
        if "_decomposed" in vars(link):
            continue
        own = str(link.get("id") or link.get("name") or "")
        mark = "ref" in own or not re.search(r"ref|anchor", str(link["href"]))
        if not mark:
            holder = link.find_parent(["div", "li"]) or link.find_parent("p")
            # The remark itself: its mark leads back to the text.
            if holder is not None and len(holder.get_text()) < 2000 and holder.name not in ("body", "html"):
                link.extract()
                yield " ".join(holder.get_text(" ").split())
                holder.decompose()
                continue
        holder = link.parent
        if holder is not None and holder.name == "sup" and holder.get_text().strip() == link.get_text().strip():
            holder.decompose()
        else:
            link.decompose()
