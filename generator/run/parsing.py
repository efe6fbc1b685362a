"""All briefs of a site, read; what a build has read already is remembered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.base.diagnostics import Diagnostic
from generator.base.digest import digest
from generator.base.source import Source
from generator.content.model import Brief
from generator.content.parse import parse_brief
from generator.content.registry import parse_entities, parse_stories, parse_tags
from generator.run.fingerprint import code_fingerprint
from generator.run.loading import Loaded
from generator.run.request import default_jobs
from generator.run.store import Store
from generator.run.workers import map_ordered
from generator.site.catalog import Catalog, build_catalog, is_public


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file of a brief."""

    source: Source
    """Its text."""
    brief: Brief | None
    """Its facts; None where an error leaves nothing safe to use."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it."""


def parse_all(root: Path, loaded: Loaded) -> tuple[Parsed, ...]:
    """Every brief, drafts too, by path."""
    code = code_fingerprint()
    keys = [digest(code, source) for source in loaded.briefs]
    with Store(root / ".cache") as store:
        known = store.get_many("parse", keys)
        missing = {key: source for key, source in zip(keys, loaded.briefs, strict=True) if key not in known}
        values = map_ordered(parse_brief, list(missing.values()), jobs=default_jobs())
        fresh = dict(zip(missing, values, strict=True))
        store.put_many("parse", fresh)
    found = {**known, **fresh}
    return tuple(Parsed(source, *found[key]) for key, source in zip(keys, loaded.briefs, strict=True))


def catalog_of(parsed: Iterable[Parsed], loaded: Loaded, now: datetime | None = None) -> Catalog:
    """The catalog of all briefs, drafts too, or of those that are public at a moment."""
    briefs = (one.brief for one in parsed if one.brief and (now is None or is_public(one.brief, now)))
    return build_catalog(briefs, parse_entities(loaded.entities)[0], parse_tags(loaded.tags)[0],
                         parse_stories(loaded.stories)[0])


def briefs_of(parsed: tuple[Parsed, ...]) -> Iterator[tuple[Source, Brief]]:
    """The briefs that could be read, with their files."""
    for one in parsed:
        if one.brief is not None:
            yield one.source, one.brief
