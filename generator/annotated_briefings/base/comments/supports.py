"""Conditions of `@supports`: whether every browser of today holds them, as far as texts need it."""

import re

from annotated_briefings.base.regex import regex

_PART = regex(r"\(|\)|\b(?:and|or|not)\b|[^()\s]+", re.IGNORECASE)
_KNOWN = frozenset(
    "accent align all animation appearance aspect backdrop backface background block border bottom box break caption "
    "caret clear clip color column columns contain container content counter cursor direction display empty filter "
    "flex float flow font forced gap grid height hyphens image inline inset isolation justify left letter line list "
    "margin mask max min mix object offset opacity order orphans outline overflow overscroll padding page paint "
    "perspective place pointer position quotes resize right rotate row scale scroll scrollbar shape tab table text "
    "top touch transform transition translate unicode user vertical visibility white widows width will word writing "
    "z zoom".split()
)
"""First words of the names of properties."""
_VALUES = {
    "display": frozenset(
        "none block inline inline-block flex inline-flex grid inline-grid table table-cell table-row list-item "
        "contents flow-root subgrid ruby inherit initial unset revert".split()
    ),
    "position": frozenset("static relative absolute fixed sticky inherit initial unset revert".split()),
    "visibility": frozenset("visible hidden collapse inherit initial unset revert".split()),
}
"""Values of properties with few."""


def is_supported(condition: str) -> bool:
    """Whether a condition holds: `(display: grid) and (not (display: none-such))`. What cannot be read holds, so that
    what a page may hide is not shown."""
    return _any([one.lower() for one in _PART.findall(condition)])


def _any(tokens: list[str]) -> bool:
    return any(all(map(_one, _split(one, "and"))) for one in _split(tokens, "or"))


def _one(tokens: list[str]) -> bool:
    if tokens[:1] == ["not"]:
        return not _one(tokens[1:])
    if tokens[:1] == ["("] and tokens[-1:] == [")"]:
        inner = tokens[1:-1]
        return _any(inner) if inner[:1] in (["("], ["not"]) else _declared(" ".join(inner))
    return True


def _split(tokens: list[str], word: str) -> list[list[str]]:
    """Tokens parted by a word that is in no brackets."""
    parts: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if token == word and not depth:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _declared(declaration: str) -> bool:
    """Whether browsers know a declaration."""
    name, colon, value = (part.strip() for part in declaration.partition(":"))
    if not colon or name.startswith(("--", "-webkit-")):
        return bool(colon)
    known = _VALUES.get(name)
    return name.split("-")[0] in _KNOWN and (known is None or value in known)
