"""Known articles of which it is decided anew what they are: copies, versions, or articles of their own."""

from collections.abc import Iterable, Sequence

from annotated_briefings.base.names import same_file
from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.library import Library
from annotated_briefings.intake.dedup.shingles import closest
from annotated_briefings.intake.drafting import Known, stem
from annotated_briefings.intake.ledger import Entry, sketch_of

_LIKE = 0.35
"""Share of a text from which its draft may name another one as much like it."""
_MOST = 50
"""Drafts that are looked at for each one that goes."""


class DecidedAnew(Value):
    """Known articles with a brief of which it is decided anew what they are."""

    some: frozenset[str]
    """Those whose texts are here."""
    unread: frozenset[str]
    """Those that merged branches have brought and whose texts are not here."""
    waiting: frozenset[str]
    """Those that were kept apart by a decision that is gone, and whose texts are not here."""


def decided_anew(library: Library, known: Known, leaving: Sequence[Entry]) -> DecidedAnew:
    """Articles that merged branches have brought, those that editors keep apart no more, those that are like the ones
    that go, since their drafts may name these, and those whose address an editor has given to another brief."""
    merged, unread = _with_texts(library, known, [e.id for e in _briefs(library) if e.run in known.not_compared])
    freed, waiting = _with_texts(library, known, known.kept_before - known.decisions.kept)
    some = merged | freed | _like(leaving, library, known) | _without_address(library, known)
    return DecidedAnew(some, unread, waiting)


def _briefs(library: Library) -> list[Entry]:
    return [entry for entry in library.entries.values() if entry.verdict == "brief"]


def _without_address(library: Library, known: Known) -> frozenset[str]:
    typed = {same_file(slug) for slug in known.typed.values()}
    drafts = [e for e in _briefs(library) if e.id in known.unedited and e.brief not in known.public]
    return _with_texts(library, known, [e.id for e in drafts if same_file(stem(e.brief)) in typed])[0]


def _like(leaving: Sequence[Entry], library: Library, known: Known) -> frozenset[str]:
    if not leaving:
        return frozenset()
    there = [e for e in _briefs(library) if e.sketch and e.id in known.unedited]
    near = closest([sketch_of(e) for e in leaving if e.sketch], [*map(sketch_of, there)], _LIKE, _MOST)
    return _with_texts(library, known, {there[place].id for places in near for place in places})[0]


def _with_texts(library: Library, known: Known, some: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    with_brief = (library.entries[i] for i in some if i in library.entries)
    every = frozenset(e.id for e in with_brief if e.verdict == "brief" and e.id in known.present)
    here = frozenset(identity for identity in every if library.article(identity))
    return here, every - here
