"""The lists of a Word document: which lines are in one, and which numbers they have."""

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.package import value

_PLACE = regex(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_END = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LONGEST_ROMAN = 5000


class _Level(Value):
    format: str
    text: str
    start: int


class ItemMark(Value):
    """What is before a line of a list."""

    number: int
    """Its number from 0; -1 for a sign."""
    label: str
    """How the number is written, such as ``2.1``; empty for a sign."""


class Lists:
    """Counts the lines of the lists of a document, in the order in which they are asked for."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._kind: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = defaultdict(dict)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        abstract = {}
        for element in root.findall("abstractNum") if root is not None else ():
            abstract[element.get("abstractNumId", "")] = _levels(element)
        for element in root.findall("num") if root is not None else ():
            name, kind = element.get("numId", ""), value(element, "abstractNumId")
            own = dict(abstract.get(kind, {}))
            for change in element.findall("lvlOverride"):
                depth = change.get("ilvl", "")
                if depth.isdecimal():
                    own.update(_levels(change))
                    start = value(change, "startOverride")
                    if start.isdecimal():
                        self._starts[name][int(depth)] = int(start)
            self._levels[name], self._kind[name] = own, kind

    def mark(self, list_id: str, depth: int) -> ItemMark | None:
        """What is before the next line of a list; None for a line without a mark."""
        level = self._levels.get(list_id, {}).get(depth)
        if level is None or level.format == "none" or (level.format != "bullet" and not level.text):
            return None
        if level.format == "bullet":
            return ItemMark(-1, "")
        counts = self._counts[self._kind[list_id]]
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in self._starts[list_id]:
                counts.pop(at, None)
        start = self._starts[list_id].get(depth, level.start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return ItemMark(counts[depth], self._label(list_id, level.text, counts))

    def _label(self, list_id: str, text: str, counts: dict[int, int]) -> str:
        def number(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            level = self._levels[list_id].get(depth)
            return _written(counts.get(depth, level.start if level else 1), level.format if level else "decimal")

        return _PLACE.sub(number, text).strip()


def _levels(element: Element) -> dict[int, _Level]:
    found = {}
    for level in element.findall("lvl"):
        depth, start = level.get("ilvl", ""), value(level, "start")
        if depth.isdecimal():
            form = value(level, "numFmt") or "decimal"
            number = int(start) if start.isdecimal() else int(form != "decimal" or not start)
            found[int(depth)] = _Level(form, value(level, "lvlText"), number)
    return found


def _written(number: int, form: str) -> str:
    if form.endswith("Letter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter[:9].upper() if form.startswith("upper") else letter[:9]
    if form.endswith("Roman") and 0 < number < _LONGEST_ROMAN:
        out = ""
        for size, letters in (*_ROMAN, *_ROMAN_END):
            while number >= size:
                out, number = out + letters, number - size
        return out.upper() if form.startswith("upper") else out
    return f"{number:02d}" if form == "decimalZero" else str(number)
