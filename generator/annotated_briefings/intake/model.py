"""What import handles: documents, articles, and the drafts made of them."""

from annotated_briefings.base.blocks.laid_out import laid_out
from annotated_briefings.base.values import Value

FieldMap = tuple[tuple[str, tuple[str, ...]], ...]
"""What a site calls the fields of the records that it collects: our name of a field and its own ones, which win."""


class Delivery(Value):
    """What is known of a file that a web server sent; all empty for a file from a disk."""

    address: str = ""
    """Where it was found in the end, without user, password and fragment."""
    media: str = ""
    """Its declared media type, such as ``text/html``: lower-case, without parameters."""
    charset: str = ""
    """Its declared encoding, as the server spells it."""
    robots: str = ""
    """What the server tells programs of search about it (``X-Robots-Tag``); several as one."""


class Paragraph(Value):
    """One paragraph of a document."""

    text: str
    """Its words, white space collapsed."""
    line: int
    """First line in the file, from 1."""
    last_line: int
    """Last line in the file."""
    markdown: str = ""
    """The paragraph as Markdown where its form is known (a list, a table, a link); empty for plain words."""
    heading: bool = False
    """Whether it is known to be a sub-heading."""
    aside: str = ""
    """Why it is no text of an article, such as ``about the letter``; empty for text."""
    loose: bool = False
    """Whether it may as well be the rest of the paragraph above: wrapped lines do not tell."""
    jumbled: bool = False
    """Whether the order of its words is not known: nothing is drawn from it."""
    opens: bool = False
    """Whether an article may start here, in a document that is taken for one."""


class Preset(Value):
    """What an editor has laid down for everything that comes from one place, instead of what is stated there."""

    outlet: str = ""
    """Who publishes it."""
    language: str = ""
    """Its language (BCP 47), whatever its formats and its words say."""
    tags: tuple[str, ...] = ()
    """Tags of the drafts that are made of it."""


class Given(Value):
    """What a format says about an article besides its text; empty where it says nothing."""

    title: str = ""
    """Headline."""
    author: str = ""
    """Who wrote it; several as ``A, B, C``."""
    outlet: str = ""
    """Who published it."""
    published: str = ""
    """Date as precise as given: as the format writes it, until it is read into EDTF or a timestamp with zone."""
    url: str = ""
    """Web address."""
    language: str = ""
    """Language (BCP 47)."""
    language_of_file: str = ""
    """The language of all articles of its file, where its own words are too few to show one."""
    held: str = ""
    """Why it is not public, in the source's own words, such as ``private``; empty for what is public."""
    embargo: str = ""
    """Moment from which on it may be public, as precise as the source states it (EDTF, or a time)."""
    expires: str = ""
    """Moment from which on it may not be public any longer, likewise."""
    unzoned: str = ""
    """Which of these two, as briefs call them, names no zone where the site has none either: it is then as late, or as
    early, as it may be."""
    modified: str = ""
    """When its text was last changed, as precise as given."""
    day_order: str = ""
    """``dmy`` or ``mdy`` where other dates of its file prove the order of days in figures."""
    latest: str = ""
    """The last day on which it can have been published, as far as other dates tell: for datelines without a year."""
    cut: str = ""
    """Its last words, where its source has cut it and goes on; empty for a whole text."""
    standfirst: tuple[str, ...] = ()
    """Texts that may be its standfirst, likeliest first."""
    own_standfirst: bool = False
    """Whether these were written for this article, as the fields of a record are, and not for its whole site."""
    paper: str = ""
    """Who published it as the folio lines of its printed pages say; counts where nothing else states it."""
    paper_day: str = ""
    """Its day as these lines say, likewise."""
    ends_with_source: bool = False
    """Whether its last lines name its source, as those of the other articles of its file do."""
    headless: bool = False
    """Whether no line of its text can be its headline, as in what was spoken."""


class RawDocument(Value):
    """A collected file, read."""

    name: str
    """File name, as it is shown and remembered."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs and separator lines in order."""
    encoding: str
    """How its bytes were read, such as ``utf-8``."""
    whole: bool = False
    """Whether it is one article for certain, not to be split."""
    given: Given = Given()
    """What its format says about it."""
    left_out: str = ""
    """Why it is no article, such as ``it has no text``; empty for what is one."""
    kind: str = ""
    """What it is where its kind is no article, such as ``attachment``."""
    parent: str = ""
    """The headline of the letter or page of which it is a part; empty for a whole one."""
    around: tuple[Paragraph, ...] = ()
    """What a reader sees around its text and is no part of it, such as menus; each with its reason (``aside``)."""


COMMENT = "a comment"
PICTURE = "the description of a picture"
NO_AUTHOR = "words of a byline that name no author"
NO_FIELD = "a labelled line for which briefs have no field"
NO_DAY = "a date that cannot be read"
"""Why such words were left out."""


