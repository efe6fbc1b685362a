"""From articles to a plan of briefs: what is new, what is a copy, what takes which place."""

from collections import defaultdict
from collections.abc import Mapping

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.compose import WriteFields
from annotated_briefings.intake.decisions import unused_cuts
from annotated_briefings.intake.dedup.copies import find_copies
from annotated_briefings.intake.dedup.shingles import covered
from annotated_briefings.intake.drafting import (
    DraftTask,
    FindNames,
    Known,
    StorySuggestion,
    Style,
    compose_batch,
    find_stories,
    prepare,
    stem,
    style_of,
    tasks_of,
)
from annotated_briefings.intake.headers import plain_address, read_header
from annotated_briefings.intake.ledger import Entry, sketch_of
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Article, BriefDraft, Folded, RawDocument, Sketch, UnsureGap
from annotated_briefings.intake.proofs import text_digest
from annotated_briefings.intake.reading import WHOLE, FileRead, split_all

_STILL_THERE = 0.8
"""Share of an earlier article's passages that a file must still hold for its new split to count."""
_SAME_FILE = 0.5
"""Share of an earlier article's passages that the same file must still hold to be a new version of it."""
LEAST_WORDS = 8
"""Text of fewer words, without a headline or header lines, is no article."""


class ImportPlan(Value):
    """What import makes of some files, but for the drafts themselves."""

    articles: tuple[Article, ...]
    """Every article found, copies too, in the order of the files."""
    tasks: tuple[DraftTask, ...]
    """New briefs to compose."""
    updates: tuple[tuple[Entry, DraftTask], ...]
    """New versions of articles seen earlier, with what the ledger knows of the earlier one."""
    style: Style
    """What all drafts have in common."""
    entries: tuple[Entry, ...]
    """Lines to add to the ledger, those of a draft's article and of its copies not yet with the draft's digest."""
    folded: tuple[Folded, ...]
    """Articles without a brief of their own."""
    refused: tuple[tuple[str, str], ...]
    """Articles that become no brief: where they are and why."""
    superseded: tuple[Entry, ...]
    """Articles of earlier imports whose text is now split in another way."""
    stories: tuple[StorySuggestion, ...]
    """Stories suggested for new briefs."""
    unchanged: int
    """Articles that an earlier import has seen."""
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
    articles = tuple(article for read in reads for article in read.articles)
    superseded = _superseded(reads, articles, known)
    old = {entry.id for entry in superseded} | {e.id for e in known.ledger if e.verdict == "superseded"}
    # What was folded and an editor keeps apart since is looked at as if it were new.
    old |= {entry.id for entry in known.ledger if entry.into and entry.id in known.decisions.kept}
    seen = {entry.id: entry for entry in known.ledger if entry.id not in old}
    fresh: dict[str, Article] = {}
    exact: list[Folded] = []
    unchanged = 0
    for article in articles:
        if article.id in seen:
            unchanged += 1
        elif article.id in fresh:
            exact.append(Folded(article.id, _where(article), article.id, "exact", 1.0, "the same words"))
            if is_held(article):
                # One of two equal texts is not public: neither is.
                fresh[article.id] = replace(fresh[article.id], given=article.given)
        else:
            fresh[article.id] = article
    rejected = {identity for identity in fresh if identity in known.decisions.rejected or _too_short(fresh[identity])}
    # What its source holds back is no copy and no version of anything: a public brief would show it.
    alone = rejected | {identity for identity, article in fresh.items() if is_held(article)}
    newer = _newer([article for article in fresh.values() if article.id not in alone], seen)
    sketches = {s.id: s for read in reads for s in read.sketches if s.id in fresh}
    copies = find_copies(
        [sketches[identity] for identity in fresh if identity not in alone and identity not in newer],
        [sketch_of(entry) for entry in seen.values() if entry.verdict == "brief"],
        known.decisions.kept,
        known.fold_from,
    )
    # A text that holds all of a known one and more is a new version of it, where no editor has touched that brief.
    newer |= {new: seen[old] for new, old in copies.fuller if old in known.unedited}
    near = tuple(replace(f, where=_where(fresh[f.article])) for f in copies.folded)
    folded = (*exact, *near)
    gone = rejected | {f.article for f in near} | set(newer)
    # Drafts that are taken away leave their addresses, and tell of no event.
    away = {entry.id: stem(entry.brief) for entry in superseded if entry.id in known.unedited}
    known = replace(
        known,
        slugs=known.slugs - set(away.values()),
        told=tuple(told for told in known.told if told.account.id not in away),
    )
    prepared = prepare([a for a in fresh.values() if a.id not in gone], known)
    stories = find_stories(prepared, known)
    tasks = tasks_of(prepared, folded, copies, {i: story for story, ids in stories for i in ids})
    briefs = {identity: old.brief for identity, old in newer.items()}
    again = tasks_of(prepare([fresh[i] for i in newer], known, briefs), folded, copies, {}, briefs)
    paths = {entry.id: entry.brief for entry in seen.values()} | briefs
    paths |= {task.article.id: task.path for task in tasks}
    return ImportPlan(
        articles=articles,
        tasks=tasks,
        updates=tuple((newer[task.article.id], task) for task in again),
        style=style_of(fresh.values(), known),
        entries=(
            *(replace(e, verdict="superseded", sketch=b"") for e in (*superseded, *newer.values())),
            *(_with_facts(e, fresh[e.id], known) for e in _entries(fresh, near, rejected, sketches, paths)),
        ),
        folded=folded,
        refused=tuple(
            (
                _where(fresh[i]),
                "an editor rejected it" if i in known.decisions.rejected else f"it has fewer than {LEAST_WORDS} words",
            )
            for i in fresh
            if i in rejected
        ),
        superseded=superseded,
        stories=_stories(stories, paths),
        unchanged=unchanged,
        unsure=tuple(gap for read in reads for gap in read.gaps),
        diagnostics=unused_cuts(
            known.decisions, {n for read in reads for n in read.used}, {article.document for article in articles}
        ),
    )


