"""The paragraphs and tables of a PDF file: lines joined by their places, over columns and pages too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotated_briefings.base.meaning.lexicon import is_word, languages_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.formats.office.flow import Cell, Grid, InlineText, Item, Line, Part
from annotated_briefings.intake.formats.office.pdf.order import PageBlock
from annotated_briefings.intake.formats.office.pdf.rows import Stretch

_INDENT = 0.7
"""How far the first line of a paragraph is indented, against the size of its letters."""
_LEADING = 1.25
"""Distance of lines, against the usual one, from which they are two paragraphs."""
_CLOSEST, _COMMON = 0.85, 0.15
"""Least distance of two lines against the size of their letters, and the share of lines that have the usual one."""
_SHORT = 0.15
"""Room that is left in the last line of a paragraph for certain, against the width of its column."""
_OTHER = 0.08
"""How much letters of another paragraph differ in size, against their own."""
_BULLET = regex(r"[•·▪●○■□►➢✓‣◦–—*-]\s+(?=\S)")
_DASHES = "–—"
"""Signs that begin an item, or a speech."""
_NUMBERED = regex(r"\(?(\d{1,3})[.)]\s+(?=\S)")
_ENDED = regex(rf"[{STOPS}:]['\"”’»)\]]*$")
_NOTE = regex(r"(?:[\d*†‡]{1,3})\s?\S")
_SMALL = 0.88
"""Size of the letters of notes, against those of the text."""
_HYPHEN = regex(r"([^\W\d_]+)[-\u2010]$")
_SOFT = "\u00ad"
_SYLLABLE = 3
"""Letters of a half of a word that may be a word by chance."""


class _Column(Value):
    left: float
    right: float
    leading: float
    """Distance of its lines, against the size of their letters."""
    marked: bool
    """Whether its paragraphs are marked by room above them or by indents."""


class _PdfParagraph(Value):
    rows: tuple[Stretch, ...]
    room: float
    """Room that its last line leaves."""
    indented: bool
    unsure: bool = False


def joined_parts(pages: Sequence[Sequence[PageBlock]], size: float) -> list[Part]:
    """The paragraphs and tables of pages in reading order; notes at the foot of pages come last. ``size`` is that of
    the letters of the text."""
    found: list[_PdfParagraph | Grid] = []
    notes: list[_PdfParagraph] = []
    for page in pages:
        own: list[list[_PdfParagraph | Grid]] = [
            [_grid(block)] if block.columns else [*_paragraphs(block)] for block in page
        ]
        notes += _taken_notes(own, size)
        for block in filter(None, own):
            first = block[0]
            # A table can be between the halves of a sentence.
            over = len(found) > 1 and isinstance(found[-1], Grid) and _is_small(first)
            before = found[-1 - over] if found else None
            if isinstance(first, _PdfParagraph) and isinstance(before, _PdfParagraph) and _goes_on(before, first):
                unsure = before.unsure or first.unsure
                found[-1 - over] = replace(first, rows=(*before.rows, *first.rows), unsure=unsure)
                found += block[1:]
            else:
                found += block
    words = _KnownWords(row.text for part in (*found, *notes) if isinstance(part, _PdfParagraph) for row in part.rows)
    parts = [*found, *notes]
    speeches = _speeches(parts)
    return [_part(part, words, speech=n in speeches) for n, part in enumerate(parts)]


def _speeches(parts: Sequence[_PdfParagraph | Grid]) -> frozenset[int]:
    """The places of paragraphs that begin with a dash and are no items: those alone, and runs of sentences."""
    dashed = [isinstance(one, _PdfParagraph) and one.rows[0].text[:1] in _DASHES for one in parts]
    out: set[int] = set()
    at = 0
    while at < len(parts):
        end = next((n for n in range(at, len(parts)) if not dashed[n]), len(parts))
        texts = [one.rows[-1].text for one in parts[at:end] if isinstance(one, _PdfParagraph)]
        above = parts[at - 1] if at else None
        led = isinstance(above, _PdfParagraph) and above.rows[-1].text.endswith((":", "："))
        if texts and not led and (len(texts) == 1 or any(map(_ENDED.search, texts))):
            out |= set(range(at, end))
        at = max(end, at + 1)
    return frozenset(out)


def _taken_notes(page: Sequence[list[_PdfParagraph | Grid]], size: float) -> list[_PdfParagraph]:
    """The notes at the feet of columns, taken out of them."""
    notes: list[_PdfParagraph] = []
    for block in page:
        foot: list[_PdfParagraph] = []
        while block and isinstance(last := block[-1], _PdfParagraph) and _is_note(last, size):
            foot.insert(0, last)
            block.pop()
        notes += foot
    return notes


def _is_note(paragraph: _PdfParagraph, size: float) -> bool:
    row = paragraph.rows[0]
    raised = bool(row.spans) and row.spans[0].raised == "sup"
    return row.size < _SMALL * size and (raised or _NOTE.match(row.text) is not None)


def _paragraphs(block: PageBlock) -> Iterator[_PdfParagraph]:
    """The paragraphs of one column."""
    rows = list(_rows(block.stretches))
    if not rows:
        return
    column = _column(rows)
    start = 0
    for n in range(1, len(rows) + 1):
        if n == len(rows) or _begins(rows[n - 1], rows[n], rows[start], column):
            last = rows[n - 1]
            room = column.right - last.right
            yield _PdfParagraph(
                tuple(rows[start:n]), room, rows[start].left > column.left + _INDENT * last.size, block.unsure
            )
            start = n


def _rows(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches of one row side by side as one."""
    held: Stretch | None = None
    for one in stretches:
        if held is not None and one.row == held.row:
            held = replace(held, spans=(*held.spans, InlineText(" "), *one.spans), right=one.right)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _column(rows: Sequence[Stretch]) -> _Column:
    """What is usual in a column."""
    same = [(a, b) for a, b in pairwise(rows) if abs(a.size - b.size) <= _OTHER * b.size and a.base > b.base]
    steps = Counter(round((a.base - b.base) / b.size, 1) for a, b in same)
    common = [step for step, count in steps.items() if step > _CLOSEST and count >= _COMMON * len(same)]
    leading = min(common, default=1.3)
    lefts = Counter(round(row.left) for row in rows)
    often = max(lefts.values())
    left = min(left for left, count in lefts.items() if 2 * count >= often)
    spaced = sum(1 for a, b in same if a.base - b.base > _LEADING * leading * b.size)
    indented = sum(1 for row in rows if row.left > left + _INDENT * row.size)
    return _Column(left, max(row.right for row in rows), leading, spaced > 0 or indented > 1)


