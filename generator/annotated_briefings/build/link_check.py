"""The links of all pages of a build checked, and broken ones reported at the line of the brief in which they are
written."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from glob import escape
from pathlib import Path
from posixpath import dirname, join, normpath
from types import MappingProxyType
from typing import Protocol
from urllib.parse import unquote, urljoin

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source, place_at
from annotated_briefings.build.page_record import PageRecord, link_targets, page_facts, unpack
from annotated_briefings.output.audit import BrokenLink, duplicate_ids, find_broken_links
from annotated_briefings.storage.files import read_tree

_TARGET = regex(r"\](?:\(<?|: *<?)([^\s)>]+)(?=[\s)>]|\Z)")
"""Where a link of Markdown leads to."""


class Records(Protocol):
    """The packed records of pages."""

    def get(self, path: str, /) -> bytes | None:
        """That of a page; None for an output file that is no page."""


def check_pages(
    root: Path,
    paths: Iterable[str],
    targets: Collection[str],
    records: Records,
    others: Collection[str],
    base_path: str,
    left_out: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Diagnostic, ...]:
    """Broken links of the pages of a site, and ids that a page has twice.

    ``paths`` are the pages, ``targets`` where their links lead, ``records`` their packed records, ``others`` the
    files of the site besides them, and ``left_out`` the pages of briefs that are left out, with the reason. All targets
    are checked first; pages are only looked at one by one if some are missing.
    """
    paths = tuple(paths)
    files = {*paths, *others}
    lookup = _PageLookup(records)
    missing = {target for target in targets if target and not _exists(target, files, lookup)}
    if not missing:
        return ()
    affected = (lookup.record(path) for path in paths if path.endswith(".html"))
    pages = [page_facts(r) for r in affected if r and not missing.isdisjoint(link_targets(r))]
    found = [page for page in pages if page]
    broken = find_broken_links(found, files, lookup.ids, base_path, left_out)
    return (*duplicate_ids(found), *in_sources(root, broken, lookup.origin))


def in_sources(
    root: Path, links: Sequence[BrokenLink], origin: Callable[[str], str] = lambda _: ""
) -> Iterator[Diagnostic]:
    """The diagnostics of broken links: at line and column where the text of the brief contains the link as it is.
    ``origin`` gives the file that a page comes from, empty where it is not known."""
    known: dict[str, Source | None] = {}
    for link in links:
        path = link.origin
        if path.endswith(".md") and path not in known:
            known[path] = next(iter(read_tree(root, (escape(path),))[0]), None)
        yield _in_source(link, known.get(path), origin)


def _in_source(link: BrokenLink, source: Source | None, origin: Callable[[str], str]) -> Diagnostic:
    if source is None:
        return link.diagnostic()
    # In the brief an address that starts with a slash is written so; on the page it is relative to the page.
    address = urljoin(f"/{link.page}", link.target)
    forms = (link.target, address)
    written = "|".join(re.escape(form) for whole in forms for form in (whole, unquote(whole)))
    exact = re.search(rf"\](?:\(<?|: *<?)({written})(?=[\s)>]|\Z)", source.text)
    path, _, fragment = unquote(address).lstrip("/").partition("#")
    file = origin(f"{path}index.html" if path.endswith("/") or not path else path) if fragment and not exact else ""
    named = (one for one in _TARGET.finditer(source.text) if _leads_to(source.path, unquote(one[1]), file, fragment))
    found = exact or (next(named, None) if file else None)
    return (
        link.diagnostic(found[1], place_at(source, found.start(1), len(found[1])), source)
        if found
        else link.diagnostic()
    )


def _leads_to(path: str, written: str, file: str, fragment: str) -> bool:
    """Whether what is ``written`` in a file names a place of another file."""
    named, _, at = written.partition("#")
    return at == fragment and bool(named) and normpath(join(dirname(path), named)) == file


def _exists(target: str, files: Collection[str], lookup: "_PageLookup") -> bool:
    path, _, fragment = target.partition("#")
    return path in files and (not fragment or not path.endswith(".html") or fragment in lookup.ids(path))


class _PageLookup:
    """The records of pages and their ids, unpacked when first asked for."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._ids: dict[str, frozenset[str]] = {}

    def record(self, path: str) -> PageRecord | None:
        return unpack(self._records.get(path))

    def origin(self, path: str) -> str:
        """The file that a page comes from; empty for no page."""
        facts = page_facts(self.record(path))
        return facts.origin if facts else ""

    def ids(self, path: str) -> frozenset[str]:
        known = self._ids.get(path)
        if known is None:
            facts = page_facts(self.record(path))
            known = self._ids[path] = frozenset(facts.ids if facts else ())
        return known
