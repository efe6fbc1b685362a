"""The keys of a mapping: which are missing or unknown, and which may be meant to hold something back."""

from collections.abc import Mapping as Lookup
from collections.abc import Set
from dataclasses import dataclass, field

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.diagnostics.similar import is_misspelt
from annotated_briefings.base.hold_back import meant_by, names_readers
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.texts import in_quotes, is_empty, place_of, seen_part

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
        readers = "draft" if isinstance(value, Scalar) and names_readers(key.text, value.text) else ""
        if meant := meant_by(key.text) or readers:
            message = f"`{key.text}` is not a key of this tool, and sounds as if this must not be published yet"
            return key, message, _remedy(meant, holding)
    return None


def _remedy(meant: str, holding: Lookup[str, tuple[str, ...]]) -> str:
    own = meant if meant in holding else next(iter(holding), "")
    choices = holding.get(own, ())
    written = f"`{own}: {choices[-1]}`" if choices else "`draft: true`" if own == "draft" else f"`{own}`"
    if own:
        return f"write {written} to hold it back, or take the line out"
    return "take the entry out to hold it back, or take the line out"


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
    _asked: set[str] = field(default_factory=set)
    _missing: list[tuple[tuple[str, ...], Diagnostic]] = field(default_factory=list)
    _nodes: dict[str, Node] = field(default_factory=dict)
    _holding: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _also: dict[str, str] = field(default_factory=dict)
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

    def say(self, code: str, message: str, place: Place, help: str = "") -> None:  # noqa: A002
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
                self.say("hold-back", f"`{key}` has no value", place, f"write {value}, or take the line out")

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

    def finish(self) -> None:
        """Report the keys that nobody asked for; one that is like a missing field is the cause of that error."""
        for name, node in self.mapping.pairs:
            if name.text not in self._asked:
                self._forgive(node)
                also = self._also.get(name.text.casefold())
                hint = f"did you mean `{also}`?" if also else did_you_mean(name.text, sorted(self._asked))
                place = Place(self.source.path, name.line, name.column, len(name.text))
                refused = _refusal(name, node, self._asked, self._holding) if self.guarded else None
                if refused:
                    key, message, remedy = refused
                    self.say("hold-back", message, place_of(self.source, key), remedy)
                    continue
                if (meant := seen_part(name.text)) != name.text and meant in self._asked:
                    message = f"`{meant}` has unseen characters beside it, and is not read"
                    self.say("hold-back" if meant in self._holding else "unknown-key", message, place, "type it anew")
                elif not self._explains(hint, place):
                    message = f"unknown key `{name.text}`"
                    self.say("unknown-key", message, place, hint or _known_keys(self._asked))

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
