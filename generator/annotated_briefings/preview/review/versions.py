"""New versions of sources: what changed there, what of a brief rests on it, and taking it over piece by piece."""

from collections.abc import Collection, Iterator

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.site_files import INCOMING
from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.model import Brief
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.intake.history.changes import holds
from annotated_briefings.preview.editor.opened import PageQuestion, open_brief
from annotated_briefings.preview.editor.release import change_brief
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.preview.review.take_over import TakenOver, taken_over
from annotated_briefings.site.model.changed_sources import BriefPart, ChangedSource, changed_sources
from annotated_briefings.storage.journal import Recording


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
            "held": version.held,
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
                "held": "",
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


def _resting(site: KnownSite, brief: Brief, changed: ChangedSource, brief_part: BriefPart) -> ListRow:
    taken = _taken(site, brief, changed, brief_part)
    return {
        "piece": _piece(brief_part),
        "part": brief_part.part,
        "shown": brief_part.shown,
        "pairs": [list(pair) for pair in taken.pairs] if taken else [],
        "line": brief_part.place.line,
        "editor": site.editor(brief_part.place),
    }


def _piece(brief_part: BriefPart) -> str:
    return digest("saying", brief_part.part, brief_part.words)[:12]


def _taken(site: KnownSite, brief: Brief, changed: ChangedSource, brief_part: BriefPart) -> TakenOver | None:
    text = site.derived.parsed[brief.path].source.text
    return taken_over(text, brief_part, changed.behind(brief_part), _languages(site, brief))


def _languages(site: KnownSite, brief: Brief) -> tuple[str, str]:
    language = brief.language or site.derived.loaded.config.language
    return language, language


def version_files(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    """The files that a button of a new version may change."""
    path = str(asked.get("path", ""))
    return (path, path.rpartition(".")[0] + INCOMING) if path in site.briefs else ()


def take_over(site: KnownSite, asked: PageQuestion, step: Recording) -> tuple[Diagnostic, ...]:
    """Take the new words over into one piece of a brief, or into all of which that is sure."""
    path, wanted = str(asked.get("path", "")), str(asked.get("piece", ""))
    found = [
        (brief, changed, brief_part)
        for brief, changed in site.asked.versions
        if brief.path == path and changed.version.article == asked.get("id")
        for brief_part in changed.rests
        if wanted in ("all", _piece(brief_part))
    ]

    known = {one.message for one in site.found.get(path, ())}
    text, skipped = site.derived.parsed[path].source.text if found else "", list[tuple[BriefPart, Diagnostic]]()
    before = text
    for brief, changed, brief_part in found:
        taken = taken_over(text, brief_part, changed.behind(brief_part), _languages(site, brief))
        if taken is None:
            continue
        wrong = _made_wrong(site, path, taken.text, known)
        if wrong is None:
            text = taken.text
        else:
            skipped.append((brief_part, wrong))
    if before == text:
        if skipped:
            return (skipped[0][1],)
        message = "the new words have no sure place there"
        return (report("refused-change", message, Place(path), help="edit the brief; nothing was changed"),)

    def patched(there: str) -> str | None:
        return text if there == before else None

    change_brief(site.session, path, patched)
    _settle_taken(site, Source(path, text), str(asked.get("id", "")))
    if skipped:
        names = ", ".join(f"the {brief_part.part} `{shortened(brief_part.shown, 40)}`" for brief_part, _ in skipped)
        step.what += f"; not into {names}, where it would be an error: {skipped[0][1].message}"
    return ()


def _settle_taken(site: KnownSite, source: Source, identity: str) -> None:
    """Settle a version of which a brief has all new words now, with the file beside the brief."""
    brief = open_brief(site.session, source).brief
    asked = site.asked
    versions = changed_sources(brief, asked.history.versions, asked.decisions.seen) if brief else ()
    left = [one for one in versions if one.version.article == identity]
    if brief is None or any(one.version.more or not _has_all(one) for one in left):
        return
    if left and decide(site.root, [{"seen": identity}]):
        return
    if beside := _beside(site, source.path):
        (site.root / beside).unlink(missing_ok=True)


def _has_all(changed: ChangedSource) -> bool:
    """Whether everything that rests on changed words has the new ones."""
    return all(
        any(holds(words, change.now) for words in brief_part.words)
        and not any(holds(words, change.was) for words in brief_part.words)
        for brief_part in changed.rests
        for change in changed.behind(brief_part)
    )


def _made_wrong(site: KnownSite, path: str, text: str, known: Collection[str]) -> Diagnostic | None:
    """The first error that a text of a brief would have, and that it has not now."""
    opened = open_brief(site.session, Source(path, text))
    errors = [one for one in opened.diagnostics if one.severity is Severity.ERROR and one.message not in known]
    return errors[0] if errors else None


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
