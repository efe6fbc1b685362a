"""From articles to a plan of briefs: what is new, what is a copy, what takes which place."""

from collections import defaultdict
from collections.abc import Sequence

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.compose import WriteFields
from annotated_briefings.intake.decisions import unused_cuts
from annotated_briefings.intake.dedup.families import Family
from annotated_briefings.intake.dedup.identity import Origin, words_id
from annotated_briefings.intake.dedup.library import BriefStates, Library
from annotated_briefings.intake.dedup.shingles import covered
from annotated_briefings.intake.dedup.versions import (
    OlderVersion,
    deleted_before,
    older_versions,
)
from annotated_briefings.intake.drafting import (
    DraftTask,
    FindNames,
    Known,
    StorySuggestion,
    Style,
    compose_batch,
    prepare,
    stem,
    style_of,
)
from annotated_briefings.intake.ledger import REJECTED, Entry, sketch_of
from annotated_briefings.intake.model import AlikePair, Article, BriefDraft, Folded, RawDocument, UnsureGap
from annotated_briefings.intake.planning.addresses import permanent_id
from annotated_briefings.intake.planning.alike import alike_briefs, different
from annotated_briefings.intake.planning.groups import Grouping, copies_of_deleted, gone_copy, gone_version
from annotated_briefings.intake.planning.lines import fresh_line, new_lines
from annotated_briefings.intake.planning.opened import decided_anew
from annotated_briefings.intake.planning.rejected_later import rejected_later, with_these
from annotated_briefings.intake.planning.rejecting import kept_away, newly_rejected, rejected_ids
from annotated_briefings.intake.planning.sorting import KnownArticle, Sorted, is_held, sort_out
from annotated_briefings.intake.planning.stories import (
    Resuggested,
    brief_account,
    find_stories,
    form_of,
    resuggested,
    suggestions,
)
from annotated_briefings.intake.reading import FileRead, split_all

_STILL_THERE = 0.8
"""Share of an earlier article's passages that a file must still hold for its new split to count."""


class Amended(Value):
    """A brief whose text stays, with other copies, likenesses or another address than before."""

    entry: Entry
    """Line of its article, with its new address."""
    path: str
    """Where its file is so far."""
    slug: str
    """Its slug."""
    others: tuple[Origin, ...]
    """Where its copies came from."""
    original: bool
    """Whether none of them was published before it."""
    folded: tuple[Folded, ...]
    """Its copies."""
    versions: tuple[str, ...]
    """Slugs of briefs with much of its text."""


class ImportPlan(Value):
    """What import makes of some files, but for the drafts themselves."""

    articles: tuple[Article, ...]
    """Every article found, copies too, in the order of the files; known ones that get a brief of their own last."""
    tasks: tuple[DraftTask, ...]
    """New briefs to compose."""
    updates: tuple[tuple[Entry, DraftTask], ...]
    """New texts of briefs, each with the line of the article that the brief was made of so far."""
    amended: tuple[Amended, ...]
    """Briefs whose text stays and whose copies change."""
    retired: tuple[Entry, ...]
    """Articles that are copies now and whose briefs are no more needed."""
    style: Style
    """What all drafts have in common."""
    entries: tuple[Entry, ...]
    """Lines to add to the ledger, those of a draft's article and of its copies not yet with the draft's digest."""
    folded: tuple[Folded, ...]
    """Articles without a brief of their own."""
    links: tuple[AlikePair, ...]
    """Articles that share much and do not say the same."""
    refused: tuple[tuple[str, str], ...]
    """Articles that become no brief: where they are and why."""
    superseded: tuple[Entry, ...]
    """Articles of earlier imports whose text is now split in another way."""
    rejected: tuple[Entry, ...]
    """Articles whose untouched drafts an editor has rejected."""
    closed: tuple[tuple[str, str], ...]
    """Public briefs whose article came again and is held back by its source now, each with the mark of the source."""
    older: tuple[OlderVersion, ...]
    """New articles that are earlier versions of another."""
    stories: tuple[StorySuggestion, ...]
    """Stories suggested for new briefs."""
    resuggested: tuple[Resuggested, ...]
    """Untouched drafts of earlier imports that seem to belong to another story now."""
    known: tuple[KnownArticle, ...]
    """Articles that an earlier import has seen."""
    unread: bool
    """Whether another branch has brought articles whose texts are not here, so that they could not be compared."""
    apart: tuple[str, ...]
    """Articles that stay apart from all others: editors have decided so, or have taken it back and no text is here."""
    unsure: tuple[UnsureGap, ...]
    """Gaps that an editor should look at."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong."""


def import_documents(
    documents: tuple[RawDocument, ...], known: Known, names: FindNames, write: WriteFields
) -> tuple[ImportPlan, tuple[BriefDraft, ...]]:
    """The plan and the new drafts of some documents, all at once."""
    plan = plan_import((split_all("", documents, (), known.decisions),), known)
    return plan, compose_batch((plan.tasks, plan.style, names, write))


