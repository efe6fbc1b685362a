"""Where annotations say that they are: the words of a passage, or what names its place instead."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.foreign_notes.bodies import iri, many, plain, spread, text_of

_FRAGMENT = regex(r":~:(?:[^&]*&)*?text=([^&]+)")
"""The words in the fragment of an address (https://wicg.github.io/scroll-to-text-fragment/)."""


class NamedPassage(Value):
    """A passage of a page."""

    quote: str = ""
    """Its words; empty for a whole page, or where only its place is named."""
    prefix: str = ""
    """Words before it."""
    suffix: str = ""
    """Words after it."""
    end: str = ""
    """Its last words, where ``quote`` has only the first ones; empty where that has all of them."""
    to_end: bool = True
    """Whether the last words belong to it; else it ends before them."""
    named_by: str = ""
    """What names its place, such as ``XPathSelector``, where no words do; empty for a whole page."""


def passage_of(address: str, selectors: Iterable[Any]) -> NamedPassage:
    """The passage that an address and the selectors beside it name."""
    known = [one for one in spread(selectors) if isinstance(one, dict)]
    found = next(_quotes(known), None) or _in_fragment(address)
    kinds = (kind for one in known for kind in map(plain, many(one.get("type"))) if kind)
    return found or NamedPassage(named_by=next(kinds, ""))


def passages_of(targets: Iterable[Any]) -> tuple[tuple[str, NamedPassage], ...]:
    """The passages of an annotation, each with its address; a page that is named beside a passage of it is no other
    target."""
    found = []
    for target in spread(targets):
        inner = target if isinstance(target, dict) else {}
        address = iri(inner.get("source")) or iri(target)
        found.append((address, passage_of(address, many(inner.get("selector")))))
    exact = {address for address, passage in found if passage != NamedPassage()}
    every = ((address, passage) for address, passage in found if passage != NamedPassage() or address not in exact)
    return tuple(dict.fromkeys(every))


def _quotes(selectors: Iterable[Any]) -> Iterator[NamedPassage]:
    """Passages that selectors name by words, those that refine others too."""
    for selector in spread(selectors):
        if not isinstance(selector, dict):
            continue
        kinds = many(selector.get("type"))
        quote = text_of(selector.get("exact"))
        if "TextQuoteSelector" in kinds and quote.strip():
            yield NamedPassage(quote, text_of(selector.get("prefix")), text_of(selector.get("suffix")))
        if "FragmentSelector" in kinds and (found := _in_fragment(text_of(selector.get("value")))):
            yield found
        if "RangeSelector" in kinds:
            first = next(_quotes(many(selector.get("startSelector"))), None)
            last = next(_quotes(many(selector.get("endSelector"))), None)
            if first and last:
                # It ends before what the second selector selects (Web Annotation Data Model, 4.2.9).
                yield NamedPassage(first.quote, first.prefix, end=last.quote, to_end=False)
        yield from _quotes(many(selector.get("refinedBy")))


def _in_fragment(address: str) -> NamedPassage | None:
    """The passage that the fragment of an address names by its words."""
    found = _FRAGMENT.search(address)
    if not found:
        return None
    parts = found[1].split(",")
    prefix = parts.pop(0)[:-1] if len(parts) > 1 and parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if len(parts) > 1 and parts[-1].startswith("-") else ""
    quote, prefix, suffix, end = map(unquote, (parts[0], prefix, suffix, parts[1] if len(parts) == 2 else ""))
    return NamedPassage(quote, prefix, suffix, end) if quote.strip() and len(parts) < 3 else None
