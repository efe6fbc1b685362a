"""What an output folder had published and its next site would not have: addresses of briefs, their permanent ids, and
the host in all ids.

What is lost stays reported in later builds until it is kept, so it is remembered beside the manifest.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.build.publishing.manifest import FileRecord, moved_before
from annotated_briefings.build.publishing.moved import MovedBrief, find_moved, moved_warnings
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.permanent_ids import permanent_id
from annotated_briefings.site.urls import brief_url

_IDENTITY = regex(r'"identifier":\s*"tag:[^":]*:([^"]+)"')
"""The permanent id in the data of a page."""
_FEED = "feed.xml"
_HOST = regex(r"<id>tag:([^,<]+),")
"""The host in the id of a feed."""
_OWN_HOST = regex(r"^id_host\s*:[ \t]*[^\s#]", re.MULTILINE)
"""A line of the settings that names the host in ids."""
_LINE = regex(r"^base_url\s*:", re.MULTILINE)
_ID, _ID_HOST = "id:", "host:"
"""What ids and hosts begin with among the addresses that a build remembers."""


class LostParts(Value):
    """What was published and is lost."""

    moved: tuple[MovedBrief, ...]
    """Addresses of briefs."""
    ids: tuple[tuple[str, str], ...]
    """Permanent ids of briefs, as ``id:`` would have them, and the files of the briefs."""
    host: str
    """The host in the ids that were published, where it is another one now; else empty."""
    settings: Place
    """The line of the settings that the host in ids is of."""

    def remembered(self) -> dict[str, str]:
        """What the next build is to know: names of what is lost, and files that it is of."""
        addresses = {one.address: one.path for one in self.moved}
        host = {f"{_ID_HOST}{self.host}": self.settings.path} if self.host else {}
        return addresses | {f"{_ID}{name}": path for name, path in self.ids} | host

    def warnings(self) -> Iterator[Diagnostic]:
        """A warning for each."""
        yield from moved_warnings(self.moved)
        for name, path in self.ids:
            yield report(
                "changed-id",
                f"the brief was published with the id `{name}` in feeds, and has another one now",
                Place(path, 1, 1),
                help=f"write `id: {name}` into it, so that readers of feeds do not get it once more",
            )
        if self.host:
            yield report(
                "changed-id",
                f"the ids in feeds were published for the host `{self.host}`, and are for another one now",
                self.settings,
                help=f"write `id_host: {self.host}` into {self.settings.path}, so that readers of feeds do not get all "
                "briefs once more",
            )


def find_lost(
    site: Path,
    destination: Path,
    manifest: Mapping[str, FileRecord],
    files: Mapping[str, bool],
    context: SiteContext,
    settings: Source,
) -> LostParts:
    """What ``destination`` has and the next site has not; ``files`` are those of the next site, and whether the folder
    has them already."""
    before = moved_before(site, destination)
    written = [name for name, up_to_date in files.items() if not up_to_date and name in manifest]
    moved = find_moved(before, destination, manifest, files.keys(), context.catalog.briefs)
    line = _line_of(settings)
    host = _lost_host(before, destination, written, context.config.id_host, settings)
    return LostParts(moved, tuple(_lost_ids(before, destination, written, context)), host, line)


def _lost_ids(
    before: Mapping[str, str], destination: Path, written: Iterable[str], context: SiteContext
) -> Iterator[tuple[str, str]]:
    """The ids that public briefs had and that nothing has now, with the files of the briefs."""
    briefs = {output_file(brief_url(brief.slug)): brief for brief in context.catalog.briefs}
    paths = {brief.path for brief in briefs.values()}
    ids = {_name_of(permanent_id(context, brief)) for brief in briefs.values()}
    found = {key.removeprefix(_ID): path for key, path in before.items() if key.startswith(_ID) and path in paths}
    back = found.keys() & ids
    for name in written:
        if name in briefs and (old := _id_on(destination / name)):
            # A brief that has its first id again had another one for a time.
            now = _name_of(permanent_id(context, briefs[name]))
            found |= {} if now in back else {old: briefs[name].path}
    return ((name, path) for name, path in sorted(found.items()) if name not in ids)


def _lost_host(
    before: Mapping[str, str], destination: Path, written: Collection[str], host: str, settings: Source
) -> str:
    """The host in ids that were published; empty where it is the same, or where the settings choose another one."""
    if not host or _OWN_HOST.search(settings.text):
        return ""
    known = [key.removeprefix(_ID_HOST) for key in before if key.startswith(_ID_HOST)]
    feed = _read(destination / _FEED) if _FEED in written else ""
    found = _HOST.search(feed)
    first = (*known, *([found[1]] if found else []), host)[0]
    return first if first != host else ""


def _line_of(settings: Source) -> Place:
    """Where the settings name the address of the site."""
    found = _LINE.search(settings.text)
    return Place(settings.path, settings.text.count("\n", 0, found.start()) + 1 if found else 1, 1)


def _name_of(permanent: str) -> str:
    """What a brief is called in its permanent id."""
    return unquote(permanent.split(":", 2)[2])


def _id_on(page: Path) -> str:
    """What a brief is called in the id on its old page; empty where the page has none."""
    identity = _IDENTITY.search(_read(page))
    return unquote(identity[1]) if identity else ""


def _read(path: Path) -> str:
    """A file that was published; empty where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
