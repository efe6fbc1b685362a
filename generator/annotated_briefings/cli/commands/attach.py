"""``briefings attach``: the text of a source of a brief, kept as proof of its quotes."""

import argparse
from pathlib import Path

from annotated_briefings.base.values import replace
from annotated_briefings.cli.file_errors import cannot_use
from annotated_briefings.cli.format import counted
from annotated_briefings.cli.import_output import changed_lines
from annotated_briefings.cli.options import site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.importer.fetch.received import Wanted, receive
from annotated_briefings.importer.operations.attach import AttachRequest, attach
from annotated_briefings.storage.edit_file import Refused


def attach_text(options: argparse.Namespace) -> Result:
    """Keep the text."""
    request = AttachRequest(site_folder(options), options.brief, Path(), options.source, options.format)
    if isinstance(options.file, Path):
        request = replace(request, file=options.file)
    else:
        received = receive([Wanted(options.file)])[0]
        piece = received.piece(options.format)
        if piece is None:
            return Result(diagnostics=[received.fault] if received.fault else [])
        request = replace(request, file=piece, address=received.shown)
    try:
        done = attach(request)
    except Refused as refused:
        return Result(diagnostics=refused.args)
    except OSError as error:
        raise cannot_use(error.filename or options.file, error) from None
    quotes = counted(done.quotes, "quote")
    line = f"the text of source {done.source}, {done.name}, is kept: {done.found} of {quotes} found in it"
    lines = [line]
    if done.changed:
        lines += ["  the text that was known before is kept as an earlier version", *changed_lines(done.changed)]
    return Result(lines, diagnostics=done.diagnostics)
