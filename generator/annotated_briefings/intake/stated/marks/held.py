"""What a source says of its own text that sounds like "not public", whatever its format calls it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotated_briefings.base.dates import days_after
from annotated_briefings.base.hold_back import bare_key, meant_by, names_readers
from annotated_briefings.base.meant.audiences import names_only_readers
from annotated_briefings.base.meant.channels import lacks_web, names_public_time, without_other_ways
from annotated_briefings.base.meant.flags import without_sign
from annotated_briefings.base.meant.languages import is_language
from annotated_briefings.base.meant.readers import excludes, shuts_within
from annotated_briefings.base.meant.states import (
    field_kinds,
    is_closing_label,
    is_not_public,
    lacks_approver,
    lacks_time,
    names_open,
    names_subjects,
    without_tool,
)
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.closed.banners import LONGEST
from annotated_briefings.intake.stated.closed.statements import is_lifted
from annotated_briefings.intake.stated.hold_times import earlier, hold_time_of, later
from annotated_briefings.intake.stated.marks.state_names import (
    BESIDE,
    GOOD,
    HELD,
    INNER,
    LOOSE,
    MORE,
    NO,
    PUBLIC,
    SMALL,
    STATES,
    STRICT,
    SUBJECTS,
    SURE,
    TAGS,
    TRASH,
    VALUES,
    WRAPPING,
    YES,
)
from annotated_briefings.intake.stated.marks.use_notes import is_note_key, read_note

_PUBLISHING = regex(
    r"publi|pubdate|releas|post|online|live|visib|display|issue|veröff|sichtb|公開|公开|发布|發布|게시|배포|опублик"
)
"""What the names of days have that are days of publication."""
_ONE_WORD = regex(r"[^\W_]*")
_UNSPACED = regex("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EMBARGO = frozenset(("禁运", "禁運", "エンバーゴ", "엠바고"))
"""Words for an embargo of goods, too, of languages that do not part words."""
_WORDS = frozenset("is id no to on by or so as at in it my be am do if of up we us new old all and for not".split())
"""Codes of languages that are words of keys."""
_MOST_LISTED = 40
"""Items of a list that are read."""
_REPEATED = regex(r" \(\d+\)$")
_TAG_MARKS = regex(r",|(?<!\w):|:(?!\w)")
"""What parts tags that are written in a line; org-mode has colons around them."""
_CACHED = "cachecontrol"
"""The key that says where copies may be kept: `private` keeps them with one reader."""
_BUILD = "build"
"""The key below which a page of Hugo says where it is shown: `list: never`."""
_FALSE = frozenset(("false", "0"))
_ISO_DAY = regex(r"\d{4}-\d\d-\d\d")
_DAY = regex(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")


class Mark(Value):
    """What holds an article back."""

    held: str = ""
    """Why it is not public, in the source's own words; empty where nothing says so."""
    embargo: str = ""
    """Moment from which on it may be public, as the source states it."""
    expires: str = ""
    """Moment from which on it may not be public any longer, as the source states it."""


NO_MARK = Mark()
"""The mark of what is public."""


def joined(marks: Iterable[Mark]) -> Mark:
    """What several places say together: the first reason, the latest wait and the earliest end."""
    held, embargo, expires = "", "", ""
    for mark in marks:
        held, embargo = held or mark.held, later(embargo, mark.embargo)
        expires = earlier(expires, mark.expires)
    return Mark(held, embargo, expires)


def marked(given: Given, mark: Mark) -> Given:
    """What is stated of an article, with a mark as well."""
    both = joined((Mark(given.held, given.embargo, given.expires), mark))
    return replace(given, held=both.held, embargo=both.embargo, expires=both.expires)


