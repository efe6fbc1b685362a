"""``briefings new``: an empty brief."""

import argparse
from datetime import UTC, datetime

from annotated_briefings.base.names import is_blank
from annotated_briefings.cli.options import Usage, day, site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.scaffold import create_brief


def new(options: argparse.Namespace) -> Result:
    """Write the brief as a draft."""
    title = " ".join(options.title)
    if is_blank(title):
        raise Usage("the title is empty", 'give the brief a title: `briefings new "Harbour opens"`')
    when = day(options.date) or datetime.now(UTC).date()
    created = create_brief(site_folder(options), title, when)
    return Result([str(path) for path in created.paths], diagnostics=created.diagnostics)
