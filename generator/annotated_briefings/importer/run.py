"""An import from disk to disk: collected files in, briefs, ledger and kept originals out."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import nullcontext
from itertools import chain
from operator import attrgetter
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, sort_key
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.parallel import open_executor, stream_ordered
from annotated_briefings.engine.progress import progress
from annotated_briefings.importer.cited import cited_sources
from annotated_briefings.importer.gone import claimed, gone_articles, gone_entries
from annotated_briefings.importer.inputs import folders_of, list_files, pieces, size_of
from annotated_briefings.importer.outcome import (
    ImportReport,
    asides,
    found_articles,
    held_back,
    nothing_taken,
    refused_whole,
    tallies,
    texts_of_copies,
    untimed,
    unzoned,
    why_unmerged,
    why_updated,
)
from annotated_briefings.importer.prove import prove_briefs
from annotated_briefings.importer.read_stage import PieceReader, read_whole
from annotated_briefings.importer.recorded import Recorder, begin_run, history_of, stamped
from annotated_briefings.importer.restated import otherwise_stated
from annotated_briefings.importer.site_state import (
    day_reading,
    field_map,
    generated_digest,
    known_site,
    site_language,
    site_zone,
)
from annotated_briefings.importer.unsure import keep_originals, originals_of, remember_gaps
from annotated_briefings.importer.versions import after_import, held_versions, new_versions
from annotated_briefings.importer.writer import Writer
from annotated_briefings.intake.decisions import Cut, with_cuts, with_rejected
from annotated_briefings.intake.drafting import Known, compose_batch
from annotated_briefings.intake.history.branches import kept_apart, not_compared
from annotated_briefings.intake.history.lines import history_line
from annotated_briefings.intake.pipeline import Amended, ImportPlan, plan_import
from annotated_briefings.intake.reading import FileRead, Piece
from annotated_briefings.storage.ledger import append_to_ledger

_MUCH, _MANY = 4_000_000, 200
"""Bytes and files from which on worker processes pay."""
_BATCH = 200
"""Drafts composed and written at a time: what a stopped import loses at most."""


class ImportRequest(Value):
    """What to import and how."""

    root: Path
    """The site folder."""
    paths: tuple[Path, ...]
    """Files and folders."""
    received: tuple[Piece, ...] = ()
    """What came from elsewhere: from standard input, or from a web server."""
    outlet: str = ""
    """Who published all of it."""
    date: str = ""
    """When all of it was published (EDTF)."""
    language: str = ""
    """The language of all of it (BCP 47)."""
    format: str = ""
    """What all files are, instead of what their content says."""
    publish: bool = False
    """Whether the briefs are public at once."""
    dry_run: bool = False
    """Say what would happen and write nothing."""
    again: bool = False
    """Bring back articles whose briefs were deleted or taken back."""
    reject: tuple[str, ...] = ()
    """Ids of articles that are rejected, besides those that the decisions name."""
    cuts: tuple[Cut, ...] = ()
    """Where articles start and where not, besides what the decisions say."""
    shown: int = 0
    """New briefs that the report shows as they are, or would be."""
    at: str = ""
    """The moment of the import (UTC), for the list of imports; empty where it does not matter."""
    jobs: int = 1
    """Worker processes; few and small files are read in this one."""
    executor: str = ""
    """What runs the batches: empty (as the amount of work asks), ``processes``, ``dask`` or ``dask://HOST:PORT``."""
    progress: bool = False
    """Show a bar on a terminal when work lasts."""


