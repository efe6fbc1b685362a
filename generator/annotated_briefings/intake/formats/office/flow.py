"""What office documents are made of, whatever their format: lines and tables, and how they become HTML."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from annotated_briefings.base.values import Value

BREAK = "\v"
"""A line break in the text of a span."""
_LONGEST_HEAD = 140
"""Characters of a bold line that is a headline."""


class InlineText(Value):
    """Words of one form."""

    text: str
    """The words; ``BREAK`` for a line break."""
    bold: bool = False
    """Whether they are bold."""
    italic: bool = False
    """Whether they are in italics."""
    raised: str = ""
    """``sup`` or ``sub`` for raised or lowered words."""
    href: str = ""
    """Address that they link to."""
    size: float = 0.0
    """Size of their letters in points; 0 where it is not known."""


class Item(Value):
    """The place of a line in a list."""

    depth: int
    """How many lists are around its own, from 0."""
    number: int
    """Its number from 0; -1 in a list without numbers."""


class Line(Value):
    """A paragraph or heading."""

    spans: tuple[InlineText, ...]
    """Its words."""
    level: int = 0
    """Outline level of a heading from 1; 0 for text."""
    title: bool = False
    """Whether it is the title of the document."""
    quote: bool = False
    """Whether it is a quotation."""
    item: Item | None = None
    """Its place in a list."""
    aside: str = ""
    """Why it is no text, such as ``a table of contents``; empty for text."""
    notes: tuple[int, ...] = ()
    """Numbers of the notes that it refers to."""
    jumbled: bool = False
    """Whether the order of its words is not known."""
    apart: bool = False
    """Whether it stands apart by its place or its letters, as headlines do."""

    @property
    def text(self) -> str:
        """Its words, white space collapsed."""
        return " ".join("".join(span.text for span in self.spans).replace(BREAK, " ").split())

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold, or it stands apart."""
        words = [span for span in self.spans if span.text.strip()]
        return bool(words) and (self.apart or all(span.bold for span in words))

    @property
    def size(self) -> float:
        """Size of most of its letters."""
        return max(((len(span.text.strip()), span.size) for span in self.spans), default=(0, 0.0))[1]


class Cell(Value):
    """A cell of a table."""

    parts: "tuple[Line | Grid, ...]"
    """What it holds."""
    wide: int = 1
    """How many columns it takes."""
    high: int = 1
    """How many rows it takes."""


class Grid(Value):
    """A table."""

    rows: tuple[tuple[Cell, ...], ...]
    """Its cells by row."""
    headed: bool = False
    """Whether its first row is known to name its columns."""


Part = Line | Grid


def is_headline(line: Part) -> bool:
    """Whether a line is a heading, or a short bold one that is no sentence."""
    if not isinstance(line, Line) or line.aside or line.item is not None or line.quote:
        return False
    text = line.text
    if line.level:
        return bool(text)
    return line.is_bold and 1 < len(text) <= _LONGEST_HEAD and text[-1] not in ".:;,…" and any(map(str.isalpha, text))


def note_line(number: int, lines: Iterable[Line]) -> Line:
    """A note of one or several paragraphs as one line that begins with its number."""
    spans = [InlineText(f"[{number}] ")]
    for line in lines:
        spans += (*((InlineText(BREAK),) if len(spans) > 1 else ()), *line.spans)
    return Line(tuple(spans), notes=(-number,))


def flat(parts: Iterable[Part]) -> Iterator[Part]:
    """Parts with frames taken off: a table of one column only places what is in it."""
    for part in parts:
        if isinstance(part, Grid) and all(len(row) <= 1 for row in part.rows):
            for row in part.rows:
                for cell in row:
                    yield from flat(cell.parts)
        elif isinstance(part, Grid) or part.text:
            yield part


def to_html(parts: Iterable[Part]) -> str:
    """HTML of parts in their order."""
    out: list[str] = []
    for kind, some in groupby(parts, key=_kind):
        run = list(some)
        if kind == "list":
            out.append(_list([line for line in run if isinstance(line, Line)]))
        elif kind == "quote":
            out.append("<blockquote>" + "".join(map(_one, run)) + "</blockquote>")
        else:
            out += map(_one, run)
    return "".join(out)


def _kind(part: Part) -> str:
    if isinstance(part, Grid) or part.aside:
        return "one"
    return "list" if part.item is not None else "quote" if part.quote else "one"


def _one(part: Part) -> str:
    if isinstance(part, Grid):
        return _table(part)
    inner = inline(part.spans)
    return f"<h{min(6, part.level + 1)}>{inner}</h{min(6, part.level + 1)}>" if part.level else f"<p>{inner}</p>"


def _list(lines: Sequence[Line]) -> str:
    """Lines of lists; a number that does not follow the one before begins a list of its own."""
    out: list[str] = []
    opened: list[tuple[int, str, int]] = []  # depth, tag, number of the last item

    def close() -> None:
        out.append(f"</li></{opened.pop()[1]}>")

    for line in lines:
        item = line.item or Item(0, -1)
        tag = "ul" if item.number < 0 else "ol"
        while opened and opened[-1][0] > item.depth:
            close()
        follows = opened and opened[-1][0] == item.depth and opened[-1][1] == tag
        if follows and (tag == "ul" or item.number == opened[-1][2] + 1):
            out.append("</li>")
            opened[-1] = (item.depth, tag, item.number)
        else:
            if opened and opened[-1][0] == item.depth:
                close()
            out.append(f'<ol start="{item.number}">' if tag == "ol" else "<ul>")
            opened.append((item.depth, tag, item.number))
        out.append(f"<li>{inline(line.spans)}")
    while opened:
        close()
    return "".join(out)


def _table(grid: Grid) -> str:
    rows: list[str] = []
    for number, row in enumerate(grid.rows):
        tag = "th" if grid.headed and not number else "td"
        cells = []
        for cell in row:
            span = (f' colspan="{cell.wide}"' if cell.wide > 1 else "") + (
                f' rowspan="{cell.high}"' if cell.high > 1 else ""
            )
            only = cell.parts[0] if len(cell.parts) == 1 else None
            plain = isinstance(only, Line) and not only.level and only.item is None and not only.quote
            inner = inline(only.spans) if isinstance(only, Line) and plain else to_html(cell.parts)
            cells.append(f"<{tag}{span}>{inner}</{tag}>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "".join(rows) + "</table>"


def inline(spans: Iterable[InlineText]) -> str:
    """HTML of the words of a line; neighbours of one form are marked once."""
    out: list[str] = []
    for href, linked in groupby(spans, key=lambda one: one.href):
        inner: list[str] = []
        for (bold, italic, raised), same in groupby(linked, key=lambda one: (one.bold, one.italic, one.raised)):
            words = escape("".join(span.text for span in same), quote=False).replace(BREAK, "<br>")
            for tag in (raised, "i" if italic else "", "b" if bold else ""):
                words = f"<{tag}>{words}</{tag}>" if tag and words.strip() else words
            inner.append(words)
        text = "".join(inner)
        out.append(f'<a href="{escape(href)}">{text}</a>' if href and text.strip() else text)
    return "".join(out)
