"""How briefs, entities and tags hang together: computed once, used by every page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from annotated_briefings.base.names import address_part, is_blank, one_file
from annotated_briefings.base.paths import host_of
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief, Entity, SourceRef, Tag
from annotated_briefings.site.model.backlinks import Backlink, Destinations, links_of
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.mentions import Mention
from annotated_briefings.site.model.naming import key_of

Slugs = tuple[str, ...]


class Connections(Value):
    """All lookups; sequences of briefs are in the catalog's order, newest first."""

    mentions: Mapping[str, tuple[Mention, ...]]
    """Brief to every mention in its text."""
    about: Mapping[str, Slugs]
    """Brief to the entities it is about."""
    named: Mapping[str, Slugs]
    """Brief to all entities in it: about, listed, found in the text or wikilinked."""
    tags: Mapping[str, Slugs]
    """Brief to its tags."""
    briefs_about: Mapping[str, Slugs]
    """Entity to briefs about it."""
    briefs_naming: Mapping[str, Slugs]
    """Entity to all briefs it is in."""
    briefs_tagged: Mapping[str, Slugs]
    """Tag to its briefs, those of narrower tags among them."""
    briefs_in_story: Mapping[str, Slugs]
    """Story to its briefs."""
    briefs_by: Mapping[str, Slugs]
    """Person to the briefs that they wrote."""
    briefs_reviewed: Mapping[str, Slugs]
    """Person to the briefs that they reviewed."""
    briefs_from: Mapping[str, Slugs]
    """Publisher to the briefs that rest on it."""
    publishers: Mapping[str, str]
    """Publisher to its name, as most briefs write it."""
    publisher_at: Mapping[str, str]
    """Addresses of names of publishers that would be the same file as another one, and that one."""
    backlinks: Mapping[str, tuple[Backlink, ...]]
    """Brief to links from others, the first of each brief."""
    translations: Mapping[str, Slugs]
    """Brief to the same text in other languages."""
    leads: Mapping[str, Destinations]
    """Brief to where its links lead."""
    asked: frozenset[str]
    """Keys of the names by which texts may mean briefs: those in links, of originals of translations, and of briefs
    whose questions are answered."""


def connect(catalog: Catalog, mentions: Mapping[str, tuple[Mention, ...]]) -> Connections:
    """Index every connection; ``mentions`` are those of each brief's text."""
    about: dict[str, Slugs] = {}
    named: dict[str, Slugs] = {}
    tags: dict[str, Slugs] = {}
    backlinks: dict[str, list[Backlink]] = defaultdict(list)
    leads: dict[str, Destinations] = {}
    asked: set[str] = set()
    stories: dict[str, list[str]] = defaultdict(list)
    publishers: list[tuple[str, str, str]] = []
    for brief in catalog.briefs:
        about[brief.slug] = tuple(e.id for e in catalog.entities_of(brief.about, brief.language))
        named[brief.slug] = entities_in(catalog, brief, about[brief.slug], mentions.get(brief.slug, ()))
        tags[brief.slug] = tuple(tag.slug for tag in catalog.tags_of(brief))
        if brief.story:
            stories[brief.story].append(brief.slug)
        spoken = brief.language or catalog.language
        names = filter(None, map(publisher_of, brief.sources))
        publishers += [(address_part(name, spoken), name, brief.slug) for name in names]
        links = links_of(catalog, brief)
        leads[brief.slug] = links.leads
        asked.update(_asked(catalog, brief, links.names))
        for target, link in links.others.items():
            backlinks[target].append(link)
    publisher_at = one_file(address for address, _, _ in publishers)
    sources: dict[str, list[str]] = defaultdict(list)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for address, name, slug in publishers:
        sources[publisher_at.get(address, address)].append(slug)
        spellings[publisher_at.get(address, address)][name] += 1
    wider = {tag.slug: _upward(catalog, tag.slug) for tag in catalog.tags}
    return Connections(
        mentions=mentions,
        about=about,
        named=named,
        tags=tags,
        briefs_about=_turned(catalog, about),
        briefs_naming=_turned(catalog, named),
        briefs_tagged=_turned(
            catalog,
            {slug: tuple(dict.fromkeys(t for own in found for t in wider[own])) for slug, found in tags.items()},
        ),
        briefs_in_story={story: tuple(slugs) for story, slugs in stories.items()},
        briefs_by=_signed(catalog, "author"),
        briefs_reviewed=_signed(catalog, "reviewed_by"),
        briefs_from={key: tuple(dict.fromkeys(slugs)) for key, slugs in sources.items()},
        publishers={key: max(sorted(names), key=names.__getitem__) for key, names in spellings.items()},
        publisher_at=publisher_at,
        translations=find_translations(catalog),
        backlinks={slug: tuple(links) for slug, links in backlinks.items()},
        leads=leads,
        asked=frozenset(asked),
    )


