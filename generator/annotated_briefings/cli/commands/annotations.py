"""``briefings annotations``: listing, re-anchoring, importing and exporting annotations."""

import argparse
import json
from collections.abc import Iterator, Sequence
from textwrap import shorten

from annotated_briefings.cli.file_errors import cannot_read, cannot_write
from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import (
    Usage,
    moment,
    site_folder,
    web_address,
)
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.annotation_exchange import W3C, NotesImported, export_notes, import_notes
from annotated_briefings.editing.lost_notes import LOST
from annotated_briefings.editing.reanchor import NoteState, Proposal, all_notes, reanchor, word_difference
from annotated_briefings.intake.foreign_notes import Unreadable
from annotated_briefings.storage.files import write_text_atomic

_WIDTH = 96
_MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
"""How words are shown that two quotes share, that only the old one has, and that only the new one has."""
_FOREIGN = "give a file of Web Annotations or of Hypothesis, in JSON"


def _state(state: NoteState) -> str:
    return "changed" if state.changed else state.note.anchor.state


def list_notes(options: argparse.Namespace) -> Result:
    """List notes by brief."""
    notes = all_notes(site_folder(options))
    chosen = [s for s in notes.states if not options.state or _state(s) == options.state]
    if options.json:
        return Result(document=as_indented([_row(state) for state in chosen]), diagnostics=notes.diagnostics)
    return Result(list(_listed(chosen)), diagnostics=notes.diagnostics)


def _row(state: NoteState) -> dict[str, object]:
    anchor = state.note.anchor
    return {
        "brief": state.brief.path,
        "id": state.note.id,
        "quote": state.note.quote,
        "state": anchor.state,
        "found": anchor.found,
        "why": anchor.why,
    }


def _listed(states: Sequence[NoteState]) -> Iterator[str]:
    path = ""
    for state in states:
        if state.brief.path != path:
            path = state.brief.path
            yield path
        yield f"  {state.note.id}  {_state(state):9}  {shorten(state.note.quote, _WIDTH - 24, placeholder=' …')}"
    lost = sum(not s.is_exact for s in states)
    count = f"{counted(len(states), 'note')} in {counted(len({s.brief.path for s in states}), 'brief')}"
    yield f"{count}, {lost} changed or not found (`briefings annotations reanchor` shows them)" if lost else count


def reanchor_notes(options: argparse.Namespace) -> Result:
    """Propose new quotes, or write them."""
    if (options.quote or options.place) and len(options.names) != 1:
        raise Usage("`--quote` and `--place` need the id of one note", "`briefings annotations list` lists the ids")
    done = reanchor(
        site_folder(options),
        options.names,
        write=options.write,
        quote=options.quote,
        place=options.place,
        pin=options.pin,
    )
    lines = [
        line for p in done.proposals for line in _proposed(p, (p.state.brief.path, p.state.note.id) in done.written)
    ]
    if done.proposals:
        ready = sum(bool(p.changes) and (not p.why or p.state.note.id in options.names) for p in done.proposals)
        lines.append(
            f"{counted(len(done.written), 'note')} written"
            if options.write
            else f"nothing was written; `--write` writes {counted(ready, 'note')}"
            if ready
            else "nothing was written"
        )
    elif not done.diagnostics:
        lines.append("all notes are at their passages")
    return Result(lines, diagnostics=done.diagnostics)


def _proposed(proposal: Proposal, written: bool) -> Iterator[str]:
    note = proposal.state.note
    state = "to be pinned" if proposal.state.is_exact and proposal.quote == note.quote else _state(proposal.state)
    yield f"{proposal.state.brief.path}:{note.place.line}  {note.id}  {'written' if written else state}"
    if proposal.quote and proposal.quote != note.quote:
        words = word_difference(note.quote, proposal.quote)
        yield "    " + " ".join(_MARKS[kind].format(run) for kind, run in words)
    else:
        yield f"    {note.quote}"
    if proposal.why and not written:
        yield f"    {proposal.why}"
        yield from (f"    {number}  {place}" for number, place in enumerate(proposal.places, 1))
        if proposal.places:
            yield f"    choose one with `briefings annotations reanchor {note.id} --place N --write`"
        elif proposal.changes:
            yield f"    if these words are right: `briefings annotations reanchor {note.id} --write`"
        else:
            yield f'    give its new words with `briefings annotations reanchor {note.id} --quote "..." --write`'


def export(options: argparse.Namespace) -> Result:
    """Export notes to standard output or to a file."""
    text, found = export_notes(
        site_folder(options),
        moment(options),
        options.names,
        drafts=options.drafts,
        base_url=web_address(options) or "",
        shape=options.format,
    )
    if text is None:
        raise Usage(
            "notes are exported under their web addresses, and the site has no `base_url`",
            "add it to site.yaml, or give it with `--base-url`",
        )
    if found:
        return Result(diagnostics=found)
    if options.output is None:
        return Result(document=text)
    try:
        write_text_atomic(options.output, text)
    except OSError as error:
        raise cannot_write(options.output, error) from None
    written = json.loads(text)
    count = written["total"] if options.format == W3C else len(written["annotations"])
    return Result([f"wrote {counted(count, 'note')} to {options.output}"])


def import_file(options: argparse.Namespace) -> Result:
    """Import the notes of a file."""
    root = site_folder(options)
    try:
        data = options.file.read_bytes()
        done = import_notes(
            root,
            data,
            brief=options.brief,
            draft=options.draft,
            publish=options.publish,
            dry_run=options.dry_run,
        )
    except OSError as error:
        raise cannot_read(options.file, error) from None
    except Unreadable as error:
        raise Usage(f"`{options.file}` cannot be imported: {error}", _FOREIGN) from None
    if options.json:
        return Result(document=as_indented(_imported_json(done)), diagnostics=done.diagnostics)
    return Result(list(_imported(done, options.dry_run)), diagnostics=done.diagnostics)


def _imported(done: NotesImported, dry_run: bool) -> Iterator[str]:
    would = "would be " if dry_run else ""
    yield from (f"  {path}  {identity}" for path, identity in done.placed)
    if done.others:
        entries = counted(done.read + done.others, "entry", "entries")
        rest = "1 is no note" if done.others == 1 else f"{done.others} are no notes"
        yield f"{entries}, {counted(done.read, 'note')}, {rest}"
    yield f"{counted(done.read, 'note')} read, {len(done.placed)} {would}written, {done.known} already present"
    if done.drafts:
        others = counted(len(done.drafts), "note")
        yield f"{others} of other people {would}written as drafts (`--publish` makes them public)"
    for path, identity in done.differing:
        yield f"  {path}  {identity}: the note here has another text, which is kept"
    if done.unplaced:
        yield f"{counted(len(done.unplaced), 'note')} without a passage here:"
    for lost in done.unplaced:
        yield f"  {lost.id or 'no id'}  {lost.target}"
        if lost.quote:
            yield f"    {shorten(lost.quote, _WIDTH - 4, placeholder=' …')}"
        near = f"; the nearest words are `{shorten(lost.found, 60, placeholder=' …')}`" if lost.found else ""
        yield f"    {lost.why}{near}" + (f"; {would}kept with {lost.brief}" if lost.brief else "")
    if done.lost:
        yield f"{counted(done.lost, 'note')} {would}kept in {LOST}; import it once a brief rests on their page"


def _imported_json(done: NotesImported) -> dict[str, object]:
    return {
        "read": done.read,
        "others": done.others,
        "placed": [{"brief": path, "id": identity} for path, identity in done.placed],
        "lost": done.lost,
        "drafts": [{"brief": path, "id": identity} for path, identity in done.drafts],
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
