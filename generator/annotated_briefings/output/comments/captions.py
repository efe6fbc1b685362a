"""Captions of films (WebVTT, SubRip), days for calendars and cards of addresses: the lines that no program shows."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.output.comments.sheets import without_sheet_comments
from annotated_briefings.output.unclear import Unclear

_BLOCKS = regex(r"\n(?:[ \t]*\n)+")
_TIMES = "-->"
_SETTING = regex(r"(?:vertical|line|position|size|align|region):\S+|[XY][12]:\d+")
_TIMING = regex(r"[ \t]*[\d:.,]+[ \t]*-->[ \t]*[\d:.,]+")
_TAG = regex(r"<(?!/?(?:[cibuv]|ruby|rt|lang)\b|/?>|\d)[^>]*(?:>|\Z)")
"""Tags in captions that mean nothing there, comments among them."""
_HTML_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NAMED = regex(r"#((?:[\w-]|\\.)+)")
_BEGIN, _END = regex(r"BEGIN:(\w+)", re.IGNORECASE), regex(r"END:(\w+)", re.IGNORECASE)
_UNSEEN = regex(r"(?:X-(?!WR-|ABDATE|ABLABEL|ABRELATEDNAMES|SOCIALPROFILE)|COMMENT[;:]|REQUEST-STATUS[;:])", re.I)
"""Properties of calendars and cards that programs write for themselves, or that say something to another program."""


def without_caption_notes(text: str) -> str:
    """Captions (WebVTT) without notes, without what is beside the first word, and without names of captions that no
    style in the file uses. Raises Unclear for a text that no player reads."""
    if not text.startswith("WEBVTT"):
        raise Unclear
    first, *blocks = _BLOCKS.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    styles = "\n".join(block for block in blocks if block.startswith("STYLE"))
    named = frozenset(name.replace("\\", "") for name in _NAMED.findall(styles))
    # A caption may follow the first line at once.
    head = [line for line in first.split("\n")[1:] if line.strip()]
    blocks = ["\n".join(head), *blocks] if any(_TIMES in line for line in head) else blocks
    kept = (made for block in blocks if (made := _block(block, named)))
    return "\n\n".join(("WEBVTT", *kept)) + "\n"


def _block(block: str, named: frozenset[str]) -> str:
    lines = [line for line in block.split("\n") if line.strip()]
    if not lines:
        return ""
    word = lines[0].split(maxsplit=1)[0]
    if word == "STYLE" and _TIMES not in block:
        return "\n".join(("STYLE", without_sheet_comments("\n".join(lines[1:]), keep_notices=False)))
    if word == "REGION" and _TIMES not in block:
        return "\n".join(lines)
    at = next((at for at, line in enumerate(lines[:2]) if _TIMES in line), None)
    if at is None:
        # A note, or a block that nobody can show.
        return ""
    words = _TAG.sub("", "\n".join(lines[at + 1 :]))
    return "\n".join((*([lines[0]] if at and lines[0].strip() in named else ()), _timing(lines[at]), words))


def _timing(line: str) -> str:
    """When a caption is shown, and where."""
    times = _TIMING.match(line)
    return " ".join((times[0].strip(), *_SETTING.findall(line, times.end()))) if times else ""


def without_markup_in_captions(text: str) -> str:
    """Captions (SubRip) without comments of HTML, which players leave out as they do all tags, and without what is
    behind a time."""
    lines = _HTML_COMMENT.sub("", text).splitlines(keepends=True)
    return "".join(_timing(line) + "\n" if _TIMING.match(line) else line for line in lines)


def without_unseen_properties(text: str) -> str:
    """A calendar (RFC 5545) or a card (RFC 6350) without properties that no program shows, and without what stands
    outside of it."""
    out: list[str] = []
    depth, left_out = 0, False
    for line in text.splitlines(keepends=True):
        if line[:1] in " \t" and depth:
            # The rest of the line before.
            out += [] if left_out else [line]
            continue
        bare = line.strip()
        depth += bool(_BEGIN.fullmatch(bare))
        left_out = not depth or bool(_UNSEEN.match(bare)) or (not bare)
        depth -= bool(_END.fullmatch(bare)) and depth > 0
        out += [] if left_out else [line]
    return "".join(out)
