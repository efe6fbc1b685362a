"""The names that have pages, and the words of headlines, in files by the letters that they begin with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotated_briefings.output.search.words import tokens
from annotated_briefings.site.exports.search_names import SearchName

FILES = 64
"""Files of names at most."""
_OFFERED = 10
_SHORT = 4
"""Letters of the shortest word that is offered in place of one that is not found."""


def headline_words(title: str) -> Iterator[str]:
    """The words of a headline that are offered in place of one that is not found."""
    return (token.word for token in tokens(title) if token.stemmed and token.parts == 1 and len(token.word) >= _SHORT)


def name_files(names: Sequence[SearchName], headlines: Iterable[str]) -> Iterator[tuple[int, object]]:
    """What each file of names holds: names under the first letters of all their words, or under their first sign where
    they have no words, and words of headlines."""
    found: dict[int, list[SearchName]] = defaultdict(list)
    for name in names:
        for at in {_file(word) for form in (name.name, *name.others) for word in _words(form)}:
            found[at].append(name)
    words: dict[int, set[str]] = defaultdict(set)
    for word in headlines:
        words[_file(word)].add(word)
    for at in sorted({*found, *words}):
        rows = [(n.filter, n.kind, n.name, n.url, n.count, list(n.others)) for n in found[at]]
        yield at, {"names": rows, "words": sorted(words[at])}


def most(names: Sequence[SearchName]) -> dict[str, list[tuple[str, int]]]:
    """Filter to its values with most briefs, which are offered before anything is typed."""
    out: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in names:
        if name.filter and len(out[name.filter]) < _OFFERED:
            out[name.filter].append((name.name, name.count))
    return dict(sorted(out.items()))


def _words(form: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(form)) or (form,)


def _file(word: str) -> int:
    return ord(word[0]) % FILES
