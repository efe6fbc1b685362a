"""New versions of sources: what changed there, what of a brief rests on it, and taking it over piece by piece."""

from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.site_files import INCOMING
from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.model import Brief
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.preview.editor.opened import PageQuestion, open_brief
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.preview.review.take_over import TakenOver, taken_over
from annotated_briefings.site.model.changed_sources import ChangedSource, Saying
from annotated_briefings.storage.edit_file import patch_file


def version_rows(site: KnownSite) -> Iterator[ListRow]:
    """The new versions of sources that are not settled, and files beside briefs that wait for nothing else."""
    named: set[str] = set()
    for brief, changed in site.asked.versions:
        version = changed.version
        beside = _beside(site, brief.path)
        named.add(brief.path)
        yield {
            "key": f"{version.article} {brief.path}",
            "id": version.article,
            **site.head(brief),
            "outlet": version.outlet,
            "source": version.url,
            "known": version.known,
            "changes": [[change.was, change.now] for change in version.changes],
            "more": version.more,
            "rests": [_resting(site, brief, changed, one) for one in changed.rests],
            "beside": beside,
            "editor": site.editor(Place(beside or brief.path, 1, 1)),
        }
    for path, brief in site.briefs.items():
        if path not in named and (beside := _beside(site, path)):
            yield {
                "key": f"beside {path}",
                "id": "",
                **site.head(brief),
                "outlet": "",
                "source": "",
                "known": True,
                "changes": [],
                "more": 0,
                "rests": [],
                "beside": beside,
                "editor": site.editor(Place(beside, 1, 1)),
            }


def _beside(site: KnownSite, path: str) -> str:
    """The file beside a brief that holds a new version which could not be merged; empty where there is none."""
    name = path.rpartition(".")[0] + INCOMING
    return name if (site.root / name).is_file() else ""


def _resting(site: KnownSite, brief: Brief, changed: ChangedSource, saying: Saying) -> ListRow:
    taken = _taken(site, brief, changed, saying)
    return {
        "piece": _piece(saying),
        "part": saying.part,
        "shown": saying.shown,
        "pairs": [list(pair) for pair in taken.pairs] if taken else [],
        "line": saying.place.line,
        "editor": site.editor(saying.place),
    }


def _piece(saying: Saying) -> str:
    return digest("saying", saying.part, saying.words)[:12]


def _taken(site: KnownSite, brief: Brief, changed: ChangedSource, saying: Saying) -> TakenOver | None:
    text = site.derived.parsed[brief.path].source.text
    return taken_over(text, saying, changed.behind(saying))


def version_files(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    """The files that a button of a new version may change."""
    path = str(asked.get("path", ""))
    return (path, path.rpartition(".")[0] + INCOMING) if path in site.briefs else ()


def take_over(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """Take the new words over into one piece of a brief, or into all of which that is sure."""
    path, wanted = str(asked.get("path", "")), str(asked.get("piece", ""))
    found = [
        (changed, saying)
        for brief, changed in site.asked.versions
        if brief.path == path and changed.version.article == asked.get("id")
        for saying in changed.rests
        if wanted in ("all", _piece(saying))
    ]

    def patched(text: str) -> str | None:
        for changed, saying in found:
            taken = taken_over(text, saying, changed.behind(saying))
            text = taken.text if taken else text
        return text

    before, after = patch_file(site.root, path, patched, dry_run=True) if found else ("", "")
    if before == after:
        message = "the new words have no sure place there"
        return (report("refused-change", message, Place(path), help="edit the brief; nothing was changed"),)
    wrong = {one.message for one in site.found.get(path, ())}
    opened = open_brief(site.session, Source(path, after))
    worse = [one for one in opened.diagnostics if one.severity is Severity.ERROR and one.message not in wrong]
    if worse:
        return tuple(worse)
    patch_file(site.root, path, patched)
    return ()


def keep_as_it_is(site: KnownSite, asked: PageQuestion) -> tuple[Diagnostic, ...]:
    """The brief is right as it is: the version is settled, and what an import wrote beside the brief goes."""
    path = str(asked.get("path", ""))
    if identity := str(asked.get("id", "")):
        found = decide(site.root, [{"seen": identity}])
        if found:
            return found
    if path in site.briefs and (beside := _beside(site, path)):
        (site.root / beside).unlink(missing_ok=True)
    return ()
