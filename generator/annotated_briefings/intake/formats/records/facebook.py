"""Downloads of Facebook pages: posts in lists of lists, and letters as the bytes of their encoding."""

import re
from collections.abc import Mapping
from typing import Any

from annotated_briefings.base.regex import regex

_BYTES = regex(r"\\u00[c-f][0-9a-f]\\u00[89ab][0-9a-f]", re.IGNORECASE)


def is_in_bytes(text: str) -> bool:
    """Whether a JSON text may write the bytes of UTF-8 as if each were a letter (`\\u00c3\\u00a9` for `é`)."""
    return bool(_BYTES.search(text))


def with_letters(value: Any) -> Any:
    """A JSON value with letters in place of the bytes of their encoding."""
    if isinstance(value, list):
        return [with_letters(one) for one in value]
    if isinstance(value, Mapping):
        return {with_letters(key): with_letters(one) for key, one in value.items()}
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        return value.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return value


def posts_of(value: Any) -> list[Any] | None:
    """The posts of such a download as records; None for any other value."""
    if not isinstance(value, list) or not value:
        return None
    if not all(isinstance(one, Mapping) and "timestamp" in one and isinstance(one.get("data"), list) for one in value):
        return None
    return [_post(one) for one in value]


def _post(one: Mapping[str, Any]) -> Mapping[str, Any]:
    inner = [item for item in one["data"] if isinstance(item, Mapping)]
    text = next((item["post"] for item in inner if isinstance(item.get("post"), str)), "")
    shown = [] if text else _descriptions(one.get("attachments"))
    beside = {key: value for key, value in one.items() if key == "attachments" and not shown}
    # What Facebook says above a post is no headline of it.
    extra = {"title of Facebook": one["title"]} if one.get("title") else {}
    return {"date": one["timestamp"], "text": text or "\n".join(shown), **beside, **extra}


def _descriptions(value: Any) -> list[str]:
    """The words below the pictures and films of a post."""
    if isinstance(value, list):
        return [words for one in value for words in _descriptions(one)]
    if not isinstance(value, Mapping):
        return []
    own = value.get("description")
    return [own] if isinstance(own, str) else [words for one in value.values() for words in _descriptions(one)]