def read_marks(pairs: Iterable[tuple[str, Any]], known: frozenset[str] = frozenset(), depth: int = 2) -> Mark:
    """What the keys of a record, of front matter or of a message say of who may see it.

    ``known`` are keys that only say when something was published; ``depth`` is how many levels below are looked at.
    """
    held, embargo, expires = "", "", ""
    stated: list[tuple[str, str]] = []
    days = {bare_key(one) for one in known}
    for written, value in without_other_ways(_parted(pairs)):
        key = without_tool(_REPEATED.sub("", written))
        bare = bare_key(key)
        value = _unwrapped(value)
        closed = excludes(key, value) or shuts_within(key, value) or lacks_web(written, value)
        closed = closed or (bare not in SUBJECTS and names_only_readers(_plain(value)))
        shut = f"{written}: {_shown(value)}" if closed else ""
        embargo = later(embargo, moment_of(value) if bare not in days and names_public_time(key) else "")
        if depth and isinstance(value, Mapping) and bare in INNER:
            # What is below `access` or `visibility` says what these say.
            below = read_marks(((_inner_key(key, bare, str(k)), v) for k, v in value.items()), known, depth - 1)
            held, embargo = held or below.held or shut, later(embargo, below.embargo)
            expires = earlier(expires, below.expires)
            continue
        reason = _restriction(key, value) or _by_tool(key, bare, value)
        reason = reason or _field_within(key, value)
        for text in _phrases(key, value, depth):
            note = read_note(text)
            reason, embargo = reason or (f"{key}: {note.held}" if note.held else ""), later(embargo, note.embargo)
        if bare in days:
            stated.append((key, moment_of(value)))
            # `published: false` among the names of days.
            held = held or reason or (f"{key}: {_shown(value)}" if bare in GOOD and _plain(value) in NO else "")
            continue
        meaning = meant_by(key) or ("draft" if bare.removeprefix("is") in MORE else "")
        if meaning in ("publish_at", "embargo_until"):
            moment = moment_of(value)
            embargo = later(embargo, moment)
            if (
                not moment
                and not (meaning == "embargo_until" and is_lifted(_plain(value)))
                and _plain(value) not in ({""} if meaning == "publish_at" else NO | {""})
            ):
                held = held or f"{key}: {_shown(value)}"
        elif meaning == "expires_at":
            end = moment_of(value)
            expires = earlier(expires, end)
            held = held or ("" if end or _plain(value) in NO | YES | {""} else f"{key}: {_shown(value)}")
        elif meaning == "draft":
            # `publish: 2031-03-05` names the day.
            embargo = later(embargo, moment_of(value) if bare in GOOD and _PUBLISHING.search(bare) else "")
            held = held or _held(key, bare, value)
        elif bare in TAGS:
            marked = [one for one in _listed(value) if bare_key(one) in SURE]
            held = held or (f"{key}: {marked[0]}" if marked else "")
        elif names_readers(key, _plain(value)):
            held = held or f"{key}: {_shown(value)}"
        elif bare not in SUBJECTS:
            sure = [one for one in (value if isinstance(value, list) else [value]) if bare_key(_plain(one)) in SURE]
            held = held or (f"{key}: {_shown(sure[0])}" if sure else "")
        held = held or reason or shut
    return Mark(held, later(embargo, _scheduled(stated)), expires)


