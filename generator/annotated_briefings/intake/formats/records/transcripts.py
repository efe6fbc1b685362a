"""Records that are pieces of one recording, such as a word or a line each: one running text, and no article each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.records.keys import key_of
from annotated_briefings.intake.formats.spoken.subtitles import Cue, paragraphs_of

_STARTS = tuple(map(key_of, "start start_time starttime begin from start_ms startms tstart offset_start".split()))
_ENDS = tuple(map(key_of, "end end_time endtime to stop end_ms endms tend".split()))
_WORDS = tuple(map(key_of, "punctuated_word word text words line transcript content utterance caption".split()))
_SPEAKERS = tuple(map(key_of, "speaker speaker_label speaker_id speaker_name voice who".split()))
_OF_ARTICLES = frozenset(
    map(
        key_of,
        "title headline url link permalink published date pubdate author outlet source html body summary".split(),
    )
)
"""Fields that a piece of a recording does not have."""
_BESIDE_TURNS = frozenset(map(key_of, "id index number n no confidence language lang type kind".split()))
_CLOCK = regex(r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d(?:[.,]\d{1,3})?)")
_NO_SPACE = regex(r"[.,;:!?%…)\]»”’]+\Z")
_FEWEST, _LATEST = 3, 1e8
"""Pieces of a recording, and a time that is none since its begin, but one of a calendar."""


def paragraphs_of_recording(items: Sequence[Any]) -> tuple[str, ...]:
    """The paragraphs of a transcript whose pieces some records are, each with its speaker where one is named; nothing
    where they are no such pieces.

    Pieces of a transcript have times that grow, or speakers and nothing else, and no headline, address or day.
    """
    records = [{key_of(name): value for name, value in item.items()} for item in items if isinstance(item, Mapping)]
    if len(records) < _FEWEST or len(records) != len(items):
        return ()
    cues = list(_cues(records))
    if len(cues) != len(records) or not any(cue.words for cue in cues):
        return ()
    return tuple(words for _, words in paragraphs_of(list(_glued(cues))))


def _cues(records: Sequence[Mapping[str, Any]]) -> Iterator[Cue]:
    """The pieces; fewer than the records where one of them is none."""
    starts = [_seconds(_first(record, _STARTS)) for record in records]
    timed = (
        None not in starts
        and max(one or 0 for one in starts) < _LATEST
        and all(a <= b for a, b in pairwise(one or 0.0 for one in starts))
    )
    for number, (record, start) in enumerate(zip(records, starts, strict=True)):
        speech, who = _first(record, _WORDS), _first(record, _SPEAKERS)
        others = record.keys() - {*_WORDS, *_SPEAKERS, *_BESIDE_TURNS}
        is_turn = who is not None and not others
        if not isinstance(speech, str) or record.keys() & _OF_ARTICLES or not (timed or is_turn):
            return
        at = start if timed and start is not None else float(number)
        end = _seconds(_first(record, _ENDS)) or at
        yield Cue(start=at, end=max(at, end), place=number, words=speech, who="" if who is None else str(who).strip())


def _glued(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The pieces that are whole words: some programs write the space before a word into it, and marks alone."""
    spaced = sum(cue.words.startswith(" ") for cue in cues) * 2 > len(cues)
    held: Cue | None = None
    for cue in cues:
        goes_on = _NO_SPACE.match(cue.words) or (spaced and not cue.words.startswith(" "))
        if held and goes_on and cue.who in ("", held.who):
            held = Cue(start=held.start, end=cue.end, place=held.place, words=held.words + cue.words, who=held.who)
            continue
        if held and held.words.strip():
            yield _trimmed(held)
        held = cue
    if held and held.words.strip():
        yield _trimmed(held)


def _trimmed(cue: Cue) -> Cue:
    return Cue(start=cue.start, end=cue.end, place=cue.place, words=" ".join(cue.words.split()), who=cue.who)


def _first(record: Mapping[str, Any], names: Sequence[str]) -> Any:
    return next((record[name] for name in names if record.get(name) is not None), None)


def _seconds(value: Any) -> float | None:
    """A time as a number or a clock; ``None`` for anything else."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str):
        return None
    if found := _CLOCK.fullmatch(value.strip()):
        return 3600.0 * int(found[1] or 0) + 60 * int(found[2]) + float(found[3].replace(",", "."))
    return float(value) if re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", value) else None
