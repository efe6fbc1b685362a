"""Receipts and quotations that nothing proves, and figures that their receipts contradict."""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.diagnostics import Diagnostic, Finding, Rule, Severity, apply, rule
from annotated_briefings.base.meaning.stated import Statement
from annotated_briefings.base.paths import host_of
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source, line_of, line_start, place_at
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.text import Quotation
from annotated_briefings.content.model import Brief, Figure
from annotated_briefings.site.model.figure_series import figure_value
from annotated_briefings.site.model.receipts import Lookup

_ELSEWHERE = (
    "if the words are right, run `briefings check` where the collected text is, and commit `briefings/imports.jsonl`"
)


_REMEDY = "quote the words exactly, take the quotation marks away, or import the text that has them"
_LINKED = "quote the words exactly, take the quotation marks away, or link to where they are, beside them"
_WHOLE = "quote the whole clause, with the word that denies it or leaves it open"
_BRACKETS = "quote the words that are there; a bracket may name whom `she` is, dots may leave out what turns nothing"
_NO_COUNTS = {
    Statement.RANK: "the name or the rank of one thing",
    Statement.PART: "a part of a ratio or of a hundred",
    Statement.SMALLER: "the smaller part of a time of day or of a number in two units",
    Statement.PACKS: "a number of pairs, packs or groups",
}
"""What a number of a quote is that counts none of the things of its figure."""
_REMEDIES = {"annotations": _LINKED, "answers": _LINKED}
"""What to do about a quotation, by its field; notes and answers may quote others than the sources."""


class MissingReceipt(Value):
    """A receipt that nothing proves."""

    quote: str
    """The words."""
    place: Place
    """Where they are in the file."""
    source: int
    """Number of the source that is named for them; 0 where none is."""
    lookup: Lookup
    """What became of them in the texts of that source."""
    in_body: bool
    """Whether they are in the brief's own text."""
    others: tuple[int, ...]
    """Numbers of other sources whose text holds them."""


class UnprovedQuotation(Value):
    """A quotation of the text or of the front matter that nothing proves."""

    quotation: Quotation
    """The words and their place."""
    lookup: Lookup
    """What became of them in the collected texts of the brief."""


class Unproved(Value):
    """What a brief quotes and nothing proves."""

    brief: Brief
    """The brief."""
    receipts: tuple[MissingReceipt, ...]
    """Receipts of points and figures."""
    figures: tuple[Figure, ...]
    """Figures whose receipt is in the text of its source and states another number, or one that cannot be read."""
    quotations: tuple[UnprovedQuotation, ...]
    """Quotations of its text and of its front matter."""
    source: Source | None
    """Its file; None when it is not available."""


def quotations_to_prove(brief: Brief, language: str, collected: bool) -> tuple[Quotation, ...]:
    """Quotations of a brief that collected text must hold; a translated one cannot be looked up.

    ``language`` is that of the site, for a brief that names none; ``collected`` tells whether the text of every source
    was collected, as of an imported brief.
    """
    own = (brief.language or language).partition("-")[0].lower()
    foreign = any(s.language and s.language.partition("-")[0].lower() != own for s in brief.sources)
    if collected and not foreign:
        return brief.quotations
    return tuple(quotation for quotation in brief.quotations if quotation.links)


@rule("unsupported-quote", Severity.ERROR, "nothing proves a receipt or a quotation")
def unsupported_quote(quotes: Unproved) -> Iterator[Finding]:
    """Words that are given as a receipt with `source: N` are looked up in the collected text of that very source;
    without `source` they are looked up in the text of the brief. What an imported brief, or one whose every source was
    attached, puts between quotation marks or into a block of quoted text is looked up in the articles that were collected and in
    their headlines: in its text with headings, tables, footnotes and words of pictures, and in every field that readers see. Two or
    three words are looked up only beside a word such as `said`, and a single word never. Words prove nothing where their clause denies
    them or leaves them open: `guilty of fraud` is no receipt out of `was found not guilty of fraud`. In a quotation dots are put for words
    left out; a bracket may name whom a pronoun points at, change the first letter or the ending of a word, explain or remark (`[sic]`),
    and neither deny nor replace another word. Words may be in capitals on one side (`PORT CLOSED`), lines of verse may be parted by
    ` / `, and marks of footnotes are no words. A note
    or an answer may also quote the text of the brief, or somebody who is no source of it and to whom it links: it is looked up
    in what was collected there (see `unchecked-quotation`). Where the collected text is not on this machine, a proof in
    `briefings/imports.jsonl` takes its place: import, `attach`, `check`, `status` and `serve` write it where they find
    the words. The brief is built without the receipt, so that the preview can show it, but a site with this error is
    not fit to publish.

    ```
    briefings/a.md:6:31: error[unsupported-quote]: the quote `heavy snow` is not in the text
        6 |   - {text: It snowed., quote: heavy snow}
          |                               ^^^^^^^^^^
      help: copy the words exactly, or take the quote out
    ```
    """
    for receipt in quotes.receipts:
        yield Finding(_fact(quotes.brief, receipt), receipt.place, _remedy(quotes.brief, receipt))
    for one in quotes.quotations:
        place = place_of_quotation(quotes.brief, one.quotation, quotes.source)
        if one.lookup is Lookup.NEVER and one.quotation.links:
            continue
        if one.lookup is Lookup.UNPROVED:
            yield Finding(f"nothing proves that a source says `{shortened(one.quotation.text)}`", place, _ELSEWHERE)
        elif one.lookup is Lookup.CHANGED:
            where = f"`{one.quotation.field}`" if one.quotation.field else "the text"
            what = f"{where} quotes `{shortened(one.quotation.text)}`"
            yield Finding(f"{what}, whose brackets or dots change what the collected text says", place, _BRACKETS)
        elif one.lookup is Lookup.TURNED:
            where = f"`{one.quotation.field}`" if one.quotation.field else "the text"
            what = f"{where} quotes `{shortened(one.quotation.text)}`"
            yield Finding(f"{what}, which its clause in the collected text denies or leaves open", place, _WHOLE)
        else:
            where = f"`{one.quotation.field}`" if one.quotation.field else "the text"
            fact = f"{where} quotes `{shortened(one.quotation.text)}`, which no collected text has"
            yield Finding(fact, place, _REMEDIES.get(one.quotation.field, _REMEDY))


