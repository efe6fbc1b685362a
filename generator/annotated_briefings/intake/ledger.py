"""The import ledger: one line an article seen, append-only, so that branches of a git history merge cleanly.

Every line has a number, under which it is read, wherever it is: the ledger may be in several files, and merges may put
their lines in any order.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.intake.model import Sketch

NUMBER = "n"
"""Key of the number of a line, the last one in it."""
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
    body: str = ""
    """Digest of its words without headline, byline and furniture; empty where they are few, and in earlier lines."""
    sentence_digests: bytes = b""
    """Digests of its sentences without these; base64 in the file, and empty in earlier lines."""
    wrote: str = ""
    """Digests of the entries that import put into lists of the brief; another entry there is an editor's."""


_OPTIONAL = ("url", "made", "title", "outlet", "author", "published", "modified", "text", "run", "body", "wrote")
"""Keys that a line has only where they say something."""
_CONFLICT = regex(rb"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_MARKS = b"<=>|"
_NUMBER = regex(rb', "n": (\d{1,15})\}$')
_LONGEST = 24
"""Bytes in which the number of a line is, at its end."""
_OWN_NUMBER = regex(r', "n": \d{1,15}\}$')
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
    if entry.sentence_digests:
        fields["said"] = b64encode(entry.sentence_digests).decode()
    return json.dumps(fields, ensure_ascii=False) + "\n"


class LedgerLine(NamedTuple):
    """A line of the ledger. (A tuple, since there are hundreds of thousands.)"""

    data: bytes
    """What it has, without the line end."""
    number: int
    """Its number, by which the lines of all files are ordered."""
    path: str
    """The file that it is in."""
    row: int
    """Its place in that file, from 1."""
    whole: bool
    """Whether a line end follows; without one an import may have been ended while it wrote the line."""

    @property
    def text(self) -> str:
        """Its text; empty where its bytes are damaged, for they are not those that were written."""
        try:
            return self.data.decode("utf-8")
        except UnicodeDecodeError:
            return ""


def read_lines(path: str, data: Iterable[bytes], before: int = 0) -> Iterator[LedgerLine]:
    """The lines of one file of the ledger, given with their line ends.

    A line without a number, such as one of an earlier version, follows the line above it, and the first one follows
    the number ``before``. Empty lines and the marks of a merge conflict are passed over: both sides of it count.
    """
    number = before
    for row, ended in enumerate(data, 1):
        line = ended.rstrip()
        if row == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line or (line[0] in _MARKS and _CONFLICT.match(line)):
            continue
        own = _NUMBER.search(line, max(0, len(line) - _LONGEST))
        number = int(own[1]) if own else number + 1
        yield LedgerLine(line, number, path, row, ended.endswith(b"\n"))


def numbered(text: str, highest: int) -> str:
    """Some lines with numbers that follow the ``highest`` one of the ledger, in the place of those that they had."""
    rows = (_OWN_NUMBER.sub("}", line) for line in text.split("\n") if line)
    return "".join(f"{with_number(row, number)}\n" for number, row in enumerate(rows, highest + 1))


def with_number(line: str, number: int) -> str:
    """A line with a number, if it has none; one that is no JSON object stays as it is."""
    has_none = line.startswith("{") and line.endswith("}") and line != "{}" and not _OWN_NUMBER.search(line)
    return f'{line[:-1]}, "n": {number}}}' if has_none else line


def without_number(line: str) -> str:
    """A line as it was before it was added to the ledger."""
    return _OWN_NUMBER.sub("}", line)


def read_ledger(lines: Iterable[LedgerLine]) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The articles of a ledger; a line that cannot be read is reported and kept. The last line of an id wins.

    Lines of other kinds are passed over.
    """
    entries: dict[str, Entry] = {}
    found: list[Diagnostic] = []
    for line in lines:
        raw = _read(line.text)
        if first_key(raw) in _OTHER_KINDS:
            continue
        entry = _entry(raw)
        if entry is not None:
            entries[entry.id] = entry
        elif line.whole:
            # Else an import was ended while it wrote the line; the brief itself holds what the line would have held.
            found.append(
                report(
                    "ledger",
                    "the line cannot be read",
                    Place(line.path, line.row, 1),
                    help="restore it from version control; its article may be imported again until then",
                )
            )
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
            sentence_digests=b64decode(raw.get("said", ""), validate=True),
            **{key: str(raw.get(key, "")) for key in _OPTIONAL},
        )
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def sketch_of(entry: Entry) -> Sketch:
    """What comparing needs to know of an article seen earlier."""
    whole = entry.sketch[: len(entry.sketch) // 4 * 4]
    return Sketch(
        entry.id,
        entry.words,
        whole,
        body=entry.body,
        sentence_digests=entry.sentence_digests[: len(entry.sentence_digests) // 4 * 4],
    )
