"""What two articles are to each other: versions of one article, accounts of one event, or texts made with one form."""

from collections.abc import Callable

from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.identity import Origin, day_of, same_address
from annotated_briefings.intake.dedup.same_text import ComparedText, is_corrected, one_mould
from annotated_briefings.intake.dedup.shingles import covered_by
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.model import Sketch

_MOST = 0.5
"""Share of a text that is most of it."""
NEARLY_ALL = 0.8
"""Share of either text from which two texts at one address are versions, whatever their headlines and days say."""
_SOMETHING = 0.4
"""Share of the words of the shorter text that two texts under one headline and day must have in common."""
_LONG_AGO = 30
"""Days after which another headline at the same address is another article."""
_DAYS = 6
"""Days between two texts of one event; texts alike that lie further apart have a mould in common."""


class Candidate(Value):
    """An article that may be a copy."""

    id: str
    """Its id."""
    sketch: Sketch
    """Its sketch."""
    digest: str
    """Digest of its text alone."""
    stated: Origin
    """Where it came from."""
    new: bool = True
    """Whether what is decided about it is open: it is new, or an editor has decided something."""
    fixed: bool = False
    """Whether its brief was edited, or is public and must stay: it stands for itself."""
    apart: bool = False
    """Whether an editor keeps it apart."""
    into: str = ""
    """Article that it was folded into by an earlier import."""
    verdict: str = ""
    """Verdict of that import."""


Texts = Callable[[str], ComparedText | None]
"""The text of an article as it is compared; None where it is not here."""


def is_version(one: Candidate, other: Candidate, texts: Texts) -> bool:
    """Whether two texts at one address are versions of one article and not two articles.

    A version has the headline and day of the other, or most of its text, or its headline with corrected figures in some
    of the sentences. A page that is used again each day (a
    bulletin, a list of corrections) has neither: what is there on another day is another article.
    """
    if one.apart or other.apart or not same_address(one.stated.url, other.stated.url):
        return False
    shares = covered_by(one.sketch, [other.sketch]), covered_by(other.sketch, [one.sketch])
    if one.digest == other.digest or max(shares) >= NEARLY_ALL:
        return True
    days = [day_of(c.stated.published) for c in (one, other)]
    headlines = [" ".join(c.stated.title.casefold().split()) for c in (one, other)]
    if not (days[0] and days[1]):
        return max(shares) >= _MOST
    if days[0].ordinal == days[1].ordinal:
        named = headlines[0] == headlines[1] != ""
        return max(shares) >= _MOST or (named and _common_words(one, other, texts) >= _SOMETHING)
    if headlines[0] != headlines[1] and abs(days[0].ordinal - days[1].ordinal) > _LONG_AGO:
        return False
    first, second = texts(one.id), texts(other.id)
    if first and second and is_corrected(first, second):
        return True
    if first and second and one_mould(first, second):
        return False
    return (shares[0] if days[0].ordinal < days[1].ordinal else shares[1]) >= _MOST


def _common_words(one: Candidate, other: Candidate, texts: Texts) -> float:
    """Share of the longer words of the shorter text that the other has too."""
    sets = []
    for candidate in (one, other):
        text = texts(candidate.id)
        sets.append({word for word in words_of(" ".join(text.sentences if text else ())) if len(word) > 3})
    least = min(len(words) for words in sets)
    return len(sets[0] & sets[1]) / least if least else 0.0


def relation(one: Candidate, other: Candidate, texts: Texts) -> str:
    """What two articles are to each other that share much and do not say the same: `version`, `event` or `mould`."""
    found = _relation(one.stated, other.stated)
    if found == "version" or is_version(one, other, texts):
        return "version"
    first, second = texts(one.id), texts(other.id)
    return "mould" if first and second and one_mould(first, second) else found


def _relation(one: Origin, other: Origin) -> str:
    """What the headlines, outlets, days and addresses of two articles say of that."""
    days = [day_of(stated.published) for stated in (one, other)]
    apart = 0
    if days[0] and days[1]:
        apart = abs(days[0].ordinal - days[1].ordinal)
    if apart == 0 and one.title and one.title.casefold() == other.title.casefold():
        return "version"
    one_series = same_address(one.url, other.url) or (one.outlet and one.outlet == other.outlet)
    return "mould" if apart > _DAYS or one_series else "event"
