"""Checks of briefs that are not public: drafts and the like, and those that an error leaves out."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import attempt_brief
from annotated_briefings.project.briefs import Parsed
from annotated_briefings.project.provenance import Provenances
from annotated_briefings.project.receipts import prove
from annotated_briefings.site.checks.table import check_alone
from annotated_briefings.site.model.catalog import build_catalog


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
