"""The sentence of a passage, and what is around it in its paragraph."""

from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

_FAR = 900
"""Characters on each side of a passage that are read."""
_NEXT_LINE = regex(r"\n *(?=[^\W\d_A-ZÀ-ÞА-ЯΑ-Ω])")
"""A line end that is perhaps within a sentence: a small letter behind it tells."""
_GOES_ON = ",'’-_"
"""What is before it, beside letters and figures."""


class Surroundings(Value):
    """A passage and what is around it, in small letters with plain apostrophes."""

    before: tuple[str, ...]
    """The sentences of the paragraph before that of the passage, in order."""
    head: str
    """What is before the passage in its sentence."""
    passage: str
    """The passage as written."""
    tail: str
    """What is behind it in its sentence."""
    following: str
    """The next sentence of the paragraph."""


def surroundings_of(text: str, start: int, end: int) -> Surroundings:
    """What is around a passage of a text."""
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    near = _unwrapped(text[low:high])
    begin, stop = near.rfind("\n", 0, start - low) + 1, near.find("\n", end - low)
    line = near[begin : len(near) if stop < 0 else stop]
    at, to = start - low - begin, end - low - begin
    starts = [*sentence_starts(line)] or [0]
    own = max((one for one in starts if one <= at), default=0)
    later = [one for one in starts if one > max(at, to - 1)]
    stop = later[0] if later else len(line)
    after = later[1] if len(later) > 1 else len(line)
    earlier = [one for one in starts if one <= own]
    before = tuple(_plain(line[a:b]) for a, b in pairwise(earlier))
    return Surroundings(
        before, _plain(line[own:at]), line[at:to], _plain(line[to:stop]), _plain(line[stop:after]) if later else ""
    )


def _unwrapped(text: str) -> str:
    """A text with blanks for the ends of lines that are perhaps within a sentence; as long as it is."""
    out: list[str] = []
    done = 0
    for found in _NEXT_LINE.finditer(text):
        end = len(text[: found.start()].removesuffix("\r").rstrip(" \t"))
        if end > done and (text[end - 1].isalnum() or text[end - 1] in _GOES_ON):
            out += text[done:end], " " * (found.end() - end)
            done = found.end()
    return "".join((*out, text[done:])) if out else text


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("\u00a0", " ").lower()
