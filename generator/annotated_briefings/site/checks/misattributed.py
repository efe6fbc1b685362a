"""Words that a brief gives to one of its sources, although another one has them."""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.diagnostics import Diagnostic, Finding, Rule, Severity, apply, rule
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief


class Misattribution(Value):
    """Words beside which a sentence names a source that does not have them."""

    words: str
    """The words: a quotation, or the receipt of a point or a figure."""
    field: str
    """The field that names the source; empty for the text."""
    place: Place
    """Where the words are in the file."""
    name: str
    """The source as the sentence names it."""
    named: int
    """Its number, from 1."""
    found: int
    """The number of the source whose text has the words."""
    sure: bool
    """Whether the sentence gives the words to that source, and does not only name it."""


class Misattributions(Value):
    """The words of a brief that are given to the wrong source."""

    brief: Brief
    """The brief."""
    all: tuple[Misattribution, ...]
    """All of them."""


@rule("other-source", Severity.ERROR, "words are given to one source and are in the text of another one")
def other_source(given: Misattributions) -> Iterator[Finding]:
    """The sentence around a quotation, or a point or a figure with a receipt, gives the words to one of the `sources`:
    `The Courier writes: “…”`, `according to the Courier`, `“…”, she told the Courier`, the line below a block of quoted
    text. The text of that source was collected and does not have the words; that of another source has them, and does
    not name the first one near them.

    ```
    briefings/a.md:12:22: error[other-source]: the text gives `the bridge is older than the town` to `The Courier`, and they are the words of source 2, `The Gazette`
       12 | The Courier writes: “the bridge is older than the town”.
          |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: name `The Gazette` there, or quote words of source 1
    ```
    """
    for one in given.all:
        if one.sure:
            where = f"`{one.field}`" if one.field else "the text"
            fact = f"{where} gives `{shortened(one.words)}` to `{one.name}`"
            owner = f"and they are the words of {_source(given.brief, one.found)}"
            yield Finding(f"{fact}, {owner}", one.place, _remedy(given.brief, one))


@rule("other-source-named", Severity.WARNING, "a sentence names another source than the one whose words it quotes")
def other_source_named(given: Misattributions) -> Iterator[Finding]:
    """As `other-source`, where the sentence names the source in a way that need not give it the words:
    `Kowal of the Courier said: “…”`, `“…” (The Courier)`, or its author.

    ```
    briefings/a.md:12:28: warning[other-source-named]: the text names `The Courier` beside `the bridge is older than the town`, which are the words of source 2, `The Gazette`
       12 | In The Courier one reads: “the bridge is older than the town”.
          |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: name `The Gazette` there, or quote words of source 1
    ```
    """
    for one in given.all:
        if not one.sure:
            where = f"`{one.field}`" if one.field else "the text"
            fact = f"{where} names `{one.name}` beside `{shortened(one.words)}`"
            owner = f"which are the words of {_source(given.brief, one.found)}"
            yield Finding(f"{fact}, {owner}", one.place, _remedy(given.brief, one))


RULES: tuple[Rule[Misattributions], ...] = (other_source, other_source_named)
"""The rules of this module."""


def misattributed(brief: Brief, found: Sequence[Misattribution], source: Source | None) -> Iterator[Diagnostic]:
    """The diagnostics of words that are given to the wrong source."""
    return apply(RULES, Misattributions(brief, tuple(found)), {source.path: source} if source else {})


def _remedy(brief: Brief, one: Misattribution) -> str:
    return f"name {_name(brief, one.found) or f'source {one.found}'} there, or quote words of source {one.named}"


def _source(brief: Brief, number: int) -> str:
    name = _name(brief, number)
    return f"source {number}" + (f", {name}" if name else "")


def _name(brief: Brief, number: int) -> str:
    source = brief.sources[number - 1]
    name = source.outlet or source.title or source.url
    return f"`{shortened(name)}`" if name else ""
