"""``briefings confirm``: what import concluded, confirmed, corrected or refused."""

import argparse
from collections.abc import Iterator
from itertools import groupby

from annotated_briefings.cli.format import counted
from annotated_briefings.cli.options import Usage, site_folder
from annotated_briefings.cli.registry_changes import difference, taken_back
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.confirm import Settled, SettleRequest, Way, settle_guesses

_DONE = {Way.CONFIRM: "confirmed", Way.CORRECT: "corrected", Way.REFUSE: "refused"}


def confirm(options: argparse.Namespace) -> Result:
    """Settle what import concluded."""
    if options.undo:
        return taken_back(site_folder(options))
    if bool(options.briefs) == options.all:
        wrong = "briefs are named, and `--all` is given" if options.all else "no brief is named"
        raise Usage(wrong, "name briefs by file or slug, or use `--all`; `briefings status` lists what is pending")
    if options.value is not None and (len(options.field) != 1 or not options.value.strip()):
        raise Usage("`--as` needs one `--field` and a value", "such as `--field outlet --as Reuters`")
    way = Way.REFUSE if options.refuse else Way.CORRECT if options.value is not None else Way.CONFIRM
    asked = SettleRequest(tuple(options.briefs), tuple(options.field), way, (options.value or "").strip())
    done = settle_guesses(site_folder(options), asked, dry_run=options.dry_run)
    if done.diagnostics:
        return Result(diagnostics=done.diagnostics)
    if options.dry_run:
        return Result(list(difference(done.edits)) or ["nothing would change"])
    return Result([*_lines(done, asked.value), _sum(done, way)])


def _lines(done: Settled, value: str) -> Iterator[str]:
    for path, members in groupby(done.guesses, lambda one: one[0]):
        yield f"  {path}"
        yield from (f"      {guess.field}: {guess.shown}{f' → {value}' if value else ''}" for _, guess in members)


def _sum(done: Settled, way: Way) -> str:
    if not done.guesses:
        return "nothing is pending there"
    files = counted(len(done.edits), "brief")
    return f"{counted(len(done.guesses), 'guess', 'guesses')} in {files} {_DONE[way]}; `--undo` takes it back"
