"""Receipts: whether what a brief quotes stands in its own text or in the collected text it was made from."""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.diagnostics import Diagnostic, Finding, Rule, Severity, apply, rule
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source, line_of, line_start, place_at
from annotated_briefings.base.values import Value
from annotated_briefings.content.annotations import find_all
from annotated_briefings.content.markdown.plaintext import plain_quote, plain_whole
from annotated_briefings.content.markdown.text import Quotation
from annotated_briefings.content.model import Brief
from annotated_briefings.content.quotations import stands_in


class Claim(Value):
    """A quote that its brief's own text does not prove."""

    quote: str
    """The words."""
    place: Place
    """Where they stand in the file."""


def receipts_to_prove(brief: Brief) -> tuple[Claim, ...]:
    """Receipts of points and figures that do not stand in the text of the brief."""
    points = ((p.quote, p.place) for p in brief.key_points if p.passage is None)
    figures = ((f.quote, f.place) for f in brief.figures if f.passage is None)
    return tuple(Claim(quote, place) for quote, place in (*points, *figures) if quote)


def quotations_to_prove(brief: Brief, language: str) -> tuple[Quotation, ...]:
    """Quotations of the text that collected text must hold; a translated one cannot be looked up.

    ``language`` is that of the site, for a brief that names none.
    """
    own = (brief.language or language).partition("-")[0].lower()
    foreign = any(s.language and s.language.partition("-")[0].lower() != own for s in brief.sources)
    return brief.quotations if brief.articles and not foreign else ()


def unproved(
    receipts: Sequence[Claim], quotations: Sequence[Quotation], texts: Sequence[str]
) -> tuple[tuple[Claim, ...], tuple[Quotation, ...]]:
    """What none of some collected texts holds."""
    whole = [plain_whole(text).text for text in texts]
    return (
        tuple(c for c in receipts if not any(find_all(text, plain_quote(c.quote)) for text in whole)),
        tuple(q for q in quotations if not any(stands_in(q.text, text) for text in whole)),
    )


class Unproved(Value):
    """What a brief quotes and no text was found to hold."""

    brief: Brief
    """The brief."""
    receipts: tuple[Claim, ...]
    """Receipts of points and figures."""
    quotations: tuple[Quotation, ...]
    """Quotations of its text."""
    source: Source | None
    """Its file; None when it is not available."""


@rule("unsupported-quote", Severity.ERROR, "a quotation is neither in the text nor in the collected text")
def unsupported_quote(quotes: Unproved) -> Iterator[Finding]:
    """A receipt, or what an imported brief puts between quotation marks, is neither in its text nor in the article that
    was collected. The brief is built, so that the preview can show it, but a site with this error is not fit to
    publish.

    ```
    briefings/a.md:6:31: error[unsupported-quote]: the quote `heavy snow` is not in the text
        6 |   - {text: It snowed., quote: heavy snow}
          |                               ^^^^^^^^^^
      help: copy the words exactly, or take the quote out
    ```
    """
    where = "neither in the text nor in the collected text" if quotes.brief.articles else "not in the text"
    for claim in quotes.receipts:
        yield Finding(
            f"the quote `{shortened(claim.quote)}` is {where}",
            claim.place,
            "copy the words exactly, or take the quote out",
        )
    for quotation in quotes.quotations:
        yield Finding(
            f"the text quotes `{shortened(quotation.text)}`, which no collected text has",
            _place(quotes.brief, quotation, quotes.source),
            "quote the words exactly, take the quotation marks away, or import the text that has them",
        )


@rule("lost-receipt", Severity.WARNING, "a quote is not in the text, and the collected text is not here to look it up")
def lost_receipt(quotes: Unproved) -> Iterator[Finding]:
    """It may be in the article that was collected, but `collected/` is not on this machine, so nobody has looked. Where
    `collected/` is present, this is an error or nothing.

    ```
    briefings/a.md:6:31: warning[lost-receipt]: the quote `heavy snow` is not in the text
        6 |   - {text: It snowed., quote: heavy snow}
          |                               ^^^^^^^^^^
      help: the collected text that may hold it is not in `collected/` here, so it was not looked up
    ```
    """
    for claim in quotes.receipts:
        yield Finding(
            f"the quote `{shortened(claim.quote)}` is not in the text",
            claim.place,
            "the collected text that may hold it is not in `collected/` here, so it was not looked up",
        )


RULES: tuple[Rule[Unproved], ...] = (unsupported_quote, lost_receipt)
"""The rules of this module: the first where the collected text is here, the second where it is not."""


def unsupported(
    brief: Brief, receipts: Sequence[Claim], quotations: Sequence[Quotation], source: Source | None
) -> Iterator[Diagnostic]:
    """The diagnostics of quotes that were found nowhere."""
    quotes = Unproved(brief, tuple(receipts), tuple(quotations), source)
    return apply((unsupported_quote,), quotes, {source.path: source} if source else {})


def without_proof(brief: Brief, receipts: Sequence[Claim], source: Source | None) -> Iterator[Diagnostic]:
    """The diagnostics of receipts where the collected text is not here."""
    quotes = Unproved(brief, tuple(receipts), (), source)
    return apply((lost_receipt,), quotes, {source.path: source} if source else {})


def _place(brief: Brief, quotation: Quotation, source: Source | None) -> Place:
    """The place of a quotation's first words, or else the line where its block starts."""
    if source and (line := line_of(source, quotation.line)):
        at = source.text.find(quotation.text[:20], line_start(source, quotation.line))
        return (
            place_at(source, at, len(quotation.text.partition("\n")[0]))
            if at >= 0
            else Place(brief.path, quotation.line, 1, len(line))
        )
    return Place(brief.path, quotation.line)
