"""Proofs of what the briefs of an import quote: with the ledger they reach machines that have no collected texts."""

from collections.abc import Iterable
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.intake.proofs import read_facts
from annotated_briefings.project.provenance import Provenances
from annotated_briefings.project.receipts import append_proofs, proof_lines, prove
from annotated_briefings.storage.files import place_of, reason
from annotated_briefings.storage.ledger import open_ledger


def prove_briefs(root: Path, paths: Iterable[str], language: str) -> tuple[Diagnostic, ...]:
    """Add the proofs of what some briefs quote to the ledger; what nothing proves is left for `check` to report.

    ``language`` is that of the site.
    """
    known = Provenances(read_facts(open_ledger(root).texts()))
    briefs = (brief for path in sorted(set(paths)) if (brief := _brief(root, path)))
    proofs = prove(root, briefs, {}, language, known)
    try:
        append_proofs(root, proof_lines(root, proofs))
    except OSError as error:
        what = f"`{LEDGER}` cannot be written: {reason(error)}"
        return (report("output", what, Place(LEDGER), help="check its permissions, and run `briefings check`"),)
    return ()


def _brief(root: Path, path: str) -> Brief | None:
    try:
        return parse_brief(Source(path, place_of(root, path).read_text(encoding="utf-8-sig")))[0]
    except (OSError, UnicodeDecodeError):
        return None
