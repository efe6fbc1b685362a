"""Published briefs whose address has changed: their files or slugs were renamed, and the old address would be gone.

What was published is known from the manifest of the output folder, and of what a page was from the page itself. A brief
is taken for the one of an old page when it is new at its address and has its headline, or half of its sentences.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.build.publishing.manifest import FileRecord, moved_before, read_manifest
from annotated_briefings.content.model import Brief
from annotated_briefings.site.urls import brief_url

_PAGE = re.compile(r"briefs/[^/]+/index\.html")
_HEADLINE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_LEAST = 20
"""Characters of a sentence that says which brief it is of."""


class MovedBrief(Value):
    """A public brief, and an address that it had and that nothing leads from."""

    path: str
    """Its file."""
    address: str
    """The old address, from the top of the site."""


def find_moved(
    site: Path, destination: Path, manifest: Mapping[str, FileRecord], present: Collection[str], briefs: Sequence[Brief]
) -> tuple[MovedBrief, ...]:
    """The addresses that public ``briefs`` had in an output folder of a site and would lose; ``present`` are the files
    of the site as it is now, old addresses that lead on among them."""
    files = set(present)
    paths = {brief.path for brief in briefs}
    known = moved_before(site, destination).items()
    found = {address: path for address, path in known if path in paths and output_file(address) not in files}
    fresh = [brief for brief in briefs if output_file(brief_url(brief.slug)) not in manifest]
    for name in sorted(manifest) if fresh else ():
        if _PAGE.fullmatch(name) and name not in files and (brief := _brief_of(destination / name, fresh)):
            found["/" + name.removesuffix("index.html")] = brief.path
    return tuple(MovedBrief(path, address) for address, path in sorted(found.items()))


def _brief_of(page: Path, briefs: Iterable[Brief]) -> Brief | None:
    """The brief that an old page was of; None where it is none of these."""
    try:
        html = page.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    headline, text = _HEADLINE.search(html), " ".join(plain_text(html).split())
    title = plain_text(headline[1]).strip() if headline else ""
    every = tuple(briefs)
    same = next((brief for brief in every if brief.title.strip() == title), None)
    return same or next((brief for brief in every if _holds(text, brief)), None)


def _holds(text: str, brief: Brief) -> bool:
    """Whether a text has half of the sentences of a brief."""
    sentences = [s for s in re.split(r"(?<=[.!?。！？])\s+", " ".join(brief.body.text.split())) if len(s) >= _LEAST]
    return bool(sentences) and 2 * sum(one in text for one in sentences) >= len(sentences)


def say_moved(moved: Iterable[MovedBrief]) -> Iterator[Diagnostic]:
    """A warning for each."""
    for one in moved:
        yield report(
            "moved-brief",
            f"the brief was published at `{one.address}`, which is no address any more",
            Place(one.path, 1, 1),
            help=f"`briefings redirects add` writes `redirect_from: [{one.address}]`, which keeps it",
        )


def moved_in(root: Path, briefs: Sequence[Brief]) -> tuple[MovedBrief, ...]:
    """The same for the public ``briefs`` of a site against its usual output folder."""
    present = {output_file(brief_url(brief.slug)) for brief in briefs}
    present |= {output_file(_with_slash(ref.text)) for brief in briefs for ref in brief.redirect_from}
    destination = root / "_site"
    return find_moved(root, destination, read_manifest(root, destination), present, briefs)


def _with_slash(address: str) -> str:
    return address if address.endswith("/") or "." in address.rpartition("/")[2] else f"{address}/"
