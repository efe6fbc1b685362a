"""Names that the registry lacks, and the entries that it has: edited, given another type or other names, merged."""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.names import name_key
from annotated_briefings.base.site_files import ENTITIES
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.patch import Append, Change, Remove, Set, patch_yaml
from annotated_briefings.content.model import ENTITY_TYPES, Entity
from annotated_briefings.editing.declare import declare_entity
from annotated_briefings.editing.entity_suggestions import accept
from annotated_briefings.editing.rename_entities import merge_entities, rename_entity
from annotated_briefings.importer.deciding.decide import decide
from annotated_briefings.preview.editor.opened import PageQuestion
from annotated_briefings.preview.review.known import KnownSite, ListRow
from annotated_briefings.storage.edit_file import patch_file

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


def accept_name(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Take a name into the registry, as it was found or as the editor has corrected it."""
    name, wanted, type_ = (str(asked.get(key, "")).strip() for key in ("name", "as", "type"))
    aliases = _texts(asked.get("aliases"))
    if type_ not in ENTITY_TYPES:
        return (_refused(f"`{type_}` is no type of an entity", "choose one of the list"),)
    found = next((one for one in site.names if one.name == name), None)
    if found and wanted in ("", name) and tuple(aliases) == found.aliases:
        return accept(site.root, [name], type_=type_).diagnostics
    return declare_entity(site.root, wanted or name, type_, aliases=aliases).diagnostics


def merge_name(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Make a name another name of an entity that the registry has."""
    name = str(asked.get("name", "")).strip()
    entity = _entity(site, asked)
    if entity is None or not name:
        return (_refused(f"no entity has the id `{asked.get('entity', '')}`", "choose one of the list"),)
    if name not in (entity.name, *entity.aliases):
        change = Append((entity.id, "aliases"), (name,))
        patch_file(site.root, ENTITIES, lambda text: patch_yaml(text, [change]))
    return ()


def reject_name(site: KnownSite, asked: PageQuestion) -> _Problems:
    """The name is no entity: it is never suggested again."""
    return decide(site.root, [{"no_entity": str(asked.get("name", ""))}])


def edit_entity(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Change the name, the type and the other names of an entry."""
    entity = _entity(site, asked)
    if entity is None:
        return (_refused(f"no entity has the id `{asked.get('entity', '')}`", "load the page again"),)
    name, type_ = str(asked.get("as", "")).strip(), str(asked.get("type", ""))
    aliases = _texts(asked.get("aliases"))
    taken = _taken(site, entity, [name, *aliases])
    if taken:
        return (taken,)
    renames = name not in ("", entity.name)
    if renames and (found := rename_entity(site.root, entity.id, name, dry_run=True).diagnostics):
        return found
    changes = [*_of_aliases(entity, aliases)]
    if type_ in ENTITY_TYPES and type_ != entity.type:
        changes.append(Set((entity.id, "type"), type_, ("name",)))
    if changes:
        patch_file(site.root, ENTITIES, lambda text: patch_yaml(text, changes))
    if renames:
        return rename_entity(site.root, entity.id, name).diagnostics
    return ()


def merge_entry(site: KnownSite, asked: PageQuestion) -> _Problems:
    """Make one entity of two: the first goes, its names and its page lead to the other."""
    return merge_entities(site.root, str(asked.get("entity", "")), str(asked.get("into", ""))).diagnostics


def name_files(site: KnownSite, asked: PageQuestion) -> tuple[str, ...]:
    """The files that a change of the registry may change: every brief may name the entity."""
    renames = asked.get("do") in ("edit-entity", "merge-entity")
    return (ENTITIES, *(site.derived.parsed if renames else ()))


def _of_aliases(entity: Entity, wanted: Sequence[str]) -> Iterator[Change]:
    gone = [number for number, alias in enumerate(entity.aliases) if alias not in wanted]
    yield from (Remove((entity.id, "aliases", number)) for number in reversed(gone))
    if new := tuple(alias for alias in wanted if alias not in entity.aliases):
        yield Append((entity.id, "aliases"), new)


def _taken(site: KnownSite, entity: Entity, names: Sequence[str]) -> Diagnostic | None:
    """The first name that is another entity's."""
    for other in site.derived.registry.entities:
        keys = {name_key(one) for one in (other.name, *other.aliases)}
        for name in names:
            if other.id != entity.id and not other.merged_into and name and name_key(name) in keys:
                return _refused(f"`{name}` already names `{other.id}`", "merge the two, or take another name")
    return None


def _entity(site: KnownSite, asked: PageQuestion) -> Entity | None:
    wanted = asked.get("entity")
    return next((one for one in site.derived.registry.entities if one.id == wanted and not one.merged_into), None)


def _texts(value: object) -> list[str]:
    found = (str(one).strip() for one in value) if isinstance(value, list) else ()
    return list(dict.fromkeys(filter(None, found)))


def _refused(message: str, remedy: str) -> Diagnostic:
    return report("refused-change", message, Place(ENTITIES), help=f"{remedy}; nothing was changed")