@rule("unchecked-quotation", Severity.HINT, "a note quotes somebody whose text was never collected")
def unchecked_quotation(quotes: Unproved) -> Iterator[Finding]:
    """A note or an answer quotes somebody to whom it links, and the text at that address was never collected: nobody has
    checked the words. Readers are told so beside the note, on pages and wherever else it is shown. Where the address is
    one of the `sources` of the brief and its text was attached, the words are looked up like any other quotation.

    ```
    briefings/a.md:8:51: hint[unchecked-quotation]: `annotations` quotes `We shall never sell the old mill to anybody.`, and no text of `mill.example` was collected
      help: to have it checked, name the page under `sources` and run `briefings attach briefings/a.md https://mill.example/a`
    ```
    """
    for one in quotes.quotations:
        if one.lookup is Lookup.NEVER and one.quotation.links:
            link = one.quotation.links[0]
            yield Finding(
                f"`{one.quotation.field}` quotes `{shortened(one.quotation.text)}`, and no text of `{host_of(link)}` was"
                " collected",
                place_of_quotation(quotes.brief, one.quotation, quotes.source),
                "to have it checked, name the page under `sources` and run"
                f" `briefings attach {quotes.brief.path} {link}`",
            )


@rule("unsupported-figure", Severity.ERROR, "the quote of a figure states another number")
def unsupported_figure(quotes: Unproved) -> Iterator[Finding]:
    """The number of a figure is read in its `quote`: the same number, in per cent or in the currency that the figure
    names, not a fall where the figure is a rise, and without a minus sign where the figure has none. The words behind the number must not name another measure than
    the unit of the figure: `40 miles` do not prove 40 kilometres, `40 cars` no 40 vehicles, nor does a year prove a count.
    A level proves no change and a change no level (`rose to 5` and `rose by 5`), and the number of a route or a room counts none. Digits of any script,
    grouped in any way, words such as `2.5 million` and `two thirds`, an end of a range, and the sum or the difference
    of two numbers of the same unit all count; a rounded number is another one. Where the quote is in a language whose
    words for numbers are not known, only numbers of three digits and more are compared, and those that have the unit
    of the figure (see `unread-figure` for the others). The page shows such a figure without its receipt.

    ```
    briefings/a.md:7:35: error[unsupported-figure]: the quote `fell 8%` does not say `12%`
        7 |   - {value: 12, unit: "%", quote: fell 8%, what: fall in tolls}
          |                                   ^^^^^^^
      help: write the number that the quote says, or quote the words that say `12%`
    ```
    """
    for figure in quotes.figures:
        if figure.statement is Statement.UNREAD:
            continue
        number, quote = shortened(figure_value(figure)), shortened(figure.quote)
        if figure.statement is Statement.OTHER_UNIT:
            fact = f"the quote `{quote}` says the number of `{number}` in another unit, or without one"
            remedy = "write the unit that the quote says, or quote words that say number and unit"
        elif figure.statement is Statement.OTHER_THING:
            fact = f"the quote `{quote}` counts something that it calls by another word than `{shortened(figure.unit)}`"
            remedy = "write the word of the quote as the `unit`, or quote words that have the unit"
        elif figure.statement is Statement.YEAR:
            fact = f"the number of `{number}` is a year in the quote `{quote}`"
            remedy = "quote the words that say how many there are, or take the quote out"
        elif figure.statement is Statement.LEVEL:
            fact = f"the number of `{number}` is a level in the quote `{quote}`, not a rise or a fall"
            remedy = "quote the words that say by how much it rose or fell, or write in `what` what has this level"
        elif figure.statement is Statement.CHANGE:
            fact = f"the number of `{number}` is a rise or a fall in the quote `{quote}`"
            remedy = "begin `what` with `rise in` or `fall in`, or quote the words that say how high it is"
        elif figure.statement in _NO_COUNTS:
            fact = f"the number of `{number}` is {_NO_COUNTS[figure.statement]} in the quote `{quote}`"
            remedy = "quote the words that say how many there are, or write the figure as the quote has it"
        elif figure.statement is Statement.OTHER_SIGN:
            fact = f"the quote `{quote}` says the number of `{number}` with a minus sign"
            remedy = "write the minus sign before the value, or quote other words"
        elif figure.statement is Statement.OTHER_DIRECTION:
            fact = f"the quote `{quote}` and the figure `{number}` of `{shortened(figure.what)}` go opposite ways"
            remedy = "one tells of a rise, the other of a fall: correct the figure, or quote other words"
        else:
            fact = f"the quote `{quote}` does not say `{number}`"
            remedy = f"write the number that the quote says, or quote the words that say `{number}`"
        yield Finding(fact, figure.place, remedy)


