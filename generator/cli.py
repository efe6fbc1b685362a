"""The command line."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

from generator import __version__
from generator.base.dates import read_moment, read_when
from generator.base.diagnostics import CODES, Diagnostic, Severity, show, sort_key
from generator.base.reports import as_github, as_json, as_sarif, diagnostic_data
from generator.cli_annotations import add_annotations
from generator.cli_desk import add_desk
from generator.cli_entities import add_entities
from generator.cli_registry import add_tags
from generator.intake.formats.detect import FORMATS
from generator.run.asking import check_external
from generator.run.building import build
from generator.run.disk import reason, write_text_atomic
from generator.run.importing import ImportRequest, run_import
from generator.run.loading import find_site, load_site
from generator.run.reporting import report_page
from generator.run.request import BuildReport, BuildRequest
from generator.run.scaffold import create_brief, create_site
from generator.run.session import Session, SessionRequest
from generator.run.telling import import_json, import_text
from generator.run.workers import NoExecutor, default_jobs
from generator.serve import EVERYWHERE, Preview, Told, free_port, serve

CLEAN, FAILED, USAGE = 0, 1, 2
"""Exit status: nothing is wrong, there are errors, the call itself is wrong."""


class _Usage(Exception):
    """A call that cannot be understood."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefings", description="A static site generator for annotated news briefings.",
    )
    parser.add_argument("--version", action="version", version=f"briefings {__version__}")
    parser.add_argument("--site", type=Path, metavar="DIR", help="the site's folder (default: here or above)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    init = commands.add_parser("init", help="make a new site with one example brief")
    init.add_argument("folder", type=Path, nargs="?", default=Path(), metavar="DIR")
    init.set_defaults(run=_init)

    bring = commands.add_parser("import", help="turn collected articles into brief drafts")
    bring.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    bring.add_argument("--from", dest="format", choices=FORMATS, default="", metavar="FORMAT",
                       help=f"what the files are, if their content misleads: {', '.join(FORMATS)}")
    bring.add_argument("--outlet", default="", metavar="NAME", help="who published all of it")
    bring.add_argument("--date", default="", help="when all of it was published (2023, 2023-05 or 2023-05-12)")
    bring.add_argument("--publish", action="store_true", help="make the briefs public at once")
    bring.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    bring.add_argument("--jobs", type=int, default=default_jobs(), metavar="N",
                       help="worker processes for large imports")
    bring.add_argument("--executor", default="", metavar="WHERE",
                       help="what they run on: processes, dask (a cluster of its own) or dask://HOST:PORT")
    bring.add_argument("--report", type=Path, metavar="FILE",
                       help="write the result into a file: a page to read (.html) or JSON")
    bring.add_argument("--json", action="store_true", help="print the result as JSON")
    bring.set_defaults(run=_import)

    new = commands.add_parser("new", help="write an empty brief")
    new.add_argument("title")
    new.add_argument("--date", metavar="DATE", help="date of the brief (default: today)")
    new.set_defaults(run=_new)

    for name, run, text in (("build", _build, "build the site into _site/"),
                            ("check", _check, "say everything that is wrong, and write nothing")):
        command = commands.add_parser(name, help=text)
        command.add_argument("--drafts", action="store_true", help="with unpublished briefs and notes")
        command.add_argument("--now", metavar="TIME", help="the time embargoes go by (default: the clock)")
        command.add_argument("--base-url", metavar="URL", help="instead of the one in site.yaml")
        command.add_argument("--jobs", type=int, default=default_jobs(), metavar="N", help="worker processes")
        command.add_argument("--strict", action="store_true", help="treat warnings as errors")
        command.set_defaults(run=run)
        if name == "build":
            command.add_argument("--output", type=Path, metavar="DIR", help="output folder (default: _site)")
            command.add_argument("--clean", action="store_true", help="forget what earlier builds remembered")
            command.add_argument("--json", action="store_true", help="print the result as JSON")
        else:
            command.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text",
                                 help="how to print")
            command.add_argument("--external", action="store_true", help="ask other hosts whether links to them work")

    preview = commands.add_parser("serve", help="build, watch and reload the browser")
    preview.add_argument("--host", default="127.0.0.1")
    preview.add_argument("--port", type=int, default=8000, help="first port to try (default: 8000)")
    preview.add_argument("--no-drafts", dest="drafts", action="store_false", help="leave out what is unpublished")
    preview.add_argument("--search", action="store_true", help="make the search index too, at every change")
    preview.set_defaults(run=_serve)

    add_entities(commands, _site)
    add_tags(commands, _site)
    add_annotations(commands, _site, _now)
    add_desk(commands, _site, _now)

    explain = commands.add_parser("explain", help="say what a diagnostic means")
    explain.add_argument("code", nargs="?")
    explain.set_defaults(run=_explain)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except _Usage as error:
        print(f"briefings: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        # Whoever reads the output has seen enough, such as `head`; Python must not complain again when it ends.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return CLEAN
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def _site(options: argparse.Namespace) -> Path:
    start: Path = options.site or Path()
    found = find_site(start)
    if found is None or (options.site and found != options.site.resolve()):
        raise _Usage(f"there is no site.yaml in `{start.resolve()}` or above it\n"
                     "  help: go to your site's folder, or make one with `briefings init DIR`")
    return found


def _now(options: argparse.Namespace) -> datetime:
    if options.now is None:
        return datetime.now(UTC)
    moment = read_moment(options.now)
    if moment is None:
        raise _Usage(f"`{options.now}` is no time; write it with its zone, such as 2026-03-14T08:00:00Z")
    return moment


def _print(found: Sequence[Diagnostic]) -> None:
    for diagnostic in found:
        print(show(diagnostic), file=sys.stderr)


def _status(found: Sequence[Diagnostic], strict: bool) -> int:
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(d.code == "config" for d in found):
        return USAGE
    return FAILED if any(d.severity in bad for d in found) else CLEAN


def _init(options: argparse.Namespace) -> int:
    created = create_site(options.folder)
    _print(created.diagnostics)
    if created.diagnostics:
        return FAILED
    for path in created.paths:
        print(f"  wrote {(options.folder / path).as_posix()}")
    into = "" if options.folder == Path() else f"cd {options.folder} && "
    print(f"next: {into}briefings serve")
    return CLEAN


def _new(options: argparse.Namespace) -> int:
    when = read_when(options.date) if options.date else None
    if options.date and (when is None or not when.day):
        raise _Usage(f"`{options.date}` is no day; write it as 2026-03-14")
    day = datetime(when.year, when.month, when.day, tzinfo=UTC) if when else datetime.now(UTC)
    created = create_brief(_site(options), options.title, day.date())
    _print(created.diagnostics)
    for path in created.paths:
        print(path)
    return FAILED if created.diagnostics else CLEAN


def _import(options: argparse.Namespace) -> int:
    if options.date and read_when(options.date) is None:
        raise _Usage(f"`{options.date}` is no date; write it as 2023, 2023-05 or 2023-05-12")
    if options.jobs < 1:
        raise _Usage("`--jobs` must be 1 or more")
    if options.executor not in ("", "processes", "dask") and not options.executor.startswith("dask://"):
        raise _Usage(f"`--executor {options.executor}` is none; write `processes`, `dask` or `dask://HOST:PORT`")
    piped = sys.stdin.buffer.read() if Path("-") in options.paths else b""
    request = ImportRequest(
        root=_site(options), paths=tuple(options.paths), outlet=options.outlet, date=options.date,
        format=options.format, stdin=piped, publish=options.publish, dry_run=options.dry_run,
        jobs=options.jobs, executor=options.executor, progress=not options.json,
    )
    try:
        done = run_import(request)
    except NoExecutor as error:
        raise _Usage(str(error)) from None
    except KeyboardInterrupt:
        print("stopped; what is written stays, and the same command goes on from there", file=sys.stderr)
        return 130
    result = json.dumps(import_json(done), ensure_ascii=False, indent=1)
    if options.report:
        try:
            page = options.report.suffix.lower() in (".html", ".htm")
            write_text_atomic(options.report, report_page(done) if page else result + "\n")
        except OSError as error:
            raise _Usage(f"`{options.report}` cannot be written: {reason(error)}") from None
    _print(done.diagnostics)
    print(result if options.json else import_text(done, options.dry_run))
    return _status(done.diagnostics, False)


def _request(options: argparse.Namespace, *, write: bool) -> BuildRequest:
    if options.jobs < 1:
        raise _Usage("`--jobs` must be 1 or more")
    return BuildRequest(
        root=_site(options), now=_now(options), base_url=options.base_url, drafts=options.drafts, jobs=options.jobs,
        output=getattr(options, "output", None), clean=getattr(options, "clean", False), write=write, search=write,
    )


def _build(options: argparse.Namespace) -> int:
    request = _request(options, write=True)
    report = build(request)
    if options.json:
        print(json.dumps(_build_json(report), ensure_ascii=False))
    else:
        _print([d for d in report.diagnostics if d.severity is not Severity.NOTE])
        print(summary(report, request))
    return _status(report.diagnostics, options.strict)


def summary(report: BuildReport, request: BuildRequest) -> str:
    """One line about a build."""
    try:
        where = request.destination.resolve().relative_to(Path().resolve()).as_posix()
    except ValueError:
        where = str(request.destination)
    counts = [f"{report.briefs} {'brief' if report.briefs == 1 else 'briefs'}", f"{report.pages} files in {where}/",
              f"{report.written} written"]
    if report.held:
        counts.insert(1, f"{report.held} not public (`--drafts` shows them)")
    if report.pruned:
        counts.append(f"{report.pruned} deleted")
    errors = sum(d.severity is Severity.ERROR for d in report.diagnostics)
    warnings = sum(d.severity is Severity.WARNING for d in report.diagnostics)
    notes = len(report.diagnostics) - errors - warnings
    for count, word in ((errors, "error"), (warnings, "warning"), (notes, "note")):
        if count:
            counts.append(f"{count} {word}{'' if count == 1 else 's'}")
    if notes:
        counts[-1] += " (`briefings check` shows all)"
    return f"{', '.join(counts)} ({report.seconds:.2f} s)"


def _serve(options: argparse.Namespace) -> int:
    root = _site(options)
    port = free_port(options.host, options.port)
    if port is None:
        raise _Usage(f"no port from {options.port} on is free on `{options.host}`; choose another with `--port`")
    address = f"http://{options.host}:{port}"
    session = Session(SessionRequest(root, address, options.drafts, options.search))

    def say(told: Told) -> None:
        _print([d for d in told.found if d.severity is not Severity.NOTE])
        if told.seconds is None:
            return
        what = told.paths[0] if len(told.paths) == 1 else f"{len(told.paths)} files" if told.paths else "the site"
        print(f"{datetime.now():%H:%M:%S}  {what} read in {told.seconds:.2f} s", flush=True)

    if options.host in EVERYWHERE:
        print(f"`--host {options.host}` shows drafts to everyone on this network", file=sys.stderr)
    preview = Preview(session, say, options.host, load_site(root).config.editor_url)
    preview.open()
    if options.port and port != options.port:
        print(f"port {options.port} is taken")
    serve(preview, options.host, port, lambda: print(
        f"the site is at {address}/ and follows every change; stop with Ctrl-C", flush=True))
    return CLEAN


def _check(options: argparse.Namespace) -> int:
    request = replace(_request(options, write=False), closely=True)
    report = build(request)
    found = report.diagnostics
    if options.external:
        found = tuple(sorted((*found, *check_external(request.root)), key=sort_key))
    folder = os.path.relpath(request.root, Path().resolve()).replace(os.sep, "/")
    folder = "" if folder == "." or folder.startswith("..") else folder
    if options.format == "json":
        print(as_json(found))
    elif options.format == "github":
        print(as_github(found, folder))
    elif options.format == "sarif":
        print(as_sarif(found, folder, __version__))
    else:
        _print(found)
        if not found:
            print("nothing is wrong")
    return _status(found, options.strict)


def _build_json(report: BuildReport) -> dict[str, object]:
    out = asdict(report)
    out["diagnostics"] = [diagnostic_data(d) for d in report.diagnostics]
    return out


def _explain(options: argparse.Namespace) -> int:
    if options.code is None:
        width = max(map(len, CODES))
        for code, (severity, text) in CODES.items():
            print(f"{code:{width}}  {severity.value:7}  {text}")
        return CLEAN
    if options.code not in CODES:
        raise _Usage(f"there is no diagnostic `{options.code}`\n  help: `briefings explain` lists them all")
    severity, text = CODES[options.code]
    print(dedent(f"""\
        {options.code} ({severity.value})
        {text}"""))
    return CLEAN
