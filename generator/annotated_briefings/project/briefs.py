"""The briefs of a site, parsed; what an earlier run has parsed comes from the cache."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import attempt_brief, parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo, Steps
from annotated_briefings.engine.parallel import default_jobs
from annotated_briefings.project.load import Loaded
from annotated_briefings.site.model.catalog import Catalog, build_catalog, is_public


class ParseOptions(Value):
    """What the settings of a site say about the reading of its briefs."""

    keep_markdown: bool
    """Whether the text is kept as it was written."""
    zone: str
    """IANA name of the zone of times that name none; empty where they must name one."""
    language: str
    """Language of the briefs that name none."""


class Parsed(Value):
    """One file of a brief."""

    source: Source
    """Its text."""
    reading: ParseOptions
    """How it was read."""
    brief: Brief | None
    """Its facts; None where it has an error that leaves nothing safe to use."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it."""


def parse_options(config: Config) -> ParseOptions:
    """What some settings say about the reading of briefs."""
    return ParseOptions(config.makes("markdown"), config.written_zone, config.language)


def parse_one(reading: ParseOptions, source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The facts of a brief and what is wrong with it.

    Only the Markdown copies of briefs need the Markdown itself: without it a brief takes a fifth less memory.
    """
    brief, found = parse_brief(source, reading.zone, reading.language)
    if brief is None or reading.keep_markdown:
        return brief, found
    return replace(brief, body=replace(brief.body, source="")), found


def parse_briefs(
    loaded: Loaded, steps: Steps, known: Mapping[str, Parsed] = MappingProxyType({})
) -> tuple[Parsed, ...]:
    """Every brief of a site, drafts too, by path. ``known`` holds files that are parsed already, by path: one with the
    same text, read in the same way, is not parsed again."""
    reading = parse_options(loaded.config)
    todo = [
        s
        for s in loaded.briefs
        if (before := known.get(s.path)) is None or (before.source, before.reading) != (s, reading)
    ]
    results = steps.map("parse", parse_one, reading, todo, lambda source: (source, reading))
    fresh = {source.path: Parsed(source, reading, *result) for source, result in zip(todo, results, strict=True)}
    return tuple(fresh.get(source.path) or known[source.path] for source in loaded.briefs)


def parse_all(root: Path, loaded: Loaded) -> tuple[Parsed, ...]:
    """Every brief, drafts too, by path, with the cache of the site."""
    with Store(root / ".cache") as store:
        return parse_briefs(loaded, Memo(store, jobs=default_jobs()))


def catalog_of(parsed: Iterable[Parsed], loaded: Loaded, now: datetime | None = None) -> Catalog:
    """The catalog of all briefs, drafts too, or of those that are public at a moment."""
    briefs = (one.brief for one in parsed if one.brief and (now is None or is_public(one.brief, now)))
    return build_catalog(
        briefs,
        parse_entities(loaded.entities)[0],
        parse_tags(loaded.tags)[0],
        parse_stories(loaded.stories)[0],
        language=loaded.config.language,
    )


def held_by_error(parsed: Iterable[Parsed]) -> tuple[Brief, ...]:
    """What could be read of briefs that are held back because of a key whose value says nothing."""
    broken = (one.source for one in parsed if one.brief is None and any(d.code == "hold-back" for d in one.diagnostics))
    return tuple(brief for source in broken if (brief := attempt_brief(source)[0]))


def briefs_of(parsed: tuple[Parsed, ...]) -> Iterator[tuple[Source, Brief]]:
    """The briefs that could be read, with their files."""
    for one in parsed:
        if one.brief is not None:
            yield one.source, one.brief