def run_import(request: ImportRequest) -> ImportReport:
    """Import files and folders; importing the same again changes nothing, and goes on where an earlier one ended.

    Raises NoExecutor when the executor that the request names cannot be had.
    """
    found: list[Diagnostic] = []
    refused: list[tuple[str, str]] = []
    files = list_files(request.paths, refused)
    read = len(files) + len(request.received)
    if not (files or refused or request.received):
        found += [nothing_taken(str(path), "it holds no file", "folder") for path in request.paths if path.is_dir()]
    known, names = known_site(request.root, request.outlet, request.date, request.publish, found)
    known = replace(known, decisions=with_cuts(with_rejected(known.decisions, request.reject), request.cuts))
    if any(diagnostic.code == "config" for diagnostic in found):
        # Settings that cannot be used: what should stay apart might be folded.
        return ImportReport(read, 0, (), (), (), (), 0, (), (), (), (), diagnostics=tuple(found))
    amount = sum(map(size_of, files)) + sum(len(piece.data) for piece in request.received)
    much = amount > _MUCH or len(files) > _MANY
    with open_executor(request.executor or ("processes" if much else ""), request.jobs) as executor:
        reads = _read_all(request, files, amount, known, executor, found, refused)
        lost = gone_entries(known.ledger, known.present)
        coming = {article.id for one in reads for article in one.articles} if request.again else frozenset()
        known = replace(known, slugs=known.slugs | claimed(known.ledger, lost, coming))
        if request.again:
            known = replace(known, ledger=tuple(entry for entry in known.ledger if entry.id not in lost))
            lost = frozenset()
        history = history_of(request.root)
        known = replace(known, not_compared=not_compared(history), kept_before=kept_apart(history))
        plan = plan_import(reads, known)
        run = begin_run(plan, reads, known, history, request.at)
        plan = stamped(plan, run.id)
        found += plan.diagnostics
        found += refused_whole(plan)
        found += untimed(plan)
        found += unzoned(plan)
        gone = (*(e for e in plan.superseded if e.id in known.unedited), *plan.retired, *plan.rejected)
        removed = {e.brief: generated_digest(request.root, e) for e in gone}
        created = [task.path for task in plan.tasks]
        updated = [task.path for _, task in plan.updates]
        moved = [(change.path, change.entry.brief) for change in plan.amended if change.path != change.entry.brief]
        moved += [(old.brief, task.path) for old, task in plan.updates if task.path != old.brief]
        amended = [change.entry.brief for change in plan.amended if _adds(change, plan)]
        conflicts = [entry.brief for entry in plan.superseded if entry.id not in known.unedited]
        conflicts += [path for path, _ in plan.closed if path not in conflicts]
        newer = compose_batch((tuple(task for _, task in plan.updates), plan.style, names, write_brief))
        shown = found_articles(plan, names, request.shown)
        cited = cited_sources(request.root, plan, known, history)
        versions = (*new_versions(request.root, plan, known, history, newer), *cited.versions)
        versions += held_versions(plan, history)
        if not request.dry_run:
            writer, recorder = Writer(request.root, plan, removed, found), Recorder(request.root, run, history)
            writer.guarded(lambda: recorder.begin(plan, _touched(plan, removed)))
            writer.guarded(
                lambda: append_to_ledger(
                    request.root, "".join(history_line(replace(v.version, run=run.id)) for v in versions)
                )
            )
            writer.rewrite(newer)
            batches = [plan.tasks[at : at + _BATCH] for at in range(0, len(plan.tasks), _BATCH)]
            jobs = ((batch, plan.style, names, write_brief) for batch in batches)
            with progress("writing", len(plan.tasks), " briefs", shown=request.progress) as bar:
                for drafts in stream_ordered(compose_batch, jobs, executor, request.jobs):
                    writer.write(drafts)
                    bar.advance(len(drafts))
            writer.finish()
            writer.guarded(lambda: recorder.end(plan, writer.conflicts, (*refused, *plan.refused)))
            moved = writer.moved
            created, updated, amended = writer.created, writer.updated, writer.amended
            conflicts += writer.conflicts
    if not request.dry_run:
        remember_gaps(request.root, plan.unsure)
        reported = {
            "outlet": request.outlet,
            "date": request.date,
            "language": request.language,
            "format": request.format,
        }
        placed = {path: folders_of(path, request.paths) for path in files}
        keep_originals(request.root, originals_of(placed, request.received, plan.unsure, reported))
        found += prove_briefs(request.root, (*created, *updated, *amended), site_language(request.root))
    made = set(created)
    away = [path for path in removed if path not in made and path not in conflicts]
    rejected = {entry.brief for entry in plan.rejected}
    return ImportReport(
        read=read,
        articles=sum(len(read.articles) for read in reads),
        created=tuple(created),
        updated=tuple(updated),
        updates=tuple(why_updated(plan)),
        removed=tuple(path for path in away if path not in rejected),
        rejected=tuple(path for path in away if path in rejected),
        joined=tuple(path for path in away if path in {entry.brief for entry in plan.retired} - rejected),
        unpublished=tuple(path for path in away if path in known.public),
        conflicts=tuple(conflicts),
        unchanged=len(plan.known),
        folded=plan.folded,
        stories=plan.stories,
        unsure=plan.unsure,
        refused=(*refused, *plan.refused),
        held=tuple(held_back(plan)),
        left_out=(
            *asides(plan),
            *otherwise_stated(reads, plan, known.ledger),
            *(line for read in reads for line in read.left_out),
        ),
        briefs=tuple(sorted({entry.id: entry.brief for entry in (*known.ledger, *plan.entries)}.items())),
        texts=texts_of_copies(request.root, plan),
        gone=gone_articles(request.root, plan.known, known.ledger, lost),
        run=run.id,
        known=plan.known,
        links=plan.links,
        older=plan.older,
        amended=tuple(amended),
        moved=tuple(moved),
        versions=versions if request.dry_run else after_import(request.root, versions),
        cited=cited.sources,
        unmerged=tuple(why_unmerged(request.root, plan, conflicts)),
        received=tallies((piece.name for piece in request.received), reads, plan),
        titles=tuple(task.meta.headline.value for task in plan.tasks if task.path in made),
        found=shown,
        diagnostics=tuple(sorted(set(found), key=sort_key)),
    )


def _touched(plan: ImportPlan, removed: Iterable[str]) -> tuple[str, ...]:
    """The briefs that an import may change or take away."""
    updated, changed = (old.brief for old, _ in plan.updates), (change.path for change in plan.amended)
    return (*removed, *updated, *changed, *(change.entry.brief for change in plan.resuggested if plan.entries))


def _adds(change: Amended, plan: ImportPlan) -> bool:
    """Whether an import brings a copy to a brief, or another address."""
    new = {found.article for found in plan.folded}
    return change.path != change.entry.brief or any(found.article in new for found in change.folded)


def _read_all(
    request: ImportRequest,
    files: list[Path],
    amount: int,
    known: Known,
    executor: Executor | None,
    found: list[Diagnostic],
    refused: list[tuple[str, str]],
) -> tuple[FileRead, ...]:
    """Every file read: what an import that was stopped has read already is remembered."""
    parts = (
        replace(piece, folders=folders_of(path, request.paths))
        for path in files
        for piece in pieces(path, request.format, found, refused)
    )
    every: Iterator[Piece] = chain(sorted(request.received, key=attrgetter("name")), parts)
    if request.language:
        every = (replace(piece, preset=replace(piece.preset, language=request.language)) for piece in every)
    paths = {path.name: str(path) for path in files}
    memo = nullcontext() if request.dry_run else Store(request.root / ".cache")
    with memo as store, progress("reading", amount, "B", shown=request.progress) as bar:
        reader = PieceReader(
            store, known.decisions, field_map(request.root), day_reading(request.root), executor, request.jobs
        )
        return read_whole(reader, every, paths, request.at, site_zone(request.root), bar.advance, found, refused)
