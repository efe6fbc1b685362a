"""The review pages at ``/_desk/`` of the preview: one page that shows its lists, and what it asks, answered as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.base.values import as_data
from annotated_briefings.editing.corrections.changed_figures import changed_figures
from annotated_briefings.importer.recorded import exact_text
from annotated_briefings.preview.editor.names import suggested_names
from annotated_briefings.preview.editor.opened import PageQuestion, now, problem_rows
from annotated_briefings.preview.editor.release import releases_message
from annotated_briefings.preview.page_answer import HOME, POLICY, Response, answer
from annotated_briefings.preview.review import copies, drafts, names, notes, places, quotes, today, versions
from annotated_briefings.preview.review.bulk import plan_bulk
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.preview.review.list_buttons import press
from annotated_briefings.preview.review.search import NameSearch
from annotated_briefings.preview.review.shell import SECTIONS, list_page
from annotated_briefings.preview.served import Preview
from annotated_briefings.storage.journal import read_journal
from annotated_briefings.storage.ledger import open_ledger

_COUNTED = ("drafts", "versions", "copies", "places", "notes", "quotes")
"""Lists that are quick to count."""


@dataclass(slots=True)
class ReviewPages:
    """The lists of the desk."""

    preview: Preview
    """The site in memory."""
    _site: KnownSite | None = None
    _stamp: tuple[object, ...] = ()
    _revision: int = 0
    _rows: dict[str, list[ListRow]] = field(default_factory=dict)
    _search: NameSearch = field(init=False)

    def __post_init__(self) -> None:
        self._search = NameSearch(self.preview.root)

    def show(self, path: str, token: str) -> Response:
        """The page of a list."""
        section = path.removeprefix(HOME).strip("/") or "today"
        if section not in SECTIONS:
            return answer("404 Not Found", b"there is no such page of the desk")
        page = list_page(section, token).encode()
        return answer("200 OK", page, "text/html", ("Content-Security-Policy", POLICY))

    def ask(self, question: str, asked: PageQuestion) -> dict[str, Any] | None:
        """The answer to a question of the page; None where there is no such question."""
        found = _QUESTIONS.get(question)
        return found(self, asked) if found else None

    def known(self) -> KnownSite:
        """The site as it is now."""
        session = self.preview.session
        files = (exact_text(self.preview.root, DECISIONS), open_ledger(self.preview.root))
        before = self._stamp
        # Values of the session are the same objects as long as nothing has changed.
        same = before and before[0] is session.derived and before[1] is session.diagnostics and before[2] == files
        if self._site is None or not same:
            self._site = KnownSite(session, session.derived, datetime.now(UTC), self.preview.tasks, self._search.found)
            self._stamp = (session.derived, session.diagnostics, files)
            self._revision += 1
            self._rows = {}
        return self._site

    def rows(self, section: str, state: str = "") -> list[ListRow]:
        """The entries of a list."""
        site, name = self.known(), f"drafts {state}" if section == "drafts" else section
        if section == "names" and site.names is not self._search.found:
            site.names = self._search.found
            self._rows.pop(name, None)
        if name not in self._rows:
            found = drafts.draft_rows(site, state) if section == "drafts" else _ROWS[section](site)
            self._rows[name] = list(found)
        return self._rows[name]

    def listed(self, asked: PageQuestion) -> dict[str, Any]:
        """A list, unless the page has it as it is."""
        section, state = str(asked.get("section", "")), str(asked.get("state") or drafts.DRAFT)
        site = self.known()
        if section not in SECTIONS:
            return {"items": []}
        journal = read_journal(self.preview.root, self.preview.session.request.person)
        looking = section == "names" and self._search.is_looking(self._revision)
        revision = f"{self._revision} {state} {journal.done} {looking}"
        if asked.get("revision") == revision:
            return {"revision": revision, "same": True}
        return {
            "revision": revision,
            "section": section,
            "items": self.rows(section, state),
            "more": _MORE[section](site) if section in _MORE else {},
            "counts": self._counts(),
            "looking": looking,
            "undo": journal.undo.what if journal.undo else "",
            "redo": journal.redo.what if journal.redo else "",
            "mark": journal.mark,
        }

    def _counts(self) -> dict[str, int]:
        counts = {name: len(self.rows(name, drafts.DRAFT)) for name in _COUNTED}
        # They are looked for only where somebody looks at them, which takes longest.
        if "names" in self._rows:
            counts["names"] = len(self._rows["names"])
        return counts

    def pressed(self, asked: PageQuestion) -> dict[str, Any]:
        """What a button did, and the list after it."""
        path = str(asked.get("path", ""))
        before = self.preview.session.derived.briefs.get(path)
        done = press(self.known(), asked)
        if done.changed:
            self.preview.take(done.changed)
        derived = self.preview.session.derived
        # Only where one brief is changed: undo and redo take back what was told, too.
        figures = changed_figures(before, derived.briefs.get(path), now(), derived.loaded.config.language)
        message = done.message
        if message and asked.get("bulk") == "publish":
            message = releases_message(self.preview.session, [path for path in done.changed if path != DECISIONS])
        return {
            "message": message,
            "problems": problem_rows(done.found),
            "figures": [as_data(one) for one in figures],
            "list": self.listed({**asked, "revision": ""}),
        }

    def planned(self, asked: PageQuestion) -> dict[str, Any]:
        """What a change of many briefs would do to each."""
        found = plan_bulk(self.known(), asked)
        return {
            "briefs": [
                {
                    "path": one.path,
                    "title": one.title,
                    "why": one.why,
                    "lines": list(one.lines),
                    "guesses": list(one.guesses),
                }
                for one in found
            ]
        }

    def texts(self, asked: PageQuestion) -> dict[str, Any]:
        """Long texts of an entry: both of a copy, or the one that words are selected in."""
        site = self.known()
        if asked.get("section") == "copies":
            return copies.copy_texts(site, str(asked.get("id", "")))
        return quotes.texts_of(site, asked)

    def names(self, asked: PageQuestion) -> dict[str, Any]:
        """Names suggested while an editor types."""
        found = suggested_names(self.known().derived, str(asked.get("kind", "")), str(asked.get("typed", "")))
        return {"names": [{"value": one.value, "label": one.label} for one in found]}


_ROWS: Mapping[str, Callable[[KnownSite], Any]] = {
    "today": today.today_rows,
    "versions": versions.version_rows,
    "copies": copies.copy_rows,
    "places": places.place_rows,
    "notes": notes.note_rows,
    "quotes": quotes.quote_rows,
    "names": names.name_rows,
}
_MORE: Mapping[str, Callable[[KnownSite], dict[str, Any]]] = {
    "drafts": lambda site: {"imports": drafts.import_rows(site)},
    "quotes": lambda site: {"unchecked": sum(task.kind == "unchecked" for task in site.tasks.every())},
    "names": lambda site: {"entities": list(names.entity_rows(site)), "tags": list(names.tag_rows(site))},
}
"""What a list needs besides its entries."""
_QUESTIONS: Mapping[str, Callable[[ReviewPages, PageQuestion], dict[str, Any]]] = {
    "list": ReviewPages.listed,
    "press": ReviewPages.pressed,
    "plan": ReviewPages.planned,
    "texts": ReviewPages.texts,
    "names": ReviewPages.names,
}
