"""Markdown read: text in, blocks of HTML with their plain text out."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, MutableMapping, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from annotated_briefings.base.comments.html import OPENS, outside_comments
from annotated_briefings.base.htmltext import link_targets, linked_passages, plain_text, text_runs
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.source import CONTROLS, Place, Source, place_at
from annotated_briefings.content.markdown.comments import SPANS, UNCLOSED
from annotated_briefings.content.markdown.commonmark import quick_parser
from annotated_briefings.content.markdown.east_asian import one_line, without_breaks
from annotated_briefings.content.markdown.footnotes import lost_footnotes
from annotated_briefings.content.markdown.headings import HeadingIds
from annotated_briefings.content.markdown.inlines import READY
from annotated_briefings.content.markdown.tables import lost_cells, without_lost_cells
from annotated_briefings.content.markdown.text import Block, Body, LocalLink, Wikilink, table_of
from annotated_briefings.content.markdown.wikilinks import ONE_LINE, Written, may_be_local, with_source_map

_BEFORE = regex(r"[\s>]*(?:[-*+]\s|\d+[.)]\s)?[\s>]*")
_BRACKETS = regex(r"\[([^\[\]]*)\]")
_FOOTNOTE = regex(r"^\[\^[^\] \n]+\]:", re.MULTILINE)
_FENCE_WORDS = regex(r"(?:`{3}|~{3})[^\n`]*\S[ \t]+\S")
_NUMBER_CELL = regex(r"(?=.*\d).{1,14}", re.DOTALL)
"""A cell of a table that a line holds, such as `1,096 t`."""
_SPACE = regex(r"\s")
_WIDE = regex(r"[\u3040-\u9fff\uac00-\ud7af]")
_WIKI_LINK = regex(r'<a href="wiki:[^"]*"[^>]*>([^<]*)</a>')


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Top-level blocks: a token of level 0, or everything from its opening to its closing token."""
    group: list[Token] = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []


def _look_by_class(tokens: Sequence[Token]) -> None:
    """Table cells say their alignment by class, since a strict Content-Security-Policy knows no inline styles, and that
    they hold a short number with its unit, which is shown on one line."""
    for token, inner in pairwise(tokens):
        if token.type in ("th_open", "td_open"):
            names = ["align-" + str(token.attrs["style"]).rpartition(":")[2]] if "style" in token.attrs else []
            names += ["short"] if _NUMBER_CELL.fullmatch(inner.content) else []
            token.attrs = {"class": " ".join(names)} if names else {}


def _shift_headings(tokens: Sequence[Token]) -> None:
    """Make the top heading of a body an h2 (the page's title is its h1) and leave no level out."""
    openings = [token for token in tokens if token.type == "heading_open"]
    closings = [token for token in tokens if token.type == "heading_close"]
    stack: list[int] = []
    for opening, closing in zip(openings, closings, strict=True):
        written = int(opening.tag[1])
        while stack and stack[-1] >= written:
            stack.pop()
        stack.append(written)
        opening.tag = closing.tag = f"h{min(6, len(stack) + 1)}"


def _finish(tokens: Sequence[Token]) -> Iterator[Token]:
    """Every token and inline child; the words of a picture are no text of the page."""
    for token in tokens:
        yield token
        if token.children and token.type != "image":
            yield from _finish(token.children)


def _wikilinks(
    tokens: Sequence[Token], blocks: Sequence[Block], source: Source, text: str, offset: int
) -> tuple[Wikilink, ...]:
    """The wikilinks of a text that starts at ``offset`` of its file, or whose text was decoded from there."""
    passages = [passage for block in blocks for passage in _linked(block)]
    found: list[Wikilink] = []
    verbatim = source.text.startswith(text, offset)
    at = offset
    for link, (start, end) in zip(_written(tokens), passages, strict=True):
        known = verbatim and link.start >= 0
        place, at = _place(source, link.target, offset + link.start if known else at, offset, known)
        found.append(Wikilink(link.target, place, start, end, link.start, link.end, link.in_table))
    return tuple(found)


