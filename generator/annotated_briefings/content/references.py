"""References to a name, in lists of the front matter and in wikilinks: found, and changed to another name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_table import Markdown
from annotated_briefings.base.yaml.names import split_names
from annotated_briefings.base.yaml.patch import Change, Path, Remove, Set, value_at
from annotated_briefings.content.from_fields import markdown_paths
from annotated_briefings.content.frontmatter import patch_front_matter, read_fields, split_front_matter
from annotated_briefings.content.markdown.blocks import written_wikilinks
from annotated_briefings.content.markdown.wikilinks import WIKILINK, Written
from annotated_briefings.content.parse import parse_brief

ENTITY_LISTS: tuple[Path, ...] = (("entities",), ("entities", "about"), ("entities", "mentions"))
_TABLE_BAR = "\\|"
"""A bar in a table cell."""
TAG_LISTS: tuple[Path, ...] = (("tags",),)


BLOCK_TEXTS = frozenset(markdown_paths(Markdown.BLOCKS))
"""Fields of the front matter that are Markdown texts with blocks."""
INLINE_TEXTS = frozenset(markdown_paths(Markdown.INLINE))
"""Fields that are Markdown texts without blocks. Wikilinks are read in these two kinds of fields, and nowhere else."""


class Renaming(Value):
    """One name that becomes another, in all references of a brief."""

    lists: Sequence[Path]
    """The lists of names in the front matter."""
    is_old: Callable[[str], bool]
    """Whether a name in a list means what the old name means."""
    is_new: Callable[[str], bool]
    """Whether it means what the new name means."""
    linked: Callable[[str], str | None]
    """What follows the name in a wikilink's target, such as ``#costs``; None when it does not have the old name."""
    new: str
    """The new name."""


def change_references(source: Source, renaming: Renaming) -> str | None:
    """A brief with every reference to the old name made one to the new; the words that readers see stay.

    The text comes back as it was when it has no such reference, and None when it cannot be changed safely.
    """
    text = _body_changed(source, renaming)
    if text is None:
        return None
    fields, split = read_fields(Source(source.path, text))
    if fields.found or not split.yaml:
        return text
    is_old, is_new, new = renaming.is_old, renaming.is_new, renaming.new
    about = value_at(fields.mapping, ("entities", "about"))
    names = [about] if isinstance(about, str) else about if isinstance(about, list) else []
    here = [name for name in names if isinstance(name, str) and (is_old(name) or is_new(name))]
    changes: list[Change] = [
        change
        for path in renaming.lists
        for change in _listed(
            value_at(fields.mapping, path), path, is_old, is_new, new, here if path[-1] == "mentions" else []
        )
    ]
    for path, value in _texts(value_at(fields.mapping, ()), ()):
        names_of = tuple(part for part in path if isinstance(part, str))
        if names_of in BLOCK_TEXTS or names_of in INLINE_TEXTS:
            after = retarget(value, written_wikilinks(value, inline=names_of in INLINE_TEXTS), renaming)
            if after is None:
                return None
            if after != value:
                changes.append(Set(path, after))
    return patch_front_matter(text, changes) if changes else text


def _listed(
    value: Any,
    path: Path,
    means_old: Callable[[str], bool],
    means_new: Callable[[str], bool],
    new: str,
    elsewhere: Sequence[str],
) -> Iterator[Change]:
    """Changes of one list; a name that is there already, or in the list before it, is not written twice."""
    if isinstance(value, str):
        names = [name for _, name in split_names(value)]
        if means_old(value):
            yield Set(path, new)
        elif len(names) > 1 and any(map(means_old, names)):
            # Several names in one text become a list.
            yield Set(path, list(dict.fromkeys(new if means_old(name) else name for name in names)))
        return
    if not isinstance(value, list):
        return
    doubled = any(map(means_old, elsewhere))
    here = bool(elsewhere) or any(isinstance(item, str) and means_new(item) and not means_old(item) for item in value)
    gone: list[int] = []
    for place, item in enumerate(value):
        if isinstance(item, str) and (means_old(item) or (doubled and means_new(item))):
            if here:
                gone.append(place)
            else:
                here = True
                yield Set((*path, place), new)
    yield from (Remove((*path, place)) for place in reversed(gone))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """All texts of the front matter, each with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*path, place))


def retarget(text: str, links: Iterable[Written], renaming: Renaming) -> str | None:
    """A text whose wikilinks lead to the new name and show the same words as before; ``links`` are those of the text.

    None when the place of one that has to be changed is not known.
    """
    for link in sorted(links, key=lambda one: one.start, reverse=True):
        rest = renaming.linked(link.target)
        if rest is None:
            continue
        if link.start < 0:
            return None
        text = text[: link.start] + _renamed(text[link.start : link.end], renaming.new + rest, link) + text[link.end :]
    return text


def _renamed(written: str, new: str, link: Written) -> str:
    """A wikilink with another target: the words that it shows stay as they are written."""
    target, bar, shown = written[2:-2].partition("|")
    if not (bar and shown.strip()):
        shown = target.strip().rstrip("\\").strip()
    return f"[[{new}{_TABLE_BAR if link.in_table else '|'}{shown}]]"


def _body_changed(source: Source, renaming: Renaming) -> str | None:
    """The file with the wikilinks of its body changed; where a link is, the parser says, so code stays code."""
    brief, _ = parse_brief(source)
    if brief is None:
        return None if WIKILINK.search(source.text) else source.text
    start = split_front_matter(source)[0].body_offset
    links = [
        Written(
            link.target,
            link.source_start + start if link.source_start >= 0 else -1,
            link.source_end + start,
            link.in_table,
        )
        for link in brief.body.wikilinks
    ]
    return retarget(source.text, links, renaming)
