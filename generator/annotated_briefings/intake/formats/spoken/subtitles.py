"""Subtitles as text: SubRip, WebVTT, SubViewer, SubStation Alpha, and those with time and words on one line."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.plain.wrapping import joined
from annotated_briefings.intake.model import Given

TIMES, HEAD, SOUND = "a time of subtitles", "the head of subtitles", "a sound"
REMARK = "a remark or a style of subtitles"
_CLOCK = r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_ARROW = regex(rf"{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_COMMA = regex(rf"{_CLOCK},{_CLOCK}")
_DIALOGUE = regex(rf"Dialogue:\s*\d+,{_CLOCK},{_CLOCK},[^,]*,(?P<who>[^,]*),[^,]*,[^,]*,[^,]*,[^,]*,(?P<text>.*)")
_ONE_LINE: tuple[tuple[re.Pattern[str], float], ...] = (
    (regex(r"\{(?P<start>\d+)\}\{(?P<end>\d*)\}(?P<text>.*)"), 25.0),
    (regex(r"\[(?P<start>\d+)\]\[(?P<end>\d*)\](?P<text>.*)"), 10.0),
    (regex(r"(?:\[(?P<minutes>\d{1,3}):(?P<start>[0-5]\d(?:[.:]\d{1,3})?)\])+(?P<text>.*)"), 1.0),
)
"""Lines of MicroDVD (in frames), MPL2 (in tenths of a second) and LRC, and how many of what they count are a second."""
_HEAD_LINE = regex(
    r"\{[01]\}\{[01]\}\d\d(?:\.\d+)?|\[(?:ti|ar|al|au|by|length|offset|re|ve|tool):.*\]|\{(?:DEFAULT|HEAD)\}.*",
    re.IGNORECASE,
)
_BARS = regex(r"\|/?|<\d\d:[\d.]+>|\{[a-zA-Z]:[^{}]*\}")
"""Breaks of lines, times of words and styles in such lines."""
_TAG = regex(r"<v(?:\.\w+)*\s+(?P<who>[^>]+)>|</?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}|\\[Nnh]", re.IGNORECASE)
_NOISE = regex(r"[\[(♪♫*]+[^\[\]()]{0,60}[\])♪♫*]+|[♪♫].*")
_SPEAKER = regex(r"(?:>>+\s*|[-–—]\s*)?(?P<who>[^\W\d_a-zß-ÿ][\w .'’-]{0,30})(?::\s+|：\s*)(?P<text>\S.*)")
_BRACKETED = regex(r"（(?P<who>[^（）]{1,12})）\s*(?P<text>\S.*)")
"""The speaker in brackets, as Japanese and Chinese subtitles name them."""
_TURN = regex(r">>+\s*|[-–—‐‑]\s+(?=\S)|[-–—‐‑](?=[^\W\d_]|[¿¡\"“«„(\[])")
_BETWEEN = regex(r"(?=<v[.\s])|(?<=\S)\s+(?=>>)")
"""Between the words of two speakers on one line."""
_META = regex(r"(?:NOTE|STYLE|REGION)\b")
_ENDED = regex(rf"[{STOPS}][\"'”’»」』)]*$")
_FEWEST = 2
_GAP, _LONG = 2.0, 320
"""Seconds without words after which a paragraph ends with its sentence, and the characters after which it does."""


class Cue(Value):
    """Words of a recording."""

    start: float
    """Seconds since its begin."""
    end: float
    """Seconds when they end."""
    place: int
    """Number of the line or the record that has them."""
    words: str
    """The words."""
    who: str
    """Their speaker, or empty."""


def read_subtitles(lines: Sequence[str]) -> Outline | None:
    """What subtitles say, as paragraphs; None for any other text."""
    if (found := _on_one_line(lines)) is not None:
        return found
    timed = [n for n, line in enumerate(lines) if _ARROW.fullmatch(line) or _COMMA.fullmatch(line)]
    spoken = [n for n, line in enumerate(lines) if line.startswith("Dialogue:") and _DIALOGUE.fullmatch(line)]
    left: dict[int, str] = dict.fromkeys(_remarks(lines), REMARK)
    if len(timed) + len(spoken) < _FEWEST or 6 * (len(timed) + len(spoken)) < sum(map(bool, lines)) - len(left):
        return None
    cues = list(_dialogue(lines, spoken) if spoken else _cues(lines, timed, left))
    inside = {cue.place for cue in cues}
    first = (timed or spoken)[0]
    left |= {n: SOUND for n, line in enumerate(lines) if n > first and _NOISE.fullmatch(line)}
    for n, line in enumerate(lines):
        if line and n not in inside and n not in left:
            left[n] = HEAD if (n < first and not line.isdecimal()) or spoken else TIMES
    text = dict(paragraphs_of([cue for cue in cues if cue.words]))
    article = ArticleLines(given=Given(headless=True), text=text, left=left, apart=True)
    return Outline((article,), {}) if text else None


def _on_one_line(lines: Sequence[str]) -> Outline | None:
    """What subtitles say of which each line has its time and its words; None for any other text."""
    full = [n for n, line in enumerate(lines) if line]
    for pattern, unit in _ONE_LINE:
        matches = {
            n: match for n in full if (match := pattern.fullmatch(lines[n])) and not _HEAD_LINE.fullmatch(lines[n])
        }
        left = {n: HEAD for n in full if n not in matches and _HEAD_LINE.fullmatch(lines[n])}
        if len(matches) < _FEWEST or len(matches) + len(left) < len(full):
            continue
        cues = []
        for n, match in matches.items():
            start = 60 * float(match.groupdict().get("minutes") or 0) + float(match["start"].replace(":", ".")) / unit
            end = float(match.groupdict().get("end") or 0) / unit
            who, words = spoken_words(_BARS.sub(" ", match["text"]))
            left |= {} if words else {n: SOUND if match["text"].strip() else TIMES}
            cues += [Cue(start=start, end=max(start, end), place=n, words=words, who=who)] if words else []
        text = dict(paragraphs_of(cues))
        return (
            Outline((ArticleLines(given=Given(headless=True), text=text, left=left, apart=True),), {}) if text else None
        )
    return None


def _remarks(lines: Sequence[str]) -> Iterator[int]:
    """Places of the blocks of WebVTT that are not shown: remarks, styles and regions (WebVTT, 4.1)."""
    if not next((line for line in lines if line), "").startswith("WEBVTT"):
        return
    start = 0
    for end in [*(n for n, line in enumerate(lines) if not line), len(lines)]:
        if start < end and _META.match(lines[start]) and not any("-->" in line for line in lines[start:end]):
            yield from range(start, end)
        start = end + 1


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds = (int(part or 0) for part in parts[:3])
    return 3600 * hours + 60 * minutes + seconds + float(f"0.{parts[3] or 0}")


def _cues(lines: Sequence[str], timed: Sequence[int], left: dict[int, str]) -> Iterator[Cue]:
    shown: list[str] = []
    for n, stop in zip(timed, [*timed[1:], len(lines)], strict=True):
        found = _ARROW.fullmatch(lines[n]) or _COMMA.fullmatch(lines[n])
        groups = found.groups() if found else ()
        own = [at for at in range(n + 1, stop) if lines[at] and at not in left]
        if own and own[-1] == stop - 1 and stop < len(lines) and _is_cue_name(lines, own[-1], n):
            own.pop()
        for at in own:
            spoken = [one for part in _BETWEEN.split(lines[at].replace("&gt;", ">")) if (one := spoken_words(part))[1]]
            words = " ".join(words for _, words in spoken)
            # Captions that roll show each line twice.
            if words and words in shown[-2:]:
                left[at] = "words that are shown again"
                continue
            if words:
                shown.append(words)
            for who, part in spoken:
                yield Cue(start=_seconds(groups[:4]), end=_seconds(groups[4:8]), place=at, words=part, who=who)


def _is_cue_name(lines: Sequence[str], at: int, above: int) -> bool:
    """Whether the line before the time of a cue is its name or number, and none of the words of the cue above it."""
    return not lines[at - 1] or (lines[at].isdecimal() and at == above + 1)


def _dialogue(lines: Sequence[str], spoken: Sequence[int]) -> Iterator[Cue]:
    for n in spoken:
        found = _DIALOGUE.fullmatch(lines[n])
        if found:
            who, words = spoken_words(found["text"])
            groups = found.groups()
            yield Cue(
                start=_seconds(groups[:4]), end=_seconds(groups[4:8]), place=n, words=words, who=found["who"] or who
            )


def spoken_words(line: str) -> tuple[str, str]:
    """The speaker that a line names, and its words without tags."""
    voice = _TAG.search(line)
    who = (voice["who"] or "").strip() if voice else ""
    words = " ".join(unescape(_TAG.sub(" ", line)).split())
    words = "" if _NOISE.fullmatch(words) else words
    named = _SPEAKER.fullmatch(words) or _BRACKETED.fullmatch(words)
    return (named["who"], named["text"]) if named and not who else (who, words)


def paragraphs_of(cues: Sequence[Cue]) -> Iterator[tuple[int, str]]:
    """Paragraphs by their places: the words of one speaker, up to the end of a sentence before a pause."""
    place, words, who, last = -1, "", "", None
    turns, several = 0, False
    for cue in cues:
        turn = bool(_TURN.match(cue.words)) or bool(cue.who and cue.who != who)
        if last is None or cue.start != last.start:
            # Two have just spoken: which of them goes on is not known.
            several, turns = turns > 1, 0
        turns += turn
        paused = several or (last is not None and cue.start - last.end >= _GAP)
        ended = bool(_ENDED.search(words)) and (paused or len(words) >= _LONG)
        if words and (turn or ended):
            yield place, words
            words = ""
        spoken = _TURN.sub("", cue.words, count=1) if _TURN.match(cue.words) else cue.words
        if not words:
            # Two speakers may share a line: the words of each are a paragraph.
            place = max(cue.place, place + 1)
            words = f"{cue.who}: {spoken}" if cue.who and (turn or not who) else spoken
            if turn and not cue.who:
                # Somebody else speaks: what two persons say is no one's sentence.
                words = f"– {spoken}"
        else:
            words = joined((words, spoken), ())
        who, last = cue.who or ("" if turn or several else who), cue
    if words:
        yield place, words
