"""What names of a site mean: lookups by the key of a name, and the tags that briefs make by naming them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from annotated_briefings.base.names import address_part, is_blank, is_turkic, label_key, name_key, one_file, same_file
from annotated_briefings.base.values import Value, field_names
from annotated_briefings.content.model import Brief, Entity, Ref, Story, Tag

DETAILS = frozenset({"description", "same_as", "website", "ticker", "place"})
"""Fields of an entity that are no part of its names."""
_TURKIC = "tr:"
"""Before keys whose case is folded as in Turkish."""


class NameIndex(Value):
    """Names and what they mean."""

    keys: Mapping[str, str]
    """Keys of names, as ``key_of`` makes them, to ids."""
    labels: bool = False
    """Whether hyphens and underscores between words are blanks, as in labels."""

    def find(self, name: str, language: str) -> str | None:
        """The id that a name means in a text of a language; None where nothing has that name."""
        found = self.keys.get(key_of(name, language))
        if found is None and self.labels:
            found = self.keys.get(key_of(name, language, label=True))
        return found

    def only(self, ids: Iterable[str]) -> "NameIndex":
        """The names that mean some ids."""
        kept = frozenset(ids)
        keys = {key: to for key, to in self.keys.items() if to in kept}
        return NameIndex(MappingProxyType(keys), self.labels)


def key_of(name: str, language: str, label: bool = False) -> str:
    """The key of a name in a text of a language."""
    if is_turkic(language):
        return _TURKIC + (label_key(name, "tr") if label else name_key(name, "tr"))
    return label_key(name) if label else name_key(name)


def index_names(pairs: Iterable[tuple[str, str]], languages: Iterable[str], labels: bool = False) -> NameIndex:
    """An index of names and ids, of which the first wins; ``languages`` are those of the texts that name them."""
    known = tuple(pairs)
    out: dict[str, str] = {}
    cases = sorted({"tr" if is_turkic(language) else "" for language in languages} | {""})
    # What is written as it stands comes before what differs in hyphens.
    for label in (False, True) if labels else (False,):
        for language in cases:
            for name, target in known:
                out.setdefault(key_of(name, language, label), target)
    return NameIndex(MappingProxyType(out), labels)


def without_details(entity: Entity) -> tuple[object, ...]:
    """An entity without what only pages tell that show its entry: what its names mean is the same whatever that is."""
    return tuple(getattr(entity, name) for name in field_names(Entity) if name not in DETAILS)


def details_of(entity: Entity) -> tuple[object, ...]:
    """The rest of an entity, but for the place of its entry, which no page shows."""
    return tuple(getattr(entity, name) for name in sorted(DETAILS - {"place"}))


def language_of(brief: Brief, language: str) -> str:
    """The language of a brief on a site of a language."""
    return brief.language or language


def index_briefs(briefs: Sequence[Brief], language: str) -> NameIndex:
    """Slug, title, path and alias of each brief to its slug; ``language`` is that of the site."""
    return index_names(_names_of_briefs(briefs), {language, *(brief.language for brief in briefs)})


def _names_of_briefs(briefs: Sequence[Brief]) -> Iterator[tuple[str, str]]:
    yield from ((brief.slug, brief.slug) for brief in briefs)
    for brief in briefs:
        yield from ((name, brief.slug) for name in (brief.path, brief.path.removesuffix(".md"), brief.title))
    # A name of its own comes before an alias of another brief.
    for brief in briefs:
        yield from ((name, brief.slug) for name in brief.aliases)


class TagIndex(Value):
    """The tags of a site."""

    tag_of: Mapping[str, Tag]
    """Slug to tag; tags that only briefs know are among them."""
    names: NameIndex
    """Slug, label and alias to slug."""


def index_tags(declared: Iterable[Tag], briefs: Sequence[Brief], language: str) -> TagIndex:
    """The tags that a list declares and those that only briefs name, which have the address of their name.

    ``language`` is that of the site. Where several spellings have one address, most briefs decide what the tag is
    called.
    """
    listed = {tag.slug: tag for tag in declared}
    languages = sorted({language, *(brief.language for brief in briefs)})
    own = [(name, tag.slug) for tag in listed.values() for name in (tag.slug, tag.label)]
    own += [(alias, tag.slug) for tag in listed.values() for alias in tag.aliases]
    names = index_names(own, languages, labels=True)
    found: dict[str, list[tuple[Ref, str]]] = defaultdict(list)
    for brief in briefs:
        spoken = language_of(brief, language)
        for ref in brief.tags:
            address = "" if names.find(ref.text, spoken) else tag_address(ref.text, spoken)
            if address:
                found[address].append((ref, spoken))
    slug_of = _slugs(listed, found)
    tags, keys = dict(listed), dict(names.keys)
    guessed: list[Tag] = []
    for address, refs in found.items():
        guessed += _guessed(_commonest([ref for ref, _ in refs]), address, slug_of)
        for ref, spoken in refs:
            for label in (False, True):
                keys.setdefault(key_of(ref.text, spoken, label), slug_of[address])
    # A tag that briefs name itself is called as they call it, not as a narrower one has it.
    for tag in sorted(guessed, key=lambda tag: tag.slug not in map(slug_of.get, found)):
        tags.setdefault(tag.slug, tag)
        for spoken in languages:
            for label in (False, True):
                keys.setdefault(key_of(tag.slug, spoken, label), tag.slug)
    return TagIndex(MappingProxyType(tags), NameIndex(MappingProxyType(keys), labels=True))


def tag_address(name: str, language: str) -> str:
    """The address of a tag that no list declares; ``energy/solar`` has that of its parts."""
    return "/".join(filter(None, (address_part(part, language) for part in name.split("/"))))


def _slugs(listed: Iterable[str], addresses: Iterable[str]) -> dict[str, str]:
    """The addresses of tags and of their wider tags to the slugs of the tags that they belong to."""
    every = {"/".join(parts[:end]) for a in addresses for parts in [a.split("/")] for end in range(1, len(parts) + 1)}
    instead = one_file(every)
    declared = {same_file(slug): slug for slug in listed}
    return {address: declared.get(same_file(address), instead.get(address, address)) for address in every}


def _commonest(refs: Sequence[Ref]) -> Ref:
    """A reference in the commonest spelling; the first of those that are as common."""
    counts = Counter(ref.text for ref in refs)
    return max(refs, key=lambda ref: counts[ref.text])


def _guessed(ref: Ref, address: str, slug_of: Mapping[str, str]) -> Iterator[Tag]:
    """A tag that no list declares, and its wider tags: ``energy/solar`` makes ``energy`` too."""
    labels = [part for part in ref.text.split("/") if not is_blank(part)]
    parts, parent = address.split("/"), ""
    for end, label in enumerate(labels, 1):
        slug = slug_of["/".join(parts[:end])]
        yield Tag(slug, label.strip(" ,;"), (), parent, "", (), ref.place)
        parent = slug


def index_stories(briefs: Iterable[Brief], stories: Iterable[Story], language: str) -> Mapping[str, str]:
    """The path of each brief whose story is another one than its address says, to the id of that story: a declared id
    in another spelling, or one that would be the same file."""
    listed = {story.id: story for story in stories}
    every = tuple(brief for brief in briefs if brief.story_name)
    own = index_names(((story, story) for story in listed), {language, *(b.language for b in every)}, labels=True)
    found: dict[str, str] = {}
    for brief in every:
        spoken = language_of(brief, language)
        name = brief.story_name.text if brief.story_name else ""
        found[brief.path] = own.find(name, spoken) or address_part(name, spoken)
    slug_of = _slugs(listed, found.values())
    return {brief.path: to for brief in every if (to := slug_of[found[brief.path]]) != brief.story}
