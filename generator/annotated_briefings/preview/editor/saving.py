"""What was typed on the page of a brief, written to its file: also where somebody else has changed it meanwhile."""

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Append, Change, Remove, Set
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import keys_before
from annotated_briefings.content.model import Brief
from annotated_briefings.editing.corrections.changed_figures import ChangedFigure, changed_figures
from annotated_briefings.importer.merging import Conflict, merge_briefs
from annotated_briefings.preview.editor.opened import (
    Opened,
    PageQuestion,
    brief_path,
    now,
    open_brief,
    text_of,
    unsaved_text,
)
from annotated_briefings.preview.editor.release import GUESSES, change_brief, guess_changes, release_brief, releases
from annotated_briefings.preview.session import Session
from annotated_briefings.site.model.catalog import is_public
from annotated_briefings.site.urls import brief_url
from annotated_briefings.storage.edit_file import Refused

MINE, FILE = "mine", "file"
"""Whose lines are taken where both changed the same ones."""
DRAFT = "draft"
"""What is asked for where a save would make the brief public, and it shall stay a draft."""


class Saved(Value):
    """What became of a save."""

    text: str
    """The file now, or what it would have been."""
    merged: bool = False
    """Whether changes that somebody else made meanwhile are in it."""
    parts: tuple[tuple[str, str, str], ...] = ()
    """Where both changed the same lines, and nothing was written: those lines before, as typed on the page, and as they
    are in the file."""
    errors: tuple[Diagnostic, ...] = ()
    """Why nothing was written: the brief could not be read any more, and nobody has agreed to that."""
    publishes: bool = False
    """Whether nothing was written because it would make the brief public, and the gate comes first."""
    kept: str = ""
    """An address that the public brief had before and that leads to it from now on; empty where it has not moved."""
    released: bool = False
    """Whether the brief was made public by it, or sooner than before."""
    figures: tuple[ChangedFigure, ...] = ()
    """Figures that readers have seen with another value."""


def save(session: Session, asked: PageQuestion) -> Saved:
    """Write what was typed. ``base`` is the text of the file that the page was filled from; where the file has another
    one now, both changes go into it. Raises Refused."""
    path = brief_path(session, asked)
    base = str(asked.get("base", ""))
    mine = unsaved_text(asked, base)
    there = text_of(session.request.root, path)
    text, merged = mine, there != base
    if merged:
        parts = list(merge_briefs(base, mine, there))
        both = tuple(_shown(part) for part in parts if isinstance(part, Conflict))
        prefer = asked.get("prefer")
        if both and prefer not in (MINE, FILE):
            return Saved(mine, parts=both)
        text = "".join(line for part in parts for line in _chosen(part, prefer == MINE))
    before, after = (open_brief(session, Source(path, one)) for one in (there, text))
    if after.brief is None and before.brief is not None and not asked.get("force"):
        return Saved(text, errors=_errors(after))
    released = releases(before.brief, after.brief, now())
    if released and asked.get("release") == DRAFT:
        text, released = patch_front_matter(text, [Set(("draft",), True, keys_before("draft"))]) or text, False
    elif released:
        if asked.get("release") not in GUESSES or _errors(after):
            return Saved(text, publishes=True)
        text = patch_front_matter(text, guess_changes(session.request.root, text, str(asked["release"]))) or text

    text, kept = _with_old_address(session, before.brief, after.brief, text)

    def swapped(current: str) -> str:
        if current != there:
            raise Refused(
                report(
                    "patch",
                    f"`{path}` was changed by somebody else at the same time",
                    Place(path),
                    help="save again; nothing was changed",
                )
            )
        return text

    (release_brief if released else change_brief)(session, path, swapped)
    language = session.derived.loaded.config.language
    # What somebody else changed meanwhile is new to readers too.
    seen = open_brief(session, Source(path, base)).brief if merged else before.brief
    figures = tuple(changed_figures(seen, after.brief, now(), language))
    return Saved(text, merged, kept=kept, released=released, figures=figures)


def _with_old_address(session: Session, before: Brief | None, after: Brief | None, text: str) -> tuple[str, str]:
    """The text of a public brief whose address changes with the old one under ``redirect_from``, and that address."""
    if before is None or after is None or before.slug == after.slug or not is_public(before, now()):
        return text, ""
    old, new = brief_url(before.slug), brief_url(after.slug)
    written = [_bare(ref.text) for ref in after.redirect_from]
    # An address of the brief itself is no old one.
    own = [Remove(("redirect_from", place)) for place in reversed(range(len(written))) if written[place] == _bare(new)]
    others = session.derived.briefs.values()
    taken = _bare(old) in written or any(one.slug == before.slug for one in others if one.path != before.path)
    listed = len(written) > len(own)
    changes: tuple[Change, ...] = tuple(own)
    if not taken:
        whole = Set(("redirect_from",), [old], keys_before("redirect_from"))
        changes = (*own, Append(("redirect_from",), (old,))) if listed else (whole,)
    changed = patch_front_matter(text, changes)
    return (text, "") if changed is None else (changed, "" if taken else old)


def _bare(address: str) -> str:
    return address.strip("/").removesuffix("/index.html")


def _errors(opened: Opened) -> tuple[Diagnostic, ...]:
    return tuple(one for one in opened.diagnostics if one.severity is Severity.ERROR)


def _shown(part: Conflict) -> tuple[str, str, str]:
    return "".join(part.base), "".join(part.edited), "".join(part.incoming)


def _chosen(part: tuple[str, ...] | Conflict, mine: bool) -> tuple[str, ...]:
    return part if not isinstance(part, Conflict) else part.edited if mine else part.incoming
