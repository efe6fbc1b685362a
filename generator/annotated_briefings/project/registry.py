"""What the registry files of a site declare: entities, tags, stories and people."""

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Entity, Story, Tag
from annotated_briefings.content.registry import Person, parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.engine.memo import Steps
from annotated_briefings.project.load import Loaded
from annotated_briefings.site.model.catalog import build_catalog
from annotated_briefings.site.model.mentions import Names, collect_names


class Registry(Value):
    """What the registry files declare."""

    sources: tuple[Source, Source, Source, Source]
    """entities.yaml, tags.yaml, stories.yaml and people.yaml."""
    entities: tuple[Entity, ...]
    """The entities, merged ones too."""
    tags: tuple[Tag, ...]
    """The tags."""
    stories: tuple[Story, ...]
    """The stories."""
    people: tuple[Person, ...]
    """Those who write and review."""
    names: Names
    """The names of the entities, ready to be found in texts."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the files."""


def read_registry(loaded: Loaded, steps: Steps, previous: Registry | None) -> Registry:
    """Read the registry files, unless they are those of ``previous``."""
    sources = (loaded.entities, loaded.tags, loaded.stories, loaded.people)
    if previous and previous.sources == sources:
        return previous
    # Thousands of entities take as long to parse as hundreds of briefs.
    [(entities, entity_found)] = steps.map("registry", _parse_entities, None, [loaded.entities], lambda s: (s,))
    tags, tag_found = parse_tags(loaded.tags)
    stories, story_found = parse_stories(loaded.stories)
    people, people_found = parse_people(loaded.people)
    names = collect_names(build_catalog((), entities, ()).entities)
    found = (*entity_found, *tag_found, *story_found, *people_found)
    return Registry(sources, entities, tags, stories, people, names, found)


def _parse_entities(_: None, source: Source) -> tuple[tuple[Entity, ...], tuple[Diagnostic, ...]]:
    return parse_entities(source)
