"""Splitting a file into front matter and body, reading the front matter's fields, and changing them."""

import re
from collections.abc import Iterable

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.fences import misplaced, mistyped_end
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Mapping
from annotated_briefings.base.yaml.patch import Change, patch_yaml
from annotated_briefings.base.yaml.reader import as_meant, read_yaml
from annotated_briefings.content.fields import BRIEF

KEYS = frozenset(name for field in BRIEF for name in (field.name, *(inner.name for inner in field.inner)))
"""Keys that front matter may hold, at any depth."""
_SLUG = regex(r"^slug:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)
_HEAD = 4000
"""Characters of a file in which its slug is looked for."""
_OPEN = regex(r"---[ \t]*\n")
_CLOSE = regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class Split(Value):
    """A file in two parts."""

    yaml: str
    """Text between the two ``---`` lines."""
    body: str
    """Text after them."""
    body_offset: int
    """Code-point offset of the body in the file."""


def slug_in(source: Source) -> str:
    """The slug that a brief writes, or that its file name gives it: without reading its front matter."""
    written = _SLUG.search(source.text, 0, _HEAD)
    return written[1] if written else source.path.rpartition("/")[2].rpartition(".")[0]


def split_front_matter(source: Source) -> tuple[Split, tuple[Diagnostic, ...]]:
    """The front matter and the body of a file; a file without front matter is all body."""
    opening = _OPEN.match(source.text)
    if opening is None:
        return Split("", source.text, 0), ()
    closing = _CLOSE.search(source.text, opening.end())
    if closing is None:
        found = report(
            "front-matter",
            "the front matter has no end",
            Place(source.path, 1, 1, 3),
            help="close it with a line `---` before the text",
            source=source,
        )
        return Split("", "", len(source.text)), (found,)
    end = min(closing.end() + 1, len(source.text))
    return Split(source.text[opening.end() : closing.start()], source.text[end:], end), ()


def read_fields(source: Source, zone: str = "UTC") -> tuple[Fields, Split]:
    """The fields of a file's front matter (their ``found`` holds what is wrong so far), and its parts.

    ``zone`` is that of times that name none. A front matter that is broken beyond reading gives empty fields, whose
    ``found`` says why.
    """
    split, found = split_front_matter(source)
    node, more = read_yaml(source, split.yaml, 1, KEYS) if split.yaml.strip() else (None, ())
    problems = [*found, *more]
    if node is None and problems:
        problems = _without_end(source, split) or problems
    elif not split.body_offset and (fault := misplaced(source, KEYS)):
        problems.append(fault)
    if isinstance(node, Mapping):
        return Fields(source, node, problems, zone=zone), split
    if node is not None and not problems:
        problems.append(
            report(
                "front-matter",
                "the front matter must be keys and values",
                Place(source.path, 2, 1),
                help="write one field a line, such as `title: My headline`",
                source=source,
            )
        )
    return Fields(source, Mapping((), 1, 1), problems), split


def read_as_meant(source: Source, zone: str = "UTC") -> tuple[Fields, Split, Source]:
    """The same of a file that cannot be read as if its slips were repaired, to find what else is wrong with it; and its
    text then, which has the same lines. It is not to be shown or written: a slip may have been meant in another way.
    """
    fields, split = read_fields(source, zone)
    if fields.mapping.pairs or not fields.found:
        return fields, split, source
    text = _with_end(source, split)
    again, _ = split_front_matter(Source(source.path, text))
    if repaired := as_meant(again.yaml, KEYS):
        start = text.index("\n") + 1
        text = text[:start] + repaired + text[start + len(again.yaml) :]
    meant = Source(source.path, text)
    known, parts = read_fields(meant, zone) if text != source.text else (fields, split)
    if not known.mapping.pairs:
        return fields, split, source
    pairs = enumerate(zip(source.text.split("\n"), text.split("\n"), strict=True), 1)
    known.repaired = frozenset(number for number, (before, after) in pairs if before != after)
    known.found[:0] = fields.found
    return known, parts, meant


def without_repaired(fields: Fields, written: Source, before: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What was found in a text as it was meant, but for what the lines that are repaired there may have as they are
    ``written``; what was found ``before`` is sure."""
    known = list(before)
    lines = written.text.split("\n")
    unread = {above for number in fields.repaired for above in (number, _key_line(lines, number))}
    text = "\n".join(lines[number - 1] for number in sorted(unread)).casefold()
    return [
        one
        for one in fields.found
        if one in known
        or not (
            one.place.line in fields.repaired or (one.absent and any(n.casefold() in text for n in one.absent.names))
        )
    ]


def without_misread(fields: Fields, written: Source) -> list[Diagnostic]:
    """What was found, without fields that are reported as missing though their values are there and cannot be read."""
    lines = written.text.split("\n")
    misread = {_key_line(lines, one.place.line) for one in fields.found if one.severity is Severity.ERROR}
    names = {lines[number - 1].partition(":")[0].rstrip() for number in misread}
    return [one for one in fields.found if not (one.absent and names.intersection(one.absent.names))]


def _key_line(lines: list[str], number: int) -> int:
    """The line of the key whose value a line is a part of; that line itself where it is a key of its own."""
    while number > 1 and not lines[number - 1][:1].isalpha():
        number -= 1
    return number


def _with_end(source: Source, split: Split) -> str:
    """A text whose front matter ends where an end of another kind was written."""
    start = source.text.find("\n") + 1
    ended = mistyped_end(source, start, start + len(split.yaml) if split.yaml else len(source.text))
    if ended is None:
        return source.text
    after = source.text.find("\n", ended[0])
    return source.text[: ended[0]] + "---" + (source.text[after:] if after >= 0 else "")


def place_in(source: Source | None, key: str) -> Place | None:
    """Where the value of a key of front matter is; None where the file or the key is not there."""
    fields = read_fields(source)[0] if source else None
    return fields.place(key) if fields and fields.has(key) else None


def _without_end(source: Source, split: Split) -> list[Diagnostic]:
    """What is wrong with front matter that an end of another kind has led into the text."""
    start = source.text.index("\n") + 1
    end = start + len(split.yaml) if split.yaml else len(source.text)
    ended = mistyped_end(source, start, end)
    if ended is None:
        return []
    at, fault = ended
    return [*read_yaml(source, source.text[start:at], 1, KEYS)[1], fault]


def patch_front_matter(text: str, changes: Iterable[Change]) -> str | None:
    """A brief's file with changes to its front matter and not one other byte; None when that is not safe."""
    split, found = split_front_matter(Source("", text))
    if found:
        return None
    yaml = patch_yaml(split.yaml, changes)
    if yaml is None or yaml == split.yaml:
        return None if yaml is None else text
    if not split.body_offset:
        return f"---\n{yaml}---\n{text}"
    start = text.index("\n") + 1
    return text[:start] + yaml + text[start + len(split.yaml) :]
