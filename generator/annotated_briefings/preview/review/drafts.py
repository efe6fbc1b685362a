"""The list of drafts: what tells them apart, what is wrong with each, and what is known of the imports that brought
them."""

from collections import Counter
from collections.abc import Iterator

from annotated_briefings.base.dates import in_zone, read_moment
from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.base.source import Place
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.desk_remedies import desk_remedy
from annotated_briefings.editing.field_labels import field_words
from annotated_briefings.preview.editor.release import later_hold_reason
from annotated_briefings.preview.moments import shown_moment
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.site.model.catalog import why_held

DRAFT, WAITING, PUBLIC = "draft", "waiting", "public"
"""States of a brief: a draft, one that a time holds back, and one that readers see."""


def draft_rows(site: KnownSite, state: str) -> Iterator[ListRow]:
    """The briefs in a state; among drafts also files that cannot be read."""
    for path, one in site.derived.parsed.items() if state == DRAFT else ():
        if one.brief is None:
            yield {**_broken(site, path), "unread": True}
    for brief in site.briefs.values():
        if _state(site, brief) == state:
            yield _row(site, brief)


def import_rows(site: KnownSite) -> list[ListRow]:
    """The imports that brought briefs which are still there, the newest first."""
    counts = Counter(site.run_of.get(path, "") for path in site.briefs)
    named = {run.id: ", ".join(run.files[:3]) + (" …" if len(run.files) > 3 else "") for run in site.runs.values()}
    return [
        {
            "id": run.id,
            "at": _moment_of(site, run.at),
            "files": "decisions of editors" if run.files == (DECISIONS,) else named[run.id],
        }
        for run in site.runs.values()
        if counts[run.id]
    ]


def _moment_of(site: KnownSite, at: str) -> str:
    """The moment of an import on the clocks of the site."""
    moment = read_moment(at)
    return shown_moment(moment, site.derived.loaded.config.time_zone, site.now) if moment else at


def _day(site: KnownSite, brief: Brief) -> str:
    """The day of a brief, with the time that it may have on the clocks of the site."""
    written = brief.date.iso if brief.date else ""
    moment = read_moment(written) if "T" in written else None
    return f"{in_zone(moment, site.derived.loaded.config.time_zone):%Y-%m-%d %H:%M}" if moment else written


def _state(site: KnownSite, brief: Brief) -> str:
    return DRAFT if brief.draft else WAITING if why_held(brief, site.now) else PUBLIC


def _broken(site: KnownSite, path: str) -> ListRow:
    last = site.derived.briefs.get(path)
    return {
        "key": path,
        "path": path,
        "title": last.title if last else path.rpartition("/")[2],
        "editor": site.editor(Place(path, 1, 1)),
        "problems": _problems(site, path),
    }


def _problems(site: KnownSite, path: str) -> list[ListRow]:
    """The errors and warnings of a file."""
    return [
        {"severity": one.severity.value, "message": one.message, "help": desk_remedy(one.help)}
        for one in _shown(site, path)
    ]


def _shown(site: KnownSite, path: str) -> list[Diagnostic]:
    return [one for one in site.found.get(path, ()) if one.severity is not Severity.HINT]


def _row(site: KnownSite, brief: Brief) -> ListRow:
    return {
        "key": brief.path,
        **site.head(brief),
        "summary": brief.summary,
        "date": brief.date.iso if brief.date else "",
        "when": _day(site, brief),
        "held": later_hold_reason(site.session, brief, site.now),
        "outlets": list(dict.fromkeys(source.outlet for source in brief.sources if source.outlet)),
        "tags": [ref.text for ref in brief.tags],
        "story": brief.story,
        "suggested": "" if brief.story else brief.suggested_story,
        "confidence": brief.confidence,
        "derived": [field_words(name) for name in brief.derived],
        "run": site.run_of.get(brief.path, ""),
        "imported": bool(brief.articles),
        "editor": site.editor(Place(brief.path, 1, 1)),
        "problems": [*_problems(site, brief.path), *_pending(site, brief)],
    }


def _pending(site: KnownSite, brief: Brief) -> list[ListRow]:
    """What else is pending in a brief, as the gate has it."""
    tasks = site.tasks.of_brief(brief, site.found.get(brief.path, ()), _shown(site, brief.path))
    return [{"severity": "pending", "message": one.message, "help": ""} for one in tasks]
