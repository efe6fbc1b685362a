"""Places where an article may or may not start: both paragraphs, and a decision that takes effect at once."""

from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.source import Place
from annotated_briefings.importer.deciding.cut import cut
from annotated_briefings.importer.unsure import known_gaps, original_of
from annotated_briefings.intake.model import UnsureGap
from annotated_briefings.preview.editor.opened import PageQuestion
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.storage.journal import Recording


def place_rows(site: KnownSite) -> Iterator[ListRow]:
    """The unsure places that nobody has decided about, the most doubtful first, and whether their files are here to be
    imported again."""
    here: dict[str, bool] = {}
    # The most doubtful first: there an editor changes most.
    for identity, gap in sorted(_places(site), key=lambda one: abs(one[1].probability - 0.5)):
        if gap.document not in here:
            here[gap.document] = original_of(site.root, gap.document) is not None
        yield {
            "key": identity,
            "id": identity,
            "title": f"{gap.document}, line {gap.line}",
            "document": gap.document,
            "line": gap.line,
            "probability": gap.probability,
            "chosen": gap.chosen,
            "before": gap.before,
            "after": gap.after,
            "here": here[gap.document],
        }


def _places(site: KnownSite) -> Iterator[tuple[str, UnsureGap]]:
    """The places with the whole paragraphs around them, where this machine knows them."""
    whole = {(gap.document, gap.line): gap for gap in known_gaps(site.root)}
    for identity, gap in site.asked.places.items():
        yield identity, whole.get((gap.document, gap.line), gap)


def decide_place(site: KnownSite, asked: PageQuestion, step: Recording) -> tuple[str, tuple[Diagnostic, ...]]:
    """Split or join at a place: what to tell of it, and what prevented it."""
    gap = dict(_places(site)).get(str(asked.get("id", "")))
    if gap is None:
        message = "nothing is pending at this place"
        return "", (report("refused-change", message, Place("_desk"), help="load the page again"),)
    split = asked.get("do") == "split"
    done = cut(site.root, gap, split=split, at=f"{site.now:%Y-%m-%dT%H:%M:%SZ}")
    if done.diagnostics:
        return "", done.diagnostics
    step.runs += filter(None, [done.run])
    step.what = f"{'split' if split else 'joined'} {gap.document} at line {gap.line}"
    step.changed += [*done.created, *done.changed, *done.removed, LEDGER]
    if not done.followed:
        return f"{step.what}; import {gap.document} again, and its untouched drafts follow", ()
    counts = [(len(done.created), "written"), (len(done.changed), "changed"), (len(done.removed), "taken away")]
    counted = ", ".join(f"{count} {'draft' if count == 1 else 'drafts'} {how}" for count, how in counts if count)
    edited = f"; {', '.join(done.kept)} was edited, and has its new version beside it" if done.kept else ""
    return f"{step.what}: {counted or 'no draft changed'}{edited}", ()
