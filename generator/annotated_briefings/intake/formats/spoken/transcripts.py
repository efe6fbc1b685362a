"""Transcripts of recordings: what speakers say, each with the time since the begin of the recording."""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.model import Given

TIMES = "a time of a transcript"
_CLOCK = r"(?P<{0}>(?:\d{{1,2}}:)?\d{{1,2}}:\d\d)(?:[.,]\d{{1,3}})?"
_NAME = r"[^\W\d_a-z][\w .'’-]{0,38}"
_BEFORE = regex(rf"[\[(]?{_CLOCK.format('a')}[\])]?\s*[-–—|]?\s*(?:(?P<who>{_NAME}):\s*)?(?P<text>.*)")
_BEHIND = regex(
    rf"(?P<who>{_NAME}?)\s*[,|–—-]?\s*(?:[\[(]{_CLOCK.format('b')}[\])]\s*:?\s*(?P<text>.*)|{_CLOCK.format('c')}\s*:?)"
)
_FEWEST, _LATEST = 3, 180
"""Times of a transcript, and the seconds within which the first of them is."""
_PER_TIME = 4


class _SpokenTurn(Value):
    place: int
    seconds: int
    who: str
    text: str
    listed: bool


def read_transcript(lines: Sequence[str]) -> Outline | None:
    """What a transcript says, with its speakers and without its times; None for any other text."""
    turns = [turn for n, line in enumerate(lines) if line and (turn := _turn(n, line)) is not None]
    times = [turn.seconds for turn in turns]
    written = sum(map(bool, lines))
    if len(turns) < _FEWEST or times != sorted(times) or times[0] > _LATEST or len(turns) * _PER_TIME < written:
        return None
    if not any(turn.who for turn in turns) and any(turn.listed for turn in turns):
        # A list of what a recording holds at which time.
        return None
    text: dict[int, str] = {}
    left: dict[int, str] = {}
    before = {n: line for n, line in enumerate(lines[: turns[0].place]) if line}
    title = next(iter(before.values()), "") if len(before) == 1 else ""
    text |= {} if title else before
    for turn, stop in zip(turns, [*(turn.place for turn in turns[1:]), len(lines)], strict=True):
        words = [turn.text, *(lines[n] for n in range(turn.place + 1, stop) if lines[n])]
        spoken_text = " ".join(filter(None, words))
        if spoken_text:
            text[turn.place] = f"{turn.who}: {spoken_text}" if turn.who else spoken_text
        else:
            left[turn.place] = TIMES
    spoken = ArticleLines(given=Given(title=title, headless=not title), text=text, left=left, apart=True)
    return Outline((spoken,), {}) if any(turn.text or turn.who for turn in turns) and text else None


def _turn(place: int, line: str) -> _SpokenTurn | None:
    found = _BEFORE.fullmatch(line)
    clock = found["a"] if found else ""
    if found is None:
        found = _BEHIND.fullmatch(line)
        clock = (found["b"] or found["c"]) if found else ""
    spoken = (found["text"] or "").strip() if found else ""
    if found is None or re.match(r"[ap]\.?m\b", spoken, re.IGNORECASE):
        return None
    listed = bool(spoken) and line[0] not in "[("
    parts = [int(part) for part in clock.split(":")]
    seconds = sum(part * 60**n for n, part in enumerate(reversed(parts)))
    return _SpokenTurn(
        place=place, seconds=seconds, who=(found["who"] or "").strip(" ,-–—"), text=spoken, listed=listed
    )
