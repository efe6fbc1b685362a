"""Finding the passage that a quote names, and refusing where that cannot be known.

The W3C's TextQuoteSelector (Web Annotation Data Model, 4.2.4) is a quote with the words before and after it. Other
clients take the likeliest place whatever its likeness. A build can refuse: a passage is taken when it is the quote
itself, or differs from it by edits that are known to be harmless (see ``meaning``).
"""

import re
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz

from annotated_briefings.base.blocks.borders import crosses_border
from annotated_briefings.base.meaning.edges import is_cut, is_of_words
from annotated_briefings.base.meaning.guard import change_of_meaning, negations, tokens
from annotated_briefings.base.meaning.spelling.capitals import in_other_case
from annotated_briefings.base.meaning.turned.beside import changed_beside
from annotated_briefings.base.meaning.turned.denied import QuoteStanding, is_turned
from annotated_briefings.base.meaning.turned.words_before import change_before
from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.plaintext import (
    Plain,
    normal,
    plain_forms,
    plain_quote,
    plain_whole,
    quote_forms,
)
from annotated_briefings.content.markdown.text import Anchor, Passage
from annotated_briefings.content.spelled import find_all, occurrences, other_spelling

ANCHORED, AMBIGUOUS, ORPHAN = "anchored", "ambiguous", "orphan"
"""What became of a quote: found; found at several equal places; not found."""
_SHORT = 40
"""Characters of a quote that may occur by chance somewhere else."""
_AGREES = 75
"""Likeness of stored and real context, in per cent, from which both are the same place."""
_MARGIN = 15
"""Lead that the best of several places needs over the next, in per cent."""
_FAR = 200
"""Characters before a passage in which its clause is read."""
_KNOWN = 60
"""Likeness from which a passage is worth naming as the nearest."""


Marked = Callable[[], Iterable[tuple[int, int]]]
"""Gives the passages of a text that are marked as a whole: links, emphasis, code."""


def find_exact(text: str, quote: str, marked: Marked = tuple) -> tuple[QuoteStanding, Passage | None]:
    """The first place where the text has a quote word for word and says the same around it; none where all deny it."""
    standing = QuoteStanding.ABSENT
    for whole in plain_forms(text):
        for start, end in next(filter(None, (_spans(whole, wanted, marked) for wanted in quote_forms(quote))), ()):
            span = whole.span(start, end)
            if not crosses_border(text, *span, quote):
                if not is_turned(text, *span):
                    return QuoteStanding.STATED, Passage(*span)
                standing = QuoteStanding.TURNED
    return standing, None


def _spans(whole: Plain, wanted: str, marked: Marked) -> tuple[tuple[int, int], ...]:
    """The passages of a text that are a quote word for word, in whatever optional spelling and capitals."""
    places = find_all(whole.text, wanted, whole.dashed) or _filled(whole, wanted, marked)
    own, places = (wanted, places) if places else other_spelling(whole, wanted)
    return tuple((at, at + len(own)) for at in places) or tuple(in_other_case(whole.text, wanted, whole.dashed))


def anchor(
    text: str, quote: str, prefix: str = "", suffix: str = "", marked: Marked = tuple, struck: Marked = tuple
) -> Anchor:
    """The one passage of a text that a quote with its context names; see the module for what is never taken.

    A word of the quote is a whole word of the text, or fills one of its ``marked`` passages. Words that are ``struck``
    out are not taken.
    """
    found = _found(text, quote, prefix, suffix, marked)
    taken = found.passage
    if taken and any(start < taken.end and end > taken.start for start, end in struck()):
        return Anchor(ORPHAN, None, 0, found.found, "its words are struck out")
    return found


def _found(text: str, quote: str, prefix: str, suffix: str, marked: Marked) -> Anchor:
    whole, wanted = plain_whole(text), plain_quote(quote)
    before, after = plain_quote(prefix), plain_quote(suffix)
    places = find_all(whole.text, wanted, whole.dashed) or _filled(whole, wanted, marked)
    if not places:
        wanted, places = other_spelling(whole, wanted)
    if len(places) == 1:
        return _only(whole, wanted, places[0], before, after)
    if places:
        return _several(whole, wanted, places, before, after)
    found = _changed(whole, wanted, before, after) if wanted else Anchor(ORPHAN, None, 0, "", "the quote is empty")
    if found.state == ORPHAN and (word := _word_around(whole.text, wanted)):
        return Anchor(ORPHAN, None, 0, word, INSIDE)
    return found


