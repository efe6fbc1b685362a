"""Which file and address the brief of each family of articles has."""

import re
from collections.abc import Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.compose import brief_path, free_slug
from annotated_briefings.intake.dedup.copies import earliest
from annotated_briefings.intake.dedup.families import Family
from annotated_briefings.intake.dedup.library import BriefStates, Library
from annotated_briefings.intake.drafting import Known, stem
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import ArticleMeta


class Address(Value):
    """Where a brief is."""

    slug: str
    """Last part of its address."""
    path: str
    """Its file."""


def addresses(
    found: Sequence[Family], library: Library, states: BriefStates, known: Known, away: Sequence[str]
) -> dict[str, Address]:
    """The address of each family, by its leader: that of the article that was published first.

    A brief that may be on the site, or that an editor has touched, keeps the address it has. Addresses in ``away`` are
    free again. New ones are given in the order of publication, so that the same articles get the same.
    """
    out: dict[str, Address] = {}
    new: list[Family] = []
    free = {stem(path) for path in away}
    for family in found:
        if family.brief and not _moves(family, library, states):
            out[family.leader] = Address(stem(family.brief.brief), family.brief.brief)
        else:
            new.append(family)
            free |= {stem(family.brief.brief)} if family.brief else set()
        free |= {stem(entry.brief) for entry in family.retired if states.movable(entry)}
    taken = set(known.slugs) - free
    counts: dict[str, int] = {}
    for family in sorted(new, key=lambda f: earliest(library.stated(f.first), f.first)):
        meta = _meta(family.first, library) or _meta(family.leader, library)
        if meta is None:
            continue
        slug = free_slug(meta.headline.value, family.first, taken, counts)
        taken.add(slug)
        out[family.leader] = Address(slug, brief_path(meta, slug))
    return out


def _meta(identity: str, library: Library) -> ArticleMeta | None:
    """What is known about an article; None where its text is not here."""
    if new := library.incoming.get(identity):
        return new.meta
    article = library.article(identity)
    return read_metadata(article) if article else None


def _moves(family: Family, library: Library, states: BriefStates) -> bool:
    """Whether a brief is an untouched draft whose address is not that of the article that was published first."""
    brief = family.brief
    if brief is None or not brief.text or not states.movable(brief):
        return False
    meta = _meta(family.first, library)
    if meta is None:
        return False
    path = brief_path(meta, free_slug(meta.headline.value, family.first, frozenset(), {})).removesuffix(".md")
    return re.fullmatch(re.escape(path) + r"(?:-\d+)?\.md", brief.brief) is None
