"""The commands about notes: their state, bringing them back to their words, and taking them to other tools and back."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from annotated_briefings.base.diagnostics import Diagnostic, Severity, show
from annotated_briefings.cli.frame import moment, site_folder, web_address
from annotated_briefings.cli.import_output import counted
from annotated_briefings.editing.annotation_exchange import NotesImported, export_notes, import_notes
from annotated_briefings.editing.reanchor import NoteState, Proposal, all_notes, reanchor, word_difference
from annotated_briefings.intake.foreign_notes import Unreadable
from annotated_briefings.storage.files import reason, write_text_atomic

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_WIDTH = 96
_STATES = ("anchored", "changed", "ambiguous", "orphan")


def add_annotations(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``annotations`` with its own commands."""
    parser = commands.add_parser("annotations", help="list notes, bring them back to their words, import, export")
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)

    known = inner.add_parser("list", help="every note and whether its passage was found")
    known.add_argument("--state", choices=_STATES, help="only notes in this state")
    known.add_argument("--json", action="store_true", help="print the result as JSON")
    known.set_defaults(run=lambda options: _list(site_folder(options), options))

    back = inner.add_parser("reanchor", help="show how quotes of notes have changed, and write them anew")
    back.add_argument("names", nargs="*", metavar="NOTE", help="ids of notes, or briefs (default: all)")
    back.add_argument("--write", action="store_true", help="write the new quotes into the briefs")
    back.add_argument(
        "--pin", action="store_true", help="store the words around firm notes too, so that they can follow a rewording"
    )
    back.add_argument("--quote", default="", metavar="WORDS", help="the words of the text that the note named is on")
    back.add_argument("--place", type=int, default=0, metavar="N", help="which of several places it is on, from 1")
    back.set_defaults(run=lambda options: _reanchor(site_folder(options), options), writes=True)

    out = inner.add_parser("export", help="notes as W3C Web Annotations (JSON-LD)")
    out.add_argument("names", nargs="*", metavar="BRIEF", help="briefs (default: all)")
    out.add_argument("--output", type=Path, metavar="FILE", help="a file instead of standard output")
    out.add_argument("--drafts", action="store_true", help="with unpublished briefs and notes")
    out.add_argument("--now", metavar="TIME", help="the time embargoes go by (default: the clock)")
    out.add_argument("--base-url", default="", metavar="URL", help="instead of the one in site.yaml")
    out.set_defaults(run=lambda options: _export(site_folder(options), moment(options), options))

    take = inner.add_parser("import", help="notes from Hypothesis or in W3C JSON-LD, onto the briefs")
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--brief", default="", help="the brief that all of them are on")
    take.add_argument("--draft", action="store_true", help="as draft notes, to be read first")
    take.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    take.add_argument("--json", action="store_true", help="print the result as JSON")
    take.set_defaults(run=lambda options: _import(site_folder(options), options), writes=True)


def _say(found: Sequence[Diagnostic]) -> int:
    for diagnostic in found:
        print(show(diagnostic), file=sys.stderr)
    return int(any(d.severity is Severity.ERROR for d in found))


def _state(state: NoteState) -> str:
    return "changed" if state.changed else state.note.anchor.state


def _list(root: Path, options: argparse.Namespace) -> int:
    notes = all_notes(root)
    status = _say(notes.diagnostics)
    chosen = [s for s in notes.states if not options.state or _state(s) == options.state]
    if options.json:
        print(
            json.dumps(
                [
                    {
                        "brief": s.brief.path,
                        "id": s.note.id,
                        "quote": s.note.quote,
                        "state": s.note.anchor.state,
                        "found": s.note.anchor.found,
                        "why": s.note.anchor.why,
                    }
                    for s in chosen
                ],
                ensure_ascii=False,
                indent=1,
            )
        )
        return status
    path = ""
    for state in chosen:
        if state.brief.path != path:
            path = state.brief.path
            print(path)
        print(f"  {state.note.id}  {_state(state):9}  {shorten(state.note.quote, _WIDTH - 24, placeholder=' …')}")
    lost = sum(not s.firm for s in chosen)
    told = f"{counted(len(chosen), 'note')} in {counted(len({s.brief.path for s in chosen}), 'brief')}"
    print(f"{told}, {lost} not where they were (`briefings annotations reanchor` shows them)" if lost else told)
    return status


