"""What is to be known before a brief is published: errors, guesses, what is missing, what becomes public with it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Set
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import HIDDEN, Guess, confirming
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.confirm import guesses_of
from annotated_briefings.preview.editor.opened import open_brief, with_broken_links
from annotated_briefings.preview.editor.release import held_reason
from annotated_briefings.preview.editor.signing import may_review
from annotated_briefings.preview.known_tasks import KnownTasks
from annotated_briefings.preview.session import Session
from annotated_briefings.reports.brief_tasks import Task
from annotated_briefings.site.model.catalog import is_public

_GUESSED = ("derived-field", "derived-title")
"""Codes that say of guesses what the gate lists by itself."""


class Gate(Value):
    """What is between a draft and its readers."""

    errors: tuple[Diagnostic, ...]
    """What must be corrected before."""
    guesses: tuple[Guess, ...]
    """What only import concluded."""
    hidden: tuple[str, ...]
    """Those of the guesses that readers see nothing of until they are confirmed."""
    doubts: tuple[Diagnostic, ...]
    """Warnings and hints."""
    lacks: tuple[tuple[str, str, str], ...]
    """What a public brief should have and this one has not: in words, with the remedy and the field."""
    appears: tuple[tuple[str, tuple[str, ...]], ...]
    """What no public brief has named before, with all guesses confirmed: a heading, and the names."""
    pending: tuple[Task, ...]
    """What else is pending in it, as the lists of the desk have it."""
    held: str
    """Why it is not public all the same once it is no draft; empty where nothing holds it back."""
    reviewer: str
    """How the editor at the desk would be named as a reviewer; empty for one who has written or reviewed it, and where
    nobody is named."""


def gate_of(session: Session, source: Source, now: datetime, tasks: KnownTasks | None = None) -> Gate:
    """What is to be known before the brief in a file is published at a moment; ``tasks`` are what is pending in the
    site, where that is asked for."""
    text = patch_front_matter(source.text, [Set(("draft",), False)]) or source.text
    opened = with_broken_links(session, open_brief(session, Source(source.path, text)))
    guesses = guesses_of(session.request.root, source.text)
    errors = tuple(d for d in opened.diagnostics if d.severity is Severity.ERROR)
    brief = opened.attempted
    confirmed = patch_front_matter(text, confirming(text, guesses)) if guesses else None
    fullest = open_brief(session, Source(source.path, confirmed)).attempted if confirmed else brief
    others = [d for d in opened.diagnostics if d not in errors and d.code not in _GUESSED]
    return Gate(
        errors,
        guesses,
        tuple(guess.field for guess in guesses if guess.suggested or guess.field in HIDDEN),
        tuple(others),
        tuple(_lacks(brief)) if brief else (),
        tuple(_appears(session, fullest, now)) if fullest else (),
        tasks.of_brief(brief, opened.diagnostics, opened.diagnostics) if tasks and brief else (),
        held_reason(session, brief, now) if brief else "",
        session.request.person
        if brief and may_review(session.derived.registry.people, brief, session.request.person)
        else "",
    )


def _lacks(brief: Brief) -> Iterator[tuple[str, str, str]]:
    """What the checks of a site say of public briefs alone: each with its remedy and its field."""
    if brief.date is None and "date" not in brief.derived:
        yield "the brief has no date, so no feed and no day of the archive shows it", "add `date`", "date"
    if not brief.sources:
        yield "the brief names no source", "add one under `sources`", "sources"
    for number, source in enumerate(brief.sources):
        if not source.outlet and "outlet" not in brief.derived:
            yield f"source {number + 1} has no outlet", "add it where it is known", f"sources.{number}.outlet"
    if not brief.tags:
        yield "the brief has no tags", "add one or two", "tags"


def _appears(session: Session, brief: Brief, now: datetime) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the brief would be the first to make public."""
    derived = session.derived
    context, catalog = derived.context, derived.declared
    public = [b for b in derived.briefs.values() if b.path != brief.path and is_public(b, now)]
    web = context.web
    known = {entity for b in public for entity in web.named.get(b.slug, ())}
    own = {entity.id for entity in catalog.entities_of((*brief.about, *brief.mentions), brief.language)}
    fresh = own | set(web.named.get(brief.slug, ())) - known
    names = [catalog.entity_of[one].name for one in fresh - known if one in catalog.entity_of]
    tags = {tag for b in public for tag in web.tags.get(b.slug, ())}
    labels = [tag.label for tag in catalog.tags_of(brief) if tag.slug not in tags]
    outlets = {source.outlet for b in public for source in b.sources}
    new = dict.fromkeys(source.outlet for source in brief.sources if source.outlet and source.outlet not in outlets)
    story = brief.story if brief.story and all(b.story != brief.story for b in public) else ""
    title = catalog.story_of[story].title if story in catalog.story_of else story
    days = {b.date.iso for b in public if b.date}
    day = brief.date.iso if brief.date and brief.date.iso not in days else ""
    yield from _some("Entities", sorted(names))
    yield from _some("Tags", labels)
    yield from _some("Story", [title])
    yield from _some("Sources", new)
    yield from _some("Day", [day])


def _some(heading: str, names: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if found := tuple(filter(None, names)):
        yield heading, found
