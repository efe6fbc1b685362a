"""JSON that somebody else wrote."""

import json
from typing import Any


def read_json(text: str | bytes, *, strict: bool = True) -> Any:
    """The value of a JSON text; ``strict=False`` allows line ends inside strings.

    Raises ValueError for whatever cannot be read, brackets nested by the ten thousand too, for which ``json`` raises
    RecursionError.
    """
    try:
        return json.loads(text, strict=strict)
    except RecursionError:
        raise ValueError("its brackets are nested too deep") from None


def read_whole_json(text: str | bytes) -> Any:
    """The same, where an object that has a key twice keeps both values: the second one is at `key (2)`."""
    try:
        return json.loads(text, object_pairs_hook=with_repeated)
    except RecursionError:
        raise ValueError("its brackets are nested too deep") from None


def with_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of all of its pairs; one that repeats a key and says the same counts once."""
    out = dict(pairs)
    if len(out) == len(pairs):
        return out
    out, counts = {}, dict[str, int]()
    for key, value in pairs:
        counts[key] = counts.get(key, 0) + 1
        if counts[key] == 1 or value != out[key]:
            out[key if counts[key] == 1 else f"{key} ({counts[key]})"] = value
    return out
