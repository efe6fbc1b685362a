"""All facts of all files, indexed once, immutable."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from math import inf
from types import MappingProxyType

from annotated_briefings.base.dates import When
from annotated_briefings.base.names import same_file
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import BRIEFINGS
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.model import Brief, Entity, Ref, Story, Tag
from annotated_briefings.content.own_page import SitePage
from annotated_briefings.content.readers import story_title
from annotated_briefings.content.registry import Person
from annotated_briefings.site.model.left_out import HeldBrief, LeftOutBrief
from annotated_briefings.site.model.naming import NameIndex, index_briefs, index_names, index_stories, index_tags
from annotated_briefings.site.model.originals import oldest_first

_RELATIVE = regex(r"(?:\.{1,2}/)+")
"""How a path begins that is relative to the file in which it is written."""


class Signer(Value):
    """Somebody who wrote or reviewed a brief."""

    name: str
    """The name shown."""
    id: str
    """Id in the list of people; empty where the list does not know the name."""


class PictureFile(Value):
    """One of the files that show a picture in several widths."""

    path: str
    """The path under which it is published."""
    width: int
    """Its width in pixels."""
    height: int
    """Its height, likewise."""


Linked = Brief | Entity | Tag | SitePage | Story
"""What a wikilink leads to."""


class Catalog(Value):
    """Every public brief, entity and tag, with lookups; mapping fields are for planning and never reach a template."""

    briefs: tuple[Brief, ...]
    """In the order of ``in_order``; undated ones last; one a slug."""
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
    story_names: NameIndex
    """Id and title to the id of a story that public briefs belong to."""
    person_of: Mapping[str, Person]
    """Id to a person whom the list of people declares."""
    person_names: NameIndex
    """Id, initials and name to id."""
    brief_names: NameIndex
    """Slug, title, path and alias to slug."""
    entity_names: NameIndex
    """Id, name, alias and former name to id; the first entry of the file wins."""
    tag_names: NameIndex
    """Slug, label and alias to slug."""
    pages: Mapping[str, SitePage]
    """Slug to a public page of the site's own, in the order of menu and foot."""
    page_names: NameIndex
    """Path, slug and title to slug."""
    files: Mapping[str, str]
    """Name below ``static/`` to the path under which the file is published."""
    sizes: Mapping[str, tuple[int, int]]
    """That path to the width and height of the picture there, in CSS pixels, where they are known."""
    copies: Mapping[str, tuple[PictureFile, ...]]
    """Published path of a large picture to the files that are shown in its place, the smallest first."""
    language: str
    """BCP 47 tag of the site: case is folded as in the language of a text, or else in this one."""
    held: Mapping[str, HeldBrief]
    """Title, slug, path, aliases and addresses, in the form of ``comparable``, to a brief that is not public."""
    left_out: Mapping[str, LeftOutBrief]
    """Title, slug, path and aliases, in the same form, to the file of a brief that is left out."""
    written: Mapping[str, Brief]
    """Path to a brief as its editor wrote it, where readers see it without links that name briefs of ``held``."""

    def entity(self, name: str, language: str = "") -> Entity | None:
        """The entity that a name, alias or id means in a text of a language."""
        found = self.entity_names.find(name, language or self.language)
        return self.entity_of.get(found) if found else None

    def tag(self, name: str, language: str = "") -> Tag | None:
        """The tag that a slug, label or alias means in a text of a language."""
        found = self.tag_names.find(name, language or self.language)
        return self.tag_of.get(found) if found else None

    def brief(self, name: str, language: str = "") -> Brief | None:
        """The brief that a slug, title or file path means in a text of a language. A path may begin in the folder of
        all briefs, or in that of the file in which it is written."""
        language = language or self.language
        name = name.strip().removesuffix(".md")
        found = self.brief_names.find(name, language)
        if not found and "/" in name:
            path = _RELATIVE.sub("", name, count=1) if name.startswith(".") else name
            found = self.brief_names.find(path, language) or self.brief_names.find(f"{BRIEFINGS}/{path}", language)
        return self.brief_of.get(found) if found else None

    def page(self, name: str) -> SitePage | None:
        """The page of the site's own that a path, a slug or a title means."""
        found = self.page_names.find(name.strip().removesuffix(".md"), self.language)
        return self.pages.get(found) if found else None

    def story(self, name: str, language: str = "") -> Story | None:
        """The story of public briefs that an id or a title means in a text of a language."""
        found = self.story_names.find(name, language or self.language)
        return (self.story_of.get(found) or Story(found, story_title(found), "", Place("", 0, 0))) if found else None

    def text(self, path: str) -> Brief | None:
        """The text of the brief or the page in a file."""
        found = self.brief(path)
        return found or (page.text if (page := self.page(path)) else None)

    def linked(self, target: str, language: str = "") -> tuple[Linked | None, str]:
        """What the target of a wikilink means: a brief, an entity, a tag, a page or a story, in this order. With it
        comes the part of the target after the name, such as ``#costs``; empty where the whole target is a name."""
        cut = target.find("#")
        for name, rest in ((target, ""), (target[:cut], target[cut:])) if cut >= 0 else ((target, ""),):
            found = self.brief(name, language) or self.entity(name, language) or self.tag(name, language)
            other = None if found else self.page(name) or self.story(name, language)
            if found or other:
                return found or other, rest
        return None, ""

    def people_of(self, refs: Iterable[Ref], language: str = "") -> tuple[Signer, ...]:
        """Who is meant by the names under a brief in a language, each once, in order."""
        out: dict[str, Signer] = {}
        for ref in refs:
            person = self.person_of.get(self.person_names.find(ref.text, language or self.language) or "")
            signer = Signer(person.name, person.id) if person else Signer(ref.text, "")
            out.setdefault(signer.id or signer.name, signer)
        return tuple(out.values())

    def entities_of(self, refs: Iterable[Ref], language: str = "") -> tuple[Entity, ...]:
        """The known entities of some references in a text of a language, each once, in order."""
        known = (self.entity(ref.text, language) for ref in refs)
        # By id, since an entity is told apart from others by all that its entry says.
        return tuple({entity.id: entity for entity in known if entity}.values())

    def tags_of(self, brief: Brief) -> tuple[Tag, ...]:
        """The tags of a brief, each once, in order."""
        known = (self.tag(ref.text, brief.language) for ref in brief.tags)
        return tuple({tag.slug: tag for tag in known if tag}.values())


