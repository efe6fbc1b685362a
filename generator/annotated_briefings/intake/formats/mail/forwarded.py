"""Letters in letters: which lines are the article, and which belong to those who passed it on or answered it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.mail.head import HeadLine, read_head_line
from annotated_briefings.intake.stated.asides import why_aside

REMARK = "a remark of the one who passed the letter on"
HEAD = "header lines of a letter that was passed on"
QUOTED = "quoted from the letter that is answered"
_ANSWERS = r"re|aw|sv|vs|antw|ref|rif|r|res|odp|ynt|回复|回覆|回信|答复"
_PASSES = r"fwd?|fw|wg|tr|rv|vb|i|enc|doorst|pd|ilt|转发|轉寄|転送|전달"
_PREFIX = regex(
    rf"(?:(?P<answers>{_ANSWERS})|(?P<passes>{_PASSES}))(?:\[\d+\])?\s*[:：]\s*(?=\S)|\[fwd:\s*(?=.*\]$)", re.I
)
_FRAMED = regex(r"[>\s]*[-_=*]{2,}\s*\S.{1,50}?\s*[-_=*]{2,}[\s:]*|[>\s]*[-_=*]{8,}\s*")
_ANNOUNCES = regex(r"[>\s]*\S.{2,80}[:：]\s*")
DASHES = regex(r"-{20,}\s*")
"""A line that parts the messages of a digest."""
_WROTE = (
    r"wrote|writes|schrieb|schreibt|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał\(?a?\)?|kirjoitti"
    r"|написал\(?а?\)?|пишет|yazdı|写道|寫道|のメール|書きました|작성|كتب"
)
_ATTRIBUTION = regex(
    rf"[>\s]*(?=.*(?:\d|@)).{{4,240}}?(?:\b(?:{_WROTE})|写道|寫道|書きました)\b.{{0,80}}[:：]\s*"
    rf"|[>\s]*(?=.*\d{{4}}).{{4,160}}<\S+@\S+>[^<>:]{{0,12}}[:：]\s*"
)
_TIMED = regex(r"[>\s]*(?=.*\d{1,2}[:.h]\d{2})(?=.*\d{4}|.*\d{1,2}[./-]\d{1,2}).{4,240}[:：]\s*")
"""A day and a time before a colon: above a quotation they say in any language when it was written."""
_LONGEST_ATTRIBUTION = 300
_LEAST = 8
"""Words of an answer that is more than a greeting."""
_MUCH = 40
"""Words of a letter that are its text, where nothing else says that it passes another one on."""
_LOOKED_ABOVE = 3
_LONGEST_LIST = 12


class LetterLine(Value):
    """A line of a letter."""

    text: str
    """Its words."""
    quoted: bool = False
    """Whether the mail program marks it as somebody else's."""


class Layers(Value):
    """What the lines of a letter are."""

    why: tuple[str, ...]
    """For each line, why it is no text of the article; empty for its text."""
    head: Mapping[str, str] | None = None
    """What the header lines of the letter that was passed on say, by ``from``, ``date`` and ``subject``; None for a
    letter that passes none on."""


class HeadBlock(Value):
    """Header lines among the lines of a letter."""

    start: int
    """The first of them, or the line that announces them."""
    end: int
    """The line after them."""
    head: dict[str, str]
    """What they say, by ``from``, ``date``, ``subject``, ``to`` and ``cc``."""
    marked: bool
    """Whether a line announces them."""


def bare_subject(subject: str) -> str:
    """A subject without what mail programs put before it."""
    while found := _PREFIX.match(subject):
        framed = found[0].startswith("[")
        subject = subject[found.end() :].removesuffix("]") if framed else subject[found.end() :]
    return subject


def _without_answers(subject: str) -> str:
    while (found := _PREFIX.match(subject)) and found["answers"]:
        subject = subject[found.end() :]
    return subject


def passes_on(subject: str) -> bool:
    """Whether a subject says that its letter passes another one on."""
    prefix = _PREFIX.match(subject)
    return bool(prefix and not prefix["answers"])


def read_layers(rows: Sequence[LetterLine], subject: str) -> Layers:
    """Which lines of a letter are its article; ``subject`` is its subject as it is in its headers."""
    prefix = _PREFIX.match(subject)
    answers, passes = bool(prefix and prefix["answers"]), bool(prefix and not prefix["answers"])
    blocks = head_blocks(rows)
    own = range(blocks[0].start if blocks else len(rows))
    # An answer to one who passed a letter on, as `RE: FW: ...`: a short one is a remark on it.
    least = _MUCH if answers and passes_on(_without_answers(subject)) else _LEAST
    attributions = _attributions(rows, own)
    quoted = _quoted(rows, own, attributions, answers=answers)
    own_words = _words(rows[n] for n in own if n not in quoted)
    if blocks and not (answers and own_words >= least) and (passes or answers or blocks[0].marked or own_words < _MUCH):
        return _passed_on(rows, blocks)
    if blocks and own_words:
        quoted |= set(range(blocks[0].start, len(rows)))
    if quoted and not own_words:
        quoted = set()
    return Layers(tuple(QUOTED if n in quoted else "" for n in range(len(rows))))


def _passed_on(rows: Sequence[LetterLine], blocks: Sequence[HeadBlock]) -> Layers:
    """The innermost letter that has a text."""
    ends = [*(block.start for block in blocks[1:]), len(rows)]
    sizes = [_words(rows[block.end : end]) for block, end in zip(blocks, ends, strict=True)]
    chosen = max((n for n, size in enumerate(sizes) if size >= _LEAST), default=len(blocks) - 1)
    why = [REMARK] * len(rows)
    for block in blocks:
        why[block.start : block.end] = [HEAD] * (block.end - block.start)
    why[blocks[chosen].end : ends[chosen]] = [""] * (ends[chosen] - blocks[chosen].end)
    return Layers(tuple(why), blocks[chosen].head)


