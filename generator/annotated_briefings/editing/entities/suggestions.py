"""Entities that briefs name and the registry does not know: found in all briefs, and taken into the registry."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.digest import digest
from annotated_briefings.base.names import address_part, name_key
from annotated_briefings.base.site_files import DECISIONS, ENTITIES
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.patch import Append, Enter, patch_yaml
from annotated_briefings.base.yaml.writer import Data
from annotated_briefings.content.markdown.plaintext import normal
from annotated_briefings.content.model import ENTITY_TYPES, Entity
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities
from annotated_briefings.editing.entities.gathered import Suggestion, gather
from annotated_briefings.editing.entities.spacy_reader import spacy_reader, with_names_of
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.fingerprint import code_fingerprint
from annotated_briefings.engine.parallel import map_ordered
from annotated_briefings.engine.processors import default_jobs
from annotated_briefings.intake.decisions import read_decisions
from annotated_briefings.intake.ner.languages import is_read
from annotated_briefings.intake.ner.names import NameProposal, propose
from annotated_briefings.project.briefs import briefs_of, catalog_of, parse_all
from annotated_briefings.project.load import load_site
from annotated_briefings.storage.files import read_tree, reason
from annotated_briefings.storage.transaction import Edit, apply_edits

TYPES = ENTITY_TYPES
"""What an entity can be, for the command line."""


class Suggestions(Value):
    """Everything suggested, those of most briefs first."""

    found: tuple[Suggestion, ...]
    """The suggestions."""
    diagnostics: tuple[Diagnostic, ...]
    """What prevented it."""


class Accepted(Value):
    """What was taken into the registry."""

    entries: tuple[tuple[str, str], ...]
    """Ids and names."""
    text: str
    """The lines added to the registry."""
    diagnostics: tuple[Diagnostic, ...]
    """What prevented it."""


def registered(root: Path) -> tuple[tuple[Entity, ...], tuple[Diagnostic, ...]]:
    """The registry of a site."""
    return parse_entities(load_site(root).entities)


def suggest(root: Path, model: str = "") -> Suggestions:
    """Names in all briefs, drafts too, that the registry lacks; ``model`` is a spaCy pipeline that recognises more.

    Raises NoModel when that cannot be had.
    """
    loaded = load_site(root)
    entities, _ = parse_entities(loaded.entities)
    reader, version = spacy_reader(model) if model else (None, "")
    code = digest(code_fingerprint(), version, loaded.config.language)
    keys = [digest(code, source) for source in loaded.briefs]
    with Store(root / ".cache") as store:
        known = store.get_many("names", keys)
        missing = [(key, source) for key, source in zip(keys, loaded.briefs, strict=True) if key not in known]
        names = partial(_names, loaded.config.language)
        values = map_ordered(names, [source for _, source in missing], jobs=default_jobs())
        if reader:
            values = [
                with_names_of(own, reader(_text(source))) for own, (_, source) in zip(values, missing, strict=True)
            ]
        fresh = dict(zip((key for key, _ in missing), values, strict=True))
        store.put_many("names", fresh)
    named = [
        (source.path, known.get(key) or fresh.get(key, ())) for key, source in zip(keys, loaded.briefs, strict=True)
    ]
    refused = _refused(root)
    found = gather(named, entities)
    hints = () if reader else _not_read(loaded.config.language, loaded.briefs)
    return Suggestions(tuple(s for s in found if normal(s.name).lower() not in refused), (*loaded.diagnostics, *hints))


def _refused(root: Path) -> frozenset[str]:
    """Names that editors have decided to be no entities, in small letters."""
    files, _ = read_tree(root, (DECISIONS,))
    return frozenset(map(normal, read_decisions(files[0])[0].no_entity)) if files else frozenset()


def _text(source: Source) -> str:
    brief, _ = parse_brief(source)
    return f"{brief.title}.\n{brief.body.text}" if brief else ""


def _names(language: str, source: Source) -> tuple[NameProposal, ...]:
    """Names in a brief; ``language`` is that of briefs which name none."""
    return propose(_text(source), _language(language, source))


def _language(language: str, source: Source) -> str:
    brief, _ = parse_brief(source)
    return (brief.language or language) if brief else ""


def _not_read(language: str, briefs: Iterable[Source]) -> tuple[Diagnostic, ...]:
    """Hints that name the languages in which no names are looked for, each at the first of its briefs."""
    left_out: dict[str, list[str]] = defaultdict(list)
    for source in briefs:
        own = _language(language, source)
        if not is_read(own):
            left_out[own.partition("-")[0].lower()].append(source.path)
    return tuple(
        report(
            "names-not-read",
            f"names are not looked for in `{own}`, the language of {len(paths)} brief{'s'[: len(paths) > 1]}",
            Place(paths[0]),
            help=f"write them into `{ENTITIES}`, or name a spaCy pipeline of that language with `--model`",
        )
        for own, paths in sorted(left_out.items())
    )


def accept(
    root: Path,
    names: Sequence[str],
    *,
    least: int = 0,
    type_: str = "",
    identity: str = "",
    model: str = "",
    dry_run: bool = False,
) -> Accepted:
    """Add suggestions to the registry: those named, and those of at least ``least`` briefs if that is not 0.

    A name that another entity has too is written as ambiguous: it then counts only where a brief lists the entity.
    """
    suggestions = suggest(root, model).found
    entities, _ = registered(root)
    by_name = {name_key(s.name): s for s in suggestions}
    short_for = {name_key(alias): s for s in reversed(suggestions) for alias in s.aliases}
    in_briefs = _named_in_briefs(root)
    chosen: dict[str, Suggestion] = {s.name: s for s in suggestions if least and len(s.briefs) >= least}
    found: list[Diagnostic] = []
    for name in names:
        key = name_key(name)
        suggestion, paths = by_name.get(key), in_briefs.get(key, ())
        if suggestion is None and type_ and (key in short_for or paths):
            # Not the longer name that it is a short form of: with a type given, this very name is meant.
            suggestion = Suggestion(name.strip(), type_, (), paths, "")
        if suggestion is None:
            message, hint = _not_suggested(name, short_for.get(key), bool(paths), suggestions)
            found.append(report("no-suggestion", message, Place(ENTITIES), help=hint))
        else:
            chosen.setdefault(suggestion.name, suggestion)
    ids = {entity.id for entity in entities}
    every = [(s.name, *s.aliases) for s in (*suggestions, *(s for s in chosen.values() if s not in suggestions))]
    shared = Counter(n for names in (*every, *map(_names_of, entities)) for n in {normal(n).lower() for n in names})
    changes: list[Enter | Append] = []
    entries: list[tuple[str, str]] = []
    for suggestion in chosen.values():
        one = replace(suggestion, type=type_ or suggestion.type)
        own = identity if identity and len(chosen) == 1 else _free_id(one.name, ids)
        ids.add(own)
        entries.append((own, one.name))
        entry = _entry(one, shared, {normal(entity.name).lower() for entity in entities})
        changes.append(Enter((own,), entry))
        changes += _guards(entities, entry.get("ambiguous", ()))
    if changes and not dry_run:
        found += _enter(root, changes, {own for own, _ in entries})
    return Accepted(
        tuple(entries), patch_yaml("", [one for one in changes if isinstance(one, Enter)]) or "", tuple(found)
    )


def _named_in_briefs(root: Path) -> dict[str, tuple[str, ...]]:
    """Keys of the names that briefs list as entities or link to and that mean nothing yet, with the files."""
    loaded = load_site(root)
    parsed = parse_all(root, loaded)
    catalog = catalog_of(parsed, loaded)
    out: dict[str, dict[str, None]] = defaultdict(dict)
    for _, brief in briefs_of(parsed):
        links = (*brief.body.wikilinks, *(link for note in brief.annotations for link in note.wikilinks))
        names = [ref.text for ref in (*brief.about, *brief.mentions) if not catalog.entity(ref.text, brief.language)]
        names += [link.target for link in links if catalog.linked(link.target, brief.language)[0] is None]
        for name in names:
            out[name_key(name)][brief.path] = None
    return {key: tuple(paths) for key, paths in out.items()}


def _not_suggested(
    name: str, longer: Suggestion | None, is_listed: bool, suggestions: Sequence[Suggestion]
) -> tuple[str, str]:
    """Why a name is not accepted, and what to do."""
    command = f'`briefings entities accept "{name}" --type TYPE`'
    if longer:
        remedy = f'`briefings entities accept "{longer.name}"` takes both names; if they are two, {command}'
        return f"`{name}` is suggested as a short form of `{longer.name}`", remedy
    if is_listed:
        return f"nothing tells what `{name}` is", f"say it: {command}"
    declares = f'`briefings entities add "{name}" --type TYPE` declares it all the same'
    hint = did_you_mean(name, [s.name for s in suggestions]) or declares
    return f"no brief suggests `{name}`, or the registry has it already", hint


def _free_id(name: str, taken: set[str]) -> str:
    base = address_part(name) or "entity"
    return next(i for i in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if i not in taken)


def _names_of(entity: Entity) -> tuple[str, ...]:
    return () if entity.merged_into else (entity.name, *entity.aliases, *entity.ambiguous)


def _entry(one: Suggestion, shared: Counter[str], names: Collection[str]) -> dict[str, Data]:
    """The entry of a suggestion; ``names`` are those of other entities, which no short form takes."""
    own = [alias for alias in one.aliases if normal(alias).lower() not in names]
    clear = [alias for alias in own if shared[normal(alias).lower()] < 2]
    unclear = [alias for alias in own if alias not in clear]
    entry: dict[str, Data] = {"name": one.name, "type": one.type}
    return entry | {key: names for key, names in (("aliases", clear), ("ambiguous", unclear)) if names}


def _guards(entities: Iterable[Entity], unclear: object) -> Iterator[Append]:
    """The changes by which other entities have unclear names only where a brief lists them."""
    keys = {normal(name).lower() for name in unclear} if isinstance(unclear, list) else set()
    for entity in entities:
        guarded = {normal(name).lower() for name in entity.ambiguous}
        own = [name for name in _names_of(entity) if normal(name).lower() in keys - guarded]
        if own:
            yield Append((entity.id, "ambiguous"), tuple(own))


def _enter(root: Path, changes: Sequence[Enter | Append], ids: set[str]) -> list[Diagnostic]:
    """Add entries to the registry, if the result can be read and has all of them."""
    path = root / ENTITIES
    try:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        after = patch_yaml(before, changes)
        old = {e.id for e in parse_entities(Source(ENTITIES, before))[0]}
        if after is None or {e.id for e in parse_entities(Source(ENTITIES, after))[0]} != old | ids:
            return [
                report(
                    "wrong-type",
                    "nothing can be added to the registry",
                    Place(ENTITIES),
                    help="write each entity as `its-id:` at the start of a line, its fields indented below",
                )
            ]
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "it is not text in UTF-8"
        return [
            report(
                "output",
                f"`{ENTITIES}` cannot be read: {why}",
                Place(ENTITIES),
                help="check the file and its permissions; nothing was changed",
            )
        ]
    return list(apply_edits(root, [Edit(ENTITIES, before, after)], f"accept {', '.join(sorted(ids))}"))
