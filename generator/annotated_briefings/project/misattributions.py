"""Words that a sentence of a brief gives to one source, looked up in the texts of its sources."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.markdown.text import Attribution, Quotation
from annotated_briefings.content.model import Brief, Figure, KeyPoint
from annotated_briefings.content.quotations.attributions import claimed_from, is_named_near
from annotated_briefings.content.quotations.edited import standing_in
from annotated_briefings.site.checks.misattributed import Misattribution
from annotated_briefings.site.checks.unsupported_quotes import place_of_quotation
from annotated_briefings.site.model.receipts import Lookup

Holds = Callable[[str, str], QuoteStanding]
"""How a text holds some words."""
LookUp = Callable[[str, Sequence[str], Holds, str], Lookup]
"""Words looked up in some articles; the last value is the mark of their proofs."""
_HAVE = (Lookup.FOUND, Lookup.TURNED)
_QUOTATION = "> "


def misattributions(
    brief: Brief,
    quotations: Iterable[Quotation],
    of_sources: Sequence[Sequence[str]],
    look_up: LookUp,
    source: Source | None,
) -> Iterator[Misattribution]:
    """The quotations, points and figures of a brief that are given to a source which does not have their words, while
    another source of the brief has them and does not name the first one near them.

    ``of_sources`` are the articles of each source, ``source`` is the file of the brief.
    """

    def judged(
        words: str, field: str, place: Place, speakers: Sequence[Attribution], holds: Holds, mark: str
    ) -> Iterator[Misattribution]:
        named = {number for speaker in speakers for number in speaker.sources}
        if not named or any(look_up(words, of_sources[one - 1], holds, mark) in _HAVE for one in named):
            return
        others = [number for number in range(1, len(of_sources) + 1) if number not in named]
        found = [one for one in others if look_up(words, of_sources[one - 1], holds, mark) in _HAVE]
        for speaker in sorted(speakers, key=lambda one: not one.sure) if found else ():
            if not any(of_sources[one - 1] for one in speaker.sources):
                # What a source says whose text was never collected is not known.
                continue
            names = _names(brief, speaker)
            near = f"@{'@'.join(names)}{mark or ' '}"
            if not any(look_up(words, of_sources[one - 1], _named_near(names), near) in _HAVE for one in found):
                first = speaker.sources[0]
                yield Misattribution(words, field, place, speaker.name, first, found[0], speaker.sure)
                return

    for one in quotations:
        if one.speakers:
            place = place_of_quotation(brief, one, source)
            yield from judged(one.text, one.field, place, one.speakers, _has_quotation, _QUOTATION)
    for field, claims in (("key_points", brief.key_points), ("figures", brief.figures)):
        for claim in claims:
            if claim.quote and claim.source:
                speakers = claimed_from(_text_of(claim), brief.sources)
                yield from judged(claim.quote, field, claim.place, speakers, _has_words, "")


def _text_of(claim: KeyPoint | Figure) -> str:
    return claim.text if isinstance(claim, KeyPoint) else claim.what


def _names(brief: Brief, speaker: Attribution) -> tuple[str, ...]:
    of = [brief.sources[number - 1] for number in speaker.sources]
    return tuple(dict.fromkeys(name for one in of for name in (one.outlet or one.title, one.author) if name))


def _has_quotation(text: str, words: str) -> QuoteStanding:
    return standing_in(words, text)


def _has_words(text: str, words: str) -> QuoteStanding:
    return find_exact(text, words)[0]


def _named_near(names: Sequence[str]) -> Holds:
    def holds(text: str, words: str) -> QuoteStanding:
        return QuoteStanding.STATED if is_named_near(text, words, names) else QuoteStanding.ABSENT

    return holds
