"""``briefings entities``: the entity registry."""

import argparse
from collections.abc import Iterator

from annotated_briefings.base.values import as_data
from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import Usage, add_dry_run, add_json, site_folder
from annotated_briefings.cli.registry_changes import add_changes, changed
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.declare import declare_entity, is_declared
from annotated_briefings.editing.entities.gathered import Suggestion
from annotated_briefings.editing.entities.renaming import merge_entities, rename_entity
from annotated_briefings.editing.entities.spacy_reader import NoModel
from annotated_briefings.editing.entities.suggestions import TYPES, accept, registered, suggest
from annotated_briefings.intake.ner.types import has_legal_form

_WIDTH = 100


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``entities``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list the entities of the registry")
    add_json(known)
    known.set_defaults(run=list_entities)
    new = inner.add_parser("suggest", help="list names in the briefs that the registry lacks")
    take = inner.add_parser("accept", help="add suggestions to the registry")
    new.add_argument("--least", type=int, default=1, metavar="N", help="only names that at least N briefs have")
    for command in (new, take):
        command.add_argument("--model", default="", help="an installed spaCy pipeline to use as another recogniser")
    add_json(new)
    new.set_defaults(run=suggest_entities)
    take.add_argument("names", nargs="*", metavar="NAME", help="names that `suggest` lists")
    take.add_argument("--least", type=int, default=0, metavar="N", help="all names that at least N briefs have")
    take.add_argument("--type", choices=TYPES, default="", help="its type, if the suggested one is wrong")
    take.add_argument("--id", default="", help="its permanent id (default: made from the name)")
    add_dry_run(take, "the lines")
    take.set_defaults(run=accept_entities, writes=True)
    own = inner.add_parser("add", help="declare an entity by name")
    own.add_argument("name", metavar="NAME")
    own.add_argument("--type", choices=TYPES, default="", help="what it is (default: what the briefs tell)")
    own.add_argument("--alias", action="append", default=[], metavar="NAME", help="another name; may be repeated")
    own.add_argument("--id", default="", help="its permanent id (default: made from the name)")
    add_dry_run(own, "every changed line")
    own.set_defaults(run=add_entity, writes=True)
    add_changes(inner, "entity", merge_entities, rename_entity)


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
        raise Usage("`--id` needs exactly one name")
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
