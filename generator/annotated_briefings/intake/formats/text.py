"""Plain text: bytes of unknown encoding in, paragraphs with their lines out. The only home of charset-normalizer."""

import re
from collections.abc import Iterator, Sequence

from charset_normalizer import from_bytes

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.sentences import NON_FINAL_WORDS
from annotated_briefings.base.source import Place
from annotated_briefings.intake.headers import headline_marks, is_counter, openings, read_header, unmarked
from annotated_briefings.intake.model import Paragraph, RawDocument

LIMIT = 20_000_000
"""Largest file that is read, in bytes."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_WRAP_WIDTH = 160
"""Lines longer than this were not wrapped by hand or by a program that does so."""
_MID_SENTENCE = 25
"""Shortest line that can be one half of a sentence; shorter ones are items, names and headlines."""
_ITEM = re.compile(r"[-*•–] |\d{1,3}[.)] ")
_WRITER = re.compile(r"(?:by|von|par|por) [A-ZÀ-Þ]")
_SPEAKING = frozenset("said says told asked added that about sagte erklärte dass dit que dijo".split())
"""Words that no headline or item ends with, besides those without meaning of their own."""
_NON_FINAL_IN_DUMPS = NON_FINAL_WORDS | frozenset(
    "been could if when who which it der die das den dem des ein eine einen und oder im am auf mit von vor zu zum zur "
    "le la les du un une et ou de en".split()
)
"""Words that no line of its own ends with."""
_UNDERLINE = re.compile(r"\s*(=+|-+|~+)\s*")
_SEPARATOR = re.compile(r"(?:[-*_=~#•—–]\s*){3,}")
SEPARATOR = "---"
"""What every separator line becomes."""
_WESTERN = frozenset("äöüßÄÖÜéèêëàâáãåæçíìîïñóòôõøúùûœŒÉÈÀÂÁÅÆÇÍÑÓÔÕØÚÿ€£§°«»“”‘’‚„–—…•·©®™ºª½¼¾²³´¿¡\u00a0")
_CHECK = "check accents and quotation marks in the briefs"
_HYPHEN = re.compile(r"(?<!\w)(\w+)-$")


def read_text(name: str, data: bytes, limit: int = LIMIT) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The paragraphs of a text file and what is wrong with it; no document when it is empty, too large or no text."""
    place = Place(name)
    if len(data) > limit:
        message = f"the file has {len(data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f} MB"
        return None, (report("too-large", message, place, help="split it into smaller files"),)
    text, encoding, found = _decode(name, data)
    if not encoding:
        return None, found
    paragraphs = tuple(_paragraphs(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    if not paragraphs:
        # Nothing, white space, or signs that nobody sees.
        return None, (report("empty-file", "the file is empty", place, help="there is nothing to import in it"),)
    return RawDocument(name, paragraphs, encoding), found


def _decode(name: str, data: bytes) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Text and encoding; no encoding for what is no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, ()
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
        return _decode_other(name, data, error.start)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark shows itself by a zero in every other byte."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.6 * half and not sample[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.6 * half and not sample[1::2].count(0) else ""


def _decode_other(name: str, data: bytes, offset: int) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """A text that is not clean UTF-8: damaged UTF-8, or another encoding."""
    line = data.count(b"\n", 0, offset) + 1
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) - damaged >= 4 * damaged:
        those = "that byte is" if damaged == 1 else f"{damaged} such bytes are"
        message = f"byte {offset} is not UTF-8; {those} shown as `\ufffd`"
        remedy = "correct the text in the brief, or save the file as UTF-8 and import again"
        return text, "utf-8", (report("invalid-bytes", message, Place(name, line, 1), help=remedy),)
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


def _clean(line: str) -> str:
    return _SPACE.sub(" ", _INVISIBLE.sub("", line)).strip()


def _paragraphs(raw: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraph a line, or lines joined again where the text was wrapped; blank lines always part."""
    lines = _unfolded([_clean(line) for line in raw], raw)
    underlined = {at for at in range(1, len(lines)) if _is_underline(lines[at - 1], lines[at])}
    width = _wrapped_width(lines)
    words = frozenset(re.findall(r"\w+", " ".join(lines)))
    opened = openings(lines)
    marked: frozenset[int] = frozenset()
    if headline_marks(lines):
        marked = frozenset(n for n, line in enumerate(lines) if unmarked(line) != line)
        lines = [unmarked(line) for line in lines]
    start = 0
    while start < len(lines):
        end = start + 1
        if start in opened:
            yield Paragraph(SEPARATOR, start + 1, start + 1)
        if is_counter(lines[start]) and start in opened:
            start = end
            continue
        if lines[start] and start not in underlined:
            plain = read_header(lines[start]) is None and start not in marked
            # A letter or a release may hold one wrapped paragraph among others that are not.
            own_width = width or _own_width(_block(lines, start))
            while (
                plain
                and end < len(lines)
                and end not in underlined
                and read_header(lines[end]) is None
                and (_is_cut(lines[end - 1], lines[end]) or (own_width and _goes_on(lines, end, own_width)))
            ):
                end += 1
            text = _joined(lines[start:end], words)
            text = SEPARATOR if _SEPARATOR.fullmatch(text) else text
            yield Paragraph(text, start + 1, end, heading=start in marked)
        start = end


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


def _goes_on(lines: Sequence[str], at: int, width: int) -> bool:
    """Whether a line belongs to the one before: that one had no room for this one's first word."""
    above, line = lines[at - 1], lines[at]
    if not above or not line:
        return False
    return len(above) + 1 + len(line.split(" ", 1)[0]) > width or (len(above) > 0.8 * width and above[-1].isalnum())


def _is_cut(above: str, line: str) -> bool:
    """Whether a sentence plainly runs from one line into the next, whatever the width of the others."""
    if len(above) < _MID_SENTENCE or not line or _ITEM.match(line) or _WRITER.match(line):
        return False
    last = above.rpartition(" ")[2]
    if last in _NON_FINAL_IN_DUMPS or last in _SPEAKING:
        return True
    # A comma may end an item of a list; a small letter, or a number after a word, goes on with a sentence.
    follows = above[-1:] == "," or (above[-1:].isalnum() and len(line.split()) > 2)
    return line.split()[0].islower() and follows


def _block(lines: Sequence[str], start: int) -> Sequence[str]:
    """The lines from one on until the next blank one."""
    end = next((n for n in range(start, len(lines)) if not lines[n]), len(lines))
    return lines[start:end]


def _own_width(block: Sequence[str]) -> int:
    """The width at which one paragraph was wrapped, or 0: most of its lines go on in the middle of a sentence."""
    going = sum(line[:1].islower() or line[:1].isdigit() for line in block[1:])
    if 2 * going < len(block) - 1 or any(_ITEM.match(line) for line in block):
        return 0
    return _wrapped_width(block, least=3)


def _wrapped_width(lines: Sequence[str], least: int = 4) -> int:
    """The width at which a text of ``least`` lines or more was wrapped, or 0 for a paragraph a line.

    In wrapped text nearly every line inside a paragraph is as long as it can be.
    """
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < least:
        return 0
    width = lengths[-1 - len(lengths) // 100]  # a long address or two may stick out
    if width > _WRAP_WIDTH:
        return 0
    pairs = [
        at
        for at in range(1, len(lines))
        if lines[at] and lines[at - 1] and not (read_header(lines[at]) or read_header(lines[at - 1]))
    ]
    full = [lines[at - 1] for at in pairs if _goes_on(lines, at, width)]
    # Where most lines end a sentence they are paragraphs that happen to be equally long.
    ended = sum(line[-1] in '.!?”"' for line in full)
    return width if pairs and len(full) >= 0.6 * len(pairs) and ended < 0.5 * len(full) else 0


def _joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """Lines as one paragraph; a hyphen at a line end goes only where the whole word is elsewhere in the text."""
    text = lines[0]
    for line in lines[1:]:
        broken = _HYPHEN.search(text)
        following = re.match(r"\w+", line)
        if broken and following and following[0].islower():
            whole = broken[1] + following[0]
            text = (text[:-1] if whole in words else text) + line
        else:
            text = f"{text} {line}"
    return text