def _place(source: Source, target: str, at: int, offset: int, known: bool) -> tuple[Place, int]:
    """Where a wikilink is in its file, and where to look for the next one.

    A body is a part of its file, and its links are where the parser says: ``known``. A note was decoded from YAML, and
    its links are looked for in order.
    """
    pattern = re.compile(r"\[\[\s*" + r"\s+".join(map(re.escape, target.split())))
    if known:
        match = pattern.match(source.text, at)
    else:
        # A footnote's text may be written before links that the tokens hold first.
        match = pattern.search(source.text, at) or pattern.search(source.text, offset)
    if match:
        return place_at(source, match.start(), len(match[0].split("\n")[0])), match.end()
    return (place_at(source, at, 2) if known else Place(source.path)), at


def _linked(block: Block) -> Iterator[tuple[int, int]]:
    """Offsets in the plain text of the words of a block's wikilinks."""
    matches = list(_WIKI_LINK.finditer(block.html))
    if not matches:
        return
    runs = {run.at: run.start for run in text_runs(block.html)}
    for match in matches:
        # One of characters that nobody sees has no words.
        at = runs.get(match.start(1), len(plain_text(block.html[: match.start()])) if not match[1] else 0)
        start = block.start + at
        yield start, start + len(plain_text(match[1]))


def _written(tokens: Sequence[Token]) -> Iterator[Written]:
    """The wikilinks of a document, as they are written."""
    for token in _finish(tokens):
        if token.type == READY:
            yield from token.meta["wikilinks"]
        elif token.type == "wikilink_open":
            yield token.meta["wikilink"]


def wikilinks_in(tokens: Sequence[Token]) -> list[str]:
    """The targets of the wikilinks of a document."""
    return [link.target for link in _written(tokens)]


def written_wikilinks(text: str, *, inline: bool = False) -> tuple[Written, ...]:
    """The wikilinks of a Markdown text in the order in which they are written; ``inline`` means a text without blocks,
    as ``inline_html`` reads it. One whose place is not known comes first."""
    if "[[" not in text:
        return ()
    text = _SPACE.sub(" ", text) if inline else text
    parser, env = quick_parser(), with_source_map(text)
    tokens = parser.parseInline(text, env) if inline else parser.parse(text, env)
    return tuple(sorted(_written(tokens), key=lambda link: link.start))


def has_open_comment(text: str) -> bool:
    """Whether a comment of a Markdown text has no end."""
    if OPENS not in text:
        return False
    env = with_source_map(text)
    quick_parser().parse(text, env)
    return UNCLOSED in env


def without_markdown_comments(text: str) -> str:
    """A Markdown text without its comments; the parser decides which they are, so that those in code stay."""
    if OPENS not in text:
        return text
    env = with_source_map(text)
    quick_parser().parse(text, env)
    spans = env.get(SPANS, set())
    if UNCLOSED in env or not isinstance(spans, set) or None in spans:
        # Where one of them is written is not known: those in code go too, since no remark may be left.
        return "".join(outside_comments(text)).partition(OPENS)[0]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text


def without_unseen_words(text: str, may_lose_cells: bool = True) -> str:
    """A Markdown text without what no page shows of its blocks: cells of tables behind the last column, what follows
    the language of code, and definitions that no link uses. ``may_lose_cells`` is false where its tables are known to
    have no such cells: the text is read again only where it may have something to leave out."""
    may_lose_cells = may_lose_cells and "|" in text
    # Footnotes at the start of a line are no definitions of links, whatever follows.
    if not may_lose_cells and "]:" not in _FOOTNOTE.sub("", text) and not _FENCE_WORDS.search(text):
        return text
    env = with_source_map(text)
    tokens = quick_parser().parse(text, env)
    lines = text.split("\n")
    for first, end in _unused_definitions(env, text):
        lines[first:end] = [_BEFORE.match(line)[0] for line in lines[first:end]]  # type: ignore[index]
    for lost in lost_cells(tokens, text):
        lines[lost.line] = without_lost_cells(lines[lost.line], lost.columns)
    for token in tokens:
        if token.type == "fence" and token.map and len(token.info.split()) > 1:
            lead, sign, _ = lines[token.map[0]].partition(token.markup)
            lines[token.map[0]] = lead + sign + token.info.split()[0]
    return "\n".join(lines)


