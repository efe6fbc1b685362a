"""Decisions about where articles start, which take effect at once where the file of the import is still there."""

from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import Value
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.importer.unsure import original_of, settle_gap
from annotated_briefings.intake.model import UnsureGap

_WORDS = 8
"""First words of a paragraph that a decision names."""


class CutMade(Value):
    """What a decision about a boundary did."""

    run: str = ""
    """The import that followed it; empty where none did."""
    created: tuple[str, ...] = ()
    """Briefs that it wrote."""
    changed: tuple[str, ...] = ()
    """Briefs that it wrote anew."""
    removed: tuple[str, ...] = ()
    """Briefs that it took away."""
    kept: tuple[str, ...] = ()
    """Briefs that it left as they are, because they were edited."""
    followed: bool = False
    """Whether the file was there, so that the decision has taken effect."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What prevented it."""


def cut(root: Path, gap: UnsureGap, *, split: bool, at: str = "") -> CutMade:
    """Split a document at an unsure place, or join it there, and import its file again."""
    words = " ".join(gap.after.removesuffix(" …").split()[:_WORDS])
    found = decide(root, [{"split" if split else "join": gap.document, "text": words}])
    if found:
        return CutMade(diagnostics=found)
    settle_gap(root, gap.document, gap.line)
    if (original := original_of(root, gap.document)) is None:
        return CutMade()
    one, piece = original
    request = ImportRequest(
        root, (), received=(piece,), outlet=one.outlet, date=one.date, language=one.language, format=one.format, at=at
    )
    done = run_import(request)
    return CutMade(
        done.run,
        done.created,
        (*done.updated, *done.amended),
        done.removed,
        done.conflicts,
        True,
        tuple(d for d in done.diagnostics if d.code in ("config", "output")),
    )
