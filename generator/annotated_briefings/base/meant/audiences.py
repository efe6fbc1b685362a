"""Who alone may read a text, or that nobody may yet, in the words of ``audience_words.txt``.

Words say so when a language knows all of them and they keep a text inside, or for some readers: `Vain sisäiseen
käyttöön`, `For subscribers only`. `Only members of the board voted` has other words too.
"""

from functools import lru_cache

from annotated_briefings.base.meant.word_tables import folded, kinds_of, patterns_for

_WORDS = ("base.meant", "audience_words.txt")
_LONGEST = 100


@lru_cache(maxsize=4096)
def names_only_readers(text: str) -> bool:
    """Whether words say who alone may read a text, or that nobody may, and nothing else."""
    plain = folded(text.strip()) if len(text.strip()) <= _LONGEST else ""
    return any(map(_keeps, (kinds_of(plain, table) for table in patterns_for(plain, _WORDS)))) if plain else False


def _keeps(kinds: frozenset[str]) -> bool:
    """Whether words of these kinds keep a text for some, or from everybody."""
    if "not" in kinds:
        return not kinds.isdisjoint(("outer", "publish"))
    return (
        "ban" in kinds or ("inner" in kinds and not kinds.isdisjoint(("use", "only"))) or {"only", "readers"} <= kinds
    )
