"""Plain text: bytes of unknown encoding in, paragraphs with their lines out. The only home of charset-normalizer."""

import codecs
import re
from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from charset_normalizer import from_bytes

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.intake.agencies.releases import END_MARK
from annotated_briefings.intake.cleaning.plain import composed
from annotated_briefings.intake.formats.plain import (
    RULE,
    RUNNING_HEAD,
    across_pages,
    clean_line,
    find_blocks,
    line_blocks,
    running_heads,
    unquoted_file,
)
from annotated_briefings.intake.formats.plain.wrapping import joined, wrapping
from annotated_briefings.intake.formats.tool_comments import without_tool_comments
from annotated_briefings.intake.headers import headline_marks, is_counter, openings, read_header, unmarked
from annotated_briefings.intake.model import Paragraph, RawDocument
from annotated_briefings.intake.segmentation.rules import STATED

LIMIT = 20_000_000
"""Largest file that is read, in bytes."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LONE_BAR = re.compile(r"^[|│┃] (?=[^|│┃]*\w[^|│┃]*$)")
"""What is drawn before one line, as in a box."""
_UNDERLINE = re.compile(r"\s*(=+|-+|~+)\s*")
_FENCE = re.compile(r"\s*(?:```|~~~(?!~))")
_INDENT = re.compile(r"(?: {4}|\t)\s*(?=\S)")
SEPARATOR = "---"
"""What every line of signs becomes; how it was written is the Markdown of its paragraph, or ``STATED``."""
_WESTERN = frozenset("äöüßÄÖÜéèêëàâáãåæçíìîïñóòôõøúùûœŒÉÈÀÂÁÅÆÇÍÑÓÔÕØÚÿ€£§°«»“”‘’‚„–—…•·©®™ºª½¼¾²³´¿¡\u00a0")
_META = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.-]+)",
    re.IGNORECASE,
)
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
_CODEC = re.compile(r"utf-(?:8|16|32)|iso(?:8859|2022_)|cp\d|koi8|gb|hz$|big5|euc_|shift_|mac-|tis-|johab|kz|ptcp")
"""Encodings of texts, among all that the standard library can read."""
_SHIFTING = {"iso2022": b"\x1b", "hz": b"~{"}
"""Encodings all of whose bytes are ASCII, and what shows that a text is in one of them."""
_CHECK = "check accents and quotation marks in the briefs"


def declared_codec(charset: str) -> str:
    """The codec of a declared encoding; empty for one that nobody knows."""
    try:
        name = codecs.lookup(_ALIASES.get(charset.lower(), charset)).name if charset else ""
    except (LookupError, ValueError):
        return ""
    return _BROADER.get(name) or (name if _CODEC.match(name) else "")


def page_charset(data: bytes) -> str:
    """The encoding that a web page declares in its first lines; empty for none."""
    found = _META.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def read_text(
    name: str, data: bytes, limit: int = LIMIT, *, loose: bool = False, declared: str = ""
) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The paragraphs of a text file and what is wrong with it; no document when it is empty, too large or no text.

    With ``loose``, what may or may not be a paragraph of its own in wrapped text is one, and marked so. ``declared`` is
    the encoding that the file or its server declares; it counts where it fits the bytes.
    """
    place = Place(name)
    if len(data) > limit:
        message = f"the file has {len(data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f} MB"
        return None, (report("too-large", message, place, help="split it into smaller files"),)
    text, encoding, found = _decode(name, data, declared_codec(declared))
    if not encoding:
        return None, found
    document, wrong = document_of_text(name, text, encoding, loose=loose)
    return document, (*found, *wrong)


