"""Mailboxes: which lines part their messages."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from annotated_briefings.base.regex import regex

_START = regex(
    rb"^From [^\r\n]*(?:\d\d?:\d\d[^\r\n]*\d{4}|\d{4}[^\r\n]*\d\d?:\d\d)[^\r\n]*\r?$(?=\n(?:[A-Za-z][\w-]*:|>From ))",
    re.MULTILINE,
)
"""What parts a mailbox: a sender and a time on one line, and header lines below it. Text may begin with "From" too."""
_LENGTH = regex(rb"^Content-Length:[ \t]*(\d{1,9})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_NEAR = 12
"""Bytes behind a message in which the next one begins."""
_BLANK = regex(rb"\r?\n\r?\n")
_ESCAPED = regex(rb"^>(?=>*From )", re.MULTILINE)


def messages(data: bytes) -> Iterator[bytes]:
    """The messages of a mailbox, without the lines that part them."""
    places, _ = _places(data)
    if not places:
        yield data
        return
    for start, end in pairwise((*places, len(data))):
        yield _ESCAPED.sub(b"", data[start:end].partition(b"\n")[2].lstrip(b"\r\n"))


def whole_messages(data: bytes) -> tuple[int, int]:
    """Of the first bytes of a mailbox, how many are whole messages, whatever follows, and how many messages that is."""
    places, sure = _places(data)
    known = places[:sure]
    return (known[-1], len(known) - 1) if len(known) > 1 else (0, 0)


def _places(data: bytes) -> tuple[list[int], int]:
    """Where messages begin, and how many of these places do not depend on what may follow the data."""
    ends_before = partial(data.endswith, (b"\n\n", b"\r\n\r\n"), 0)
    places: list[int] = [0] if data.startswith(b"From ") else []
    body, sure = 0, -1
    for found in _START.finditer(data):
        if found.start() and found.start() >= body and ends_before(found.start()):
            places.append(found.start())
        if places[-1:] == [found.start()]:
            body, known = _stated_end(data, found.end())
            sure = len(places) if sure < 0 and not known else sure
    return places, len(places) if sure < 0 else sure


def _stated_end(data: bytes, start: int) -> tuple[int, bool]:
    """Where the body of a message ends that states its length, and that another follows, else 0; and whether that can
    be told from the data."""
    blank = _BLANK.search(data, start)
    length = _LENGTH.search(data, start, blank.start()) if blank else None
    if blank is None or length is None:
        return 0, blank is not None
    end = blank.end() + int(length[1])
    below = data[end : end + _NEAR].lstrip(b"\r\n")
    follows = below.startswith(b"From ") or (not below and end <= len(data) < end + _NEAR)
    return end if follows else 0, end + _NEAR <= len(data)
