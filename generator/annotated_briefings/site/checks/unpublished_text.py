"""What must not be published: the words of drafts, of embargoed and expired briefs, and of draft notes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext

_LEAST = 24
"""Characters of a sentence that nobody writes twice by chance."""
_HEADLINE = 16
"""The same for a text of one sentence, such as a headline."""


class Secret(Value):
    """A sentence that no published file may hold."""

    path: str
    """File of the brief it stands in."""
    written: str
    """The sentence as it is written."""
    plain: str
    """The same in plain form."""


def find_secrets(held: Iterable[Brief], context: SiteContext) -> tuple[Secret, ...]:
    """The sentences of briefs that are held back, and of draft notes."""
    hidden = [(b.path, text) for b in held for text in (*_texts(b), *(note.text for note in b.annotations))]
    hidden += [(b.path, note.text) for b in context.catalog.briefs for note in b.annotations if not note.public]
    found = {sentence: Secret(path, written, sentence) for path, text in hidden for written, sentence in _split(text)}
    return tuple(found.values())


def public_text(context: SiteContext) -> str:
    """Everything that editors have made public, in plain form; what stands there too is no secret."""
    texts = [text for brief in context.catalog.briefs for text in _texts(brief)]
    texts += [note.text for brief in context.catalog.briefs for note in brief.annotations if note.public]
    texts += [f"{entity.name} {entity.description}" for entity in context.catalog.entities]
    texts += [f"{tag.label} {tag.description}" for tag in context.catalog.tags]
    texts += [f"{story.title} {story.description}" for story in context.catalog.story_of.values()]
    # A draft may be called as a heading of every page is.
    texts += [form for words in context.catalogue.values() for _, forms in words.texts for _, form in forms]
    return plain_quote("\n".join((*texts, context.config.title, context.config.description, context.config.footer)))


def _texts(brief: Brief) -> Iterator[str]:
    yield from (brief.title, brief.summary, brief.body.text)
    for point in brief.key_points:
        yield from (point.text, point.quote)


def _split(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of a text that are long enough, as written and in plain form."""
    lines = text.split("\n")
    for line in lines:
        cuts = (*sentence_starts(line), len(line))
        least = _HEADLINE if len(lines) == 1 and len(cuts) == 2 else _LEAST
        for start, end in pairwise(cuts):
            sentence = plain_quote(line[start:end])
            if len(sentence) >= least:
                yield line[start:end], sentence
