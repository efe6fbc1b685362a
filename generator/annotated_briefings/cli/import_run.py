"""``briefings import``, carried out: what is asked for fetched and read, and the result told."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from annotated_briefings.base.config import Config
from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import sort_key
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.cli.file_errors import cannot_write
from annotated_briefings.cli.format import as_indented
from annotated_briefings.cli.import_output import import_json, import_lines
from annotated_briefings.cli.options import Usage, jobs, site_folder, this_moment
from annotated_briefings.cli.run_command import Result
from annotated_briefings.engine.parallel import NoExecutor
from annotated_briefings.importer.fetch.feeds import as_feed, feed_piece, remember, rounds, wanted_feeds
from annotated_briefings.importer.fetch.received import Received, each_once, receive
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.report_html import report_page
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.importer.site_state import site_config
from annotated_briefings.intake.reading import Piece
from annotated_briefings.project.settings import settings_diagnostics
from annotated_briefings.reports.missing_corrections import missing_corrections_after
from annotated_briefings.storage.files import write_text_atomic

_LANGUAGE = regex(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
_STDIN = Path("-")
"""The path that stands for standard input."""


def run(options: argparse.Namespace) -> Result:
    """Import files and addresses as drafts."""
    request = _request(options)
    config = site_config(request.root)
    feeds = config.feeds if options.feeds else ()
    if options.feeds and not feeds:
        if settings_diagnostics(request.root):
            # What is wrong with the settings is told with every result.
            return Result()
        raise Usage("site.yaml lists no feeds", "write their addresses under `feeds:`, one a line after `- `")
    wanted = each_once((one for one in options.inputs if isinstance(one, str)), (feed.url for feed in feeds))
    try:
        received = receive((*wanted, *wanted_feeds(request.root, feeds, request.again)), shown=not options.json)
        pages, followed = received[: len(wanted)], tuple(map(as_feed, received[len(wanted) :]))
        pieces = [one.piece(request.format) for one in pages]
        pieces += [feed_piece(one, feed) for one, feed in zip(followed, feeds, strict=True)]
        fetched = tuple(filter(None, pieces))
        done = run_import(replace(request, received=(*request.received, *fetched)))
    except NoExecutor as error:
        raise Usage(*error.args) from None
    except KeyboardInterrupt:
        message = "stopped; the drafts written so far are kept, and the same command continues from there"
        raise KeyboardInterrupt(message) from None
    if followed and not request.dry_run:
        remember(request.root, followed, done.received, done.diagnostics)
    done = replace(_with_faults(done, (*pages, *followed)), feeds=rounds(followed, done.received))
    if options.report:
        _write_report(options.report, done)
    if options.json:
        return Result(document=as_indented(import_json(done)), diagnostics=done.diagnostics)
    named = [*(one.shown for one in pages), *(str(path) for path in options.inputs if isinstance(path, Path))]
    named += ["--feeds"] if feeds else []
    lines = import_lines(done, options.dry_run, named, request.publish, len(fetched) if received else None)
    return Result([*lines, *_seen_otherwise(request, config, done)], diagnostics=done.diagnostics)


def _seen_otherwise(request: ImportRequest, config: Config, done: ImportReport) -> Iterator[str]:
    """Numbers of public briefs that readers have seen otherwise, and how to tell them."""
    updated = () if request.dry_run else done.updated
    found = missing_corrections_after(request.root, config, done.run, updated, datetime.now(UTC))
    for one in found:
        yield f"  readers have seen another number: {one.shown_values} in {one.path}"
    if found:
        yield "next: `briefings status --kind correction` says how to tell them, or that they need not know"


def _request(options: argparse.Namespace) -> ImportRequest:
    if options.date and read_when(options.date) is None:
        raise Usage(f"`{options.date}` is not a date", "write it as 2023, 2023-05 or 2023-05-12")
    if options.lang and not _LANGUAGE.fullmatch(options.lang):
        raise Usage(f"`{options.lang}` is no code of a language", "write a code such as en, de or pt-BR")
    if options.executor not in ("", "processes", "dask") and not options.executor.startswith("dask://"):
        raise Usage(f"there is no executor `{options.executor}`", "use `processes`, `dask` or `dask://HOST:PORT`")
    if not (options.inputs or options.feeds):
        raise Usage("nothing to import is named", "give files, folders or web addresses, or `--feeds`")
    paths = tuple(path for path in options.inputs if isinstance(path, Path))
    stdin = (Piece("standard input", sys.stdin.buffer.read(), options.format),) if _STDIN in paths else ()
    return ImportRequest(
        jobs=jobs(options),
        root=site_folder(options),
        paths=tuple(path for path in paths if path != _STDIN),
        received=stdin,
        outlet=options.outlet,
        date=options.date,
        language=options.lang,
        format=options.format,
        publish=options.publish,
        dry_run=options.dry_run,
        again=options.again,
        at=this_moment(),
        executor=options.executor,
        progress=not options.json,
    )


def _with_faults(done: ImportReport, received: tuple[Received, ...]) -> ImportReport:
    """The result with what could not be fetched."""
    faults = [one.fault for one in received if one.fault]
    return replace(
        done,
        refused=(*((fault.place.path, fault.message) for fault in faults), *done.refused),
        diagnostics=tuple(sorted({*faults, *done.diagnostics}, key=sort_key)),
    )


def _write_report(path: Path, done: ImportReport) -> None:
    page = path.suffix.lower() in (".html", ".htm")
    try:
        write_text_atomic(path, report_page(done) if page else as_indented(import_json(done)) + "\n")
    except OSError as error:
        raise cannot_write(path, error) from None
