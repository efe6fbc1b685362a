"""Articles that were imported and have no brief any more: deleted by an editor, or taken back with their import."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.library import has_brief
from annotated_briefings.intake.drafting import stem
from annotated_briefings.intake.ledger import UNDONE, Entry
from annotated_briefings.intake.planning.sorting import KnownArticle
from annotated_briefings.storage.unread_files import renamed_brief


class Gone(Value):
    """An article of the imported files whose brief is gone."""

    article: str
    """Its id."""
    where: str
    """File and lines it is in."""
    brief: str
    """Path that its brief had."""
    title: str
    """Its headline."""
    undone: bool
    """Whether its import was taken back; else its brief was deleted."""
    renamed: str = ""
    """The file into which its brief was renamed so that nothing reads it."""


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


def gone_articles(
    root: Path, articles: Iterable[KnownArticle], ledger: Sequence[Entry], gone: frozenset[str]
) -> tuple[Gone, ...]:
    """The known articles of some files whose brief is gone, in whatever format they came again."""
    known = {entry.id: entry for entry in ledger if entry.id in gone}
    found = {one.article: one for one in articles if one.article in known}
    return tuple(
        Gone(
            identity,
            one.where,
            known[identity].brief,
            one.title,
            known[identity].verdict == UNDONE,
            renamed_brief(root, known[identity].brief) if known[identity].brief else "",
        )
        for identity, one in found.items()
    )
