"""Slips of the pen in a YAML text: each is found by a repair that is seen to correct it.

A YAML reader gives up where it can read no further, which is often not where the slip is, and names a cause of its own.
Here every line near that place is looked at for what people mistype. A slip is reported only where its repair, tried
on the text, lets the reader read on: so the line, the cause and the remedy are right.
"""

from collections.abc import Callable, Iterator, Sequence

from annotated_briefings.base.values import Value

_MOST = 20
"""Slips that are reported of one file."""
_EFFORT = 4_000_000
"""Characters that may be read in search of the slips of one file."""
_FEWEST = 12
"""Repairs that are tried of a long file all the same."""


class Halt(Value):
    """Where a reader gave up."""

    line: int
    """Line from 0 where it met what it could not read."""
    opened: int
    """Line from 0 where the text, list or key that it was reading began."""
    inside: bool
    """Whether that is a quotation mark or a bracket, so that the slip is there or later."""

    @property
    def reached(self) -> int:
        """Line from 0 up to which all was right."""
        return self.opened if self.inside else self.line


class Slip(Value):
    """One slip and its repair."""

    line: int
    """Line from 0."""
    column: int
    """Column from 0."""
    length: int
    """How many characters are wrong."""
    message: str
    """What is wrong."""
    help: str
    """What to do; a NUL stands for the number of the last line that is replaced."""
    repaired: tuple[str, ...]
    """The lines that take the place of those from ``line`` on."""
    replaced: int = 1
    """How many lines they take the place of."""


Finder = Callable[[Sequence[str], int, frozenset[str]], Iterator[Slip]]
"""The slips that a line may have: all lines, the number of the line, and keys that the file may hold."""


def repaired_text(text: str, slips: Sequence[Slip]) -> str:
    """A text with all the slips repaired that were found in it."""
    lines = text.split("\n")
    for slip in slips:
        lines = _repaired(lines, slip)
    return "\n".join(lines)


def find_slips(
    text: str, halt: Halt, check: Callable[[str], Halt | None], finders: Sequence[Finder], keys: frozenset[str]
) -> tuple[tuple[Slip, ...], Halt | None]:
    """The slips of a text that a reader halted in, in order, and where it halts when all of them are repaired.

    ``check`` reads a text and says where it halts. ``finders`` are in the order in which they are believed.
    """
    lines = text.split("\n")
    found: list[Slip] = []
    tries = max(_FEWEST, _EFFORT // (len(text) + 1))
    at: Halt | None = halt
    while at is not None and len(found) < _MOST:
        best: tuple[int, Slip, Halt | None] | None = None
        for slip in _candidates(lines, at, finders, keys):
            if (tries := tries - 1) < 0:
                break
            after = check("\n".join(_repaired(lines, slip)))
            if after is None:
                best = (len(lines), slip, None)
                break
            if after.reached > max(at.reached, slip.line) and (best is None or after.reached > best[0]):
                best = (after.reached, slip, after)
        if best is None:
            break
        found.append(best[1])
        lines, at = _repaired(lines, best[1]), best[2]
    return tuple(found), at


def _repaired(lines: Sequence[str], slip: Slip) -> list[str]:
    return [*lines[: slip.line], *slip.repaired, *lines[slip.line + slip.replaced :]]


def _candidates(lines: Sequence[str], halt: Halt, finders: Sequence[Finder], keys: frozenset[str]) -> Iterator[Slip]:
    """Possible slips, the likeliest first: by kind, then by nearness to the place where the reader gave up."""
    last = min(halt.line, len(lines) - 1)
    written = [number for number in range(last, -1, -1) if lines[number].strip()]
    near = list(dict.fromkeys([*written[:4], min(halt.opened, last), *(n for n in written[4:12] if n >= halt.opened)]))
    if written and written[-1] not in near:
        near.append(written[-1])
    for finder in finders:
        for number in near:
            yield from finder(lines, number, keys)
