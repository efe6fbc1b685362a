"""Building a site: nothing is done where nothing has changed since the last build."""

from time import perf_counter

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.source import Place
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.up_to_date import earlier_report, is_unchanged, read_files, remember_build
from annotated_briefings.engine.collector import without_collector
from annotated_briefings.storage.files import reason
from annotated_briefings.storage.locks import LockBusy, hold_lock, output_lock

_TEMPORARY = frozenset({"output", "published-address", "unreadable"})
"""Codes of diagnostics whose cause lies outside the files of the site, and may be gone the next time."""


def build(request: BuildRequest) -> BuildReport:
    """Build the site. What cannot be built is left out, and the report says so."""
    if not request.write:
        return _build(request)
    begun = perf_counter()
    try:
        with hold_lock(request.root, output_lock(request.destination)):
            return _build(request)
    except LockBusy as busy:
        return BuildReport(seconds=perf_counter() - begun, diagnostics=(busy.args[0],))


def _build(request: BuildRequest) -> BuildReport:
    begun = perf_counter()
    before = read_files(request)
    known = earlier_report(request, before, begun)
    if known:
        return known
    # Templates, pictures and Markdown take longer to import than it takes to see that nothing has changed.
    from annotated_briefings.build.after_edits.edited_build import build_edited
    from annotated_briefings.build.after_edits.last_build import remember_last
    from annotated_briefings.build.pipeline import full_build

    try:
        with without_collector():
            done = build_edited(request, before, begun) or full_build(request)
            temporary = _TEMPORARY.intersection(d.code for d in done.report.diagnostics)
            # If somebody saved a file meanwhile, the build may have read the old text or the new one.
            if before.fingerprint and not temporary and is_unchanged(request, before):
                finished = remember_build(request, before, done.report, done.valid_until)
                if request.write:
                    remember_last(request, before, finished, done)
    except OSError as error:
        return _no_space(request, error, begun)
    return done.report


def _no_space(request: BuildRequest, error: OSError, begun: float) -> BuildReport:
    """The report where pages could not be stored before they are published; the site in the output folder is as it
    was."""
    found = report(
        "output",
        f"pages cannot be kept until they are published: {reason(error)}",
        Place(str(error.filename or request.root / ".cache")),
        help="free some space on this disk, or make the folder writable; nothing was published",
    )
    return BuildReport(seconds=perf_counter() - begun, diagnostics=(found,))
