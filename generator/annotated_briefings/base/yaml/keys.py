"""The keys of a mapping: which are missing or unknown, and which may be meant to hold something back."""

import re
from collections.abc import Iterable, Set
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field

from annotated_briefings.base.diagnostics import Diagnostic, closest, report
from annotated_briefings.base.diagnostics.similar import is_misspelt
from annotated_briefings.base.hold_back import meant_by, names_readers
from annotated_briefings.base.meant.readers import excludes
from annotated_briefings.base.meant.states import is_closing_label, is_not_public, lacks_time, without_tool
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.texts import in_quotes, is_empty, place_of, seen_part
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.base.yaml.writer import in_brackets, quoted

_FEW = 12
"""Keys that a remedy may name one by one."""


def _known_keys(known: Set[str]) -> str:
    """What to do about a key that is like no other: the others, where they are few."""
    if len(known) > _FEW:
        return "take it out, or correct its spelling"
    return "what is known here: " + ", ".join(f"`{key}`" for key in sorted(known))


def _refusal(
    name: Scalar, node: Node, known: Set[str], holding: Lookup[str, tuple[str, ...]]
) -> tuple[Scalar, str, str] | None:
    """The key that sounds as if it held something back, an unknown one or one below it, with a message and a remedy.

    ``holding`` are the keys that do hold back, each with the values that it may have.
    """
    # The day a source was `published` holds nothing back, however it is misspelt.
    harmless = [key for key in known if key not in holding and meant_by(key)]
    if any(is_misspelt(name.text, key, 1) for key in harmless):
        return None
    inner = node.pairs if isinstance(node, Mapping) else ()
    for key, value in ((name, node), *inner):
        meant = meant_by(key.text) or ("draft" if _is_held_by(without_tool(key.text), value) else "")
        if meant:
            message = f"`{key.text}` is not a key of this tool, and sounds as if this must not be published yet"
            return key, message, _remedy(meant, holding)
    return None


def _is_held_by(key: str, value: Node) -> bool:
    """Whether a key and its value say together that something is not public: `for: desk`, `freigegeben: nein`."""
    if excludes(key, _plain_value(value)):
        return True
    if isinstance(value, Sequence):
        return bool(value.items) and all(_is_held_by(key, one) for one in value.items)
    if not isinstance(value, Scalar):
        return False
    text = "" if is_empty(value) else value.text
    is_restricting = names_readers(key, text) or is_not_public(key, text) or is_closing_label(key, text)
    return is_restricting or lacks_time(key, text)


