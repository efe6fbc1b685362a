"""The command that shows the site while it is being written."""

import argparse
import sys
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.cli.frame import CLEAN, Usage, site_folder, tell
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.server import EVERYWHERE, Preview, Told, free_port, serve
from annotated_briefings.preview.session import Session
from annotated_briefings.project.load import load_site

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_serve(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``serve``."""
    preview = commands.add_parser("serve", help="build, watch and reload the browser")
    preview.add_argument("--host", default="127.0.0.1")
    preview.add_argument("--port", type=int, default=8000, help="first port to try (default: 8000)")
    preview.add_argument("--no-drafts", dest="drafts", action="store_false", help="leave out what is unpublished")
    preview.add_argument("--search", action="store_true", help="make the search index too, at every change")
    preview.set_defaults(run=_serve)


def _serve(options: argparse.Namespace) -> int:
    root = site_folder(options)
    port = free_port(options.host, options.port)
    if port is None:
        raise Usage(f"no port from {options.port} on is free on `{options.host}`; choose another with `--port`")
    address = f"http://{options.host}:{port}"
    session = Session(SessionRequest(root, address, options.drafts, options.search))

    if options.host in EVERYWHERE:
        print(f"`--host {options.host}` shows drafts to everyone on this network", file=sys.stderr)
    preview = Preview(session, _say, options.host, load_site(root).config.editor_url)
    preview.open()
    if options.port and port != options.port:
        print(f"port {options.port} is taken")
    serve(
        preview,
        options.host,
        port,
        lambda: print(f"the site is at {address}/ and follows every change; stop with Ctrl-C", flush=True),
    )
    return CLEAN


def _say(told: Told) -> None:
    # Whoever read what is said may be gone; the preview goes on.
    with suppress(OSError):
        tell([d for d in told.found if d.severity is not Severity.HINT])
        if told.seconds is None:
            return
        what = told.paths[0] if len(told.paths) == 1 else f"{len(told.paths)} files" if told.paths else "the site"
        print(f"{datetime.now():%H:%M:%S}  {what} read in {told.seconds:.2f} s", flush=True)
