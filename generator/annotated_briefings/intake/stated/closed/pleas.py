"""Pleas not to publish yet, in the words of ``plea_words.txt``, and the words before a note to editors.

A plea is a clause all of whose words are known and that asks: `Dear all, please do not publish yet`. It may follow a
greeting. `Please do not feed the gulls` and words in quotation marks are none.
"""

from functools import lru_cache

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.closed.statements import plea_kinds

_LONGEST = 160
_QUOTED = regex(r"[\"“”„«»‹›「」『』]")
_CLAUSE = regex(
    r"(?P<said>(?:(?![,;:!.…،؛。，、：！？?।]|\s[–—-]).)+)(?P<mark>[,;:!.…،؛。，、：！？?।]+\s*|\s+[–—-]+\s+|$)"
)
_COLONS = frozenset((":", "：", "", "?", "？"))
_MOST_CLAUSES = 4
_GREETING = 5
"""Words that a clause before a plea may have."""
_LEAD = regex(r"^[\s\[({*_#>【-]*(?P<said>[^:：–—\n]{2,50}?)(?P<mark>\s*[:：]\s*|\s+[–—-]+\s+|!\s+)(?=\S)")
_MOST_LEADS = 2
_WAITS = frozenset(("until", "from", "days", "event"))


@lru_cache(maxsize=4096)
def pleads(line: str) -> bool:
    """Whether a line asks those who read it not to publish its text, or not yet."""
    line = line.strip()
    if not line or len(line) > _LONGEST or _QUOTED.search(line):
        return False
    asked = False
    clauses = [*_CLAUSE.finditer(line)][:_MOST_CLAUSES]
    for place, clause in enumerate(clauses):
        readings = list(plea_kinds(clause["said"]))
        asked = asked or any("plea" in said for said in readings)
        if any(_asks(said, asked) for said in readings) or (asked and any(map(_until_event, readings))):
            return True
        if not asked and (place or len(clause["said"].split()) > _GREETING):
            return False
        # A greeting asks too: `Dear all, not to be used before Friday`.
        asked = asked or clause["mark"].strip()[:1] not in _COLONS
    return False


def _asks(said: frozenset[str], asked: bool) -> bool:
    """Whether a clause of words of these kinds asks to keep a text back; ``asked``: whether words that ask, or a
    greeting, are before it or in it."""
    asked = asked or "plea" in said
    if not said.isdisjoint(("event", "speaker")) and said.isdisjoint(("from", "until", "plea")):
        # `The verdict is not published yet` is news.
        return False
    if "not" in said and "publish" in said:
        return asked or "yet" in said
    if "publish" in said and "withhold" in said:
        return asked
    if "withhold" in said or ("embargo" in said and "not" not in said):
        return "plea" in said or (asked and not said.isdisjoint(_WAITS | {"yet"}))
    # `Vui lòng chưa đăng`: the word for `not yet` is no other `not`.
    return "publish" in said and "yet" in said and "plea" in said


def _until_event(said: frozenset[str]) -> bool:
    """Whether a clause of words of these kinds lets a text be used only when something has happened."""
    happens = "event" in said or {"speaker", "speaks"} <= said
    return happens and "publish" in said and not said.isdisjoint(("from", "until"))


@lru_cache(maxsize=4096)
def without_lead(line: str) -> str:
    """A line without the words before it that call it a note to editors, or urgent: `UWAGA REDAKCJE: ...`."""
    for _ in range(_MOST_LEADS):
        found = _LEAD.match(line)
        if found is None or not any("desk" in said and _is_lead(said) for said in plea_kinds(found["said"])):
            break
        line = line[found.end() :]
    return line


def _is_lead(said: frozenset[str]) -> bool:
    return said.isdisjoint(("publish", "embargo", "closed", "days", "release", "withhold"))