def _plain_value(node: Node) -> object:
    """What a node holds, as texts, lists and mappings of them."""
    if isinstance(node, Mapping):
        return {key.text: _plain_value(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [_plain_value(one) for one in node.items]
    return node.text if isinstance(node, Scalar) and not is_empty(node) else None


def _remedy(meant: str, holding: Lookup[str, tuple[str, ...]]) -> str:
    own = meant if meant in holding else next(iter(holding), "")
    choices = holding.get(own, ())
    written = f"`{own}: {choices[-1]}`" if choices else "`draft: true`" if own == "draft" else f"`{own}`"
    if own:
        return f"write {written} to hold it back, or take the line out"
    return "take the entry out to hold it back, or take the line out"


@dataclass(slots=True)
class Lacking:
    """What a mapping lacks, and other names of its keys: by these, unknown keys are told what is meant."""

    missing: list[tuple[tuple[str, ...], Diagnostic]] = field(default_factory=list)
    """Keys of which one is required and none has a value, with the diagnostic that reports it."""
    called: list[tuple[Iterable[str], str]] = field(default_factory=list)
    """What other tools and other languages call a key, in small letters, and the key."""

    def meant_by(self, name: str, known: Set[str]) -> str:
        """The known key that an unknown one is meant to be; empty where it is like none."""
        plain = _plain(name)
        same = next((key for key in sorted(known) if _plain(key) == plain), "")
        other = next((key for words, key in self.called if plain in map(_plain, words)), "")
        return same or other or closest(name, sorted(known))

    def take(self, meant: str, found: list[Diagnostic]) -> Diagnostic | None:
        """The diagnostic about a missing field, taken out of ``found`` because a misspelt key is why it is missing."""
        for number, (keys, lacking) in enumerate(self.missing):
            if meant in keys:
                del self.missing[number]
                found.remove(lacking)
                return lacking
        return None


def _plain(key: str) -> str:
    return key.casefold().replace("-", "_").replace(" ", "_").strip("_")


def unknown_key(name: Scalar, meant: str, given: Set[str], known: Set[str], source: Source) -> Diagnostic:
    """What is reported of a key that nobody reads; ``given`` are the known keys that the mapping has."""
    place = Place(source.path, name.line, name.column, len(name.text))
    hint = _known_keys(known)
    if meant:
        close = f"did you mean `{meant}`?"
        hint = f"`{meant}` is there already; keep one of them" if meant in given else close
    message = f"unknown key `{name.text}`"
    return report("unknown-key", message, place, help=hint, source=source, meant=meant)


def entry_of(key: str, text: str) -> str:
    """An entry of a list that has a text under a key, for a remedy."""
    return in_code(f"- {key}: {quoted(text)}")


def mapping_of(key: str, inner: str, text: str, more: str = "") -> str:
    """A remedy for a text where there must be a mapping: the text under one of its keys, and ``more`` fields that are
    still to be filled in."""
    fields = ", ".join(filter(None, (f"{inner}: {in_brackets(text)}", more)))
    written = f"write {in_code(f'{key}: {{{fields}}}')}"
    return f"{written}, with words in place of the dots" if more else written


@dataclass(slots=True)
class AskedKeys:
    """The keys of one mapping that is being read: those that its reader asks for, and what is wrong with the others.

    ``found`` gathers the diagnostics.
    """

    source: Source
    mapping: Mapping
    found: list[Diagnostic]
    guarded: bool = False
    """Whether it is a part of something that can be held back; a key that sounds like that leaves out the part."""
    pair: tuple[str, ...] = ()
    """The two keys that one key with its value may be meant as, where the mapping is an entry of a list."""
    _asked: set[str] = field(default_factory=set)
    lacking: Lacking = field(default_factory=Lacking)
    """What the mapping lacks, and other names of its keys."""
    _nodes: dict[str, Node] = field(default_factory=dict)
    _holding: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _cut: set[str] = field(default_factory=set)
    """Keys of texts of which a comment has cut something off."""

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

    def report(self, code: str, message: str, place: Place, help: str = "") -> None:  # noqa: A002
        """Add a diagnostic with the excerpt of its line."""
        self.found.append(report(code, message, place, help=help, source=self.source))

    def hold_back(self, key: str, choices: tuple[str, ...] = ()) -> None:
        """Note that a key can hold back; one that is there and empty is an error."""
        self._holding[key] = choices
        for name, node in self.mapping.pairs:
            if name.text == key and is_empty(node):
                words = " or ".join(f"`{choice}`" for choice in choices)
                kinds = {"draft": "`true` or `false`"}
                value = words or kinds.get(key, "a time such as `2030-05-12T08:30:00+02:00`")
                place = Place(self.source.path, name.line, name.column, len(name.text))
                self.report("hold-back", f"`{key}` has no value", place, f"write {value}, or take the line out")

    def missing(self, keys: tuple[str, ...], code: str, message: str, place: Place, help: str) -> None:  # noqa: A002
        """Add a diagnostic about a required field, or several of which one is required, that the mapping lacks.

        Where an unknown key means one of them, ``finish`` moves the diagnostic to that key. Nothing is added where
        another error has said why a field has no value.
        """
        if any(key in self.mapping.unread or key in self._cut for key in keys):
            return
        if remedy := self._as_pair():
            self._cut.update(self.pair)
            self._asked.add(self.mapping.pairs[0][0].text)
            self.report(code, message, place_of(self.source, self.mapping.pairs[0][0]), remedy)
            return
        if whole := in_quotes(self.source, self.mapping):
            name = self.mapping.pairs[0][0]
            self._asked.add(name.text)
            remedy = f"put quotes around the whole text: {whole}"
            self.report(code, "a text with a colon must be in quotes", place_of(self.source, name), remedy)
            return
        self.report(code, message, place, help)
        self.lacking.missing.append((keys, self.found[-1]))

    def _as_pair(self) -> str:
        """How an entry that is one key with its value is written with the keys that both are meant as; empty for any
        other, such as one whose key is like one that is known."""
        if not self.pair or not in_quotes(self.source, self.mapping):
            return ""
        name, node = self.mapping.pairs[0]
        if not isinstance(node, Scalar) or closest(name.text, self._asked):
            return ""
        parts = [name.text, node.text]
        if self.pair[0] == "value" and not re.search(r"\d", name.text):
            parts.reverse()
        first, second = zip(self.pair, parts, strict=True)
        return f"write {entry_of(*first)}, and below it {in_code(f'{second[0]}: {quoted(second[1])}')}"

    def finish(self) -> None:
        """Report the keys that nobody asked for; one that is like a missing field is the cause of that error."""
        for name, node in self.mapping.pairs:
            if name.text in self._asked:
                continue
            self._forgive(node)
            place = Place(self.source.path, name.line, name.column, len(name.text))
            refused = _refusal(name, node, self._asked, self._holding) if self.guarded else None
            seen, meant = seen_part(name.text), self.lacking.meant_by(name.text, self._asked)
            if refused:
                key, message, remedy = refused
                self.report("hold-back", message, place_of(self.source, key), remedy)
            elif seen != name.text and seen in self._asked:
                code = "hold-back" if seen in self._holding else "unknown-key"
                self.report(code, f"`{seen}` has unseen characters beside it, and is not read", place, "type it anew")
            elif lacking := self.lacking.take(meant, self.found):
                self.report(lacking.code, lacking.message, place, f"did you mean `{meant}`?")
            elif remedy := self._as_pair():
                self.report("unknown-key", f"unknown key `{name.text}`", place, remedy)
            else:
                given = {key.text for key, value in self.mapping.pairs if not is_empty(value)}
                self.found.append(unknown_key(name, meant, given, self._asked, self.source))

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
