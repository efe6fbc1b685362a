"""Rules about what comes along when words are pasted from a word processor or a page: characters that nobody sees,
points of lists that are none, and quotation marks around a whole value.

A new rule is a function here, decorated with ``rule`` and listed in ``RULES``.
"""

import re
from collections.abc import Iterator
from unicodedata import bidirectional

from annotated_briefings.base.comments.foreign import without_code
from annotated_briefings.base.diagnostics import Finding, Rule, Severity, rule
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, place_at
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_table import Quoting, Table, TextUse
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.base.yaml.writer import quoted
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.rules.one_brief import ReadBrief

_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u180e": "a vowel separator",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
} | dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "a mark of direction")
_UNSEEN = "".join(_NAMES)
_HOLDS = frozenset(_UNSEEN)
_RUN = regex(rf"[\w{_UNSEEN}]+")
"""A word with such a character in it, or such characters between words."""
_JOINERS, _LAST_SIMPLE = "\u200c\u200d", "\u058f"
"""Joiners shape letters of scripts from Hebrew on, and pictures; before them they do nothing."""
_UNSPACED = regex("[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf*_~]")
"""Letters of scripts whose lines are broken at zero-width spaces, and marks of Markdown, which they part from words."""
_EMPTY = (
    r"&(?:nbsp|shy|zwnj|zwj|ZeroWidthSpace|NoBreak|#0*(?:160|173|820[3-7]|8288|65279)|#[xX]0*(?:[aA]0|[aA][dD]"
    r"|200[b-fB-F]|2060|[fF][eE][fF]{2}));"
)
_SPACES = regex(
    rf"(?:(?<=[\s>\"'])|^)(?:{_EMPTY}[ \t\u00a0]*)+|(?:{_EMPTY}[ \t\u00a0]*)+(?=[\s\"']|$)|(?:{_EMPTY}){{2,}}",
    re.MULTILINE,
)
"""Names of spaces beside other spaces, or where a line begins or ends."""
_CELL = regex(r"\|[ \t]*\Z")
_BULLETS = "•▪‣◦⁃\uf0a7\uf0b7\uf0d8\uf076"
_POINT = regex(
    rf"^[ \t]*(?P<mark>[{_BULLETS}][ \t\u00a0]*|[●∙·§o](?:\t|[ \u00a0]{{2,}})[ \t\u00a0]*)(?=\S)", re.MULTILINE
)
_ITEM = regex(
    r"(?P<before>^[ \t]*(?:-[ \t]+(?:[\w-]+:[ \t]+)?|[\w-]+:[ \t]+)|[\[,{][ \t]*(?:[\w-]+:[ \t]+)?)[\"']?"
    rf"(?P<mark>[{_BULLETS}])(?=[ \t\u00a0]*\w)",
    re.MULTILINE,
)
_MARKS = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "‹": "›",
    "›": "‹",
}
"""Quotation marks that open, and those that close what they open."""
_NAMES_OF_OTHERS = "a list of names"
"""The kind of fields whose names are looked up, so that the marks around one are reported with it."""
_SHOWN = 60
"""Longest value that a remedy writes out."""
_MOST = 20
"""Places of one file that are named at once."""


class _Pasted(Value):
    """What was pasted with some words."""

    start: int
    length: int
    message: str
    help: str


@rule("unseen-character", Severity.HINT, "a text holds characters that no page shows")
def unseen_characters(read: ReadBrief) -> Iterator[Finding]:
    """They come along when words are pasted from a page or a word processor, and who searches for the words does not
    find them. Where a script needs such characters they are no fault: joiners in Persian, Hindi and between pictures,
    marks of direction beside Arabic and Hebrew, zero-width spaces in Thai and Khmer.

    ```
    briefings/a.md:10:5: hint[unseen-character]: `&nbsp;` makes an empty place
       10 | Shut&nbsp; at noon.
          |     ^^^^^^
      help: take it out; no page shows it
    ```
    """
    for number, mark in enumerate((*_unseen(read.fields.source.text), *_named_spaces(read.fields.source.text))):
        if number < _MOST:
            yield Finding(mark.message, place_at(read.fields.source, mark.start, mark.length), mark.help)


def _unseen(text: str) -> Iterator[_Pasted]:
    if text.isascii() or _HOLDS.isdisjoint(text):
        return
    both_ways = any(bidirectional(letter) in ("R", "AL") for letter in set(text) - set(_UNSEEN))
    for run in _RUN.finditer(text):
        if _HOLDS.isdisjoint(run[0]):
            continue
        start = run.start()
        needless = [
            at
            for at in range(start, run.end())
            if text[at] in _NAMES and at and _is_needless(text[at], text[at - 1], text[at + 1 : at + 2], both_ways)
        ]
        if not needless:
            continue
        first, words, gone = text[needless[0]], run[0], frozenset(needless)
        clean = "".join(letter for at, letter in enumerate(words, start) if at not in gone)
        what = f"{_NAMES[first]} (U+{ord(first):04X})"
        if clean:
            yield _Pasted(start=start, length=len(words), message=f"`{words}` holds {what}", help=f"write `{clean}`")
        else:
            message = f"there is {what} between words"
            yield _Pasted(start=start, length=len(words), message=message, help="take it out; no page shows it")


