"""What the YAML reader says is wrong, in words for people who never meant to write YAML."""

import re
from typing import NamedTuple

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source, line_of
from annotated_briefings.base.yaml.nodes import Node, Scalar
from annotated_briefings.base.yaml.value_slips import LINE, in_code, quotation_marks
from annotated_briefings.base.yaml.writer import in_double_quotes

_SHOWN = 60
"""Longest value that a remedy writes out."""
_QUOTING = regex(r'["\\\n]')
"""Characters that must be escaped between double quotes."""
_KEY = regex(r"\s+[\w-]+$")


_ITEM = regex(r"- +(\w[\w-]*)\s*$")
"""An entry of a list that may be a key."""


class Fault(NamedTuple):
    """One fault of a YAML text."""

    message: str
    """What is wrong."""
    help: str
    """What to do."""
    at_opening: bool = False
    """Whether it is the place where the quote or bracket was opened, and not where the reader gave up."""


def explained(context: str, problem: str, line: str, column: int, within: bool) -> Fault:
    """The fault of a text, from what the reader was doing, what it met, the line and column (from 0) where it met that,
    and whether the bracket around it is on the same line."""
    if "quoted scalar" in context and "end of stream" in problem:
        return Fault(
            "the quotation mark that opens here is never closed",
            "close it at the end of the value, or take it away",
            True,
        )
    if "flow sequence" in context and "']'" in problem:
        return _bracket("[", "]", within)
    if "flow mapping" in context and "'}'" in problem:
        return _bracket("{", "}", within)
    if "undefined alias" in problem or "alphabetic or numeric" in problem:
        sign = "&" if "anchor" in context else "*"
        return Fault(f"a text that begins with `{sign}` must be in quotes", "put quotes around the whole text")
    if "undefined tag handle" in problem:
        return _tagged(line[column:].split(" ")[0], line)
    if "tab character" in problem or "'\\t'" in problem:
        return Fault("a tab is used where only spaces are allowed", "indent with spaces")
    if "unknown escape character" in problem:
        return Fault(
            "a backslash between double quotes has a meaning of its own",
            "write it twice, or put the text between single quotes",
        )
    if ("expected key" in problem or "expected <block end>" in problem) and (item := _ITEM.match(line[column:])):
        return Fault(
            "an entry of a list is among keys",
            f"write `{item[1]}:` for a key, or put the line below the key whose list it belongs to",
        )
    if "expected key" in problem or "expected <block end>" in problem:
        return Fault(
            "a new key was expected here",
            "start it in the same column as the keys above; a value that begins with a quotation mark or a "
            "bracket has to end with it",
        )
    if "mapping values are not allowed" in problem:
        if _KEY.match(line[:column]):
            return Fault(
                "a key is indented further than the ones above",
                "start it in the same column as they do, or put the text above into quotes",
            )
        return Fault("a text with a colon must be in quotes", "put quotes around the whole text")
    if "could not find expected ':'" in problem:
        return Fault(problem, "a key needs a colon and a space after it")
    if "cannot start any token" in problem:
        return Fault(problem, "indent with spaces, and quote a text that starts with `@`, `%` or a back tick")
    return Fault("this cannot be read as YAML", "put the text in quotes")


def _bracket(opening: str, closing: str, within: bool) -> Fault:
    if within:
        return Fault(
            f"a comma or the `{closing}` that closes the `{opening}` was expected here",
            "put quotes around a text between brackets that holds a colon, commas, brackets or quotation marks",
        )
    return Fault(
        f"the `{opening}` that opens here is not closed, or a comma is missing after it",
        f"close it with `{closing}`, and put quotes around a text that holds commas, brackets or quotation marks",
        True,
    )


def _tagged(tag: str, line: str) -> Fault:
    """The fault of a tag, or of an anchor that nothing refers to, in a line."""
    match = LINE.match(line)
    remedy = "put quotes around the whole text"
    if match and match["value"].startswith(tag):
        remedy += f": {in_code(line[: match.start('value')] + in_double_quotes(match['value']))}"
    tag = shortened(tag)
    if tag.startswith("&"):
        return Fault("a text that begins with `&` must be in quotes", remedy)
    return Fault(f"`{tag}` is a tag of YAML, and no file of a site has one", f"take `{tag}` out, or {remedy}")


def tag_fault(source: Source, place: Place, tag: str) -> Diagnostic:
    """A tag, or an anchor that nothing refers to."""
    fault = _tagged(tag, line_of(source, place.line))
    return report("yaml", fault.message, place, help=fault.help, source=source)


def glued_dash(source: Source, key: Scalar) -> Diagnostic:
    """An entry of a list that is read as a key, since no space follows its dash."""
    remedy = f"write {in_code(f'- {line_of(source, key.line).strip()[1:]}')}"
    place = Place(source.path, key.line, key.column)
    return report("yaml", "a space is missing after the dash", place, help=remedy, source=source)


def half_character(source: Source, number: int, written: str) -> Diagnostic:
    """Half of a character, written as an escape."""
    slip = next(quotation_marks(line_of(source, number).split("\n"), 0, frozenset()), None)
    place = Place(source.path, number, slip.column + 1 if slip else 1)
    remedy = slip.help if slip else "write the character itself in its place"
    return report("yaml", f"`{written}` is half of a character", place, help=remedy, source=source)


def doubled_key(source: Source, first: Scalar, key: Scalar) -> Diagnostic:
    """A key that a mapping has already."""
    return report(
        "duplicate-key",
        f"the key `{key.text}` is duplicated",
        Place(source.path, key.line, key.column, len(key.text)),
        help=f"the first one is on line {first.line}; keep one of them",
        source=source,
    )


def cut_by_comma(source: Source, text: str, name: Scalar, value: Node, rest: Scalar) -> Diagnostic:
    """Commas in a value between braces have ended it, as in ``{value: 2,000}``."""
    whole = text[value.start : rest.end]
    simple = len(whole) <= _SHOWN and not _QUOTING.search(whole)
    advice = f': `{name.text}: "{whole}"`' if simple else ""
    return report(
        "yaml",
        f"the comma in `{shortened(whole)}` ends the value of `{name.text}`",
        Place(source.path, value.line, value.column, len(whole) if value.line == rest.line else 1),
        help=f"put the value in quotes{advice}",
        source=source,
    )


def escaped_control(source: Source, place: Place, sign: str) -> Diagnostic:
    """A character that nobody sees, written as an escape in a text."""
    return report(
        "control-character",
        f"the text holds a control character (U+{ord(sign):04X}), which no page shows",
        place,
        help="delete it; all else is published",
        source=source,
    )


def control_character(source: Source, text: str, offset: int, sign: re.Match[str] | None, why: str) -> Diagnostic:
    """A character that no YAML text may hold."""
    if sign is None:
        return report("yaml", why.split("\n")[0], Place(source.path, 1 + offset, 1), source=source)
    line = text.count("\n", 0, sign.start()) + 1 + offset
    place = Place(source.path, line, sign.start() - text.rfind("\n", 0, sign.start()))
    message = f"an unseen character (U+{ord(sign[0]):04X}) is here that no YAML may hold"
    return report("yaml", message, place, help="delete it, or type the line anew", source=source)
