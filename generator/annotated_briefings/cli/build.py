"""The commands that build the site, or look at all of it."""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Severity, sort_key
from annotated_briefings.base.diagnostics.formats import as_github, as_json, as_sarif, diagnostic_data
from annotated_briefings.base.values import as_data, replace
from annotated_briefings.build.request import BuildReport, BuildRequest, Change
from annotated_briefings.build.run import build
from annotated_briefings.cli.frame import Usage, moment, site_folder, status, tell, web_address
from annotated_briefings.engine.parallel import default_jobs
from annotated_briefings.site.checks.table import CODES

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_DONE = {"written": "written", "same": "drawn, with the same bytes", "deleted": "deleted"}
_WHY = {
    "new": "new",
    "forgotten": "nothing was remembered of it",
    "program": "the program has changed",
    "settings": "settings, words or a static file have changed",
    "template": "its template has changed",
    "content": "what it shows has changed",
    "file": "somebody has changed or deleted it",
    "bytes": "its bytes have changed",
}
_MOST = 20
"""Files that are named for one reason."""


def add_build(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``build``."""
    command = _with_options(commands.add_parser("build", help="build the site into _site/"))
    command.add_argument("--output", type=Path, metavar="DIR", help="output folder (default: _site)")
    command.add_argument("--clean", action="store_true", help="forget what earlier builds remembered")
    command.add_argument("--explain", action="store_true", help="say of every file why it was written")
    command.add_argument("--json", action="store_true", help="print the result as JSON")
    command.set_defaults(run=_build)


def add_check(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``check``."""
    command = _with_options(commands.add_parser("check", help="say everything that is wrong, and write nothing"))
    command.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="how to print")
    command.add_argument("--external", action="store_true", help="ask other hosts whether links to them work")
    command.set_defaults(run=_check)


def _with_options(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--drafts", action="store_true", help="with unpublished briefs and notes")
    command.add_argument("--now", metavar="TIME", help="the time embargoes go by (default: the clock)")
    command.add_argument("--base-url", metavar="URL", help="instead of the one in site.yaml")
    command.add_argument("--jobs", type=int, default=default_jobs(), metavar="N", help="worker processes")
    command.add_argument("--strict", action="store_true", help="treat warnings as errors")
    return command


def _request(options: argparse.Namespace, *, write: bool) -> BuildRequest:
    if options.jobs < 1:
        raise Usage("`--jobs` must be 1 or more")
    return BuildRequest(
        root=site_folder(options),
        now=moment(options),
        base_url=web_address(options),
        drafts=options.drafts,
        jobs=options.jobs,
        output=getattr(options, "output", None),
        clean=getattr(options, "clean", False),
        write=write,
        search=write,
        explain=getattr(options, "explain", False),
        progress=not getattr(options, "json", False),
    )


def _build(options: argparse.Namespace) -> int:
    request = _request(options, write=True)
    report = build(request)
    if options.json:
        print(json.dumps(_build_json(report, options.explain), ensure_ascii=False))
    else:
        tell([d for d in report.diagnostics if d.severity is not Severity.HINT])
        if options.explain and (report.changes or not report.failed):
            print("\n".join(explained(report.changes)))
        print(summary(report, request))
    return status(report.diagnostics, options.strict)


def summary(report: BuildReport, request: BuildRequest) -> str:
    """One line about a build."""
    try:
        where = request.destination.resolve().relative_to(Path().resolve()).as_posix()
    except ValueError:
        where = str(request.destination)
    counts = [
        f"{report.briefs} {'brief' if report.briefs == 1 else 'briefs'}",
        f"{report.pages} files in {where}/",
        f"{report.written} written",
    ]
    if report.held:
        counts.insert(1, f"{report.held} not public (`--drafts` shows them)")
    if report.broken:
        counts.insert(1, f"{report.broken} left out because of errors")
    if report.pruned:
        counts.append(f"{report.pruned} deleted")
    errors = sum(d.severity is Severity.ERROR for d in report.diagnostics)
    warnings = sum(d.severity is Severity.WARNING for d in report.diagnostics)
    notes = len(report.diagnostics) - errors - warnings
    for count, word in ((errors, "error"), (warnings, "warning"), (notes, "hint")):
        if count:
            counts.append(f"{count} {word}{'' if count == 1 else 's'}")
    if notes:
        counts[-1] += " (`briefings check` shows all)"
    return f"{', '.join(counts)} ({report.seconds:.2f} s)"


def explained(found: Sequence[Change]) -> Iterator[str]:
    """Lines for people: files under what was done to them and why, the largest groups cut short."""
    if not found:
        yield "nothing has changed since the last build"
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for change in found:
        groups.setdefault((change.done, change.why), []).append(change.path)
    for (done, why), paths in sorted(groups.items(), key=lambda group: list(_DONE).index(group[0][0])):
        because = ": " + " and ".join(_WHY[part] for part in why) if why else ""
        yield f"{_DONE[done]} ({len(paths):,}){because}"
        yield from (f"  {path}" for path in paths[:_MOST])
        if len(paths) > _MOST:
            yield f"  ... and {len(paths) - _MOST:,} more"


def _check(options: argparse.Namespace) -> int:
    request = replace(_request(options, write=False), closely=True)
    report = build(request)
    found = report.diagnostics
    if options.external:
        # Asking other hosts needs more than a build does.
        from annotated_briefings.reports.external_links import check_external

        found = tuple(sorted((*found, *check_external(request.root)), key=sort_key))
    folder = os.path.relpath(request.root, Path().resolve()).replace(os.sep, "/")
    folder = "" if folder == "." or folder.startswith("..") else folder
    if options.format == "json":
        print(as_json(found))
    elif options.format == "github":
        print(as_github(found, folder))
    elif options.format == "sarif":
        print(as_sarif(found, folder, __version__, CODES))
    else:
        tell(found)
        if not found:
            print("nothing is wrong")
    return status(found, options.strict)


def _build_json(report: BuildReport, explain: bool) -> dict[str, object]:
    out = as_data(report)
    if not explain:
        del out["changes"]
    out["diagnostics"] = [diagnostic_data(d) for d in report.diagnostics]
    return out
