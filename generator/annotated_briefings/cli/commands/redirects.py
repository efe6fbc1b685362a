"""``briefings redirects``: addresses that briefs had before they were renamed."""

import argparse
from pathlib import Path

from annotated_briefings.build.publishing.moved import MovedBrief, moved_in
from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import Usage, moment, site_folder
from annotated_briefings.cli.registry_changes import changed
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.redirects import keep_addresses
from annotated_briefings.project.derive import Checks, DeriveOptions, derive_site


def _moved(root: Path, options: argparse.Namespace) -> tuple[MovedBrief, ...]:
    context = derive_site(root, DeriveOptions(root, moment(options), checks=Checks.NONE)).context
    return moved_in(root, context.catalog.briefs)


def list_redirects(options: argparse.Namespace) -> Result:
    """List the addresses that are gone."""
    root = site_folder(options)
    moved = _moved(root, options)
    if options.json:
        return Result(document=as_indented([{"address": one.address, "brief": one.path} for one in moved]))
    lines = [f"{one.address}  {one.path}" for one in moved]
    last = f"{counted(len(moved), 'address', 'addresses')} gone; `briefings redirects add` keeps them"
    return Result([*lines, last] if moved else ["every published address is kept"])


def add(options: argparse.Namespace) -> Result:
    """Write the old addresses into the briefs."""
    root = site_folder(options)
    moved = _moved(root, options)
    known = {one.address for one in moved}
    for address in options.addresses:
        if address not in known:
            raise Usage(f"no brief has moved from `{address}`", "`briefings redirects list` lists the addresses")
    kept = [(one.path, one.address) for one in moved if not options.addresses or one.address in options.addresses]
    if not kept:
        return Result(["every published address is kept"])
    return changed(keep_addresses(root, kept, dry_run=options.dry_run), options.dry_run)
