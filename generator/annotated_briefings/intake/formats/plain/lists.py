"""Lists in plain text: lines with bullets or with numbers that count, and what goes on from them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.plain.lines import (
    RULE,
    TextBlock,
    clean_line,
    goes_on,
    indent_of,
    is_ended,
    line_break_block,
)
from annotated_briefings.intake.formats.plain.wrapping import joined
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.segmentation.words import extent

BULLETS = "・•·▪▫◦‣●○■□◆◇►▶❖➤✓✔∙⁃"
"""Signs that begin an item even without a blank behind them."""
_ITEM = regex(
    rf"(?:(?P<bullet>[-*+–—]|[{BULLETS}])[ \t\u00a0\u2002-\u200a\u3000]+|(?P<tight>[{BULLETS}])(?=\w)"
    r"|(?P<o>o)(?:\t|  +)|(?P<open>\(?)(?P<number>\d{1,3}|[a-z])(?P<close>[.)])[ \t\u00a0]+)(?P<text>\S.*)"
)
_DASHES = "–—"
_SIGNED = "-+–—"
"""Bullets that are a sign of a number before one."""
_LONG, _LONG_APART = 200, 120
"""Letters of an item that is a paragraph by itself: in a list, and in one with blank lines between its items."""
_DEEPEST = 4
"""Levels of lists in lists."""


class _ListItem(Value):
    """One item of a list."""

    indent: int
    """How far it is indented."""
    kind: str
    """Its bullet, or how its number is written."""
    number: int
    """Its number or the place of its letter; 0 for a bullet."""
    text: str
    """Its words."""
    first: int
    """0-based place of its first line."""
    last: int
    """0-based place of its last line."""


def read_item(raw: str) -> tuple[str, int, str] | None:
    """Kind, number and words of a line that may be an item of a list."""
    line = raw.strip()
    found = None if RULE.fullmatch(clean_line(line)) else _ITEM.match(line)
    if found is None or not (text := clean_line(found["text"])):
        return None
    if bullet := found["bullet"] or found["tight"] or found["o"]:
        return bullet, 0, text
    label = found["number"]
    if label.isdigit():
        return f"{found['open']}1{found['close']}", int(label), text
    return (f"{found['open']}a{found['close']}", ord(label) - 96, text) if found["close"] == ")" else None


def find_list(raw: Sequence[str], at: int, above: str) -> TextBlock | None:
    """The list that begins at a line, if there is one; ``above`` is the line of text before it."""
    items = list(_items(raw, at))
    base = [item for item in items if item.indent <= items[0].indent] if items else []
    if len(base) < 2 or not _is_list(base, above):
        return None
    end = items[-1].last + 1
    counted = base[0].number > 1
    if base[0].number and base[0].kind.strip("()")[0] == "a":
        if len(base) < len(items):
            return None
        return TextBlock(end, (line_break_block([_labelled(item) for item in items], at),))
    apart = any(b.first > a.last + 1 for a, b in pairwise(items))
    long = any(extent(item.text) > (_LONG_APART if apart else _LONG) for item in items)
    groups = list(_groups(items, base)) if long else [items]
    parts = (
        Paragraph(
            " ".join(_numbered(i) if counted and i in base else i.text for i in group),
            group[0].first + 1,
            group[-1].last + 1,
            _markdown(group),
        )
        for group in groups
    )
    return TextBlock(end, tuple(parts))


def _numbered(item: _ListItem) -> str:
    """The words of an item behind its number, where a list does not begin with 1."""
    return f"{item.number}. {item.text}"


def _labelled(item: _ListItem) -> str:
    return f"{item.kind[:-2]}{chr(item.number + 96)}{item.kind[-1]} {item.text}"


def _items(raw: Sequence[str], at: int) -> Iterator[_ListItem]:
    """The items from a line on, those in deeper lists too."""
    held: _ListItem | None = None
    base = indent_of(raw[at])
    kinds: dict[int, str] = {}
    place, width = at, 0
    while place < len(raw):
        words = clean_line(raw[place])
        if not words:
            if not _goes_on_after_blank(raw, place, base, kinds):
                break
            place += 1
            continue
        indent, found = indent_of(raw[place]), read_item(raw[place])
        if (
            found
            and kinds.setdefault(indent, found[0]) == found[0]
            and indent >= base
            and _follows(held, indent, found)
        ):
            if held:
                yield held
            held = _ListItem(indent=indent, kind=found[0], number=found[1], text=found[2], first=place, last=place)
        elif (
            held and held.last == place - 1 and (indent > held.indent or goes_on(raw[place - 1].strip(), words, width))
        ):
            held = replace(held, text=joined((held.text, words), ()), last=place)
        else:
            break
        width = max(width, len(raw[place].strip()))
        place += 1
    if held:
        yield held


def _follows(held: _ListItem | None, indent: int, found: tuple[str, int, str]) -> bool:
    """Whether an item goes on counting from the one before it on its level, or begins a level."""
    if held is None or not found[1] or indent != held.indent:
        return True
    return found[1] == held.number + 1


def _goes_on_after_blank(raw: Sequence[str], place: int, base: int, kinds: dict[int, str]) -> bool:
    """Whether the next line after one blank line is an item of the same list."""
    following = raw[place + 1] if place + 1 < len(raw) else ""
    found = read_item(following) if following.strip() else None
    return found is not None and indent_of(following) >= base and kinds.get(indent_of(following)) == found[0]


def _is_list(base: Sequence[_ListItem], above: str) -> bool:
    """Whether items are a list, and no speeches, numbers with a sign, or lines that happen to begin so."""
    led = above.endswith((":", "："))
    kind, apart = base[0].kind, any(b.first > a.last + 1 for a, b in pairwise(base))
    if base[0].number:
        counts = all(b.number == a.number + 1 for a, b in pairwise(base))
        return counts and (base[0].number == 1 or kind.strip("()")[0] == "1")
    if kind in _SIGNED and not led and all(item.text[0].isdigit() for item in base):
        return False
    if kind in _DASHES:
        return not apart and (led or not any(is_ended(item.text) for item in base))
    return kind != "+" or led or all(item.text[0].isalpha() for item in base)


def _groups(items: Sequence[_ListItem], base: Sequence[_ListItem]) -> Iterator[list[_ListItem]]:
    """Each item of the first level with those of the lists in it."""
    starts = [items.index(item) for item in base]
    for start, end in pairwise((*starts, len(items))):
        yield list(items[start:end])


def _markdown(items: Sequence[_ListItem]) -> str:
    """A list as Markdown; deeper levels are indented to the words of the item above them."""
    levels: list[tuple[int, int]] = []
    out: list[str] = []
    for item in items:
        while levels and levels[-1][0] >= item.indent:
            levels.pop()
        if len(levels) >= _DEEPEST:
            levels.pop()
        room = levels[-1][1] if levels else 0
        mark = f"{item.number}. " if item.number else "- "
        out.append(" " * room + mark + escape_markdown(item.text))
        levels.append((item.indent, room + len(mark)))
    return "\n".join(out)
