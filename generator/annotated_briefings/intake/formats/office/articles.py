"""The articles of an office document: one with its title, several of a press review, or a dump to be split."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.exported import outline_of_blocks
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.lined.outline import block_lines, documents_of_blocks
from annotated_briefings.intake.formats.office.flow import Grid, Line, Part, flat, is_headline, to_html
from annotated_briefings.intake.formats.office.reviews import read_review
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.headers import is_counter, openings
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.segmentation.credits import read_credit
from annotated_briefings.intake.segmentation.rules import STATED
from annotated_briefings.intake.stated.closed.banners import closes
from annotated_briefings.intake.stated.embargoes import read_release

_SUBHEADING = 3
"""Level of a bold line that stands over text."""
_BIGGER = 1.15
"""How much bigger than those of the text letters of headlines are."""
_ALIKE, _TEXT = 0.95, 30
"""How big letters are against others that are as big, and words of an article below its headline."""
_ABOVE, _SHORT = 3, 60
"""Lines among which a headline in big letters is, and letters of those above it."""
_HEAD_LINES = 4
"""Lines below a title that may be those of writer, day and outlet."""


def documents(
    name: str,
    encoding: str,
    parts: Iterable[Part],
    around: Iterable[Line] = (),
    given: Given = Given(),  # noqa: B008
    marks: Iterable[str] = (),
) -> tuple[RawDocument, ...]:
    """The documents of an office file. ``around`` are the lines of its pages, each with its reason, ``given`` is what
    its properties say, ``marks`` are words drawn across its pages."""
    flowing = list(flat(parts))
    notes = {-line.notes[0]: line for line in flowing if isinstance(line, Line) and line.notes and line.notes[0] < 0}
    numbered = [part for part in flowing if not (isinstance(part, Line) and part.notes and part.notes[0] < 0)]
    text = _with_letters([part for part in numbered if not (isinstance(part, Line) and part.aside)])
    beside = [*around, *(part for part in numbered if isinstance(part, Line) and part.aside)]
    banner = next((one for one in (*marks, *(line.text for line in beside)) if closes(one)), "")
    given = replace(given, held=given.held or banner)
    lines = [line for part in text for line in (_words(part), "")]
    if any(isinstance(part, Grid) for part in text) or outline_of_blocks(lines) is not None:
        blocks = _paragraphs(text, notes)
        outline = outline_of_blocks(block_lines(blocks))
        if outline is not None:
            return documents_of_blocks(name, encoding, blocks, outline, _asides(beside))
    review = read_review(text)
    if review is None:
        return (_single(name, encoding, _headed(text), notes, beside, given),)
    out: list[RawDocument] = []
    number = 0
    for n, story in enumerate(review.stories, 1):
        own = replace(
            given,
            title=story.title,
            outlet=story.credit.outlet,
            published=story.credit.day,
            author=story.credit.author,
        )
        paragraphs = _numbered(_paragraphs(_headed(story.parts), notes), number)
        number += len(paragraphs)
        frame = _asides((*beside, *review.around)) if n == 1 else ()
        out.append(RawDocument(f"{name}#{n}", paragraphs, encoding, True, own, around=frame))
    return tuple(out)


def _words(part: Part) -> str:
    return part.text if isinstance(part, Line) else ""


def _single(
    name: str, encoding: str, parts: list[Part], notes: dict[int, Line], beside: Sequence[Line], given: Given
) -> RawDocument:
    """One article with its title, or a dump."""
    at = _title_place(parts)
    if at is None:
        paragraphs = tuple(_opened(_paragraphs(parts, notes)))
        return RawDocument(name, _numbered(paragraphs), encoding, False, given, around=_asides(beside))
    title = parts[at]
    formal = read_release([part.text if isinstance(part, Line) else "" for part in parts[:at]]).formal
    above = [
        replace(part, aside="a line above the headline") if isinstance(part, Line) and n not in formal else part
        for n, part in enumerate(parts[:at])
    ]
    rest = [*above, *parts[at + 1 :]]
    published = ""
    for n in range(at, min(at + _HEAD_LINES, len(rest))):
        line = rest[n]
        if not isinstance(line, Line) or is_headline(line) or not line.text:
            continue
        credit = read_credit(line.text)
        if credit and not (credit.outlet or credit.author):
            published = published or credit.day
            rest[n] = replace(line, aside="the day")
    stated = replace(
        given, title=title.text if isinstance(title, Line) else given.title, published=given.published or published
    )
    paragraphs = _numbered(_paragraphs(rest, notes))
    return RawDocument(name, paragraphs, encoding, True, stated, around=_asides(beside))


def _title_place(parts: Sequence[Part]) -> int | None:
    """Where the title of a document is: its first line but for those that say what kind of paper it is; None where no
    line above text is one."""
    texts = [part.text for part in takewhile(lambda one: isinstance(one, Line), parts) if isinstance(part, Line)]
    formal = read_release(texts[:10]).formal
    at = next((n for n in range(len(parts)) if n not in formal), len(parts))
    for n, part in enumerate(parts[at : at + _ABOVE], at):
        # Big letters below a short line, such as the name of a section.
        if isinstance(part, Line) and part.apart and part.level and n + 1 < len(parts):
            return None if _as_big(part, parts[n + 1 :]) else n
        if not isinstance(part, Line) or len(part.text) > _SHORT or part.level or part.title:
            break
    first = parts[at] if at + 1 < len(parts) else None
    if not isinstance(first, Line) or not (first.title or is_headline(first)):
        return None
    if first.title:
        return at
    # Several headings of the same rank are sections, or articles: the words decide.
    rivals = [p for p in parts[at + 1 :] if isinstance(p, Line) and p.level and p.level <= first.level]
    return None if rivals or (first.apart and _as_big(first, parts[at + 1 :])) else at


def _as_big(first: Line, parts: Sequence[Part]) -> bool:
    """Whether below a headline there is another one in letters as big, with a text below it, as on the next page."""
    for n, part in enumerate(parts):
        if isinstance(part, Line) and part.apart and is_headline(part) and part.size >= _ALIKE * first.size:
            below = takewhile(lambda one: isinstance(one, Line) and not one.apart, parts[n + 1 :])
            if n and sum(len(_words(one).split()) for one in below) >= _TEXT:
                return True
    return False


def _with_letters(parts: Sequence[Part]) -> list[Part]:
    """Parts in which lines in bigger letters than those of most of the text stand apart."""
    sizes: Counter[float] = Counter()
    for part in parts:
        if isinstance(part, Line) and not part.level:
            sizes[part.size] += len(part.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return [
        replace(part, apart=True) if isinstance(part, Line) and usual and part.size > _BIGGER * usual else part
        for part in parts
    ]


def _headed(parts: Sequence[Part]) -> list[Part]:
    """Parts in which bold lines, and those in bigger letters, are headings where they are over text."""
    out: list[Part] = []
    for n, part in enumerate(parts):
        after = parts[n + 1] if n + 1 < len(parts) else None
        over_text = isinstance(after, Grid) or (
            isinstance(after, Line) and not is_headline(after) and (after.item is not None or len(after.text) > 20)
        )
        shown = part
        if isinstance(part, Line) and not part.level and is_headline(part) and (over_text or (part.apart and after)):
            first = not any(isinstance(one, Line) and not one.aside for one in out)
            shown = replace(part, level=1 if first or part.apart else _SUBHEADING)
        out.append(shown)
    return out


def _paragraphs(parts: Sequence[Part], notes: dict[int, Line]) -> tuple[Paragraph, ...]:
    """Paragraphs of some parts, and of the notes that they refer to; lines that are no text keep their reason."""
    out: list[Paragraph] = []
    some: list[Part] = []
    wanted = list(dict.fromkeys(n for part in parts for n in _noted(part)))
    for n in wanted:
        wanted += [deeper for deeper in _noted(notes.get(n)) if deeper > 0 and deeper not in wanted]
    for part in (*parts, *(notes[n] for n in wanted if n in notes)):
        if isinstance(part, Line) and (part.aside or part.jumbled):
            out += _read(some)
            out += _asides((part,)) if part.aside else (replace(one, jumbled=True) for one in _read((part,)))
            some = []
        else:
            some.append(part)
    return (*out, *_read(some))


def _read(parts: Sequence[Part]) -> tuple[Paragraph, ...]:
    return html_paragraphs(to_html(parts)) if parts else ()


def _noted(part: Part | None) -> Iterator[int]:
    if isinstance(part, Line):
        yield from part.notes
    elif isinstance(part, Grid):
        yield from (n for row in part.rows for cell in row for inner in cell.parts for n in _noted(inner))


def _asides(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line.text, 0, 0, aside=line.aside) for line in lines if line.text)


def _opened(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs with marks where counters or header lines of an archive open an article."""
    places = openings([paragraph.text for paragraph in paragraphs])
    for n, paragraph in enumerate(paragraphs):
        if n in places:
            yield Paragraph(SEPARATOR, 0, 0, STATED)
        if n in places and is_counter(paragraph.text):
            continue
        yield paragraph


def _numbered(paragraphs: Sequence[Paragraph], before: int = 0) -> tuple[Paragraph, ...]:
    """Paragraphs with their numbers as places."""
    return tuple(replace(one, line=n, last_line=n) for n, one in enumerate(paragraphs, before + 1))
