"""Figures of public briefs that an import has changed, while no correction tells readers of it.

The texts of briefs before an import are kept with what was collected, on the machine that imported.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
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


class Untold(Value):
    """What an import has changed in one brief, and readers are not told of."""

    id: str
    """What settles it as it is, under ``seen:`` of the decisions."""
    path: str
    """The file of the brief."""
    figures: tuple[ChangedFigure, ...]
    """The figures."""

    @property
    def told(self) -> str:
        """The figures in words."""
        return ", ".join(f"`{one.was}` is now `{one.now}`" for one in self.figures)


def untold(root: Path, config: Config, asked: OpenQuestions, now: datetime) -> Iterator[Untold]:
    """All of it that nobody has settled, by import and file; ``config`` are the settings of the site."""
    reading = parse_options(config)
    briefs = {brief.path: brief for brief in asked.briefs}
    for run in asked.runs:
        wanted = [path for path, _, _ in run.changed if _is_open(briefs, asked, run.id, path)]
        texts = files_before(root, run.id) or {} if wanted else {}
        for path in wanted:
            text = texts.get(path)
            before = parse_one(reading, Source(path, plain(text)))[0] if text else None
            found = changed_figures(before, briefs[path], now, config.language)
            if found:
                yield Untold(_identity(run.id, path), path, tuple(found))


def _is_open(briefs: Mapping[str, Brief], asked: OpenQuestions, run: str, path: str) -> bool:
    return path in briefs and not briefs[path].draft and _identity(run, path) not in asked.decisions.seen


def _identity(run: str, path: str) -> str:
    return digest("untold", run, path)[:12]
