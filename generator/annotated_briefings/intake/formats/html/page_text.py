"""Which blocks of a saved page are its article: as an extractor chooses, with nothing lost in between."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.entries import PASSED
from annotated_briefings.intake.formats.html.blocks import HEADINGS, PlacedBlock, blocks
from annotated_briefings.intake.formats.html.entries import running_report
from annotated_briefings.intake.formats.html.extractor import extracted
from annotated_briefings.intake.formats.html.gallery import captions_of_gallery, with_captions
from annotated_briefings.intake.formats.html.headings import LARGE, headings
from annotated_briefings.intake.formats.unseen.apart import AROUND
from annotated_briefings.intake.formats.unseen.folded import is_shown
from annotated_briefings.intake.formats.unseen.left import left_out
from annotated_briefings.intake.model import Paragraph

_RUN = 3
"""Words that are compared at a time."""
_ENOUGH = 0.6
"""Share of a block's runs of words that the extractor kept, from which on it kept the block."""
_PROSE, _SHORTEST, _SIGNS = 8, 3, 2
"""Words of a passage that is a sentence and no label, words of a short sentence, and signs of a word without blanks."""
_STOP = regex(rf"[{STOPS}:：][\"'”’»)\]]*$")
_TEXTUAL = ("p", "ul", "ol", "dl", "table", "blockquote", "pre", *HEADINGS)
"""Elements that hold text rather than controls."""
_LINKED = 0.6
"""Share of linked letters from which on a short passage leads to other pages."""
_LONGEST_TEASER = 40
_QUOTED = 5
"""Words of a quotation that is shown again in large letters."""
_REPEATED = 0.9
"""Share of the runs of a passage that are elsewhere in the article: it is shown twice."""
_BOXES = ("nav", "aside", "footer")
_BESIDE = (*_BOXES, "table")
_OUTSIDE = ("nav", "aside", "footer", "header")
_BELOW = 3
"""Passages below an article among which its day may be."""
_FACTS = regex(r"by ?line|author|date|time|meta|kicker|share|social|tags?\b|breadcrumb|credit", re.IGNORECASE)
"""Classes of what pages say about themselves above their text."""


class PageText(Value):
    """The blocks of a page."""

    article: tuple[Paragraph, ...]
    """The text of the article, in reading order."""
    around: tuple[Paragraph, ...]
    """Everything else that a reader of the page sees, each with a reason (``aside``)."""
    lines: tuple[str, ...]
    """Short passages above the article, and right below it, that may say what it is; none of menus and boxes."""
    below: tuple[str, ...] = ()
    """The passages right below the article."""
    title: str = ""
    """The line in large letters above the article; empty where there is none."""
    days: tuple[str, ...] | None = None
    """The days of the entries of a running report; None for any other article."""


class _HtmlBlock(Value):
    """A block of a page and what is known about it."""

    block: PlacedBlock
    """The paragraph and its element."""
    sure: bool
    """Whether the careful extraction holds it."""
    likely: bool
    """Whether the generous extraction holds it."""
    holders: tuple[int, ...]
    """Identities of the elements around it, from the page inwards."""


