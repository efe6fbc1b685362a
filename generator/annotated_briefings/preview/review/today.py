"""Everything that is pending, as `briefings status` lists it: each kind with where it is settled."""

from collections import defaultdict
from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place
from annotated_briefings.build.moved import moved_in
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import confirming, guesses_in, refusing
from annotated_briefings.editing.redirects import keep_addresses
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.preview.editor.opened import PageQuestion
from annotated_briefings.preview.page_answer import BARE
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.reports.status import GONE, HEADINGS, Task, tasks_of
from annotated_briefings.site.model.catalog import is_public
from annotated_briefings.storage.edit_file import patch_file

_SECTIONS = {
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
_SHOWN = 60
"""Tasks of one kind that are listed here."""


def today_rows(site: KnownSite) -> Iterator[ListRow]:
    """The kinds of pending tasks, each with its tasks; names, which take longest, have only their own list."""
    groups: dict[str, list[Task]] = defaultdict(list)
    for task in tasks_of(site.root, site.derived, site.now, names=False):
        groups[task.kind].append(task)
    settled = {what: identity for identity, what in site.asked.refused.items()}
    for kind, heading in HEADINGS.items():
        if kind in groups:
            shown = [] if kind == "draft" else groups[kind][:_SHOWN]
            yield {
                "key": kind,
                "title": heading[0].upper() + heading[1:],
                "section": _SECTIONS.get(kind, ""),
                "count": len(groups[kind]),
                "tasks": [_row(site, one, settled) for one in shown],
            }


def _row(site: KnownSite, task: Task, settled: dict[tuple[str, str], str]) -> ListRow:
    brief = site.briefs.get(task.path)
    identity = ""
    if task.kind == "refused":
        identity = settled.get((task.path, task.message.removeprefix("was not taken: ")), "")
    head = site.head(brief) if brief else {"path": task.path, "title": task.path, "url": "", "lang": ""}
    if brief is None and task.path in site.derived.parsed:
        head["url"] = f"{BARE}?path={task.path}"
    return {
        **head,
        "key": f"{task.path} {task.message}",
        "message": task.message,
        "command": task.command,
        "id": identity,
        "address": task.message.removesuffix(GONE) if task.kind == "moved" else "",
        "other": _other(site, task),
        "editor": site.editor(Place(task.path, 1, 1)),
    }


def _other(site: KnownSite, task: Task) -> ListRow | None:
    """The brief that a suspected copy is like."""
    words = task.message.removesuffix(":").replace(":", " ").split() if task.kind == "duplicate" else ()
    brief = next((site.briefs[word] for word in words if word in site.briefs), None)
    return site.head(brief) if brief else None


def keep_address(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Write an address that a brief had before into its front matter."""
    path, address = str(asked.get("path", "")), str(asked.get("address", ""))
    public = [brief for brief in site.briefs.values() if is_public(brief, site.now)]
    if not any((one.path, one.address) == (path, address) for one in moved_in(site.root, public)):
        message = f"no brief has moved from `{shortened(address)}`"
        return (report("refused-change", message, Place(path), help="load the page again; nothing was changed"),)
    return keep_addresses(site.root, [(path, address)]).diagnostics


def settle(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """What an import asked is right as it is."""
    return decide(site.root, [{"seen": str(asked.get("id", ""))}])


def settle_guesses(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Confirm or refuse what import concluded of a brief: one field, or all."""
    path, field = str(asked.get("path", "")), str(asked.get("field", ""))
    change = refusing if asked.get("do") == "refuse" else confirming

    def patched(text: str) -> str | None:
        chosen = [guess for guess in guesses_in(text) if field in ("", guess.field)]
        return patch_front_matter(text, change(text, chosen))

    patch_file(site.root, path, patched)
    return ()
