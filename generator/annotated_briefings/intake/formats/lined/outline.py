"""What the lines of a text are: the articles in them, what each states about itself, and what is no text."""

from collections.abc import Iterable, Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.cut import find_ending
from annotated_briefings.intake.formats.text import paragraphs_of
from annotated_briefings.intake.model import Given, Paragraph, RawDocument

_SPACE = regex(r"\s+")
_INVISIBLE = regex("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")


class ArticleLines(Value):
    """An article among the lines of a text. Places are 0-based numbers of lines."""

    given: Given
    """What its lines state about it."""
    text: Mapping[int, str]
    """The lines of its text, by their places: as they are, or without the label before them. Of a line that holds
    several paragraphs (``apart``) these have the next places."""
    left: Mapping[int, str]
    """Why its other lines are no text, by their places; lines that state a fact of ``given`` are in neither."""
    apart: bool = False
    """Whether each line is a paragraph, and none goes on from the one above."""
    excerpt: bool = False
    """Whether its text is an excerpt, which ends in dots."""
    left_out: str = ""
    """Why it is no article; empty for one."""


class Outline(Value):
    """The articles of a text, and the lines around them."""

    stories: tuple[ArticleLines, ...]
    """The articles in order."""
    around: Mapping[int, str]
    """Why lines outside of all articles are no text, by their places."""
    counted: Mapping[int, int] = {}
    """How many articles there are as a line of them says, by its place; empty where none does."""


def plain_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without signs that nobody sees, and with single blanks."""
    return tuple(_SPACE.sub(" ", _INVISIBLE.sub("", line)).strip() for line in lines)


def documents_of_lines(name: str, encoding: str, lines: Sequence[str], outline: Outline) -> tuple[RawDocument, ...]:
    """The documents of a text file by the outline of its lines; wrapped lines of a text are joined."""
    wrapped = ["" for _ in lines]
    for story in outline.stories:
        for place, text in story.text.items() if not story.apart else ():
            wrapped[place] = text
    found = tuple(paragraphs_of(wrapped))
    out: list[RawDocument] = []
    for story in outline.stories:
        places = story.text.keys()
        if story.apart:
            own = tuple(Paragraph(text, n + 1, n + 1) for n, text in sorted(story.text.items()) if text)
        else:
            own = tuple(one for one in found if one.line - 1 in places)
        out.append(_document(name, encoding, own, story, _left(lines, story.left)))
    return _named(name, out, _left(lines, outline.around))


def documents_of_blocks(
    name: str, encoding: str, blocks: Sequence[Paragraph], outline: Outline, around: Sequence[Paragraph] = ()
) -> tuple[RawDocument, ...]:
    """The documents of a file with paragraphs of its own, each of which is two lines of the outline: its words, and a
    blank one. Paragraphs keep their form."""
    lines = [text for block in blocks for text in (block.text, "")]
    out: list[RawDocument] = []
    for story in outline.stories:
        own = tuple(
            block if block.text == text else replace(block, text=text, markdown="", heading=False)
            for place, text in sorted(story.text.items())
            if text
            for block in (blocks[place // 2],)
        )
        out.append(_document(name, encoding, own, story, _left(lines, story.left)))
    return _named(name, out, (*around, *_left(lines, outline.around)))


def block_lines(blocks: Sequence[Paragraph]) -> tuple[str, ...]:
    """The lines of a file with paragraphs of its own, as ``documents_of_blocks`` counts them."""
    return tuple(text for block in blocks for text in (block.text, ""))


def _document(
    name: str, encoding: str, own: tuple[Paragraph, ...], story: ArticleLines, left: tuple[Paragraph, ...]
) -> RawDocument:
    document = RawDocument(name, own, encoding, True, story.given, story.left_out, around=left)
    if not story.excerpt or story.left_out:
        return document
    ending = find_ending(own, excerpts=True)
    given = replace(story.given, cut=story.given.cut or ending.cut)
    return replace(document, paragraphs=ending.paragraphs, given=given, left_out=ending.left_out)


def _left(lines: Sequence[str], left: Mapping[int, str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(lines[n], n + 1, n + 1, aside=why) for n, why in sorted(left.items()) if lines[n])


def _named(name: str, found: Sequence[RawDocument], around: tuple[Paragraph, ...]) -> tuple[RawDocument, ...]:
    """Documents under names of their own, the first with what is around all of them."""
    out = list(found) if len(found) == 1 else [replace(one, name=f"{name}#{n}") for n, one in enumerate(found, 1)]
    if out and around:
        out[0] = replace(out[0], around=(*around, *out[0].around))
    return tuple(out)
