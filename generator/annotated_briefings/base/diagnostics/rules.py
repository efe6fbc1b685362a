"""Rules: pure functions that find what is wrong, each registered with its code, severity and explanation.

A rule takes one value, such as a brief with its front matter, and yields findings; it cannot report another code than
its own. The docstring of the function is the explanation that ``briefings explain`` and the documentation show.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from annotated_briefings.base.diagnostics.code import Code
from annotated_briefings.base.diagnostics.codes import DECLARED
from annotated_briefings.base.diagnostics.model import Absent, Diagnostic, diagnostic_of
from annotated_briefings.base.diagnostics.severity import Severity
from annotated_briefings.base.source import Place, Source

T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has found at one place."""

    message: str
    """The fact, in lower case, with the writer's words in backticks."""
    place: Place
    """Where it is."""
    help: str = ""
    """What to do about it; may be empty."""
    absent: Absent | None = None
    """What is in no file that could be read; None where it rests on nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A function that finds what is wrong with one kind of value, and the code under which that is reported."""

    code: Code
    """What is known of its diagnostics."""
    find: Callable[[T], Iterable[Finding]]
    """The function itself; it has no side effects."""


def rule(code: str, severity: Severity, text: str) -> Callable[[Callable[[S], Iterator[Finding]]], Rule[S]]:
    """Make a rule of a function whose docstring explains the code: its meaning, then an example in a fence."""

    def made(find: Callable[[S], Iterator[Finding]]) -> Rule[S]:
        return Rule(Code(code, severity, text, find.__doc__ or ""), find)

    return made


def rule_for(code: str) -> Callable[[Callable[[S], Iterator[Finding]]], Rule[S]]:
    """Make a rule of a function that reports a declared code, which other places report too."""

    def made(find: Callable[[S], Iterator[Finding]]) -> Rule[S]:
        return Rule(DECLARED[code], find)

    return made


def apply(rules: Iterable[Rule[T]], value: T, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """The diagnostics that some rules find in a value; ``sources`` are files by path, for the excerpts of lines."""
    for one in rules:
        for found in one.find(value):
            source = sources.get(found.place.path)
            yield diagnostic_of(one.code, found.message, found.place, found.help, source, absent=found.absent)
