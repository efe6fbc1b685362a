"""Names in a text that may be worth an entry in the registry: each with its type, its aliases and its sentence.

Two readers propose, the trained tagger and the rules of writing; what both or one strong one sees is kept, short forms
join the long form they belong to, and words around a name tell a company from an authority or a place.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotated_briefings.base.values import Value
from annotated_briefings.intake.ner.lexicon import COMPANY_PARTS, bare, first_names
from annotated_briefings.intake.ner.rules import candidates, stem, trimmed
from annotated_briefings.intake.ner.tagger import NameSpan, tag
from annotated_briefings.intake.ner.tokens import Token, WordUsage, tokenize, usage
from annotated_briefings.intake.ner.types import type_of

_SURE = 0.5
"""Probability from which the tagger needs no second reader."""
_LONGEST = 320
_IN_BRACKETS = re.compile(r"\s*\(\s*[“\"‘]?(?:the\s+)?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[”\"’]?\s*\)")
_CONTEXT = 60


class NameProposal(Value):
    """An entity that a text names."""

    name: str
    """Its fullest name in the text."""
    type: str
    """``company``, ``person``, ``place``, ``organisation``, ``government``, ``product``, ``law`` or ``event``."""
    aliases: tuple[str, ...]
    """Its other names in the text."""
    count: int
    """How often it is named."""
    sentence: str
    """The first sentence that names it."""


@dataclass(slots=True)
class _WrittenForm:
    """What is known of one written form."""

    count: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    contexts: list[tuple[str, str]] = field(default_factory=list)
    sentence: str = ""
    at: int = 0


def propose(text: str) -> tuple[NameProposal, ...]:
    """The names of a text in the order in which they first appear."""
    sentences = tokenize(text)
    use = usage(sentences)
    forms: dict[str, _WrittenForm] = {}
    for sentence in sentences:
        for left, right, kind, weight in _names(sentence, use):
            _note(forms, text, sentence, left, right, kind, weight)
    full = _full_names(forms, text)
    groups: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        groups[full.get(form, form)].append(form)
    out = [_proposal(name, members, forms) for name, members in groups.items()]
    return tuple(p for p, _ in sorted(out, key=lambda pair: pair[1]))


def _names(sentence: Sequence[Token], use: WordUsage) -> list[tuple[int, int, str, float]]:
    """The names that either reader sees, none inside another."""
    tagged = [
        NameSpan(*kept, span.kind, span.sure)
        for span in tag(sentence, use)
        if (kept := trimmed(sentence, span.left, span.right, use))
    ]
    ruled = list(candidates(sentence, use))
    out: list[tuple[int, int, str, float]] = []
    for left, right in ruled:
        inside = [s for s in tagged if s.left < right and s.right > left]
        exact = [s for s in inside if (s.left, s.right) == (left, right)]
        if exact:
            out.append((left, right, exact[0].kind, exact[0].sure))
        elif not _tagger_knows_better(inside, left, right):
            out.append((left, right, inside[0].kind if len(inside) == 1 else "", 0.4))
    taken = [(left, right) for left, right, *_ in out]
    out += [
        (span.left, span.right, span.kind, span.sure)
        for span in tagged
        if span.sure >= _SURE and all(span.left >= b or span.right <= a for a, b in taken)
    ]
    return sorted(out)


def _tagger_knows_better(inside: Sequence[NameSpan], left: int, right: int) -> bool:
    """Whether the tagger surely sees a longer name across the candidate's edges, or several names in it."""
    if any(s.left < left or s.right > right for s in inside):
        return max(s.sure for s in inside) >= _SURE
    return len(inside) > 1 and all(s.sure >= _SURE for s in inside)


def _note(
    forms: dict[str, _WrittenForm],
    text: str,
    sentence: Sequence[Token],
    left: int,
    right: int,
    kind: str,
    weight: float,
) -> None:
    last = sentence[right - 1]
    ending = len(last.text) - len(stem(last))
    start, end = sentence[left].start, last.end - ending
    form = " ".join(text[start:end].split()).rstrip(",;:")
    if not form:
        return
    seen = forms.setdefault(form, _WrittenForm(at=start))
    seen.count += 1
    seen.kinds[kind] += round(100 * weight)
    seen.contexts.append((text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]))
    if not seen.sentence:
        around = " ".join(text[sentence[0].start : sentence[-1].end].split())
        seen.sentence = around if len(around) <= _LONGEST else around[:_LONGEST].rpartition(" ")[0] + "…"


def _full_names(forms: Mapping[str, _WrittenForm], text: str) -> dict[str, str]:
    """Short form to the long form it stands for."""
    out: dict[str, str] = {}
    longest = sorted(forms, key=lambda form: (-len(form.split()), forms[form].at))
    for form in longest:
        for match in re.finditer(re.escape(form) + _IN_BRACKETS.pattern, text):
            if match[1] != form and match[1] in forms:
                out[match[1]] = form
    for form in longest:
        if form not in out:
            whole = next((w for w in longest if w != form and w not in out and _stands_for(form, w, forms)), None)
            if whole:
                out[form] = whole
    return {form: out.get(whole, whole) for form, whole in out.items()}


def _stands_for(short: str, long: str, forms: Mapping[str, _WrittenForm]) -> bool:
    """Whether a form is an acronym, a surname, or the first words of a longer name."""
    a, b = short.split(), long.split()
    if len(b) <= len(a):
        return bare(short) == bare(long) and forms[short].count < forms[long].count
    if re.fullmatch(r"[A-Z]{3,6}", short):
        return (
            "".join(w[0] for w in b if w[0].isupper() and w.rstrip(".") not in ("Co", "Ltd", "Inc")) == short
            or "".join(w[0] for w in b if w[0].isupper()) == short
        )
    rest = [bare(word) for word in b[len(a) :]]
    if b[: len(a)] == a and (rest[0] == "&" or set(rest) <= COMPANY_PARTS):
        return True
    person = len(b) in (2, 3) and (bare(b[0]) in first_names() or forms[long].kinds.most_common(1)[0][0] == "PER")
    return person and len(a) == 1 and (a[0] == b[-1] or (a[0] == b[0] and bare(a[0]) in first_names()))


def _proposal(name: str, members: Sequence[str], forms: Mapping[str, _WrittenForm]) -> tuple[NameProposal, int]:
    kinds: Counter[str] = Counter()
    contexts: list[tuple[str, str]] = []
    for member in members:
        kinds += forms[member].kinds
        contexts += forms[member].contexts
    if any(member == name.split()[-1] for member in members if member != name):
        # What is called by its last word is a person.
        kinds["PER"] += sum(kinds.values()) + 100
    first = min(members, key=lambda member: forms[member].at)
    aliases = tuple(sorted((m for m in members if m != name), key=lambda m: forms[m].at))
    proposal = NameProposal(
        name, type_of(name, kinds, contexts), aliases, sum(forms[m].count for m in members), forms[first].sentence
    )
    return proposal, forms[first].at
