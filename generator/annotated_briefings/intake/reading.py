"""From bytes to articles: the part of an import that looks at one file at a time, in any process."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.agencies.releases import CONTACT
from annotated_briefings.intake.agencies.spread import SPREAD
from annotated_briefings.intake.cleaning.cut import without_walls
from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.cleaning.entries import newest_first, without_ages
from annotated_briefings.intake.cleaning.spoken import with_language_of_file
from annotated_briefings.intake.cleaning.years import with_years
from annotated_briefings.intake.decisions import Decisions, decided, rejoined, used_cuts
from annotated_briefings.intake.dedup.identity import article_id, origin_of, place_of
from annotated_briefings.intake.dedup.same_text import sketched
from annotated_briefings.intake.formats.clips.measured import MEASURES
from annotated_briefings.intake.formats.dated import order_in
from annotated_briefings.intake.formats.lined import with_closing_facts, with_folio
from annotated_briefings.intake.formats.plain import RUNNING_HEAD
from annotated_briefings.intake.formats.plain.wrapping import joined
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.formats.unseen.apart import unseen_apart
from annotated_briefings.intake.headers import is_fact
from annotated_briefings.intake.left_out import refusals, with_standfirsts
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import (
    Article,
    ArticleMeta,
    Delivery,
    FieldMap,
    LeftOut,
    Paragraph,
    Preset,
    RawDocument,
    Sketch,
    UnsureGap,
)
from annotated_briefings.intake.segmentation.bylines import is_signature
from annotated_briefings.intake.segmentation.heads import without_number
from annotated_briefings.intake.segmentation.prose import DOUBTFUL, likeness
from annotated_briefings.intake.segmentation.segment import Segmentation, segment
from annotated_briefings.intake.stated.closed.notices import closes_below, goes_on, names_below
from annotated_briefings.intake.stated.embargoes import release_terms
from annotated_briefings.intake.stated.marks.between import held_at_seams, held_by_lines
from annotated_briefings.intake.stated.marks.file_names import file_mark
from annotated_briefings.intake.stated.marks.held import NO_MARK, is_trash, marked
from annotated_briefings.intake.stated.release import forms, with_releases, with_shared_holds, without_form_above

WHOLE = "whole file"
"""Why an article starts where a file does that holds one article for certain."""
_NO_PRESET, _EVEN = Preset(), 0.5  # the probability of a start of which nothing is known
_LONG_ROW = 5
"""Signs of a row that parts articles for certain."""
_FEW_APART = 0.4
"""Where more gaps than this are wide, their width says nothing."""

_ROWS = regex(r"- |\d{1,3}[.)] |\| |```|.*\\\n")
"""Blocks that are no headings however short they are."""
_INSIDE = regex(r"(?:- |\d{1,3}[.)] ).*\n|\| |> |```|.*\\\n")
"""Blocks that belong to the text above them: lists, tables, quotations, code, and lines that keep their ends."""
_LISTED, _BESIDE = "• ", (RUNNING_HEAD, CONTACT, SPREAD)
_CONTENTS = 4
"""Paragraphs at the top of a dump among which its list of contents is."""


class Piece(Value):
    """A collected file, or some lines of a long one."""

    name: str
    """File name, as it is shown and remembered."""
    data: bytes
    """Its bytes."""
    format: str = ""
    """What it is, instead of what its content says."""
    first: int = 1
    """Number of its first line in the file, of a mailbox that of its first message."""
    delivery: Delivery = Delivery()
    """What the server said that sent it."""
    preset: Preset = Preset()
    """What an editor has laid down for all of it."""
    folders: str = ""
    """The folders in which its file is, as ``inbox/drafts``: from the one that was named for the import."""


class FileRead(Value):
    """What a piece holds."""

    name: str
    """File name."""
    articles: tuple[Article, ...]
    """Its articles in order, copies too."""
    sketches: tuple[Sketch, ...]
    """Their sketches, in the same order."""
    metas: tuple[ArticleMeta, ...]
    """What their texts and formats say, in the same order."""
    gaps: tuple[UnsureGap, ...]
    """Gaps that an editor should look at."""
    dumps: tuple[str, ...]
    """Names of its documents that were split."""
    documents: int
    """Number of its documents."""
    used: frozenset[int]
    """Numbers of the decisions about gaps that matched."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it."""
    refused: tuple[tuple[str, str], ...] = ()
    """Documents of which nothing was taken: where they are, with their headlines, and why."""
    left_out: tuple[LeftOut, ...] = ()
    """What is around the articles of its documents, such as menus."""


def read_batch(job: tuple[tuple[Piece, ...], Decisions, FieldMap, DayReading]) -> tuple[FileRead, ...]:
    """Read some pieces: format, boundaries, sketches. Pure, and light to send to another process."""
    # The readers of all formats take a third of a second to import.
    from annotated_briefings.intake.formats.detect import read_any

    pieces, decisions, fields, days = job
    out: list[FileRead] = []
    for piece in pieces:
        known = replace(days, order=days.order or order_in(piece.preset.language))
        documents, found = read_any(piece.name, piece.data, piece.format, 0, fields, piece.first, piece.delivery, known)
        named = tuple(_named_so(document, piece.folders) for document in documents)
        out.append(split_all(piece.name, named, found, decisions, piece.preset))
    return tuple(out)


