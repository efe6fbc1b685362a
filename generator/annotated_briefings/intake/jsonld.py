"""JSON-LD read into the terms of one context, in whatever shape a tool has written it.

These are the parts of JSON-LD 1.1 (https://www.w3.org/TR/json-ld11-api/, sections 4 to 6) that annotations are written
with: contexts as objects, lists and the known address; terms, prefixes and ``@vocab``; other names of keywords; types
given by a context; ``@value``, ``@list``, ``@set``, ``@graph``, and texts by language. Contexts within terms,
``@reverse`` and ``@nest`` are not read, and relative addresses stay as they are. Nothing is fetched.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from annotated_briefings.base.values import Value

_REFERENCES = ("@id", "@vocab")
"""Types of terms whose texts are addresses or names instead of literal texts."""


class UnknownContext(Exception):
    """A document refers to a context by an address that is not known; its argument is the address."""


class _Term(Value):
    """What a name means."""

    iri: str
    """The address or the keyword that it stands for; empty for a name without a meaning."""
    kind: str = ""
    """``@id`` or ``@vocab`` where its texts are addresses or names, else empty or the type of its values."""
    by_key: bool = False
    """Whether its values are in a mapping, by language or by an index without meaning."""


class _Context(Value):
    """What names mean at one place of a document."""

    terms: Mapping[str, _Term]
    """The names that were declared."""
    vocab: str = ""
    """What comes before names that were not."""

    def expand(self, name: str, *, declared: bool = True) -> str:
        """The address or keyword that a name stands for; ``declared`` where it may be a term."""
        if name.startswith("@"):
            return name
        if declared and name in self.terms:
            return self.terms[name].iri
        prefix, colon, rest = name.partition(":")
        if colon:
            known = self.terms.get(prefix)
            return known.iri + rest if known and known.iri and prefix != "_" and not rest.startswith("//") else name
        return self.vocab + name if declared and self.vocab else name


class Vocabulary:
    """One context, and the addresses that documents may name it by."""

    def __init__(self, context: Mapping[str, Any], addresses: tuple[str, ...]) -> None:
        self._addresses = addresses
        self._local = context
        self._empty = _Context({})
        self._own = self._with(self._empty, context)
        self._names = {term.iri: name for name, term in self._own.terms.items()}

    def read(self, document: Any) -> list[Any]:
        """The nodes of a document with the names and keywords of this context, without what it has no name for. A value
        that is alone is not in a list. Raises UnknownContext."""
        found: list[Any] = []
        for node in self._many(document, self._empty, ""):
            # A node with nothing but a graph is the graph itself.
            found += node["@graph"] if isinstance(node, dict) and node.keys() == {"@graph"} else [node]
        return found

    def _with(self, active: _Context, local: Any) -> _Context:
        """A context and what a ``@context`` adds to it."""
        if local is None:
            return self._empty
        if isinstance(local, list):
            for one in local:
                active = self._with(active, one)
            return active
        if isinstance(local, str):
            if local not in self._addresses:
                raise UnknownContext(local)
            return self._with(active, self._local)
        if not isinstance(local, Mapping):
            return active
        vocab = local.get("@vocab", active.vocab)
        vocab = active.expand(vocab) if isinstance(vocab, str) and vocab else ""
        terms = dict(active.terms)
        made = _Context(terms, vocab)
        waiting = {name for name in local if not name.startswith("@")}
        for name in local:
            _declare(name, local, made, terms, waiting)
        return made

    def _many(self, value: Any, active: _Context, kind: str) -> Iterator[Any]:
        """What is at one place, whatever lists it is in."""
        if isinstance(value, list):
            for one in value:
                yield from self._many(one, active, kind)
        elif isinstance(value, dict):
            yield from self._node(value, active, kind)
        elif isinstance(value, str) and kind in _REFERENCES:
            # No address has spaces: what has some is a text that somebody put in the place of an address.
            spaced = any(map(str.isspace, value))
            yield {"id": value if spaced else active.expand(value, declared=kind == "@vocab")}
        elif value is not None:
            yield value

    def _node(self, node: dict[str, Any], active: _Context, kind: str) -> Iterator[Any]:
        if "@context" in node:
            active = self._with(active, node["@context"])
        out: dict[str, list[Any]] = {}
        for key, value in node.items():
            iri = active.expand(key)
            if iri in ("@list", "@set"):
                yield from self._many(value, active, kind)
                return
            if iri == "@value":
                if value is not None:
                    yield value
                return
            if iri == "@id" and isinstance(value, str):
                out["id"] = [active.expand(value, declared=False)]
            elif iri == "@type":
                kinds = (active.expand(one) for one in (value if isinstance(value, list) else [value]) if _is_text(one))
                out.setdefault("type", []).extend(self._names.get(one, one) for one in kinds)
            elif iri == "@graph":
                out["@graph"] = [list(self._many(value, active, ""))]
            elif iri in self._names and not iri.startswith("@"):
                name, term = self._names[iri], active.terms.get(key) or _Term(iri)
                parts = list(value.values()) if term.by_key and isinstance(value, dict) else value
                found = self._many(parts, active, term.kind)
                out.setdefault(name, []).extend(self._shown(one, self._own.terms[name].kind) for one in found)
        yield {name: values[0] if len(values) == 1 else values for name, values in out.items()}

    def _shown(self, value: Any, kind: str) -> Any:
        """A value as this context writes it: a reference alone as its address or name."""
        if kind not in _REFERENCES:
            return value
        if not isinstance(value, dict):
            return {"@value": value}
        if value.keys() != {"id"}:
            return value
        return self._names.get(value["id"], value["id"]) if kind == "@vocab" else value["id"]


def _declare(name: str, local: Mapping[str, Any], made: _Context, terms: dict[str, _Term], waiting: set[str]) -> None:
    """Add a term to a context, after the term that is its prefix."""
    if name not in waiting:
        return
    waiting.discard(name)
    given = local[name]
    whole = given if isinstance(given, Mapping) else {"@id": given}
    iri, kind = whole.get("@id", name), whole.get("@type", "")
    if not _is_text(iri):
        terms[name] = _Term("")
        return
    for text in (iri, kind) if _is_text(kind) else (iri,):
        _declare(text if text in waiting else text.partition(":")[0], local, made, terms, waiting)
    terms.pop(name, None)
    container = whole.get("@container")
    by_key = any(one in ("@language", "@index") for one in (container if isinstance(container, list) else [container]))
    terms[name] = _Term(made.expand(iri), made.expand(kind) if _is_text(kind) else "", by_key)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
