"""The text inside generated HTML: reading it, and wrapping passages of it in elements.

Only for HTML that our own Markdown parser wrote, where ``<`` and ``>`` inside text and attributes are always escaped.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_PART = regex(
    r'(?P<silent><sup class="footnote-ref">.*?</sup>|<a [^>]*class="footnote-backref"[^>]*>.*?</a>)'
    r"|(?P<tag></?(?P<name>[a-z0-9]+)[^>]*>)|(?P<text>[^<]+)",
    re.DOTALL,
)
_SILENT = regex(r'<sup class="footnote-ref">.*?</sup>|<a [^>]*class="footnote-backref"[^>]*>.*?</a>', re.DOTALL)
_TARGET = regex(r'\bhref="([^"]*)"')
_TAG = regex(r"<[^>]*>")
_SPACE = regex(r"\s+")
_UNIT = regex(r"&[#\w]+;|\s+|.", re.DOTALL)
_INLINE = frozenset({"a", "code", "del", "em", "s", "strong"})
"""Elements that mark some words of a line."""
_UNLINKED = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements in which no link may be set."""


class TextRun(NamedTuple):
    """A stretch of text between two tags."""

    at: int
    """Offset of its first character in the HTML."""
    html: str
    """The stretch as written, escaped."""
    start: int
    """Offset of its first character in the plain text."""
    length: int
    """Characters that it has in the plain text."""
    spaced: bool
    """Whether a space at its start was already counted before it."""
    linkable: bool
    """Whether links may be set in it."""
    in_link: bool
    """Whether it is in a link."""


