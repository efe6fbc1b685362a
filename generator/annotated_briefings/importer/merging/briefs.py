"""Three-way merges of briefs by what they consist of: fields, entries whose words prove one another, and lines.

Two fields that are beside one another have nothing to do with each other, so that a change of one never is in the
way of a change of the other. A figure with the value of one side and the quote of the other would say what neither
wrote.
"""

from collections.abc import Iterator, Mapping, Sequence

from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml import nodes
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.importer.merging.lines import Conflict, Lines, merge_lines

WHOLE = ("key_points", "figures", "corrections")
"""Lists whose entries change as wholes."""


class _BriefParts(Value):
    """The text of a brief in parts: lines, each with its end, and entries of several lines."""

    before: Lines
    """The line that opens the front matter, and comments that belong to no field."""
    fields: Mapping[str, Lines]
    """The parts of each field, with the comments and empty lines above it, by its key and in the order of the file."""
    after: Lines
    """The line that closes the front matter, and the text."""


def merge_briefs(base: str, edited: str, incoming: str) -> Iterator[Lines | Conflict]:
    """The parts of a brief with the changes of both sides, in order: lines, or what both changed in different ways.

    Fields are in the order of the edited text, and those that only the other side has follow the field that they follow
    there. Where the front matter of one cannot be read, all are merged by lines.
    """
    sides = tuple(map(_parts_of, (base, edited, incoming)))
    was, mine, theirs = sides
    if was is None or mine is None or theirs is None:
        yield from _merged(*(tuple(text.splitlines(keepends=True)) for text in (base, edited, incoming)))
        return
    yield from _merged(was.before, mine.before, theirs.before)
    for key in _in_order(tuple(mine.fields), tuple(theirs.fields)):
        yield from _field(was.fields.get(key), mine.fields.get(key), theirs.fields.get(key))
    yield from _merged(was.after, mine.after, theirs.after)


def _in_order(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    order = list(mine)
    for place, key in enumerate(theirs):
        if key not in order:
            order.insert(order.index(theirs[place - 1]) + 1 if place else 0, key)
    return order


def _field(was: Lines | None, mine: Lines | None, theirs: Lines | None) -> Iterator[Lines | Conflict]:
    """The parts of one field; None of a side that does not have it."""
    if mine == theirs or theirs == was:
        yield mine or ()
    elif mine == was:
        yield theirs or ()
    elif mine is None or theirs is None:
        yield Conflict(was or (), mine or (), theirs or ())
    else:
        yield from _merged(was or (), mine, theirs)


def _merged(base: Lines, edited: Lines, incoming: Lines) -> Iterator[Lines | Conflict]:
    for part in merge_lines(base, edited, incoming):
        if isinstance(part, Conflict) and len(part.base) == len(part.edited) == len(part.incoming):
            # Each may have changed another of parts beside one another.
            yield from (_chosen(*one) for one in zip(part.base, part.edited, part.incoming, strict=True))
        else:
            yield part


def _chosen(base: str, edited: str, incoming: str) -> Lines | Conflict:
    if base == edited or edited == incoming:
        return (incoming,)
    return (edited,) if base == incoming else Conflict((base,), (edited,), (incoming,))


def _parts_of(text: str) -> _BriefParts | None:
    """The parts of a brief's file; None where its front matter cannot be read as fields."""
    split, found = split_front_matter(Source("", text))
    root, faults = read_yaml(Source("", text), split.yaml, 1) if split.yaml.strip() else (None, ())
    if found or faults or not isinstance(root, nodes.Mapping) or root.flow:
        return None
    lines = text.splitlines(keepends=True)
    keys = [key.text for key, _ in root.pairs]
    starts = [_with_comments(lines, key.line - 1) for key, _ in root.pairs]
    end = split.yaml.count("\n") + 1
    # YAML and Python know other ends of lines too, and not the same ones.
    if len({*keys}) < len(keys) or starts != sorted({*starts}) or text.splitlines() != _lines(text):
        return None
    fields = {
        key.text: _entries(lines, start, stop, key.text, value)
        for (key, value), start, stop in zip(root.pairs, starts, [*starts[1:], end], strict=True)
    }
    return _BriefParts(tuple(lines[: starts[0]]), fields, tuple(lines[end:]))


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def _with_comments(lines: Sequence[str], at: int) -> int:
    """Where a field begins whose key is on a line: at the comments and empty lines above it."""
    while at > 1 and (lines[at - 1].startswith("#") or not lines[at - 1].strip()):
        at -= 1
    return at


def _entries(lines: Sequence[str], start: int, stop: int, key: str, value: nodes.Node) -> Lines:
    """The parts of a field between two lines: an entry of ``WHOLE`` is one, and so is each other line."""
    if key not in WHOLE or not isinstance(value, nodes.Sequence) or value.flow or not value.items:
        return tuple(lines[start:stop])
    firsts = [item.line - 1 for item in value.items]
    entries = ("".join(lines[first:last]) for first, last in zip(firsts, [*firsts[1:], stop], strict=True))
    return (*lines[start : firsts[0]], *entries)
