"""The page of a brief."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from html import escape, unescape

from generator.base.htmltext import Insert, Span, wrap
from generator.base.paths import relative_url
from generator.content.model import Annotation, Block, Brief, Figure, KeyPoint, Passage
from generator.site.addresses import brief_url, date_view, entity_url, tag_url
from generator.site.catalog import Catalog, is_public
from generator.site.facts import Facts
from generator.site.linking import first_per_section
from generator.site.related import related_briefs
from generator.site.view_parts import (
    BlockView,
    CorrectionView,
    FigureView,
    ImageView,
    KeyPointView,
    LinkView,
    NoteView,
    RelatedView,
    SentenceView,
    SourceView,
)
from generator.site.views import BriefView

KIND_LABELS = {"context": "Context", "check": "Check", "dispute": "Disputed", "correction": "Correction",
               "question": "Question", "definition": "Definition"}
_HREF = re.compile(r'(?P<tag><a |<img )(?P<name>href|src)="(?P<target>[^"]*)"(?P<rest>[^>]*)>(?P<words>[^<]*</a>)?')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|#")


def resolve(html: str, page: str, catalog: Catalog, origin: str, missing: str = "missing") -> str:
    """HTML of a Markdown text with its links made right for a page; a wikilink to nothing becomes plain words."""
    if "href=" not in html and "src=" not in html:
        return html

    def change(match: re.Match[str]) -> str:
        target = unescape(match["target"])
        if target.startswith("wiki:"):
            found = wiki_target(catalog, target.removeprefix("wiki:"))
            if found is None:
                return f'<span class="{missing}">{(match["words"] or "").removesuffix("</a>")}</span>'
            kind, address = found
            return f'<a class="{kind}" href="{escape(relative_url(page, address))}">{match["words"] or ""}'
        address = target if _SCHEME.match(target) else local_target(catalog, target, origin)
        if address.startswith("/") and not address.startswith("//"):
            address = relative_url(page, address)
        return f'{match["tag"]}{match["name"]}="{escape(address)}"{match["rest"]}>{match["words"] or ""}'

    return _HREF.sub(change, html)


def wiki_target(catalog: Catalog, target: str) -> tuple[str, str] | None:
    """Class and address of what a wikilink means: a brief, an entity or a tag, in this order."""
    name, mark, fragment = target.partition("#")
    brief = catalog.brief(name)
    if brief:
        return "brief-link", brief_url(brief.slug) + mark + fragment
    entity = catalog.entity(name)
    if entity:
        return "entity", entity_url(entity.id)
    tag = catalog.tag(name)
    return ("tag-link", tag_url(tag.slug)) if tag else None


def local_target(catalog: Catalog, target: str, origin: str) -> str:
    """Address of a link between files: ``../2023/other.md`` is that brief; anything else stays as written."""
    path, mark, fragment = target.partition("#")
    if not path.endswith(".md"):
        return target
    steps: list[str] = origin.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    brief = catalog.brief("/".join(steps))
    return brief_url(brief.slug) + mark + fragment if brief else target


def brief_view(facts: Facts, brief: Brief) -> BriefView:
    """All that the page of a brief shows."""
    catalog, web, slug = facts.catalog, facts.web, brief.slug
    page = brief_url(slug)

    def html(text: str) -> str:
        return resolve(text, page, catalog, brief.path)

    order = facts.order[slug]
    notes = facts.notes(brief)
    views = tuple(_note(note, number, html) for number, note in enumerate(notes, 1))
    receipts = _receipts(brief)
    about = web.about[slug]
    return BriefView(
        title=brief.title,
        url=page,
        language=brief.language or facts.config.language,
        kicker=facts.tag_link(web.tags[slug][0]) if web.tags[slug] else None,
        summary=brief.summary,
        date=facts.date(brief.date),
        updated=date_view(brief.updated),
        draft=not is_public(brief, facts.now),
        held=_held(brief, facts.now),
        image=ImageView(brief.image.src, brief.image.alt, brief.image.credit) if brief.image else None,
        key_points=tuple(_key_point(brief, point, receipts, html) for point in brief.key_points),
        why_it_matters=tuple(map(html, brief.why_it_matters)),
        blocks=_blocks(facts, brief, notes, views, receipts, html),
        loose_notes=tuple(view for note, view in zip(notes, views, strict=True) if note.passage is None),
        notes=len(notes),
        figures=tuple(_figure(brief, figure, receipts) for figure in brief.figures),
        what_next=tuple(map(html, brief.what_next)),
        unknowns=tuple(map(html, brief.unknowns)),
        sources=tuple(
            SourceView(number, s.outlet, s.title, s.url, s.author, date_view(s.published), s.role)
            for number, s in enumerate(brief.sources, 1)
        ),
        corrections=tuple(CorrectionView(date_view(c.date), c.was, c.now, c.why) for c in brief.corrections),
        about=tuple(map(facts.entity_link, about)),
        mentions=tuple(facts.entity_link(entity) for entity in web.named[slug] if entity not in about),
        tags=tuple(map(facts.tag_link, web.tags[slug])),
        related=_related(facts, slug),
        backlinks=_backlinks(facts, slug),
        newer=_neighbour(facts, order - 1),
        older=_neighbour(facts, order + 1),
    )


def _held(brief: Brief, now: datetime) -> str:
    if brief.draft:
        return "draft"
    if brief.embargo_until and now < brief.embargo_until:
        return f"under embargo until {brief.embargo_until:%Y-%m-%d %H:%M} UTC"
    if brief.publish_at and now < brief.publish_at:
        return f"to be published at {brief.publish_at:%Y-%m-%d %H:%M} UTC"
    if brief.expires_at and now >= brief.expires_at:
        return f"expired at {brief.expires_at:%Y-%m-%d %H:%M} UTC"
    return ""


def _note(note: Annotation, number: int, html: Callable[[str], str]) -> NoteView:
    return NoteView(number, note.kind, KIND_LABELS[note.kind], note.quote, note.author, date_view(note.date),
                    html(note.html), note.passage is not None, not note.public)


def _receipts(brief: Brief) -> Mapping[Passage, int]:
    """Passages that receipts point to, numbered in the order of the text."""
    found = {point.passage for point in brief.key_points if point.passage}
    found |= {figure.passage for figure in brief.figures if figure.passage}
    return {passage: number for number, passage in enumerate(sorted(found, key=lambda p: (p.start, p.end)), 1)}


def _fragment(passage: Passage | None, receipts: Mapping[Passage, int]) -> str:
    return f"#receipt-{receipts[passage]}" if passage else ""


def _source_link(brief: Brief, number: int) -> LinkView | None:
    if not number:
        return None
    source = brief.sources[number - 1]
    return LinkView(source.outlet or source.title or f"source {number}", f"#source-{number}", str(number))


def _key_point(
    brief: Brief, point: KeyPoint, receipts: Mapping[Passage, int], html: Callable[[str], str]
) -> KeyPointView:
    fragment = _fragment(point.passage, receipts)
    return KeyPointView(html(point.html), point.quote, fragment, _source_link(brief, point.source))


def _figure(brief: Brief, figure: Figure, receipts: Mapping[Passage, int]) -> FigureView:
    joint = "" if figure.unit in ("%", "‰", "°C") else " "
    value = f"{figure.value}{joint}{figure.unit}".strip()
    return FigureView(value, figure.what, date_view(figure.as_of), _fragment(figure.passage, receipts),
                      _source_link(brief, figure.source))


def _blocks(
    facts: Facts, brief: Brief, notes: Sequence[Annotation], views: Sequence[NoteView],
    receipts: Mapping[Passage, int], html: Callable[[str], str],
) -> tuple[BlockView, ...]:
    """The text with entity links, noted passages and receipts; each note follows the block in which it ends."""
    sections = [block.start for block in brief.body.blocks if block.heading]
    wikilinked = {(link.start, link.end) for link in brief.body.wikilinks}
    mentions = first_per_section(facts.web.mentions[brief.slug], sections)
    page = brief_url(brief.slug)
    anchored = [(n, v) for n, v in zip(notes, views, strict=True) if n.passage]
    out: list[BlockView] = []
    for block in brief.body.blocks:
        start, end = block.start, block.start + len(block.text)
        links = [
            Span(m.start - start, m.end - start,
                 f'<a class="entity" href="{escape(relative_url(page, entity_url(m.entity)))}">', "</a>")
            for m in mentions if start <= m.start and m.end <= end and (m.start, m.end) not in wikilinked
        ]
        marks = _marks(block, [(n.passage, v) for n, v in anchored if n.passage], receipts)
        closing = [v for n, v in anchored if n.passage and start < n.passage.end <= end]
        inserts = [
            Insert(n.passage.end - start,
                   f'<a class="note-ref" id="note-ref-{v.number}" href="#note-{v.number}" '
                   f'aria-label="Note {v.number}: {escape(v.label)}">{v.number}</a>')
            for n, v in anchored if n.passage and start < n.passage.end <= end
        ]
        out.append(BlockView(wrap(html(block.html), links, marks, inserts), tuple(closing)))
    return tuple(out)


def _marks(
    block: Block, anchored: Sequence[tuple[Passage, NoteView]], receipts: Mapping[Passage, int]
) -> list[Span]:
    """Marks of the passages that touch a block; an id is set only where its passage starts."""
    start, end = block.start, block.start + len(block.text)
    out: list[Span] = []
    for passage, number in receipts.items():
        if passage.start < end and passage.end > start:
            again = '<span class="receipt">'
            first = f'<span class="receipt" id="receipt-{number}">' if passage.start >= start else again
            out.append(Span(passage.start - start, passage.end - start, first, "</span>", again))
    for passage, view in anchored:
        if passage.start < end and passage.end > start:
            out.append(Span(passage.start - start, passage.end - start,
                            f'<mark class="noted noted-{view.kind}">', "</mark>"))
    return out


def _related(facts: Facts, slug: str) -> tuple[RelatedView, ...]:
    found = related_briefs(facts.catalog, facts.web, slug, facts.order)
    briefs = ((facts.catalog.brief_of[relation.slug], relation.why) for relation in found)
    return tuple(RelatedView(b.title, brief_url(b.slug), facts.date(b.date), why) for b, why in briefs)


def _backlinks(facts: Facts, slug: str) -> tuple[SentenceView, ...]:
    return tuple(facts.sentence(link.slug, link.start, link.end) for link in facts.web.backlinks.get(slug, ()))


def _neighbour(facts: Facts, place: int) -> LinkView | None:
    if not 0 <= place < len(facts.catalog.briefs):
        return None
    brief = facts.catalog.briefs[place]
    return LinkView(brief.title, brief_url(brief.slug))
