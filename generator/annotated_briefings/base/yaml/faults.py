"""What the YAML reader says is wrong, in words for people who never meant to write YAML."""

import re
from typing import NamedTuple

from annotated_briefings.base.sentences import shortened

_KEY = re.compile(r"\s+[\w-]+$")


class Fault(NamedTuple):
    """One fault of a YAML text."""

    message: str
    """What is wrong."""
    help: str
    """What to do; empty where nothing can be advised."""
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
        tag = line[column:].split(" ")[0]
        return tagged(tag)
    if "tab character" in problem or "'\\t'" in problem:
        return Fault("a tab is used where only spaces are allowed", "indent with spaces")
    if "unknown escape character" in problem:
        return Fault(
            "a backslash between double quotes has a meaning of its own",
            "write it twice, or put the text between single quotes",
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
    return Fault(problem or "it is not valid YAML", "")


def tagged(tag: str) -> Fault:
    """The fault of a tag."""
    tag = shortened(tag)
    message = f"`{tag}` is a tag of YAML, and no file of a site has one"
    return Fault(message, f"take `{tag}` out, or put the whole value in quotes")


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
