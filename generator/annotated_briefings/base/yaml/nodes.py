"""The nodes of a YAML text: scalars as they were typed, lists and mappings, each with its place."""

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
