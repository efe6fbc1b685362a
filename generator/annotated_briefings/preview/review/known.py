"""What the lists of the desk are made from: the site in memory, with what imports asked and what editors decided."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Place
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.entities.gathered import Suggestion
from annotated_briefings.intake.history.lines import ImportRun
from annotated_briefings.preview.known_tasks import KnownTasks
from annotated_briefings.preview.overlay import editor_address
from annotated_briefings.preview.session import Session
from annotated_briefings.project.derive import Derived
from annotated_briefings.project.provenance import collected_text
from annotated_briefings.reports.missing_corrections import MissingCorrection, missing_corrections
from annotated_briefings.reports.pending import OpenQuestions, asked_of
from annotated_briefings.site.urls import brief_url

ListRow = dict[str, Any]
"""One entry of a list, as JSON; ``key`` names it within its list."""


@dataclass
class KnownSite:
    """The site as the lists show it, each part found when it is first asked for."""

    session: Session
    """The site in memory."""
    derived: Derived
    """What it was when this was made."""
    now: datetime
    """The moment."""
    tasks: KnownTasks
    """What is pending in it."""
    names: Sequence[Suggestion] = ()
    """Names that the registry lacks, as far as they are found yet."""

    @property
    def root(self) -> Path:
        """The site folder."""
        return self.session.request.root

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """The briefs that can be read, by path."""
        parsed = self.derived.parsed
        return {path: brief for path, brief in self.derived.briefs.items() if parsed[path].brief is not None}

    @cached_property
    def asked(self) -> OpenQuestions:
        """What imports asked."""
        return asked_of(self.root, list(self.briefs.values()))

    @cached_property
    def missing_corrections(self) -> tuple[MissingCorrection, ...]:
        """Figures of public briefs that an import has changed, and readers are not told of."""
        return tuple(missing_corrections(self.root, self.derived.loaded.config, self.asked, self.now))

    @cached_property
    def runs(self) -> Mapping[str, ImportRun]:
        """The imports that were not taken back, by id, the newest first."""
        undone = {undo.run for undo in self.asked.history.undone}
        return {run.id: run for run in reversed(self.asked.history.runs) if run.id not in undone}

    @cached_property
    def run_of(self) -> Mapping[str, str]:
        """The import that brought each brief, by path."""
        return {entry.brief: entry.run for entry in self.asked.entries.values() if entry.verdict == "brief"}

    @cached_property
    def found(self) -> Mapping[str, Sequence[Diagnostic]]:
        """What is wrong, by file."""
        out: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in self.session.diagnostics:
            out[one.place.path].append(one)
        return out

    def head(self, brief: Brief) -> ListRow:
        """What tells which brief an entry is about."""
        language = brief.language or self.derived.loaded.config.language
        return {"path": brief.path, "title": brief.title, "url": brief_url(brief.slug), "lang": language}

    def editor(self, place: Place) -> str:
        """The address that opens a place in the editor's program; empty where the settings name none."""
        pattern = self.derived.loaded.config.editor_url
        return editor_address(self.root, pattern, place.path, place.line)

    def collected(self, identity: str) -> str:
        """The collected text of an article; empty where it is not here."""
        return collected_text(self.root, identity) or ""