def _stories(found: tuple[tuple[str, tuple[str, ...]], ...], paths: Mapping[str, str]) -> tuple[StorySuggestion, ...]:
    return tuple(StorySuggestion(story, tuple(paths[i] for i in ids if i in paths)) for story, ids in found)


def _superseded(reads: tuple[FileRead, ...], articles: tuple[Article, ...], known: Known) -> tuple[Entry, ...]:
    """Entries of these files whose text is still there, but no longer as one article.

    The words decide, not the file's name: another day's `dump.txt` supersedes nothing.
    """
    present = {article.id for article in articles}
    dumps = {name for read in reads for name in read.dumps}
    texts: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.document in dumps:
            texts[article.document].append(article.text)
    return tuple(
        entry
        for entry in known.ledger
        if entry.file in texts
        and entry.verdict == "brief"
        and entry.id not in present
        and covered(sketch_of(entry).shingles, texts[entry.file]) >= _STILL_THERE
    )


def _newer(articles: list[Article], seen: Mapping[str, Entry]) -> dict[str, Entry]:
    """New versions of known articles: the same web address, or much of the text of the same whole file."""
    at_address = {plain_address(e.url): e for e in seen.values() if e.url and e.verdict == "brief"}
    in_file = {e.file: e for e in seen.values() if not e.url and e.verdict == "brief"}
    out: dict[str, Entry] = {}
    for article in articles:
        known = at_address.get(plain_address(article.given.url)) if article.given.url else None
        if known is None and article.why == WHOLE and not article.given.url:
            known = in_file.get(article.document)
            if known and covered(sketch_of(known).shingles, [article.text]) < _SAME_FILE:
                known = None
        if known:
            out[article.id] = known
    return out


def _too_short(article: Article) -> bool:
    """A fragment: few words, and nothing that says it is an article."""
    named = article.given.title or article.why == WHOLE or any(read_header(p.text) for p in article.paragraphs)
    named = named or (article.why == "separator" and len(article.paragraphs) > 1)
    return not named and sum(len(p.text.split()) for p in article.paragraphs) < LEAST_WORDS


def is_held(article: Article) -> bool:
    """Whether its source says that an article is not public, or not yet."""
    return bool(article.given.held or article.given.embargo)


def _where(article: Article) -> str:
    return f"{article.document}, {article.segment}"


def _with_facts(entry: Entry, article: Article, known: Known) -> Entry:
    """A line of the ledger with what its article states of itself; what we concluded ourselves is no statement."""
    meta = read_metadata(article, known.outlet, known.date)
    title, outlet, published = (
        "" if stated.derived else stated.value for stated in (meta.headline, meta.outlet, meta.date)
    )
    return replace(
        entry,
        url=meta.url,
        title=title,
        outlet=outlet,
        author=meta.author.value,
        published=published,
        text=text_digest(article.text),
    )


def _entries(
    fresh: Mapping[str, Article],
    near: tuple[Folded, ...],
    rejected: set[str],
    sketches: Mapping[str, Sketch],
    paths: Mapping[str, str],
) -> tuple[Entry, ...]:
    """A ledger line for each article that is new; exact copies have the line of their first."""
    verdicts = {f.article: f for f in near}
    out: list[Entry] = []
    for identity, article in fresh.items():
        fold = verdicts.get(identity)
        own = sketches[identity]
        verdict = "rejected" if identity in rejected else fold.verdict if fold else "brief"
        into = fold.into if fold else ""
        out.append(
            Entry(
                identity,
                article.document,
                article.segment,
                verdict,
                "" if verdict == "rejected" else paths.get(into or identity, ""),
                into,
                fold.score if fold else 1.0,
                own.words,
                own.shingles if verdict == "brief" else b"",
                article.given.url,
            )
        )
    return tuple(out)
