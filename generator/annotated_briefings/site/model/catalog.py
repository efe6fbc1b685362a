"""All facts of all files, indexed once, immutable."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from annotated_briefings.base.dates import When
from annotated_briefings.base.paths import slugify
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief, Entity, Ref, Story, Tag


class Catalog(Value):
    """Every public brief, entity and tag, with lookups; mapping fields are for planning and never reach a template."""

    briefs: tuple[Brief, ...]
    """Newest first; undated ones last; one a slug."""
    duplicates: tuple[tuple[Brief, Brief], ...]
    """Briefs left out because another one (second) has their slug."""
    entities: tuple[Entity, ...]
    """By name; merged ones left out."""
    tags: tuple[Tag, ...]
    """By label; tags that only briefs know are among them."""
    guessed_tags: frozenset[str]
    """Tags that only briefs know, where there is a tag list."""
    brief_of: Mapping[str, Brief]
    """Slug to brief."""
    entity_of: Mapping[str, Entity]
    """Id to entity, merged ids leading to the entity that took their place."""
    tag_of: Mapping[str, Tag]
    """Slug to tag."""
    story_of: Mapping[str, Story]
    """Id to a story that the list of stories declares."""
    brief_names: Mapping[str, str]
    """Case-folded slug, title and path to slug."""
    entity_names: Mapping[str, str]
    """Case-folded id, name, alias and former name to id; the first entry of the file wins."""
    tag_names: Mapping[str, str]
    """Case-folded slug, label and alias to slug."""
    files: Mapping[str, str]
    """Name below ``static/`` to the path under which the file is published."""
    sizes: Mapping[str, tuple[int, int]]
    """That path to the width and height of the picture there, in CSS pixels, where they are known."""

    def entity(self, name: str) -> Entity | None:
        """The entity that a name, alias or id means."""
        found = self.entity_names.get(name.casefold().strip())
        return self.entity_of.get(found) if found else None

    def tag(self, name: str) -> Tag | None:
        """The tag that a slug, label or alias means."""
        found = self.tag_names.get(name.casefold().strip())
        return self.tag_of.get(found) if found else None

    def brief(self, name: str) -> Brief | None:
        """The brief that a slug, title or file path means."""
        found = self.brief_names.get(name.casefold().strip().removesuffix(".md"))
        return self.brief_of.get(found) if found else None

    def linked(self, target: str) -> tuple[Brief | Entity | Tag | None, str]:
        """What the target of a wikilink means: a brief, an entity or a tag, in this order. With it comes the part of
        the target after the name, such as ``#costs``; empty where the whole target is a name."""
        cut = target.find("#")
        for name, rest in ((target, ""), (target[:cut], target[cut:])) if cut >= 0 else ((target, ""),):
            found = self.brief(name) or self.entity(name) or self.tag(name)
            if found:
                return found, rest
        return None, ""

    def entities_of(self, refs: Iterable[Ref]) -> tuple[Entity, ...]:
        """The known entities of some references, each once, in order."""
        known = (self.entity(ref.text) for ref in refs)
        # By id, since an entity is told apart from others by all that its entry says.
        return tuple({entity.id: entity for entity in known if entity}.values())

    def tags_of(self, brief: Brief) -> tuple[Tag, ...]:
        """The tags of a brief, each once, in order."""
        known = (self.tag(ref.text) for ref in brief.tags)
        return tuple({tag.slug: tag for tag in known if tag}.values())


def is_public(brief: Brief, now: datetime) -> bool:
    """The one gate: whether a brief may be published at a moment (UTC)."""
    if brief.draft:
        return False
    early = any(moment is not None and now < moment for moment in (brief.publish_at, brief.embargo_until))
    late = brief.expires_at is not None and now >= brief.expires_at
    return not (early or late)


def date_order(brief: Brief) -> tuple[int, int, int, str]:
    """Sort key of a brief's date; a date known to the year comes before the days of that year."""
    date = brief.date or When(0)
    return (date.year, date.month, date.day, date.at)


