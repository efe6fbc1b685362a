"""References to a name, in lists of the front matter and in wikilinks: found, and changed to another name."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from annotated_briefings.base.source import Source, line_start
from annotated_briefings.base.yaml.patch import Change, Path, Remove, Set, value_at
from annotated_briefings.content.frontmatter import patch_front_matter, read_fields
from annotated_briefings.content.parse import parse_brief

ENTITY_LISTS: tuple[Path, ...] = (("entities",), ("entities", "about"), ("entities", "mentions"))
TAG_LISTS: tuple[Path, ...] = (("tags",),)
_WIKI = re.compile(r"\[\[([^\[\]|\n]+)(\|[^\[\]\n]*)?\]\]")


def change_references(
    source: Source, lists: Sequence[Path], means_old: Callable[[str], bool], means_new: Callable[[str], bool], new: str
) -> str | None:
    """A brief with every reference to the old name made one to the new; the words that readers see stay.

    ``lists`` are the lists of names in the front matter; ``means_old`` and ``means_new`` say what a name means. The
    text comes back as it was when it has no such reference, and None when it cannot be changed safely.
    """
    text = _body_changed(source, means_old, new)
    if text is None:
        return None
    fields, split = read_fields(Source(source.path, text))
    if fields.found or not split.yaml:
        return text
    about = value_at(fields.mapping, ("entities", "about"))
    names = [about] if isinstance(about, str) else about if isinstance(about, list) else []
    here = [name for name in names if isinstance(name, str) and (means_old(name) or means_new(name))]
    changes = [
        *(
            change
            for path in lists
            for change in _listed(
                value_at(fields.mapping, path), path, means_old, means_new, new, here if path[-1] == "mentions" else []
            )
        ),
        *_linked(value_at(fields.mapping, ()), (), means_old, new),
    ]
    return patch_front_matter(text, changes) if changes else text


def _listed(
    value: Any,
    path: Path,
    means_old: Callable[[str], bool],
    means_new: Callable[[str], bool],
    new: str,
    elsewhere: Sequence[str],
) -> Iterator[Change]:
    """Changes of one list; a name that stands there already, or in the list before it, is not written twice."""
    if isinstance(value, str):
        if means_old(value):
            yield Set(path, new)
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


def _linked(value: Any, path: Path, means_old: Callable[[str], bool], new: str) -> Iterator[Change]:
    """Changes of wikilinks in the texts of the front matter."""
    if isinstance(value, str):
        after = retarget(value, means_old, new)
        if after != value:
            yield Set(path, after)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _linked(inner, (*path, key), means_old, new)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _linked(inner, (*path, place), means_old, new)


def retarget(text: str, means_old: Callable[[str], bool], new: str) -> str:
    """A text whose wikilinks lead to the new name and show the same words as before."""

    def change(match: re.Match[str]) -> str:
        target, shown = match[1].strip(), match[2]
        if not means_old(target):
            return match[0]
        return f"[[{new}{shown if shown else '|' + target}]]"

    return _WIKI.sub(change, text)


def _body_changed(source: Source, means_old: Callable[[str], bool], new: str) -> str | None:
    """The file with the wikilinks of its body changed; where a link stands, the parser says, so code stays code."""
    brief, _ = parse_brief(source)
    if brief is None:
        return None if _WIKI.search(source.text) else source.text
    text = source.text
    places = {link.place for link in brief.body.wikilinks if means_old(link.target) and link.place.line}
    for place in sorted(places, key=lambda p: (p.line, p.column), reverse=True):
        at = line_start(source, place.line) + place.column - 1
        end = text.find("]]", at) + 2
        text = text[:at] + retarget(text[at:end], means_old, new) + text[end:]
    return text
