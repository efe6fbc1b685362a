"""Articles rejected by an editor: the decision is written, and their unedited briefs go at once."""

from collections.abc import Sequence
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.ledger import Entry, read_ledger
from annotated_briefings.project.paths import in_site
from annotated_briefings.storage.ledger import open_ledger


class Rejected(Value):
    """What rejecting some articles did, or would do."""

    run: str = ""
    """Id under which it can be taken back; empty where no brief went."""
    deleted: tuple[str, ...] = ()
    """Briefs that went; nobody had edited them."""
    unpublished: tuple[str, ...] = ()
    """Those of them that were public."""
    kept: tuple[str, ...] = ()
    """Briefs that stay, because they were edited."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why nothing was done."""


def reject(root: Path, names: Sequence[str], *, at: str = "", dry_run: bool = False) -> Rejected:
    """Reject articles, each by its id or by the path of its brief: they never come by themselves again.

    The briefs of all rejected articles go, as long as nobody has edited them.
    """
    entries, _ = read_ledger(open_ledger(root).lines())
    ids: list[str] = []
    for name in names:
        found = _entry(in_site(root, name), entries)
        if found is None:
            known = [x for entry in entries for x in (entry.id, entry.brief) if x]
            help_ = did_you_mean(name, known) or "give the path of a draft, or an id of `imported:` in one"
            message = f"no import has brought an article that is called `{name}`"
            return Rejected(diagnostics=(report("refused-change", message, Place(LEDGER), help=help_),))
        ids.append(found.id)
    if not dry_run and (failed := decide(root, [{"reject": one} for one in ids])):
        return Rejected(diagnostics=failed)
    done = run_import(ImportRequest(root, (), at=at, dry_run=dry_run, reject=tuple(ids)))
    there = [e.brief for e in entries if e.id in ids and e.verdict == "brief" and (root / e.brief).exists()]
    kept = tuple(path for path in there if path not in done.rejected)
    gone, unpublished = done.rejected, tuple(path for path in done.rejected if path in done.unpublished)
    return Rejected(done.run if gone else "", gone, unpublished, kept, done.diagnostics)


def _entry(name: str, entries: Sequence[Entry]) -> Entry | None:
    found = [e for e in entries if e.id == name or (e.verdict == "brief" and e.brief == name)]
    return found[-1] if found else None
