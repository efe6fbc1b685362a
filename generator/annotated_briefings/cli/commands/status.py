"""``briefings status``: pending editorial tasks, each with the command that resolves it."""

import argparse
from collections.abc import Iterator
from itertools import groupby

from annotated_briefings.cli.choices import TASKS_SHOWN
from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import moment, site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.reports.brief_tasks import Task
from annotated_briefings.reports.status import HEADINGS, site_status


def status(options: argparse.Namespace) -> Result:
    """List the tasks."""
    found = site_status(site_folder(options), moment(options), names=options.kind in (None, "name"))
    chosen = [task for task in found.tasks if options.kind in (None, task.kind)]
    if options.json:
        return Result(document=as_indented([_row(task) for task in chosen]), diagnostics=found.diagnostics)
    first = f"{counted(found.briefs, 'brief')}, {found.public} public"
    return Result([first, *_lines(chosen, options.all)], diagnostics=found.diagnostics)


def _row(task: Task) -> dict[str, object]:
    return {"kind": task.kind, "path": task.path, "line": task.line, "message": task.message, "command": task.command}


def _lines(tasks: list[Task], every: bool) -> Iterator[str]:
    for kind, members in groupby(tasks, lambda task: task.kind):
        entries = list(members)
        yield from ("", f"{HEADINGS[kind]} ({len(entries)})")
        for task in entries if every else entries[:TASKS_SHOWN]:
            place = f"{task.path}:{task.line}" if task.line else task.path
            yield from (f"  {place}", f"      {task.message}", f"      → {task.command}")
        if len(entries) > TASKS_SHOWN and not every:
            yield f"  and {len(entries) - TASKS_SHOWN} more: `briefings status --kind {kind} --all`"
    if not tasks:
        yield "nothing to do"
