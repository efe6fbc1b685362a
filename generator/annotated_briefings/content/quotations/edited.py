"""Whether a text holds a quotation: word for word, but for dots for words left out, brackets for words that an editor
has put in, and the kind of its inner quotation marks."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from annotated_briefings.base.blocks.borders import crosses_border
from annotated_briefings.base.meaning.spelling.capitals import in_other_case
from annotated_briefings.base.meaning.turned.denied import QuoteStanding, is_turned
from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.plaintext import Plain, plain_forms, plain_quote, quote_forms
from annotated_briefings.content.quotations.brackets import keeps_sense
from annotated_briefings.content.quotations.left_out import hides_a_turn
from annotated_briefings.content.spelled import find_all, other_spelling

_DOTS = r"\[\s*(?:\.\.\.)?\s*\]"
_CUT = regex(rf"([^\W_]*)(?!{_DOTS})(\[[^\]]*\])([^\W_]*)|({_DOTS}|\.\.\.)")
"""What an editor puts in the place of words left out, or changed with the letters that are written to it."""
_EDGES = " \t\n.,;:!?-\"'"
_REACH = 80
"""Characters of the text that a bracket may replace."""
_MOST = 100
"""Ways of finding the pieces of a quotation that are tried."""
_ORDER = (QuoteStanding.STATED, QuoteStanding.TURNED, QuoteStanding.CHANGED)
_SINGLE = regex(r"(?<!\w)['‘’‚‹›](?=\w)|(?<=[\w.,!?…])['’‘›‹](?!\w)")
_AFTER_MARK, _BEFORE_MARK = regex(r"(?<![\w.,!?…][«‹])(?<=[«‹])\s+"), regex(r"\s+(?=[»›](?!\w))")
_PARAGRAPHS = regex(r"(\n\s*)")
_OPENS = regex(r"[\"“„«»]")
_CLOSERS = {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"'}


def standing_in(quotation: str, text: str) -> QuoteStanding:
    """How a text holds what a quotation quotes: word for word, but for what brackets and dots are put for.

    Quotation marks within it may be of another kind, and each paragraph of a speech may begin with one.
    """
    found: set[QuoteStanding] = set()
    for one in _standings(quotation, text):
        if one is QuoteStanding.STATED:
            return one
        found.add(one)
    return next((one for one in _ORDER if one in found), QuoteStanding.ABSENT)


def _standings(quotation: str, text: str) -> Iterator[QuoteStanding]:
    """How each form of a text holds each form of a quotation."""
    quotes = quote_forms(quotation)
    yield from (_standing_in(quote, whole, quotation) for whole in plain_forms(text) for quote in quotes)
    if _OPENS.search(text) or _SINGLE.search(text):
        quote = plain_quote(_with_one_mark(quotation))
        yield from (_standing_in(quote, whole, quotation) for whole in plain_forms(_with_one_mark(text)))


@lru_cache(maxsize=4)
def _with_one_mark(text: str) -> str:
    """A text with one kind of quotation marks, and without those that only say that a speech goes on."""
    parts = _PARAGRAPHS.split(_BEFORE_MARK.sub("", _AFTER_MARK.sub("", text)))
    is_open = ""
    for at in range(0, len(parts), 2):
        paragraph = parts[at]
        goes_on = bool(is_open) and paragraph[:1] == is_open
        is_open = _left_open(paragraph)
        parts[at] = paragraph[goes_on:]
    return _SINGLE.sub('"', "".join(parts))


def _left_open(paragraph: str) -> str:
    """The mark of a speech that a paragraph begins and does not end; empty where it ends all."""
    is_open = ""
    for mark in re.findall(r"[\"“”„«»]", paragraph):
        if not is_open:
            is_open = mark if mark in _CLOSERS else ""
        elif mark in _CLOSERS[is_open]:
            is_open = ""
    return is_open


def _standing_in(quote: str, whole: Plain, typed: str) -> QuoteStanding:
    places = find_all(whole.text, quote, whole.dashed)
    own, places = (quote, places) if places else other_spelling(whole, quote)
    spans = [(at, at + len(own)) for at in places] or [*in_other_case(whole.text, quote, whole.dashed)]
    spans = [span for span in spans if not crosses_border(whole.source, *whole.span(*span), typed)]
    if spans:
        # What it leaves out may have been left out there.
        turned = all(is_turned(whole.source, *whole.span(*span)) for span in spans)
        return QuoteStanding.TURNED if turned else QuoteStanding.STATED
    pieces, cuts = _pieces(quote)
    if not any(pieces):
        return QuoteStanding.STATED
    found = {_judged(whole, pieces, cuts, places) for places in islice(_placed(whole, pieces, cuts), _MOST)}
    return next((one for one in _ORDER if one in found), QuoteStanding.ABSENT)


def _pieces(quote: str) -> tuple[list[str], list[str]]:
    """The words between the cuts of a quotation, and the cuts: dots, or a bracket with the letters beside it."""
    pieces, cuts, at = [], [], 0
    for cut in _CUT.finditer(quote):
        pieces.append(quote[at : cut.start()].strip(_EDGES))
        cuts.append("..." if cut[4] else f"{cut[1]}{cut[2]}{cut[3]}")
        at = cut.end()
    return [*pieces, quote[at:].strip(_EDGES)], cuts


def _placed(
    whole: Plain, pieces: Sequence[str], cuts: Sequence[str], number: int = 0, at: int = -1
) -> Iterator[tuple[int, ...]]:
    """The ways in which the text has the pieces of a quotation one after the other, as their offsets; -1 for none."""
    if number == len(pieces):
        yield ()
        return
    wanted = pieces[number]
    if not wanted:
        yield from ((-1, *others) for others in _placed(whole, pieces, cuts, number + 1, at))
        return
    # A sentence may begin with the quotation, or the quotation within a sentence.
    for place in _places(whole, wanted):
        near = number == 0 or cuts[number - 1] == "..." or at < 0 or place <= at + _REACH
        if place >= at and near:
            yield from ((place, *others) for others in _placed(whole, pieces, cuts, number + 1, place + len(wanted)))


def _places(whole: Plain, wanted: str) -> list[int]:
    forms = (wanted, wanted[0].swapcase() + wanted[1:])
    return sorted(place for form in forms for place in find_all(whole.text, form, whole.dashed))


def _judged(whole: Plain, pieces: Sequence[str], cuts: Sequence[str], places: Sequence[int]) -> QuoteStanding:
    """How the text holds a quotation whose pieces are at some places."""
    at, turned = 0, False
    for number, (piece, place) in enumerate(zip(pieces, places, strict=True)):
        if place >= 0:
            # Dots must not be put for the word that denies what follows.
            seen = whole.starts[at] if at else 0
            start, end = whole.span(place, place + len(piece))
            if crosses_border(whole.source, start, end, piece):
                return QuoteStanding.ABSENT
            if number and at and cuts[number - 1] == "..." and hides_a_turn(whole, at, place, piece):
                return QuoteStanding.CHANGED
            turned |= is_turned(whole.source[seen:], start - seen, end - seen)
            at = place + len(piece)
        if number < len(cuts) and cuts[number] != "...":
            following = next((one for one in places[number + 1 :] if one >= 0), -1)
            before = place >= 0
            behind = number + 1 < len(places) and places[number + 1] >= 0
            gap = whole.text[at:following] if before and behind else ""
            left = "" if before else whole.text[max(0, following - _REACH) : following] if behind else ""
            right = "" if behind else whole.text[at : at + _REACH] if before else ""
            next_words = pieces[number + 1] if behind else ""
            if not keeps_sense(cuts[number], gap, left, right, next_words):
                return QuoteStanding.CHANGED
    return QuoteStanding.TURNED if turned else QuoteStanding.STATED
