"""All briefs of a site, read; what a build has read already is remembered."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.digest import digest
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.engine.parallel import default_jobs, map_ordered
from annotated_briefings.project.load import Loaded
from annotated_briefings.site.model.catalog import Catalog, build_catalog, is_public


class Parsed(Value):
    """One file of a brief."""

    source: Source
    """Its text."""
    brief: Brief | None
    """Its facts; None where an error leaves nothing safe to use."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it."""


def read_brief(twins: bool, source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The facts of a brief and what is wrong with it.

    Only ``twins`` show the Markdown itself: without them it is left out, a fifth of what a brief takes in memory.
    """
    brief, found = parse_brief(source)
    if brief is None or twins:
        return brief, found
    return replace(brief, body=replace(brief.body, source="")), found


def reading_keys(code: str, loaded: Loaded) -> list[str]:
    """Digests of everything that ``read_brief`` depends on, for each file of a brief."""
    twins = loaded.config.makes("markdown")
    return [digest(code, source, twins) for source in loaded.briefs]


def parse_all(root: Path, loaded: Loaded) -> tuple[Parsed, ...]:
    """Every brief, drafts too, by path."""
    keys = reading_keys(code_fingerprint(), loaded)
    with Store(root / ".cache") as store:
        known = store.get_many("parse", keys)
        missing = {key: source for key, source in zip(keys, loaded.briefs, strict=True) if key not in known}
        read = partial(read_brief, loaded.config.makes("markdown"))
        values = map_ordered(read, list(missing.values()), jobs=default_jobs())
        fresh = dict(zip(missing, values, strict=True))
        store.put_many("parse", fresh)
    found = {**known, **fresh}
    return tuple(Parsed(source, *found[key]) for key, source in zip(keys, loaded.briefs, strict=True))


def catalog_of(parsed: Iterable[Parsed], loaded: Loaded, now: datetime | None = None) -> Catalog:
    """The catalog of all briefs, drafts too, or of those that are public at a moment."""
    briefs = (one.brief for one in parsed if one.brief and (now is None or is_public(one.brief, now)))
    return build_catalog(
        briefs, parse_entities(loaded.entities)[0], parse_tags(loaded.tags)[0], parse_stories(loaded.stories)[0]
    )


def briefs_of(parsed: tuple[Parsed, ...]) -> Iterator[tuple[Source, Brief]]:
    """The briefs that could be read, with their files."""
    for one in parsed:
        if one.brief is not None:
            yield one.source, one.brief
