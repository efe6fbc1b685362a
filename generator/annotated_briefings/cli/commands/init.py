"""``briefings init``: a new site."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from annotated_briefings.base.site_files import SITE
from annotated_briefings.cli.options import Usage
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.scaffold import create_site, write_schemas

_WORKFLOW = ".github/workflows/briefings.yml"


def init(options: argparse.Namespace) -> Result:
    """Write the files of a new site."""
    if options.update:
        return _update(options.folder)
    created = create_site(options.folder, options.cms)
    if created.diagnostics:
        return Result(diagnostics=created.diagnostics)
    folder = str(options.folder)
    into = "" if folder == "." else f"cd {quote(f'./{folder}' if folder.startswith('-') else folder)} && "
    wrote = [f"  wrote {(options.folder / path).as_posix()}" for path in created.paths]
    kept = [f"  left {(options.folder / path).as_posix()} as it was{_add(lines)}" for path, lines in created.kept]
    return Result([*wrote, *kept, *_move(options.folder), f"next: {into}briefings serve"])


def _add(lines: Sequence[str]) -> str:
    return f"; add to it: {', '.join(f'`{line}`' for line in lines)}" if lines else ""


def _move(folder: Path) -> list[str]:
    """What to do where a repository has the site in a folder of its own."""
    whole = folder.resolve()
    top = next((above for above in (whole, *whole.parents) if (above / ".git").exists()), whole)
    if top == whole:
        return []
    name = whole.relative_to(top).as_posix()
    return [
        f"GitHub reads workflows at the top of a repository alone: move {(folder / _WORKFLOW).as_posix()} to "
        f"{top / _WORKFLOW}, give its `run` steps `working-directory: {name}`, and put `{name}/` before its paths"
    ]


def _update(folder: Path) -> Result:
    """Write the schemas of a site anew."""
    if not (folder / SITE).exists():
        raise Usage(f"`{folder}` is no site", "name the folder of one, or leave `--update` out")
    written = write_schemas(folder)
    wrote = [f"  wrote {(folder / path).as_posix()}" for path in written.paths]
    lines = wrote or ([] if written.diagnostics else ["the schemas are those of this version"])
    return Result(lines, diagnostics=written.diagnostics)
