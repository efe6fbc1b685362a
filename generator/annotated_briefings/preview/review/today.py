"""Everything that is pending, as `briefings status` lists it: each kind with where it is settled."""

import re
from collections import defaultdict
from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import as_data
from annotated_briefings.base.yaml.patch import Set
from annotated_briefings.build.publishing.moved import moved_in
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import confirming, refusing
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.confirm import guesses_of
from annotated_briefings.editing.corrections.changed_figures import day_in, with_correction
from annotated_briefings.editing.declare import named_story
from annotated_briefings.editing.desk_remedies import desk_remedy
from annotated_briefings.editing.redirects import keep_addresses
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.importer.operations.attach import AttachRequest, attach
from annotated_briefings.intake.reading import Piece
from annotated_briefings.preview.editor.opened import PageQuestion, named
from annotated_briefings.preview.editor.release import change_brief
from annotated_briefings.preview.known_tasks import SECTIONS
from annotated_briefings.preview.page_answer import BARE
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.reports.brief_tasks import Task
from annotated_briefings.reports.status import GONE, HEADINGS, duplicate_id
from annotated_briefings.site.model.catalog import is_public
from annotated_briefings.site.model.relations import name_of_source
from annotated_briefings.storage.journal import Recording

_PATH = regex(r"briefings/[^,:]+?\.(?:md|markdown)(?=[,:]|$)")
_SHOWN = 60
"""Tasks of one kind that are listed here."""


def today_rows(site: KnownSite) -> Iterator[ListRow]:
    """The kinds of pending tasks, each with its tasks; names, which take longest, have only their own list."""
    groups: dict[str, list[Task]] = defaultdict(list)
    for task in site.tasks.every():
        groups[task.kind].append(task)
    settled = {what: identity for identity, what in site.asked.refused.items()}
    for kind, heading in HEADINGS.items():
        if kind in groups:
            shown = [] if kind == "draft" else groups[kind][:_SHOWN]
            yield {
                "key": kind,
                "title": heading[0].upper() + heading[1:],
                "section": SECTIONS.get(kind, ""),
                "count": len(groups[kind]),
                "tasks": [_row(site, one, settled) for one in shown],
            }


def _row(site: KnownSite, task: Task, settled: dict[tuple[str, str], str]) -> ListRow:
    brief = site.briefs.get(task.path)
    identity = ""
    if task.kind == "refused":
        identity = settled.get((task.path, task.message.removeprefix("was not taken: ")), "")
    missed = (
        next((one for one in site.missing_corrections if one.path == task.path), None)
        if task.kind == "correction"
        else None
    )
    identity = missed.id if missed else identity
    head = site.head(brief) if brief else {"path": task.path, "title": task.path, "url": "", "lang": ""}
    if brief is None and task.path in site.derived.parsed:
        head["url"] = f"{BARE}?path={task.path}"
    other = _other(site, task)
    return {
        **head,
        "key": f"{task.path} {task.message}",
        "message": _with_headlines(site, task),
        "command": _where(task),
        "id": identity or (duplicate_id(task.path, other["path"]) if other else ""),
        "sources": _sources(brief, task) if brief else [],
        "story": brief.suggested_story if brief else "",
        "address": task.message.removesuffix(GONE) if task.kind == "moved" else "",
        "other": other,
        "figures": [as_data(one) for one in missed.figures] if missed else [],
        "editor": site.editor(Place(task.path, task.line or 1, 1)),
    }


def _where(task: Task) -> str:
    """Where a task is settled that no button here settles; empty where nothing is to be done."""
    if task.kind == "time":
        return ""
    bare = task.command.startswith("briefings ") and "`" not in task.command
    return desk_remedy(f"`{task.command}`" if bare else task.command)


def _with_headlines(site: KnownSite, task: Task) -> str:
    """The message of a task with other briefs by their headlines."""
    if task.kind not in ("duplicate", "story"):
        return task.message
    return _PATH.sub(lambda found: named(site.session, found[0]), task.message)


def _sources(brief: Brief, task: Task) -> list[ListRow]:
    """The sources of a brief that a task is about: each with its number and its name."""
    named_so = re.search(r"--source (\d+)", task.command)
    chosen = [int(named_so[1])] if task.kind == "unchecked" and named_so else []
    if task.kind == "reprint":
        names = [one.outlet or one.title for one in brief.sources]
        chosen = [n for n, name in enumerate(names, 1) if name and f"`{name}`" in task.message] or [1]
    every = range(1, len(brief.sources) + 1)
    return [{"number": n, "name": name_of_source(brief, brief.sources[n - 1])} for n in chosen if n in every]


def allow_reprint(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Write into a source of a brief what allows its text to be reprinted."""
    path, number, licence = str(asked.get("path", "")), asked.get("source"), str(asked.get("licence", "")).strip()
    if not isinstance(number, int) or number < 1 or not licence:
        message = "no licence is given"
        return (report("refused-change", message, Place(path), help="write what allows it, such as `CC BY 4.0`"),)
    change = Set(("sources", number - 1, "licence"), licence)
    change_brief(site.session, path, lambda text: patch_front_matter(text, [change]))
    return ()


def attach_text(site: KnownSite, asked: PageQuestion, step: Recording) -> tuple[str, tuple[Diagnostic, ...]]:
    """Keep a text that was pasted as that of a source, so that quotes of it are checked: what to tell of it."""
    path, number, text = str(asked.get("path", "")), asked.get("source"), str(asked.get("text", ""))
    if not text.strip():
        help_ = "paste the text of the source; nothing was changed"
        return "", (report("refused-change", "no text is given", Place(path), help=help_),)
    piece = Piece("pasted.txt", f"{text}\n".encode())
    done = attach(AttachRequest(site.root, path, piece, number if isinstance(number, int) else 0))
    step.changed += [LEDGER]
    quotes = f"{done.quotes} quote" if done.quotes == 1 else f"{done.quotes} quotes"
    return f"kept the text of {done.name or 'the source'}: it has {done.found} of {quotes}", ()


def publish_correction(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Tell readers of figures that an import has changed, by a correction or by the day of the change alone."""
    path, wrong = str(asked.get("path", "")), asked.get("wrong") or []
    missed = next((one for one in site.missing_corrections if one.path == path), None)
    if missed is None:
        message = "readers are told of it already"
        return (report("refused-change", message, Place(path), help="load the page again; nothing was changed"),)
    brief, why = site.briefs[path], " ".join(str(asked.get("why") or "").split())
    pairs = [(str(one["was"]), str(one["now"])) for one in wrong]
    day = day_in(site.derived.loaded.config.time_zone, site.now)
    change_brief(site.session, path, lambda text: with_correction(text, brief, pairs, why, day))
    return decide(site.root, [{"seen": missed.id}])


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
    brief, title = site.briefs.get(path), str(asked.get("title") or "").strip()
    if brief and brief.suggested_story and title and field == "story" and asked.get("do") == "confirm":
        named_story(site.root, brief.suggested_story, title)
    change = refusing if asked.get("do") == "refuse" else confirming

    def patched(text: str) -> str | None:
        chosen = [guess for guess in guesses_of(site.root, text) if field in ("", guess.field)]
        return patch_front_matter(text, change(text, chosen))

    change_brief(site.session, path, patched)
    return ()
