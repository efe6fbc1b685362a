"""The import ledger: one line an article seen, append-only, so that branches of a git history merge cleanly."""

import json
from base64 import b64decode, b64encode

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.intake.model import Sketch


class Entry(Value):
    """One article that import has seen."""

    id: str
    """Its id."""
    file: str
    """File it first came from."""
    segment: str
    """Its place in that file."""
    verdict: str
    """``brief``, ``near``, ``contained``, ``round-up``, ``rejected``, or ``superseded`` where another
    article took its place."""
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
    if entry.url:
        fields["url"] = entry.url
    if entry.made:
        fields["made"] = entry.made
    return json.dumps(fields, ensure_ascii=False) + "\n"


def read_ledger(source: Source) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The entries of a ledger; a line that cannot be read is reported and kept. The last of an id wins."""
    entries: dict[str, Entry] = {}
    found: list[Diagnostic] = []
    lines = source.text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = _entry(line)
        if entry is None and number == len(lines):
            # An import was ended while it wrote this line; the brief itself says what the line would have said.
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
    return _entry(line) is not None


def _entry(line: str) -> Entry | None:
    try:
        raw = read_json(line)
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
            str(raw.get("url", "")),
            str(raw.get("made", "")),
        )
    except (ValueError, KeyError, TypeError):
        return None


def sketch_of(entry: Entry) -> Sketch:
    """What comparing needs to know of an article seen earlier."""
    return Sketch(entry.id, entry.words, entry.sketch[: len(entry.sketch) // 4 * 4])
