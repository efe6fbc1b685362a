"""The nodes of a YAML text: scalars as they were typed, lists and mappings, each with its place; edits at places."""

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import Value


class Scalar(Value):
    """A text; ``plain`` when it was not quoted. Line and column count from 1."""

    text: str
    """What was typed, without quotes."""
    plain: bool
    """Whether it was written without quotes."""
    line: int
    """Line of the file, from 1."""
    column: int
    """Column, from 1."""
    start: int = 0
    """Offset in the YAML text."""
    end: int = 0
    """Offset after it; after its line ends, for a block of lines."""
    style: str = ""
    """A quotation mark, ``|`` or ``>``; empty when plain."""
    comment: tuple[int, int] | None = None
    """Line and column of the ``#`` that ends a plain one on its line."""


class Sequence(Value):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    """Its nodes in order."""
    line: int
    """Line of the file, from 1."""
    column: int
    """Column, from 1."""
    start: int = 0
    """Offset in the YAML text."""
    end: int = 0
    """Offset after its closing bracket, when it is in brackets."""
    flow: bool = False
    """Whether it is in brackets."""


class Mapping(Value):
    """Key and value pairs in the writer's order; keys are unique."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    """Keys and values in order."""
    line: int
    """Line of the file, from 1."""
    column: int
    """Column, from 1."""
    start: int = 0
    """Offset in the YAML text."""
    end: int = 0
    """Offset after its closing bracket, when it is in brackets."""
    flow: bool = False
    """Whether it is in brackets."""
    unread: tuple[str, ...] = ()
    """Keys whose values have a tag: they are left out, and reported."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with its keys, which is reported: it concerns nobody where nobody reads the mapping."""


Node = Scalar | Sequence | Mapping


class Replaced(Value):
    """A part of a text, and what takes its place."""

    start: int
    """Offset of the part."""
    end: int
    """Offset after it."""
    text: str
    """What takes its place."""


def content_end(text: str, node: Node) -> int:
    """Offset after the last character of a node, without what follows it."""
    if isinstance(node, Scalar):
        return node.start + len(text[node.start : node.end].rstrip()) if node.style in ("|", ">") else node.end
    inner = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.pairs)
    if node.flow or not inner:
        return node.end
    key = node.pairs[-1][0].end + 1 if isinstance(node, Mapping) else node.start
    return max(key, content_end(text, inner[-1]))


def lines_at(text: str, at: int, lines: list[str]) -> Replaced:
    """Lines set after the line that holds an offset."""
    end = text.find("\n", at)
    written = "".join(f"{line}\n" for line in lines)
    if end < 0:
        start = "\n" if text and not text.endswith("\n") else ""
        return Replaced(len(text), len(text), start + written)
    return Replaced(end + 1, end + 1, written)


def after_content(text: str, node: Node) -> int:
    """An offset on the last line of a node."""
    return max(node.start, content_end(text, node) - 1)


def before_bracket(text: str, holder: Mapping | Sequence, written: str) -> Replaced:
    """An entry set at the end of a list or mapping that is in brackets."""
    inner = text[holder.start + 1 : holder.end - 1]
    at = holder.start + 1 + len(inner.rstrip())
    comma = "" if not inner.strip() or inner.rstrip().endswith(",") else ","
    return Replaced(at, at, f"{comma}{' ' if inner.strip() else ''}{written}")
