"""The articles of an import sorted out: known, repeated, rejected, too short, or new."""

from collections.abc import Collection, Iterable, Mapping, Set

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.dedup.identity import merged, origin_of, words_id
from annotated_briefings.intake.dedup.library import Incoming, Seen, has_brief, placed, stated_in, with_facts
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.ledger import REJECTED, Entry
from annotated_briefings.intake.metadata import with_editors_facts
from annotated_briefings.intake.model import Article, Folded
from annotated_briefings.intake.planning.lines import fresh_line
from annotated_briefings.intake.planning.rejecting import why_rejected
from annotated_briefings.intake.proofs import text_digest
from annotated_briefings.intake.reading import WHOLE, FileRead
from annotated_briefings.intake.segmentation.words import word_count

LEAST_WORDS = 8
"""Text of fewer words, without a headline or header lines, is no article."""


class KnownArticle(Value):
    """An article that an earlier import has seen."""

    article: str
    """Its id."""
    where: str
    """File and lines it is in now."""
    brief: str
    """File of the brief that stands for it; empty for none."""
    verdict: str
    """What it is there, as in the ledger; ``deleted`` where the brief is gone."""
    title: str
    """Its headline."""


class Sorted(Value):
    """The articles of an import by what is to be done with them."""

    entries: Mapping[str, Entry]
    """Lines of the ledger that count, by id."""
    fresh: Mapping[str, Incoming]
    """New articles, by id."""
    repeated: tuple[Folded, ...]
    """Places that hold a new article once more."""
    known: tuple[KnownArticle, ...]
    """Articles seen earlier."""
    texts: Mapping[str, str]
    """Their texts, by id."""
    rejected: Mapping[str, Entry]
    """The lines of articles that an editor rejected, by id."""
    refused: tuple[tuple[str, str], ...]
    """Articles that are not taken: where they are and why."""
    unwritten: tuple[Entry, ...]
    """Lines of known articles that the ledger lacks: an earlier import ended before it wrote them."""
    restated: Mapping[str, Incoming]
    """Known articles that came again with other facts, such as another day, by id."""


def sort_out(reads: tuple[FileRead, ...], known: Known, again: Set[str], away: Mapping[str, str]) -> Sorted:
    """What is known of the articles of an import.

    Those whose id is in ``again`` are looked at as if they were new; those in ``away`` an editor has rejected, each
    with the id that the decision names.
    """
    live = {e.url for e in known.ledger if e.url and e.verdict == "brief"}
    entries = {e.id: e for e in known.ledger if e.id not in again and _counts(e, live)}
    seen = Seen(entries.values())
    words = _rejected_words(known.ledger, away)
    fresh: dict[str, Incoming] = {}
    rejected: dict[str, Entry] = {}
    repeated: list[Folded] = []
    there: list[KnownArticle] = []
    texts: dict[str, str] = {}
    refused: list[tuple[str, str]] = []
    unwritten: dict[str, Entry] = {}
    restated: dict[str, Incoming] = {}
    for read in reads:
        for article, outline, plain in zip(read.articles, read.sketches, read.metas, strict=True):
            meta = with_editors_facts(plain, known.outlet, known.date)
            stated = origin_of(meta, article.document)
            where = f"{article.document}, {article.segment}"
            if entry := seen.find(article.id, article.text, stated):
                if entry.id == article.id and not entry.file:
                    # Its brief alone tells of it.
                    new = Incoming(article, meta, stated, outline, text_digest(article.text))
                    unwritten[entry.id] = fresh_line(new, entry.verdict, entry.brief, entry.into)
                texts[entry.id] = article.text
                gone = has_brief(entry) and entry.id not in known.present
                new = Incoming(replace(article, id=entry.id), meta, stated, outline, text_digest(article.text))
                if has_brief(entry) and not gone and (repeated_accounts := _restated(new, entry, restated, known)):
                    restated[entry.id] = repeated_accounts
                there.append(
                    KnownArticle(
                        entry.id, where, entry.brief, "deleted" if gone else entry.verdict, meta.headline.value
                    )
                )
            elif article.id in fresh:
                first = fresh[article.id]
                facts = merged(first.stated, stated)
                # One of two equal articles is not public: neither is.
                given = next((one.given for one in (article, first.article) if is_held(one)), None)
                if facts.file != first.stated.file:
                    first = Incoming(article, meta, stated, outline, first.digest)
                if given:
                    first = replace(first, article=replace(first.article, given=given))
                if facts != first.stated or given:
                    fresh[article.id] = with_facts(first, facts)
                repeated.append(Folded(article.id, where, article.id, "exact", 1.0, "the same words"))
            elif decision := _decided(article, away) or (
                "" if article.id in known.decisions.kept else words.get(text_digest(article.text), "")
            ):
                refused.append((where, why_rejected(meta.headline.value, decision)))
                new = Incoming(article, meta, stated, outline, text_digest(article.text))
                rejected[article.id] = fresh_line(new, REJECTED, into="" if decision == article.id else decision)
            elif _too_short(article):
                refused.append((where, f"it has fewer than {LEAST_WORDS} words"))
            elif all(paragraph.aside for paragraph in article.paragraphs):
                refused.append((where, "it has no text but lines that are no news"))
            else:
                fresh[article.id] = Incoming(article, meta, stated, outline, text_digest(article.text))
    return Sorted(
        entries | unwritten | {i: _line_again(new, entries[i]) for i, new in restated.items()},
        fresh,
        tuple(repeated),
        tuple(there),
        texts,
        rejected,
        tuple(refused),
        tuple(unwritten.values()),
        restated,
    )