def _is_needless(sign: str, before: str, after: str, both_ways: bool) -> bool:
    """Whether a character does nothing between two others; ``both_ways`` tells whether letters of the text run from
    right to left."""
    if sign in _JOINERS:
        return max(before, after or " ") <= _LAST_SIMPLE
    if sign == "\u200b":
        return not (_UNSPACED.match(before) or _UNSPACED.match(after))
    return not (both_ways and _NAMES[sign] == "a mark of direction")


def _named_spaces(text: str) -> Iterator[_Pasted]:
    if "&" not in text:
        return
    for found in _SPACES.finditer(without_code(text)):
        words = found[0].strip()
        if _CELL.search(text[: found.start()]) and text[found.end() :].lstrip()[:1] == "|":
            continue
        yield _Pasted(
            start=found.start() + found[0].index(words),
            length=len(words),
            message=f"`{words}` makes an empty place",
            help="take it out; no page shows it",
        )


@rule("no-list", Severity.HINT, "a sign of a list makes none")
def points_of_other_tools(read: ReadBrief) -> Iterator[Finding]:
    """Word processors write the sign of a list as a letter before its words. Readers see that letter, and no list.

    ```
    briefings/a.md:7:1: hint[no-list]: `•` makes no list
        7 | • The bridge is open.
          | ^
      help: write `- ` in place of `• `
    ```
    """
    source = read.fields.source
    text = without_code(source.text)
    start = len(text) - len(read.brief.body.source)
    lines = text[start:].split("\n")
    at = start
    for number, line in enumerate(lines):
        found = _POINT.match(line)
        near = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2]) if found else ()
        # Several lines of one paragraph run into one another, which is another fault.
        if found and not any(_POINT.match(other) for other in near):
            mark = found["mark"]
            place = place_at(source, at + found.start("mark"), len(mark.rstrip()))
            yield Finding(f"`{mark[0]}` makes no list", place, f"write `- ` in place of `{mark}`")
        at += len(line) + 1
    for item in _ITEM.finditer(text[:start]):
        line = text[text.rfind("\n", 0, item.start()) + 1 : item.start()]
        # A comma parts entries within brackets alone.
        if not item["before"].startswith(",") or "[" in line or "{" in line:
            place = place_at(source, item.start("mark"))
            yield Finding(f"`{item['mark']}` makes no list", place, "take it out; each entry is a point of its own")


@rule("quoted-value", Severity.HINT, "a whole value is between quotation marks of print, which readers see")
def quoted_values(read: ReadBrief) -> Iterator[Finding]:
    """Word processors turn the straight marks that YAML takes off a value into those of print, which are a part of it.
    A headline that is a quotation has them on purpose: between straight marks, `'“We will stay”'`, nothing is reported.

    ```
    briefings/a.md:2:8: hint[quoted-value]: readers see the quotation marks around `title`
        2 | title: “Storm over the harbour”
          |        ^^^^^^^^^^^^^^^^^^^^^^^^
      help: take them out, `Storm over the harbour`; where it is a quotation, put it between straight marks too
    ```
    """
    for key, value in _whole_quoted(BRIEF, read.fields.mapping):
        place = Place(read.fields.source.path, value.line, value.column, len(value.text))
        inner = value.text[1:-1].strip()
        written = quoted(inner) if len(inner) <= _SHOWN else ""
        remedy = f"take them out, {in_code(written)}" if written else "take them out"
        yield Finding(
            f"readers see the quotation marks around `{key}`",
            place,
            f"{remedy}; where it is a quotation, put it between straight marks too",
        )


def _whole_quoted(table: Table, node: Node) -> Iterator[tuple[str, Scalar]]:
    """The values of fields that readers see, and that are between one pair of quotation marks."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _whole_quoted(table, item)
    elif isinstance(node, Mapping):
        known = {field.name: field for field in table}
        for key, value in node.pairs:
            field = known.get(key.text)
            if field is None or field.quoting is Quoting.NONE or field.kind.name == _NAMES_OF_OTHERS:
                continue
            if field.inner:
                yield from _whole_quoted(field.inner, value)
            elif field.shown is not TextUse.NO:
                items = value.items if isinstance(value, Sequence) else (value,)
                yield from ((key.text, one) for one in items if isinstance(one, Scalar) and _is_quoted(one))


def _is_quoted(value: Scalar) -> bool:
    text = value.text
    marks = _MARKS.get(text[:1], "") if value.plain and "\n" not in text else ""
    return len(text) > 2 and bool(marks) and text[-1] in marks and not set(text[1:-1]) & set(text[0] + marks)


RULES: tuple[Rule[ReadBrief], ...] = (unseen_characters, points_of_other_tools, quoted_values)
"""All rules about what was pasted."""
