"""Articles that were imported and have no brief any more: deleted by an editor, or taken back with their import."""

from collections.abc import Collection, Iterable, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.library import has_brief
from annotated_briefings.intake.drafting import stem
from annotated_briefings.intake.ledger import UNDONE, Entry
from annotated_briefings.intake.model import Article


class Gone(Value):
    """An article of the imported files whose brief is gone."""

    article: str
    """Its id."""
    where: str
    """File and lines it is in."""
    brief: str
    """Path that its brief had."""
    undone: bool
    """Whether its import was taken back; else its brief was deleted."""


def gone_entries(ledger: Sequence[Entry], present: frozenset[str]) -> frozenset[str]:
    """Ids of the articles of a ledger that were taken back, or whose brief is not among those ``present``."""
    return frozenset(
        entry.id for entry in ledger if entry.verdict == UNDONE or (entry.id not in present and has_brief(entry))
    )


def claimed(ledger: Sequence[Entry], gone: Collection[str], back: Collection[str]) -> frozenset[str]:
    """Slugs of deleted briefs: no other article gets them, and they wait for their own, which may be coming ``back``.

    An import that was taken back leaves none.
    """
    lost = [entry for entry in ledger if entry.id in gone]
    free = {entry.brief for entry in lost if entry.id in back}
    return frozenset(stem(entry.brief) for entry in lost if entry.verdict == "brief" and entry.brief not in free)


def gone_articles(articles: Iterable[Article], ledger: Sequence[Entry], gone: frozenset[str]) -> tuple[Gone, ...]:
    """The articles of some files whose brief is gone."""
    known = {entry.id: entry for entry in ledger if entry.id in gone}
    found = {article.id: article for article in articles if article.id in known}
    return tuple(
        Gone(
            identity, f"{article.document}, {article.segment}", known[identity].brief, known[identity].verdict == UNDONE
        )
        for identity, article in found.items()
    )
