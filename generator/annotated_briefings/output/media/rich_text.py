"""RTF files: groups of what is known about the document, and those that readers need not know, are cut out; those with
changes that are not settled, hidden words or packed objects are refused."""

from annotated_briefings.base.regex import regex
from annotated_briefings.output.unclear import Unclear

RTF = b"{\\rtf"
_GROUP = regex(
    rb"\{\s*(?:\\(?:info|company|userprops|xmlnstbl|rsidtbl|generator|mmathPr|datastore|themedata|docvar|operator)\b"
    rb"|\\\*\s*\\(?!(?:listtable|listoverridetable|listpicture|fldinst|shpinst|shppict|picprop|bkmkstart|bkmkend|pn|pnseclvl"
    rb"|pntxta|pntxtb|panose|falt|fname|fontemb|background|cs|ts|ds|latentstyles|colorschememapping|ftnsepc?|ftncn|aftnsepc?"
    rb"|aftncn|pgptbl|defchp|defpap|nesttableprops|levelmarker|ud|upr|hl|hlloc|hlsrc|bkmkpub)(?![a-z])))"
)
_UNSETTLED = regex(rb"\\(?:revised|deleted|annotation|atnid|atnauthor|objdata|v)(?![a-z0])")


def clean_rtf(data: bytes) -> bytes:
    """A document without metadata. Raises Unclear."""
    if _UNSETTLED.search(data):
        raise Unclear
    end = _end(data, 0)
    data = data[:end] + b"\n" * (len(data) > end)
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
