"""``briefings imports``: what earlier imports made, and an import taken back."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from annotated_briefings.base.diagnostics import Severity, did_you_mean
from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import Usage, site_folder, this_moment
from annotated_briefings.cli.run_command import Result
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.importer.deciding.reject import reject
from annotated_briefings.importer.operations.redo import redo_import
from annotated_briefings.importer.operations.undo import Import, TakenBack, list_imports, undo_import
from annotated_briefings.project.load import load_site
from annotated_briefings.reports.missing_corrections import missing_corrections
from annotated_briefings.reports.pending import Pending, all_asked

_FILES = 3
"""Names of files that are listed of an import."""


def settle_questions(options: argparse.Namespace) -> Result:
    """Settle what imports asked."""
    root = site_folder(options)
    asked = all_asked(root)
    pending = {one.id: one for one in asked.pending() if one.id}
    missed = missing_corrections(root, load_site(root).config, asked, datetime.now(UTC))
    pending |= {one.id: Pending("correction", one.id, one.path, one.shown_values, "") for one in missed}
    ids = [*options.ids, *(one.id for one in pending.values() if one.kind == options.kind)]
    unknown = [one for one in ids if one not in pending]
    if unknown:
        raise Usage(
            f"nothing is pending under the id `{unknown[0]}`",
            did_you_mean(unknown[0], list(pending)) or "`briefings status` lists the ids, each with its command",
        )
    if not ids and not options.kind:
        raise Usage("no id is given", "give the ids that `briefings status` shows, or `--kind` with a kind of them")
    found = () if options.dry_run else decide(root, [{"seen": one} for one in dict.fromkeys(ids)])
    if found:
        return Result(diagnostics=found)
    verb = "would settle" if options.dry_run else "settled"
    return Result([f"{verb} {one}  {pending[one].path}: {pending[one].message}" for one in dict.fromkeys(ids)])


def reject_articles(options: argparse.Namespace) -> Result:
    """Leave articles out for good."""
    done = reject(site_folder(options), options.names, at=this_moment(), dry_run=options.dry_run)
    if any(found.severity is Severity.ERROR for found in done.diagnostics):
        return Result(diagnostics=done.diagnostics)
    verb = "would reject" if options.dry_run else "rejected"
    lines = [f"{verb} {', '.join(options.names)}"]
    for path in done.deleted:
        public = ", which was public" if path in done.unpublished else ""
        lines.append(f"  {'would delete' if options.dry_run else 'deleted'} {path}{public}")
    lines += [f"  kept {path}, which was edited: delete it by hand" for path in done.kept]
    if done.deleted and not options.dry_run:
        lines.append(
            f"  to have them again: `briefings imports undo {done.run}`, and take the decision out of {DECISIONS}"
        )
    return Result(lines, diagnostics=done.diagnostics)


def show_imports(options: argparse.Namespace) -> Result:
    """List the imports."""
    found = list_imports(site_folder(options))
    if options.json:
        return Result(document=as_indented([_row(one) for one in found]))
    lines = [line for one in found for line in _lines(one)]
    return Result([*lines, counted(len(found), "import")])


def undo(options: argparse.Namespace) -> Result:
    """Take an import back."""
    done = undo_import(site_folder(options), options.id, at=this_moment(), dry_run=options.dry_run)
    if options.json:
        return Result(document=as_indented(_taken_back(done)), diagnostics=done.diagnostics)
    return Result([] if done.diagnostics else list(_lines_of(done, options.dry_run)), diagnostics=done.diagnostics)


def redo(options: argparse.Namespace) -> Result:
    """Make an import again that was taken back."""
    root = site_folder(options)
    done = redo_import(root, options.id, at=this_moment(), dry_run=options.dry_run)
    if options.json:
        return Result(
            document=as_indented({"id": done.run, "changed": list(done.changed)}), diagnostics=done.diagnostics
        )
    if done.diagnostics:
        return Result(diagnostics=done.diagnostics)
    verb = "would bring" if options.dry_run else "brought"
    return Result([f"{verb} back the import {done.run}", *(f"  {path}" for path in done.changed)])


def _row(one: Import) -> dict[str, object]:
    return {
        "id": one.run.id,
        "time": one.run.at,
        "files": list(one.run.files),
        "written": list(one.written),
        "updated": list(one.updated),
        "rejected": list(one.rejected),
        "copies": one.copies,
        "refused": len(one.run.refused),
        "undone": one.undone,
        "kept": list(one.kept),
    }


def _lines(one: Import) -> Iterator[str]:
    shown = ", ".join(one.run.files[:_FILES])
    more = len(one.run.files) - _FILES
    when = one.run.at.replace("T", " ").replace("Z", " UTC")
    facts = [counted(len(one.written), "brief") + " written"]
    facts += [counted(len(one.updated), "brief") + " updated"] if one.updated else []
    facts += [counted(len(one.rejected), "rejected brief") + " removed"] if one.rejected else []
    facts += [counted(one.copies, "copy", "copies") + " folded"] if one.copies else []
    facts += [f"{len(one.run.refused)} not taken"] if one.run.refused else []
    facts += ["taken back"] if one.undone else []
    yield f"{one.run.id}  {when + '  ' if when else ''}{shown}{f' and {more} more' if more > 0 else ''}"
    yield f"              {', '.join(facts)}"
    yield from (f"              kept {path}, which had been edited" for path in one.kept)


def _taken_back(done: TakenBack) -> dict[str, object]:
    return {
        "id": done.run,
        "files": list(done.files),
        "deleted": list(done.deleted),
        "restored": list(done.restored),
        "kept": [{"path": one.path, "why": one.why} for one in done.kept],
        "articles": done.articles,
    }


def _lines_of(done: TakenBack, dry_run: bool) -> Iterator[str]:
    yield f"{'would take' if dry_run else 'took'} back the import {done.run} of {', '.join(done.files[:_FILES])}"
    for path in done.deleted:
        yield f"  {'would delete' if dry_run else 'deleted'} {path}"
    for path in done.restored:
        yield f"  {'would give' if dry_run else 'gave'} {path} the text again that it had before"
    for one in done.kept:
        yield f"  {'would keep' if dry_run else 'kept'} {one.path}: {one.why}"
    if done.articles:
        verb = "would stay" if dry_run else "stays" if done.articles == 1 else "stay"
        it = "it" if done.articles == 1 else "them"
        yield f"  {counted(done.articles, 'article')} {verb} away; to have {it} again:"
        yield "    `briefings imports redo`, or `briefings import --again FILE`"
