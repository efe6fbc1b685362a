"""The entity registry, the tag list and the list of stories, from text to facts."""

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.paths import is_slug, slugify
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.field_table import read_entry
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Mapping, Scalar
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.texts import is_empty
from annotated_briefings.content.fields import ENTITY, STORY, TAG
from annotated_briefings.content.model import Entity, Story, Tag

_KEYS = frozenset(field.name for table in (ENTITY, TAG, STORY) for field in table)


def parse_entities(source: Source) -> tuple[tuple[Entity, ...], tuple[Diagnostic, ...]]:
    """The entities of an entities.yaml in the order of the file; a broken entry is left out with a diagnostic."""
    entries, found = _entries(source, "entity")
    entities = tuple(
        Entity(id=key.text, place=_place(source, key), **read_entry(ENTITY, fields, key.text))
        for key, fields in entries
    )
    ids = {entity.id for entity in entities}
    for entity in entities:
        for key, target in (("parent", entity.parent), ("merged_into", entity.merged_into)):
            if target and target not in ids:
                hint = did_you_mean(target, ids) or "declare it in this file, or take the field out"
                found.append(
                    report(
                        "unknown-entity",
                        f"`{key}` of `{entity.id}` names no entity: `{target}`",
                        entity.place,
                        help=hint,
                        source=source,
                    )
                )
    return entities, tuple(found)


def parse_tags(source: Source) -> tuple[tuple[Tag, ...], tuple[Diagnostic, ...]]:
    """The tags of a tags.yaml in the order of the file."""
    entries, found = _entries(source, "tag")
    tags = tuple(
        Tag(slug=key.text, place=_place(source, key), **read_entry(TAG, fields, key.text)) for key, fields in entries
    )
    slugs = {tag.slug for tag in tags}
    for tag in tags:
        if tag.parent and tag.parent not in slugs:
            hint = did_you_mean(tag.parent, slugs) or "declare it in this file, or take the field out"
            found.append(
                report(
                    "unknown-tag",
                    f"`parent` of `{tag.slug}` names no tag: `{tag.parent}`",
                    tag.place,
                    help=hint,
                    source=source,
                )
            )
    return tags, tuple(found)


def parse_stories(source: Source) -> tuple[tuple[Story, ...], tuple[Diagnostic, ...]]:
    """The stories of a stories.yaml in the order of the file."""
    entries, found = _entries(source, "story")
    stories = tuple(
        Story(id=key.text, place=_place(source, key), **read_entry(STORY, fields, key.text)) for key, fields in entries
    )
    return stories, tuple(found)


def _place(source: Source, key: Scalar) -> Place:
    return Place(source.path, key.line, key.column, len(key.text))


def _entries(source: Source, what: str) -> tuple[list[tuple[Scalar, Fields]], list[Diagnostic]]:
    """The entries of a file that maps ids to mappings; an id alone, with nothing after it, is an empty entry."""
    node, early = read_yaml(source, source.text, keys=_KEYS)
    found = list(early)
    if node is None:
        return [], found
    if not isinstance(node, Mapping):
        found.append(
            report(
                "wrong-type",
                f"the file must map each {what} id to its fields",
                Place(source.path, node.line, node.column),
                help=f"write `some-{what}:` and its fields indented below",
                source=source,
            )
        )
        return [], found
    out: list[tuple[Scalar, Fields]] = []
    for key, value in node.pairs:
        place = _place(source, key)
        if not is_slug(key.text) or ("/" in key.text and what != "tag"):
            found.append(
                report(
                    "wrong-type",
                    f"`{key.text}` cannot be used in an address",
                    place,
                    help=f"write the id as `{slugify(key.text) or what}`",
                    source=source,
                )
            )
        elif isinstance(value, Mapping):
            out.append((key, Fields(source, value, found)))
        elif is_empty(value):
            out.append((key, Fields(source, Mapping((), key.line, key.column), found)))
        else:
            found.append(
                report(
                    "wrong-type",
                    f"`{key.text}` must be a mapping of fields",
                    place,
                    help="write its fields indented below it",
                    source=source,
                )
            )
    return out, found
