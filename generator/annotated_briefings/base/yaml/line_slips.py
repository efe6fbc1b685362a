"""Slips in the shape of a line of YAML: colons, dashes, tabs, comments, indents, and texts that go on below."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.yaml.slips import Finder, Slip
from annotated_briefings.base.yaml.value_slips import in_code

_KEY = r"[^\W_][\w/-]*"
_KEYED = regex(rf"(\s*(?:- +)*)({_KEY}|\"[^\"]+\"|'[^']+'):(?:\s|$)")
_COLONS = (
    (regex(rf"(\s*(?:- +)*)({_KEY})\s*([：﹕∶]|\s;)\s*(.*)$"), "`{sign}` is not the colon that YAML reads"),
    (regex(rf"(\s*(?:- +)*)({_KEY})(:)(?!//)([^\s:].*)$"), "a space is missing after the colon of `{key}`"),
    (
        regex(rf"(\s*(?:- +)*)({_KEY})(:[\u00a0\u2000-\u200b\u202f\u3000\ufeff]+)(.*)$"),
        "what follows the colon of `{key}` is no plain space",
    ),
    (regex(rf"(\s*(?:- +)*)({_KEY})\s*(:?=>?|->)\s*(.+)$"), "`{sign}` is where a colon must be"),
)
OTHER_DASHES = "–—−•·*+"
"""What people type in place of the dash of a list."""
_DASH = regex(r"(\s*)-(?=[^\s-])(.*)$")
_OTHER_DASH = regex(rf"(\s*)([{OTHER_DASHES}]) +(\S.*)$")
_BLANKS = regex(r"[ \t\u00a0\u2000-\u200a\u202f\u3000\ufeff]*")
_REMARK = regex(r"(\s*)(//|<!--)\s*(.*?)\s*(?:-->)?\s*$")
_NO_COLON = regex(rf"(\s*(?:- +)*)({_KEY})\s+(\S.*)$")
_PLAIN_VALUE = regex(r"""(\s*(?:- +)*)(?:[^\s:]+: +|- +)?[^\s"'\[{|>&*!%@`#].*$""")
_FEW_WORDS = 3
"""Most words of an entry that is taken for a name, and not for a text that goes on."""
_BLOCK = regex(r"(\s*(?:- +)*)(?:[^\s:]+):\s+[|>][-+\d]*\s*$")


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def blanks(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """Tabs, and blanks of print, in the indent of a line."""
    line = lines[number]
    found = _BLANKS.match(line)
    begins = found[0] if found else ""
    column = next((place for place, sign in enumerate(begins) if sign != " "), -1)
    if column < 0 or not line.strip():
        return
    sign = begins[column]
    message = (
        "a tab is used where only spaces are allowed"
        if sign == "\t"
        else f"a blank of another kind (U+{ord(sign):04X}) is used where only spaces are allowed"
    )
    widths = dict.fromkeys(
        [len(begins.replace("\t", "  ").replace("\ufeff", "")), *_indents(lines, number), *range(0, 13, 2)]
    )
    for width in widths:
        repaired = " " * width + line[len(begins) :]
        yield Slip(number, column, 1, message, f"indent the line by {_spaces(width)}", (repaired,))


def _spaces(width: int) -> str:
    return "no space" if not width else "one space" if width == 1 else f"{width} spaces"


def remarks(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """Comments as other languages write them."""
    if match := _REMARK.match(lines[number]):
        repaired = f"{match[1]}# {match[3]}"
        message = f"`{match[2]}` begins no comment in YAML"
        advice = f"write {in_code(repaired)}" if in_code(repaired) else "begin it with `#`"
        yield Slip(number, len(match[1]), len(match[2]), message, advice, (repaired,))


def colons_of_keys(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A key without a colon and a space after it."""
    for pattern, message in _COLONS:
        if match := pattern.match(lines[number]):
            repaired = f"{match[1]}{match[2]}: {match[4]}".rstrip()
            full_message = message.format(key=match[2], sign=match[3].strip())
            advice = f"write {in_code(repaired)}" if in_code(repaired) else f"write `{match[2]}: ` before the value"
            yield Slip(number, match.start(3), len(match[3]), full_message, advice, (repaired,))


def dashes(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A dash of a list without a space after it, or another sign in its place."""
    if match := _DASH.match(lines[number]):
        repaired = f"{match[1]}- {match[2]}"
        yield Slip(
            number, len(match[1]), 1, "a space is missing after the dash", f"write {in_code(repaired)}", (repaired,)
        )
    if match := _OTHER_DASH.match(lines[number]):
        repaired = f"{match[1]}- {match[3]}"
        message = f"`{match[2]}` begins no entry of a list in YAML"
        yield Slip(number, len(match[1]), 1, message, f"write {in_code(repaired)}", (repaired,))


def _indents(lines: Sequence[str], number: int) -> list[int]:
    """Indents that a line may have, after those above it: of entries, of keys and of what follows dashes."""
    out: list[int] = []
    for above in range(number - 1, max(-1, number - 40), -1):
        if not lines[above].strip() or lines[above].lstrip().startswith("#"):
            continue
        match = re.match(r"( *)((?:- +)*)", lines[above])
        if match:
            out += [len(match[0]), len(match[1])]
        if not match or not match[0]:
            break
    return list(dict.fromkeys(out))


def indents(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A key or an entry of a list in a wrong column."""
    line = lines[number]
    keyed = _KEYED.match(line)
    if not line.strip() or not (keyed or re.match(r"\s*- ", line)):
        return
    own = indent_of(line)
    what = f"`{keyed[2]}`" if keyed and "-" not in keyed[1] else "the entry"
    for width in sorted((w for w in _indents(lines, number) if w != own), key=lambda w: abs(w - own)):
        side = "right" if own > width else "left"
        message = f"{what} begins {_columns(abs(own - width))} too far to the {side}"
        yield _moved(lines, number, width, message)
    if own and not any(lines[above].strip() for above in range(number)):
        yield _moved(lines, number, 0, f"{what} begins {_columns(own)} too far to the right")


def first_lines(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A first key that is indented, where others are not."""
    width = indent_of(lines[number])
    key = _KEYED.match(lines[number])
    first = width and not any(line.strip() for line in lines[:number])
    if first and key and any(_KEYED.match(line) and not indent_of(line) for line in lines[number:]):
        yield _moved(lines, number, 0, f"`{key[2]}` begins {_columns(width)} too far to the right")


def _columns(count: int) -> str:
    return "one column" if count == 1 else f"{count} columns"


def _moved(lines: Sequence[str], number: int, width: int, message: str) -> Slip:
    line = lines[number]
    own = indent_of(line)
    repaired = " " * width + line.lstrip(" ")
    return Slip(number, own, 1, message, f"indent the line by {_spaces(width)}", (repaired,))


def blocks(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """Text below `|` or `>` that is not indented further than its key, or less than its first line."""
    above = next((n for n in range(number - 1, max(-1, number - 60), -1) if _BLOCK.match(lines[n])), None)
    if above is None or not lines[number].strip():
        return
    match = _BLOCK.match(lines[above])
    first = next((n for n in range(above + 1, number + 1) if lines[n].strip()), number)
    key = len(match[1]) if match else 0
    width = indent_of(lines[first]) if first < number else key + 2
    if width <= key:
        return
    end = number
    while end + 1 < len(lines) and not _KEYED.match(lines[end + 1]) and not re.match(r"\s*- ", lines[end + 1]):
        if lines[end + 1].strip() and indent_of(lines[end + 1]) >= width:
            break
        end += 1
    shift = width - indent_of(lines[number])
    repaired = tuple(" " * shift + line if line.strip() else line for line in lines[number : end + 1])
    many = (
        ", and the lines of the text below it too"
        if end > number and any(x.strip() for x in lines[number + 1 : end + 1])
        else ""
    )
    message = f"a text below `{lines[above].strip().split()[-1]}` must be indented further than its key"
    advice = f"indent the line by {_spaces(width)}{many}"
    yield Slip(number, indent_of(lines[number]), 1, message, advice, repaired, end - number + 1)


def missing_colons(lines: Sequence[str], number: int, keys: frozenset[str]) -> Iterator[Slip]:
    """A key without a colon."""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    alone = re.fullmatch(rf"( *)({_KEY}) *", lines[number])
    if alone and indent_of(below) > len(alone[1]) and (_KEYED.match(below) or below.lstrip().startswith("- ")):
        message = f"a colon is missing after `{alone[2]}`"
        yield Slip(number, alone.end(2), 1, message, f"write `{alone[2]}:`", (f"{alone[1]}{alone[2]}:",))
    match = _NO_COLON.match(lines[number])
    if match is None or _KEYED.match(lines[number]):
        return
    above = next((lines[n] for n in range(number - 1, -1, -1) if lines[n].strip()), "")
    goes_on = bool(above) and _PLAIN_VALUE.match(above) and not above.rstrip().endswith(":")
    if match[2] in keys or not (goes_on or match[2][0].isupper()):
        repaired = f"{match[1]}{match[2]}: {match[3]}"
        message = f"a colon is missing after `{match[2]}`"
        yield Slip(number, match.end(2), 1, message, f"write {in_code(repaired)}", (repaired,))


def missing_dashes(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A short entry of a list of short ones that has no dash."""
    line = lines[number]
    above = re.match(r"( *)- (.*)", lines[number - 1] if number else "")
    short = above and len(above[2].split()) <= _FEW_WORDS and len(line.split()) <= _FEW_WORDS
    if above and short and indent_of(line) == len(above[1]) and line.strip() and not _KEYED.match(line):
        repaired = f"{above[1]}- {line.strip()}"
        yield Slip(number, indent_of(line), 1, "a dash is missing here", f"write {in_code(repaired)}", (repaired,))


def texts_that_go_on(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A text that goes on in the next line without being indented."""
    line = lines[number]
    if not line.strip() or _KEYED.match(line) or line.lstrip().startswith("- "):
        return
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), None)
    if above is None:
        return
    match = re.match(r"( *)((?:- +)*)", lines[above])
    width = (len(match[0]) if match else 0) + 2
    message = "the text above goes on here, but is not indented"
    repaired = " " * width + line.strip()
    yield Slip(number, indent_of(line), len(line.strip()), message, f"indent the line by {_spaces(width)}", (repaired,))


LINE_FINDERS: tuple[tuple[Finder, ...], tuple[Finder, ...]] = (
    (blanks, remarks, colons_of_keys, dashes),
    (blocks, first_lines, missing_dashes, missing_colons, texts_that_go_on, indents),
)
"""Those that are sure of what they find, and those that look at several lines."""