def _begins(above: Stretch, row: Stretch, first: Stretch, column: _Column) -> bool:
    """Whether a line begins a paragraph; ``first`` is the first line of the one above."""
    step = above.base - row.base
    if abs(above.size - row.size) > _OTHER * row.size or above.bold != row.bold:
        return True
    if step < 0 or step > _LEADING * max(column.leading, 1.05) * row.size:
        return True
    if _BULLET.match(row.text) or (_NUMBERED.match(row.text) and row.left <= first.left + 1):
        return True
    if _HYPHEN.search(above.text) or above.text.endswith(_SOFT):
        return False
    item = _BULLET.match(first.text) or _NUMBERED.match(first.text)
    indent = row.left - above.left
    if first.text[:1] in _DASHES and above is first and indent < 0:
        # The first line of a speech is indented; of a list item, the lines below it are.
        item = None
    if item and above is first and indent > 0:
        return False
    if indent > _INDENT * row.size and abs(row.left - column.left) > 1:
        return True
    if item and indent < -_INDENT * row.size:
        return True
    # The first word of the line would have had room above: the line ends where its writer ended it.
    room = column.right - above.right - row.first - 0.3 * row.size
    ended = _ENDED.search(above.text) and not column.marked
    return room > (0 if ended else _SHORT * (column.right - column.left))


