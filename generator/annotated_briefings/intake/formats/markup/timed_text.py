"""Subtitles as XML: TTML of the W3C and its older form DFXP, read as other subtitles are."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.office.package import parse
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.formats.spoken.subtitles import Cue, paragraphs_of, spoken_words
from annotated_briefings.intake.model import Given, Paragraph, RawDocument

_START = regex(r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:\w+:)?tt[\s>]", re.DOTALL)
_SPACE = regex(r"xmlns(?::\w+)?\s*=\s*[\"']http://www\.w3\.org/(?:ns/ttml|20\d\d/\d\d/ttaf1)\b")
_HEAD = 4096
_DECLARATION = regex(r"\A\ufeff?\s*<\?xml[^>]*>")
_CLOCK = regex(r"(\d+):(\d\d):(\d\d)(?:[.:]\d+)*")
_OFFSET = regex(r"(\d+(?:\.\d+)?)(h|m|s|ms|f|t)")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": 0.04, "t": 0.0}
"""Seconds in a unit of time; how long a frame or a tick is, nobody needs to know to the second."""


def is_timed_text(text: str) -> bool:
    """Whether a text is subtitles as XML."""
    return bool(_START.match(text) and _SPACE.search(text[:_HEAD]))


def read_timed_text(name: str, text: str) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """What such subtitles say, as one article with the title and the language that they state."""
    try:
        root = parse(_DECLARATION.sub("", text).lstrip("\ufeff").encode(), name)
    except (BrokenFile, RecursionError):
        message = "the subtitles cannot be read: they are no XML"
        return None, (report("broken-file", message, Place(name), help="download it again"),)
    cues = [cue for place, one in enumerate(root.iter("p"), 1) for cue in _cues(one, place)]
    paragraphs = tuple(Paragraph(words, 0, 0) for _, words in paragraphs_of(cues))
    if not paragraphs:
        message = "the subtitles have no words"
        return None, (report("empty-file", message, Place(name), help="there is nothing to import in it"),)
    title = next((words for one in root.iter("title") if (words := " ".join("".join(one.itertext()).split()))), "")
    given = Given(title=title, language=root.get("lang", ""), headless=not title)
    return RawDocument(name, paragraphs, "text", True, given), ()


def _cues(element: Element, place: int) -> Iterator[Cue]:
    """The words of an element for each line in it; sounds have none."""
    start, end = _seconds(element.get("begin", "")), _seconds(element.get("end", ""))
    for line in "".join(_words(element)).split("\n"):
        who, words = spoken_words(line)
        if words:
            yield Cue(start=start, end=max(start, end), place=place, words=words, who=who)


def _words(element: Element) -> Iterator[str]:
    """The words in an element, with a break of a line where it has one."""
    yield re.sub(r"\s+", " ", element.text or "")
    for inner in element:
        if inner.tag == "br":
            yield "\n"
        elif inner.tag != "metadata":
            yield from _words(inner)
        yield re.sub(r"\s+", " ", inner.tail or "")


def _seconds(time: str) -> float:
    clock, offset = _CLOCK.match(time), _OFFSET.fullmatch(time)
    if clock:
        return 3600.0 * int(clock[1]) + 60.0 * int(clock[2]) + int(clock[3])
    return float(offset[1]) * _UNITS[offset[2]] if offset else 0.0