def page_text(soup: BeautifulSoup, url: str, belongs: Callable[[str], bool], selected: bool = False) -> PageText:
    """Part the blocks of a page, made ready by ``tree.prepare``, into its article and what is around it.

    An extractor tells where the article is, and the page's own blocks what its words are: what is between two
    blocks of the article is part of it, unless it is plainly something else; and so is a short passage beside it that
    ``belongs`` knows. No article where the extractor finds none, but in what was ``selected``: there all is text from
    the first sentence on.
    """
    body = soup.body or soup
    html = str(soup)
    careful = extracted(html, url, precise=True)
    generous = extracted(html, url, precise=False)
    found = list(blocks(body))
    runs = _runs(careful or generous), _runs(generous)
    seen = [
        _HtmlBlock(block=b, sure=_holds(runs[0], b[0].text), likely=_holds(runs[1], b[0].text), holders=_path(b[1]))
        for b in found
    ]
    chosen = _chosen(seen)
    if selected:
        chosen |= _meant(seen, chosen)
    report = running_report(found)
    chosen |= (gallery := captions_of_gallery(found, chosen))
    if report:
        chosen |= {n for n in range(report.first, report.last + 1) if report.holds(found[n])}
        chosen |= {n for n in range(report.first) if _is_lead(seen[n], seen[: report.first])}
    end = max(chosen, default=0) + _BELOW
    cell = _cell(found[min(chosen)][1]) if chosen else None
    short = {n: one.block[0].text for n, one in enumerate(seen[: end + 1]) if n not in chosen and _is_line(one, cell)}
    chosen |= {n for n, text in short.items() if chosen and belongs(text)}
    top = next((n for n, one in enumerate(seen) if one.block[1].name == "h1"), 0)
    lines = tuple(text for n, text in short.items() if n > top or _is_near(seen[n], seen[top]))
    below = tuple(one.block[0].text for one in seen[end - _BELOW + 1 : end + _BELOW] if not _is_outside(one))
    title = _large_line(found, min(chosen, default=0))
    rest = [b[0] for n, b in enumerate(found) if n not in chosen]
    around = [*(one if one.aside else replace(one, aside=AROUND) for one in rest), *left_out(soup)]
    if not report:
        article, numbers = with_captions([(n in gallery, b[0]) for n, b in enumerate(found) if n in chosen])
        return PageText(article, tuple(_merged([*around, *numbers])), lines, below, title)
    own = tuple(text for n, text in short.items() if n < report.first)
    timed = report.paragraphs([(n, found[n][0]) for n in sorted(chosen)])
    gone = (replace(found[n][0], aside=PASSED) for n in report.times if found[n][0].text not in report.times[n].text)
    return PageText(tuple(timed), tuple(_merged([*around, *gone])), own, below, title, report.days)


def _large_line(found: Sequence[PlacedBlock], first: int) -> str:
    """The highest headline above or at the first block of an article: the first of several."""
    usual = [block for block in found if not block[0].aside]
    above = {id(block[1]) for block in found[: first + 1]}
    heads = [head for head in headings(usual) if head.rank <= LARGE and id(usual[head.place][1]) in above]
    return min(heads, key=lambda head: head.rank).title if heads else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]", text) if _unspaced(text) else re.findall(r"\w+", text.casefold())


def _unspaced(text: str) -> bool:
    """Whether a text is of a script without blanks between words."""
    return len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", text)) * 3 > len(text)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of words of a text; of its short lines the whole."""
    out: set[tuple[str, ...]] = set()
    for line in text.split("\n"):
        out |= _line_runs(line)
    return frozenset(out)


def _line_runs(line: str) -> set[tuple[str, ...]]:
    words = _words(line)
    if len(words) <= _RUN:
        return {tuple(words)} if words else set()
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}


def _holds(runs: frozenset[tuple[str, ...]], text: str) -> bool:
    own = _line_runs(text)
    return bool(own) and len(own & runs) >= _ENOUGH * len(own)


def _path(tag: Tag) -> tuple[int, ...]:
    return tuple(id(parent) for parent in reversed((tag, *tag.parents)))


def _chosen(seen: Sequence[_HtmlBlock]) -> set[int]:
    """The places of the blocks that are the article."""
    strong = [n for n, one in enumerate(seen) if one.sure and _is_prose(one) and not _is_outside(one)]
    strong = strong or [n for n, one in enumerate(seen) if one.sure and not one.block[0].aside]
    if not strong:
        return set()
    first, last = strong[0], strong[-1]
    inside = _common([seen[n].holders[:-1] for n in strong])
    parents = frozenset((seen[n].block[1].name in _TEXTUAL, seen[n].holders[-2]) for n in strong)
    first = _reached(seen, range(first - 1, -1, -1), inside, first, parents)
    last = _reached(seen, range(last + 1, len(seen)), inside, last, parents)
    first -= first > 0 and _opens(seen, first, last)
    kept = {n for n in range(first, last + 1) if _belongs(seen[n], parents)}
    kept -= _repeats(seen, kept)
    return kept - set(_lone_headings(seen, kept))


