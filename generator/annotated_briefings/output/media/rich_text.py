"""RTF files: the group of what is known about the document is cut out; those with changes that are not settled are
refused."""

import re

from annotated_briefings.output.unclear import Unclear

RTF = b"{\\rtf"
_GROUP = re.compile(
    rb"\{(?:\\\*)?\\(?:info|company|userprops|xmlnstbl|rsidtbl|generator|mmathPr|datastore|themedata|docvar|operator)\b"
)
_UNSETTLED = re.compile(rb"\\(?:revised|deleted|annotation|atnid|atnauthor)(?![a-z])")


def clean_rtf(data: bytes) -> bytes:
    """A document without metadata. Raises Unclear."""
    if _UNSETTLED.search(data):
        raise Unclear
    out, at = [], 0
    for found in _GROUP.finditer(data):
        if found.start() < at:
            continue
        out.append(data[at : found.start()])
        at = _end(data, found.start())
    return b"".join((*out, data[at:]))


def _end(data: bytes, start: int) -> int:
    depth, at = 0, start
    while at < len(data):
        if data[at : at + 1] == b"\\":
            at += 1
        elif data[at : at + 1] in b"{}":
            depth += 1 if data[at : at + 1] == b"{" else -1
            if not depth:
                return at + 1
        at += 1
    raise Unclear
