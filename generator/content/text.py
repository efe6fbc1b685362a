"""What a Markdown text is made of once it is read, and places in it."""

from dataclasses import dataclass, field

from generator.base.packing import quick_to_pack
from generator.base.source import Place


@quick_to_pack
@dataclass(frozen=True, slots=True)
class Block:
    """One top-level block of a Markdown body."""

    html: str
    """Its HTML; links still hold the writer's targets, wikilinks ``wiki:`` addresses."""
    whole: str = field(repr=False)
    """The whole plain text of the body, which all its blocks share."""
    start: int
    """Offset of this block in it, in code points."""
    end: int
    """Offset after it."""
    heading: int
    """Heading level, or 0 for any other block."""
    line: int
    """Line of the file where it starts, from 1."""

    @property
    def text(self) -> str:
        """Its plain text, as a reader sees it."""
        return self.whole[self.start : self.end]


@quick_to_pack
@dataclass(frozen=True, slots=True)
class Wikilink:
    """A ``[[target|text]]`` of the body or of a note."""

    target: str
    """Slug, title, entity name or id, as written."""
    place: Place
    """Where it stands."""
    start: int
    """Offset of its words in the plain text."""
    end: int
    """Offset after them."""


@quick_to_pack
@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text, read."""

    blocks: tuple[Block, ...]
    """Its top-level blocks in order."""
    text: str
    """The plain text of all blocks, joined by line ends."""
    wikilinks: tuple[Wikilink, ...]
    """Its wikilinks in order."""
    links: tuple[str, ...]
    """Targets of its ordinary links and images, as written."""
    source: str
    """The Markdown itself."""


@quick_to_pack
@dataclass(frozen=True, slots=True)
class Passage:
    """Where a quote was found in the plain text of the body: code points ``start`` to ``end``."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""


@quick_to_pack
@dataclass(frozen=True, slots=True)
class Anchor:
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
    """The reason in words; empty when the quote stands in the text as it is."""


@quick_to_pack
@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the body that stand between quotation marks or as a block of quoted text."""

    text: str
    """The words, without the marks."""
    line: int
    """Line of the file where their block starts, from 1."""