def _meant(seen: Sequence[_HtmlBlock], chosen: set[int]) -> set[int]:
    """The places of the blocks of a selection from its first sentence, list or table on."""
    usual = [n for n, one in enumerate(seen) if not (one.block[0].aside or _is_linked(one) or _is_outside(one, _BOXES))]
    first = next((n for n in usual if n in chosen or _is_prose(seen[n]) or _is_listed(seen[n])), len(seen))
    return {n for n in usual if n >= first}


def _opens(seen: Sequence[_HtmlBlock], first: int, last: int) -> bool:
    """Whether the heading right above an article is its first sub-heading: others like it are between its blocks."""
    above = seen[first - 1]
    if not above.block[0].heading or above.block[1].name == "h1" or _is_outside(above):
        return False
    frames = [(one.block[1].name, one.holders[-2]) for one in seen[first : last + 1] if one.block[0].heading]
    title = any(one.block[1].name == "h1" for one in seen[:first])
    return title and (above.block[1].name, above.holders[-2]) in frames


def _common(paths: Sequence[tuple[int, ...]]) -> int:
    """The innermost element around all blocks."""
    out = paths[0][0]
    for level in zip(*paths, strict=False):
        if len(set(level)) > 1:
            break
        out = level[0]
    return out


def _reached(
    seen: Sequence[_HtmlBlock], places: Sequence[int], inside: int, end: int, parents: frozenset[tuple[bool, int]]
) -> int:
    """How far the article goes on beyond its surest blocks: over what the generous extraction holds in its element."""
    for n in places:
        one = seen[n]
        if inside not in one.holders:
            break
        beside = _is_beside(one, parents) and not one.block[0].heading
        # Above the first sentence, a short line tells who wrote it, and when.
        short = beside and (n > end or bool(_STOP.search(one.block[0].text)))
        sentence = beside and len(_words(one.block[0].text)) >= _SHORTEST and bool(_STOP.search(one.block[0].text))
        text = is_shown(one.block[1]) or (one.likely and (_is_prose(one) or _is_listed(one) or short))
        text = text or (n > end and beside and one.block[1].name == "table")
        if (text or sentence) and not one.block[0].aside and not _is_outside(one) and not _is_linked(one):
            end = n
        elif _is_prose(one) and not (one.likely or _is_linked(one) or _is_outside(one, _BESIDE)):
            break
    return end


def _is_line(one: _HtmlBlock, cell: Tag | None) -> bool:
    """Whether a passage may say who wrote an article, and when; ``cell`` is the one of a table in which that is."""
    tag = one.block[1]
    placed = tag.name == "table" or (_cell(tag) is not cell and _is_outside(one, ("table",)))
    return not (one.block[0].aside or placed or _is_outside(one, _BOXES) or _is_linked(one) or _is_prose(one))


def _cell(tag: Tag) -> Tag | None:
    """The cell of a table that an element is, or is in."""
    return tag if tag.name in ("td", "th") else tag.find_parent(["td", "th"])


def _is_lead(one: _HtmlBlock, before: Sequence[_HtmlBlock]) -> bool:
    """Whether a passage before the entries of a running report is a sentence below its headline."""
    top = next((n for n, other in enumerate(before) if other.block[1].name == "h1"), len(before))
    inside = any(other is one for other in before[top + 1 :])
    sentence = len(_words(one.block[0].text)) >= _SHORTEST and bool(_STOP.search(one.block[0].text))
    return inside and sentence and not (one.block[0].heading or one.block[0].aside) and not _is_outside(one, _BESIDE)


