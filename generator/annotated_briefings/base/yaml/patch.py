"""Changing YAML by the smallest edit of its text: comments, order, quotes and unknown keys stay as they are.

Every edit is proved: the new text is read again and must hold the old values with the change and nothing else.
"""

from collections.abc import Iterable
from typing import Any

from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.nodes import (
    Mapping,
    Node,
    Replaced,
    Scalar,
    Sequence,
    after_content,
    before_bracket,
    content_end,
    lines_at,
)
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.writer import Data, in_brackets, item_lines, literal, pair_lines, scalar

Path = tuple[str | int, ...]
"""Keys and list places (from 0) that lead to a value."""


class Set(Value):
    """Give a value; a new key is added to its mapping."""

    path: Path
    """Where."""
    value: Data
    """What."""
    after: tuple[str, ...] = ()
    """A new key follows the last of these that is there; where none is, it is the last one."""


class Enter(Value):
    """Add a key to a file on one line, where the alphabet puts it: git merges such entries or keeps each whole."""

    path: Path
    """Where."""
    value: Data
    """What."""


class Append(Value):
    """Add entries to the end of a list, which is begun when there is none."""

    path: Path
    """The list."""
    items: tuple[Data, ...]
    """What to add, in order."""


class Put(Value):
    """Add an entry to a list of which there is more than that, before the entry that is there."""

    path: Path
    """The place of the new entry."""
    item: Data
    """What to add."""


class Remove(Value):
    """Take out a key, or an entry of a list; a list or mapping goes with its last entry."""

    path: Path
    """Where."""


class Rename(Value):
    """Give a key another name; its value stays."""

    path: Path
    """The key."""
    name: str
    """Its new name."""


Change = Set | Enter | Append | Put | Remove | Rename


class _NoSureEdit(Exception):
    """No edit is known to be right."""


