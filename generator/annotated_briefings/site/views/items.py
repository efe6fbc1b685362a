"""The small views of stories, sources, lists and pictures; see ``views``."""

from annotated_briefings.base.values import Value
from annotated_briefings.site.views.claims import OriginView
from annotated_briefings.site.views.parts import CardView, DateView, LinkView, SentenceView


class PagerView(Value):
    """The place of one page in a long list. Pages are counted from the oldest, so that old pages stay as they are."""

    number: int
    """Number of this page, or 0 for the newest, which has none."""
    newer: str
    """Address of the next newer page, or empty."""
    older: str
    """Address of the next older page, or empty."""
    newest: str
    """Address of the page with the newest entries."""
    oldest: str
    """Address of the page with the oldest entries, or empty when all are on one page."""


class SectionView(Value):
    """A text of the front matter that is a section of its own."""

    name: str
    """Its field."""
    id: str
    """Id of the section."""
    heading: str
    """Its heading."""
    paragraphs: tuple[str, ...]
    """Inline HTML, one a paragraph."""
    listed: bool
    """Whether they are entries of a list."""


class DayView(Value):
    """One field of a calendar."""

    day: int
    """Day of the month; 0 for a field before its first or after its last."""
    url: str
    """Its page; empty for a day without briefs."""
    count: int
    """Number of briefs."""


class CalendarView(Value):
    """The days of a month, a row a week."""

    weekdays: tuple[tuple[str, str], ...]
    """Short name and full name, from the first day of a week on, as people of the language count them."""
    weeks: tuple[tuple[DayView, ...], ...]
    """Seven fields a week."""
    most: int
    """The highest number of briefs of a day."""


class BarView(Value):
    """One bar of a row of bars."""

    label: str
    """What it stands for, such as ``May 2023``."""
    count: int
    """Its number."""
    height: int
    """Height from 0 to 100."""
    url: str
    """The search for these briefs; empty where nothing is to be searched."""


class SparkView(Value):
    """Mentions over time as a row of bars."""

    bars: tuple[BarView, ...]
    """Equal spans of time, the oldest first."""
    first: str
    """Label of the first span."""
    last: str
    """Label of the last span."""
    most: int
    """The highest number."""
    unit: str
    """The spans: ``months``, ``quarters`` or ``years``."""


class CountedView(Value):
    """An entity with its number of briefs and its mentions over time."""

    name: str
    """Its name."""
    url: str
    """Its page."""
    count: int
    """Number of briefs it is in."""
    spark: SparkView | None
    """The same over time; None when all fall into one span of time."""


class DotView(Value):
    """One brief on a timeline."""

    place: int
    """From 0, the oldest, to 100, the newest."""
    title: str
    """Headline."""


class NameLine(Value):
    """A line of a name in a drawing."""

    x: int
    """From the left."""
    y: int
    """Its base, from the top."""
    text: str
    """Its words."""


class NodeView(Value):
    """One entity on a ring around another; places are in units of a drawing that is 312 wide and 300 high."""

    link: LinkView
    """The entity, with the number of briefs that name both as its note."""
    x: int
    """From the left."""
    y: int
    """From the top."""
    anchor: str
    """``start``, ``middle`` or ``end``: which end of its name is placed there."""
    lines: tuple[NameLine, ...]
    """Its name on one line or two, shortened where it is longer than that."""
    weight: int
    """Width of its line, 1 to 6."""


class StoryCardView(Value):
    """A story in a list."""

    title: str
    """Its title."""
    url: str
    """Its page."""
    description: str
    """One or two sentences, or empty."""
    count: int
    """Number of its briefs."""
    first: DateView | None
    """Date of its oldest brief."""
    last: DateView | None
    """Date of its newest brief."""
    newest: OriginView
    """Its newest brief."""
    dots: tuple[DotView, ...]
    """Its briefs on a line of time."""


