"""From documents to brief drafts: the whole of import that is not disk."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.base.diagnostics import Diagnostic
from generator.base.digest import digest
from generator.intake.decisions import Decisions, decided, unused_cuts
from generator.intake.drafting import Known, Names, Story, draft_all, find_stories, prepare, stem
from generator.intake.duplicates import find_copies
from generator.intake.formats.text import SEPARATOR
from generator.intake.headers import plain_address, read_header
from generator.intake.ledger import Entry, sketch_of
from generator.intake.model import Article, BriefDraft, Folded, Paragraph, RawDocument, UnsureGap
from generator.intake.segment import segment
from generator.intake.shingles import Sketch, article_id, covered, sketch

_STILL_THERE = 0.8
"""Share of an earlier article's passages that a file must still hold for its new split to count."""
_SAME_FILE = 0.5
"""Share of an earlier article's passages that the same file must still hold to be a new version of it."""
WHOLE = "whole file"
"""Why an article starts where a file does that holds one article for certain."""
_FEW_APART = 0.4
"""Where more gaps than this are wide, their width says nothing."""
LEAST_WORDS = 8
"""Text of fewer words, without a headline or header lines, is no article."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What import made of some documents."""

    articles: tuple[Article, ...]
    """Every article found, copies too, in the order of the documents."""
    drafts: tuple[BriefDraft, ...]
    """Briefs to write."""
    entries: tuple[Entry, ...]
    """Lines to add to the ledger."""
    folded: tuple[Folded, ...]
    """Articles without a brief of their own."""
    refused: tuple[tuple[str, str], ...]
    """Articles that become no brief: where they stand and why."""
    updates: tuple[tuple[Entry, BriefDraft], ...]
    """New versions of articles seen earlier at the same web address, with what the ledger knows of the earlier one."""
    superseded: tuple[Entry, ...]
    """Articles of earlier imports whose text is now split in another way."""
    stories: tuple[Story, ...]
    """Stories suggested for new briefs."""
    unchanged: int
    """Articles that an earlier import has seen."""
    unsure: tuple[UnsureGap, ...]
    """Gaps that an editor should look at."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong."""


def split_document(document: RawDocument, decisions: Decisions) -> tuple[tuple[Article, ...], tuple[UnsureGap, ...]]:
    """The articles of a document and the gaps that are unsure."""
    if document.whole:
        return _whole(document), ()
    starts, joins = decided(decisions, document)
    paragraphs = document.paragraphs
    found = segment([p.text for p in paragraphs], starts=starts, joins=joins, apart=_apart(paragraphs))
    ends = [b.index for b in found.boundaries[1:]] + [len(paragraphs)]
    articles: list[Article] = []
    for boundary, end in zip(found.boundaries, ends, strict=True):
        places = [n for n in range(boundary.index, end) if paragraphs[n].text != SEPARATOR]
        if places:
            own = tuple(paragraphs[n] for n in places)
            heads = tuple(
                at for at, n in enumerate(places) if n in found.subheadings or (at and paragraphs[n].heading)
            )
            text = "\n".join(p.text for p in own)
            articles.append(Article(article_id(text), document.name, own, heads, boundary.confidence, boundary.why))
    gaps = tuple(
        UnsureGap(document.name, paragraphs[u.index].line, u.probability, u.chosen, paragraphs[u.index - 1].text,
                  paragraphs[u.index].text)
        for u in found.unsure
    )
    return tuple(articles), gaps


