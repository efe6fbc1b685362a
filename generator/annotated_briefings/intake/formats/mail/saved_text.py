"""Letters that a mail program saved as plain text: their header lines are in the language of the program."""

from annotated_briefings.intake.formats.mail.head import read_head_line, saved_text_head
from annotated_briefings.intake.formats.text import decode_text

_WRITTEN = {"from": "From", "date": "Date", "subject": "Subject", "to": "To", "cc": "X-Also"}
_SIZE = 8_192


def is_saved_text(data: bytes) -> bool:
    """Whether a file is such a letter."""
    first = data[:200].lstrip().partition(b"\n")[0]
    return (b":" in first or "：".encode() in first) and saved_text_head(_text(data[:_SIZE])) > 0


def with_plain_headers(data: bytes) -> bytes:
    """Such a letter as a message, in UTF-8; empty for any other file."""
    text = _text(data)
    count = saved_text_head(text)
    if not count:
        return b""
    out = ["Content-Type: text/plain; charset=utf-8"]
    lines = text.split("\n")
    for line in lines[:count]:
        head = read_head_line(line)
        out.append(f"{_WRITTEN[head.name]}: {head.value}" if head else f" {line.strip()}")
    return "\n".join((*out, "", *lines[count:])).encode("utf-8", "replace")


def _text(data: bytes) -> str:
    text, _, _ = decode_text("letter", data, "")
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n ")
