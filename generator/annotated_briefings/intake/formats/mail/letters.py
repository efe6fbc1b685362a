"""From the texts of a letter to its articles."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.mail.blocks import letter_body
from annotated_briefings.intake.formats.mail.forwarded import DASHES, HEAD, LetterLine, digest_blocks
from annotated_briefings.intake.formats.mail.parts import Text
from annotated_briefings.intake.formats.mail.stated import passed_on
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.stated.address_keys import Receiver
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.letters import without_receiver

_TOP = 4
"""Paragraphs at the top of a message among which its own byline stands."""
_LEAST = 12
"""Words of an article in a message that holds several; what is shorter greets or says goodbye."""
_LONGEST_FOOTER = 60
"""Words of the footer of a mailing list."""
_ADDRESS = re.compile(r"\S@\S+\.\w|https?://|www\.|\+?\d[\d ()/-]{7,}\d")
_LONGEST_SIGNATURE = 120
"""Words of a signature; what is longer is another part of a newsletter."""


def letter_documents(
    name: str, texts: Sequence[Text], given: Given, reader: Receiver, around: tuple[Paragraph, ...], subject: str
) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """The articles of a letter of one or more texts, and what is wrong with them; ``around`` is what is in none."""
    digest = _digest(name, texts, given, reader, around)
    if digest:
        return digest
    body = letter_body(name, texts, subject)
    around = (*around, *body.around)
    if body.head is not None:
        given = passed_on(body.head, given)
    paragraphs: list[Paragraph] = []
    for paragraph in _signed([paragraph for paragraph, _ in body.blocks]):
        paragraphs += without_receiver(paragraph, reader)
    if any(byline_names(one.text) for one in paragraphs[:_TOP]):
        given = replace(given, author="")
    paragraphs = _with_footer(paragraphs)
    blocks = _blocks(paragraphs) if not any(text.html for text in texts) else []
    if len(blocks) > 1:
        return tuple(
            RawDocument(f"{name}#{number}", tuple(block), "mail", True, replace(given, title=title))
            for number, (title, block) in enumerate(blocks, 1)
        ), ()
    single = _single("\n".join(text.text for text in texts))
    return (RawDocument(name, tuple(paragraphs), "mail", single, given, around=around),), tuple(body.diagnostics)


def _digest(
    name: str, texts: Sequence[Text], given: Given, reader: Receiver, around: tuple[Paragraph, ...]
) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]] | None:
    """The messages of a digest that is one plain text, each a letter of its own."""
    if len(texts) != 1 or texts[0].html:
        return None
    lines = texts[0].text.split("\n")
    rows = [LetterLine(line) for line in lines]
    blocks = digest_blocks(rows)
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    beside = [(" ".join(lines[: blocks[0].start]), "the beginning of the digest")] if blocks else []
    for number, block in enumerate(blocks, 1):
        end = blocks[number].start if number < len(blocks) else len(lines)
        last = next((n for n in range(block.end, end) if DASHES.fullmatch(lines[n])), end)
        beside += [
            (" ".join(lines[block.start : block.end]), HEAD),
            (" ".join(lines[last:end]), "the end of the digest"),
        ]
        own = passed_on(block.head, given)
        text = Text(False, "\n".join(lines[block.end : last]))
        some, more = letter_documents(f"{name}#{number}", [text], own, reader, (), block.head.get("subject", ""))
        documents += some
        found += more
    if not documents:
        return None
    said = (Paragraph(" ".join(words.split()), 0, 0, aside=why) for words, why in beside if words.strip())
    first = replace(documents[0], around=(*around, *said, *documents[0].around))
    return (first, *documents[1:]), tuple(found)


def _with_footer(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with a few lines of addresses below the last line of signs marked as no text."""
    last = max((n for n, p in enumerate(paragraphs) if p.text == SEPARATOR), default=0)
    below = paragraphs[last + 1 :]
    words = sum(len(p.text.split()) for p in below)
    if not last or not below or words > _LONGEST_FOOTER or not any(_ADDRESS.search(p.text) for p in below):
        return paragraphs
    return [*paragraphs[:last], *(replace(p, aside=p.aside or "a footer") for p in below)]


def _blocks(paragraphs: Sequence[Paragraph]) -> list[tuple[str, list[Paragraph]]]:
    """The articles of a plain message, each with its headline: under lines in capitals, or between separator lines."""
    heads = {n for n, p in enumerate(paragraphs) if _shouts(p.text) and n + 1 < len(paragraphs)}
    out: list[tuple[str, list[Paragraph]]] = [("", [])]
    for number, paragraph in enumerate(paragraphs):
        if len(heads) > 1 and number in heads:
            out.append((paragraph.text, []))
        elif len(heads) < 2 and paragraph.text == SEPARATOR:
            out.append(("", []))
        elif paragraph.text != SEPARATOR:
            out[-1][1].append(paragraph)
    return [(title, block) for title, block in out if sum(map(_news, block)) >= _LEAST]


def _news(paragraph: Paragraph) -> int:
    """The words of a paragraph that are news."""
    return 0 if paragraph.aside or why_aside(paragraph.text) else len(paragraph.text.split())


def _shouts(text: str) -> bool:
    """Whether a line is a headline in capitals."""
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(text.split()) <= 14 and len(letters) > 7 and all(c.isupper() for c in letters)


def _signed(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a letter, with what stands below `-- ` at its end marked as its signature."""
    marks = [n for n, p in enumerate(paragraphs) if p.text in ("--", "\u2014") or p.text.startswith("-- ")]
    below = marks[-1] if marks else len(paragraphs)
    words = sum(len(p.text.split()) for p in paragraphs[below:])
    for number, paragraph in enumerate(paragraphs):
        signature = below <= number and words <= _LONGEST_SIGNATURE
        yield replace(paragraph, aside="a signature") if signature else paragraph


def _single(text: str) -> bool:
    """Whether a message is one article: several headings that lead elsewhere make it a round-up."""
    return len(re.findall(r"<h[1-3][^>]*>\s*<a ", text, re.IGNORECASE)) < 2
