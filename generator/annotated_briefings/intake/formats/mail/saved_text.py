"""Letters that a mail program saved as plain text: their header lines are in the language of the program."""

from annotated_briefings.intake.formats.encodings.decode import decode_text
from annotated_briefings.intake.formats.mail.forwarded import LetterLine, is_passed_on
from annotated_briefings.intake.formats.mail.head import read_head_line, saved_text_head

_WRITTEN = {"from": "From", "date": "Date", "subject": "Subject", "to": "To", "cc": "X-Also"}
_SIZE = 8_192


def is_saved_text(data: bytes) -> bool:
    """Whether a file is such a letter, or a letter that was passed on and saved without its own header lines."""
    if b":" not in data[:_SIZE] and "：".encode() not in data[:_SIZE]:
        return False
    text = _text(data[:_SIZE])
    return saved_text_head(text) > 0 or is_passed_on(_rows(text))


def _rows(text: str) -> list[LetterLine]:
    return [LetterLine(line) for line in text.split("\n")]


def with_plain_headers(data: bytes) -> bytes:
    """Such a letter as a message, in UTF-8; empty for any other file."""
    text = _text(data)
    count = saved_text_head(text)
    if not count and not is_passed_on(_rows(text)):
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
