"""The facts of one file: briefs, entities and tags as their writers put them down."""

from datetime import datetime

from annotated_briefings.base.dates import When
from annotated_briefings.base.meaning.stated import Statement
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.text import Anchor, Body, Passage, Quotation, Wikilink

KINDS = ("context", "check", "dispute", "correction", "question", "definition")
"""Kinds of annotation."""
ENTITY_TYPES = ("company", "person", "place", "organisation", "government", "product", "law", "event")
"""Types of entity."""


class Ref(Value):
    """A name that an editor wrote and where."""

    text: str
    """The name, alias or id."""
    place: Place
    """Where it is."""


class SourceRef(Value):
    """Where a brief's facts come from."""

    outlet: str
    """Who published it."""
    title: str
    """Headline there."""
    url: str
    """Web address, or empty when unknown."""
    author: str
    """Who wrote it."""
    published: When | None
    """When, as precisely as known."""
    role: str
    """``original``, ``copy``, ``version`` or a word of the editor's."""
    language: str
    """BCP 47 tag of its headline and of quotes from it; empty for the brief's own."""
    licence: str
    """What allows its text to be reprinted, such as ``CC BY 4.0``; empty where nothing does."""
    place: Place
    """Where its outlet is in the file."""

    @property
    def is_shown(self) -> bool:
        """Whether it says something; of one that is held back only its number in the file is left."""
        return bool(self.outlet or self.title or self.url or self.author)


class KeyPoint(Value):
    """A point of a brief with its receipt."""

    html: str
    """The point as inline HTML."""
    text: str
    """The point as plain text."""
    quote: str
    """The receipt: words that must occur in the body or in the collected text."""
    source: int
    """Number of the source, from 1; 0 when none is named."""
    passage: Passage | None
    """Where the receipt was found."""
    place: Place
    """Where the receipt, or else the point, is in the file."""
    turned: bool = False
    """Whether the text has the receipt only where its clause denies it or leaves it open."""


class Figure(Value):
    """A number worth knowing."""

    value: str
    """The number as written."""
    unit: str
    """Its unit, such as ``%``."""
    what: str
    """What it measures."""
    as_of: When | None
    """The time it is true for."""
    source: int
    """Number of the source, from 1; 0 when none is named."""
    quote: str
    """The receipt."""
    statement: Statement
    """What the receipt says of the number."""
    passage: Passage | None
    """Where the receipt was found."""
    place: Place
    """Where the receipt, or else the figure, is in the file."""
    turned: bool = False
    """Whether the text has the receipt only where its clause denies it or leaves it open."""


class Annotation(Value):
    """An editor's remark fixed to a quoted passage."""

    id: str
    """Permanent id, one in its brief: as written, or made from the letters of its quote."""
    former: str
    """The id that earlier versions made for it, whose address still works; empty where it has none of its own."""
    quote: str
    """The passage it is fixed to."""
    prefix: str
    """The words before the passage, as written; may be empty."""
    suffix: str
    """The words after it."""
    kind: str
    """One of ``KINDS``."""
    author: str
    """Who wrote it."""
    date: When | None
    """When."""
    source: str
    """The remark as Markdown."""
    html: str
    """The remark as HTML."""
    text: str
    """The remark as plain text."""
    public: bool
    """False for a note that must never be published."""
    reply_to: str
    """Id of the note that it answers; may be empty."""
    anchor: Anchor
    """What became of its quote."""
    wikilinks: tuple[Wikilink, ...]
    """Wikilinks of the remark."""
    place: Place
    """Where the quote is in the file."""
    entry: int
    """Its place in the list of the file, from 0."""

    @property
    def passage(self) -> Passage | None:
        """Where its passage is; None for an orphan or an ambiguous quote."""
        return self.anchor.passage


class Answer(Value):
    """What a brief knows of a question that another brief left open."""

    question: str
    """The question in the words of the other brief, as plain text."""
    brief: str
    """Name of the brief that asked it; empty where the question alone tells."""
    html: str
    """The answer as inline HTML; may be empty."""
    place: Place
    """Where the question is in the file."""


class Correction(Value):
    """Something that was wrong and was put right."""

    date: When | None
    """When it was put right."""
    was: str
    """The wrong wording."""
    now: str
    """The right one."""
    why: str
    """How it came about."""


class Image(Value):
    """The picture of a brief."""

    src: str
    """Name under ``static/`` or web address."""
    alt: str
    """What it shows."""
    credit: str
    """Whose it is."""
    place: Place
    """Where ``src`` is."""


