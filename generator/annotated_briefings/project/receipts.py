"""The quotes of briefs looked up in the collected articles, and the proofs of those that were found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.site_files import COLLECTED, LEDGER
from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.model import Brief, Figure, KeyPoint
from annotated_briefings.content.quotations.edited import standing_in
from annotated_briefings.intake.proofs import RULE, proof_lines_of, text_digest, words_digest
from annotated_briefings.project.misattributions import Holds, misattributions
from annotated_briefings.project.provenance import Provenances, collected_text
from annotated_briefings.site.checks.misattributed import misattributed
from annotated_briefings.site.checks.unsupported_quotes import (
    MissingReceipt,
    UnprovedQuotation,
    quotations_to_prove,
    unsupported,
)
from annotated_briefings.site.model.receipts import Lookup, ReceiptKind, Receipts, receipt_kind, statement_of
from annotated_briefings.storage.files import reason
from annotated_briefings.storage.ledger import append_to_ledger
from annotated_briefings.storage.locks import SOURCES, LockBusy, hold_lock

_QUOTATION = "> "
"""Mark of the proofs of quotations, which may leave words out where receipts may not."""


@dataclass(slots=True)
class Proofs:
    """The result of looking up the quotes of some briefs."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    """Quotes that nothing proves."""
    receipts: dict[str, Receipts] = field(default_factory=dict)
    """Paths of briefs and the verdicts on their receipts: two briefs may have one slug."""
    unchecked: dict[str, frozenset[str]] = field(default_factory=dict)
    """Paths of briefs, and what they quote of others to whom they link and whose text was never collected."""
    found: dict[str, dict[str, QuoteStanding]] = field(default_factory=dict)
    """Ids of articles, and digests of words, with how they occur there, of which the ledger does not say so yet."""


class _Texts:
    """The collected texts and the proofs of the ledger."""

    def __init__(self, root: Path, known: Provenances, proofs: Proofs, verify: bool) -> None:
        self._root, self._known, self._proofs, self._verify = root, known, proofs, verify
        # The receipts of a brief, and mostly those of its neighbours, are looked up in few texts.
        self.text = lru_cache(maxsize=16)(self._read)

    def _read(self, identity: str) -> str | None:
        """The text of an article as it was collected; None when it is not here."""
        return collected_text(self._root, identity)

    def look_up(self, words: str, articles: Sequence[str], holds: Holds, mark: str = "") -> Lookup:
        """What becomes of words in the texts of some articles.

        A proof spares reading the text, but where texts are to be verified. ``mark`` tells apart proofs of words that
        are looked for in another way.
        """
        if not articles:
            return Lookup.NEVER
        digest = words_digest(mark + plain_quote(words))
        known = {one: proof for one in articles if (proof := self._known.facts.proof(one, digest))}
        # What an older rule found is looked up again where that can be done.
        sure = {
            one: proof.standing
            for one, proof in known.items()
            if (proof.rule >= RULE and not self._verify) or self.text(one) is None
        }
        if QuoteStanding.STATED in sure.values():
            return Lookup.FOUND
        here = [(one, text) for one in articles if one not in sure and (text := self.text(one)) is not None]
        standings = {*sure.values()}
        for one, text in here:
            standing = holds(text, words)
            proof = known.get(one)
            if standing is not QuoteStanding.ABSENT and (not proof or (proof.standing, proof.rule) != (standing, RULE)):
                self._proofs.found.setdefault(one, {})[digest] = standing
            if standing is QuoteStanding.STATED:
                return Lookup.FOUND
            standings.add(standing)
        if QuoteStanding.TURNED in standings:
            return Lookup.TURNED
        if QuoteStanding.CHANGED in standings:
            return Lookup.CHANGED
        return Lookup.NOT_FOUND if len(here) == len(articles) else Lookup.UNPROVED


def prove(
    root: Path,
    briefs: Iterable[Brief],
    sources: Mapping[str, Source],
    language: str,
    known: Provenances,
    *,
    verify: bool = False,
) -> Proofs:
    """Look up the quotes of briefs.

    ``sources`` are their files by path, ``language`` is that of the site. ``verify`` looks into the collected texts
    that are here even where there is a proof.
    """
    proofs = Proofs()
    texts = _Texts(root, known, proofs, verify)
    for brief in briefs:
        of_sources = known.of_sources(brief)
        missing: list[MissingReceipt] = []
        other: list[Figure] = []
        judged = partial(_judge, texts, of_sources, missing, other)
        proofs.receipts[brief.path] = Receipts(tuple(map(judged, brief.key_points)), tuple(map(judged, brief.figures)))
        unproved = tuple(_unproved_quotations(brief, language, texts, known, of_sources))
        source = sources.get(brief.path)
        quotations = quotations_to_prove(brief, language, _is_collected(brief, of_sources))
        given = tuple(misattributions(brief, quotations, of_sources, texts.look_up, source))
        proofs.diagnostics += misattributed(brief, given, source)
        if never := frozenset(one.quotation.text for one in unproved if one.lookup is Lookup.NEVER):
            proofs.unchecked[brief.path] = never
        if missing or other or unproved:
            proofs.diagnostics += unsupported(brief, missing, other, unproved, source)
    return proofs


def sources_holding(root: Path, brief: Brief, words: str, known: Provenances) -> tuple[int, ...]:
    """The numbers of the sources of a brief, from 1, in whose text some words were found, here or by a proof."""
    texts = _Texts(root, known, Proofs(), verify=False)
    found = (texts.look_up(words, articles, _holds) for articles in known.of_sources(brief))
    return tuple(number for number, one in enumerate(found, 1) if one is Lookup.FOUND)


def _judge(
    texts: _Texts,
    of_sources: Sequence[Sequence[str]],
    missing: list[MissingReceipt],
    other_figures: list[Figure],
    claim: KeyPoint | Figure,
) -> ReceiptKind:
    """The verdict on one receipt; one that nothing proves is added to ``missing``, a figure whose receipt is proved and
    states another number, or one that cannot be read, to ``other_figures``."""
    quote, number, in_body = claim.quote, claim.source, claim.passage is not None
    own = Lookup.TURNED if claim.turned else Lookup.NEVER
    lookup = texts.look_up(quote, of_sources[number - 1], _holds) if quote and number else own
    kind = receipt_kind(quote, number, in_body, lookup)
    if kind is ReceiptKind.MISSING:
        others = tuple(
            other
            for other, articles in enumerate(of_sources, 1)
            if other != number and texts.look_up(quote, articles, _holds) is Lookup.FOUND
        )
        missing.append(MissingReceipt(quote, claim.place, number, lookup, in_body, others))
        return kind
    judged = receipt_kind(quote, number, in_body, lookup, statement_of(claim))
    if isinstance(claim, Figure) and judged is not kind:
        other_figures.append(claim)
    return judged


def _holds(text: str, quote: str) -> QuoteStanding:
    return find_exact(text, quote)[0]


def _has_quotation(text: str, quotation: str) -> QuoteStanding:
    return standing_in(quotation, text)


def _is_collected(brief: Brief, of_sources: Sequence[Sequence[str]]) -> bool:
    """Whether the text of every source was collected."""
    return bool(brief.articles) or (bool(of_sources) and all(of_sources))


def _unproved_quotations(
    brief: Brief, language: str, texts: _Texts, known: Provenances, of_sources: Sequence[Sequence[str]]
) -> Iterable[UnprovedQuotation]:
    quotations = quotations_to_prove(brief, language, _is_collected(brief, of_sources))
    if not quotations:
        return
    articles = tuple(dict.fromkeys((*known.own(brief), *(one for found in of_sources for one in found))))
    headlines = [known.facts.articles[one].title for one in articles if one in known.facts.articles]
    for quotation in quotations:
        if any(_has_quotation(headline, quotation.text) is QuoteStanding.STATED for headline in headlines):
            # The ledger has the headlines of articles; their texts need not.
            continue
        linked = known.at(quotation.links)
        lookup = texts.look_up(quotation.text, (*articles, *linked), _has_quotation, _QUOTATION)
        # `He was not “guilty of fraud”`: the text denies what it quotes, as its source does.
        if lookup is not Lookup.FOUND and not (lookup is Lookup.TURNED and quotation.turned):
            # Whether somebody said it whose text was never collected is not known.
            yield UnprovedQuotation(quotation, Lookup.NEVER if quotation.links and not linked else lookup)


def proof_lines(root: Path, proofs: Proofs) -> tuple[str, ...]:
    """The lines for the ledger that prove what was found, in the order of the ids of their articles."""
    texts = ((one, (root / COLLECTED / f"{one}.txt").read_text(encoding="utf-8")) for one in sorted(proofs.found))
    return tuple(line for one, text in texts for line in proof_lines_of(one, text_digest(text), proofs.found[one]))


def append_proofs(root: Path, lines: Sequence[str]) -> None:
    """Add proofs to the ledger. Raises OSError."""
    append_to_ledger(root, "".join(lines))


def keep_proofs(root: Path, lines: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Add proofs to the ledger, unless another command is writing to the site: it, or the next one, adds them."""
    try:
        if lines:
            with hold_lock(root, SOURCES):
                append_proofs(root, lines)
    except LockBusy:
        return ()
    except OSError as error:
        what = f"`{LEDGER}` cannot be written: {reason(error)}"
        return (report("output", what, Place(LEDGER), help="check its permissions: proofs of quotes are kept in it"),)
    return ()


def count_proofs(lines: Sequence[str]) -> int:
    """The number of quotes that some lines prove."""
    return sum(len(read_json(line)["words"]) for line in lines)
