"""Building a site: not at all where nothing has changed, whole otherwise."""

from time import perf_counter

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.up_to_date import fingerprint, remember, remembered
from annotated_briefings.storage.files import reason
from annotated_briefings.storage.locks import Busy, alone, output_lock

_PASSING = frozenset({"search", "output", "unreadable"})
"""Diagnostics whose reason lies outside the files of the site, and may be gone the next time."""


def build(request: BuildRequest) -> BuildReport:
    """Build the site; what cannot be built is left out and said in the report."""
    if not request.write:
        return _build(request)
    begun = perf_counter()
    try:
        with alone(request.root, output_lock(request.destination)):
            return _build(request)
    except Busy as busy:
        return _nothing(begun, busy.args[0])


def _build(request: BuildRequest) -> BuildReport:
    begun = perf_counter()
    mark = fingerprint(request)
    known = remembered(request, mark, begun)
    if known:
        return known
    # Templates, pictures and Markdown take longer to import than it takes to see that nothing has changed.
    from annotated_briefings.build.pipeline import make

    try:
        made = make(request)
    except OSError as error:
        return _unmade(request, error, begun)
    passing = _PASSING.intersection(d.code for d in made.report.diagnostics)
    # Only if nobody has saved a file meanwhile is it known what the build has read.
    if not passing and fingerprint(request) == mark:
        remember(request, mark, made.report, made.until)
    return made.report


def _unmade(request: BuildRequest, error: OSError, begun: float) -> BuildReport:
    """What is said when there is no room for the pages before they are published; the last site is as it was."""
    said = report(
        "output",
        f"pages cannot be kept until they are published: {reason(error)}",
        Place(str(error.filename or request.root / ".cache")),
        help="free some space on this disk, or make the folder writable; nothing was published",
    )
    return _nothing(begun, said)


def _nothing(begun: float, said: Diagnostic) -> BuildReport:
    return BuildReport(0, 0, 0, 0, 0, 0, 0, 0, perf_counter() - begun, (said,))
