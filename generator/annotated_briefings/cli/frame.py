"""What all commands share: finding the site, the time, and saying what is wrong."""

import argparse
import sys
from collections.abc import Sequence
from datetime import MAXYEAR, UTC, datetime
from pathlib import Path

from annotated_briefings.base.dates import read_moment
from annotated_briefings.base.diagnostics import Diagnostic, Severity, show
from annotated_briefings.base.paths import is_web_address
from annotated_briefings.project.paths import find_site

CLEAN, FAILED, USAGE = 0, 1, 2
"""Exit status: nothing is wrong, there are errors, the call itself is wrong."""


class Usage(Exception):
    """A call that cannot be understood."""


def web_address(options: argparse.Namespace) -> str | None:
    """The address of `--base-url` without a slash at its end; raises Usage where it is none."""
    given: str | None = options.base_url
    if given and not is_web_address(given):
        raise Usage(f"`--base-url {given}` is not a web address\n  help: it must start with `https://` or `http://`")
    return given.rstrip("/") if given else given


def site_folder(options: argparse.Namespace) -> Path:
    """The folder of the site that a command is about; raises Usage where there is none."""
    start: Path = options.site or Path()
    try:
        found = find_site(start)
    except FileNotFoundError:
        raise Usage(
            "the folder you are in has been deleted\n  help: go to another one, or name the site with `--site DIR`"
        ) from None
    if found is None or (options.site and found != options.site.resolve()):
        raise Usage(
            f"there is no site.yaml in `{start.resolve()}` or above it\n"
            "  help: go to your site's folder, or make one with `briefings init DIR`"
        )
    return found


def moment(options: argparse.Namespace) -> datetime:
    """The time of ``--now``, or of the clock; raises Usage for a text that is none."""
    if options.now is None:
        return datetime.now(UTC)
    found = read_moment(options.now)
    # A question grows a day older, and a date is reached half a day earlier elsewhere: there must be such days.
    if found is None or not 1 < found.year < MAXYEAR:
        raise Usage(f"`{options.now}` is no time; write it with its zone, such as 2026-03-14T08:00:00Z")
    return found


def tell(found: Sequence[Diagnostic]) -> None:
    """Print what is wrong, on standard error."""
    for diagnostic in found:
        print(show(diagnostic), file=sys.stderr)


def status(found: Sequence[Diagnostic], strict: bool) -> int:
    """The exit status that goes with what is wrong."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(d.code == "config" for d in found):
        return USAGE
    return FAILED if any(d.severity in bad for d in found) else CLEAN
