"""What templates may see: one frozen dataclass a template, and the small ones they are made of.

Addresses (``url``) are site addresses such as ``/tags/x/`` unless they start with a scheme; templates pass them through
``url()``. Fields called ``html`` hold finished HTML whose links are already right for their page.
"""

from dataclasses import dataclass

from generator.site.view_parts import (
    BlockView,
    CardGroup,
    CardView,
    CorrectionView,
    DateView,
    FeedEntryView,
    FigureView,
    ImageView,
    KeyPointView,
    LetterView,
    LinkView,
    NoteView,
    RelatedView,
    SentenceView,
    SitemapEntry,
    SourceView,
    TagEntryView,
    YearView,
)


@dataclass(frozen=True, slots=True)
class SiteView:
    """The same on every page; templates see it as ``site``."""

    title: str
    """Name of the site."""
    description: str
    """One sentence about it."""
    language: str
    """BCP 47 language tag."""
    base_url: str
    """Where it is served, without a slash at the end; may be empty."""
    editor: str
    """Who publishes it."""
    footer: str
    """A line for the foot of the page."""
    nav: tuple[LinkView, ...]
    """Main navigation."""
    generator: str
    """Name and version of this tool."""
    feed: str
    """Address of the Atom feed, or empty."""


@dataclass(frozen=True, slots=True)
class BriefView:
    """``brief.html``: one brief."""

    title: str
    """Headline."""
    url: str
    """Its page."""
    language: str
    """BCP 47 language tag."""
    kicker: LinkView | None
    """Its first tag."""
    summary: str
    """Standfirst, or empty."""
    date: DateView | None
    """Date of the news."""
    updated: DateView | None
    """Date of the last change."""
    draft: bool
    """True in a preview of an unpublished brief."""
    held: str
    """In previews: why it is not public yet, such as an embargo; empty otherwise."""
    image: ImageView | None
    """Its picture."""
    key_points: tuple[KeyPointView, ...]
    """Points with receipts."""
    why_it_matters: tuple[str, ...]
    """Inline HTML, one a paragraph."""
    blocks: tuple[BlockView, ...]
    """The text."""
    loose_notes: tuple[NoteView, ...]
    """Notes whose passage is not in the text."""
    notes: int
    """Number of notes on the page."""
    figures: tuple[FigureView, ...]
    """Numbers."""
    what_next: tuple[str, ...]
    """Inline HTML."""
    unknowns: tuple[str, ...]
    """Inline HTML."""
    sources: tuple[SourceView, ...]
    """Sources."""
    corrections: tuple[CorrectionView, ...]
    """Corrections."""
    about: tuple[LinkView, ...]
    """Entities it is about, with their type."""
    mentions: tuple[LinkView, ...]
    """Entities it names, with their type."""
    tags: tuple[LinkView, ...]
    """Its tags."""
    related: tuple[RelatedView, ...]
    """Related briefs, best first."""
    backlinks: tuple[SentenceView, ...]
    """Sentences of other briefs that link here."""
    newer: LinkView | None
    """The brief after it in time."""
    older: LinkView | None
    """The brief before it in time."""


@dataclass(frozen=True, slots=True)
class EntityView:
    """``entity.html``: one entity."""

    name: str
    """Its name."""
    url: str
    """Its page."""
    type: str
    """Its type for readers."""
    description: str
    """One or two sentences, or empty."""
    aliases: tuple[str, ...]
    """Other names."""
    was: tuple[str, ...]
    """Former names."""
    ticker: str
    """Stock symbol, or empty."""
    website: str
    """Its own site, or empty."""
    same_as: tuple[LinkView, ...]
    """The same thing elsewhere."""
    parent: LinkView | None
    """What it belongs to."""
    parts: tuple[LinkView, ...]
    """What belongs to it."""
    about: tuple[CardView, ...]
    """Briefs about it, newest first."""
    mentions: tuple[SentenceView, ...]
    """One sentence for each other brief that names it, newest first."""
    seen_with: tuple[LinkView, ...]
    """Entities in the same briefs, most often first; the note is the number of briefs."""
    count: int
    """Number of briefs it stands in."""


@dataclass(frozen=True, slots=True)
class EntityIndexView:
    """``entities.html``: all entities, or those of one type."""

    title: str
    """Heading."""
    url: str
    """Its page."""
    types: tuple[LinkView, ...]
    """One link a type with its count; the first leads to all."""
    letters: tuple[LetterView, ...]
    """Letters that have entries."""
    count: int
    """Number of entities."""


@dataclass(frozen=True, slots=True)
class TagView:
    """``tag.html``: one tag."""

    label: str
    """Its label."""
    url: str
    """Its page."""
    description: str
    """One or two sentences, or empty."""
    parents: tuple[LinkView, ...]
    """Wider tags, the widest first."""
    children: tuple[LinkView, ...]
    """Narrower tags with their counts."""
    groups: tuple[CardGroup, ...]
    """Its briefs by month, those of narrower tags among them."""
    entities: tuple[LinkView, ...]
    """Entities most often in its briefs, with counts."""
    count: int
    """Number of briefs."""


@dataclass(frozen=True, slots=True)
class TagIndexView:
    """``tags.html``: the tree of tags."""

    url: str
    """Its page."""
    entries: tuple[TagEntryView, ...]
    """Tags in the order of the tree, parents before their children."""


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """``archive.html``: the briefs of a day, a month or a year."""

    title: str
    """Such as ``May 2023``."""
    url: str
    """Its page."""
    up: tuple[LinkView, ...]
    """The wider periods, the widest first."""
    newer: LinkView | None
    """The next period of the same kind that has briefs."""
    older: LinkView | None
    """The one before."""
    parts: tuple[LinkView, ...]
    """Narrower periods with their counts."""
    groups: tuple[CardGroup, ...]
    """Its briefs."""
    count: int
    """Number of briefs."""


@dataclass(frozen=True, slots=True)
class BriefIndexView:
    """``briefs.html``: the way into the archive."""

    url: str
    """Its page."""
    years: tuple[YearView, ...]
    """Years, newest first."""
    undated: tuple[CardView, ...]
    """Briefs without a date."""
    count: int
    """Number of briefs."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """``home.html``: the front page."""

    url: str
    """Its page."""
    newest: DateView | None
    """Date of the newest brief."""
    lead: CardView | None
    """The newest brief."""
    groups: tuple[CardGroup, ...]
    """The next ones by day."""
    entities: tuple[LinkView, ...]
    """Entities in most briefs, with counts."""
    tags: tuple[LinkView, ...]
    """Tags with most briefs, with counts."""
    notes: tuple[LinkView, ...]
    """Newest notes: the remark's first words, leading to it, and its kind."""
    count: int
    """Number of briefs."""


@dataclass(frozen=True, slots=True)
class MissingView:
    """``404.html``: an address that leads nowhere."""

    url: str
    """Its page."""
    newest: tuple[CardView, ...]
    """Newest briefs."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """``feed.xml``: an Atom feed (RFC 4287)."""

    id: str
    """Permanent id."""
    title: str
    """Its title."""
    url: str
    """Whole web address of the feed."""
    page: str
    """Whole web address of the page it belongs to."""
    updated: str
    """RFC 3339 moment of its newest entry."""
    entries: tuple[FeedEntryView, ...]
    """Entries, newest first."""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """``sitemap.xml`` and ``robots.txt``."""

    url: str
    """Whole web address of the sitemap, or empty when the site's address is unknown."""
    entries: tuple[SitemapEntry, ...]
    """Every page."""
