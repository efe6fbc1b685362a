"""What templates may see: one frozen value a template, and the small ones they are made of.

Addresses (``url``) are site addresses such as ``/tags/x/`` unless they start with a scheme; templates pass them through
``url()``. Fields called ``html`` hold finished HTML whose links are already right for their page.
"""

from annotated_briefings.base.values import Value
from annotated_briefings.site.views.brief_body import BriefText
from annotated_briefings.site.views.claims import (
    AnsweredView,
    CorrectionItemView,
    DisagreementView,
    FigureItemView,
    QuestionView,
)
from annotated_briefings.site.views.items import (
    CalendarView,
    CiteView,
    CountedView,
    EditionView,
    EntityCardView,
    FeedLinkView,
    ImageView,
    NodeView,
    PagerView,
    SectionView,
    SentenceGroup,
    SparkView,
    StoryCardView,
    StoryPartView,
)
from annotated_briefings.site.views.parts import (
    CardGroup,
    CardView,
    CorrectionView,
    DateView,
    FigureView,
    KeyPointView,
    LetterView,
    LinkView,
    NoteView,
    RelatedView,
    SentenceView,
    SourceView,
    TagEntryView,
    TranslationView,
)


class SiteView(Value):
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
    """Main navigation; the words are keys of words.yaml."""
    more: tuple[LinkView, ...]
    """Further lists, for the foot of the page; the words are keys of words.yaml."""
    menu_pages: tuple[LinkView, ...]
    """Pages of the site's own that the main navigation has too, under their titles."""
    own_pages: tuple[LinkView, ...]
    """Pages of the site's own, under their titles, for the foot of the page."""
    generator: str
    """Name and version of this tool."""
    feeds: tuple[FeedLinkView, ...]
    """Feeds of the whole site; none without a web address."""
    search: bool
    """Whether the site has a search page."""
    drafts: bool
    """Whether what is not public is shown: editors read these pages, and no others do."""


class BriefView(Value):
    """``brief.html``: one brief."""

    title: str
    """Headline."""
    url: str
    """Its page."""
    language: str
    """BCP 47 tag of the words around the text."""
    text_language: str
    """BCP 47 tag of the text itself."""
    translations: tuple[TranslationView, ...]
    """The same text in other languages."""
    kicker: LinkView | None
    """Its story, or else its first tag."""
    author: tuple[LinkView, ...]
    """Who wrote it; without an address where the list of people lacks the name."""
    reviewed_by: tuple[LinkView, ...]
    """Who reviewed it, likewise."""
    summary: str
    """Standfirst, or empty."""
    date: DateView | None
    """Date of the news."""
    updated: DateView | None
    """Date of the last change."""
    minutes: int
    """Minutes that reading it takes."""
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
    blocks: BriefText
    """The text: something to go through, block by block (``BlockView``)."""
    loose_notes: tuple[NoteView, ...]
    """Notes whose passage is not in the text."""
    notes: int
    """Number of notes on the page."""
    figures: tuple[FigureView, ...]
    """Numbers."""
    disagreements: tuple[DisagreementView, ...]
    """Where its figures and those of other sources differ for the same thing and time."""
    sections: tuple[SectionView, ...]
    """Texts of the front matter that are sections of their own after the text, such as what is next."""
    unknowns: tuple[QuestionView, ...]
    """Questions it leaves open, with what later briefs answered."""
    answers: tuple[AnsweredView, ...]
    """Questions of other briefs that it answers."""
    sources: tuple[SourceView, ...]
    """Sources."""
    originals: int
    """Number of sources that are reports of their own."""
    copies: int
    """Number of sources that repeat or replace another."""
    corrections: tuple[CorrectionView, ...]
    """Corrections."""
    about: tuple[EntityCardView, ...]
    """Entities it is about."""
    mentions: tuple[LinkView, ...]
    """Entities it names, with their type."""
    tags: tuple[LinkView, ...]
    """Its tags."""
    story: StoryPartView | None
    """Its story with the briefs nearest in time, when there are others."""
    related: tuple[RelatedView, ...]
    """Related briefs, best first."""
    backlinks: tuple[SentenceView, ...]
    """Sentences of other briefs that link here, the newest first."""
    more_backlinks: int
    """Number of further links from other briefs."""
    newer: LinkView | None
    """The brief after it in time."""
    older: LinkView | None
    """The brief before it in time."""
    cite: CiteView
    """How to take it along."""
    social_image: str
    """Address of its picture for other sites, or empty."""
    data: str
    """Its facts as JSON-LD, safe inside a script element; empty without a web address."""


