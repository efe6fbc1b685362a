"""Mailboxes: which lines part their messages."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

_START = re.compile(
    rb"^From [^\r\n]*(?:\d\d?:\d\d[^\r\n]*\d{4}|\d{4}[^\r\n]*\d\d?:\d\d)[^\r\n]*\r?$(?=\n(?:[A-Za-z][\w-]*:|>From ))",
    re.MULTILINE,
)
"""What parts a mailbox: a sender and a time on one line, and header lines below it. Text may begin with "From" too."""
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,9})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def messages(data: bytes) -> Iterator[bytes]:
    """The messages of a mailbox, without the lines that part them."""
    ends_before = partial(data.endswith, (b"\n\n", b"\r\n\r\n"), 0)
    places: list[int] = [0] if data.startswith(b"From ") else []
    body = 0
    for found in _START.finditer(data):
        if found.start() and found.start() >= body and ends_before(found.start()):
            places.append(found.start())
        if found.start() in places:
            body = _stated_end(data, found.end())
    if not places:
        yield data
        return
    for start, end in pairwise((*places, len(data))):
        yield _ESCAPED.sub(b"", data[start:end].partition(b"\n")[2].lstrip(b"\r\n"))


def _stated_end(data: bytes, start: int) -> int:
    """Where the body of a message ends that states its length, and that another follows; else 0."""
    blank = re.compile(rb"\r?\n\r?\n").search(data, start)
    length = _LENGTH.search(data, start, blank.start()) if blank else None
    if blank is None or length is None:
        return 0
    end = blank.end() + int(length[1])
    return end if data[end : end + 12].lstrip(b"\r\n").startswith(b"From ") or end == len(data) else 0
