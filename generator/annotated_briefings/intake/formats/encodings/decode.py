"""Bytes of unknown encoding as text, and what is wrong with them. The only home of charset-normalizer."""

import codecs
import re

from charset_normalizer import from_bytes

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, place_of_byte
from annotated_briefings.intake.cleaning.plain import composed
from annotated_briefings.intake.formats.encodings.chosen import fitting_codec

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f\x7f]")
_WESTERN = frozenset("äöüßÄÖÜéèêëàâáãåæçíìîïñóòôõøúùûœŒÉÈÀÂÁÅÆÇÍÑÓÔÕØÚÿ€£§°«»“”‘’‚„–—…•·©®™ºª½¼¾²³´¿¡\u00a0")
_META = regex(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.-]+)",
    re.IGNORECASE,
)
_DECLARED = regex(r"""^\s*<\?xml\b[^>]*\?>\s*""")
_HEAD = 4096
"""Bytes of a page in which its encoding is declared."""
_BROADER = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Encodings that are declared where a broader one is meant, as browsers read them (WHATWG Encoding Standard)."""
_ALIASES = {"windows-31j": "cp932", "x-sjis": "cp932", "windows-874": "cp874", "iso-8859-8-i": "iso8859-8"}
"""Names of encodings that the standard library does not know."""
_CODEC = regex(r"utf-(?:8|16|32)|iso(?:8859|2022_)|cp\d|koi8|gb|hz$|big5|euc_|shift_|mac-|tis-|johab|kz|ptcp")
"""Encodings of texts, among all that the standard library can read."""
_SHIFTING = {"iso2022": b"\x1b", "hz": b"~{"}
"""Encodings all of whose bytes are ASCII, and what shows that a text is in one of them."""
_ESCAPES = ((b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"))
"""Escapes that one encoding alone has: they name it where none is declared, or a wrong one."""
_SHOWN = {
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
    **{"cp874": "windows-874", "cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5", "euc_jp": "euc-jp"},
}
"""What encodings are called outside the standard library."""
_REPLACED = "\ufffd".encode()
"""The sign for a byte that is none of a text, where a text has it already."""
_CHECK = "check accents and quotation marks in the briefs"


def declared_codec(charset: str) -> str:
    """The codec of a declared encoding; empty for an unknown one."""
    try:
        name = codecs.lookup(_ALIASES.get(charset.lower(), charset)).name if charset else ""
    except (LookupError, ValueError):
        return ""
    return _BROADER.get(name) or (name if _CODEC.match(name) else "")


def in_utf8(name: str, data: bytes, declared: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """An XML file with a false declaration of its encoding, or with bytes that are none of UTF-8, as UTF-8 with the
    hint; any other as it is."""
    codec = declared_codec(declared or page_charset(data)) or "utf-8"
    if codec.startswith(("utf-16", "utf-32")) or _fits(data, "utf-8"):
        return data, ()
    text, encoding, found = decoded(name, data, codec)
    if not found or not encoding:
        return data, ()
    return _DECLARED.sub("", text, count=1).encode(), found


def page_charset(data: bytes) -> str:
    """The encoding that a web page declares in its first lines; empty for none."""
    found = _META.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def decode_text(name: str, data: bytes, declared: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """The text of some bytes in composed letters, its encoding, and what is wrong with it; no encoding for what is no
    text. ``declared`` is the encoding that they declare, or empty."""
    text, encoding, found = decoded(name, data, declared)
    return composed(text), encoding, found


def decoded(name: str, data: bytes, declared: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """The same with the letters as they are written."""
    codec = declared_codec(declared)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, ()
    if codec.startswith(("utf-16", "utf-32")) and not _fits(data, "utf-8") and _fits(data, codec):
        return data.decode(codec), codec, ()
    shifting = shifting_codec(data, codec)
    if shifting:
        return data.decode(shifting), shifting, ()
    sample = data[:65536]
    controls = len(_CONTROL.findall(sample.decode("latin-1")))
    if b"\0" in sample or controls * 20 > len(sample):
        return (
            "",
            "",
            (report("not-text", "the file holds binary data, not text", Place(name), help="save it as text first"),),
        )
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        return _decode_other(name, data, error.start, codec)


def _fits(data: bytes, codec: str) -> bool:
    """Whether bytes are a text in an encoding."""
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


def shifting_codec(data: bytes, codec: str) -> str:
    """The encoding of a text all of whose bytes are ASCII, some of them escapes; empty for any other text."""
    declared = [codec for kind, mark in _SHIFTING.items() if codec.startswith(kind) and mark in data]
    known = [name for escape, name in _ESCAPES if escape in data]
    return next((name for name in (*declared, *known) if _fits(data, name)), "")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark shows itself by a zero in every other byte."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.6 * half and not sample[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.6 * half and not sample[1::2].count(0) else ""


def _decode_other(name: str, data: bytes, offset: int, codec: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """A text that is not clean UTF-8: damaged UTF-8, or another encoding."""
    place = place_of_byte(name, data, offset)
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd") - data.count(_REPLACED)
    # Where UTF-8 is declared, it takes less to believe in it.
    if sum(c > "\x7f" for c in text) - damaged >= (1 if codec == "utf-8" else 4) * damaged:
        those = "that byte is" if damaged == 1 else f"{damaged} such places are"
        message = f"byte {offset} is not UTF-8; {those} shown as `\ufffd`"
        remedy = "correct the text in the brief, or save the file as UTF-8 and import again"
        return text, "utf-8", (report("invalid-bytes", message, place, help=remedy),)
    if codec and codec != "utf-8" and _fits(data, codec):
        best = codec_of(data, codec)
        if best == codec:
            return data.decode(codec), codec, ()
        message = f"the file declares {_SHOWN.get(codec, codec)}; it was read as {_SHOWN.get(best, best)}"
        return data.decode(best), best, (report("other-encoding", message, place, help=_CHECK),)
    best = codec_of(data, "") or ("cp1252" if _is_western(data) else "")
    if best:
        text = data.decode(best)
    else:
        match = from_bytes(data).best()
        if match is None:
            message = f"byte {offset} is not UTF-8, and no other encoding fits"
            return "", "", (report("not-text", message, place, help="save the file as UTF-8"),)
        text, best = str(match), match.encoding
    message = f"byte {offset} is not UTF-8; the file was read as {_SHOWN.get(best, best)}"
    return text, best, (report("other-encoding", message, place, help=_CHECK),)


def codec_of(data: bytes, codec: str) -> str:
    """The encoding of some bytes that are not UTF-8: ``codec``, in which they can be read, or the one that alone makes
    words of them. Without ``codec`` it is empty where none is sure."""
    best = fitting_codec(data, codec)
    return best if best and _fits(data, best) else codec


def _is_western(data: bytes) -> bool:
    """Whether a text has the marks of a Western language in windows-1252 and nothing else.

    The commonest encoding of old Western text by far, and short texts hold too little for statistics.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    special = [c for c in text if c > "\x7f"]
    return all(c in _WESTERN for c in special) and sum(c.isalpha() for c in text) > 3 * len(special)
