"""What an import did, in words and as JSON."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from annotated_briefings.base.sentences import shortened_at_word
from annotated_briefings.base.values import as_data
from annotated_briefings.cli.format import counted
from annotated_briefings.importer.gone import Gone
from annotated_briefings.importer.outcome import EDITED_THERE, FeedRound, ImportReport
from annotated_briefings.importer.versions import BroughtVersion
from annotated_briefings.intake.left_out import FIELDS_LEFT, unused
from annotated_briefings.intake.model import AlikePair, Folded, UnsureGap
from annotated_briefings.intake.planning.sorting import KnownArticle
from annotated_briefings.site.model.changed_sources import UNDATED, BriefPart, shown_changes

_WIDTH = 96
_FEW = 5
"""Lines that were left out and are shown; a newsletter has many."""
_SHOWN = 20
"""Known articles that are named one by one."""
_DIFFERENCES = 3
"""Differences of two texts that are named."""
_RELATIONS = {
    "version": "one a later version of the other",
    "event": "perhaps about one event",
    "mould": "made with one form",
}
_AS = {"near": "a copy in ", "exact": "a copy in ", "contained": "an excerpt in ", "round-up": "a round-up in "}
_AS |= {"superseded": "an earlier version of ", "attached": "a text attached to "}
_PARTS = 6
"""Parts of a brief that are listed of those that rest on changed words."""
_WALLED = ("isAccessibleForFree", "conditionsOfAccess", "paywall")
"""Marks of what its source shows to those alone who pay or register."""
_WALL = "only its subscribers may read it whole: say it in your own words, then take out `draft: true`"
_VERDICTS = {"exact": "exact copy", "near": "near copy", "contained": "excerpt", "round-up": "round-up"}


def import_json(done: ImportReport) -> dict[str, object]:
    """The result as documented for ``import --json``."""
    return {
        "read": done.read,
        "articles": done.articles,
        "created": list(done.created),
        "updated": list(done.updated),
        "removed": list(done.removed),
        "rejected": list(done.rejected),
        "unpublished": list(done.unpublished),
        "amended": list(done.amended),
        "moved": [{"from": old, "to": new} for old, new in done.moved],
        "unchanged": done.unchanged,
        "gone": [
            {
                "article": one.article,
                "from": one.where,
                "brief": one.brief,
                "title": one.title,
                "why": "undone" if one.undone else "renamed" if one.renamed else "deleted",
            }
            for one in done.gone
        ],
        "known": [
            {"article": one.article, "from": one.where, "brief": one.brief, "verdict": one.verdict}
            for one in done.known
        ],
        "conflicts": list(done.conflicts),
        "folded": [_folded(found, dict(done.briefs)) for found in done.folded],
        "versions": [{"from": o.where, "brief": o.brief, "undated": o.undated} for o in done.older],
        "alike": [
            {
                "articles": [link.article, link.other],
                "briefs": [dict(done.briefs).get(i, "") for i in (link.article, link.other)],
                "relation": link.relation,
                "score": link.score,
                "differs": list(link.differs),
            }
            for link in done.links
        ],
        "stories": [{"id": story.id, "briefs": list(story.briefs)} for story in done.stories],
        "unsure": [
            {
                "path": gap.document,
                "line": gap.line,
                "probability": round(gap.probability, 3),
                "chosen": gap.chosen,
                "before": gap.before,
                "after": gap.after,
            }
            for gap in done.unsure
        ],
        "feeds": [as_data(one) for one in done.feeds],
        "refused": [{"path": path, "why": why} for path, why in done.refused],
        "held": [
            {"path": h.path, "title": h.title, "why": h.why, "until": h.until, "place": h.place} for h in done.held
        ],
        "left_out": [{"path": line.path, "text": line.text, "why": line.why} for line in done.left_out],
        "run": done.run,
        "changed_sources": [_version(one) for one in done.versions],
        "cited": [{"from": one.where, "brief": one.brief, "url": one.url} for one in done.cited],
        "unmerged": [{"path": path, "why": why} for path, why in done.unmerged],
    }


def _folded(found: Folded, briefs: Mapping[str, str]) -> dict[str, object]:
    return {
        "article": found.article,
        "from": found.where,
        "into": found.into,
        "brief": briefs.get(found.into, ""),
        "verdict": found.verdict,
        "score": found.score,
        "why": found.why,
        "source": found.source,
    }


def import_lines(
    done: ImportReport, dry_run: bool, named: Sequence[str] = (), publish: bool = False, fetched: int | None = None
) -> Iterator[str]:
    """The result for a terminal.

    ``named`` are the files and addresses as they were given, ``publish`` tells whether new briefs are public, and
    ``fetched`` how many addresses were read, None where none was given.
    """
    briefs = dict(done.briefs)
    files = [counted(done.read - (fetched or 0), "file")] if fetched is None or done.read > fetched else []
    files += [counted(fetched, "address", "addresses")] if fetched is not None else []
    yield f"{counted(done.articles, 'article')} in {' and '.join(files)}"
    yield from map(_feed, done.feeds)
    for path, title in zip(done.created, done.titles, strict=True):
        yield f"  {'would write' if dry_run else 'wrote'} {path}"
        yield f"        {shortened_at_word(title, _WIDTH - 8)}"
    updates = dict(done.updates)
    for path in done.updated:
        yield f"  {'would update' if dry_run else 'updated'} {path}: {updates[path]}"
    for path in (*done.removed, *done.rejected):
        what = "a public brief that nobody had edited" if path in done.unpublished else "an unedited draft"
        yield f"  {'would remove' if dry_run else 'removed'} {path}, {what}: {_why_removed(path, done)}"
    reasons = dict(done.unmerged)
    for path in done.conflicts:
        yield f"  kept {path}: {reasons.get(path, EDITED_THERE)}; compare and decide"
    for old, new in done.moved:
        yield f"  {'would move' if dry_run else 'moved'} {old}, a draft that nobody had edited, to {new}"
    for brought in done.versions:
        if brought.version.article != brought.version.of:
            yield from changed_lines(brought)
    for cited in done.cited:
        yield f"  {cited.brief} already has this source: {cited.where}"
    yield from _known(done.known)
    if done.gone:
        yield from _gone(done.gone, named)
    for older in done.older:
        yield f"  earlier version: {older.where} of {older.brief}"
        if older.undated:
            yield f"        {UNDATED}"
    for found in done.folded:
        yield f"  folded {found.where} into {briefs.get(found.into, found.into)}"
        named = f"; {found.source} is named as a source" if found.source else ""
        yield f"        {_VERDICTS[found.verdict]}: {found.why}{named}"
    for link in done.links:
        yield from _alike(link, briefs)
    for story in done.stories:
        yield "  one story? these seem to tell of the same event; if so:"
        yield f"        briefings confirm {' '.join(map(quote, story.briefs))} --field story --as {quote(story.id)}"
    for held in done.held:
        reason = ", ".join(filter(None, (held.why, f"until {held.until}" if held.until else "", held.place)))
        yield f'  held back: "{shortened_at_word(held.title, _WIDTH - 30)}" ({reason})'
        yield f"        {held.path} is not public, because its source is not"
        if held.why.startswith(_WALLED):
            yield f"        {_WALL}"
    yield from _left_out(done)
    for path, why in done.refused:
        yield f"  not taken: {path}: {why}"
    if done.unsure:
        yield from _unsure(done.unsure)
    if done.created and not dry_run:
        yield _next_step(len(done.created), len({one.path for one in done.held} & {*done.created}), publish)


def _why_removed(path: str, done: ImportReport) -> str:
    if path in done.rejected:
        return "an editor rejected it"
    return "its text is in another brief now" if path in done.joined else "its text is split anew"


def _feed(one: FeedRound) -> str:
    if one.unchanged:
        return f"  {one.url}: unchanged since the last time"
    copies = f" ({counted(one.copies, 'copy', 'copies')})" if one.copies else ""
    return f"  {one.url}: {one.new} new{copies}, {one.known} known, {one.left_out} left out"


def _next_step(made: int, held: int, publish: bool) -> str:
    """What to do with new briefs: drafts are published by hand, those that are public already are not."""
    public = made - held if publish else 0
    if not public:
        return "next: read them with `briefings serve`; set `draft: false` when one is ready"
    verb = "is" if public == 1 else "are"
    rest = f"; {held} not, as in the source" if held else ""
    return (
        f"next: {counted(public, 'brief')} {verb} public at the next build{rest}; `briefings status --kind guess` "
        "lists what import concluded itself; read with `briefings serve`"
    )


def _version(brought: BroughtVersion) -> dict[str, object]:
    version = brought.version
    return {
        "id": version.article,
        "brief": version.brief,
        "url": version.url,
        "changes": [{"was": change.was, "now": change.now} for change in version.changes],
        "more": version.more,
        "known": version.known,
        "undated": version.undated,
        "held": version.held,
        "rested": [_part_line(one) for one in brought.changed.rests] if brought.changed else [],
        "rests": [_part_line(one) for one in brought.still],
    }


def _part_line(one: BriefPart) -> dict[str, object]:
    return {"part": one.part, "line": one.place.line, "text": one.shown}


def changed_lines(brought: BroughtVersion) -> Iterator[str]:
    """What has changed in a source, and what of its brief rests on that."""
    version = brought.version
    yield f"  the source of {version.brief} has changed:"
    if version.undated:
        yield f"        {UNDATED}"
    if version.held:
        yield f"        it holds its text back now (`{version.held}`): decide whether the brief stays public"
    if not version.known:
        yield "        what has changed cannot be told: its earlier text is not in collected/ here"
    for change in version.changes:
        yield f"        {shown_changes((change,), undated=version.undated)}"
    if version.more:
        yield f"        and {counted(version.more, 'other place')}"
    rested = [one for one in brought.changed.rests if one not in brought.still] if brought.changed else []
    yield from _parts("rests on it", brought.still)
    yield from _parts("rested on it", rested)


def _parts(what: str, brief_parts: Sequence[BriefPart]) -> Iterator[str]:
    for brief_part in brief_parts[:_PARTS]:
        yield f"      {what}: {brief_part.part}: {shortened_at_word(brief_part.shown, _WIDTH - 24)}"
    if len(brief_parts) > _PARTS:
        yield f"      {what}: {len(brief_parts) - _PARTS} more"


def _gone(gone: Sequence[Gone], named: Sequence[str]) -> Iterator[str]:
    yield f"  {counted(len(gone), 'article')} whose brief is gone:"
    for one in gone:
        title = shortened_at_word(one.title, _WIDTH - 50)
        how = "taken back with its import" if one.undone else "deleted"
        if one.renamed:
            yield f"        {one.where}: `{title}`; {one.brief} is {one.renamed} now, which is not read: rename it back"
        else:
            yield f"        {one.where}: `{title}`; {one.brief} was {how}"
    if all(one.renamed for one in gone):
        return
    files = " ".join(map(quote, named)) or "FILE"
    yield f"        to have {'it' if len(gone) == 1 else 'them'} again: briefings import --again {files}"


def _left_out(done: ImportReport) -> Iterator[str]:
    inside = [line for line in done.left_out if not line.around]
    if inside:
        yield f"  left out {counted(len(inside), 'line')} of articles, no part of the news:"
    for line in inside[:_FEW]:
        yield f"        {line.path}: {shortened_at_word(line.text, _WIDTH - 50)} ({line.why})"
    if len(inside) > _FEW:
        yield f"        and {len(inside) - _FEW} more; `--json` and `--report` name them"
    fields = unused(done.left_out)
    if fields:
        shown = ", ".join(f"{name} ({counted(count, 'article')})" for name, count in fields[:_FEW])
        more = f" and {len(fields) - _FEW} more" if len(fields) > _FEW else ""
        yield f"  keys not used: {shown}{more}; `--json` and `--report` name their words"
    around = Counter(line.path for line in done.left_out if line.around and line.why not in FIELDS_LEFT)
    if around:
        passages = counted(around.total(), "passage")
        yield f"  left out {passages} around the articles of {counted(len(around), 'file')}, such as menus and footers:"
        yield "        `--json` and `--report` name them"


def _known(found: Sequence[KnownArticle]) -> Iterator[str]:
    """Each known article with the brief that holds it; of very many the first, and how many more there are."""
    there = [one for one in found if one.verdict not in ("deleted", "undone")]
    for one in there[:_SHOWN]:
        yield f"  known: {one.where} is {_AS.get(one.verdict, '')}{one.brief}"
    if len(there) > _SHOWN:
        yield f"  known: {counted(len(there) - _SHOWN, 'more article')} (`--report FILE` lists them)"


def _alike(link: AlikePair, briefs: Mapping[str, str]) -> Iterator[str]:
    one, other = (briefs.get(identity, identity) for identity in (link.article, link.other))
    yield f"  much alike, {_RELATIONS[link.relation]}: {one} and {other}"
    for differs in link.differs[:_DIFFERENCES]:
        yield f"        {shortened_at_word(differs, _WIDTH - 8)}"


def _unsure(gaps: tuple[UnsureGap, ...]) -> Iterator[str]:
    yield f"{counted(len(gaps), 'place')} to look at, where an article may or may not start:"
    for gap in gaps:
        decision = "taken as a start" if gap.chosen else "not taken as a start"
        yield f"  {gap.document}:{gap.line}  probability {gap.probability:.2f}, {decision}"
        yield f"      before  {shortened_at_word(gap.before, _WIDTH - 14)}"
        yield f"      after   {shortened_at_word(gap.after, _WIDTH - 14)}"
    first = gaps[0]
    word = "join" if first.chosen else "split"
    yield "  to settle one, add a line to briefings/decisions.yaml and import again, for example:"
    yield f"      - {{{word}: {first.document}, line: {first.line}}}"
