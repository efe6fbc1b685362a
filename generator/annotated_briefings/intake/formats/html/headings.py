"""What is a headline in a letter or an old page: by its element, its size or its letters, or by its number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.asides import why_aside

MaybePlaced = tuple[Paragraph, Tag | None]
"""A paragraph and its element, where it has one."""
_MOST_WORDS, _MOST_LETTERS, _FEWEST_WORDS, _TEXT = 22, 170, 3, 12
_RUNNING = 15
"""Words of a paragraph of running text."""
_NUMBERED = regex(r"(?:#\s?)?\(?\d{1,2}(?:[.):]|\s[-–—])\s+(?=\S)|[①-⑳]\s*|#\d{1,2}[:.]?\s+")
MARKED = regex(r"(#{1,6}) +(?=\S)")
"""What is before a heading in Markdown."""
_MARKDOWN_LINK = regex(r"\**\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<url>\S+)\)\**")
_BEFORE = regex(r"^[^\w“\"„«‘'¿¡(\[$€£#@+-]+")
_AFTER = regex(r"\s*(?:[»›>→➜➔]+|\[?(?:link|more|mehr)\]?)\s*$", re.IGNORECASE)
_ENDED = regex(r"[.:;,。：；，]$")
_BOLD = regex(r"(?:\*\*(?P<a>[^*]+)\*\*|\[\*\*(?P<b>[^*]+)\*\*\]\(\S+\)|\*\*\[(?P<c>[^*\[\]]+)\]\(\S+\)\*\*)\s*")
_STARRED = regex(r"\*{1,2}(?P<words>[^*]+)\*{1,2}|_{2}(?P<under>[^_]+)_{2}")
_WEIGHT = regex(r"font-weight:\s*(?:bold|[6-9]00)|font:\s*(?:\w+\s+)?(?:bold|[6-9]00)\b", re.IGNORECASE)
_SIZE = regex(r"font(?:-size)?:[^;]*?(\d+(?:\.\d+)?)(px|pt|r?em|%)", re.IGNORECASE)
_LARGER = 1.18
"""How much larger than running text the letters of a headline are, at least."""
_FONT_SIZES = (10, 10, 13, 16, 18, 24, 32, 48)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_NORMAL = 16
"""Pixels of letters whose size nothing states."""
_AROUND = 5
_UPPER, _NUMBER, LARGE, _STRONG, _LINKED = 8, 9, 7, 10, 11
"""Ranks of lines that are no headings by their element; ``LARGE`` are those in large letters."""


class Heading(Value):
    """A line that stands as a headline."""

    place: int
    """The 0-based place of its block."""
    rank: int
    """How high it stands: 1 for ``h1``, more for what is lower."""
    title: str
    """Its words, without number and ornaments."""
    url: str
    """The address that it leads to; empty for none."""


def headings(blocks: Sequence[MaybePlaced]) -> tuple[Heading, ...]:
    """All lines of a text that stand as headlines."""
    usual = _usual_size(blocks)
    return tuple(heading for place in range(len(blocks)) if (heading := _heading(blocks, place, usual)))


def part_large_lines(soup: BeautifulSoup) -> None:
    """Make paragraphs of lines in large letters that only a line break parts from the text, as old programs do."""
    for tag in soup.find_all(["font", "big", "span", "b", "strong", "a"]):
        inside = tag.find_parent(["p", "h1", "h2", "h3", "a"])
        if inside is None or (inside is tag.parent and inside.name == "p"):
            beside = [_beside(tag.previous_siblings), _beside(tag.next_siblings)]
            lines = all(one is None or one.name == "br" for one in beside) and any(beside)
            if lines and (_size(tag) >= _LARGER * _NORMAL or _is_headline(tag)) and tag.get_text().strip():
                tag.wrap(soup.new_tag("p"))


def _is_headline(tag: Tag) -> bool:
    """Whether a line in strong letters, or one that leads somewhere, is a headline above the text in one paragraph."""
    words = " ".join(tag.get_text(" ").split())
    if not _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS or _ENDED.search(words) or why_aside(words):
        return False
    if tag.name not in ("b", "strong", "a"):
        return False
    below = " ".join(one if isinstance(one, str) else one.get_text(" ") for one in _texts_below(tag))
    return len(below.split()) >= _TEXT


def _texts_below(tag: Tag) -> Iterator[NavigableString | Tag]:
    """What is beside an element below it, up to the next one that is strong or leads somewhere on a line."""
    for one in tag.next_siblings:
        if isinstance(one, Tag) and one.name in ("b", "strong", "a") and _beside(one.previous_siblings) is None:
            return
        if isinstance(one, (NavigableString, Tag)):
            yield one


def _beside(siblings: Iterable[PageElement]) -> Tag | None:
    """The first element beside another one, or text, that is no white space; ``None`` at the edge."""
    for one in siblings:
        if isinstance(one, Tag) and (one.name == "br" or one.get_text().strip()):
            return one
        if not isinstance(one, Tag) and one.get_text().strip():
            return Tag(name="text")
    return None


def _heading(blocks: Sequence[MaybePlaced], place: int, usual: float) -> Heading | None:
    paragraph, tag = blocks[place]
    if paragraph.aside or paragraph.text == SEPARATOR or not _may_be(paragraph):
        return None
    own = _element(paragraph, tag)
    url = _address(own, paragraph)
    follows = place + 1 < len(blocks) and len(blocks[place + 1][0].text.split()) >= _RUNNING
    rank = _rank(paragraph, own, usual, follows=follows, linked=bool(url))
    return Heading(place, rank, plain_title(paragraph.text), url) if rank else None


def _may_be(paragraph: Paragraph) -> bool:
    text = paragraph.text
    short = len(text.split()) <= _MOST_WORDS and len(text) <= _MOST_LETTERS and any(c.isalpha() for c in text)
    closed = bool(_ENDED.search(text)) and not paragraph.heading
    listed = paragraph.markdown.startswith(("- ", "* ", "> ", "| ", "```", "![")) or "\\\n" in paragraph.markdown
    return short and not closed and not listed and not why_aside(text)


def _rank(paragraph: Paragraph, tag: Tag | None, usual: float, *, follows: bool, linked: bool) -> int:
    if paragraph.heading:
        return int(tag.name[1]) if tag is not None and re.fullmatch(r"h[1-6]", tag.name) else 6
    if tag is None and (marked := MARKED.match(paragraph.text)):
        return len(marked[1])
    if tag is not None and _size(tag) >= _LARGER * usual:
        return LARGE
    if _shouts(paragraph.text):
        return _UPPER
    if follows and _NUMBERED.match(paragraph.text):
        return _NUMBER
    if _BOLD.fullmatch(paragraph.markdown) or (tag is not None and _is_bold(tag)) or _STARRED.fullmatch(paragraph.text):
        return _STRONG
    return _LINKED if linked and follows and len(paragraph.text.split()) > 2 else 0


def plain_title(text: str) -> str:
    """A headline without its number and ornaments."""
    text = MARKED.sub("", text)
    link = _MARKDOWN_LINK.fullmatch(text)
    text = link["words"] if link else text
    starred = _STARRED.fullmatch(text)
    bare = (starred["words"] or starred["under"]) if starred else text
    bare = _AFTER.sub("", _BEFORE.sub("", bare)).strip()
    return _NUMBERED.sub("", bare).strip() or bare or text


def _shouts(text: str) -> bool:
    """Whether a line is written in capitals."""
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(text.split()) <= 14 and len(letters) > 7 and all(c.isupper() for c in letters)


def _element(paragraph: Paragraph, tag: Tag | None) -> Tag | None:
    """The innermost element that holds the words of a block and nothing else; else the one that the block is in."""
    if tag is None or re.fullmatch(r"h[1-6]", tag.name):
        return tag
    wanted = "".join(paragraph.text.split())
    same = [one for one in tag.find_all(True) if "".join(one.get_text().split()) == wanted]
    return same[-1] if same else tag


def _chain(tag: Tag) -> Iterator[Tag]:
    """An element and some around it."""
    one: Tag | None = tag
    for _ in range(_AROUND):
        if one is None:
            return
        yield one
        one = one.parent


def _size(tag: Tag) -> float:
    """The size of the letters of an element in pixels; 0 where nothing states it."""
    for one in _chain(tag):
        found = _SIZE.search(str(one.get("style") or ""))
        if found:
            return float(found[1]) * _PIXELS[found[2].lower()]
        size = re.fullmatch(r"\s*(\+?)(\d)\s*", str(one.get("size") or "")) if one.name == "font" else None
        if size:
            return _FONT_SIZES[min(7, int(size[2]) + (3 if size[1] else 0))]
    return 0


def _usual_size(blocks: Sequence[MaybePlaced]) -> float:
    """The size of the letters of running text."""
    sizes = [_size(tag) or 16 for p, tag in blocks if tag is not None and len(p.text.split()) >= _RUNNING]
    return median(sizes) if sizes else 16


def _is_bold(tag: Tag) -> bool:
    words = "".join(tag.get_text().split())
    for one in _chain(tag):
        if "".join(one.get_text().split()) != words:
            return False
        if one.name in ("b", "strong", "th") or _WEIGHT.search(str(one.get("style") or "")):
            return True
    return False


def _address(tag: Tag | None, paragraph: Paragraph) -> str:
    """The address that a headline as a whole leads to."""
    if tag is not None:
        around = tag if tag.name == "a" else tag.find_parent("a")
        inside = tag.find("a", href=True)
        for link in (around, inside):
            if isinstance(link, Tag) and link.get("href") and 2 * len(link.get_text()) > len(paragraph.text):
                return str(link["href"])
    written = paragraph.markdown or (MARKED.sub("", paragraph.text) if tag is None else "")
    found = _MARKDOWN_LINK.fullmatch(written)
    return found["url"] if found else ""
