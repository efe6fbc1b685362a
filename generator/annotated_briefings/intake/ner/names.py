"""Names in a text that may be worth an entry in the registry: each with its type, its aliases and its sentence.

Short forms join the long form they belong to, and words around a name tell a company from an authority or a place.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ner.certain import certain_names
from annotated_briefings.intake.ner.languages import writing_of
from annotated_briefings.intake.ner.lexicon import COMPANY_PARTS, bare, first_names, places, surnames
from annotated_briefings.intake.ner.rules import stem
from annotated_briefings.intake.ner.spans import SeenName, in_document
from annotated_briefings.intake.ner.tokens import Token, tokenize, usage
from annotated_briefings.intake.ner.types import type_of

_LONGEST = 320
_IN_BRACKETS = regex(r"\s*\(\s*[“\"‘]?(?:the\s+)?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[”\"’]?\s*\)")
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


def propose(text: str, language: str = "en") -> tuple[NameProposal, ...]:
    """The names of a text in the order in which they first appear; none in a language that is not read."""
    writing = writing_of(language)
    if writing is None:
        return ()
    sentences = tokenize(text, elides=writing.elides)
    use = usage(sentences, writing)
    found = certain_names(sentences) if writing.large_nouns else in_document(sentences, use)
    forms: dict[str, _WrittenForm] = {}
    for sentence, names in zip(sentences, found, strict=True):
        for name in names:
            _note(forms, text, sentence, name)
    full = _full_names(forms, text)
    groups: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        groups[full.get(form, form)].append(form)
    out = [_proposal(name, members, forms) for name, members in groups.items()]
    return tuple(p for p, _ in sorted(out, key=lambda pair: pair[1]))


def _note(forms: dict[str, _WrittenForm], text: str, sentence: Sequence[Token], name: SeenName) -> None:
    last = sentence[name.right - 1]
    ending = len(last.text) - len(stem(last))
    start, end = sentence[name.left].start, last.end - ending
    form = " ".join(text[start:end].split()).rstrip(",;:")
    if not form:
        return
    seen = forms.setdefault(form, _WrittenForm(at=start))
    seen.count += 1
    seen.kinds[name.kind] += round(100 * name.weight)
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
    if not person or len(a) != 1:
        return False
    if a[0] == b[-1]:
        # A place that ends the name of a company is no surname: `Norway` is not short for `Brightwater Norway`.
        is_place = bare(a[0]) in places() and not (bare(a[0]) in surnames() and bare(b[0]) in first_names())
        return not is_place
    return a[0] == b[0] and bare(a[0]) in first_names()


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
