"""New versions of sources that an import brings: what has changed in the source, and what of a brief rests on it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.site_files import COLLECTED
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import attempt_brief
from annotated_briefings.importer.recorded import text_of
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.history.changes import MOST, Difference, difference, holds, words_digest
from annotated_briefings.intake.history.lines import History, NewVersion
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.model import Article, BriefDraft
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.site.model.changed_sources import ChangedSource, Saying, changed_sources, sayings


class BroughtVersion(Value):
    """A new version of a source, and the brief that it concerns."""

    version: NewVersion
    """What the ledger gets to know of it."""
    changed: ChangedSource | None
    """What of the brief rests on changed words as it is before the import; None where nothing does."""
    still: tuple[Saying, ...] = ()
    """What rests on them after the import too."""


def new_versions(
    root: Path, plan: ImportPlan, known: Known, history: History, updates: Sequence[BriefDraft]
) -> tuple[BroughtVersion, ...]:
    """The new versions among the articles of an import; ``updates`` are the new texts of briefs, as composed."""
    before = {entry.id: entry for entry in known.ledger}
    arrived = {article.id: article for article in plan.articles if article.id not in before}
    drafts = {draft.article: draft for draft in updates}
    out: list[BroughtVersion] = []
    for old, new in _pairs(plan, before):
        article = arrived.get(new)
        brief = _brief(root, old.brief) if article else None
        if article and brief:
            out.append(_brought(root, old, article, brief, known, history, drafts))
    return tuple(out)


def after_import(root: Path, brought: Sequence[BroughtVersion]) -> tuple[BroughtVersion, ...]:
    """The new versions with what of the briefs still rests on changed words, once the import has written them."""
    out: list[BroughtVersion] = []
    for one in brought:
        brief = _brief(root, one.version.brief)
        found = changed_sources(brief, (one.version,), ()) if brief else ()
        out.append(replace(one, still=found[0].rests if found else ()))
    return tuple(out)


def _pairs(plan: ImportPlan, before: Mapping[str, Entry]) -> Iterator[tuple[Entry, str]]:
    """Known articles and the ids of the later texts that take their places."""
    gone = {entry.id: entry for entry in plan.entries if entry.verdict == "superseded" and entry.id in before}
    pairs = {identity: entry.into for identity, entry in gone.items() if entry.into}
    pairs |= {old.id: task.article.id for old, task in plan.updates if old.id in gone}
    return ((before[old], new) for old, new in pairs.items())


def _brought(
    root: Path,
    old: Entry,
    article: Article,
    brief: Brief,
    known: Known,
    history: History,
    drafts: Mapping[str, BriefDraft],
) -> BroughtVersion:
    # What an earlier version left open is compared with the text that the brief was last in order with.
    waiting = [one.version for one in changed_sources(brief, history.versions, known.decisions.seen)]
    base = next((v.of for v in waiting if v.article == old.id), old.id)
    draft = drafts.get(article.id)
    found = _difference(root, base, article, brief, old.id in known.unedited, draft)
    if found:
        words = (words for saying in sayings(brief) for words in saying.words if found.rests(words))
    else:
        # Without the earlier text: quotes that the later one does not have.
        quotes = (*(point.quote for point in brief.key_points), *(figure.quote for figure in brief.figures))
        words = (quote for quote in quotes if quote and not holds(article.text, quote))
    version = NewVersion(
        article.id,
        base,
        old.brief,
        article.given.url or old.url,
        article.given.outlet or old.outlet,
        article.given.title or old.title,
        found is not None,
        found.changes[:MOST] if found else (),
        found.own if found else (),
        max(0, len(found.changes) - MOST) if found else 0,
        tuple(dict.fromkeys(map(words_digest, words))),
    )
    changed = changed_sources(brief, (version,), ())
    if old.id in known.unedited:
        # The brief is written anew from the later text: nothing is left that an editor would have to look at.
        version = replace(version, rests=(), own=())
    return BroughtVersion(version, changed[0] if changed else None)


def _difference(
    root: Path, base: str, article: Article, brief: Brief, untouched: bool, draft: BriefDraft | None
) -> Difference | None:
    """What differs in the source; None where the earlier text is not here."""
    earlier = text_of(root, f"{COLLECTED}/{base}.txt")
    if earlier is not None:
        return difference(earlier, article.text)
    if untouched and draft:
        # A brief that nobody has touched has the text of its source.
        later = attempt_brief(Source(draft.path, draft.text))[0]
        return difference(brief.body.text, later.body.text) if later else None
    return None


def _brief(root: Path, path: str) -> Brief | None:
    text = text_of(root, path) if path else None
    return attempt_brief(Source(path, text))[0] if text is not None else None
