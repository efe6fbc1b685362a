"""The blocks that a reader of HTML sees, in reading order, each text once."""

import re
from collections.abc import Iterator, Sequence

from bs4.element import NavigableString, Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.compose import counts_from_one, escape_markdown
from annotated_briefings.intake.formats.html import tables
from annotated_briefings.intake.formats.html.inline import Node, lines, markdown, picture, pieces, plain
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.formats.unseen.lines import BLOCKS
from annotated_briefings.intake.labels import page_line
from annotated_briefings.intake.model import Paragraph

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTROLS = ("label", "legend", "button", "select", "input", "textarea", "option")
_ROLES = {"navigation": "navigation", "search": "a form", "menu": "navigation", "menubar": "navigation"}
_NAMED = {"nav": "navigation", "menu": "navigation", "search": "a form", **dict.fromkeys(_CONTROLS, "a form")}
SHARED, BUTTON, FOOT = "a way to share it", "a button of a page", "the foot of a page"
_CARDS = {
    **dict.fromkeys(
        ("kg-button-card", "kg-signup-card", "kg-cta-card", "kg-email-cta-card", "wp-block-button"), BUTTON
    ),
    **dict.fromkeys(("blogger-post-footer", "post-footer-line", "feedflare"), FOOT),
    **dict.fromkeys(("sharedaddy", "addtoany_content", "jp-relatedposts"), SHARED),
}
"""What publishing systems call elements that hold no text, and what these are."""
_DEEPEST = 4
"""Quotations and lists in each other that are kept as such; readers of Markdown drop what lies much deeper."""
_LISTS = ("ul", "ol")
_SMALL_FORM = 60
"""Words of a form that is no page in a form."""
_SENTENCE = 12
"""Words of a paragraph of running text."""
_LONGEST_CAPTION = 60
_PICTURES = ("img", "picture", "video", "iframe", "svg", "canvas")
_HOLDS_PICTURE = regex(r"caption|figure|image|photo|media", re.IGNORECASE)
_CODE = regex(r"[{}<>=;$|\\]|\(\)")
PlacedBlock = tuple[Paragraph, Tag]
"""A block and the element that it is in."""


def blocks(root: Tag) -> Iterator[PlacedBlock]:
    """The blocks of a tree that was made ready (``tree.prepare``), each with its element."""
    run: list[Node] = []
    for child in pieces(root):
        if isinstance(child, Tag) and _is_block(child):
            yield from _run(run, root)
            run = []
            yield from _marked(child)
        else:
            run.append(child)
    yield from _run(run, root)


def _is_block(tag: Tag) -> bool:
    return tag.name in BLOCKS or tag.name in _CONTROLS or tag.find([*BLOCKS]) is not None


def _marked(tag: Tag) -> Iterator[PlacedBlock]:
    """The blocks of an element, marked where the element says that they are no text."""
    why = _why_aside(tag)
    for paragraph, holder in _block(tag):
        yield (replace(paragraph, aside=paragraph.aside or why) if why else paragraph), holder


def _why_aside(tag: Tag) -> str:
    why = _ROLES.get(str(tag.get("role") or "").lower(), "") or _NAMED.get(tag.name, "")
    if tag.name == "form" and _is_small(tag):
        return "a form"
    if why or tag.name in HEADINGS:
        return why
    if card := next((_CARDS[one] for one in map(str, tag.get_attribute_list("class")) if one in _CARDS), ""):
        return card
    return "a caption" if _is_caption(tag) else ""


def _is_small(form: Tag) -> bool:
    """Whether a form is no page in a form: it has few words, and no paragraphs of running text."""
    running = sum(1 for p in form.find_all("p") if len(p.get_text().split()) >= _SENTENCE)
    return running < 2 and len(form.get_text(" ").split()) < _SMALL_FORM


def _is_caption(tag: Tag) -> bool:
    """Whether an element is the caption of a picture beside it."""
    named = any("caption" in str(name).lower() for name in tag.get_attribute_list("class") if name)
    if not (tag.name == "figcaption" or named) or len(tag.get_text(" ").split()) > _LONGEST_CAPTION:
        return False
    around = tag.parent
    while around is not None and around.name not in ("body", "article", "main", "html", "td"):
        classes = " ".join(map(str, around.get_attribute_list("class")))
        if (around.name == "figure" or _HOLDS_PICTURE.search(classes)) and around.find(_PICTURES):
            return not tag.find(_PICTURES)
        around = around.parent
    return tag.name == "figcaption" and tag.find_parent("figure") is None


