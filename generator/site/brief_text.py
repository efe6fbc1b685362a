"""The text of a brief made ready for a page: links resolved, entities linked, notes and receipts marked."""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape

from generator.base.htmltext import Insert, Span, wrap
from generator.base.paths import relative_url
from generator.base.words import Words
from generator.content.model import Annotation, Block, Brief, Passage
from generator.site.addresses import brief_url, entity_url, tag_url
from generator.site.catalog import Catalog
from generator.site.facts import Facts
from generator.site.linking import first_per_section
from generator.site.view_parts import BlockView, NoteView

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


def receipts_of(brief: Brief) -> Mapping[Passage, int]:
    """Passages that receipts point to, numbered in the order of the text."""
    found = {point.passage for point in brief.key_points if point.passage}
    found |= {figure.passage for figure in brief.figures if figure.passage}
    return {passage: number for number, passage in enumerate(sorted(found, key=lambda p: (p.start, p.end)), 1)}


def blocks_of(
    facts: Facts, words: Words, brief: Brief, notes: Sequence[Annotation], views: Sequence[NoteView],
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
                   f'aria-label="{escape(words.say("note_number", number=v.number, kind=v.label))}">{v.number}</a>')
            for n, v in anchored if n.passage and start < n.passage.end <= end
        ]
        out.append(BlockView(wrap(html(block.html), links, marks, inserts), tuple(closing)))
    return tuple(out)


def quoted(brief: Brief, note: Annotation) -> str:
    """The passage that a note is fixed to as readers see it; as the editor wrote it when it is not in the text."""
    place = note.passage
    return " ".join(brief.body.text[place.start : place.end].split()) if place else note.quote


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
