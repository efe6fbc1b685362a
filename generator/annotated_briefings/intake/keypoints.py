"""Sentences that say most, and tags that keywords suggest."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log, sqrt

from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.shingles import words_of
from annotated_briefings.intake.stated.asides import why_aside

MOST = 4
"""Key points proposed."""
_LIKE = 0.6
"""Two points more alike than this say the same."""
_SHORTEST, _LONGEST = 6, 48
"""Words of a sentence that may be a point."""
STOP = frozenset(
    "a an the of in on at to for from with by and or but as is are was were be been being its it their his her they he "
    "she this that these those than into over under about after before between during has have had will would may can "
    "could not no we our you your i my me us them which who whom whose what when where while there also said says more "
    "most".split()
)
_WEAK_START = re.compile(
    r"(?:He|She|It|They|This|That|These|Those|But|And|However|Still|Meanwhile|Instead|Here|There|We|I|So)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|us|my)\b")
_FILLER = re.compile(
    r"developing story|stay tuned|read more|sign up|click here|reached out|all rights reserved", re.IGNORECASE
)
_NUMBER = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


class Point(Value):
    """A sentence worth a key point."""

    text: str
    """The sentence."""
    quote: str
    """Its receipt: the sentence, or its first words where it is long."""


class _PointCandidate(Value):
    place: int
    text: str
    vector: Mapping[str, float]
    score: float


def key_points(paragraphs: Sequence[str]) -> tuple[Point, ...]:
    """The sentences that say most, in the order of the text.

    Position, TF-IDF centrality, likeness to the lead, and names and numbers count for a sentence; quotations,
    questions, the first person and a start that leans on the sentence before count against it. Of sentences that are
    alike only the best is taken (maximal marginal relevance, Carbonell and Goldstein 1998).
    """
    chosen: list[_PointCandidate] = []
    for candidate in sorted(_candidates(paragraphs), key=lambda c: (-c.score, c.place)):
        if len(chosen) == MOST:
            break
        if candidate.score > 0 and all(_cosine(candidate.vector, other.vector) <= _LIKE for other in chosen):
            chosen.append(candidate)
    return tuple(Point(c.text, _receipt(c.text)) for c in sorted(chosen, key=lambda c: c.place))


def _candidates(paragraphs: Sequence[str]) -> list[_PointCandidate]:
    sentences: list[tuple[int, int, str]] = []
    for number, paragraph in enumerate(paragraphs):
        starts = (*sentence_starts(paragraph), len(paragraph))
        for order, (left, right) in enumerate(pairwise(starts)):
            text = paragraph[left:right].strip()
            if text:
                sentences.append((number, order, text))
    terms = [[w for w in words_of(text) if w not in STOP and len(w) > 2] for _, _, text in sentences]
    spread = Counter(word for words in terms for word in set(words))
    total = len(sentences)
    rarity = {word: log(1 + total / count) for word, count in spread.items()}
    vectors = [_unit(Counter(words), rarity) for words in terms]
    centre = _unit(Counter(word for words in terms for word in words), rarity)
    out: list[_PointCandidate] = []
    for place, ((number, order, text), vector) in enumerate(zip(sentences, vectors, strict=True)):
        if not _SHORTEST <= len(text.split()) <= _LONGEST or text[-1] not in '.!”"' or _is_no_point(text):
            continue
        score = _cosine(vector, centre) + 0.5 * _cosine(vector, vectors[0]) + 0.5 / (1 + number) + 0.2 * (order == 0)
        score += 0.08 * min(3, len(_NAME.findall(text))) + 0.12 * bool(_NUMBER.search(text))
        score -= 0.6 * bool(re.search('[“”"]', text)) + 0.4 * bool(_WEAK_START.match(text))
        score -= 0.5 * bool(_FIRST_PERSON.search(text)) + 0.8 * ("?" in text)
        out.append(_PointCandidate(place, text, vector, score))
    return out


def _is_no_point(text: str) -> bool:
    """Whether words are no news, or the second half of a sentence."""
    return bool(_FILLER.search(text) or text.split()[0].islower() or why_aside(text))


def _unit(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Term counts weighted by rarity, as a vector of length 1: its dot products are cosines."""
    weights = {word: count * rarity[word] for word, count in counts.items()}
    norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)


def _receipt(text: str, words: int = 30) -> str:
    """The words that prove a point: its sentence, or of a long one what is before a comma; no half quotation."""
    parts = text.split(" ")
    if len(parts) <= words:
        return text
    ends = [n for n in range(12, words + 1) if parts[n - 1][-1:] in ",;:"]
    whole = (" ".join(parts[:n]) for n in reversed(ends))
    return next((part.rstrip(",;:") for part in whole if _is_closed(part)), text)


def _is_closed(text: str) -> bool:
    german = "„" in text
    return (
        text.count('"') % 2 == 0
        and text.count("„") + text.count("»") == german * text.count("“") + text.count("«")
        and (german or text.count("“") == text.count("”"))
    )


def suggested_tags(text: str, keywords: Sequence[tuple[str, tuple[str, ...]]], most: int = 4) -> tuple[str, ...]:
    """Tags whose keywords are in a text, those with most hits first; ``keywords`` are tag and lower-case phrases."""
    plain = f" {' '.join(words_of(text))} "
    hits: dict[str, int] = {}
    for tag, phrases in keywords:
        count = sum(plain.count(f" {' '.join(words_of(phrase))} ") for phrase in phrases)
        if count >= 2 or (count and len(plain) < 1500):
            hits[tag] = count
    return tuple(sorted(hits, key=lambda tag: (-hits[tag], tag))[:most])
