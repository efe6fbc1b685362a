"""What must not be published: the words of drafts, of embargoed and expired briefs, and of draft notes."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from annotated_briefings.base.compared import folded, letters, unspaced, weight, words
from annotated_briefings.base.config import SETTINGS
from annotated_briefings.base.dates import When
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_table import TextUse
from annotated_briefings.content.entry_fields import ANNOTATION
from annotated_briefings.content.fields import BRIEF, ENTITY, TAG
from annotated_briefings.content.from_fields import shown_texts
from annotated_briefings.content.markdown.plaintext import plain_sentence
from annotated_briefings.content.markdown.text import Body
from annotated_briefings.content.model import Annotation, Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import comparable
from annotated_briefings.site.model.catalog import Catalog

_LEAST = 24
"""Letters of a sentence that nobody writes twice by chance."""
_HEADLINE = 16
"""The same for a text of one sentence, such as a headline."""
_SHORT_SIGNS = 12
"""The same for a short title of one word, in a script without blanks: other single words are names of many things."""
_COUNTED = regex(r"(.+?)(?:-\d{1,4}|-\d{4}-\d\d(?:-\d\d)?)+")
"""An address that import or an editor has told from another one by a number or a day."""
_LINK_WORDS = regex(r"(?<!\[)\[([^\[\]\n]+)\](?!\])")


class Secret(Value):
    """A sentence that no published file may hold."""

    path: str
    """File of the brief it is in."""
    written: str
    """The sentence as it is written."""
    plain: str
    """The same in plain form."""
    heading: bool = False
    """Whether it is a headline or an address: these are not public by being an old name of something else."""
    whole: bool = False
    """Whether it is so short that only a whole title gives it away: its words may be part of any sentence."""


def find_secrets(held: Collection[Brief], context: SiteContext) -> tuple[Secret, ...]:
    """The sentences of briefs that are held back, and of draft notes: of every field whose text readers would see."""
    hidden = [
        (brief.path, text) for brief in held for text in (*_texts(brief, TextUse.TEXT), *_note_texts(brief.annotations))
    ]
    hidden += [(brief.path, text) for brief in context.catalog.briefs for text in _draft_notes(brief)]
    found = {sentence: Secret(path, written, sentence) for path, text in hidden for written, sentence in _split(text)}
    for brief in held:
        for written, sentence in _split(brief.title):
            found[sentence] = Secret(brief.path, written, sentence, True)
        address = plain_sentence(brief.slug.replace("-", " "))
        # The headline of a public brief and a day behind it may be the words of a second address for such a headline.
        counted = _COUNTED.fullmatch(brief.slug)
        if counted and counted[1] in context.catalog.brief_of:
            found.setdefault(address, Secret(brief.path, brief.slug, address, True, True))
        elif weight(address) >= _HEADLINE and letters(address) != letters(plain_sentence(brief.title)):
            found[address] = Secret(brief.path, brief.slug, address, True)
        for text in (brief.title, brief.slug.replace("-", " ")):
            title = plain_sentence(text)
            many = len(words(folded(title))) > 1 or weight(unspaced(title)) >= _SHORT_SIGNS
            if many and title not in found:
                found[title] = Secret(brief.path, text, title, True, True)
    return tuple(found.values())


def public_texts(context: SiteContext) -> Iterator[str]:
    """Everything that editors have made public; what is there too is no secret."""
    catalog, every = context.catalog, (TextUse.TEXT, TextUse.NAME)
    yield from _public_bodies(catalog)
    for page in catalog.pages.values():
        yield from _texts(page.text, *every)
    for brief in catalog.briefs:
        yield from shown_texts(_BUT_NOTES, brief, *every)
        yield from _note_texts(note for note in brief.annotations if note.public)
    # A name may be that of a draft too. Its description was written to be read with it, and may repeat a draft.
    yield from (text for entity in catalog.entities for text in shown_texts(ENTITY, entity, TextUse.NAME))
    yield from (text for tag in catalog.tags for text in shown_texts(TAG, tag, TextUse.NAME))
    yield from (story.title for story in catalog.story_of.values())
    signed = (who for b in catalog.briefs for who in catalog.people_of((*b.author, *b.reviewed_by), b.language))
    yield from (who.name for who in signed)
    yield from _site_texts(context)


def texts_of(brief: Brief) -> Iterator[str]:
    """What a public brief says, its public notes too."""
    yield from _texts(brief, TextUse.TEXT, TextUse.NAME)
    yield from _note_texts(note for note in brief.annotations if note.public)


def published_words(context: SiteContext) -> Iterator[str]:
    """The part of it that makes a headline or an address public: the words of public briefs, and what names are now. An
    old name, another name, the title of a story and the words beside a picture do not."""
    catalog = context.catalog
    yield from _public_bodies(catalog)
    for page in catalog.pages.values():
        yield from _texts(page.text, TextUse.TEXT, TextUse.NAME)
    for brief in catalog.briefs:
        yield from shown_texts(_PUBLIC_FIELDS, brief, TextUse.TEXT, TextUse.NAME)
        yield brief.slug
        yield from _note_texts(note for note in brief.annotations if note.public)
    yield from (entity.name for entity in catalog.entities)
    yield from (tag.label for tag in catalog.tags)
    yield from _site_texts(context)


def public_titles(context: SiteContext) -> Iterator[str]:
    """What is public as a whole title of something, is a name, or is a date: short titles are no secret if they are
    called so."""
    catalog = context.catalog
    for brief in (*catalog.briefs, *(page.text for page in catalog.pages.values())):
        yield from shown_texts(_PUBLIC_FIELDS, brief, TextUse.TEXT, TextUse.NAME)
        yield brief.slug
        yield from titles_of(brief.body)
        if day := brief.date:
            searchable = context.speaks(brief)
            yield from map(searchable.date, (day, When(day.year, day.month), When(day.year)))
    for entity in catalog.entities:
        yield from shown_texts(ENTITY, entity, TextUse.NAME)
    for tag in catalog.tags:
        yield from shown_texts(TAG, tag, TextUse.NAME)
    yield from _site_texts(context)


def titles_of(body: Body) -> Iterator[str]:
    """What of a text may be the title of something: its lines, and the words of links."""
    yield from body.text.split("\n")
    yield from _LINK_WORDS.findall(body.source)


def _site_texts(context: SiteContext) -> Iterator[str]:
    """What the settings say, and the words of the interface: a draft may be called as a heading of every page is."""
    yield from shown_texts(SETTINGS, context.config, TextUse.TEXT, TextUse.NAME)
    yield from (form for words in context.catalogue.values() for _, forms in words.texts for _, form in forms)


def _public_bodies(catalog: Catalog) -> Iterator[str]:
    titles = {held.title for held in catalog.held.values() if held.title and not held.was_public}
    return (_without_titles(brief, catalog, titles) for brief in catalog.briefs)


def _without_titles(brief: Brief, catalog: Catalog, titles: Collection[str]) -> str:
    """The text of a brief without wikilinks that name a brief which is not public: a link makes no title public."""
    text, done, parts = brief.body.text, 0, []
    for link in brief.body.wikilinks if titles else ():
        words = comparable(text[link.start : link.end])
        if any(title in words for title in titles) and not catalog.linked(link.target)[0]:
            parts.append(text[done : link.start])
            done = link.end
    return "\n".join((*parts, text[done:]))


_NOTES = next(field for field in BRIEF if field.inner is ANNOTATION)
_BUT_NOTES = tuple(field for field in BRIEF if field is not _NOTES)
_PUBLIC_FIELDS = tuple(field for field in _BUT_NOTES if field.name != "image")


def _texts(brief: Brief, *shown: TextUse) -> Iterator[str]:
    """The texts of a brief without its notes, some of which may be drafts."""
    yield brief.body.text
    yield from shown_texts(_BUT_NOTES, brief, *shown)


def _note_texts(notes: Iterable[Annotation]) -> Iterator[str]:
    for note in notes:
        yield from shown_texts(ANNOTATION, note, TextUse.TEXT)


def _draft_notes(brief: Brief) -> Iterator[str]:
    """What the draft notes of a public brief say that its text does not."""
    drafts = [note for note in brief.annotations if not note.public]
    if drafts:
        sentence = plain_sentence(brief.body.text)
        yield from (text for text in _note_texts(drafts) if plain_sentence(text) not in sentence)


def _split(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of a text that are long enough, as written and in plain form."""
    lines = text.split("\n")
    for line in lines:
        cuts = (*sentence_starts(line), len(line))
        least = _HEADLINE if len(lines) == 1 and len(cuts) == 2 else _LEAST
        for start, end in pairwise(cuts):
            sentence = plain_sentence(line[start:end])
            if weight(sentence) >= least:
                yield line[start:end], sentence
