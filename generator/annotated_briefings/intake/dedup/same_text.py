"""Whether two articles say the same: the guard of meaning over their sentences, headlines and days.

The sentences of both texts are matched. One that is in both, wherever, is the same; what is left over is aligned,
and each difference must be one that the guard knows to be harmless. A text that lacks sentences of the other is inside
it, unless what the longer one adds is a short passage, as a label or a denial, or speaks about the text itself: a
reply, a correction, a comment. Whatever else differs is listed in words.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from annotated_briefings.base.meaning.guard import change_of_meaning, negations, tokens
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts, shortened
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.datelines import read_dateline
from annotated_briefings.intake.dedup.aligned import aligned, length, share, units
from annotated_briefings.intake.dedup.identity import Origin, day_of
from annotated_briefings.intake.dedup.markers import ABOUT_A_TEXT, FURNITURE, REMARK, TODAY
from annotated_briefings.intake.dedup.repeated_text import digests
from annotated_briefings.intake.dedup.shingles import sketch
from annotated_briefings.intake.metadata import without_dateline
from annotated_briefings.intake.model import Article, ArticleMeta, Sketch
from annotated_briefings.intake.stated.asides import why_aside

_DAYS = 6
"""Days between two publications of one text; weekly notices are a week apart."""
_TWIN = 0.6
"""Share of common words from which a sentence is another one with other words filled in."""
_FORM = 0.6
"""Share of the sentences of a text that have such a twin in another one made with the same form."""
_ALL, _SOME = 0.8, 0.7
"""Shares of the sentences of a corrected article that were kept or have such a twin, and of those that have one."""
_REMARK = 3
"""Sentences of a remark at the end of a text; more are an article that goes on."""
_PASSAGE = 10
"""Words that a passage has at least which an excerpt may lack; a shorter one, as a label or a denial, is news."""
_MEDIUM = (
    "how to subscribe or leave",
    "a link to more",
    "a way to share it",
    "a credit",
    "a notice of rights",
    "where it appeared first",
)
"""Lines that say nothing of the news, wherever they are; one that calls a text an advertisement is not among them."""
_POWER = regex("(?<=[0-9)])[⁺⁻]?[⁰¹²³⁴-⁹ⁿ]+|(?<=[0-9)])[₀-₉]+")
"""Raised and lowered figures behind others, which are no part of their number."""
_BULLET = regex(r"^\s*(?:[•‣◦·∙–—-]\s+(?=\D)|[①-⑳]\s*|\(?[a-z]\)\s+)")
"""A sign, a letter or a ringed number before an item of a list, which says nothing; ticks and filled signs do, and a
dash before a number may be a minus."""
_ITEM = regex(
    r"\s*(?:(?:[•‣◦·∙*–—-]|[ivx]{1,5}[.)])\s|[(（]?\d{1,3}(?:[.)．）、](?!\d)|º|ª)|[①-⑳]|\(?[a-z]\)\s)", re.IGNORECASE
)
"""The mark of an item of a list; items that follow one another are one list, and have an order."""
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\u00ad": None})


class Standing(StrEnum):
    """How two texts are related."""

    SAME = "same"
    """Both say the same."""
    INSIDE = "inside"
    """The first is part of the second."""
    AROUND = "around"
    """The second is part of the first."""
    OTHER = "other"
    """What they say differs."""


class Likeness(Value):
    """How two articles are related."""

    kind: Standing
    """Whether one may stand for the other."""
    differs: tuple[str, ...] = ()
    """What differs, in words; empty where they say the same."""
    inside: bool = False
    """Whether the first text alone, without headline and day, is whole in the second, which has more."""


class ComparedText(Value):
    """An article as it is compared."""

    stated: Origin
    """Where it came from."""
    sentences: tuple[str, ...]
    """Its sentences without headline, byline, dateline, quoted lines of mails and what is below every article."""
    today: bool
    """Whether it speaks of a day by a word that means another one tomorrow."""
    paragraphs: tuple[int, ...]
    """Number of the paragraph or list that each sentence is in."""

    @property
    def text(self) -> str:
        """Its sentences, each paragraph a line."""
        lines = groupby(zip(self.paragraphs, self.sentences, strict=True), key=itemgetter(0))
        return "\n".join(" ".join(sentence for _, sentence in line) for _, line in lines)


def compared(article: Article, meta: ArticleMeta, stated: Origin) -> ComparedText:
    """An article made ready to be compared with others."""
    return compared_text(_news(article, meta), stated)


def sketched(article: Article, meta: ArticleMeta) -> Sketch:
    """The sketch of an article: of all its words, and of those without headline, byline, dateline, quoted lines and
    what is below every article."""
    body = "\n".join(text for text in _news(article, meta) if not FURNITURE.match(text))
    digest, sentence_digests = digests(body)
    return replace(
        sketch(article.id, article.text, article.given.title), body=digest, sentence_digests=sentence_digests
    )


def _news(article: Article, meta: ArticleMeta) -> Sequence[str]:
    paragraphs = [
        p.text
        for n, p in enumerate(article.paragraphs)
        if n not in meta.skipped and not p.aside and not p.text.startswith(">") and not p.markdown.startswith("> ")
    ]
    return without_dateline(_without_agency(paragraphs))


def _without_agency(paragraphs: Sequence[str]) -> Sequence[str]:
    """Paragraphs without a last line that only names the agency of the dateline again, as `(Ostwire)` does."""
    found = read_dateline(paragraphs[0]) if len(paragraphs) > 1 else None
    named = found and found.agency and paragraphs[-1].strip(" ().[]").casefold() == found.agency.casefold()
    return paragraphs[:-1] if named else paragraphs


def compared_text(paragraphs: Sequence[str], stated: Origin) -> ComparedText:
    """Paragraphs made ready to be compared with others."""
    sentences: list[str] = []
    numbers: list[int] = []
    number, in_list = -1, False
    for text in paragraphs:
        was_in_list, in_list = in_list, bool(_ITEM.match(text))
        number += not (was_in_list and in_list)
        starts = sentence_starts(text)
        for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
            raised = _POWER.sub(lambda found: f"^{found[0]}", _BULLET.sub("", text[start:end]))
            plain = unicodedata.normalize("NFKC", raised).translate(_QUOTES)
            sentence = " ".join(plain.split())
            if sentence and not FURNITURE.match(sentence):
                sentences.append(sentence)
                numbers.append(number)
    return ComparedText(stated, tuple(sentences), any(TODAY.search(s) for s in sentences), tuple(numbers))


def likeness(one: ComparedText, other: ComparedText) -> Likeness:
    """How two articles are related; in doubt they differ."""
    if not one.sentences or not other.sentences:
        return Likeness(Standing.OTHER)
    own, added, differs = aligned(one.sentences, other.sentences)
    facts = (*_facts_differ(one, other), *_order_differs(one, other))
    if differs or facts:
        return Likeness(Standing.OTHER, (*facts, *differs), bool(added) and not own and not differs)
    if own and added:
        return Likeness(Standing.OTHER, tuple(f"`{shortened(text)}`" for text in (own[0], added[0])))
    for text in (*own, *added):
        if ABOUT_A_TEXT.search(text) or text in (_remark(one.sentences, own), _remark(other.sentences, added)):
            return Likeness(Standing.OTHER, (f"`{shortened(text)}`",), bool(added) and not own)
    for sentences, extra in ((one.sentences, own), (other.sentences, added)):
        if short := _short_passage(sentences, extra):
            return Likeness(Standing.OTHER, (f"`{shortened(short)}`",), bool(added) and not own)
    kind = Standing.INSIDE if added else Standing.AROUND if own else Standing.SAME
    return Likeness(kind, inside=kind is Standing.INSIDE)


def _remark(sentences: Sequence[str], extra: Sequence[str]) -> str:
    """The first of a few sentences at the end of a longer text that takes up what the shorter one says; or empty."""
    tail: list[str] = []
    for sentence in reversed(sentences):
        if sentence not in extra:
            break
        tail.append(sentence)
    return tail[-1] if 0 < len(tail) <= _REMARK and REMARK.match(tail[-1]) else ""


def _short_passage(sentences: Sequence[str], extra: Sequence[str]) -> str:
    """The first passage that only the longer text has and that is too short for one that an excerpt lacks; or empty.

    A passage is a run of such sentences. Lines that speak of the medium alone are none.
    """
    left = Counter(extra)
    passage: list[str] = []
    for sentence in (*sentences, ""):
        if left[sentence]:
            left[sentence] -= 1
            passage.append(sentence)
            continue
        text = " ".join(passage)
        if passage and length(text) < _PASSAGE and any(why_aside(one) not in _MEDIUM for one in passage):
            return text
        passage = []
    return ""


def one_mould(one: ComparedText, other: ComparedText) -> bool:
    """Whether two texts of other days are made with one form: most sentences of the shorter one have a twin there.

    A twin is the same sentence with other words filled in.
    """
    days = [day_of(text.stated.published) for text in (one, other)]
    return bool(days[0] and days[1] and days[0].ordinal != days[1].ordinal) and _in_one_form(one, other)


def is_corrected(one: ComparedText, other: ComparedText) -> bool:
    """Whether two texts under one headline and of one outlet, as far as both name one, are one article whose figures or
    names were corrected: some of its sentences have other words filled in, and the others stayed as they were.

    A text that speaks of its own day, or in which hardly a sentence stayed, is filled in anew each time.
    """
    titles = {" ".join(text.stated.title.casefold().split()) for text in (one, other)}
    outlets = {text.stated.outlet.casefold() for text in (one, other)} - {""}
    if len(titles) > 1 or "" in titles or len(outlets) > 1 or one.today or other.today:
        return False
    equal, twins, count = _kept_and_filled_in(one, other)
    return equal + twins >= _ALL * count and equal > 0 and twins <= _SOME * count


def one_series(one: ComparedText, other: ComparedText) -> bool:
    """Whether two texts of one outlet under other headlines are made with one form, as the results of two seats are."""
    outlets, titles = ({text.stated.outlet for text in (one, other)}, {text.stated.title for text in (one, other)})
    return len(outlets) == 1 and "" not in outlets and len(titles) == 2 and _in_one_form(one, other)


def _in_one_form(one: ComparedText, other: ComparedText) -> bool:
    """Whether most sentences of the shorter of two texts have a twin in the longer one."""
    _, twins, count = _kept_and_filled_in(one, other)
    return twins >= _FORM * max(1, count)


def _kept_and_filled_in(one: ComparedText, other: ComparedText) -> tuple[int, int, int]:
    """How many sentences of the shorter of two texts the longer one has as well, how many have a twin there, and how
    many there are."""
    short, long = sorted((one, other), key=lambda text: len(text.sentences))
    there = [units(sentence) for sentence in long.sentences]
    equal = set(long.sentences)
    twins = sum(
        sentence not in equal and max((share(units(sentence), words) for words in there), default=0.0) >= _TWIN
        for sentence in short.sentences
    )
    return sum(sentence in equal for sentence in short.sentences), twins, len(short.sentences)


def _facts_differ(one: ComparedText, other: ComparedText) -> tuple[str, ...]:
    """What headlines and days say against one text standing for the other."""
    out: list[str] = []
    first, second = day_of(one.stated.published), day_of(other.stated.published)
    if first and second and (first.year, first.month, first.day) != (second.year, second.month, second.day):
        days = [date(when.year, when.month, when.day) for when in (first, second)]
        if abs((days[1] - days[0]).days) > _DAYS or one.today or other.today:
            out.append(f"the day: {days[0].isoformat()}, {days[1].isoformat()}")
    if one.stated.title and other.stated.title and _headlines_differ(one.stated.title, other.stated.title):
        out.append(f"the headline: `{shortened(one.stated.title)}`, `{shortened(other.stated.title)}`")
    return tuple(out)


def _order_differs(one: ComparedText, other: ComparedText) -> tuple[str, ...]:
    """Sentences of one paragraph or list that follow each other the other way round in one of the other text: a ranking
    says who comes first. Paragraphs that were moved say the same."""
    counts = Counter(one.sentences), Counter(other.sentences)
    once = {sentence for sentence, count in counts[0].items() if count == counts[1][sentence] == 1}
    there = enumerate(zip(other.sentences, other.paragraphs, strict=True))
    places = {sentence: (number, at) for at, (sentence, number) in there if sentence in once}
    last: dict[tuple[int, int], tuple[int, str]] = {}
    for sentence, number in zip(one.sentences, one.paragraphs, strict=True):
        if not (found := places.get(sentence)):
            continue
        before = last.get((number, found[0]))
        if before and before[0] > found[1]:
            return (f"the order: `{shortened(before[1])}`, `{shortened(sentence)}`",)
        last[number, found[0]] = found[1], sentence
    return ()


def _headlines_differ(one: str, other: str) -> bool:
    """Whether one headline says otherwise than another: in a figure, a negation, one word in its place, or a mark
    that turns it.

    Headlines that were worded anew say nothing of the kind.
    """
    if not change_of_meaning(one, other):
        return False
    a, b = ([word.lower() for word in tokens(text)] for text in (one, other))
    if a == b:
        return bool(change_of_meaning(one.lower(), other.lower()))
    figures = [{word for word in words if any(c.isdigit() for c in word)} for words in (a, b)]
    if all(figures) and figures[0] != figures[1]:
        return True
    common = (Counter(a) & Counter(b)).total()
    if negations(a) != negations(b) and 2 * common >= min(len(a), len(b)):
        return True
    return len(a) == len(b) and 1 <= len(a) - common <= 2 and common >= 2 and 2 * common >= len(a)
