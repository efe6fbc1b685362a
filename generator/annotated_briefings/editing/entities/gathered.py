"""The names of many briefs as one list of entities that the registry may want: which short forms are whose."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.markdown.plaintext import normal
from annotated_briefings.content.model import Entity
from annotated_briefings.intake.ner.names import NameProposal


class Suggestion(Value):
    """An entity that the registry may want."""

    name: str
    """Its fullest name."""
    type: str
    """One of ``ENTITY_TYPES``."""
    aliases: tuple[str, ...]
    """Its other names in the briefs."""
    briefs: tuple[str, ...]
    """Files of the briefs that name it, by path."""
    sentence: str
    """A sentence that names it."""


def gather(named: Iterable[tuple[str, Sequence[NameProposal]]], entities: Sequence[Entity]) -> tuple[Suggestion, ...]:
    """One suggestion for each name of several briefs; what the registry knows under any name is left out.

    A lone surname says too little to be an entity; it is left out where it may be that of a known person.
    """
    taken: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for name in {normal(n).lower() for n in (entity.name, *entity.aliases, *entity.was, *entity.ambiguous)}:
            taken[name].append(entity)
    people = {normal(name).lower() for e in entities if e.type == "person" for name in (e.name, *e.aliases, *e.was)}
    named = _with_own_names(named, entities)
    groups: dict[str, list[tuple[str, NameProposal]]] = defaultdict(list)
    for path, proposals in named:
        for proposal in (_without_holder(one, people) for one in proposals):
            key = normal(proposal.name).lower()
            short_for = [one for alias in proposal.aliases for one in taken.get(normal(alias).lower(), ())]
            # A short form that another entity has too says nothing; one of an entity of like names is that entity.
            if key not in taken and not any(_is_within(proposal.name, one) for one in short_for):
                groups[key].append((path, proposal))
    wholes: dict[str, set[str]] = defaultdict(set)
    for key, seen in groups.items():
        for alias in {normal(alias).lower() for _, p in seen for alias in p.aliases}:
            wholes[alias].add(key)
    for key in list(groups):
        # Of two longer names it may be either: it stays a name of its own.
        (whole, *others) = wholes.get(key) or {key}
        if whole != key and not others and whole in groups and whole not in wholes:
            groups[whole] += groups.pop(key)
    surnames = {name.split()[-1].lower() for e in entities if e.type == "person" for name in (e.name, *e.aliases)}
    out = [
        _suggestion(seen)
        for key, seen in groups.items()
        if not (
            key in surnames
            or (
                " " not in key
                and any(p.type == "person" for _, p in seen)
                and key in {other.rpartition(" ")[2] for other in groups if other != key}
            )
        )
    ]
    return tuple(sorted(out, key=lambda s: (-len(s.briefs), s.name.lower(), s.name)))


def _is_within(name: str, entity: Entity) -> bool:
    """Whether a name has all words of the name of an entity, or is a part of it; initials stand for words."""
    words = normal(name).lower().split()
    own = [normal(one).lower().split() for one in (entity.name, *entity.was)]
    return any(_has_words(words, one) or _has_words(one, words) for one in own)


def _has_words(words: Sequence[str], parts: Sequence[str]) -> bool:
    return all(any(_is_word(one, part) or _is_word(part, one) for one in words) for part in parts)


def _is_word(word: str, typed: str) -> bool:
    return word == typed or (typed.endswith(".") and word.startswith(typed[:-1]))


def _with_own_names(
    named: Iterable[tuple[str, Sequence[NameProposal]]], entities: Sequence[Entity]
) -> list[tuple[str, list[NameProposal]]]:
    """The proposals without short forms that name something else: an entry of the registry of another type, or a place
    that another brief names by itself."""
    every = [(path, list(proposals)) for path, proposals in named]
    types: dict[str, set[str]] = defaultdict(set)
    for _, proposals in every:
        for one in proposals:
            if one.type == "place":
                types[normal(one.name).lower()].add(one.type)
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            types[normal(name).lower()].add(entity.type)

    def is_own(alias: str, type_: str) -> bool:
        known = types.get(normal(alias).lower(), set())
        return not known or type_ in known

    return [
        (path, [replace(one, aliases=tuple(a for a in one.aliases if is_own(a, one.type))) for one in proposals])
        for path, proposals in every
    ]


def _without_holder(proposal: NameProposal, people: Collection[str]) -> NameProposal:
    """The words after "of", where the words before it are a person whom the registry knows."""
    who, of, office = proposal.name.partition(" of ")
    if not of or normal(who).lower() not in people:
        return proposal
    return replace(proposal, name=office.removeprefix("the "), aliases=())


def _suggestion(seen: Sequence[tuple[str, NameProposal]]) -> Suggestion:
    names: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for _, proposal in seen:
        names[proposal.name] += proposal.count
        types[proposal.type] += proposal.count
    name = max(names, key=lambda n: (len(n.split()), names[n], n))
    others = dict.fromkeys(n for _, p in seen for n in (p.name, *p.aliases) if n != name)
    paths = tuple(sorted({path for path, _ in seen}))
    return Suggestion(name, types.most_common(1)[0][0], tuple(others), paths, seen[0][1].sentence)
