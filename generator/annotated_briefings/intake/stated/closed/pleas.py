"""Pleas not to publish yet, in the words of ``plea_words.txt``, and the words before a note to editors.

A plea is a clause all of whose words are known and that asks: `Dear all, please do not publish yet`. It may follow a
greeting. `Please do not feed the gulls` and words in quotation marks are none.
"""

from functools import lru_cache

from annotated_briefings.base.meant.waits import holds_until
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
    if holds_until(line):
        return True
    asked = False
    clauses = [*_CLAUSE.finditer(line)][:_MOST_CLAUSES]
    for place, clause in enumerate(clauses):
        readings = list(plea_kinds(clause["said"]))
        asked = asked or any("plea" in kinds for kinds in readings)
        if any(_asks(kinds, asked) for kinds in readings) or (asked and any(map(_until_event, readings))):
            return True
        if not asked and (place or len(clause["said"].split()) > _GREETING):
            return False
        # A greeting asks too: `Dear all, not to be used before Friday`.
        asked = asked or clause["mark"].strip()[:1] not in _COLONS
    return False


def _asks(kinds: frozenset[str], asked: bool) -> bool:
    """Whether a clause of words of these kinds asks to keep a text back; ``asked``: whether words that ask, or a
    greeting, are before it or in it."""
    asked = asked or "plea" in kinds
    if not kinds.isdisjoint(("event", "speaker")) and kinds.isdisjoint(("from", "until", "plea")):
        # `The verdict is not published yet` is news.
        return False
    if "not" in kinds and "publish" in kinds:
        return asked or "yet" in kinds
    if "publish" in kinds and "withhold" in kinds:
        return asked
    if "withhold" in kinds or ("embargo" in kinds and "not" not in kinds):
        return "plea" in kinds or (asked and not kinds.isdisjoint(_WAITS | {"yet"}))
    # `Vui lòng chưa đăng`: the word for `not yet` is no other `not`.
    return "publish" in kinds and "yet" in kinds and "plea" in kinds


def _until_event(kinds: frozenset[str]) -> bool:
    """Whether a clause of words of these kinds lets a text be used only when something has happened."""
    happens = "event" in kinds or {"speaker", "speaks"} <= kinds
    return happens and "publish" in kinds and not kinds.isdisjoint(("from", "until"))


@lru_cache(maxsize=4096)
def without_lead(line: str) -> str:
    """A line without the words before it that call it a note to editors, or urgent: `UWAGA REDAKCJE: ...`."""
    for _ in range(_MOST_LEADS):
        found = _LEAD.match(line)
        if found is None or not any("desk" in kinds and _is_lead(kinds) for kinds in plea_kinds(found["said"])):
            break
        line = line[found.end() :]
    return line


def _is_lead(kinds: frozenset[str]) -> bool:
    return kinds.isdisjoint(("publish", "embargo", "closed", "days", "release", "withhold"))
