"""HTML as paragraphs that keep their form as Markdown."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.hidden import drop_hidden
from annotated_briefings.intake.model import Paragraph

_SPACE = re.compile(r"\s+")
_BLOCKS = (
    "p",
    "div",
    "section",
    "article",
    "main",
    "body",
    "html",
    "header",
    "footer",
    "figure",
    "center",
    "span",
    "aside",
    "address",
    "details",
    "td",
    "font",
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DROPPED = ("script", "style", "noscript", "template", "svg", "iframe", "form", "nav", "button", "head")
_WHOLE = ("ul", "ol", "table", "blockquote", "pre", "dl", "hr", "img", "figure", *_HEADINGS)


def html_paragraphs(html: str) -> tuple[Paragraph, ...]:
    """The blocks that a reader of an HTML text sees, in order; headings, lists, quotations, tables, links and pictures
    keep their form."""
    soup = BeautifulSoup(html, "lxml")
    drop_hidden(soup)
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    return tuple(_blocks(soup))


def _plain(tag: Tag | NavigableString) -> str:
    text = tag.get_text(" ") if isinstance(tag, Tag) else str(tag)
    return _SPACE.sub(" ", re.sub(r" ([.,;:!?’”)])", r"\1", _SPACE.sub(" ", text))).strip()


def _inline(node: Tag | NavigableString) -> str:
    """Inline HTML as Markdown."""
    if isinstance(node, NavigableString):
        return _escaped(str(node))
    if node.name == "br":
        return " "
    if node.name == "img":
        alt = str(node.get("alt") or "")
        source = str(node.get("src") or "")
        # A picture of one sign, or one that lies in the letter itself, is its words.
        shown = source.startswith(("http://", "https://")) and len(alt) > 2
        return f"![{_escaped(alt)}]({_address(source)})" if shown else _escaped(alt)
    text = "".join(_inline(child) for child in node.children if isinstance(child, (Tag, NavigableString)))
    core = text.strip()
    if not core:
        return text
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    address = str(node.get("href") or "") if node.name == "a" else ""
    if address.startswith(("http://", "https://")):
        core = f"[{core}]({_address(address)})"
    elif node.name in ("strong", "b"):
        core = f"**{core}**"
    elif node.name in ("em", "i", "cite"):
        core = f"*{core}*"
    elif node.name == "code":
        core = f"`{node.get_text().strip()}`" if "`" not in node.get_text() else core
    return left + core + right


def _escaped(text: str) -> str:
    """Words between marks: escaped, but without the care that only the start of a paragraph needs."""
    text = _SPACE.sub(" ", text)
    return escape_markdown("x" + text)[1:] if text else ""


def _address(url: str) -> str:
    return url.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")


def _paragraph(text: str, markdown: str, heading: bool = False) -> Iterator[Paragraph]:
    if text:
        plain = escape_markdown(text) == markdown
        yield Paragraph(text, 0, 0, "" if plain or heading else markdown, heading)


def _line(nodes: list[Tag | NavigableString]) -> Iterator[Paragraph]:
    """A run of inline nodes as one paragraph."""
    text = _SPACE.sub(" ", "".join(_plain_inline(node) for node in nodes)).strip()
    markdown = _SPACE.sub(" ", "".join(_inline(node) for node in nodes)).strip()
    if (text and markdown[:1] in "#>+=:~-") or re.match(r"\d{1,9}[.)] ", markdown):
        markdown = escape_markdown(markdown[:1]) + markdown[1:] if not markdown[:1].isdigit() else escape_markdown(text)
    yield from _paragraph(text, markdown)


def _plain_inline(node: Tag | NavigableString) -> str:
    if isinstance(node, NavigableString):
        return str(node)
    if node.name == "img":
        return str(node.get("alt") or "")
    return " " if node.name == "br" else "".join(_plain_inline(child) for child in _pieces(node))


def _blocks(root: Tag) -> Iterator[Paragraph]:
    run: list[Tag | NavigableString] = []
    for child in root.children:
        if isinstance(child, Tag) and (child.name in _WHOLE or _holds_blocks(child)):
            yield from _line(run)
            run = []
            yield from _block(child)
        elif isinstance(child, Tag) and child.name in ("p", "div", "section", "article", "center", "address"):
            yield from _line(run)
            run = []
            yield from _line(list(_pieces(child)))
        elif isinstance(child, (Tag, NavigableString)) and type(child) in (Tag, NavigableString):
            run.append(child)
    yield from _line(run)


def _pieces(tag: Tag) -> Iterator[Tag | NavigableString]:
    for child in tag.children:
        if isinstance(child, Tag) or type(child) is NavigableString:
            yield child


def _holds_blocks(tag: Tag) -> bool:
    return tag.name in _BLOCKS and tag.find([*_WHOLE, "p", "div", "section", "article"]) is not None


def _block(tag: Tag) -> Iterator[Paragraph]:
    text = _plain(tag)
    if tag.name in _HEADINGS:
        yield from _paragraph(text, "", heading=True)
    elif tag.name in ("ul", "ol"):
        yield from _paragraph(text, "\n".join(_list(tag, "")))
    elif tag.name == "blockquote":
        inner = [p.markdown or escape_markdown(p.text) for p in _blocks(tag)]
        yield from _paragraph(text, "\n".join(f"> {line}".rstrip() for line in "\n\n".join(inner).split("\n")))
    elif tag.name == "table":
        yield from _paragraph(text, _table(tag))
    elif tag.name == "pre":
        yield from _paragraph(text, "```\n" + tag.get_text().strip("\n").replace("```", "'''") + "\n```")
    elif tag.name == "img":
        yield from _paragraph(str(tag.get("alt") or ""), _inline(tag))
    elif tag.name != "hr":
        yield from _blocks(tag)


def _list(tag: Tag, indent: str) -> Iterator[str]:
    for number, item in enumerate(tag.find_all("li", recursive=False), 1):
        mark = f"{number}. " if tag.name == "ol" else "- "
        words = "".join(_inline(c) for c in _pieces(item) if not (isinstance(c, Tag) and c.name in ("ul", "ol")))
        yield indent + mark + _SPACE.sub(" ", words).strip()
        for inner in item.find_all(["ul", "ol"], recursive=False):
            yield from _list(inner, indent + " " * len(mark))


def _table(tag: Tag) -> str:
    """A table whose first row is its head; a table of one column is no table but a frame."""
    rows = [
        [
            _SPACE.sub(" ", "".join(map(_inline, _pieces(cell)))).strip().replace("|", "\\|")
            for cell in row.find_all(["th", "td"])
        ]
        for row in tag.find_all("tr")
    ]
    rows = [row for row in rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return "\n\n".join(cell for row in rows for cell in row if cell)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
