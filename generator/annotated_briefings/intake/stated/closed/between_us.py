"""Whether a line asks those who read it to keep its text to themselves: `Please keep this between us for now`.

A clause says so when a language knows all its words. A few words may come before it, such as `Early
version -`, and nothing after it: `Keep it between us, she told the court` is news.
"""

from functools import lru_cache

from annotated_briefings.base.meant.word_tables import folded, kinds_of, patterns_for
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS

_WORDS = ("intake.stated.closed", "confidence_words.txt")
_LONGEST = 120
_CLAUSE = regex(rf"\s+[–—-]+\s+|[,;:،؛，、：；{STOPS}]+\s*")
_MOST_BEFORE = 4
"""Words of a clause before the one that asks."""
_QUOTED = regex(r"[\"“”„«»‹›「」『』]")


@lru_cache(maxsize=4096)
def asks_for_silence(line: str) -> bool:
    """Whether a line asks to keep its text secret for the time being, or among those who have it."""
    line = line.strip()
    if not line or len(line) > _LONGEST or _QUOTED.search(line):
        return False
    clauses = [one for one in _CLAUSE.split(line) if one]
    if not clauses or any(len(one.split()) > _MOST_BEFORE for one in clauses[:-1]):
        return False
    text = folded(clauses[-1])
    return any(_asks(kinds_of(text, table)) for table in patterns_for(text, _WORDS))


def _asks(kinds: frozenset[str]) -> bool:
    if "us" in kinds:
        return not kinds.isdisjoint(("keep", "now"))
    return "quiet" in kinds and not kinds.isdisjoint(("ask", "now"))
