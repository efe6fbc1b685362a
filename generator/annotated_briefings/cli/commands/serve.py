"""``briefings serve``: a preview of the site while it is being written."""

import argparse
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.base.site_files import PEOPLE
from annotated_briefings.cli.format import counted
from annotated_briefings.cli.options import Usage, site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.cli.terminal import write_diagnostics, write_lines
from annotated_briefings.editing.declare import declared_people
from annotated_briefings.preview.application import EVERYWHERE
from annotated_briefings.preview.editor.signing import NoSuchPerson, signature
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.served import Preview, UpdateReport
from annotated_briefings.preview.server import LAST_PORT, NoSuchHost, free_port
from annotated_briefings.preview.server import serve as serve_preview
from annotated_briefings.preview.session import Session


def serve(options: argparse.Namespace) -> Result:
    """Serve the preview until it is stopped; its errors are shown meanwhile, and are no result of the command."""
    root = site_folder(options)
    if not 0 <= options.port <= LAST_PORT:
        raise Usage(f"`--port` must be 0 to {LAST_PORT}", "0 takes any port that is free")
    try:
        port = free_port(options.host, options.port)
    except NoSuchHost:
        raise Usage(
            f"`--host {options.host}` is no address of this machine", "leave it out, or give one that is"
        ) from None
    if port is None:
        raise Usage(f"no port from {options.port} on is free on `{options.host}`", "choose another one with `--port`")
    # Browsers cannot open the address that means all addresses.
    named = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(options.host, options.host)
    address = f"http://[{named}]:{port}" if ":" in named else f"http://{named}:{port}"
    session = Session(SessionRequest(root, address, options.drafts, options.search, _signature(root, options.person)))

    if options.host in EVERYWHERE:
        write_lines([f"`--host {options.host}` shows drafts to everyone on this network"], sys.stderr)
    preview = Preview(session, _show, options.host)
    preview.allowed = [name.lower() for name in options.allowed]
    preview.open()
    if options.port and port != options.port:
        write_lines([f"port {options.port} is taken"])
    ready = f"the site is at {address}/ and follows every change; stop with Ctrl-C"
    serve_preview(preview, options.host, port, lambda: write_lines([ready]), options.stop_signals.ask_first)
    return Result(settings_checked=True)


def _signature(root: Path, typed: str) -> str:
    """How the editor at the desk signs; empty where no name is given."""
    if not typed:
        return ""
    try:
        return signature(declared_people(root), typed)
    except NoSuchPerson as error:
        raise Usage(f"`--as {typed}` names nobody of `{PEOPLE}`", error.args[0]) from None


def _show(update: UpdateReport) -> None:
    """Print what a change did."""
    # The program that reads this output may be gone; the preview goes on.
    with suppress(OSError):
        write_diagnostics(d for d in update.found if d.severity is not Severity.HINT)
        if update.seconds is None:
            return
        what = (
            update.paths[0]
            if len(update.paths) == 1
            else counted(len(update.paths), "file")
            if update.paths
            else "the site"
        )
        write_lines([f"{datetime.now():%H:%M:%S}  {what} read in {update.seconds:.2f} s"])