def _block(tag: Tag) -> Iterator[PlacedBlock]:
    if tag.name in HEADINGS:
        yield from _heading(tag)
    elif tag.name in ("ul", "ol") and _is_list(tag):
        yield from _whole(_joined_items(tag), "\n".join(_list(tag, "")), tag)
    elif tag.name == "blockquote" and len(tag.find_parents("blockquote")) < _DEEPEST:
        inner = list(blocks(tag))
        text = " ".join(p.text for p, _ in inner)
        quoted = "\n\n".join(p.markdown or escape_markdown(p.text) for p, _ in inner)
        yield from _whole(text, "\n".join(f"> {line}".rstrip() for line in quoted.split("\n")), tag)
    elif tag.name == "table":
        yield from _tabled(tag)
    elif tag.name == "pre":
        yield from _preformatted(tag)
    elif tag.name == "dl" and _is_glossary(tag):
        yield from _whole(*_glossary(tag), tag)
    elif tag.name not in ("hr", "input"):
        yield from blocks(tag)


def _whole(text: str, marked: str, tag: Tag) -> Iterator[PlacedBlock]:
    text = " ".join(text.split())
    if text:
        yield Paragraph(text, 0, 0, "" if marked == escape_markdown(text) else marked), tag


def _run(nodes: Sequence[Node], tag: Tag) -> Iterator[PlacedBlock]:
    """A run of inline nodes as paragraphs; a picture with a description at its begin or end is one of its own."""
    inside = [n for n, node in enumerate(nodes) if not _is_described(node) and _has_content(node)]
    if inside and (inside[0] or inside[-1] < len(nodes) - 1):
        before, after = nodes[: inside[0]], nodes[inside[-1] + 1 :]
        if any(map(_is_described, (*before, *after))):
            for part in (before, nodes[inside[0] : inside[-1] + 1], after):
                yield from _run(part, tag) if part else ()
            return
    why = SHARED if _are_buttons(nodes) else ""
    for text, marked in lines(nodes):
        for paragraph, holder in _whole(text or _alone(nodes), marked, tag):
            yield (replace(paragraph, aside=why) if why else paragraph), holder


def _are_buttons(nodes: Sequence[Node]) -> bool:
    """Whether a run is nothing but several links with the labels of buttons."""
    with_text = [node for node in nodes if _has_content(node)]
    words = [node.get_text(" ") for node in with_text if isinstance(node, Tag) and node.name in ("a", "span")]
    return 1 < len(words) == len(with_text) and bool(page_line(" ".join(words)))


def _is_described(node: Node) -> bool:
    """Whether a node is a picture with a description of several words, and no sign among others."""
    picture = node if isinstance(node, Tag) and node.name == "img" else None
    if isinstance(node, Tag) and node.name == "a" and not node.get_text().strip():
        picture = node.find("img")
    return isinstance(picture, Tag) and len(str(picture.get("alt") or "").split()) > 1


def _has_content(node: Node) -> bool:
    if isinstance(node, Tag):
        return bool(node.get_text().strip()) or node.find("img") is not None or node.name == "img"
    return bool(str(node).strip())


def _alone(nodes: Sequence[Node]) -> str:
    """The words of a picture that is a paragraph by itself."""
    return " ".join(str(node.get("alt") or "") for node in nodes if isinstance(node, Tag) and node.name == "img")


def _heading(tag: Tag) -> Iterator[PlacedBlock]:
    text = " ".join(plain(pieces(tag)).split())
    for image in tag.find_all("img") if not text else ():
        yield from _whole(str(image.get("alt") or ""), picture(image), tag)
    if text:
        yield Paragraph(text, 0, 0, "", heading=True), tag


def _is_list(tag: Tag) -> bool:
    """Whether a list is one for readers: its points hold no headings, tables or paragraphs of their own."""
    items = tag.find_all("li", recursive=False)
    return bool(items) and not any(
        item.find([*HEADINGS, "table", "blockquote", "pre", "article", "section"])
        or sum(1 for one in item.find_all("p") if one.find_parent("li") is item) > 1
        for item in items
    )


def _items(tag: Tag) -> Iterator[tuple[list[Node], list[Tag]]]:
    """The words and the inner lists of each point of a list, in order; words below an inner list, and what is in
    no point, are points too."""
    for child in pieces(tag):
        words: list[Node] = []
        inner: list[Tag] = []
        for part in _parts(child):
            if isinstance(part, Tag) and part.name in _LISTS:
                inner.append(part)
            elif inner and part.get_text().strip():
                yield words, inner
                words, inner = [part], []
            else:
                words.append(part)
        if inner or any(part.get_text().strip() or _pictured(part) for part in words):
            yield words, inner


