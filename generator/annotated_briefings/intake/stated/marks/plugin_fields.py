"""What plugins of WordPress keep in the fields of a post about who may read it, and until when.

Every plugin has names of its own for this, so the words of a name count: a field that speaks of members, levels,
restrictions or passwords holds back wherever its value says something.
"""

import re
from collections.abc import Iterable

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.hold_times import hold_time_of
from annotated_briefings.intake.stated.marks.held import Mark, joined, moment_of, read_marks

_WORD = regex(r"[^\W\d_]+|\d+")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_CLOSING = regex(
    r"members?|membership\w*|memberful|mem?berpress|wpmem|restrict\w*|protect\w*|private|paywall\w*"
    r"|subscribers?|subscription"
    r"|visibility|password|hide|hidden|embargo\w*|permissions?|capabilit\w*|access|accessible|acl|roles?"
    r"|levels?|patreon|groups?"
    r"|login|loggedin|logged|registered|paid|pay|premium|confidential|internal|unlisted|draft|locked|rcp|swpm"
    r"|pmpro|ppw|llms"
    r"|lifterlms|wlm|mepr|um|smember|unpublish\w*|expir\w*|approved|approval|review|editorial|publication"
)
_NO_CLOSING = regex(
    r"yoast|rank|math|elementor|oembed|wpas|publicize|attached|attachment|menu|views?|counts?|thumbnail|slug"
    r"|template|edit"
    r"|aioseo?p?|title|subtitle|metadesc|focuskw|keywords?|description|caption|alt|category|cron|log|time"
    r"|stats?|url|hits|ratings?"
    r"|message|excerpt|notice|seo|genesis|woocommerce|ping\w*|enclos\w*"
)
"""Words of fields about something else, such as search, counting and layout."""
_FURTHER = frozenset("status type options option categories category mode".split())
"""What else plugins keep of an end besides its moment."""
_EVERYBODY = regex(
    r"0|-1|no|n|off|false|none|null|public|publish(?:ed)?|everyone|everybody|all|anyone|any|open|free|default"
    r"|visible|inherit"
    r"|[\[\]{}]*|a:0:\{\}|b:0;?|approved|done|saved",
    re.IGNORECASE,
)
_SERIAL_START = regex(r"[aO]:\d+:")
_SERIAL = regex(r's:\d+:"([^"]*)"|b:(\d)')
_CLOSING_KEY = regex(r"_\w+")
"""How the names of switches in such a list begin."""
_LONGEST = 80
_ENDS = ("expir", "unpublish", "takedown")


def plugin_mark(fields: Iterable[tuple[str, str]]) -> Mark:
    """What the fields of a post, as its plugins keep them, say together."""
    return joined(_mark(key, " ".join(value.split())) for key, value in fields)


def _mark(key: str, value: str) -> Mark:
    words = [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", key))]
    if not value or any(_NO_CLOSING.fullmatch(word) for word in words):
        return Mark()
    if any(word.startswith(_ENDS) for word in words):
        end = moment_of(value) or hold_time_of(value)
        if end or not _FURTHER.isdisjoint(words):
            return Mark(expires=end)
    mark = read_marks(((key.strip("_"), value),))
    if mark.embargo or mark.held or mark.expires:
        return mark
    if not any(_CLOSING.fullmatch(word) for word in words):
        return Mark()
    if "public" in words and not {"force", "open", "allow"}.isdisjoint(words):
        return Mark(f"{key}: {value}" if bare_key(value) in ("no", "0", "false", "off") else "")
    return Mark() if _names_nobody(value) else Mark(f"{key}: {value}"[:_LONGEST])


def _names_nobody(value: str) -> bool:
    """Whether a value keeps nobody out; in a list as PHP writes it, all its switches must be off."""
    if _EVERYBODY.fullmatch(value):
        return True
    if not _SERIAL_START.match(value):
        return False
    values = [text or flag for text, flag in _SERIAL.findall(value)]
    return all(_EVERYBODY.fullmatch(one) or _CLOSING_KEY.fullmatch(one) for one in values)
