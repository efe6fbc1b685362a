"""Subtitles as text: SubRip, WebVTT, SubViewer (SBV) and SubStation Alpha (ASS), speakers kept and times left out."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.model import Given

TIMES, HEAD, SOUND = "a time of subtitles", "the head of subtitles", "a sound"
_CLOCK = r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_ARROW = re.compile(rf"{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_COMMA = re.compile(rf"{_CLOCK},{_CLOCK}")
_DIALOGUE = re.compile(rf"Dialogue:\s*\d+,{_CLOCK},{_CLOCK},[^,]*,(?P<who>[^,]*),[^,]*,[^,]*,[^,]*,[^,]*,(?P<text>.*)")
_TAG = re.compile(r"<v(?:\.\w+)*\s+(?P<who>[^>]+)>|</?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}|\\[Nnh]", re.IGNORECASE)
_NOISE = re.compile(r"[\[(♪♫*]+[^\[\]()]{0,60}[\])♪♫*]+|[♪♫].*")
_SPEAKER = re.compile(r"(?:>>+\s*|[-–—]\s+)?(?P<who>[A-ZÀ-Þ][\w .'’-]{0,30}):\s+(?P<text>\S.*)")
_TURN = re.compile(r">>+\s*|[-–—]\s+(?=\S)")
_ENDED = re.compile(r"[.!?…。！？؟][\"'”’»」』)]*$")
_FEWEST = 2
_GAP, _LONG = 2.0, 320
"""Seconds without words after which a paragraph ends with its sentence, and the characters after which it does."""


class _Cue(Value):
    start: float
    end: float
    place: int
    words: str
    who: str


def read_subtitles(lines: Sequence[str]) -> Outline | None:
    """What subtitles say, as paragraphs; None for any other text."""
    timed = [n for n, line in enumerate(lines) if _ARROW.fullmatch(line) or _COMMA.fullmatch(line)]
    spoken = [n for n, line in enumerate(lines) if line.startswith("Dialogue:") and _DIALOGUE.fullmatch(line)]
    if len(timed) + len(spoken) < _FEWEST or 6 * (len(timed) + len(spoken)) < sum(map(bool, lines)):
        return None
    left: dict[int, str] = {}
    cues = list(_dialogue(lines, spoken) if spoken else _cues(lines, timed, left))
    inside = {cue.place for cue in cues}
    first = (timed or spoken)[0]
    left |= {n: SOUND for n, line in enumerate(lines) if n > first and _NOISE.fullmatch(line)}
    for n, line in enumerate(lines):
        if line and n not in inside and n not in left:
            left[n] = HEAD if (n < first and not line.isdecimal()) or spoken else TIMES
    text = dict(_paragraphs([cue for cue in cues if cue.words]))
    return Outline((ArticleLines(given=Given(), text=text, left=left, apart=True),), {}) if text else None


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds = (int(part or 0) for part in parts[:3])
    return 3600 * hours + 60 * minutes + seconds + float(f"0.{parts[3] or 0}")


def _cues(lines: Sequence[str], timed: Sequence[int], left: dict[int, str]) -> Iterator[_Cue]:
    shown: list[str] = []
    for n, stop in zip(timed, [*timed[1:], len(lines)], strict=True):
        found = _ARROW.fullmatch(lines[n]) or _COMMA.fullmatch(lines[n])
        groups = found.groups() if found else ()
        own = [at for at in range(n + 1, stop) if lines[at]]
        if own and stop < len(lines) and lines[own[-1]].isdecimal() and (own[-1] == n + 1 or not lines[own[-1] - 1]):
            own.pop()
        for at in own:
            if lines[at].startswith(("NOTE", "STYLE")):
                break
            who, words = _plain(lines[at])
            # Captions that roll show each line twice.
            if words in shown[-2:]:
                words = ""
                left[at] = "words that are shown again"
            elif words:
                shown.append(words)
            if words:
                yield _Cue(start=_seconds(groups[:4]), end=_seconds(groups[4:8]), place=at, words=words, who=who)


def _dialogue(lines: Sequence[str], spoken: Sequence[int]) -> Iterator[_Cue]:
    for n in spoken:
        found = _DIALOGUE.fullmatch(lines[n])
        if found:
            who, words = _plain(found["text"])
            groups = found.groups()
            yield _Cue(
                start=_seconds(groups[:4]), end=_seconds(groups[4:8]), place=n, words=words, who=found["who"] or who
            )


def _plain(line: str) -> tuple[str, str]:
    """The speaker that a line names, and its words without tags."""
    voice = _TAG.search(line)
    who = (voice["who"] or "").strip() if voice else ""
    words = " ".join(_TAG.sub(" ", line).split())
    words = "" if _NOISE.fullmatch(words) else words
    named = _SPEAKER.fullmatch(words)
    return (named["who"], named["text"]) if named and not who else (who, words)


def _paragraphs(cues: Sequence[_Cue]) -> Iterator[tuple[int, str]]:
    """Paragraphs by their places: the words of one speaker, up to the end of a sentence before a pause."""
    place, words, who, last = -1, "", "", None
    for cue in cues:
        turn = bool(_TURN.match(cue.words)) or bool(cue.who and cue.who != who)
        paused = last is not None and cue.start - last.end >= _GAP
        ended = bool(_ENDED.search(words)) and (paused or len(words) >= _LONG)
        if words and (turn or ended):
            yield place, words
            words = ""
        said = _TURN.sub("", cue.words, count=1) if _TURN.match(cue.words) else cue.words
        if not words:
            place = cue.place
            words = f"{cue.who}: {said}" if cue.who and (turn or not who) else said
        else:
            words = f"{words} {said}"
        who, last = cue.who or ("" if turn else who), cue
    if words:
        yield place, words