def _parted(pairs: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Fields, and beside those that have a value for each language, or whose readers are named by their key, the same
    in one: `public: {en-US: false}`, `members: {only: true}`."""
    for key, value in pairs:
        yield key, value
        if isinstance(value, Mapping) and value:
            if all(is_language(str(one).replace("_", "-")) and str(one).casefold() not in _WORDS for one in value):
                yield from ((key, one) for one in value.values() if isinstance(one, (bool, str, int)))
            elif "readers" in field_kinds(key):
                below = ((str(name), one) for name, one in value.items() if field_kinds(str(name)) == {"only"})
                yield from ((f"{key} {name}", one) for name, one in below)


def _unwrapped(value: Any) -> Any:
    """The one value of a field that a program wraps up; any other value as it is."""
    while True:
        if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], str):
            value = value[0]
        elif isinstance(value, Mapping) and len(value) == 1 and bare_key(str(next(iter(value)))) in WRAPPING:
            value = next(iter(value.values()))
        else:
            return value


def _scheduled(stated: list[tuple[str, str]]) -> str:
    """Of several days that a record states, the one on which it is published, where that is after another by more than
    a day: the other one is the day on which it was written."""
    days = [(key, moment, moment[:10]) for key, moment in stated if _ISO_DAY.match(moment)]
    first = min((day for *_, day in days), default="")
    behind = [(key, moment) for key, moment, day in days if day > _day_after(first)]
    return max((one for key, one in behind if _PUBLISHING.search(bare_key(key)) or names_public_time(key)), default="")


def _day_after(day: str) -> str:
    try:
        return days_after(day, 1)
    except ValueError:
        return day


def _inner_key(key: str, bare: str, inner: str) -> str:
    """What a key below another says: `visibility: {level: ...}` names a visibility."""
    if bare in STATES and bare_key(inner) in VALUES:
        return key
    return "listed" if bare == _BUILD and bare_key(inner) == "list" else inner


def _by_tool(key: str, bare: str, value: Any) -> str:
    """The mark that single programs make by a value which says nothing elsewhere: a page without an address, the id of
    a draft, the number of a state."""
    plain = _plain(value)
    unpublished = (bare in ("permalink", "status", "poststatus") and plain in _FALSE) or (
        bare == "id" and plain.startswith("drafts.")
    )
    unpublished = unpublished or (bare == "distribution" and plain == "iu")
    unpublished = unpublished or (bare == _CACHED and "private" in re.split(r"[\W_]+", plain))
    return f"{key}: {_shown(value)}" if unpublished else ""


def _restriction(key: str, value: Any) -> str:
    """The mark that a key and its value make by the words of any language, or nothing."""
    items = value if isinstance(value, list) else [value]
    if label := next((one for one in _listed(value) if is_closing_label(key, one)), ""):
        return f"{key}: {label}"
    written = "" if value is None else str(value)
    if lacks_time(key, written) or lacks_approver(key, written):
        return f"{key}: (empty)"
    return f"{key}: {_shown(value)}" if items and all(is_not_public(key, _plain(one)) for one in items) else ""


def _field_within(key: str, text: Any) -> str:
    """The mark that a value makes which is a field itself: `remark: "Status: draft"`."""
    inner, colon, value = text.partition(":") if isinstance(text, str) and len(text) <= LONGEST else ("", "", "")
    states = bool(colon) and bare_key(inner) in STATES
    closed = states and (is_open(value) is False or is_not_public(inner, value.strip()))
    return f"{key}: {_shown(text)}" if closed else ""


def is_state_key(key: str) -> bool:
    """Whether a key speaks of who may see a text, or from when on."""
    bare = bare_key(key)
    return bare in STATES or bare in GOOD or meant_by(key) in ("draft", "publish_at", "embargo_until") or bare in TAGS


def is_open(value: str) -> bool | None:
    """Whether a value names a state or an audience that keeps nobody out, or one that does; None for any other."""
    words = [word for word in re.split(r"[\W_]+", value.casefold()) if word not in SMALL]
    if bare_key(value) in PUBLIC:
        return True
    closed = bare_key(value) in HELD | SURE | YES | NO or any(word in HELD for word in words)
    return False if closed and all(word in HELD | PUBLIC | YES | NO | BESIDE for word in words) else None


def is_yes(value: str) -> bool:
    """Whether a value affirms."""
    return _plain(value) in YES


def is_trash(held: str) -> bool:
    """Whether a mark says that the source has thrown its text away."""
    key, colon, value = held.rpartition(": ")
    return bare_key(value) in TRASH or bool(colon and bare_key(key) in TRASH and _plain(value) in YES)


def _held(key: str, bare: str, value: Any) -> str:
    """The mark that a key and its value make, or nothing."""
    if isinstance(value, list):
        found = [_held(key, bare, one) for one in value]
        return next(filter(None, found), "") if all(found) or bare in ("flags",) else ""
    plain, shown = _plain(value), _shown(value)
    if not plain:
        return ""
    if bare_key(plain) in HELD and not (bare in GOOD and plain in YES):
        return shown
    if bare in GOOD:
        return f"{key}: {shown}" if plain in NO else ""
    if plain in NO or (plain in PUBLIC and plain not in YES):
        return ""
    if bare in STATES and names_open(plain):
        return ""
    if bare in STATES and any(word in HELD for word in re.split(r"[\W_]+", plain)):
        return shown
    if bare in LOOSE:
        return ""
    if bare in ("password", "postpassword"):
        return "password"
    if plain in YES:
        return "" if bare in STATES else f"{key}: {shown}"
    return shown if bare in STRICT or bare in STATES else ""


def is_phrase(label: str) -> bool:
    """Whether a label has several words, or those of a language that does not part them: `embargo` is a subject."""
    word = label.strip().casefold()
    return _ONE_WORD.fullmatch(word) is None if word.isascii() or not _UNSPACED.match(word) else word not in _EMBARGO


def _phrases(key: str, value: Any, depth: int) -> Iterator[str]:
    """The texts of a field that may say in words that an article is not public: a note, each of several labels, and
    any other short text that is no part of the article; those below it too, as deep as ``depth``."""
    if isinstance(value, str):
        if is_note_key(key):
            yield value
        elif names_subjects(key):
            yield from (one for one in (value, *_listed(value)) if len(one) <= LONGEST and is_phrase(one))
        elif len(value) <= LONGEST and bare_key(key) not in SUBJECTS:
            yield value
    elif isinstance(value, list):
        for one in value[:_MOST_LISTED]:
            yield from _phrases(key, one, depth)
    elif isinstance(value, Mapping) and depth and (names_subjects(key) or bare_key(key) not in SUBJECTS):
        for below, one in value.items():
            yield from _phrases(key if names_subjects(key) else str(below), one, depth - 1)


def _listed(value: Any) -> list[str]:
    """The tags of a list, or of a text that commas part."""
    items = value if isinstance(value, list) else _TAG_MARKS.split(value) if isinstance(value, str) else []
    return [one.strip().lstrip("#") for one in items if isinstance(one, str)]


def _plain(value: Any) -> str:
    state = str(value).strip().casefold() if isinstance(value, (str, int, float)) else ""
    return without_sign(state)


def _shown(value: Any) -> str:
    return " ".join(str(value).lower().split() if isinstance(value, bool) else str(value).split())[:60]


def moment_of(value: Any) -> str:
    """A day or a time, with or without a zone: in ISO 8601 where it is written so, else as it is written; empty for
    anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = str(value).strip()
    found = _DAY.fullmatch(text)
    if found:
        return found[0].replace(" ", "T", 1).replace("Z", "+00:00")
    return hold_time_of(text) if len(text) >= len("20310305") else ""