def build_catalog(
    briefs: Iterable[Brief],
    entities: Iterable[Entity],
    tags: Iterable[Tag],
    stories: Iterable[Story] = (),
    files: Iterable[tuple[str, str]] = (),
    sizes: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> Catalog:
    """Index the facts; the order of the input does not matter. ``files`` are static files and where they are published,
    ``sizes`` are the widths and heights of those that are pictures."""
    kept: dict[str, Brief] = {}
    duplicates: list[tuple[Brief, Brief]] = []
    for brief in sorted(briefs, key=lambda b: b.path):
        # Two names that differ only in case are one file on some computers.
        first = kept.setdefault(brief.slug.casefold(), brief)
        if first is not brief:
            duplicates.append((brief, first))
    ordered = sorted(kept.values(), key=lambda b: (b.title.casefold(), b.slug))
    ordered.sort(key=date_order, reverse=True)

    declared = tuple(entities)
    entity_of = _follow_merges(declared)
    live = sorted({e.id: e for e in entity_of.values()}.values(), key=lambda e: (e.name.casefold(), e.id))

    known_tags = {tag.slug: tag for tag in tags}
    listed_tags = frozenset(known_tags)
    tag_names = _first_wins((name, tag.slug) for tag in known_tags.values() for name in (tag.slug, tag.label))
    for name, slug in _first_wins((a, t.slug) for t in known_tags.values() for a in t.aliases).items():
        tag_names.setdefault(name, slug)
    for ref in (ref for brief in ordered for ref in brief.tags):
        if ref.text.casefold() not in tag_names:
            guessed = tuple(_guessed_tags(ref))
            for tag in guessed:
                known_tags.setdefault(tag.slug, tag)
                tag_names.setdefault(tag.slug, tag.slug)
            if guessed:
                tag_names.setdefault(ref.text.casefold(), guessed[-1].slug)

    brief_names = _first_wins((b.slug, b.slug) for b in ordered)
    for brief in ordered:
        for name in (brief.path, brief.path.removesuffix(".md"), brief.title):
            brief_names.setdefault(name.casefold(), brief.slug)

    names = _first_wins((e.id, e.id) for e in declared)
    for name, found in _first_wins((n, e.id) for e in declared for n in (e.name, *e.aliases, *e.was)).items():
        names.setdefault(name, found)
    return Catalog(
        briefs=tuple(ordered),
        duplicates=tuple(duplicates),
        entities=tuple(live),
        tags=tuple(sorted(known_tags.values(), key=lambda t: (t.label.casefold(), t.slug))),
        guessed_tags=frozenset(known_tags) - listed_tags if listed_tags else frozenset(),
        brief_of=MappingProxyType({brief.slug: brief for brief in kept.values()}),
        entity_of=MappingProxyType(entity_of),
        tag_of=MappingProxyType(known_tags),
        story_of=MappingProxyType({story.id: story for story in stories}),
        brief_names=MappingProxyType(brief_names),
        entity_names=MappingProxyType(names),
        tag_names=MappingProxyType(tag_names),
        files=MappingProxyType(dict(files)),
        sizes=MappingProxyType(dict(sizes)),
    )


def _guessed_tags(ref: Ref) -> Iterator[Tag]:
    """A tag that no list declares, and its wider tags: ``energy/solar`` makes ``energy`` too."""
    slug = parent = ""
    for part in ref.text.split("/"):
        slug = f"{parent}/{slugify(part)}".strip("/")
        if slug == parent:
            return
        label = (ref.text if "/" not in ref.text else part).strip(" ,;")
        yield Tag(slug, label, (), parent, "", (), ref.place)
        parent = slug


def _first_wins(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    out: dict[str, str] = {}
    for name, target in pairs:
        out.setdefault(name.casefold(), target)
    return out


def _follow_merges(declared: tuple[Entity, ...]) -> dict[str, Entity]:
    """Id to living entity; a chain of merges is followed to its end, a circle ends where it began."""
    by_id = {entity.id: entity for entity in declared}
    out: dict[str, Entity] = {}
    for entity in declared:
        seen = {entity.id}
        target = entity
        while target.merged_into in by_id and target.merged_into not in seen:
            target = by_id[target.merged_into]
            seen.add(target.id)
        out[entity.id] = target
    return out
