"""``briefings confirm``: what import concluded, confirmed, corrected or refused."""

import argparse
from collections.abc import Iterator
from itertools import groupby

from annotated_briefings.cli.format import counted
from annotated_briefings.cli.options import Usage, add_dry_run, site_folder
from annotated_briefings.cli.registry_changes import difference, taken_back
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.confirm import Settled, SettleRequest, Way, settle_guesses

_DONE = {Way.CONFIRM: "confirmed", Way.CORRECT: "corrected", Way.REFUSE: "refused"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``confirm``."""
    parser.add_argument("briefs", nargs="*", metavar="BRIEF", help="files or slugs of briefs")
    parser.add_argument("--all", action="store_true", help="all briefs")
    parser.add_argument(
        "--field", action="append", default=[], metavar="FIELD", help="only this one, such as `date`; may be repeated"
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--as", dest="value", metavar="VALUE", help="write this value in its place")
    way.add_argument("--refuse", action="store_true", help="take it out")
    way.add_argument("--undo", action="store_true", help="take the last change back")
    add_dry_run(parser, "every changed line")
    parser.set_defaults(run=confirm, writes=True)


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