def _pictured(part: Node) -> bool:
    return isinstance(part, Tag) and (part.name == "img" or part.find("img") is not None)


def _parts(node: Node) -> Iterator[Node]:
    """The inline nodes and the inner lists of a point in order, without the frames around them."""
    if isinstance(node, NavigableString) or node.name in _LISTS:
        yield node
    elif node.name == "li" or node.name in BLOCKS or node.find(_LISTS) is not None:
        yield NavigableString(" ")
        for child in pieces(node):
            yield from _parts(child)
        yield NavigableString(" ")
    else:
        yield node


def _joined_items(tag: Tag) -> str:
    parts: list[str] = []
    is_numbered = not counts_from_one(_numbers(tag))
    for (nodes, inner), number in zip(_items(tag), _numbers(tag), strict=True):
        words = plain(nodes)
        parts += (f"{number}. {words}" if is_numbered and words else words, *map(_joined_items, inner))
    return " ".join(filter(None, parts))


def _numbers(tag: Tag) -> list[int | None]:
    """The number of each point of a list as it is shown; None where it has none of its own."""
    points = [(nodes, " ".join(plain(nodes).split())) for nodes, _ in _items(tag)]
    if tag.name != "ol":
        return [None] * len(points)
    step = -1 if tag.has_attr("reversed") else 1
    number = _whole_number(tag.get("start"), sum(bool(words) for _, words in points) if step < 0 else 1)
    out: list[int | None] = []
    for nodes, words in points:
        holder = next((one for node in nodes for one in node.parents if one.name == "li"), None)
        number = _whole_number(holder.get("value") if holder else None, number) if words else number
        out.append(number if words else None)
        number += step if words else 0
    return out


def _whole_number(written: object, otherwise: int) -> int:
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", str(written))
    return int(found[1]) if found else otherwise


def _list(tag: Tag, indent: str) -> Iterator[str]:
    numbers = _numbers(tag)
    shown = [number for number in numbers if number is not None]
    counts = bool(shown) and shown == list(range(shown[0], shown[0] + len(shown))) and shown[0] > 0
    for (nodes, inner), number in zip(_items(tag), numbers, strict=True):
        # Markdown counts on from the first number by itself.
        mark = f"{number}. " if counts else "- "
        words = " ".join(markdown(nodes).split())
        if words:
            yield indent + mark + (words if counts or tag.name != "ol" else f"{number}\\. {words}")
        for one in inner:
            deeper = words and len(indent) < _DEEPEST * len(mark)
            yield from _list(one, indent + " " * len(mark) if deeper else indent)


def _tabled(tag: Tag) -> Iterator[PlacedBlock]:
    if tables.is_data(tag):
        for caption in tag.find_all("caption", recursive=False):
            yield from blocks(caption)
        yield from _whole(*tables.table_text(tag), tag)
    else:
        for part in tables.parts(tag):
            yield from blocks(part)


def _preformatted(tag: Tag) -> Iterator[PlacedBlock]:
    """Text that keeps its lines: code, or a text as programs for letters write it."""
    words = tag.get_text()
    if _CODE.search(words) or len(words.split()) < 40:
        yield from _whole(words, "```\n" + words.strip("\n").replace("```", "'''") + "\n```", tag)
        return
    document, _ = read_text("pre", words.encode("utf-8", "replace"))
    for paragraph in document.paragraphs if document else ():
        yield replace(paragraph, line=0, last_line=0), tag


def _is_glossary(tag: Tag) -> bool:
    return not tag.find([*HEADINGS, "table", "ul", "ol", "blockquote", "pre"]) and tag.find("dt") is not None


def _glossary(tag: Tag) -> tuple[str, str]:
    """The words of a list of terms, and its Markdown: a term, and what it means on the next line."""
    words: list[str] = []
    marked: list[str] = []
    for item in tag.find_all(["dt", "dd"]):
        text = " ".join(plain([item]).split())
        if text:
            words.append(text)
            one = " ".join(markdown(pieces(item)).split())
            last = item.name == "dd"
            marked.append(f":   {one}" if last else ("\n" if marked else "") + one)
    return " ".join(words), "\n".join(marked)
