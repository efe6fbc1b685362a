"""What articles that are known, or come twice, state otherwise than the ledger: no brief has these words."""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.compared import letters
from annotated_briefings.intake.dedup.identity import Origin, origin_of
from annotated_briefings.intake.ledger import Entry
from annotated_briefings.intake.model import LeftOut
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.intake.reading import FileRead

OTHER_WORDS = "another one of an article that is known"
"""Why a headline or writer is in no brief."""


def otherwise_stated(reads: Sequence[FileRead], plan: ImportPlan, ledger: Sequence[Entry]) -> Iterator[LeftOut]:
    """The headlines and writers of such articles, those too that another one replaces now, each with its name."""
    entries = {entry.id: entry for entry in (*ledger, *plan.entries)}
    known = {one.where: one.article for one in plan.known}
    for read in reads:
        for article, meta in zip(read.articles, read.metas, strict=True):
            stated = origin_of(meta, article.document)
            entry = entries.get(known.get(f"{article.document}, {article.segment}", article.id))
            yield from _unlike(article.document, stated, entry)
    again = set(known.values())
    for old in ledger:
        if old.id in again:
            yield from _unlike(old.file, old, entries[old.id])


def _unlike(file: str, stated: Origin | Entry, entry: Entry | None) -> Iterator[LeftOut]:
    pairs = (("headline", stated.title, entry.title), ("author", stated.author, entry.author)) if entry else ()
    for name, own, kept in pairs:
        if own and kept and letters(own) != letters(kept):
            yield LeftOut(file, f"{name}: {own}", OTHER_WORDS)
