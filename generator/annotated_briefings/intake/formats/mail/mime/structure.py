"""The structure of a message: its headers, and its parts as bytes, each with what it says of itself."""

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from email.utils import collapse_rfc2231_value

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.mail.mime.header_words import decoded

_FIELD = regex(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_MARK = regex(rb"--(\S[^\r\n]{0,200}?)[ \t]*\n(?:[A-Za-z-]+:[^\n]*\n)+\n")
"""The first boundary of a message that does not say what its boundaries are."""
_DEEPEST = 30
"""Parts around one; mail programs make some five."""
_MOST = 2_000
"""Parts of one message that are looked at."""


class MailPart(Value):
    """A message, or a part of one."""

    headers: tuple[tuple[str, bytes], ...]
    """Names as they are written and raw values, unfolded."""
    body: bytes
    """What is below the headers, as it was sent; empty for a part that holds parts."""
    media: str
    """Media type, lower-case."""
    children: "tuple[MailPart, ...]" = ()
    """Its parts."""
    beside: tuple[bytes, ...] = ()
    """What is before, after and between its parts, and is in none."""

    def header(self, name: str) -> str:
        """The first header of a name, decoded; empty for none."""
        wanted = name.lower()
        return next((decoded(value, self.charset) for key, value in self.headers if key.lower() == wanted), "")

    def fields(self) -> Iterator[tuple[str, str]]:
        """All headers, decoded, in order."""
        return ((key, decoded(value, self.charset)) for key, value in self.headers)

    @property
    def charset(self) -> str:
        """The declared encoding; empty for none."""
        return self.parameter("charset")

    @property
    def file_name(self) -> str:
        """The name of the file that it is; empty for none."""
        return self.parameter("filename", "content-disposition") or self.parameter("name")

    @property
    def disposition(self) -> str:
        """``attachment``, ``inline``, or empty."""
        return self._raw("content-disposition").partition(";")[0].strip().lower()

    @property
    def encoding(self) -> str:
        """How its bytes were made fit for mail, such as ``base64``."""
        return self._raw("content-transfer-encoding").strip().lower()

    def parameter(self, name: str, header: str = "content-type") -> str:
        """A parameter of a header, decoded, also where it is spread over several (RFC 2231); empty for none."""
        return _parameter(self._raw(header), name)

    def _raw(self, name: str) -> str:
        found = next((value for key, value in self.headers if key.lower() == name), b"")
        return found.decode("utf-8", "replace") if _is_utf8(found) else found.decode("cp1252", "replace")


def parse(data: bytes, kind: str = "text/plain") -> MailPart:
    """The message, or part, that some bytes are; ``kind`` is its media type where it states none."""
    return _parse(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"), kind, 0, [_MOST])


def _parse(data: bytes, kind: str, depth: int, left: list[int]) -> MailPart:
    headers, body = _head(data)
    part = MailPart(headers, body, _media(headers, kind))
    left[0] -= 1
    if not part.media.startswith("multipart/") or depth >= _DEEPEST or left[0] < 0:
        return part
    boundary = part.parameter("boundary").encode("utf-8", "replace").rstrip()
    if not boundary or not _marks(body, boundary):
        guess = _MARK.search(body)
        boundary = guess[1] if guess else b""
    if not boundary:
        return MailPart(headers, body, "text/plain")
    inner = "message/rfc822" if part.media == "multipart/digest" else "text/plain"
    pieces, beside = _pieces(body, boundary)
    children = tuple(_parse(piece, inner, depth + 1, left) for piece in pieces)
    return MailPart(headers, b"", part.media, children, tuple(text for text in beside if text.strip()))


def _head(data: bytes) -> tuple[tuple[tuple[str, bytes], ...], bytes]:
    """The headers of some bytes, and what is below them."""
    headers: list[tuple[str, bytes]] = []
    at = 0
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        line = data[at:end]
        field = _FIELD.fullmatch(line)
        if not line.strip():
            return tuple(headers), data[end + 1 :]
        if line[:1] in b" \t" and headers:
            headers[-1] = (headers[-1][0], headers[-1][1] + b" " + line.strip())
        elif field:
            headers.append((field[1].decode("ascii"), field[2].strip()))
        else:
            break
        at = end + 1
    return tuple(headers), data[at:]


def _media(headers: Sequence[tuple[str, bytes]], kind: str) -> str:
    stated = next((value for key, value in headers if key.lower() == "content-type"), b"")
    media = stated.partition(b";")[0].strip().decode("ascii", "replace").lower()
    return media if re.fullmatch(r"[\w.+-]+/[\w.+-]+", media) else kind


def _marks(body: bytes, boundary: bytes) -> list[re.Match[bytes]]:
    return list(re.finditer(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\n|\Z)", body, re.MULTILINE))


def _pieces(body: bytes, boundary: bytes) -> tuple[list[bytes], list[bytes]]:
    """The bytes of the parts, and what is beside them."""
    marks = _marks(body, boundary)
    beside = [body[: marks[0].start()]]
    pieces: list[bytes] = []
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(body)], strict=True):
        text = body[mark.end() : end].removesuffix(b"\n")
        if mark[1]:
            beside.append(text)
        else:
            pieces.append(text)
    return pieces, beside


def walk(part: MailPart) -> Iterator[MailPart]:
    """A part and all parts in it."""
    yield part
    for child in part.children:
        yield from walk(child)


def _parameter(value: str, name: str) -> str:
    holder = Message()
    try:
        holder["x"] = " ".join(value.split())
        found = holder.get_param(name, "", "x")
        text = collapse_rfc2231_value(found) if found else ""
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        # What the standard library raises for parameters that it cannot make sense of.
        plain = re.search(rf"{name}\s*=\s*\"?([^\";]+)", value, re.IGNORECASE)
        text = plain[1] if plain else ""
    return decoded(text.encode("utf-8", "replace"), "").strip()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