def _named_so(document: RawDocument, folders: str) -> RawDocument:
    """A document with what the names of its file and folders say of who may read it."""
    mark = file_mark(f"{folders}/{document.name}" if folders else document.name)
    return replace(document, given=marked(document.given, mark)) if mark != NO_MARK else document


def _published(document: RawDocument, outlet: str) -> RawDocument:
    document = unseen_apart(document)
    return replace(document, given=replace(document.given, outlet=outlet)) if outlet else document


def split_all(
    name: str,
    documents: tuple[RawDocument, ...],
    found: tuple[Diagnostic, ...],
    decisions: Decisions,
    preset: Preset = _NO_PRESET,
) -> FileRead:
    """The articles of the documents of one file."""
    kept = tuple(_published(one, preset.outlet) for one in documents if not (one.left_out or is_trash(one.given.held)))
    kept = with_shared_holds(held_by_lines(with_standfirsts(rejoined(decisions, kept)), release_terms))
    split = [split_document(document, decisions) for document in kept]
    articles_read = (
        replace(without_ages(one), preset=preset, given=with_folio(one, (*document.paragraphs, *document.around)))
        for document, (some, _) in zip(kept, split, strict=True)
        for one in some
    )
    found_articles = with_releases(with_closing_facts(tuple(articles_read)), is_fact, _parting_rows(kept))
    metas = tuple(read_metadata(article) for article in found_articles)
    found_articles = with_language_of_file(tuple(with_years(name, found_articles, metas)))
    articles = tuple(map(_identified, found_articles, metas))
    return FileRead(
        name=name,
        articles=articles,
        sketches=tuple(map(sketched, articles, metas)),
        metas=metas,
        gaps=tuple(gap for _, gaps in split for gap in gaps),
        dumps=tuple(d.name for d in documents if not d.whole),
        documents=len(documents),
        used=used_cuts(decisions, kept),
        diagnostics=(*found, *filter(None, map(_doubt, articles)), *filter(None, map(newest_first, articles))),
        refused=tuple(refusals(name, documents, articles)),
        left_out=tuple(LeftOut(d.name, p.text, p.aside, True) for d in kept for p in d.around),
    )


def _parting_rows(documents: Sequence[RawDocument]) -> frozenset[tuple[str, int]]:
    """The document and line of each long row of signs, as it parts articles; short ones may be breaks inside one."""
    return frozenset(
        (one.name, p.line)
        for one in documents
        for p in one.paragraphs
        if p.text == SEPARATOR and len("".join(p.markdown.split())) >= _LONG_ROW
    )


def _likeness(paragraphs: Sequence[Paragraph]) -> float:
    """How much some paragraphs read like an article, see ``likeness``; lines that are no text do not count."""
    return likeness([p.text for p in paragraphs if not p.aside])


def _doubt(article: Article) -> Diagnostic | None:
    """The diagnostic for a text that does not read like an article."""
    if _likeness(article.paragraphs) >= DOUBTFUL or all(p.aside for p in article.paragraphs):
        return None
    return report(
        "doubtful-article",
        "this does not read like an article: it has hardly any sentences",
        Place(article.document, article.paragraphs[0].line or 1, 1),
        help="read the draft, and delete it if it is a list, a form or a cover page",
    )


def _identified(article: Article, meta: ArticleMeta) -> Article:
    """An article with its id."""
    return replace(article, id=article_id(article.text, place_of(origin_of(meta, article.document))))


def split_document(document: RawDocument, decisions: Decisions) -> tuple[tuple[Article, ...], tuple[UnsureGap, ...]]:
    """The articles of a document and the gaps that are unsure."""
    if document.whole:
        return _parted(document, decisions)
    starts, joins = decided(decisions, document)
    paragraphs = document.paragraphs
    # What a release says of the future, or to editors, is never an article of its own.
    joins = joins | _closed_places(paragraphs) | forms([p.text for p in paragraphs])
    rules = {n: p.markdown or p.text for n, p in enumerate(paragraphs) if p.text == SEPARATOR}
    texts = without_form_above(list(map(_seen, paragraphs)), [p.aside for p in paragraphs])
    foot = next((n for n in range(len(paragraphs) - 1, -1, -1) if not paragraphs[n].aside), -1) + 1
    foot -= is_signature(texts[foot - 1]) if foot else 0
    loose = [n for n, p in enumerate(paragraphs) if p.loose]
    inside = [n for n, p in enumerate(paragraphs) if _INSIDE.match(p.markdown) and p.text != SEPARATOR]
    found = segment(
        texts,
        starts=starts,
        joins=joins,
        apart=_apart(paragraphs),
        loose=loose,
        inside=inside,
        named=_named(paragraphs),
        foot=range(foot, len(paragraphs)),
        rules=rules,
    )
    ends = [b.index for b in found.boundaries[1:]] + [len(paragraphs)]
    articles: list[Article] = []
    # What holds for the whole holds for each of its articles; an address leads to the one article that is there.
    url = document.given.url if len(found.boundaries) == 1 else ""
    shared = replace(document.given, title="", author="", url=url, standfirst=())
    for boundary, end in zip(found.boundaries, ends, strict=True):
        own: list[Paragraph] = []
        heads: list[int] = []
        for n in range(boundary.index, end):
            paragraph = paragraphs[n]
            if paragraph.text == SEPARATOR:
                continue
            if paragraph.loose and own and own[-1].aside == paragraph.aside:
                text = joined((own[-1].text, paragraph.text), ())
                own[-1] = replace(own[-1], text=text, last_line=paragraph.last_line)
                continue
            paragraph = _without_marks(n, paragraph, found)
            if n in found.subheadings or (own and paragraph.heading):
                heads.append(len(own))
            own.append(replace(paragraph, loose=False) if paragraph.loose else paragraph)
        if own:
            ending = without_walls(own)
            given = replace(shared, cut=shared.cut or ending.cut)
            sure = boundary.whole * _likeness(own)
            articles.append(Article("", document.name, ending.paragraphs, tuple(heads), sure, boundary.why, given))
    gaps = tuple(
        UnsureGap(
            document.name,
            paragraphs[u.index].line,
            u.probability,
            u.chosen,
            paragraphs[u.index - 1].text,
            paragraphs[u.index].text,
        )
        for u in found.unsure
    )
    return held_at_seams(articles, [paragraphs[n].line for n in rules], release_terms), gaps


