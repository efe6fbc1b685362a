"""The text of a brief made ready for a page: links resolved, entities linked, notes and receipts marked."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from html import escape

from annotated_briefings.base.htmltext import Insert, Span, linkable, wrap
from annotated_briefings.base.i18n import Words
from annotated_briefings.base.paths import relative_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.text import Block, Passage, blocks_in
from annotated_briefings.content.markdown.wikilinks import SCHEME
from annotated_briefings.content.model import Annotation, Brief
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.mentions import Mention
from annotated_briefings.site.model.receipts import ReceiptKind, Receipts
from annotated_briefings.site.urls import entity_url, text_url
from annotated_briefings.site.views.linked_html import Lead, Leads, lead_of, with_leads, with_names
from annotated_briefings.site.views.parts import BlockView, NoteView

_NAME = regex(r"[A-Za-z0-9_-]{1,64}")
_FOOTNOTES, _ENDED = '<hr class="footnotes-sep"', "</ol>\n</section>"
_FOOTNOTE = regex(
    r'<li id="fn(\d+)" class="footnote-item">(.*?)(?=<li id="fn\d+" class="footnote-item">|\Z)', re.DOTALL
)
_FOOTNOTE_REF = regex(r'<sup class="footnote-ref"><a href="#fn(\d+)" id="(fnref[\d:]+)">')
_FOOTNOTE_MARK = regex(r'(<sup class="footnote-ref"><a [^>]*)>(\[[\d:]+\])</a></sup>')
_FOOTNOTE_ID = regex(r'\b(id|href)="(#?)(fn(?:ref)?)(\d+(?::\d+)?)"')
_MARKED = "footnote-ref"
_BACK = regex(r' ?<a href="#fnref[^"]*" class="footnote-backref">.*?</a>')


def receipts_of(brief: Brief, verdicts: Receipts) -> Mapping[Passage, int]:
    """Passages that receipts point to, numbered in the order of the text; none of words that prove nothing."""
    passages = [point.passage for point in brief.key_points] + [figure.passage for figure in brief.figures]
    judged = zip(passages, (*verdicts.points, *verdicts.figures), strict=True)
    found = {passage for passage, kind in judged if passage and kind is not ReceiptKind.MISSING}
    return {passage: number for number, passage in enumerate(sorted(found, key=lambda p: (p.start, p.end)), 1)}


class NotePlace(Value):
    """A note and where its passage is."""

    passage: Passage
    """The words that it is on."""
    view: NoteView
    """The note."""
    label: str
    """What its mark is called aloud."""


class BriefText(Value):
    """All that the blocks of a brief are made from, and nothing else: they are made when somebody goes through them.

    A build digests this and not the blocks, which take two thirds of the time of planning a page: after an edit nearly
    none of them are wanted.
    """

    page: str
    """Address of the brief."""
    html: str
    """The HTML of its body."""
    plain: str
    """The plain text of its body."""
    shape: bytes
    """How both are cut into blocks (``Body.shape``)."""
    wikilinks: tuple[tuple[int, int], ...]
    """Where the words of its wikilinks start and end in the plain text."""
    mentions: tuple[Mention, ...]
    """The names in it."""
    leads: tuple[tuple[str, Lead | None], ...]
    """Targets of its links that are not addresses, each with what is there; None where that is not public."""
    notes: tuple[NotePlace, ...]
    """The notes on its words."""
    receipts: tuple[tuple[Passage, int], ...]
    """Passages that receipts point to, each with its number."""
    footnote: str
    """The word for a footnote."""
    table: str
    """The word for a table."""

    def __iter__(self) -> Iterator[BlockView]:
        return iter(_blocks_of(self))

    def __len__(self) -> int:
        return len(_blocks_of(self))


def brief_text(
    catalog: Catalog,
    words: Words,
    brief: Brief,
    mentions: tuple[Mention, ...],
    notes: Sequence[tuple[Annotation, NoteView]],
    receipts: Mapping[Passage, int],
) -> BriefText:
    """The text of a brief; ``notes`` are those that may be shown."""
    body = brief.body
    targets = dict.fromkeys((*(SCHEME + link.target for link in body.wikilinks), *body.links))
    found = ((target, lead_of(catalog, brief.path, target)) for target in targets)
    places = tuple(
        NotePlace(note.passage, view, words.text("note_number", number=view.number, kind=view.label))
        for note, view in notes
        if note.passage
    )
    return BriefText(
        text_url(brief),
        body.html,
        body.text,
        body.shape,
        tuple((link.start, link.end) for link in body.wikilinks),
        mentions,
        tuple((target, there) for target, there in found if there != (Lead("", target) if _is_own(target) else None)),
        places,
        tuple(receipts.items()),
        words.text("footnote"),
        words.text("table"),
    )


def _blocks_of(text: BriefText) -> tuple[BlockView, ...]:
    """The text with entity links, noted passages and receipts; each note follows the block in which it ends."""
    blocks = blocks_in(text.html, text.plain, text.shape)
    html = partial(with_leads, page=text.page, leads=_leads_of(text))
    named = _first_names(text, blocks)
    noted = _touching(blocks, [note.passage for note in text.notes])
    proved = _touching(blocks, [passage for passage, _ in text.receipts])
    out: list[BlockView] = []
    for block, mentions, on, by in zip(blocks, named, noted, proved, strict=True):
        start, end = block.start, block.end
        links = [
            Span(
                m.start - start,
                m.end - start,
                f'<a class="entity" href="{escape(relative_url(text.page, entity_url(m.entity)))}">',
                "</a>",
            )
            for m in mentions
        ]
        notes = [text.notes[number] for number in on]
        closing = [note for note in notes if note.passage.end <= end]
        inserts = [
            Insert(
                note.passage.end - start,
                f'<a class="note-ref" id="{note.view.back}" href="#{note.view.id}" '
                f'aria-label="{escape(note.label)}" data-number="{note.view.number}"></a>',
            )
            for note in closing
        ]
        marks = _marks(block, [text.receipts[number] for number in by], notes)
        marked = wrap(html(block.html), links, marks, inserts)
        marked = with_names(marked)
        out.append(BlockView(_on_one_line(marked) if notes else marked, tuple(note.view for note in closing)))
    return tuple(BlockView(_drawn(block.html, text.table), block.notes) for block in beside(out, text.footnote))


def _on_one_line(html: str) -> str:
    """A block that notes are on, its line ends as the spaces that they mean: other tools look for the words of a note
    letter by letter."""
    return html if "<pre" in html else html.replace("\n", " ")


def _drawn(html: str, table: str) -> str:
    """A block whose references to footnotes are drawn by the style sheet, as those to notes are: they are not part
    of the text that a reader copies or searches."""
    html = html.replace("<pre>", '<pre tabindex="0">')  # a long line of code is scrolled, by keys too
    if "<table>" in html:
        # So is a table that is wider than the text.
        opening = f'<div class="wide" role="group" aria-label="{escape(table)}" tabindex="0"><table>'
        html = html.replace("<table>", opening).replace("</table>", "</table></div>")
    return _FOOTNOTE_MARK.sub(r'\g<1> aria-label="\g<2>" data-number="\g<2>"></a></sup>', html)


def with_own_footnotes(html: str, owner: str) -> str:
    """HTML whose footnotes have ids of their own among those of a page; ``owner`` is the id of what it belongs to."""
    if _MARKED not in html:
        return html
    return _FOOTNOTE_ID.sub(rf'\g<1>="\g<2>\g<3>-{owner}-\g<4>"', html)


def _touching(blocks: Sequence[Block], passages: Sequence[Passage]) -> list[list[int]]:
    """For each block the numbers of the passages that touch it, in order."""
    starts = [block.start for block in blocks]
    out: list[list[int]] = [[] for _ in blocks]
    for number, passage in enumerate(passages):
        at = max(0, bisect_right(starts, passage.start) - 1)
        while at < len(blocks) and starts[at] < passage.end:
            if passage.start < blocks[at].end:
                out[at].append(number)
            at += 1
    return out


def _leads_of(text: BriefText) -> Leads:
    found = dict(text.leads)

    def leads(target: str) -> Lead | None:
        return found.get(target, Lead("", target) if _is_own(target) else None)

    return leads


def _is_own(target: str) -> bool:
    """Whether a target that nothing is known of stays as it is written."""
    return not target.startswith(SCHEME)


def _first_names(text: BriefText, blocks: Sequence[Block]) -> Iterator[list[Mention]]:
    """For each block the mentions that become links: of each entity the first of a section that can be one."""
    mentions = text.mentions
    wikilinked = set(text.wikilinks)
    seen: set[str] = set()
    at = 0
    for block in blocks:
        chosen: list[Mention] = []
        if block.heading:
            seen.clear()
        free: list[tuple[int, int]] | None = None
        while at < len(mentions) and mentions[at].end <= block.end:
            mention = mentions[at]
            at += 1
            if mention.start < block.start or mention.entity in seen:
                continue
            if (mention.start, mention.end) in wikilinked:
                seen.add(mention.entity)
                continue
            start, end = mention.start - block.start, mention.end - block.start
            free = linkable(block.html) if free is None else free
            if any(low <= start and end <= high for low, high in free):
                seen.add(mention.entity)
                chosen.append(mention)
        yield chosen


def beside(blocks: list[BlockView], label: str) -> tuple[BlockView, ...]:
    """Blocks with each footnote after the block that first refers to it, drawn as notes are."""
    if not blocks or not blocks[-1].html.startswith(_FOOTNOTES):
        return tuple(blocks)
    texts = dict(_FOOTNOTE.findall(blocks[-1].html.partition(_ENDED)[0]))
    out: list[BlockView] = []

    def footnote(number: str, back: str) -> NoteView:
        text = _BACK.sub("", texts.pop(number).strip().removesuffix("</li>")).strip()
        return NoteView(f"fn{number}", back, int(number), "footnote", label, "", "", None, text, True, False)

    for block in blocks[:-1]:
        # One that is referred to twice is shown with the first mark.
        refs = dict(reversed(_FOOTNOTE_REF.findall(block.html))) if _MARKED in block.html else {}
        shown = [footnote(number, refs[number]) for number in sorted(refs, key=int) if number in texts]
        out.append(BlockView(block.html, (*block.notes, *shown)))
    # What only another footnote refers to, and notes on the words of footnotes, come after the text.
    rest = (*blocks[-1].notes, *(footnote(number, f"fnref{number}") for number in tuple(texts)))
    return (*out, BlockView("", rest)) if rest else tuple(out)


def note_name(note: Annotation) -> str:
    """The id of a note as addresses have it; one with other characters is replaced by its hash."""
    return note.id if _NAME.fullmatch(note.id) else blake2b(note.id.encode(), digest_size=6).hexdigest()


def quoted(brief: Brief, note: Annotation) -> str:
    """The passage that a note is fixed to as readers see it; as the editor wrote it when it is not in the text."""
    place = note.passage
    return " ".join(brief.body.text[place.start : place.end].split()) if place else note.quote


def _marks(block: Block, receipts: Iterable[tuple[Passage, int]], notes: Iterable[NotePlace]) -> list[Span]:
    """Marks of the passages that touch a block; an id is set only where its passage starts."""
    start = block.start
    out: list[Span] = []
    for passage, number in receipts:
        again = f'<span class="receipt receipt-{number}">'
        first = f'<span class="receipt receipt-{number}" id="receipt-{number}">' if passage.start >= start else again
        out.append(Span(passage.start - start, passage.end - start, first, "</span>", again))
    for note in notes:
        mark = f'<mark class="noted noted-{note.view.kind}" data-note="{note.view.id}">'
        out.append(Span(note.passage.start - start, note.passage.end - start, mark, "</mark>"))
    return out
