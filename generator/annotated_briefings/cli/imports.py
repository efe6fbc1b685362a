"""The command that takes collected articles in."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_briefings.base.dates import read_when
from annotated_briefings.cli.frame import Usage, site_folder, status, tell
from annotated_briefings.cli.import_output import import_json, import_text
from annotated_briefings.engine.parallel import NoExecutor, default_jobs
from annotated_briefings.importer.report_html import report_page
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.formats.detect import FORMATS
from annotated_briefings.storage.files import reason, write_text_atomic

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_import(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``import``."""
    bring = commands.add_parser("import", help="turn collected articles into brief drafts")
    bring.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    bring.add_argument(
        "--from",
        dest="format",
        choices=FORMATS,
        default="",
        metavar="FORMAT",
        help=f"what the files are, if their content misleads: {', '.join(FORMATS)}",
    )
    bring.add_argument("--outlet", default="", metavar="NAME", help="who published all of it")
    bring.add_argument("--date", default="", help="when all of it was published (2023, 2023-05 or 2023-05-12)")
    bring.add_argument("--publish", action="store_true", help="make the briefs public at once")
    bring.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    bring.add_argument(
        "--jobs", type=int, default=default_jobs(), metavar="N", help="worker processes for large imports"
    )
    bring.add_argument(
        "--executor",
        default="",
        metavar="WHERE",
        help="what they run on: processes, dask (a cluster of its own) or dask://HOST:PORT",
    )
    bring.add_argument(
        "--report", type=Path, metavar="FILE", help="write the result into a file: a page to read (.html) or JSON"
    )
    bring.add_argument("--json", action="store_true", help="print the result as JSON")
    bring.set_defaults(run=_import, writes=True)


def _import(options: argparse.Namespace) -> int:
    if options.date and read_when(options.date) is None:
        raise Usage(f"`{options.date}` is no date; write it as 2023, 2023-05 or 2023-05-12")
    if options.jobs < 1:
        raise Usage("`--jobs` must be 1 or more")
    if options.executor not in ("", "processes", "dask") and not options.executor.startswith("dask://"):
        raise Usage(f"`--executor {options.executor}` is none; write `processes`, `dask` or `dask://HOST:PORT`")
    piped = sys.stdin.buffer.read() if Path("-") in options.paths else b""
    request = ImportRequest(
        root=site_folder(options),
        paths=tuple(options.paths),
        outlet=options.outlet,
        date=options.date,
        format=options.format,
        stdin=piped,
        publish=options.publish,
        dry_run=options.dry_run,
        jobs=options.jobs,
        executor=options.executor,
        progress=not options.json,
    )
    try:
        done = run_import(request)
    except NoExecutor as error:
        raise Usage(str(error)) from None
    except KeyboardInterrupt:
        print("stopped; what is written stays, and the same command goes on from there", file=sys.stderr)
        return 130
    result = json.dumps(import_json(done), ensure_ascii=False, indent=1)
    if options.report:
        try:
            page = options.report.suffix.lower() in (".html", ".htm")
            write_text_atomic(options.report, report_page(done) if page else result + "\n")
        except OSError as error:
            raise Usage(f"`{options.report}` cannot be written: {reason(error)}") from None
    tell(done.diagnostics)
    print(result if options.json else import_text(done, options.dry_run))
    return status(done.diagnostics, False)
