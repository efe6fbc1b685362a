"""Published briefs whose address has changed: their files or slugs were renamed, and the old address would be gone; and
those whose address another brief would take.

What was published is known from the manifest of the output folder, and of what a page was from the page itself. A brief
is taken for the one of an old page when the page has its permanent id, or else its headline, or half of its sentences.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.paths import output_file, served_address
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.build.publishing.manifest import FileRecord, moved_before, read_manifest
from annotated_briefings.content.model import Brief
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.redirects import clean_address
from annotated_briefings.site.urls import brief_url

_PAGE = regex(r"briefs/[^/]+/index\.html")
_HEADLINE = regex(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_IDENTITY = regex(r'"identifier":\s*"tag:[^":]*:([^"]+)"')
"""The permanent id in the data of a page."""
_LEAST = 20
"""Characters of a sentence that says which brief it is of."""
_HALF = 0.5
"""Share of the sentences of a brief that a page of it has."""


class TakenAddress(Value):
    """An address that was published for a brief, and that another one would have in the next build."""

    place: Place
    """The slug of the brief that would take it, or its file."""
    owner: str
    """The file of the brief that it was published for."""
    address: str
    """The address, from the top of the site."""


class MovedBrief(Value):
    """A public brief, and an address that it had and that nothing leads from."""

    path: str
    """Its file."""
    address: str
    """The old address, from the top of the site."""


def find_moved(
    before: Mapping[str, str],
    destination: Path,
    manifest: Mapping[str, FileRecord],
    files: Collection[str],
    briefs: Sequence[Brief],
) -> tuple[MovedBrief, ...]:
    """The addresses that public ``briefs`` had in an output folder of a site and would lose; ``before`` are those that
    earlier builds remembered, ``files`` those of the site as it is now, old addresses that lead on among them."""
    paths = {brief.path for brief in briefs}
    known = ((address, path) for address, path in before.items() if address.startswith("/") and path in paths)
    found = {address: path for address, path in known if output_file(address) not in files}
    fresh = [brief for brief in briefs if output_file(brief_url(brief.slug)) not in manifest]
    for name in sorted(manifest) if fresh else ():
        if _PAGE.fullmatch(name) and name not in files and (brief := _brief_of(destination / name, fresh)):
            found[served_address(name)] = brief.path
    return tuple(MovedBrief(path, address) for address, path in sorted(found.items()))


def find_taken(
    destination: Path, manifest: Collection[str], duplicates: Iterable[tuple[Brief, Brief]]
) -> tuple[TakenAddress, ...]:
    """The addresses of an output folder that were published for a brief which is left out of ``duplicates``: by their
    files alone, the other one comes first."""
    rivals: dict[str, tuple[Brief, ...]] = {}
    for brief, first in duplicates:
        rivals[first.path] = (*rivals.get(first.path, (first,)), brief)
    found: list[TakenAddress] = []
    for first, *others in rivals.values():
        pages = dict.fromkeys(output_file(brief_url(brief.slug)) for brief in (first, *others))
        owners = (_brief_of(destination / page, (first, *others)) for page in pages if page in manifest)
        owner = next((brief for brief in owners if brief), first)
        if owner is not first:
            found.append(TakenAddress(first.place, owner.path, brief_url(owner.slug)))
    return tuple(found)


def _brief_of(page: Path, briefs: Iterable[Brief]) -> Brief | None:
    """The brief that an old page was of; None where it is none of these."""
    try:
        html = page.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    every = tuple(briefs)
    identity = _IDENTITY.search(html)
    named = [brief for brief in every if identity and unquote(identity[1]) in (brief.id, *brief.articles[:1])]
    if len(named) == 1:
        return named[0]
    headline, text = _HEADLINE.search(html), " ".join(plain_text(html).split())
    title = plain_text(headline[1]).strip() if headline else ""
    same = [brief for brief in named or every if brief.title.strip() == title]
    if same:
        return max(same, key=lambda brief: _share(text, brief))
    return next((brief for brief in named or every if _share(text, brief) >= _HALF), None)


def _share(text: str, brief: Brief) -> float:
    """The share of the sentences of a brief that a text has."""
    sentences = [s for s in re.split(r"(?<=[.!?。！？])\s+", " ".join(brief.body.text.split())) if len(s) >= _LEAST]
    return sum(one in text for one in sentences) / len(sentences) if sentences else 0


def taken_errors(taken: Iterable[TakenAddress]) -> Iterator[Diagnostic]:
    """An error for each."""
    for one in taken:
        yield report(
            "published-address",
            f"`{one.address}` was published for {one.owner}, and this brief would take it",
            one.place,
            help="give this brief another `slug:`; nothing is published until then",
        )


def moved_warnings(moved: Iterable[MovedBrief]) -> Iterator[Diagnostic]:
    """A warning for each."""
    for one in moved:
        yield report(
            "moved-brief",
            f"the brief was published at `{one.address}`, which is no address any more",
            Place(one.path, 1, 1),
            help=f"`briefings redirects add` writes `redirect_from: [{one.address}]`, which keeps it",
        )


def taken_in(root: Path, catalog: Catalog) -> tuple[TakenAddress, ...]:
    """The addresses in the usual output folder of a site that newer briefs would take."""
    destination = root / "_site"
    return find_taken(destination, read_manifest(root, destination), catalog.duplicates) if catalog.duplicates else ()


def moved_in(root: Path, briefs: Sequence[Brief]) -> tuple[MovedBrief, ...]:
    """The same for the public ``briefs`` of a site against its usual output folder."""
    present = {output_file(brief_url(brief.slug)) for brief in briefs}
    old = (clean_address(ref.text) for brief in briefs for ref in brief.redirect_from)
    present |= {output_file(address) for address in old if address}
    destination = root / "_site"
    before, manifest = moved_before(root, destination), read_manifest(root, destination)
    return find_moved(before, destination, manifest, present, briefs)
