"""``briefings build``: the site, built into its output folder."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.base.diagnostics.formats import diagnostic_data
from annotated_briefings.base.values import as_data, replace
from annotated_briefings.build import BuildReport, BuildRequest, build
from annotated_briefings.build.request import FileChange
from annotated_briefings.cli.build_options import build_request
from annotated_briefings.cli.format import by_severity, counted
from annotated_briefings.cli.options import Usage
from annotated_briefings.cli.run_command import Result
from annotated_briefings.engine.parallel import NoExecutor, open_executor

_DONE = {"written": "written", "same": "rendered, with the same bytes", "deleted": "deleted"}
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


def build_site(options: argparse.Namespace) -> Result:
    """Build the site; hints are counted, and ``check`` lists them."""
    if options.executor not in ("", "dask") and not options.executor.startswith("dask://"):
        raise Usage(f"there is no executor `{options.executor}`", "use `dask` or `dask://HOST:PORT`")
    request = build_request(options, write=True)
    try:
        with open_executor(options.executor, request.jobs) as executor:
            report = build(replace(request, executor=executor))
    except NoExecutor as error:
        raise Usage(*error.args) from None
    if options.json:
        text = json.dumps(build_json(report, options.explain), ensure_ascii=False)
        return Result(
            document=text, diagnostics=report.diagnostics, listed=(), strict=options.strict, settings_checked=True
        )
    reasons = explained(report.changes) if options.explain and (report.changes or not report.failed) else ()
    return Result(
        [*reasons, summary(report, request)],
        diagnostics=report.diagnostics,
        listed=[d for d in report.diagnostics if d.severity is not Severity.HINT],
        strict=options.strict,
        settings_checked=True,
    )


def summary(report: BuildReport, request: BuildRequest) -> str:
    """One line about a build."""
    try:
        where = request.destination.resolve().relative_to(Path().resolve()).as_posix()
    except ValueError:
        where = str(request.destination)
    counts = [counted(report.briefs, "brief"), f"{report.pages} files in {where}/", f"{report.written} written"]
    if report.held:
        counts.insert(1, f"{report.held} not public (`--drafts` shows them)")
    if report.broken:
        counts.insert(1, f"{report.broken} left out because of errors")
    if report.pruned:
        counts.append(f"{report.pruned} deleted")
    counts += by_severity(report.diagnostics)
    if report.diagnostics or report.held or report.broken:
        # Drafts, and what takes long to find.
        counts[-1] += " (`briefings check` looks at more, and shows all)"
    return f"{', '.join(counts)} ({report.seconds:.2f} s)"


def explained(found: Sequence[FileChange]) -> Iterator[str]:
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


def build_json(report: BuildReport, explain: bool) -> dict[str, object]:
    """The result as documented for ``build --json``."""
    out = as_data(report)
    del out["proofs"]
    if not explain:
        del out["changes"]
    out["diagnostics"] = [diagnostic_data(d) for d in report.diagnostics]
    return out
