"""The entity registry, the tag list and the list of stories, from text to facts."""

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.paths import is_slug, is_web_address, slugify
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.reader import Mapping, Scalar, read_yaml
from annotated_briefings.content.model import ENTITY_TYPES, Entity, Story, Tag


def parse_entities(source: Source) -> tuple[tuple[Entity, ...], tuple[Diagnostic, ...]]:
    """The entities of an entities.yaml in the order of the file; a broken entry is left out with a diagnostic."""
    entries, found = _entries(source, "entity")
    entities = tuple(_entity(key, fields) for key, fields in entries)
    for _, fields in entries:
        fields.finish()
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
    tags = tuple(_tag(key, fields) for key, fields in entries)
    for _, fields in entries:
        fields.finish()
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
    stories: list[Story] = []
    for key, fields in entries:
        place = Place(source.path, key.line, key.column, len(key.text))
        title = fields.text("title") or story_title(key.text)
        stories.append(Story(key.text, title, " ".join(fields.text("description").split()), place))
        fields.finish()
    return tuple(stories), tuple(found)


def story_title(story: str) -> str:
    """The title of a story that no list declares: its id in words."""
    words = story.rpartition("/")[2].replace("-", " ")
    return words[:1].upper() + words[1:]


def _entries(source: Source, what: str) -> tuple[list[tuple[Scalar, Fields]], list[Diagnostic]]:
    """The entries of a file that maps ids to mappings; an id alone, with nothing after it, is an empty entry."""
    node, early = read_yaml(source, source.text)
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
        place = Place(source.path, key.line, key.column, len(key.text))
        if not is_slug(key.text) or ("/" in key.text and what != "tag"):
            found.append(
                report(
                    "wrong-type",
                    f"`{key.text}` cannot stand in an address",
                    place,
                    help=f"write the id as `{slugify(key.text) or what}`",
                    source=source,
                )
            )
        elif isinstance(value, Mapping):
            out.append((key, Fields(source, value, found)))
        elif isinstance(value, Scalar) and value.plain and value.text in ("", "~", "null"):
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


def _is_address(fields: Fields, key: str, text: str) -> bool:
    """Whether a text is a web address; said where it is none."""
    if is_web_address(text):
        return True
    fields.say(
        "wrong-type",
        f"`{shortened(text)}` is not a web address",
        fields.place(key),
        "copy it whole from the browser; it is left out until then",
    )
    return False


def _entity(key: Scalar, fields: Fields) -> Entity:
    ambiguous = fields.texts("ambiguous")
    same_as = tuple(url for url in fields.texts("same_as") if _is_address(fields, "same_as", url))
    website = fields.text("website")
    return Entity(
        id=key.text,
        name=fields.text("name") or key.text,
        type=fields.choice("type", ENTITY_TYPES, "organisation"),
        aliases=fields.texts("aliases"),
        description=" ".join(fields.text("description").split()),
        same_as=same_as,
        website=website if website and _is_address(fields, "website", website) else "",
        ticker=fields.text("ticker"),
        parent=fields.text("parent"),
        was=fields.texts("was"),
        merged_into=fields.text("merged_into"),
        ambiguous=ambiguous,
        requires=fields.texts("requires"),
        place=Place(fields.source.path, key.line, key.column, len(key.text)),
    )


def _tag(key: Scalar, fields: Fields) -> Tag:
    return Tag(
        slug=key.text,
        label=fields.text("label") or key.text.rpartition("/")[2].replace("-", " "),
        aliases=fields.texts("aliases"),
        parent=fields.text("parent") or key.text.rpartition("/")[0],
        description=" ".join(fields.text("description").split()),
        keywords=tuple(word.lower() for word in fields.texts("keywords")),
        place=Place(fields.source.path, key.line, key.column, len(key.text)),
    )
