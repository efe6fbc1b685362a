"""Versions of one article: later texts at the same web address, or in the same whole file."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations

from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.identity import Origin, address, day_of, latest_day
from annotated_briefings.intake.dedup.library import Incoming, Library, stated_in
from annotated_briefings.intake.dedup.relations import NEARLY_ALL, Candidate, Texts, is_version
from annotated_briefings.intake.dedup.same_text import one_mould
from annotated_briefings.intake.dedup.shingles import covered
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.ledger import Entry, sketch_of

_SAME_FILE = 0.5
"""Share of an earlier text that the same file must still hold to be a new version of it."""


_DAY = len("2026-03-14")
_TEASER = 0.5
"""Share of the words of a text up to which its beginning is a teaser; a longer one is a version that was shortened."""


class Superseded(Value):
    """An article of which there is a newer version."""

    old: str
    """Its id."""
    new: str
    """Id of the newest version."""


class OlderVersion(Value):
    """A new article that was thought to be an earlier version of another one."""

    where: str
    """Where it is."""
    brief: str
    """Path of the brief of the later one."""
    undated: bool
    """Whether nothing tells which of them is the newer one."""


def is_undated(one: Origin, other: Origin) -> bool:
    """Whether nothing tells which of two texts at one address is the newer one: one of them states no day, or both the
    same, of which one at least has no time."""
    if not (one.url and other.url):
        # The same file has a newer text when it is read again.
        return False
    first, second = latest_day(one), latest_day(other)
    if first is None or second is None:
        return True
    timed = bool(first.at and second.at)
    return first.iso == second.iso or (not timed and first.iso[:_DAY] == second.iso[:_DAY])


def older_versions(
    versions: Iterable[Superseded], library: Library, taken: Container[str], paths: Mapping[str, str]
) -> tuple[OlderVersion, ...]:
    """What new articles, those that are ``taken``, are earlier versions of; ``paths`` are briefs by their articles."""
    return tuple(
        OlderVersion(
            library.where(pair.old),
            paths[pair.new],
            is_undated(library.stated(pair.old), library.stated(pair.new)),
        )
        for pair in versions
        if pair.old in taken
    )


def find_versions(candidates: Sequence[Candidate], texts: Texts) -> tuple[Superseded, ...]:
    """Articles of which others are newer versions: a function of the set of articles alone.

    The newest is that which was changed last by its own word, or published last where it says nothing of changes. One
    that states no day comes before those that do. Where that decides nothing it is the fullest text, and of texts
    equally long the one with the greatest digest: which came first says nothing.
    """
    at: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.stated.url:
            at[address(candidate.stated.url)[0]].append(candidate)
    out: list[Superseded] = []
    for there in at.values():
        if len(there) < 2 or not any(candidate.new for candidate in there):
            continue
        for family in _families(there, texts):
            newest = _newest(family, texts)
            out += (Superseded(one.id, newest.id) for one in family if one.id != newest.id)
    return tuple(out)


def _families(there: Sequence[Candidate], texts: Texts) -> list[list[Candidate]]:
    """The articles at one address, those together that are versions of one another."""
    families = [[candidate] for candidate in sorted(there, key=lambda c: c.id)]
    for one, other in combinations(sorted(there, key=lambda c: c.id), 2):
        first, second = (next(f for f in families if any(c.id == x.id for c in f)) for x in (one, other))
        if first is not second and is_version(one, other, texts):
            families.remove(second)
            first += second
    return [family for family in families if len(family) > 1]


def _newest(every: Sequence[Candidate], texts: Texts) -> Candidate:
    whole = [one for one in every if not any(_is_teaser(one, other, texts) for other in every)]
    return max(whole, key=_newness)


def _newness(one: Candidate) -> tuple[bool, tuple[object, ...], int, str, str]:
    when = latest_day(one.stated)
    return when is not None, (when.instant, when.iso) if when else (), one.sketch.words, one.digest, one.id


def _is_teaser(one: Candidate, other: Candidate, texts: Texts) -> bool:
    """Whether a text is only the beginning of another: what a feed shows of a page, or a page to those who do not pay.
    Whenever it came, it is no newer version."""
    first, second = texts(one.id), texts(other.id)
    if not first or not second:
        return False
    shown, whole = (words_of(" ".join(text.sentences)) for text in (first, second))
    # The last word may be cut off.
    least = len(shown) - 1
    return 0 < least <= _TEASER * len(whole) and shown[:least] == whole[:least]


def file_versions(
    library: Library, present: frozenset[str], whole: str, kept: Container[str] = ()
) -> tuple[Superseded, ...]:
    """Articles of whole files without an address of which the same file holds a newer text now.

    ``whole`` says of an article that it is all of its file. Those ``kept`` apart are no versions of anything.
    """
    in_file = {e.file: e for e in library.entries.values() if not e.url and e.verdict == "brief" and e.id in present}
    out: list[Superseded] = []
    for new in library.incoming.values():
        known = in_file.get(new.article.document)
        if known is None or new.article.why != whole or new.stated.url:
            continue
        if known.id in kept or new.article.id in kept:
            continue
        days = [day_of(published) for published in (known.published, new.stated.published)]
        other = known.title != new.stated.title and all(days) and days[0] != days[1]
        share = covered(known.sketch[: len(known.sketch) // 4 * 4], [new.article.text])
        if not other and share >= _SAME_FILE and (share >= NEARLY_ALL or not _filled_in_anew(known, new, library)):
            out.append(Superseded(known.id, new.article.id))
    return tuple(out)


def _filled_in_anew(known: Entry, new: Incoming, library: Library) -> bool:
    first, second = library.text(known.id), library.text(new.article.id)
    return bool(first and second and one_mould(first, second))


def with_known(found: Sequence[Superseded], library: Library, reopened: Container[str] = ()) -> tuple[Superseded, ...]:
    """Newer versions together with those that the ledger knows of, each old article with the newest; of those
    ``reopened`` what was found anew holds alone."""
    newest = {pair.new for pair in found}
    newer = {
        e.id: e.into
        for e in library.entries.values()
        if e.verdict == "superseded" and e.into and e.id not in newest and e.id not in reopened
    }
    newer |= {pair.old: pair.new for pair in found}
    out: list[Superseded] = []
    for old, new in newer.items():
        passed = {old}
        while new in newer and new not in passed:
            passed.add(new)
            new = newer[new]
        out.append(Superseded(old, new))
    return tuple(out)


def deleted_before(library: Library, present: frozenset[str]) -> dict[str, str]:
    """New versions of articles whose brief an editor has deleted: their ids, and the briefs."""
    gone = [e for e in library.entries.values() if e.verdict == "brief" and e.id not in present]
    return {identity: entry.brief for identity, entry in later_versions(gone, library).items()}


def later_versions(earlier: Iterable[Entry], library: Library) -> dict[str, Entry]:
    """New articles that are later texts of some known ones: their ids, and the lines of those."""
    at: dict[str, list[Entry]] = defaultdict(list)
    for entry in earlier:
        if entry.url:
            at[address(entry.url)[0]].append(entry)
    out: dict[str, Entry] = {}
    for identity, new in library.incoming.items():
        for entry in at.get(address(new.stated.url)[0], ()) if new.stated.url else ():
            was = Candidate(entry.id, sketch_of(entry), entry.text, stated_in(entry))
            if is_version(was, Candidate(identity, new.sketch, new.digest, new.stated), library.text):
                out[identity] = entry
    return out