def _asked(catalog: Catalog, brief: Brief, linked: Iterable[str]) -> Iterator[str]:
    """The keys of the names by which a text may mean briefs; ``linked`` are those in its links."""
    names = [*linked, *(answer.brief for answer in brief.answers if answer.brief)]
    names += [brief.translation_of.text] if brief.translation_of else []
    for name in names:
        whole = name.strip().removesuffix(".md")
        # A name may follow a path.
        for one in {whole, whole.rpartition("/")[2]}:
            for language in {brief.language or catalog.language, catalog.language}:
                yield key_of(one, language)


def asked_by_pages(catalog: Catalog) -> Iterator[str]:
    """The same for the pages of the site's own."""
    for page in catalog.pages.values():
        yield from _asked(catalog, page.text, links_of(catalog, page.text).names)


def name_of_source(brief: Brief, source: SourceRef) -> str:
    """What names a source: its outlet, its headline or its host; empty for nothing. The headline of the brief itself
    names no source, although an import has taken it from there."""
    own = " ".join(source.title.split()).casefold() == " ".join(brief.title.split()).casefold()
    return source.outlet or ("" if own else source.title) or publisher_of(source)


def publisher_of(source: SourceRef) -> str:
    """The name under which a source's publisher is listed: the outlet, or the host of its address; may be empty."""
    name = source.outlet or host_of(source.url)
    return "" if is_blank(name) else name


def publisher_in(catalog: Catalog, web: Connections, brief: Brief, source: SourceRef) -> str:
    """The publisher of a source of a brief, as in the address of its page; empty where none is named."""
    address = address_part(publisher_of(source), brief.language or catalog.language)
    return web.publisher_at.get(address, address)


def listed(catalog: Catalog, brief: Brief) -> frozenset[str]:
    """The ids of the entities that a brief's front matter lists."""
    return frozenset(entity.id for entity in catalog.entities_of((*brief.about, *brief.mentions), brief.language))


def entities_in(catalog: Catalog, brief: Brief, about: Slugs, mentions: Iterable[Mention]) -> Slugs:
    """The ids of all entities that a brief names: in its front matter, its text and its wikilinks."""
    linked = (catalog.linked(link.target, brief.language)[0] for link in brief.body.wikilinks)
    ids = (
        *about,
        *(e.id for e in catalog.entities_of(brief.mentions, brief.language)),
        *(m.entity for m in mentions),
        *(found.id for found in linked if isinstance(found, Entity)),
    )
    return tuple(dict.fromkeys(ids))


def _upward(catalog: Catalog, slug: str) -> Slugs:
    """A tag and its wider tags; a circle of parents ends where it began."""
    out = [slug]
    tag = catalog.tag_of.get(slug)
    while tag and tag.parent in catalog.tag_of and tag.parent not in out:
        out.append(tag.parent)
        tag = catalog.tag_of[tag.parent]
    return tuple(out)


def _signed(catalog: Catalog, field: str) -> dict[str, Slugs]:
    """People to the briefs that name them in a field."""
    out: dict[str, list[str]] = defaultdict(list)
    for brief in catalog.briefs:
        for signer in catalog.people_of(getattr(brief, field), brief.language):
            if signer.id:
                out[signer.id].append(brief.slug)
    return {person: tuple(slugs) for person, slugs in out.items()}


def _turned(catalog: Catalog, found: Mapping[str, Slugs]) -> dict[str, Slugs]:
    out: dict[str, list[str]] = defaultdict(list)
    for brief in catalog.briefs:
        for key in found[brief.slug]:
            out[key].append(brief.slug)
    return {key: tuple(slugs) for key, slugs in out.items()}


def linked_by_pages(catalog: Catalog) -> Iterator[Entity | Tag]:
    """The entities and tags to which pages of the site's own link."""
    for page in catalog.pages.values():
        for link in page.text.body.wikilinks:
            found, _ = catalog.linked(link.target, page.text.language)
            if isinstance(found, Entity | Tag):
                yield found


def original_of(catalog: Catalog, brief: Brief) -> Brief | None:
    """The brief that one says it is a translation of: another one, in another language."""
    found = catalog.brief(brief.translation_of.text, brief.language) if brief.translation_of else None
    return found if found and found is not brief and _spoken(catalog, found) != _spoken(catalog, brief) else None


def find_translations(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Brief to the same text in other languages, by language; each of these names it too.

    Of several in one language none counts: programs could not tell which of them is meant.
    """
    group: dict[str, list[Brief]] = {}
    for brief in reversed(catalog.briefs):
        if original := original_of(catalog, brief):
            own = group.get(brief.slug) or [brief]
            other = group.get(original.slug) or [original]
            whole = own if own is other else [*other, *own]
            group |= dict.fromkeys((one.slug for one in whole), whole)
    out: dict[str, tuple[str, ...]] = {}
    for slug, whole in group.items():
        count = Counter(_spoken(catalog, one) for one in whole)
        single = sorted((_spoken(catalog, one), one.slug) for one in whole if count[_spoken(catalog, one)] == 1)
        if any(name == slug for _, name in single) and len(single) > 1:
            out[slug] = tuple(name for _, name in single if name != slug)
    return dict(sorted(out.items()))


def _spoken(catalog: Catalog, brief: Brief) -> str:
    return (brief.language or catalog.language).casefold()
