"""Whether a line says that its text is not finished, in the words of ``stage_words.txt``.

A line says so when a language knows all its words: `Internal draft for comment only`, `This one isn't ready for
readers`. Where its first clause names what only editors do with a text, any reason may follow: `Not signed off yet,
Ruth has to read it`. `The report is not ready for readers yet` has a word of news.
"""

from functools import lru_cache

from annotated_briefings.base.meant.word_tables import folded, kinds_of, patterns_for
from annotated_briefings.base.regex import regex

_FILE = ("base.meant", "stage_words.txt")
_LONGEST = 120
_MOST_WORDS = 12
_CLAUSE = regex(r"[.;!]\s+|,\s+|\s[–—-]+\s|\s?[(（]")
OPEN_WORK = "(?:T[O]DO|FIX[M]E|TKTK)"
"""A pattern of the marks that programmers and some writers set where something is still to be done; in brackets, since
this program has none of them itself."""
_OPEN = regex(rf"[\s\[(*]*(?://|/\*|#)?\s*{OPEN_WORK}\b(?:\s*:|\s+before\b)|\s*(?://|/\*)\s*(?:{OPEN_WORK}|TK)\b")
_FIGURE = regex(r"(?<!\w)v?\d+(?:\.\d+)*(?!\w)")


@lru_cache(maxsize=4096)
def is_unfinished(line: str) -> bool:
    """Whether a line says that its text is a draft for some, not ready, or not edited yet, and nothing else."""
    bare = line.strip()
    if not bare or len(bare) > _LONGEST:
        return False
    if _OPEN.match(bare):
        return True
    if len(bare.split()) <= _MOST_WORDS and any(map(_is_early, _readings(bare))):
        return True
    cut = _CLAUSE.search(bare)
    first = bare[: cut.start()] if cut and cut.start() else ""
    return bool(first) and any("edited" in roles and _is_early(roles) for roles in _readings(first))


def _is_early(roles: frozenset[str]) -> bool:
    """Whether words of these kinds, and no others, describe a text that is not finished."""
    if "draft" in roles:
        return not roles.isdisjoint(("purpose", "open")) or ("not" in roles and "ready" in roles)
    if "not" in roles and not roles.isdisjoint(("ready", "edited")):
        return not roles.isdisjoint(("readers", "yet")) or {"thing", "edited"} <= roles
    return "open" in roles and not roles.isdisjoint(("facts", "thing"))


def _readings(text: str) -> list[frozenset[str]]:
    plain = folded(_FIGURE.sub(" ", text)).strip()
    return [kinds_of(plain, table) for table in patterns_for(plain, _FILE)] if plain else []
