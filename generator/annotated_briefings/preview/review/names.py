"""Names that the registry lacks, the entries that it has, and tags: edited, renamed, merged."""

from collections import Counter
from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.names import name_key
from annotated_briefings.base.site_files import ENTITIES, TAGS
from annotated_briefings.base.source import Place
from annotated_briefings.content.model import ENTITY_TYPES, Entity
from annotated_briefings.editing.declare import declare_entity
from annotated_briefings.editing.entities.gathered import Suggestion
from annotated_briefings.editing.entities.renaming import change_entity, merge_entities
from annotated_briefings.editing.entities.suggestions import accept
from annotated_briefings.editing.rename_tags import merge_tags, rename_tag
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.preview.editor.opened import PageQuestion
from annotated_briefings.preview.review.known import KnownSite, ListRow

_Problems = tuple[Diagnostic, ...]


def name_rows(site: KnownSite) -> Iterator[ListRow]:
    """Names that briefs have and the registry lacks, those of most briefs first."""
    entities = site.derived.registry.entities
    known = {name_key(name) for one in entities for name in (one.name, *one.aliases, *one.was, *one.ambiguous)}
    refused = site.asked.decisions.no_entity
    for one in site.names:
        # What the last search found may have been settled since.
        if name_key(one.name) in known or one.name.lower() in refused:
            continue
        yield {
            "key": one.name,
            "title": one.name,
            "type": one.type,
            "aliases": list(one.aliases),
            "briefs": [site.head(site.briefs[path]) for path in one.briefs[:5] if path in site.briefs],
            "count": len(one.briefs),
            "sentence": one.sentence,
        }


def entity_rows(site: KnownSite) -> Iterator[ListRow]:
    """The entries of the registry."""
    counts = {one: len(briefs) for one, briefs in site.derived.context.web.briefs_naming.items()}
    for one in site.derived.registry.entities:
        if not one.merged_into:
            yield {
                "key": one.id,
                "id": one.id,
                "title": one.name,
                "type": one.type,
                "aliases": list(one.aliases),
                "was": list(one.was),
                "ambiguous": list(one.ambiguous),
                "description": one.description,
                "count": counts.get(one.id, 0),
                "editor": site.editor(one.place),
            }


def tag_rows(site: KnownSite) -> Iterator[ListRow]:
    """All tags, drafts' too, those of most briefs first."""
    catalog = site.derived.declared
    counts = Counter(tag.slug for brief in site.briefs.values() for tag in catalog.tags_of(brief))
    for one in sorted(catalog.tags, key=lambda tag: (-counts[tag.slug], tag.slug)):
        yield {
            "key": one.slug,
            "id": one.slug,
            "title": one.label,
            "type": "tag",
            "aliases": list(one.aliases),
            "count": counts[one.slug],
            "editor": site.editor(one.place),
        }


def accept_name(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Take a name into the registry, as it was found or as the editor has corrected it."""
    name, wanted, type_ = (str(asked.get(key, "")).strip() for key in ("name", "as", "type"))
    aliases = _texts(asked.get("aliases"))
    if type_ not in ENTITY_TYPES:
        return (_refused(f"`{type_}` is no type of an entity", "choose one of the list"),)
    found = _suggested(site, name)
    if found and wanted in ("", name) and tuple(aliases) == found.aliases:
        return accept(site.root, [name], type_=type_).diagnostics
    return declare_entity(site.root, wanted or name, type_, aliases=aliases).diagnostics


def merge_name(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Make a name another name of an entity: one that the registry has, or one that it gets by this."""
    name, other = str(asked.get("name", "")).strip(), _suggested(site, str(asked.get("with", "")))
    if other and name and other.name != name:
        own = _suggested(site, name)
        aliases = dict.fromkeys((*other.aliases, name, *(own.aliases if own else ())))
        aliases.pop(other.name, None)
        return declare_entity(site.root, other.name, other.type, aliases=aliases).diagnostics
    entity = _entity(site, asked)
    if entity is None or not name:
        return (_refused(f"no entity has the id `{asked.get('entity', '')}`", "choose one of the list"),)
    return change_entity(site.root, entity.id, aliases=list(dict.fromkeys((*entity.aliases, name)))).diagnostics


def reject_name(site: KnownSite, asked: PageQuestion) -> _Problems:
    """The name is no entity: it is never suggested again."""
    return decide(site.root, [{"no_entity": str(asked.get("name", ""))}])


def edit_entity(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Change the name, the type and the other names of an entry."""
    entity = _entity(site, asked)
    if entity is None:
        return (_refused(f"no entity has the id `{asked.get('entity', '')}`", "load the page again"),)
    name, type_ = str(asked.get("as", "")).strip(), str(asked.get("type", ""))
    wanted = type_ if type_ in ENTITY_TYPES else ""
    aliases = _texts(asked.get("aliases"))
    return change_entity(site.root, entity.id, name=name, type_=wanted, aliases=aliases).diagnostics


def merge_entry(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Make one entity of two: the first goes, its names and its page lead to the other."""
    return merge_entities(site.root, str(asked.get("entity", "")), str(asked.get("into", ""))).diagnostics


def merge_tag(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Make one tag of two: the first goes, its names and its page lead to the other."""
    return merge_tags(site.root, str(asked.get("tag", "")), str(asked.get("into", ""))).diagnostics


def name_tag(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Give a tag another name."""
    return rename_tag(site.root, str(asked.get("tag", "")), str(asked.get("as", "")).strip()).diagnostics


def tag_files(site: KnownSite, _: PageQuestion) -> tuple[str, ...]:
    """The files that a change of a tag may change: every brief may have it."""
    return (TAGS, *site.derived.parsed)


def name_files(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    """The files that a change of the registry may change: every brief may name the entity."""
    renames = asked.get("do") in ("edit-entity", "merge-entity")
    return (ENTITIES, *(site.derived.parsed if renames else ()))


def entity_names(site: KnownSite) -> dict[str, str]:
    """The names of the entries of the registry, by id."""
    return {one.id: one.name for one in site.derived.registry.entities}


def _suggested(site: KnownSite, name: str) -> Suggestion | None:
    return next((one for one in site.names if one.name == name), None)


def _entity(site: KnownSite, asked: PageQuestion) -> Entity | None:
    wanted = asked.get("entity")
    return next((one for one in site.derived.registry.entities if one.id == wanted and not one.merged_into), None)


def _texts(value: object) -> list[str]:
    found = (str(one).strip() for one in value) if isinstance(value, list) else ()
    return list(dict.fromkeys(filter(None, found)))


def _refused(message: str, remedy: str) -> Diagnostic:
    return report("refused-change", message, Place(ENTITIES), help=f"{remedy}; nothing was changed")
