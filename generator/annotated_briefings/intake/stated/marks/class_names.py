"""What the classes of a saved page say of who may read it: `status-private`, `node--unpublished`, `access-paid`."""

import re
from collections.abc import Iterable

from annotated_briefings.base.regex import regex

_CLOSED = frozenset(
    "private draft drafts pending future scheduled trash trashed deleted archived unpublished embargoed embargo "
    "confidential "
    "internal restricted locked protected members member membersonly memberonly subscribers subscriber subscribersonly "
    "subscriberonly paid paidmembers premium paywall paywalled unlisted secret withheld entwurf brouillon "
    "borrador bozza "
    "vertraulich privat privé privado staff".split()
)
_BY_THEMSELVES = frozenset(
    "embargoed confidential unpublished membersonly subscribersonly staffonly internalonly subscriberonly "
    "memberonly".split()
)
"""Those of them that are no words of design or of subjects."""
_BESIDE = frozenset(
    "post posts node entry article page content is has state status access visibility level only type view "
    "workflow review "
    "moderation required no not for in gh hash tag rcp pmpro mepr um item story news hentry body main single to "
    "user".split()
)
_FRAME = frozenset(
    "post node entry article page content is state status access visibility review moderation only required no "
    "item story "
    "gh rcp pmpro mepr hash".split()
)
"""Words of which one must be beside a word that may be about something else."""
_GOOD = frozenset("public published release released live".split())
_LOGIN = frozenset(("login", "membership", "subscription", "registration", "password"))
_SUBJECTS = frozenset("category cat section topic author tags".split())
_WORD = regex(r"[^\W_]+")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_SHUT_OUT = frozenset("no not".split())


def closing_class(names: Iterable[str]) -> str:
    """The first class that says that its page is not for everybody, or not yet; empty where none does."""
    return next((name for name in names if _closes(name)), "")


def _closes(name: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(_CAMEL.sub("-", name))]
    if not words or words[0] in _SUBJECTS or (words[0] == "tag" and words[1:2] != ["hash"]):
        return False
    if "".join(words) in _BY_THEMSELVES:
        return True
    closed = [word for word in words if word in _CLOSED]
    rest = [word for word in words if word not in _CLOSED]
    if not closed:
        shut = not _GOOD.isdisjoint(words) and not _SHUT_OUT.isdisjoint(words)
        barred = not _LOGIN.isdisjoint(words) and "required" in words
        none = ("no" in words and "access" in words) or words[-2:] == ["in", "review"]
        return (shut or barred or none) and all(word in _BESIDE | _GOOD | _LOGIN for word in words)
    return not _FRAME.isdisjoint(rest) and all(word in _BESIDE for word in rest) and not re.search(r"\d", name)
