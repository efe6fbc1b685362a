"""``briefings check``: all errors, warnings and hints; proofs of quotes are kept, and nothing else is written."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic, Severity, show, sort_key
from annotated_briefings.base.diagnostics.formats import as_github, as_json, as_sarif
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.values import replace
from annotated_briefings.build import BuildReport, build
from annotated_briefings.cli.build_options import add_build_options, build_request
from annotated_briefings.cli.format import by_severity, counted
from annotated_briefings.cli.run_command import Result
from annotated_briefings.project.receipts import count_proofs, keep_proofs
from annotated_briefings.site.checks.table import CODES

_ORDER = list(Severity)
"""Severities from the worst on."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``check``."""
    add_build_options(parser)
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="how to print")
    parser.add_argument("--external", action="store_true", help="ask other hosts whether links to them work")
    parser.set_defaults(run=check)


def check(options: argparse.Namespace) -> Result:
    """Check all files and pages."""
    request = replace(build_request(options, write=False), thorough=True)
    report = build(request)
    found = report.diagnostics
    if options.external:
        # Asking other hosts needs more than a build does.
        from annotated_briefings.reports.external_links import check_external

        found = tuple(sorted((*found, *check_external(request.root)), key=sort_key))
    failed = keep_proofs(request.root, report.proofs)
    found = tuple(sorted((*found, *failed), key=sort_key))
    kept = 0 if failed else count_proofs(report.proofs)
    remark = f"{counted(kept, 'proof')} of quotes added to {LEDGER}: commit it" if kept else ""
    text = printed(found, report, options.format, request.root)
    return Result(
        document=text, diagnostics=found, listed=(), remark=remark, strict=options.strict, settings_checked=True
    )


def printed(found: Sequence[Diagnostic], report: BuildReport, form: str, root: Path) -> str:
    """The diagnostics in one of the formats; ``root`` is the site folder."""
    folder = os.path.relpath(root, Path().resolve()).replace(os.sep, "/")
    folder = "" if folder == "." or folder.startswith("..") else folder
    if form == "json":
        return as_json(found)
    if form == "github":
        return as_github(found, folder)
    if form == "sarif":
        return as_sarif(found, folder, __version__, CODES)
    worst_first = sorted(found, key=lambda d: _ORDER.index(d.severity))
    return "\n".join([*map(show, worst_first), count_line(found, report.briefs + report.held)])


def count_line(found: Sequence[Diagnostic], briefs: int) -> str:
    """The last line of a check, such as ``2 errors, 1 warning``; ``briefs`` is the number of those that were read."""
    return ", ".join(by_severity(found)) or f"nothing wrong in {counted(briefs, 'brief')}"
