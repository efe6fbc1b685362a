"""What articles that are alike and not the same mean for one another's drafts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from annotated_briefings.intake.dedup.families import Family
from annotated_briefings.intake.dedup.library import Library
from annotated_briefings.intake.model import AlikePair, Article

_NEARLY_SAME = 0.6
"""Share of the shorter of two texts that is in the other from which what they share is no boilerplate."""


def different(found: Sequence[Family], library: Library, links: Sequence[AlikePair]) -> list[Article]:
    """New articles that are different ones: of copies, and of texts that are nearly the same, one alone."""
    alike: dict[str, str] = {}

    def main(identity: str) -> str:
        while identity in alike:
            identity = alike[identity]
        return identity

    for link in links:
        if link.score >= _NEARLY_SAME and main(link.article) != main(link.other):
            alike[main(link.article)] = main(link.other)
    first = {main(f.leader): f.leader for f in reversed(found) if f.leader in library.incoming}
    return [library.incoming[identity].article for identity in first.values()]


def alike_briefs(links: Sequence[AlikePair], slugs: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each article the slugs of the briefs that share much with it."""
    out: dict[str, set[str]] = defaultdict(set)
    for link in links:
        for one, other in ((link.article, link.other), (link.other, link.article)):
            if other in slugs:
                out[one].add(slugs[other])
    return {one: tuple(sorted(others)) for one, others in out.items()}
