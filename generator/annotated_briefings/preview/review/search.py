"""The search for names that the registry lacks, which takes long: it runs beside the preview, and tells what it found
last."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from annotated_briefings.editing.entities.gathered import Suggestion
from annotated_briefings.editing.entities.suggestions import suggest


@dataclass(slots=True)
class NameSearch:
    """Looks for names in a thread of its own, one search at a time."""

    root: Path
    """The site folder."""
    found: Sequence[Suggestion] = ()
    """What the last search found."""
    _wanted: int = 0
    _thread: Thread | None = field(default=None, repr=False)

    def is_looking(self, revision: int) -> bool:
        """Whether names of this revision of the site are still looked for; a search is begun where there was none."""
        running = self._thread is not None and self._thread.is_alive()
        if not running and self._wanted != revision:
            self._wanted = revision
            self._thread = Thread(target=self._search, daemon=True)
            self._thread.start()
            return True
        return running

    def _search(self) -> None:
        self.found = suggest(self.root).found