def plan_import(reads: tuple[FileRead, ...], known: Known) -> ImportPlan:
    """Fold copies, find new versions and stories, and give every new article its address."""
    superseded = _superseded(reads, known)
    lasting = frozenset() if known.publish else known.public
    states = BriefStates(known.present, lambda entry: entry.id not in known.unedited, known.public, lasting)
    first_rejected = rejected_later(reads, known, states)
    known = with_these(known, first_rejected)
    rejected = newly_rejected(known, first_rejected.into)
    gone = {one.id for one in rejected}
    leaving = (*superseded, *(e for e in known.ledger if e.verdict == "brief" and e.id in gone))
    away = [e.brief for e in leaving if e.id in known.unedited]
    stay_away = {**rejected_ids(known, rejected), **first_rejected.into}
    arrived = sort_out(reads, known, {entry.id for entry in (*superseded, *rejected, *first_rejected.away)}, stay_away)
    # What was collected on another machine may have come once more.
    library = Library(
        arrived.entries,
        arrived.fresh,
        lambda i: known.collected(i) or arrived.texts.get(i, "") or first_rejected.texts.get(i, ""),
        arrived.restated,
        frozenset(first_rejected.into),
    )
    later = kept_away((*known.ledger, *rejected, *first_rejected.lines), stay_away, library, states, known)
    # What its source holds back is no copy and no version of anything: a public brief would show it.
    alone = {i for i, new in (*arrived.fresh.items(), *arrived.restated.items()) if is_held(new.article)}
    newer = {i: brief for i, brief in deleted_before(library, known.present).items() if i in alone}
    deleted = copies_of_deleted(library, states, known, alone & arrived.fresh.keys()) | newer
    opened = decided_anew(library, known, (*rejected, *first_rejected.away))
    grouped = Grouping(
        library, states, known, alone, deleted.keys() | later.keys(), opened.some | first_rejected.opened, away
    ).groups()
    copies, versions, found, at = grouped.copies, grouped.versions, grouped.living, grouped.at
    order = {identity: n for n, identity in enumerate((*arrived.fresh, *arrived.entries))}
    new, again = [f for f in found if not f.brief], [f for f in found if _is_written_anew(f, arrived, states)]
    given = _without(known, (*superseded, *rejected), found, again, states)
    prepared, renewed = (prepare(_articles(some, library), given) for some in (new, again))
    fresh_accounts = [
        brief_account(article, library.stated(article.id), ready.metas[article.id].date.value, at[article.id].path)
        for ready in (prepared, renewed)
        for article in ready.articles
    ]
    stories = find_stories(fresh_accounts, given, form_of(library))
    story_of = {i: story for story, ids in reversed(stories) for i in ids}
    slugs = {f.leader: at[f.leader].slug for f in found} | {
        e.id: stem(e.brief)
        for e in arrived.entries.values()
        if e.verdict == "brief" and e.id not in at and e.id in known.present
    }
    alike = alike_briefs(copies.links, slugs)
    where = library.where
    tasks, updates = (
        tuple(
            DraftTask(
                article,
                ready.metas[f.leader],
                at[f.leader].slug,
                at[f.leader].path,
                tuple(replace(copy, where=where(copy.article)) for copy in f.folded),
                alike.get(f.leader, ()),
                story_of.get(f.leader, ""),
                f.others,
                f.original,
                permanent_id(f, known, away),
            )
            for f, article in zip(some, ready.articles, strict=True)
        )
        for some, ready in ((new, prepared), (again, renewed))
    )
    fresh = arrived.fresh
    paths = {leader: place.path for leader, place in at.items()}
    lost = grouped.lost(fresh)
    why_deleted = {i: gone_version(brief) if i in newer else gone_copy(brief) for i, brief in deleted.items()}
    paths_of = paths | {copy.article: paths[f.leader] for f in found for copy in f.folded}
    return ImportPlan(
        articles=(*(a for r in reads for a in r.articles), *(t.article for t in tasks if t.article.id not in fresh)),
        tasks=tasks,
        updates=tuple((f.brief, task) for f, task in zip(again, updates, strict=True) if f.brief),
        amended=tuple(
            Amended(
                replace(f.brief, brief=at[f.leader].path),
                f.brief.brief,
                at[f.leader].slug,
                f.others,
                f.original,
                tuple(replace(copy, where=where(copy.article)) for copy in f.folded),
                alike.get(f.leader, ()),
            )
            for f in found
            if f.brief and f.brief.id == f.leader and f not in again
        ),
        retired=tuple(entry for f in found for entry in f.retired if states.is_open(entry)),
        style=style_of(different(found, library, copies.links), known),
        entries=(
            *arrived.unwritten,
            *(library.entries[i] for i in arrived.restated),
            *(replace(e, verdict="superseded", sketch=b"", into="") for e in superseded),
            *new_lines(grouped.families, versions, library, paths),
            *(fresh_line(fresh[i], "brief", brief) for i, brief in (deleted | {**grouped.back}).items()),
            *rejected,
            *first_rejected.away,
            *(fresh_line(fresh[i], REJECTED, into=entry.id) for i, (entry, _) in later.items()),
            *_newly(arrived, known),
            *(
                replace(e, verdict=REJECTED, brief="", into="", made="")
                for e in library.entries.values()
                if e.into and e.id in known.decisions.rejected and e.verdict != "superseded"
            ),
        ),
        folded=(
            *arrived.repeated,
            *(
                replace(f, where=where(f.article), source=_named(library.stated(f.article)))
                for f in sorted(copies.folded, key=lambda f: order[f.article])
                if f.article in fresh and f.into in at and f.article not in lost
            ),
        ),
        links=tuple(link for link in copies.links if {link.article, link.other} <= slugs.keys()),
        refused=(
            *arrived.refused,
            *((where(i), f"`{fresh[i].meta.headline.value}`: {why}") for i, why in (lost | why_deleted).items()),
            *((where(i), why) for i, (_, why) in later.items()),
        ),
        superseded=superseded,
        rejected=tuple(e for e in known.ledger if e.verdict == "brief" and e.id in gone),
        closed=tuple(
            (arrived.entries[i].brief, new.article.given.held or f"embargo until {new.article.given.embargo}")
            for i, new in arrived.restated.items()
            if is_held(new.article) and arrived.entries[i].brief in known.public
        ),
        older=older_versions(versions, library, fresh.keys() - lost.keys(), paths_of),
        stories=suggestions(stories, paths, arrived.entries, prepared.metas.keys()),
        resuggested=resuggested(
            story_of, [t for t in given.brief_accounts if t.account.id not in opened.unread], library.entries, paths
        ),
        known=_as_they_are_now(arrived.known, new),
        unread=bool(opened.unread),
        apart=tuple(sorted((known.decisions.kept & (library.entries.keys() | fresh.keys())) | opened.waiting)),
        unsure=tuple(gap for read in reads for gap in read.gaps),
        diagnostics=unused_cuts(
            known.decisions,
            {n for read in reads for n in read.used},
            {article.document for read in reads for article in read.articles},
        ),
    )


