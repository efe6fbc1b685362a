"""Sites that are built after an edit: with what was kept of the last build, and clean."""

from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from annotated_briefings.build import pipeline
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def make(site: Path, output: Path | None = None, clean: bool = False) -> BuildReport:
    """Build a site."""
    return build(BuildRequest(site, NOW, output=output, clean=clean))


def published(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def makes_all(site: Path, but: Collection[str] = (), settled: bool = True) -> bool:
    """Whether the next build of a site makes all of it; what it gives is that of a clean build, and so is what it
    reports, ``but`` for diagnostics of some codes. ``settled``: the build after it writes nothing."""
    with mock.patch.object(pipeline, "full_build", wraps=pipeline.full_build) as full:
        warm = make(site)
    fresh = site.parent / "fresh"
    cold = make(site, fresh, clean=True)
    assert published(site / "_site") == published(fresh)
    assert [one for one in warm.diagnostics if one.code not in but] == list(cold.diagnostics)
    assert not settled or make(site).written == 0
    return bool(full.call_count)
