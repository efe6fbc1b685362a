"""``briefings import``: collected articles, turned into brief drafts."""

import argparse

from annotated_briefings.cli.run_command import Result


def import_articles(options: argparse.Namespace) -> Result:
    """Import files and addresses as drafts."""
    # All readers of formats, which `import --help` does not need.
    from annotated_briefings.cli.import_run import run

    return run(options)
