"""What the ledger says of articles, line by line: which import wrote the line, and what it said."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from sys import intern
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ledger import NUMBER, REJECTED, UNDONE
from annotated_briefings.storage.ledger import Ledger

ExactLine = Mapping[str, Any]
"""A line as it was written."""
_ARTICLE = '{"id"'


class ArticleLine(Value):
    """A line of the ledger about an article, as far as taking imports back must know it: a fifth of its bytes."""

    id: str
    """Id of the article."""
    number: int
    """Number of the line."""
    run: str
    """Id of the import that wrote it; empty in lines of earlier versions."""
    verdict: str
    """What it said of the article."""
    brief: str
    """Path of the brief that stands for the article."""
    into: str
    """Id of the article that stands for it."""
    file: str
    """The file that it came from."""
    made: str
    """Digest of the draft."""
    content: bytes
    """Digest of everything but the draft and the import."""


def article_lines(ledger: Ledger) -> tuple[ArticleLine, ...]:
    """The lines of a ledger that are about articles."""
    return tuple(_article_line(line, number) for line, number in _exact(ledger))


def exact_lines(ledger: Ledger, wanted: Collection[ArticleLine]) -> Mapping[tuple[str, int], ExactLine]:
    """Some lines as they were written, by the id of their article and their number."""
    keys = {(one.id, one.number) for one in wanted}
    return {key: line for line, number in _exact(ledger) if (key := (str(line["id"]), number)) in keys}


def by_run(lines: Iterable[ArticleLine]) -> dict[str, list[ArticleLine]]:
    """The lines that each import has written, without those that say again what was known."""
    out: dict[str, list[ArticleLine]] = {}
    last: dict[str, ArticleLine] = {}
    for line in lines:
        earlier, last[line.id] = last.get(line.id), line
        if line.run and line.verdict != UNDONE and not (earlier and earlier.content == line.content):
            out.setdefault(line.run, []).append(line)
    return out


def rejected_by_run(lines: Iterable[ArticleLine]) -> dict[str, list[str]]:
    """The drafts that each import took away because an editor had rejected them."""
    out: dict[str, list[str]] = {}
    last: dict[str, ArticleLine] = {}
    for line in lines:
        earlier, last[line.id] = last.get(line.id), line
        if line.verdict == REJECTED and line.run and earlier and earlier.verdict == "brief":
            out.setdefault(line.run, []).append(earlier.brief)
    return out


def _exact(ledger: Ledger) -> Iterator[tuple[ExactLine, int]]:
    for line in ledger.lines(_ARTICLE):
        with suppress(ValueError):
            raw = read_json(line.text)
            if {"id", "verdict", "brief"} <= set(raw):
                yield raw, line.number


def _article_line(line: ExactLine, number: int) -> ArticleLine:
    content = {key: value for key, value in line.items() if key not in ("made", "wrote", "run", NUMBER)}
    return ArticleLine(
        str(line["id"]),
        number,
        intern(str(line.get("run") or "")),
        intern(str(line["verdict"])),
        str(line["brief"]),
        str(line.get("into") or ""),
        intern(str(line.get("file", ""))),
        str(line.get("made", "")),
        blake2b(json.dumps(content, sort_keys=True).encode(), digest_size=12).digest(),
    )
