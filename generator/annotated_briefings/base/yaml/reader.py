"""YAML as text with positions: the only home of PyYAML.

Scalars stay the text that the writer typed; what they mean is decided by the field that holds them, so
``title: Yes`` stays ``Yes`` and ``1.10`` stays ``1.10``. Duplicate keys and positions survive, because nodes
are composed, not constructed.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import CONTROLS, Place, Source
from annotated_briefings.base.traces.conflicts import merge_conflict
from annotated_briefings.base.yaml.faults import (
    control_character,
    cut_by_comma,
    doubled_key,
    escaped_control,
    explained,
    glued_dash,
    half_character,
    tag_fault,
)
from annotated_briefings.base.yaml.line_slips import LINE_FINDERS
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.slips import Finder, Halt, find_slips, repaired_text
from annotated_briefings.base.yaml.value_slips import VALUE_FINDERS

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_NODES = 200_000
_DEEP = 400
_TWICE = 100_000
"""Characters up to which the slips of a text may be looked for again."""
_HALF = regex("[\ud800-\udfff]")
_BRACKET = regex(r"[\[\]{}]")
_COMMENT = regex(r"[ \t]+(?=#)")
_TAG = regex(r"(?:&\S+\s+)?(!\S*)|(&[^\s,\]}]+)")
_MAY_HAVE_TAGS = regex(r"(?:^|[\s\[,{])[!&]\S|! ", re.MULTILINE)
_UNREADABLE = regex("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no YAML text may hold."""
_PAIR = regex(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
"""A character in the two halves in which JSON writes it."""
_JOINED = regex(r"\\U[0-9A-F]{8}\\0")


FINDERS: tuple[Finder, ...] = (*LINE_FINDERS[0], *VALUE_FINDERS, *LINE_FINDERS[1])
"""What is looked for where a text cannot be read, the surest first."""


class _Budget(Exception):
    """The document unfolds to more nodes than any brief needs (an alias bomb)."""


@dataclass(slots=True)
class _NodeReader:
    source: Source
    text: str
    offset: int
    found: list[Diagnostic]
    left: int
    comments: bool
    """Whether the text may hold comments after values."""
    tags: bool
    """Whether it may hold tags."""
    escapes: bool
    """Whether it may hold escapes of characters."""
    halves: dict[str, str]
    """Escapes as the loader reads them, and as they were typed."""

    def convert(self, node: yaml.Node) -> "Node | None":
        """The node; None for one with a tag, which is reported."""
        self.left -= 1
        if self.left < 0:
            raise _Budget
        if self.tags and self._tagged(node):
            return None
        line, column = node.start_mark.line + 1 + self.offset, node.start_mark.column + 1
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            style = node.style
            if not (self.escapes or self.comments):
                return Scalar(node.value, not style, line, column, start, end, style or "")
            text = self._typed(node) if self.escapes else node.value
            comment = self._comment(node) if self.comments and not style else None
            return Scalar(text, not style, line, column, start, end, style or "", comment)
        flow = bool(getattr(node, "flow_style", False))
        if isinstance(node, yaml.SequenceNode):
            items = [self.convert(item) for item in node.value]
            kept = items if None not in items else [item for item in items if item is not None]
            return Sequence(tuple(kept), line, column, start, end, flow)  # type: ignore[arg-type]
        pairs: dict[str, tuple[Scalar, Node]] = {}
        last: tuple[Scalar, Node] | None = None
        cut: dict[int, tuple[Scalar, Node, Scalar]] = {}
        faults: tuple[Diagnostic, ...] = ()
        unread: tuple[str, ...] = ()
        for key_node, value_node in node.value:
            key = self.convert(key_node)
            value = self.convert(value_node)
            if key is None:
                continue
            if isinstance(key, Scalar) and key.plain and key.text[:1] == "-" and not flow:
                faults += (glued_dash(self.source, key),)
            elif not isinstance(key, Scalar):
                place = Place(self.source.path, key.line, key.column)
                faults += (report("yaml", "a key must be a text", place, source=self.source),)
            elif value is None:
                unread += (key.text,)
            elif last and _is_rest(last[1], value, key):
                cut[last[1].start] = (*last, key)
            else:
                last = key, value
                if key.text in pairs:
                    faults += (doubled_key(self.source, pairs[key.text][0], key),)
                else:
                    pairs[key.text] = last
        if cut:
            faults += tuple(cut_by_comma(self.source, self.text, *found) for found in cut.values())
        if not (faults or unread):
            return Mapping(tuple(pairs.values()), line, column, start, end, flow)
        self.found += faults
        return Mapping(tuple(pairs.values()), line, column, start, end, flow, unread, faults)

    def _comment(self, node: yaml.Node) -> tuple[int, int] | None:
        """Where a comment ends a value on its line."""
        mark = node.end_mark
        found = _COMMENT.match(self.text, mark.index)
        return (mark.line + 1 + self.offset, mark.column + 1 + len(found[0])) if found else None

    def _tagged(self, node: yaml.Node) -> bool:
        """Whether a node has a tag, or an anchor that nothing refers to; it is reported."""
        found = _TAG.match(self.text, node.start_mark.index)
        if found is None or (found[2] and re.search(rf"\*{re.escape(found[2][1:])}(?!\w)", self.text)):
            return False
        at = found.start(1 if found[1] else 2)
        line = self.text.count("\n", 0, at) + 1 + self.offset
        place = Place(self.source.path, line, at - self.text.rfind("\n", 0, at), len(found[1] or found[2]))
        self.found.append(tag_fault(self.source, place, found[1] or found[2]))
        return True

    def _typed(self, node: yaml.ScalarNode) -> str:
        """A text of a file in which characters are escaped, as it was typed."""
        if node.style != '"':
            return _JOINED.sub(lambda found: self.halves.get(found[0], found[0]), str(node.value))
        text = re.sub("([\U00010000-\U0010ffff])\0", r"\1", str(node.value))
        if half := _HALF.search(text):
            # Only the loader that is written in Python lets it pass.
            line = node.start_mark.line + 1 + self.offset
            self.found.append(half_character(self.source, line, rf"\u{ord(half[0]):04x}"))
        if sign := CONTROLS.search(text):
            place = Place(self.source.path, node.start_mark.line + 1 + self.offset, node.start_mark.column + 1)
            self.found.append(escaped_control(self.source, place, sign[0]))
        return CONTROLS.sub("", _HALF.sub("", text))


def _is_rest(before: "Node", value: "Node", key: Scalar) -> bool:
    """Whether a key is between braces without a colon after it, and a text before it."""
    colon = not (isinstance(value, Scalar) and value.plain and value.start == value.end == key.end)
    return not colon and isinstance(before, Scalar) and before.plain and bool(before.text)


def _may_be_deep(text: str) -> bool:
    """Whether values may lie so deep in each other that the C loader runs out of its stack and takes the process with
    it; the Python one raises. No file that somebody writes does."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1 if depth else 0
        if depth > _DEEP:
            return True
    return any(
        line.count("- ") + line.count("? ") > _DEEP or line[:_DEEP].isspace()
        for line in text.split("\n")
        if len(line) > _DEEP
    )


def _without_halves(text: str) -> tuple[str, dict[str, str]]:
    """A text whose escapes in two halves are escapes of as many letters that every loader reads; and what they were."""
    halves: dict[str, str] = {}

    def joined(found: re.Match[str]) -> str:
        whole = 0x10000 + ((int(found[2], 16) - 0xD800) << 10) + int(found[3], 16) - 0xDC00
        # A NUL in place of the two letters that are left over; `_typed` takes it away.
        made = f"\\U{whole:08X}\\0"
        halves[made] = found[0][len(found[1]) :]
        return found[1] + made

    return _PAIR.sub(joined, text), halves


def _loader(text: str) -> Any:
    return yaml.SafeLoader if _may_be_deep(text) else _LOADER


def _halted(text: str) -> Halt | None:
    """Where a text cannot be read on."""
    try:
        node = yaml.compose(_without_halves(text)[0], Loader=_loader(text))
        return Halt(0, 0, False) if isinstance(node, yaml.ScalarNode) and not node.style else None
    except yaml.MarkedYAMLError as error:
        return _halt(error)
    except (yaml.YAMLError, RecursionError, ValueError):
        return Halt(0, 0, False)


def _halt(error: yaml.MarkedYAMLError) -> Halt:
    met = error.problem_mark or error.context_mark
    opened = error.context_mark or met
    inside = any(what in (error.context or "") for what in ("quoted scalar", "flow"))
    return Halt(met.line if met else 0, opened.line if opened else 0, inside)


def _slips(
    source: Source, text: str, offset: int, halt: Halt, keys: frozenset[str]
) -> tuple[tuple[Diagnostic, ...], bool]:
    """The slips of a text that cannot be read, each with a remedy that corrects it; and whether they are all."""
    found, left = find_slips(text, halt, _halted, FINDERS, keys)
    return tuple(
        report(
            "yaml",
            slip.message,
            Place(source.path, slip.line + 1 + offset, slip.column + 1, slip.length),
            help=slip.help.replace("\0", str(slip.line + slip.replaced + offset)),
            source=source,
        )
        for slip in found
    ), left is None


def as_meant(text: str, keys: frozenset[str]) -> str | None:
    """A text that cannot be read with its slips repaired, line by line; None where they are not known, or too long a
    text to look for them twice."""
    if len(text) > _TWICE or _may_be_deep(text):
        return None
    halt = _halted(text)
    found, left = find_slips(text, halt, _halted, FINDERS, keys) if halt else ((), None)
    meant = repaired_text(text, found)
    return meant if halt and left is None and meant.count("\n") == text.count("\n") else None


def read_yaml(
    source: Source, text: str, line_offset: int = 0, keys: frozenset[str] = frozenset()
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The node tree of a YAML text that starts ``line_offset`` lines into its file, and what is wrong with it.

    Never raises. A text that cannot be read, or an empty one, gives no node. ``keys`` that it may hold help to see what
    was meant by a line that cannot be read.
    """
    if conflict := merge_conflict(source):
        return None, conflict
    found: list[Diagnostic] = []
    try:
        loaded, halves = _without_halves(text) if "\\u" in text else (text, {})
        node = yaml.compose(loaded, Loader=_loader(text))
        if node is None:
            return None, ()
        # What is written out has a letter for every value: only aliases make more of less.
        left = max(_MAX_NODES, len(text))
        comments = " #" in text or "\t#" in text
        tags = ("!" in text or "&" in text) and bool(_MAY_HAVE_TAGS.search(text))
        if isinstance(node, yaml.ScalarNode) and not node.style and node.value:
            # No file of a site is a text: its first key is not written as one.
            slips, _ = _slips(source, text, line_offset, Halt(0, 0, False), keys)
            if slips:
                return None, slips
        escapes = "\\" in text
        return _NodeReader(source, text, line_offset, found, left, comments, tags, escapes, halves).convert(
            node
        ), tuple(found)
    except yaml.MarkedYAMLError as error:
        # What nobody has written by hand is read once, and slowly.
        deep = _may_be_deep(text)
        slips, all_found = ((), False) if deep else _slips(source, text, line_offset, _halt(error), keys)
        if slips or all_found:
            return None, (*found, *slips)
        mark = error.problem_mark or error.context_mark
        lines = text.split("\n")
        met = lines[mark.line] if mark and mark.line < len(lines) else ""
        opened = error.context_mark
        within = bool(opened and mark and opened.line == mark.line)
        fault = explained(error.context or "", (error.problem or "").strip(), met, mark.column if mark else 0, within)
        mark = (opened or mark) if fault.at_opening else mark
        place = Place(source.path, (mark.line if mark else 0) + 1 + line_offset, (mark.column if mark else 0) + 1)
        return None, (*found, report("yaml", fault.message, place, help=fault.help, source=source))
    except yaml.reader.ReaderError as error:
        return None, (control_character(source, text, line_offset, _UNREADABLE.search(text), str(error)),)
    except yaml.YAMLError as error:
        return None, (_unknown_fault(source, line_offset, str(error)),)
    except (_Budget, RecursionError):
        message = "the YAML unfolds to too many values or levels"
        return None, (
            report(
                "yaml",
                message,
                Place(source.path, 1 + line_offset, 1),
                help="write the values out instead of using aliases",
                source=source,
            ),
        )
    except ValueError as error:
        return None, (_unknown_fault(source, line_offset, str(error)),)


def _unknown_fault(source: Source, offset: int, why: str) -> Diagnostic:
    """A text that the loader refuses for a reason for which it names no place."""
    message = f"this cannot be read as YAML: {why.splitlines()[0] if why else 'no reason is known'}"
    place = Place(source.path, 1 + offset, 1)
    return report("yaml", message, place, help="put texts with unusual signs in quotes", source=source)
