"""Running a command: the one place that prints its result and decides the exit status."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.cli.format import worst_first
from annotated_briefings.cli.options import Usage, site_folder
from annotated_briefings.cli.terminal import write, write_diagnostics, write_lines
from annotated_briefings.cli.unexpected import unexpected

CLEAN, FAILED, USAGE, STOPPED = 0, 1, 2, 130
"""Exit status: no errors, errors, wrong usage or settings, stopped from the keyboard."""
SETTINGS = "site.yaml"
"""The file whose errors are errors of configuration."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a command gives back."""

    lines: Sequence[str] = ()
    """Lines for people, printed to standard output."""
    document: str = ""
    """Instead of lines: a whole text for programs, such as JSON."""
    diagnostics: Sequence[Diagnostic] = ()
    """What is wrong; it decides the exit status."""
    listed: Sequence[Diagnostic] | None = None
    """Those of the diagnostics that are printed to standard error; all of them when None."""
    shown: Sequence[Diagnostic] = ()
    """Diagnostics that are the result itself, printed to standard output before the lines."""
    remark: str = ""
    """A line for people that is no part of the result, printed to standard error."""
    strict: bool = False
    """Whether warnings count as errors."""
    settings_checked: bool = False
    """Whether the diagnostics hold those of the settings already."""


Run = Callable[[Namespace], Result]
"""A command: from its options to its result."""


def exit_status(found: Iterable[Diagnostic], strict: bool = False) -> int:
    """The exit status that goes with some diagnostics; hints never change it."""
    worst = CLEAN
    for diagnostic in found:
        if diagnostic.severity is Severity.ERROR:
            if diagnostic.code == "config" or diagnostic.place.path == SETTINGS:
                return USAGE
            worst = FAILED
        elif strict and diagnostic.severity is Severity.WARNING:
            worst = FAILED
    return worst


def run_command(run: Run, options: Namespace) -> int:
    """Run a command, print its result, and give its exit status.

    ``options.site_command`` tells whether the command is about a site, ``options.writes`` whether it changes files that
    editors own.
    """
    try:
        result = _locked(run, options) if _writes(options) else run(options)
        found = _with_settings(result, options)
    except Usage as error:
        write_usage(error)
        return USAGE
    except KeyboardInterrupt as stopped:
        write_lines([str(stopped) or "stopped"], sys.stderr)
        return STOPPED
    except (BrokenPipeError, ModuleNotFoundError):
        raise
    except Exception as error:
        write_usage(unexpected(error, options))
        return FAILED
    try:
        _print(result, found, options)
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python must not try again when it ends.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        message = f"the result cannot be printed: {(error.strerror or str(error)).lower()}"
        write_usage(Usage(message, "print it to a terminal, or to a file on a disk with free space"))
        return FAILED
    return exit_status(found, result.strict)


def _print(result: Result, found: tuple[Diagnostic, ...], options: Namespace) -> None:
    """Print what a command has found and done. Raises OSError."""
    added = found[len(result.diagnostics) :]
    write_diagnostics(worst_first((*(result.diagnostics if result.listed is None else result.listed), *added)))
    write_diagnostics(worst_first(result.shown), sys.stdout)
    if not vars(options).get("quiet"):
        write_lines([result.remark] if result.remark else [], sys.stderr)
        write_lines(result.lines)
    if result.document:
        write(result.document if result.document.endswith("\n") else result.document + "\n")


def write_usage(error: Usage) -> None:
    """Print what is wrong with a call."""
    write_lines([f"briefings: {error.message}", *([f"  help: {error.help}"] if error.help else [])], sys.stderr)


def _writes(options: Namespace) -> bool:
    given = vars(options)
    return given.get("writes", False) and not given.get("dry_run", False) and given.get("write", True)


def _locked(run: Run, options: Namespace) -> Result:
    """Run a command that writes files which editors own, unless another one is doing so."""
    # A lock takes a tenth of the time of a command that only reads.
    from annotated_briefings.storage.locks import SOURCES, LockBusy, hold_lock

    try:
        with hold_lock(site_folder(options), SOURCES):
            return run(options)
    except LockBusy as busy:
        return Result(diagnostics=busy.args)


def _with_settings(result: Result, options: Namespace) -> tuple[Diagnostic, ...]:
    """The diagnostics of a result and, where it lacks them, the errors in the settings of the site."""
    found = tuple(result.diagnostics)
    if result.settings_checked or not options.site_command:
        return found
    return tuple(dict.fromkeys((*found, *_settings_errors(site_folder(options)))))


def _settings_errors(root: Path) -> list[Diagnostic]:
    # Reading settings takes as long as all else in a command that does not need them.
    from annotated_briefings.project.settings import settings_diagnostics

    return [diagnostic for diagnostic in settings_diagnostics(root) if diagnostic.severity is Severity.ERROR]
