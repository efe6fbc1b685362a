"""Unexpected errors: one plain line and what to do, with all that a report needs in a file."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from traceback import format_exception

from annotated_briefings import __version__
from annotated_briefings.cli.options import Usage, site_folder
from annotated_briefings.storage.files import reason, write_atomic

REPORT = "error-report.txt"
"""The file with the report of the last such error, in the cache of the site or in the folder for temporary files."""


def unexpected(error: Exception, options: Namespace) -> Usage:
    """What is printed of an error that a command has not foreseen. A report of one in the program is kept in a file."""
    name = f"`{' '.join(('briefings', *filter(None, [getattr(options, 'command', '')])))}`"
    if isinstance(error, OSError) and error.filename is not None:
        return Usage(
            f"{name} stopped: `{error.filename}` cannot be read or written: {reason(error)}",
            "check its permissions and the space on the disk, then give the command again",
        )
    summary = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(": ")
    kept = _keep("".join((_about(), *format_exception(error))), options)
    remedy = (
        f"open an issue with `{kept}`; look through it first, since it may hold words of your texts" if kept else ""
    )
    return Usage(f"{name} stopped at a fault in the program: {summary}", remedy or "open an issue with this line")


def _about() -> str:
    call = " ".join(("briefings", *sys.argv[1:]))
    return f"briefings {__version__}, Python {sys.version}, {sys.platform}\n{call}\n\n"


def _keep(text: str, options: Namespace) -> Path | None:
    """Write the report where it can be written; None where it cannot."""
    folders = [Path(gettempdir())]
    with suppress(Usage, OSError, AttributeError):
        folders.insert(0, site_folder(options) / ".cache")
    for folder in folders:
        try:
            write_atomic(folder / REPORT, text.encode("utf-8", "backslashreplace"))
        except OSError:
            continue
        return folder / REPORT
    return None