def _restated(new: Incoming, entry: Entry, before: Mapping[str, Incoming], known: Known) -> Incoming | None:
    """A known article with what it states and what it stated when it came before; None where that is nothing new.

    Lines of earlier versions know too little to be compared, and what its source holds back stays as it is.
    """
    if not (entry.text and entry.file) or entry.brief in known.held:
        return None
    first = before.get(entry.id)
    facts = merged(first.stated if first else stated_in(entry), new.stated)
    holds = is_held(new.article)
    if facts == stated_in(entry) and not holds:
        return None
    if first and not holds:
        new = replace(new, article=first.article)
    if facts.file == entry.file != new.article.document:
        new = replace(new, article=placed(new.article, entry))
    return with_facts(new, facts)


def _line_again(new: Incoming, entry: Entry) -> Entry:
    """The line of a known article with what it states now."""
    stated = new.stated
    return replace(
        entry,
        file=new.article.document,
        segment=new.article.segment,
        url=stated.url,
        title=stated.title,
        outlet=stated.outlet,
        author=stated.author,
        published=stated.published,
        modified=stated.modified,
    )


def is_held(article: Article) -> bool:
    """Whether an article must not be public, because its source says so."""
    return bool(article.given.held or article.given.embargo)


def _counts(entry: Entry, addresses: Collection[str]) -> bool:
    """Whether a line says that its article is known: no refusal does, nor a text that was split anew since."""
    if entry.verdict == REJECTED:
        return False
    # Earlier versions did not say which article took the place of another; at one address it was a newer version.
    return entry.verdict != "superseded" or bool(entry.into) or (bool(entry.url) and entry.url in addresses)


def _rejected_words(ledger: Iterable[Entry], away: Mapping[str, str]) -> dict[str, str]:
    """The digests of texts that an editor has rejected by name and no other article has, with the ids that decisions
    name: the same words stay away from every outlet and in every format."""
    known = tuple(ledger)
    others = {e.text for e in known if e.id not in away}
    return {e.text: e.id for e in known if away.get(e.id) == e.id and e.text and e.text not in others}


def _decided(article: Article, ids: Mapping[str, str]) -> str:
    """The id of the decision that rejects an article; empty where none does."""
    return (ids.get(article.id) or ids.get(words_id(article.text), "")) if ids else ""


def _too_short(article: Article) -> bool:
    """A fragment: few words, and nothing that says it is an article."""
    named = article.given.title or article.why == WHOLE or any(read_header(p.text) for p in article.paragraphs)
    named = named or (article.why == "separator" and len(article.paragraphs) > 1)
    return not named and sum(word_count(p.text) for p in article.paragraphs) < LEAST_WORDS