def _is_written_anew(family: Family, arrived: Sorted, states: BriefStates) -> bool:
    """Whether a brief gets the text of another article, or is an untouched draft whose article states more now."""
    brief = family.brief
    if brief is None or brief.id != family.leader:
        return brief is not None
    return brief.id in arrived.restated and states.is_open(brief)


def _named(stated: Origin) -> str:
    return stated.outlet or stated.url


def _articles(found: Sequence[Family], library: Library) -> list[Article]:
    return [article for f in found if (article := library.article(f.leader))]


def _as_they_are_now(known: Sequence[KnownArticle], new: Sequence[Family]) -> tuple[KnownArticle, ...]:
    """Known articles without those that get a brief of their own again: these are named as written."""
    again = {family.leader for family in new}
    return tuple(one for one in known if one.article not in again)


def _newly(arrived: Sorted, known: Known) -> list[Entry]:
    """Lines of articles that an editor rejected and of which the ledger does not say so yet."""
    there = {entry.id for entry in known.ledger}
    return [line for i, line in arrived.rejected.items() if i not in there]


def _without(
    known: Known, superseded: Sequence[Entry], found: Sequence[Family], again: Sequence[Family], states: BriefStates
) -> Known:
    """What the site has without the drafts that are taken away or written anew: they tell of no event."""
    away = {entry.id for entry in superseded if entry.id in known.unedited}
    away |= {entry.id for f in found for entry in f.retired if states.is_open(entry)}
    away |= {f.brief.id for f in again if f.brief}
    return replace(known, brief_accounts=tuple(one for one in known.brief_accounts if one.account.id not in away))


def _superseded(reads: tuple[FileRead, ...], known: Known) -> tuple[Entry, ...]:
    """Entries of these files whose text is still there, but no longer as one article.

    The words decide, not the file's name: another day's `dump.txt` supersedes nothing. What an editor has deleted is
    split anew only where a decision says so: with a new byline it would come back. So is what an editor keeps.
    """
    dumps = {name for read in reads for name in read.dumps}
    decided = {name for read in reads if read.used for name in read.dumps}
    texts: dict[str, list[str]] = defaultdict(list)
    present: set[str] = set()
    for article in (article for read in reads for article in read.articles):
        if article.document in dumps:
            texts[article.document].append(article.text)
            present |= {article.id, words_id(article.text)}
    return tuple(
        entry
        for entry in known.ledger
        if entry.file in texts
        and entry.verdict == "brief"
        and entry.id not in present
        and (entry.id in known.present or entry.file in decided)
        and (entry.id not in known.decisions.kept or entry.file in decided)
        and covered(sketch_of(entry).shingles, texts[entry.file]) >= _STILL_THERE
    )