def _apart(paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """Places of paragraphs with more blank lines before them than is usual in the file, where such are few."""
    gaps = [b.line - a.last_line - 1 for a, b in pairwise(paragraphs)]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 0
    wide = frozenset(n for n, gap in enumerate(gaps, 1) if gap > usual)
    return wide if len(wide) <= _FEW_APART * len(gaps) else frozenset()


def _whole(document: RawDocument) -> tuple[Article, ...]:
    """A document that is one article for certain."""
    own = tuple(p for p in document.paragraphs if p.text != SEPARATOR)
    if not own:
        return ()
    heads = tuple(at for at, p in enumerate(own) if p.heading)
    identity = article_id("\n".join(p.text for p in own))
    return (Article(identity, document.name, own, heads, 1.0, WHOLE, document.given),)


def import_documents(documents: tuple[RawDocument, ...], known: Known, names: Names) -> ImportOutcome:
    """Split documents into articles, fold copies, and compose a draft of each article that is new."""
    split = [split_document(document, known.decisions) for document in documents]
    articles = tuple(article for found, _ in split for article in found)
    superseded = _superseded(documents, articles, known)
    old = {entry.id for entry in superseded} | {e.id for e in known.ledger if e.verdict == "superseded"}
    seen = {entry.id: entry for entry in known.ledger if entry.id not in old}
    fresh: dict[str, Article] = {}
    exact: list[Folded] = []
    unchanged = 0
    for article in articles:
        if article.id in seen:
            unchanged += 1
        elif article.id in fresh:
            exact.append(Folded(article.id, _where(article), article.id, "exact", 1.0, "the same words"))
        else:
            fresh[article.id] = article
    rejected = {identity for identity in fresh if identity in known.decisions.rejected or _too_short(fresh[identity])}
    newer = _newer([article for article in fresh.values() if article.id not in rejected], seen)
    sketches = {
        identity: sketch(identity, article.text, article.given.title)
        for identity, article in fresh.items()
    }
    copies = find_copies(
        [s for identity, s in sketches.items() if identity not in rejected and identity not in newer],
        [sketch_of(entry) for entry in seen.values() if entry.verdict == "brief"], known.decisions.kept,
    )
    # A text that holds all of a known one and more is a new version of it, where no editor has touched that brief.
    newer |= {new: seen[old] for new, old in copies.fuller if old in known.unedited}
    near = tuple(replace(f, where=_where(fresh[f.article])) for f in copies.folded)
    folded = (*exact, *near)
    gone = rejected | {f.article for f in near} | set(newer)
    freed = frozenset(stem(entry.brief) for entry in superseded if entry.id in known.unedited)
    known = replace(known, slugs=known.slugs - freed)
    prepared = prepare([a for a in fresh.values() if a.id not in gone], known)
    stories = find_stories(prepared, known)
    drafts = draft_all(prepared, folded, copies, known, names, {i: story for story, ids in stories for i in ids})
    briefs = {identity: old.brief for identity, old in newer.items()}
    updates = tuple(
        (newer[draft.article], replace(draft, path=briefs[draft.article]))
        for draft in draft_all(prepare([fresh[i] for i in newer], known, briefs), folded, copies, known, names, {})
    )
    paths = {entry.id: entry.brief for entry in seen.values()} | briefs
    paths |= {draft.article: draft.path for draft in drafts}
    made = {draft.article: digest(draft.text) for draft in (*drafts, *(draft for _, draft in updates))}
    return ImportOutcome(
        articles=articles,
        drafts=drafts,
        entries=(
            *(replace(e, verdict="superseded", sketch=b"") for e in (*superseded, *newer.values())),
            *_entries(fresh, near, rejected, sketches, paths, made),
        ),
        folded=folded,
        refused=tuple(
            (_where(fresh[i]), "an editor rejected it" if i in known.decisions.rejected
             else f"it has fewer than {LEAST_WORDS} words")
            for i in fresh if i in rejected
        ),
        updates=updates,
        superseded=superseded,
        stories=_stories(stories, paths),
        unchanged=unchanged,
        unsure=tuple(gap for _, gaps in split for gap in gaps),
        diagnostics=unused_cuts(known.decisions, documents),
    )


def _stories(found: tuple[tuple[str, tuple[str, ...]], ...], paths: Mapping[str, str]) -> tuple[Story, ...]:
    return tuple(Story(story, tuple(paths[i] for i in ids if i in paths)) for story, ids in found)


def _superseded(documents: tuple[RawDocument, ...], articles: tuple[Article, ...], known: Known) -> tuple[Entry, ...]:
    """Entries of these files whose text is still there, but no longer as one article.

    The words decide, not the file's name: another day's `dump.txt` supersedes nothing.
    """
    present = {article.id for article in articles}
    out: list[Entry] = []
    for document in documents:
        for entry in known.ledger if not document.whole else ():
            if entry.file == document.name and entry.verdict == "brief" and entry.id not in present:
                texts = [a.text for a in articles if a.document == document.name]
                if covered(sketch_of(entry).shingles, texts) >= _STILL_THERE:
                    out.append(entry)
    return tuple(out)


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


def _where(article: Article) -> str:
    return f"{article.document}, {article.segment}"


def _entries(
    fresh: Mapping[str, Article], near: tuple[Folded, ...], rejected: set[str], sketches: Mapping[str, Sketch],
    paths: Mapping[str, str], made: Mapping[str, str],
) -> tuple[Entry, ...]:
    """A ledger line for each article that is new; exact copies have the line of their first."""
    verdicts = {f.article: f for f in near}
    out: list[Entry] = []
    for identity, article in fresh.items():
        fold = verdicts.get(identity)
        own = sketches[identity]
        verdict = "rejected" if identity in rejected else fold.verdict if fold else "brief"
        into = fold.into if fold else ""
        out.append(Entry(
            identity, article.document, article.segment, verdict,
            "" if verdict == "rejected" else paths.get(into or identity, ""), into, fold.score if fold else 1.0,
            own.words, own.shingles if verdict == "brief" else b"", article.given.url, made.get(identity, ""),
        ))
    return tuple(out)
