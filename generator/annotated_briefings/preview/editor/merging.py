"""The text of a brief in the parts that are merged as wholes: lines, and entries whose words prove one another.

A figure with the value of one editor and the quote of another would say what neither of them wrote.
"""

from collections.abc import Iterator

from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.nodes import Mapping, Sequence
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.editing.brief_form import front_matter
from annotated_briefings.importer.merge import Conflict, Lines, merge_lines

WHOLE = ("key_points", "figures", "corrections")
"""Lists whose entries change as wholes."""


def merge_briefs(base: str, mine: str, there: str) -> Iterator[Lines | Conflict]:
    """The parts of a brief with the changes of two editors, in order: lines, or what both changed in different ways."""
    for part in merge_lines(*map(_parts_of, (base, mine, there))):
        if isinstance(part, Conflict) and len(part.base) == len(part.edited) == len(part.incoming):
            # Each may have changed another of parts beside one another.
            yield from (_chosen(*one) for one in zip(part.base, part.edited, part.incoming, strict=True))
        else:
            yield part


def _chosen(base: str, mine: str, there: str) -> Lines | Conflict:
    if base == mine or mine == there:
        return (there,)
    return (mine,) if base == there else Conflict((base,), (mine,), (there,))


def _parts_of(text: str) -> Lines:
    """The lines of a brief's file, each with its end; an entry of ``WHOLE`` that has several lines is one part."""
    lines = text.splitlines(keepends=True)
    parts: list[str] = []
    done = 0
    for start, end in _entries(text):
        parts += [*lines[done:start], "".join(lines[start:end])]
        done = end
    return (*parts, *lines[done:])


def _entries(text: str) -> list[tuple[int, int]]:
    """Where entries begin and end, in lines counted from 0."""
    root, (split, _) = front_matter(text), split_front_matter(Source("", text))
    pairs = root.pairs if isinstance(root, Mapping) and not root.flow else ()
    # The line that ends the front matter follows its last value.
    ends = [*(key.line - 1 for key, _ in pairs[1:]), split.yaml.count("\n") + 1]
    found: list[tuple[int, int]] = []
    for (key, value), end in zip(pairs, ends, strict=False):
        if key.text in WHOLE and isinstance(value, Sequence) and not value.flow:
            starts = [item.line - 1 for item in value.items]
            found += zip(starts, [*starts[1:], end], strict=True)
    return sorted((start, end) for start, end in found if end - start > 1)
