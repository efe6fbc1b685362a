"""The names of a sentence, from three readers: known names, the trained tagger, and the rules of writing.

Known names of several words are never cut. Else the tagger says where a name begins and ends, and the rules of writing
add what it nearly took for a name.
"""

from collections.abc import Iterator, Mapping, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.ner.gazetteer import KnownSpan, is_given_name, known_spans
from annotated_briefings.intake.ner.lexicon import (
    EVENT_PARTS,
    JOINERS,
    LAW_PARTS,
    PLACE_PARTS,
    bare,
    common_words,
    known_names,
    places,
)
from annotated_briefings.intake.ner.rules import INSTITUTIONS, PARTICLES, STRONG, candidates, has_ending, stem, trimmed
from annotated_briefings.intake.ner.tagger import NameSpan, Tagged, recased, tag
from annotated_briefings.intake.ner.tokens import Token, WordUsage, is_row

_KNOWN = 0.6
"""Weight of a name that is known in advance."""
_RULED = 0.4
"""Weight of a name that only the rules of writing see."""
_NEARLY = 0.3
"""Probability from which the rules of writing decide."""
_HARDLY = 0.05
"""The same where no word of a candidate is a common one."""
_LONGEST_PERSON = 6
"""Words of the longest name of a person."""
_BREAKS = frozenset("-–—:;/|•")
"""Signs that part names where blanks are around them."""
_KINDS = {"place": "LOC", "company": "ORG", "organisation": "ORG", "government": "ORG"}


class SeenName(Value):
    """A name in a sentence."""

    left: int
    """Place of its first token."""
    right: int
    """Place after its last token."""
    kind: str
    """``PER``, ``ORG``, ``LOC``, ``MISC``, or nothing where no reader tells."""
    weight: float
    """How sure its readers are, 0 to 1."""


def in_document(sentences: Sequence[Sequence[Token]], use: WordUsage) -> list[list[SeenName]]:
    """The names of each sentence of a text: one that is seen whole in a sentence is whole in the others too."""
    tagged = tag(sentences, use)
    found = [_names_in(sentence, seen, use) for sentence, seen in zip(sentences, tagged, strict=True)]
    whole: dict[str, dict[tuple[str, ...], SeenName]] = {}
    for sentence, names in zip(sentences, found, strict=True):
        for name in names:
            words = tuple(token.text for token in sentence[name.left : name.right])
            if len(words) > 1 and words not in whole.setdefault(words[0], {}):
                whole[words[0]][words] = name
    return [_completed(sentence, names, whole) for sentence, names in zip(sentences, found, strict=True)]


def _completed(
    sentence: Sequence[Token], names: Sequence[SeenName], whole: Mapping[str, Mapping[tuple[str, ...], SeenName]]
) -> list[SeenName]:
    """The names of a sentence, with those that are part of a longer one of the text made whole."""
    out = list(names)
    for at, token in enumerate(sentence):
        for words in sorted(whole.get(token.text, ()), key=len, reverse=True):
            end = at + len(words)
            if tuple(t.text for t in sentence[at:end]) != words:
                continue
            near = [name for name in out if name.left < end and name.right > at]
            if all(at <= name.left and name.right <= end for name in near):
                model = whole[token.text][words]
                out = [name for name in out if name not in near] + [SeenName(at, end, model.kind, model.weight)]
                break
    return sorted(out, key=lambda name: name.left)


def _names_in(sentence: Sequence[Token], tagged: Tagged, use: WordUsage) -> list[SeenName]:
    """The names of a sentence in their order, none inside another."""
    known = [span for span in known_spans(sentence) if span.right - span.left > 1]
    fixed = frozenset(at for span in known for at in range(span.left, span.right))
    out: list[SeenName] = []
    for span in _whole(sentence, tagged.spans, known, use.writing.joins):
        kept = trimmed(sentence, span.left, span.right, use, fixed | _surnames(sentence, span))
        if kept:
            _add(out, SeenName(*kept, span.kind, span.sure))
    row = is_row(sentence)
    usual = recased(sentence, use)
    ruled = list(candidates(usual, use, fixed))
    for left, right in ruled:
        parts = [name for name in out if (row or left <= name.left) and name.left < right and left < name.right]
        # Outside English a capital inside a sentence is that of a name: `Ciudad de México` is one.
        joined = any(token.text in use.writing.joins for token in sentence[left:right])
        if parts and (row or joined or _is_full_name(sentence, left, right)):
            out = [name for name in out if name not in parts]
            out.append(SeenName(left, right, parts[0].kind, max(name.weight for name in parts)))
    for one in known:
        _add(out, SeenName(one.left, one.right, _KINDS.get(one.kind, "MISC"), _KNOWN))
    for left, right in ruled:
        if _is_likely(usual, left, right, tagged.chances, row, usual is not sentence):
            _add(out, SeenName(left, right, "", _RULED))
    return sorted(out, key=lambda name: name.left)


def _add(names: list[SeenName], new: SeenName) -> None:
    if all(new.left >= name.right or new.right <= name.left for name in names):
        names.append(new)


