"""``briefings entities``: the entity registry."""

import argparse
from collections.abc import Iterator

from annotated_briefings.base.values import as_data
from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import Usage, site_folder
from annotated_briefings.cli.registry_changes import carried_out, changed, taken_back
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.declare import declare_entity, is_declared
from annotated_briefings.editing.entities.gathered import Suggestion
from annotated_briefings.editing.entities.renaming import merge_entities, rename_entity
from annotated_briefings.editing.entities.spacy_reader import NoModel
from annotated_briefings.editing.entities.suggestions import TYPES, accept, registered, suggest
from annotated_briefings.intake.ner.types import has_legal_form

_WIDTH = 100


def list_entities(options: argparse.Namespace) -> Result:
    """List the registry."""
    entities, found = registered(site_folder(options))
    if options.json:
        rows = [{"id": e.id, "name": e.name, "type": e.type, "aliases": list(e.aliases)} for e in entities]
        return Result(document=as_indented(rows), diagnostics=found)
    width = max((len(e.id) for e in entities), default=0)
    lines = [f"{e.id:{width}}  {e.type:12}  {', '.join((e.name, *e.aliases))}" for e in entities]
    return Result([*lines, counted(len(entities), "entity", "entities")], diagnostics=found)


def suggest_entities(options: argparse.Namespace) -> Result:
    """List names that the registry lacks."""
    try:
        result = suggest(site_folder(options), options.model)
    except NoModel as error:
        raise Usage(*error.args) from None
    chosen = [s for s in result.found if len(s.briefs) >= options.least]
    if options.json:
        return Result(document=as_indented([as_data(s) for s in chosen]), diagnostics=result.diagnostics)
    lines = [line for one in chosen for line in _suggested(one)]
    last = f"{len(chosen)} suggested; accept them with `briefings entities accept NAME...` or `accept --least 2`"
    ending = ["", last] if chosen else ["the registry has every name that was found"]
    return Result([*lines, *ending], diagnostics=result.diagnostics)


def _suggested(one: Suggestion) -> Iterator[str]:
    also = f", also {', '.join(one.aliases)}" if one.aliases else ""
    sentence = one.sentence if len(one.sentence) <= _WIDTH else one.sentence[:_WIDTH].rpartition(" ")[0] + "…"
    yield f"{one.name} ({one.type}, {counted(len(one.briefs), 'brief')}{also})"
    yield f"    {sentence}"


def accept_entities(options: argparse.Namespace) -> Result:
    """Add suggestions to the registry."""
    if not options.names and not options.least:
        raise Usage("no name was given", "name what to accept, or use `--least N` for all names that N briefs have")
    if options.id and len(options.names) != 1:
        raise Usage("`--id` needs exactly one name", "accept the others with a call of their own")
    try:
        done = accept(
            site_folder(options),
            options.names,
            least=options.least,
            type_=options.type,
            identity=options.id,
            model=options.model,
            dry_run=options.dry_run,
        )
    except NoModel as error:
        raise Usage(*error.args) from None
    if options.dry_run:
        return Result(document=done.text, diagnostics=done.diagnostics)
    return Result([f"{identity}  {name}" for identity, name in done.entries], diagnostics=done.diagnostics)


def add_entity(options: argparse.Namespace) -> Result:
    """Declare an entity, whether or not a brief names it."""
    root, name = site_folder(options), options.name
    type_, why = options.type, ""
    if not type_ and has_legal_form(name):
        type_, why = "company", "its name ends in a legal form"
    elif not type_:
        type_, why = next((s.type for s in suggest(root).found if s.name == name), ""), "as the briefs have it"
    if not type_ and not is_declared(root, name):
        raise Usage(f"nothing tells what `{name}` is", f"say it with `--type`: one of {', '.join(TYPES)}")
    done = declare_entity(root, name, type_, aliases=options.alias, identity=options.id, dry_run=options.dry_run)
    result = changed(done, options.dry_run)
    if done.diagnostics or not why:
        return result
    return Result([*result.lines, f"its type is `{type_}`: {why}; `--type` says otherwise"])


def merge(options: argparse.Namespace) -> Result:
    """Merge one entity into another."""
    return carried_out(merge_entities, options)


def rename(options: argparse.Namespace) -> Result:
    """Rename an entity."""
    return carried_out(rename_entity, options)


def undo(options: argparse.Namespace) -> Result:
    """Take back the last change of a registry."""
    return taken_back(site_folder(options))
