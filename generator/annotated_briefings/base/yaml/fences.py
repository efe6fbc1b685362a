"""The lines around front matter as people mistype them, and what is put before them."""

import re

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source, place_at
from annotated_briefings.base.yaml.texts import is_seen

_FENCE = regex(r"[ \t]*(-{4,}|--|[—–−‒―]{1,5}|-(?: -){2,}|={3,}|\+{3,}|\*{3,}|_{3,}|~{3,}|;{3,}|```+\w*|---)[ \t]*$")
_KEYED = regex(r"[ \t]*[\"']?(\w[\w-]*)[\"']?[ \t]*[:：=]")
_OF_FIELD = regex(r"[ \t]+\S|- |#|[]})]")
"""How a line begins that is within a field: indented, an entry of a list, a comment, or the end of brackets."""
_OPEN = regex(r"---[ \t]*\n")
_JSON = regex(r"\{\s*\"\w+\"\s*:")
_LOOKED_AT = 20
"""Lines in which front matter is looked for that is not at the top."""
_NOTHING = "nothing can be before the first `---`"


def misplaced(source: Source, keys: frozenset[str]) -> Diagnostic | None:
    """Why a file without front matter has none, where something in it is meant for it; ``keys`` are those that
    it may hold."""
    text = source.text
    lines = text.split("\n")[:_LOOKED_AT]
    first = next((number for number, line in enumerate(lines) if is_seen(line)), None)
    if first is None:
        return None
    begins = sum(len(line) + 1 for line in lines[:first])
    begins += next(place for place, sign in enumerate(lines[first]) if is_seen(sign))
    following = next((line for line in lines[first + 1 :] if line.strip()), "")
    if _OPEN.match(text, begins) and _is_key(following, keys):
        return _before(source, text[:begins])
    if (fence := _FENCE.match(lines[first])) and _is_key(following, keys):
        equals = re.match(r"\s*\w+\s*=", following)
        colon = ", and a colon in place of each `=`" if equals else ""
        return _between(source, first, f"write `---` in place of `{fence[1]}` above and below the fields{colon}")
    if _JSON.match(text, begins):
        return _between(source, first, "put a line `---` above and below the braces")
    if _is_key(lines[first], keys):
        above = "above" if _has_end(text[begins:]) else "above and below"
        return _between(source, first, f"put a line `---` {above} the fields")
    for number, line in enumerate(lines[:-1]):
        if number > first and line.rstrip() == "---" and re.match(r"title\s*:", lines[number + 1]):
            return _fault(source, Place(source.path, first + 1, 1), _NOTHING, "move the lines above it into the text")
    return None


def _has_end(text: str) -> bool:
    """Whether a line of dashes ends fields that begin a text: above it are keys, and what belongs to them, alone."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if line.rstrip() == "---"), None)
    return end is not None and all(_KEYED.match(line) or _OF_FIELD.match(line) for line in lines[:end] if line.strip())


def _is_key(line: str, keys: frozenset[str]) -> bool:
    key = _KEYED.match(line)
    return bool(key and key[1].lower() in keys)


def _before(source: Source, before: str) -> Diagnostic:
    """What is before front matter: blank lines, or marks that nobody sees."""
    unseen = next((place for place, sign in enumerate(before) if not sign.isspace()), None)
    if unseen is None:
        what = "the blank lines above it" if "\n" in before else "the spaces before it"
        return _fault(source, Place(source.path, 1, 1), _NOTHING, f"take {what} out")
    message = f"an unseen mark (U+{ord(before[unseen]):04X}) is before the first `---`"
    remedy = "delete all before the dashes, or save the file as UTF-8 without a byte order mark"
    return _fault(source, place_at(source, unseen), message, remedy)


def _between(source: Source, line: int, remedy: str) -> Diagnostic:
    length = len(source.text.split("\n", line + 1)[line])
    return _fault(source, Place(source.path, line + 1, 1, length), "front matter is between `---` lines", remedy)


def mistyped_end(source: Source, start: int, end: int) -> tuple[int, Diagnostic] | None:
    """The first line in a part of a file that was meant to end front matter: its offset, and what is wrong with it."""
    at = start
    for line in source.text[start:end].split("\n"):
        fence = _FENCE.match(line)
        if fence and (fence[1] != "---" or line[0] in " \t"):
            place = place_at(source, at, len(line.rstrip()))
            return at, _fault(
                source, place, f"`{line.rstrip()}` should be `---`", "write three hyphens and nothing else"
            )
        at += len(line) + 1
    return None


def _fault(source: Source, place: Place, message: str, remedy: str) -> Diagnostic:
    return report("front-matter", message, place, help=remedy, source=source)
