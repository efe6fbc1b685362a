"""The text of a part: its bytes in the encoding that fits them, whatever the part says of it."""

from codecs import lookup

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.encodings.decode import (
    declared_codec,
    decode_text,
    page_charset,
    shifting_codec,
)
from annotated_briefings.intake.formats.mail.mime.header_words import once_decoded
from annotated_briefings.intake.formats.mail.mime.transfer import LOST

_CONTROL = regex(rb"[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]")
_LINE_FEEDS = regex(r"\r\n|[\r\x0c\x85\u2028\u2029]")
_TORN = 4
"""Letters that one damaged place may tear."""
_HELP = "correct the text in the brief, or ask for the message again"


class PartText(Value):
    """What a part says."""

    text: str
    """Its text, a line feed at each line end."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with it."""


def part_text(name: str, data: bytes, declared: str, *, html: bool, damaged: int = 0) -> PartText:
    """The text of some bytes; ``damaged`` is how many places of their transfer encoding are."""
    codec = declared_codec(declared)
    wide = codec.startswith(("utf-16", "utf-32")) or bool(shifting_codec(data, codec))
    found: list[Diagnostic] = []
    controls = 0 if wide else len(_CONTROL.findall(data))
    data = data if wide else _CONTROL.sub(b"", data)
    if controls and not damaged:
        message = "the text holds 1 control character, which was taken out"
        if controls > 1:
            message = f"the text holds {controls} control characters, which were taken out"
        found.append(report("invalid-bytes", message, Place(name), help=_HELP))
    if damaged:
        places = "1 place" if damaged == 1 else f"{damaged} places"
        message = f"the message is damaged at {places} of its base64 text; what is lost is shown as `\ufffd`"
        found.append(report("invalid-bytes", message, Place(name), help=_HELP))
    else:
        data = data.replace(LOST, b"")
    text, encoding, more = _decoded(name, data, _codec(data, declared, html), damaged)
    text = (text if encoding else data.decode("latin-1")).replace(LOST.decode(), "\ufffd")
    mended = once_decoded(text)
    if mended != text:
        message = "the letters of the text were encoded twice; they were read as they were meant"
        more = (
            *more,
            report("other-encoding", message, Place(name), help="check accents and quotation marks in the briefs"),
        )
    return PartText(_LINE_FEEDS.sub("\n", mended), (*found, *more))


def _decoded(name: str, data: bytes, codec: str, damaged: int) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """The text of some bytes and its encoding; what damage has torn in UTF-8 makes no other encoding of it."""
    text = data.decode("utf-8", "replace") if damaged else ""
    if damaged and text.count("\ufffd") <= _TORN * damaged:
        return text, "utf-8", ()
    return decode_text(name, data, codec)


def _codec(data: bytes, declared: str, html: bool) -> str:
    """The declared encoding that fits; the first where none does."""
    names = [name for name in (declared, page_charset(data) if html else "") if declared_codec(name)]
    return next((name for name in names if _fits(data, declared_codec(name))), names[0] if names else "")


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(lookup(codec).name)
    except UnicodeError:
        return False
    return True
