"""Lines of a text file: their words, how far they are indented, and which of them make one paragraph."""

from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.plain.wrapping import is_cut, joined
from annotated_briefings.intake.model import Paragraph

HARD_BREAK = "\\\n"
"""Parts two lines of one paragraph in Markdown."""
RULE = regex(
    r"-\s?30\s?-|[-*_=~#•—–]{3,}|([-*_=~#•—–])(?:\s+\1){2,}"
    r"|(?P<drawn>[×✕✖＊◇◆○●□■☆★▽▼◎※])(?:\s*(?P=drawn))+|[✕✖＊◇◆□■☆★※]"
)
"""A line of signs."""
_INVISIBLE = regex("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_SPACE = regex(r"\s+")
_ENDED = regex(rf"[{STOPS}][\"'”’»)\]]*$")
_WIDEST = 100
"""Longest line of wrapped text that is in a quotation."""
_VERSE = 45
"""Longest line of a verse or an address."""


class TextBlock(Value):
    """Lines that are one thing: a list, a quotation, a table, code."""

    end: int
    """0-based place of the line after the last."""
    parts: tuple[Paragraph, ...]
    """Its paragraphs, with their Markdown; a list of long items has one for each."""


def clean_line(line: str) -> str:
    """The words of a line, white space collapsed."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", line)).strip()


def indent_of(line: str) -> int:
    """How far a line is indented, columns; a tab leads to the next fourth."""
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _ENDED.search(text) is not None


def goes_on(above: str, line: str, width: int) -> bool:
    """Whether a line of a quotation or of an item goes on from the one above; ``width`` is that of the longest."""
    if is_cut(above, line) or (line[:1].islower() and not is_ended(above)):
        return True
    return _VERSE < width <= _WIDEST and len(above) + 1 + len(line.split(" ", 1)[0]) > width


def flowing(lines: Sequence[str]) -> tuple[str, str]:
    """The words of some lines without a blank one among them, and their Markdown: wrapped lines are joined, verses keep
    their lines, and any other line is a paragraph of its own."""
    width = max(map(len, lines))
    texts = [lines[0]]
    above = lines[0]
    for line in lines[1:]:
        if goes_on(above, line, width):
            texts[-1] = joined((texts[-1], line), ())
        else:
            texts.append(line)
        above = line
    between = HARD_BREAK if width <= _VERSE else "\n\n"
    return " ".join(texts), between.join(map(escape_markdown, texts))


def line_break_block(lines: Sequence[str], first: int) -> Paragraph:
    """Lines that stay lines of one paragraph; ``first`` is the 0-based place of the first."""
    return Paragraph(" ".join(lines), first + 1, first + len(lines), HARD_BREAK.join(map(escape_markdown, lines)))
