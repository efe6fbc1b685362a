"""Finding the names of entities in text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.plaintext import plain, plain_quote
from annotated_briefings.content.model import Entity

_WORD = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_MEANINGFUL = frozenset("+#*&%=$€£")
"""Signs that make another name of one that they follow at once, such as `Canal+` and `D#`."""
_SPACELESS = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Name(Value):
    """One name of one entity."""

    text: str
    """The name with plain quotes and spaces."""
    entity: str
    """Id of the entity."""
    surname: bool
    """True when it counts only after the full name of the person in the same text."""
    guarded: bool
    """True when it counts only where the brief lists the entity."""
    requires: tuple[str, ...]
    """Words of which one must occur in the text."""


class Mention(Value):
    """A name of an entity found in a text."""

    entity: str
    """Id of the entity."""
    start: int
    """Offset of its first character, in code points."""
    end: int
    """Offset after its last character; a possessive ending is not part of it."""


class Starting(Value):
    """The names that start with one word; thousands may, such as those of ministries."""

    sizes: tuple[tuple[int, int], ...]
    """Lengths of the names, and how many characters come before their first word; the longest first."""
    names: Mapping[str, tuple[Name, ...]]
    """The names by their text."""


class Names(Value):
    """All names that are looked for."""

    table: Mapping[str, Starting]
    """First word to the names that start with it."""
    words: re.Pattern[str]
    """Words whose first character begins the first word of a name: a twelfth of a text where names are capitalised."""


EMPTY_NAMES = Names({}, _WORD)
"""No names at all."""


def collect_names(entities: Iterable[Entity]) -> Names:
    """The names of all entities for ``find_mentions``; a name that two entities claim counts only where listed."""
    claims: dict[str, list[Name]] = defaultdict(list)
    for entity in entities:
        guarded = {_plain(text) for text in entity.ambiguous}
        for raw in dict.fromkeys((entity.name, *entity.aliases, *entity.was, *entity.ambiguous)):
            text = _plain(raw)
            if _WORD.search(text):
                claims[text].append(Name(text, entity.id, _is_surname(text, entity), text in guarded, entity.requires))
    table: dict[str, list[Name]] = defaultdict(list)
    for text, names in claims.items():
        first = _WORD.search(text)
        if first is None:
            continue
        shared = len({name.entity for name in names}) > 1
        for name in names:
            plain = Name(name.text, name.entity, name.surname, name.guarded or shared, name.requires)
            table[first[0]].append(plain)
    return Names({word: _starting(names) for word, names in table.items()}, _words_of(table))


def _words_of(firsts: Iterable[str]) -> re.Pattern[str]:
    begins = "".join(sorted({re.escape(word[0]) for word in firsts}))
    return re.compile(rf"\b[{begins}][^\W_]*") if begins else _WORD


def _starting(names: Iterable[Name]) -> Starting:
    by_text: dict[str, tuple[Name, ...]] = {}
    sizes: set[tuple[int, int]] = set()
    for name in sorted(names, key=lambda n: n.entity):
        by_text[name.text] = (*by_text.get(name.text, ()), name)
        sizes.add((len(name.text), _lead(name.text)))
    return Starting(tuple(sorted(sizes, key=lambda size: (-size[0], size[1]))), by_text)


def _plain(name: str) -> str:
    """A name as it is in a plain text."""
    return " ".join(plain_quote(name).split())


def _is_surname(text: str, entity: Entity) -> bool:
    """A single word of a person's longer name."""
    return entity.type == "person" and " " not in text and " " in entity.name and text in entity.name.split()


def find_mentions(text: str, names: Names, listed: Collection[str]) -> tuple[Mention, ...]:
    """Every mention in a text, longest name first, none inside another; ``listed`` are the ids the brief lists."""
    whole = plain(text)
    seen = whole.text
    found: list[Mention] = []
    known: set[str] = set()
    until = 0
    # Words without spaces between them, or with a `_`, are cut as the names were by the whole pattern only.
    words = _WORD if "_" in seen or _SPACELESS.search(seen) else names.words
    for word in words.finditer(seen):
        starting = names.table.get(word[0])
        if starting is None or word.start() < until:
            continue
        for name, start in _here(seen, word.start(), starting):
            end = start + len(name.text)
            if start < until or not _stands_alone(seen, start, end):
                continue
            if name.surname and name.entity not in known:
                continue
            if name.guarded and name.entity not in listed:
                continue
            if name.requires and not any(needed in seen for needed in name.requires):
                continue
            found.append(Mention(name.entity, *whole.span(start, end)))
            known.add(name.entity)
            until = end
            break
    return tuple(found)


def _here(text: str, at: int, starting: Starting) -> Iterator[tuple[Name, int]]:
    """The names whose first word is at a place, and where they start."""
    for length, lead in starting.sizes:
        start = at - lead
        if start >= 0:
            for name in starting.names.get(text[start : start + length], ()):
                yield name, start


def _lead(name: str) -> int:
    """Characters of a name before its first word, such as a dot or a sign."""
    match = _WORD.search(name)
    return match.start() if match else 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name is not part of a longer word, handle, hashtag or address."""
    if start < 0:
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    beyond = text[end + 1] if end + 1 < len(text) else " "
    if before in "@#_/" or (before == "." and text[start - 2 : start - 1].isalnum()):
        return False
    if before.isalnum() and not (_SPACELESS.match(before) or _SPACELESS.match(text[start])):
        return False
    if after.isalnum() and not (_SPACELESS.match(after) or _SPACELESS.match(text[end - 1])):
        return False
    if after == "_" or after in _MEANINGFUL:
        return False
    return not (after in ".@/" and beyond.isalnum() and beyond.islower())
