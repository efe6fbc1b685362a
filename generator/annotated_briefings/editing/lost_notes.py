"""Notes of other tools on pages that no brief rests on: kept in a file from which they can be imported later."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.source import Place
from annotated_briefings.intake.foreign_notes import ForeignNote, NamedPassage
from annotated_briefings.storage.files import reason, write_text_atomic

LOST = "collected/notes-without-brief.json"
"""The file, below the site folder: a list of W3C Web Annotations, which is never published."""


def keep_lost(root: Path, notes: Iterable[ForeignNote]) -> tuple[Diagnostic, ...]:
    """Add notes to the file, each once, and say what prevented it."""
    new = [_annotation(note) for note in notes]
    if not new:
        return ()
    path = root / LOST
    try:
        before = read_json(path.read_text(encoding="utf-8")) if path.exists() else []
        if not isinstance(before, list):
            raise ValueError
        known = [json.dumps(one, sort_keys=True) for one in before]
        write_text_atomic(
            path,
            json.dumps(
                [*before, *(one for one in new if json.dumps(one, sort_keys=True) not in known)],
                ensure_ascii=False,
                indent=1,
            )
            + "\n",
        )
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "it is no list of annotations"
        remedy = "move it away, and import the file again; its notes without a brief were not kept"
        return (report("output", f"`{LOST}` cannot be written: {why}", Place(LOST), help=remedy),)
    return ()


def _annotation(note: ForeignNote) -> dict[str, Any]:
    """A note as a W3C Web Annotation that ``read_notes`` reads back."""
    targets = [_target(address, passage) for address, passage in ((note.target, note.passage), *note.more)]
    tags = [note.kind, *(("draft",) if note.draft else ())]
    out: dict[str, Any] = {
        "id": note.id,
        "type": "Annotation",
        "creator": {"type": "Person", "name": note.author},
        "created": note.created,
        "body": [
            {"type": "TextualBody", "format": "text/markdown", "value": note.text},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
        ],
        "target": targets if note.more else targets[0],
    }
    if note.answers:
        out |= {"motivation": "replying", "target": [note.answers, *targets]}
    return out


def _target(address: str, passage: NamedPassage) -> dict[str, Any]:
    quote = {"exact": passage.quote, "prefix": passage.prefix, "suffix": passage.suffix}
    selector: dict[str, Any] = {"type": "TextQuoteSelector", **{key: value for key, value in quote.items() if value}}
    if passage.end and passage.to_end:
        words = ",".join(percent(one, safe="").replace("-", "%2D") for one in (passage.quote, passage.end))
        selector = {"type": "FragmentSelector", "value": f":~:text={words}"}
    elif passage.end:
        last = {"type": "TextQuoteSelector", "exact": passage.end}
        selector = {"type": "RangeSelector", "startSelector": selector, "endSelector": last}
    elif passage.named_by:
        selector = {"type": passage.named_by}
    return {"source": address} | ({"selector": selector} if passage.quote or passage.named_by else {})