def document_of_text(
    name: str, text: str, encoding: str, *, loose: bool = False
) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The same for a text that is decoded already; ``encoding`` is how its bytes were read."""
    paragraphs = tuple(across_pages(_paragraphs(text_lines(text), loose)))
    if not paragraphs:
        # Nothing, white space, comments, or signs that nobody sees.
        return None, (report("empty-file", "the file is empty", Place(name), help="there is nothing to import in it"),)
    return RawDocument(name, paragraphs, encoding), ()


def text_lines(text: str) -> list[str]:
    """The lines of a text file, as they are written, without the comments of tools."""
    return without_tool_comments(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")


def decode_text(name: str, data: bytes, declared: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """The text of some bytes in composed letters, its encoding, and what is wrong with it; no encoding for what is no
    text. ``declared`` is the encoding that they declare, or empty."""
    text, encoding, found = _decode(name, data, declared_codec(declared))
    return composed(text), encoding, found


def _decode(name: str, data: bytes, codec: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Text and encoding; no encoding for what is no text. ``codec`` is the declared one, or empty."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, ()
    if codec.startswith(("utf-16", "utf-32")) and not _fits(data, "utf-8") and _fits(data, codec):
        return data.decode(codec), codec, ()
    sample = data[:65536]
    controls = len(_CONTROL.findall(sample.decode("latin-1")))
    if b"\0" in sample or controls * 20 > len(sample):
        return (
            "",
            "",
            (report("not-text", "the file holds binary data, not text", Place(name), help="save it as text first"),),
        )
    shift = next((mark for kind, mark in _SHIFTING.items() if codec.startswith(kind)), b"")
    if shift and shift in data and _fits(data, codec):
        return data.decode(codec), codec, ()
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


def _wide(data: bytes) -> str:
    """UTF-16 without its mark shows itself by a zero in every other byte."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.6 * half and not sample[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.6 * half and not sample[1::2].count(0) else ""


