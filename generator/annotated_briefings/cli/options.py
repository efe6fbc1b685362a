"""Options that several commands share: the folder of the site, the time and the web address."""

import argparse
from datetime import MAXYEAR, UTC, date, datetime
from pathlib import Path

from annotated_briefings.base.dates import read_moment, read_when
from annotated_briefings.base.paths import as_uri, is_address, is_web_address
from annotated_briefings.engine.processors import default_jobs
from annotated_briefings.project.paths import find_site


class Usage(Exception):
    """A call that cannot be carried out as it is written."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word users see
        """``message`` is the fact, ``help`` what to do about it."""
        super().__init__(message)
        # Errors of the packages below the commands carry the help in their own text.
        self.message, _, own = message.partition("\n  help: ")
        self.help = help or own


def path(text: str) -> Path:
    """An argument as a path. An empty one, such as a variable of the shell that is not set, is not the current folder:
    raises argparse.ArgumentTypeError."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; write `.` for the current folder")
    return Path(text)


def path_or_address(text: str) -> Path | str:
    """An argument as the path of a file, or as an address, without the signs that mails put around one. Raises
    argparse.ArgumentTypeError where it is empty."""
    inner = text.strip().strip("<>\"'“”„«»()")
    return inner if is_address(inner) else path(text)


def add_now(parser: argparse.ArgumentParser) -> None:
    """Add ``--now``."""
    parser.add_argument("--now", metavar="TIME", help="the time that decides what is public (default: the clock)")


def add_drafts(parser: argparse.ArgumentParser) -> None:
    """Add ``--drafts``."""
    parser.add_argument("--drafts", action="store_true", help="include unpublished briefs and notes")


def add_base_url(parser: argparse.ArgumentParser) -> None:
    """Add ``--base-url``."""
    parser.add_argument("--base-url", metavar="URL", help="use this address instead of the one in site.yaml")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """Add ``--quiet``."""
    parser.add_argument("-q", "--quiet", action="store_true", help="print what is wrong, and nothing else")


def add_dry_run(parser: argparse.ArgumentParser, what: str) -> None:
    """Add ``--dry-run``; ``what`` it prints."""
    parser.add_argument("--dry-run", action="store_true", help=f"show {what}; write nothing")


def add_build_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``build`` and ``check`` share."""
    add_drafts(parser)
    add_quiet(parser)
    add_now(parser)
    add_base_url(parser)
    parser.add_argument("--jobs", type=int, default=default_jobs(), metavar="N", help="worker processes")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")


def web_address(options: argparse.Namespace) -> str | None:
    """The address of ``--base-url`` without a slash at its end; raises Usage where it is none."""
    given: str | None = options.base_url
    if given and not is_web_address(given):
        raise Usage(f"`--base-url {given}` is not a web address", "it must start with `https://` or `http://`")
    return as_uri(given).rstrip("/") if given else given


def site_folder(options: argparse.Namespace) -> Path:
    """The folder of the site that a command is about; raises Usage where there is none."""
    start: Path = options.site or Path()
    try:
        found = find_site(start)
    except FileNotFoundError:
        raise Usage("the current folder has been deleted", "go to another one, or use `--site DIR`") from None
    if found is None or (options.site and found != options.site.resolve()):
        raise Usage(
            f"there is no site.yaml in `{start.resolve()}` or above it",
            "go to your site's folder, or make one with `briefings init DIR`",
        )
    return found


def moment(options: argparse.Namespace) -> datetime:
    """The time of ``--now``, or of the clock; raises Usage for a text that is none."""
    if options.now is None:
        return datetime.now(UTC)
    found = read_moment(options.now)
    # A question grows a day older, and a date is reached half a day earlier elsewhere: there must be such days.
    if found is None or not 1 < found.year < MAXYEAR:
        raise Usage(f"`{options.now}` is not a time", "write it with its zone, such as 2026-03-14T08:00:00Z")
    return found


def this_moment() -> str:
    """The moment of the clock as the ledger has it, such as ``2026-03-14T08:00:00Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(text: str) -> date | None:
    """The day that an option gives; None for an empty text. Raises Usage for a text that is no day."""
    when = read_when(text) if text else None
    if text and (when is None or not when.day):
        raise Usage(f"`{text}` is not a day", "write it as 2026-03-14")
    return date(when.year, when.month, when.day) if when else None


def jobs(options: argparse.Namespace) -> int:
    """The number of ``--jobs``; raises Usage for one below 1."""
    number: int = options.jobs
    if number < 1:
        raise Usage("`--jobs` must be 1 or more", "leave it out for one process on each processor")
    return number
