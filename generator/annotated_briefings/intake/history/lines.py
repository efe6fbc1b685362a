"""Lines of the ledger about imports: what each did, what was taken back, and new versions of sources.

Each is one line of JSON that is told by its first key: ``run``, ``undo`` or ``version``. Lines are only added; of two
with the same id the later one counts.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.history.changes import WordChange
from annotated_briefings.intake.ledger import first_key
from annotated_briefings.intake.model import UnsureGap

HISTORY_STARTS = ('{"run":', '{"undo":', '{"version":')
"""Starts of the lines of each kind: hundreds of them among many thousands about articles."""
_WORDS = 8
"""Words that are kept of the paragraphs around an unsure place: enough to know it again."""


class ImportRun(Value):
    """What one import did, besides what its lines of articles say."""

    id: str
    """Its id; its lines of articles have it too."""
    at: str = ""
    """When it was (UTC), such as ``2026-03-14T08:00:00Z``; empty where nobody said."""
    files: tuple[str, ...] = ()
    """Names of the files it read."""
    beside: tuple[tuple[str, str], ...] = ()
    """New versions written beside edited briefs: path and digest of what was written."""
    changed: tuple[tuple[str, str, str], ...] = ()
    """Briefs that were there before: path, digest of the text before, and after; empty where there is none."""
    refused: tuple[tuple[str, str], ...] = ()
    """Files and articles that were not taken, and why."""
    unsure: tuple[UnsureGap, ...] = ()
    """Places where an article may or may not start; of the paragraphs around them a few words."""
    cuts: tuple[str, ...] = ()
    """Decisions about boundaries that it followed."""
    missed: tuple[str, ...] = ()
    """Decisions about boundaries of its files that match nothing there."""
    after: tuple[str, ...] | None = None
    """The last import before it; then the last ones of merged branches whose articles it has compared with all others.
    None in lines of earlier versions: the import before it in the ledger."""
    apart: tuple[str, ...] = ()
    """Articles that it kept apart from all others because editors have decided so, or could not compare since."""


class Undo(Value):
    """An import that was taken back."""

    run: str
    """Its id."""
    at: str = ""
    """When it was taken back (UTC), or empty."""
    briefs: tuple[str, ...] = ()
    """Briefs that were deleted or given their earlier text."""
    kept: tuple[str, ...] = ()
    """Briefs that stayed, because they were edited since."""
    redone: bool = False
    """Whether it was made again afterwards: then it counts as if it had not been taken back."""


class NewVersion(Value):
    """A later text of a source of a brief."""

    article: str
    """Id of the later text."""
    of: str
    """Id of the text that the brief was made from, or that was last looked at."""
    brief: str
    """Path of the brief."""
    url: str = ""
    """Web address of the source."""
    outlet: str = ""
    """Who published it."""
    title: str = ""
    """Its headline as stated."""
    known: bool = True
    """Whether the earlier text was there, so that the words could be compared."""
    changes: tuple[WordChange, ...] = ()
    """Words that differ, a few of each."""
    own: tuple[str, ...] = ()
    """Words of the earlier text that the later one has nowhere and that say enough to be known again."""
    more: int = 0
    """Number of further differences."""
    rests: tuple[str, ...] = ()
    """Digests of the words of the brief that rest on changed words: quotes, points and sentences."""
    run: str = ""
    """Id of the import that brought it; taken back, it counts no more."""
    undated: bool = False
    """Whether nothing tells which of the two texts is the newer one."""
    held: str = ""
    """Why its source holds it back now, in the words of the source; empty for what is public there."""


class History(Value):
    """What the ledger says of imports."""

    runs: tuple[ImportRun, ...] = ()
    """The imports in their order."""
    undone: tuple[Undo, ...] = ()
    """Those that were taken back."""
    versions: tuple[NewVersion, ...] = ()
    """New versions of sources, the last of each brief and source."""


def read_history(lines: Iterable[str]) -> History:
    """What the lines of a ledger say of imports; those of other kinds, or that cannot be read, are left out."""
    runs: dict[str, ImportRun] = {}
    undone: dict[str, Undo] = {}
    brought: list[NewVersion] = []
    for line in lines:
        found = _read(line) if line.startswith(HISTORY_STARTS) else None
        if isinstance(found, ImportRun):
            runs[found.id] = found
        elif isinstance(found, Undo):
            undone.pop(found.run, None)
            undone |= {} if found.redone else {found.run: found}
        elif isinstance(found, NewVersion):
            brought.append(found)
    versions: dict[tuple[str, str], NewVersion] = {}
    for version in brought:
        if version.run not in undone:
            versions.pop((version.brief, version.url), None)
            versions[version.brief, version.url] = version
    return History(tuple(runs.values()), tuple(undone.values()), tuple(versions.values()))


def history_line(value: ImportRun | Undo | NewVersion) -> str:
    """A value as one line of JSON, keys in a fixed order; what is empty is left out."""
    if isinstance(value, ImportRun):
        rows: dict[str, Any] = {
            "run": value.id,
            "at": value.at,
            "files": value.files,
            "beside": dict(value.beside),
            "changed": {path: [before, after] for path, before, after in value.changed},
            "refused": value.refused,
            "unsure": [_gap(gap) for gap in value.unsure],
            "cuts": value.cuts,
            "missed": value.missed,
            "apart": value.apart,
        }
    elif isinstance(value, Undo):
        rows = {"undo": value.run, "at": value.at, "briefs": value.briefs, "kept": value.kept, "redone": value.redone}
    else:
        rows = {
            "version": value.article,
            "of": value.of,
            "brief": value.brief,
            "url": value.url,
            "outlet": value.outlet,
            "title": value.title,
            "changes": [[change.was, change.now] for change in value.changes],
            "own": value.own,
            "more": value.more,
            "rests": value.rests,
            "unknown": not value.known,
            "in": value.run,
            "undated": value.undated,
            "held": value.held,
        }
    kept = {key: one for key, one in rows.items() if one}
    if isinstance(value, ImportRun) and value.after is not None:
        kept["after"] = value.after
    return json.dumps(kept, ensure_ascii=False) + "\n"


_PRIVATE = regex(
    r"https?://\S+|\S*@\S*|\S+\s*[(\[{]\s*(?:at|ät|arroba|arobase|chiocciola)\s*[)\]}]\s*\S+", re.IGNORECASE
)
"""A web address, which may hold the key of a reader, or a mail address, also as people write it against programs that
collect them."""


def shortened_gap(gap: UnsureGap) -> UnsureGap:
    """An unsure place with a few words of the paragraphs around it, without addresses: the ledger is in git."""
    before, after = (_PRIVATE.sub("…", text).split() for text in (gap.before, gap.after))
    return UnsureGap(
        gap.document,
        gap.line,
        round(gap.probability, 3),
        gap.chosen,
        ("… " if len(before) > _WORDS else "") + " ".join(before[-_WORDS:]),
        " ".join(after[:_WORDS]) + (" …" if len(after) > _WORDS else ""),
    )


def _gap(gap: UnsureGap) -> dict[str, object]:
    return {
        "path": gap.document,
        "line": gap.line,
        "probability": gap.probability,
        "chosen": gap.chosen,
        "before": gap.before,
        "after": gap.after,
    }


def _read(line: str) -> ImportRun | Undo | NewVersion | None:
    try:
        raw = read_json(line)
        match first_key(raw):
            case "run":
                return _run(raw)
            case "undo":
                at, redone = str(raw.get("at", "")), bool(raw.get("redone", False))
                return Undo(str(raw["undo"]), at, _texts(raw, "briefs"), _texts(raw, "kept"), redone)
            case "version":
                return _version(raw)
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    return None


def _run(raw: Mapping[str, Any]) -> ImportRun:
    return ImportRun(
        str(raw["run"]),
        str(raw.get("at", "")),
        _texts(raw, "files"),
        tuple((str(path), str(made)) for path, made in raw.get("beside", {}).items()),
        tuple((str(path), str(before), str(after)) for path, (before, after) in raw.get("changed", {}).items()),
        tuple((str(path), str(why)) for path, why in raw.get("refused", [])),
        tuple(
            UnsureGap(
                str(gap["path"]),
                int(gap["line"]),
                float(gap["probability"]),
                bool(gap["chosen"]),
                str(gap["before"]),
                str(gap["after"]),
            )
            for gap in raw.get("unsure", [])
        ),
        _texts(raw, "cuts"),
        _texts(raw, "missed"),
        _texts(raw, "after") if "after" in raw else None,
        _texts(raw, "apart"),
    )


def _version(raw: Mapping[str, Any]) -> NewVersion:
    return NewVersion(
        str(raw["version"]),
        str(raw["of"]),
        str(raw["brief"]),
        str(raw.get("url", "")),
        str(raw.get("outlet", "")),
        str(raw.get("title", "")),
        not raw.get("unknown", False),
        tuple(WordChange(str(was), str(now)) for was, now in raw.get("changes", [])),
        _texts(raw, "own"),
        int(raw.get("more", 0)),
        _texts(raw, "rests"),
        str(raw.get("in", "")),
        bool(raw.get("undated", False)),
        str(raw.get("held", "")),
    )


def _texts(raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found: Iterable[object] = raw.get(key, [])
    return tuple(map(str, found))
