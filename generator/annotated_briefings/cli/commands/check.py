"""``briefings check``: all errors, warnings and hints; proofs of quotes are kept, and nothing else is written."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic, Severity, did_you_mean, sort_key
from annotated_briefings.base.diagnostics.formats import as_github, as_json
from annotated_briefings.base.diagnostics.merge_reports import as_code_climate, as_junit
from annotated_briefings.base.diagnostics.scan_logs import as_sarif
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.values import replace
from annotated_briefings.build import build
from annotated_briefings.cli.build_options import build_request
from annotated_briefings.cli.format import by_severity, counted
from annotated_briefings.cli.options import Usage
from annotated_briefings.cli.run_command import SETTINGS, Result
from annotated_briefings.editing.scaffold import old_schemas
from annotated_briefings.project.receipts import count_proofs, keep_proofs
from annotated_briefings.project.settings import not_ignored
from annotated_briefings.site.checks.table import CODES


def check(options: argparse.Namespace) -> Result:
    """Check all files and pages."""
    request = replace(build_request(options, write=False), thorough=True)
    wanted = [_in_site(path, request.root) for path in options.files]
    report = build(request)
    found = report.diagnostics
    if options.external:
        # Asking other hosts needs more than a build does.
        from annotated_briefings.reports.external_links import check_external

        found = tuple(sorted((*found, *check_external(request.root)), key=sort_key))
    failed = keep_proofs(request.root, report.proofs)
    schemas = not_ignored(request.root, old_schemas(request.root))
    found = tuple(sorted((*found, *failed, *schemas), key=sort_key))
    if wanted:
        found = tuple(one for one in found if _is_asked_for(one, wanted))
    kept = 0 if failed else count_proofs(report.proofs)
    remark = f"{counted(kept, 'proof')} of quotes added to {LEDGER}: commit it" if kept else ""
    looked_at = counted(len(options.files), "path") if wanted else counted(report.briefs + report.held, "brief")
    as_text = options.format == "text"
    return Result(
        lines=[count_line(found, looked_at)] if as_text else (),
        document="" if as_text else for_programs(found, options.format, request.root, options.strict),
        diagnostics=found,
        listed=(),
        shown=found if as_text else (),
        remark=remark,
        strict=options.strict,
        settings_checked=True,
    )


def _in_site(path: Path, root: Path) -> str:
    """The path of a file or folder of the site from its folder; raises Usage for one that is not there or elsewhere."""
    if not path.exists():
        near = did_you_mean(path.as_posix(), [p.as_posix() for p in _beside(path)])
        message = f"there is no file `{path.as_posix()}`"
        raise Usage(message, near or f"paths begin in `{Path().resolve()}`; without a path, the whole site is checked")
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise Usage(f"`{path.as_posix()}` is no file of the site", f"the site is `{root}`") from None


def _beside(path: Path) -> list[Path]:
    return sorted(path.parent.iterdir()) if path.parent.is_dir() else []


def _is_asked_for(one: Diagnostic, wanted: Sequence[str]) -> bool:
    # Wrong settings change what all files mean.
    wrong_settings = one.place.path == SETTINGS and one.severity is Severity.ERROR
    return wrong_settings or any(_is_below(one.place.path, path) for path in wanted)


def _is_below(path: str, wanted: str) -> bool:
    return wanted in (".", path) or path.startswith(f"{wanted}/")


def for_programs(found: Sequence[Diagnostic], form: str, root: Path, strict: bool) -> str:
    """The diagnostics in one of the formats; ``root`` is the site folder, and ``strict`` whether warnings fail."""
    folder = os.path.relpath(root, Path().resolve()).replace(os.sep, "/")
    folder = "" if folder == "." or folder.startswith("..") else folder
    if form == "json":
        return as_json(found)
    if form == "github":
        return as_github(found, folder)
    if form == "junit":
        return as_junit(found, folder, strict=strict)
    if form == "codeclimate":
        return as_code_climate(found, folder)
    return as_sarif(found, folder, __version__, CODES)


def count_line(found: Sequence[Diagnostic], looked_at: str) -> str:
    """The last line of a check, such as ``2 errors, 1 warning``, or ``nothing wrong in 3 briefs``."""
    return ", ".join(by_severity(found)) or f"nothing wrong in {looked_at}"
