"""The commands of an editor's day: what waits, what goes out by mail, and when the site changes by itself."""

import argparse
import json
import os
import sys
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Severity, show
from annotated_briefings.base.values import as_data
from annotated_briefings.cli.frame import moment, site_folder
from annotated_briefings.cli.import_output import counted
from annotated_briefings.project.briefs import briefs_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.reports.email_digest import write_digest
from annotated_briefings.reports.status import KINDS, standing
from annotated_briefings.site.schedule import turns

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_HEADS = {
    "draft": "drafts",
    "incoming": "new versions to compare",
    "unreadable": "briefs that cannot be read",
    "note": "notes that are not where they were",
    "quote": "quotations that nothing supports",
    "point": "points without proof",
    "duplicate": "suspected duplicates",
    "time": "coming within a week",
    "name": "names for the registry",
}
_SHOWN = 12
"""Entries of one kind on a terminal; `--all` shows the rest."""


def add_status(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``status``."""
    status = commands.add_parser("status", help="what waits for an editor, each with what settles it")
    status.add_argument("--all", action="store_true", help=f"more than {_SHOWN} of a kind")
    status.add_argument("--kind", choices=KINDS, help="only this kind")
    status.add_argument("--now", metavar="TIME", help="the time embargoes go by (default: the clock)")
    status.add_argument("--json", action="store_true", help="print the result as JSON")
    status.set_defaults(run=lambda options: _status(site_folder(options), moment(options), options))


def add_digest(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``digest``."""
    mail = commands.add_parser("digest", help="a day's or a week's briefing as HTML e-mail, .eml and text")
    mail.add_argument("--day", metavar="DATE", help="the day (default: the newest with a public brief)")
    mail.add_argument("--week", action="store_true", help="the whole week of that day, Monday to Sunday")
    mail.add_argument("--output", type=Path, metavar="DIR", help="folder to write into (default: _digest)")
    mail.add_argument("--now", metavar="TIME", help="the time embargoes go by (default: the clock)")
    mail.set_defaults(run=lambda options: _digest(site_folder(options), moment(options), options))


def add_next_change(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``next-change``."""
    coming = commands.add_parser("next-change", help="when publishing, an embargo or an expiry next changes the site")
    coming.add_argument("--all", action="store_true", help="every change to come")
    coming.add_argument("--now", metavar="TIME", help="the time to look from (default: the clock)")
    coming.add_argument("--json", action="store_true", help="print the result as JSON")
    coming.set_defaults(run=lambda options: _next_change(site_folder(options), moment(options), options))


def _status(root: Path, now: datetime, options: argparse.Namespace) -> int:
    found = standing(root, now, names=options.kind in (None, "name"))
    for diagnostic in found.diagnostics:
        print(show(diagnostic), file=sys.stderr)
    failed = int(any(d.severity is Severity.ERROR for d in found.diagnostics))
    chosen = [w for w in found.waiting if options.kind in (None, w.kind)]
    if options.json:
        print(json.dumps([as_data(waiting) for waiting in chosen], ensure_ascii=False, indent=1))
        return failed
    print(f"{counted(found.briefs, 'brief')}, {found.public} public")
    for kind, members in groupby(chosen, lambda w: w.kind):
        entries = list(members)
        print(f"\n{_HEADS[kind]} ({len(entries)})")
        for waiting in entries if options.all else entries[:_SHOWN]:
            print(f"  {waiting.path}\n      {waiting.message}\n      → {waiting.command}")
        if len(entries) > _SHOWN and not options.all:
            print(f"  and {len(entries) - _SHOWN} more: `briefings status --kind {kind} --all`")
    if not chosen:
        print("nothing waits for you")
    return failed


def _digest(root: Path, now: datetime, options: argparse.Namespace) -> int:
    when = read_when(options.day) if options.day else None
    if options.day and (when is None or not when.day):
        print(f"briefings: `{options.day}` is no day; write it as 2026-03-14", file=sys.stderr)
        return 2
    day = date(when.year, when.month, when.day) if when else None
    done = write_digest(root, now, options.output or root / "_digest", day, options.week)
    for diagnostic in done.diagnostics:
        print(show(diagnostic), file=sys.stderr)
    for path in done.paths:
        print(f"  wrote {os.path.relpath(path)}")
    if done.paths:
        print(f"{counted(done.briefs, 'brief')}, {done.size / 1000:.1f} kB of HTML")
    return int(bool(done.diagnostics))


def _next_change(root: Path, now: datetime, options: argparse.Namespace) -> int:
    loaded = load_site(root)
    coming = turns((brief for _, brief in briefs_of(parse_all(root, loaded))), now)
    first = coming if options.all else [turn for turn in coming if turn.moment == coming[0].moment]
    if options.json:
        print(
            json.dumps(
                [{"moment": f"{t.moment:%Y-%m-%dT%H:%M:%SZ}", "path": t.path, "appears": t.appears} for t in first],
                ensure_ascii=False,
                indent=1,
            )
        )
        return 0
    for turn in first:
        print(f"{turn.moment:%Y-%m-%dT%H:%M:%SZ}  {turn.path} {'is published' if turn.appears else 'is taken down'}")
    if not first:
        print("the site does not change by itself", file=sys.stderr)
    return 0