def _is_small(part: _PdfParagraph | Grid) -> bool:
    return isinstance(part, _PdfParagraph) and part.rows[0].text[:1].islower()


def _goes_on(before: _PdfParagraph, part: _PdfParagraph) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    above, below = before.rows[-1], part.rows[0]
    if abs(above.size - below.size) > _OTHER * above.size or above.bold != below.bold or _ENDED.search(above.text):
        return False
    if _BULLET.match(below.text) or _NUMBERED.match(below.text) or part.indented:
        return False
    return below.text[:1].islower() or before.room < below.first + 0.3 * below.size


class _KnownWords:
    """The words of a file, to tell hyphens that only end a line."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = re.findall(r"[^\W_]+(?:[-\u2010][^\W_]+)*", " ".join(texts).lower())
        self._known = frozenset(words)
        plain = [word for word in words if word.isalpha()]
        self._languages = languages_of(plain[:400])

    def joined(self, above: str, below: str) -> str:
        """Two halves of a word at a line end, with the hyphen where it belongs to the word."""
        first, second = above.lower(), below.lower()
        keep = False
        if first + second not in self._known:
            keep = f"{first}-{second}" in self._known or self._is_compound(first, second)
        return above + ("-" if keep else "") + below

    def _is_compound(self, first: str, second: str) -> bool:
        """Whether both halves are words and the whole is none, as far as the languages of the file are known."""
        whole, *halves = (
            any(is_word(word, language) for language in self._languages) for word in (first + second, first, second)
        )
        return all(halves) and not whole and min(len(first), len(second)) > _SYLLABLE


def _part(part: _PdfParagraph | Grid, words: _KnownWords, *, speech: bool) -> Part:
    if isinstance(part, Grid):
        return part
    spans = _spans(part.rows, words)
    text = "".join(span.text for span in spans)
    bullet, number = _BULLET.match(text), _NUMBERED.match(text)
    item = None
    if (bullet and not speech) or number:
        mark = bullet or number
        item = Item(0, int(number[1]) if number else -1)
        spans = _without(spans, mark.end() if mark else 0)
    return Line(tuple(spans), item=item, jumbled=part.unsure)


def _without(spans: Sequence[InlineText], cut: int) -> list[InlineText]:
    """Words without their first letters."""
    out: list[InlineText] = []
    for span in spans:
        taken = min(cut, len(span.text))
        cut -= taken
        if span.text[taken:]:
            out.append(replace(span, text=span.text[taken:]))
    return out


def _spans(rows: Sequence[Stretch], words: _KnownWords) -> list[InlineText]:
    """The words of lines, joined."""
    out: list[InlineText] = []
    for row in rows:
        spans = list(row.spans)
        if out:
            last = out[-1]
            broken = _HYPHEN.search(last.text)
            following = re.match(r"[^\W\d_]+", row.text)
            if last.text.endswith(_SOFT):
                out[-1] = replace(last, text=last.text[:-1])
            elif broken and following and following[0].islower():
                joined = words.joined(broken[1], following[0])
                out[-1] = replace(last, text=last.text[: broken.start()] + joined[: len(joined) - len(following[0])])
            elif broken and following:
                pass  # A hyphen before a capital belongs to the name.
            elif not (_is_dense(last.text[-1:]) and _is_dense(row.text[:1])):
                out[-1] = replace(last, text=f"{last.text} ")
        out += spans
    return out


def _is_dense(letter: str) -> bool:
    return "\u2e80" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"


def _grid(block: PageBlock) -> Grid:
    """The rows of a table; a row without a first cell goes on with the row above."""
    rows: list[list[list[InlineText]]] = []
    number = -1
    for one in block.stretches:
        at = max(n for n, left in enumerate(block.columns) if left <= one.left + 0.1)
        if one.row != number:
            number = one.row
            if at == 0 or not rows:
                rows.append([[] for _ in block.columns])
        cell = rows[-1][at]
        cell += [InlineText(" "), *one.spans] if cell else one.spans
    return Grid(tuple(tuple(Cell((Line(tuple(cell)),)) for cell in row) for row in rows))
