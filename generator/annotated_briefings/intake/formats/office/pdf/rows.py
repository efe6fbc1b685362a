"""The rows of a page: letters that stand on one line, and the pieces that wide gaps cut them into."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.flow import InlineText
from annotated_briefings.intake.formats.office.pdf.letters import Frame, Letter

_BLANK = 0.16
"""Room between two letters that is a blank, against their size."""
GAP = 0.85
"""Room between two words from which they may be in two columns, against their size."""
_SAME_LINE = 0.28
"""How far letters of one line may stand from it, against their size."""
_UNSEEN = frozenset("\u200b\u200e\u200f\ufeff\u2060")
_INITIAL = 1.7
"""How much bigger than its line a letter is that stands over two."""
_DENSE = regex("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


class Stretch(Value):
    """Words of a row without a wide gap between them."""

    row: int
    """Number of its row on the page, from the top."""
    spans: tuple[InlineText, ...]
    """Its words."""
    left: float
    """Where it begins, in points."""
    right: float
    """Where it ends."""
    base: float
    """Height of the line that it stands on."""
    size: float
    """Size of most of its letters."""
    first: float
    """Width of its first word."""

    @property
    def text(self) -> str:
        """Its words as plain text."""
        return "".join(span.text for span in self.spans)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(span.bold for span in self.spans if span.text.strip())


def body_size(pages: Iterable[Sequence[Letter]]) -> float:
    """The size of most letters of some pages."""
    sizes = Counter(round(letter.size * 2) / 2 for letters in pages for letter in letters)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def read_rows(letters: Sequence[Letter], links: Sequence[tuple[Frame, str]] = ()) -> tuple[Stretch, ...]:
    """The stretches of a page, from the top and from the left."""
    rows: list[list[Letter]] = []
    for letter in sorted(_once(letters), key=lambda one: (-one.base, one.left)):
        for row in reversed(rows[-3:]):
            if _is_beside(letter, row[0]):
                row.append(letter)
                break
        else:
            rows.append([letter])
    _lower_initials(rows)
    out: list[Stretch] = []
    for row in sorted((row for row in rows if row), key=lambda one: -max(one, key=lambda letter: letter.size).base):
        number = out[-1].row + 1 if out else 0
        out += (_stretch(number, some, links) for some in _cut(sorted(row, key=lambda one: one.left)))
    return tuple(out)


def _once(letters: Sequence[Letter]) -> list[Letter]:
    """Letters without those that are drawn twice to look bold, and without signs that nobody sees."""
    seen: dict[tuple[str, int, int], float] = {}
    out: list[Letter] = []
    for letter in letters:
        text = letter.text
        if text in _UNSEEN:
            continue
        if not text.isspace():
            base, place, near = round(letter.base), round(letter.left), 0.25 * (letter.right - letter.left)
            drawn = (seen.get((text, base, at)) for at in (place, place - 1, place + 1))
            if any(left is not None and abs(left - letter.left) < near for left in drawn):
                continue
            seen[text, base, place] = letter.left
        out.append(letter)
    return out


def _is_beside(letter: Letter, first: Letter) -> bool:
    """Whether a letter stands on the line of another, a raised or lowered small one too."""
    apart = abs(letter.base - first.base)
    small, large = sorted((letter.size, first.size))
    if apart <= _SAME_LINE * small:
        return True
    return 0.45 * large < small < 0.85 * large and apart <= 0.45 * large


def _lower_initials(rows: list[list[Letter]]) -> None:
    """Put a big first letter, which stands on a lower line, into the line that it begins."""
    for row in rows:
        letter = min(row, key=lambda one: one.left)
        beside = [one.size for one in row if one is not letter]
        if not beside or not letter.text.isalpha() or letter.size < _INITIAL * max(beside):
            continue
        top = letter.base + 0.75 * letter.size
        begins = [other for other in rows if other is not row and letter.base < other[0].base < top]
        if begins:
            row.remove(letter)
            first = max(begins, key=lambda other: other[0].base)
            nearest = min(first, key=lambda one: one.left)
            left = nearest.left - 0.01 * nearest.size
            first.append(letter._replace(size=nearest.size, left=left, right=left, base=nearest.base))


def _cut(row: Sequence[Letter]) -> list[list[Letter]]:
    """A row cut at wide gaps; blanks that are drawn are no letters."""
    out: list[list[Letter]] = []
    last: Letter | None = None
    for letter in row:
        if letter.text.isspace():
            if out and last is not None and letter.left <= last.right + GAP * last.size:
                out[-1].append(letter)
            continue
        if last is None or letter.left - last.right > GAP * max(last.size, letter.size):
            out.append([])
        out[-1].append(letter)
        last = letter
    return out


def _stretch(row: int, letters: Sequence[Letter], links: Sequence[tuple[Frame, str]]) -> Stretch:
    size = Counter(letter.size for letter in letters if not letter.text.isspace()).most_common(1)[0][0]
    main = next(letter for letter in letters if letter.size == size)
    words: list[tuple[_Form, list[str]]] = []
    first, blank = 0.0, False
    last: Letter | None = None
    for letter in letters:
        if letter.text.isspace():
            blank = True
            continue
        if last is not None:
            dense = _DENSE.search(last.text) and _DENSE.search(letter.text)
            blank = blank or (letter.left - last.right > _BLANK * letter.size and not dense)
            if blank:
                first = first or last.right - letters[0].left
                words[-1][1].append(" ")
        form = _form(letter, main, links)
        if not words or words[-1][0] != form:
            words.append((form, []))
        words[-1][1].append(letter.text)
        last, blank = letter, False
    right = last.right if last else letters[0].right
    spans = tuple(
        InlineText("".join(some), form.bold, form.italic, form.raised, form.href, size) for form, some in words
    )
    return Stretch(row, spans, letters[0].left, right, main.base, size, first or right - letters[0].left)


class _Form(NamedTuple):
    bold: bool
    italic: bool
    raised: str
    href: str


def _form(letter: Letter, main: Letter, links: Sequence[tuple[Frame, str]]) -> _Form:
    raised = ""
    if letter.size < 0.8 * main.size and letter.text.isalnum():
        up = letter.base - main.base
        raised = "sup" if up > 0.12 * main.size else "sub" if up < 0 else ""
    middle = (letter.left + letter.right) / 2, letter.base + 0.3 * letter.size
    href = next((address for frame, address in links if frame.holds(*middle)), "")
    return _Form(letter.bold, letter.italic, raised, href)