def _decode_other(name: str, data: bytes, offset: int, codec: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """A text that is not clean UTF-8: damaged UTF-8, or another encoding."""
    line = data.count(b"\n", 0, offset) + 1
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    # Where UTF-8 is declared, it takes less to believe in it.
    if sum(c > "\x7f" for c in text) - damaged >= (1 if codec == "utf-8" else 4) * damaged:
        those = "that byte is" if damaged == 1 else f"{damaged} such bytes are"
        message = f"byte {offset} is not UTF-8; {those} shown as `\ufffd`"
        remedy = "correct the text in the brief, or save the file as UTF-8 and import again"
        return text, "utf-8", (report("invalid-bytes", message, Place(name, line, 1), help=remedy),)
    if codec and codec != "utf-8" and _fits(data, codec):
        return data.decode(codec), codec, ()
    western = _western(data)
    if western:
        message = f"byte {offset} is not UTF-8; the file was read as windows-1252"
        return western, "cp1252", (report("other-encoding", message, Place(name, line, 1), help=_CHECK),)
    best = from_bytes(data).best()
    if best is None:
        message = f"byte {offset} is not UTF-8, and no other encoding fits"
        return "", "", (report("not-text", message, Place(name, line, 1), help="save the file as UTF-8"),)
    message = f"byte {offset} is not UTF-8; the file was read as {best.encoding}"
    return str(best), best.encoding, (report("other-encoding", message, Place(name, line, 1), help=_CHECK),)


def _western(data: bytes) -> str:
    """Windows-1252, where a text has the marks of a Western language and nothing else; else empty.

    The commonest encoding of old Western text by far, and short texts hold too little for statistics.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    special = [c for c in text if c > "\x7f"]
    return text if all(c in _WESTERN for c in special) and sum(c.isalpha() for c in text) > 3 * len(special) else ""


def paragraphs_of(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs of some lines, wrapped ones joined; an empty line parts."""
    return across_pages(_paragraphs(lines, loose=False))


def _paragraphs(lines_read: Sequence[str], loose: bool) -> Iterator[Paragraph]:
    """Paragraph a line, or lines joined again where the text was wrapped; blank lines always part. Lists, quotations,
    tables and code are blocks."""
    raw = unquoted_file(lines_read)
    blocks = find_blocks(raw)
    taken = {at for first, block in blocks.items() for at in range(first, block.end)}
    lines = _unfolded(["" if at in taken else _LONE_BAR.sub("", clean_line(line)) for at, line in enumerate(raw)], raw)
    underlined = {at for at in range(1, len(lines)) if _is_underline(lines[at - 1], lines[at])}
    quoted = _quoted(raw)
    pages = running_heads(lines)
    heads = {at: lines[at] for at in pages}
    lines = ["" if at in pages else line for at, line in enumerate(lines)]
    wraps = wrapping(lines, _stands_alone)
    blocks |= line_blocks(lines, wraps.joined, taken)
    words = frozenset(re.findall(r"\w+", " ".join(lines))) if wraps.joined else frozenset[str]()
    opened = openings(lines) | _underlined_headlines(lines, underlined)
    marked: frozenset[int] = frozenset()
    if headline_marks(lines):
        marked = frozenset(n for n, line in enumerate(lines) if unmarked(line) != line)
        lines = [unmarked(line) for line in lines]
    marked |= {at - 1 for at in underlined}
    ends = frozenset(at for at, line in enumerate(lines) if END_MARK.fullmatch(line))
    start = 0
    while start < len(lines):
        if start in pages:
            yield Paragraph(heads[start], start + 1, start + 1, aside=RUNNING_HEAD)
        if start in blocks:
            yield from blocks[start].parts
            start = blocks[start].end
            continue
        end = start + 1
        if start in opened:
            yield Paragraph(SEPARATOR, start + 1, start + 1, STATED)
        if is_counter(lines[start]) and start in opened:
            start = end
            continue
        if lines[start] and start not in underlined:
            plain = read_header(lines[start]) is None and start not in marked
            while plain and end < len(lines) and end not in underlined and end in wraps.joined and end not in blocks:
                end += 1
            places = [start, *(at for at in range(start + 1, end) if loose and at in wraps.unsure), end]
            for first, last in pairwise(places):
                text = joined(lines[first:last], words)
                # The end of a release in words parts releases where there are several.
                if (RULE.fullmatch(text) or (first in ends and len(ends) > 1)) and first not in quoted:
                    yield Paragraph(SEPARATOR, first + 1, last, text)
                else:
                    yield Paragraph(text, first + 1, last, heading=first in marked, loose=first > start)
        start = end


def _stands_alone(line: str) -> bool:
    """Whether a line goes on from none, and none from it: a header line, or a line of signs."""
    return read_header(line) is not None or any(sign.fullmatch(line) for sign in (RULE, END_MARK))


def _underlined_headlines(lines: Sequence[str], underlined: Collection[int]) -> frozenset[int]:
    """Places of headlines with a row of `=` below them, where the text begins with one and has several."""
    found = frozenset(at - 1 for at in underlined if lines[at].startswith("="))
    first = next((at for at, line in enumerate(lines) if line), 0)
    return found if len(found) > 1 and first in found else frozenset()


def _quoted(raw: Sequence[str]) -> frozenset[int]:
    """Places of lines inside a fence, and of those that are indented among indented ones: signs there part nothing."""
    fences = [at for at, line in enumerate(raw) if _FENCE.match(line)]
    inside = {at for start, end in zip(fences[::2], fences[1::2], strict=False) for at in range(start, end + 1)}
    written = [at for at, line in enumerate(raw) if line.strip()]
    indented = {at for at in written if _INDENT.match(raw[at])}
    words = [at for at in written if not RULE.fullmatch(clean_line(raw[at]))]
    if 2 * len(indented.intersection(words)) > len(words):
        return frozenset(inside)  # the whole file is indented
    for at in indented.difference(words):
        n = bisect(words, at)
        inside |= {at} if indented.intersection(words[max(0, n - 1) : n + 1]) else set()
    return frozenset(inside)


def _unfolded(lines: list[str], raw: Sequence[str]) -> list[str]:
    """Lines with indented continuations of header lines joined to them; their own places stay empty."""
    for at in range(1, len(lines)):
        if lines[at] and raw[at][:1] in " \t":
            above = next((n for n in range(at - 1, -1, -1) if lines[n] or not raw[n].strip()), 0)
            if lines[above] and read_header(lines[above]):
                lines[above], lines[at] = f"{lines[above]} {lines[at]}", ""
    return lines


def _is_underline(above: str, line: str) -> bool:
    """A row of signs below a headline, as long as it, is no separator."""
    return bool(above and line and _UNDERLINE.fullmatch(line)) and abs(len(above) - len(line)) <= 2
