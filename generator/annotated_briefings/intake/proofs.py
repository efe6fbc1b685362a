"""Proofs: lines of the ledger which say that some words stand in a collected text, so that a machine without the text
knows it too. A proof holds digests alone, and no word of the text.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ledger import UNDONE


class Provenance(Value):
    """Where a collected article came from, as far as the ledger says."""

    id: str
    """Its id."""
    brief: str
    """Path of the brief that stands for it; may be empty."""
    into: str
    """Id of the article that it was folded into; empty for one with its own brief."""
    verdict: str
    """What import decided; ``attached`` for the text of a source that an editor gave."""
    url: str
    """Its web address, or empty."""
    outlet: str
    """Its outlet as it was stated, or empty."""
    title: str
    """Its headline as it was stated, or empty."""
    text: str
    """Digest of its text; empty where the line was written before proofs were."""


class LedgerFacts(Value):
    """What the ledger says of articles and of words that were found in them."""

    articles: Mapping[str, Provenance]
    """Articles by id."""
    proofs: Mapping[str, Mapping[str, str]]
    """Id of an article to the digests of the words that were found in it, each with the digest of the text."""

    def proves(self, article: str, words: str) -> bool:
        """Whether words, given by their digest, were found in an article; not in a text that it no longer has."""
        found = self.proofs.get(article, {}).get(words)
        known = self.articles.get(article)
        return found is not None and (known is None or not known.text or known.text == found)


def words_digest(words: str) -> str:
    """The digest of quoted words in their normal form."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def text_digest(text: str) -> str:
    """Digest of a text alone (16 hex digits): of all its characters but white space."""
    return blake2b("".join(text.split()).encode("utf-8", "replace"), digest_size=8).hexdigest()


def proof_line(article: str, text: str, words: Iterable[str]) -> str:
    """A line of the ledger: words, given by their digests, stand in the text, given likewise, of an article."""
    fields = {"proof": article, "text": text, "words": sorted(set(words))}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def read_facts(source: Source) -> LedgerFacts:
    """Articles and proofs of a ledger; lines that are neither are passed over, and of two about one article the later
    one holds."""
    articles: dict[str, Provenance] = {}
    proofs: dict[str, dict[str, str]] = {}
    for line in source.text.split("\n"):
        if not line.startswith("{"):
            continue
        try:
            raw = read_json(line)
        except ValueError:
            continue
        if isinstance(raw.get("proof"), str):
            words = raw.get("words", ())
            known = proofs.setdefault(raw["proof"], {})
            known.update(dict.fromkeys(map(str, words if isinstance(words, list) else (words,)), _text(raw, "text")))
        elif isinstance(raw.get("id"), str):
            # What was taken back with its import is the text of no source; it may come again.
            articles.pop(raw["id"], None)
            if raw.get("verdict") == UNDONE:
                continue
            names = ("id", "brief", "into", "verdict", "url", "outlet", "title", "text")
            articles[raw["id"]] = Provenance(*(_text(raw, name) for name in names))
    return LedgerFacts(articles, proofs)


def _text(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name, "")
    return value if isinstance(value, str) else ""
