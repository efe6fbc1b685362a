"""``briefings import``: collected articles, turned into brief drafts."""

import argparse
import sys
from pathlib import Path

from annotated_briefings.base.dates import read_when
from annotated_briefings.cli.format import as_indented
from annotated_briefings.cli.import_output import import_json, import_lines
from annotated_briefings.cli.options import Usage, add_dry_run, add_json, jobs, site_folder, this_moment
from annotated_briefings.cli.run_command import Result
from annotated_briefings.engine.parallel import NoExecutor, default_jobs
from annotated_briefings.importer.report_html import report_page
from annotated_briefings.importer.run import ImportReport, ImportRequest, run_import
from annotated_briefings.intake.formats.detect import FORMATS
from annotated_briefings.storage.files import reason, write_text_atomic


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``import``."""
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument(
        "--from",
        dest="format",
        choices=FORMATS,
        default="",
        metavar="FORMAT",
        help=f"format of the files, if it is not recognised: {', '.join(FORMATS)}",
    )
    parser.add_argument("--outlet", default="", metavar="NAME", help="publisher of all articles")
    parser.add_argument("--date", default="", help="date of all articles (2023, 2023-05 or 2023-05-12)")
    parser.add_argument("--publish", action="store_true", help="make the briefs public at once")
    parser.add_argument("--again", action="store_true", help="bring back articles whose briefs are gone")
    add_dry_run(parser, "what would happen")
    parser.add_argument(
        "--jobs", type=int, default=default_jobs(), metavar="N", help="worker processes for large imports"
    )
    parser.add_argument(
        "--executor",
        default="",
        metavar="WHERE",
        help="where workers run: processes, dask (a cluster of its own) or dask://HOST:PORT",
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write the result to a file: a web page (.html) or JSON"
    )
    add_json(parser)
    parser.set_defaults(run=import_articles, writes=True)


def import_articles(options: argparse.Namespace) -> Result:
    """Import files as drafts."""
    request = _request(options)
    try:
        done = run_import(request)
    except NoExecutor as error:
        raise Usage(*error.args) from None
    except KeyboardInterrupt:
        message = "stopped; the drafts written so far are kept, and the same command continues from there"
        raise KeyboardInterrupt(message) from None
    if options.report:
        _write_report(options.report, done)
    if options.json:
        return Result(document=as_indented(import_json(done)), diagnostics=done.diagnostics)
    return Result(
        list(import_lines(done, options.dry_run, request.paths, request.publish)), diagnostics=done.diagnostics
    )


def _request(options: argparse.Namespace) -> ImportRequest:
    if options.date and read_when(options.date) is None:
        raise Usage(f"`{options.date}` is not a date", "write it as 2023, 2023-05 or 2023-05-12")
    if options.executor not in ("", "processes", "dask") and not options.executor.startswith("dask://"):
        raise Usage(f"there is no executor `{options.executor}`", "use `processes`, `dask` or `dask://HOST:PORT`")
    return ImportRequest(
        jobs=jobs(options),
        root=site_folder(options),
        paths=tuple(options.paths),
        outlet=options.outlet,
        date=options.date,
        format=options.format,
        stdin=sys.stdin.buffer.read() if Path("-") in options.paths else b"",
        publish=options.publish,
        dry_run=options.dry_run,
        again=options.again,
        at=this_moment(),
        executor=options.executor,
        progress=not options.json,
    )


def _write_report(path: Path, done: ImportReport) -> None:
    page = path.suffix.lower() in (".html", ".htm")
    try:
        write_text_atomic(path, report_page(done) if page else as_indented(import_json(done)) + "\n")
    except OSError as error:
        raise Usage(f"`{path}` cannot be written: {reason(error)}") from None
