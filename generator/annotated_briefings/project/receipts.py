"""The quotes of briefs looked up in the collected articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import COLLECTED, LEDGER
from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.model import Brief
from annotated_briefings.intake.ledger import Entry, read_ledger
from annotated_briefings.site.checks.unsupported_quotes import (
    quotations_to_prove,
    receipts_to_prove,
    unproved,
    unsupported,
    without_proof,
)
from annotated_briefings.storage.files import read_tree


@dataclass(slots=True)
class Proofs:
    """The result of looking up the quotes of some briefs."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    """Quotes that were not found, or could not be looked up."""
    unsupported: set[tuple[str, str]] = field(default_factory=set)
    """Slug of the brief and text of each quote that was found nowhere."""


@dataclass
class _Collected:
    """The collected articles, each read when it is first asked for."""

    root: Path

    @cached_property
    def is_here(self) -> bool:
        return (self.root / COLLECTED).is_dir()

    def text(self, identity: str) -> str | None:
        """The text of an article as it was collected; None when it is not here."""
        try:
            return (self.root / COLLECTED / f"{identity}.txt").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        files, _ = read_tree(self.root, (LEDGER,), 200_000_000)
        return read_ledger(files[0])[0] if files else ()

    @cached_property
    def by_address(self) -> Mapping[str, str]:
        return {entry.url: entry.id for entry in self.entries if entry.url}

    @cached_property
    def by_brief(self) -> Mapping[str, list[str]]:
        out: dict[str, list[str]] = {}
        for entry in self.entries:
            out.setdefault(entry.brief, []).append(entry.id)
        return out

    def more(self, brief: Brief) -> tuple[str, ...]:
        """Articles that the ledger assigns to a brief, or whose address is one of its sources."""
        linked = (self.by_address.get(source.url, "") for source in brief.sources if source.url)
        found = dict.fromkeys((*self.by_brief.get(brief.path, ()), *filter(None, linked)))
        return tuple(identity for identity in found if identity not in brief.articles)


def prove(root: Path, briefs: Iterable[Brief], sources: Mapping[str, Source], language: str) -> Proofs:
    """Look up the quotes of briefs; ``sources`` are their files by path, ``language`` is that of the site."""
    proofs, collected = Proofs(), _Collected(root)
    unread = 0
    for brief in briefs:
        receipts, quotations = receipts_to_prove(brief), quotations_to_prove(brief, language)
        if not receipts and not quotations:
            continue
        known = [text for text in map(collected.text, brief.articles) if text is not None] if collected.is_here else []
        if known:
            receipts, quotations = unproved(receipts, quotations, known)
        if (receipts or quotations) and collected.is_here:
            more = [text for text in map(collected.text, collected.more(brief)) if text is not None]
            receipts, quotations = unproved(receipts, quotations, more)
            known += more
        source = sources.get(brief.path)
        if brief.articles and not known:
            proofs.diagnostics += without_proof(brief, receipts, source)
            unread += bool(quotations)
            continue
        proofs.diagnostics += unsupported(brief, receipts, quotations, source)
        proofs.unsupported |= {(brief.slug, claim.quote) for claim in receipts}
    if unread:
        what = "1 brief" if unread == 1 else f"{unread} briefs"
        proofs.diagnostics.append(
            report(
                "no-collected",
                f"the quotations of {what} were not looked up, because the collected texts are not here",
                Place(COLLECTED),
                help="check where the articles were imported; the build is the same without them",
            )
        )
    return proofs
