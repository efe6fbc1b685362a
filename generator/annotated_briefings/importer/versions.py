"""New versions of sources that an import brings: what has changed in the source, and what of a brief rests on it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.blocks.laid_out import flat
from annotated_briefings.base.site_files import COLLECTED
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import attempt_brief
from annotated_briefings.importer.recorded import text_of
from annotated_briefings.intake.dedup.library import stated_in
from annotated_briefings.intake.dedup.versions import is_undated
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.history.changes import MOST, Difference, difference, holds, words_digest
from annotated_briefings.intake.history.lines import History, NewVersion
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.model import Article, BriefDraft
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.site.model.changed_sources import BriefPart, ChangedSource, brief_parts, changed_sources


class BroughtVersion(Value):
    """A new version of a source, and the brief that it concerns."""

    version: NewVersion
    """What the ledger gets to know of it."""
    changed: ChangedSource | None
    """What of the brief rests on changed words as it is before the import; None where nothing does."""
    still: tuple[BriefPart, ...] = ()
    """What rests on them after the import too."""


def new_versions(
    root: Path, plan: ImportPlan, known: Known, history: History, updates: Sequence[BriefDraft]
) -> tuple[BroughtVersion, ...]:
    """The new versions among the articles of an import; ``updates`` are the new texts of briefs, as composed."""
    before = {entry.id: entry for entry in known.ledger}
    arrived = {article.id: article for article in plan.articles if article.id not in before}
    drafts = {draft.article: draft for draft in updates}
    lines = {entry.id: entry for entry in plan.entries}
    out: list[BroughtVersion] = []
    for old, new in _pairs(plan, before):
        article = arrived.get(new)
        brief = brief_at(root, old.brief) if article else None
        if article and brief:
            untouched = old.id in known.unedited
            draft = drafts.get(article.id)
            brought = brought_version(root, old, article, brief, history, known.decisions.seen, untouched, draft)
            line = lines.get(new)
            undated = line is not None and is_undated(stated_in(old), stated_in(line))
            out.append(_with_order(brought, undated))
    return tuple(out)


def _with_order(brought: BroughtVersion, undated: bool) -> BroughtVersion:
    """A new version with what is known of the order of both texts."""
    version = replace(brought.version, undated=undated)
    changed = replace(brought.changed, version=version) if brought.changed else None
    return replace(brought, version=version, changed=changed)


def held_words(article: Article) -> str:
    """Why the source of an article holds it back; empty where it does not."""
    given = article.given
    return given.held or (f"embargo until {given.embargo}" if given.embargo else "")


def held_versions(plan: ImportPlan, history: History) -> tuple[BroughtVersion, ...]:
    """The articles of public briefs that came again with the same words and that their source holds back now, and those
    that it holds back no more."""
    closed, known = dict(plan.closed), {one.article for one in plan.known}
    public = {article.id for article in plan.articles if not held_words(article)}
    before = {version.article: version for version in history.versions if version.held}
    out: list[NewVersion] = []
    for entry in plan.entries:
        mark = closed.get(entry.brief, "") if entry.id in known else ""
        was = before.get(entry.id)
        if mark and (was is None or was.held != mark):
            out.append(NewVersion(entry.id, entry.id, entry.brief, entry.url, entry.outlet, entry.title, held=mark))
    out += (replace(version, held="") for version in before.values() if version.article in public)
    return tuple(BroughtVersion(version, None) for version in out)


def after_import(root: Path, brought: Sequence[BroughtVersion]) -> tuple[BroughtVersion, ...]:
    """The new versions with what of the briefs still rests on changed words, once the import has written them."""
    out: list[BroughtVersion] = []
    for one in brought:
        brief = brief_at(root, one.version.brief)
        found = changed_sources(brief, (one.version,), ()) if brief else ()
        out.append(replace(one, still=found[0].rests if found else ()))
    return tuple(out)


def _pairs(plan: ImportPlan, before: Mapping[str, Entry]) -> Iterator[tuple[Entry, str]]:
    """Known articles and the ids of the later texts that take their places."""
    gone = {entry.id: entry for entry in plan.entries if entry.verdict == "superseded" and entry.id in before}
    pairs = {identity: entry.into for identity, entry in gone.items() if entry.into}
    pairs |= {old.id: task.article.id for old, task in plan.updates if old.id in gone}
    return ((before[old], new) for old, new in pairs.items())


def brought_version(
    root: Path,
    old: Entry,
    article: Article,
    brief: Brief,
    history: History,
    settled: Collection[str],
    untouched: bool = False,
    draft: BriefDraft | None = None,
) -> BroughtVersion:
    """A later text of a source of a brief. ``old`` is the line of the earlier one, with the brief; ``untouched`` tells
    whether the brief is as import wrote it, and ``draft`` is the one that takes its place then."""
    # What an earlier version left open is compared with the text that the brief was last in order with.
    waiting = [one.version for one in changed_sources(brief, history.versions, settled)]
    base = next((v.of for v in waiting if v.article == old.id), old.id)
    found = _difference(root, base, article, brief, untouched, draft)
    if found:
        words = (words for brief_part in brief_parts(brief) for words in brief_part.words if found.rests(words))
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
        held=held_words(article),
    )
    changed = changed_sources(brief, (version,), ())
    if untouched:
        # The brief is written anew from the later text: nothing is left that an editor would have to look at.
        version = replace(version, rests=(), own=())
    return BroughtVersion(version, changed[0] if changed else None)


def _difference(
    root: Path, base: str, article: Article, brief: Brief, untouched: bool, draft: BriefDraft | None
) -> Difference | None:
    """What differs in the source; None where the earlier text is not here."""
    earlier = text_of(root, f"{COLLECTED}/{base}.txt")
    if earlier is not None:
        return difference(flat(earlier), article.text)
    if untouched and draft:
        # An unchanged brief has the text of its source.
        later = attempt_brief(Source(draft.path, draft.text))[0]
        return difference(brief.body.text, later.body.text) if later else None
    return None


def brief_at(root: Path, path: str) -> Brief | None:
    """The brief of a file as far as it can be read; None where there is none."""
    text = text_of(root, path) if path else None
    return attempt_brief(Source(path, text))[0] if text is not None else None
