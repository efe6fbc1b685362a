"""All briefs of a site, read; what a build has read already is remembered."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.base.diagnostics import Diagnostic
from generator.base.digest import digest
from generator.base.source import Source
from generator.content.model import Brief
from generator.content.parse import parse_brief
from generator.run.fingerprint import code_fingerprint
from generator.run.loading import Loaded
from generator.run.store import Store
from generator.run.workers import default_jobs, map_ordered


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


def briefs_of(parsed: tuple[Parsed, ...]) -> Iterator[tuple[Source, Brief]]:
    """The briefs that could be read, with their files."""
    for one in parsed:
        if one.brief is not None:
            yield one.source, one.brief
