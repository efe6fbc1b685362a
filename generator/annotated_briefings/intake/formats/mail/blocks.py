"""The text of a letter as blocks in reading order, with the place of each in its HTML or among its lines."""

import re
from collections.abc import Iterator, Sequence

from bs4.element import Tag

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.html.blocks import blocks
from annotated_briefings.intake.formats.html.headings import part_large_lines
from annotated_briefings.intake.formats.html.tree import read_tree
from annotated_briefings.intake.formats.mail.forwarded import Layers, LetterLine, read_layers
from annotated_briefings.intake.formats.mail.parts import Text
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.formats.unseen.left import left_out
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.embargoes import is_embargo

LetterBlock = tuple[Paragraph, Tag | None]
"""A paragraph of a letter, and its element in an HTML letter."""
_QUOTES = (
    "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .yahoo_quoted, .protonmail_quote, .zmail_extra, "
    ".moz-forward-container, .tutanota_quote, .x_gmail_quote, #yahoo_quoted, #reply-intro"
)
_CITED = "blockquote[type=cite], blockquote.gmail_quote, blockquote.protonmail_quote, blockquote.tutanota_quote"
_QUOTED = "data-quoted"
_UNDERLINE = regex(r"=+|-+|~+")
_PICTURE = regex(r"\[?!\[[^\]]*\]\([^()]*\)(?:\]\([^()]*\))?")
_LABEL_WORDS = 4
"""Words of a line that names a section."""
_BREAK = "\\\n"


class LetterBody:
    """What is in a text of a letter."""

    def __init__(self) -> None:
        self.blocks: list[LetterBlock] = []
        self.around: list[Paragraph] = []
        self.head: dict[str, str] | None = None
        """What the header lines say of a letter that was passed on; None where none was."""
        self.diagnostics: list[Diagnostic] = []


def letter_body(name: str, texts: Sequence[Text], subject: str) -> LetterBody:
    """The blocks of the texts of a letter, and what is around its article."""
    out = LetterBody()
    for text in texts:
        if text.html:
            _html(text, subject, out)
        else:
            _plain(name, text, subject, out)
    return out


def _plain(name: str, text: Text, subject: str, out: LetterBody) -> None:
    lines = text.text.split("\n")
    layers = read_layers([LetterLine(line) for line in lines], subject)
    _take_head(layers, out)
    kept = "\n".join("" if why else line for line, why in zip(lines, layers.why, strict=True))
    out.around += _around([(line, why) for line, why in zip(lines, layers.why, strict=True)])
    document, found = read_text(name, kept.encode("utf-8", "replace"))
    if document:
        out.blocks += ((_unquoted(_headed(paragraph, lines)), None) for paragraph in document.paragraphs)
        out.around += document.around
        out.diagnostics += found


def _headed(paragraph: Paragraph, lines: Sequence[str]) -> Paragraph:
    """A line above a row of signs as a heading."""
    below = lines[paragraph.last_line].strip() if paragraph.last_line < len(lines) else ""
    under = bool(_UNDERLINE.fullmatch(below)) and abs(len(below) - len(paragraph.text)) <= 2
    return replace(paragraph, heading=True) if under and paragraph.line == paragraph.last_line else paragraph


def _html(text: Text, subject: str, out: LetterBody) -> None:
    tree = read_tree(text.text, text.base)
    part_large_lines(tree)
    quoted: set[int] = set()
    for tag in tree.select(_QUOTES):
        quoted |= {id(tag), *(id(inner) for inner in tag.find_all(True))}
    for tag in tree.select(_CITED):
        # A quotation is one block; what a mail program quotes is a letter of many.
        tag.name = "div"
    placed = list(blocks(tree))
    out.around += left_out(tree)
    split = [block_lines(paragraph) for paragraph, _ in placed]
    rows = [
        LetterLine(line, id(tag) in quoted) for lines, (_, tag) in zip(split, placed, strict=True) for line in lines
    ]
    layers = read_layers(rows, subject)
    _take_head(layers, out)
    why_each = iter(layers.why)
    for own, (paragraph, tag) in zip(split, placed, strict=True):
        lines = [(line, next(why_each)) for line in own]
        kept = [line for line, why in lines if not why]
        if len(kept) == len(lines):
            out.blocks.append((paragraph, tag))
            continue
        if kept:
            words = " ".join(kept)
            out.blocks.append((replace(paragraph, text=words, markdown=""), tag))
        out.around += _around([(line, why) for line, why in lines if why])


def _take_head(layers: Layers, out: LetterBody) -> None:
    if layers.head is not None:
        out.head = dict(layers.head)


def _around(lines: Sequence[tuple[str, str]]) -> Iterator[Paragraph]:
    """Lines that are no text, those that stand together as one paragraph; a line that holds its letter back alone, so
    that no other time is read for its own."""
    held: list[str] = []
    reason, alone = "", False
    for line, why in (*lines, ("", "")):
        words = " ".join(line.split())
        embargo = bool(why and is_embargo(words))
        if held and (why != reason or not words or embargo or alone):
            yield Paragraph(" ".join(held), 0, 0, aside=reason)
            held = []
        if why and words:
            held.append(words)
        reason, alone = why, embargo


def block_lines(paragraph: Paragraph) -> list[str]:
    """The lines of a block: those that its breaks part, or the rows of a table."""
    if paragraph.markdown.startswith("|"):
        rows = (line.strip("| ") for line in paragraph.markdown.split("\n"))
        return [_bare(row.replace(" | ", " ")) for row in rows if row.strip("-| ")]
    if _BREAK in paragraph.markdown:
        return [_bare(line) for line in paragraph.markdown.split(_BREAK)]
    return [paragraph.text]


def _bare(line: str) -> str:
    """A line of Markdown as plain words."""
    line = re.sub(r"\[((?:[^\[\]\\]|\\.)*)\]\([^()\s]*\)", r"\1", line)
    return re.sub(r"\\([^\w\s])", r"\1", line.replace("**", "")).strip()


def _unquoted(paragraph: Paragraph) -> Paragraph:
    """A paragraph of somebody else's letter, whose lines begin with `>`, as a quotation."""
    if not paragraph.text.startswith(">") or not re.match(r">\s*[^\s>]", paragraph.text):
        return paragraph
    text = re.sub(r"(?:^|(?<= ))>+ ?(?=\S)", "", paragraph.text).strip()
    return replace(paragraph, text=text, markdown="> " + escape_markdown(text))


def is_inside(tag: Tag | None, box: Tag) -> bool:
    """Whether an element is in another one, or is that."""
    return tag is not None and (tag is box or any(one is box for one in tag.parents))


def stands_with_next(blocks: Sequence[LetterBlock], n: int, end: int) -> bool:
    """Whether a line belongs to the next headline, at ``end``: up to there the element in which both stand holds
    nothing but short lines, such as the name of a section, and pictures."""
    holder, first = blocks[n][1], n
    if holder is None or not is_inside(blocks[end][1], holder):
        return False
    while first and is_inside(blocks[first - 1][1], holder):
        first -= 1
    return all(_names_or_shows(paragraph) for paragraph, _ in blocks[first:end])


def _names_or_shows(paragraph: Paragraph) -> bool:
    if is_picture(paragraph.markdown):
        return True
    return len(paragraph.text.split()) <= _LABEL_WORDS and not paragraph.text.endswith((".", "!", "?"))


def is_picture(markdown: str) -> bool:
    """Whether a block is a picture and nothing else."""
    return _PICTURE.fullmatch(markdown) is not None
