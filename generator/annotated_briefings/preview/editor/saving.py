"""What was typed on the page of a brief, written to its file: also where somebody else has changed it meanwhile."""

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.importer.merge import Conflict, merge_lines
from annotated_briefings.preview.editor.opened import PageQuestion, brief_path, open_brief, text_of, unsaved_text
from annotated_briefings.preview.session import Session
from annotated_briefings.storage.edit_file import Refused, patch_file

MINE, FILE = "mine", "file"
"""Whose lines are taken where both changed the same ones."""


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


def save(session: Session, asked: PageQuestion) -> Saved:
    """Write what was typed. ``base`` is the text of the file that the page was filled from; where the file has another
    one now, both changes go into it. Raises Refused."""
    path = brief_path(session, asked)
    base = str(asked.get("base", ""))
    mine = unsaved_text(asked, base)
    there = text_of(session.request.root, path)
    text, merged = mine, there != base
    if merged:
        lines = (tuple(one.splitlines(keepends=True)) for one in (base, mine, there))
        parts = list(merge_lines(*lines))
        both = tuple(_shown(part) for part in parts if isinstance(part, Conflict))
        prefer = asked.get("prefer")
        if both and prefer not in (MINE, FILE):
            return Saved(mine, parts=both)
        text = "".join(line for part in parts for line in _chosen(part, prefer == MINE))
    before, after = (open_brief(session, Source(path, one)) for one in (there, text))
    if after.brief is None and before.brief is not None and not asked.get("force"):
        return Saved(text, errors=tuple(d for d in after.diagnostics if d.severity is Severity.ERROR))

    def swapped(now: str) -> str:
        if now != there:
            raise Refused(
                report(
                    "patch",
                    f"`{path}` was changed by somebody else at the same time",
                    Place(path),
                    help="save again; nothing was changed",
                )
            )
        return text

    patch_file(session.request.root, path, swapped)
    return Saved(text, merged)


def _shown(part: Conflict) -> tuple[str, str, str]:
    return "".join(part.base), "".join(part.edited), "".join(part.incoming)


def _chosen(part: tuple[str, ...] | Conflict, mine: bool) -> tuple[str, ...]:
    return part if not isinstance(part, Conflict) else part.edited if mine else part.incoming