class EntityView(Value):
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
    pager: PagerView
    """Neighbouring pages when many briefs name it."""
    about: tuple[CardView, ...]
    """Briefs about it, newest first; those of this page."""
    mentions: tuple[SentenceGroup, ...]
    """One sentence for each other brief that names it, by story; those of this page."""
    shown: int
    """Number of briefs on the newest page, where older ones follow; else 0."""
    corrections: tuple[CorrectionItemView, ...]
    """Newest corrections of briefs about it; on the first page only."""
    figures: tuple[FigureItemView, ...]
    """Newest figures of briefs about it; on the first page only."""
    notes: int
    """Number of notes on it."""
    notes_url: str
    """The list of these notes."""
    spark: SparkView | None
    """Briefs that name it over time."""
    seen_with: tuple[LinkView, ...]
    """Entities in the same briefs, most often first; the note is the number of briefs."""
    ring: tuple[NodeView, ...]
    """The same as a drawing."""
    count: int
    """Number of briefs it is in; 0 on older pages, which a new brief must not change."""
    feeds: tuple[FeedLinkView, ...]
    """Its feeds; none without a web address."""
    data: str
    """Its facts as JSON-LD, safe inside a script element; empty without a web address."""


class EntityIndexView(Value):
    """``entities.html``: all entities, or those of one type."""

    title: str
    """Heading."""
    url: str
    """Its page."""
    types: tuple[LinkView, ...]
    """One link a type with its count; the first leads to all."""
    rail: tuple[LinkView, ...]
    """Every letter that has entries, leading to its place."""
    letters: tuple[LetterView, ...]
    """Letters and entries of this page."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    count: int
    """Number of entities."""


class TagView(Value):
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
    pager: PagerView
    """Neighbouring pages when there are many briefs."""
    groups: tuple[CardGroup, ...]
    """Its briefs by month, those of narrower tags among them; those of this page."""
    entities: tuple[LinkView, ...]
    """Entities most often in its briefs, with counts."""
    count: int
    """Number of briefs; 0 on older pages, which a new brief must not change."""
    feeds: tuple[FeedLinkView, ...]
    """Its feeds; none without a web address."""


class TagIndexView(Value):
    """``tags.html``: the tree of tags."""

    url: str
    """Its page."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    trees: tuple[TagEntryView, ...]
    """Tags with narrower ones, in the order of the tree, parents before their children; those of this page."""
    letters: tuple[LetterView, ...]
    """All other tags of this page, by letter."""
    count: int
    """Number of tags."""


class ArchiveView(Value):
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
    """The months of a year with their counts."""
    calendar: CalendarView | None
    """The days of a month; on its first page only."""
    pager: PagerView
    """Neighbouring pages when there are many briefs."""
    groups: tuple[CardGroup, ...]
    """Its briefs; those of this page."""
    edition: EditionView | None
    """The same on the page of a day, with points and reasons."""
    count: int
    """Number of briefs; 0 on older pages, which a new brief must not change."""


class HomeView(Value):
    """``home.html``: the front page."""

    url: str
    """Its page."""
    newest: DateView | None
    """Date of the newest brief."""
    lead: CardView | None
    """The newest brief."""
    groups: tuple[CardGroup, ...]
    """The next ones by day."""
    stories: tuple[StoryCardView, ...]
    """Stories that moved last."""
    entities: tuple[CountedView, ...]
    """Entities in most briefs."""
    corrections: tuple[CorrectionItemView, ...]
    """Newest corrections."""
    tags: tuple[LinkView, ...]
    """Tags with most briefs, with counts."""
    notes: tuple[LinkView, ...]
    """Newest notes: the remark's first words, leading to it, and its kind."""
    count: int
    """Number of briefs."""
    data: str = ""
    """JSON-LD, ready to be put into a script element; empty without a base_url."""


class MissingView(Value):
    """``404.html``: the page for missing addresses."""

    url: str
    """Its page."""
    newest: tuple[CardView, ...]
    """Newest briefs."""