@rule("unread-figure", Severity.HINT, "the number in the quote of a figure is in words that are not read")
def unread_figure(quotes: Unproved) -> Iterator[Finding]:
    """The quote of a figure is in the text of its source, and has its number in words of a language whose words for
    numbers are not known, such as Swedish or Russian ones. Whether it is the number of the figure was not compared, and
    readers are told that the figure is not checked.

    ```
    briefings/a.md:7:53: hint[unread-figure]: no number that is read in the quote `kostar två miljarder kronor` says `2 billion SEK`, so readers are told that it is not checked
        7 |   - {value: 2 billion, unit: SEK, source: 1, quote: kostar två miljarder kronor, what: cost of the bridge}
          |                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: quote words that have the number in digits, if the source has some
    ```
    """
    for figure in quotes.figures:
        if figure.statement is Statement.UNREAD:
            yield Finding(
                f"no number that is read in the quote `{shortened(figure.quote)}` says"
                f" `{shortened(figure_value(figure))}`, so readers are told that it is not checked",
                figure.place,
                "quote words that have the number in digits, if the source has some",
            )


def _fact(brief: Brief, receipt: MissingReceipt) -> str:
    words = f"the quote `{shortened(receipt.quote)}`"
    denied = f"{words} is denied, or left open, by the words around it in the text"
    turned = receipt.lookup is Lookup.TURNED
    if not receipt.source:
        return denied if turned else f"{words} is not in the text"
    named = brief.sources[receipt.source - 1]
    name = named.outlet or named.title or named.url
    source = f"source {receipt.source}" + (f", `{shortened(name)}`" if name else "")
    if receipt.lookup is Lookup.UNPROVED:
        return f"nothing proves that {words} is in the text of {source}"
    if turned:
        return f"{denied} of {source}"
    return f"{words} is not in the text of {source}"


def _remedy(brief: Brief, receipt: MissingReceipt) -> str:
    if receipt.others:
        return f"it is in the text of source {receipt.others[0]}: write `source: {receipt.others[0]}`"
    if receipt.lookup is Lookup.TURNED:
        return _WHOLE
    if not receipt.source:
        named = ", name their source with `source: 1`" if brief.sources else ""
        return f"copy the words exactly{named}, or take the quote out"
    if receipt.lookup is Lookup.UNPROVED:
        return _ELSEWHERE
    if receipt.in_body:
        return f"it is in our own text alone: take `source: {receipt.source}` away, or quote words of the source"
    return "copy the words of the source exactly, from one paragraph, item or cell, or take the quote out"


RULES: tuple[Rule[Unproved], ...] = (unsupported_quote, unchecked_quotation, unsupported_figure, unread_figure)
"""The rules of this module."""


def unsupported(
    brief: Brief,
    receipts: Sequence[MissingReceipt],
    figures: Sequence[Figure],
    quotations: Sequence[UnprovedQuotation],
    source: Source | None,
) -> Iterator[Diagnostic]:
    """The diagnostics of what nothing proves."""
    quotes = Unproved(brief, tuple(receipts), tuple(figures), tuple(quotations), source)
    return apply(RULES, quotes, {source.path: source} if source else {})


def place_of_quotation(brief: Brief, quotation: Quotation, source: Source | None) -> Place:
    """The place of a quotation's first words, or else the line where its block starts."""
    if source and (line := line_of(source, quotation.line)):
        at = source.text.find(quotation.text[:20], line_start(source, quotation.line))
        return (
            place_at(source, at, len(quotation.text.partition("\n")[0]))
            if at >= 0
            else Place(brief.path, quotation.line, 1, len(line))
        )
    return Place(brief.path, quotation.line)