def is_public(brief: Brief, now: datetime) -> bool:
    """The one gate: whether a brief may be published at a moment (UTC)."""
    if brief.draft:
        return False
    early = any(moment is not None and now < moment for moment in (brief.publish_at, brief.embargo_until))
    late = brief.expires_at is not None and now >= brief.expires_at
    return not (early or late)


def _in_utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def why_held(brief: Brief, now: datetime, shown_moment: Callable[[datetime], str] = _in_utc) -> str:
    """Why a brief is not public at a moment, in words for editors; empty where it is. ``told`` writes moments."""
    if brief.draft:
        return "a draft"
    for words, moment in (("embargo until", brief.embargo_until), ("not before", brief.publish_at)):
        if moment and now < moment:
            return f"{words} {shown_moment(moment)}"
    return f"expired on {shown_moment(brief.expires_at)}" if brief.expires_at and has_expired(brief, now) else ""


def has_expired(brief: Brief, now: datetime) -> bool:
    """Whether the time alone in which a brief is public is over: nothing else holds it back."""
    waits = any(moment and now < moment for moment in (brief.embargo_until, brief.publish_at))
    return bool(brief.expires_at and now >= brief.expires_at) and not brief.draft and not waits


def in_order(briefs: Iterable[Brief]) -> tuple[Brief, ...]:
    """Briefs in the one order of all pages, feeds and mails.

    The newest day first; a month comes after its days, a year after its months. On one day the lead comes first, then
    briefs with a weight, the lowest first, then the others by their hours, the latest first; those without an hour
    follow, by headline.
    """
    named = sorted(briefs, key=_headline)
    named.sort(key=_rank, reverse=True)
    return tuple(named)


def with_one(briefs: Iterable[Brief], brief: Brief) -> tuple[Brief, ...]:
    """Briefs that are in order, and one more in its place."""
    ordered = tuple(briefs)
    rank, headline = _rank(brief), _headline(brief)
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        other = _rank(ordered[middle])
        if other > rank or (other == rank and _headline(ordered[middle]) < headline):
            low = middle + 1
        else:
            high = middle
    return (*ordered[:low], brief, *ordered[low:])


def _headline(brief: Brief) -> tuple[str, str]:
    return brief.title.casefold(), brief.slug


def _rank(brief: Brief) -> tuple[int, int, int, bool, float, str]:
    date = brief.date or When(0)
    weight = inf if brief.weight is None else brief.weight
    return (date.year, date.month, date.day, brief.lead, -weight, date.at)


