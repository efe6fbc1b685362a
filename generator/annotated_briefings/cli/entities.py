"""The commands about the entity registry."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_briefings.base.diagnostics import Severity, show
from annotated_briefings.base.values import as_data
from annotated_briefings.cli.frame import site_folder
from annotated_briefings.cli.registry import add_entity_changes
from annotated_briefings.editing.entity_suggestions import TYPES, Accepted, Suggestion, accept, registered, suggest
from annotated_briefings.editing.spacy_reader import NoModel

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_WIDTH = 100


def add_entities(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``entities`` with its own commands."""
    parser = commands.add_parser("entities", help="list, suggest, accept, merge and rename entities")
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="what the registry holds")
    known.add_argument("--json", action="store_true", help="print the result as JSON")
    known.set_defaults(run=lambda options: _list(site_folder(options), options))
    new = inner.add_parser("suggest", help="names in the briefs that the registry does not know")
    take = inner.add_parser("accept", help="take suggestions into the registry")
    new.add_argument("--least", type=int, default=1, metavar="N", help="only those that N briefs name (default: 1)")
    for command in (new, take):
        command.add_argument("--model", default="", help="a spaCy pipeline to read along, if one is installed")
    new.add_argument("--json", action="store_true", help="print the result as JSON")
    new.set_defaults(run=lambda options: _guarded(_suggest, site_folder(options), options))
    take.add_argument("names", nargs="*", metavar="NAME")
    take.add_argument("--least", type=int, default=0, metavar="N", help="all that at least N briefs name")
    take.add_argument("--type", choices=TYPES, default="", help="what it is, if the suggestion is wrong")
    take.add_argument("--id", default="", help="its permanent id (default: made from the name)")
    take.add_argument("--dry-run", action="store_true", help="show the lines and write nothing")
    take.set_defaults(run=lambda options: _guarded(_accept, site_folder(options), options), writes=True)
    add_entity_changes(inner)


def _guarded(run: Callable[[Path, argparse.Namespace], int], root: Path, options: argparse.Namespace) -> int:
    try:
        return run(root, options)
    except NoModel as error:
        print(f"briefings: {error}", file=sys.stderr)
        return 2


def _list(root: Path, options: argparse.Namespace) -> int:
    entities, found = registered(root)
    for diagnostic in found:
        print(show(diagnostic), file=sys.stderr)
    if options.json:
        rows = [{"id": e.id, "name": e.name, "type": e.type, "aliases": list(e.aliases)} for e in entities]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        width = max((len(e.id) for e in entities), default=0)
        for e in entities:
            print(f"{e.id:{width}}  {e.type:12}  {', '.join((e.name, *e.aliases))}")
        print(f"{len(entities)} {'entity' if len(entities) == 1 else 'entities'}")
    return int(any(d.severity is Severity.ERROR for d in found))


def _suggest(root: Path, options: argparse.Namespace) -> int:
    result = suggest(root, options.model)
    for diagnostic in result.diagnostics:
        print(show(diagnostic), file=sys.stderr)
    chosen = [s for s in result.found if len(s.briefs) >= options.least]
    if options.json:
        print(json.dumps([as_data(s) for s in chosen], ensure_ascii=False, indent=1))
    elif chosen:
        print("\n".join(map(_told, chosen)))
        print(f"\n{len(chosen)} suggested; take them with `briefings entities accept NAME...` or `accept --least 2`")
    else:
        print("the registry knows every name that was found")
    return int(any(d.severity is Severity.ERROR for d in result.diagnostics))


def _told(one: Suggestion) -> str:
    count = f"{len(one.briefs)} brief{'' if len(one.briefs) == 1 else 's'}"
    also = f", also {', '.join(one.aliases)}" if one.aliases else ""
    sentence = one.sentence if len(one.sentence) <= _WIDTH else one.sentence[:_WIDTH].rpartition(" ")[0] + "…"
    return f"{one.name} ({one.type}, {count}{also})\n    {sentence}"


def _accept(root: Path, options: argparse.Namespace) -> int:
    if not options.names and not options.least:
        print("briefings: name what to accept, or say `--least N` for all that N briefs name", file=sys.stderr)
        return 2
    if options.id and len(options.names) != 1:
        print("briefings: `--id` goes with one name", file=sys.stderr)
        return 2
    done: Accepted = accept(
        root,
        options.names,
        least=options.least,
        type_=options.type,
        identity=options.id,
        model=options.model,
        dry_run=options.dry_run,
    )
    for diagnostic in done.diagnostics:
        print(show(diagnostic), file=sys.stderr)
    if options.dry_run:
        print(done.text, end="")
    elif not done.diagnostics or done.entries:
        for identity, name in done.entries:
            print(f"{identity}  {name}")
    failed = any(d.severity is Severity.ERROR for d in done.diagnostics)
    return int(failed)
