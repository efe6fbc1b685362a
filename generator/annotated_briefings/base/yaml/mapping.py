"""Typed reading of YAML mappings: each field is asked for by name, and faults are reported with their place."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from annotated_briefings.base.dates import When, read_moment, read_when
from annotated_briefings.base.diagnostics import Diagnostic, Severity, did_you_mean, report
from annotated_briefings.base.html_comments import is_unclosed
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.texts import (
    cut_text,
    glued_entry,
    in_quotes,
    is_empty,
    place_of,
    placed_names,
    seen_part,
    seen_text,
    trimmed,
)
from annotated_briefings.base.yaml.times import A_DATE, A_MOMENT, not_a_time
from annotated_briefings.base.yaml.unknown_keys import known_keys, refusal

T = TypeVar("T")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")


@dataclass(slots=True)
class Fields:
    """One mapping being read; ``found`` gathers what is wrong and is shared with nested mappings."""

    source: Source
    mapping: Mapping
    found: list[Diagnostic]
    _asked: set[str] = field(default_factory=set)
    _missing: list[tuple[tuple[str, ...], Diagnostic]] = field(default_factory=list)
    _nodes: dict[str, Node] = field(default_factory=dict)
    contained: list[Diagnostic] = field(default_factory=list)
    """Errors that leave out one entry of a list alone; shared with nested mappings."""
    guarded: bool = False
    """Whether it is a part of something that can be held back; a key that sounds like that leaves out the part."""
    zone: str = "UTC"
    """IANA name of the zone of times that name none; empty where they must name it."""
    _holding: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _also: dict[str, str] = field(default_factory=dict)
    _cut: set[str] = field(default_factory=set)
    """Keys of texts of which a comment has cut something off."""

    def _get(self, key: str) -> Node | None:
        node = self._written(key)
        return None if node is None or is_empty(node) else node

    def _written(self, key: str) -> Node | None:
        """What is written under a key, also where it says nothing."""
        self._asked.add(key)
        if not self._nodes:
            # Of a key that is given twice, which is an error, the first counts.
            self._nodes = {name.text: node for name, node in reversed(self.mapping.pairs)}
        return self._nodes.get(key)

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

    def hold_back(self, key: str, choices: tuple[str, ...] = ()) -> None:
        """Note that a key can hold back; one that is there and empty is an error."""
        self._holding[key] = choices
        for name, node in self.mapping.pairs:
            if name.text == key and is_empty(node):
                words = " or ".join(f"`{choice}`" for choice in choices)
                kinds = {"draft": "`true` or `false`"}
                value = words or kinds.get(key, "a time such as `2030-05-12T08:30:00+02:00`")
                place = Place(self.source.path, name.line, name.column, len(name.text))
                self.say("hold-back", f"`{key}` has no value", place, f"write {value}, or take the line out")

    def say(self, code: str, message: str, place: Place, help: str = "") -> None:  # noqa: A002
        """Add a diagnostic with the excerpt of its line."""
        self.found.append(report(code, message, place, help=help, source=self.source))

    def missing(
        self,
        keys: tuple[str, ...],
        code: str,
        message: str,
        place: Place,
        help: str,  # noqa: A002
        also: tuple[str, ...] = (),
    ) -> None:
        """Add a diagnostic about a required field, or several of which one is required, that the mapping lacks.

        Where an unknown key resembles one of them, or is one of those that ``also`` mean it (in small letters),
        ``finish`` moves the diagnostic to that key. Nothing is added where another error has said why a field has no
        value.
        """
        if any(key in self.mapping.unread or key in self._cut for key in keys):
            return
        if whole := in_quotes(self.source, self.mapping):
            name = self.mapping.pairs[0][0]
            self._asked.add(name.text)
            remedy = f"put quotes around the whole text: {whole}"
            self.say(code, "a text with a colon must be in quotes", place_of(self.source, name), remedy)
            return
        self.say(code, message, place, help)
        self._missing.append((keys, self.found[-1]))
        self._also |= dict.fromkeys(also, keys[0])

    def wrong(self, node: Node, key: str, wanted: str, help: str = "") -> None:  # noqa: A002
        """Say that a value has the wrong type."""
        self.say("wrong-type", f"`{key}` must be {wanted}", place_of(self.source, node), help)

    @property
    def start(self) -> Place:
        """Where the mapping starts."""
        return Place(self.source.path, self.mapping.line, self.mapping.column)

    def key_of(self, key: str) -> Scalar | None:
        """The key itself, where the mapping has it."""
        return next((name for name, _ in self.mapping.pairs if name.text == key), None)

    def has(self, key: str) -> bool:
        """Whether the mapping has the key with a value."""
        return self._get(key) is not None

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
            return seen_text(node, markdown) or default
        self.wrong(node, key, "a text", "put it on one line, in quotes if it holds a colon")
        return default

    def _check_text(self, node: Scalar, key: str = "") -> None:
        """Report what a comment of YAML has cut off, or one of HTML would hide."""
        if node.comment and (found := cut_text(self.source, node)):
            self._cut.add(key)
            if found not in self.found:
                self.found.append(found)
        if "<!--" in node.text and is_unclosed(node.text):
            remedy = "close it with `-->`, or take `<!--` out"
            self.say("open-comment", "a comment is never closed", place_of(self.source, node), remedy)

    def placed_texts(self, key: str, words: bool = False, names: bool = False) -> tuple[tuple[str, Place], ...]:
        """A list of texts with their places; a single text counts as a list of one, or of the ``names`` in it that
        commas part. Comments may follow ``words``, which are names; what is neither is Markdown."""
        node = self._written(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        out: list[tuple[str, Place]] = []
        for item in items:
            if isinstance(item, Scalar):
                if not words:
                    self._check_text(item, key)
                if item is node and (found := glued_entry(self.source, item)):
                    self.found.append(found)
                if item is node and (names or words) and not is_empty(item):
                    out += placed_names(self.source, item)
                elif not is_empty(item):
                    out.append((seen_text(item, not (words or names)), place_of(self.source, item)))
            elif not is_empty(item):
                whole = isinstance(item, Mapping) and in_quotes(self.source, item)
                remedy = f"put quotes around the whole text: {whole}" if whole else "put each text in quotes"
                self.wrong(item, key, "a list of texts", remedy)
        return tuple(one for one in out if one[0])

    def texts(self, key: str, words: bool = False, names: bool = False) -> tuple[str, ...]:
        """The same without places."""
        return tuple(text for text, _ in self.placed_texts(key, words, names))

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes or a no."""
        node = self._get(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.text.lower() in (*_YES, *_NO):
            return node.text.lower() in _YES
        self.wrong(node, key, "`true` or `false`")
        return default

    def number(self, key: str, default: int) -> int:
        """A whole number of 0 or more."""
        node = self._get(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.text.isascii() and node.text.isdigit() and len(node.text) < 10:
            return int(node.text)
        self.wrong(node, key, "a whole number")
        return default

    def choice(self, key: str, allowed: Iterable[str], default: str) -> str:
        """One of some words."""
        words, text = tuple(allowed), self.word(key, default)
        if text in words:
            return text
        names = ", ".join(f"`{word}`" for word in words)
        hint = did_you_mean(text, words) or f"use one of {names}"
        self.say("wrong-type", f"`{text}` is no {key} this tool knows", self.place(key), hint)
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
            message, remedy = not_a_time(node.text if isinstance(node, Scalar) else "", key, wanted, self.zone)
            self.say("wrong-type", message, place_of(self.source, node), remedy)
        return value

    def inner(self, key: str) -> "Fields | None":
        """A nested mapping."""
        node = self._get(key)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return self._nested(node)
        self.wrong(node, key, "a mapping of keys and values")
        return None

    def entries(self, key: str, numbered: bool = False) -> "tuple[Fields, ...]":
        """A list of mappings; empty ones are left out, but those before others where they are known by ``numbered``."""
        node = self._get(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            if not (isinstance(node, Mapping) and node.faults):
                self.wrong(node, key, "a list", "start each entry with `- `")
            return ()
        return tuple(self._entries(key, node, numbered))

    def _entries(self, key: str, node: Sequence, numbered: bool) -> "Iterable[Fields]":
        last = max((place for place, item in enumerate(node.items) if not is_empty(item)), default=-1)
        for place, item in enumerate(node.items):
            if self._is_nothing(item, key):
                if numbered and place < last:
                    yield self._nested(Mapping((), item.line, item.column))
            elif isinstance(item, Mapping):
                yield self._nested(item)
            else:
                self.wrong(item, key, "a list of mappings", "write each entry as `- key: value`")

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
        for item in (one for one in node.items if not self._is_nothing(one, key)):
            if isinstance(item, Scalar):
                if not words:
                    self._check_text(item, key)
                text = seen_text(item, False) if words else trimmed(item.text)
                out.append((text, place_of(self.source, item)))
            elif isinstance(item, Mapping):
                out.append(self._nested(item))
            else:
                self.wrong(item, key, "a list of mappings or texts", "write each entry as `- key: value`")
        return tuple(out)

    def finish(self) -> None:
        """Report the keys that nobody asked for; one that is like a missing field is the cause of that error."""
        for name, node in self.mapping.pairs:
            if name.text not in self._asked:
                self._forgive(node)
                also = self._also.get(name.text.casefold())
                hint = f"did you mean `{also}`?" if also else did_you_mean(name.text, sorted(self._asked))
                place = Place(self.source.path, name.line, name.column, len(name.text))
                refused = refusal(name, node, self._asked, self._holding) if self.guarded else None
                if refused:
                    key, message, remedy = refused
                    self.say("hold-back", message, place_of(self.source, key), remedy)
                    continue
                if (meant := seen_part(name.text)) != name.text and meant in self._asked:
                    message = f"`{meant}` has unseen characters beside it, and is not read"
                    self.say("hold-back" if meant in self._holding else "unknown-key", message, place, "type it anew")
                elif not self._explains(hint, place):
                    message = f"unknown key `{name.text}`"
                    self.say("unknown-key", message, place, hint or known_keys(self._asked))

    def disregard(self, key: str) -> None:
        """Take back what was reported of the keys below one whose value is read in parts, or not at all."""
        if node := self._written(key):
            self._forgive(node)

    def _forgive(self, node: Node) -> None:
        """Take back what was reported of keys that nobody reads: it holds nothing back."""
        if isinstance(node, Mapping):
            if node.faults:
                unread = set(map(id, node.faults))
                self.found[:] = [d for d in self.found if id(d) not in unread]
            for _, inner in node.pairs:
                self._forgive(inner)
        elif isinstance(node, Sequence):
            for item in node.items:
                self._forgive(item)

    def _explains(self, hint: str, place: Place) -> bool:
        """Whether a misspelt key is why a field is missing; the error is then reported there, with its hint."""
        for number, (keys, lacking) in enumerate(self._missing):
            if hint in map("did you mean `{}`?".format, keys):
                moved = report(lacking.code, lacking.message, place, help=hint, source=self.source)
                self.found[self.found.index(lacking)] = moved
                del self._missing[number]
                return True
        return False
