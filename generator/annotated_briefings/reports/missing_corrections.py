"""Figures of public briefs that an import has changed, while no correction tells readers of it.

The texts of briefs before an import are kept with what was collected, on the machine that imported.
"""

from collections.abc import Collection, Iterator
from datetime import datetime
from glob import escape
from pathlib import Path

from annotated_briefings.base.config import Config
from annotated_briefings.base.digest import digest
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.corrections.changed_figures import ChangedFigure, changed_figures
from annotated_briefings.importer.recorded import files_before, plain
from annotated_briefings.project.briefs import parse_one, parse_options
from annotated_briefings.reports.pending import OpenQuestions
from annotated_briefings.storage.files import read_tree


class MissingCorrection(Value):
    """What an import has changed in one brief, and readers are not told of."""

    id: str
    """What settles it as it is, under ``seen:`` of the decisions."""
    path: str
    """The file of the brief."""
    figures: tuple[ChangedFigure, ...]
    """The figures."""

    @property
    def shown_values(self) -> str:
        """The figures in words."""
        return ", ".join(f"`{one.was}` is now `{one.now}`" for one in self.figures)


def missing_corrections(root: Path, config: Config, asked: OpenQuestions, now: datetime) -> Iterator[MissingCorrection]:
    """All of it that nobody has settled, by import and file; ``config`` are the settings of the site."""
    briefs = {brief.path: brief for brief in asked.briefs}
    for run in asked.runs:
        wanted = [path for path, _, _ in run.changed if path in briefs]
        shown = [briefs[path] for path in wanted if _identity(run.id, path) not in asked.decisions.seen]
        yield from _changed_by(root, config, run.id, shown, now)


def missing_corrections_after(
    root: Path, config: Config, run: str, paths: Collection[str], now: datetime
) -> tuple[MissingCorrection, ...]:
    """The same of an import that has just been made and has changed the briefs of these paths."""
    reading = parse_options(config)
    sources = read_tree(root, map(escape, sorted(paths)))[0] if paths else ()
    briefs = [brief for source in sources if (brief := parse_one(reading, source)[0])]
    return tuple(_changed_by(root, config, run, briefs, now))


def _changed_by(
    root: Path, config: Config, run: str, briefs: list[Brief], now: datetime
) -> Iterator[MissingCorrection]:
    public = [brief for brief in briefs if not brief.draft]
    texts = files_before(root, run) or {} if public else {}
    reading = parse_options(config)
    for brief in public:
        text = texts.get(brief.path)
        before = parse_one(reading, Source(brief.path, plain(text)))[0] if text else None
        if found := changed_figures(before, brief, now, config.language):
            yield MissingCorrection(_identity(run, brief.path), brief.path, tuple(found))


def _identity(run: str, path: str) -> str:
    return digest("untold", run, path)[:12]
