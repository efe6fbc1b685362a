"""Whether a notice says that its page is a preview, or not published yet, in the words of ``preview_words.txt``.

A sentence says so when a language knows all its words: `This article is not published yet`, `You are viewing a draft`.
`The report is not published yet` is news: a report is no article of the page.
"""

from functools import lru_cache

from annotated_briefings.base.meant.word_tables import folded, kinds_of, patterns_for
from annotated_briefings.base.regex import regex

_WORDS = ("base.meant", "preview_words.txt")
_LONGEST = 160
_SENTENCE = regex(r"(?:[.!?…。！？।؟]+\s*|\s*[:：;]\s*|\s+[–—|-]+\s+)")
_SHORT = 2
"""Words of a sentence beside such a one that may say anything, such as `Please note:`."""


@lru_cache(maxsize=4096)
def is_unpublished_notice(line: str) -> bool:
    """Whether a line says that its page is not public yet, or is seen before it is, and nothing else."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return False
    found = False
    for sentence in filter(None, _SENTENCE.split(line)):
        text = folded(sentence)
        readings = [kinds_of(text, table) for table in patterns_for(text, _WORDS)]
        if any(map(_closes, readings)):
            found = True
        elif (
            not any({"preview"} <= kinds or {"draft"} <= kinds for kinds in readings) and len(sentence.split()) > _SHORT
        ):
            return False
    return found


def _closes(kinds: frozenset[str]) -> bool:
    """Whether a sentence of words of these kinds says that its page is not public."""
    of_page = not kinds.isdisjoint(("item", "preview", "draft", "mode"))
    if "mode" in kinds:
        return True
    if "not" in kinds and "public" in kinds:
        return of_page or "yet" in kinds
    if "unpublished" in kinds:
        return of_page
    if "see" in kinds and not kinds.isdisjoint(("draft", "preview")):
        return True
    return {"only", "editors", "item"} <= kinds and not kinds.isdisjoint(("see", "visible"))
