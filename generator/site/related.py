"""Which briefs are worth reading next, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from math import log

from generator.base.words import Words
from generator.site.catalog import Catalog
from generator.site.connections import Connections, Slugs

MOST = 5
"""Related briefs shown."""
_WIDEST = 60
"""Briefs looked at for one shared thing, the nearest in time; a thing in more briefs says little anyway."""
_ONE = 1_000_000
"""Scores are whole numbers, so that their sums do not depend on the order of adding."""
_LEAST = round(1.2 * _ONE)
"""Least score worth showing."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A related brief."""

    slug: str
    """The brief."""
    why: str
    """The reason in words."""


def related_briefs(
    catalog: Catalog, web: Connections, slug: str, order: Mapping[str, int], words: Words
) -> tuple[Relation, ...]:
    """The briefs that share most with one; ``order`` is each brief's place in time.

    Shared things count by their rarity (inverse document frequency), more where either brief is about them.
    Frequencies are taken by powers of two, so that one brief more does not change what is related to all others.
    """
    total = len(catalog.briefs)
    scores: dict[str, int] = defaultdict(int)
    for weight, others in _shared(catalog, web, slug):
        rarity = round(_ONE * weight * log(1 + 2.0 ** (total.bit_length() - len(others).bit_length())))
        for other in _nearest(others, order[slug], order):
            scores[other] += rarity
    scores.pop(slug, None)
    # Hundreds share something: only those that can be among the best are put in order.
    least = max(min(nlargest(MOST, scores.values()), default=0), _LEAST)
    best = sorted((-score, order[other], other) for other, score in scores.items() if score >= least)
    return tuple(Relation(other, why(catalog, web, slug, other, words)) for _, _, other in best[:MOST])


def _nearest(others: Slugs, here: int, order: Mapping[str, int]) -> Slugs:
    """The briefs nearest to a place in time, at most ``_WIDEST``; ``others`` are in order of time, and so is the
    result. Of two that are equally near, the newer one."""
    low, high = 0, max(0, len(others) - _WIDEST)
    while low < high:
        middle = (low + high) // 2
        if here - order[others[middle]] > order[others[middle + _WIDEST]] - here:
            low = middle + 1
        else:
            high = middle
    return others[low : low + _WIDEST]


def _shared(catalog: Catalog, web: Connections, slug: str) -> Iterator[tuple[float, Slugs]]:
    """Weights and the briefs that share one thing with a brief."""
    about = set(web.about[slug])
    for entity in web.named[slug]:
        yield (1.5 if entity in about else 0.4), web.briefs_naming[entity]
        if entity in about and entity in web.briefs_about:
            yield 1.5, web.briefs_about[entity]
    for tag in web.tags[slug]:
        yield 0.5, web.briefs_tagged[tag]
    story = catalog.brief_of[slug].story
    if story:
        yield 4.0, web.briefs_in_story[story]


def why(catalog: Catalog, web: Connections, slug: str, other: str, words: Words) -> str:
    """What two briefs share, in words, the strongest first."""

    def names(ids: list[str]) -> str:
        return words.join(catalog.entity_of[entity].name for entity in ids[:3])

    story = catalog.brief_of[slug].story
    if story and story == catalog.brief_of[other].story:
        return words.say("why_story")
    both = [e for e in web.about[slug] if e in web.about[other]]
    if both:
        return words.say("why_about", names=names(both))
    near = [e for e in (*web.about[slug], *web.about[other]) if e in web.named[slug] and e in web.named[other]]
    if near:
        return words.say("why_name", names=names(list(dict.fromkeys(near))))
    tags = [catalog.tag_of[t].label for t in web.tags[slug] if t in web.tags[other]]
    if tags:
        return words.say("why_tag", tag=tags[0])
    return words.say("why_name", names=names([e for e in web.named[slug] if e in web.named[other]]))
