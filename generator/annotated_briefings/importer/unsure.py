"""Places that imports were unsure of, kept for the review pages of the preview."""

import json
from collections.abc import Sequence
from pathlib import Path

from annotated_briefings.base.values import as_data
from annotated_briefings.intake.model import UnsureGap
from annotated_briefings.storage.files import write_text_atomic

_FILE = ".cache/gaps.json"


def remember_gaps(root: Path, gaps: Sequence[UnsureGap]) -> None:
    """Keep the places that an import was unsure of; those of the same files are replaced."""
    documents = {gap.document for gap in gaps}
    write_gaps(root, (*(gap for gap in known_gaps(root) if gap.document not in documents), *gaps))


def settle_gap(root: Path, document: str, line: int) -> None:
    """Forget a place that an editor has decided about."""
    write_gaps(root, [gap for gap in known_gaps(root) if (gap.document, gap.line) != (document, line)])


def known_gaps(root: Path) -> tuple[UnsureGap, ...]:
    """The places of earlier imports that nobody has decided about."""
    try:
        rows = json.loads((root / _FILE).read_text(encoding="utf-8"))
        return tuple(UnsureGap(**row) for row in rows)
    except (OSError, ValueError, TypeError):
        return ()


def write_gaps(root: Path, gaps: Sequence[UnsureGap]) -> None:
    """Replace what is kept; where that cannot be written, the report of the import still says it."""
    text = json.dumps([as_data(gap) for gap in gaps], ensure_ascii=False, indent=0)
    try:
        write_text_atomic(root / _FILE, text)
    except OSError:
        return
