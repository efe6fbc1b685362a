"""New versions of sources: what of a brief rests on words that have changed there, and whether that is settled.

What rests on changed words is known by digests that the ledger keeps, so that every machine comes to the same answer,
with or without the collected texts. A version is settled when nothing of the brief rests on changed words any more, or
by a decision of an editor. One whose source holds its text back now waits for that decision, while the brief is no
draft.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.base.web import plain_address
from annotated_briefings.content.model import Brief, SourceRef
from annotated_briefings.intake.history.changes import WordChange, holds, words_digest
from annotated_briefings.intake.history.lines import NewVersion

POINT, FIGURE, NOTE, TITLE, SUMMARY, TEXT = "point", "figure", "note", "title", "summary", "text"
"""Parts of a brief that may rest on words of a source."""


class BriefPart(Value):
    """Something that a brief says."""

    part: str
    """``point``, ``figure``, ``note``, ``title``, ``summary`` or ``text``."""
    shown: str
    """The words by which an editor knows it."""
    words: tuple[str, ...]
    """Texts that it consists of: its quote, and what it says itself."""
    place: Place
    """Where it is."""
    source: int = 0
    """Number of the source that it names, from 1; 0 where it names none."""


class ChangedSource(Value):
    """A new version of a source that is not settled."""

    version: NewVersion
    """What the ledger says of it."""
    source: int
    """Number of the source in the brief, from 1; 0 where that is not known."""
    rests: tuple[BriefPart, ...]
    """What of the brief rests on changed words."""

    @property
    def differs(self) -> bool:
        """Whether the brief rests on words that have changed, or that cannot be told; not where the source only holds
        its text back now."""
        return bool(self.rests) or not self.version.known

    def behind(self, brief_part: BriefPart) -> tuple[WordChange, ...]:
        """The differences that concern something the brief says; all of them where that cannot be told."""
        own = [c for c in self.version.changes if c.was and any(holds(words, c.was) for words in brief_part.words)]
        return tuple(own) or self.version.changes


def brief_parts(brief: Brief) -> Iterator[BriefPart]:
    """Everything of a brief that may rest on words of a source."""
    yield BriefPart(TITLE, brief.title, (brief.title,), Place(brief.path, 1, 1))
    if brief.summary:
        yield BriefPart(SUMMARY, brief.summary, (brief.summary,), Place(brief.path, 1, 1))
    for point in brief.key_points:
        yield BriefPart(POINT, point.text, _filled(point.quote, point.text), point.place, point.source)
    for figure in brief.figures:
        value = f"{figure.value} {figure.unit}".strip()
        shown = f"{value} {figure.what}".strip()
        yield BriefPart(FIGURE, shown, _filled(figure.quote, value), figure.place, figure.source)
    for note in brief.annotations:
        yield BriefPart(NOTE, note.quote, _filled(note.quote, note.text), note.place)
    starts = (*brief.body.sentences, len(brief.body.text))
    for start, end in pairwise(starts):
        sentence = brief.body.text[start:end].strip()
        if sentence:
            yield BriefPart(TEXT, sentence, (sentence,), Place(brief.path))


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def changed_sources(
    brief: Brief, versions: Sequence[NewVersion], settled: Collection[str]
) -> tuple[ChangedSource, ...]:
    """The new versions of the sources of a brief that are not settled yet."""
    own = [v for v in versions if v.article not in settled and (v.brief == brief.path or v.of in brief.articles)]
    if not own:
        return ()
    parts = [(brief_part, {words_digest(words) for words in brief_part.words}) for brief_part in brief_parts(brief)]
    found: list[ChangedSource] = []
    for version in own:
        number = _source_number(brief, version)
        if number is None:
            continue
        rests = tuple(brief_part for brief_part, digests in parts if _rests(brief_part, digests, version, number))
        if rests or not version.known or (version.held and not brief.draft):
            found.append(ChangedSource(version, number, rests))
    return tuple(found)


def _rests(brief_part: BriefPart, digests: set[str], version: NewVersion, number: int) -> bool:
    if brief_part.source and number and brief_part.source != number:
        # It is quoted from another source.
        return False
    return not digests.isdisjoint(version.rests) or any(holds(w, was) for w in brief_part.words for was in version.own)


def _source_number(brief: Brief, version: NewVersion) -> int | None:
    """The number of the source of a brief that has a new version, from 1; 0 where that cannot be told, None where the
    brief names it no more."""
    only = len(brief.sources) == 1
    at = [n for n, source in enumerate(brief.sources, 1) if version.url and source.url and _same(source.url, version)]
    if not at:
        at = [number for number, source in enumerate(brief.sources, 1) if _may_be(source, version, only)]
    if not at and brief.sources:
        return None
    return at[0] if len(at) == 1 else 0


def _same(url: str, version: NewVersion) -> bool:
    return plain_address(url) == plain_address(version.url)


def _may_be(source: SourceRef, version: NewVersion, only: bool) -> bool:
    """Whether a source may be the one of a version; the ``only`` one of a brief may have been renamed."""
    if source.url and version.url:
        return _same(source.url, version)
    return only or not (source.outlet and version.outlet) or source.outlet.casefold() == version.outlet.casefold()


UNDATED = "nothing tells which of the two texts is newer: they state the same day, or one of them states none"
"""What editors are told of versions whose order is not known."""


def shown_version_changes(version: NewVersion) -> str:
    """The differences of a version in a line."""
    return shown_changes(version.changes, undated=version.undated)


def shown_changes(changes: Sequence[WordChange], limit: int = 3, *, undated: bool = False) -> str:
    """Differences in a line, such as ``\\`six weeks\\` is now \\`eight weeks\\```.

    Of ``undated`` texts it is not known which words are new.
    """
    shown = [_shown_change(change, undated) for change in changes[:limit]]
    more = len(changes) - limit
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def _shown_change(change: WordChange, undated: bool) -> str:
    was, now = shortened(change.was), shortened(change.now)
    if was and now:
        return f"`{was}` {'or' if undated else 'is now'} `{now}`"
    if undated:
        return f"`{was or now}` in one of them only"
    return f"`{now}` is new" if now else f"`{was}` is gone"


def shown_new_version(one: ChangedSource) -> str:
    """A new version of a source in a line: what has changed, and what rests on it."""
    version = one.version
    who = version.outlet or version.url or "its source"
    what = (
        shown_version_changes(version) if version.known else "what has changed cannot be told without its earlier text"
    )
    held = f"{who} holds its text back now (`{version.held}`)" if version.held else ""
    if not one.differs:
        return held
    rests = dict.fromkeys(f"{s.part} `{shortened(s.shown, 40)}`" for s in one.rests)
    shown = ", ".join(list(rests)[:4]) + (f" and {len(rests) - 4} more" if len(rests) > 4 else "")
    message = f"{who} has a new version: {what}" + (f"; rests on it: {shown}" if rests else "")
    return f"{held}; {message}" if held else message
