"""``briefings digest``: the briefing of a day or a week as HTML e-mail, message and text."""

import argparse
import os
from pathlib import Path

from annotated_briefings.cli.file_errors import cannot_read
from annotated_briefings.cli.format import counted
from annotated_briefings.cli.options import Usage, day, moment, site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.reports.email_digest import DigestQuestion, write_digest
from annotated_briefings.site.pages.digests.choice import DigestChoice, UnusableChoice


def digest(options: argparse.Namespace) -> Result:
    """Write the three files."""
    root, when = site_folder(options), day(options.day)
    if options.order == "given" and not options.only:
        raise Usage("`--order given` needs `--only`", "name the briefs in their order after `--only`")
    choice = DigestChoice(_opening(options), tuple(options.only), tuple(options.without), options.order)
    asked = DigestQuestion(when, options.week, choice)
    try:
        done = write_digest(root, moment(options), options.output or root / "_digest", asked)
    except UnusableChoice as error:
        raise Usage(error.message, error.remedy) from None
    lines = [f"  wrote {os.path.relpath(path)}" for path in done.paths]
    if done.paths:
        lines.append(f"{counted(len(done.shown), 'brief')}, {done.size / 1000:.1f} kB of HTML")
    elif done.is_empty:
        lines.append(f"no brief is public of {done.heading}: nothing was written")
    return Result(lines, diagnostics=done.diagnostics)


def _opening(options: argparse.Namespace) -> str:
    """The text above the briefs. Raises Usage."""
    if not options.opening_file:
        return str(options.opening)
    if options.opening:
        raise Usage("`--opening` and `--opening-file` are both given", "take one of them out")
    path: Path = options.opening_file
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise cannot_read(path, error) from None
    except UnicodeDecodeError:
        raise Usage(f"`{path}` is not in UTF-8", "save it as UTF-8 with your editor") from None
