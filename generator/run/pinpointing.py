"""Broken links that finished pages hold, led back to the lines of the briefs in which they were written."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from generator.base.diagnostics import Diagnostic, report
from generator.base.source import Place, Source, place_at
from generator.run.disk import read_tree


def pinpointed(root: Path, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The same diagnostics, those of links that stand as they are in the text of their brief with line and column."""
    known: dict[str, Source | None] = {}
    for diagnostic in found:
        path = diagnostic.place.path
        if path.endswith(".md") and path not in known:
            known[path] = next(iter(read_tree(root, (path,))[0]), None)
        source = known.get(path)
        place = _place(source, diagnostic) if source else None
        if source and place:
            yield report(diagnostic.code, diagnostic.message, place, help=diagnostic.help, source=source)
        else:
            yield diagnostic


def _place(source: Source, diagnostic: Diagnostic) -> Place | None:
    if diagnostic.code != "broken-link":
        return None
    # The link is the first thing in backticks: what the writer wrote, unless its address was worked out.
    target = diagnostic.message.split("`")[1]
    written = "|".join(map(re.escape, (target, unquote(target))))
    found = re.search(rf"\](?:\(<?|: *<?)({written})(?=[\s)>]|\Z)", source.text)
    return place_at(source, found.start(1), len(found[1])) if found else None
