"""JSON that breaks off, or that is broken somewhere: the whole objects before the fault."""

import re
from collections.abc import Iterator
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.regex import regex

_SIGN = regex(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_CLOSING = {"{": "}", "[": "]"}
_DEEPEST = 8
"""How deep in each other the lists and objects lie in which records are looked for."""


def whole_before(text: str, fault: int) -> Iterator[Any]:
    """What a JSON text is up to a fault (an offset) without the objects that the fault tears.

    Several readings, that of the outermost whole object first: how deep the records lie is not known here.
    """
    ends: dict[int, tuple[int, str]] = {}
    around: list[str] = []
    for sign in _SIGN.finditer(text, 0, fault):
        mark = sign[0]
        if mark in _CLOSING:
            around.append(_CLOSING[mark])
        elif mark in ("}", "]"):
            if not around or around.pop() != mark:
                break
            if mark == "}" and around and len(around) <= _DEEPEST:
                ends[len(around)] = sign.end(), "".join(reversed(around))
    for _, (end, closing) in sorted(ends.items()):
        try:
            yield read_json(text[:end] + closing)
        except ValueError:
            continue
