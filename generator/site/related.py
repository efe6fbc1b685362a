"""Which briefs are worth reading next, and why."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from generator.base.words import Words
from generator.site.catalog import Catalog
from generator.site.connections import Connections, Slugs

MOST = 5
"""Related briefs shown."""
_WIDEST = 60
"""Briefs looked at for one shared thing, the nearest in time; a thing in more briefs says little anyway."""
_LEAST = 1.2
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
    scores: dict[str, float] = defaultdict(float)
    for weight, others in _shared(catalog, web, slug):
        rarity = weight * log(1 + 2.0 ** (total.bit_length() - len(others).bit_length()))
        for other in _nearest(others, slug, order):
            if other != slug:
                scores[other] += rarity
    best = sorted(scores.items(), key=lambda item: (-round(item[1], 6), order[item[0]]))
    return tuple(
        Relation(other, why(catalog, web, slug, other, words)) for other, score in best[:MOST] if score >= _LEAST
    )


def _nearest(others: Slugs, slug: str, order: Mapping[str, int]) -> Slugs:
    """The briefs nearest in time to one, at most ``_WIDEST``; ``others`` are in order of time, and so is the result."""
    if len(others) <= _WIDEST:
        return others
    here = order[slug]
    right = bisect(others, here, key=order.__getitem__)
    left = right
    while right - left < _WIDEST:
        # Of two that are equally near, the newer one.
        if right == len(others) or (left > 0 and here - order[others[left - 1]] <= order[others[right]] - here):
            left -= 1
        else:
            right += 1
    return others[left:right]


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
