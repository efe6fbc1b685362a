"""Views of the pages that list things across briefs, and of the pages for programs; see ``views``."""

from annotated_briefings.base.values import Value
from annotated_briefings.site.views.claims import (
    CorrectionItemView,
    DisagreementView,
    FigureItemView,
    LineView,
    NoteItemView,
    QuestionItemView,
    ReadingView,
)
from annotated_briefings.site.views.items import (
    FeedLinkView,
    PagerView,
    ReportGroup,
    SourceItemView,
    StoryCardView,
    StoryStepView,
)
from annotated_briefings.site.views.parts import CardGroup, FeedEntryView, LinkView, NewsEntry, SitemapEntry, YearView


class StoriesView(Value):
    """``stories.html``: all stories."""

    url: str
    """Its page."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    stories: tuple[StoryCardView, ...]
    """Those that moved last first."""
    count: int
    """Number of stories."""


class StoryView(Value):
    """``story.html``: one story as a timeline."""

    story: StoryCardView
    """The story itself."""
    url: str
    """This page of it."""
    pager: PagerView
    """Neighbouring pages when it is long."""
    steps: tuple[StoryStepView, ...]
    """Its briefs, those of this page: the newest first, or the oldest."""
    entities: tuple[LinkView, ...]
    """Entities most often in it, with counts."""
    corrections: tuple[CorrectionItemView, ...]
    """Newest corrections of its briefs; on the first page only."""
    feeds: tuple[FeedLinkView, ...]
    """Its feeds; none without a web address."""
    newest: str
    """Where the newest briefs come first."""
    oldest: str
    """Where the story is told from its start; empty for one brief alone."""
    from_start: bool
    """Whether this page tells it from its start."""


class SourcesView(Value):
    """``sources.html``: all publishers."""

    url: str
    """Its page."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    sources: tuple[SourceItemView, ...]
    """Those that most briefs rest on first."""
    count: int
    """Number of publishers."""


class PublisherView(Value):
    """``source.html``: one publisher and what rests on it."""

    name: str
    """Its name."""
    url: str
    """This page of it."""
    pager: PagerView
    """Neighbouring pages when there are many reports."""
    groups: tuple[ReportGroup, ...]
    """Its reports by month, newest first."""
    entities: tuple[LinkView, ...]
    """Entities most often in briefs that rest on it, with counts."""
    count: int
    """Number of briefs that rest on it; 0 on older pages."""


class NotesView(Value):
    """``notes.html``: all notes, or those of one kind, by one author, or on one entity."""

    url: str
    """Its page."""
    kinds: tuple[LinkView, ...]
    """One link a kind with its count; the first leads to all. None on older pages."""
    authors: tuple[LinkView, ...]
    """One link an author with the count of notes."""
    entities: tuple[LinkView, ...]
    """Entities with most notes, with counts."""
    name: str
    """The kind, author or entity shown, or empty for all."""
    about: LinkView | None
    """The entity shown."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    notes: tuple[NoteItemView, ...]
    """Newest first."""
    count: int
    """Number of notes; 0 on older pages."""


class CorrectionsView(Value):
    """``corrections.html``: all corrections."""

    url: str
    """Its page."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    corrections: tuple[CorrectionItemView, ...]
    """Newest first."""
    count: int
    """Number of corrections; 0 on older pages."""
    feeds: tuple[FeedLinkView, ...]
    """Its feeds; none without a web address."""
    contact: str
    """Where readers tell of a mistake, or empty."""


class QuestionsView(Value):
    """``questions.html``: the questions that are open, or those that were answered."""

    url: str
    """Its page."""
    lists: tuple[LinkView, ...]
    """The two lists with their counts; none on older pages."""
    answered: bool
    """Whether this is the list of answered ones."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    questions: tuple[QuestionItemView, ...]
    """Newest first."""


class FiguresView(Value):
    """``figures.html``: all figures, and what sources disagree about."""

    url: str
    """Its page."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    disagreements: tuple[DisagreementView, ...]
    """Figures for the same thing and time that differ, the newest first."""
    figures: tuple[FigureItemView, ...]
    """Newest first."""


class FigureHistoryView(Value):
    """``figure.html``: all figures for one thing."""

    what: str
    """What they measure."""
    url: str
    """Its page."""
    pager: PagerView
    """Neighbouring pages when there are many."""
    disagreements: tuple[DisagreementView, ...]
    """Where sources disagree."""
    line: LineView | None
    """The numbers over time; None where fewer than three can be drawn."""
    readings: tuple[ReadingView, ...]
    """Newest first."""


class SearchView(Value):
    """``search.html``: the search page."""

    url: str
    """Its page."""
    entities: tuple[LinkView, ...]
    """Entities in most briefs, with counts: ways in for those without scripts."""
    tags: tuple[LinkView, ...]
    """Tags with most briefs, with counts."""
    years: tuple[LinkView, ...]
    """Years with their counts."""


class FollowView(Value):
    """``follow.html``: how readers follow the site, and what they keep in their browser."""

    url: str
    """Its page."""
    subscribe: str
    """Where readers subscribe by mail, or empty."""
    feeds: tuple[FeedLinkView, ...]
    """Feeds of the whole site; none without a web address."""
    entities: tuple[LinkView, ...]
    """Entities in most briefs; none where topics have no feeds."""
    tags: tuple[LinkView, ...]
    """Tags with most briefs; none where topics have no feeds."""
    stories: tuple[LinkView, ...]
    """Stories by their newest brief; none where topics have no feeds."""


class BriefIndexView(Value):
    """``briefs.html``: all briefs, newest first, and the way into the archive."""

    url: str
    """Its page."""
    years: tuple[YearView, ...]
    """Years, newest first; on the first page only."""
    pager: PagerView
    """Neighbouring pages when there are many briefs."""
    groups: tuple[CardGroup, ...]
    """The newest briefs by day, and at last those without a date; those of this page."""
    count: int
    """Number of briefs; 0 on older pages, which a new brief must not change."""


class MovedView(Value):
    """``moved.html``: an old address that leads to a new one."""

    url: str
    """The old address."""
    target: str
    """The new one."""
    title: str
    """What is there."""
    with_feeds: bool = False
    """Whether it has feeds, which are below the new one now."""


class FeedView(Value):
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


class RssView(Value):
    """``rss.xml``: the feed of the site as RSS 2.0 (https://www.rssboard.org/rss-specification)."""

    url: str
    """Whole web address of the file."""
    feed: FeedView
    """The feed."""
    updated: str
    """When its newest entry changed, as RSS writes moments (RFC 822)."""
    dates: tuple[str, ...]
    """When each entry was published, likewise."""


class SitemapView(Value):
    """``sitemap.xml``, ``sitemap-index.xml`` and ``robots.txt``."""

    url: str
    """Whole web address of the sitemap, or empty when the site's address is unknown."""
    entries: tuple[SitemapEntry, ...]
    """Pages, or in an index the sitemaps that hold them."""
    news: str = ""
    """Whole web address of the news sitemap, for ``robots.txt``; empty when there is none."""


class NewsSitemapView(Value):
    """``sitemap-news.xml``."""

    entries: tuple[NewsEntry, ...]
    """The briefs of the last two days, the newest first."""


class ListView(Value):
    """``opml.xml`` and ``llms.txt``: what the site offers to programs."""

    url: str
    """Its address."""
    groups: tuple[tuple[str, tuple[LinkView, ...]], ...]
    """Headings, each with links to whole web addresses."""


class TextView(Value):
    """A file without a template: finished text."""

    text: str
    """The whole file."""
