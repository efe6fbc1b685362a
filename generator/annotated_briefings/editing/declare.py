"""Entries of the registries, declared by name: an entity, a tag, a story or a person."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from annotated_briefings.base.diagnostics import did_you_mean, report
from annotated_briefings.base.names import address_part, label_key, name_key
from annotated_briefings.base.paths import is_slug, slugify
from annotated_briefings.base.site_files import ENTITIES, PEOPLE, STORIES, TAGS
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Enter, patch_yaml
from annotated_briefings.base.yaml.writer import Data
from annotated_briefings.content.model import Story
from annotated_briefings.content.registry import Person, parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.editing.registry_change import Renamed, newly_shared
from annotated_briefings.editing.tags import entries_of_tag, tag_uses
from annotated_briefings.project.load import load_site
from annotated_briefings.site.model.naming import tag_address
from annotated_briefings.storage.edit_file import cannot_patch
from annotated_briefings.storage.transaction import Edit, apply_edits


class _NamedList(Value):
    path: str
    text: str
    known: tuple[tuple[str, tuple[str, ...]], ...]
    """Ids and the names of each."""
    key: Callable[[str], str]
    address: Callable[[str], str] = address_part


def declare_entity(
    root: Path, name: str, type_: str, *, aliases: Iterable[str] = (), identity: str = "", dry_run: bool = False
) -> Renamed:
    """Add an entity of a type to the registry, by exactly this name."""
    file = load_site(root).entities
    entities, _ = parse_entities(file)
    known = tuple((e.id, (e.id, e.name, *e.aliases, *e.was)) for e in entities)
    entry: dict[str, Any] = {"name": name, "type": type_}
    if also := list(aliases):
        entry["aliases"] = also
    return _declare(root, _NamedList(ENTITIES, file.text, known, name_key), name, identity, entry, dry_run)


def is_declared(root: Path, name: str) -> bool:
    """Whether the registry knows an entity by a name."""
    entities = parse_entities(load_site(root).entities)[0]
    return name_key(name) in {name_key(n) for e in entities for n in (e.id, e.name, *e.aliases, *e.was)}


def declare_tag(root: Path, label: str, *, parent: str = "", identity: str = "", dry_run: bool = False) -> Renamed:
    """Add a tag to the list, below a wider one of the list where its slug is given."""
    loaded = load_site(root)
    file, language = loaded.tags, loaded.config.language
    tags, _ = parse_tags(file)
    known = tuple((t.slug, (t.slug, t.label, *t.aliases)) for t in tags)
    if parent and parent not in dict(known):
        remedy = did_you_mean(parent, list(dict(known))) or "declare the wider tag first"
        return _refused(_NamedList(TAGS, file.text, known, label_key), f"no tag has the slug `{parent}`", remedy)
    names = _NamedList(TAGS, file.text, known, label_key, lambda label: tag_address(label, language))
    if "/" not in tag_address(label, language):
        entry = {"label": label, **({"parent": parent} if parent else {})}
        return _declare(root, names, label, identity, entry, dry_run)
    if parent:
        remedy = "leave `--parent` out"
        return _refused(names, f"`{label}` names its wider tag itself", remedy)
    own = {label_key(name): slug for slug, every in reversed(known) for name in every}
    used = {use.slug: use.label for use in tag_uses(root) if not use.declared}
    *above, last = entries_of_tag(label, own, language, others=used, identity=identity)
    return _declare(root, names, label, identity, last.value, dry_run, above)


def declare_story(root: Path, title: str, *, identity: str = "", dry_run: bool = False) -> Renamed:
    """Add a story to the list."""
    file = load_site(root).stories
    known = tuple((s.id, (s.id, s.title)) for s in declared_stories(root))
    return _declare(root, _NamedList(STORIES, file.text, known, label_key), title, identity, {"title": title}, dry_run)


def named_story(root: Path, typed: str, title: str = "", *, dry_run: bool = False) -> str:
    """The id of a story that somebody names as people do; what is typed is the title of one that the list lacks, with
    its capitals, unless it is an id already and no ``title`` is given."""
    key = label_key(typed)
    same = next((s.id for s in declared_stories(root) if key in (label_key(s.id), label_key(s.title))), "")
    if same or not (title or not is_slug(typed)) or not key:
        return same or typed
    identity = typed if is_slug(typed) else address_part(typed)
    if not dry_run:
        declare_story(root, title or typed, identity=identity)
    return identity


def declared_stories(root: Path) -> tuple[Story, ...]:
    """The stories of the list, in its order."""
    return parse_stories(load_site(root).stories)[0]


def declare_person(
    root: Path, name: str, *, initials: str = "", role: str = "", identity: str = "", dry_run: bool = False
) -> Renamed:
    """Add somebody to the list of people."""
    file = load_site(root).people
    people = declared_people(root)
    known = tuple((p.id, tuple(filter(None, (p.id, p.name, p.initials)))) for p in people)
    names = _NamedList(PEOPLE, file.text, known, name_key)
    taken = next((p for p in people if initials and name_key(initials) in map(name_key, (p.initials, p.id))), None)
    if taken:
        return _refused(names, f"the initials `{initials}` are those of {taken.name}", "choose other ones")
    entry = {"name": name, "initials": initials, "role": role}
    return _declare(root, names, name, identity, {k: v for k, v in entry.items() if v}, dry_run)


def declared_people(root: Path) -> tuple[Person, ...]:
    """The people of the list, in its order."""
    return parse_people(load_site(root).people)[0]


def _declare(
    root: Path,
    registry: _NamedList,
    name: str,
    identity: str,
    entry: Data,
    dry_run: bool,
    above: Sequence[Enter] = (),
) -> Renamed:
    taken = {own for own, _ in registry.known}
    key = registry.key(name)
    same = next((own for own, names in registry.known if key in map(registry.key, names)), "")
    if not key:
        return _refused(registry, f"`{name}` holds no letter or digit", "give it a name that can be seen")
    if same:
        remedy = "nothing was changed; for another thing of this name, give it a name of its own"
        return _refused(registry, f"`{name}` is declared already, as `{same}`", remedy)
    if identity and not is_slug(identity):
        remedy = f"write it as `{slugify(identity) or address_part(name)}`"
        return _refused(registry, f"`{identity}` cannot be used in an address", remedy)
    if identity in taken:
        return _refused(registry, f"the id `{identity}` is taken", "choose another one with `--id`")
    base = identity or registry.address(name)
    own = next(i for i in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if i not in taken)
    after = patch_yaml(registry.text, [*above, Enter((own,), entry)])
    if after is None:
        return Renamed("", (), (cannot_patch(registry.path),))
    edit = Edit(registry.path, registry.text, after)
    if (shared := newly_shared(edit)) is not None:
        return Renamed("", (), (shared,))
    what = f"declare {', '.join(f'`{slug}`' for slug in (*(entry.path[0] for entry in above), own))}"
    return Renamed(what, (edit,), () if dry_run else apply_edits(root, [edit], what))


def _refused(registry: _NamedList, message: str, remedy: str) -> Renamed:
    return Renamed("", (), (report("refused-change", message, Place(registry.path), help=remedy),))
