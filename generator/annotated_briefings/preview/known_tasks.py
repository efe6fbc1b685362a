"""What is pending in a site that is held in memory: found once for all pages of the desk that show it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.content.model import Brief
from annotated_briefings.importer.recorded import exact_text
from annotated_briefings.preview.session import Session
from annotated_briefings.reports.brief_tasks import Task, tasks_of_brief
from annotated_briefings.reports.status import tasks_of
from annotated_briefings.storage.ledger import open_ledger

SECTIONS = {
    "draft": "drafts",
    "incoming": "versions",
    "version": "versions",
    "place": "places",
    "copy": "copies",
    "note": "notes",
    "quote": "quotes",
    "name": "names",
}
"""Kinds of tasks that have a list of their own."""
_ELSEWHERE = ("draft", "guess", "story", "time", "moved", "unreadable")
"""Kinds of tasks that the pages of drafts show in their own way."""
_IN_BRIEF = ("note", "quote", "unchecked", "point", "reprint")


@dataclass(slots=True)
class KnownTasks:
    """The pending tasks of the site of a session."""

    session: Session
    """The site in memory."""
    _stamp: tuple[object, ...] = ()
    _tasks: tuple[Task, ...] = ()
    _by_path: dict[str, list[Task]] = field(default_factory=dict)

    def every(self) -> tuple[Task, ...]:
        """All of them but names that the registry lacks, which take longest."""
        session = self.session
        root = session.request.root
        files = (exact_text(root, DECISIONS), open_ledger(root))
        before = self._stamp
        # Values of the session are the same objects as long as nothing has changed.
        if not before or before[0] is not session.derived or before[1] != files:
            self._tasks = tasks_of(root, session.derived, datetime.now(UTC), names=False)
            self._stamp, self._by_path = (session.derived, files), {}
            for task in self._tasks:
                self._by_path.setdefault(task.path, []).append(task)
        return self._tasks

    def of_brief(self, brief: Brief, found: Collection[Diagnostic], reported: Iterable[Diagnostic]) -> tuple[Task, ...]:
        """What is pending in a brief, as it is in its file or as it would be, with what only readers of it would meet;
        ``found`` is what is wrong with it, and ``told`` what of that is shown already."""
        self.every()
        session = self.session
        known = self._by_path.get(brief.path, ())
        others = [task for task in known if task.kind not in (*_ELSEWHERE, *_IN_BRIEF)]
        own = tasks_of_brief(session.request.root, session.derived, brief, found)
        codes = {one.code for one in reported}
        return tuple(task for task in (*others, *own) if task.code not in codes)
