"""The names of people whom records of the same file name by their ids."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotated_briefings.intake.formats.records.keys import folded, key_of
from annotated_briefings.intake.formats.records.values import words

_LISTS = frozenset(map(key_of, "users authors people contributors accounts staff included entry".split()))
_LINKS = frozenset(map(key_of, "posts_authors post_authors".split()))
_DEEPEST = 8


def people_of(value: Any) -> Mapping[str, str]:
    """Names by the ids of people, and by `post:` and the ids of the posts that a table of links gives them."""
    people: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for key, items in _lists(value, _DEEPEST):
        for item in map(folded, (one for one in items if isinstance(one, Mapping))):
            named = item if item.get("name") else folded(item.get("attributes") or item.get("fields") or {})
            identity = words(item.get("id")) or words(folded(item.get("sys") or {}).get("id"))
            if key in _LISTS and identity and words(named):
                people[identity] = words(named)
            elif key in _LINKS:
                links.append((words(item.get("postid")), words(item.get("authorid"))))
    by_post: dict[str, list[str]] = {}
    for post, author in links:
        if author in people:
            by_post.setdefault(post, []).append(people[author])
    return people | {f"post:{post}": "; ".join(names) for post, names in by_post.items()}


def _lists(value: Any, depth: int) -> Iterator[tuple[str, list[Any]]]:
    if not depth:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, list) and key_of(str(key)) in _LISTS | _LINKS:
                yield key_of(str(key)), inner
            else:
                yield from _lists(inner, depth - 1)
    elif isinstance(value, list) and len(value) < 10:
        for inner in value:
            yield from _lists(inner, depth - 1)
