"""The one place that decides whether a change of its file makes a brief public: then the gate comes first.

Whatever changes briefs at the desk goes through `change_brief`, which refuses a change that lets readers see a brief
sooner than before. Only the gate, which an editor has read, may make such a change, with `release_brief`.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from annotated_briefings.base.dates import local_time, moments_of
from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.patch import Change, Set
from annotated_briefings.base.yaml.writer import AsTyped
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import can_be_refused, confirming, keys_before, refusing
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.confirm import guesses_of
from annotated_briefings.preview.editor.opened import named, now
from annotated_briefings.preview.moments import shown_distance, shown_moment
from annotated_briefings.preview.session import Session
from annotated_briefings.project.briefs import parse_one, parse_options
from annotated_briefings.site.model.catalog import why_held
from annotated_briefings.storage.edit_file import Refused, patch_file

CONFIRM, REMOVE, KEEP = "confirm", "remove", "keep"
"""What becomes of guesses of import when a brief is published: confirmed, taken out, or left unconfirmed."""
GUESSES = (CONFIRM, REMOVE, KEEP)
Patch = Callable[[str], str | None]


class ChosenTime(Value):
    """A time that an editor has chosen for a brief to appear."""

    written: str
    """How the file has it; empty where it is no time."""
    shown: str
    """The time in words, with how far ahead it is."""
    past: bool
    """Whether it is over."""
    wrong: str
    """Why it is no time; empty where it is one."""


def first_public(brief: Brief | None, moment: datetime) -> datetime | None:
    """When readers see a brief first, from a moment on; None where nothing but an edit lets them."""
    if brief is None or brief.draft:
        return None
    first = max(filter(None, (moment, brief.embargo_until, brief.publish_at)))
    return None if brief.expires_at and first >= brief.expires_at else first


def releases(before: Brief | None, after: Brief | None, moment: datetime) -> bool:
    """Whether a change lets readers see a brief that they would not see before, or sooner."""
    old, new = first_public(before, moment), first_public(after, moment)
    return new is not None and (old is None or new < old)


def text_releases(session: Session, path: str, before: str, after: str) -> bool:
    """The same of two texts of a file."""
    reading = parse_options(session.derived.loaded.config)
    old, new = (parse_one(reading, Source(path, text))[0] for text in (before, after))
    return releases(old, new, now())


def change_brief(session: Session, path: str, patch: Patch, *, dry_run: bool = False) -> tuple[str, str]:
    """Change the file of a brief: its text before and after. Raises Refused, also for a change that would publish."""

    def guarded(text: str) -> str | None:
        after = patch(text)
        if after is not None and after != text and text_releases(session, path, text, after):
            message = "this would make the brief public"
            help_ = "open the brief and publish it there; nothing was changed"
            raise Refused(report("refused-change", message, Place(path), help=help_))
        return after

    return patch_file(session.request.root, path, guarded, dry_run=dry_run)


def release_brief(session: Session, path: str, patch: Patch, *, dry_run: bool = False) -> tuple[str, str]:
    """The same for a change that an editor has agreed to at the gate."""
    return patch_file(session.request.root, path, patch, dry_run=dry_run)


def released_text(root: Path, text: str, guesses: str, more: Sequence[Change] = ()) -> str | None:
    """The file of a brief as no draft, with the guesses of import confirmed, taken out or left."""
    draft = Set(("draft",), False, keys_before("draft"))
    return patch_front_matter(text, (*guess_changes(root, text, guesses), *more, draft))


def guess_changes(root: Path, text: str, guesses: str) -> Sequence[Change]:
    """The changes that confirm all guesses of import, take out those that a brief can do without, or none."""
    found = guesses_of(root, text)
    if guesses == CONFIRM:
        return confirming(text, found)
    return refusing(text, [one for one in found if can_be_refused(one)]) if guesses == REMOVE else ()


def chosen_time(session: Session, typed: str) -> ChosenTime:
    """A time of the site's zone that an editor has typed or picked, such as `2026-12-02T10:00`."""
    config, moment = session.derived.loaded.config, now()
    local = local_time(typed.replace("T", " "))
    moments = moments_of(local, config.time_zone) if local else ()
    if local is None or not moments:
        wrong = "no such time is on the clock there that day" if local else "no time is given"
        return ChosenTime("", "", False, wrong)
    # A time that comes twice, when summer time ends, is written in UTC: the first of the two.
    plain = config.written_zone and len(moments) == 1
    written = f"{local:%Y-%m-%d %H:%M}" if plain else f"{moments[0].astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    shown = f"{shown_moment(moments[0], config.time_zone, moment)} ({shown_distance(moments[0], moment)})"
    return ChosenTime(written, shown, moments[0] <= moment, "")


def schedule_change(session: Session, path: str, typed: str) -> Change:
    """The change that lets a brief appear at a time. Raises Refused for one that is over, or none."""
    when = chosen_time(session, typed)
    if when.wrong:
        help_ = "give a day and a time; nothing was changed"
        raise Refused(report("refused-change", when.wrong, Place(path), help=help_))
    if when.past:
        message, help_ = f"this time is past: {when.shown}", "publish it now, or give a later time; nothing was changed"
        raise Refused(report("refused-change", message, Place(path), help=help_))
    return Set(("publish_at",), AsTyped.where_safe(when.written), keys_before("publish_at"))


def held_reason(session: Session, brief: Brief, moment: datetime) -> str:
    """Why a brief is not public, in words for editors and in the zone of the site; empty where it is."""
    zone = session.derived.loaded.config.time_zone
    return why_held(brief, moment, lambda one: shown_moment(one, zone, moment))


def later_hold_reason(session: Session, brief: Brief, moment: datetime) -> str:
    """What would hold a brief back if it were no draft: its embargo, or another time; empty for nothing."""
    return held_reason(session, replace(brief, draft=False), moment)


def release_message(session: Session, path: str) -> str:
    """What a brief is for readers, now that an editor has published or scheduled it."""
    brief, moment, name = session.derived.briefs.get(path), now(), named(session, path)
    first = first_public(brief, moment)
    if brief is None or first is None:
        why = held_reason(session, brief, moment) if brief else "it cannot be read"
        return f"released {name}; not public: {why}"
    if first <= moment:
        return f"published {name}"
    appears = f"appears {shown_moment(first, session.derived.loaded.config.time_zone, moment)}"
    if first == brief.embargo_until:
        return f"released {name}; {appears}, when its embargo ends"
    return f"scheduled {name}; {appears}"


def releases_message(session: Session, paths: Sequence[str]) -> str:
    """The same of many briefs."""
    if len(paths) == 1:
        return release_message(session, paths[0])
    moment, briefs = now(), [session.derived.briefs.get(path) for path in paths]
    later = sum(first_public(brief, moment) != moment for brief in briefs)
    message = f"published {len(paths) - later} briefs"
    return message + (f"; {later} more are released and still held back by a time" if later else "")
