"""The lines that an import adds to the ledger."""

from collections.abc import Iterator, Mapping, Sequence

from annotated_briefings.base.values import replace
from annotated_briefings.intake.dedup.families import Family
from annotated_briefings.intake.dedup.library import Incoming, Library
from annotated_briefings.intake.dedup.versions import Superseded
from annotated_briefings.intake.ledger import Entry


def new_lines(
    found: Sequence[Family], versions: Sequence[Superseded], library: Library, paths: Mapping[str, str]
) -> Iterator[Entry]:
    """A line for each article that is new or of which something else holds now."""
    newer = {pair.old: pair.new for pair in versions}
    for family in found:
        path = paths[family.leader]
        yield from _changed(line(family.leader, "brief", path, "", 1.0, library), library)
        for copy in family.folded:
            yield from _changed(line(copy.article, copy.verdict, path, family.leader, copy.score, library), library)
        for old in family.older:
            yield from _changed(line(old, "superseded", path, newer[old], 1.0, library), library)


def _changed(entry: Entry, library: Library) -> Iterator[Entry]:
    if entry != library.entries.get(entry.id):
        yield entry


def line(identity: str, verdict: str, brief: str, into: str, score: float, library: Library) -> Entry:
    """The line of an article, known or new."""
    known = library.entries.get(identity)
    if known:
        made = known.made if verdict == "brief" else ""
        return replace(known, verdict=verdict, brief=brief, into=into, score=score, made=made)
    return fresh_line(library.incoming[identity], verdict, brief, into, score)


def fresh_line(new: Incoming, verdict: str, brief: str = "", into: str = "", score: float = 1.0) -> Entry:
    """The line of a new article."""
    stated = new.stated
    return Entry(
        id=new.article.id,
        file=new.article.document,
        segment=new.article.segment,
        verdict=verdict,
        brief=brief,
        into=into,
        score=score,
        words=new.sketch.words,
        sketch=new.sketch.shingles,
        url=stated.url,
        title=stated.title,
        outlet=stated.outlet,
        author=stated.author,
        published=stated.published,
        modified=stated.modified,
        text=new.digest,
        body=new.sketch.body,
        sentence_digests=new.sketch.sentence_digests,
    )