class Brief(Value):
    """One brief with every field of its front matter."""

    path: str
    """File, relative to the site folder."""
    slug: str
    """Last part of its address."""
    title: str
    """Headline."""
    place: Place
    """Where its slug is decided: the slug field, or the top of the file."""
    date: When | None
    """Date of the news, as precisely as known."""
    updated: When | None
    """Date of the last change that readers should know of."""
    id: str
    """What feeds and data know it by, whatever its address; empty where none is written."""
    lead: bool
    """Whether it is the first of its day."""
    weight: int | None
    """Its place among the briefs of its day, the lowest first; None where none is given, which comes after them."""
    summary: str
    """One or two sentences of plain text."""
    why_it_matters: tuple[str, ...]
    """Inline HTML."""
    what_next: tuple[str, ...]
    """Inline HTML."""
    unknowns: tuple[str, ...]
    """Inline HTML."""
    key_points: tuple[KeyPoint, ...]
    """Points with receipts."""
    figures: tuple[Figure, ...]
    """Numbers with receipts."""
    about: tuple[Ref, ...]
    """Entities that the brief is about."""
    mentions: tuple[Ref, ...]
    """Entities that it names."""
    tags: tuple[Ref, ...]
    """Subject labels."""
    author: tuple[Ref, ...]
    """Who wrote it: initials, ids or names."""
    reviewed_by: tuple[Ref, ...]
    """Who reviewed it, likewise."""
    story: str
    """Id of the story it belongs to."""
    story_name: Ref | None
    """That story as its front matter names it."""
    sources: tuple[SourceRef, ...]
    """Sources; numbers of other fields count from 1 here."""
    annotations: tuple[Annotation, ...]
    """Remarks in the order of the file."""
    corrections: tuple[Correction, ...]
    """Corrections in the order of the file."""
    answers: tuple[Answer, ...]
    """Questions of other briefs that it answers."""
    translation_of: Ref | None
    """The brief that it is a translation of, as its front matter names it."""
    language: str
    """BCP 47 tag; empty for the site's own."""
    draft: bool
    """Never published when true."""
    publish_at: datetime | None
    """Not published before this moment (UTC)."""
    embargo_until: datetime | None
    """Not published before this moment (UTC), whatever other fields say."""
    expires_at: datetime | None
    """Not published from this moment on (UTC)."""
    aliases: tuple[str, ...]
    """Other names under which wikilinks find it."""
    redirect_from: tuple[Ref, ...]
    """Old addresses."""
    image: Image | None
    """Its picture."""
    articles: tuple[str, ...]
    """Ids of the collected articles that import made it from, its own first."""
    quotations: tuple[Quotation, ...]
    """What its text quotes, and then its front matter."""
    confidence: str
    """How sure the import was of its boundaries, as written; empty for a brief written by hand."""
    derived: tuple[str, ...]
    """Fields that import concluded itself and nobody has confirmed."""
    suggested_story: str
    """Id of the story that import suggests for it; empty when there is none."""
    body: Body
    """Its text."""

    @property
    def shown_sources(self) -> tuple[SourceRef, ...]:
        """The sources that readers see, in their order; they are counted from 1."""
        return tuple(source for source in self.sources if source.is_shown)

    def shown_number(self, number: int) -> int:
        """The number that readers see of a source by its number in the file; 0 where they do not see it."""
        shown = 0 < number <= len(self.sources) and self.sources[number - 1].is_shown
        return sum(source.is_shown for source in self.sources[:number]) if shown else 0


class Entity(Value):
    """One entry of the entity registry."""

    id: str
    """Permanent id and last part of its address."""
    name: str
    """Name shown."""
    type: str
    """One of ``ENTITY_TYPES``."""
    aliases: tuple[str, ...]
    """Other names."""
    description: str
    """One or two sentences of plain text."""
    same_as: tuple[str, ...]
    """Addresses of the same thing elsewhere."""
    website: str
    """Its own site."""
    ticker: str
    """Stock symbol."""
    parent: str
    """Id of the entity it belongs to."""
    was: tuple[str, ...]
    """Former names."""
    merged_into: str
    """Id of the entity that took its place."""
    ambiguous: tuple[str, ...]
    """Names that count only where a brief lists the entity."""
    requires: tuple[str, ...]
    """Words of which one must occur in a brief before any name counts."""
    place: Place
    """Where the entry is."""


class Tag(Value):
    """One entry of the tag list."""

    slug: str
    """Permanent id and last part of its address."""
    label: str
    """Label shown."""
    aliases: tuple[str, ...]
    """Other labels that mean the same."""
    parent: str
    """Slug of the wider tag."""
    description: str
    """One or two sentences of plain text."""
    keywords: tuple[str, ...]
    """Lower-case words and phrases that suggest the tag during import."""
    place: Place
    """Where the entry is."""


class Story(Value):
    """One entry of the list of stories."""

    id: str
    """Permanent id and last part of its address."""
    title: str
    """Its title."""
    description: str
    """One or two sentences of plain text."""
    place: Place
    """Where the entry is."""