def build_catalog(
    briefs: Iterable[Brief],
    entities: Iterable[Entity],
    tags: Iterable[Tag],
    stories: Iterable[Story] = (),
    files: Iterable[tuple[str, str]] = (),
    sizes: Mapping[str, tuple[int, int]] = MappingProxyType({}),
    language: str = "",
    people: Iterable[Person] = (),
    pages: Iterable[SitePage] = (),
) -> Catalog:
    """Index the facts; the order of the input does not matter. ``files`` are static files and where they are published,
    ``sizes`` are the widths and heights of those that are pictures, ``language`` is that of the site."""
    kept: dict[str, Brief] = {}
    duplicates: list[tuple[Brief, Brief]] = []
    for brief in oldest_first(briefs):
        # Two names that differ only in case are one file on some computers.
        first = kept.setdefault(same_file(brief.slug), brief)
        if first is not brief:
            duplicates.append((brief, first))
    declared_stories = {story.id: story for story in stories}
    other_story = index_stories(kept.values(), declared_stories.values(), language)
    in_stories = (replace(b, story=other_story[b.path]) if b.path in other_story else b for b in kept.values())
    ordered = in_order(in_stories)

    declared = tuple(entities)
    entity_of = _follow_merges(declared)
    live = sorted({e.id: e for e in entity_of.values()}.values(), key=lambda e: (e.name.casefold(), e.id))
    listed, signers = tuple(tags), tuple(people)
    own_pages = sorted(pages, key=_page_rank)
    known_tags = index_tags(listed, ordered, language)
    listed_tags = frozenset(tag.slug for tag in listed)
    languages = {language, *(brief.language for brief in ordered)}
    return Catalog(
        briefs=ordered,
        duplicates=tuple(duplicates),
        entities=tuple(live),
        tags=tuple(sorted(known_tags.tag_of.values(), key=lambda t: (t.label.casefold(), t.slug))),
        guessed_tags=frozenset(known_tags.tag_of) - listed_tags if listed_tags else frozenset(),
        brief_of=MappingProxyType({brief.slug: brief for brief in ordered}),
        entity_of=MappingProxyType(entity_of),
        tag_of=known_tags.tag_of,
        story_of=MappingProxyType(declared_stories),
        story_names=index_names(_names_of_stories(ordered, declared_stories), languages),
        person_of=MappingProxyType({person.id: person for person in signers}),
        person_names=index_names(_names_of_people(signers), languages),
        brief_names=index_briefs(ordered, language),
        entity_names=index_names(_names_of_entities(declared), languages),
        tag_names=known_tags.names,
        pages=MappingProxyType({page.text.slug: page for page in own_pages}),
        page_names=index_names(_names_of_pages(own_pages), languages),
        files=MappingProxyType(dict(files)),
        sizes=MappingProxyType(dict(sizes)),
        copies=MappingProxyType({}),
        language=language,
        held=MappingProxyType({}),
        left_out=MappingProxyType({}),
        written=MappingProxyType({}),
    )


def _names_of_stories(briefs: Iterable[Brief], declared: Mapping[str, Story]) -> Iterator[tuple[str, str]]:
    ids = sorted({brief.story for brief in briefs if brief.story})
    yield from ((story, story) for story in ids)
    yield from ((declared[story].title if story in declared else story_title(story), story) for story in ids)


def _names_of_pages(pages: Iterable[SitePage]) -> Iterator[tuple[str, str]]:
    texts = [page.text for page in pages]
    for names in ("path", "slug", "title"):
        yield from ((getattr(text, names).removesuffix(".md"), text.slug) for text in texts)


def _page_rank(page: SitePage) -> tuple[float, str, str]:
    return (inf if page.order is None else page.order, page.text.title.casefold(), page.text.slug)


def _names_of_people(people: tuple[Person, ...]) -> Iterator[tuple[str, str]]:
    for names in (tuple((p.initials, p.id) for p in people), tuple((p.id, p.id) for p in people)):
        yield from (pair for pair in names if pair[0])
    yield from ((person.name, person.id) for person in people)


def _names_of_entities(declared: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    every = tuple(declared)
    yield from ((entity.id, entity.id) for entity in every)
    for entity in every:
        yield from ((name, entity.id) for name in (entity.name, *entity.aliases, *entity.was))


def _follow_merges(declared: tuple[Entity, ...]) -> dict[str, Entity]:
    """Id to living entity; a chain of merges is followed to its end. The registry has no rings of them."""
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