def head_blocks(rows: Sequence[LetterLine]) -> list[HeadBlock]:
    """The runs of header lines among the lines of a letter."""
    out: list[HeadBlock] = []
    at = 0
    while at < len(rows):
        end, head = _head(rows, at)
        if end == at:
            at += 1
            continue
        start = _announced(rows, at, out[-1].end if out else 0)
        whole = "from" in head and bool({"subject", "date"} & set(head)) and len(head) > 2
        if whole or (start < at and len(head) > 1 and bool({"from", "subject"} & set(head))):
            out.append(HeadBlock(start, end, head, start < at))
        at = end
    return out


def _head(rows: Sequence[LetterLine], at: int) -> tuple[int, dict[str, str]]:
    """Where a run of header lines ends, and what they say, the first of a kind."""
    head: dict[str, str] = {}
    last: HeadLine | None = None
    end = at
    while end < len(rows):
        text = rows[end].text
        line = read_head_line(text)
        if line is not None:
            head.setdefault(line.name, line.value)
            last = line
        elif last is not None and text.strip(" >") and _goes_on(text, last, head):
            head[last.name] = f"{head[last.name]} {text.strip(' >')}".strip()
        elif not (
            last is not None and not text.strip(" >") and end + 1 < len(rows) and _continues(rows[end + 1], head)
        ):
            break
        end += 1
    return end, head


def _goes_on(text: str, last: HeadLine, head: Mapping[str, str]) -> bool:
    """Whether a line goes on with a header line: it is indented, the rest of a list of addresses, or its value."""
    return (
        not head[last.name]
        or text[:1] in " \t"
        or (last.name in ("to", "cc") and "@" in text and len(text.split()) < 12)
    )


def _continues(row: LetterLine, head: Mapping[str, str]) -> bool:
    """Whether a line below a blank one is another header line."""
    line = read_head_line(row.text)
    return line is not None and line.name not in head and not {"from", "subject", "date"} <= set(head)


def _announced(rows: Sequence[LetterLine], at: int, least: int) -> int:
    """The line that announces some header lines, or their own first one."""
    for place in range(at - 1, max(least, at - 1 - _LOOKED_ABOVE) - 1, -1):
        text = rows[place].text
        if text.strip(" >"):
            return place if announces(text) else at
    return at


def announces(text: str) -> bool:
    """Whether a line announces the header lines of a letter, such as `---- Forwarded message ----`."""
    return bool(_FRAMED.fullmatch(text) or (_ANNOUNCES.fullmatch(text) and len(text.split()) < 9))


def is_passed_on(rows: Sequence[LetterLine]) -> bool:
    """Whether a text without headers of its own is one letter that was passed on, perhaps with a remark above it: its
    header lines are whole, or announced, and it holds the text of no other letter."""
    blocks = head_blocks(rows)
    if not blocks or not all(
        {"from", "subject", "date"} <= set(block.head) and (block.marked or "to" in block.head) for block in blocks
    ):
        return False
    ends = [*(block.start for block in blocks[1:]), len(rows)]
    sizes = [_words(rows[block.end : end]) for block, end in zip(blocks, ends, strict=True)]
    return _words(rows[: blocks[0].start]) < _MUCH and sum(size >= _LEAST for size in sizes) <= 1


def _attributions(rows: Sequence[LetterLine], own: range) -> list[int]:
    """Lines such as `On Monday Ada wrote:`, of one line or of two."""
    found: list[int] = []
    for n in own:
        one = rows[n].text.strip()
        two = f"{one} {rows[n + 1].text.strip()}" if n + 1 in own else ""
        if len(two or one) > _LONGEST_ATTRIBUTION:
            continue
        if _attributes(one) and _quotes(rows, n + 1):
            found.append(n)
        elif two and one and _attributes(two) and _quotes(rows, n + 2):
            found += [n, n + 1]
    return found


def _attributes(line: str) -> bool:
    """Whether a line above a quotation says who wrote it, or when."""
    return bool(_ATTRIBUTION.fullmatch(line) or _TIMED.fullmatch(line))


def _quotes(rows: Sequence[LetterLine], at: int) -> bool:
    """Whether a quotation begins at a line."""
    below = next((row for row in rows[at:] if row.text.strip()), None)
    return below is not None and (below.quoted or below.text.lstrip().startswith(">"))


def _quoted(rows: Sequence[LetterLine], own: range, attributions: Sequence[int], *, answers: bool) -> set[int]:
    """The lines of a letter that it quotes of the one that it answers."""
    if not (answers or attributions):
        return set()
    return {*attributions, *(n for n in own if rows[n].quoted or rows[n].text.lstrip().startswith(">"))}


def _words(rows: Iterable[LetterLine]) -> int:
    """The words of some lines that are text."""
    return sum(len(row.text.split()) for row in rows if not why_aside(row.text.strip()))


def digest_blocks(rows: Sequence[LetterLine]) -> list[HeadBlock]:
    """The header lines of each message of a digest that is one plain text (RFC 1153), or none for any other letter."""
    blocks = [block for block in head_blocks(rows) if _below_dashes(rows, block.start)]
    return blocks if len(blocks) > 1 else []


def _below_dashes(rows: Sequence[LetterLine], start: int) -> bool:
    above = next((rows[n].text for n in range(start, max(-1, start - 4), -1) if DASHES.fullmatch(rows[n].text)), "")
    return bool(above)
