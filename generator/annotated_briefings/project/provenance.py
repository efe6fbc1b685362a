"""Which collected articles are the text of which source of a brief."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from annotated_briefings.base.blocks.laid_out import with_rows
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.paths import is_slug
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import COLLECTED
from annotated_briefings.base.web import plain_address
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.model import Brief, SourceRef
from annotated_briefings.intake.proofs import LedgerFacts, Provenance
from annotated_briefings.storage.ledger import open_ledger

_OLDER = "superseded"
"""The verdict on a text whose place another one took: it proves words of a source only where it is surely its text."""
_ARTICLE = regex(r"^(?:the|der|die|das|le|la|les|el) ")

_FRONT_MATTER = "\n---\n"


@dataclass(frozen=True)
class Provenances:
    """What the ledger says of where articles came from, ready to be asked by brief."""

    facts: LedgerFacts
    """The ledger."""

    @cached_property
    def _by_brief(self) -> Mapping[str, Sequence[str]]:
        return _grouped((known.brief, known.id) for known in self.facts.articles.values())

    @cached_property
    def _by_main(self) -> Mapping[str, Sequence[str]]:
        return _grouped((known.into, known.id) for known in self.facts.articles.values())

    @cached_property
    def _by_address(self) -> Mapping[str, Sequence[str]]:
        return _grouped((plain_address(known.url), known.id) for known in self.facts.articles.values() if known.url)

    def own(self, brief: Brief) -> tuple[str, ...]:
        """The articles that a brief stands for, those that were folded into them, and what was attached to it."""
        found = dict.fromkeys((*brief.articles, *self._by_brief.get(brief.path, ())))
        return tuple(dict.fromkeys((*found, *(one for main in found for one in self._by_main.get(main, ())))))

    def at(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """The articles that were collected at some web addresses."""
        return tuple(one for url in addresses for one in self._by_address.get(plain_address(url), ()))

    def of_sources(self, brief: Brief) -> tuple[tuple[str, ...], ...]:
        """For each source of a brief the ids of the articles that are its text."""
        if not self.facts.articles and not brief.articles:
            return ((),) * len(brief.sources)
        own = self.own(brief)
        out: list[list[str]] = []
        matches = {one: [_is_of(self._known(one), source) for source in brief.sources] for one in own}
        for number, source in enumerate(brief.sources):
            at_address = self._by_address.get(plain_address(source.url), ()) if source.url else ()
            out.append(list(dict.fromkeys((*(one for one in own if matches[one][number]), *at_address))))
        for one in own:
            # Nothing that the article states can be compared: it is the text of the one source that it can be of.
            free = [number for number, is_of in enumerate(matches[one]) if is_of is None and not out[number]]
            silent = self._known(one).verdict != _OLDER and not any(matches[one])
            if silent and (len(brief.sources) == 1 or len(free) == 1) and None in matches[one]:
                out[0 if len(brief.sources) == 1 else free[0]].append(one)
        return tuple(map(tuple, out))

    def _known(self, identity: str) -> Provenance:
        return self.facts.articles.get(identity) or Provenance(identity, "", "", "", "", "", "", "")


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    out: dict[str, list[str]] = {}
    for key, identity in pairs:
        if key:
            out.setdefault(key, []).append(identity)
    return out


def _is_of(known: Provenance, source: SourceRef) -> bool | None:
    """Whether an article is the text of a source; None where they state nothing that could be compared."""
    if known.url and source.url:
        return plain_address(known.url) == plain_address(source.url)
    pairs = [(a, b) for a, b in ((known.outlet, source.outlet), (known.title, source.title)) if a and b]
    return all(_name(a) == _name(b) for a, b in pairs) if pairs else None


def _name(text: str) -> str:
    """A name or a headline without what does not tell it from another: case, a full stop, the article before it."""
    return _ARTICLE.sub("", plain_quote(text).rstrip(".").casefold())


def made_draft(root: Path, identity: str) -> str:
    """The draft of an article as import wrote it; empty when it is not here."""
    try:
        return (root / COLLECTED / f"{identity}.md").read_text(encoding="utf-8") if is_slug(identity) else ""
    except (OSError, ValueError):
        return ""


def collected_text(root: Path, identity: str) -> str | None:
    """The text of an article as it was collected; None when it is not here.

    Earlier versions kept tables and lists in one line; what import made of the article has their rows and items.
    """
    folder = root / COLLECTED
    try:
        text = (folder / f"{identity}.txt").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    try:
        made = (folder / f"{identity}.md").read_text(encoding="utf-8") if "\t" not in text else ""
    except (OSError, ValueError):
        return text
    return with_rows(text, made.partition(_FRONT_MATTER)[2])


def wrote_entries(root: Path, identity: str) -> str:
    """Digests of the entries that import put into lists of the draft of an article, as the ledger has them; empty where
    it does not know."""
    with suppress(OSError):
        for line in reversed([*open_ledger(root).texts(f'{{"id": "{identity}"')]):
            with suppress(ValueError):
                return str(read_json(line).get("wrote", ""))
    return ""