class StoryStepView(Value):
    """A brief as one step of a story."""

    title: str
    """Headline."""
    url: str
    """Its page."""
    id: str
    """Its anchor on the page of the story."""
    date: DateView | None
    """Date of the news."""
    summary: str
    """One or two sentences."""
    point: str
    """First key point as plain text, or empty."""
    sources: int
    """Number of sources."""
    language: str
    """BCP 47 language tag."""
    draft: bool
    """True in previews of unpublished briefs."""
    here: bool
    """True on the page of that brief."""
    onward: str
    """Where the story can be read on from it, the oldest first: an address that later briefs do not change. Empty on
    the page of a brief."""


class StoryPartView(Value):
    """The story of a brief, on the brief's page."""

    title: str
    """Its title."""
    url: str
    """Its page."""
    steps: tuple[StoryStepView, ...]
    """This brief and those nearest to it in time, the oldest first."""
    earlier: bool
    """Whether the story has briefs before these."""
    later: bool
    """Whether it has briefs after these."""
    oldest: str
    """Where it is told from its start."""


class SentenceGroup(Value):
    """Sentences under the heading of a story."""

    heading: str
    """Title of the story; empty for briefs without one."""
    url: str
    """Page of the story, or empty."""
    sentences: tuple[SentenceView, ...]
    """One for each brief, newest first."""


class EntityCardView(Value):
    """An entity on the page of a brief that is about it."""

    name: str
    """Its name."""
    url: str
    """Its page."""
    type: str
    """Its type for readers."""
    description: str
    """One or two sentences, or empty."""


class SourceItemView(Value):
    """A publisher in the list of sources."""

    name: str
    """Its name."""
    url: str
    """Its page."""
    count: int
    """Number of briefs that rest on it."""
    last: DateView | None
    """Date of the newest of them."""


class ReportView(Value):
    """What a publisher reported, with the brief that rests on it."""

    title: str
    """Headline there, or empty."""
    url: str
    """Web address there, or empty."""
    date: DateView | None
    """When, as precisely as known."""
    role: str
    """Its role for readers."""
    card: CardView
    """The brief."""


class ReportGroup(Value):
    """Reports of one month."""

    heading: str
    """Such as ``May 2023``."""
    url: str
    """Where the heading leads, or empty."""
    reports: tuple[ReportView, ...]
    """Newest first."""


class FeedLinkView(Value):
    """A feed that a page offers."""

    title: str
    """Its title."""
    url: str
    """Its address on the site."""
    type: str
    """Media type."""


class EditionBriefView(Value):
    """A brief in the edition of its day."""

    card: CardView
    """The brief as lists show it."""
    id: str
    """Its anchor on the page of the day."""
    minutes: int
    """Minutes that reading it takes."""
    points: tuple[tuple[str, str], ...]
    """Its key points as HTML, each with what its receipt is in words."""
    why: tuple[str, ...]
    """Why it matters: paragraphs of HTML."""


class EditionView(Value):
    """The briefs of a day, to be read in one go."""

    minutes: int
    """Minutes that reading the whole briefs takes."""
    briefs: tuple[EditionBriefView, ...]
    """Its briefs, in the order of lists."""
    kinds: tuple[str, ...]
    """What the receipts of its key points are, each kind once, to be explained as on the page of a brief."""


class CiteView(Value):
    """How to take a brief along."""

    parts: tuple[str, ...]
    """The parts of a citation, each with a direction of its own: headline, site and date."""
    url: str
    """Permanent web address, or empty."""
    markdown: str
    """Address of the Markdown twin, or empty."""
    annotations: str
    """Address of its notes as Web Annotations, or empty."""
    contact: str
    """Where readers tell of a mistake in it, or empty."""


class PictureFileView(Value):
    """One of the files that show a picture in several widths."""

    url: str
    """Its address, for ``url()``."""
    width: int
    """Its width in pixels."""


class ImageView(Value):
    """A picture."""

    src: str
    """Its address, for ``url()``."""
    alt: str
    """What it shows."""
    credit: str
    """Whose it is."""
    width: int
    """Its width in CSS pixels; 0 where it is not known."""
    height: int
    """Its height, likewise."""
    files: tuple[PictureFileView, ...]
    """Where it is shown in several widths, its files, the smallest first; ``src`` is the largest."""
    sizes: str
    """How wide it is shown, as browsers are told."""