class LeftOut(Value):
    """Words of a file that are in no brief."""

    path: str
    """The document that they are in."""
    text: str
    """The words."""
    why: str
    """Why they were left out, such as ``a link to more``."""
    around: bool = False
    """Whether they are around the articles of a file, such as a menu, and not in one."""


class Article(Value):
    """One article of a document."""

    id: str
    """Digest of its normalised words: the same text has the same id in every file."""
    document: str
    """Name of the file it came from."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs, without separators."""
    subheadings: tuple[int, ...]
    """0-based places of the paragraphs that are sub-headings."""
    confidence: float
    """Probability that this is one whole article, 0 to 1."""
    why: str
    """What decided its start: ``first line``, ``decision``, ``repeat``, ``model``, ``separator`` or ``whole file``."""
    given: Given = Given()
    """What its format says about it."""
    preset: Preset = Preset()
    """What an editor has laid down for the place it comes from."""

    @property
    def text(self) -> str:
        """All its words, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def collected(self) -> str:
        """The same with its lists and tables laid out, as it is kept and as receipts are looked up in it."""
        return "\n".join(laid_out(paragraph.text, paragraph.markdown) for paragraph in self.paragraphs)

    @property
    def segment(self) -> str:
        """Where it is in its file, for people."""
        first, last = self.paragraphs[0].line, self.paragraphs[-1].last_line
        if not first:
            return "whole"
        return f"line {first}" if first == last else f"lines {first}-{last}"


class Post(Value):
    """A post of a social network that an article embeds."""

    place: int
    """0-based place of its text among the article's paragraphs; its author line is the next one."""
    author: str
    """Who wrote it, with the handle."""
    date: str
    """Date as ``2023-05-30``, or empty."""


class Stated(Value):
    """A value and whether the text states it or we derived it."""

    value: str
    """The value; empty when there is none."""
    derived: bool
    """True when it is our own conclusion."""


class ArticleMeta(Value):
    """What is known about an article."""

    headline: Stated
    """Its headline."""
    outlet: Stated
    """Who published it."""
    author: Stated
    """Who wrote it."""
    date: Stated
    """Date as precise as proven (EDTF)."""
    posts: tuple[Post, ...]
    """Embedded posts."""
    url: str
    """Web address, or empty."""
    skipped: tuple[int, ...]
    """0-based places of paragraphs that are no text: headline, byline, date line, author lines of posts."""
    unzoned: str = ""
    """Which of these two, as briefs call them, names no zone where the site has none either: it is then as late, or as
    early, as it may be."""
    modified: str = ""
    """When its text was last changed, as its format says; empty where it does not."""
    unused: tuple[str, ...] = ()
    """Words of its byline that name no author."""
    no_field: tuple[str, ...] = ()
    """Lines with the label of something for which briefs have no field."""
    unread_days: tuple[str, ...] = ()
    """Dates of which no day can be made."""


class Folded(Value):
    """An article that needs no brief of its own."""

    article: str
    """Its id."""
    where: str
    """File and lines it came from."""
    into: str
    """Id of the article that stands for it."""
    verdict: str
    """``exact``, ``near``, ``contained`` or ``round-up``."""
    score: float
    """Share of the shorter text's passages that are in the other, 0 to 1."""
    why: str
    """The reason in words."""
    source: str = ""
    """Outlet or address that the brief names for it; empty where it states neither."""


class AlikePair(Value):
    """Two articles that share much and do not say the same: told, never folded."""

    article: str
    """Id of one."""
    other: str
    """Id of the other."""
    score: float
    """Share of the shorter text's passages that are in the other, 0 to 1."""
    relation: str
    """``version`` (same address, or same headline and day), ``event``, or ``mould`` (both were made with one form)."""
    differs: tuple[str, ...]
    """What differs, in words; empty where only some passages are shared."""


class BriefDraft(Value):
    """A brief ready to be written."""

    article: str
    """Id of its article."""
    slug: str
    """Last part of its address."""
    path: str
    """File to write, relative to the site folder."""
    title: str
    """Headline."""
    text: str
    """The whole file."""
    wrote: str = ""
    """Digests of the entries that import has put into its lists, one after another."""


class UnsureGap(Value):
    """A place where an article may or may not start."""

    document: str
    """Name of the file."""
    line: int
    """Line of the paragraph after the gap, from 1."""
    probability: float
    """Probability that an article starts there, 0 to 1."""
    chosen: bool
    """Whether it was taken as a start."""
    before: str
    """The paragraph before the gap."""
    after: str
    """The paragraph after it."""


class Sketch(Value):
    """What comparing needs to know of an article."""

    id: str
    """Id of the article."""
    words: int
    """Number of words."""
    shingles: bytes
    """Sampled hashes of its five-word shingles: unsigned 32-bit numbers, little-endian, ascending, each once."""
    title: frozenset[str] = frozenset()
    """Content words of its stated headline; empty when it has none."""
    body: str = ""
    """Digest of its words without headline, byline and furniture; empty where they are few, or it is not known."""
    sentence_digests: bytes = b""
    """Digests of its sentences without these, four bytes each; empty where they are not known."""
