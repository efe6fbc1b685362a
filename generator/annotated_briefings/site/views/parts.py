"""The small views that page views are made of; see ``views``."""

from annotated_briefings.base.dates import When
from annotated_briefings.base.i18n import Words
from annotated_briefings.base.values import Value


class LinkView(Value):
    """A link."""

    text: str
    """Its words."""
    url: str
    """Where it leads."""
    note: str = ""
    """A word beside it: a count, a type, a reason."""


class DateView(Value):
    """A date as people write it."""

    text: str
    """``12 May 2023``, ``May 2023`` or ``2023``."""
    iso: str
    """The same for machines."""
    url: str
    """Its archive page, or empty."""


def date_view(words: Words, when: When | None) -> DateView | None:
    """A date for templates, without a link."""
    return DateView(words.date(when), when.iso, "") if when else None


class CardView(Value):
    """A brief in a list."""

    title: str
    """Headline."""
    url: str
    """Its page."""
    summary: str
    """One or two sentences."""
    language: str
    """BCP 47 language tag."""
    date: DateView | None
    """Date of the news."""
    point: str
    """First key point as plain text, or empty."""
    sources: int
    """Number of sources."""
    notes: int
    """Number of public notes."""
    entities: tuple[LinkView, ...]
    """What it is about, at most five."""
    changed: str
    """Day or moment of its newest change or correction after it was published, as ISO 8601 has it; or empty."""
    draft: bool
    """True in previews of unpublished briefs."""


class CardGroup(Value):
    """Briefs under one heading."""

    heading: str
    """Such as ``May 2023``."""
    url: str
    """Where the heading leads, or empty."""
    cards: tuple[CardView, ...]
    """The briefs."""


class NoteView(Value):
    """An annotation."""

    id: str
    """Permanent id of its element."""
    back: str
    """Id of the mark in the text that leads to it."""
    number: int
    """Number on its page, from 1, in the order of the text; footnotes are counted apart."""
    kind: str
    """``context``, ``check``, ``dispute``, ``correction``, ``question``, ``definition`` or ``footnote``."""
    label: str
    """The kind for readers."""
    quote: str
    """The passage it is fixed to; empty for a footnote."""
    author: str
    """Who wrote it."""
    date: DateView | None
    """When."""
    html: str
    """The remark."""
    anchored: bool
    """Whether its passage is in the text."""
    draft: bool
    """True in previews of unpublished notes."""
    unclear: bool = False
    """Whether it is not known that the text has changed: the words can be at several places."""
    former: str = ""
    """Id of its element in earlier versions, to which shared addresses may lead; may be empty."""
    by: str = ""
    """Address of the page of its author, or empty."""


class BlockView(Value):
    """A block of the text with the notes that end in it."""

    html: str
    """The block."""
    notes: tuple[NoteView, ...]
    """Notes to be shown beside or under it."""


class KeyPointView(Value):
    """A key point with its receipt."""

    html: str
    """The point."""
    quote: str
    """The words of the receipt; empty where there are none, and where they were looked for in vain."""
    language: str
    """BCP 47 tag of the receipt's source where it is known, or empty."""
    kind: str
    """``quoted`` from a source, ``own`` text, ``unchecked``, ``unsourced`` or ``missing``."""
    label: str
    """The same in words, such as ``Quoted from TechCrunch``."""
    fragment: str
    """``#receipt-1`` where the words are in the text, or empty."""
    elsewhere: str
    """Web address of the source that leads to the words themselves (text fragment); empty unless they are there."""
    source: LinkView | None
    """The source, leading to its entry on the page; None where the words were looked for in vain."""


class FigureView(Value):
    """A number worth knowing."""

    value: str
    """Number with its unit, as people of the language of the brief write it."""
    typed: str
    """The same as its editor has typed it; empty where that is no other text."""
    what: str
    """What it measures."""
    as_of: DateView | None
    """The time it is true for."""
    kind: str
    """What its receipt is, as with key points."""
    label: str
    """The same in words."""
    fragment: str
    """``#receipt-1`` where the words are in the text, or empty."""
    history: str
    """Page of the same figure in other briefs, or empty."""
    source: LinkView | None
    """The source, leading to its entry on the page; None where the words were looked for in vain."""


