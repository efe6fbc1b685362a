"""The text of a brief made ready for a page: links resolved, entities linked, notes and receipts marked."""

import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from html import escape, unescape

from generator.base.htmltext import Insert, Span, linkable, wrap
from generator.base.paths import relative_url
from generator.base.words import Words
from generator.content.model import Annotation, Brief
from generator.content.text import Block, Passage
from generator.site.addresses import brief_url, entity_url, tag_url
from generator.site.catalog import Catalog
from generator.site.facts import Facts
from generator.site.linking import Mention
from generator.site.view_parts import BlockView, NoteView

_HREF = re.compile(r'(?P<tag><a |<img )(?P<name>href|src)="(?P<target>[^"]*)"(?P<rest>[^>]*)>(?P<words>[^<]*</a>)?')
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_FOOTNOTES, _ENDED = '<hr class="footnotes-sep"', "</ol>\n</section>"
_FOOTNOTE = re.compile(
    r'<li id="fn(\d+)" class="footnote-item">(.*?)(?=<li id="fn\d+" class="footnote-item">|\Z)', re.DOTALL)
_FOOTNOTE_REF = re.compile(r'<sup class="footnote-ref"><a href="#fn(\d+)" id="(fnref[\d:]+)">')
_BACK = re.compile(r' ?<a href="#fnref[^"]*" class="footnote-backref">.*?</a>')
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
    blocks = brief.body.blocks
    named = _first_names(brief, blocks, facts.web.mentions[brief.slug])
    page = brief_url(brief.slug)
    anchored = [(n, v) for n, v in zip(notes, views, strict=True) if n.passage]
    out: list[BlockView] = []
    for block, mentions in zip(blocks, named, strict=True):
        start, end = block.start, block.end
        links = [
            Span(m.start - start, m.end - start,
                 f'<a class="entity" href="{escape(relative_url(page, entity_url(m.entity)))}">', "</a>")
            for m in mentions
        ]
        marks = _marks(block, [(n.passage, v) for n, v in anchored if n.passage], receipts)
        closing = [v for n, v in anchored if n.passage and start < n.passage.end <= end]
        inserts = [
            Insert(n.passage.end - start,
                   f'<a class="note-ref" id="{v.back}" href="#{v.id}" '
                   f'aria-label="{escape(words.say("note_number", number=v.number, kind=v.label))}">{v.number}</a>')
            for n, v in anchored if n.passage and start < n.passage.end <= end
        ]
        out.append(BlockView(wrap(html(block.html), links, marks, inserts), tuple(closing)))
    return beside(out, words)


def _first_names(brief: Brief, blocks: Sequence[Block], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """For each block the mentions that become links: of each entity the first of a section that can be one."""
    wikilinked = {(link.start, link.end) for link in brief.body.wikilinks}
    out: list[list[Mention]] = []
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
        out.append(chosen)
    return out


def beside(blocks: list[BlockView], words: Words) -> tuple[BlockView, ...]:
    """Blocks with each footnote after the block that first refers to it, drawn as notes are."""
    if not blocks or not blocks[-1].html.startswith(_FOOTNOTES):
        return tuple(blocks)
    texts = dict(_FOOTNOTE.findall(blocks[-1].html.partition(_ENDED)[0]))
    out: list[BlockView] = []

    def footnote(number: str, back: str) -> NoteView:
        text = _BACK.sub("", texts.pop(number).strip().removesuffix("</li>")).strip()
        return NoteView(f"fn{number}", back, int(number), "footnote", words.say("footnote"), "", "", None, text, True,
                        False)

    for block in blocks[:-1]:
        # One that is referred to twice stands with the first mark.
        refs = dict(reversed(_FOOTNOTE_REF.findall(block.html)))
        shown = [footnote(number, refs[number]) for number in sorted(refs, key=int) if number in texts]
        out.append(BlockView(block.html, (*block.notes, *shown)))
    # What only another footnote refers to, and notes on the words of footnotes, stand after the text.
    rest = (*blocks[-1].notes, *(footnote(number, f"fnref{number}") for number in tuple(texts)))
    return (*out, BlockView("", rest)) if rest else tuple(out)


def note_name(note: Annotation) -> str:
    """The id of a note as it stands in addresses; one that holds other characters is made into a digest."""
    return note.id if _NAME.fullmatch(note.id) else blake2b(note.id.encode(), digest_size=6).hexdigest()


def quoted(brief: Brief, note: Annotation) -> str:
    """The passage that a note is fixed to as readers see it; as the editor wrote it when it is not in the text."""
    place = note.passage
    return " ".join(brief.body.text[place.start : place.end].split()) if place else note.quote


def _marks(
    block: Block, anchored: Sequence[tuple[Passage, NoteView]], receipts: Mapping[Passage, int]
) -> list[Span]:
    """Marks of the passages that touch a block; an id is set only where its passage starts."""
    start, end = block.start, block.end
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