def _is_near(one: _HtmlBlock, headline: _HtmlBlock) -> bool:
    """Whether a passage above the headline is in its frame, and not in that of the whole site."""
    frame = headline.holders[-2]
    return frame in one.holders and headline.block[1].parent is not None and headline.block[1].parent.name != "body"


def _is_listed(one: _HtmlBlock) -> bool:
    return one.block[1].name in ("ul", "ol", "table", "dl") and not _is_linked(one)


def _belongs(one: _HtmlBlock, parents: frozenset[tuple[bool, int]]) -> bool:
    """Whether a block between two of the article is part of it."""
    paragraph, tag = one.block
    if paragraph.aside:
        return False
    if one.sure or is_shown(tag):
        return True
    if _is_outside(one) or _is_linked(one):
        return False
    if tag.name in ("img", "picture", "figure") or paragraph.markdown.startswith("!["):
        return True
    return (
        _is_beside(one, parents)
        or _is_prose(one)
        or (tag.name in ("ul", "ol", "table", "dl", *HEADINGS) and one.likely)
    )


def _is_beside(one: _HtmlBlock, parents: frozenset[tuple[bool, int]]) -> bool:
    """Whether a block is an element for text right beside one of the article, or of the same kind."""
    return (one.block[1].name in _TEXTUAL, one.holders[-2]) in parents


def _is_prose(one: _HtmlBlock) -> bool:
    text = one.block[0].text
    count = len(_words(text)) // (_SIGNS if _unspaced(text) else 1)
    return count >= _PROSE and (bool(_STOP.search(text)) or count >= 2 * _PROSE)


def _is_outside(one: _HtmlBlock, names: Sequence[str] = _OUTSIDE) -> bool:
    """Whether a block is in an element that pages put beside their text."""
    tag: Tag | None = one.block[1]
    while tag is not None and tag.name not in ("article", "main", "body", "html"):
        if tag.name in names:
            return True
        tag = tag.parent
    return False


def _is_linked(one: _HtmlBlock) -> bool:
    """Whether a short passage does little but lead to other pages."""
    paragraph, tag = one.block
    words = paragraph.text
    if len(words.split()) > _LONGEST_TEASER and tag.name not in ("ul", "ol"):
        return False
    link = tag.find_parent("a", href=True)
    linked = len(words) if link else sum(len(a.get_text()) for a in tag.find_all("a", href=True))
    return linked >= _LINKED * max(1, len(words))


def _repeats(seen: Sequence[_HtmlBlock], kept: set[int]) -> set[int]:
    """Passages that are in another block too, such as quotations in large letters."""
    out: set[int] = set()
    runs = {n: _line_runs(seen[n].block[0].text) for n in kept}
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, own in runs.items():
        for run in own:
            holders[run].append(n)
    for n in kept:
        one = seen[n]
        own = runs[n]
        rarest = min((holders[run] for run in own), key=len, default=())
        others = (runs[m] for m in rarest)
        shown = _is_prose(one) or (len(_words(one.block[0].text)) >= _QUOTED and not one.block[0].heading)
        if shown and any(len(own) < len(o) and len(own & o) >= _REPEATED * len(own) for o in others):
            out.add(n)
    return out


def _lone_headings(seen: Sequence[_HtmlBlock], kept: set[int]) -> Iterator[int]:
    """Headings of nothing: what is below them is no part of the article."""
    for n in sorted(kept):
        if seen[n].block[0].heading and not seen[n].sure:
            below = next((m for m in range(n + 1, len(seen)) if not seen[m].block[0].heading), None)
            if below is None or below not in kept:
                yield n


def _merged(around: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What follows one another for the same reason, as one."""
    held: list[str] = []
    why = ""
    for paragraph in around:
        if paragraph.aside != why and held:
            yield Paragraph(" | ".join(held), 0, 0, "", False, why)
            held = []
        why = paragraph.aside
        held.append(paragraph.text)
    if held:
        yield Paragraph(" | ".join(held), 0, 0, "", False, why)