def _whole(
    sentence: Sequence[Token], tagged: Sequence[NameSpan], known: Sequence[KnownSpan], joins: frozenset[str]
) -> list[NameSpan]:
    """What the tagger sees, with no known name cut and no name of a person cut at its small words."""
    out: list[NameSpan] = []
    for span in _without_breaks(sentence, tagged, joins):
        left, right = span.left, span.right
        for one in known:
            if one.left < right and one.right > left:
                left, right = min(left, one.left), max(right, one.right)
        if out and (left < out[-1].right or _is_one_person(sentence, out[-1], span, joins or PARTICLES)):
            span = NameSpan(out[-1].left, max(right, out[-1].right), out[-1].kind, max(span.sure, out.pop().sure))
        else:
            span = NameSpan(left, right, span.kind, span.sure)
        out.append(_with_particles(sentence, span, joins or PARTICLES))
    return out


def _without_breaks(sentence: Sequence[Token], tagged: Sequence[NameSpan], joins: frozenset[str]) -> Iterator[NameSpan]:
    """What the tagger sees, parted where no name goes on, and without the number behind a person."""
    for span in tagged:
        left = span.left
        for at in range(span.left, span.right):
            if _ends_name(sentence, at, span.right, joins):
                end = at + has_ending(sentence[at])
                yield from [NameSpan(left, end, span.kind, span.sure)] if end > left else []
                left = at + 1
        right = span.right
        while span.kind == "PER" and right - 1 > left and sentence[right - 1].text.isdigit():
            right -= 1
        if right > left:
            yield NameSpan(left, right, span.kind, span.sure)


def _ends_name(sentence: Sequence[Token], at: int, right: int, joins: frozenset[str]) -> bool:
    """Whether no name goes on over a token: a dash between blanks, `Acme-owned`, `Acme's Quorvex`."""
    token = sentence[at]
    if token.text in _BREAKS:
        return _is_apart(sentence, at)
    if has_ending(token):
        return at + 1 < right
    if token.text == "and":
        return _are_known(sentence, at)
    if token.text.islower() and len(token.text) > 1:
        return token.text not in (joins or JOINERS | PARTICLES | {"plc"})
    return token.text in ("'s", "’s") and at + 1 < right and bare(sentence[at + 1].text) not in common_words()


def _are_known(sentence: Sequence[Token], at: int) -> bool:
    """Whether a known name ends before a token, and another begins behind it."""
    known = known_spans(sentence)
    return any(span.right == at for span in known) and any(span.left == at + 1 for span in known)


def _is_apart(sentence: Sequence[Token], at: int) -> bool:
    """Whether blanks are around a sign."""
    before, after = sentence[at - 1 : at], sentence[at + 1 : at + 2]
    return not (before and after and before[0].end == sentence[at].start and after[0].start == sentence[at].end)


def _is_one_person(sentence: Sequence[Token], first: NameSpan, second: NameSpan, joins: frozenset[str]) -> bool:
    between = sentence[first.right : second.left]
    return first.kind == second.kind == "PER" and bool(between) and all(t.text in joins for t in between)


def _with_particles(sentence: Sequence[Token], span: NameSpan, joins: frozenset[str]) -> NameSpan:
    """A person with the small words behind it and the capitalised one behind those: `Lula da Silva`."""
    at = span.right
    while at < len(sentence) and sentence[at].text in joins and at - span.right < 3:
        at += 1
    if span.kind != "PER" or at == span.right or at >= len(sentence) or not sentence[at].text[0].isupper():
        return span
    return NameSpan(span.left, at + 1, span.kind, span.sure)


def _is_full_name(sentence: Sequence[Token], left: int, right: int) -> bool:
    """Whether a candidate is the whole name of somebody of whom the tagger has seen a part: `María del Carmen Ruiz`."""
    words = [token.text for token in sentence[left:right]]
    return (
        is_given_name(words[0])
        and any(word in PARTICLES for word in words)
        and all(word in PARTICLES or word[0].isupper() for word in words)
        and right - left <= _LONGEST_PERSON
    )


def _surnames(sentence: Sequence[Token], span: NameSpan) -> frozenset[int]:
    """Tokens behind a given name: they belong to it, whatever else they mean (`Theresa May`)."""
    pairs = range(max(span.left + 1, 1), span.right)
    return frozenset(at for at in pairs if is_given_name(sentence[at - 1].text) and sentence[at].text[0].isupper())


def _is_likely(
    sentence: Sequence[Token], left: int, right: int, chances: Sequence[float], row: bool, headline: bool
) -> bool:
    """Whether a candidate is a name: nearly one for the tagger, a known one, or one of uncommon words."""
    chance = sum(chances[left:right]) / (right - left)
    if headline:
        return chance >= _NEARLY
    words = [stem(token) for token in sentence[left:right] if token.text[0].isalnum() and not token.text.isdigit()]
    rare = [word for word in words if bare(word) not in common_words()]
    inside = not sentence[left].first and len(rare) == len(words)
    if chance >= (_HARDLY if inside else _NEARLY):
        return True
    if len(words) > 1 and is_given_name(words[0]) and words[-1] == (rare or [""])[-1]:
        return True
    known = len(words) == 1 and (bare(words[0]) in places() or bare(words[0]) in known_names())
    if len(words) > 1 and (bare(words[-1]) in INSTITUTIONS | LAW_PARTS or bare(words[0]) in PLACE_PARTS | EVENT_PARTS):
        return True
    return bool(rare) and (known or row or any(STRONG.search(word) for word in words))
