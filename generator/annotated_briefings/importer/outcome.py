"""What an import reports: all that it did, and what an editor should look at."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import field

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import Value
from annotated_briefings.importer.gone import Gone
from annotated_briefings.importer.versions import BroughtVersion
from annotated_briefings.intake.drafting import StorySuggestion
from annotated_briefings.intake.model import AlikePair, Folded, LeftOut, UnsureGap
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.intake.planning.sorting import KnownArticle
from annotated_briefings.intake.reading import FileRead


class HeldBack(Value):
    """A brief whose source says that it is not public."""

    path: str
    """The brief."""
    title: str
    """Its headline."""
    why: str
    """The mark of the source, such as ``private``; empty where there is only a time."""
    until: str
    """Moment from which on it may be public; empty where the source names none."""


class Tally(Value):
    """What came of the articles of a piece."""

    name: str
    """The name of the piece."""
    articles: tuple[str, ...]
    """Ids under which the ledger knows its articles, but those that were left out."""
    new: int
    """Articles that no import had seen."""
    known: int
    """Articles that an earlier import has seen."""
    copies: int
    """New ones that were folded into another article."""
    left_out: int
    """Articles and entries that were not taken."""


class FeedRound(Value):
    """What a followed feed brought."""

    url: str
    """Its address."""
    new: int
    """New articles, copies too."""
    known: int
    """Articles that an earlier import has seen."""
    copies: int
    """New ones that were folded into another article."""
    left_out: int
    """Entries that were not taken."""
    unchanged: bool = False
    """Whether it has not changed since the last time: then nothing was read."""


class ImportReport(Value):
    """What an import did."""

    read: int
    """Files and other pieces read."""
    articles: int
    """Articles found in them, copies too."""
    created: tuple[str, ...]
    """Briefs written."""
    updated: tuple[str, ...]
    """Briefs whose article has a new version: rewritten where untouched, merged where edited."""
    removed: tuple[str, ...]
    """Untouched drafts of an earlier import whose text is now split in another way."""
    conflicts: tuple[str, ...]
    """Edited briefs that an import would have to change where the editor did; they were left as they are."""
    unchanged: int
    """Articles that an earlier import has seen."""
    folded: tuple[Folded, ...]
    """Copies, each with the brief's article and the reason."""
    stories: tuple[StorySuggestion, ...]
    """Briefs that seem to tell of the same event: suggested as one story."""
    unsure: tuple[UnsureGap, ...]
    """Gaps that an editor should look at."""
    refused: tuple[tuple[str, str], ...]
    """Files and articles that were not taken, and why."""
    held: tuple[HeldBack, ...] = ()
    """Briefs that their sources hold back."""
    left_out: tuple[LeftOut, ...] = ()
    """Lines of new articles that are no news, and what is around the articles of the files: in no brief."""
    briefs: tuple[tuple[str, str], ...] = ()
    """Ids of articles and the paths of the briefs that stand for them."""
    texts: tuple[tuple[str, str], ...] = ()
    """Ids and texts of the articles that were folded, and of those that stand for them."""
    gone: tuple[Gone, ...] = ()
    """Articles that were imported before and whose brief is gone; they do not come again by themselves."""
    run: str = ""
    """Id of the import."""
    known: tuple[KnownArticle, ...] = ()
    """Articles that an earlier import has seen, with the briefs that stand for them."""
    links: tuple[AlikePair, ...] = ()
    """Articles that share much and do not say the same."""
    older: tuple[tuple[str, str], ...] = ()
    """Where articles are that are earlier versions of another, and the brief of that one."""
    amended: tuple[str, ...] = ()
    """Briefs whose text stayed, and whose copies or address changed."""
    moved: tuple[tuple[str, str], ...] = ()
    """Untouched drafts that have another address: the old file and the new one."""
    versions: tuple[BroughtVersion, ...] = ()
    """New versions of sources, with what has changed in them."""
    unmerged: tuple[tuple[str, str], ...] = ()
    """Paths of ``conflicts``, each with the reason."""
    received: tuple[Tally, ...] = ()
    """What came of each piece that was not in a file."""
    feeds: tuple[FeedRound, ...] = ()
    """What each followed feed brought."""
    rejected: tuple[str, ...] = ()
    """Untouched drafts that went because an editor has rejected them."""
    titles: tuple[str, ...] = ()
    """Headlines of the briefs written, in the same order."""
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    """Everything that is wrong, by place."""


def tallies(names: Iterable[str], reads: Sequence[FileRead], plan: ImportPlan) -> tuple[Tally, ...]:
    """What came of the articles of some pieces, by the names of the pieces."""
    refused = {where for where, _ in plan.refused}
    folded = {found.where for found in plan.folded}
    known = {one.where: one.article for one in plan.known}
    return tuple(_tally(name, [read for read in reads if read.name == name], refused, folded, known) for name in names)


def _tally(
    name: str, reads: Sequence[FileRead], refused: Set[str], folded: Set[str], known: Mapping[str, str]
) -> Tally:
    places = [(f"{article.document}, {article.segment}", article.id) for read in reads for article in read.articles]
    taken = [(where, identity) for where, identity in places if where not in refused]
    return Tally(
        name,
        tuple(known.get(where, identity) for where, identity in taken),
        sum(where not in known for where, _ in taken),
        sum(where in known for where, _ in taken),
        sum(where in folded and where not in known for where, _ in taken),
        len(places) - len(taken) + sum(len(read.refused) for read in reads),
    )
