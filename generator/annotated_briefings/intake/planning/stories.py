"""Stories that briefs seem to belong to: a function of what the briefs tell, whatever the order of imports."""

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from datetime import date
from itertools import combinations

from annotated_briefings.base.values import Value
from annotated_briefings.intake.compose import free_slug
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.library import Library, stated_in
from annotated_briefings.intake.dedup.relations import Candidate, relation
from annotated_briefings.intake.dedup.same_text import one_mould, one_series
from annotated_briefings.intake.dedup.shingles import covered_by
from annotated_briefings.intake.drafting import BriefAccount, Known, StorySuggestion, stem
from annotated_briefings.intake.events import Account, account, same_event, story_id
from annotated_briefings.intake.ledger import Entry, sketch_of
from annotated_briefings.intake.model import Article

_WINDOW = 5_000
"""Articles that are searched for stories at a time."""
_ALIKE = 0.35
"""Share of the shorter text from which two texts of one outlet, or of other weeks, are made with one form."""


class Resuggested(Value):
    """An untouched draft that seems to belong to another story since other briefs have come or gone."""

    entry: Entry
    """Line of its article."""
    path: str
    """Its file."""
    story: str
    """The story; empty for none."""


def brief_account(article: Article, stated: Origin, day: str, path: str) -> BriefAccount:
    """What an article tells that gets a brief; ``day`` is that of the brief."""
    return BriefAccount(account(article.id, article.text, _ordinal(day), stated.outlet), path, "")


def find_stories(
    fresh: Sequence[BriefAccount], known: Known, one_form: Callable[[str, str], bool]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Stories that briefs belong to: id, and the ids of the articles in the order of their days.

    A story that an editor gave a brief goes on; where none has one, the names that the articles share make a new one.
    """
    every = (*known.brief_accounts, *fresh)
    called = {brief.account.id: {brief.account.id, brief.path, stem(brief.path)} for brief in every}
    apart = frozenset(
        frozenset(pair)
        for group in known.decisions.not_story
        for pair in combinations([i for i in called if called[i] & set(group)], 2)
    )
    story_of = {brief.account.id: brief.story for brief in known.brief_accounts}
    taken = {story for story in story_of.values() if story}
    out: list[tuple[str, tuple[str, ...]]] = []
    counts: dict[str, int] = {}
    # A large collection in windows of neighbouring days: what is compared with all would not fit into memory.
    ordered = sorted((brief.account for brief in fresh), key=_by_day)
    for at in range(0, max(1, len(ordered)), _WINDOW):
        some = sorted((*(brief.account for brief in known.brief_accounts), *ordered[at : at + _WINDOW]), key=_by_day)
        by_id = {one.id: one for one in some}
        for group in _events(list(by_id.values()), apart, one_form):
            story = next((story_of[i] for i in group if story_of.get(i)), "")
            story = story or free_slug(story_id([by_id[i] for i in group]), group[0], taken, counts)
            taken.add(story)
            out.append((story, group))
    return tuple(out)


def suggestions(
    found: tuple[tuple[str, tuple[str, ...]], ...],
    paths: Mapping[str, str],
    entries: Mapping[str, Entry],
    new: Collection[str],
) -> tuple[StorySuggestion, ...]:
    """The stories of new briefs, with the files of their briefs, known ones first."""
    places = {entry.id: entry.brief for entry in entries.values()} | dict(paths)
    return tuple(
        StorySuggestion(story, tuple(places[i] for i in sorted(ids, key=lambda i: i in new) if i in places))
        for story, ids in found
        if any(i in new for i in ids)
    )


def resuggested(
    story_of: Mapping[str, str], known: Sequence[BriefAccount], entries: Mapping[str, Entry], paths: Mapping[str, str]
) -> tuple[Resuggested, ...]:
    """The untouched drafts whose suggestion is another one now; ``paths`` are their files by their articles."""
    return tuple(
        Resuggested(entries[i], paths.get(i, one.path), story_of.get(i, ""))
        for one in known
        if one.untouched and (i := one.account.id) in entries and one.suggested != story_of.get(i, "")
    )


def form_of(library: Library) -> Callable[[str, str], bool]:
    """Whether two articles are made with one form: they are about different things, however many words they share."""

    def one_form(first: str, second: str) -> bool:
        one, other = library.text(first), library.text(second)
        if one and other and (one_mould(one, other) or one_series(one, other)):
            return True
        a, b = (_candidate(identity, library) for identity in (first, second))
        if not a or not b:
            return False
        share = max(covered_by(a.sketch, [b.sketch]), covered_by(b.sketch, [a.sketch]))
        return share >= _ALIKE and relation(a, b, library.text) == "mould"

    return one_form


def _candidate(identity: str, library: Library) -> Candidate | None:
    """An article; None for one whose text was split anew."""
    if new := library.incoming.get(identity):
        return Candidate(identity, new.sketch, new.digest, new.stated)
    entry = library.entries.get(identity)
    return Candidate(identity, sketch_of(entry), entry.text, stated_in(entry)) if entry else None


def _events(
    accounts: list[Account], apart: Set[frozenset[str]], one_form: Callable[[str, str], bool]
) -> list[tuple[str, ...]]:
    """Groups of articles of one event, without texts that were made with one form."""
    asked: set[frozenset[str]] = set()
    while True:
        found = same_event(accounts, frozenset(apart))
        pairs = {frozenset(pair) for group in found for pair in combinations(group, 2)} - asked
        forms = {pair for pair in pairs if one_form(*sorted(pair))}
        asked |= pairs
        if not forms:
            return found
        apart = apart | forms


def _by_day(one: Account) -> tuple[int, str]:
    return one.day, one.id


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0