def _unused_definitions(env: MutableMapping[str, Any], text: str) -> Iterator[tuple[int, int]]:
    """The lines of definitions of links that no link uses, and of those of a name that has one already."""
    again = [(normalizeReference(one["label"]), one["map"]) for one in env.get("duplicate_refs", ())]
    first = [(name, one["map"]) for name, one in env.get("references", {}).items()]
    defined = Counter(name for name, _ in (*first, *again))
    named = Counter(map(normalizeReference, _BRACKETS.findall(text)))
    yield from ((start, end) for _, (start, end) in again)
    yield from ((start, end) for name, (start, end) in first if named[name] <= defined[name])


def links_in(tokens: Sequence[Token]) -> list[str]:
    """The addresses of the links and pictures of a document."""
    found: list[str] = []
    for token in _finish(tokens):
        if token.type == READY:
            found += token.meta["links"]
        elif token.type == "link_open":
            found.append(str(token.attrGet("href") or ""))
        elif token.type == "image":
            found.append(str(token.attrGet("src") or ""))
    return found


def _words(text: str) -> int:
    return len(text.split()) + (0 if text.isascii() else len(_WIDE.findall(text)) // 2)


def read_markdown(source: Source, text: str, offset: int = 0) -> Body:
    """Read a Markdown text that starts at ``offset`` of its file. Never raises on any text."""
    parser = quick_parser()
    env = with_source_map(text)
    tokens = parser.parse(text, env)
    _shift_headings(tokens)
    _look_by_class(tokens)
    names = HeadingIds()
    first = place_at(source, offset).line
    blocks: list[Block] = []
    at = 0
    for group in _groups(tokens):
        html = CONTROLS.sub("", without_breaks(parser.renderer.render(group, parser.options, env).strip("\n")))
        plain = plain_text(html)
        heading = int(group[0].tag[1]) if group[0].type == "heading_open" else 0
        if heading:
            html = f'<h{heading} id="{escape(names.next(plain))}">{html[4:]}'
        line = first + (group[0].map[0] if group[0].map else 0)
        blocks.append(Block(html, plain, at, heading, line))
        at += len(plain) + 1
    html = "".join(block.html for block in blocks)
    plain = "\n".join(block.text for block in blocks)
    wikilinks = _wikilinks(tokens, blocks, source, text, offset) if "[[" in text else ()
    starts = array("I", sentence_starts(plain)).tobytes()
    lost, links = tuple(lost_footnotes(env)), tuple(links_in(tokens))
    cells = tuple(lost_cells(tokens, text)) if "|" in text else ()
    local = tuple(_local_links(blocks)) if any(map(may_be_local, links)) else ()
    return Body(html, table_of(blocks), plain, starts, wikilinks, links, _words(plain), text, lost, cells, local)


def _local_links(blocks: Sequence[Block]) -> Iterator[LocalLink]:
    """The links of some blocks that have words and may lead to a place of the site."""
    for block in blocks:
        if "<a " in block.html and any(map(may_be_local, link_targets(block.html))):
            for target, start, end in linked_passages(block.html):
                if may_be_local(target):
                    yield LocalLink(target, block.start + start, block.start + end)


def inline_html(text: str) -> str:
    """One line of Markdown as HTML without a paragraph around it."""
    return str(quick_parser().renderInline(one_line(text), {ONE_LINE: True}))
