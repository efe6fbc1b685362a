"""Broken links that finished pages hold, led back to the lines of the briefs in which they were written."""

import re
from collections.abc import Iterable, Iterator
from glob import escape
from pathlib import Path
from urllib.parse import unquote, urljoin

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Source, place_at
from annotated_briefings.storage.files import read_tree

_PAGE = re.compile(r"` on (\S+) leads to ")
"""What a message says of the page that holds the link."""


def pinpointed(root: Path, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The same diagnostics, those of links that stand as they are in the text of their brief with line and column."""
    known: dict[str, Source | None] = {}
    for diagnostic in found:
        path = diagnostic.place.path
        if path.endswith(".md") and path not in known:
            known[path] = next(iter(read_tree(root, (escape(path),))[0]), None)
        source = known.get(path)
        yield _placed(source, diagnostic) if source and diagnostic.code == "broken-link" else diagnostic


def _placed(source: Source, diagnostic: Diagnostic) -> Diagnostic:
    # The link is the first thing in backticks, as the page has it; what starts with a slash in the text goes up there.
    target = diagnostic.message.split("`")[1]
    page = _PAGE.search(diagnostic.message)
    forms = (target, urljoin(f"/{page[1]}", target)) if page else (target,)
    written = "|".join(re.escape(form) for whole in forms for form in (whole, unquote(whole)))
    found = re.search(rf"\](?:\(<?|: *<?)({written})(?=[\s)>]|\Z)", source.text)
    if found is None:
        return diagnostic
    message = diagnostic.message.replace(f"`{target}`", f"`{found[1]}`", 1)
    place = place_at(source, found.start(1), len(found[1]))
    return report(diagnostic.code, message, place, help=diagnostic.help, source=source)
