"""The import ledger: one line an article seen, append-only, so that branches of a git history merge cleanly."""

import json
import re
from base64 import b64decode, b64encode
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.intake.model import Sketch

UNDONE = "undone"
"""Verdict on an article whose import was taken back: it does not come again by itself."""

REJECTED = "rejected"
"""Verdict on an article that an editor rejected; ``into`` names the one that it went with."""


class Entry(Value):
    """One article that import has seen."""

    id: str
    """Its id."""
    file: str
    """File it first came from."""
    segment: str
    """Its place in that file."""
    verdict: str
    """``brief``, ``exact``, ``near``, ``contained``, ``round-up``, ``attached`` (the text of a source that was typed by
    hand), ``rejected``, ``undone``, or ``superseded`` where a newer version took its place."""
    brief: str
    """Path of the brief that stands for it; empty when rejected."""
    into: str
    """Id of the article that stands for it; empty for one with its own brief."""
    score: float
    """Score of the verdict; 1 for an article with its own brief."""
    words: int
    """Number of words."""
    sketch: bytes
    """Sampled shingles, to find later copies; base64 in the file."""
    url: str = ""
    """Web address; a changed text at a known address is a new version of its article."""
    made: str = ""
    """Digest of the brief as import wrote it; a brief with another digest has been edited."""
    title: str = ""
    """Headline that the article states."""
    outlet: str = ""
    """Outlet that it states."""
    author: str = ""
    """Authors that it states."""
    published: str = ""
    """Day or moment that it states."""
    modified: str = ""
    """When its text was last changed, as it states."""
    text: str = ""
    """Digest of its text alone; empty in lines of earlier versions."""
    run: str = ""
    """Id of the import that wrote the line."""


_OPTIONAL = ("url", "made", "title", "outlet", "author", "published", "modified", "text", "run")
"""Keys that a line has only where they say something."""
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)")
_OTHER_KINDS = frozenset({"changed", "proof", "run", "turned", "undo", "version"})
"""First keys of lines that are about no article."""


def entry_line(entry: Entry) -> str:
    """An entry as one line of JSON, keys in a fixed order."""
    fields: dict[str, object] = {
        "id": entry.id,
        "file": entry.file,
        "segment": entry.segment,
        "verdict": entry.verdict,
        "brief": entry.brief,
        "into": entry.into,
        "score": entry.score,
        "words": entry.words,
        "sketch": b64encode(entry.sketch).decode(),
    }
    fields |= {key: value for key in _OPTIONAL if (value := getattr(entry, key))}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def read_ledger(source: Source) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The articles of a ledger; a line that cannot be read is reported and kept. The last line of an id wins.

    Lines of other kinds are passed over, and so are the marks of a merge conflict: both sides of it count.
    """
    entries: dict[str, Entry] = {}
    found: list[Diagnostic] = []
    lines = source.text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip() or _CONFLICT.match(line):
            continue
        raw = _read(line)
        if first_key(raw) in _OTHER_KINDS:
            continue
        entry = _entry(raw)
        if entry is None and number == len(lines):
            # An import was ended while it wrote this line; the brief itself holds what the line would have held.
            continue
        if entry is None:
            found.append(
                report(
                    "ledger",
                    "the line cannot be read",
                    Place(source.path, number, 1),
                    help="restore it from version control; its article may be imported again until then",
                )
            )
        else:
            entries[entry.id] = entry
    return tuple(entries.values()), tuple(found)


def is_entry(line: str) -> bool:
    """Whether a line can be read."""
    raw = _read(line)
    return first_key(raw) in _OTHER_KINDS or _entry(raw) is not None


def first_key(raw: object) -> str:
    """What a line is about, by its first key: ``id`` for an article; empty where it is no mapping."""
    return str(next(iter(raw), "")) if isinstance(raw, dict) else ""


def _read(line: str) -> object:
    try:
        return read_json(line)
    except ValueError:
        return None


def _entry(raw: Any) -> Entry | None:
    try:
        return Entry(
            str(raw["id"]),
            str(raw["file"]),
            str(raw["segment"]),
            str(raw["verdict"]),
            str(raw["brief"]),
            str(raw["into"]),
            float(raw["score"]),
            int(raw["words"]),
            b64decode(raw["sketch"], validate=True),
            **{key: str(raw.get(key, "")) for key in _OPTIONAL},
        )
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def sketch_of(entry: Entry) -> Sketch:
    """What comparing needs to know of an article seen earlier."""
    return Sketch(entry.id, entry.words, entry.sketch[: len(entry.sketch) // 4 * 4])