def _closed_places(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Places at which no article starts, since a notice above them closes them."""
    found: set[int] = set()
    for n, paragraph in enumerate(paragraphs):
        if closes_below(paragraph.text):
            last = n + 1
            while last < len(paragraphs) and goes_on(paragraphs[last].text):
                last += 1
            found |= set(range(n + (not names_below(paragraph.text)), min(max(last, n + 2), len(paragraphs))))
    return frozenset(found - {0})


def _seen(paragraph: Paragraph) -> str:
    """A paragraph as its boundaries are looked for: what is beside the text is nowhere, and rows are no headings."""
    if paragraph.aside in _BESIDE or (paragraph.aside == MEASURES and not is_fact(paragraph.text)):
        return ""
    return f"{_LISTED * bool(_ROWS.match(paragraph.markdown) and paragraph.text != SEPARATOR)}{paragraph.text}"


def _named(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Places of the headlines that a list of contents at the top names; such a list has no other use."""
    for n, paragraph in enumerate(paragraphs[:_CONTENTS]):
        if _INSIDE.match(paragraph.markdown) and paragraph.text != SEPARATOR:
            items = {_letters(re.sub(r"^\s*(?:-|\d+\.) ", "", item)) for item in paragraph.markdown.split("\n")}
            found = [at for at in range(n + 1, len(paragraphs)) if _letters(paragraphs[at].text) in items]
            if len(found) > 1 and len(found) == len({_letters(paragraphs[at].text) for at in found}):
                return frozenset(found)
    return frozenset()


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _without_marks(place: int, paragraph: Paragraph, found: Segmentation) -> Paragraph:
    """A paragraph of a dump without what counts or sorts its articles."""
    if place in found.above:
        return replace(paragraph, aside=paragraph.aside or "the top of the file")
    if place in found.labels:
        return replace(paragraph, aside=paragraph.aside or "a section label")
    return replace(paragraph, text=without_number(paragraph.text)) if place in found.numbers else paragraph


def _apart(paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """Places of paragraphs with more blank lines before them than is usual in the file, where such are few."""
    gaps = [b.line - a.last_line - 1 for a, b in pairwise(paragraphs)]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 0
    wide = frozenset(n for n, gap in enumerate(gaps, 1) if gap > usual)
    return wide if len(wide) <= _FEW_APART * len(gaps) else frozenset()


def _parted(document: RawDocument, decisions: Decisions) -> tuple[tuple[Article, ...], tuple[UnsureGap, ...]]:
    """A document that is one article, or several where an editor has parted it at a place that is unsure."""
    unsure = [n for n, paragraph in enumerate(document.paragraphs) if paragraph.opens and n]
    cuts = sorted(decided(decisions, document)[0].intersection(unsure)) if unsure else []
    gaps = tuple(
        UnsureGap(document.name, here.line, _EVEN, False, document.paragraphs[n - 1].text, here.text)
        for n in unsure
        if n not in cuts
        for here in (document.paragraphs[n],)
    )
    articles: list[Article] = []
    for start, end in pairwise((0, *cuts, len(document.paragraphs))):
        title = document.paragraphs[start].text if start else document.given.title
        part = replace(document, paragraphs=document.paragraphs[start + bool(start) : end])
        articles += _whole(replace(part, given=replace(document.given, title=title)))
    return tuple(articles), gaps


def _whole(document: RawDocument) -> tuple[Article, ...]:
    """A document that is one article for certain."""
    own = tuple(p for p in document.paragraphs if p.text != SEPARATOR)
    if not own:
        return ()
    heads = tuple(at for at, p in enumerate(own) if p.heading)
    return (Article("", document.name, own, heads, _likeness(own), WHOLE, document.given),)
