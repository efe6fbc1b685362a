"""What a Markdown text is made of once it is read, and places in it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from struct import Struct

from annotated_briefings.base.htmltext import STRUCK, marked_passages
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.footnotes import LostFootnote
from annotated_briefings.content.markdown.tables import LostCells

_ROW = Struct("<IIII")


class Block(Value):
    """One top-level block of a Markdown body."""

    html: str
    """Its HTML; links still hold the writer's targets, wikilinks ``wiki:`` addresses."""
    text: str
    """Its plain text, as a reader sees it."""
    start: int
    """Offset of ``text`` in the whole plain text of the body, in code points."""
    heading: int
    """Heading level, or 0 for any other block."""
    line: int
    """Line of the file where it starts, from 1."""

    @property
    def end(self) -> int:
        """Offset after it."""
        return self.start + len(self.text)


class Wikilink(Value):
    """A ``[[target|text]]`` of the body or of a note."""

    target: str
    """Slug, title, entity name or id, as written."""
    place: Place
    """Where it is written."""
    start: int
    """Offset of its words in the plain text."""
    end: int
    """Offset after them."""
    source_start: int
    """Offset of its brackets in the Markdown; -1 when that is not known."""
    source_end: int
    """Offset after them, likewise."""
    in_table: bool
    """Whether it is in a table cell, where a bar must be escaped."""


class LocalLink(Value):
    """An ordinary link of the body that may lead to a place of the site."""

    target: str
    """Its target, as written."""
    start: int
    """Offset of its words in the plain text."""
    end: int
    """Offset after them."""


class Body(Value):
    """A Markdown text, read.

    Its blocks are kept in two long texts and a table of numbers: ten thousand briefs take half the memory so, and the
    copies that worker processes make of it hardly any.
    """

    html: str
    """The HTML of all blocks, one after the other."""
    table: bytes
    """For each block the lengths of its HTML and of its text, its heading level and its line, as 32-bit numbers."""
    text: str
    """The plain text of all blocks, joined by line ends."""
    starts: bytes
    """Offsets where the sentences of ``text`` start, as 32-bit numbers."""
    wikilinks: tuple[Wikilink, ...]
    """Its wikilinks in order."""
    links: tuple[str, ...]
    """Targets of its ordinary links and images, as written."""
    words: int
    """How many words ``text`` has; Chinese, Japanese and Korean characters count as half a word."""
    source: str
    """The Markdown itself; empty where nothing is made of it."""
    lost_footnotes: tuple[LostFootnote, ...] = ()
    """Footnotes that are not shown."""
    lost_cells: tuple[LostCells, ...] = ()
    """Cells of tables that are not shown."""
    local_links: tuple[LocalLink, ...] = ()
    """Those of its ordinary links that may lead to a place of the site, with their words."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its top-level blocks in order."""
        return blocks_in(self.html, self.text, self.table)

    @property
    def sentences(self) -> Sequence[int]:
        """Offsets where the sentences of ``text`` start."""
        return memoryview(self.starts).cast("I")

    def marked(self) -> Iterator[tuple[int, int]]:
        """Offsets in ``text`` of the words that are a link, emphasis or code."""
        for block in self.blocks:
            if "<" in block.html:
                yield from ((block.start + start, block.start + end) for start, end in marked_passages(block.html))

    def struck(self) -> Iterator[tuple[int, int]]:
        """Offsets in ``text`` of the words that have a line through them."""
        for block in self.blocks:
            if "<s>" in block.html or "<del" in block.html or "<strike" in block.html:
                spans = marked_passages(block.html, STRUCK)
                yield from ((block.start + start, block.start + end) for start, end in spans)

    @property
    def shape(self) -> bytes:
        """Its table without lines: what stays as it is when the text has only moved in its file."""
        return b"".join(_ROW.pack(html, text, heading, 0) for html, text, heading, _ in _ROW.iter_unpack(self.table))


@lru_cache(maxsize=2)
def blocks_in(html: str, text: str, table: bytes) -> tuple[Block, ...]:
    """The blocks of a body, from its two texts and its table; the last ones are cached."""
    out: list[Block] = []
    at = start = 0
    for length, plain, heading, line in _ROW.iter_unpack(table):
        out.append(Block(html[at : at + length], text[start : start + plain], start, heading, line))
        at += length
        start += plain + 1
    return tuple(out)


def table_of(blocks: Iterable[Block]) -> bytes:
    """The table of a body's blocks."""
    return b"".join(_ROW.pack(len(b.html), len(b.text), b.heading, b.line) for b in blocks)


class Passage(Value):
    """Where a quote was found in the plain text of the body: code points ``start`` to ``end``."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""


class Anchor(Value):
    """Where a quote was found, or why not."""

    state: str
    """``anchored``, ``ambiguous`` or ``orphan``."""
    passage: Passage | None
    """Where it is, when it is anchored."""
    places: int
    """How many equal places there are."""
    found: str
    """The words there, or the nearest ones; empty when nothing is like it."""
    why: str
    """The reason in words; empty when the quote is in the text as it is."""


class Attribution(Value):
    """A source of a brief that a sentence names beside words."""

    sources: tuple[int, ...]
    """The numbers of the sources of that name, from 1."""
    name: str
    """The name as the sentence has it."""
    sure: bool
    """Whether the words are given to it: it says them, they are according to it, or it was told."""


class Quotation(Value):
    """Words of a brief that are between quotation marks or as a block of quoted text."""

    text: str
    """The words, without the marks."""
    line: int
    """Line of the file where their block or their field starts, from 1."""
    field: str = ""
    """The field of the front matter that has them; empty for the text of the brief."""
    links: tuple[str, ...] = ()
    """Addresses in the same paragraph that lead to others than the sources of the brief: perhaps they said it."""
    turned: bool = False
    """Whether the text around the words denies them or leaves them open itself."""
    speakers: tuple[Attribution, ...] = ()
    """The sources of the brief that its sentence names."""