INSIDE = "it is a part of a longer word or number"
"""Why a quote is not found that the text has within a word or a number only."""


def _filled(whole: Plain, wanted: str, marked: Marked) -> tuple[int, ...]:
    """Offsets of a quote where it is all that a marked passage holds, whatever letters touch it."""
    cut = list(occurrences(whole.text, wanted))
    spans = set(marked()) if cut else set()
    return tuple(at for at in cut if spans and whole.span(at, at + len(wanted)) in spans)


def _word_around(text: str, wanted: str) -> str:
    """The word or number that the first occurrence of a quote is a part of; empty where there is none."""
    at = next(occurrences(text, wanted), -1)
    if at < 0:
        return ""
    left = re.search(r"\S*\Z", text[:at])
    right = re.match(r"\S*", text[at + len(wanted) :])
    whole = (left[0] if left else "") + wanted + (right[0] if right else "")
    return whole.strip(".,;:!?()[]\"'")


def _taken(whole: Plain, start: int, end: int, why: str = "") -> Anchor:
    return Anchor(ANCHORED, Passage(*whole.span(start, end)), 1, whole.text[start:end], why)


def _only(whole: Plain, wanted: str, start: int, before: str, after: str) -> Anchor:
    end = start + len(wanted)
    apart = _has_words(before + after) and _context(whole.text, start, end, before, after)[1] < _AGREES
    if apart and not _is_distinctive(whole.text, start, end):
        return Anchor(
            ORPHAN,
            None,
            0,
            _around(whole.text, start, end),
            "the words are there, but between others: they may be a look-alike of the passage",
        )
    return _unless_turned(whole, start, end, before, after)


def _unless_turned(whole: Plain, start: int, end: int, before: str, after: str, why: str = "") -> Anchor:
    """A passage, unless the words beside it, which were stored, now deny it or say it of something else."""
    text = whole.text
    turned = _negated(text, start, before) or _newly_turned(whole, start, end, before, after)
    turned = turned or changed_beside(before, _before(whole, start), after, text[end : end + _SHORT])
    turned = turned or change_before(before, _before(whole, start), text[end : end + _SHORT], after)
    return Anchor(ORPHAN, None, 0, _around(text, start, end), turned) if turned else _taken(whole, start, end, why)


def _before(whole: Plain, start: int) -> str:
    """What is before a passage, with the ends of paragraphs."""
    at = whole.starts[start]
    return "\n".join(map(normal, whole.source[max(0, at - _FAR) : at].split("\n")))


def _newly_turned(whole: Plain, start: int, end: int, before: str, after: str) -> str:
    """Why a passage, whose context was stored when it stated something, states it no longer; empty where it does."""
    text = whole.text
    same = text[:start].rstrip().endswith(before) and text[end:].lstrip().startswith(after)
    if same or not _has_words(before + after) or not is_turned(whole.source, *whole.span(start, end)):
        return ""
    then = f"{before} {text[start:end]} {after}".strip()
    at = len(before) + 1 if before else 0
    return "" if is_turned(then, at, at + end - start) else "its sentence now denies it, or leaves it open"


def _has_words(text: str) -> bool:
    """Whether a text holds more than marks, which may be anywhere."""
    return any(map(str.isalnum, text))


def _context(text: str, start: int, end: int, before: str, after: str) -> tuple[float, float]:
    """Likeness of the stored context to that of a place, in per cent: the mean, and the better side."""
    found: list[float] = []
    if _has_words(before):
        found.append(_side(before, text[max(0, start - len(before) - 12) : start].strip(), before_it=True))
    if _has_words(after):
        found.append(_side(after, text[end : end + len(after) + 12].strip(), before_it=False))
    return (sum(found) / len(found), max(found)) if found else (0.0, 0.0)


