"""What an import reports: all that it did, and what an editor should look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field
from pathlib import Path

from annotated_briefings.base.blocks.laid_out import flat
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import COLLECTED
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.importer.cited import CitedSource
from annotated_briefings.importer.gone import Gone
from annotated_briefings.importer.versions import BroughtVersion
from annotated_briefings.intake.dedup.versions import OlderVersion
from annotated_briefings.intake.drafting import FindNames, StorySuggestion, compose_batch
from annotated_briefings.intake.model import NO_AUTHOR, NO_DAY, NO_FIELD, AlikePair, Article, Folded, LeftOut, UnsureGap
from annotated_briefings.intake.pipeline import ImportPlan
from annotated_briefings.intake.planning.sorting import KnownArticle, is_held
from annotated_briefings.intake.reading import WHOLE, FileRead
from annotated_briefings.intake.stated.closed.statements import asks_for_time
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.release import FORM

EDITED_THERE = "it has been edited where this import would change it"
LOST_BASE = "the text that import wrote is not in collected/ here, so it cannot be merged"
"""Why a brief stays as it is although its article has a new version."""
_TOO_SHORT = ("it has fewer than", "it has no text")
"""How the reason begins for which a fragment is refused."""


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
    place: str = ""
    """File and line of the words in the text that hold it back; empty where its format does."""


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


class FoundArticle(Value):
    """An article that becomes a brief."""

    path: str
    """File of the brief."""
    text: str
    """The whole brief."""
    document: str
    """Name of the file that the article is in."""
    segment: str
    """Where it is in that file."""
    paragraphs: tuple[tuple[str, int, str], ...]
    """Its paragraphs, each with its line in the file, 0 where the format has none, and why it is left out of the brief;
    empty where it is not."""
    parted: bool
    """Whether decisions can part its file at paragraphs: it is no file that holds one article for certain."""


class ImportReport(Value):
    """What an import did."""

    read: int
    """Files and other pieces read."""
    articles: int
    """Articles found in them, copies too."""
    created: tuple[str, ...]
    """Briefs written."""
    updated: tuple[str, ...]
    """Briefs that got another text, such as a new version: rewritten where untouched, merged where edited."""
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
    older: tuple[OlderVersion, ...] = ()
    """Articles that are earlier versions of another."""
    amended: tuple[str, ...] = ()
    """Briefs whose text stayed, and whose copies or address changed."""
    moved: tuple[tuple[str, str], ...] = ()
    """Untouched drafts that have another address: the old file and the new one."""
    versions: tuple[BroughtVersion, ...] = ()
    """New versions of sources, with what has changed in them."""
    cited: tuple[CitedSource, ...] = ()
    """New articles whose source a brief already names that was not made from them."""
    unmerged: tuple[tuple[str, str], ...] = ()
    """Paths of ``conflicts``, each with the reason."""
    received: tuple[Tally, ...] = ()
    """What came of each piece that was not in a file."""
    feeds: tuple[FeedRound, ...] = ()
    """What each followed feed brought."""
    rejected: tuple[str, ...] = ()
    """Briefs that went because an editor has rejected them; nobody had edited them."""
    updates: tuple[tuple[str, str], ...] = ()
    """Paths of ``updated``, each with the reason."""
    joined: tuple[str, ...] = ()
    """Those of ``removed`` whose text is in another brief now."""
    unpublished: tuple[str, ...] = ()
    """Those of ``removed`` and ``rejected`` that were public."""
    titles: tuple[str, ...] = ()
    """Headlines of the briefs written, in the same order."""
    found: tuple[FoundArticle, ...] = ()
    """New briefs as they are, or would be: the first ones, as many as were asked for."""
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    """Everything that is wrong, by place."""


def found_articles(plan: ImportPlan, names: FindNames, most: int) -> tuple[FoundArticle, ...]:
    """The first new briefs of a plan, in the order of their files."""
    tasks = plan.tasks[:most]
    drafts = compose_batch((tasks, plan.style, names, write_brief))
    found = [
        FoundArticle(
            draft.path,
            draft.text,
            task.article.document,
            task.article.segment,
            tuple((paragraph.text, paragraph.line, paragraph.aside) for paragraph in task.article.paragraphs),
            task.article.why != WHOLE,
        )
        for task, draft in zip(tasks, drafts, strict=True)
    ]
    return tuple(found)


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


def held_back(plan: ImportPlan) -> Iterator[HeldBack]:
    """The briefs that an import makes or rewrites and whose sources hold them back."""
    for task in (*plan.tasks, *(task for _, task in plan.updates)):
        if is_held(task.article):
            given = task.article.given
            place = _place_of_words(task.article)
            yield HeldBack(task.path, task.meta.headline.value, given.held, given.embargo, place)


def _place_of_words(article: Article) -> str:
    """Where a line of an article holds it back."""
    for paragraph in article.paragraphs:
        is_embargo_form = paragraph.aside == FORM and is_embargo(paragraph.text)
        if is_embargo_form or (article.given.held and article.given.held == paragraph.text[: len(article.given.held)]):
            return f"{article.document}:{paragraph.line}"
    return ""


def untimed(plan: ImportPlan) -> Iterator[Diagnostic]:
    """Embargoes whose end cannot be read."""
    for held in held_back(plan):
        if not held.until and is_embargo(held.why) and asks_for_time(held.why):
            yield report(
                "embargo-without-time",
                f"`{held.why}` names no time that can be read",
                Place(held.path),
                help="replace `draft: true` by `embargo_until: YYYY-MM-DDThh:mm` with its time, "
                "or publish when it is over",
            )


def unzoned(plan: ImportPlan) -> Iterator[Diagnostic]:
    """Times of new briefs whose zone neither the source nor the site names."""
    for task in (*plan.tasks, *(task for _, task in plan.updates)):
        given = task.article.given
        for name in given.unzoned.split():
            how, time = ("late", given.embargo) if name == "embargo_until" else ("early", given.expires)
            yield report(
                "time-without-zone",
                f"`{name}` is as {how} as it may be: its source names no zone, and the site has none",
                Place(task.path),
                help=f"write it with its zone, such as `{time[:19]}+01:00`, or set `time_zone` before you import",
            )


def asides(plan: ImportPlan) -> Iterator[LeftOut]:
    """The paragraphs of new articles that are no news."""
    for task in (*plan.tasks, *(task for _, task in plan.updates)):
        for paragraph in task.article.paragraphs:
            if paragraph.aside:
                yield LeftOut(task.article.document, paragraph.text, paragraph.aside)
        yield from (LeftOut(task.article.document, words, NO_AUTHOR) for words in task.meta.unused)
        yield from (LeftOut(task.article.document, words, NO_FIELD) for words in task.meta.no_field)
        yield from (LeftOut(task.article.document, words, NO_DAY) for words in task.meta.unread_days)


def refused_whole(plan: ImportPlan) -> Iterator[Diagnostic]:
    """The files of which every article was refused for what it is; what an editor has rejected or deleted is known."""
    refused = {where: why for where, why in plan.refused if why.startswith(_TOO_SHORT)}
    reasons: dict[str, list[str]] = {}
    for article in plan.articles:
        reasons.setdefault(article.document, []).append(refused.get(f"{article.document}, {article.segment}", ""))
    for name, whys in reasons.items():
        if all(whys):
            yield nothing_taken(name, whys[0])


def nothing_taken(path: str, why: str, what: str = "file") -> Diagnostic:
    """The warning about a file or folder of which no article was taken."""
    return report(
        "nothing-taken",
        f"nothing was taken from the {what}: {why}",
        Place(path),
        help="look at the other messages about it; `--from` names its format if it was taken for another",
    )


def why_unmerged(root: Path, plan: ImportPlan, conflicts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Why briefs could not take in what an import brings for them."""
    made_from = {old.brief: old.id for old, _ in plan.updates}
    closed = dict(plan.closed)
    for path in conflicts:
        if path in closed:
            yield path, f"it is public, and its source holds it back now (`{closed[path]}`)"
            continue
        base = root / COLLECTED / f"{made_from[path]}.md" if path in made_from else None
        lost = base is not None and not base.is_file()
        yield path, LOST_BASE if lost else EDITED_THERE


def why_updated(plan: ImportPlan) -> Iterator[tuple[str, str]]:
    """The briefs that get another text, by their paths before and after, and why."""
    newer = {entry.id for entry in plan.entries if entry.verdict == "superseded"}
    for old, task in plan.updates:
        why = "its article has a new version" if old.id in newer else "it has the text of another copy now"
        for path in dict.fromkeys((old.brief, task.path)):
            yield path, "its source says more of it now" if old.id == task.article.id else why


def texts_of_copies(root: Path, outcome: ImportPlan) -> tuple[tuple[str, str], ...]:
    """Texts of folded articles and of those they were folded into; earlier ones are read from what was collected."""
    wanted = {identity for found in outcome.folded for identity in (found.article, found.into)}
    texts = {article.id: article.text for article in outcome.articles if article.id in wanted}
    for identity in wanted - set(texts):
        file = root / COLLECTED / f"{identity}.txt"
        if file.is_file():
            texts[identity] = flat(file.read_text(encoding="utf-8")).rstrip("\n")
    return tuple(sorted(texts.items()))
