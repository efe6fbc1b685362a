"""Proofs: lines of the ledger which say that some words are in a collected text, or that their clause denies them
there, so that a machine without the text knows it too. A proof holds digests alone, and no word of the text.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ledger import UNDONE

RULE = 11
"""The rule by which words are looked up today: since 2 the clause around them must not deny them,
since 3 brackets in them must not change what is quoted, since 4 they must not be only supposed or taken back, since 5
a denying word in a name denies nothing, since 6 nothing around them must take them back or limit them,
since 7 they must not run over the border of two blocks, and no list, table, answer or correction must deny them,
since 8 nor a verdict on their letter or number in a list, and two negations may be one denial,
since 9 no word beside them may govern them: ceasing, exceptions, `few`, `whether`, a possessor, a relative clause,
since 10 their sentence must not call them wrong, and what each paper sets in its own way is the same,
since 11 it must not call the clause false that they are of, and more of what papers set in their own way is the same.
What an older rule found is looked up again where the text is."""
_KEYS = {QuoteStanding.STATED: "proof", QuoteStanding.TURNED: "turned", QuoteStanding.CHANGED: "changed"}
"""The first key of the lines of each kind."""


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
    wrote: str = ""
    """Digests of the entries that import put into lists of its draft; empty where that is not known."""


class Proof(Value):
    """What was found of some words in the text of an article."""

    text: str
    """Digest of the text."""
    standing: QuoteStanding
    """How the words occur in it."""
    rule: int
    """The rule by which they were looked up."""


class LedgerFacts(Value):
    """What the ledger says of articles and of words that were found in them."""

    articles: Mapping[str, Provenance]
    """Articles by id."""
    proofs: Mapping[str, Mapping[str, Proof]]
    """Id of an article to the digests of the words that were looked up in it, each with what was found."""

    def proof(self, article: str, words: str) -> Proof | None:
        """What was found of words, given by their digest, in an article; not in a text that it no longer has."""
        found = self.proofs.get(article, {}).get(words)
        known = self.articles.get(article)
        return found if found and (known is None or not known.text or known.text == found.text) else None


def words_digest(words: str) -> str:
    """The digest of quoted words in their normal form."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def text_digest(text: str) -> str:
    """Digest of a text alone (16 hex digits): of all its characters but white space."""
    return blake2b("".join(text.split()).encode("utf-8", "replace"), digest_size=8).hexdigest()


def proof_lines_of(article: str, text: str, found: Mapping[str, QuoteStanding]) -> Iterator[str]:
    """Lines of the ledger: how words, given by their digests, occur in the text, given likewise, of an article."""
    for standing, key in _KEYS.items():
        if words := sorted(word for word, one in found.items() if one is standing):
            fields = {key: article, "text": text, "words": words, "rule": RULE}
            yield json.dumps(fields, ensure_ascii=False) + "\n"


def read_facts(lines: Iterable[str]) -> LedgerFacts:
    """Articles and proofs of the lines of a ledger; those that are neither are passed over, and of two about one
    article the later one holds."""
    articles: dict[str, Provenance] = {}
    proofs: dict[str, dict[str, Proof]] = {}
    for line in lines:
        if not line.startswith("{"):
            continue
        try:
            raw = read_json(line)
        except ValueError:
            continue
        standing = next((one for one, key in _KEYS.items() if isinstance(raw.get(key), str)), None)
        if standing:
            words, rule = raw.get("words", ()), raw.get("rule", 1)
            proof = Proof(_text(raw, "text"), standing, rule if isinstance(rule, int) else 1)
            known = proofs.setdefault(raw[_KEYS[standing]], {})
            known.update(dict.fromkeys(map(str, words if isinstance(words, list) else (words,)), proof))
        elif isinstance(raw.get("id"), str):
            # What was taken back with its import is the text of no source; it may come again.
            articles.pop(raw["id"], None)
            if raw.get("verdict") == UNDONE:
                continue
            names = ("id", "brief", "into", "verdict", "url", "outlet", "title", "text", "wrote")
            articles[raw["id"]] = Provenance(*(_text(raw, name) for name in names))
    return LedgerFacts(articles, proofs)


def _text(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name, "")
    return value if isinstance(value, str) else ""