class Span(Value):
    """A passage of the plain text to be wrapped."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    opening: str
    """Start tag of its first piece."""
    closing: str
    """End tag."""
    again: str = ""
    """Start tag of its further pieces; empty for the same as ``opening``."""


class Insert(Value):
    """HTML to be set after a character of the plain text, but never inside a link."""

    after: int
    """Offset after the character."""
    html: str
    """What to set there."""


def _plain(run: str, spaced: bool) -> str:
    text = unescape(run) if "&" in run else run
    # No white space but single blanks: nine runs of ten, and a third of the time of planning a page.
    if not text.isprintable() or "  " in text:
        text = _SPACE.sub(" ", text)
    return text[1:] if spaced and text.startswith(" ") else text


@lru_cache(maxsize=2)
def text_runs(html: str) -> tuple[TextRun, ...]:
    """The text runs of a block; footnote marks are no text. The last ones are kept, since a search for the place of a
    link is followed by setting it."""
    out: list[TextRun] = []
    at = 0
    spaced = True
    barred = links = 0
    for part in _PART.finditer(html):
        kind = part.lastgroup
        if kind == "text":
            run = part[0]
            text = _plain(run, spaced)
            out.append(TextRun(part.start(), run, at, len(text), spaced, barred == 0, links > 0))
            if text:
                at += len(text)
                spaced = text.endswith(" ")
        elif kind == "tag" and (name := part["name"]) in _UNLINKED:
            step = -1 if part[0].startswith("</") else 1
            barred += step
            links += step if name == "a" else 0
    return tuple(out)


STRUCK = frozenset(("s", "del", "strike"))
"""Elements whose words have a line through them."""


def marked_passages(html: str, elements: Container[str] = _INLINE) -> Iterator[tuple[int, int]]:
    """Where in the plain text of a block the words of some elements start and end: of links, emphasis and code."""
    runs = {run.at: run for run in text_runs(html)}
    stack: list[list[int]] = []
    for part in _PART.finditer(html):
        if part.lastgroup == "text":
            run = runs[part.start()]
            for own in stack if run.length else ():
                own[:] = own[0] if own else run.start, run.start + run.length
        elif part["name"] in elements:
            if not part[0].startswith("</"):
                stack.append([])
            elif stack and (own := stack.pop()):
                yield own[0], own[1]


def link_targets(html: str) -> list[str]:
    """The targets of the links of a block, whether they have words or not."""
    return [unescape(target) for target in _TARGET.findall(html)]


def linked_passages(html: str) -> Iterator[tuple[str, int, int]]:
    """The targets of the links of a block that have words, and where these start and end in its plain text."""
    runs = {run.at: run for run in text_runs(html)}
    target = ""
    own: list[int] = []
    for part in _PART.finditer(html):
        if part.lastgroup == "text" and target and (run := runs[part.start()]).length:
            own = [own[0] if own else run.start, run.start + run.length]
        elif part["name"] == "a":
            if own:
                yield unescape(target), own[0], own[1]
            found = _TARGET.search(part[0])
            target, own = found[1] if found else "", []


def plain_text(html: str) -> str:
    """The text of generated HTML as a reader sees it, white space collapsed: the texts of its runs, joined."""
    if html.startswith("<p>") and html.endswith("</p>") and html.find("<", 3) == len(html) - 4:
        return _plain(html[3:-4], True).rstrip()
    # All tags at once, and not run by run: a tenth of the time of reading a brief.
    shown = _SILENT.sub("", html) if "footnote" in html else html
    return _plain(_TAG.sub("", shown), True).rstrip()


def linkable(html: str) -> list[tuple[int, int]]:
    """Where in the plain text of a block links may be set: from and to."""
    return [(run.start, run.start + run.length) for run in text_runs(html) if run.linkable]


def wrap(html: str, links: Sequence[Span], marks: Sequence[Span], inserts: Sequence[Insert] = ()) -> str:
    """Wrap passages of a block's text: links whole, marks in as many pieces as the tags between need.

    Offsets count from the start of the block's plain text. Links must not overlap each other and are set only where
    one lies within a single linkable run; marks may overlap anything. A mark inside a link stays inside it.
    """
    if not links and not marks and not inserts:
        return html
    out: list[str] = []
    begun: set[Span] = set()
    held: list[str] = []
    done = 0
    for run in text_runs(html):
        end = run.start + run.length
        if held and "</a>" in html[done : run.at]:
            done = _release(html, done, held, out)
        inner_links = [s for s in links if run.linkable and run.start <= s.start and s.end <= end]
        # White space between blocks is no place for an element.
        bare = "\n" in run.html and run.html.isspace()
        inner_marks = [] if bare else [s for s in marks if s.start < end and s.end > run.start]
        inner = [i for i in inserts if run.start < i.after <= end]
        if not run.length or not (inner_links or inner_marks or inner):
            continue
        out.append(html[done : run.at])
        shown = () if run.in_link else inner
        out.append(_WrappedRun(run, inner_marks, shown, begun).html(sorted(inner_links, key=lambda s: s.start)))
        held += [i.html for i in inner] if run.in_link else []
        done = run.at + len(run.html)
    if held:
        done = _release(html, done, held, out)
    out.append(html[done:])
    return "".join(out)


def _release(html: str, done: int, held: list[str], out: list[str]) -> int:
    """Set what was held back after the end of the link; the offset up to which the HTML is done."""
    end = html.index("</a>", done) + len("</a>")
    out += (html[done:end], *held)
    held.clear()
    return end


@dataclass(slots=True)
class _WrappedRun:
    """One run being wrapped."""

    run: TextRun
    marks: Sequence[Span]
    inserts: Sequence[Insert]
    begun: set[Span]

    def html(self, links: Iterable[Span]) -> str:
        """The run with its links, marks and inserts."""
        places = _html_offsets(self.run)
        out = [self.run.html[: places[0]]]
        at = self.run.start
        for link in links:
            self._pieces(places, at, link.start, out, True)
            out.append(link.opening)
            self._pieces(places, link.start, link.end, out, False)
            out.append(link.closing)
            out += [i.html for i in self.inserts if link.start < i.after <= link.end]
            at = link.end
        self._pieces(places, at, self.run.start + self.run.length, out, True)
        out.append(self.run.html[places[self.run.length] :])
        return "".join(out)

    def _pieces(self, places: Sequence[int], start: int, stop: int, out: list[str], insert: bool) -> None:
        """Add the text between two plain offsets with its marks, and inserts where they are allowed."""
        edges = [c for m in self.marks for c in (m.start, m.end)] + [i.after for i in self.inserts]
        cuts = sorted({start, stop, *(c for c in edges if start < c < stop)})
        for left, right in pairwise(cuts):
            active = [m for m in self.marks if m.start <= left and right <= m.end]
            out += [m.again if m in self.begun and m.again else m.opening for m in active]
            self.begun.update(active)
            out.append(self.run.html[places[left - self.run.start] : places[right - self.run.start]])
            out += [m.closing for m in reversed(active)]
            out += [i.html for i in self.inserts if insert and i.after == right]


def _html_offsets(run: TextRun) -> Sequence[int]:
    """For each plain offset in a run (and its end) the offset in the run's HTML."""
    length = run.length
    if len(run.html) == length:
        return range(length + 1)
    offsets: list[int] = []
    skip = run.spaced
    for unit in _UNIT.finditer(run.html):
        count = len(_SPACE.sub(" ", unescape(unit[0])))
        if unit[0].isspace() and skip:
            count = 0
        skip = False
        offsets += [unit.start()] * count
    offsets += [len(run.html)] * (length + 1 - len(offsets))
    return offsets