def _side(stored: str, real: str, *, before_it: bool) -> float:
    """Likeness of one side of the context; the words next to the passage count double."""
    close = real[-len(stored) :] if before_it else real[: len(stored)]
    if close == stored:
        return 100.0
    # At the ends of a text only a few words are left to compare.
    size = min(max(1, len(stored) // 2), len(real))
    whole = min(len(stored), len(real))
    if before_it:
        near, all_of = fuzz.ratio(stored[-size:], close[-size:]), fuzz.ratio(stored[-whole:], close)
    else:
        near, all_of = fuzz.ratio(stored[:size], close[:size]), fuzz.ratio(stored[:whole], close)
    # Words may have come in between.
    shifted = fuzz.partial_ratio(stored, real) - 5 if len(real) >= len(stored) else 0
    return float(max((2 * near + all_of) / 3, shifted)) if real else 0.0


def _is_distinctive(text: str, start: int, end: int) -> bool:
    """Whether words that a text has once are unlikely to be others by chance: a whole sentence, or several words of
    content."""
    words = tokens(text[start:end])
    if end - start >= _SHORT or sum(len(word) >= _CONTENT and not word[0].isdigit() for word in words) >= _SEVERAL:
        return True
    alone = _STARTS.search(text[:start]) and _ENDS.match(text, end)
    return bool(alone) and (len(words) >= _SENTENCE or not is_of_words(text[start]))


_CONTENT, _SEVERAL, _SENTENCE = 4, 4, 5
"""Letters of a word that is more than grammar, how many such words are several, and the words of a sentence that is not
said twice by chance."""
_STARTS = regex(r"(?:^|[.!?。！？؟\"])[\s\"'(]*\Z")
_ENDS = regex(r"[\"')]*(?:[.!?。！？؟\"]|\s*\Z)")


def _several(whole: Plain, wanted: str, places: tuple[int, ...], before: str, after: str) -> Anchor:
    length = len(wanted)
    exact = (
        [
            at
            for at in places
            if whole.text[:at].rstrip().endswith(before) and whole.text[at + length :].lstrip().startswith(after)
        ]
        if before or after
        else []
    )
    if len(exact) == 1:
        return _taken(whole, exact[0], exact[0] + length)
    pool = exact or places
    ranked = sorted(((_context(whole.text, at, at + length, before, after)[0], at) for at in pool), reverse=True)
    (best, at), (second, _) = ranked[0], ranked[1]
    if not exact and best >= _AGREES and best - second >= _MARGIN:
        return _unless_turned(whole, at, at + length, before, after)
    why = "the words around it do not decide" if before or after else "nothing says which of them is meant"
    return Anchor(AMBIGUOUS, None, len(pool), wanted, why)


def _around(text: str, start: int, end: int) -> str:
    """A passage with some words on both sides."""
    left, right = text.rfind(" ", 0, max(0, start - 20)) + 1, text.find(" ", end + 20)
    return text[left : right if right >= 0 else len(text)]


_ITEM_MARK = regex(r"(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?-i:[a-z]|[ivx]{1,5})\.)\s+", re.IGNORECASE)
"""The letter or number before a point of a list; `4.` may be a day, and `V.` a first name."""


def _without_marks(quote: str, found: str, begins: bool) -> tuple[str, str]:
    """A quote and a passage without their letters or numbers in a list, where the passage begins a line."""
    marks = (_ITEM_MARK.match(quote), _ITEM_MARK.match(found)) if begins else (None, None)
    return (quote[marks[0].end() :], found[marks[1].end() :]) if marks[0] and marks[1] else (quote, found)


def _begins_line(whole: Plain, start: int) -> bool:
    before = whole.source[: whole.starts[start]]
    return not before.strip() or "\n" in before[len(before.rstrip()) :]


def _changed(whole: Plain, wanted: str, before: str, after: str) -> Anchor:
    """A passage that is no longer the quote to the letter."""
    ranked = sorted(_candidates(whole.text, wanted, before, after), reverse=True)
    if not ranked or ranked[0][1] < _KNOWN:
        return Anchor(ORPHAN, None, 0, "", "nothing in the text is like it")
    _, _, start, end = ranked[0]
    found = whole.text[start:end]
    if is_cut(whole.dashed, start, end):
        return Anchor(ORPHAN, None, 0, found, INSIDE)

    def refused(why: str) -> Anchor:
        return Anchor(ORPHAN, None, 0, found, why)

    if changed := change_of_meaning(*_without_marks(wanted, found, _begins_line(whole, start)), whole.text):
        return refused(changed)
    if _has_words(before + after) and len(wanted) < _SHORT:
        mean, better = _context(whole.text, start, end, before, after)
        if better < _AGREES or mean < _AGREES - 25:
            return refused("the words around it are others")
    rivals = [one for one in ranked[1:] if one[2] >= end or one[3] <= start]
    if rivals and ranked[0][0] - rivals[0][0] < _MARGIN:
        return Anchor(AMBIGUOUS, None, 2, found, "it has changed, and two passages are like it")
    return _unless_turned(whole, start, end, before, after, "the wording has changed, and says the same")


def _negated(text: str, start: int, before: str) -> str:
    """A negation that has come right before a passage since its context was stored."""
    near = tokens(text[:start][-40:])[-2:]
    known = tokens(before)[-3:]
    return "a negation has come before it" if before and negations(near) > negations(known) else ""


def _candidates(text: str, wanted: str, before: str, after: str) -> Iterator[tuple[float, float, int, int]]:
    """Passages like a quote: rank, likeness in per cent, start and end."""

    def ranked(start: int, end: int) -> tuple[float, float, int, int]:
        likeness = fuzz.ratio(wanted, text[start:end])
        context = _context(text, start, end, before, after)[0] if _has_words(before + after) else likeness
        return (likeness + context) / 2, likeness, start, end

    hidden = text
    for _ in range(3):
        place = fuzz.partial_ratio_alignment(wanted, hidden)
        if place is None or place.score < _KNOWN:
            break
        start, end = _refined(text, wanted, place.dest_start, place.dest_end)
        yield ranked(start, end)
        # The next best one must be another passage.
        hidden = hidden[: place.dest_start] + "\0" * (place.dest_end - place.dest_start) + hidden[place.dest_end :]
    if before and after:
        # Both neighbours still there: what is between them is the passage, whatever became of it.
        for left in find_all(text, before):
            start = left + len(before)
            end = text.find(after, start, start + 3 * len(wanted) + len(after))
            if end > start:
                gap = text[start:end]
                yield ranked(start + len(gap) - len(gap.lstrip()), end - len(gap) + len(gap.rstrip()))


def _refined(text: str, wanted: str, start: int, end: int) -> tuple[int, int]:
    """The passage between word ends near an alignment that is most like the quote."""
    reach = max(8, len(wanted) // 3)

    def ends(at: int, *, left: bool) -> list[int]:
        low, high = max(0, at - reach), min(len(text), at + reach)
        found = [n for n in range(low, high + 1) if _is_edge(text, n, left)]
        return sorted(found, key=lambda n: abs(n - at))[:14] or [at]

    own = tokens(wanted)

    def rank(pair: tuple[int, int]) -> tuple[float, int, int]:
        found = text[pair[0] : pair[1]]
        words = tokens(found)
        # A word that has changed at the edge still belongs to the passage, though the rest alone looks more like it.
        edges = sum(bool(words and own) and words[at] == own[at] for at in (0, -1))
        return fuzz.ratio(wanted, found) + 2 * edges - 3 * max(0, len(own) - len(words)), pair[0] - pair[1], -pair[0]

    pairs = ((a, b) for a in ends(start, left=True) for b in ends(end, left=False) if b > a)
    return max(pairs, key=rank, default=(start, end))


_FIGURE_INSIDE = regex(r"\d%|\d[.,:]\d|(?<=\d)[.,:]\d")
"""Characters around a place that mean it is within a figure."""


def _is_edge(text: str, at: int, left: bool) -> bool:
    """Whether a passage may start, or end, at an offset: not within a word of a script that parts words by spaces."""
    inside = text[at : at + 1] if left else text[at - 1 : at]
    outside = text[at - 1 : at] if left else text[at : at + 1]
    if not inside or inside.isspace() or (at and _FIGURE_INSIDE.match(text, at - 1)):
        return False
    return not (outside and is_of_words(inside) and is_of_words(outside))
