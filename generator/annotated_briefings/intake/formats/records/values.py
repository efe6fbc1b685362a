"""What the fields of records hold, as text: names, addresses and articles inside lists, objects and trees."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.records.keys import folded, key_of

_NAMES = tuple(
    map(
        key_of,
        (
            "displayname fullname name title literal rendered main person persons original text value username "
            "ad adı isim nom nombre nome naam namn navn nimi nume imię jméno meno név όνομα имя ім_я "
            "名前 氏名 이름 الاسم"
        ).split(),
    )
)
_FIRST, _LAST = ("firstname", "givenname", "given"), ("lastname", "familyname", "surname", "family")
"""What the parts of an object that names somebody are called."""
_BEFORE_LAST, _BEHIND = ("droppingparticle", "nondroppingparticle"), ("suffix",)
"""Parts of a name around the surname, as reference managers have them (https://docs.citationstyles.org)."""
_TEXTS = ("rendered", "content", "html", "text", "value", "body", "processed", "full", "plain", "t", "main", "en")
"""What an object that holds a text calls it."""
_DAYS = (
    "date iso value datetime seconds t numberlong epoch epochsecond epochseconds time timestamp text raw s n".split()
)
"""Keys below which libraries and databases keep the day of an object that is a date."""
_CALLED = regex(r"\\?/?(?:(?:new )?Date\(|@)(?P<number>-?\d+)(?:[+-]\d{4})?\)?\\?/?")
"""A number of seconds as libraries write it: `/Date(1773446400000+0100)/`, `@1773446400`."""
_PARTS = (("year",), ("month", "monthvalue"), ("day", "dayofmonth"))
"""Keys of the parts of a day."""
_MOST_PARTS = 7
"""Parts of a moment, to those of a second."""
_ADDRESSES = ("href", "url", "link", "canonical", "id", "value", "resolved", "self")
_CHILDREN = ("children", "content", "root", "blocks", "nodes", "paragraphs")
"""Where a tree of an editing program keeps its parts."""
_WEB = regex(r"https?://[^\s<>\"]+", re.IGNORECASE)
_DEEPEST = 60
_FILE = regex(r"\.(?:jpe?g|png|gif|webp|avif|svg|mp[34]|m3u8|pdf|css|js)(?:[?#].*)?$", re.IGNORECASE)
_OTHER_NAME = regex(
    r"image|img|thumb|picture|photo|logo|icon|avatar|video|audio|media|feed|api|next|prev|home|crawl|fetch|import|export"
    r"|index|scrap|download|expir|embargo|valid|updat|modif|chang|edit|sav|access|creat|(?:^|_)id$|[a-z]Id$",
    re.IGNORECASE,
)
"""Names of addresses of other things, and of moments of other events."""
_SINCE = regex(r"(?:9[4-9]\d|1[0-9]\d\d)\d{6}(?:\d{3})?(?:\.\d+)?")
_CLOCKED = regex(r"20\d\d-[01]\d-[0-3]\d[T ][0-2]\d:[0-5]\d.{0,20}")


def words(value: Any) -> str:
    """A name out of what JSON may hold: a text, an object with a name, or a list of them, parted by semicolons."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(words, value)))
    if isinstance(value, Mapping):
        held = folded(value)
        first, last = (next((held[k] for k in keys if held.get(k)), "") for keys in (_FIRST, _LAST))
        named = next((held[key] for key in _NAMES if held.get(key)), None)
        parts = (first, *(held.get(key, "") for key in _BEFORE_LAST), last, *(held.get(key, "") for key in _BEHIND))
        return words(named) if named is not None else " ".join(filter(None, map(words, parts)))
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""


def address(value: Any) -> str:
    """The first web address that a value holds; empty where it holds none."""
    if isinstance(value, list):
        return next(filter(None, map(address, value)), "")
    if isinstance(value, Mapping):
        held = folded(value)
        return next(filter(None, (address(held.get(key)) for key in _ADDRESSES)), "")
    found = _WEB.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[0] if found else ""


def unnamed_address(item: Mapping[str, Any], known: Collection[str]) -> str:
    """The one web address among the values of a record under unknown names; empty where there is none, or several
    of pages."""
    found = {value.strip() for name, value in item.items() if _is_unnamed(name, known) and isinstance(value, str)}
    pages = [one for one in found if _WEB.fullmatch(one) and not _FILE.search(one)]
    return pages[0] if len(pages) == 1 else ""


def unnamed_moment(item: Mapping[str, Any], known: Collection[str]) -> str:
    """The one moment among the values of a record under unknown names: a day with a clock, or seconds or
    milliseconds since 1970, of this century; empty where there is none, or several."""
    found = {_whole_moment(value) for name, value in item.items() if _is_unnamed(name, known)} - {""}
    return next(iter(found)) if len(found) == 1 else ""


def _is_unnamed(name: str, known: Collection[str]) -> bool:
    return key_of(name) not in known and not _OTHER_NAME.search(name)


def _whole_moment(value: Any) -> str:
    written = str(value).strip() if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    return written if _SINCE.fullmatch(written) or _CLOCKED.fullmatch(written) else ""


def moment(value: Any) -> Any:
    """What a value says of a day, as text or number."""
    if isinstance(value, list):
        if _is_day_in_parts(value):
            # Of a time without a zone nothing is kept.
            return _day_of_parts(value[:3])
        return next((found for one in value if (found := moment(one)) != ""), "")
    if isinstance(value, Mapping):
        held = folded(value)
        if isinstance(held.get("dateparts"), list):
            return _day_of_parts(held["dateparts"])
        parts = [next((held[key] for key in keys if held.get(key)), "") for keys in _PARTS]
        if all(str(part).isdecimal() for part in parts):
            return _day_of_parts(parts)
        return next((found for key in _DAYS if (found := moment(held.get(key, ""))) != ""), "")
    if isinstance(value, str) and (called := _CALLED.fullmatch(value.strip())):
        return called["number"]
    return value if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _is_day_in_parts(value: list[Any]) -> bool:
    """Whether a list is a day and perhaps a time as numbers: `[2026, 3, 14, 9, 30]`."""
    numbers = [part for part in value if type(part) is int]
    if not len(value) == len(numbers) >= 3 or len(numbers) > _MOST_PARTS:
        return False
    return numbers[0] > 999 and 1 <= numbers[1] <= 12 and 1 <= numbers[2] <= 31


def _day_of_parts(parts: list[Any]) -> str:
    """A day out of its year, month and day, as lists of literature write it."""
    numbers = parts[0] if parts and isinstance(parts[0], list) else parts
    return "-".join(str(number).zfill(2) for number in numbers)


def text_of(value: Any, depth: int = _DEEPEST) -> str:
    """The text that a value holds, a paragraph a line: a text, a list of paragraphs, or a tree of an editor."""
    if isinstance(value, str):
        start = value.lstrip()[:1]
        if start == "{" and '"children"' in value:
            try:
                return text_of(read_json(value), depth)
            except ValueError:
                return value
        return value
    if not depth:
        return ""
    if isinstance(value, list):
        return _joined(value, depth)
    if isinstance(value, Mapping):
        held = folded(value)
        for key in _CHILDREN:
            if isinstance(held.get(key), (list, Mapping)):
                return text_of(held[key], depth - 1)
        return next(filter(None, (text_of(held.get(key), depth - 1) for key in _TEXTS)), "")
    return ""


def _joined(values: list[Any], depth: int) -> str:
    """The parts of a tree: pieces of one line where they are no blocks, else a paragraph each."""
    parts = [text_of(one, depth - 1) for one in values]
    inline = any(map(_is_inline, values)) or {str, dict} <= {type(one) for one in values}
    return ("" if inline else "\n").join(part for part in parts if part)


def _is_inline(value: Any) -> bool:
    """Whether a part of a tree is a run of words inside a line."""
    return isinstance(value, Mapping) and (
        value.get("type") in ("text", "span") or value.get("nodeType") == "text" or value.get("_type") == "span"
    )
