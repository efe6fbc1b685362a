"""Articles that tell of the same event in other words: suggested as one story, never folded.

Cosine of term vectors (Salton and Buckley 1988) in which names count double, and a few rare terms in common, as in
topic detection and tracking (Allan et al. 1998); articles of different weeks are not the same event.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log, sqrt

from annotated_briefings.base.paths import slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.keypoints import STOP

_LIKE = 0.27
"""Cosine from which two articles tell of the same event."""
_RARE = 3
"""Strong terms that both must have."""
_STRONG = 24
"""Strongest terms of an article that are looked at to find others like it."""
_KEPT = 60
"""Terms of an article that are compared."""
_COMMON = 40
"""A strong term of more articles than this finds none."""
_DAYS = 10
"""Days between two articles of one event."""
_PIECE = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer: what is compared there are pieces of words, and nothing to name a story by."""
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar "
    "februar märz mai juni juli oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février "
    "mars avril juin juillet août septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado "
    "domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre today yesterday "
    "tomorrow news new year week month day".split()
)
"""Days, months and words of time that texts write like names."""
_NAME = regex(r"(?<=[a-z,;] )[A-Z]\w+(?:[- ][A-Z]\w+)*")


class Account(Value):
    """What comparing needs of an article."""

    id: str
    """Id of the article."""
    terms: Mapping[str, float]
    """Its terms and their weights."""
    names: tuple[str, ...]
    """Its names as written, most frequent first."""
    day: int
    """Day of publication as an ordinal number; 0 when unknown."""


def account(identity: str, text: str, day: int = 0, outlet: str = "") -> Account:
    """The terms of a text; the name of its outlet in it says nothing of what it tells."""
    text = text.replace(outlet, " ") if outlet else text
    names = Counter(match[0] for match in _NAME.finditer(text))
    parts = {word for name in names for word in words_of(name)}
    counts = Counter(word for word in words_of(text) if len(word) > 2 and word not in STOP and not word.isdigit())
    strength = {word: (1 + log(count)) * (2.0 if word in parts else 1.0) for word, count in counts.items()}
    kept = sorted(strength, key=lambda word: (-strength[word], word))[: 3 * _KEPT]
    return Account(identity, {word: strength[word] for word in kept}, tuple(n for n, _ in names.most_common(6)), day)


def same_event(accounts: Sequence[Account], apart: frozenset[frozenset[str]] = frozenset()) -> list[tuple[str, ...]]:
    """Groups of articles of one event, each in the order given; pairs in ``apart`` are never put together.

    Every member is like every other: no chain of likenesses leads from one event to the next.
    """
    spread = Counter(term for a in accounts for term in a.terms)
    total = len(accounts)
    vectors = [_vector(a, spread, total) for a in accounts]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term in list(vector)[:_STRONG]:
            holders[term].append(number)
    shared = Counter(
        pair for members in holders.values() if len(members) <= _COMMON for pair in combinations(members, 2)
    )
    like: dict[frozenset[int], float] = {}
    for (a, b), count in sorted(shared.items()):
        first, second = accounts[a], accounts[b]
        near = not (first.day and second.day) or abs(first.day - second.day) <= _DAYS
        if count >= _RARE and near and frozenset((first.id, second.id)) not in apart:
            score = sum(weight * vectors[b][term] for term, weight in vectors[a].items() if term in vectors[b])
            if score >= _LIKE:
                like[frozenset((a, b))] = score
    groups: list[set[int]] = []
    for pair in sorted(like, key=lambda p: (-like[p], sorted(p))):
        _join(groups, min(pair), max(pair), like)
    return [tuple(accounts[n].id for n in sorted(group)) for group in sorted(groups, key=min)]


def _vector(one: Account, spread: Mapping[str, int], total: int) -> dict[str, float]:
    """The strongest terms of an article, strongest first, as a vector of length 1."""
    weights = {term: strength * log(1 + (total + 8) / spread[term]) for term, strength in one.terms.items()}
    kept = sorted(weights, key=lambda term: (-weights[term], term))[:_KEPT]
    norm = sqrt(sum(weights[term] ** 2 for term in kept)) or 1.0
    return {term: weights[term] / norm for term in kept}


def _join(groups: list[set[int]], a: int, b: int, like: Mapping[frozenset[int], float]) -> None:
    """Put two articles into one group if all members of both are like each other."""
    first = next((group for group in groups if a in group), {a})
    second = next((group for group in groups if b in group), {b})
    if first is second or any(frozenset((x, y)) not in like for x in first for y in second):
        return
    groups[:] = [group for group in groups if group not in (first, second)]
    groups.append(first | second)


def story_id(members: Sequence[Account]) -> str:
    """An id out of the names that most members share; days, months and frequent words are no names of a story, and a
    single word that all of them have, such as a place, only where there is no other name."""
    named = [{name for name in map(_without_days, one.names) if name} for one in members]
    # Who is called by the full name in one article may be called by half of it in another.
    counts = Counter(
        name
        for name in {name for names in named for name in names}
        for names in named
        if any(set(name.split()) <= set(other.split()) for other in names)
    )
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    distinctive = [name for name in ranked if " " in name or "-" in name or counts[name] < len(members)]
    shared = [name for name in distinctive if counts[name] > 1] or distinctive or ranked
    strongest = sorted(members[0].terms, key=lambda term: (-members[0].terms[term], term))
    terms = [term for term in strongest if _without_days(term) and not _PIECE.match(term)]
    return slugify(" ".join(shared[:2])) or slugify(next(iter(terms), ""))


def _without_days(name: str) -> str:
    """A name without days of the week, months and frequent words."""
    return " ".join(word for word in name.split() if word.lower() not in _NO_NAMES and word.lower() not in STOP)