def patch_yaml(text: str, changes: Iterable[Change]) -> str | None:
    """The text with some changes, one after another; None when one of them cannot be made safely."""
    for asked in changes:
        root = _read(text)
        try:
            change = _filled(root, asked)
            wanted = _changed(_data(root), change)
            edits = _edits(text, root, change)
        except (_NoSureEdit, KeyError, IndexError, TypeError):
            return None
        for edit in sorted(edits, key=lambda e: e.start, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        after = _read(text)
        if _data(after) != wanted:
            return None
    return text


def _filled(root: Node | None, change: Change) -> Change:
    """The change of a key whose mapping has nothing in it yet, as the mapping that is to be there."""
    while root is not None and len(change.path) > 1 and isinstance(change, Set | Append):
        holder = _at(root, change.path[:-1])
        if not isinstance(holder, Scalar) or holder.text or not holder.plain:
            break
        value: Data = change.value if isinstance(change, Set) else change.items
        change = Set(change.path[:-1], {str(change.path[-1]): value}, change.after if isinstance(change, Set) else ())
    return change


def value_at(node: Node | None, path: Path) -> Any:
    """The value that a path leads to, as texts, lists and dictionaries; None when there is none."""
    try:
        return _data(_at(node, path))
    except (_NoSureEdit, IndexError):
        return None


def _read(text: str) -> Node | None:
    node, found = read_yaml(Source("", text), text)
    return None if found else node


def _data(node: Node | None) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    return {key.text: _data(value) for key, value in node.pairs} if node else {}


def _plain_data(value: Data) -> Any:
    if isinstance(value, bool | str):
        return scalar(value) if isinstance(value, bool) else value
    if hasattr(value, "items"):
        return {key: _plain_data(inner) for key, inner in value.items()}
    return [_plain_data(item) for item in value]


def _changed(data: Any, change: Change) -> Any:
    """What the values must be afterwards."""
    *way, last = change.path
    holder = data
    for step in way:
        holder = holder[step]
    kind: type[Any] = dict if isinstance(last, str) else list
    if not isinstance(holder, kind):
        raise _NoSureEdit
    if isinstance(change, Set | Enter):
        holder[last] = _plain_data(change.value)
    elif isinstance(change, Rename):
        if change.name in holder:
            raise _NoSureEdit
        renamed = {change.name if key == last else key: value for key, value in holder.items()}
        holder.clear()
        holder.update(renamed)
    elif isinstance(change, Append):
        known = holder.get(last) or []
        if isinstance(known, str):
            known = [known]
        holder[last] = [*known, *map(_plain_data, change.items)]
    elif isinstance(change, Put):
        holder.insert(last, _plain_data(change.item))
    elif len(holder) == 1 and way:
        return _changed(data, Remove(change.path[:-1]))
    else:
        del holder[last]
    return data


def _at(node: Node | None, path: Path) -> Node:
    for step in path:
        if isinstance(node, Mapping):
            node = next((value for key, value in node.pairs if key.text == step), None)
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
        else:
            raise _NoSureEdit
    if node is None:
        raise _NoSureEdit
    return node


def _edits(text: str, root: Node | None, change: Change) -> list[Replaced]:
    if root is None:
        return [_beginning(text, change)]
    holder = _at(root, change.path[:-1])
    last = change.path[-1]
    found = (
        next((v for k, v in holder.pairs if k.text == last), None)
        if isinstance(holder, Mapping)
        else holder.items[last]
        if isinstance(holder, Sequence) and isinstance(last, int)
        else None
    )
    if isinstance(change, Remove):
        return _removed(text, root, change.path)
    if isinstance(change, Put) and found is not None and isinstance(holder, Sequence):
        return [_inserted(text, holder, found, change.item)]
    if isinstance(change, Rename) and isinstance(holder, Mapping):
        key = next(k for k, _ in holder.pairs if k.text == last)
        return [Replaced(key.start, key.end, scalar(change.name))]
    if isinstance(change, Set) and found is not None:
        return [_replaced(text, holder, found, change.value)]
    if not isinstance(holder, Mapping):
        raise _NoSureEdit
    if found is None and isinstance(change, Set | Enter | Append):
        value = change.items if isinstance(change, Append) else change.value
        if isinstance(change, Enter):
            return [_entered(text, holder, str(last), value)]
        return [_added(text, holder, str(last), value, change.after if isinstance(change, Set) else ())]
    if isinstance(change, Append) and found is not None:
        return _appended(text, holder, found, change.items)
    raise _NoSureEdit


def _beginning(text: str, change: Change) -> Replaced:
    """The first key of a text that holds at most comments."""
    if len(change.path) != 1 or not isinstance(change, Set | Enter | Append):
        raise _NoSureEdit
    key, value = str(change.path[0]), change.items if isinstance(change, Append) else change.value
    lines = [in_brackets({key: value})[1:-1]] if isinstance(change, Enter) else pair_lines(key, value, 0)
    return lines_at(text, len(text), lines)


def _entered(text: str, holder: Mapping, key: str, value: Data) -> Replaced:
    written = in_brackets({key: value})[1:-1]
    if holder.flow:
        return before_bracket(text, holder, written)
    before = max((pair for pair in holder.pairs if pair[0].text < key), key=lambda pair: pair[0].text, default=None)
    if before:
        return lines_at(text, max(before[0].end, content_end(text, before[1]) - 1), [written])
    return Replaced(holder.start, holder.start, f"{written}\n")


def _added(text: str, holder: Mapping, key: str, value: Data, after: tuple[str, ...]) -> Replaced:
    if holder.flow:
        return before_bracket(text, holder, in_brackets({key: value})[1:-1])
    if not holder.pairs:
        raise _NoSureEdit
    before = [pair for pair in holder.pairs if pair[0].text in after]
    at = max(before[-1][0].end, content_end(text, before[-1][1]) - 1) if before else after_content(text, holder)
    return lines_at(text, at, pair_lines(key, value, holder.pairs[0][0].column - 1))


def _inserted(text: str, holder: Sequence, found: Node, item: Data) -> Replaced:
    if holder.flow:
        return Replaced(found.start, found.start, f"{in_brackets(item)}, ")
    lines = item_lines(item, holder.column - 1)
    at = holder.items.index(found)
    if at:
        # A comment above the entry stays with it.
        return lines_at(text, after_content(text, holder.items[at - 1]), lines)
    start = text.rfind("\n", 0, found.start) + 1
    return Replaced(start, start, "".join(f"{line}\n" for line in lines))


def _appended(text: str, holder: Mapping, found: Node, items: tuple[Data, ...]) -> list[Replaced]:
    if isinstance(found, Sequence) and found.items:
        if found.flow:
            return [before_bracket(text, found, ", ".join(map(in_brackets, items)))]
        lines = [line for item in items for line in item_lines(item, found.column - 1)]
        return [lines_at(text, after_content(text, found), lines)]
    if isinstance(found, Mapping):
        raise _NoSureEdit
    if isinstance(found, Scalar) and found.text:
        # A single text counts as a list of one.
        return [Replaced(found.start, found.end, in_brackets([found.text, *items]))]
    if holder.flow:
        return [Replaced(found.start, found.end, in_brackets(items))]
    lines = [line for item in items for line in item_lines(item, holder.pairs[0][0].column + 1)]
    begun = lines_at(text, found.start, lines)
    blank = text[: found.start].rstrip(" ")
    return [Replaced(len(blank), found.end, ""), begun] if found.end > found.start else [begun]


def _replaced(text: str, holder: Node, found: Node, value: Data) -> Replaced:
    if not isinstance(found, Scalar):
        if isinstance(found, Sequence | Mapping) and found.flow:
            return Replaced(found.start, found.end, in_brackets(value))
        return _block_replaced(text, holder, found, value)
    end = content_end(text, found)
    # An empty value may follow its colon at once.
    space = " " if found.start == found.end and text[found.start - 1 : found.start] == ":" else ""
    if not isinstance(value, str):
        empty = found.plain and not found.text
        if isinstance(holder, Mapping) and not holder.flow and empty and not isinstance(value, bool):
            lines = pair_lines("x", value, holder.pairs[0][0].column - 1)[1:]
            if lines:
                return lines_at(text, found.start, lines)
        return Replaced(found.start, end, space + in_brackets(value))
    if value == found.text:
        return Replaced(found.start, found.start, "")
    flow = isinstance(holder, Mapping | Sequence) and holder.flow
    indent = holder.pairs[0][0].column + 1 if isinstance(holder, Mapping) else holder.column + 1
    block = None if flow else literal(value, indent)
    if block:
        return Replaced(found.start, end, space + "\n".join(block))
    if found.style == "'" and value.isprintable():
        return Replaced(found.start, end, "'" + value.replace("'", "''") + "'")
    written = scalar(value)
    if found.style == '"' and not written.startswith('"'):
        written = f'"{written}"'
    return Replaced(found.start, end, space + written)


def _block_replaced(text: str, holder: Node, found: Node, value: Data) -> Replaced:
    """A list or mapping of several lines, written anew under its key."""
    if not isinstance(holder, Mapping) or holder.flow:
        raise _NoSureEdit
    key = next(name for name, node in holder.pairs if node is found)
    first, *below = pair_lines(key.text, value, key.column - 1)
    colon = text.index(":", key.end) + 1
    written = "\n".join([first[first.index(":", len(scalar(key.text))) + 1 :], *below])
    return Replaced(colon, content_end(text, found), written)


def _removed(text: str, root: Node, path: Path) -> list[Replaced]:
    holder, last = _at(root, path[:-1]), path[-1]
    if len(path) > 1 and len(holder.items if isinstance(holder, Sequence) else getattr(holder, "pairs", ())) == 1:
        return _removed(text, root, path[:-1])
    if isinstance(holder, Sequence) and isinstance(last, int):
        spans = [(item.start, content_end(text, item)) for item in holder.items]
        at = last
    elif isinstance(holder, Mapping):
        spans = [(key.start, max(key.end + 1, content_end(text, value))) for key, value in holder.pairs]
        at = next(n for n, (key, _) in enumerate(holder.pairs) if key.text == last)
    else:
        raise _NoSureEdit
    start, end = spans[at]
    if holder.flow:
        if at + 1 < len(spans):
            return [Replaced(start, spans[at + 1][0], "")]
        return [Replaced(spans[at - 1][1] if at else start, end, "")]
    line = text.rfind("\n", 0, start) + 1
    if isinstance(holder, Mapping) and text[line:start].strip(" ") == "-" and "#" not in text[end : spans[1][0]]:
        # The first key of an entry: the next one takes its place after the dash.
        return [Replaced(start, spans[1][0], "")]
    if text[line:start].strip(" ") not in ("", "-") or (isinstance(holder, Mapping) and text[line:start].strip(" ")):
        raise _NoSureEdit
    below = text.find("\n", end)
    return [Replaced(line, len(text) if below < 0 else below + 1, "")]