def _reanchor(root: Path, options: argparse.Namespace) -> int:
    if (options.quote or options.place) and len(options.names) != 1:
        print("briefings: `--quote` and `--place` go with the id of one note", file=sys.stderr)
        return 2
    done = reanchor(root, options.names, write=options.write, quote=options.quote, place=options.place, pin=options.pin)
    status = _say(done.diagnostics)
    for proposal in done.proposals:
        _tell(proposal, proposal.state.note.id in done.written)
    if not done.proposals and not status:
        print("every note stands at its words")
    elif done.proposals:
        ready = sum(bool(p.changes) and (not p.why or p.state.note.id in options.names) for p in done.proposals)
        print(
            f"{counted(len(done.written), 'note')} written"
            if options.write
            else f"nothing was written; `--write` writes {counted(ready, 'note')}"
            if ready
            else "nothing was written"
        )
    return status


def _tell(proposal: Proposal, written: bool) -> None:
    note = proposal.state.note
    state = "to be pinned" if proposal.state.firm and proposal.quote == note.quote else _state(proposal.state)
    print(f"{proposal.state.brief.path}:{note.place.line}  {note.id}  {'written' if written else state}")
    if proposal.quote and proposal.quote != note.quote:
        marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
        words = word_difference(note.quote, proposal.quote)
        print("    " + " ".join(marks[kind].format(run) for kind, run in words))
    else:
        print(f"    {note.quote}")
    if proposal.why and not written:
        print(f"    {proposal.why}")
        for number, place in enumerate(proposal.places, 1):
            print(f"    {number}  {place}")
        if proposal.places:
            print(f"    choose with `briefings annotations reanchor {note.id} --place N --write`")
        elif proposal.changes:
            print(f"    if these are the words all the same: `briefings annotations reanchor {note.id} --write`")
        else:
            print(f'    give its words with `briefings annotations reanchor {note.id} --quote "..." --write`')


def _export(root: Path, now: datetime, options: argparse.Namespace) -> int:
    text, found = export_notes(root, now, options.names, drafts=options.drafts, base_url=web_address(options) or "")
    if text is None:
        print(
            "briefings: notes are exported under their web addresses, and the site has no `base_url`\n"
            "  help: add it to site.yaml, or give it with `--base-url`",
            file=sys.stderr,
        )
        return 2
    if found:
        return _say(found)
    if options.output is None:
        print(text, end="")
        return 0
    try:
        write_text_atomic(options.output, text)
    except OSError as error:
        print(f"briefings: `{options.output}` cannot be written: {reason(error)}", file=sys.stderr)
        return 2
    print(f"wrote {counted(json.loads(text)['total'], 'note')} to {options.output}")
    return 0


def _import(root: Path, options: argparse.Namespace) -> int:
    try:
        data = options.file.read_bytes()
        done = import_notes(root, data, brief=options.brief, draft=options.draft, dry_run=options.dry_run)
    except OSError as error:
        print(f"briefings: `{options.file}` cannot be read: {reason(error)}", file=sys.stderr)
        return 2
    except Unreadable as error:
        print(f"briefings: `{options.file}` cannot be imported: {error}", file=sys.stderr)
        return 2
    status = _say(done.diagnostics)
    if options.json:
        print(json.dumps(_imported_json(done), ensure_ascii=False, indent=1))
        return status
    would = "would be " if options.dry_run else ""
    for path, identity in done.placed:
        print(f"  {path}  {identity}")
    print(f"{counted(done.read, 'note')} read, {len(done.placed)} {would}written, {done.known} here already")
    for path, identity in done.differing:
        print(f"  {path}  {identity}: its remark is another one here, and stays as it is")
    if done.unplaced:
        print(f"{counted(len(done.unplaced), 'note')} without a passage here:")
    for lost in done.unplaced:
        print(f"  {lost.id or 'no id'}  {lost.target}")
        if lost.quote:
            print(f"    {shorten(lost.quote, _WIDTH - 4, placeholder=' …')}")
        near = f"; the nearest words are `{shorten(lost.found, 60, placeholder=' …')}`" if lost.found else ""
        print(f"    {lost.why}{near}" + (f"; {would}kept with {lost.brief}" if lost.brief else ""))
    return status


def _imported_json(done: NotesImported) -> dict[str, object]:
    return {
        "read": done.read,
        "placed": [{"brief": path, "id": identity} for path, identity in done.placed],
        "known": done.known,
        "differing": [{"brief": path, "id": identity} for path, identity in done.differing],
        "unplaced": [
            {
                "id": lost.id,
                "target": lost.target,
                "quote": lost.quote,
                "brief": lost.brief,
                "why": lost.why,
                "found": lost.found,
            }
            for lost in done.unplaced
        ],
    }
