"""Typed reading of YAML mappings: each field is asked for by name, and faults are reported with their place."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from annotated_briefings.base.comments.foreign import foreign_comments, without, without_code
from annotated_briefings.base.comments.html import is_unclosed
from annotated_briefings.base.dates import When, read_moment, read_when
from annotated_briefings.base.diagnostics import Diagnostic, Severity, did_you_mean, report
from annotated_briefings.base.meant.flags import NO, YES, meant_flag
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.keys import AskedKeys, entry_of, mapping_of
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.texts import (
    alone_in,
    cut_text,
    glued_entry,
    is_empty,
    is_empty_name,
    list_remedy,
    names_in_braces,
    no_list,
    one_text_remedy,
    place_of,
    placed_names,
    seen_text,
    text_remedy,
    trimmed,
)
from annotated_briefings.base.yaml.times import A_DATE, A_MOMENT, not_a_time

T = TypeVar("T")
Alone = Callable[[str], str]
"""The key that a text is likely meant for where it stands for a whole entry."""


@dataclass(slots=True)
class Fields(AskedKeys):
    """One mapping being read field by field; ``found`` is shared with nested mappings."""

    contained: list[Diagnostic] = field(default_factory=list)
    """Errors that leave out one entry of a list alone; shared with nested mappings."""
    zone: str = "UTC"
    """IANA name of the zone of times that name none; empty where they must name it."""
    repaired: frozenset[int] = frozenset()
    """The lines, from 1, that are read as they were meant, and not as they are written."""

    def _nested(self, mapping: Mapping) -> "Fields":
        return Fields(self.source, mapping, self.found, contained=self.contained, guarded=self.guarded, zone=self.zone)

    @contextmanager
    def contain(self) -> "Iterator[list[Diagnostic]]":
        """Read one entry of a list: the errors found meanwhile, which are given when it ends, leave out this entry and
        nothing else."""
        before = set(map(id, self.found))
        errors: list[Diagnostic] = []
        yield errors
        errors += [d for d in self.found if id(d) not in before and d.severity is Severity.ERROR]
        self.contained += errors

    def wrong(self, node: Node, key: str, wanted: str, help: str) -> None:  # noqa: A002
        """Say that a value has the wrong type, and what to do about it."""
        self.report("wrong-type", f"`{key}` must be {wanted}", place_of(self.source, node), help)

    def place(self, key: str) -> Place:
        """Where the value of a key is; the mapping's start when there is none."""
        node = self._get(key)
        return self.start if node is None else place_of(self.source, node)

    def text(self, key: str, default: str = "", markdown: bool = False) -> str:
        """A text as typed, trimmed, without comments; one that a comment of YAML cuts off is an error."""
        node = self._written(key)
        if isinstance(node, Scalar) and (node.comment or "<!--" in node.text):
            self._check_text(node, key)
        return default if node is None else self.word(key, default, markdown)

    def word(self, key: str, default: str = "", markdown: bool = False) -> str:
        """The same for a text that cannot hold `` #``, such as a name or an address: a comment may follow it."""
        node = self._get(key)
        if node is None:
            return default
        if isinstance(node, Scalar):
            return seen_text(self._without_comments(node), markdown) or default
        self.wrong(node, key, "a text", one_text_remedy(node))
        return default

    def _check_text(self, node: Scalar, key: str = "") -> None:
        """Report what a comment of YAML has cut off, or one of HTML would hide."""
        if node.comment and (found := cut_text(self.source, node)):
            self._cut.add(key)
            if found not in self.found:
                self.found.append(found)
        if "<!--" in node.text and is_unclosed(node.text):
            remedy = "close it with `-->`, or take `<!--` out"
            self.report("open-comment", "a comment is never closed", place_of(self.source, node), remedy)

    def _without_comments(self, node: Scalar) -> Scalar:
        """A text without the comments of other tools in it, which are reported."""
        found = list(foreign_comments(without_code(node.text)))
        for one in found:
            diagnostic = report(
                "foreign-comment", one.message, place_of(self.source, node), help=one.remedy, source=self.source
            )
            if diagnostic not in self.found:
                self.found.append(diagnostic)
        return replace(node, text=without(node.text, found)) if found else node

    def placed_texts(self, key: str, words: bool = False, names: bool = False) -> tuple[tuple[str, Place], ...]:
        """A list of texts with their places; a single text counts as a list of one, or of the ``names`` in it that
        commas part. Comments may follow ``words``, which are names; what is neither is Markdown."""
        node = self._written(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        out: list[tuple[str, Place]] = []
        for written in items:
            item = self._without_comments(written) if isinstance(written, Scalar) else written
            if isinstance(item, Scalar):
                if not words:
                    self._check_text(item, key)
                glued = glued_entry(self.source, item) if item is node else None
                if glued:
                    self.found.append(glued)
                elif item is node and (names or words) and (remedy := no_list(item)):
                    self.wrong(item, key, "a list", remedy)
                elif item is node and (names or words) and not is_empty(item):
                    out += placed_names(self.source, item)
                elif not (is_empty(item) if item is node else is_empty_name(item)):
                    out.append((seen_text(item, not (words or names)), place_of(self.source, item)))
            elif not is_empty(item) or names_in_braces(item):
                self.wrong(item, key, "a list of texts", text_remedy(self.source, item))
        return tuple(one for one in out if one[0])

    def texts(self, key: str, words: bool = False, names: bool = False) -> tuple[str, ...]:
        """The same without places."""
        return tuple(text for text, _ in self.placed_texts(key, words, names))

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes or a no."""
        node = self._get(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.text.lower() in (*YES, *NO):
            return node.text.lower() in YES
        meant = meant_flag(node.text) if isinstance(node, Scalar) else ""
        remedy = f"write `{key}: {meant}`" if meant else f"write `{key}: true` or `{key}: false`"
        self.wrong(node, key, "`true` or `false`", remedy)
        return default

    def number(self, key: str, default: int, help: str = "write it in figures, such as `1`") -> int:  # noqa: A002
        """A whole number of 0 or more; ``help`` is the remedy for anything else."""
        node = self._get(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.text.isascii() and node.text.isdigit() and len(node.text) < 10:
            return int(node.text)
        self.wrong(node, key, "a whole number", help)
        return default

    def choice(self, key: str, allowed: Iterable[str], default: str) -> str:
        """One of some words."""
        words, text = tuple(allowed), self.word(key, default)
        if text in words:
            return text
        names = ", ".join(f"`{word}`" for word in words)
        hint = did_you_mean(text, words) or f"use one of {names}"
        self.report("wrong-type", f"`{text}` is no {key} this tool knows", self.place(key), hint)
        return default

    def when(self, key: str) -> When | None:
        """A date as precise as known."""
        return self._parsed(key, read_when, A_DATE)

    def moment(self, key: str) -> datetime | None:
        """A time, in UTC."""
        return self._parsed(key, read_moment, A_MOMENT)

    def _parsed(self, key: str, parse: Callable[[str, str], T | None], wanted: str) -> T | None:
        node = self._get(key)
        if node is None:
            return None
        value = parse(node.text, self.zone) if isinstance(node, Scalar) else None
        if value is None:
            text = alone_in(node)
            if not isinstance(node, Scalar) and parse(text, self.zone) is not None:
                self.wrong(node, key, wanted, f"take the brackets out: `{key}: {text}`")
            else:
                message, remedy = not_a_time(text, key, wanted, self.zone)
                self.report("wrong-type", message, place_of(self.source, node), remedy)
        return value

    def alone(self, key: str) -> str:
        """The only text that the value of a key holds, also between brackets; empty where there is none, or several."""
        node = self._get(key)
        return alone_in(node) if node else ""

    def inner(self, key: str, alone: Alone | None = None, more: str = "") -> "Fields | None":
        """A nested mapping; ``alone`` as in ``entries``, and ``more`` are fields that such a text needs beside it."""
        node = self._get(key)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return self._nested(node)
        text = alone_in(node)
        remedy = mapping_of(key, alone(text), text, more) if alone and text else "write its fields indented below it"
        self.report("wrong-type", f"`{key}` must have fields of its own", place_of(self.source, node), remedy)
        return None

    def entries(self, key: str, numbered: bool = False, alone: Alone | None = None) -> "tuple[Fields, ...]":
        """A list of mappings; empty ones are left out, but those before others where they are known by ``numbered``.

        ``alone`` names the key that a text is likely meant for where it stands for a whole entry.
        """
        node = self._get(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            if not (isinstance(node, Mapping) and node.faults):
                self.wrong(node, key, "a list", list_remedy(node, alone))
            return ()
        return tuple(self._entries(key, node, numbered, alone))

    def _entries(self, key: str, node: Sequence, numbered: bool, alone: Alone | None) -> "Iterable[Fields]":
        last = max((place for place, item in enumerate(node.items) if not is_empty(item)), default=-1)
        for place, item in enumerate(node.items):
            if self._is_nothing(item, key):
                if numbered and place < last:
                    yield self._nested(Mapping((), item.line, item.column))
            elif isinstance(item, Mapping):
                yield self._nested(item)
            else:
                entry = entry_of(alone(item.text), item.text) if alone and isinstance(item, Scalar) else ""
                remedy = f"write {entry}" if entry else "write each entry as `- key: value`"
                self.wrong(item, key, "a list of entries that have fields", remedy)

    def _is_nothing(self, item: Node, key: str) -> bool:
        """Whether an entry of a list is empty; one of which a comment has cut off all is reported."""
        if isinstance(item, Scalar) and item.comment and is_empty(item):
            self._check_text(item, key)
        return is_empty(item)

    def is_mapping(self, key: str) -> bool:
        """Whether the value of a key is a mapping."""
        return isinstance(self._get(key), Mapping)

    def entries_or_texts(self, key: str, words: bool = False) -> "tuple[Fields | tuple[str, Place], ...]":
        """A list whose entries are mappings, or plain texts with their places; ``words`` as in ``placed_texts``."""
        node = self._get(key)
        if not isinstance(node, Sequence):
            return self.placed_texts(key, words) if words and isinstance(node, Scalar) else self.entries(key)
        out: list[Fields | tuple[str, Place]] = []
        for written in (one for one in node.items if not self._is_nothing(one, key)):
            item = self._without_comments(written) if isinstance(written, Scalar) else written
            if isinstance(item, Scalar):
                if not words:
                    self._check_text(item, key)
                text = seen_text(item, False) if words else trimmed(item.text)
                out.append((text, place_of(self.source, item)))
            elif isinstance(item, Mapping):
                out.append(self._nested(item))
            else:
                self.wrong(
                    item, key, "a list of texts, or of entries that have fields", "write each entry as `- key: value`"
                )
        return tuple(out)
