"""Names suggested while an editor types: of entities, tags, stories, publishers, writers and briefs."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from annotated_briefings.base.values import Value
from annotated_briefings.project.derive import Derived

_MOST = 12
"""Names that are suggested at once."""


class SuggestedName(Value):
    """A name for a field."""

    value: str
    """What is written."""
    label: str
    """What tells it apart from others."""


def suggested_names(derived: Derived, kind: str, typed: str) -> tuple[SuggestedName, ...]:
    """Names of a kind that hold what was typed, those that begin with it first."""
    find = _KINDS.get(kind)
    wanted = typed.strip().casefold()
    if find is None:
        return ()
    found: dict[str, tuple[bool, SuggestedName]] = {}
    for one, known_as in find(derived):
        names = [name.casefold() for name in known_as if name]
        if one.value not in found and any(wanted in name for name in names):
            found[one.value] = (not any(name.startswith(wanted) for name in names), one)
    ranked = sorted(found.values(), key=lambda pair: pair[0])
    return tuple(one for _, one in ranked[:_MOST])


_Names = Iterator[tuple[SuggestedName, tuple[str, ...]]]


def _entities(derived: Derived) -> _Names:
    for entity in derived.declared.entities:
        also = f", also {', '.join(entity.aliases[:2])}" if entity.aliases else ""
        yield SuggestedName(entity.name, entity.type + also), (entity.name, entity.id, *entity.aliases, *entity.was)


def _entities_in_briefs(derived: Derived) -> _Names:
    """Entities of the registry, and then names that briefs list and it lacks."""
    yield from _entities(derived)
    counts = Counter(ref.text for brief in derived.briefs.values() for ref in (*brief.about, *brief.mentions))
    for name, count in counts.most_common():
        if derived.declared.entity(name) is None:
            yield SuggestedName(name, f"{count} briefs, not in the registry"), (name,)


def _tags(derived: Derived) -> _Names:
    for tag in derived.declared.tags:
        yield SuggestedName(tag.slug, tag.label), (tag.slug, tag.label, *tag.aliases)


def _stories(derived: Derived) -> _Names:
    declared = derived.declared.story_of
    counts = Counter(brief.story for brief in derived.briefs.values() if brief.story)
    guessed = Counter(b.suggested_story for b in derived.briefs.values() if b.suggested_story and not b.story)
    for story in dict.fromkeys((*declared, *counts, *guessed)):
        title = declared[story].title if story in declared else ""
        briefs = f"{counts[story]} briefs" if counts[story] else "suggested by import"
        yield SuggestedName(story, f"{title}, {briefs}" if title else briefs), (story, title)


def _outlets(derived: Derived) -> _Names:
    counts = Counter(source.outlet for brief in derived.briefs.values() for source in brief.sources if source.outlet)
    for outlet, count in counts.most_common():
        yield SuggestedName(outlet, f"{count} briefs"), (outlet,)


def _authors(derived: Derived) -> _Names:
    """People of the list, by their initials where they have some, and then those who wrote notes."""
    for person in derived.declared.person_of.values():
        label = ", ".join(filter(None, (person.name, person.role)))
        yield SuggestedName(person.initials or person.name, label), (person.initials, person.name, person.id)
    counts = Counter(note.author for brief in derived.briefs.values() for note in brief.annotations if note.author)
    for author, count in counts.most_common():
        yield SuggestedName(author, f"{count} notes"), (author,)


def _briefs(derived: Derived) -> _Names:
    for brief in derived.declared.briefs:
        yield SuggestedName(brief.slug, brief.title), (brief.slug, brief.title)


def _targets(derived: Derived) -> _Names:
    """What a link may lead to."""
    for brief in derived.declared.briefs:
        yield SuggestedName(brief.title, "brief"), (brief.slug, brief.title)
    yield from _entities(derived)


_KINDS: Mapping[str, Callable[[Derived], _Names]] = {
    "entity": _entities_in_briefs,
    "tag": _tags,
    "story": _stories,
    "outlet": _outlets,
    "author": _authors,
    "brief": _briefs,
    "target": _targets,
}
OF_FIELDS: Mapping[str, str] = {
    "entities.about": "entity",
    "entities.mentions": "entity",
    "tags": "tag",
    "author": "author",
    "reviewed_by": "author",
    "story": "story",
    "sources.outlet": "outlet",
    "annotations.author": "author",
    "answers.brief": "brief",
}
"""Fields of a brief by their names, to the kind of names that they hold."""