class SourceView(Value):
    """A source of a brief."""

    number: int
    """Its number on the page, from 1."""
    name: str
    """What names it: its outlet, its headline, its host, or that nothing does."""
    outlet: str
    """Who published it."""
    page: str
    """Page of the publisher, or empty."""
    language: str
    """BCP 47 tag of its headline, or empty."""
    title: str
    """Headline there, or empty."""
    url: str
    """Web address, or empty."""
    author: str
    """Who wrote it, or empty."""
    date: DateView | None
    """When, as precisely as known."""
    role: str
    """Its role for readers: original, copy and the like."""
    changed: bool
    """Whether it has changed since, in words that the brief rests on."""
    unordered: bool
    """Whether there are several texts of it that differ in such words, and nothing tells which is the newest."""


class RelatedView(Value):
    """A brief worth reading next and why."""

    title: str
    """Headline."""
    url: str
    """Its page."""
    language: str
    """BCP 47 language tag."""
    date: DateView | None
    """Date of the news."""
    why: str
    """The reason in words."""


class SentenceView(Value):
    """A sentence of another page with the name in it, in three parts."""

    title: str
    """Headline of the brief it is in."""
    url: str
    """That brief's page."""
    language: str
    """BCP 47 tag of that brief's language."""
    date: DateView | None
    """That brief's date."""
    before: str
    """The sentence up to the name."""
    name: str
    """The name as written."""
    after: str
    """The rest."""


class CorrectionView(Value):
    """Something that was put right."""

    id: str
    """Its anchor on the page."""
    date: DateView | None
    """When."""
    was: str
    """The wrong wording."""
    now: str
    """The right one."""
    why: str
    """How it came about."""


class EntryView(Value):
    """One entity in an index."""

    name: str
    """Its name."""
    url: str
    """Its page."""
    type: str
    """Its type for readers."""
    description: str
    """One or two sentences."""
    count: int
    """Number of briefs it is in."""


class LetterView(Value):
    """One letter of an index."""

    letter: str
    """The letter, or ``#``."""
    id: str
    """Its anchor on the page."""
    entries: tuple[EntryView, ...]
    """Entries in order."""


class TagEntryView(Value):
    """One tag in the tree of tags; parents come before their children."""

    label: str
    """Its label."""
    url: str
    """Its page."""
    description: str
    """One or two sentences, or empty."""
    count: int
    """Number of briefs, those of narrower tags among them."""
    depth: int
    """0 for a tag without a wider one."""


class YearView(Value):
    """A year of the calendar."""

    link: LinkView
    """The year and its count."""
    months: tuple[LinkView, ...]
    """Its months with their counts."""


class FeedEntryView(Value):
    """One entry of a feed."""

    id: str
    """Permanent id."""
    title: str
    """Headline."""
    url: str
    """Whole web address."""
    published: str
    """RFC 3339 moment."""
    updated: str
    """RFC 3339 moment."""
    summary: str
    """One or two sentences."""
    language: str
    """BCP 47 language tag."""
    html: str
    """The whole brief with its notes; all addresses are whole web addresses."""
    image: str
    """Web address of its own picture, or of the one that is made of it for other sites; or empty."""
    picture: str
    """Web address of its own picture, or empty."""
    tags: tuple[str, ...]
    """Labels of its tags."""
    authors: tuple[LinkView, ...] = ()
    """Who wrote it, with whole web addresses of their pages."""
    translations: tuple["TranslationView", ...] = ()
    """The same text in other languages, with whole web addresses."""


class NewsEntry(Value):
    """One brief in the news sitemap."""

    url: str
    """Whole web address."""
    title: str
    """Its headline."""
    language: str
    """Its language in two or three letters; ``zh-cn`` or ``zh-tw`` for Chinese."""
    published: str
    """The day or the moment at which it appeared."""


class TranslationView(Value):
    """The same text in another language."""

    title: str
    """Its headline."""
    url: str
    """Its page."""
    language: str
    """Its language."""


class SitemapEntry(Value):
    """One page in the sitemap."""

    url: str
    """Whole web address."""
    changed: str
    """Date of its last change, as far as a brief says it; may be empty."""
    languages: tuple[TranslationView, ...] = ()
    """The same text in every language, its own among them, with whole web addresses; empty where there is one alone."""
