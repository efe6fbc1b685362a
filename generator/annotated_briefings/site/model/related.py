"""Which briefs are worth reading next, and why."""

from collections.abc import Iterator, Mapping
from math import log

from annotated_briefings.base.digest import digest
from annotated_briefings.base.i18n import Words
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.relations import Connections, Slugs

MOST = 5
"""Related briefs shown."""
_WIDEST = 60
"""Briefs looked at for one shared thing, the nearest in time; a thing in more briefs says little anyway."""
_ONE = 1_000_000
"""Scores are whole numbers, so that their sums do not depend on the order of adding."""
_LEAST = round(1.2 * _ONE)
"""Least score worth showing."""


Places = tuple[int, ...]
"""Briefs by their places in time, the newest first."""
KnownPlaces = dict[tuple[str, str], Places]
"""The briefs that share one thing, by kind and name of the thing; filled as they are asked for."""


def related_briefs(
    catalog: Catalog, web: Connections, slug: str, order: Mapping[str, int], known: KnownPlaces
) -> Slugs:
    """The briefs that share most with one; ``order`` is each brief's place in time.

    Shared things count by their rarity (inverse document frequency), more where either brief is about them.
    Frequencies are taken by powers of two, so that one brief more does not change what is related to all others.
    """
    size, here = len(catalog.briefs).bit_length(), order[slug]
    scores: dict[int, int] = {}
    for weight, kind, name, slugs in _shared(catalog, web, slug):
        others = known.get((kind, name)) or places_of(kind, name, slugs, order, known)
        rarity = round(_ONE * weight * log(1 + 2.0 ** (size - len(others).bit_length())))
        for other in _nearest(others, here):
            scores[other] = scores.get(other, 0) + rarity
    scores.pop(here, None)
    # Hundreds share something: only those that can be among the best are put in order.
    least = max(sorted(scores.values())[-MOST:][0], _LEAST) if scores else 0
    best = sorted((-score, other) for other, score in scores.items() if score >= least)[:MOST]
    return tuple(catalog.briefs[other].slug for _, other in best)


def choice(catalog: Catalog, web: Connections) -> str:
    """Digest of everything that related briefs are chosen by."""
    return digest(
        tuple((b.slug, b.story, web.about[b.slug], web.named[b.slug], web.tags[b.slug]) for b in catalog.briefs),
        tuple(sorted(web.briefs_tagged.items())),
    )


def places_of(kind: str, name: str, slugs: Slugs, order: Mapping[str, int], known: KnownPlaces) -> Places:
    """The places of the briefs that share one thing, kept in ``known``.

    Numbers, of which 700 a brief are looked up and added to: slugs take half as long again.
    """
    found = known[kind, name] = tuple(map(order.__getitem__, slugs))
    return found


def all_places(web: Connections, order: Mapping[str, int], known: KnownPlaces) -> None:
    """Look up the places of everything that briefs share."""
    for kind, shared in (
        ("naming", web.briefs_naming),
        ("about", web.briefs_about),
        ("tagged", web.briefs_tagged),
        ("story", web.briefs_in_story),
    ):
        for name, slugs in shared.items():
            places_of(kind, name, slugs, order, known)


def _nearest(others: Places, here: int) -> Places:
    """The briefs nearest to a place in time, at most ``_WIDEST``. Of two that are equally near, the newer one."""
    low, high = 0, max(0, len(others) - _WIDEST)
    while low < high:
        middle = (low + high) // 2
        if here - others[middle] > others[middle + _WIDEST] - here:
            low = middle + 1
        else:
            high = middle
    return others[low : low + _WIDEST]


def _shared(catalog: Catalog, web: Connections, slug: str) -> Iterator[tuple[float, str, str, Slugs]]:
    """Weight, kind and name of each thing that a brief shares with others, and those that share it."""
    about = set(web.about[slug])
    for entity in web.named[slug]:
        yield (1.5 if entity in about else 0.4), "naming", entity, web.briefs_naming[entity]
        if entity in about and entity in web.briefs_about:
            yield 1.5, "about", entity, web.briefs_about[entity]
    for tag in web.tags[slug]:
        yield 0.5, "tagged", tag, web.briefs_tagged[tag]
    story = catalog.brief_of[slug].story
    if story:
        yield 4.0, "story", story, web.briefs_in_story[story]


def why(catalog: Catalog, web: Connections, slug: str, other: str, words: Words) -> str:
    """What two briefs share, in words, the strongest first."""

    def names(ids: list[str]) -> str:
        return words.join(catalog.entity_of[entity].name for entity in ids[:3])

    story = catalog.brief_of[slug].story
    if story and story == catalog.brief_of[other].story:
        return words.text("why_story")
    both = [e for e in web.about[slug] if e in web.about[other]]
    if both:
        return words.text("why_about", names=names(both))
    near = [e for e in (*web.about[slug], *web.about[other]) if e in web.named[slug] and e in web.named[other]]
    if near:
        return words.text("why_name", names=names(list(dict.fromkeys(near))))
    tags = [catalog.tag_of[t].label for t in web.tags[slug] if t in web.tags[other]]
    if tags:
        return words.text("why_tag", tag=tags[0])
    return words.text("why_name", names=names([e for e in web.named[slug] if e in web.named[other]]))
