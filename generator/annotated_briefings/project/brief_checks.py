"""Checks of each brief among the others: those that are public in groups, of which only what may have changed is looked
at again, and those that are not: drafts and the like, and those that an error leaves out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.digest import digest
from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import attempt_brief
from annotated_briefings.engine.memo import Steps
from annotated_briefings.project.briefs import Parsed
from annotated_briefings.project.provenance import Provenances
from annotated_briefings.project.receipts import prove
from annotated_briefings.site.checks.table import BriefFile, LookAt, check_alone, look_at, names_of
from annotated_briefings.site.model.catalog import Catalog, build_catalog

_IN_GROUP = 32
"""Briefs that are looked at together."""
_Reported = tuple[Diagnostic, ...]


def in_groups(steps: Steps) -> LookAt:
    """Briefs looked at in groups by their slugs; ``steps`` may know what was found in a group."""

    def look(catalog: Catalog, files: Sequence[BriefFile]) -> Sequence[_Reported]:
        names = cache(lambda: digest(names_of(catalog)))
        count = 1 << (len(files) // _IN_GROUP).bit_length()
        groups: list[list[int]] = [[] for _ in range(count)]
        for place, file in enumerate(files):
            groups[crc32(file.brief.slug.encode()) % count].append(place)
        items = [tuple(files[place] for place in group) for group in groups]
        done = steps.map("checks", _look_at_each, catalog, items, lambda group: (names(), group), _IN_GROUP)
        out: list[_Reported] = [()] * len(files)
        for group, found in zip(groups, done, strict=True):
            for place, diagnostics in zip(group, found, strict=True):
                out[place] = diagnostics
        return out

    return look


def _look_at_each(catalog: Catalog, group: Sequence[BriefFile]) -> tuple[_Reported, ...]:
    return tuple(look_at(catalog, file) for file in group)


def check_held(
    root: Path,
    held: Sequence[Brief],
    parsed: Sequence[Parsed],
    public: Sequence[Brief],
    others: tuple[Any, ...],
    sources: Mapping[str, Source],
    known: Provenances,
) -> Iterator[Diagnostic]:
    """What is wrong with briefs that are not public, so that all of it can be corrected before they are.

    They are looked at as if all briefs were public. ``others`` is what a catalog is built from besides briefs; quotes
    of ``held`` ones are looked up with those of public briefs.
    """
    broken = [one for one in parsed if one.brief is None]
    attempts = [attempt_brief(one.source, one.reading.zone, one.reading.language)[0] for one in broken]
    left_out = [brief for brief in attempts if brief]
    if not (held or left_out):
        return
    catalog = build_catalog((*public, *held, *left_out), *others)
    for brief in (*held, *left_out):
        yield from check_alone(catalog, brief, sources)
    for brief in left_out:
        yield from prove(root, [brief], sources, catalog.language, known).diagnostics
